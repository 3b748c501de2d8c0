"""Read a table that an office filled in, strictly: no row is left out, no column guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from centre_check.form.labels import label
from centre_check.logic.spelling import normalise
from centre_check.model.entry import BLANK, Entry
from centre_check.model.facts import Cell, TableState
from centre_check.model.table import Column, Table
from centre_check.words import mark
from centre_check.words.nearest import nearest
from centre_check.workbook.cells import as_text
from centre_check.workbook.grid import Grid, ref

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from centre_check.files.entered import Mistakes
    from centre_check.form.types import Field, Sheet
    from centre_check.workbook.cells import Raw
    from centre_check.workbook.entries import EntryReader

_HEAD_WITHIN = 20  # rows from the top of a sheet
_EXAMPLE = "示例"
_FEWEST = 2  # headers that make a row the table's head


class _Head(NamedTuple):
    """Where a table begins: its grid, the row of its headers, the columns of its fields."""

    grid: Grid
    row: int
    columns: Mapping[str, int]
    twice: Sequence[tuple[Field, int]]
    unknown: Sequence[str]


def read_filled(
    grids: Sequence[Grid], sheet: Sheet, reader: EntryReader, file: str, mistakes: Mistakes
) -> Table | None:
    """The table of this sheet of a form, with every row below its head in which anything stands.

    Columns may come in any order and others may stand between them. A header that is missing or
    stands twice is a mistake, as is a file without the table.
    """
    head = max(
        (one for grid in grids if (one := _head_in(grid, sheet)) is not None),
        key=lambda one: len(one.columns),
        default=None,
    )
    if head is None:
        told = mark("{file}: there is no table {title} in it: its headers are {headers}")
        headers = " ".join(field.header for field in sheet.fields if field.required)
        mistakes.of_file(told, file, title=sheet.title.zh, headers=headers)
        return None
    _refuse_headers(head, sheet, file, mistakes)
    return _table(head, sheet, reader)


def table_of(
    rows: Sequence[Mapping[str, tuple[int, Raw]]],
    sheet: Sheet,
    reader: EntryReader,
    numbers: Sequence[int],
) -> Table:
    """The same table of rows written otherwise: by field, the line and what is said there."""
    columns: dict[str, Column] = {}
    for field in sheet.fields:
        said = [row.get(field.id) for row in rows]
        entries = [
            reader.entry(one[1], field, field.header, epoch_1904=False) if one else BLANK
            for one in said
        ]
        lines = [one[0] if one else number for one, number in zip(said, numbers, strict=True)]
        columns[field.id] = Column("", "", field.header, lines, range(len(rows)), entries)
    return Table(
        sheet.id, "", TableState.READ, numbers, columns, _headers("", columns, 0), sheet.key
    )


def _head_in(grid: Grid, sheet: Sheet) -> _Head | None:
    fields = sheet.by_id()
    best: _Head | None = None
    for row in range(min(_HEAD_WITHIN, len(grid.rows))):
        columns: dict[str, int] = {}
        twice: list[tuple[Field, int]] = []
        unknown: list[str] = []
        for at, raw in enumerate(grid.rows[row]):
            text = as_text(raw) if isinstance(raw, str) and raw.strip() else ""
            id_ = sheet.labels.get(label(text)) if text else None
            if id_ is None:
                unknown += [text] if text else []
            elif id_ in columns:
                twice.append((fields[id_], at))
            else:
                columns[id_] = at
        if len(columns) >= _FEWEST and (best is None or len(columns) > len(best.columns)):
            best = _Head(grid, row, columns, twice, unknown)
    return best


def _refuse_headers(head: _Head, sheet: Sheet, file: str, mistakes: Mistakes) -> None:
    for field, at in head.twice:
        mistakes.of_file(
            mark("{file}: {cell}: the column {header} stands there twice; keep one"),
            file,
            cell=f"{head.grid.name}!{ref(head.row, at)}",
            header=field.header,
        )
    for field in sheet.fields:
        if field.required and field.id not in head.columns:
            close = nearest(field.header, list(head.unknown))
            told = (
                mark("{file}: {sheet}: there is no column {header}; is it the one named {close}?")
                if close
                else mark("{file}: {sheet}: there is no column {header}; add it")
            )
            mistakes.of_file(
                told, file, sheet=head.grid.name, header=field.header, close=close or ""
            )


def _table(head: _Head, sheet: Sheet, reader: EntryReader) -> Table:
    grid = head.grid
    rows = [at for at in range(head.row + 1, grid.height) if _is_entered(head, at)]
    numbers = [at + 1 for at in rows]
    columns = {
        field.id: Column(
            grid.name,
            ref(0, head.columns[field.id])[:-1],
            field.header,
            numbers,
            range(len(rows)),
            [_entry(grid, at, head.columns[field.id], field, reader) for at in rows],
        )
        for field in sheet.fields
        if field.id in head.columns
    }
    headers = _headers(grid.name, columns, head.row + 1)
    return Table(sheet.id, grid.name, TableState.READ, numbers, columns, headers, sheet.key)


def _headers(name: str, columns: Mapping[str, Column], row: int) -> dict[str, Cell]:
    return {
        id_: Cell(name, f"{one.letters}{row}", one.header, one.header)
        for id_, one in columns.items()
    }


def _is_entered(head: _Head, at: int) -> bool:
    """Whether anything stands in the row's columns; the example of a blank form does not count."""
    cells = list(head.columns.values())
    if all(head.grid.is_blank(at, column) for column in cells):
        return False
    first = (head.grid.raw(at, column) for column in sorted(cells)[:2])
    return not any(isinstance(raw, str) and normalise(raw).startswith(_EXAMPLE) for raw in first)


def _entry(grid: Grid, row: int, column: int, field: Field, reader: EntryReader) -> Entry:
    if (trouble := grid.troubles.get((row, column))) is not None:
        return Entry(trouble[1], trouble=trouble[0])
    raw = grid.raw(*grid.down.get((row, column), (row, column)))
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return BLANK
    return reader.entry(raw, field, field.header, epoch_1904=grid.epoch_1904)
