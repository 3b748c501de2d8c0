"""Read a table sheet: its rows as facts, and which rows were left out."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from centre_check.form.types import Embedding, Field, Kind, Sheet
from centre_check.logic import Interval
from centre_check.model.facts import Cell, Choices, Fact, Row, Trouble
from centre_check.workbook.cell_facts import CellReader, as_text, with_more
from centre_check.workbook.cells import MESSAGES, Parsed, is_ditto, period
from centre_check.workbook.grid import Grid, Place, ref
from centre_check.workbook.headers import Column, Header
from centre_check.workbook.labels import field_labels, label
from centre_check.workbook.rows import RowKind, row_kind


class LeftOut(NamedTuple):
    """A row that holds something and is no record."""

    kind: RowKind
    cell: Cell


class TableRead(NamedTuple):
    """What a table sheet holds."""

    rows: tuple[Row, ...]
    headers: Mapping[str, Cell]
    left_out: tuple[LeftOut, ...] = ()
    embedded: Mapping[str, tuple[Row, ...]] = MappingProxyType({})

    @property
    def says_none(self) -> bool:
        """Whether the sheet says in so many words that there are no records."""
        return not self.rows and any(row.kind is RowKind.NONE for row in self.left_out)


def read_table(grid: Grid, sheet: Sheet, header: Header, reader: CellReader) -> TableRead:
    """The records under `header`."""
    key = header.fields.get(sheet.key)
    rows: list[Row] = []
    left_out: list[LeftOut] = []
    embedded: dict[str, list[Row]] = {embedding.sheet: [] for embedding in sheet.embeds}
    for at in range(header.row + 1, grid.height):
        places = [_place(grid, at, column) for column in range(grid.width)]
        texts = [as_text(grid.raw(*place)) for place in places]
        kind = row_kind(texts, header, key.at if key else None)
        if kind is RowKind.BLANK and not any(place in grid.troubles for place in places):
            continue
        if kind in (RowKind.RECORD, RowKind.BLANK):
            if all(grid.is_blank(*places[c.at]) for c in header.columns if c.field is not None):
                continue
            row = _row(grid, sheet, at, header, reader)
            rows.append(row)
            for embedding in sheet.embeds:
                embedded[embedding.sheet].extend(_embedded(grid, embedding, row, header, reader))
        else:
            left_out.append(LeftOut(kind, _first_cell(grid, at, texts)))
    headers = {
        name: Cell(grid.name, ref(header.row, column.at), column.header, column.header)
        for name, column in header.fields.items()
    }
    shown = {name: tuple(found) for name, found in embedded.items() if found}
    return TableRead(tuple(rows), headers, tuple(left_out), shown)


def _place(grid: Grid, row: int, column: int) -> Place:
    """Where the value of a cell stands: at the top of a merged column, else in itself."""
    return grid.down.get((row, column), (row, column))


def _first_cell(grid: Grid, row: int, texts: list[str]) -> Cell:
    at = next((at for at, text in enumerate(texts) if text.strip()), 0)
    return Cell(grid.name, ref(row, at), "", None)


def _row(grid: Grid, sheet: Sheet, at: int, header: Header, reader: CellReader) -> Row:
    facts = {
        name: _fact(grid, at, column, reader)
        for name, column in header.fields.items()
        if column.field is not None
    }
    for name, column in header.fields.items():
        facts |= _implied(column, facts[name], facts, grid, header.row)
    facts = completed(sheet, facts, reader)
    return Row(sheet.id, at + 1, facts)


def _fact(grid: Grid, row: int, column: Column, reader: CellReader) -> Fact:
    assert column.field is not None
    place = _place(grid, row, column.at)
    while is_ditto(as_text(grid.raw(*place))) and place[0] > 0:
        above = _place(grid, place[0] - 1, place[1])
        if label(as_text(grid.raw(*above))) == label(column.header):
            break  # the first row has nothing above it
        place = above
    return reader.fact(grid, *place, column.field, column.header)


def _implied(
    column: Column, fact: Fact, facts: Mapping[str, Fact], grid: Grid, row: int
) -> dict[str, Fact]:
    """What a header says of another field, where this column has an entry and that one none."""
    if column.field is None or not column.field.implies or fact.value is None:
        return {}
    cell = Cell(grid.name, ref(row, column.at), column.header, column.header)
    return {
        other: Fact(cell, Choices(frozenset((choice,))))
        for header, says in column.field.implies.items()
        if label(header) == label(column.header)
        for other, choice in says.items()
        if other not in facts or facts[other].trouble is Trouble.BLANK
    }


def completed(sheet: Sheet, facts: dict[str, Fact], reader: CellReader) -> dict[str, Fact]:
    """The facts with what one field supplies to others: periods, keywords in a name."""
    for one in sheet.fields:
        if one.kind is Kind.PERIOD and one.id in facts:
            facts |= _supplied(one, facts)
        if one.also_from and one.also_from in facts:
            name = facts[one.also_from].value
            own = facts.get(one.id, Fact(facts[one.also_from].cell, trouble=Trouble.BLANK))
            if isinstance(name, str):
                facts[one.id] = with_more(own, reader.keywords(one, name))
    return facts


def _supplied(one: Field, facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The start and end that a period gives where their own cells are blank."""
    start_id, end_id = one.supplies
    cell = facts[one.id].cell
    if facts[one.id].trouble not in (None, Trouble.BLANK):
        parsed_start = parsed_end = Parsed(None, facts[one.id].trouble)
    else:
        known = facts.get(start_id)
        start = known.value if known is not None and isinstance(known.value, Interval) else None
        both = period(facts[one.id].value, start)
        parsed_start, parsed_end = both.start, both.end
    given = {start_id: parsed_start, end_id: parsed_end}
    return {
        name: Fact(cell, p.value, p.trouble, MESSAGES[p.remark] if p.remark else "")
        for name, p in given.items()
        if (name not in facts or facts[name].trouble is Trouble.BLANK)
        and p.trouble is not Trouble.BLANK
    }


def _embedded(
    grid: Grid, embedding: Embedding, row: Row, header: Header, reader: CellReader
) -> Iterator[Row]:
    """The record of another sheet that this row holds in columns of that sheet, if it has any."""
    other = reader.form.sheet(embedding.sheet)
    labels = {
        text: found for text, found in field_labels(other).items() if found.id in embedding.fields
    }
    columns = {
        labels[label(column.header)].id: Column(
            column.at, column.header, labels[label(column.header)]
        )
        for column in header.columns
        if column.field is None and label(column.header) in labels
    }
    facts = {name: _fact(grid, row.number - 1, column, reader) for name, column in columns.items()}
    if all(fact.trouble is Trouble.BLANK for fact in facts.values()):
        return
    for name, column in columns.items():
        facts |= _implied(column, facts[name], facts, grid, header.row)
    for name, own in embedding.copies.items():
        if own in row.facts:
            facts[name] = row.facts[own]
    yield Row(other.id, row.number, completed(other, facts, reader))
