"""Least and most of each: a quantity asked of every month or year, name or place by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple, assert_never

from centre_check.checks.grammar import FieldTest
from centre_check.checks.groups import (
    ByName,
    ByPeriod,
    ByPlace,
    Grouping,
    Step,
    groups_of,
    narrowed,
)
from centre_check.checks.measurement import ZERO, Measurement
from centre_check.checks.quantities.count import Count
from centre_check.checks.quantity import Quantity, Saying
from centre_check.checks.records import Context
from centre_check.checks.values import UNKNOWN, greatest_high, least_high
from centre_check.logic import Interval
from centre_check.model.evidence import Reason
from centre_check.model.told import Told
from centre_check.words import Words, mark


class Group(NamedTuple):
    """One group of a quantity: what it is called, its days if it is a period, its measurement."""

    label: str
    days: tuple[date, date] | None
    measured: Measurement


@dataclass(frozen=True, slots=True)
class Each(Quantity):
    """A quantity asked of each group by itself."""

    keyed = "quantity"
    is_divisible = True

    quantity: Quantity
    by: Annotated[Grouping, Told(key="each")]

    def groups(self, context: Context) -> list[Group]:
        """Every group with what the quantity is within it."""
        found = []
        for label, days, test in groups_of(self.by, context):
            inner, own = self._within(test, context)
            found.append(Group(label, days, inner.measure(own)))
        return found

    def _within(self, test: FieldTest, context: Context) -> tuple[Quantity, Context]:
        """The quantity within a group. Of things by name, one that no row names is none of them."""
        inner = self.quantity
        if isinstance(self.by, ByName) and isinstance(inner, Count):
            return replace(inner, where=(*inner.where, test)), context
        return narrowed(inner, test, context)

    def measure(self, context: Context) -> Measurement:
        """The least or the greatest of the groups; open where there may be more groups."""
        parts = [group.measured for group in self.groups(context)]
        if not parts:
            return Measurement(UNKNOWN, reasons=(Reason(context.why("no_group")),))
        return Measurement(
            self._of([part.interval for part in parts]),
            tuple(one for part in parts for one in part.counted),
            (),
            tuple(one for part in parts for one in part.undecided),
            tuple(reason for part in parts for reason in part.reasons),
        )

    def _of(self, intervals: Sequence[Interval[Decimal]]) -> Interval[Decimal]:
        raise NotImplementedError

    def in_period(self, first: date, last: date) -> "Each":
        """The same where its months or years are those between two days."""
        if not isinstance(self.by, ByPeriod) or self.by.since is not None:
            return self
        return replace(self, by=self.by._replace(first=first, last=last))

    def in_unit(self, unit: str) -> Quantity:
        """The quantity as this unit has it."""
        return self.with_parts(lambda part: part.in_unit(unit))

    @property
    def about(self) -> str:
        """What the quantity is of."""
        return self.quantity.about

    def says(self, say: Saying) -> str:
        """Each month, …."""
        group, quantity = _said(self.by, say.words), self.quantity.says(say)
        return say.words(mark("{group}, {quantity}"), group=group, quantity=quantity)


@dataclass(frozen=True, slots=True)
class LeastOfEach(Each):
    """A quantity of each group by itself, the least of them."""

    key = "least"

    def _of(self, intervals: Sequence[Interval[Decimal]]) -> Interval[Decimal]:
        return Interval(min(one.low or ZERO for one in intervals), least_high(intervals))


@dataclass(frozen=True, slots=True)
class MostOfEach(Each):
    """A quantity of each group by itself, the greatest of them."""

    key = "most"

    def _of(self, intervals: Sequence[Interval[Decimal]]) -> Interval[Decimal]:
        return Interval(max(one.low or ZERO for one in intervals), greatest_high(intervals))


def _said(by: Grouping, words: Words) -> str:
    match by:
        case ByPeriod():
            return words(mark("each month") if by.step is Step.MONTH else mark("each year"))
        case ByName(_, names):
            return words(mark("each of {names}"), names=words.join(name for name, *_ in names))
        case ByPlace():
            return words(mark("each place"))
        case _ as never:
            assert_never(never)
