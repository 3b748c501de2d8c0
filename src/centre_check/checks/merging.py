"""Merging: several rows of one person or entity made one record, and who may be the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from centre_check.checks.identity import Who, keys_of, people, same
from centre_check.checks.records import Record, Records
from centre_check.logic import Truth


def merged(loose: Records) -> Records:
    """Several rows of one person or entity made one record, whatever their order.

    Rows that are the same one are taken together, unless that would join two that are known to
    differ; records that may be the same one are each other's rivals. Rows that do not belong stay
    as they are, so that the trace can say why.
    """
    inside = [at for at, truth in enumerate(loose.belongs) if truth is not Truth.NO]
    kinds = _kinds(inside, loose)
    likeness, crowds = _likeness([kind.who for kind in kinds])
    persons: list[tuple[list[int], int]] = []  # the rows of each, the surest first, and its group
    home: dict[int, int] = {}
    for at, group in enumerate(_groups([kind.who for kind in kinds], likeness)):
        home |= dict.fromkeys(group, at)
        members = [one for kind in group for one in kinds[kind].members]
        are_one = len(group) > 1 or len(members) == 1 or _are_one(kinds[group[0]].who)
        persons += (
            [(_surest_first(members, loose), at)] if are_one else [([m], at) for m in members]
        )
    persons += [([at], -1) for at, truth in enumerate(loose.belongs) if truth is Truth.NO]
    persons.sort(key=lambda one: _position(loose.all[one[0][0]]))
    rivals = _rivals([at for _, at in persons], home, likeness, crowds)
    found = [
        loose.all[rows[0]]._replace(
            at=at,
            rows=tuple(loose.all[member].rows[0] for member in rows),
            rivals=rivals.get(group, ()),
        )
        for at, (rows, group) in enumerate(persons)
    ]
    origin = [rows[0] for rows, _ in persons]
    belongs = [loose.belongs[at] for at in origin]
    return Records(loose.population, found, belongs, loose.gap, loose, origin)


class _Kind(NamedTuple):
    """Records that say the same of who they are, by position."""

    who: Who | None
    members: list[int]


class Crowd(NamedTuple):
    """Kinds of one name, too many to compare: the `sure` differ by numbers that check."""

    sure: Sequence[int]
    others: Sequence[int]


Pairs = Mapping[tuple[int, int], Truth]
_MOST_NAMESAKES = 50  # more kinds of one name are not compared pair by pair


def _kinds(inside: Sequence[int], loose: Records) -> list[_Kind]:
    found: dict[object, _Kind] = {}
    for at in inside:
        row = loose.all[at].rows[0]
        said = people(row.table)[row.at]
        key = said if said is not None and keys_of(said) else at
        found.setdefault(key, _Kind(said, [])).members.append(at)
    return list(found.values())


def _are_one(said: Who | None) -> bool:
    """Whether two rows that say just this are one person or entity."""
    return said is not None and same(said, said) is Truth.YES


def _likeness(kinds: Sequence[Who | None]) -> tuple[Pairs, Sequence[Crowd]]:
    """Which kinds are the same one (YES), may be (MAYBE) or differ (NO); crowds of namesakes."""
    namesakes: dict[str, list[tuple[int, Who]]] = defaultdict(list)
    last: dict[str, int] = {}
    found: dict[tuple[int, int], Truth] = {}
    for at, said in enumerate(kinds):
        if said is not None and said.short:
            namesakes[said.short].append((at, said))
        if said is not None and said.number:
            if said.number in last:
                found[last[said.number], at] = Truth.YES
            last[said.number] = at
    crowds: list[Crowd] = []
    for alike in namesakes.values():
        if len(alike) > _MOST_NAMESAKES:
            sure = [at for at, said in alike if said.checks]
            crowds.append(Crowd(sure, [at for at, said in alike if not said.checks]))
        else:
            pairs = combinations(alike, 2)
            found |= {(one, other): same(mine, his) for (one, mine), (other, his) in pairs}
    return found, crowds


def _groups(kinds: Sequence[Who | None], likeness: Pairs) -> list[list[int]]:
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
    numbers = [said.number if said is not None else "" for said in kinds]
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


def _surest_first(members: list[int], loose: Records) -> list[int]:
    """One record of all these rows; it belongs as surely as the surest of them."""
    best = max(members, key=loose.belongs.__getitem__)
    return [best, *(one for one in members if one != best)]


def _position(record: Record) -> tuple[str, int]:
    return record.table, record.rows[0].number


def _rivals(
    groups: Sequence[int], home: Mapping[int, int], likeness: Pairs, crowds: Sequence[Crowd]
) -> Mapping[int, tuple[frozenset[int], ...]]:
    """Of each group, the positions of the records that may be the same one, its own among them."""
    near: dict[int, set[int]] = defaultdict(set)
    apart: dict[int, set[int]] = defaultdict(set)
    for (one, other), truth in likeness.items():
        alike = apart if truth is Truth.NO else near
        alike[home[one]].add(home[other])
        alike[home[other]].add(home[one])
    places: dict[int, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        places[group].append(place)
    found: dict[int, tuple[frozenset[int], ...]] = {}
    for group in home.values():
        others = near[group] - apart[group] - {group}
        if others or len(places[group]) > 1:
            near_by = [place for one in (group, *others) for place in places[one]]
            found[group] = (frozenset(near_by),)
    for crowd in crowds:  # one set for all of them, however many they are
        unsure = frozenset(place for kind in crowd.others for place in places[home[kind]])
        everyone = unsure.union(place for kind in crowd.sure for place in places[home[kind]])
        for kinds, rivals in ((crowd.sure, unsure), (crowd.others, everyone)):
            for group in {home[kind] for kind in kinds}:
                found[group] = (*found.get(group, ()), rivals)
    return found
