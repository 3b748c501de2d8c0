"""What one raw cell says: a value, or why there is none."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from centre_check.model.facts import Trouble, Value
from centre_check.workbook.cells.remarks import Remark

Raw = str | float | int | bool | date | datetime | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Parsed:
    """The value of a cell, or its trouble: `BLANK` or `UNREADABLE`."""

    value: Value | None
    trouble: Trouble | None = None
    remark: Remark | None = None


BLANK = Parsed(None, Trouble.BLANK)


def unreadable(remark: Remark) -> Parsed:
    """A cell that cannot be understood, and why."""
    return Parsed(None, Trouble.UNREADABLE, remark)
