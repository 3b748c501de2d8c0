"""What a changed standard does to centres: the same workbooks judged by it and by the old one."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from centre_check.model.outcomes import Outcome, Verdict
from centre_check.results.types import CentreResult, ClauseResult


class Tipping(NamedTuple):
    """A clause of one centre that the change turns; `after` None where the new one has it not."""

    before: ClauseResult | None
    after: ClauseResult | None

    @property
    def clause(self) -> ClauseResult:
        """The clause as it reads after the change, or read before."""
        found = self.after or self.before
        assert found is not None
        return found


class CentreImpact(NamedTuple):
    """One centre under both."""

    before: CentreResult
    after: CentreResult
    tipping: tuple[Tipping, ...]

    @property
    def is_changed(self) -> bool:
        """Whether its verdict is another one."""
        return self.before.verdict is not self.after.verdict


class ClauseImpact(NamedTuple):
    """What the change does to one clause over all centres; `shortfall` is what is missing then."""

    criterion: str
    title: str
    failing: int
    passing: int
    unknown: int
    shortfall: Decimal
    unit: str


def impact_of(pairs: Sequence[tuple[CentreResult, CentreResult]]) -> list[CentreImpact]:
    """The centres, each with the clauses that turn."""
    return [CentreImpact(old, new, tuple(_tipping(old, new))) for old, new in pairs]


def matrix(impacts: Sequence[CentreImpact]) -> dict[tuple[Verdict, Verdict], int]:
    """How many centres go from which verdict to which."""
    found = {(old, new): 0 for old in Verdict for new in Verdict}
    for one in impacts:
        found[one.before.verdict, one.after.verdict] += 1
    return found


def lacking(impacts: Sequence[CentreImpact]) -> int:
    """How many centres lack what the changed standard needs: something is unknown only then."""
    return sum(
        any(
            turn.clause.decided is Outcome.UNKNOWN and turn.after is not None
            for turn in one.tipping
        )
        for one in impacts
    )


def by_clause(impacts: Sequence[CentreImpact]) -> list[ClauseImpact]:
    """The clauses that turn for any centre, in the order of the standard."""
    groups: dict[str, list[Tipping]] = {}
    for one in impacts:
        for turn in one.tipping:
            groups.setdefault(turn.clause.criterion, []).append(turn)
    return [_clause(id_, turns) for id_, turns in sorted(groups.items())]


def _clause(id_: str, turns: Sequence[Tipping]) -> ClauseImpact:
    now = [turn.after.decided if turn.after else Outcome.NOT_APPLICABLE for turn in turns]
    short = [turn.after for turn in turns if turn.after and turn.after.decided is Outcome.FAIL]
    required = next((one.required for one in short if one.required), None)
    return ClauseImpact(
        id_,
        turns[0].clause.title,
        sum(one is Outcome.FAIL for one in now),
        sum(one in (Outcome.PASS, Outcome.NOT_APPLICABLE) for one in now),
        sum(one in (Outcome.UNKNOWN, Outcome.MANUAL) for one in now),
        sum((one.shortfall or Decimal(0) for one in short), Decimal(0)),
        required.unit if required else "",
    )


def _tipping(old: CentreResult, new: CentreResult) -> list[Tipping]:
    before = {one.criterion: one for one in old.clauses}
    after = {one.criterion: one for one in new.clauses}
    both = ((before.get(id_), after.get(id_)) for id_ in dict.fromkeys((*after, *before)))
    return [
        Tipping(was, now) for was, now in both if (was and was.decided) is not (now and now.decided)
    ]
