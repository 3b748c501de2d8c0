"""Number: one figure of a key/value sheet, as far as it is the one that is asked for."""

from collections.abc import Iterator
from dataclasses import dataclass

from centre_check.checks.answers import Answer, together
from centre_check.checks.grammar import Test
from centre_check.checks.measurement import ZERO, Measurement, evidence
from centre_check.checks.populations import records
from centre_check.checks.quantity import FieldId, OfField, PopulationId, Saying
from centre_check.checks.records import Context
from centre_check.checks.tests import ask
from centre_check.checks.values import unread_amount
from centre_check.logic import Interval, Truth
from centre_check.model.evidence import Reason
from centre_check.words import mark


@dataclass(frozen=True, slots=True)
class Number(OfField):
    """One number of a key/value sheet."""

    key = "number"

    population: PopulationId
    """The population it stands in."""
    field: FieldId
    exact_when: tuple[Test, ...] = ()
    """Unless these hold, the number is only a lower limit."""
    lower_when: tuple[Test, ...] = ()
    """Unless these hold, it is not even that."""

    def measure(self, context: Context) -> Measurement:
        """The number of the first record."""
        found = records(self.population, context)
        if found.gap is not None or not len(found):
            gap = (found.gap,) if found.gap else ()
            return Measurement(Interval(ZERO, None), reasons=gap)
        record = found.all[0]
        entry, cell = record.said(self.field)[0]
        if not isinstance(entry.value, Interval):
            reason = unread_amount(entry, cell, record, self.field, context)
            shown = evidence(record, Answer(Truth.MAYBE, reason.cells, (reason,)))
            return Measurement(Interval(ZERO, None), undecided=(shown,), reasons=(reason,))
        exact = together([ask(test, record, context) for test in self.exact_when])
        own = (cell,) if cell is not None else ()
        shown = evidence(record, Answer(Truth.YES, own + exact.cells))
        if exact.truth is Truth.YES:
            why = context.why("imprecise", table=record.table, field=self.field)
            imprecise = () if entry.value.is_exact else (Reason(why, own),)
            return Measurement(entry.value, (shown,), reasons=imprecise)
        lower = together([ask(test, record, context) for test in self.lower_when])
        if lower.truth is not Truth.YES:
            return Measurement(Interval(ZERO, None), undecided=(shown,), reasons=lower.reasons)
        reasons = exact.reasons or (Reason(context.why("only_lower_limit"), own + exact.cells),)
        low = Interval(entry.value.low, None, low_open=entry.value.low_open)
        return Measurement(low, (shown,), reasons=reasons)

    def says(self, say: Saying) -> str:
        """The field's title."""
        title = say.field(self.field, self.population)
        if not self.exact_when:
            return title
        return say.words(
            mark("{field} (a lower limit only, unless {tests})"),
            field=title,
            tests=say.tests(self.exact_when, self.population),
        )

    @property
    def is_reading(self) -> bool:
        """It is read off."""
        return True

    def asked(self) -> Iterator[tuple[str, tuple[Test, ...]]]:
        """Its population, and what tells that the number is the one."""
        yield self.population, self.exact_when
