"""Values: what the records of a population say in a number field."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from centre_check.checks.answers import Answer
from centre_check.checks.bounds import meets
from centre_check.checks.grammar import Bound
from centre_check.checks.measurement import ZERO, Asked, Measurement, ask_all
from centre_check.checks.records import Context, Record
from centre_check.logic import Interval, Truth
from centre_check.model.entry import Entry
from centre_check.model.evidence import Evidence, Reason
from centre_check.model.facts import Cell, Trouble

UNKNOWN: Interval[Decimal] = Interval(ZERO, None)


class Values(NamedTuple):
    """The values of a population's records: certain ones, and ones that may not belong."""

    sure: list[Interval[Decimal]]
    perhaps: list[Interval[Decimal]]
    belonging: list[Asked]
    gap: tuple[Reason, ...]
    context: Context

    def measured(self, interval: Interval[Decimal], field: str) -> Measurement:
        """The interval with the records that it rests on."""
        shown = [
            shown_amount(one.record, one.belongs, field, self.context) for one in self.belonging
        ]
        undecided = tuple(one for one in shown if one.reason)
        reasons = self.gap + tuple(one.reason for one in undecided if one.reason)
        counted = tuple(one for one in shown if not one.reason)
        return Measurement(interval, counted, (), undecided, reasons)

    def beyond(self, bound: Bound, field: str) -> tuple[Evidence, ...]:
        """The records whose own value breaks the bound."""
        return tuple(
            shown_amount(one.record, one.belongs, field, self.context)
            for one in self.belonging
            if one.belongs.truth is Truth.YES
            and meets(amount_of(one.record, field), bound) is Truth.NO
        )


def values_of(population: str, field: str, context: Context, place: str = "") -> Values:
    """The values of the records; with `place`, of those that name one there."""
    asked, gap = ask_all(population, (), context)
    belonging = [one for one in asked if one.belongs.truth is not Truth.NO]
    if place and belonging:
        belonging = [one for one in belonging if text_of(one.record, place)]
        if not belonging:
            gap = (*gap, Reason(context.why("no_place")))
    by_truth: dict[Truth, list[Interval[Decimal]]] = {Truth.YES: [], Truth.MAYBE: []}
    for one in belonging:
        by_truth[one.belongs.truth].append(amount_of(one.record, field))
    return Values(by_truth[Truth.YES], by_truth[Truth.MAYBE], belonging, gap, context)


def greatest_high(values: Iterable[Interval[Decimal]]) -> Decimal | None:
    """The greatest that any of them leaves possible; None: no limit."""
    highs = [one.high for one in values]
    return None if None in highs else max(high for high in highs if high is not None)


def least_high(values: Iterable[Interval[Decimal]]) -> Decimal | None:
    """The least upper end."""
    return min((one.high for one in values if one.high is not None), default=None)


def day_of(record: Record, fields: Sequence[str]) -> date | None:
    """The last day that the first of the fields with an entry leaves possible."""
    for field in fields:
        value = record.said(field)[0][0].value
        if isinstance(value, Interval):
            day: date | None = value.high
            return day
    return None


def text_of(record: Record, field: str) -> str:
    """The text of the record's first row in a field."""
    value = record.said(field)[0][0].value
    return value if isinstance(value, str) else ""


def amount_of(record: Record, field: str) -> Interval[Decimal]:
    """What the record's rows say together: any of their amounts may hold, a blank may hide any."""
    said = [
        entry.value if isinstance(entry.value, Interval) else Interval(ZERO, None)
        for entry, _ in record.said(field)
    ]
    highs = [amount.high for amount in said if amount.high is not None]
    low = min(ZERO if amount.low is None else amount.low for amount in said)
    low_open = all(amount.low_open for amount in said)
    if len(highs) < len(said):
        return Interval(low, None, low_open=low_open)
    is_open = any(amount.high == max(highs) and amount.high_open for amount in said)
    return Interval(low, max(highs), low_open=low_open, high_open=is_open)


def shown_amount(record: Record, belongs: Answer, field: str, context: Context) -> Evidence:
    """The record with the cells of its amount, and why that is open if it is."""
    said = record.said(field)
    cells = tuple(cell for _, cell in said if cell is not None) or belongs.cells
    reason = belongs.reasons[0] if belongs.truth is Truth.MAYBE and belongs.reasons else None
    unread = next((one for one in said if one[0].value is None), None)
    if unread is not None:
        reason = unread_amount(*unread, record, field, context)
    elif len({entry.value for entry, _ in said}) > 1:
        reason = Reason(context.why("contradictory"), cells)
    return Evidence(record.rows[0], cells, reason, record.key)


def unread_amount(
    entry: Entry, cell: Cell | None, record: Record, field: str, context: Context
) -> Reason:
    """Why an amount cannot be told."""
    values = {"table": record.table, "field": field}
    values |= {"remark": entry.remark} if entry.remark else {}
    cells = (cell,) if cell is not None else ()
    return Reason(context.why(str(entry.trouble or Trouble.BLANK), **values), cells)
