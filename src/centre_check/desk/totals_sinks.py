"""Where the rows of a summary table go: the screen and files, row by row, none kept in memory."""

from __future__ import annotations

import csv
import io
import tempfile
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from centre_check.desk.outputs import write_pieces
from centre_check.render.csv import cell_text
from centre_check.render.declared import head_line, row_line
from centre_check.render.visible import visible_text
from centre_check.workbook.guard.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from centre_check.desk.screen import Screen
    from centre_check.documents.declared import Telling
    from centre_check.model.declared import Counts, Declared
    from centre_check.model.facts import Input

SUFFIXES = (".txt", ".jsonl", ".csv", ".xlsx")
_TOGETHER = 500  # rows that are written at once
_IN_MEMORY = 1 << 20
_LONGEST = 32_767  # characters of a cell
_NO_DAY = datetime(1980, 1, 1)


class Place(Protocol):
    """Takes the rows one by one."""

    def take(self, one: Declared) -> None:
        """One row more."""

    def finish(self, counts: Counts) -> None:
        """That was all."""


class _Texts:
    """Rows as lines of text, handed on some hundred at a time."""

    def __init__(
        self, line: Callable[[Declared], str], write: Callable[[str], object], head: str
    ) -> None:
        self._line = line
        self._write = write
        self._waiting = [head]

    def take(self, one: Declared) -> None:
        """Write it with the next few."""
        self._waiting.append(self._line(one))
        if len(self._waiting) >= _TOGETHER:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        self._write("".join(self._waiting))
        self._waiting = []

    def finish(self, _counts: Counts) -> None:
        """Write the rest."""
        self.flush()


class _Listed(_Texts):
    """Lines for people, and the tally below them; a quiet list has the tally only."""

    def __init__(self, telling: Telling, write: Callable[[str], object], *, is_quiet: bool) -> None:
        super().__init__(lambda one: f"{_printable(telling.line(one))}\n", write, "")
        self._telling = telling
        self._is_quiet = is_quiet

    def take(self, one: Declared) -> None:
        """Write it with the next few."""
        if not self._is_quiet:
            super().take(one)

    def finish(self, counts: Counts) -> None:
        """Write the rest and the tally."""
        self._waiting += [f"{line}\n" for line in self._telling.tally(counts)]
        self.flush()


class _InFile:
    """Any of these in a file, which appears when all is there."""

    def __init__(self, path: Path, made: Callable[[Callable[[str], object]], Place]) -> None:
        self._path = path
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - kept open
        self._place = made(lambda text: self._file.write(text.encode("utf-8", "replace")))

    def take(self, one: Declared) -> None:
        """Hold it until the end, on disk."""
        self._place.take(one)

    def finish(self, counts: Counts) -> None:
        """Write the file."""
        self._place.finish(counts)
        self._file.seek(0)
        with self._file:
            write_pieces(self._path, iter(partial(self._file.read, _IN_MEMORY), b""))


class _Book:
    """A workbook with one sheet: a head that stays, a filter, every cell a text but the row."""

    def __init__(self, path: Path, telling: Telling) -> None:
        from xlsxwriter import Workbook

        self._path = path
        self._telling = telling
        self._folder = tempfile.TemporaryDirectory()
        self._draft = Path(self._folder.name) / "rows.xlsx"
        self._book = Workbook(self._draft, {"constant_memory": True, "tmpdir": self._folder.name})
        self._book.set_properties({"created": _NO_DAY})
        self._sheet = self._book.add_worksheet()
        self._at = 0
        self._put(telling.head())

    def take(self, one: Declared) -> None:
        """Write its row."""
        self._put(self._telling.cells(one))

    def _put(self, cells: Sequence[str]) -> None:
        for column, text in enumerate(cells):
            self._sheet.write_string(self._at, column, visible_text(text)[:_LONGEST])
        self._at += 1

    def finish(self, _counts: Counts) -> None:
        """Write the file."""
        columns = len(self._telling.head())
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, self._at - 1, columns - 1)
        self._book.close()
        with self._folder, self._draft.open("rb") as draft:
            write_pieces(self._path, iter(partial(draft.read, _IN_MEMORY), b""))


def places(
    form: str,
    targets: Sequence[Path],
    telling: Telling,
    source: Input,
    standard: Mapping[str, str],
    *,
    screen: Screen,
    is_quiet: bool,
) -> list[Place]:
    """The screen and the files."""
    head = head_line(source, standard)
    lines = partial(_Texts, row_line, head=head)
    listed = partial(_Listed, telling, is_quiet=is_quiet)
    found: list[Place] = [
        lines(write=screen.write) if form == "jsonl" else listed(write=screen.write)
    ]
    for path in targets:
        match path.suffix.lower():
            case ".jsonl":
                found.append(_InFile(path, lambda write: lines(write=write)))
            case ".csv":
                found.append(_InFile(path, partial(_csv, telling)))
            case ".xlsx":
                found.append(_Book(path, telling))
            case _:
                found.append(_InFile(path, lambda write: listed(write=write)))
    return found


def _printable(line: str) -> str:
    return line if line.isprintable() else shown(line)


def _csv(telling: Telling, write: Callable[[str], object]) -> Place:
    """Rows as CSV: UTF-8 with a byte order mark and CRLF, as Excel and WPS want it."""
    return _Texts(
        lambda one: _csv_line(telling.cells(one), telling),
        write,
        f"\ufeff{_csv_line(telling.head(), telling)}",
    )


def _csv_line(cells: Sequence[str], telling: Telling) -> str:
    target = io.StringIO(newline="")
    shown_cells = [cell_text(visible_text(text), telling.words) for text in cells]
    csv.writer(target, lineterminator="\r\n").writerow(shown_cells)
    return target.getvalue()
