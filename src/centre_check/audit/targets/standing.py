"""Where a figure stands against its target: completion, and the program's own time progress."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from centre_check.checks.bounds import meets
from centre_check.checks.grammar import Bound
from centre_check.checks.rates import elapsed, quotient
from centre_check.logic import Interval, Truth
from centre_check.model.findings import Comparison
from centre_check.model.progress import Status

_RISING = (Comparison.AT_LEAST, Comparison.MORE_THAN)
_INVERSE = (Comparison.AT_MOST, Comparison.LESS_THAN)
_WORST_FIRST = (
    Status.MISSED,
    Status.BEHIND,
    Status.UNCOMPUTABLE,
    Status.ON_SCHEDULE,
    Status.ACHIEVED,
    Status.EXCEEDED,
)


class TargetStanding(NamedTuple):
    """The status with what it rests on; `rate` is None where the target has none."""

    status: Status
    rate: Interval[Fraction] | None
    elapsed: Fraction | None


class Demand(NamedTuple):
    """What is asked: a bound, whether it is only 约, by when, as seen on which day."""

    bound: Bound
    is_about: bool
    days: tuple[date, date] | None
    as_of: date


def stand(value: Interval[Decimal], asked: Demand) -> TargetStanding:
    """How far the figure is. A limit to be kept (≤) and a range have no completion rate."""
    bound = asked.bound
    share = quotient(value, Interval(*_ends(asked)))
    gone = elapsed(*asked.days, asked.as_of) if asked.days else None
    rate = share if bound.comparison in (*_RISING, Comparison.EXACTLY) else None
    return TargetStanding(_status(value, asked, share, gone), rate, gone)


def is_inverse(bound: Bound) -> bool:
    """Whether less is better: met or exceeded, never completed by so much."""
    return bound.comparison in _INVERSE


def is_over(value: Interval[Decimal], bound: Bound) -> bool:
    """Whether the figure is certainly above a range."""
    return bound.upper is not None and value.more_than(bound.upper) is Truth.YES


def worst(statuses: list[Status]) -> Status:
    """The status of several together: a sure failure decides, then what is not known."""
    return min(statuses, key=_WORST_FIRST.index, default=Status.UNCOMPUTABLE)


def _ends(asked: Demand) -> tuple[Decimal, Decimal]:
    """What the limit may be: 约 leaves nine to eleven tenths of it."""
    limit = asked.bound.value
    return (limit * Decimal("0.9"), limit * Decimal("1.1")) if asked.is_about else (limit, limit)


def _met(value: Interval[Decimal], asked: Demand) -> Truth:
    bound = asked.bound
    if bound.comparison is Comparison.BETWEEN:  # more than the text names is only noted
        return value.at_least(bound.value)
    if asked.is_about:
        least, most = _ends(asked)
        if value.at_least(most) is Truth.YES:
            return Truth.YES
        return Truth.NO if value.at_least(least) is Truth.NO else Truth.MAYBE
    return meets(value, bound)


def _status(
    value: Interval[Decimal],
    asked: Demand,
    share: Interval[Fraction] | None,
    gone: Fraction | None,
) -> Status:
    bound, met = asked.bound, _met(value, asked)
    if met is Truth.YES:
        most = bound.upper if bound.upper is not None else _ends(asked)[1]
        is_more = bound.comparison in (*_RISING, Comparison.BETWEEN)
        more = is_more and value.more_than(most) is Truth.YES
        return Status.EXCEEDED if more else Status.ACHIEVED
    is_due = asked.days is None or asked.as_of >= asked.days[1]
    is_past_repair = is_inverse(bound) or value.more_than(bound.value) is Truth.YES
    if met is Truth.NO and (is_due or is_past_repair):
        return Status.MISSED
    if is_due or is_inverse(bound) or share is None or gone is None:
        return Status.UNCOMPUTABLE
    return _on_time(share, gone)


def _on_time(share: Interval[Fraction], gone: Fraction) -> Status:
    if share.at_least(gone) is Truth.YES:
        return Status.ON_SCHEDULE
    return Status.BEHIND if share.at_least(gone) is Truth.NO else Status.UNCOMPUTABLE
