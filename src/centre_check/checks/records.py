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
    """One person, entity or thing of a population, and whether it belongs to it at all.

    `repeats` is set when it may be the same one as another record, which cannot be told: it is
    there, but whoever counts cannot count it for certain.
    """

    population: str
    rows: tuple[Row, ...]
    belongs: Answer
    key: Cell | None
    repeats: Reason | None = None

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
    """Make several rows of one person or entity one record, whatever their order.

    Rows that are the same one are taken together, those with the same number first, unless that
    would join two that are known to differ. Of records that may be the same one, as few as can be
    are marked. Rows that do not belong stay as they are, so that the trace can say why.
    """
    apart = [record for record in records if record.belongs.truth is Truth.NO]
    inside = [record for record in records if record.belongs.truth is not Truth.NO]
    likeness = _likeness(inside, context)
    groups = _groups(inside, likeness, context)
    joined = [_joined(sorted(group), inside) for group in groups]
    doubts = _doubts(groups, likeness)
    marked = _marked(joined, doubts)
    return tuple(sorted(apart + marked, key=lambda one: (one.rows[0].table, one.rows[0].number)))


Pairs = Mapping[tuple[int, int], Truth]


def _likeness(records: Sequence[Record], context: Context) -> Pairs:
    """Which records are the same one (YES) or may be (MAYBE), by their positions in order."""
    near: dict[str, list[int]] = defaultdict(list)
    found: dict[tuple[int, int], Truth] = {}
    for at, record in enumerate(records):
        row = record.rows[0]
        names = _names(row, context)
        for other in sorted({one for name in names for one in near[name]}):
            found[other, at] = same_as(records[other].rows[0], row, context)
        for name in names:
            near[name].append(at)
    return found


def _groups(records: Sequence[Record], likeness: Pairs, context: Context) -> list[set[int]]:
    """The positions of the records that are one; never two that are known to differ."""
    group_of = {at: {at} for at in range(len(records))}
    same_ones = [pair for pair, truth in likeness.items() if truth is Truth.YES]
    same_ones.sort(key=lambda pair: not _same_number(records, pair, context))
    for one, other in same_ones:
        left, right = group_of[one], group_of[other]
        differ = any(likeness.get((min(a, b), max(a, b))) is Truth.NO for a in left for b in right)
        if left is not right and not differ:
            left |= right
            for at in right:
                group_of[at] = left
    return list({id(group): group for group in group_of.values()}.values())


def _same_number(records: Sequence[Record], pair: tuple[int, int], context: Context) -> bool:
    numbers = []
    for at in pair:
        row = records[at].rows[0]
        identity = context.table(row.table).identity
        fact = row.facts.get(identity.number) if identity else None
        numbers.append(fact.value if fact is not None else None)
    return isinstance(numbers[0], str) and numbers[0] == numbers[1]


def _joined(group: Sequence[int], records: Sequence[Record]) -> Record:
    """One record of several: it belongs as surely as its surest row does, and is called by it."""
    own = [records[at] for at in group]
    best = max(own, key=lambda record: record.belongs.truth)
    rows = best.rows + tuple(row for one in own if one is not best for row in one.rows)
    return best._replace(rows=rows)


def _doubts(groups: Sequence[set[int]], likeness: Pairs) -> Mapping[int, set[int]]:
    """Which groups may be the same one as which others, by their positions."""
    home = {at: number for number, group in enumerate(groups) for at in group}
    found: dict[int, set[int]] = defaultdict(set)
    for (one, other), truth in likeness.items():
        if truth is not Truth.NO and home[one] != home[other]:
            found[home[one]].add(home[other])
            found[home[other]].add(home[one])
    return found


def _marked(records: Sequence[Record], doubts: Mapping[int, set[int]]) -> list[Record]:
    """The records, those marked that may repeat one that is kept; the least doubtful are kept."""
    order = sorted(
        range(len(records)),
        key=lambda at: (
            -records[at].belongs.truth,
            len(doubts.get(at, ())),
            records[at].rows[0].table,
            records[at].rows[0].number,
        ),
    )
    kept: set[int] = set()
    marked: list[Record] = []
    for at in order:
        rival = min(doubts.get(at, set()) & kept, default=None)
        if rival is None:
            kept.add(at)
            marked.append(records[at])
        else:
            marked.append(records[at]._replace(repeats=_repeats(records[at], records[rival])))
    return marked


def _repeats(record: Record, other: Record) -> Reason:
    cells = (record.key,) if record.key else ()
    return Reason("maybe_repeated", cells, {"row": str(other.rows[0].number)})


def _names(row: Row, context: Context) -> set[str]:
    """The keys under which rows that may be the same one are found."""
    identity = context.table(row.table).identity
    if identity is None:
        return set()
    facts = (row.facts.get(identity.number), row.facts.get(identity.name))
    texts = [fact.value for fact in facts if fact is not None and isinstance(fact.value, str)]
    return {bucket(text) for text in texts if text}


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
