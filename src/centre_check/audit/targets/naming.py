"""What a row of indicators is about: its indicator, its days, its place, however they are spelt."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from centre_check.audit.targets.lines import IndicatorLine
from centre_check.logic import Interval
from centre_check.logic.spelling import normalise
from centre_check.standard.targets.types import Indicator

WHOLE = frozenset(
    ("全省", "全市", "全区", "全县", "合计", "总计", "全市合计", "全区合计", "全县合计")
)
"""What stands for all places together."""
_SHORTEST = 3  # characters of a name that may be looked for within a longer one
_NUMBER = re.compile(
    r"^(?:\((?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\)[、.]?|[①-⑳]"
    r"|[0-9]{1,2}(?:、|[.](?![0-9]))|[一二三四五六七八九十]{1,3}、)"
)
_BEFORE = re.compile(
    r"^(?:(?P<year>(?:19|20)[0-9]{2})年度?|全国|全省|全市|全区|全县|我市|我区|实现|完成)"
)
_BEHIND = re.compile(
    r"(?:\([^()]*\)|人数|户数|数量|个数|次数|场次|总数|数|情况|工作|活动|平台|级"
    r"|[0-9][0-9.]*[百千万亿]*(?:人次|家次|[人名个户家元场次支所%])(?:以上|以内)?)$"
)
_MARKS = re.compile(r"[\"'“”‘’《》、,;·—\-]")


class IndicatorNames:
    """The indicators of a standard by their names, as sheets and headers are found by theirs."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self._exact: dict[str, Indicator] = {}
        self._loose: dict[str, Indicator | None] = {}
        for one in indicators:
            for name in one.names:
                self._exact.setdefault(normalise(name), one)
                key = _bare(name)
                known = self._loose.get(key, one)
                self._loose[key] = one if known is one else None  # of two, neither is meant

    def indicator_of(self, row: IndicatorLine) -> Indicator | None:
        """The indicator that the row reports; a year in its name is that of its days."""
        text = text_of(row, "indicator")
        found = self._exact.get(text)
        return found or (self._loose.get(_bare(text)) if _is_of_year(text, row) else None)


def _is_of_year(text: str, row: IndicatorLine) -> bool:
    named, days = _BEFORE.match(_NUMBER.sub("", text)), days_of_row(row)
    if named is None or named["year"] is None or days is None:
        return True
    return days[0].year <= int(named["year"]) <= days[1].year


def _bare(text: str, shortest: int = _SHORTEST) -> str:
    """A name without the year, numbers and marks before it and words such as 人数 behind it."""
    plain = _MARKS.sub("", _NUMBER.sub("", normalise(text)))
    for pattern in (_BEFORE, _BEHIND):
        while (shorter := pattern.sub("", plain)) != plain and len(shorter) >= shortest:
            plain = shorter
    return plain


def meant(text: str, names: Sequence[tuple[str, ...]]) -> str | None:
    """Which of the names a text is, by its first spelling: 「2019年春风行动活动」 is 春风行动."""
    plain, bare = normalise(text), _bare(text, 1)
    for spellings in names:
        if plain in map(normalise, spellings) or bare in {_bare(one, 1) for one in spellings}:
            return spellings[0]
    held = {
        spellings[0]
        for spellings in names
        if any(len(one) >= _SHORTEST and normalise(one) in plain for one in spellings)
    }
    return held.pop() if len(held) == 1 else None


def place_meant(text: str, places: Iterable[str]) -> str | None:
    """Which of the listed places a text is: 「朝阳市双塔区」 and 「双塔」 are 双塔区."""
    plain = normalise(text)
    listed = {normalise(one): one for one in places}
    if plain in listed:
        return listed[plain]
    near = [
        one
        for name, one in listed.items()
        if plain.endswith(name) or (len(plain) > 1 and name[:-1] == plain)
    ]
    return near[0] if len(near) == 1 else None


def days_of_row(row: IndicatorLine) -> tuple[date, date] | None:
    """The first and the last day that the row's figure is of; None where they are not known."""
    days = row.entry("period").value
    if not isinstance(days, Interval) or days.low is None or days.high is None:
        return None
    return days.low, days.high


def reported_on(row: IndicatorLine) -> date | None:
    """The day up to which the figure was counted."""
    value = row.entry("as_of").value
    day: date | None = value.high if isinstance(value, Interval) else None
    return day


def text_of(row: IndicatorLine, field: str) -> str:
    """A text of the row as names are compared; nothing where it has none."""
    value = row.entry(field).value
    return normalise(value) if isinstance(value, str) else ""
