"""What a field with a value answers to each operator of the grammar."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from centre_check.checks.grammar import FieldTest, Operator
from centre_check.checks.records import Context, Record
from centre_check.logic import Interval, Truth, all_of
from centre_check.logic.calendar import add_months
from centre_check.logic.spelling import normalise
from centre_check.model.facts import Choices, Value

Ask = Callable[[Value, FieldTest, Record, Context], Truth]


def _is(value: Value, test: FieldTest, _record: Record, _context: Context) -> Truth:
    if not isinstance(value, Choices):
        return Truth.of(value in test.value)
    if value.known.intersection(test.value):
        return Truth.YES
    if value.known.intersection(test.perhaps):
        return Truth.MAYBE
    return test.when_unlisted if value.unlisted else Truth.NO


def _given(value: Value, _test: FieldTest, _record: Record, _context: Context) -> Truth:
    return Truth.of(value != "")


def _mentions(value: Value, test: FieldTest, _record: Record, _context: Context) -> Truth:
    return Truth.of(any(word in value for word in test.value))


def _silent_on(value: Value, test: FieldTest, _record: Record, _context: Context) -> Truth:
    return Truth.MAYBE if any(word in value for word in test.value) else Truth.YES


def _on_or_before(
    value: Interval[date], _test: FieldTest, _record: Record, context: Context
) -> Truth:
    return value.at_most(context.as_of)


def _on_or_after(
    value: Interval[date], _test: FieldTest, _record: Record, context: Context
) -> Truth:
    return value.at_least(context.as_of)


def _within_days_after(
    value: Interval[date], test: FieldTest, _record: Record, context: Context
) -> Truth:
    last = context.as_of + timedelta(days=int(test.value[0]))
    return all_of((value.at_least(context.as_of), value.at_most(last)))


def _within_months_before(
    value: Interval[date], test: FieldTest, _record: Record, context: Context
) -> Truth:
    first = add_months(context.as_of, -int(test.value[0]))
    return all_of((value.more_than(first), value.at_most(context.as_of)))


def _named(value: Value, test: FieldTest, _record: Record, _context: Context) -> Truth:
    return Truth.of(normalise(value) in {normalise(name) for name in test.value})


def _during(value: Interval[date], test: FieldTest, _record: Record, _context: Context) -> Truth:
    first, last = (date.fromisoformat(day) for day in test.value)
    return all_of((value.at_least(first), value.at_most(last)))


def _against(compare: Callable[[Interval[Decimal], Decimal], Truth]) -> Ask:
    """A number against the limit that the test names."""
    return lambda value, test, _record, _context: compare(value, Decimal(test.value[0]))


def _within_days_of(
    value: Interval[date], test: FieldTest, record: Record, _context: Context
) -> Truth:
    return _until(value, test, record, lambda day, n: day + timedelta(days=n))


def _within_months_of(
    value: Interval[date], test: FieldTest, record: Record, _context: Context
) -> Truth:
    return _until(value, test, record, add_months)


def _until(
    value: Interval[date], test: FieldTest, record: Record, later: Callable[[date, int], date]
) -> Truth:
    """Whether the date is not later than so long after the last day of another field."""
    name, many = test.value
    others = [fact.value for fact in record.facts(name)]
    if any(not isinstance(other, Interval) or other.high is None for other in others):
        return Truth.MAYBE
    return max(value.at_most(later(other.high, int(many))) for other in others)


OPERATORS: Mapping[Operator, Ask] = {
    Operator.IS: _is,
    Operator.GIVEN: _given,
    Operator.MENTIONS: _mentions,
    Operator.ON_OR_BEFORE: _on_or_before,
    Operator.ON_OR_AFTER: _on_or_after,
    Operator.WITHIN_DAYS_AFTER: _within_days_after,
    Operator.WITHIN_MONTHS_BEFORE: _within_months_before,
    Operator.SILENT_ON: _silent_on,
    Operator.NAMED: _named,
    Operator.DURING: _during,
    Operator.AT_LEAST: _against(Interval.at_least),
    Operator.MORE_THAN: _against(Interval.more_than),
    Operator.AT_MOST: _against(Interval.at_most),
    Operator.LESS_THAN: _against(Interval.less_than),
    Operator.WITHIN_DAYS_OF: _within_days_of,
    Operator.WITHIN_MONTHS_OF: _within_months_of,
}
