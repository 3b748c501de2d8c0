"""Spans: the days that a figure is about, 「2023年」, 「2023年1—10月」, 「2020年上半年」."""

from centre_check.logic.spans import named
from centre_check.workbook.cells.dates import date_interval
from centre_check.workbook.cells.numerals import plain
from centre_check.workbook.cells.parsed import Parsed, Raw, unreadable
from centre_check.workbook.cells.remarks import EntryRemark


def span(raw: Raw) -> Parsed:
    """The first and the last day of the period as `Interval[date]`; a single day is both."""
    text = plain(raw) if isinstance(raw, int | float) and not isinstance(raw, bool) else raw
    found = named(text) if isinstance(text, str) else None
    if found is None:
        return date_interval(text if isinstance(text, str) else raw, never=False)
    if found.year is None:
        return unreadable(EntryRemark.YEAR_MISSING)
    days = found.days(found.year)
    return unreadable(EntryRemark.NO_SUCH_DAY) if days is None else Parsed(days)
