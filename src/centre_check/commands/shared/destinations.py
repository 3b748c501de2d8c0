"""Where the results of a run go: the screen, files, a folder; all checked before any work."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from centre_check.batch.store import Store
from centre_check.commands.shared.outputs import check_outputs, write_pieces
from centre_check.commands.shared.places import (
    Folder,
    Kept,
    Lines,
    Listed,
    ListedInFile,
    Whole,
)
from centre_check.commands.shared.request import LINES, OF_MANY, Request
from centre_check.errors import OutputError, UsageProblem
from centre_check.render.formats import FORMATS
from centre_check.words import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from centre_check.commands.shared.course import Course, Place


def destinations(
    request: Request, workbooks: Sequence[Path], others: Sequence[Path], course: Course
) -> tuple[list[Place], Store | None]:
    """Every place that takes results, and the one of them that a later run can take up.

    Raises:
        UsageProblem: an output has no known format, or there is nothing to take up again.
        OutputError: an output cannot be written.
    """
    inputs = [*workbooks, *others]
    check_outputs(request.files, inputs, (*OF_MANY, *FORMATS))
    _refuse_papers(request.files, len(workbooks))
    for folder in request.folders:
        _make(folder)
    kept = [folder / f"结果{LINES}" for folder in request.folders]
    check_outputs(kept, inputs, (LINES,))
    kept += [path for path in request.files if path.suffix.lower() == LINES]
    store = _store(kept, is_resumed=request.resume)
    lang = course.listing.words.lang
    places: list[Place] = [
        _screen(request, course),
        *(Folder(folder, workbooks, lang) for folder in request.folders),
        *_files(request, course),
    ]
    return [*places, Kept(store)] if store else places, store


def _refuse_papers(files: Iterable[Path], n: int) -> None:
    for path in files:
        if path.suffix.lower() not in OF_MANY:
            raise UsageProblem(
                mark("{path}: a report is about one centre, and {n} workbooks are given"),
                mark("audit them one by one, or write {known}"),
                path=path,
                n=n,
                known=" ".join(OF_MANY),
            )


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(
            mark("{path} cannot be written"), mark("choose another place"), path=folder
        ) from error


def _store(kept: Sequence[Path], *, is_resumed: bool) -> Store | None:
    if len(kept) > 1:
        raise UsageProblem(
            mark("{path} and {other} would both keep the results"),
            mark("name one folder or one .jsonl file"),
            path=kept[0],
            other=kept[1],
        )
    if not kept and is_resumed:
        raise UsageProblem(
            mark("--resume needs the results to go on from"),
            mark("name them with -o, as in the run that was interrupted"),
        )
    return Store(kept[0], resume=is_resumed) if kept else None


def _screen(request: Request, course: Course) -> Place:
    match request.form:
        case "jsonl":
            return Lines(partial(click.echo, nl=False))
        case "json":
            return Whole(_print_all, course.listing.words.lang)
        case _:
            return Listed(click.echo, course, is_quiet=request.quiet)


def _print_all(pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        click.echo(piece, nl=False)


def _files(request: Request, course: Course) -> Iterator[Place]:
    for path in request.files:
        match path.suffix.lower():
            case ".json":
                yield Whole(partial(write_pieces, path), course.listing.words.lang)
            case ".txt":
                yield ListedInFile(path, course, is_quiet=request.quiet)
