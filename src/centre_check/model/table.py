"""A table as columns: what each row says in a field, and the cell that says it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Annotated, Any, NamedTuple

from centre_check.model.entry import NO_COLUMN, Entry
from centre_check.model.facts import Cell, Identity, Input, Note, TableState, Trouble
from centre_check.model.told import Told


class Position(NamedTuple):
    """Where an entry stands that is not in its own row and column."""

    sheet: str
    ref: Annotated[str, Told(key="cell")]
    header: str


NOWHERE = Position("", "", "")
Said = tuple[Entry, Position | None]  # what a row says after all, and where, if somewhere else


@dataclass(frozen=True, eq=False)
class Column:
    """One field of a table: row `i` says `entries[codes[i]]`, each distinct entry is kept once.

    Row `i` stands in the cell `letters` + `numbers[i]`; `strays` are the rows whose entry stands
    elsewhere: at the top of a merge, above 同上, in the period that supplies it, or NOWHERE.
    """

    sheet: str
    letters: str
    header: str
    numbers: Sequence[int]
    codes: Sequence[int]
    entries: Sequence[Entry]
    strays: Mapping[int, Position] = field(default_factory=dict)

    @classmethod
    def absent(cls, numbers: Sequence[int]) -> "Column":
        """The column of a field that has none, to be filled by others."""
        nowhere = dict.fromkeys(range(len(numbers)), NOWHERE)
        return cls("", "", "", numbers, [0] * len(numbers), [NO_COLUMN], nowhere)

    def entry(self, row: int) -> Entry:
        """What the row says."""
        return self.entries[self.codes[row]]

    @cached_property
    def cells(self) -> Sequence[Cell | None]:
        """The cell of every row, each made once; None where nothing says anything."""
        sheet, letters, header, entries = self.sheet, self.letters, self.header, self.entries
        cells: list[Cell | None] = [
            Cell(sheet, f"{letters}{number}", header, entries[code].shown)
            for number, code in zip(self.numbers, self.codes, strict=True)
        ]
        for row, place in self.strays.items():
            cells[row] = None if place is NOWHERE else Cell(*place, self.entry(row).shown)
        return cells

    def place(self, row: int) -> Position:
        """Where the row's entry stands."""
        place = self.strays.get(row)
        own = self.sheet, f"{self.letters}{self.numbers[row]}", self.header
        return Position(*own) if place is None else place

    def where(self, is_so: Sequence[bool]) -> list[int]:
        """The rows whose entry is so, told by a flag for each of the entries."""
        if True not in is_so:
            return []
        return [row for row, code in enumerate(self.codes) if is_so[code]]

    def rewritten(self, changes: Mapping[int, Said]) -> "Column":
        """The column where these rows say something else."""
        if not changes:
            return self
        known: dict[Entry, int] = {}  # of those that some row still says
        codes, strays = [], dict(self.strays)
        for row, own in enumerate(self.codes):
            entry, place = changes.get(row) or (self.entries[own], None)
            codes.append(known.setdefault(entry, len(known)))
            if place is not None:
                strays[row] = place
        return replace(self, codes=codes, entries=list(known), strays=strays)

    def only(self, rows: Sequence[int]) -> "Column":
        """The column of these rows alone."""
        strays = self.strays
        return replace(
            self,
            numbers=[self.numbers[row] for row in rows],
            codes=[self.codes[row] for row in rows],
            strays={to: strays[row] for to, row in enumerate(rows) if row in strays},
        )


class Columns(Mapping[str, Column]):
    """Columns that are read when they are first asked for."""

    @property
    def asked(self) -> Mapping[str, Column]:
        """Those that have been asked for."""
        raise NotImplementedError


class Doubt(NamedTuple):
    """Why it is not certain that a row is a record, or is one at all.

    `code` is that of the reason, `field` the one that says it, `cell` another one that does;
    `is_none` where it is certain that the row is no record.
    """

    code: str
    field: str
    remark: str = ""
    cell: Cell | None = None
    is_none: bool = False


class Nearby(NamedTuple):
    """What stands near a row and was not understood: its code and the cell that says it."""

    code: str
    cell: Cell


class Row(NamedTuple):
    """A row of a table, counted from 0."""

    table: "Table"
    at: int

    @property
    def number(self) -> int:
        """Its number in the sheet."""
        return self.table.numbers[self.at]

    def entry(self, field: str) -> Entry:
        """What it says in a field."""
        column = self.table.columns.get(field)
        return NO_COLUMN if column is None else column.entries[column.codes[self.at]]

    def cell(self, field: str) -> Cell | None:
        """The cell that says it."""
        column = self.table.columns.get(field)
        return None if column is None else column.cells[self.at]


@dataclass(frozen=True, eq=False)
class Table:
    """One sheet of the form as read: `id` in the form, `title` in the workbook.

    `numbers` are its rows' numbers in the sheet, `headers` the header cell of every field that has
    a column, `composed` those that are known by what they are made of; `key` is the field without
    which a row may be no record; `standing` what else leaves it open whether rows, counted from 0,
    are records, `nearby` what a person should look at before they decide. `known_by` says how the
    sheet was found: name, columns or mapped; `heads_known_by` how each header: name, synonym,
    implied, composed or mapped, embedded where another sheet has it. What its rows were asked is
    kept with it, by the asker's own key.
    """

    id: str
    title: str
    state: TableState
    numbers: Sequence[int] = ()
    columns: Mapping[str, Column] = field(default_factory=dict)
    headers: Mapping[str, Cell] = field(default_factory=dict)
    key: str = ""
    identity: Identity | None = None
    standing: Mapping[int, Sequence[Doubt]] = field(default_factory=dict)
    nearby: Mapping[int, Sequence[Nearby]] = field(default_factory=dict)
    known_by: str = ""
    heads_known_by: Mapping[str, str] = field(default_factory=dict)
    composed: Sequence[Cell] = ()
    asked: dict[object, Any] = field(default_factory=dict)

    @cached_property
    def rows(self) -> Sequence[Row]:
        """Its rows."""
        return [Row(self, at) for at in range(len(self.numbers))]

    @property
    def cited(self) -> Mapping[str, Column]:
        """The columns of which somebody has cited a cell."""
        columns = self.columns
        read = columns.asked if isinstance(columns, Columns) else columns
        return {name: column for name, column in read.items() if "cells" in column.__dict__}

    def entries(self, field: str) -> Sequence[Entry]:
        """What each row says in a field."""
        column = self.columns.get(field)
        if column is None:
            return [NO_COLUMN] * len(self.numbers)
        return [column.entries[code] for code in column.codes]

    def cells(self, field: str) -> Sequence[Cell | None]:
        """The cell of each row in a field."""
        column = self.columns.get(field)
        return [None] * len(self.numbers) if column is None else column.cells

    def texts(self, field: str) -> Sequence[str]:
        """The text of each row in a field, empty where it has none."""
        said = self.entries(field)
        return [entry.value if entry.value.__class__ is str else "" for entry in said]

    def said(self, row: int) -> Iterator[tuple[str, Entry]]:
        """All that a row says, by field; nothing of fields without a column."""
        for name, column in self.columns.items():
            entry = column.entry(row)
            if entry.trouble is not Trouble.NO_COLUMN:
                yield name, entry

    def but(self, columns: Mapping[str, Column]) -> "Table":
        """The table where these columns say something else."""
        return replace(self, columns={**self.columns, **columns}, asked={})

    def only(self, rows: Sequence[int]) -> "Table":
        """The table of these rows alone; one may come twice."""
        return replace(
            self,
            numbers=[self.numbers[row] for row in rows],
            columns={name: column.only(rows) for name, column in self.columns.items()},
            standing={
                to: self.standing[row] for to, row in enumerate(rows) if row in self.standing
            },
            nearby={to: self.nearby[row] for to, row in enumerate(rows) if row in self.nearby},
            asked={},
        )


class Facts(NamedTuple):
    """Everything read from one workbook: tables by their id in the form."""

    input: Input
    tables: Mapping[str, Table]
    notes: tuple[Note, ...] = ()
