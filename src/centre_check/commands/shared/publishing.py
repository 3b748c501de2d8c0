"""Publish what a command found: on the screen, as data, or in files of any format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from centre_check.documents.tree import Document
    from centre_check.model.findings import Failure

_DATA = ".json"
_SHEETS = (".xlsx", ".csv")  # formats in which long tables are wanted


def check(targets: Sequence[Path], inputs: Sequence[Path]) -> None:
    """Refuse targets that could not be written, before any work.

    Raises:
        CentreCheckError: see `check_outputs` and `renderer`.
    """
    from centre_check.desk.outputs import check_outputs
    from centre_check.render.formats import FORMATS, renderer

    check_outputs(targets, inputs, FORMATS)
    for path in targets:
        renderer(path.suffix.lower())


def publish(
    form: str,
    targets: Sequence[Path],
    document: Callable[[bool], Document],
    data: Callable[[], bytes],
) -> None:
    """Print it and write it, all drawn before any is written.

    `document` is told whether it goes into a spreadsheet, which has room for long tables.
    """
    from centre_check.commands.shared.screen import show
    from centre_check.desk.outputs import write_whole
    from centre_check.render.formats import renderer

    contents: list[tuple[Path, bytes]] = []
    for path in targets:
        suffix = path.suffix.lower()
        drawn = data() if suffix == _DATA else renderer(suffix)(document(suffix in _SHEETS))
        contents.append((path, drawn))
    if form == "json":
        click.echo(data(), nl=False)
    else:
        show(document(False))  # noqa: FBT003 - a callable has no names
    for path, content in contents:
        write_whole(path, content)


def tell(failures: Sequence[Failure], words: Words) -> None:
    """Say on stderr which files could not be audited."""
    for one in failures:
        click.echo(words(mark("; ")).join(filter(None, (one.message, one.hint))), err=True)
