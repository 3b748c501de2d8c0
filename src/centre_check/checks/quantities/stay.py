"""Stay: how long records have been there, from one of their days to another or the audit date."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal, NamedTuple

from centre_check.checks.bounds import meets
from centre_check.checks.grammar import Bound
from centre_check.checks.measurement import Asked, Measurement, ask_all
from centre_check.checks.quantity import FieldId, OfRecords, Quantity, Saying
from centre_check.checks.records import Context, Record
from centre_check.checks.values import UNKNOWN, unread_amount
from centre_check.logic import Interval, Truth
from centre_check.logic.calendar import months_between
from centre_check.model.evidence import Evidence, Reason
from centre_check.model.facts import Cell
from centre_check.model.told import Told
from centre_check.words import mark

_SAID = {
    "mean": mark("mean time of {population} from {start} to {end}"),
    "longest": mark("longest time of {population} from {start} to {end}"),
    "shortest": mark("shortest time of {population} from {start} to {end}"),
}


class _Spent(NamedTuple):
    """How long one record has been there, None where that is open; how it is shown."""

    months: Interval[Decimal] | None
    is_sure: bool
    shown: Evidence


@dataclass(frozen=True, slots=True)
class Stay(OfRecords):
    """The mean, the longest or the shortest time from one day of a record to another."""

    key = "stay"

    start: Annotated[FieldId, Told(key="from")]
    """The field with the first day."""
    end: Annotated[FieldId, Told(key="to")]
    """The field with the last day; whoever has none is still there on the audit date."""
    taken: Literal["mean", "longest", "shortest"] = "longest"
    per: Annotated[int, Told(never=True)] = 1

    def measure(self, context: Context) -> Measurement:
        """In months, or in years where that is the unit; a month ends on the corresponding day."""
        asked, gap = ask_all(self.population, (), context)
        found = [self._spent(one, context) for one in asked if one.belongs.truth is not Truth.NO]
        open_ = tuple(one.shown for one in found if one.shown.reason)
        reasons = gap + tuple(one.reason for one in open_ if one.reason)
        counted = tuple(one.shown for one in found if not one.shown.reason)
        interval = self._taken(found, is_whole=not gap)
        return Measurement(interval, counted, (), open_, reasons)

    def _taken(self, found: list[_Spent], *, is_whole: bool) -> Interval[Decimal]:
        known = [(one.months, one.is_sure) for one in found if one.months is not None]
        is_whole = is_whole and bool(found) and len(known) == len(found)
        lows = [months.low or Decimal(0) for months, is_sure in known if is_sure]
        if self.taken == "longest":
            low = max(lows, default=Decimal(0))
            return Interval(low, max(m.high for m, _ in known if m.high) if is_whole else None)
        if not is_whole or len(lows) != len(known):
            return UNKNOWN
        highs = [months.high or Decimal(0) for months, _ in known]
        if self.taken == "shortest":
            return Interval(min(lows), min(highs))
        return Interval(sum(lows, Decimal(0)) / len(lows), sum(highs, Decimal(0)) / len(highs))

    def _spent(self, one: Asked, context: Context) -> _Spent:
        record, is_sure = one.record, one.belongs.truth is Truth.YES
        (first, start), (last, end) = (record.said(name)[0] for name in (self.start, self.end))
        cells = tuple(cell for cell in (start, end) if cell is not None)
        is_there = last.is_blank and context.is_day_known
        until = Interval.exactly(context.as_of) if is_there else last.value
        if not isinstance(first.value, Interval):
            reason = unread_amount(first, start, record, self.start, context)
        elif not isinstance(until, Interval):
            reason = unread_amount(last, end, record, self.end, context)
        elif (months := self._months(first.value, until, context.as_of)) is None:
            reason = Reason(context.why("contradictory"), cells)
        else:
            why = None if is_sure else next(iter(one.belongs.reasons), None)
            return _Spent(months, is_sure, _shown(record, cells, why))
        return _Spent(None, is_sure, _shown(record, cells, reason))

    def _months(
        self, first: Interval[date], last: Interval[date], as_of: date
    ) -> Interval[Decimal] | None:
        """The time in the unit; None where it would end before it began."""
        if first.low is None or first.high is None or last.low is None or last.high is None:
            return None
        low = months_between(first.high, min(last.low, as_of))
        high = months_between(first.low, min(last.high, as_of))
        return (
            None if high < 0 else Interval(self._in_unit(max(low, Fraction())), self._in_unit(high))
        )

    def _in_unit(self, months: Fraction) -> Decimal:
        found = months / self.per
        return Decimal(found.numerator) / Decimal(found.denominator)

    def in_unit(self, unit: str) -> Quantity:
        """Years where that is the unit, else months."""
        return replace(self, per=12 if unit == "年" else 1)

    def beyond(self, bound: Bound, context: Context) -> tuple[Evidence, ...]:
        """The records whose own time breaks the bound."""
        if self.taken == "mean":
            return ()
        asked, _ = ask_all(self.population, (), context)
        found = (self._spent(one, context) for one in asked if one.belongs.truth is Truth.YES)
        return tuple(
            one.shown
            for one in found
            if one.months is not None and meets(one.months, bound) is Truth.NO
        )

    def says(self, say: Saying) -> str:
        """The longest time of … from … to …."""
        return say.words(
            _SAID[self.taken],
            population=say.population(self.population),
            start=say.field(self.start, self.population),
            end=say.field(self.end, self.population),
        )

    def reads(self) -> Iterator[tuple[str, str]]:
        """Both days."""
        yield self.population, self.start
        yield self.population, self.end


def _shown(record: Record, cells: tuple[Cell, ...], reason: Reason | None) -> Evidence:
    return Evidence(record.rows[0], cells, reason, record.key)
