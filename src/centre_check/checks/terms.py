"""The total of a record's periods by the calendar: whether they keep within a limit of years."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from centre_check.checks.evidence import Answer, Reason
from centre_check.checks.grammar import Test, TotalTerm
from centre_check.checks.joining import together
from centre_check.checks.records import Context, Record
from centre_check.checks.related import relatives
from centre_check.checks.tests import ask
from centre_check.logic import Interval, Truth
from centre_check.logic.calendar import add_months
from centre_check.model.facts import FOREVER, Cell, Fact, Trouble
from centre_check.model.table import Row


class Period(NamedTuple):
    """A period as the cells leave it open: the shortest and the longest that it may be."""

    start: Interval[date]
    end: Interval[date]
    cells: tuple[Cell, ...]
    certain: bool = True  # whether it is this record's period at all


def exceeds(spans: list[tuple[date, date]], months: int) -> Truth:
    """Whether the union of the spans (both ends included) is longer than `months`.

    Spans that touch or overlap are one. A span that ends on the corresponding day has full months,
    as has one that ends the day before it. Gaps do not count: full months of all spans are added
    and the days left over come on top. MAYBE where these are more than the months that are left
    have from the first day on, but not more than months of 31 days.
    """
    merged: list[tuple[date, date]] = []
    for start, end in sorted(span for span in spans if span[0] <= span[1]):
        if merged and (merged[-1][1] == FOREVER or start <= merged[-1][1] + timedelta(days=1)):
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    if not merged:
        return Truth.NO
    if any(end == FOREVER for _, end in merged):
        return Truth.YES
    full, days = 0, 0
    for start, end in merged:
        more, left = _months_and_days(start, end)
        full, days = full + more, days + left
    if days > _LONGEST_MONTH * (months - full):
        return Truth.YES
    first = merged[0][0]
    is_longer = add_months(first, full) + timedelta(days=days) > add_months(first, months)
    return Truth.MAYBE if is_longer else Truth.NO


_LONGEST_MONTH = 31


def _months_and_days(start: date, end: date) -> tuple[int, int]:
    """Full months of a span and the days left over; a single day left is the corresponding day."""
    after = end + timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    if add_months(start, months) > after:
        months -= 1
    left = (after - add_months(start, months)).days
    return (months, 0) if left == 1 and months else (months, left)


def total_term(test: TotalTerm, record: Record, context: Context) -> Answer:
    """Whether all periods of the record together keep within the limit of `test`."""
    extended = min(
        (ask(part, record, context).truth for part in test.extra_when), default=Truth.YES
    )
    least = test.years * 12 + (test.extra_years * 12 if extended is Truth.YES else 0)
    most = test.years * 12 + (test.extra_years * 12 if extended is not Truth.NO else 0)
    own = [row for row in record.rows if row.table.id == test.rows]
    counts = [_asked(test.where, row, context) for row in own]
    left_out = tuple(c for answer in counts if answer.truth is Truth.NO for c in answer.cells)
    counted = [
        (row, a.truth) for row, a in zip(own, counts, strict=True) if a.truth is not Truth.NO
    ]
    periods, troubles = _periods(test, record, counted, context)
    if not periods and not troubles:
        answer = _by_residence(test, record, least, context)
        return answer._replace(cells=tuple(dict.fromkeys(answer.cells + left_out)))
    cells = tuple(dict.fromkeys(cell for period in periods for cell in period.cells))
    shortest = [(_last(p.start), _first(p.end)) for p in periods if p.certain]
    if exceeds(shortest, most) is Truth.YES:
        return Answer(Truth.NO, cells, (_too_long(cells, shortest, test.years, context),))
    backward = [p for p in periods if p.certain and _last(p.end) < _first(p.start)]
    if backward:
        wrong = tuple(cell for period in backward for cell in period.cells)
        troubles = (*troubles, Reason(context.why("ends_before_start"), wrong))
    if troubles:
        return Answer(Truth.MAYBE, cells, troubles)
    longest = [(_first(p.start), _last(p.end)) for p in periods]
    if exceeds(longest, least) is not Truth.NO:
        return Answer(Truth.MAYBE, cells, (Reason(context.why("term_imprecise"), cells),))
    if renewals := _without_first(test, [row for row, _ in counted], context):
        moved_in = _earliest(_facts(record.rows, test.own_start))
        since = _first(moved_in.value) if moved_in and moved_in.value is not None else date.min
        before = (since, min(start for start, _ in longest))
        if exceeds([before, *longest], least) is not Truth.NO:
            return Answer(
                Truth.MAYBE, cells, (Reason(context.why("first_term_missing"), renewals),)
            )
    return Answer(Truth.YES, tuple(dict.fromkeys(cells + left_out)))


def _asked(tests: Sequence[Test], row: Row, context: Context) -> Answer:
    """What the row with a period answers, by itself."""
    alone = Record("", 0, (row,))
    return together([ask(test, alone, context) for test in tests])


def _without_first(test: TotalTerm, own: Sequence[Row], context: Context) -> tuple[Cell, ...]:
    """The cells by which every period of the record follows an earlier one; none if one does not.

    An office may mark the old agreement, not the new one, as renewed: so they are only counted.
    """
    answers = [_asked(test.continues, row, context) for row in own]
    if not test.continues or any(answer.truth is Truth.NO for answer in answers):
        return ()
    return tuple(cell for answer in answers for cell in answer.cells)


def _too_long(
    cells: tuple[Cell, ...], spans: list[tuple[date, date]], years: int, context: Context
) -> Reason:
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    code = "no_end" if last == FOREVER else "term_too_long"
    values = {"from": first.isoformat(), "until": last.isoformat(), "years": str(years)}
    return Reason(context.why(code, **values), cells)


def _periods(
    test: TotalTerm, record: Record, own: Sequence[tuple[Row, Truth]], context: Context
) -> tuple[list[Period], tuple[Reason, ...]]:
    """The record's periods; reasons for those that cannot be read."""
    rows = context.table(test.rows).rows
    kin = relatives(record.rows, f"rows of {test.rows}", lambda: [(row,) for row in rows], context)
    perhaps = [rows[at] for at, likeness in kin if likeness is Truth.MAYBE]
    perhaps = [row for row in perhaps if row not in record.rows]
    perhaps = [row for row in perhaps if _asked(test.where, row, context).truth is not Truth.NO]
    fallback = _earliest(_facts(record.rows, test.own_start))
    periods: list[Period] = []
    troubles: list[Reason] = []
    for row, truth in (*own, *((row, Truth.MAYBE) for row in perhaps)):
        period = _period(row, test, fallback, context, certain=truth is Truth.YES)
        if isinstance(period, Period):
            periods.append(period)
        else:
            troubles.append(period)
    return periods, tuple(troubles)


def _facts(rows: Iterable[Row], field: str) -> list[Fact]:
    return [fact for row in rows if (fact := _fact(row, field)) is not None]


def _fact(row: Row, field: str) -> Fact | None:
    """What the row says in a field, None where it has no such column."""
    entry = row.entry(field)
    if entry.trouble is Trouble.NO_COLUMN:
        return None
    return Fact(row.cell(field), entry.value, entry.trouble, entry.remark)


def _earliest(given: Sequence[Fact]) -> Fact | None:
    """The fact with the earliest day; any of them where none has a day."""
    known = [fact for fact in given if fact.value is not None]
    return min(known, key=lambda fact: _first(fact.value)) if known else next(iter(given), None)


def _period(
    row: Row, test: TotalTerm, fallback: Fact | None, context: Context, *, certain: bool
) -> Period | Reason:
    start, end = _fact(row, test.start), _fact(row, test.end)
    is_given = start is not None and start.value is not None
    if not is_given and fallback is not None and fallback.value is not None:
        start = fallback
    cells = tuple(fact.cell for fact in (start, end) if fact is not None and fact.cell is not None)
    if end is not None and end.value is not None and end.value.low == FOREVER:
        start = start if start is not None and start.value is not None else _SINCE_EVER
    if start is None or start.value is None:
        return _unread(start, row, test.start, cells, context)
    if end is None or end.value is None:
        return _unread(end, row, test.end, cells, context)
    return Period(start.value, end.value, cells, certain)


_SINCE_EVER = Fact(None, Interval.exactly(date.min))  # a term without end is too long anyhow


def _unread(
    fact: Fact | None, row: Row, field: str, cells: tuple[Cell, ...], context: Context
) -> Reason:
    code = str(fact.trouble) if fact is not None else "no_column"
    values = {"table": row.table.id, "field": field}
    values |= {"remark": fact.remark} if fact is not None and fact.remark else {}
    is_reversed = fact is not None and fact.trouble is Trouble.ENDS_BEFORE_START
    only = (fact.cell,) if fact is not None and fact.cell is not None and not is_reversed else cells
    return Reason(context.why(code, **values), only)


def _by_residence(test: TotalTerm, record: Record, months: int, context: Context) -> Answer:
    """A record without periods: residence within the limit proves it, longer proves nothing."""
    stays = [
        (start, _fact(row, test.own_end))
        for row in record.rows
        if (start := _fact(row, test.own_start)) is not None
    ]
    key = (record.key,) if record.key else ()
    cells = tuple(fact.cell for stay in stays for fact in stay if fact is not None and fact.cell)
    spans = [
        (_first(start.value), min(_until(end), context.as_of))
        for start, end in stays
        if start.value is not None
    ]
    if spans and len(spans) == len(stays) and exceeds(spans, months) is Truth.NO:
        return Answer(Truth.YES, cells or key)
    return Answer(Truth.MAYBE, cells or key, (Reason(context.why("no_term"), cells or key),))


def _until(end: Fact | None) -> date:
    return FOREVER if end is None or end.value is None else _last(end.value)


def _first(days: Interval[date]) -> date:
    return days.low if days.low is not None else date.min


def _last(days: Interval[date]) -> date:
    return days.high if days.high is not None else FOREVER
