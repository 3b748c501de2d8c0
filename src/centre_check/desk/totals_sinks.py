"""Where the rows of a summary table go: the screen and files, row by row, none kept in memory."""

from __future__ import annotations

import csv
import io
import tempfile
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from centre_check.desk.outputs import write_pieces
from centre_check.desk.sink import InFile, Lines, Sink
from centre_check.render.csv import cell_text
from centre_check.render.declared import row_line
from centre_check.render.visible import visible_text
from centre_check.workbook.guard.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from centre_check.desk.outputs import Output
    from centre_check.desk.screen import Screen
    from centre_check.desk.totals import RowJudge
    from centre_check.documents.declared import Telling
    from centre_check.model.declared import Declared

SUFFIXES = (".txt", ".jsonl", ".csv", ".xlsx")
_TOGETHER = 500  # rows that are written at once
_IN_MEMORY = 1 << 20
_LONGEST = 32_767  # characters of a cell
_NO_DAY = datetime(1980, 1, 1)


class _Book(Sink["Declared"]):
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

    def finish(self) -> None:
        """Write the file."""
        columns = len(self._telling.head())
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, self._at - 1, columns - 1)
        self._book.close()
        with self._folder, self._draft.open("rb") as draft:
            write_pieces(self._path, iter(partial(draft.read, _IN_MEMORY), b""))


def sinks_of(
    form: str,
    outputs: Sequence[Output],
    telling: Telling,
    head: str,
    judge: RowJudge,
    *,
    screen: Screen,
    is_quiet: bool,
) -> list[Sink[Declared]]:
    """The screen and the files; `head` is the first line of rows as data."""
    lines = partial(_lines, head)
    listed = partial(_listed, telling, judge, is_quiet=is_quiet)
    found = [(lines if form == "jsonl" else listed)(screen.write)]
    for one in outputs:
        match one.format:
            case ".jsonl":
                found.append(InFile(one.path, lines))
            case ".csv":
                found.append(InFile(one.path, partial(_csv, telling)))
            case ".xlsx":
                found.append(_Book(one.path, telling))
            case _:
                found.append(InFile(one.path, listed))
    return found


def _lines(head: str, write: Callable[[str], object]) -> Sink[Declared]:
    return Lines(write, lambda one: (row_line(one),), head=head, together=_TOGETHER)


def _listed(
    telling: Telling, judge: RowJudge, write: Callable[[str], object], *, is_quiet: bool
) -> Sink[Declared]:
    """Lines for people, and the tally below them; a quiet list has the tally only."""

    def said(one: Declared) -> tuple[str, ...]:
        return () if is_quiet else (f"{_printable(telling.line(one))}\n",)

    def end() -> Iterator[str]:
        return (f"{line}\n" for line in telling.tally(judge.counts()))

    return Lines(write, said, end=end, together=_TOGETHER)


def _printable(line: str) -> str:
    return line if line.isprintable() else shown(line)


def _csv(telling: Telling, write: Callable[[str], object]) -> Sink[Declared]:
    """Rows as CSV: UTF-8 with a byte order mark and CRLF, as Excel and WPS want it."""
    return Lines(
        write,
        lambda one: (_csv_line(telling.cells(one), telling),),
        head=f"\ufeff{_csv_line(telling.head(), telling)}",
        together=_TOGETHER,
    )


def _csv_line(cells: Sequence[str], telling: Telling) -> str:
    target = io.StringIO(newline="")
    shown_cells = [cell_text(visible_text(text), telling.words) for text in cells]
    csv.writer(target, lineterminator="\r\n").writerow(shown_cells)
    return target.getvalue()
