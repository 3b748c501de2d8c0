"""Has related: whether a record has one of its own in another population."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from centre_check.checks.answers import Answer, one_of
from centre_check.checks.identity import Who, are_near, keys_of, people, same
from centre_check.checks.populations import belongings, records
from centre_check.checks.records import Context, Kin, Record
from centre_check.logic import Truth
from centre_check.model.evidence import Reason
from centre_check.model.table import Row


def ask_related(population: str, record: Record, context: Context) -> Answer:
    """Whether some record of the population is this record's own."""
    found = records(population, context)
    key = (record.key,) if record.key else ()
    answers = [] if found.gap is None else [Answer(Truth.MAYBE, key, (found.gap,))]

    def listed() -> list[tuple[Row, ...]]:
        return [other.rows for other in found]

    for at, likeness in relatives(record.rows, population, listed, context):
        other = found.all[at]
        belongs = belongings(found, context)[at]
        own = (other.key,) if other.key else ()
        doubt = () if likeness is Truth.YES else (Reason(context.why("maybe_same"), own),)
        truth = min(likeness, belongs.truth)
        answers.append(Answer(truth, key + belongs.cells, doubt + belongs.reasons))
        if truth is Truth.YES:  # one sure relative is enough
            break
    if not answers:
        return Answer(
            Truth.NO, key, (Reason(context.why("no_related", population=population), key),)
        )
    return one_of(answers)


def relatives(
    rows: tuple[Row, ...],
    name: str,
    list_others: Callable[[], Sequence[tuple[Row, ...]]],
    context: Context,
) -> Sequence[tuple[int, Truth]]:
    """Which of the others are the same person or entity as `rows`, or may be, by their position.

    `name` is that of the list of others, which is made once and looked through by name, and once
    for each of those who ask.
    """
    if name not in context.kin:
        listed = [_all_named(others) for others in list_others()]
        context.kin[name] = Kin(listed, _index(listed), {})
    kin = context.kin[name]
    found = kin.known.get(rows)
    if found is None:
        found = kin.known[rows] = list(_relatives(rows, kin))
    return found


def _relatives(rows: Sequence[Row], kin: Kin) -> Iterator[tuple[int, Truth]]:
    groups, index, _ = kin
    own = _all_named(rows)
    keys = {key for said in own for key in keys_of(said)}
    near = {at for key in (*keys, _NAMELESS) for at in index.get(key, ())}
    near |= {at for said in own for at in index.get(_near_key(said), ())}
    for at in sorted(near) if keys else range(len(groups)):
        likeness = _strongest(own, groups[at])
        if _is_written_otherwise(own, groups[at], likeness, rows[0]):
            likeness = Truth.MAYBE
        if likeness is not Truth.NO:
            yield at, likeness


_NAMELESS = ""


def _all_named(rows: Sequence[Row]) -> list[Who]:
    """Whom the rows speak of, each once."""
    said = (people(row.table)[row.at] for row in rows)
    return list(dict.fromkeys(one for one in said if one is not None))


def _strongest(own: Sequence[Who], others: Sequence[Who]) -> Truth:
    """The surest likeness of any two; one sure pair is enough."""
    strongest = Truth.NO
    for one in own:
        for other in others:
            strongest = max(strongest, same(one, other))
            if strongest is Truth.YES:
                return strongest
    return strongest


def _near_key(said: Who) -> str:
    """The key under which an organisation's short names are found."""
    return f"~{said.short[:2]}" if said.mobiles is None and said.short else "~"


def _is_written_otherwise(
    own: Sequence[Who], others: Sequence[Who], likeness: Truth, row: Row
) -> bool:
    """Whether organisations may be one though their names or their numbers are not the same.

    The number of one and the name of another leave open whose a record is. A name that may be
    short for this one's is, unless the record is surely that of another one on the list.
    """
    if len(own) == 1 == len(others) and _is_plainly_another(own[0], others[0], likeness):
        return False
    pairs = [(a, b) for a in own for b in others if a.mobiles is None and b.mobiles is None]
    numbered = [(a, b) for a, b in pairs if a.number and b.number]
    if any((a.number == b.number) != (a.short == b.short) for a, b in numbered):
        alike = any(a.name == b.name or are_near(a, b) for a, b in pairs)
        if likeness is Truth.NO:
            return alike
        return not alike and _is_anothers(own, others, row, by_name=True)
    unnumbered = [pair for pair in pairs if pair not in numbered]
    is_near = likeness is Truth.NO and any(are_near(a, b) for a, b in unnumbered)
    return is_near and not _is_anothers(own, others, row, by_name=False)


def _is_plainly_another(one: Who, other: Who, likeness: Truth) -> bool:
    """A quick look at two, as most are: both numbers and both names say the same, or neither."""
    if one.mobiles is not None or other.mobiles is not None:
        return True  # a person
    if one.number and other.number:
        return (one.number == other.number) == (one.short == other.short)
    return likeness is not Truth.NO or one.short[:1] != other.short[:1]


def _is_anothers(own: Sequence[Who], others: Sequence[Who], row: Row, *, by_name: bool) -> bool:
    """Whether the record is, or is called like, another one of the list where this row stands."""
    listed = (one for one in people(row.table) if one is not None and one not in own)
    return any(
        one.name == other.name if by_name else same(one, other) is Truth.YES
        for one in listed
        for other in others
    )


def _index(groups: Sequence[Sequence[Who]]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        keys = {key for one in group for key in keys_of(one) or {_NAMELESS}}
        for key in keys | set(map(_near_key, group)):
            found[key].append(at)
    return found
