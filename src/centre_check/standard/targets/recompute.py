"""Figures of a document that follow from others of its own, computed exactly."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from centre_check.checks.rates import quotient
from centre_check.logic import Interval
from centre_check.standard.targets import file, types


def recomputed(one: file.RecomputedFile) -> types.Recomputed:
    """The figure as it comes out, with what the document says of it."""
    return types.Recomputed(
        id=one.id,
        clause=one.clause,
        quote=one.quote,
        title=one.title.build(),
        value=_value(one),
        unit=one.unit,
        stated=None if one.stated is None else _interval(one.stated),
        note=one.note.build() if one.note else None,
    )


def _interval(amount: file.Amount) -> Interval[Decimal]:
    return Interval(*amount) if isinstance(amount, tuple) else Interval.exactly(amount)


def _value(one: file.RecomputedFile) -> Interval[Decimal]:
    if one.sum or one.product:
        return _folded([_interval(part) for part in one.sum or one.product], is_sum=bool(one.sum))
    part, whole = one.quotient or one.percent or one.growth or (Decimal(0), Decimal(1))
    share = quotient(_interval(part), _interval(whole))
    if share is None:
        return Interval(Decimal(0), None)
    less, per = (1 if one.growth else 0), (1 if one.quotient else 100)
    ends = (share.low or Fraction(0), share.high or Fraction(0))
    low, high = (_decimal(Fraction(end - less) * per) for end in ends)
    return Interval(low, high)


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def _folded(parts: Sequence[Interval[Decimal]], *, is_sum: bool) -> Interval[Decimal]:
    low, high = (Decimal(0), Decimal(0)) if is_sum else (Decimal(1), Decimal(1))
    for part in parts:
        own_low, own_high = part.low or Decimal(0), part.high or Decimal(0)
        low = low + own_low if is_sum else low * own_low
        high = high + own_high if is_sum else high * own_high
    return Interval(low, high)
