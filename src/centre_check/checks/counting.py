"""Counts and shares: how many records, how many kinds, which part."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from centre_check.checks.asking import Asked, ask_all, leaving_rivals_open
from centre_check.checks.grammar import Count, Share
from centre_check.checks.measurement import ZERO, Measurement, evidence
from centre_check.checks.records import Answer, Context, Record
from centre_check.checks.tests import together
from centre_check.logic import Interval, Truth
from centre_check.model.facts import AND_MORE, Choices
from centre_check.model.findings import Evidence, Reason


def count_records(count: Count, context: Context) -> Measurement:
    """How many records say yes."""
    asked, gap = ask_all(count.population, count.where, context)
    tally = _sorted(asked)
    low, high = len(tally.yes), len(tally.yes) + len(tally.maybe)
    limit = None if gap else Decimal(high)
    interval = Interval(Decimal(low), limit)
    return Measurement(interval, tally.yes, tally.no, tally.maybe, gap + tally.reasons)


def count_kinds(count: Count, context: Context) -> Measurement:
    """How many different choices of a field the records show."""
    asked, gap = ask_all(count.population, count.where, context)
    best: dict[str, tuple[Truth, Evidence]] = {}
    left_out: list[Evidence] = []
    for record, _, answer in asked:  # a choice shown twice is one: rivals do not matter
        both = together((answer, record.belongs))
        shown = _choices_of(record, both, count)
        if both.truth is Truth.NO or not shown:
            left_out.append(evidence(record, both, is_near=answer.truth is Truth.YES))
        for choice, truth in shown.items():
            if truth > best.get(choice, (Truth.NO,))[0]:
                best[choice] = (truth, _as_evidence(record, both, count.distinct, truth))
    yes = tuple(shown for truth, shown in best.values() if truth is Truth.YES)
    maybe = tuple(shown for truth, shown in best.values() if truth is Truth.MAYBE)
    gap += tuple(_more_than_named(asked, count.distinct))
    high = None if gap else Decimal(len(yes) + len(maybe))
    reasons = gap + tuple(shown.reason for shown in maybe if shown.reason)
    return Measurement(Interval(Decimal(len(yes)), high), yes, tuple(left_out), maybe, reasons)


def _more_than_named(asked: Iterable[Asked], field: str) -> Iterator[Reason]:
    """Cells that say that there are more choices than they name."""
    for record, belongs, answer in asked:
        if Truth.NO in (belongs.truth, answer.truth):
            continue
        for fact in record.facts(field):
            if isinstance(fact.value, Choices) and AND_MORE in fact.value.unlisted and fact.cell:
                values = {"table": record.rows[0].table, "field": field}
                yield Reason("open_list", (fact.cell,), values)


def _choices_of(record: Record, answer: Answer, count: Count) -> dict[str, Truth]:
    """The choices that the record may add to the count, each with how sure that is."""
    shown: dict[str, Truth] = {}
    for fact in record.facts(count.distinct):
        if isinstance(fact.value, Choices):
            known = [c for c in fact.value.known if not count.among or c in count.among]
            shown |= dict.fromkeys(sorted(known), answer.truth)
            others = [text for text in fact.value.unlisted if text != AND_MORE]
            shown |= {text: min(answer.truth, count.unlisted) for text in others}
        elif answer.truth is not Truth.NO:
            shown[f"row {record.rows[0].number}"] = Truth.MAYBE
    return {choice: truth for choice, truth in shown.items() if truth is not Truth.NO}


def _as_evidence(record: Record, answer: Answer, field: str, truth: Truth) -> Evidence:
    fact = record.facts(field)[0]
    cells = ((fact.cell,) if fact.cell else ()) + answer.cells
    reason = answer.reasons[0] if answer.reasons else None
    if reason is None and truth is Truth.MAYBE:
        code = "unlisted" if fact.value is not None else str(fact.trouble)
        values = {"table": record.rows[0].table, "field": field}
        reason = Reason(code, cells[:1], values)
    label = fact.cell.value if fact.cell and fact.cell.value else ""
    kept = tuple(dict.fromkeys(cells))
    first, why = record.rows[0], reason if truth is Truth.MAYBE else None
    return Evidence(first.number, label, kept, why, first.table)


def share_of(share: Share, context: Context) -> Measurement:
    """The extremes of a share when some records may not belong, or may not qualify.

    Least: whoever may fail to qualify belongs and does not; whoever qualifies but may not belong
    is left out. Most: the other way round.
    """
    asked, gap = ask_all(share.population, share.where, context)
    answers = leaving_rivals_open([(one.record, one.answer) for one in asked])
    pairs = [(one.belongs.truth, answer.truth) for one, answer in zip(asked, answers, strict=True)]
    sure = [answer for belongs, answer in pairs if belongs is Truth.YES]
    perhaps = [answer for belongs, answer in pairs if belongs is Truth.MAYBE]
    sure_yes = sure.count(Truth.YES)
    sure_not_no = len(sure) - sure.count(Truth.NO)
    perhaps_yes, perhaps_no = perhaps.count(Truth.YES), perhaps.count(Truth.NO)
    low = _part(sure_yes, len(sure) + len(perhaps) - perhaps_yes)
    high = _part(sure_not_no + len(perhaps) - perhaps_no, len(sure) + len(perhaps) - perhaps_no)
    within = [one for one in asked if one.belongs.truth is not Truth.NO]
    outside = [one for one in asked if one.belongs.truth is Truth.NO]
    tally, out = _sorted(within), _sorted(outside)
    total = Interval(Decimal(len(sure)), None if gap else Decimal(len(pairs) - len(outside)))
    unknown = bool(gap) or low is None or high is None
    return Measurement(
        Interval(ZERO, Decimal(1)) if unknown else Interval(low, high),
        tally.yes,
        tally.no + out.no,
        tally.maybe,
        gap + tally.reasons,
        total,
    )


def _part(some: int, whole: int) -> Decimal | None:
    """The quotient to 28 places, on the same side of a limit as the exact share.

    It differs from a limit of k places by 1/(whole * 10**k) at least, or not at all.
    """
    return Decimal(some) / whole if whole else None


class _Tally(NamedTuple):
    """The records of a population by what they answered."""

    yes: tuple[Evidence, ...]
    maybe: tuple[Evidence, ...]
    no: tuple[Evidence, ...]
    reasons: tuple[Reason, ...]


def _sorted(asked: Iterable[Asked]) -> _Tally:
    by_truth: dict[Truth, list[Evidence]] = defaultdict(list)
    for one in asked:
        both, is_near = one.both, one.answer.truth is Truth.YES
        by_truth[both.truth].append(evidence(one.record, both, is_near=is_near))
        by_truth[Truth.NO].extend(_repetitions(one.record, is_near=is_near))
    yes, maybe, no = (tuple(by_truth[truth]) for truth in (Truth.YES, Truth.MAYBE, Truth.NO))
    return _Tally(yes, maybe, no, tuple(e.reason for e in maybe if e.reason))


def _repetitions(record: Record, *, is_near: bool) -> list[Evidence]:
    """Further rows of the same sheet that are the same person or entity: not counted again."""
    first, *others = record.rows
    found = []
    for row in others:
        if row.table == first.table:
            key = next(
                (f.cell for n, f in row.facts.items() if first.facts[n].cell == record.key), None
            )
            cells = (key,) if key else ()
            reason = Reason("repeated", cells, {"row": str(first.number)})
            label = key.value or "" if key else ""
            found.append(Evidence(row.number, label, cells, reason, row.table, is_near))
    return found
