"""Mean: of a field over records, or over places, each once by its latest record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from centre_check.checks.groups import names_in
from centre_check.checks.measurement import ZERO, Asked, Measurement
from centre_check.checks.quantity import (
    FieldId,
    FieldIds,
    OfField,
    PopulationId,
    Saying,
    Takes,
)
from centre_check.checks.records import Context
from centre_check.checks.values import UNKNOWN, amount_of, day_of, text_of, values_of
from centre_check.logic import Interval
from centre_check.logic.spelling import normalise
from centre_check.model.evidence import Reason
from centre_check.model.told import Told
from centre_check.words import mark


def _mean_high(values: Sequence[Interval[Decimal]], number: int) -> Decimal | None:
    highs = [one.high for one in values if one.high is not None]
    return sum(highs, ZERO) / number if len(highs) == len(values) else None


@dataclass(frozen=True, slots=True)
class Mean(OfField):
    """The mean of a field over the records."""

    key = "mean"
    is_divisible = True

    def measure(self, context: Context) -> Measurement:
        """The mean, once it is certain who belongs."""
        found = values_of(self.population, self.field, context)
        number = len(found.sure)
        if found.perhaps or found.gap or not number:
            return found.measured(UNKNOWN, self.field)
        low = sum((one.low or ZERO for one in found.sure), ZERO) / number
        high = _mean_high(found.sure, number)
        return found.measured(Interval(low, high), self.field)

    def says(self, say: Saying) -> str:
        """The mean … of …."""
        return say.words(mark("mean {field} of {population}"), **self.named(say))


@dataclass(frozen=True, slots=True)
class PlaceMean(OfField):
    """The mean of a field over places, each once: how many there are must be known."""

    # A record without a place is of all of them, and is divided by the number that is listed.

    key = "mean_of_places"
    takes = Takes.EACH_PLACE
    is_divisible = True

    place: FieldId
    """The field that names the place."""
    listed: Annotated[PopulationId, Told(key="places")]
    """The population that lists them, in the field `listed_in`."""
    days: FieldIds
    """The fields that say the day: of a place the latest record holds."""
    name: Annotated[FieldId, Told(key="listed_in", of="listed")] = "name"

    def measure(self, context: Context) -> Measurement:
        """The mean; open until every place that is listed has a record, or one is of all."""
        found = values_of(self.population, self.field, context)
        listed = names_in(self.listed, self.name, context)
        latest = _latest_by_place(self, found.belonging)
        places = [name for name in latest if name]
        if found.perhaps or found.gap or not (listed or places):
            reasons = (
                (*found.gap, Reason(context.why("no_place"))) if found.belonging else found.gap
            )
            return found._replace(gap=reasons).measured(UNKNOWN, self.field)
        counted = [latest[name] for name in places] if places else [latest.get("", [])]
        number = len(listed) or len(places)
        is_known = len(counted) == number or not places
        missing = sorted(set(map(normalise, listed)) - set(places)) if places else []
        if missing or not is_known or any(len(set(said)) != 1 for said in counted):
            reason = Reason(context.why("no_row_of_place", places="、".join(missing)))
            gap = (*found.gap, reason) if missing else found.gap
            clash = found._replace(gap=gap or (Reason(context.why("contradictory")),))
            return clash.measured(UNKNOWN, self.field)
        lows = sum((one[0].low or ZERO for one in counted), ZERO)
        high = _mean_high([one[0] for one in counted], number)
        return found.measured(Interval(lows / number, high), self.field)

    def says(self, say: Saying) -> str:
        """The mean … of …, each place once."""
        text = mark("mean {field} of {population}, each place once")
        return say.words(text, **self.named(say))


def _latest_by_place(
    mean: PlaceMean, belonging: Sequence[Asked]
) -> dict[str, list[Interval[Decimal]]]:
    """Of each place, "" for the whole, what its records of the latest day say."""
    last: dict[str, tuple[date, list[Interval[Decimal]]]] = {}
    for one in belonging:
        place = normalise(text_of(one.record, mean.place))
        day = day_of(one.record, mean.days) or date.max
        amount = amount_of(one.record, mean.field)
        known = last.get(place)
        if known is None or day > known[0]:
            last[place] = day, [amount]
        elif day == known[0]:
            known[1].append(amount)
    return {place: amounts for place, (_, amounts) in last.items()}
