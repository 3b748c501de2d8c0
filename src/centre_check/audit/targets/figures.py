"""Figures of programmes in words: 21.99万人, 95%, 不少于20万人, ≥109.76%."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from centre_check.checks.amounts import amount, unit_name
from centre_check.checks.grammar import Bound
from centre_check.checks.rates import percent, rounded
from centre_check.logic import Interval
from centre_check.model.findings import Comparison
from centre_check.model.progress import Rate
from centre_check.words import Words, mark

_PERCENT = "%"
_WAN = 10000
_MOST_PLACES = 9
_LIMITS: Mapping[Comparison, str] = {
    Comparison.AT_LEAST: mark("at least {value}"),
    Comparison.MORE_THAN: mark("more than {value}"),
    Comparison.AT_MOST: mark("at most {value}"),
    Comparison.LESS_THAN: mark("less than {value}"),
    Comparison.EXACTLY: mark("exactly {value}"),
    Comparison.BETWEEN: mark("{value} to {upper}"),
}


class Figures:
    """Says figures of one unit, percentages to so many places.

    A percentage that is not at its limit is never rounded to it: 4.004% is not 4%.
    """

    def __init__(self, unit: str, places: int, words: Words, bound: Bound | None = None) -> None:
        self.unit = unit
        self.places = places
        self.words = words
        limits = (bound.value, bound.upper) if bound is not None else ()
        self._limits = (Decimal(0), *(one for one in limits if one is not None))

    @property
    def name(self) -> str:
        """The unit by itself."""
        return unit_name(self.unit)

    def one(self, number: Decimal) -> str:
        """One figure: 200000 is 20万人 where nothing is lost."""
        if self.name == _PERCENT:
            return f"{_short(self._rounded(number))}%"
        if self.words.lang == "zh" and number >= _WAN and number % 100 == 0:
            return f"{_short(number / _WAN)}万{self.name}"
        return amount(number, self.unit, self.words)

    def _rounded(self, number: Decimal) -> Decimal:
        shown = rounded(number, self.places)
        for places in range(self.places, _MOST_PLACES):
            if shown == number or shown not in self._limits:
                break
            shown = rounded(number, places + 1)
        return shown

    def short(self, gap: Decimal) -> str:
        """How much is missing; of percentages, points."""
        if self.name == _PERCENT:
            return self.words(mark("{n} percentage points"), n=_short(self._rounded(gap)))
        return self.one(gap)

    def found(self, value: Interval[Decimal]) -> str:
        """What the evidence leaves possible."""
        words, low, high = self.words, value.low, value.high
        if low is not None and low == high:
            return self.one(low)
        if high is None:
            if not low:
                return words(mark("unknown"))
            template = mark("over {value}") if value.low_open else mark("{value} or more")
            return words(template, value=self.one(low))
        if not low:
            template = mark("under {value}") if value.high_open else mark("up to {value}")
            return words(template, value=self.one(high))
        template = mark("{low} to below {high}") if value.high_open else mark("{low} to {high}")
        return words(template, low=self.one(low), high=self.one(high))

    def limit(self, bound: Bound, *, is_about: bool = False) -> str:
        """What is asked."""
        value = self.one(bound.value)
        if is_about:
            value = self.words(mark("about {value}"), value=value)
        upper = self.one(bound.upper) if bound.upper is not None else ""
        return self.words(_LIMITS[bound.comparison], value=value, upper=upper)


def rate_of(share: Interval[Fraction] | None, places: int) -> Rate | None:
    """The completion rate; each end is rounded once."""
    if share is None:
        return None
    low = None if share.low is None else percent(share.low, places)
    high = None if share.high is None else percent(share.high, places)
    return Rate(low, high, share.low_open, share.high_open)


def said_rate(rate: Rate, words: Words) -> str:
    """109.95%; of a figure that is only known from below ≥109.76%."""
    if rate.low is not None and rate.low == rate.high:
        return f"{rate.low}%"
    if rate.high is None or (rate.low is not None and rate.low >= 100):
        return f"{'>' if rate.low_open else '≥'}{rate.low}%"
    if not rate.low:
        return f"{'<' if rate.high_open else '≤'}{rate.high}%"
    return words(mark("{low} to {high}"), low=f"{rate.low}%", high=f"{rate.high}%")


def _short(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
