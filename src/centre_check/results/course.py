"""The course of a centre: its results by audit date, each compared with the one before."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from centre_check.results.compare import CentreComparison, compare
from centre_check.results.identity import Centre, centres
from centre_check.results.types import CentreResult


class Stop(NamedTuple):
    """One result, and what changed since the one before; None for the first."""

    result: CentreResult
    since: CentreComparison | None


class Course(NamedTuple):
    """One centre's results, oldest first."""

    stops: tuple[Stop, ...]


class Clash(NamedTuple):
    """Two results of one centre by one standard on one day: neither comes after the other."""

    results: tuple[CentreResult, CentreResult]


def courses(results: Iterable[CentreResult]) -> tuple[list[Course], list[Clash]]:
    """The course of every centre, and what stands in the way of one."""
    found, clashes = [], []
    for centre in centres(results):
        own = [Clash((one, next_)) for one, next_ in pairwise(centre.results) if _clash(one, next_)]
        clashes += own
        if not own:
            found.append(_course(centre))
    return found, clashes


def _clash(one: CentreResult, other: CentreResult) -> bool:
    return one.as_of == other.as_of and one.standard == other.standard


def _course(centre: Centre) -> Course:
    first, *_ = centre.results
    steps = (Stop(new, compare(old, new)) for old, new in pairwise(centre.results))
    return Course((Stop(first, None), *steps))
