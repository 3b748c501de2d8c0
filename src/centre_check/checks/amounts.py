"""Amounts in words: what was found, what is required, what is missing."""

from decimal import Decimal

from centre_check.checks.grammar import Bound
from centre_check.checks.quantities.share import Share
from centre_check.checks.quantity import Quantity
from centre_check.checks.rates import rounded
from centre_check.logic import Interval
from centre_check.model.findings import Comparison
from centre_check.words import Words, mark

_HALF = Decimal("0.5")
_MOST_PLACES = 6
_LIMITS = {
    Comparison.AT_LEAST: mark("at least {value}"),
    Comparison.MORE_THAN: mark("more than {value}"),
    Comparison.AT_MOST: mark("at most {value}"),
    Comparison.LESS_THAN: mark("less than {value}"),
    Comparison.EXACTLY: mark("exactly {value}"),
    Comparison.BETWEEN: mark("{value} to {upper}"),
}
# 面积不低于500㎡, where a count is 不少于5人: Chinese has other words for what is read off.
_LIMITS_OF_READINGS = _LIMITS | {
    Comparison.AT_LEAST: mark("no less than {value}"),
    Comparison.LESS_THAN: mark("below {value}"),
}


def plain(number: Decimal | int) -> str:
    """A number as it is written: 500, 499.99; of an endless quotient two places, or enough."""
    text = _trimmed(Decimal(number))
    if len(text.partition(".")[2]) <= _MOST_PLACES:
        return text
    shown = (_trimmed(rounded(Decimal(number), places)) for places in (2, 4, _MOST_PLACES))
    return next((one for one in shown if "." in one), text)


def _trimmed(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(number: Decimal | int, unit: str, words: Words) -> str:
    """A number with its unit: 480㎡, 5人; in English 1 person, 5 people (`person|people`)."""
    one, _, many = unit.partition("|")
    shown = one if number == 1 else many or one
    return words(mark("{number} {unit}"), number=plain(number), unit=shown).strip()


def unit_name(unit: str) -> str:
    """The unit by itself; in English that of many."""
    return unit.rpartition("|")[2]


def found(value: Interval[Decimal], unit: str, words: Words) -> str:
    """What the evidence leaves possible: 480㎡, 4至5人, 至少300㎡."""
    low, high = value.low, value.high
    if low is not None and low == high:
        return amount(low, unit, words)
    if high is None:
        if not low:
            return words(mark("unknown"))
        template = mark("over {value}") if value.low_open else mark("{value} or more")
        return words(template, value=amount(low, unit, words))
    if not low:
        template = mark("under {value}") if value.high_open else mark("up to {value}")
        return words(template, value=amount(high, unit, words))
    template = mark("{low} to below {high}") if value.high_open else mark("{low} to {high}")
    return words(template, low=plain(low), high=amount(high, unit, words))


def found_share(have: Interval[Decimal], total: Interval[Decimal], unit: str, words: Words) -> str:
    """A share as people say it: 6人中3人."""
    return words(
        mark("{number} of {all}"),
        number=found(have, "", words),
        some=found(have, unit, words),
        all=found(total, unit, words),
    )


def limit(bound: Bound, quantity: Quantity, unit: str, words: Words) -> str:
    """What the clause asks of the quantity: 不少于5人, 不低于500㎡, 超过一半."""
    if isinstance(quantity, Share) and bound.value == _HALF:
        return words(
            mark("more than half")
            if bound.comparison is Comparison.MORE_THAN
            else mark("at least half")
        )
    if isinstance(quantity, Share):
        most = bound.upper * 100 if bound.upper is not None else None
        bound, unit = bound._replace(value=bound.value * 100, upper=most), "%"
    upper = amount(bound.upper, unit, words) if bound.upper is not None else ""
    limits = _LIMITS_OF_READINGS if quantity.is_reading else _LIMITS
    return words(limits[bound.comparison], value=amount(bound.value, unit, words), upper=upper)
