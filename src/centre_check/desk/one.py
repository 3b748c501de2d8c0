"""Audit one workbook, and what can be made of its audit."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from centre_check.desk import exits
from centre_check.desk.outputs import check_outputs, checked
from centre_check.desk.sink import Drawn, Shown, Sink, hand
from centre_check.errors import CentreCheckError, UsageProblem, WorkbookError
from centre_check.words import mark
from centre_check.workbook.guard.contents import STANDARD_INPUT, contents, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from centre_check.desk.recipe import Auditor, JudgedCase, Recipe
    from centre_check.desk.screen import Screen
    from centre_check.model.findings import Audit, Failure
    from centre_check.words import Words

ANNOTATED = (".xlsx", ".xlsm")
_FILE_WIDTH = 100  # columns of a report that is written as text


class _Result(NamedTuple):
    """What came of the workbook."""

    case: JudgedCase | None
    failure: Failure | None
    content: bytes | None = None  # of what could not be read again


def audit_one(
    path: Path,
    recipe: Recipe,
    screen: Screen,
    *,
    form: str,
    outputs: Sequence[str],
    detail: str,
    annotate: str | None,
    force: bool = False,
) -> int:
    """Audit the workbook at `path` and give the exit code.

    `form` is what is shown (text, json), `detail` how much of it; `annotate` names a copy of the
    workbook that is to be marked.

    Raises:
        UsageProblem: an output has no known format, an option no counterpart in the workbook.
        OutputError: a library is missing, or a file cannot be written.
    """
    inputs = [path, *recipe.named]
    targets = checked(outputs, inputs, force=force)
    if annotate:
        others = [*inputs, *(one.path for one in targets)]
        check_outputs([Path(annotate)], others, ANNOTATED, force=force)
    auditor = recipe.auditor()
    sinks: list[Sink[_Result]] = [Shown(partial(_show, auditor.words, screen, form, detail))]
    sinks += [Drawn(one.path, _drawn(one.format, auditor, detail)) for one in targets]
    if annotate:
        sinks.append(
            Drawn(Path(annotate), partial(_copy, path, Path(annotate), auditor.words, screen))
        )
    try:
        content = contents(path, recipe.limits) if str(path) == STANDARD_INPUT else None
        case = auditor.case(path, content)
    except UsageProblem:
        raise
    except CentreCheckError as error:
        failure = _failure(path, error, auditor.words)
        screen.tell(auditor.words(mark("; ")).join(filter(None, (failure.message, failure.hint))))
        hand(_Result(None, failure), sinks)
        return error.exit_code
    hand(_Result(case, None, content), sinks)
    return exits.BY_VERDICT[case.audit.verdict]


def _failure(path: Path, error: CentreCheckError, words: Words) -> Failure:
    from centre_check.model.findings import Failure

    message, *hint = exits.sentences(error, words)
    return Failure(str(path), message, " ".join(hint))


def _show(words: Words, screen: Screen, form: str, detail: str, result: _Result) -> None:
    if form == "json":
        screen.write(_json(words, result))
    elif result.case is not None:
        from centre_check.documents.report import Detail, build

        screen.show(build(result.case.audit, words, Detail(detail)))


def _drawn(suffix: str, auditor: Auditor, detail: str) -> Callable[[_Result], bytes | None]:
    """What draws the result in a format; data and text are written of a failure, too."""
    if suffix == ".json":
        return partial(_json, auditor.words)
    if suffix == ".txt":
        return partial(_text, auditor.words, detail)
    from centre_check.desk.papers import drawn

    return lambda result: drawn("report", suffix, auditor, result.case) if result.case else None


def _json(words: Words, result: _Result) -> bytes:
    from centre_check.render.json import render

    audits = [result.case.audit] if result.case else []
    failures = [result.failure] if result.failure else []
    return render(audits, failures, words.lang).encode()


def _text(words: Words, detail: str, result: _Result) -> bytes:
    if result.case is None:
        return b""
    from centre_check.documents.report import Detail, build
    from centre_check.render.text import render

    return render(build(result.case.audit, words, Detail(detail)), _FILE_WIDTH).encode()


def _copy(path: Path, target: Path, words: Words, screen: Screen, result: _Result) -> bytes | None:
    """The marked copy; what could not be kept or done in it is told."""
    if result.case is None:
        return None
    from hashlib import sha256

    content = result.content or (path.read_bytes() if path.is_file() else b"")
    if content and sha256(content).hexdigest() != result.case.audit.input.sha256:
        raise WorkbookError(
            mark("{path} was changed while it was audited"), mark("audit it again"), path=path
        )
    copy, lost = annotated(content, result.case.audit, words)
    keeps = mark("{path}: a copy keeps the workbook as it is, personal data included")
    screen.tell(words(keeps, path=name_of(target)))
    for sentence in lost:
        screen.tell(sentence)
    return copy


def annotated(content: bytes, audit: Audit, words: Words) -> tuple[bytes, Sequence[str]]:
    """The workbook with what was found at the cells themselves, and what was lost in the copy.

    Where it cannot be annotated: a workbook of the findings alone.
    """
    from centre_check.render.annotate import NotAnnotated, annotate, findings_workbook

    try:
        return annotate(content, audit, words)
    except NotAnnotated as error:
        why, *hint = exits.sentences(error, words)
        return findings_workbook(audit, words, why), (words(mark("; ")).join((why, *hint)),)
