"""What one raw cell says: a value, or why there is none."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from centre_check.model.facts import Trouble, Value
from centre_check.workbook.cells.remarks import EntryRemark

Raw = str | float | int | bool | date | datetime | time | timedelta | None


class Parsed(NamedTuple):
    """The value of a cell, or its trouble: `BLANK` or `UNREADABLE`."""

    value: Value | None
    trouble: Trouble | None = None
    remark: EntryRemark | None = None


BLANK = Parsed(None, Trouble.BLANK)


def unreadable(remark: EntryRemark) -> Parsed:
    """A cell that cannot be understood, and why."""
    return Parsed(None, Trouble.UNREADABLE, remark)
