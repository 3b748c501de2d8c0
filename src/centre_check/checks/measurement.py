"""What was measured: what it may be, and the records on which that rests."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from centre_check.checks.answers import Answer, together
from centre_check.checks.grammar import Test
from centre_check.checks.populations import answers, belongings, records, told_yes
from centre_check.checks.records import Context, Record
from centre_check.logic import Interval, Truth
from centre_check.model.evidence import Evidence, Reason
from centre_check.model.facts import Cell

ZERO = Decimal(0)


class Measurement(NamedTuple):
    """What a quantity may be, and on which records that rests.

    `undecided` are the records that may or may not count; `reasons` whatever else leaves the
    quantity open; `total` is what a share is a share of.
    """

    interval: Interval[Decimal]
    counted: tuple[Evidence, ...] = ()
    excluded: tuple[Evidence, ...] = ()
    undecided: tuple[Evidence, ...] = ()
    reasons: tuple[Reason, ...] = ()
    total: Interval[Decimal] | None = None


class ToldRecord(NamedTuple):
    """A record with its answer, and whether it meets the clause's own test, belonging or not."""

    record: Record
    answer: Answer
    is_near: bool


class Asked(NamedTuple):
    """A record, whether it is one more that belongs, and what it answers to the question."""

    record: Record
    belongs: Answer
    answer: Answer

    @property
    def both(self) -> Answer:
        """Belonging and answering as one; the question of the clause shows its cells first."""
        return together((self.answer, self.belongs))

    @property
    def told(self) -> ToldRecord:
        """Both as one."""
        return ToldRecord(self.record, self.both, self.answer.truth is Truth.YES)


def evidence(record: Record, answer: Answer, *, is_near: bool = False) -> Evidence:
    """The record as it is shown: the cells that decided, and why it was left out."""
    key = record.key
    cells = answer.cells or ((key,) if key is not None else ())
    is_plain = answer.truth is Truth.YES or not answer.reasons
    reason = None if is_plain else answer.reasons[0]
    return Evidence(record.rows[0], cells, reason, key, is_near)


def ask_all(
    population: str, where: tuple[Test, ...], context: Context
) -> tuple[list[Asked], tuple[Reason, ...]]:
    """Every record, whether it belongs and what it answers to `where`; why there may be more."""
    found = records(population, context)
    belongs = belongings(found, context)
    given = answers(where, found, context)
    asked = list(map(Asked, found, belongs, given))
    gap = found.gap
    if gap is None and context.populations[population].is_open_without:
        gap = _no_sure_row(population, asked, context)
    return _each_once(asked, context), (gap,) if gap else ()


def ask_both(
    population: str, where: tuple[Test, ...], context: Context
) -> tuple[list[ToldRecord], tuple[Reason, ...]]:
    """Every record and whether it both answers and belongs, as one; why there may be more."""
    found = records(population, context)
    if context.populations[population].is_open_without or any(one.rivals for one in found):
        asked, gap = ask_all(population, where, context)
        return [one.told for one in asked], gap
    both = answers(where, found, context, and_belongs=True)
    near = told_yes(where, found, context)
    return list(map(ToldRecord, found, both, near)), (found.gap,) if found.gap else ()


def _no_sure_row(population: str, asked: Sequence[Asked], context: Context) -> Reason | None:
    """Why no row says anything of it for certain; None where one does."""
    truths = {one.belongs.truth for one in asked}
    if Truth.YES in truths:
        return None
    if Truth.MAYBE in truths:
        return next(one.belongs.reasons[0] for one in asked if one.belongs.truth is Truth.MAYBE)
    whole = context.populations[population].part_of or population
    is_none = all(truth is Truth.NO for truth in records(whole, context).belongs)
    return Reason(context.why("no_row" if is_none else "no_row_then", population=whole))


def _each_once(asked: list[Asked], context: Context) -> list[Asked]:
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
        doubt = maybe_repeated(record, asked[first[at]].record, context)
        found[at] = Asked(record, together((belongs, doubt)), answer)
    return found


def leaving_rivals_open(asked: Sequence[tuple[Record, Answer]], context: Context) -> list[Answer]:
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
        found.append(maybe_repeated(record, same[0], context, answer.cells) if is_open else answer)
    return found


def maybe_repeated(
    record: Record, other: Record, context: Context, cells: tuple[Cell, ...] = ()
) -> Answer:
    """The doubt whether a record is another one again."""
    own = (record.key,) if record.key else ()
    why = context.why("maybe_repeated", row=str(other.rows[0].number))
    return Answer(Truth.MAYBE, cells or own, (Reason(why, own),))


def _doubt(one: Asked) -> tuple[object, ...]:
    """Sorts the surest first; what the rows say decides before where they stand."""
    both = min(one.belongs.truth, one.answer.truth)
    said = sorted(
        (row.table.id, str(entry.value))
        for row in one.record.rows
        for _, entry in row.table.said(row.at)
    )
    row = one.record.rows[0]
    rivals = sum(map(len, one.record.rivals))
    return -both, -one.belongs.truth, rivals, said, row.table.id, row.number


class Tally(NamedTuple):
    """The records of a population by what they answered."""

    yes: tuple[Evidence, ...]
    maybe: tuple[Evidence, ...]
    no: tuple[Evidence, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why some of them are open."""
        return tuple(one.reason for one in self.maybe if one.reason is not None)


def tally(found: Iterable[ToldRecord], context: Context) -> Tally:
    """Each record where its answer puts it; further rows of it count for nothing."""
    by_truth: dict[Truth, list[Evidence]] = {truth: [] for truth in Truth}
    for record, answer, is_near in found:
        by_truth[answer.truth].append(evidence(record, answer, is_near=is_near))
        if len(record.rows) > 1:
            by_truth[Truth.NO] += _repetitions(record, context, is_near=is_near)
    return Tally(*(tuple(by_truth[truth]) for truth in (Truth.YES, Truth.MAYBE, Truth.NO)))


def _repetitions(record: Record, context: Context, *, is_near: bool) -> list[Evidence]:
    """Further rows of the same sheet that are the same person or entity: not counted again."""
    first, *others = record.rows
    found = []
    for row in others:
        if row.table is first.table:
            key = row.cell(row.table.key)
            cells = (key,) if key is not None else ()
            why = context.why("repeated", row=str(first.number))
            found.append(Evidence(row, cells, Reason(why, cells), key, is_near))
    return found
