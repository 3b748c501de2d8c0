"""Standing: whether it is certain that a row is a record, and one."""

import re
from collections.abc import Iterator, Mapping, Sequence

from centre_check.model.entry import Entry
from centre_check.model.facts import Identity
from centre_check.model.table import Doubt, Table

_BETWEEN = frozenset("、;；")
_BETWEEN_PEOPLE = frozenset("、，,;；/／")
_AND_OTHERS = r"等[0-9一二两三四五六七八九十几]*[人名位家户]"
_AND_OTHER_PEOPLE = r"等[0-9一二两三四五六七八九十几]*[人名位]"


SEVERAL = "several_names"


def standing(table: Table) -> Mapping[int, Sequence[Doubt]]:
    """The rows of which it is not certain that they are one record, and why."""
    known: Mapping[int, Sequence[Doubt]] | None = table.asked.get(standing)
    if known is None:
        known = table.asked[standing] = _standing(table)
    return known


def _standing(table: Table) -> Mapping[int, Sequence[Doubt]]:
    entries = table.entries(table.key) if table.key else [None] * len(table.numbers)
    names = table.texts(table.identity.name) if table.identity else [""] * len(table.numbers)
    found = {row: tuple(why) for row, why in table.standing.items()}
    for row, (entry, name) in enumerate(zip(entries, names, strict=True)):
        if not is_telling(entry, name) and (
            why := tuple(doubts(entry, name, table.key, table.identity))
        ):
            found[row] = why + found.get(row, ())
    return found


_ODD = frozenset("、,，;；/／等 \u3000\t\n")  # without one of these a name is one


def is_telling(entry: Entry | None, name: str) -> bool:
    """A quick look: whether a row has a name, and just one."""
    return (entry is None or entry.value is not None) and _ODD.isdisjoint(name)


def doubts(entry: Entry | None, name: str, key: str, keys: Identity | None) -> Iterator[Doubt]:
    """Why a row may be no record, or more than one; nothing where it is one for certain.

    `entry` is what it says in the field `key`, without which a row is no record; None where its
    sheet has no such field.
    """
    if entry is not None and entry.value is None:  # it may be somebody, or nobody
        yield Doubt(str(entry.trouble), key, entry.remark)
    if keys is not None and _is_several(name, keys):
        yield Doubt(SEVERAL, keys.name)


def _is_several(name: str, keys: Identity) -> bool:
    """Whether a name lists several: 「张三、李四」, 「王五等5人」, 「张三 李四」."""
    if not keys.apart:
        return _lists(name, _BETWEEN, _AND_OTHERS)
    parts = name.split()
    return _lists(name, _BETWEEN_PEOPLE, _AND_OTHER_PEOPLE) or (
        len(parts) > 1 and all(1 < len(part) < 5 and not part.isascii() for part in parts)
    )


def _lists(name: str, between: frozenset[str], and_others: str) -> bool:
    # The patterns take 1 ms to compile, and hardly any name has 等.
    return not between.isdisjoint(name) or ("等" in name and bool(re.search(and_others, name)))
