"""Kin: the rows elsewhere that speak of the same person or entity, or may do so."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from centre_check.checks.identity import Who, same, who
from centre_check.checks.records import Context, Kin
from centre_check.logic import Truth
from centre_check.model.facts import Row


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
        listed = [_all_named(others, context) for others in list_others()]
        context.kin[name] = Kin(listed, _index(listed))
    groups, index = context.kin[name]
    own = _all_named(rows, context)
    keys = {key for said in own for key in keys_of(said)}
    near = {at for key in (*keys, _NAMELESS) for at in index.get(key, ())}
    for at in sorted(near) if keys else range(len(groups)):
        likeness = _strongest(own, groups[at])
        if likeness is not Truth.NO:
            yield at, likeness


def _all_named(rows: Sequence[Row], context: Context) -> list[Who]:
    """Whom the rows speak of, each once."""
    return list(dict.fromkeys(said for row in rows if (said := who_in(row, context)) is not None))


def _strongest(own: Sequence[Who], others: Sequence[Who]) -> Truth:
    """The surest likeness of any two; one sure pair is enough."""
    strongest = Truth.NO
    for one in own:
        for other in others:
            strongest = max(strongest, same(one, other))
            if strongest is Truth.YES:
                return strongest
    return strongest


_NAMELESS = ""


def _index(groups: Sequence[Sequence[Who]]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        for key in {key for said in group for key in keys_of(said) or {_NAMELESS}}:
            found[key].append(at)
    return found


def who_in(row: Row, context: Context) -> Who | None:
    """Who the row speaks of; None where its sheet says nothing of that."""
    identity = context.table(row.table).identity
    return who(row, identity) if identity is not None else None


def keys_of(said: Who) -> set[str]:
    """The keys under which rows that may be the same one are found."""
    return {said.number, said.short, said.head} - {""}
