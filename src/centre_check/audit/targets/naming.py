"""What a row of indicators is about: its indicator, its days, its place."""

from collections.abc import Mapping
from datetime import date

from centre_check.logic import Interval
from centre_check.logic.spelling import normalise
from centre_check.model.table import Row
from centre_check.standard.targets.types import Indicator


def indicator_of(row: Row, by_name: Mapping[str, Indicator]) -> Indicator | None:
    """The indicator that the row reports."""
    return by_name.get(text_of(row, "indicator"))


def days_of_row(row: Row) -> tuple[date, date] | None:
    """The first and the last day that the row's figure is of; None where they are not known."""
    value = row.entry("period").value
    if not isinstance(value, Interval):
        return None
    first, last = value.low, value.high
    return None if first is None or last is None else (first, last)


def reported_on(row: Row) -> date | None:
    """The day up to which the figure was counted."""
    value = row.entry("as_of").value
    day: date | None = value.high if isinstance(value, Interval) else None
    return day


def text_of(row: Row, field: str) -> str:
    """A text of the row as names are compared; nothing where it has none."""
    value = row.entry(field).value
    return normalise(value) if isinstance(value, str) else ""
