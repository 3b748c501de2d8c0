"""Records: the rows of a population, several rows of one person or entity taken together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from centre_check.checks.grammar import Population
from centre_check.checks.identity import bucket, same
from centre_check.logic import Truth
from centre_check.model.facts import Cell, Fact, Row, Table, TableState, Trouble
from centre_check.model.findings import Reason


class Answer(NamedTuple):
    """What a test says of a record, the cells that say it, and why it is not a plain yes."""

    truth: Truth
    cells: tuple[Cell, ...] = ()
    reasons: tuple[Reason, ...] = ()


class Record(NamedTuple):
    """One person, entity or thing of a population, and whether it belongs to it at all."""

    population: str
    rows: tuple[Row, ...]
    belongs: Answer
    key: Cell | None

    def facts(self, field: str) -> list[Fact]:
        """What the record's rows say in `field`; a lone missing fact where none has the column."""
        given = [row.facts.get(field) for row in self.rows]
        return [fact for fact in given if fact is not None] or [_NO_COLUMN]


_NO_COLUMN = Fact(None, trouble=Trouble.NO_COLUMN)


class Records(NamedTuple):
    """All records of a population. `gap` says why there may be more than these, if so."""

    records: tuple[Record, ...]
    gap: Reason | None = None


class Context(NamedTuple):
    """What every test may look at: the tables, the populations, the audit date.

    `cache` keeps the records of a population once they are known, `kin` where its people and
    entities are found by name.
    """

    tables: Mapping[str, Table]
    populations: Mapping[str, Population]
    as_of: date
    cache: dict[str, Records]
    kin: dict[str, Mapping[str, Sequence[int]]]

    def table(self, name: str) -> Table:
        """The table, or one that is missing."""
        return self.tables.get(name) or Table(name, name, TableState.MISSING)


def gap_in(tables: Iterable[Table]) -> Reason | None:
    """Why the rows of these tables are not all there is: a sheet is missing or not filled in."""
    for table in tables:
        if table.state is TableState.MISSING:
            return Reason("no_sheet", values={"table": table.id})
        if table.state is TableState.UNFILLED:
            cells = tuple(table.headers.values())[:1]
            return Reason("unfilled", cells, {"table": table.id})
    return None


def merge(records: list[Record], context: Context) -> tuple[Record, ...]:
    """Make several rows of one person or entity one record.

    A row that may be a repetition of another, which cannot be told, may belong, but not for
    certain. Rows that do not belong stay as they are, so that the trace can say why.
    """
    kept: list[Record] = []
    near: dict[str, list[int]] = defaultdict(list)
    for record in sorted(records, key=lambda record: -record.belongs.truth):
        if record.belongs.truth is Truth.NO:
            kept.append(record)
            continue
        names = _names(record.rows[0], context)
        likeness = {
            at: _same_rows(kept[at], record, context) for name in names for at in near[name]
        }
        twin = next((at for at, truth in likeness.items() if truth is Truth.YES), None)
        if twin is not None:
            kept[twin] = kept[twin]._replace(rows=kept[twin].rows + record.rows)
            at = twin
        else:
            double = next(
                (kept[at] for at, truth in likeness.items() if truth is Truth.MAYBE), None
            )
            kept.append(_perhaps_double(record, double) if double else record)
            at = len(kept) - 1
        for name in names:
            near[name].append(at)
    return tuple(sorted(kept, key=lambda record: (record.rows[0].table, record.rows[0].number)))


def _names(row: Row, context: Context) -> set[str]:
    """The keys under which rows that may be the same one are found."""
    identity = context.table(row.table).identity
    if identity is None:
        return set()
    facts = (row.facts.get(identity.number), row.facts.get(identity.name))
    texts = [fact.value for fact in facts if fact is not None and isinstance(fact.value, str)]
    return {bucket(text) for text in texts if text}


def _same_rows(one: Record, other: Record, context: Context) -> Truth:
    return max(same_as(row, other.rows[0], context) for row in one.rows)


def same_as(one: Row, other: Row, context: Context) -> Truth:
    """Whether two rows, perhaps of different sheets, are one person or entity."""
    keys = context.table(one.table).identity, context.table(other.table).identity
    if keys[0] is None or keys[1] is None:
        return Truth.NO
    return same(one, keys[0], other, keys[1])


def relatives(
    rows: Sequence[Row], others: Sequence[tuple[Row, ...]], name: str, context: Context
) -> Iterator[tuple[int, Truth]]:
    """Which of `others` are the same person or entity as `rows`, or may be, by their position.

    `name` is that of the list of others; it is looked through by name, not one by one.
    """
    if name not in context.kin:
        context.kin[name] = _index(others, context)
    index = context.kin[name]
    keys = {key for row in rows for key in _names(row, context)}
    near = {at for key in (*keys, _NAMELESS) for at in index.get(key, ())}
    for at in sorted(near) if keys else range(len(others)):
        likeness = max(same_as(one, other, context) for one in rows for other in others[at])
        if likeness is not Truth.NO:
            yield at, likeness


_NAMELESS = ""


def _index(groups: Sequence[tuple[Row, ...]], context: Context) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, rows in enumerate(groups):
        for row in rows:
            for key in _names(row, context) or (_NAMELESS,):
                found[key].append(at)
    return found


def _perhaps_double(record: Record, other: Record) -> Record:
    reason = Reason(
        "maybe_repeated",
        (record.key,) if record.key else (),
        {"row": str(other.rows[0].number)},
    )
    answer = Answer(Truth.MAYBE, record.belongs.cells, (*record.belongs.reasons, reason))
    return record._replace(belongs=answer)
