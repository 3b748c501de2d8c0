"""How a target standard uses its indicators: which of their rows are parts of others."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from centre_check.checks.groups import ByName, ByPeriod, ByPlace, Grouping
from centre_check.checks.quantities.each import Each
from centre_check.checks.quantity import OfRecords, Quantity, Takes
from centre_check.standard.targets.types import Targets


class Uses(NamedTuple):
    """How each indicator is used, by its id."""

    added: frozenset[str]
    of_whole: frozenset[str]
    """One row holds, not all: the latest, the highest."""
    by_place: frozenset[str]
    by_period: frozenset[str]
    counted: frozenset[str]
    items: Mapping[str, tuple[tuple[str, ...], ...]]
    """The names that are asked for one by one."""
    limits: Mapping[str, Decimal]
    """The greatest figure that is asked for: what is far below it may be 万."""
    years: frozenset[int]
    """The years that the standard's periods are of."""


class _Use(NamedTuple):
    indicator: str
    quantity: OfRecords
    by: tuple[Grouping, ...]
    is_side: bool


def uses(standard: Targets) -> Uses:
    """How the standard uses each of its indicators."""
    limits: dict[str, Decimal] = {}
    found: list[_Use] = []
    for measure in (one for target in standard.targets for one in target.measures):
        own = list(_within(measure.quantity, (), standard))
        found += own
        for use in own:
            if not use.is_side and use.quantity.takes is not Takes.NUMBER:
                most = measure.bound.upper or measure.bound.value
                limits[use.indicator] = max(most, limits.get(use.indicator, most))
    for quantity in (one.quantity for one in standard.reports if one.quantity is not None):
        found += _within(quantity, (), standard)
    by_place = frozenset(one.indicator for one in found if _is_of_places(one))
    whole = (one.indicator for one in found if one.quantity.takes is Takes.ONE)
    periods = [one.period for target in standard.targets for one in target.measures if one.period]
    return Uses(
        added=frozenset(one.indicator for one in found if one.quantity.takes is Takes.ALL),
        of_whole=frozenset(whole) - by_place,
        by_place=by_place,
        by_period=frozenset(
            one.indicator for one in found if any(isinstance(by, ByPeriod) for by in one.by)
        ),
        counted=frozenset(one.indicator for one in found if one.quantity.takes is Takes.NUMBER),
        items={one.indicator: by.names for one in found for by in one.by if isinstance(by, ByName)},
        limits=limits,
        years=frozenset(
            year for one in periods for year in range(one.first.year, one.last.year + 1)
        ),
    )


def _is_of_places(one: _Use) -> bool:
    is_placed = one.quantity.takes is Takes.EACH_PLACE or bool(getattr(one.quantity, "place", ""))
    return is_placed or any(isinstance(by, ByPlace) for by in one.by)


def _within(
    one: Quantity, by: tuple[Grouping, ...], standard: Targets, *, is_side: bool = False
) -> Iterator[_Use]:
    if isinstance(one, Each):
        yield from _within(one.quantity, (*by, one.by), standard, is_side=is_side)
    elif isinstance(one, OfRecords) and one.takes is not Takes.NOTHING:
        own = standard.populations[one.population]
        yield _Use(own.part_of or own.id, one, by, is_side)
    elif one.is_divisible:
        for part in one.parts():
            yield from _within(part, by, standard, is_side=True)
