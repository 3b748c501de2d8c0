"""Read results back: what `audit -f json`, `-f jsonl` and a folder of either hold.

The shape is checked strictly; what is kept of it is what later commands need.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from centre_check.errors import UsageProblem
from centre_check.files import BrokenFile, Mistake
from centre_check.model.findings import Failure, Measured, Required
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.results import shape
from centre_check.results.shape_check import checked
from centre_check.results.types import (
    CentreResult,
    ClauseResult,
    Results,
    StandardUsed,
    together,
)
from centre_check.words import mark

WHOLE, LINES = ".json", ".jsonl"
SUFFIXES = (WHOLE, LINES)
_UNFINISHED = ".part"


class _Text(NamedTuple):
    """A piece of a file: where it begins, what it is called."""

    path: Path
    line: int
    text: str


def files(folder: Path) -> list[Path]:
    """The files of results below the folder, by path.

    Raises:
        UsageProblem: a run there was interrupted: its results are not all there.
    """
    below = sorted(path for path in folder.rglob("*") if not _is_hidden(path, folder))
    for path in below:
        if path.name.endswith(LINES + _UNFINISHED):
            raise UsageProblem(
                mark("{path} is of a run that was interrupted: results are missing"),
                mark("end it first: give the same audit command with --resume"),
                path=path,
            )
    return [path for path in below if path.suffix.lower() in SUFFIXES and path.is_file()]


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)


def read(paths: list[Path]) -> Results:
    """The results in all these files, each result once.

    Raises:
        UsageProblem: a file cannot be read.
        BrokenFile: a file holds something else; names the line.
    """
    return together([_lines(path) if _is_lines(path) else _whole(path) for path in paths])


def of_text(text: str, workbook: str) -> CentreResult:
    """The result in the JSON text of one audit that was just made of this workbook."""
    return _centre(checked(shape.Audit, text, workbook), "")


def _is_lines(path: Path) -> bool:
    return path.suffix.lower() == LINES


def _whole(path: Path) -> Results:
    report = checked(shape.Report, _text(path), str(path))
    return Results(
        tuple(_sound(_centre(audit, str(path)), audit, path, 1) for audit in report.audits),
        tuple(_failure(one) for one in report.errors),
    )


def _lines(path: Path) -> Results:
    centres: list[CentreResult] = []
    failures: list[Failure] = []
    for number, line in _numbered(path):
        if not line.strip():
            continue
        if _is_error(line):
            failures.append(_failure(checked(shape.ErrorLine, line, str(path), number).error))
            continue
        audit = checked(shape.AuditLine, line, str(path), number)
        centres.append(_sound(_centre(audit, f"{path}:{number}"), audit, path, number))
    return Results(tuple(centres), tuple(failures))


def _numbered(path: Path) -> Iterator[tuple[int, str]]:
    """Line after line, so that a province's results need not be in memory together."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                yield number, _decoded(line, path, number)
    except OSError as error:
        raise _unreadable(path, error) from error


def _is_error(line: str) -> bool:
    """Whether a line tells of a file that was not audited; its keys have a fixed order."""
    return '"input":{' not in line and '"error":{' in line


def _text(path: Path) -> str:
    try:
        return _decoded(path.read_bytes(), path, 1)
    except OSError as error:
        raise _unreadable(path, error) from error


def _decoded(content: bytes, path: Path, line: int) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        mistake = Mistake(line, 1, mark("this is no text in UTF-8"))
        raise BrokenFile(str(path), [mistake]) from None


def _unreadable(path: Path, error: OSError) -> UsageProblem:
    return UsageProblem(
        mark("{path} cannot be opened: {cause}"), path=path, cause=error.strerror or error
    )


def _failure(failure: shape.Failure) -> Failure:
    return Failure(failure.path, failure.message, failure.hint)


def _centre(audit: shape.Audit, place: str) -> CentreResult:
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
        reasons=tuple(reason.code for reason in finding.reasons),
        cells=tuple(f"{cell.sheet}!{cell.cell}" for cell in finding.cells),
    )


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


def _sound(centre: CentreResult, audit: shape.Audit, path: Path, line: int) -> CentreResult:
    """The result, whose parts agree: one that was changed by hand is none of ours.

    Raises:
        BrokenFile: they do not.
    """
    mistakes = (
        Mistake(line, 1, message, values) for message, values in _disagreements(centre, audit)
    )
    if found := list(mistakes):
        raise BrokenFile(str(path), found)
    return centre


def _disagreements(
    centre: CentreResult, audit: shape.Audit
) -> Iterator[tuple[str, dict[str, object]]]:
    who: dict[str, object] = {"path": centre.workbook}
    stated = audit.summary.model_dump()
    counted = {
        f"{one}_" if one == Outcome.PASS else str(one): centre.number_of(one) for one in Outcome
    }
    if stated != {**counted, "total": len(centre.clauses)}:
        yield mark("{path}: the counts are not those of the clauses; audit it again"), who
    criteria = [clause.criterion for clause in centre.clauses]
    if len(set(criteria)) < len(criteria):
        yield mark("{path}: a clause stands there twice; audit it again"), who
