"""Make results of their published shape: of all that is there, what later commands need."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from centre_check.model.findings import Failure, Measured, Required
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.results import shape
from centre_check.results.types import CentreResult, ClauseResult, StandardUsed


def failure_of(failure: shape.Failure) -> Failure:
    """The file that could not be audited."""
    return Failure(failure.path, failure.message, failure.hint)


def centre_of(audit: shape.Audit, place: str) -> CentreResult:
    """The result that an audit in its published shape holds; `place` is where it was read."""
    standard, centre = audit.standard, audit.centre
    return CentreResult(
        place=place,
        workbook=audit.input.path,
        workbook_sha256=audit.input.sha256,
        standard=StandardUsed(standard.id, standard.title, standard.edition, standard.sha256),
        name=centre.name,
        town=centre.town,
        area_code=centre.area_code,
        level=standard.level,
        level_title=standard.level_title,
        built_on=centre.built_on,
        as_of=date.fromisoformat(audit.as_of),
        verdict=Verdict(audit.verdict),
        clauses=tuple(_clause(finding) for finding in audit.findings),
    )


def _clause(finding: shape.Finding) -> ClauseResult:
    return ClauseResult(
        criterion=finding.criterion,
        clause=finding.clause,
        quote=finding.quote,
        title=finding.title,
        mandatory=finding.mandatory,
        outcome=Outcome(finding.outcome),
        decided=Outcome(finding.decided),
        required=_required(finding.required),
        measured=_measured(finding.measured),
        shortfall=_number(finding.shortfall),
        message=finding.message,
        remedy=finding.remedy,
        reasons=tuple(_codes(finding)),
        cells=tuple(f"{cell.sheet}!{cell.cell}" for cell in finding.cells),
    )


def _codes(finding: shape.Finding) -> Iterator[str]:
    """Why it is open, or why records are not as they must be, once for each record."""
    yield from (reason.code for reason in finding.reasons)
    is_each = finding.required is not None and finding.required.bound == "each"
    for group in (*(finding.excluded if is_each else ()), *finding.undecided):
        if group.code is not None:
            yield from [group.code] * len(group.rows)


def _required(required: shape.Required | None) -> Required | None:
    if required is None:
        return None
    value, upper = Decimal(required.value), _number(required.upper)
    return Required(required.bound, value, required.unit, upper)


def _measured(measured: shape.Measured | None) -> Measured | None:
    if measured is None:
        return None
    return Measured(
        _number(measured.low),
        _number(measured.high),
        measured.unit,
        measured.low_open,
        measured.high_open,
    )


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
