"""Greatest, first known, not below: quantities made of others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from centre_check.checks.measurement import ZERO, Measurement
from centre_check.checks.quantity import Quantity, Saying
from centre_check.checks.records import Context
from centre_check.logic import Interval
from centre_check.model.evidence import Reason
from centre_check.model.facts import Cell
from centre_check.model.told import Told
from centre_check.words import mark

_UNREAD = frozenset({"unreadable", "error_value", "no_stored_result"})


@dataclass(frozen=True, slots=True)
class Greatest(Quantity):
    """The greatest of several quantities: any of them proves it."""

    key = "greatest"
    keyed = "of"

    of: Annotated[tuple[Quantity, ...], Told(least=2)]

    def measure(self, context: Context) -> Measurement:
        """Any of the parts proves it."""
        parts = [part.measure(context) for part in self.of]
        lows = [part.interval.low or ZERO for part in parts]
        highs = [part.interval.high for part in parts]
        known = [high for high in highs if high is not None]
        low = max(lows)
        high = max(known) if len(known) == len(highs) else None
        best = max(parts, key=lambda part: part.interval.low or ZERO)
        open_at = any(p.interval.high == high and p.interval.high_open for p in parts)
        found = _joined(parts, Interval(low, high, high_open=open_at and high != low))
        return found._replace(counted=best.counted) if low > 0 else found

    def says(self, say: Saying) -> str:
        """The greatest of (…; …)."""
        return say.words(mark("the greatest of ({parts})"), parts=_said(self.of, say))


@dataclass(frozen=True, slots=True)
class FirstKnown(Quantity):
    """The first of several quantities that is known exactly."""

    key = "first_known"
    keyed = "of"

    of: Annotated[tuple[Quantity, ...], Told(least=2)]

    def measure(self, context: Context) -> Measurement:
        """The first that is settled; a later one settles what earlier ones leave open above."""
        parts = [part.measure(context) for part in self.of]
        for at, part in enumerate(parts):
            if part.interval.high is not None:
                low = max((p.interval.low or ZERO for p in parts[:at]), default=ZERO)
                if low <= part.interval.high:
                    return part
        return _joined(parts, Interval(max(p.interval.low or ZERO for p in parts), None))

    def says(self, say: Saying) -> str:
        """…, or where that is incomplete …."""
        joint = say.words(mark(", or where that is incomplete "))
        return joint.join(part.says(say) for part in self.of)


@dataclass(frozen=True, slots=True)
class NotBelow(Quantity):
    """A quantity that cannot be below others."""

    key = "not_below"
    keyed = "floors"

    quantity: Quantity
    floors: Annotated[tuple[Quantity, ...], Told(least=1)]

    def measure(self, context: Context) -> Measurement:
        """The quantity, raised by its floors; where they contradict it, both stay possible.

        A floor whose column the workbook does not have is passed by: nobody has to have it.
        """
        main = self.quantity.measure(context)
        floors = [floor.measure(context) for floor in self.floors]
        floors = [floor for floor in floors if not _is_absent(floor)]
        # What cannot be read may say less than the floors.
        if any(reason.code in _UNREAD for reason in main.reasons):
            return _joined([main, *floors], Interval(main.interval.low, None))
        low = max([main.interval.low or ZERO, *(floor.interval.low or ZERO for floor in floors)])
        high = main.interval.high
        is_just_below = main.interval.high_open and low == high
        # A contradiction: both stay possible.
        if high is not None and (low > high or is_just_below):
            cells = _cells((main, *floors))
            found = _joined([main, *floors], Interval(main.interval.low, low))
            reason = Reason(context.why("contradictory"), cells)
            return found._replace(reasons=(reason, *found.reasons))
        interval = Interval(
            low,
            high,
            low_open=main.interval.low_open and low == main.interval.low,
            high_open=main.interval.high_open and low != high,
        )
        is_raised = low != (main.interval.low or ZERO)
        proof = [floor for floor in floors if floor.interval.low == low] if is_raised else [main]
        found = _joined([main, *floors], interval)
        return found._replace(counted=_joined(proof, interval).counted)

    def says(self, say: Saying) -> str:
        """…, at least …."""
        return say.words(
            mark("{quantity}, at least {floors}"),
            quantity=self.quantity.says(say),
            floors=_said(self.floors, say),
        )

    @property
    def is_reading(self) -> bool:
        """Whether the quantity itself is."""
        return self.quantity.is_reading


def _said(parts: Iterable[Quantity], say: Saying) -> str:
    return say.words(mark("; ")).join(part.says(say) for part in parts)


def _is_absent(part: Measurement) -> bool:
    """Whether all that can be said is that the workbook has no such column."""
    return bool(part.reasons) and all(reason.code == "no_column" for reason in part.reasons)


def _cells(parts: Iterable[Measurement]) -> tuple[Cell, ...]:
    return tuple(
        dict.fromkeys(cell for part in parts for one in part.counted for cell in one.cells)
    )


def _joined(parts: Sequence[Measurement], interval: Interval[Decimal]) -> Measurement:
    return Measurement(
        interval,
        tuple(one for part in parts for one in part.counted),
        tuple(one for part in parts for one in part.excluded),
        tuple(one for part in parts for one in part.undecided),
        tuple(reason for part in parts for reason in part.reasons),
    )
