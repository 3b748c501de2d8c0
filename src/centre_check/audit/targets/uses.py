"""How a target standard uses its indicators: which of their rows are parts of others."""

from collections.abc import Iterator
from typing import NamedTuple

from centre_check.checks.grammar import (
    ByPeriod,
    ByPlace,
    Each,
    Extreme,
    Latest,
    Quantity,
    Ratio,
    Sum,
)
from centre_check.standard.targets.types import Targets


class Uses(NamedTuple):
    """The indicators whose rows are added up, those of a figure for the whole, those by parts."""

    added: frozenset[str]
    of_whole: frozenset[str]
    """One row holds, not all: the latest, the highest."""
    by_place: frozenset[str]
    by_period: frozenset[str]


class _Use(NamedTuple):
    indicator: str
    quantity: Sum | Latest | Extreme
    by: frozenset[type]


def uses(standard: Targets) -> Uses:
    """How the standard uses each of its indicators."""
    quantities = [one.quantity for target in standard.targets for one in target.measures]
    quantities += [one.quantity for one in standard.reports if one.quantity is not None]
    found = [use for one in quantities for use in _within(one, frozenset(), standard)]
    by_place = frozenset(one.indicator for one in found if ByPlace in one.by)
    return Uses(
        added=frozenset(one.indicator for one in found if isinstance(one.quantity, Sum)),
        of_whole=frozenset(one.indicator for one in found if not isinstance(one.quantity, Sum))
        - by_place,
        by_place=by_place,
        by_period=frozenset(one.indicator for one in found if ByPeriod in one.by),
    )


def _within(one: Quantity, by: frozenset[type], standard: Targets) -> Iterator[_Use]:
    match one:
        case Ratio(part, whole):
            yield from _within(part, by, standard)
            yield from _within(whole, by, standard)
        case Each():
            yield from _within(one.quantity, by | {type(one.by)}, standard)
        case Sum() | Latest() | Extreme():
            own = standard.populations[one.population]
            yield _Use(own.part_of or own.id, one, by)
        case _:
            return
