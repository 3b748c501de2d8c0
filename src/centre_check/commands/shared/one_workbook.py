"""Audit one workbook: show the result, write it in every format that was asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from centre_check.commands.shared import exits
from centre_check.commands.shared.outputs import check_outputs
from centre_check.errors import CentreCheckError, UsageProblem
from centre_check.words import mark

if TYPE_CHECKING:
    from centre_check.commands.shared.auditing import Auditor
    from centre_check.commands.shared.results import Results
    from centre_check.model.findings import Audit, Failure
    from centre_check.words import Words


class Wanted(NamedTuple):
    """What is wanted of the audit of one workbook.

    `form` is what is printed (text, json), `detail` how much of it, `outputs` and `annotated`
    are files to be written, the second one a copy of the workbook.
    """

    form: str
    detail: str
    color: str
    outputs: tuple[str, ...]
    annotated: str | None

    def check(self, inputs: list[Path]) -> None:
        """Refuse a file that could not be written.

        Raises:
            UsageProblem: its suffix is no known format, or it is one of the inputs.
            OutputError: it cannot be written to.
        """
        from centre_check.commands.shared.annotating import SUFFIXES
        from centre_check.render.formats import FORMATS

        targets = [Path(name) for name in self.outputs]
        check_outputs(targets, inputs, FORMATS)
        if self.annotated:
            check_outputs([Path(self.annotated)], [*inputs, *targets], SUFFIXES)


def audit_one(path: Path, auditor: Auditor, wanted: Wanted) -> int:
    """Audit the workbook at `path` and give the exit code.

    Raises:
        UsageProblem: something in the options has no counterpart in the workbook.
        OutputError: a library is missing, or a file cannot be written.
    """
    from centre_check.commands.shared.annotating import write_annotated
    from centre_check.commands.shared.results import as_json, write, writers

    words = auditor.words
    drawn = writers([Path(name) for name in wanted.outputs], auditor, detail=wanted.detail)
    results, code = _audited(path, auditor)
    if wanted.form == "json":
        click.echo(as_json(results, words), nl=False)
    elif results.audits:
        _show(results.audits[0], words, wanted)
    write(drawn, results)
    if wanted.annotated and results.audits:
        write_annotated(path, Path(wanted.annotated), results.audits[0], words)
    return code


def _audited(path: Path, auditor: Auditor) -> tuple[Results, int]:
    """The results with the exit code that they mean."""
    from centre_check.commands.shared.results import Results

    try:
        case = auditor.case(path)
    except UsageProblem:
        raise
    except CentreCheckError as error:
        return Results([], [_failure(path, error, auditor.words)]), error.exit_code
    code = exits.BY_VERDICT[case.audit.verdict]
    return Results([case.audit], [], lambda: auditor.registers(case)), code


def _failure(path: Path, error: CentreCheckError, words: Words) -> Failure:
    """The file that could not be audited; said on stderr at once."""
    from centre_check.model.findings import Failure

    message, *hint = error.say(words)
    click.echo(words(mark("; ")).join((message, *hint)), err=True)
    return Failure(str(path), message, " ".join(hint))


def _show(audit: Audit, words: Words, wanted: Wanted) -> None:
    from centre_check.commands.shared.screen import show
    from centre_check.documents.report import Detail, build

    show(build(audit, words, Detail(wanted.detail)), color=wanted.color)
