"""Quantities: what rows prove at least and cannot rule out at most, with every record accounted."""

from typing import assert_never

from centre_check.checks.combining import first_known, greatest, not_below
from centre_check.checks.counting import count_kinds, count_records, share_of
from centre_check.checks.figures import number_of, sum_of
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
    Quantity,
    Ratio,
    Share,
    Sum,
)
from centre_check.checks.measurement import Measurement
from centre_check.checks.records import Context


def measure(quantity: Quantity, context: Context) -> Measurement:
    """The quantity on the audit date."""
    match quantity:
        case Count():
            return (
                count_kinds(quantity, context)
                if quantity.distinct
                else count_records(quantity, context)
            )
        case Sum():
            return sum_of(quantity, context)
        case Number():
            return number_of(quantity, context)
        case Share():
            return share_of(quantity, context)
        case Greatest(parts):
            return greatest([measure(part, context) for part in parts])
        case FirstKnown(parts):
            return first_known([measure(part, context) for part in parts])
        case NotBelow(part, floors):
            return not_below(measure(part, context), [measure(floor, context) for floor in floors])
        case Extreme() | Latest() | Mean() | Ratio() | Each():
            from centre_check.checks.series import measure_series  # which measures parts of it

            return measure_series(quantity, context)
        case _ as never:
            assert_never(never)
