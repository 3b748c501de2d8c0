"""Own columns: what stands under a field's header, merged cells and 同上 followed."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from centre_check.form.types import Field, Kind
from centre_check.model.entry import BLANK, Entry
from centre_check.model.facts import Cell, Choices, Trouble
from centre_check.model.table import Column, Columns, Position, Said
from centre_check.words import mark
from centre_check.workbook.cells import Raw, is_ditto
from centre_check.workbook.entries import EntryReader
from centre_check.workbook.grid import Grid, ref
from centre_check.workbook.grid import Place as Spot
from centre_check.workbook.shared_cells import Take

NOTHING_ABOVE = mark("nothing stands above it")
ANOTHER_ENTRY = mark("there is another entry of it, which differs")
_LONGEST_DITTO = 6
_FIGURES = (Kind.NUMBER, Kind.AMOUNT)  # a number that is merged is not the number of each row


def is_ditto_cell(raw: Raw) -> bool:
    """Whether the cell only says 同上."""
    return isinstance(raw, str) and 0 < len(raw) <= _LONGEST_DITTO and is_ditto(raw)


class Heads(NamedTuple):
    """The header of a table: its row, and the column and the cell of each field that has one.

    `more` are further columns of a day, which speak where the first is blank; `takes` what is taken
    of entries that say more than their field.
    """

    row: int
    places: Mapping[str, int]
    cells: Mapping[str, Cell]
    more: Mapping[str, Mapping[int, Cell]] = MappingProxyType({})
    takes: Mapping[str, Take] = MappingProxyType({})


class TableColumns:
    """Reads the columns that stand under a header, before any other column speaks for them."""

    def __init__(self, grid: Grid, rows: Sequence[int], heads: Heads, reader: EntryReader) -> None:
        self.grid = grid
        self.heads = heads.cells
        self.reader = reader
        self.numbers = [row + 1 for row in rows]
        self._rows = rows
        self._header_row = heads.row
        self._places = heads.places
        self._more = heads.more
        self._takes = heads.takes

    def read(self, field: Field) -> Column | None:
        """The field's own column; None where it has none."""
        if field.id not in self._places:
            return None
        at, header = self._places[field.id], self.heads[field.id].header
        codes, entries, dittos = self._coded(at, field, header)
        letters = ref(0, at)[:-1]
        column = Column(self.grid.name, letters, header, self.numbers, codes, entries)
        if field.id in self._more:
            column = column.rewritten(dict(self._beside(column, field)))
        if field.kind in _FIGURES or not (dittos or self.grid.down):
            return column
        return column.rewritten(dict(self._from_above(at, field, header)))

    def _beside(self, column: Column, field: Field) -> Iterator[tuple[int, Said]]:
        """Rows of which another column of the field says what the first leaves blank."""
        for row, at_row in enumerate(self._rows):
            if not column.entry(row).is_blank:
                continue
            for at, head in self._more[field.id].items():
                entry = entry_at(self.grid, (at_row, at), field, head.header, self.reader)
                if not entry.is_blank:
                    yield row, (entry, Position(self.grid.name, ref(at_row, at), head.header))
                    break

    def raw(self, field: str, row: int) -> Raw:
        """What stands in the field's own cell of a row, as it stands there."""
        return self.grid.raw(self._rows[row], self._places[field])

    def _coded(self, at: int, field: Field, header: str) -> tuple[list[int], list[Entry], bool]:
        """The code of every row, the distinct entries, and whether one of them is 同上."""
        grid, reader, take = self.grid, self.reader, self._takes.get(field.id)
        entries, codes, dittos = [BLANK], [], False
        known: dict[object, int] = {None: 0, "": 0}
        for row in self._rows:
            cells = grid.rows[row] if row < len(grid.rows) else ()
            raw = cells[at] if at < len(cells) else None
            key = raw if raw.__class__ is str or raw is None else (raw.__class__, raw)
            code = known.get(key)
            if code is None:
                code = known[key] = len(entries)
                told = raw if take is None else take(raw)
                entry = reader.entry(told, field, header, epoch_1904=grid.epoch_1904)
                if isinstance(entry.value, str) and is_ditto_cell(entry.value):
                    entry = _nothing_above(entry)
                dittos = dittos or is_ditto_cell(raw)
                entries.append(entry)
            codes.append(code)
        for row, column in grid.troubles:
            if column == at and row + 1 in self.numbers:
                trouble, shown = grid.troubles[row, column]
                codes[self.numbers.index(row + 1)] = len(entries)
                entries.append(reader.troubled(trouble, shown))
        return codes, entries, dittos

    def _from_above(self, at: int, field: Field, header: str) -> Iterator[tuple[int, Said]]:
        """Rows that say what stands atop their merge, or above 同上."""
        for at_row, row in enumerate(self._rows):
            spot = self._source(row, at)
            if spot != (row, at):
                entry = entry_at(self.grid, spot, field, header, self.reader)
                yield at_row, (entry, Position(self.grid.name, ref(*spot), header))

    def _source(self, row: int, at: int) -> Spot:
        grid = self.grid
        spot = top(grid, row, at)
        while is_ditto_cell(grid.raw(*spot)):
            above = top(grid, spot[0] - 1, at)
            if above[0] <= self._header_row:
                break  # the first row has nothing above it
            spot = above
        return spot


class RewrittenColumns(Columns):
    """Columns in which some rows say something else; read, like the others, when asked for."""

    def __init__(
        self,
        columns: Mapping[str, Column],
        changes: Mapping[str, Mapping[int, Said]],
        numbers: Sequence[int],
    ) -> None:
        self._columns = columns
        self._changes = changes
        self._numbers = numbers
        self._ready: dict[str, Column] = {}

    def get(self, field: str, default: Column | None = None) -> Column | None:  # type: ignore[override]
        """The column, or `default` where nothing speaks of the field."""
        if field not in self._changes:
            return self._columns.get(field, default)
        if field not in self._ready:
            base = self._columns.get(field) or Column.absent(self._numbers)
            self._ready[field] = base.rewritten(self._changes[field])
        return self._ready[field]

    def __getitem__(self, field: str) -> Column:
        column = self.get(field)
        if column is None:
            raise KeyError(field)
        return column

    @property
    def asked(self) -> Mapping[str, Column]:
        """Those that have been asked for."""
        own = self._columns
        return {**(own.asked if isinstance(own, Columns) else own), **self._ready}

    def __iter__(self) -> Iterator[str]:
        yield from self._columns
        yield from (field for field in self._changes if field not in self._columns)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class KeyValueColumns:
    """Reads the values beside a sheet's labels as columns of one row."""

    def __init__(  # noqa: PLR0917
        self, grid: Grid, heads: Mapping[str, Cell], values: Mapping[str, Spot | None],
        rivals: Mapping[str, Sequence[Spot]], reader: EntryReader, number: int = 1,
    ) -> None:  # fmt: skip
        self.grid = grid
        self.heads = heads
        self.reader = reader
        self.numbers = [number]
        self._values = values
        self._rivals = rivals  # where else a field has an entry

    def read(self, field: Field) -> Column | None:
        """The field's own value; None where it has no label."""
        head = self.heads.get(field.id)
        if head is None:
            return None
        spot = self._values[field.id]
        if spot is None:
            place, entry = Position(*head[:3]), Entry(head.value, trouble=Trouble.BLANK)
        else:
            place = Position(self.grid.name, ref(*spot), head.header)
            entry = self._entry(spot, field, head.header)
        return Column.absent(self.numbers).rewritten({0: (entry, place)})

    def raw(self, field: str, _row: int) -> Raw:
        """What stands in the field's own cell, as it stands there."""
        spot = self._values[field]
        return self.grid.raw(*spot) if spot is not None else None

    def _entry(self, spot: Spot, field: Field, header: str) -> Entry:
        entry = entry_at(self.grid, spot, field, header, self.reader)
        rivals = self._rivals.get(field.id, ()) if _is_told(entry) else ()
        others = (entry_at(self.grid, other, field, header, self.reader) for other in rivals)
        if any(_is_told(other) and other.value != entry.value for other in others):
            return Entry(entry.shown, None, Trouble.UNREADABLE, ANOTHER_ENTRY)
        return entry


def entry_at(grid: Grid, spot: Spot, field: Field, header: str, reader: EntryReader) -> Entry:
    """What one cell says of a field."""
    if spot in grid.troubles:
        return reader.troubled(*grid.troubles[spot])
    raw = grid.raw(*spot)
    if raw is None or raw == "":
        return BLANK
    entry = reader.entry(raw, field, header, epoch_1904=grid.epoch_1904)
    is_ditto = isinstance(entry.value, str) and is_ditto_cell(entry.value)
    return _nothing_above(entry) if is_ditto else entry


def top(grid: Grid, row: int, column: int) -> Spot:
    """Where the value of a cell stands: at the top of a merged column, else in itself."""
    return grid.down.get((row, column), (row, column))


def _nothing_above(entry: Entry) -> Entry:
    return Entry(entry.shown, None, Trouble.UNREADABLE, NOTHING_ABOVE)


def _is_told(entry: Entry) -> bool:
    """Whether the entry has a value, and not only a text that no dictionary knows."""
    if isinstance(entry.value, Choices):
        return bool(entry.value.known)
    return entry.value is not None
