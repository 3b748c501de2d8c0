"""Read results back: what `audit -f json`, `-f jsonl` and a folder of either hold.

The shape is checked strictly; what is kept of it is what later commands need.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from centre_check.errors import UsageProblem
from centre_check.files import BrokenFile, Mistake
from centre_check.model.outcomes import Outcome
from centre_check.results.kept import Keeper, failure_of
from centre_check.results.published import checked
from centre_check.results.report import AuditReport, FailureSaid, PublishedAudit, ResultLine
from centre_check.results.types import (
    CentreResult,
    Results,
    together,
)
from centre_check.words import mark

if TYPE_CHECKING:
    from centre_check.model.findings import Failure

WHOLE, LINES = ".json", ".jsonl"
SUFFIXES = (WHOLE, LINES)
_UNFINISHED = ".part"
_COUNTED = (
    Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN, Outcome.MANUAL, Outcome.NOT_APPLICABLE
)  # fmt: skip
_DECLARED_END = b',"basis":"declared"}\n'


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


def read(paths: list[Path], *, has_texts: bool = True) -> Results:
    """The results in all these files, each result once, with or without what they say in words.

    Raises:
        UsageProblem: a file cannot be read.
        BrokenFile: a file holds something else; names the line.
    """
    keeper = Keeper(has_texts=has_texts)
    return together(
        [_lines(path, keeper) if _is_lines(path) else _whole(path, keeper) for path in paths]
    )


def of_text(text: str, workbook: str, keeper: Keeper) -> CentreResult:
    """The result in the JSON text of one audit that was just made of this workbook."""
    return keeper.centre(checked(PublishedAudit, text.encode(), workbook), "")


def _is_lines(path: Path) -> bool:
    return path.suffix.lower() == LINES


def _whole(path: Path, keeper: Keeper) -> Results:
    report = checked(AuditReport, _content(path), str(path))
    return Results(
        tuple(_sound(keeper, one, str(path), path, 1) for one in report.audits),
        tuple(failure_of(one) for one in report.errors),
    )


def _lines(path: Path, keeper: Keeper) -> Results:
    centres: list[CentreResult] = []
    failures: list[Failure] = []
    for number, line in _numbered(path):
        if not line.strip():
            continue
        if _is_error(line):
            failures.append(
                failure_of(checked(FailureSaid, line, str(path), number, ResultLine).error)
            )
            continue
        _refuse_declared(line, path)
        audit = checked(PublishedAudit, line, str(path), number, ResultLine)
        centres.append(_sound(keeper, audit, f"{path}:{number}", path, number))
    return Results(tuple(centres), tuple(failures))


def _numbered(path: Path) -> Iterator[tuple[int, bytes]]:
    """Line after line, so that a province's results need not be in memory together."""
    try:
        with path.open("rb") as file:
            yield from enumerate(file, 1)
    except OSError as error:
        raise _unreadable(path, error) from error


def _is_error(line: bytes) -> bool:
    """Whether a line tells of a file that was not audited; its keys have a fixed order."""
    return b'"input":{' not in line and b'"error":{' in line


def _refuse_declared(line: bytes, path: Path) -> None:
    """Refuse what `totals` has written: figures that nobody has checked are no results.

    Raises:
        UsageProblem: the line is the first one of such a file.
    """
    if line.endswith(_DECLARED_END):
        raise UsageProblem(
            mark("{path} holds declared figures of a summary table, not results of audits"),
            mark("give the results of `centre-check audit`"),
            path=path,
        )


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> UsageProblem:
    return UsageProblem(
        mark("{path} cannot be opened: {cause}"), path=path, cause=error.strerror or error
    )


def _sound(
    keeper: Keeper, audit: PublishedAudit, place: str, path: Path, line: int
) -> CentreResult:
    """The result, whose parts agree: one that was changed by hand is none of ours.

    Raises:
        BrokenFile: they do not.
    """
    try:
        centre = keeper.centre(audit, place)
    except ValueError:  # all else has been looked at: its day is none of the calendar
        message = mark("{path}: there is no day {day}; audit it again")
        values = {"path": audit.input.path, "day": audit.as_of}
        raise BrokenFile(str(path), [Mistake(line, 1, message, values)]) from None
    mistakes = (
        Mistake(line, 1, message, values) for message, values in _disagreements(centre, audit)
    )
    if found := list(mistakes):
        raise BrokenFile(str(path), found)
    return centre


def _disagreements(
    centre: CentreResult, audit: PublishedAudit
) -> Iterator[tuple[str, dict[str, object]]]:
    who: dict[str, object] = {"path": centre.workbook}
    stated = audit.summary
    numbers = (stated.pass_, stated.fail, stated.unknown, stated.manual, stated.not_applicable)
    counted = tuple(map(centre.number_of, _COUNTED))
    if (*numbers, stated.total) != (*counted, len(centre.clauses)):
        yield mark("{path}: the counts are not those of the clauses; audit it again"), who
    criteria = [clause.criterion for clause in centre.clauses]
    if len(set(criteria)) < len(criteria):
        yield mark("{path}: a clause stands there twice; audit it again"), who
