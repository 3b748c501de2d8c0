"""Read a table sheet: which rows are records, the columns that they have, what was left out."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from centre_check.form.labels import label
from centre_check.form.types import Embedding, Form, Kind
from centre_check.model.facts import Cell
from centre_check.model.table import Column, Doubt, Nearby
from centre_check.workbook.blocks import Block
from centre_check.workbook.cells import Raw, as_text
from centre_check.workbook.columns import Heads, TableColumns, is_ditto_cell, top
from centre_check.workbook.deriving import SheetColumns
from centre_check.workbook.entries import EntryReader
from centre_check.workbook.grid import Grid, ref
from centre_check.workbook.grouping import joined_names, with_somebody, with_whole_names
from centre_check.workbook.headers import Header
from centre_check.workbook.headers import HeaderColumn as Head
from centre_check.workbook.rows import RowKind, is_under_header, row_kind, unrecorded
from centre_check.workbook.shared_cells import takes
from centre_check.workbook.totals import Difference, Totals

_DITTO = frozenset(("同上", "同前", "如上", "〃", '"', "“", "”", '""', "''", "″"))


class NoRecord(NamedTuple):
    """A row, counted from 0, that holds something and is no record, and what it says."""

    kind: RowKind
    cell: Cell
    row: int
    text: str


@dataclass(frozen=True, eq=False)
class TableRead:
    """What a sheet, or one table of it, holds, and what of it was not read.

    `heads` are all columns that have a header; `twice` are headers of a field that already has
    one, `unknown` those of no field with entries below them, `outside` entries without any header;
    `embedded` are the columns of other sheets that stand in this one, `embedded_at` where they do.
    """

    numbers: Sequence[int]
    columns: Mapping[str, Column]
    headers: Mapping[str, Cell]
    left_out: tuple[NoRecord, ...] = ()
    embedded: Mapping[str, Mapping[str, Column]] = field(default_factory=dict)
    heads: tuple[Head, ...] = ()
    twice: tuple[Cell, ...] = ()
    unknown: tuple[Cell, ...] = ()
    outside: tuple[Cell, ...] = ()
    totals: tuple[Difference, ...] = ()
    embedded_at: Mapping[int, str] = field(default_factory=dict)
    rows_of_header: tuple[int, int] | None = None
    dittos: tuple[Cell, ...] = ()
    standing: Mapping[int, Sequence[Doubt]] = field(default_factory=dict)
    nearby: Mapping[int, Sequence[Nearby]] = field(default_factory=dict)

    @property
    def says_none(self) -> bool:
        """Whether the sheet says in so many words that there are no records."""
        return not self.numbers and any(row.kind is RowKind.NONE for row in self.left_out)


def read_table(block: Block, grid: Grid, reader: EntryReader) -> TableRead:
    """The records of a table."""
    sheet, header = block.sheet, block.header
    heads = heads_of(grid, header, reader.form)
    bare = _without_header(grid, header)
    totals = Totals(grid, header, heads, reader)
    kinds = _Kinds(block, heads.places.get(sheet.key), totals, reader.form, grid)
    rows: list[int] = []
    left_out: list[NoRecord] = []
    outside: list[Cell] = []
    differences: list[Difference] = []
    dittos: list[Cell] = []
    for at in range(header.row + 1, block.end):
        raws = _raws(grid, at, header)
        outside += [_cell(grid, at, column) for column in bare if not grid.is_blank(at, column)]
        kind = kinds.of(at, raws, rows)
        if kind not in (RowKind.RECORD, RowKind.BLANK):
            left_out.append(_left_out(kind, grid, at, raws))
            if kind is RowKind.TOTAL:
                cells = [_cell(grid, at, column) for column in range(len(raws))]
                differences += totals.differences(raws, rows, cells)
        elif not all(grid.is_blank(at, column) for column in heads.places.values()):
            rows.append(at)
            if not _DITTO.isdisjoint(raws):
                dittos += [_cell(grid, at, x) for x, raw in enumerate(raws) if is_ditto_cell(raw)]
    rows, broken = with_whole_names(with_somebody(rows, grid, heads, sheet), grid, heads, sheet)
    source = TableColumns(grid, rows, heads, reader)
    columns = joined_names(SheetColumns(sheet, source), broken, sheet, source)
    embedded: dict[str, Mapping[str, Column]] = {}
    embedded_at: dict[int, str] = {}
    for embedding in sheet.embeds:
        others = _embedded_heads(embedding, grid, header, reader)
        for name, at in others.places.items():
            embedded_at[at] = f"{embedding.sheet}.{name}"
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
        embedded_at,
        (header.first, header.row),
        tuple(dittos),
    )


class _Kinds(NamedTuple):
    """Tells what the rows under a header are; `key` is the column that names a record."""

    block: Block
    key: int | None
    totals: Totals
    form: Form
    grid: Grid

    def of(self, at: int, raws: Sequence[Raw], above: Sequence[int]) -> RowKind:
        """What the row with these cells is; `above` are the records above it."""
        kind = row_kind(raws, self.block.header, self.key)
        if kind is RowKind.RECORD and self.totals.is_bare(raws, above):
            return RowKind.TOTAL
        if kind is not RowKind.RECORD or not self.block.sheet.headed.is_used:
            return kind
        if not above and is_under_header(raws):
            return RowKind.HEADER
        kind = unrecorded(raws, self.block, self.key, self.form)
        is_troubled = kind is RowKind.EMPTY and any(row == at for row, _ in self.grid.troubles)
        return RowKind.RECORD if is_troubled else kind


def _twice(grid: Grid, header: Header) -> tuple[Cell, ...]:
    """Headers of a field that another column has already."""
    fields = header.fields
    return tuple(
        _header_cell(grid, header, column)
        for column in header.columns
        if column.field is not None and fields[column.field.id] is not column
    )


def _unknown(grid: Grid, block: Block, embedded_at: Container[int]) -> tuple[Cell, ...]:
    """Headers of no field, of this sheet or one embedded in it, that have entries below them."""
    header = block.header
    return tuple(
        _header_cell(grid, header, column)
        for column in header.columns
        if column.field is None
        and column.at not in embedded_at
        and any(not grid.is_blank(at, column.at) for at in range(header.row + 1, block.end))
    )


def heads_of(grid: Grid, header: Header, form: Form | None = None) -> Heads:
    """Where the fields stand that have a column under this header.

    With its `form`, what cells say that hold several facts, or codes; a stream has no such cells.
    """
    fields = header.fields
    cells = {name: _header_cell(grid, header, column) for name, column in fields.items()}
    more: dict[str, dict[int, Cell]] = {}
    for column in header.columns:
        own = column.field
        if own is not None and own.kind is Kind.DATE and fields[own.id] is not column:
            more.setdefault(own.id, {})[column.at] = _header_cell(grid, header, column)
    places = {name: column.at for name, column in fields.items()}
    taken = takes(grid, header, form) if form is not None else {}
    return Heads(header.row, places, cells, more, taken)


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


def _left_out(kind: RowKind, grid: Grid, row: int, raws: Sequence[Raw]) -> NoRecord:
    said = {at: text for at, raw in enumerate(raws) if (text := as_text(raw).strip())}
    text = " ".join(dict.fromkeys(said.values()))
    return NoRecord(kind, _cell(grid, row, min(said, default=0)), row, text)


def _embedded_heads(embedding: Embedding, grid: Grid, header: Header, reader: EntryReader) -> Heads:
    """Where columns of another sheet stand in this one."""
    other = reader.form.sheet(embedding.sheet)
    cells: dict[str, Cell] = {}
    places: dict[str, int] = {}
    for column in header.columns:
        name = next((one.id for one in column.others), "") or other.labels.get(
            label(column.header), ""
        )
        if column.field is None and name in embedding.fields and name not in places:
            cells[name] = _header_cell(grid, header, column)
            places[name] = column.at
    return Heads(header.row, places, cells)


def _embedded(
    embedding: Embedding, heads: Heads, own: TableColumns, columns: Mapping[str, Column]
) -> Mapping[str, Column]:
    """The columns of another sheet in this one; each row is a record of it, blank or not."""
    rows = [number - 1 for number in own.numbers]
    source = TableColumns(own.grid, rows, heads, own.reader)
    copies = {name: columns.get(copied) for name, copied in embedding.copies.items()}
    found = dict(SheetColumns(own.reader.form.sheet(embedding.sheet), source))
    return found | {name: column for name, column in copies.items() if column is not None}
