"""Read a table sheet: its rows as facts, and which rows were left out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from centre_check.form.labels import label
from centre_check.form.types import Embedding, Sheet
from centre_check.model.facts import Cell, Row, Trouble
from centre_check.workbook.cell_facts import CellReader, as_text
from centre_check.workbook.cells import Raw, is_ditto
from centre_check.workbook.grid import Grid, Place, ref
from centre_check.workbook.headers import Header
from centre_check.workbook.record_facts import Layout, RecordFacts
from centre_check.workbook.rows import RowKind, row_kind

_LONGEST_DITTO = 6


class LeftOut(NamedTuple):
    """A row that holds something and is no record."""

    kind: RowKind
    cell: Cell


class TableRead(NamedTuple):
    """What a sheet holds."""

    rows: tuple[Row, ...]
    headers: Mapping[str, Cell]
    left_out: tuple[LeftOut, ...] = ()
    embedded: Mapping[str, tuple[Row, ...]] = MappingProxyType({})

    @property
    def says_none(self) -> bool:
        """Whether the sheet says in so many words that there are no records."""
        return not self.rows and any(row.kind is RowKind.NONE for row in self.left_out)


class Table(NamedTuple):
    """A table in a grid: under which header, in which column each field stands."""

    layout: Layout
    header_row: int
    columns: Mapping[str, int]

    def facts(self, row: int) -> RecordFacts:
        """The facts of a row, counted from 0."""
        return RecordFacts(self.layout, partial(self.place, row))

    def place(self, row: int, field: str) -> Place:
        """Where a field's entry stands: in its cell, atop a merged column, or above 同上."""
        grid, column = self.layout.grid, self.columns[field]
        place = top(grid, row, column)
        while _is_ditto(grid.raw(*place)):
            above = top(grid, place[0] - 1, column)
            if above[0] <= self.header_row:
                break  # the first row has nothing above it
            place = above
        return place


def read_table(grid: Grid, sheet: Sheet, header: Header, reader: CellReader) -> TableRead:
    """The records under `header`."""
    table = _table(grid, sheet, header, reader)
    embedded = [(one, _embedded_table(table, header, one)) for one in sheet.embeds]
    rows: list[Row] = []
    left_out: list[LeftOut] = []
    more: dict[str, list[Row]] = {}
    for at in range(header.row + 1, grid.height):
        raws = _raws(grid, at)
        kind = row_kind(raws, header, table.columns.get(sheet.key))
        if kind not in (RowKind.RECORD, RowKind.BLANK):
            left_out.append(LeftOut(kind, _first_cell(grid, at, raws)))
        elif not all(grid.is_blank(*top(grid, at, column)) for column in table.columns.values()):
            row = Row(sheet.id, at + 1, table.facts(at))
            rows.append(row)
            for embedding, other in embedded:
                found = _embedded(embedding, other, row)
                more.setdefault(embedding.sheet, []).extend(found)
    shown = {name: tuple(found) for name, found in more.items() if found}
    return TableRead(tuple(rows), table.layout.headers, tuple(left_out), shown)


def _table(grid: Grid, sheet: Sheet, header: Header, reader: CellReader) -> Table:
    headers = {
        name: Cell(grid.name, ref(header.row, column.at), column.header, column.header)
        for name, column in header.fields.items()
    }
    columns = {name: column.at for name, column in header.fields.items()}
    return Table(Layout(grid, sheet.by_id(), headers, reader), header.row, columns)


def _is_ditto(raw: Raw) -> bool:
    return isinstance(raw, str) and 0 < len(raw) <= _LONGEST_DITTO and is_ditto(raw)


def top(grid: Grid, row: int, column: int) -> Place:
    """Where the value of a cell stands: at the top of a merged column, else in itself."""
    return grid.down.get((row, column), (row, column))


def _raws(grid: Grid, row: int) -> Sequence[Raw]:
    """The cells of a row, those of merged columns from the top."""
    if not grid.down:
        return grid.rows[row] if row < len(grid.rows) else ()
    return [grid.raw(*top(grid, row, column)) for column in range(grid.width)]


def _first_cell(grid: Grid, row: int, raws: Sequence[Raw]) -> Cell:
    at = next((at for at, raw in enumerate(raws) if as_text(raw).strip()), 0)
    return Cell(grid.name, ref(row, at), "", None)


def _embedded_table(table: Table, header: Header, embedding: Embedding) -> Table:
    """The columns of another sheet that stand in this one."""
    grid, reader = table.layout.grid, table.layout.reader
    other = reader.form.sheet(embedding.sheet)
    headers: dict[str, Cell] = {}
    columns: dict[str, int] = {}
    for column in header.columns:
        name = other.labels.get(label(column.header), "")
        if column.field is None and name in embedding.fields and name not in columns:
            address = ref(header.row, column.at)
            headers[name] = Cell(grid.name, address, column.header, column.header)
            columns[name] = column.at
    return Table(Layout(grid, other.by_id(), headers, reader), table.header_row, columns)


def _embedded(embedding: Embedding, other: Table, row: Row) -> Iterator[Row]:
    """The record of the other sheet that this row holds, if it holds any of it."""
    facts = other.facts(row.number - 1)
    if any(facts[name].trouble is not Trouble.BLANK for name in other.columns):
        copies = {
            name: row.facts[own] for name, own in embedding.copies.items() if own in row.facts
        }
        yield Row(embedding.sheet, row.number, {**facts, **copies})
