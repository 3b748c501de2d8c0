"""Count centres: how many were reported, with which verdict; every sum is one of whole centres."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from centre_check.model.outcomes import Outcome, Verdict
from centre_check.results.identity import Centre
from centre_check.results.roster import Roster
from centre_check.results.types import CentreResult


class CountedCentre(NamedTuple):
    """One centre as it is counted; `verdict` is None where two results contradict.

    What two results say differently is empty.
    """

    town: str
    area_code: str
    level: str
    level_title: str
    built_on: str
    verdict: Verdict | None


class VerdictTally(NamedTuple):
    """How many centres stand at which verdict."""

    compliant: int
    non_compliant: int
    undecided: int
    doubled: int

    @property
    def reported(self) -> int:
        """All of them."""
        return sum(self)


class ClauseTally(NamedTuple):
    """How many centres do not meet a criterion, and for how many that is open."""

    criterion: str
    title: str
    failed: int
    open: int
    judged: int


def of_centre(centre: Centre) -> CountedCentre:
    """The centre, counted once whatever its results say of it."""
    last = centre.results[-1]
    return _entry(centre.results, last.verdict if len(centre.results) == 1 else None)


def entries(roster: Roster) -> list[CountedCentre]:
    """Every centre of the roster, counted once."""
    return [
        *(_entry([one], one.verdict) for one in roster.single),
        *(_entry(one.results, None) for one in roster.doubled),
    ]


def _entry(results: Sequence[CentreResult], verdict: Verdict | None) -> CountedCentre:
    return CountedCentre(
        _agreed(one.town for one in results),
        _agreed(one.area_code for one in results),
        _agreed(one.level or "" for one in results),
        _agreed(one.level_title for one in results),
        _agreed(one.built_on for one in results),
        verdict,
    )


def _agreed(texts: Iterable[str]) -> str:
    said = set(texts)
    return said.pop() if len(said) == 1 else ""


def tally(counted: Iterable[CountedCentre]) -> VerdictTally:
    """How many of these stand at which verdict."""
    verdicts = [one.verdict for one in counted]
    return VerdictTally(
        verdicts.count(Verdict.COMPLIANT),
        verdicts.count(Verdict.NON_COMPLIANT),
        verdicts.count(Verdict.UNDECIDED),
        verdicts.count(None),
    )


def by_level(counted: Iterable[CountedCentre]) -> list[tuple[str, VerdictTally]]:
    """The tally of each level, by its title."""
    groups: dict[tuple[str, str], list[CountedCentre]] = {}
    for one in counted:
        groups.setdefault((one.level, one.level_title), []).append(one)
    return [(title, tally(groups[level, title])) for level, title in sorted(groups)]


def clauses(results: Iterable[CentreResult]) -> list[ClauseTally]:
    """Every criterion that some centre does not meet or leaves open, the most failed first."""
    numbers: dict[str, ClauseTally] = {}
    order: dict[str, int] = {}
    for result in results:
        for one in result.clauses:
            order.setdefault(one.criterion, len(order))
            before = numbers.get(one.criterion, ClauseTally(one.criterion, one.title, 0, 0, 0))
            numbers[one.criterion] = before._replace(
                failed=before.failed + (one.decided is Outcome.FAIL),
                open=before.open + (one.decided in (Outcome.UNKNOWN, Outcome.MANUAL)),
                judged=before.judged + (one.decided is not Outcome.NOT_APPLICABLE),
            )
    found = [one for one in numbers.values() if one.failed or one.open]
    return sorted(found, key=lambda one: (-one.failed, -one.open, order[one.criterion]))


def named(centre: Centre) -> CentreResult:
    """The result by which a centre is named in a list."""
    return centre.results[-1]
