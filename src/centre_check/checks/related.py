"""Has related: whether a record has one of its own in another population."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from centre_check.checks.answers import Answer, one_of
from centre_check.checks.identity import Who, keys_of, people, same
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
    rows: Sequence[Row],
    name: str,
    list_others: Callable[[], Sequence[tuple[Row, ...]]],
    context: Context,
) -> Iterator[tuple[int, Truth]]:
    """Which of the others are the same person or entity as `rows`, or may be, by their position.

    `name` is that of the list of others, which is made once and looked through by name.
    """
    if name not in context.kin:
        listed = [_all_named(others) for others in list_others()]
        context.kin[name] = Kin(listed, _index(listed))
    groups, index = context.kin[name]
    own = _all_named(rows)
    keys = {key for said in own for key in keys_of(said)}
    near = {at for key in (*keys, _NAMELESS) for at in index.get(key, ())}
    for at in sorted(near) if keys else range(len(groups)):
        likeness = _strongest(own, groups[at])
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


def _index(groups: Sequence[Sequence[Who]]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        for key in {key for said in group for key in keys_of(said) or {_NAMELESS}}:
            found[key].append(at)
    return found
