"""Read a table sheet: its rows as facts, and which rows were left out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from centre_check.form.labels import label
from centre_check.form.types import Embedding, Kind, Sheet
from centre_check.model.facts import Cell, Row
from centre_check.workbook.blocks import Block
from centre_check.workbook.cell_facts import CellReader, as_text
from centre_check.workbook.cells import Raw
from centre_check.workbook.grid import Grid, Place, ref
from centre_check.workbook.headers import Column, Header
from centre_check.workbook.record_facts import Layout, RecordFacts, is_ditto_cell, layout
from centre_check.workbook.rows import RowKind, is_heading, row_kind
from centre_check.workbook.totals import Difference, Totals, is_bare_total

_DITTO = frozenset(("同上", "同前", "如上", "〃", '"', "“", "”", '""', "''", "″"))


class LeftOut(NamedTuple):
    """A row that holds something and is no record."""

    kind: RowKind
    cell: Cell


class TableRead(NamedTuple):
    """What a sheet, or one table of it, holds, and what of it was not read.

    `columns` are all that have a header; `twice` are headers of a field that already has one,
    `unknown` those of no field with entries below them, `outside` entries without any header.
    """

    rows: tuple[Row, ...]
    headers: Mapping[str, Cell]
    left_out: tuple[LeftOut, ...] = ()
    embedded: Mapping[str, tuple[Row, ...]] = MappingProxyType({})
    columns: tuple[Column, ...] = ()
    twice: tuple[Cell, ...] = ()
    unknown: tuple[Cell, ...] = ()
    outside: tuple[Cell, ...] = ()
    totals: tuple[Difference, ...] = ()
    embedded_at: frozenset[int] = frozenset()
    rows_of_header: tuple[int, int] | None = None
    dittos: tuple[Cell, ...] = ()

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
        """Where a field's entry stands: in its cell, atop a merged column, or above 同上.

        A number that is merged over several rows is not the number of each of them.
        """
        grid, column = self.layout.grid, self.columns[field]
        if self.layout.fields[field].kind in (Kind.NUMBER, Kind.AMOUNT):
            return row, column
        place = top(grid, row, column)
        while is_ditto_cell(grid.raw(*place)):
            above = top(grid, place[0] - 1, column)
            if above[0] <= self.header_row:
                break  # the first row has nothing above it
            place = above
        return place


def read_table(block: Block, grid: Grid, reader: CellReader) -> TableRead:
    """The records of a table."""
    sheet, header = block.sheet, block.header
    table = table_under(grid, sheet, header, reader)
    embedded = [(one, _embedded_table(table, header, one)) for one in sheet.embeds]
    bare = _without_header(grid, header)
    totals = Totals(header)
    rows: list[Row] = []
    left_out: list[LeftOut] = []
    outside: list[Cell] = []
    differences: list[Difference] = []
    dittos: list[Cell] = []
    more: dict[str, list[Row]] = {}
    for at in range(header.row + 1, block.end):
        raws = _raws(grid, at, header)
        outside += [_cell(grid, at, column) for column in bare if not grid.is_blank(at, column)]
        kind = _kind(raws, table, block, rows)
        if kind not in (RowKind.RECORD, RowKind.BLANK):
            left_out.append(LeftOut(kind, _first_cell(grid, at, raws)))
            if kind is RowKind.TOTAL:
                cells = [_cell(grid, at, column) for column in range(len(raws))]
                differences += totals.differences(raws, rows, cells)
        elif not all(grid.is_blank(at, column) for column in table.columns.values()):
            row = Row(sheet.id, at + 1, table.facts(at))
            rows.append(row)
            if not _DITTO.isdisjoint(raws):
                dittos += [_cell(grid, at, x) for x, raw in enumerate(raws) if is_ditto_cell(raw)]
            for embedding, other in embedded:
                found = _embedded(embedding, other, row)
                more.setdefault(embedding.sheet, []).extend(found)
    shown = {name: tuple(found) for name, found in more.items() if found}
    embedded_at = frozenset(at for _, other in embedded for at in other.columns.values())
    return TableRead(
        tuple(rows),
        table.layout.headers,
        tuple(left_out),
        shown,
        header.columns,
        _twice(grid, header),
        _unknown(grid, block, embedded_at),
        tuple(outside),
        tuple(differences),
        embedded_at,
        (header.first, header.row),
        tuple(dittos),
    )


def _kind(raws: Sequence[Raw], table: Table, block: Block, before: Sequence[Row]) -> RowKind:
    """What a row is; `before` are the records above it."""
    sheet, header = block.sheet, block.header
    kind = row_kind(raws, header, table.columns.get(sheet.key))
    if kind is RowKind.RECORD and is_bare_total(raws, header, before):
        kind = RowKind.TOTAL
    # Only no person is called so: a firm or a paper may be numbered, with nothing else known.
    if kind is RowKind.RECORD and sheet.identity and sheet.identity.apart and is_heading(raws):
        kind = RowKind.NOTES
    return kind


def _twice(grid: Grid, header: Header) -> tuple[Cell, ...]:
    """Headers of a field that another column has already."""
    fields = header.fields
    return tuple(
        _header_cell(grid, header, column)
        for column in header.columns
        if column.field is not None and fields[column.field.id] is not column
    )


def _unknown(grid: Grid, block: Block, embedded_at: frozenset[int]) -> tuple[Cell, ...]:
    """Headers of no field, of this sheet or one embedded in it, that have entries below them."""
    header = block.header
    return tuple(
        _header_cell(grid, header, column)
        for column in header.columns
        if column.field is None
        and column.at not in embedded_at
        and any(not grid.is_blank(at, column.at) for at in range(header.row + 1, block.end))
    )


def table_under(grid: Grid, sheet: Sheet, header: Header, reader: CellReader) -> Table:
    """The table of the sheet of the form that stands under this header."""
    headers = {name: _header_cell(grid, header, column) for name, column in header.fields.items()}
    columns = {name: column.at for name, column in header.fields.items()}
    return Table(layout(grid, sheet, headers, reader), header.row, columns)


def _header_cell(grid: Grid, header: Header, column: Column) -> Cell:
    return Cell(grid.name, ref(header.row, column.at), column.header, column.header)


def _cell(grid: Grid, row: int, column: int) -> Cell:
    return Cell(grid.name, ref(row, column), "", None)


def _without_header(grid: Grid, header: Header) -> Sequence[int]:
    """The columns of the table that have no header; mostly there are none."""
    right = grid.width if header.right is None else header.right
    if header.left == 0 and len(header.columns) == right:
        return ()
    known = {column.at for column in header.columns}
    return [at for at in range(header.left, right) if at not in known]


def top(grid: Grid, row: int, column: int) -> Place:
    """Where the value of a cell stands: at the top of a merged column, else in itself."""
    return grid.down.get((row, column), (row, column))


def _raws(grid: Grid, row: int, header: Header) -> Sequence[Raw]:
    """The cells of a row of the table, those of merged columns from the top."""
    if not grid.down and header.left == 0 and header.right is None:
        return grid.rows[row] if row < len(grid.rows) else ()
    right = grid.width if header.right is None else header.right
    return [
        grid.raw(*top(grid, row, column)) if column >= header.left else None
        for column in range(right)
    ]


def _first_cell(grid: Grid, row: int, raws: Sequence[Raw]) -> Cell:
    at = next((at for at, raw in enumerate(raws) if as_text(raw).strip()), 0)
    return _cell(grid, row, at)


def _embedded_table(table: Table, header: Header, embedding: Embedding) -> Table:
    """The columns of another sheet that stand in this one."""
    grid, reader = table.layout.grid, table.layout.reader
    other = reader.form.sheet(embedding.sheet)
    headers: dict[str, Cell] = {}
    columns: dict[str, int] = {}
    for column in header.columns:
        name = other.labels.get(label(column.header), "")
        if column.field is None and name in embedding.fields and name not in columns:
            headers[name] = _header_cell(grid, header, column)
            columns[name] = column.at
    return Table(layout(grid, other, headers, reader), table.header_row, columns)


def _embedded(embedding: Embedding, other: Table, row: Row) -> Iterator[Row]:
    """The record of the other sheet that this row holds; blank columns are a blank record of it."""
    if other.columns:
        facts = other.facts(row.number - 1)
        copies = {
            name: row.facts[own] for name, own in embedding.copies.items() if own in row.facts
        }
        yield Row(embedding.sheet, row.number, {**facts, **copies})
