"""What the hints look at: tables, columns, entries, and the note that tells of them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from centre_check.form.types import Kind
from centre_check.logic import Interval
from centre_check.model.entry import Entry
from centre_check.model.facts import Cell, Choices, Note, TableState
from centre_check.model.table import Row, Table
from centre_check.words import Words

PEOPLE = ("staff", "mentors")


class Sight(NamedTuple):
    """What the looks see: the tables, the kinds of their fields, the audit date."""

    tables: Mapping[str, Table]
    kinds: Mapping[tuple[str, str], Kind]
    as_of: date
    words: Words

    def table(self, name: str) -> Table:
        """The table, or one that is missing."""
        table = self.tables.get(name)
        return Table(name, name, TableState.MISSING) if table is None else table

    def column(self, name: str, field: str) -> Iterator[tuple[Row, Entry, Cell]]:
        """The entries of a column with their cells, blanks left out."""
        table = self.table(name)
        is_absent = field not in table.headers and self.kinds.get((name, field)) is not Kind.DATE
        if is_absent and name != "agreements":  # whose rows may stand in another sheet
            return
        column = table.columns.get(field) if table.numbers else None
        if column is None:
            return
        entries, codes, cells, rows = column.entries, column.codes, column.cells, table.rows
        for at in column.where([not entry.is_blank for entry in entries]):
            cell = cells[at]
            if cell is not None:
                yield rows[at], entries[codes[at]], cell

    def texts(self, name: str, field: str) -> Iterator[tuple[Row, str, Cell]]:
        """The texts of a column."""
        for row, entry, cell in self.column(name, field):
            if isinstance(entry.value, str) and entry.value:
                yield row, entry.value, cell

    def figures(self, name: str, field: str) -> Iterator[tuple[Interval[Decimal], Cell]]:
        """The numbers of a column."""
        for _, entry, cell in self.column(name, field):
            if isinstance(entry.value, Interval):
                yield entry.value, cell

    def stated(self, field: str) -> tuple[Interval[Decimal], Cell] | None:
        """A figure that the centre states of itself."""
        return next(self.figures("centre", field), None)

    def note(self, code: str, message: str, cells: Iterable[Cell], **values: object) -> Note:
        """A note whose code begins with `doubt_`."""
        return Note(f"doubt_{code}", self.words(message, **values), tuple(cells))


def said(row: Row, field: str) -> object:
    """What the entry says, as it is compared; None for a blank."""
    entry = row.entry(field)
    if entry.is_blank:
        return None
    return entry.value if entry.value is not None else entry.shown


def cell_of(row: Row, field: str) -> Cell | None:
    """The cell of the entry."""
    return row.cell(field)


def choices_of(row: Row, field: str) -> frozenset[str]:
    """The choices that the entry names."""
    value = row.entry(field).value
    return value.known if isinstance(value, Choices) else frozenset()


def days_of(row: Row, field: str) -> Interval[date] | None:
    """The days on which the entry may lie."""
    value = row.entry(field).value
    return value if isinstance(value, Interval) else None
