"""Share: which part of the records qualifies."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from centre_check.checks.grammar import Test
from centre_check.checks.measurement import ZERO, Measurement, ask_all, leaving_rivals_open, tally
from centre_check.checks.quantity import OfRecords, Saying
from centre_check.checks.records import Context
from centre_check.logic import Interval, Truth
from centre_check.model.told import Told
from centre_check.words import mark


@dataclass(frozen=True, slots=True)
class Share(OfRecords):
    """Which part of a population meets the tests, from 0 to 1."""

    key = "share"

    where: Annotated[tuple[Test, ...], Told(least=1)]

    def measure(self, context: Context) -> Measurement:
        """The extremes of a share when some records may not belong, or may not qualify.

        Least: whoever may fail to qualify belongs and does not; whoever qualifies but may not
        belong is left out. Most: the other way round.
        """
        asked, gap = ask_all(self.population, self.where, context)
        answers = leaving_rivals_open([(one.record, one.answer) for one in asked], context)
        pairs = [
            (one.belongs.truth, answer.truth) for one, answer in zip(asked, answers, strict=True)
        ]
        sure = [answer for belongs, answer in pairs if belongs is Truth.YES]
        perhaps = [answer for belongs, answer in pairs if belongs is Truth.MAYBE]
        sure_yes = sure.count(Truth.YES)
        sure_not_no = len(sure) - sure.count(Truth.NO)
        perhaps_yes, perhaps_no = perhaps.count(Truth.YES), perhaps.count(Truth.NO)
        low = _part(sure_yes, len(sure) + len(perhaps) - perhaps_yes)
        high = _part(sure_not_no + len(perhaps) - perhaps_no, len(sure) + len(perhaps) - perhaps_no)
        within = [one.told for one in asked if one.belongs.truth is not Truth.NO]
        outside = [one.told for one in asked if one.belongs.truth is Truth.NO]
        found, out = tally(within, context), tally(outside, context)
        total = Interval(Decimal(len(sure)), None if gap else Decimal(len(pairs) - len(outside)))
        is_open = bool(gap) or low is None or high is None
        interval = Interval(ZERO, Decimal(1)) if is_open else Interval(low, high)
        reasons = gap + found.reasons
        return Measurement(interval, found.yes, found.no + out.no, found.maybe, reasons, total)

    def says(self, say: Saying) -> str:
        """The share of … where …."""
        return say.words(
            mark("share of {population} where {tests}"),
            population=say.population(self.population),
            tests=say.tests(self.where, self.population),
        )

    def asked(self) -> Iterator[tuple[str, tuple[Test, ...]]]:
        """Its population and its tests."""
        yield self.population, self.where


def _part(some: int, whole: int) -> Decimal | None:
    """The quotient to 28 places, on the same side of a limit as the exact share.

    It differs from a limit of k places by 1/(whole * 10**k) at least, or not at all.
    """
    return Decimal(some) / whole if whole else None
