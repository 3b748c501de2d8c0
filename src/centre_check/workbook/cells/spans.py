"""Spans: the days that a figure is about, 「2023年」, 「2023年1—10月」, 「2019-2021年」."""

import re
from datetime import date

from centre_check.logic import Interval
from centre_check.logic.calendar import month_end
from centre_check.logic.spelling import fold
from centre_check.workbook.cells.dates import date_interval
from centre_check.workbook.cells.numerals import plain
from centre_check.workbook.cells.parsed import Parsed, Raw

_YEAR = r"(?P<year>(?:19|20|21)[0-9]{2})\s*年?\s*"
_TO = r"\s*(?:-|—|~|至|到)+\s*"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_YEARS = re.compile(rf"{_YEAR}{_TO}(?P<until>(?:19|20|21)[0-9]{{2}})\s*年?")
_MONTH_TO_MONTH = re.compile(
    rf"{_YEAR}[.年/-]?(?P<first>{_MONTH})\s*月?{_TO}"
    rf"(?P<until>(?:19|20|21)[0-9]{{2}})\s*[.年/-]\s*(?P<last>{_MONTH})\s*月?"
)


def span(raw: Raw) -> Parsed:
    """The first and the last day of the period as `Interval[date]`; a single day is both."""
    text = plain(raw) if isinstance(raw, int | float) and not isinstance(raw, bool) else raw
    if isinstance(text, str):
        found = _span(re.sub(r"\s", "", fold(text)))
        if found is not None:
            return Parsed(found)
    return date_interval(text, never=False)


def _span(text: str) -> Interval[date] | None:
    if found := _YEARS.fullmatch(text):
        return _months(int(found["year"]), 1, int(found["until"]), 12)
    if found := _MONTH_TO_MONTH.fullmatch(text):
        return _months(
            int(found["year"]), int(found["first"]), int(found["until"]), int(found["last"])
        )
    return None


def _months(year: int, first: int, until: int, last: int) -> Interval[date] | None:
    start, end = date(year, first, 1), month_end(until, last)
    return Interval(start, end) if start <= end else None
