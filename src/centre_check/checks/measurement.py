"""What was measured: what it may be, and the records on which that rests."""

from decimal import Decimal
from typing import NamedTuple

from centre_check.checks.records import Answer, Record
from centre_check.logic import Interval, Truth
from centre_check.model.findings import Evidence, Reason

ZERO = Decimal(0)


class Measurement(NamedTuple):
    """What a quantity may be, and on which records that rests.

    `undecided` are the records that may or may not count; `reasons` whatever else leaves the
    quantity open; `total` is what a share is a share of.
    """

    interval: Interval[Decimal]
    counted: tuple[Evidence, ...] = ()
    excluded: tuple[Evidence, ...] = ()
    undecided: tuple[Evidence, ...] = ()
    reasons: tuple[Reason, ...] = ()
    total: Interval[Decimal] | None = None


def evidence(record: Record, answer: Answer, *, is_near: bool = False) -> Evidence:
    """The record as it is shown: what it is called, the cells that decided, why it was left out."""
    cells = answer.cells or ((record.key,) if record.key else ())
    label = record.key.value if record.key and record.key.value else ""
    reason = answer.reasons[0] if answer.reasons and answer.truth is not Truth.YES else None
    first = record.rows[0]
    return Evidence(first.number, label, cells, reason, first.table, is_near)
