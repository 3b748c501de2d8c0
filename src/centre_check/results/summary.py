"""A district's or a province's summary: the numbers of every standard apart, and of the plan."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from centre_check.model.findings import Failure
from centre_check.model.sightings import InCommon
from centre_check.results import divisions, plan
from centre_check.results import tally as tallies
from centre_check.results.divisions import Division, Gazetteer, Locality, Prefix
from centre_check.results.identity import centres, shared_codes
from centre_check.results.plan import Planned, PlanStep
from centre_check.results.roster import Roster, rosters
from centre_check.results.tally import ClauseTally, CountedCentre, VerdictTally
from centre_check.results.types import CentreResult, Results


class StandardPart(NamedTuple):
    """The numbers of all centres that were judged by one standard."""

    roster: Roster
    total: VerdictTally
    levels: tuple[tuple[str, VerdictTally], ...]
    districts: tuple[Division, ...]
    towns: tuple[Division, ...]
    prefixes: tuple[Prefix, ...]
    clauses: tuple[ClauseTally, ...]
    steps: tuple[PlanStep, ...]


class PlanCoverage(NamedTuple):
    """The centres of one level in one place: planned, built by the list, reported.

    `planned` is None for a place that the list does not have.
    """

    place: Locality
    level_title: str
    planned: int | None
    built: int | None
    reported: int

    @property
    def missing(self) -> int:
        """How many were planned and not reported."""
        return max(0, (self.planned or 0) - self.reported)


class Summary(NamedTuple):
    """The whole summary; `centres` are counted once though several standards judged them.

    `of_one_code` are centres of one level that give one division code on one day.
    """

    parts: tuple[StandardPart, ...]
    centres: int
    failures: tuple[Failure, ...]
    coverage: tuple[PlanCoverage, ...]
    year: int
    first: date
    last: date
    in_common: InCommon | None
    of_one_code: tuple[tuple[CentreResult, ...], ...]

    @property
    def is_whole(self) -> bool:
        """Whether every file was read and every centre came once."""
        return not self.failures and not any(part.roster.doubled for part in self.parts)


def summarise(results: Results, planned: Sequence[Planned], year: int | None) -> Summary:
    """The summary of at least one result; the year is that of the last audit if none is given."""
    days = [one.as_of for one in results.centres]
    found = rosters(results.centres)
    everyone = [tallies.of_centre(one) for one in centres(results.centres)]
    gazetteer = Gazetteer(planned, everyone)
    shown = year or max(days).year
    return Summary(
        tuple(_part(roster, gazetteer, planned, shown) for roster in found),
        len(everyone),
        results.failures,
        tuple(_coverage(planned, everyone, gazetteer)),
        shown,
        min(days),
        max(days),
        results.in_common,
        tuple(tuple(own) for _, own in sorted(shared_codes(results.centres).items())),
    )


def _part(
    roster: Roster, gazetteer: Gazetteer, planned: Iterable[Planned], year: int
) -> StandardPart:
    counted = tallies.entries(roster)
    return StandardPart(
        roster,
        tallies.tally(counted),
        tuple(tallies.by_level(counted)),
        tuple(divisions.by_district(counted, gazetteer)),
        tuple(divisions.by_town(counted, gazetteer)),
        tuple(divisions.by_prefix(counted, gazetteer, year)),
        tuple(tallies.clauses(roster.single)),
        tuple(plan.steps(planned, counted)),
    )


def _coverage(
    planned: Sequence[Planned], everyone: Iterable[CountedCentre], gazetteer: Gazetteer
) -> list[PlanCoverage]:
    """Every line of the list with what was reported for it, then what the list does not have."""
    if not planned:
        return []
    found: dict[tuple[Locality, str], PlanCoverage] = {}
    for one in planned:
        place = gazetteer.locate(one.code, one.town)
        key = (place, one.level)
        known = found.get(key) or PlanCoverage(place, one.level_title, 0, None, 0)
        built = known.built if one.built is None else (known.built or 0) + one.built
        found[key] = known._replace(planned=(known.planned or 0) + one.planned, built=built)
    for centre in everyone:
        place = gazetteer.locate(centre.area_code, centre.town)
        slots = ((place, centre.level), (place, ""), (place.above, centre.level))
        key = next((slot for slot in slots if slot in found), slots[0])
        known = found.get(key) or PlanCoverage(place, centre.level_title, None, None, 0)
        found[key] = known._replace(reported=known.reported + 1)
    return list(found.values())
