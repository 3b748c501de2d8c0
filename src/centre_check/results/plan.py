"""What was planned: the list of towns with the numbers of centres that they are to have."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from centre_check.model.outcomes import Verdict
from centre_check.results.tally import CountedCentre


class Planned(NamedTuple):
    """One line of the list: so many centres of a level in a town, by a year where one is given.

    `built` is how many the list says are there; None where it does not.
    """

    district: str
    town: str
    code: str
    level: str
    level_title: str
    planned: int
    built: int | None
    year: int | None


class PlanStep(NamedTuple):
    """How far the centres planned of one level by the end of a year are there.

    Of the centres that opened in the year, and of all until its end: how many were planned, how
    many opened, how many of those are compliant.
    """

    level_title: str
    year: int
    planned: int
    opened: int
    compliant: int
    planned_until: int
    opened_until: int
    compliant_until: int

    @property
    def is_reached(self) -> bool:
        """Whether as many as planned until then opened and are compliant."""
        return self.compliant_until >= self.planned_until

    @property
    def is_reached_in_year(self) -> bool:
        """The same, counting the year alone: more in an earlier year do not make up for it."""
        return self.compliant >= self.planned


def steps(planned: Iterable[Planned], counted: Sequence[CountedCentre]) -> list[PlanStep]:
    """The course of every level that has numbers by year (HY-MB-07 to 09)."""
    numbers: dict[tuple[str, str], dict[int, int]] = {}
    for one in planned:
        if one.year is not None and one.planned:
            years = numbers.setdefault((one.level, one.level_title), {})
            years[one.year] = years.get(one.year, 0) + one.planned
    return [
        _step(level, title, years, year, counted)
        for (level, title), years in sorted(numbers.items())
        for year in sorted(years)
    ]


def _step(
    level: str, title: str, years: dict[int, int], year: int, counted: Sequence[CountedCentre]
) -> PlanStep:
    dated = [(int(one.built_on[:4]), one) for one in counted if one.level == level and one.built_on]
    now = [one for opened, one in dated if opened == year]
    until = [one for opened, one in dated if opened <= year]
    return PlanStep(
        title,
        year,
        years[year],
        len(now),
        _compliant(now),
        sum(number for one, number in years.items() if one <= year),
        len(until),
        _compliant(until),
    )


def _compliant(counted: Iterable[CountedCentre]) -> int:
    return sum(one.verdict is Verdict.COMPLIANT for one in counted)
