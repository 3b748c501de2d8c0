"""Highest and lowest: the greatest or the least value that one record has in a field."""

from dataclasses import dataclass

from centre_check.checks.grammar import Bound
from centre_check.checks.measurement import ZERO, Measurement
from centre_check.checks.quantity import MaybeFieldId, OfField, Saying, Takes
from centre_check.checks.records import Context
from centre_check.checks.values import UNKNOWN, greatest_high, least_high, values_of
from centre_check.logic import Interval
from centre_check.model.evidence import Evidence
from centre_check.words import mark


@dataclass(frozen=True, slots=True)
class Highest(OfField):
    """The greatest value of a field that one record has."""

    key = "highest"
    takes = Takes.ONE
    is_divisible = True

    def measure(self, context: Context) -> Measurement:
        """The greatest value that a record has."""
        found = values_of(self.population, self.field, context)
        every = [*found.sure, *found.perhaps]
        if not every:
            return found.measured(UNKNOWN, self.field)
        low = max((one.low or ZERO for one in found.sure), default=ZERO)
        interval = Interval(low, None if found.gap else greatest_high(every))
        return found.measured(interval, self.field)

    def beyond(self, bound: Bound, context: Context) -> tuple[Evidence, ...]:
        """The records whose value breaks the bound."""
        return values_of(self.population, self.field, context).beyond(bound, self.field)

    def says(self, say: Saying) -> str:
        """The greatest … of …."""
        return say.words(mark("greatest {field} of {population}"), **self.named(say))


@dataclass(frozen=True, slots=True)
class Lowest(OfField):
    """The least value of a field that one record has."""

    key = "lowest"
    takes = Takes.ONE
    is_divisible = True

    place: MaybeFieldId = ""
    """The field that names the place: a record without it is of all places, not of one."""

    def measure(self, context: Context) -> Measurement:
        """The least value that a record has."""
        found = values_of(self.population, self.field, context, self.place)
        every = [*found.sure, *found.perhaps]
        if not every:
            return found.measured(UNKNOWN, self.field)
        low = ZERO if found.gap else min(one.low or ZERO for one in every)
        return found.measured(Interval(low, least_high(found.sure)), self.field)

    def beyond(self, bound: Bound, context: Context) -> tuple[Evidence, ...]:
        """The records whose value breaks the bound."""
        return values_of(self.population, self.field, context, self.place).beyond(bound, self.field)

    def says(self, say: Saying) -> str:
        """The least … of …."""
        return say.words(mark("least {field} of {population}"), **self.named(say))
