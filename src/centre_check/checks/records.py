"""Records: the rows of a population, several rows of one person or entity taken together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
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

    `rivals` are the positions, among the population's records, of those that may be the same one:
    it is there, but whoever counts cannot count each of them for certain.
    """

    population: str
    rows: tuple[Row, ...]
    belongs: Answer
    key: Cell | None
    rivals: frozenset[int] = frozenset()

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

    Rows that are the same one are taken together, unless that would join two that are known to
    differ; records that may be the same one are each other's rivals. Rows that do not belong stay
    as they are, so that the trace can say why.
    """
    inside = [record for record in records if record.belongs.truth is not Truth.NO]
    kinds = _kinds(inside, context)
    likeness, crowds = _likeness(inside, kinds, context)
    people: list[tuple[Record, int]] = []
    home: dict[int, int] = {}
    for at, group in enumerate(_groups(inside, kinds, likeness, context)):
        home |= dict.fromkeys(group, at)
        own = [[inside[one] for one in kinds[kind]] for kind in group]
        are_one = len(group) > 1 or likeness.get((group[0], group[0])) is not Truth.MAYBE
        people += [(one, at) for one in ([_joined(own)] if are_one else own[0])]
    people += [(record, -1) for record in records if record.belongs.truth is Truth.NO]
    people.sort(key=lambda pair: (pair[0].rows[0].table, pair[0].rows[0].number))
    rivals = _rivals([at for _, at in people], home, likeness, crowds)
    return tuple(record._replace(rivals=rivals.get(at, frozenset())) for record, at in people)


Pairs = Mapping[tuple[int, int], Truth]
Crowds = Sequence[Sequence[int]]
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


def _likeness(
    records: Sequence[Record], kinds: Sequence[Sequence[int]], context: Context
) -> tuple[Pairs, Crowds]:
    """Which kinds are the same one (YES), may be (MAYBE) or differ (NO); crowds of namesakes."""
    near: dict[str, list[int]] = defaultdict(list)
    found: dict[tuple[int, int], Truth] = {}
    for kind, members in enumerate(kinds):
        row = records[members[0]].rows[0]
        if len(members) > 1:
            found[kind, kind] = same_as(row, records[members[1]].rows[0], context)
        for name in _names(row, context):
            near[name].append(kind)
    few = [alike for alike in near.values() if len(alike) <= _MOST_NAMESAKES]
    for one, other in {pair for alike in few for pair in combinations(alike, 2)}:
        rows = records[kinds[one][0]].rows[0], records[kinds[other][0]].rows[0]
        found[one, other] = same_as(*rows, context)
    return found, [alike for alike in near.values() if len(alike) > _MOST_NAMESAKES]


def _groups(
    records: Sequence[Record], kinds: Sequence[Sequence[int]], likeness: Pairs, context: Context
) -> list[list[int]]:
    """The kinds that are one; never two that are known to differ.

    Where a chain of likenesses ends at two that differ, only equal numbers join.
    """
    alike = [pair for pair, truth in likeness.items() if truth is Truth.YES]
    chains = _chains(len(kinds), alike)
    chain_of = {kind: at for at, chain in enumerate(chains) for kind in chain}
    differing = (pair for pair, truth in likeness.items() if truth is Truth.NO)
    torn = {chain_of[one] for one, other in differing if chain_of[one] == chain_of[other]}
    if not torn:
        return chains
    numbers = [_number(records[members[0]], context) for members in kinds]
    sure = [(a, b) for a, b in alike if chain_of[a] not in torn or (numbers[a] or a) == numbers[b]]
    return _chains(len(kinds), sure)


def _chains(kinds: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The kinds that hang together by pairs, chain by chain."""
    chain_of = [[kind] for kind in range(kinds)]
    for one, other in pairs:
        small, large = sorted((chain_of[one], chain_of[other]), key=len)
        if small is not large:
            large += small
            for kind in small:
                chain_of[kind] = large
    return [sorted(chain) for chain in {id(chain): chain for chain in chain_of}.values()]


def _number(record: Record, context: Context) -> object:
    row = record.rows[0]
    identity = context.table(row.table).identity
    fact = row.facts.get(identity.number) if identity else None
    return fact.value if fact is not None else None


def _joined(own: Sequence[Sequence[Record]]) -> Record:
    """One record of all these rows; it belongs as surely as the surest of them."""
    members = [record for kind in own for record in kind]
    best = max(members, key=lambda record: record.belongs.truth)
    rows = best.rows + tuple(row for one in members if one is not best for row in one.rows)
    return best._replace(rows=rows)


def _rivals(
    groups: Sequence[int], home: Mapping[int, int], likeness: Pairs, crowds: Crowds
) -> Mapping[int, frozenset[int]]:
    """Of each group, the positions of the records that may be the same one, its own among them."""
    near: dict[int, set[int]] = defaultdict(set)
    for (one, other), truth in likeness.items():
        if truth is not Truth.NO:
            near[home[one]].add(home[other])
            near[home[other]].add(home[one])
    places: dict[int, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        places[group].append(place)
    found = {
        group: frozenset(place for other in (group, *others) for place in places[other])
        for group, others in near.items()
        if others - {group} or len(places[group]) > 1
    }
    for crowd in crowds:  # one set for all of them
        everyone = frozenset(place for kind in crowd for place in places[home[kind]])
        for kind in crowd:
            near_by = found.get(home[kind], everyone)
            found[home[kind]] = everyone if near_by <= everyone else everyone | near_by
    return found


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
