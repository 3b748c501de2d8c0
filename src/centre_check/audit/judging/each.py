"""Judge a criterion that every record of a population has to meet."""

from decimal import Decimal
from typing import NamedTuple

from centre_check.audit.judging.case import Case, cells_of, outcome_of
from centre_check.checks.amounts import unit_name
from centre_check.checks.answers import Answer
from centre_check.checks.grammar import EachMust, IfNone
from centre_check.checks.measurement import evidence, leaving_rivals_open
from centre_check.checks.populations import answers, belongings, records
from centre_check.logic import Truth
from centre_check.model.evidence import Evidence, Reason
from centre_check.model.findings import Finding, Measured, Required
from centre_check.model.outcomes import Outcome
from centre_check.standard.types import Criterion

_IF_NONE = {
    IfNone.UNKNOWN: Outcome.UNKNOWN,
    IfNone.MANUAL: Outcome.MANUAL,
    IfNone.NOT_APPLICABLE: Outcome.NOT_APPLICABLE,
}


class _Sorted(NamedTuple):
    """Records that are as they must be, that are not, and that cannot be told; `gap` is more."""

    good: tuple[Evidence, ...]
    bad: tuple[Evidence, ...]
    undecided: tuple[Evidence, ...]
    gap: tuple[Reason, ...]

    @property
    def total(self) -> int:
        return len(self.good) + len(self.bad) + len(self.undecided)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return self.gap + tuple(e.reason for e in self.bad + self.undecided if e.reason)


def judge_each(criterion: Criterion, check: EachMust, case: Case) -> Finding:
    """Fails where one record certainly does, is open where one may."""
    found = _sorted(check, case)
    outcome = _outcome(check, found)
    unit = case.words.phrase(check.unit)
    shown_unit = unit_name(unit)
    most = len(found.good) + len(found.undecided)
    return Finding(
        criterion=criterion.id,
        clause=criterion.clause,
        quote=criterion.quote,
        title=case.words.phrase(criterion.title),
        outcome=outcome,
        interpretation=case.words.phrase(criterion.interpretation),
        required=Required("each", Decimal(found.total), None, shown_unit),
        measured=Measured(
            low=Decimal(len(found.good)),
            high=Decimal(most),
            low_open=False,
            high_open=False,
            unit=shown_unit,
        ),
        shortfall=Decimal(len(found.bad)) if outcome is Outcome.FAIL else None,
        reasons=found.reasons,
        counted=found.good,
        excluded=found.bad,
        undecided=found.undecided,
        cells=cells_of(found.bad + found.undecided + found.good, found.reasons),
        mandatory=criterion.mandatory,
    )


def _sorted(check: EachMust, case: Case) -> _Sorted:
    population = records(check.population, case.context)
    given = answers(check.must, population, case.context)
    left = leaving_rivals_open(list(zip(population, given, strict=True)), case.context)
    good: list[Evidence] = []
    bad: list[Evidence] = []
    undecided: list[Evidence] = []
    belongs = belongings(population, case.context)
    is_any = (
        check.is_ceiling
        or check.if_none is not IfNone.NOT_APPLICABLE
        or any(belonging.truth is Truth.YES for belonging in belongs)
    )
    for record, belonging, answer in zip(population, belongs, left, strict=True):
        if belonging.truth is Truth.NO:
            continue
        if answer.truth is Truth.YES and is_any:  # perhaps nobody belongs: then it does not apply
            good.append(evidence(record, answer))
        elif answer.truth is Truth.NO and belonging.truth is Truth.YES:
            bad.append(evidence(record, answer))
        else:
            reasons = belonging.reasons + answer.reasons
            undecided.append(evidence(record, Answer(Truth.MAYBE, answer.cells, reasons)))
    gap = (population.gap,) if population.gap else ()
    return _Sorted(tuple(good), tuple(bad), tuple(undecided), gap)


def _outcome(check: EachMust, found: _Sorted) -> Outcome:
    if not found.total and not found.gap:
        return _IF_NONE[check.if_none]
    open_ = found.undecided or found.gap
    truth = Truth.NO if found.bad else Truth.MAYBE if open_ else Truth.YES
    return outcome_of(truth, check.otherwise)
