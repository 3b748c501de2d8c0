"""Days in words: ends and parts of a year or a month, and what is written around a date."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date

from centre_check.logic import Interval, Truth
from centre_check.logic.calendar import month_end
from centre_check.logic.truth import all_of
from centre_check.workbook.cells.numerals import YEAR_DIGITS, numeral
from centre_check.workbook.cells.parsed import Parsed, unreadable
from centre_check.workbook.cells.remarks import EntryRemark

Read = Callable[[str], Parsed | None]

_YEAR = r"(?P<year>(?:19|20|21)[0-9]{2}|(?:1[3-9]|[2-4][0-9])(?=年))年?"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_PARTS = {
    **dict.fromkeys(("上半年", "半年报", "半年度", "中期", "中报"), (1, 6)),
    "下半年": (7, 12),
    **dict.fromkeys(("年度", "度", "全年", "整年", "年报", "年度报告", "年度报表"), (1, 12)),
    **{
        f"{at}{quarter}": (3 * number - 2, 3 * number)
        for number, ats in enumerate(("一1", "二2", "三3", "四4"), 1)
        for at in ats
        for quarter in ("季度", "季", "季报")
    },
    **{f"q{number}": (3 * number - 2, 3 * number) for number in range(1, 5)},
}
_END = "(?:期末|年末|年底|年终|末|底|终)"
_OF_A_YEAR = (
    rf"{_YEAR}第?(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))})(?P<end>{_END})?"
)
_OF_MONTHS = (
    rf"{_YEAR}(?P<first>{_MONTH})月?(?:-|—|~|至|到)+(?P<last>{_MONTH})月份?(?P<end>{_END})?"
)
_YEAR_END = rf"{_YEAR}{_END}"
_MONTH_END = rf"{_YEAR}[.\-/]?(?P<first>{_MONTH})月?份?{_END}"
_TENTH = rf"{_YEAR}(?P<first>{_MONTH})月(?P<tenth>[上中下])旬"
_NAMES = {
    name: at
    for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)  # noqa: SIM905
}
_NAMED = r"(?P<name>[a-z]{3})[a-z]{0,6}\.?"
_ENGLISH = (
    rf"{_NAMED}[ -]*(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[ ,-]+(?P<year>[0-9]{{4}})",
    rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[ -]*{_NAMED}[ ,-]*(?P<year>[0-9]{{4}})",
)

# What may stand before and behind a date without changing the day; 「拟于」, 「前」, 「约」 do.
_BEFORE = (
    r"(?:本表|以|统计|数据|信息|资料|填报|截至|截止|止于|截|止|自|从|至|到|于|为|是"
    r"|时间|日期|时点|公元|[:：\s])+"
)
_BEHIND = (
    r"(?:为?止|起算?|开始|为准|止期|数据|数|统计|口径|报表|情况|年报|季报|月报|半年报|[。.,;、!\s]"
    r"|(?:24|0|零|12|18)[时点]整?|24:00(?::00)?)"
)
_HARMLESS = (  # of such words alone
    "(?:半?年报|季报|月报|半?年度|季度|月度|年终|[年月季期][末底]|报告期末?|统计|数据|口径|报表|时点|填报|上报"
    "|截[止至]|止|含|当[日天]|公历|阳历|全年|本期|日期)+"
)
_BRACKETED = (
    r"(?P<plain>.+?)[(\[【](?P<note>[^()\[\]【】]*)[)\]】](?P<rest>)",
    r"[(\[【](?P<note>[^()\[\]【】]*)[)\]】](?P<plain>.+)",
)
_WEEKDAY = r"(?:星期|周|礼拜)(?P<at>[一二三四五六日天])"
_WEEKDAYS = "一二三四五六日"


def _part_of_year(text: str) -> Interval[date] | None:
    """The days of 「2020年上半年」, 「2020年1-10月」, written without white space."""
    if found := re.fullmatch(_OF_A_YEAR, text):
        first, last = _PARTS[found["part"]]
    elif found := re.fullmatch(_OF_MONTHS, text):
        first, last = int(found["first"]), int(found["last"])
    else:
        return None
    year = _year(found["year"])
    start, end = date(year, first, 1), month_end(year, last)
    if first > last:
        return None
    return Interval(end if found["end"] else start, end)


def in_words(text: str, read: Read) -> Parsed | None:
    """What `text`, which `read` cannot read as it stands, says of a day; None where nothing.

    Something around a date is put aside where it cannot change the day. What contradicts it
    (「2020年12月31日(2019年年报)」, another weekday) makes it unreadable.
    """
    for plain in _plainer(text.casefold()):
        if bare := re.fullmatch(r"[(\[【]([^()\[\]【】]*)[)\]】]", plain):
            return _any(bare[1], read)
        for pattern in _BRACKETED:
            if found := re.fullmatch(pattern, plain):
                return _agreed(_any(found["plain"], read), found["note"], read)
        if found := re.fullmatch(rf"(?P<plain>.*[0-9日号])\s*(?P<note>{_WEEKDAY})", plain):
            return _agreed(_any(found["plain"], read), found["note"], read)
        if said := _one(plain, read):
            return said
    return None


def _any(text: str, read: Read) -> Parsed | None:
    return _one(text, read) or in_words(text, read)


def _plainer(text: str) -> Iterator[str]:
    """`text` with less and less around it."""
    yield text
    if (rest := re.sub(rf"^{_BEFORE}", "", text)) != text:
        text = rest
        yield text
    while (rest := re.sub(rf"{_BEHIND}$", "", text)) != text and rest:
        text = rest
        yield text


def _one(text: str, read: Read) -> Parsed | None:
    closed = _in_digits("".join(text.split()))
    if days := _part_of_year(closed):
        return Parsed(days)
    if days := _end_or_tenth(closed) or _english(text) or _year_last(closed):
        return Parsed(days)
    return read(text) or (read(closed) if "年" in closed else None)


def _in_digits(text: str) -> str:
    """`text` with 二〇二〇年十二月 as 2020年12月."""
    text = re.sub(
        "^[〇零○o一二三四五六七八九]{4}(?=年)", lambda y: y[0].upper().translate(YEAR_DIGITS), text
    )
    return re.sub(
        "(?<=年)[一二三四五六七八九十]{1,3}(?=月)", lambda m: str(numeral(m[0]) or 0), text
    )


def _end_or_tenth(text: str) -> Interval[date] | None:
    if found := re.fullmatch(_YEAR_END, text):
        return Interval.exactly(date(_year(found["year"]), 12, 31))
    if found := re.fullmatch(_MONTH_END, text):
        return Interval.exactly(month_end(_year(found["year"]), int(found["first"])))
    if found := re.fullmatch(_TENTH, text):
        year, month = _year(found["year"]), int(found["first"])
        first = {"上": 1, "中": 11, "下": 21}[found["tenth"]]
        last = month_end(year, month) if first == 21 else date(year, month, first + 9)
        return Interval(date(year, month, first), last)
    return None


def _year_last(text: str) -> Interval[date] | None:
    """31/12/2020 and 12/31/2020, where only one of the two can be the month."""
    found = re.fullmatch(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})", text)
    if found is None:
        return None
    pairs = {(int(found[1]), int(found[3])), (int(found[3]), int(found[1]))}
    days = set()
    for month, day in pairs:
        with suppress(ValueError):
            days.add(date(int(found[4]), month, day))
    return Interval.exactly(days.pop()) if len(days) == 1 else None


def _english(text: str) -> Interval[date] | None:
    for pattern in _ENGLISH:
        if (found := re.fullmatch(pattern, text)) and found["name"] in _NAMES:
            try:
                day = date(int(found["year"]), _NAMES[found["name"]], int(found["day"]))
            except ValueError:
                return None
            return Interval.exactly(day)
    return None


def _agreed(said: Parsed | None, note: str, read: Read) -> Parsed | None:
    """The date with a note beside it that says the same, or nothing of the day."""
    if said is None or not isinstance(said.value, Interval):
        return said
    note = "".join(note.split())
    if weekday := re.fullmatch(_WEEKDAY, note):
        day = said.value.low
        at = _WEEKDAYS.index(weekday["at"].replace("天", "日"))
        agrees = said.value.is_exact and isinstance(day, date) and day.weekday() == at
        return said if agrees else unreadable(EntryRemark.AGAINST_ITSELF)
    if re.fullmatch(_HARMLESS, note):
        return said
    other = _any(note, read)
    if other is None or not isinstance(other.value, Interval):
        return None
    days = said.value
    agree = all_of((days.at_least(other.value.low), days.at_most(other.value.high)))
    return said if agree is Truth.YES else unreadable(EntryRemark.AGAINST_ITSELF)


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)
