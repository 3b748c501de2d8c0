"""Figures: the sum of a column, one number of a sheet."""

from collections.abc import Sequence
from decimal import Decimal

from centre_check.checks.asking import Asked, ask_all
from centre_check.checks.grammar import Number, Sum
from centre_check.checks.measurement import ZERO, Measurement, evidence
from centre_check.checks.records import Answer, Context, Record
from centre_check.checks.tests import ask, records, together
from centre_check.logic import Interval, Truth
from centre_check.model.facts import Fact, Trouble
from centre_check.model.findings import Evidence, Reason


def sum_of(total: Sum, context: Context) -> Measurement:
    """The sum of a column over the records."""
    asked, gap = ask_all(total.population, (), context)
    amounts = [amount_of(one.record, total.field) for one in asked]
    least = _least(asked, amounts)
    low, high = ZERO, None if gap or not asked else ZERO
    low_open, high_open = False, False
    counted: list[Evidence] = []
    undecided: list[Evidence] = []
    excluded: list[Evidence] = []
    for at, (record, belongs, _) in enumerate(asked):
        if belongs.truth is Truth.NO:
            excluded.append(evidence(record, belongs))
            continue
        amount = amounts[at]
        if belongs.truth is Truth.YES:
            low += least[at]
            low_open = low_open or (amount.low_open and least[at] == amount.low)
        high = None if high is None or amount.high is None else high + amount.high
        high_open = high_open or amount.high_open
        shown = shown_amount(record, belongs, total.field)
        (undecided if shown.reason else counted).append(shown)
    reasons = gap + tuple(shown.reason for shown in undecided if shown.reason)
    return Measurement(
        Interval(
            low,
            high,
            low_open=low_open and high != low,
            high_open=high_open and high is not None and high != low,
        ),
        tuple(counted),
        tuple(excluded),
        tuple(undecided),
        reasons,
    )


def amount_of(record: Record, field: str) -> Interval[Decimal]:
    """What the record's rows say together: any of their amounts may hold, a blank may hide any."""
    said = [
        fact.value if isinstance(fact.value, Interval) else Interval(ZERO, None)
        for fact in record.facts(field)
    ]
    highs = [amount.high for amount in said if amount.high is not None]
    low = min(ZERO if amount.low is None else amount.low for amount in said)
    low_open = all(amount.low_open for amount in said)
    if len(highs) < len(said):
        return Interval(low, None, low_open=low_open)
    is_open = any(amount.high == max(highs) and amount.high_open for amount in said)
    return Interval(low, max(highs), low_open=low_open, high_open=is_open)


def _least(asked: Sequence[Asked], amounts: Sequence[Interval[Decimal]]) -> list[Decimal]:
    """What each record adds at least: if it may be another one, perhaps what that one says."""
    lows = [amount.low or ZERO for amount in amounts]
    among = {
        rivals: min(lows[at] for at in rivals)
        for rivals in {rivals for one in asked for rivals in one.record.rivals}
    }
    return [
        min([low, *(among[rivals] for rivals in one.record.rivals)])
        for one, low in zip(asked, lows, strict=True)
    ]


def shown_amount(record: Record, belongs: Answer, field: str) -> Evidence:
    """The record with the cells of its amount, and why that is open if it is."""
    facts = record.facts(field)
    cells = tuple(fact.cell for fact in facts if fact.cell) or belongs.cells
    reason = belongs.reasons[0] if belongs.truth is Truth.MAYBE and belongs.reasons else None
    unread = next((fact for fact in facts if fact.value is None), None)
    if unread is not None:
        reason = _unread(unread, record, field)
    elif len({fact.value for fact in facts}) > 1:
        reason = Reason("contradictory", cells)
    label = record.key.value if record.key and record.key.value else ""
    first = record.rows[0]
    return Evidence(first.number, label, cells, reason, first.table)


def _unread(fact: Fact, record: Record, field: str) -> Reason:
    cells = (fact.cell,) if fact.cell else ()
    remark = {"remark": fact.remark} if fact.remark else {}
    values = {"table": record.rows[0].table, "field": field, **remark}
    return Reason(str(fact.trouble or Trouble.BLANK), cells, values)


def number_of(number: Number, context: Context) -> Measurement:
    """The number of the first record, as far as it is the one that is asked for."""
    found = records(number.population, context)
    if found.gap is not None or not found.records:
        gap = (found.gap,) if found.gap else ()
        return Measurement(Interval(ZERO, None), reasons=gap)
    record = found.records[0]
    fact = record.facts(number.field)[0]
    if not isinstance(fact.value, Interval):
        reason = _unread(fact, record, number.field)
        shown = evidence(record, Answer(Truth.MAYBE, reason.cells, (reason,)))
        return Measurement(Interval(ZERO, None), undecided=(shown,), reasons=(reason,))
    exact = together(ask(test, record, context) for test in number.exact_when)
    own = (fact.cell,) if fact.cell else ()
    shown = evidence(record, Answer(Truth.YES, own + exact.cells))
    if exact.truth is Truth.YES:
        values = {"table": record.rows[0].table, "field": number.field}
        imprecise = () if fact.value.is_exact else (Reason("imprecise", own, values),)
        return Measurement(fact.value, (shown,), reasons=imprecise)
    lower = together(ask(test, record, context) for test in number.lower_when)
    if lower.truth is not Truth.YES:
        return Measurement(Interval(ZERO, None), undecided=(shown,), reasons=lower.reasons)
    reasons = exact.reasons or (Reason("only_lower_limit", own + exact.cells),)
    low = Interval(fact.value.low, None, low_open=fact.value.low_open)
    return Measurement(low, (shown,), reasons=reasons)
