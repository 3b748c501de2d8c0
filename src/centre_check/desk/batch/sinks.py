"""Where the results of a run go: the screen, files, a folder; all checked before any work."""

from __future__ import annotations

import os
import re
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from centre_check.desk.batch.store import Store, lines_of
from centre_check.desk.outputs import (
    FOLDER,
    LINES,
    Output,
    check_outputs,
    write_pieces,
    write_whole,
)
from centre_check.desk.sink import InFile, Lines, Sink
from centre_check.errors import OutputError, UsageProblem
from centre_check.render.formats import FORMATS
from centre_check.render.json import assemble
from centre_check.words import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from centre_check.desk.batch.batch_run import BatchRun
    from centre_check.desk.batch.work import FileAnswer
    from centre_check.model.findings import Failure

_OF_MANY = (".json", ".txt", LINES)  # formats that hold any number of audits
_LENGTH = 12  # digits of a text's length, written before it
_IN_MEMORY = 1 << 20
_UNSAFE = re.compile(r"[^\w().（）·-]|[\s_]+")
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)
_LONGEST = 60  # characters; in UTF-8 and with a suffix below the 255 bytes of a name


def sinks_of(
    run: BatchRun,
    outputs: Sequence[Output],
    workbooks: Sequence[Path],
    others: Sequence[Path],
    *,
    form: str,
    is_quiet: bool,
    is_resumed: bool,
) -> tuple[list[Sink[FileAnswer]], Store | None]:
    """Every sink, and the one of them that a later run can take up; `others` are further inputs.

    Raises:
        UsageProblem: an output has no known format, or there is nothing to take up again.
        OutputError: an output cannot be written.
    """
    inputs = [*workbooks, *others]
    files = [one for one in outputs if one.format != FOLDER]
    folders = [one.path for one in outputs if one.format == FOLDER]
    check_outputs([one.path for one in files], inputs, (*_OF_MANY, *FORMATS))
    _refuse_papers(files, len(workbooks))
    for folder in folders:
        _make(folder)
    kept = [folder / f"结果{LINES}" for folder in folders]
    check_outputs(kept, inputs, (LINES,))
    kept += [one.path for one in files if one.format == LINES]
    store = _store(kept, is_resumed=is_resumed)
    lang = run.listing.words.lang
    listed = partial(_listed, run, is_quiet=is_quiet)
    found: list[Sink[FileAnswer]] = []
    match form:
        case "jsonl":
            found.append(Lines(lambda text: run.screen.write(text.encode()), _lines))
        case "json":
            found.append(WholeText(partial(_write_all, run.screen.write), lang))
        case _:
            found.append(listed(run.screen.write))
    found += [Folder(folder, workbooks, lang) for folder in folders]
    for one in files:
        if one.format == ".json":
            found.append(WholeText(partial(write_pieces, one.path), lang))
        elif one.format == ".txt":
            found.append(InFile(one.path, listed))
    return [*found, store] if store else found, store


def _refuse_papers(files: Iterable[Output], n: int) -> None:
    for one in files:
        if one.format not in _OF_MANY:
            raise UsageProblem(
                mark("{path}: a report is about one centre, and {n} workbooks are given"),
                mark("audit them one by one, or write {known}"),
                path=one.path,
                n=n,
                known=" ".join(_OF_MANY),
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


def _write_all(write: Callable[[bytes], None], pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        write(piece)


def _lines(answer: FileAnswer) -> Iterator[str]:
    return (line.decode() for line in lines_of(answer))


def _listed(run: BatchRun, write: Callable[[str], object], *, is_quiet: bool) -> Lines[FileAnswer]:
    """One line of text a workbook, hints across them, a tally; a quiet one has the tally only."""

    def said(answer: FileAnswer) -> Iterator[str]:
        if not is_quiet:
            yield f"{run.listing.line(answer)}\n"
            if answer.repeats is not None:
                yield f"{run.listing.duplicate(answer.repeats)}\n"

    def end() -> Iterator[str]:
        for line in (*(() if is_quiet else run.hints), run.tally()):
            yield f"{line}\n"

    return Lines(write, said, end=end)


class WholeText(Sink["FileAnswer"]):
    """One JSON text of the whole run, held on disk until its head can be written."""

    def __init__(self, write: Callable[[Iterator[bytes]], None], lang: str) -> None:
        self._write = write
        self._lang = lang
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - kept open
        self._days: set[str] = set()
        self._failures: list[Failure] = []

    def take(self, answer: FileAnswer) -> None:
        """Hold it until the end."""
        if answer.summary is not None:
            content = answer.text.encode()
            self._file.write(f"{len(content):{_LENGTH}}".encode() + content)
            self._days.add(answer.summary.as_of)
        self._failures += filter(None, (answer.failure, answer.repeats))

    def finish(self) -> None:
        """Write the text, piece by piece."""
        with self._file:
            pieces = assemble(self._texts(), self._days, self._failures, self._lang)
            self._write(piece.encode() for piece in pieces)

    def _texts(self) -> Iterator[str]:
        self._file.seek(0)
        while length := self._file.read(_LENGTH):
            yield self._file.read(int(length)).decode()


class Folder(Sink["FileAnswer"]):
    """One JSON file a workbook, under names that are safe on every system."""

    def __init__(self, folder: Path, paths: Iterable[Path], lang: str) -> None:
        self._folder = folder
        folders = [str(path.parent) for path in paths]
        self._common = os.path.commonpath(folders) if _are_alike(folders) else ""
        self._taken: set[str] = set()
        self._lang = lang

    def take(self, answer: FileAnswer) -> None:
        """Write its file, as if it had been audited alone."""
        days = {answer.summary.as_of} if answer.summary else set()
        texts = [answer.text] if answer.summary else []
        failures = [answer.failure] if answer.failure else []
        content = "".join(assemble(texts, days, failures, self._lang)).encode()
        write_whole(self._folder / self._name(answer.path), content)

    def _name(self, path: Path) -> str:
        """The name of its file; the same workbooks in the same order have the same names."""
        stem = path.with_suffix("").as_posix().removeprefix(Path(self._common).as_posix())
        plain = _UNSAFE.sub("_", stem).strip("_. ")[-_LONGEST:] or "_"
        if _DEVICES.match(plain):
            plain = f"_{plain}"
        name, number = plain, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{plain}-{number}"
        self._taken.add(name.casefold())
        return f"{name}.json"


def _are_alike(folders: list[str]) -> bool:
    """Whether they can have a common part: all absolute or all relative, on one drive."""
    kinds = {(os.path.isabs(one), os.path.splitdrive(one)[0]) for one in folders}  # noqa: PTH117
    return len(kinds) == 1
