"""What became of every clause of a centre between two results."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from centre_check.model.outcomes import Outcome
from centre_check.results.types import CentreResult, ClauseResult


class Change(StrEnum):
    """What became of one clause."""

    FIXED = "fixed"  # was not met, is met
    SETTLED = "settled"  # could not be decided, is met
    PARTLY = "partly"  # is still not met, but less is missing
    OPEN = "open"  # is not met as before
    PENDING = "pending"  # cannot be decided as before
    NEW = "new"  # is not met now, and was not so before
    UNDECIDED = "undecided"  # cannot be decided now, and could before
    UNCHANGED = "unchanged"  # is met as before
    LAPSED = "lapsed"  # was not met or open, does not apply any more
    BY_STANDARD = "by_standard"  # only because the standard changed
    UNTOLD = "untold"  # the centre or the standard: cannot be told


class ClauseChange(NamedTuple):
    """One clause before and after; None on the side whose standard does not have it.

    `is_worse` says that less is proved than before, and not only because the standard changed.
    """

    before: ClauseResult | None
    after: ClauseResult | None
    change: Change
    is_worse: bool

    @property
    def clause(self) -> ClauseResult:
        """The clause as it reads now, or read last."""
        found = self.after or self.before
        assert found is not None
        return found


class CentreComparison(NamedTuple):
    """One centre at two times.

    `is_rejudged` says that the earlier workbook was judged by the later standard as well.
    """

    old: CentreResult
    new: CentreResult
    clauses: tuple[ClauseChange, ...]
    is_rejudged: bool

    @property
    def days(self) -> int:
        """Days between both audit dates."""
        return (self.new.as_of - self.old.as_of).days

    @property
    def is_other_standard(self) -> bool:
        """Whether both were judged by different standards, editions or levels."""
        return _basis(self.old) != _basis(self.new)

    @property
    def is_worse(self) -> bool:
        """Whether any clause is worse."""
        return any(one.is_worse for one in self.clauses)

    def number_of(self, change: Change) -> int:
        """How many clauses changed so."""
        return sum(one.change is change for one in self.clauses)


def compare(
    old: CentreResult, new: CentreResult, rejudged: CentreResult | None = None
) -> CentreComparison:
    """What became of every clause, in the order of the newer standard, then what it left out.

    Args:
        old: the earlier result.
        new: the later one, of the same centre.
        rejudged: the earlier workbook judged by the later standard, where that differs.
    """
    is_other = _basis(old) != _basis(new)
    before, after = _by_criterion(old), _by_criterion(new)
    again = _by_criterion(rejudged) if rejudged is not None else {}
    found: list[ClauseChange] = []
    for id_ in [*after, *(id_ for id_ in before if id_ not in after)]:
        was, now = before.get(id_), after.get(id_)
        change = _change(was, now)
        if is_other and change is not Change.UNCHANGED:
            change = _under_another(was, again.get(id_), now, change, is_known=rejudged is not None)
        base = again.get(id_) if is_other and rejudged is not None else was
        is_worse = change is not Change.BY_STANDARD and _rank(now) > _rank(base)
        found.append(ClauseChange(was, now, change, is_worse))
    return CentreComparison(old, new, tuple(found), is_other and rejudged is not None)


def _basis(result: CentreResult) -> tuple[str, str | None]:
    return (result.standard.sha256, result.level)


def _by_criterion(result: CentreResult) -> Mapping[str, ClauseResult]:
    return {one.criterion: one for one in result.clauses}


def _change(was: ClauseResult | None, now: ClauseResult | None) -> Change:
    """What became of a clause under one and the same standard."""
    if now is None:
        return Change.UNCHANGED if _is_settled(was) else Change.LAPSED
    if was is None:
        return Change.UNCHANGED if _is_settled(now) else _turned(now)
    if _is_settled(was):
        return Change.UNCHANGED if _is_settled(now) else _turned(now)
    if now.decided is Outcome.PASS:
        return Change.FIXED if was.decided is Outcome.FAIL else Change.SETTLED
    if now.decided is Outcome.NOT_APPLICABLE:
        return Change.LAPSED
    if Outcome.FAIL not in (was.decided, now.decided):
        return Change.PENDING
    if was.decided is now.decided:
        return Change.PARTLY if _is_less_missing(was, now) else Change.OPEN
    return _turned(now)


def _turned(now: ClauseResult) -> Change:
    return Change.NEW if now.decided is Outcome.FAIL else Change.UNDECIDED


def _is_settled(clause: ClauseResult | None) -> bool:
    return clause is None or clause.decided in (Outcome.PASS, Outcome.NOT_APPLICABLE)


def _is_less_missing(was: ClauseResult, now: ClauseResult) -> bool:
    """Whether both are not met by a number in the same unit, and it is a smaller one now."""
    if was.shortfall is None or now.shortfall is None or was.required is None:
        return False
    is_comparable = now.required is not None and now.required.unit == was.required.unit
    return is_comparable and now.shortfall < was.shortfall


def _under_another(
    was: ClauseResult | None,
    again: ClauseResult | None,
    now: ClauseResult | None,
    change: Change,
    *,
    is_known: bool,
) -> Change:
    """The same where the standard differs; `again` is the earlier workbook under the later one."""
    if now is None:
        return Change.BY_STANDARD
    if is_known:
        own = _change(again, now)
        return own if _outcome(again) is not _outcome(now) or own is change else Change.BY_STANDARD
    return change if _outcome(was) is _outcome(now) else Change.UNTOLD


def _outcome(clause: ClauseResult | None) -> Outcome | None:
    return clause.decided if clause is not None else None


_RANKS = {
    Outcome.PASS: 0,
    Outcome.NOT_APPLICABLE: 0,
    Outcome.MANUAL: 1,
    Outcome.UNKNOWN: 1,
    Outcome.FAIL: 2,
}


def _rank(clause: ClauseResult | None) -> int:
    return _RANKS[clause.decided] if clause is not None else 0
