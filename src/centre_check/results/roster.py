"""Every centre once: those that can be counted, and those of which two results contradict."""

from collections.abc import Iterable
from typing import NamedTuple

from centre_check.results.identity import Centre, centres
from centre_check.results.types import CentreResult, StandardUsed


class Roster(NamedTuple):
    """The centres that were judged by one standard; of the `doubled` no result is taken."""

    standard: StandardUsed
    single: tuple[CentreResult, ...]
    doubled: tuple[Centre, ...]


def rosters(results: Iterable[CentreResult]) -> list[Roster]:
    """The centres of each standard and edition: two standards are never mixed."""
    by_standard: dict[StandardUsed, list[CentreResult]] = {}
    for result in results:
        by_standard.setdefault(result.standard, []).append(result)
    return [_roster(standard, by_standard[standard]) for standard in sorted(by_standard)]


def _roster(standard: StandardUsed, results: list[CentreResult]) -> Roster:
    found = centres(results)
    return Roster(
        standard,
        tuple(one.results[0] for one in found if len(one.results) == 1),
        tuple(one for one in found if len(one.results) > 1),
    )
