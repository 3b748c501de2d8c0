"""Records: the rows of a population, and all that a test may look at."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Self

from centre_check.checks.grammar import Population
from centre_check.checks.identity import Who
from centre_check.logic import Truth
from centre_check.model.facts import Cell, Fact, Row, Table, TableState, Trouble
from centre_check.model.findings import Reason


class Answer(NamedTuple):
    """What a test says of a record, the cells that say it, and why it is not a plain yes."""

    truth: Truth
    cells: tuple[Cell, ...] = ()
    reasons: tuple[Reason, ...] = ()


class Record(NamedTuple):
    """One person, entity or thing of a population, and whether it belongs to it at all.

    `rivals` are sets of positions, among the population's records, of those that may be the same
    one: it is there, but whoever counts cannot count each of them for certain.
    """

    population: str
    rows: tuple[Row, ...]
    belongs: Answer
    key: Cell | None
    rivals: tuple[frozenset[int], ...] = ()

    def facts(self, field: str) -> list[Fact]:
        """What the record's rows say in `field`; a lone missing fact where none has the column."""
        if len(self.rows) == 1:
            return [self.rows[0].facts.get(field, _NO_COLUMN)]
        given = [row.facts.get(field) for row in self.rows]
        return [fact for fact in given if fact is not None] or [_NO_COLUMN]


_NO_COLUMN = Fact(None, trouble=Trouble.NO_COLUMN)


class Records(NamedTuple):
    """All records of a population. `gap` says why there may be more than these, if so."""

    records: tuple[Record, ...]
    gap: Reason | None = None


class Kin(NamedTuple):
    """Whom groups of rows speak of, and where these are found by the names and numbers in them."""

    groups: Sequence[Sequence[Who]]
    by_name: Mapping[str, Sequence[int]]


class Context(NamedTuple):
    """What every test may look at: the tables, the populations, the audit date.

    `cache` keeps the records of a population once they are known, `kin` where its people and
    entities are found by name, `holders` which of them say what in a field, by position.
    """

    tables: Mapping[str, Table]
    populations: Mapping[str, Population]
    as_of: date
    cache: dict[str, Records]
    kin: dict[str, Kin]
    holders: dict[str, Mapping[Any, Sequence[tuple[int, Record]]]]

    @classmethod
    def of(
        cls, tables: Mapping[str, Table], populations: Mapping[str, Population], as_of: date
    ) -> Self:
        """What is looked at for the first time."""
        return cls(tables, populations, as_of, {}, {}, {})

    def table(self, name: str) -> Table:
        """The table, or one that is missing."""
        return self.tables.get(name) or Table(name, name, TableState.MISSING)


def gap_in(tables: Iterable[Table]) -> Reason | None:
    """Why the rows of these tables are not all there is: a sheet is missing or not filled in."""
    for table in tables:
        if table.state is TableState.MISSING:
            return Reason("no_sheet", values={"table": table.id})
        if table.state is TableState.SEVERAL:
            return Reason("several_sheets", values={"table": table.id})
        if table.state is TableState.UNFILLED:
            cells = tuple(table.headers.values())[:1]
            return Reason("unfilled", cells, {"table": table.id})
    return None
