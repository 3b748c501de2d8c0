"""Spans in words: the days that 「2023年1—10月」, 「上半年」 or 「4月21日—6月30日」 are about."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from centre_check.logic.interval import Interval
from centre_check.logic.spelling import fold

_PARTS: Mapping[str, tuple[int, int]] = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "上半年度": (1, 6),
    "下半年度": (7, 12),
    "全年": (1, 12),
    "全年度": (1, 12),
    "年度": (1, 12),
    "前三季度": (1, 9),
    **{f"{mark}{n}": (3 * n - 2, 3 * n) for n in range(1, 5) for mark in "qQ"},
    **{f"{n}季度": (3 * n - 2, 3 * n) for n in range(1, 5)},
}
_YEAR = r"(?:(?P<year>(?:19|20|21)[0-9]{2})(?P<mark>年度?|[.\-/])?|(?:今年|本年|当年)度?)?"
_TO = r"(?:-|—|~|至|到)+"
_MONTH, _DAY = r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12][0-9]|0?[1-9])"
_END = r"[底末]?"
_PART = re.compile(rf"{_YEAR}第?(?P<part>{'|'.join(_PARTS)})")
_QUARTERS = re.compile(rf"{_YEAR}第?(?P<one>[1-4])(?:季度)?(?:{_TO}|[、和])第?(?P<other>[1-4])季度")
_MONTHS = re.compile(
    rf"{_YEAR}(?P<month>{_MONTH})(?:月份?)?{_TO}(?P<until_month>{_MONTH})(?:月份?{_END}|(?<=[0-9])$)"
)
_ONE_MONTH = re.compile(rf"{_YEAR}(?P<month>{_MONTH})月份?{_END}")
_YEARS = re.compile(
    r"(?P<year>(?:19|20|21)[0-9]{2})年?度?"
    + _TO
    + r"(?P<until>(?:19|20|21)[0-9]{2})(?:年?度?|年.年)"
)
_SEP = r"(?:年|[.\-/])"
_DAYS = re.compile(
    rf"{_YEAR}(?P<month>{_MONTH})(?:月|[.\-/])(?P<day>{_DAY})[日号]?{_TO}"
    rf"(?:(?:(?P<until>(?:19|20|21)[0-9]{{2}}){_SEP})?(?P<until_month>{_MONTH})(?:月|[.\-/]))?"
    rf"(?P<until_day>{_DAY})[日号]?"
)
_TO_MONTH_END = re.compile(
    rf"{_YEAR}(?P<month>{_MONTH})月(?P<day>{_DAY})[日号]{_TO}"
    rf"(?:(?P<until>(?:19|20|21)[0-9]{{2}})年)?(?P<until_month>{_MONTH})月份?[底末]"
)
_ONE_DAY = re.compile(rf"{_YEAR}(?P<month>{_MONTH})月(?P<day>{_DAY})[日号]")
_OVER_YEARS = re.compile(
    rf"(?P<year>(?:19|20|21)[0-9]{{2}}){_SEP}(?P<month>{_MONTH})月?{_TO}"
    rf"(?P<until>(?:19|20|21)[0-9]{{2}}){_SEP}(?P<until_month>{_MONTH})(?:月份?{_END})?"
)
_UP_TO = re.compile(
    rf"(?:截至|截止到?){_YEAR}(?P<month>{_MONTH})月份?(?:{_END}|(?P<day>{_DAY})[日号])"
)
_EIGHT_DIGITS = re.compile(
    rf"(?P<year>20[0-9]{{2}})(?P<month>[01][0-9])(?P<day>[0-3][0-9]){_TO}"
    r"(?P<until>20[0-9]{2})(?P<until_month>[01][0-9])(?P<until_day>[0-3][0-9])"
)
_PATTERNS = (_ONE_MONTH, _ONE_DAY, _MONTHS, _OVER_YEARS, _DAYS, _TO_MONTH_END, _EIGHT_DIGITS)
_DIGITS = "〇零一二三四五六七八九"
_HAN_YEAR = re.compile(rf"[{_DIGITS}]{{4}}(?=年)")
_HAN = re.compile(r"[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]")
_HAN_BEFORE = r"(?=月|日|号|季度|-|—|~|至|到|、|和)"


class _Named(NamedTuple):
    """Days in words: `year` is None where it goes without saying."""

    year: int | None
    first: tuple[int, int]
    until: int | None
    last: tuple[int, int | None]
    """The day is None for the last one of the month."""

    def days(self, year: int) -> Interval[date] | None:
        """The days, in `year` where the words name none; None where there are no such ones."""
        own = self.year if self.year is not None else year
        until = self.until if self.until is not None else own
        month, day = self.last
        try:
            first = date(own, *self.first)
            last = date(until, month, monthrange(until, month)[1] if day is None else day)
        except ValueError:
            return None
        return Interval(first, last) if first <= last else None


def named(text: str) -> _Named | None:
    """What days the words name; None where they are no such words, but perhaps a plain date."""
    plain = _plain(text)
    for read in (_of_part, _of_quarters, _of_years, _of_pattern):
        if (found := read(plain)) is not None:
            return found
    return None


def _plain(text: str) -> str:
    """Without blanks and remarks in brackets, Chinese numerals in digits."""
    bare = re.sub(r"\s", "", fold(text))
    bare = re.sub(r"[(][^()]*[)]$|[,;]?(?:累计|合计)$|^累计", "", bare)
    bare = _HAN_YEAR.sub(lambda found: _years_digits(found[0]), bare)
    return re.sub(_HAN.pattern + _HAN_BEFORE, lambda found: str(_count(found[0])), bare)


def _years_digits(word: str) -> str:
    return "".join(str(max(0, _DIGITS.index(char) - 1)) for char in word)


def _count(word: str) -> int:
    tens, ten, ones = word.partition("十")
    if not ten:
        return _DIGITS.index(word) - 1
    return (_DIGITS.index(tens) - 1 if tens else 1) * 10 + (_DIGITS.index(ones) - 1 if ones else 0)


def _year(found: re.Match[str]) -> int | None:
    return int(found["year"]) if found["year"] else None


def _of_part(text: str) -> _Named | None:
    found = _PART.fullmatch(text.replace("前3季度", "前三季度"))
    if found is None:
        return None
    first, last = _PARTS[found["part"]]
    return _Named(_year(found), (first, 1), None, (last, None))


def _of_quarters(text: str) -> _Named | None:
    found = _QUARTERS.fullmatch(text)
    if found is None:
        return None
    first, last = int(found["one"]) * 3 - 2, int(found["other"]) * 3
    return _Named(_year(found), (first, 1), None, (last, None))


def _of_years(text: str) -> _Named | None:
    found = _YEARS.fullmatch(text)
    return _Named(int(found["year"]), (1, 1), int(found["until"]), (12, None)) if found else None


def _of_pattern(text: str) -> _Named | None:
    """Months, days, and what runs over years."""
    if found := _UP_TO.fullmatch(text):
        day = int(found["day"]) if found["day"] else None
        return _Named(_year(found), (1, 1), None, (int(found["month"]), day))
    for pattern in _PATTERNS:
        if (found := pattern.fullmatch(text)) is not None and _is_clear(found):
            return _of_parts(found)
    return None


def _is_clear(found: re.Match[str]) -> bool:
    """Whether a year stands apart: 「20231—10」 is none, nor are 「3—5」 without any unit."""
    parts = found.groupdict()
    if "mark" in parts and parts["year"] and not parts["mark"]:
        return False
    is_one_date = found.re is _MONTHS and parts["mark"] == "-"  # 2020-08-12
    return "月" in found[0] or (bool(parts["year"]) and not is_one_date)


def _of_parts(found: re.Match[str]) -> _Named:
    parts = {key: int(text) for key, text in found.groupdict().items() if text and key != "mark"}
    month = parts["month"]
    last_day = parts.get("until_day", parts.get("day") if "until_month" not in parts else None)
    return _Named(
        parts.get("year"),
        (month, parts.get("day", 1)),
        parts.get("until"),
        (parts.get("until_month", month), last_day),
    )
