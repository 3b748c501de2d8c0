"""Figures that the rows do not bear out, or that such a centre cannot have."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from centre_check.audit.doubts.counts import residents
from centre_check.audit.doubts.sight import Sight
from centre_check.logic import Interval
from centre_check.model.facts import Note
from centre_check.words import mark

_LARGEST: Mapping[tuple[str, str], Decimal] = {  # in the form's unit; messiness 46, 50
    ("centre", "total_area"): Decimal(50_000),
    ("rooms", "area"): Decimal(50_000),
    ("tenants", "area"): Decimal(50_000),
    ("centre", "capacity"): Decimal(2_000),
    ("rooms", "capacity"): Decimal(2_000),
    ("tenants", "jobs"): Decimal(2_000),
    ("policies", "amount"): Decimal(1_000),
}


def totals(sight: Sight) -> Iterator[Note]:
    """What the centre states against what its rows add up to."""
    area, stated = _total(sight, "area"), sight.stated("total_area")
    if area is not None and stated is not None and _exceeds(area.low, stated[0].high):
        message = mark("the rooms' areas come to {sum}, more than the total area stated")
        yield sight.note("rooms_exceed_area", message, (stated[1],), sum=area.low)
    places, capacity = _total(sight, "capacity"), sight.stated("capacity")
    if places is not None and capacity is not None and places.is_exact and places != capacity[0]:
        message = mark("the rooms' capacities come to {sum}, not to the capacity stated")
        yield sight.note("capacity_differs", message, (capacity[1],), sum=places.low)
    names = {who for _, who, _ in residents(sight)}
    most = capacity or (places, None)
    if most[0] is not None and _exceeds(Decimal(len(names)), most[0].high):
        message = mark("{n} tenants in residence, more than the capacity stated")
        yield sight.note("over_capacity", message, filter(None, most[1:]), n=len(names))


def _total(sight: Sight, field: str) -> Interval[Decimal] | None:
    """The sum of a column of the rooms, None where it has no figures."""
    figures = [figure for figure, _ in sight.figures("rooms", field)]
    if not figures:
        return None
    low = sum((figure.low or Decimal(0) for figure in figures), Decimal(0))
    is_whole = len(figures) == len(sight.table("rooms").rows)
    is_exact = is_whole and all(figure.is_exact for figure in figures)
    return Interval(low, low if is_exact else None)


def _exceeds(least: Decimal | None, most: Decimal | None) -> bool:
    return least is not None and most is not None and least > most


def sizes(sight: Sight) -> Iterator[Note]:
    """Figures beyond what such a centre can be; a total area of nothing."""
    cells = [
        cell
        for (name, field), most in _LARGEST.items()
        for figure, cell in sight.figures(name, field)
        if _exceeds(figure.low, most) or (field == "total_area" and figure.high == 0)
    ]
    if cells:
        message = mark("an unlikely figure; are the number and its unit right?")
        yield sight.note("unlikely_figure", message, cells)
