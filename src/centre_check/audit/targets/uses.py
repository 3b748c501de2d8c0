"""How a target standard uses its indicators: which of their rows are parts of others."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from centre_check.checks.grammar import (
    ByName,
    ByPeriod,
    ByPlace,
    Count,
    Each,
    Extreme,
    Grouping,
    Latest,
    PlaceMean,
    Quantity,
    Ratio,
    Sum,
)
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
    quantity: Sum | Latest | Extreme | Count | PlaceMean
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
            if not use.is_side and not isinstance(use.quantity, Count):
                most = measure.bound.upper or measure.bound.value
                limits[use.indicator] = max(most, limits.get(use.indicator, most))
    for quantity in (one.quantity for one in standard.reports if one.quantity is not None):
        found += _within(quantity, (), standard)
    by_place = frozenset(one.indicator for one in found if _is_of_places(one))
    whole = (one.indicator for one in found if isinstance(one.quantity, Latest | Extreme))
    periods = [one.period for target in standard.targets for one in target.measures if one.period]
    return Uses(
        added=frozenset(one.indicator for one in found if isinstance(one.quantity, Sum)),
        of_whole=frozenset(whole) - by_place,
        by_place=by_place,
        by_period=frozenset(
            one.indicator for one in found if any(isinstance(by, ByPeriod) for by in one.by)
        ),
        counted=frozenset(one.indicator for one in found if isinstance(one.quantity, Count)),
        items={one.indicator: by.names for one in found for by in one.by if isinstance(by, ByName)},
        limits=limits,
        years=frozenset(
            year for one in periods for year in range(one.first.year, one.last.year + 1)
        ),
    )


def _is_of_places(one: _Use) -> bool:
    is_placed = isinstance(one.quantity, Extreme | PlaceMean) and bool(one.quantity.place)
    return is_placed or any(isinstance(by, ByPlace) for by in one.by)


def _within(
    one: Quantity, by: tuple[Grouping, ...], standard: Targets, *, is_side: bool = False
) -> Iterator[_Use]:
    match one:
        case Ratio(part, whole):
            yield from _within(part, by, standard, is_side=True)
            yield from _within(whole, by, standard, is_side=True)
        case Each():
            yield from _within(one.quantity, (*by, one.by), standard, is_side=is_side)
        case Sum() | Latest() | Extreme() | Count() | PlaceMean():
            own = standard.populations[one.population]
            yield _Use(own.part_of or own.id, one, by, is_side)
        case _:
            return
