"""Ratio and growth: what one quantity is of another, by how much it is more."""

import math
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from centre_check.checks.grammar import Bound
from centre_check.checks.measurement import ZERO, Measurement
from centre_check.checks.quantities.count import Count
from centre_check.checks.quantity import Quantity, Saying
from centre_check.checks.rates import quotient
from centre_check.checks.records import Context
from centre_check.checks.values import UNKNOWN
from centre_check.logic import Interval
from centre_check.model.evidence import Evidence, Reason
from centre_check.model.findings import Comparison
from centre_check.model.told import Told
from centre_check.words import mark


@dataclass(frozen=True, slots=True)
class OfTwo(Quantity):
    """What one quantity is of another; open where the other is blank or zero."""

    keyed = "part"
    is_divisible = True
    less: ClassVar[int] = 0  # so many times the whole itself is taken away

    part: Quantity
    whole: Annotated[Quantity, Told(key="of")]
    per: Annotated[int, Told(never=True)] = 100

    def _measure(
        self, context: Context, *, is_part: bool = False, is_full_without: bool = False
    ) -> Measurement:
        """So many a hundred; to 28 digits, on the same side of any limit as the exact quotient."""
        part, whole = self.part.measure(context), self.whole.measure(context)
        share = quotient(part.interval, whole.interval)
        is_none = whole.interval == Interval.exactly(ZERO) and not part.interval.low
        if is_full_without and is_none:
            share = Interval.exactly(Fraction(1))
            part = part._replace(undecided=(), reasons=())
        reasons = part.reasons + whole.reasons
        counted = part.counted + whole.counted
        undecided = part.undecided + whole.undecided
        if share is None:
            if not reasons:
                reasons = (Reason(context.why("zero_base", population=self.whole.about)),)
            return Measurement(UNKNOWN, counted, (), undecided, reasons)
        if is_part and share.low is not None and share.low > 1:
            cells = tuple(cell for one in counted for cell in one.cells)
            reason = Reason(context.why("more_than_all", population=self.part.about), cells)
            return Measurement(UNKNOWN, counted, (), undecided, (*reasons, reason))
        low, high = self._ends(share.low), self._ends(share.high)
        interval = Interval(ZERO if low is None else low, high, share.low_open, share.high_open)
        return Measurement(interval, counted, (), undecided, reasons)

    def _ends(self, share: Fraction | None) -> Decimal | None:
        if share is None:
            return None
        found = (share - self.less) * self.per
        return Decimal(found.numerator) / Decimal(found.denominator)

    def in_unit(self, unit: str) -> Quantity:
        """Per cent only where that is the unit, else so much of each."""
        return replace(self, per=100 if unit == "%" else 1)

    def beyond(self, bound: Bound, context: Context) -> tuple[Evidence, ...]:
        """The records of the one that break the bound by themselves."""
        whole = self.whole.measure(context).interval
        if not whole.is_exact or not whole.low:
            return ()
        limit = (bound.value / self.per + self.less) * whole.low
        return self.part.beyond(bound._replace(value=limit, upper=None), context)

    def _said(self, text: str, say: Saying) -> str:
        return say.words(text, part=self.part.says(say), whole=self.whole.says(say))

    @property
    def about(self) -> str:
        """What the one is of."""
        return self.part.about


@dataclass(frozen=True, slots=True)
class Ratio(OfTwo):
    """What one quantity is of another: in per cent where the unit is %, else so much of each."""

    key = "ratio"

    counted_in: str = ""
    """What the one is counted in, 名 or ㎡: then what is missing is told in it."""
    is_part: bool = False
    """The one is a part of the other, as in a coverage: more than all of it cannot be right."""
    when_none: Literal["full"] | None = None
    """Of none at all, all is done: no family is without work where there is no family."""

    def measure(self, context: Context) -> Measurement:
        """So many a hundred, or so much a head."""
        is_full = self.when_none == "full"
        return self._measure(context, is_part=self.is_part, is_full_without=is_full)

    def missing(self, bound: Bound, context: Context) -> Decimal | None:
        """How much more, or less, of the one would meet the bound; whole ones where it counts."""
        part, whole = self.part.measure(context).interval, self.whole.measure(context).interval
        if not (part.is_exact and whole.is_exact) or part.low is None or whole.low is None:
            return None
        limit, have = Fraction(bound.value) * Fraction(whole.low) / self.per, Fraction(part.low)
        is_upper = bound.comparison in (Comparison.AT_MOST, Comparison.LESS_THAN)
        gap = have - limit if is_upper else limit - have
        if not isinstance(self.part, Count):
            return Decimal(gap.numerator) / Decimal(gap.denominator)
        is_beyond = bound.comparison in (Comparison.MORE_THAN, Comparison.LESS_THAN)
        return Decimal(math.floor(gap) + 1 if is_beyond else math.ceil(gap))

    def says(self, say: Saying) -> str:
        """… in per cent of …."""
        text = mark("{part} in per cent of {whole}")
        return self._said(mark("{part} for each of {whole}") if self.per == 1 else text, say)


@dataclass(frozen=True, slots=True)
class Growth(OfTwo):
    """By how many per cent one quantity is more than another, which is that of the year before."""

    key = "growth"
    less = 1

    def measure(self, context: Context) -> Measurement:
        """So many a hundred more."""
        return self._measure(context)

    def says(self, say: Saying) -> str:
        """Growth of … over …."""
        return self._said(mark("growth of {part} over {whole}"), say)
