"""Completion rates: exact quotients, rounded once, half up; how much of a period has gone by."""

from calendar import monthrange
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from centre_check.logic import Interval

PLACES = 2  # of a percentage, unless another number is asked for
_HALF = Fraction(1, 2)


def quotient(part: Interval[Decimal], whole: Interval[Decimal]) -> Interval[Fraction] | None:
    """What `part` may be of `whole`, exactly; None where the base is blank, or may be zero.

    Only a rise may be below zero, and that is exact, so that a blank lower end is zero.
    """
    if whole.low is None or whole.low <= 0 or (not part.low and part.high is None):
        return None
    low = Fraction(part.low or 0) / Fraction(whole.high) if whole.high is not None else Fraction(0)
    high = None if part.high is None else Fraction(part.high) / Fraction(whole.low)
    return Interval(
        low,
        high,
        low_open=part.low_open or whole.high_open,
        high_open=part.high_open or whole.low_open,
    )


def percent(share: Fraction, places: int = PLACES) -> Decimal:
    """A share as a percentage, rounded half up once, from the exact value."""
    return rounded(share * 100, places)


def rounded(number: Fraction | Decimal, places: int) -> Decimal:
    """The number to so many decimal places, half up; all of them are shown."""
    steps = floor(Fraction(number) * 10**places + _HALF)
    return Decimal(steps).scaleb(-places)


def elapsed(first: date, last: date, day: date) -> Fraction:
    """How much of the period from `first` to `last` has gone by at the end of `day`, by months.

    A month counts by its days: at the end of October ten twelfths of the year are over.
    """
    if day < first:
        return Fraction(0)
    if day >= last:
        return Fraction(1)
    return _months(first, day) / _months(first, last)


def _months(first: date, last: date) -> Fraction:
    """Months from the beginning of one day to the end of another, parts by the month's days."""
    whole = (last.year - first.year) * 12 + last.month - first.month
    return whole + _part(last, last.day) - _part(first, first.day - 1)


def _part(day: date, days: int) -> Fraction:
    return Fraction(days, monthrange(day.year, day.month)[1])
