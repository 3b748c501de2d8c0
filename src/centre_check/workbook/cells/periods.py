"""Periods: the first and the last day that one cell states, or that its duration leads to."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from centre_check.logic import Interval
from centre_check.logic.calendar import add_months
from centre_check.logic.spelling import fold, normalise
from centre_check.model.facts import FOREVER, Trouble
from centre_check.workbook.cells.dates import date_interval, is_endless
from centre_check.workbook.cells.numerals import NUMERALS, numeral, plain
from centre_check.workbook.cells.parsed import BLANK, Parsed, Raw, unreadable
from centre_check.workbook.cells.remarks import EntryRemark
from centre_check.workbook.cells.text import is_none_text, without_entry


class ParsedPeriod(NamedTuple):
    """The first and the last day of a period; `start` is blank where only its length is told."""

    start: Parsed
    end: Parsed


# With a plain hyphen both sides must have as many hyphens: 「2019-22-3-4」 is not read.
_SPANS = (
    r"(?P<start>[^至到~]*)(?:至|到|~+)(?P<end>[^至到~]*)",
    r"(?P<start>[^—]*)—+(?P<end>[^—]*)",
    r"(?P<start>[^-]*)-{1,2}(?P<end>[^-]*)",
    r"(?P<start>[^-]+-[^-]+)-{1,2}(?P<end>[^-]+-[^-]+)",
    r"(?P<start>[^-]+-[^-]+-[^-]+)-{1,2}(?P<end>[^-]+-[^-]+-[^-]+)",
    r"(?P<start>[^-]+(?:-[^-]+){1,2})-{1,2}(?P<end>[^-0-9]*)",  # 2019-03-05-长期
    r"(?P<start>[^/、,;\s]+)(?:[/、,;]\s*|\s+)(?P<end>[^/、,;\s]*)",  # two dates in one cell
)
_FROM = r"(?:自|从|由)?(?P<start>[^起]+)起(?:算|计)?[,;]?(?P<length>.*)"  # 自2019年3月5日起三年

_YEARS = rf"(?P<years>[0-9]{{1,2}}|[{NUMERALS}]{{1,4}})"
_MONTHS = rf"(?P<months>[0-9]{{1,3}}|[{NUMERALS}]{{1,4}})"
_FOR = "(?:为期|期限为?|共)?"
_DURATIONS = (  # what is written, and the months to add to what it names
    (rf"{_FOR}{_YEARS}周?年", 0),
    (rf"{_FOR}{_YEARS}年半", 6),
    (rf"{_FOR}{_YEARS}\.5年", 6),
    (rf"{_FOR}半年", 6),
    (rf"{_FOR}{_MONTHS}个月", 0),
    (rf"{_FOR}{_YEARS}年[零又]?{_MONTHS}个月", 0),
)
_UNREADABLE_PERIODS = (
    (
        r"一年一[签聘续]|每年一?[签续]|每年续[签聘]|一年[签聘续]一次|逐年[签续].?",
        EntryRemark.EACH_RENEWAL,
    ),
    (rf"[0-9]{{1,3}}(?:\.[0-9]+)?|[{NUMERALS}]+", EntryRemark.DURATION_UNIT_MISSING),
    (r"(?:1[3-9]|[2-4][0-9])年", EntryRemark.YEAR_OR_DURATION),
)
_ALMOST_A_DATE = (EntryRemark.NO_SUCH_DAY, EntryRemark.YEAR_OUT_OF_RANGE)


def period(raw: Raw, start: Interval[date] | None) -> ParsedPeriod:
    """The days that a cell states, each as `Interval[date]`.

    A duration (「三年」) is counted from `start`, which another cell states: its last day is the
    one before the corresponding day. A period that ends before it starts is given as it stands.
    """
    match raw:
        case None:
            return _both(BLANK)
        case str():
            return _from_text(raw, start)
        case bool():
            return _both(unreadable(EntryRemark.TRUE_OR_FALSE))
        case int() | float():
            return _from_text(plain(raw), start)
        case _:
            return _both(unreadable(EntryRemark.NOT_A_PERIOD))


def _both(parsed: Parsed) -> ParsedPeriod:
    return ParsedPeriod(parsed, parsed)


def _from_text(raw: str, start: Interval[date] | None) -> ParsedPeriod:
    if nothing := without_entry(raw):
        return _both(nothing)
    if is_none_text(raw):
        return _both(BLANK)
    words = normalise(raw)
    for pattern, remark in _UNREADABLE_PERIODS:
        if re.fullmatch(pattern, words):
            return ParsedPeriod(BLANK, unreadable(remark))
    if is_endless(words) or _months(words):
        return ParsedPeriod(BLANK, _end(words, start))
    if (noted := re.fullmatch(r"(.+?)\(([^()]+)\)", fold(raw))) and _months(normalise(noted[2])):
        return _with_length(noted[1], normalise(noted[2]))
    return _span(fold(raw)) or _from(words) or _both(unreadable(EntryRemark.NOT_A_PERIOD))


def _with_length(span: str, length: str) -> ParsedPeriod:
    """「2019.7.1-2022.6.30(三年)」: the days, if they are as many."""
    said = _span(span) or _both(unreadable(EntryRemark.NOT_A_PERIOD))
    start, end = said.start.value, said.end.value
    if start is None or end is None:
        return said
    meant = _end(length, start).value
    agrees = meant is not None and abs((meant.high - end.high).days) <= _ABOUT_A_MONTH
    return said if agrees else ParsedPeriod(said.start, unreadable(EntryRemark.AGAINST_ITSELF))


_ABOUT_A_MONTH = 31  # days by which a term may be counted otherwise


def _span(text: str) -> ParsedPeriod | None:
    """「2019.3.5-2022.3.4」: a date, a joint and a date, or an end that is open."""
    for pattern in _SPANS:
        if not (found := re.fullmatch(pattern, text)):
            continue
        start, end = _first_day(found["start"]), _last_day(found["end"])
        if start and end and (start.value or end.value):
            return ParsedPeriod(start, end)
    return None


def _first_day(text: str) -> Parsed | None:
    return _day(re.sub(r"^(?:自|从|由)|(?:起|开始)$", "", text.strip()))


def _last_day(text: str) -> Parsed | None:
    if is_endless(text) or is_endless("至" + text):
        return Parsed(Interval.exactly(FOREVER), remark=EntryRemark.NO_END)
    return _day(re.sub("(?:为止|止)$", "", text.strip()))


def _day(text: str) -> Parsed | None:
    """What one side of a joint says; None when it is not a date, so that the joint is none."""
    parsed = date_interval(text, never=False)
    if parsed.remark is EntryRemark.SERIAL_NUMBER:
        return None
    if parsed.trouble is Trouble.UNREADABLE and parsed.remark not in _ALMOST_A_DATE:
        return None
    return parsed


def _from(words: str) -> ParsedPeriod | None:
    """「自2019年3月5日起三年」: a date and how long from there."""
    if not (found := re.fullmatch(_FROM, words)):
        return None
    start = date_interval(found["start"], never=False)
    return ParsedPeriod(start, _end(found["length"], start.value))


def _end(length: str, start: Interval[date] | None) -> Parsed:
    """The last day of a period of some length: the day before the corresponding day."""
    if not length:
        return BLANK
    if is_endless(length):
        return Parsed(Interval.exactly(FOREVER), remark=EntryRemark.NO_END)
    if not (months := _months(length)):
        return unreadable(EntryRemark.NOT_A_PERIOD)
    if start is None or start.low is None or start.high is None:
        return unreadable(EntryRemark.START_MISSING)
    low, high = (add_months(day, months) - timedelta(days=1) for day in (start.low, start.high))
    return Parsed(Interval(low, high), remark=EntryRemark.COMPUTED_END)


def _months(words: str) -> int | None:
    """The months of a duration; None when it is none."""
    for pattern, more in _DURATIONS:
        if found := re.fullmatch(pattern, words):
            parts = found.groupdict()
            years, months = _count(parts.get("years")), _count(parts.get("months"))
            return None if years is None or months is None else years * 12 + months + more
    return None


def _count(word: str | None) -> int | None:
    if word is None:
        return 0
    return int(word) if word.isdecimal() else numeral(word)
