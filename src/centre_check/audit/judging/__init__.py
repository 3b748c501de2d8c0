"""Judge one criterion: from what its check measures to a finding."""

from typing import assert_never

from centre_check.audit.judging.bounded import judge_bounded
from centre_check.audit.judging.case import Case
from centre_check.audit.judging.each import judge_each
from centre_check.checks.grammar import Bounded, EachMust, Inspection
from centre_check.model.findings import Finding
from centre_check.model.outcomes import Outcome
from centre_check.standard.types import Criterion
from centre_check.words import Phrase, mark

__all__ = ["Case", "judge"]


def judge(criterion: Criterion, case: Case) -> Finding:
    """The outcome of the criterion with all it rests on."""
    match criterion.check:
        case Bounded():
            return judge_bounded(criterion, criterion.check, case)
        case EachMust():
            return judge_each(criterion, criterion.check, case)
        case Inspection(look_at):
            return _inspection(criterion, look_at, case)
        case _ as never:
            assert_never(never)


def _inspection(criterion: Criterion, look_at: Phrase, case: Case) -> Finding:
    words = case.words
    message = words(mark("for an inspector to look at: {what}"), what=words.phrase(look_at))
    remedy = case.remedy(criterion, Outcome.MANUAL, "", ())
    return case.finding(criterion, Outcome.MANUAL, message, message, remedy)
