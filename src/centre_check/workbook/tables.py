"""Read a table sheet: which rows are records, the columns that they have, what was left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from centre_check.form.labels import label
from centre_check.form.types import Embedding
from centre_check.model.facts import Cell
from centre_check.model.table import Column
from centre_check.workbook.blocks import Block
from centre_check.workbook.cells import Raw, as_text
from centre_check.workbook.columns import Heads, TableColumns, is_ditto_cell, top
from centre_check.workbook.deriving import SheetColumns
from centre_check.workbook.entries import EntryReader
from centre_check.workbook.grid import Grid, ref
from centre_check.workbook.headers import Column as Head
from centre_check.workbook.headers import Header
from centre_check.workbook.rows import RowKind, is_heading, row_kind
from centre_check.workbook.totals import Difference, Totals

_DITTO = frozenset(("同上", "同前", "如上", "〃", '"', "“", "”", '""', "''", "″"))


class LeftOut(NamedTuple):
    """A row that holds something and is no record."""

    kind: RowKind
    cell: Cell


@dataclass(frozen=True, eq=False)
class TableRead:
    """What a sheet, or one table of it, holds, and what of it was not read.

    `heads` are all columns that have a header; `twice` are headers of a field that already has
    one, `unknown` those of no field with entries below them, `outside` entries without any header;
    `embedded` are the columns of other sheets that stand in this one.
    """

    numbers: Sequence[int]
    columns: Mapping[str, Column]
    headers: Mapping[str, Cell]
    left_out: tuple[LeftOut, ...] = ()
    embedded: Mapping[str, Mapping[str, Column]] = field(default_factory=dict)
    heads: tuple[Head, ...] = ()
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
        return not self.numbers and any(row.kind is RowKind.NONE for row in self.left_out)


def read_table(block: Block, grid: Grid, reader: EntryReader) -> TableRead:
    """The records of a table."""
    sheet, header = block.sheet, block.header
    heads = heads_of(grid, header)
    bare = _without_header(grid, header)
    totals = Totals(grid, header, heads, reader)
    rows: list[int] = []
    left_out: list[LeftOut] = []
    outside: list[Cell] = []
    differences: list[Difference] = []
    dittos: list[Cell] = []
    for at in range(header.row + 1, block.end):
        raws = _raws(grid, at, header)
        outside += [_cell(grid, at, column) for column in bare if not grid.is_blank(at, column)]
        kind = _kind(raws, block, heads.places.get(sheet.key), totals, rows)
        if kind not in (RowKind.RECORD, RowKind.BLANK):
            left_out.append(LeftOut(kind, _first_cell(grid, at, raws)))
            if kind is RowKind.TOTAL:
                cells = [_cell(grid, at, column) for column in range(len(raws))]
                differences += totals.differences(raws, rows, cells)
        elif not all(grid.is_blank(at, column) for column in heads.places.values()):
            rows.append(at)
            if not _DITTO.isdisjoint(raws):
                dittos += [_cell(grid, at, x) for x, raw in enumerate(raws) if is_ditto_cell(raw)]
    source = TableColumns(grid, rows, heads, reader)
    columns = SheetColumns(sheet, source)
    embedded: dict[str, Mapping[str, Column]] = {}
    embedded_at: set[int] = set()
    for embedding in sheet.embeds:
        others = _embedded_heads(embedding, grid, header, reader)
        embedded_at.update(others.places.values())
        if others.places and rows:
            embedded[embedding.sheet] = _embedded(embedding, others, source, columns)
    return TableRead(
        source.numbers,
        columns,
        heads.cells,
        tuple(left_out),
        embedded,
        header.columns,
        _twice(grid, header),
        _unknown(grid, block, embedded_at),
        tuple(outside),
        tuple(differences),
        frozenset(embedded_at),
        (header.first, header.row),
        tuple(dittos),
    )


def _kind(
    raws: Sequence[Raw], block: Block, key: int | None, totals: Totals, above: Sequence[int]
) -> RowKind:
    """What a row is; `above` are the records above it."""
    kind = row_kind(raws, block.header, key)
    if kind is RowKind.RECORD and totals.is_bare(raws, above):
        kind = RowKind.TOTAL
    # Only no person is called so: a firm or a paper may be numbered, with nothing else known.
    identity = block.sheet.identity
    if kind is RowKind.RECORD and identity and identity.apart and is_heading(raws):
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


def _unknown(grid: Grid, block: Block, embedded_at: set[int]) -> tuple[Cell, ...]:
    """Headers of no field, of this sheet or one embedded in it, that have entries below them."""
    header = block.header
    return tuple(
        _header_cell(grid, header, column)
        for column in header.columns
        if column.field is None
        and column.at not in embedded_at
        and any(not grid.is_blank(at, column.at) for at in range(header.row + 1, block.end))
    )


def heads_of(grid: Grid, header: Header) -> Heads:
    """Where the fields stand that have a column under this header."""
    fields = header.fields
    cells = {name: _header_cell(grid, header, column) for name, column in fields.items()}
    return Heads(header.row, {name: column.at for name, column in fields.items()}, cells)


def _header_cell(grid: Grid, header: Header, column: Head) -> Cell:
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


def _embedded_heads(embedding: Embedding, grid: Grid, header: Header, reader: EntryReader) -> Heads:
    """Where columns of another sheet stand in this one."""
    other = reader.form.sheet(embedding.sheet)
    cells: dict[str, Cell] = {}
    places: dict[str, int] = {}
    for column in header.columns:
        name = other.labels.get(label(column.header), "")
        if column.field is None and name in embedding.fields and name not in places:
            cells[name] = _header_cell(grid, header, column)
            places[name] = column.at
    return Heads(header.row, places, cells)


def _embedded(
    embedding: Embedding, heads: Heads, own: TableColumns, columns: SheetColumns
) -> Mapping[str, Column]:
    """The columns of another sheet in this one; each row is a record of it, blank or not."""
    rows = [number - 1 for number in own.numbers]
    source = TableColumns(own.grid, rows, heads, own.reader)
    copies = {name: columns.get(copied) for name, copied in embedding.copies.items()}
    found = dict(SheetColumns(own.reader.form.sheet(embedding.sheet), source))
    return found | {name: column for name, column in copies.items() if column is not None}
