"""What every way of judging needs: the facts, the words, and what follows from an outcome."""

from collections.abc import Iterable
from typing import NamedTuple

from centre_check.audit.reasons import Narrator
from centre_check.checks.grammar import Otherwise
from centre_check.checks.records import Context
from centre_check.logic import Truth
from centre_check.model.evidence import Evidence, Reason
from centre_check.model.facts import Cell
from centre_check.model.outcomes import Outcome
from centre_check.words import Words

_BY_TRUTH = {Truth.YES: Outcome.PASS, Truth.MAYBE: Outcome.UNKNOWN, Truth.NO: Outcome.FAIL}


class Case(NamedTuple):
    """The facts of one centre, and the language in which it is told of them."""

    context: Context
    narrator: Narrator
    words: Words


def outcome_of(truth: Truth, otherwise: Otherwise) -> Outcome:
    """The outcome that a truth stands for; a no may be for a person to decide."""
    outcome = _BY_TRUTH[truth]
    if outcome is Outcome.FAIL and otherwise is Otherwise.MANUAL:
        return Outcome.MANUAL
    return outcome


def cells_of(records: Iterable[Evidence], reasons: Iterable[Reason]) -> tuple[Cell, ...]:
    """Every cell once, in the order in which they speak."""
    cells = [cell for record in records for cell in record.cells]
    cells += [cell for reason in reasons for cell in reason.cells]
    return tuple(dict.fromkeys(cells))
