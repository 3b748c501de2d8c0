"""Write the annotated copy of a workbook, or the findings alone where it cannot be annotated."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import click

from centre_check.commands.shared.outputs import write_whole
from centre_check.errors import WorkbookError
from centre_check.words import mark

if TYPE_CHECKING:
    from pathlib import Path

    from centre_check.model.findings import Audit
    from centre_check.words import Words

SUFFIXES = (".xlsx", ".xlsm")


def write_annotated(source: Path, target: Path, audit: Audit, words: Words) -> None:
    """Write to `target` what `audit` found in the workbook at `source`, at the cells themselves.

    What could not be kept or done in the copy is said on stderr.

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
        click.echo(sentence, err=True)
