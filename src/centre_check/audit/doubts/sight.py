"""What the hints look at: tables, columns, entries, and the note that tells of them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from centre_check.form.types import Kind
from centre_check.logic import Interval
from centre_check.model.facts import Cell, Choices, Fact, Note, TableState, Trouble
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

    def column(self, name: str, field: str) -> Iterator[tuple[Row, Fact]]:
        """The entries of a column, blanks left out."""
        table = self.table(name)
        is_absent = field not in table.headers and self.kinds.get((name, field)) is not Kind.DATE
        if is_absent and name != "agreements":  # whose rows may stand in another sheet
            return
        for row in table.rows:
            fact = row.facts.get(field)
            if fact is not None and fact.trouble is not Trouble.BLANK and fact.cell is not None:
                yield row, fact

    def texts(self, name: str, field: str) -> Iterator[tuple[Row, str, Cell]]:
        """The texts of a column."""
        for row, fact in self.column(name, field):
            if fact.cell is not None and isinstance(fact.value, str) and fact.value:
                yield row, fact.value, fact.cell

    def figures(self, name: str, field: str) -> Iterator[tuple[Interval[Decimal], Cell]]:
        """The numbers of a column."""
        for _, fact in self.column(name, field):
            if fact.cell is not None and isinstance(fact.value, Interval):
                yield fact.value, fact.cell

    def stated(self, field: str) -> tuple[Interval[Decimal], Cell] | None:
        """A figure that the centre states of itself."""
        return next(self.figures("centre", field), None)

    def note(self, code: str, message: str, cells: Iterable[Cell], **values: object) -> Note:
        """A note whose code begins with `doubt_`."""
        return Note(f"doubt_{code}", self.words(message, **values), tuple(cells))


def said(row: Row, field: str) -> object:
    """What the entry says, as it is compared; None for a blank."""
    fact = row.facts.get(field)
    if fact is None or fact.trouble is Trouble.BLANK:
        return None
    return fact.value if fact.value is not None else fact.cell and fact.cell.value


def cell_of(row: Row, field: str) -> Cell | None:
    """The cell of the entry."""
    fact = row.facts.get(field)
    return fact.cell if fact is not None else None


def choices_of(row: Row, field: str) -> frozenset[str]:
    """The choices that the entry names."""
    fact = row.facts.get(field)
    is_read = fact is not None and isinstance(fact.value, Choices)
    return fact.value.known if fact is not None and is_read else frozenset()


def days_of(row: Row, field: str) -> Interval[date] | None:
    """The days on which the entry may lie."""
    fact = row.facts.get(field)
    return fact.value if fact is not None and isinstance(fact.value, Interval) else None
