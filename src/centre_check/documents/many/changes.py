"""What became of clauses, in words and marks."""

from collections.abc import Mapping

from centre_check.documents.outcomes import MARKS
from centre_check.model.outcomes import Outcome
from centre_check.results.compare import CentreComparison, Change, ClauseChange
from centre_check.results.types import ClauseResult
from centre_check.words import Words, mark
from centre_check.words.terms import CHANGES, OUTCOMES

# What calls for attention stands first; unchanged clauses are counted, not listed.
LISTED = (
    Change.NEW,
    Change.OPEN,
    Change.PARTLY,
    Change.UNDECIDED,
    Change.UNTOLD,
    Change.PENDING,
    Change.FIXED,
    Change.SETTLED,
    Change.LAPSED,
    Change.BY_STANDARD,
)
TONES: Mapping[Change, Outcome] = {
    Change.NEW: Outcome.FAIL,
    Change.OPEN: Outcome.FAIL,
    Change.PARTLY: Outcome.UNKNOWN,
    Change.UNDECIDED: Outcome.UNKNOWN,
    Change.UNTOLD: Outcome.UNKNOWN,
    Change.PENDING: Outcome.UNKNOWN,
    Change.FIXED: Outcome.PASS,
    Change.SETTLED: Outcome.PASS,
    Change.LAPSED: Outcome.NOT_APPLICABLE,
    Change.BY_STANDARD: Outcome.NOT_APPLICABLE,
}


def listed(comparison: CentreComparison) -> list[ClauseChange]:
    """What is not unchanged, the most urgent first, each kind in clause order."""
    found = [one for one in comparison.clauses if one.change in LISTED]
    return sorted(found, key=lambda one: LISTED.index(one.change))


def counts(comparison: CentreComparison, words: Words) -> str:
    """How many clauses changed in which way."""
    return words.join(
        words(mark("{change} {n}"), change=words(CHANGES[change]), n=comparison.number_of(change))
        for change in (*LISTED, Change.UNCHANGED)
        if comparison.number_of(change)
    )


def outcome(clause: ClauseResult | None, words: Words) -> str:
    """The outcome with its mark; that the standard has no such clause."""
    if clause is None:
        return words(mark("not in the standard"))
    return f"{MARKS[clause.decided]} {words(OUTCOMES[clause.decided])}"
