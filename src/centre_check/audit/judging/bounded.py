"""Judge a criterion that measures something and compares it with a limit."""

from decimal import Decimal

from centre_check.audit.judging.case import Case, cells_of, outcome_of
from centre_check.checks.amounts import amount, found, found_share, is_reading, limit, unit_name
from centre_check.checks.bounds import meets, missing_members, shortfall
from centre_check.checks.evidence import Evidence
from centre_check.checks.grammar import Bound, Bounded, Comparison
from centre_check.checks.measurement import Measurement
from centre_check.checks.quantities import measure
from centre_check.logic import Interval
from centre_check.model.facts import Cell
from centre_check.model.findings import Finding, Measured, Required
from centre_check.model.outcomes import Outcome
from centre_check.standard.types import Criterion
from centre_check.words import mark

_UPPER = (Comparison.AT_MOST, Comparison.LESS_THAN)


def judge_bounded(criterion: Criterion, check: Bounded, case: Case) -> Finding:
    """The outcome of the comparison, with all that was counted, left out and left open."""
    measured = measure(check.quantity, case.context)
    outcome = outcome_of(meets(measured.interval, check.bound), check.otherwise)
    unit = case.words.phrase(check.unit)
    shown_unit = "" if measured.total is not None else unit_name(unit)
    missing = _missing(measured, check.bound) if outcome is not Outcome.PASS else None
    gap = amount(missing, unit, case.words) if missing else ""
    brief = _brief(check, measured, unit, case)
    if gap and outcome in (Outcome.FAIL, Outcome.MANUAL):
        brief = _with_gap(brief, gap, check.bound, case)
    excluded = measured.excluded + measured.undecided
    of_all = measured.counted + measured.undecided + measured.excluded
    where = case.narrator.at(_leading(measured.counted))
    return case.finding(
        criterion,
        outcome,
        brief + where + _left_out(measured, outcome, case),
        brief,
        case.remedy(criterion, outcome, gap, measured.reasons),
        required=_required(check.bound, shown_unit),
        measured=_measured(measured.interval, shown_unit),
        shortfall=missing if outcome is Outcome.FAIL else None,
        reasons=measured.reasons,
        counted=measured.counted,
        excluded=excluded,
        cells=cells_of(of_all, measured.reasons),
    )


def _brief(check: Bounded, measured: Measurement, unit: str, case: Case) -> str:
    """实测480㎡，要求不低于500㎡."""
    words = case.words
    if measured.total is not None and (measured.total.low or measured.total.high):
        message = mark("counted {amount}, required {limit}")
        least = len(measured.counted)
        have = Interval(Decimal(least), Decimal(least + len(measured.undecided)))
        shown = found_share(have, measured.total, unit, words)
    else:
        message = (
            mark("measured {amount}, required {limit}")
            if is_reading(check.quantity)
            else mark("found {amount}, required {limit}")
        )
        shown = found(measured.total or measured.interval, unit, words)
    required = limit(check.bound, check.quantity, unit, words)
    return words(message, amount=shown, limit=required)


def _with_gap(said: str, gap: str, bound: Bound, case: Case) -> str:
    """实测480㎡，要求不低于500㎡，差20㎡."""
    is_upper = bound.comparison in _UPPER
    message = mark("{said}, {gap} too much") if is_upper else mark("{said}, short by {gap}")
    return case.words(message, said=said, gap=gap)


def _left_out(measured: Measurement, outcome: Outcome, case: Case) -> str:
    narrator = case.narrator
    if outcome is Outcome.UNKNOWN and measured.reasons:
        each_has_one = len(measured.reasons) == len(measured.undecided)
        why = (
            narrator.records(measured.undecided)
            if each_has_one
            else narrator.reasons(measured.reasons)
        )
        return case.words(mark("; open: {why}"), why=why)
    if outcome in (Outcome.FAIL, Outcome.MANUAL) and measured.excluded:
        return case.words(mark("; not counted: {why}"), why=narrator.left_out(measured.excluded))
    return ""


def _missing(measured: Measurement, bound: Bound) -> Decimal | None:
    total = measured.total
    if total is not None:
        if not total.is_exact or total.low is None:
            return None
        have = len(measured.counted) + len(measured.undecided)
        return Decimal(missing_members(have, int(total.low), bound))
    return shortfall(measured.interval, bound)


def _required(bound: Bound, unit: str) -> Required:
    return Required(str(bound.comparison), bound.value, unit, bound.upper)


def _measured(value: Interval[Decimal], unit: str) -> Measured:
    return Measured(value.low, value.high, unit, value.low_open, value.high_open)


def _leading(records: tuple[Evidence, ...]) -> tuple[Cell, ...]:
    """The cell that decided each record."""
    return tuple(record.cells[0] for record in records if record.cells)
