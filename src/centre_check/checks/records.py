"""Records: the rows of a population, those of one person or entity together, as vectors."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from centre_check.checks.answers import Answer
from centre_check.checks.grammar import Population, Test
from centre_check.checks.identity import Who
from centre_check.logic import Truth
from centre_check.model.entry import NO_COLUMN, Entry
from centre_check.model.evidence import Reason, Why
from centre_check.model.facts import Cell, TableState, Trouble, Value
from centre_check.model.table import Row, Table


class Record(NamedTuple):
    """One person, entity or thing of a population: its rows, the surest first; `key` names it.

    `rivals` are sets of positions, among the population's records, of those that may be the same
    one: it is there, but whoever counts cannot count each of them for certain.
    """

    population: str
    at: int
    rows: tuple[Row, ...]
    key: Cell | None = None
    rivals: tuple[frozenset[int], ...] = ()

    @property
    def table(self) -> str:
        """The sheet of the form where it stands first."""
        return self.rows[0].table.id

    def said(self, name: str) -> list[tuple[Entry, Cell | None]]:
        """What its rows say in a field, and where; one missing entry where none has the column."""
        if len(self.rows) == 1:
            row = self.rows[0]
            return [(row.entry(name), row.cell(name))]
        given = [(row.entry(name), row.cell(name)) for row in self.rows]
        told = [one for one in given if one[0].trouble is not Trouble.NO_COLUMN]
        return told or [(NO_COLUMN, None)]


@dataclass(frozen=True, eq=False)
class Records:
    """All records of a population, in order, and how surely each belongs to it.

    `loose` are the same rows before those of one person or entity were joined, `origin` leads from
    each record to the one of these that speaks for it. `gap` says why there may be more, if so.
    The rest is what they were asked already, by the field, or by the identity of the
    test, which is kept so that no other one takes it.
    """

    population: str
    all: Sequence[Record]
    belongs: Sequence[Truth] = ()
    gap: Reason | None = None
    loose: "Records | None" = None
    origin: Sequence[int] = ()
    truths: dict[int, tuple[Sequence[Truth], Test]] = field(default_factory=dict)
    proofs: dict[int, tuple[Sequence[tuple[Cell, ...]], Test]] = field(default_factory=dict)
    told: dict[int, tuple[Sequence[Answer], Test]] = field(default_factory=dict)
    holders: dict[str, Mapping[Value, Sequence[int]]] = field(default_factory=dict)
    belonging: list[Answer] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.all)

    def __iter__(self) -> Iterator[Record]:
        return iter(self.all)

    @cached_property
    def runs(self) -> Sequence[Table] | None:
        """The tables whose rows, one after another, are these records; None where they are mixed.

        Then a vector over the rows of these tables is a vector over the records.
        """
        tables = list(dict.fromkeys([record.rows[0].table for record in self.all]))
        rows = [(row,) for table in tables for row in table.rows]
        return tables if [record.rows for record in self.all] == rows else None


class Kin(NamedTuple):
    """Whom groups of rows speak of, where these are found by their names and numbers, who asked."""

    groups: Sequence[Sequence[Who]]
    by_name: Mapping[str, Sequence[int]]
    known: dict[tuple[Row, ...], Sequence[tuple[int, Truth]]]  # who has asked, and was told


@dataclass(frozen=True, eq=False)
class Context:
    """What every test may look at: the tables, the populations, the audit date.

    The rest is what was found out already: the records of a population, where people and entities
    are found by name, causes by what they say.
    """

    tables: Mapping[str, Table]
    populations: Mapping[str, Population]
    as_of: date
    is_day_known: bool = True  # else no test against the audit date is more than perhaps so
    records: dict[str, Records] = field(default_factory=dict)
    kin: dict[str, Kin] = field(default_factory=dict)
    whys: dict[tuple[object, ...], Why] = field(default_factory=dict)

    def table(self, name: str) -> Table:
        """The table, or one that is missing."""
        table = self.tables.get(name)
        return Table(name, name, TableState.MISSING) if table is None else table

    def why(self, code: str, **values: str) -> Why:
        """The cause of this code with these values, one for all rows that have it."""
        key = (code, *values.items())
        why = self.whys.get(key)
        if why is None:
            why = self.whys[key] = Why(code, values)
        return why


def gap_in(tables: Iterable[Table], context: Context) -> Reason | None:
    """Why the rows of these tables are not all there is: a sheet is missing or not filled in."""
    codes = {TableState.MISSING: "no_sheet", TableState.SEVERAL: "several_sheets"}
    for table in tables:
        if table.state in codes:
            return Reason(context.why(codes[table.state], table=table.id))
        if table.state is TableState.UNFILLED:
            cells = tuple(table.headers.values())[:1]
            return Reason(context.why("unfilled", table=table.id), cells)
    return None
