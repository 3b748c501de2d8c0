"""Audit one workbook: show the result, write it in every format that was asked for."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from centre_check.desk import exits
from centre_check.desk.outputs import check_outputs, write_whole
from centre_check.errors import CentreCheckError, UsageProblem, WorkbookError
from centre_check.words import mark

if TYPE_CHECKING:
    from centre_check.desk.outputs import Results
    from centre_check.desk.recipe import Auditor
    from centre_check.desk.screen import Screen
    from centre_check.model.findings import Audit, Failure
    from centre_check.words import Words

SUFFIXES = (".xlsx", ".xlsm")


class Wanted(NamedTuple):
    """What is wanted of the audit of one workbook.

    `form` is what is shown (text, json), `detail` how much of it, `outputs` and `annotated`
    are files to be written, the second one a copy of the workbook.
    """

    form: str
    detail: str
    outputs: tuple[str, ...]
    annotated: str | None

    def check(self, inputs: list[Path]) -> None:
        """Refuse a file that could not be written.

        Raises:
            UsageProblem: its suffix is no known format, or it is one of the inputs.
            OutputError: it cannot be written to.
        """
        from centre_check.render.formats import FORMATS

        targets = [Path(name) for name in self.outputs]
        check_outputs(targets, inputs, FORMATS)
        if self.annotated:
            check_outputs([Path(self.annotated)], [*inputs, *targets], SUFFIXES)


def audit_one(path: Path, auditor: Auditor, wanted: Wanted, screen: Screen) -> int:
    """Audit the workbook at `path` and give the exit code.

    Raises:
        UsageProblem: something in the options has no counterpart in the workbook.
        OutputError: a library is missing, or a file cannot be written.
    """
    from centre_check.desk.outputs import as_json, write, writers

    words = auditor.words
    drawn = writers([Path(name) for name in wanted.outputs], auditor, detail=wanted.detail)
    results, code = _audited(path, auditor, screen)
    if wanted.form == "json":
        screen.write(as_json(results, words))
    elif results.audits:
        from centre_check.documents.report import Detail, build

        screen.show(build(results.audits[0], words, Detail(wanted.detail)))
    write(drawn, results)
    if wanted.annotated and results.audits:
        write_annotated(path, Path(wanted.annotated), results.audits[0], words, screen)
    return code


def _audited(path: Path, auditor: Auditor, screen: Screen) -> tuple[Results, int]:
    """The results with the exit code that they mean."""
    from centre_check.desk.outputs import Results

    try:
        case = auditor.case(path)
    except UsageProblem:
        raise
    except CentreCheckError as error:
        return Results([], [_failure(path, error, auditor.words, screen)]), error.exit_code
    code = exits.BY_VERDICT[case.audit.verdict]
    return Results([case.audit], [], lambda: auditor.registers(case)), code


def _failure(path: Path, error: CentreCheckError, words: Words, screen: Screen) -> Failure:
    """The file that could not be audited; said at once."""
    from centre_check.model.findings import Failure

    message, *hint = error.say(words)
    screen.tell(words(mark("; ")).join((message, *hint)))
    return Failure(str(path), message, " ".join(hint))


def write_annotated(source: Path, target: Path, audit: Audit, words: Words, screen: Screen) -> None:
    """Write to `target` what `audit` found in the workbook at `source`, at the cells themselves.

    What could not be kept or done in the copy is told.

    Raises:
        WorkbookError: the workbook is not the one that was audited any more.
        OutputError: the copy cannot be written.
    """
    from centre_check.render.annotate import NotAnnotated, annotate, findings_workbook

    content = source.read_bytes() if source.is_file() else b""
    if content and sha256(content).hexdigest() != audit.input.sha256:
        raise WorkbookError(
            mark("{path} was changed while it was audited"), mark("audit it again"), path=source
        )
    try:
        copy, lost = annotate(content, audit, words)
    except NotAnnotated as error:
        why, *hint = error.say(words)
        copy, lost = findings_workbook(audit, words, why), (words(mark("; ")).join((why, *hint)),)
    write_whole(target, copy)
    for sentence in lost:
        screen.tell(sentence)
