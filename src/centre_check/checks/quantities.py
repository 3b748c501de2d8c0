"""Quantities: what rows prove at least and cannot rule out at most, with every record accounted."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple, assert_never

from centre_check.checks.grammar import (
    Count,
    FirstKnown,
    Greatest,
    NotBelow,
    Number,
    Quantity,
    Share,
    Sum,
    Test,
)
from centre_check.checks.records import Answer, Context, Record
from centre_check.checks.tests import ask, records, together
from centre_check.logic import Interval, Truth
from centre_check.model.facts import Cell, Choices, Fact, Trouble
from centre_check.model.findings import Evidence, Reason

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


def measure(quantity: Quantity, context: Context) -> Measurement:
    """The quantity on the audit date."""
    match quantity:
        case Count():
            return _choices(quantity, context) if quantity.distinct else _count(quantity, context)
        case Sum():
            return _sum(quantity, context)
        case Number():
            return _number(quantity, context)
        case Share():
            return _share(quantity, context)
        case Greatest(parts):
            return _greatest([measure(part, context) for part in parts])
        case FirstKnown(parts):
            return _first_known([measure(part, context) for part in parts])
        case NotBelow(part, floors):
            return _not_below(measure(part, context), [measure(floor, context) for floor in floors])
        case _ as never:
            assert_never(never)


class _Tally(NamedTuple):
    """The records of a population by what they answered."""

    yes: tuple[Evidence, ...]
    maybe: tuple[Evidence, ...]
    no: tuple[Evidence, ...]
    reasons: tuple[Reason, ...]


def evidence(record: Record, answer: Answer) -> Evidence:
    """The record as it is shown: what it is called, the cells that decided, why it was left out."""
    cells = answer.cells or ((record.key,) if record.key else ())
    label = record.key.value if record.key and record.key.value else ""
    reason = answer.reasons[0] if answer.reasons and answer.truth is not Truth.YES else None
    return Evidence(record.rows[0].number, label, cells, reason)


class _Asked(NamedTuple):
    """A record, whether it is one more that belongs, and what it answers to the question."""

    record: Record
    belongs: Answer
    answer: Answer

    @property
    def both(self) -> Answer:
        """Belonging and answering as one; the question of the clause shows its cells first."""
        return together((self.answer, self.belongs))


def _tally(
    population: str, where: tuple[Test, ...], context: Context
) -> tuple[list[_Asked], tuple[Reason, ...]]:
    """Every record, whether it belongs and what it answers to `where`; why there may be more."""
    found = records(population, context)
    asked = [
        _Asked(record, record.belongs, together(ask(test, record, context) for test in where))
        for record in found.records
    ]
    return _each_once(asked), (found.gap,) if found.gap else ()


def _each_once(asked: list[_Asked]) -> list[_Asked]:
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
        found[at] = _Asked(record, together((belongs, doubt)), answer)
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


def _doubt(one: _Asked) -> tuple[object, ...]:
    """Sorts the surest first; what the rows say decides before where they stand."""
    both = min(one.belongs.truth, one.answer.truth)
    said = sorted(
        (row.table, str(fact.value)) for row in one.record.rows for fact in row.facts.values()
    )
    row = one.record.rows[0]
    return -both, -one.belongs.truth, sum(map(len, one.record.rivals)), said, row.table, row.number


def _sorted(found: Iterable[tuple[Record, Answer]]) -> _Tally:
    by_truth: dict[Truth, list[Evidence]] = defaultdict(list)
    for record, answer in found:
        by_truth[answer.truth].append(evidence(record, answer))
        by_truth[Truth.NO].extend(_repetitions(record))
    yes, maybe, no = (tuple(by_truth[truth]) for truth in (Truth.YES, Truth.MAYBE, Truth.NO))
    return _Tally(yes, maybe, no, tuple(e.reason for e in maybe if e.reason))


def _repetitions(record: Record) -> list[Evidence]:
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
            found.append(Evidence(row.number, key.value or "" if key else "", cells, reason))
    return found


def _count(count: Count, context: Context) -> Measurement:
    asked, gap = _tally(count.population, count.where, context)
    tally = _sorted((one.record, one.both) for one in asked)
    low, high = len(tally.yes), len(tally.yes) + len(tally.maybe)
    limit = None if gap else Decimal(high)
    interval = Interval(Decimal(low), limit)
    return Measurement(interval, tally.yes, tally.no, tally.maybe, gap + tally.reasons)


def _choices(count: Count, context: Context) -> Measurement:
    """How many different choices of a field the records show."""
    asked, gap = _tally(count.population, count.where, context)
    best: dict[str, tuple[Truth, Evidence]] = {}
    left_out: list[Evidence] = []
    for record, _, answer in asked:  # a choice shown twice is one: rivals do not matter
        both = together((answer, record.belongs))
        shown = _choices_of(record, both, count)
        if both.truth is Truth.NO or not shown:
            left_out.append(evidence(record, both))
        for choice, truth in shown.items():
            if truth > best.get(choice, (Truth.NO,))[0]:
                best[choice] = (truth, _as_evidence(record, both, count.distinct, truth))
    yes = tuple(shown for truth, shown in best.values() if truth is Truth.YES)
    maybe = tuple(shown for truth, shown in best.values() if truth is Truth.MAYBE)
    high = None if gap else Decimal(len(yes) + len(maybe))
    reasons = gap + tuple(shown.reason for shown in maybe if shown.reason)
    return Measurement(Interval(Decimal(len(yes)), high), yes, tuple(left_out), maybe, reasons)


def _choices_of(record: Record, answer: Answer, count: Count) -> dict[str, Truth]:
    """The choices that the record may add to the count, each with how sure that is."""
    shown: dict[str, Truth] = {}
    for fact in record.facts(count.distinct):
        if isinstance(fact.value, Choices):
            known = [c for c in fact.value.known if not count.among or c in count.among]
            shown |= dict.fromkeys(sorted(known), answer.truth)
            shown |= {text: min(answer.truth, count.unlisted) for text in fact.value.unlisted}
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
    return Evidence(record.rows[0].number, label, kept, reason if truth is Truth.MAYBE else None)


def _sum(total: Sum, context: Context) -> Measurement:
    asked, gap = _tally(total.population, (), context)
    amounts = [_amount(one.record, total.field) for one in asked]
    least = _least(asked, amounts)
    low, high, high_open = ZERO, None if gap or not asked else ZERO, False
    counted: list[Evidence] = []
    undecided: list[Evidence] = []
    excluded: list[Evidence] = []
    for at, (record, belongs, _) in enumerate(asked):
        if belongs.truth is Truth.NO:
            excluded.append(evidence(record, belongs))
            continue
        amount = amounts[at]
        if belongs.truth is Truth.YES:
            low += least[at]
        high = None if high is None or amount.high is None else high + amount.high
        high_open = high_open or amount.high_open
        shown = _shown_amount(record, belongs, total.field)
        (undecided if shown.reason else counted).append(shown)
    reasons = gap + tuple(shown.reason for shown in undecided if shown.reason)
    return Measurement(
        Interval(low, high, high_open=high_open and high is not None and high != low),
        tuple(counted),
        tuple(excluded),
        tuple(undecided),
        reasons,
    )


def _amount(record: Record, field: str) -> Interval[Decimal]:
    """What the record's rows say together: any of their amounts may hold, a blank may hide any."""
    said = [
        fact.value if isinstance(fact.value, Interval) else Interval(ZERO, None)
        for fact in record.facts(field)
    ]
    highs = [amount.high for amount in said if amount.high is not None]
    low = min(max(amount.low or ZERO, ZERO) for amount in said)
    if len(highs) < len(said):
        return Interval(low, None)
    is_open = any(amount.high == max(highs) and amount.high_open for amount in said)
    return Interval(low, max(highs), high_open=is_open)


def _least(asked: Sequence[_Asked], amounts: Sequence[Interval[Decimal]]) -> list[Decimal]:
    """What each record adds at least: if it may be another one, perhaps what that one says."""
    lows = [amount.low or ZERO for amount in amounts]
    among = {
        rivals: min(lows[at] for at in rivals)
        for rivals in {rivals for one in asked for rivals in one.record.rivals}
    }
    return [
        min([low, *(among[rivals] for rivals in one.record.rivals)])
        for one, low in zip(asked, lows, strict=True)
    ]


def _shown_amount(record: Record, belongs: Answer, field: str) -> Evidence:
    facts = record.facts(field)
    cells = tuple(fact.cell for fact in facts if fact.cell) or belongs.cells
    reason = belongs.reasons[0] if belongs.truth is Truth.MAYBE and belongs.reasons else None
    unread = next((fact for fact in facts if fact.value is None), None)
    if unread is not None:
        reason = _unread(unread, record, field)
    elif len({fact.value for fact in facts}) > 1:
        reason = Reason("contradictory", cells)
    label = record.key.value if record.key and record.key.value else ""
    return Evidence(record.rows[0].number, label, cells, reason)


def _unread(fact: Fact, record: Record, field: str) -> Reason:
    cells = (fact.cell,) if fact.cell else ()
    remark = {"remark": fact.remark} if fact.remark else {}
    values = {"table": record.rows[0].table, "field": field, **remark}
    return Reason(str(fact.trouble or Trouble.BLANK), cells, values)


def _number(number: Number, context: Context) -> Measurement:
    found = records(number.population, context)
    if found.gap is not None or not found.records:
        gap = (found.gap,) if found.gap else ()
        return Measurement(Interval(ZERO, None), reasons=gap)
    record = found.records[0]
    fact = record.facts(number.field)[0]
    if not isinstance(fact.value, Interval):
        reason = _unread(fact, record, number.field)
        shown = evidence(record, Answer(Truth.MAYBE, reason.cells, (reason,)))
        return Measurement(Interval(ZERO, None), undecided=(shown,), reasons=(reason,))
    exact = together(ask(test, record, context) for test in number.exact_when)
    own = (fact.cell,) if fact.cell else ()
    shown = evidence(record, Answer(Truth.YES, own + exact.cells))
    if exact.truth is Truth.YES:
        values = {"table": record.rows[0].table, "field": number.field}
        imprecise = () if fact.value.is_exact else (Reason("imprecise", own, values),)
        return Measurement(fact.value, (shown,), reasons=imprecise)
    lower = together(ask(test, record, context) for test in number.lower_when)
    if lower.truth is not Truth.YES:
        return Measurement(Interval(ZERO, None), undecided=(shown,), reasons=lower.reasons)
    reasons = exact.reasons or (Reason("only_lower_limit", own + exact.cells),)
    low = Interval(fact.value.low, None, low_open=fact.value.low_open)
    return Measurement(low, (shown,), reasons=reasons)


def _share(share: Share, context: Context) -> Measurement:
    """The extremes of a share when some records may not belong, or may not qualify.

    Least: whoever may fail to qualify belongs and does not; whoever qualifies but may not belong
    is left out. Most: the other way round.
    """
    asked, gap = _tally(share.population, share.where, context)
    answers = leaving_rivals_open([(one.record, one.answer) for one in asked])
    pairs = [(one.belongs.truth, answer.truth) for one, answer in zip(asked, answers, strict=True)]
    sure = [answer for belongs, answer in pairs if belongs is Truth.YES]
    perhaps = [answer for belongs, answer in pairs if belongs is Truth.MAYBE]
    sure_yes = sure.count(Truth.YES)
    sure_not_no = len(sure) - sure.count(Truth.NO)
    perhaps_yes, perhaps_no = perhaps.count(Truth.YES), perhaps.count(Truth.NO)
    low = _part(sure_yes, len(sure) + len(perhaps) - perhaps_yes)
    high = _part(sure_not_no + len(perhaps) - perhaps_no, len(sure) + len(perhaps) - perhaps_no)
    within = [(one.record, one.both) for one in asked if one.belongs.truth is not Truth.NO]
    outside = [(one.record, one.belongs) for one in asked if one.belongs.truth is Truth.NO]
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


def _greatest(parts: list[Measurement]) -> Measurement:
    lows = [part.interval.low or ZERO for part in parts]
    highs = [part.interval.high for part in parts]
    known = [high for high in highs if high is not None]
    low = max(lows)
    high = max(known) if len(known) == len(highs) else None
    proving = sorted(parts, key=lambda part: part.interval.low or ZERO, reverse=True)
    best = proving[0]
    open_at = any(p.interval.high == high and p.interval.high_open for p in parts)
    joined = _joined(parts, Interval(low, high, high_open=open_at and high != low))
    return Measurement(
        joined.interval,
        best.counted if low > 0 else joined.counted,
        joined.excluded,
        joined.undecided,
        joined.reasons,
    )


def _first_known(parts: list[Measurement]) -> Measurement:
    """The first that is settled; a later one settles what earlier ones leave open above."""
    for part in parts:
        if part.interval.high is not None:
            low = max((p.interval.low or ZERO for p in parts[: parts.index(part)]), default=ZERO)
            if low <= part.interval.high:
                return part
    return _joined(parts, Interval(max(p.interval.low or ZERO for p in parts), None))


def _not_below(main: Measurement, floors: list[Measurement]) -> Measurement:
    low = max([main.interval.low or ZERO, *(floor.interval.low or ZERO for floor in floors)])
    high = main.interval.high
    is_just_below = main.interval.high_open and low == high
    if high is not None and (low > high or is_just_below):  # a contradiction: both stay possible
        cells = _cells((main, *floors))
        found = _joined([main, *floors], Interval(main.interval.low, low))
        return Measurement(
            found.interval,
            found.counted,
            found.excluded,
            found.undecided,
            (Reason("contradictory", cells), *found.reasons),
        )
    interval = Interval(
        low,
        high,
        low_open=main.interval.low_open and low == main.interval.low,
        high_open=main.interval.high_open and low != high,
    )
    raised = low != (main.interval.low or ZERO)
    proof = [floor for floor in floors if floor.interval.low == low] if raised else [main]
    found = _joined([main, *floors], interval)
    return Measurement(
        interval, _joined(proof, interval).counted, found.excluded, found.undecided, found.reasons
    )


def _cells(parts: Iterable[Measurement]) -> tuple[Cell, ...]:
    return tuple(
        dict.fromkeys(cell for part in parts for one in part.counted for cell in one.cells)
    )


def _joined(parts: list[Measurement], interval: Interval[Decimal]) -> Measurement:
    return Measurement(
        interval,
        tuple(one for part in parts for one in part.counted),
        tuple(one for part in parts for one in part.excluded),
        tuple(one for part in parts for one in part.undecided),
        tuple(reason for part in parts for reason in part.reasons),
    )
