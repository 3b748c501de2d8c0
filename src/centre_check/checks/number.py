"""Number: one figure of a key/value sheet, as far as it is the one that is asked for."""

from centre_check.checks.answers import Answer, together
from centre_check.checks.grammar import Number
from centre_check.checks.measurement import ZERO, Measurement, evidence
from centre_check.checks.populations import records
from centre_check.checks.records import Context
from centre_check.checks.sum import unread_amount
from centre_check.checks.tests import ask
from centre_check.logic import Interval, Truth
from centre_check.model.evidence import Reason


def number_of(number: Number, context: Context) -> Measurement:
    """The number of the first record."""
    found = records(number.population, context)
    if found.gap is not None or not len(found):
        gap = (found.gap,) if found.gap else ()
        return Measurement(Interval(ZERO, None), reasons=gap)
    record = found.all[0]
    entry, cell = record.said(number.field)[0]
    if not isinstance(entry.value, Interval):
        reason = unread_amount(entry, cell, record, number.field, context)
        shown = evidence(record, Answer(Truth.MAYBE, reason.cells, (reason,)))
        return Measurement(Interval(ZERO, None), undecided=(shown,), reasons=(reason,))
    exact = together([ask(test, record, context) for test in number.exact_when])
    own = (cell,) if cell is not None else ()
    shown = evidence(record, Answer(Truth.YES, own + exact.cells))
    if exact.truth is Truth.YES:
        why = context.why("imprecise", table=record.table, field=number.field)
        imprecise = () if entry.value.is_exact else (Reason(why, own),)
        return Measurement(entry.value, (shown,), reasons=imprecise)
    lower = together([ask(test, record, context) for test in number.lower_when])
    if lower.truth is not Truth.YES:
        return Measurement(Interval(ZERO, None), undecided=(shown,), reasons=lower.reasons)
    reasons = exact.reasons or (Reason(context.why("only_lower_limit"), own + exact.cells),)
    low = Interval(entry.value.low, None, low_open=entry.value.low_open)
    return Measurement(low, (shown,), reasons=reasons)
