"""Judge a criterion that measures something and compares it with a limit."""

from decimal import Decimal

from centre_check.audit.judging.case import Case, cells_of, outcome_of
from centre_check.checks.amounts import unit_name
from centre_check.checks.bounds import meets, missing_members, shortfall
from centre_check.checks.grammar import Bound, Bounded
from centre_check.checks.measurement import Measurement
from centre_check.logic import Interval
from centre_check.model.findings import Finding, Measured, Required
from centre_check.model.outcomes import Outcome
from centre_check.standard.types import Criterion


def judge_bounded(criterion: Criterion, check: Bounded, case: Case) -> Finding:
    """The outcome of the comparison, with all that was counted, left out and left open."""
    measured = check.quantity.measure(case.context)
    outcome = outcome_of(meets(measured.interval, check.bound), check.otherwise)
    unit = case.words.phrase(check.unit)
    shown_unit = "" if measured.total is not None else unit_name(unit)
    missing = _missing(measured, check.bound) if outcome is not Outcome.PASS else None
    of_all = measured.counted + measured.undecided + measured.excluded
    return Finding(
        criterion=criterion.id,
        clause=criterion.clause,
        quote=criterion.quote,
        title=case.words.phrase(criterion.title),
        outcome=outcome,
        interpretation=case.words.phrase(criterion.interpretation),
        required=_required(check.bound, shown_unit),
        measured=_measured(measured.interval, shown_unit),
        shortfall=missing if outcome is Outcome.FAIL else None,
        reasons=measured.reasons,
        counted=measured.counted,
        excluded=measured.excluded,
        undecided=measured.undecided,
        cells=cells_of(of_all, measured.reasons),
        mandatory=criterion.mandatory,
        out_of=_measured(measured.total, shown_unit) if measured.total else None,
    )


def _missing(measured: Measurement, bound: Bound) -> Decimal | None:
    total = measured.total
    if total is not None:
        if not total.is_exact or total.low is None:
            return None
        have = len(measured.counted) + len(measured.undecided)
        return Decimal(missing_members(have, int(total.low), bound))
    return shortfall(measured.interval, bound)


def _required(bound: Bound, unit: str) -> Required:
    return Required(bound.comparison, bound.value, bound.upper, unit)


def _measured(value: Interval[Decimal], unit: str) -> Measured:
    return Measured(value.low, value.high, value.low_open, value.high_open, unit)
