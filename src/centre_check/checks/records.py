"""Records: the rows of a population, several rows of one person or entity taken together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

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
    there, but whoever counts cannot count it for certain. Both are of one `cluster`.
    """

    population: str
    rows: tuple[Row, ...]
    belongs: Answer
    key: Cell | None
    repeats: Reason | None = None
    cluster: int | None = None

    def facts(self, field: str) -> list[Fact]:
        """What the record's rows say in `field`; a lone missing fact where none has the column."""
        given = [row.facts.get(field) for row in self.rows]
        return [fact for fact in given if fact is not None] or [_NO_COLUMN]


_NO_COLUMN = Fact(None, trouble=Trouble.NO_COLUMN)


class Records(NamedTuple):
    """All records of a population. `gap` says why there may be more than these, if so."""

    records: tuple[Record, ...]
    gap: Reason | None = None


class Kin(NamedTuple):
    """Groups of rows, and where they are found by the names in them."""

    groups: Sequence[tuple[Row, ...]]
    by_name: Mapping[str, Sequence[int]]


class Context(NamedTuple):
    """What every test may look at: the tables, the populations, the audit date.

    `cache` keeps the records of a population once they are known, `kin` where its people and
    entities are found by name, `holders` which of them say what in a field.
    """

    tables: Mapping[str, Table]
    populations: Mapping[str, Population]
    as_of: date
    cache: dict[str, Records]
    kin: dict[str, Kin]
    holders: dict[str, Mapping[Any, Sequence[Record]]]

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
    kinds = _kinds(inside, context)
    likeness = _likeness(inside, kinds, context)
    groups = _groups(inside, kinds, likeness, context)
    doubts = _doubts(groups, likeness)
    joined_by = [_joined(sorted(group), kinds, inside, likeness) for group in groups]
    merged: list[Record] = []
    for cluster, members in enumerate(_clusters(groups, doubts)):
        merged += _marked(members, doubts, joined_by, cluster)
    return tuple(sorted(apart + merged, key=lambda one: (one.rows[0].table, one.rows[0].number)))


Pairs = Mapping[tuple[int, int], Truth]
_MOST_NAMESAKES = 50  # more kinds of one name are not told apart: each pair would be compared


def _kinds(records: Sequence[Record], context: Context) -> list[list[int]]:
    """The positions of records that say the same of who they are, kind by kind."""
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        row = record.rows[0]
        identity = context.table(row.table).identity
        if identity is None or not _names(row, context):
            found[(at,)].append(at)
            continue
        facts = [row.facts.get(one) for one in (identity.number, identity.name, *identity.apart)]
        found[(row.table, *(fact and fact.value for fact in facts))].append(at)
    return list(found.values())


def _likeness(records: Sequence[Record], kinds: Sequence[Sequence[int]], context: Context) -> Pairs:
    """Which kinds are the same one (YES), may be (MAYBE) or differ (NO), by their numbers."""
    near: dict[str, list[int]] = defaultdict(list)
    found: dict[tuple[int, int], Truth] = {}
    for kind, members in enumerate(kinds):
        row = records[members[0]].rows[0]
        if len(members) > 1:
            found[kind, kind] = same_as(row, records[members[1]].rows[0], context)
        names = _names(row, context)
        for other in sorted({one for name in names for one in near[name][:_MOST_NAMESAKES]}):
            found[other, kind] = same_as(records[kinds[other][0]].rows[0], row, context)
        for name in names:
            if len(near[name]) >= _MOST_NAMESAKES:
                found[near[name][0], kind] = Truth.MAYBE
            near[name].append(kind)
    return found


def _groups(
    records: Sequence[Record], kinds: Sequence[Sequence[int]], likeness: Pairs, context: Context
) -> list[set[int]]:
    """The kinds that are one; never two that are known to differ."""
    group_of = {kind: {kind} for kind in range(len(kinds))}
    pairs = [pair for pair, truth in likeness.items() if truth is Truth.YES and pair[0] != pair[1]]
    numbers = {kind: _number(records[kinds[kind][0]], context) for pair in pairs for kind in pair}
    pairs.sort(key=lambda pair: not numbers[pair[0]] or numbers[pair[0]] != numbers[pair[1]])
    for one, other in pairs:
        left, right = group_of[one], group_of[other]
        differ = any(likeness.get((min(a, b), max(a, b))) is Truth.NO for a in left for b in right)
        if left is not right and not differ:
            left |= right
            for kind in right:
                group_of[kind] = left
    return list({id(group): group for group in group_of.values()}.values())


def _number(record: Record, context: Context) -> object:
    row = record.rows[0]
    identity = context.table(row.table).identity
    fact = row.facts.get(identity.number) if identity else None
    return fact.value if fact is not None else None


def _doubts(groups: Sequence[set[int]], likeness: Pairs) -> Mapping[int, set[int]]:
    """Which groups may be the same one as which others, by their positions."""
    home = {kind: at for at, group in enumerate(groups) for kind in group}
    found: dict[int, set[int]] = defaultdict(set)
    for (one, other), truth in likeness.items():
        if truth is not Truth.NO and home[one] != home[other]:
            found[home[one]].add(home[other])
            found[home[other]].add(home[one])
    return found


def _clusters(groups: Sequence[set[int]], doubts: Mapping[int, set[int]]) -> Iterator[list[int]]:
    """The groups that hang together by doubts, cluster by cluster."""
    seen: set[int] = set()
    for start in range(len(groups)):
        cluster, waiting = [], [start]
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                cluster.append(at)
                waiting += doubts.get(at, ())
        if cluster:
            yield cluster


def _marked(
    cluster: Sequence[int],
    doubts: Mapping[int, set[int]],
    joined: Sequence[list[Record]],
    number: int,
) -> list[Record]:
    """The cluster's records, those marked that may repeat one that is kept.

    The least doubtful are kept, so that as few as can be are marked.
    """
    order = sorted(
        cluster,
        key=lambda at: (
            -joined[at][0].belongs.truth,
            len(doubts.get(at, ())),
            joined[at][0].rows[0].table,
            joined[at][0].rows[0].number,
        ),
    )
    kept: list[int] = []
    marked: list[Record] = []
    is_doubtful = len(cluster) > 1 or any(len(joined[at]) > 1 for at in cluster)
    for at in order:
        first, *alike = joined[at]
        rival = next((one for one in kept if one in doubts.get(at, ())), None)
        if rival is None:
            kept.append(at)
        else:
            first = first._replace(repeats=_repeats(first, joined[rival][0]))
        marked.append(first)
        marked += [one._replace(repeats=_repeats(one, first)) for one in alike]
    if not is_doubtful:
        return marked
    return [record._replace(cluster=number) for record in marked]


def _joined(
    group: Sequence[int],
    kinds: Sequence[Sequence[int]],
    records: Sequence[Record],
    likeness: Pairs,
) -> list[Record]:
    """The records of a group: one, or several alike of which nothing says that they are one."""
    own = [records[at] for kind in group for at in kinds[kind]]
    if len(group) == 1 and likeness.get((group[0], group[0])) is Truth.MAYBE:
        return sorted(own, key=lambda record: -record.belongs.truth)
    best = max(own, key=lambda record: record.belongs.truth)
    rows = best.rows + tuple(row for one in own if one is not best for row in one.rows)
    return [best._replace(rows=rows)]


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
    rows: Sequence[Row],
    name: str,
    list_others: Callable[[], Sequence[tuple[Row, ...]]],
    context: Context,
) -> Iterator[tuple[int, Truth]]:
    """Which of the others are the same person or entity as `rows`, or may be, by their position.

    `name` is that of the list of others, which is made once and looked through by name.
    """
    if name not in context.kin:
        listed = list_others()
        context.kin[name] = Kin(listed, _index(listed, context))
    others, index = context.kin[name]
    keys = {key for row in rows for key in _names(row, context)}
    near = {at for key in (*keys, _NAMELESS) for at in index.get(key, ())}
    for at in sorted(near) if keys else range(len(others)):
        likeness = _strongest(rows, others[at], context)
        if likeness is not Truth.NO:
            yield at, likeness


def _strongest(rows: Sequence[Row], others: Sequence[Row], context: Context) -> Truth:
    """The surest likeness of any two; one sure pair is enough."""
    strongest = Truth.NO
    for one in rows:
        for other in others:
            strongest = max(strongest, same_as(one, other, context))
            if strongest is Truth.YES:
                return strongest
    return strongest


_NAMELESS = ""


def _index(groups: Sequence[tuple[Row, ...]], context: Context) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, rows in enumerate(groups):
        for row in rows:
            for key in _names(row, context) or (_NAMELESS,):
                found[key].append(at)
    return found
