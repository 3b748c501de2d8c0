"""Latest: the value of the record with the latest day."""

from dataclasses import dataclass

from centre_check.checks.answers import Answer
from centre_check.checks.measurement import ZERO, Asked, Measurement
from centre_check.checks.quantity import FieldIds, OfField, Saying, Takes
from centre_check.checks.records import Context
from centre_check.checks.values import UNKNOWN, amount_of, day_of, greatest_high, values_of
from centre_check.logic import Interval, Truth
from centre_check.model.evidence import Reason
from centre_check.words import mark


@dataclass(frozen=True, slots=True)
class Latest(OfField):
    """The value of the record with the latest day."""

    key = "latest"
    takes = Takes.ONE
    is_divisible = True

    days: FieldIds
    """The fields that say the day; the first one with an entry counts."""

    def measure(self, context: Context) -> Measurement:
        """That value; of several records of one day, what they leave possible."""
        found = values_of(self.population, self.field, context)
        days = [day_of(one.record, self.days) for one in found.belonging]
        values = [amount_of(one.record, self.field) for one in found.belonging]
        are_sure = None not in days
        are_sure = are_sure and all(one.belongs.truth is Truth.YES for one in found.belonging)
        if are_sure and not found.gap:
            last = max(day for day in days if day is not None)
            at = [n for n, day in enumerate(days) if day == last]
            found = found._replace(belonging=[found.belonging[n] for n in at])
            values = [values[n] for n in at]
        if not values or found.gap:
            return found.measured(UNKNOWN, self.field)
        if len(set(values)) > 1:
            found = found._replace(
                belonging=[one._replace(belongs=_clash(one, context)) for one in found.belonging]
            )
        low, high = min(one.low or ZERO for one in values), greatest_high(values)
        is_open = len(values) == 1 and values[0].high_open
        return found.measured(Interval(low, high, high_open=is_open), self.field)

    def says(self, say: Saying) -> str:
        """The latest … of …."""
        return say.words(mark("latest {field} of {population}"), **self.named(say))


def _clash(one: Asked, context: Context) -> Answer:
    """Of several rows of the last day it is not known which one holds."""
    cells = (one.record.key,) if one.record.key else ()
    return Answer(Truth.MAYBE, cells, (Reason(context.why("contradictory"), cells),))
