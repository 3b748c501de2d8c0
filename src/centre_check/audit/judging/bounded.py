"""Judge a criterion that measures something and compares it with a limit."""

from decimal import Decimal

from centre_check.audit.judging.case import Case, cells_of, outcome_of
from centre_check.checks.amounts import unit_name
from centre_check.checks.answers import Answer, together
from centre_check.checks.bounds import meets, missing_members, shortfall
from centre_check.checks.grammar import Bound, Bounded
from centre_check.checks.measurement import Measurement
from centre_check.checks.populations import records
from centre_check.checks.records import Context
from centre_check.checks.tests import ask
from centre_check.logic import Interval, Truth
from centre_check.model.findings import Finding, Measured, Required
from centre_check.model.outcomes import Outcome
from centre_check.standard.types import Criterion


def settled(check: Bounded, context: Context) -> tuple[Bounded, Answer]:
    """The check with the limit of the case that holds, and by which cells that is known.

    Where it is not known which case holds, that leaves it open only where it tips the outcome.
    """
    if not check.cases:
        return check, Answer(Truth.YES)
    bounds, answers = _possible(check, context)
    value = check.quantity.measure(context).interval
    bound = min(bounds, key=lambda one: shortfall(value, one) or 0)
    cells = tuple(dict.fromkeys(cell for one in answers for cell in one.cells))
    if len({meets(value, one) for one in bounds}) == 1:
        return check._replace(bound=bound), Answer(Truth.YES, cells)
    reasons = tuple(r for one in answers if one.truth is Truth.MAYBE for r in one.reasons)
    return check._replace(bound=bound), Answer(Truth.MAYBE, cells, tuple(dict.fromkeys(reasons)))


def _possible(check: Bounded, context: Context) -> tuple[list[Bound], list[Answer]]:
    """The limits that may be asked, and what the centre's record says to the cases."""
    found = records(check.by, context)
    if found.gap is not None or not len(found):
        reasons = (found.gap,) if found.gap else ()
        bounds = [check.bound, *(one.bound for one in check.cases)]
        return bounds, [Answer(Truth.MAYBE, (), reasons)]
    bounds, answers = [], []
    for one in check.cases:
        answers.append(together([ask(test, found.all[0], context) for test in one.where]))
        if answers[-1].truth is not Truth.NO:
            bounds.append(one.bound)
        if answers[-1].truth is Truth.YES:
            return bounds, answers
    return [*bounds, check.bound], answers


def judge_bounded(criterion: Criterion, check: Bounded, chosen: Answer, case: Case) -> Finding:
    """The outcome of the comparison, with all that was counted, left out and left open.

    `chosen` says by which cells its limit is known; it is MAYBE where that is open.
    """
    measured = check.quantity.measure(case.context)
    met = meets(measured.interval, check.bound) if chosen.truth is Truth.YES else Truth.MAYBE
    outcome = outcome_of(met, check.otherwise)
    unit = case.words.phrase(check.unit)
    shown_unit = "" if measured.total is not None else unit_name(unit)
    missing = _missing(measured, check.bound) if outcome is not Outcome.PASS else None
    reasons = measured.reasons + chosen.reasons
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
        reasons=reasons,
        counted=measured.counted,
        excluded=measured.excluded,
        undecided=measured.undecided,
        cells=tuple(dict.fromkeys((*cells_of(of_all, reasons), *chosen.cells))),
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
