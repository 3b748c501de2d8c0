"""Every record of a population asked once, those that may be one counted once."""

from collections.abc import Sequence
from typing import NamedTuple

from centre_check.checks.grammar import Test
from centre_check.checks.records import Answer, Context, Record
from centre_check.checks.tests import ask, records, together
from centre_check.logic import Truth
from centre_check.model.facts import Cell
from centre_check.model.findings import Reason


class Asked(NamedTuple):
    """A record, whether it is one more that belongs, and what it answers to the question."""

    record: Record
    belongs: Answer
    answer: Answer

    @property
    def both(self) -> Answer:
        """Belonging and answering as one; the question of the clause shows its cells first."""
        return together((self.answer, self.belongs))


def ask_all(
    population: str, where: tuple[Test, ...], context: Context
) -> tuple[list[Asked], tuple[Reason, ...]]:
    """Every record, whether it belongs and what it answers to `where`; why there may be more."""
    found = records(population, context)
    asked = [
        Asked(record, record.belongs, together(ask(test, record, context) for test in where))
        for record in found.records
    ]
    gap = found.gap
    if gap is None and context.populations[population].is_open_without:
        gap = _no_sure_row(population, asked, context)
    return _each_once(asked), (gap,) if gap else ()


def _no_sure_row(population: str, asked: Sequence[Asked], context: Context) -> Reason | None:
    """Why no row says anything of it for certain; None where one does."""
    truths = {one.belongs.truth for one in asked}
    if Truth.YES in truths:
        return None
    if Truth.MAYBE in truths:
        return next(one.belongs.reasons[0] for one in asked if one.belongs.truth is Truth.MAYBE)
    whole = context.populations[population].part_of or population
    elsewhere = (one.belongs.truth for one in records(whole, context).records)
    code = "no_row" if all(truth is Truth.NO for truth in elsewhere) else "no_row_then"
    return Reason(code, values={"population": whole})


def _each_once(asked: list[Asked]) -> list[Asked]:
    """Of records that may be the same one, those counted for certain are known to differ.

    The rest may be one more, or the same again. A person of two rows is what either row says: so
    those that say yes come first, and no order of rows changes the count.
    """
    doubtful = [at for at, one in enumerate(asked) if one.record.rivals]
    doubtful.sort(key=lambda at: _doubt(asked[at]))
    found = list(asked)
    first: dict[int, int] = {}  # of records that may be repeated, one counted for certain
    seen: set[frozenset[int]] = set()
    for at in doubtful:
        record, belongs, answer = asked[at]
        if at not in first:
            for rivals in set(record.rivals) - seen:
                first |= dict.fromkeys(rivals - first.keys(), at)
            seen.update(record.rivals)
            continue
        doubt = _maybe_repeated(record, asked[first[at]].record)
        found[at] = Asked(record, together((belongs, doubt)), answer)
    return found


def leaving_rivals_open(asked: Sequence[tuple[Record, Answer]]) -> list[Answer]:
    """What all records of a population answer; a no is open where the record may be another's.

    That is, where it may be the same person or entity as one that does not say no.
    """
    better: dict[frozenset[int], list[Record]] = {}
    for rivals in {rivals for record, _ in asked for rivals in record.rivals}:
        others = (at for at in rivals if asked[at][1].truth is not Truth.NO)
        better[rivals] = [asked[at][0] for at in sorted(others)[:1]]
    found = []
    for record, answer in asked:
        same = [other for rivals in record.rivals for other in better[rivals]]
        is_open = answer.truth is Truth.NO and same
        found.append(_maybe_repeated(record, same[0], answer.cells) if is_open else answer)
    return found


def _maybe_repeated(record: Record, other: Record, cells: tuple[Cell, ...] = ()) -> Answer:
    own = (record.key,) if record.key else ()
    reason = Reason("maybe_repeated", own, {"row": str(other.rows[0].number)})
    return Answer(Truth.MAYBE, cells or own, (reason,))


def _doubt(one: Asked) -> tuple[object, ...]:
    """Sorts the surest first; what the rows say decides before where they stand."""
    both = min(one.belongs.truth, one.answer.truth)
    said = sorted(
        (row.table, str(fact.value)) for row in one.record.rows for fact in row.facts.values()
    )
    row = one.record.rows[0]
    return -both, -one.belongs.truth, sum(map(len, one.record.rivals)), said, row.table, row.number
