"""Quantities: what rows prove at least and cannot rule out at most, with every record accounted."""

from typing import assert_never

from centre_check.checks.combining import first_known, greatest, not_below
from centre_check.checks.count import count_of
from centre_check.checks.grammar import (
    Count,
    Each,
    Extreme,
    FirstKnown,
    Greatest,
    Latest,
    Mean,
    NotBelow,
    Number,
    PlaceMean,
    Quantity,
    Ratio,
    Share,
    Sum,
)
from centre_check.checks.groups import Group, parts
from centre_check.checks.measurement import Measurement
from centre_check.checks.number import number_of
from centre_check.checks.records import Context
from centre_check.checks.series import (
    extreme_of,
    latest_of,
    mean_of,
    mean_of_places,
    of_all_groups,
    ratio_of,
)
from centre_check.checks.share import share_of
from centre_check.checks.sum import sum_of


def measure(quantity: Quantity, context: Context) -> Measurement:
    """The quantity on the audit date."""
    match quantity:
        case Greatest(of):
            return greatest([measure(part, context) for part in of])
        case FirstKnown(of):
            return first_known([measure(part, context) for part in of])
        case NotBelow(part, floors):
            least = [measure(floor, context) for floor in floors]
            return not_below(measure(part, context), least, context)
        case Ratio(part, whole):
            shares = measure(part, context), measure(whole, context)
            return ratio_of(quantity, *shares, context)
        case Each():
            return of_all_groups(quantity, groups(quantity, context), context)
        case _:
            return _of_records(quantity, context)


def _of_records(
    quantity: Count | Sum | Number | Share | Extreme | Latest | Mean | PlaceMean, context: Context
) -> Measurement:
    """What the records of one population say."""
    match quantity:
        case Count():
            return count_of(quantity, context)
        case Sum():
            return sum_of(quantity, context)
        case Number():
            return number_of(quantity, context)
        case Share():
            return share_of(quantity, context)
        case Extreme():
            return extreme_of(quantity, context)
        case Latest():
            return latest_of(quantity, context)
        case Mean():
            return mean_of(quantity, context)
        case PlaceMean():
            return mean_of_places(quantity, context)
        case _ as never:
            assert_never(never)


def groups(each: Each, context: Context) -> list[Group]:
    """Every group with what the quantity is within it."""
    return [
        Group(part.label, part.days, measure(part.quantity, part.context))
        for part in parts(each, context)
    ]
