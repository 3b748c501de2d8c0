"""Quantities made of others: the greatest, the first that is known, one with floors."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from centre_check.checks.measurement import ZERO, Measurement
from centre_check.checks.records import Context
from centre_check.logic import Interval
from centre_check.model.evidence import Reason
from centre_check.model.facts import Cell

_UNREAD = frozenset({"unreadable", "error_value", "no_stored_result"})


def greatest(parts: Sequence[Measurement]) -> Measurement:
    """Any of the parts proves it."""
    lows = [part.interval.low or ZERO for part in parts]
    highs = [part.interval.high for part in parts]
    known = [high for high in highs if high is not None]
    low = max(lows)
    high = max(known) if len(known) == len(highs) else None
    best = max(parts, key=lambda part: part.interval.low or ZERO)
    open_at = any(p.interval.high == high and p.interval.high_open for p in parts)
    found = _joined(parts, Interval(low, high, high_open=open_at and high != low))
    return found._replace(counted=best.counted) if low > 0 else found


def first_known(parts: Sequence[Measurement]) -> Measurement:
    """The first that is settled; a later one settles what earlier ones leave open above."""
    for at, part in enumerate(parts):
        if part.interval.high is not None:
            low = max((p.interval.low or ZERO for p in parts[:at]), default=ZERO)
            if low <= part.interval.high:
                return part
    return _joined(parts, Interval(max(p.interval.low or ZERO for p in parts), None))


def not_below(main: Measurement, floors: Sequence[Measurement], context: Context) -> Measurement:
    """The main part, raised by its floors; where they contradict it, both stay possible.

    A floor whose column the workbook does not have is passed by: nobody has to have it.
    """
    floors = [floor for floor in floors if not _is_absent(floor)]
    if any(reason.code in _UNREAD for reason in main.reasons):  # it may say less than the floors
        return _joined([main, *floors], Interval(main.interval.low, None))
    low = max([main.interval.low or ZERO, *(floor.interval.low or ZERO for floor in floors)])
    high = main.interval.high
    is_just_below = main.interval.high_open and low == high
    if high is not None and (low > high or is_just_below):  # a contradiction: both stay possible
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
