"""Bounds: whether an interval meets a limit, and how much is missing."""

import math
from decimal import Decimal

from centre_check.checks.grammar import Bound
from centre_check.logic import Interval, Truth, all_of
from centre_check.model.findings import Comparison

Value = Interval[Decimal]


def meets(value: Value, bound: Bound) -> Truth:
    """YES when every possible value meets the bound, NO when none does."""
    limit = bound.value
    if bound.at_limit_open:
        return _leaving_limit_open(value, bound)
    match bound.comparison:
        case Comparison.AT_LEAST:
            return value.at_least(limit)
        case Comparison.MORE_THAN:
            return value.more_than(limit)
        case Comparison.AT_MOST:
            return value.at_most(limit)
        case Comparison.LESS_THAN:
            return value.less_than(limit)
        case Comparison.EXACTLY:
            return all_of((value.at_least(limit), value.at_most(limit)))
        case Comparison.BETWEEN:
            assert bound.upper is not None
            return all_of((value.at_least(limit), value.at_most(bound.upper)))


def _leaving_limit_open(value: Value, bound: Bound) -> Truth:
    """The text does not say what happens exactly at the limit: neither met nor missed there."""
    rising = bound.comparison in (Comparison.AT_LEAST, Comparison.MORE_THAN)
    over, under = value.more_than(bound.value), value.less_than(bound.value)
    if not rising:
        over, under = under, over
    if over is Truth.YES:
        return Truth.YES
    return Truth.NO if under is Truth.YES else Truth.MAYBE


def shortfall(value: Value, bound: Bound) -> Decimal | None:
    """How much is missing at least until the bound could be met; None where nothing is measured.

    Counted from the best value that the evidence still allows, so that it never overstates.
    """
    if bound.comparison in (Comparison.AT_MOST, Comparison.LESS_THAN):
        return None if value.low is None else max(Decimal(0), Decimal(value.low) - bound.value)
    return None if value.high is None else max(Decimal(0), bound.value - Decimal(value.high))


def missing_members(have: int, total: int, bound: Bound) -> int:
    """How many more of `total` members than `have` must qualify until a share meets its bound."""
    limit = bound.value * total
    need = math.floor(limit) + 1 if bound.comparison is Comparison.MORE_THAN else math.ceil(limit)
    return max(0, need - have)
