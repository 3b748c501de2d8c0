"""Where the results of a run go: the screen, files, a folder; all checked before any work."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from centre_check.desk.batch.store import Store
from centre_check.desk.outputs import check_outputs, write_pieces
from centre_check.desk.sinks import (
    Folder,
    Kept,
    Lines,
    Listed,
    ListedInFile,
    Whole,
)
from centre_check.errors import OutputError, UsageProblem
from centre_check.render.formats import FORMATS
from centre_check.words import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from centre_check.desk.batch.batch_run import BatchRun, Place
    from centre_check.desk.screen import Screen


def destinations(
    request: Request, workbooks: Sequence[Path], others: Sequence[Path], run: BatchRun
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
    lang = run.listing.words.lang
    places: list[Place] = [
        _screen(request, run),
        *(Folder(folder, workbooks, lang) for folder in request.folders),
        *_files(request, run),
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


def _screen(request: Request, run: BatchRun) -> Place:
    match request.form:
        case "jsonl":
            return Lines(run.screen.write)
        case "json":
            return Whole(partial(_write_all, run.screen), run.listing.words.lang)
        case _:
            return Listed(lambda line: run.screen.write(f"{line}\n"), run, is_quiet=request.quiet)


def _write_all(screen: Screen, pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        screen.write(piece)


def _files(request: Request, run: BatchRun) -> Iterator[Place]:
    for path in request.files:
        match path.suffix.lower():
            case ".json":
                yield Whole(partial(write_pieces, path), run.listing.words.lang)
            case ".txt":
                yield ListedInFile(path, run, is_quiet=request.quiet)


LINES = ".jsonl"
OF_MANY = (".json", ".txt", LINES)  # formats that hold any number of audits


class Request(NamedTuple):
    """The options of a run; `levels` are the levels' titles by id."""

    form: str  # text, json, jsonl
    outputs: tuple[str, ...]
    levels: dict[str, str]
    jobs: int | None
    resume: bool
    quiet: bool
    scheduler: str | None
    mentor_centres: int

    @property
    def folders(self) -> list[Path]:
        """The outputs that are folders, by their name or because they are there."""
        return [Path(name) for name in self.outputs if _is_folder(name)]

    @property
    def files(self) -> list[Path]:
        """The other outputs."""
        return [Path(name) for name in self.outputs if not _is_folder(name)]

    @property
    def is_for_many(self) -> bool:
        """Whether this is asked of many workbooks only, even where there is one."""
        has_lines = any(path.suffix.lower() == LINES for path in self.files)
        is_kept = bool(self.folders) or has_lines
        return self.form == "jsonl" or self.resume or self.scheduler is not None or is_kept


def _is_folder(name: str) -> bool:
    """A name that ends like one, or a folder that is there and is not called like a file."""
    path = Path(name)
    is_called_so = name.endswith(("/", os.sep))
    return is_called_so or (path.is_dir() and path.suffix.lower() not in (*FORMATS, LINES))
