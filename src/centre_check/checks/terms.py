"""Periods of support and their total, by the calendar: a term ends on the corresponding day."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from centre_check.checks.grammar import TotalTerm
from centre_check.checks.kin import relatives
from centre_check.checks.records import Answer, Context, Record
from centre_check.logic import Interval, Truth
from centre_check.logic.calendar import add_months
from centre_check.model.facts import FOREVER, Cell, Fact, Row, Trouble
from centre_check.model.findings import Reason


class Period(NamedTuple):
    """A period as the cells leave it open: the shortest and the longest that it may be."""

    start: Interval[date]
    end: Interval[date]
    cells: tuple[Cell, ...]
    certain: bool = True  # whether it is this record's period at all


class Asking(NamedTuple):
    """What a standard asks beside the periods: of the record, and of each row with a period."""

    extended: Truth  # whether the record has the extra years
    counts: Callable[[Row], Answer]  # whether the row's period is one of those that are added up
    continues: Callable[[Row], Answer]  # whether it follows an earlier one


def exceeds(spans: list[tuple[date, date]], months: int) -> Truth:
    """Whether the union of the spans (both ends included) is longer than `months`.

    Spans that touch or overlap are one. A span that ends on the corresponding day has full months,
    as has one that ends the day before it. Gaps do not count: full months of all spans are added
    and the days left over come on top. MAYBE where these are more than the months that are left
    have from the first day on, but not more than months of 31 days.
    """
    merged = _merged(spans)
    if not merged:
        return Truth.NO
    if any(end == FOREVER for _, end in merged):
        return Truth.YES
    full, days = _length(merged)
    if days > _LONGEST_MONTH * (months - full):
        return Truth.YES
    first = merged[0][0]
    is_longer = add_months(first, full) + timedelta(days=days) > add_months(first, months)
    return Truth.MAYBE if is_longer else Truth.NO


def _merged(spans: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """The spans in order, those that touch or overlap as one."""
    merged: list[tuple[date, date]] = []
    for start, end in sorted(span for span in spans if span[0] <= span[1]):
        if merged and (merged[-1][1] == FOREVER or start <= merged[-1][1] + timedelta(days=1)):
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _length(merged: list[tuple[date, date]]) -> tuple[int, int]:
    """Full months of all spans together, and the days left over."""
    parts = [_months_and_days(start, end) for start, end in merged]
    return sum(months for months, _ in parts), sum(days for _, days in parts)


_LONGEST_MONTH = 31


def _months_and_days(start: date, end: date) -> tuple[int, int]:
    """Full months of a span and the days left over; a single day left is the corresponding day."""
    after = end + timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    if add_months(start, months) > after:
        months -= 1
    left = (after - add_months(start, months)).days
    return (months, 0) if left == 1 and months else (months, left)


def total_term(test: TotalTerm, record: Record, asking: Asking, context: Context) -> Answer:
    """Whether all periods of the record together keep within the limit of `test`."""
    extended, counts = asking.extended, asking.counts
    least = test.years * 12 + (test.extra_years * 12 if extended is Truth.YES else 0)
    most = test.years * 12 + (test.extra_years * 12 if extended is not Truth.NO else 0)
    periods, troubles = _periods(test, record, counts, context)
    left_out = _left_out(test, record, counts)
    if not periods and not troubles:
        answer = _by_residence(test, record, least, context)
        return answer._replace(cells=tuple(dict.fromkeys(answer.cells + left_out)))
    cells = tuple(dict.fromkeys(cell for period in periods for cell in period.cells))
    shortest = [(_last(p.start), _first(p.end)) for p in periods if p.certain]
    if exceeds(shortest, most) is Truth.YES:
        return Answer(Truth.NO, cells, (_too_long(cells, shortest, test.years),))
    backward = [p for p in periods if p.certain and _last(p.end) < _first(p.start)]
    if backward:
        wrong = tuple(cell for period in backward for cell in period.cells)
        troubles = (*troubles, Reason("ends_before_start", wrong))
    if troubles:
        return Answer(Truth.MAYBE, cells, troubles)
    longest = [(_first(p.start), _last(p.end)) for p in periods]
    if exceeds(longest, least) is not Truth.NO:
        return Answer(Truth.MAYBE, cells, (Reason("term_imprecise", cells),))
    if renewals := _without_first(test, record, asking):
        moved_in = _earliest([row.facts.get(test.own_start) for row in record.rows])
        since = _first(moved_in.value) if moved_in and moved_in.value is not None else date.min
        before = (since, min(start for start, _ in longest))
        if exceeds([before, *longest], least) is not Truth.NO:
            return Answer(Truth.MAYBE, cells, (Reason("first_term_missing", renewals),))
    return Answer(Truth.YES, tuple(dict.fromkeys(cells + left_out)))


def _left_out(test: TotalTerm, record: Record, counts: Callable[[Row], Answer]) -> tuple[Cell, ...]:
    """The cells by which periods of the record do not count: what it passes by, it names."""
    answers = [counts(row) for row in record.rows if row.table == test.rows]
    return tuple(c for answer in answers if answer.truth is Truth.NO for c in answer.cells)


def _without_first(test: TotalTerm, record: Record, asking: Asking) -> tuple[Cell, ...]:
    """The cells by which every period of the record follows an earlier one; none if one does not.

    An office may mark the old agreement, not the new one, as renewed: so they are only counted.
    """
    own = [row for row in record.rows if row.table == test.rows]
    own = [row for row in own if asking.counts(row).truth is not Truth.NO]
    answers = [asking.continues(row) for row in own]
    if not test.continues or any(answer.truth is Truth.NO for answer in answers):
        return ()
    return tuple(cell for answer in answers for cell in answer.cells)


def _too_long(cells: tuple[Cell, ...], spans: list[tuple[date, date]], years: int) -> Reason:
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    values = {"from": first.isoformat(), "until": last.isoformat(), "years": str(years)}
    if last == FOREVER:
        return Reason("no_end", cells, values)
    months, days = _length(_merged(spans))
    lasted = {"months": str(months), "days": str(days)}
    return Reason("term_too_long", cells, values | lasted)


def _periods(
    test: TotalTerm, record: Record, counts: Callable[[Row], Answer], context: Context
) -> tuple[list[Period], tuple[Reason, ...]]:
    """The record's periods; reasons for those that cannot be read."""
    own = [row for row in record.rows if row.table == test.rows]
    own = [row for row in own if counts(row).truth is not Truth.NO]
    rows = context.table(test.rows).rows
    kin = relatives(record.rows, f"rows of {test.rows}", lambda: [(row,) for row in rows], context)
    perhaps = [rows[at] for at, likeness in kin if likeness is Truth.MAYBE]
    perhaps = [row for row in perhaps if not any(row is mine for mine in record.rows)]
    perhaps = [row for row in perhaps if counts(row).truth is not Truth.NO]
    fallback = _earliest([row.facts.get(test.own_start) for row in record.rows])
    periods: list[Period] = []
    troubles: list[Reason] = []
    for at, row in enumerate(own + perhaps):
        is_certain = at < len(own) and counts(row).truth is Truth.YES
        period = _period(row, test, fallback, certain=is_certain)
        if isinstance(period, Period):
            periods.append(period)
        else:
            troubles.append(period)
    return periods, tuple(troubles)


def _earliest(facts: list[Fact | None]) -> Fact | None:
    """The fact with the earliest day; any of them where none has a day."""
    given = [fact for fact in facts if fact is not None]
    known = [fact for fact in given if fact.value is not None]
    return min(known, key=lambda fact: _first(fact.value)) if known else next(iter(given), None)


def _period(row: Row, test: TotalTerm, fallback: Fact | None, *, certain: bool) -> Period | Reason:
    start, end = row.facts.get(test.start), row.facts.get(test.end)
    if (
        (start is None or start.value is None)
        and fallback is not None
        and fallback.value is not None
    ):
        start = fallback
    cells = tuple(fact.cell for fact in (start, end) if fact is not None and fact.cell is not None)
    if end is not None and end.value is not None and end.value.low == FOREVER:
        start = start if start is not None and start.value is not None else _SINCE_EVER
    if start is None or start.value is None:
        return _unread(start, row, test.start, cells)
    if end is None or end.value is None:
        return _unread(end, row, test.end, cells)
    return Period(start.value, end.value, cells, certain)


_SINCE_EVER = Fact(None, Interval.exactly(date.min))  # a term without end is too long anyhow


def _unread(fact: Fact | None, row: Row, field: str, cells: tuple[Cell, ...]) -> Reason:
    code = str(fact.trouble) if fact is not None else "no_column"
    remark = {"remark": fact.remark} if fact is not None and fact.remark else {}
    is_reversed = fact is not None and fact.trouble is Trouble.ENDS_BEFORE_START
    only = (fact.cell,) if fact is not None and fact.cell is not None and not is_reversed else cells
    return Reason(code, only, {"table": row.table, "field": field, **remark})


def _by_residence(test: TotalTerm, record: Record, months: int, context: Context) -> Answer:
    """A record without periods: residence within the limit proves it, longer proves nothing."""
    stays = [
        (row.facts[test.own_start], row.facts.get(test.own_end))
        for row in record.rows
        if test.own_start in row.facts
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
    return Answer(Truth.MAYBE, cells or key, (Reason("no_term", cells or key),))


def _until(end: Fact | None) -> date:
    return FOREVER if end is None or end.value is None else _last(end.value)


def _first(days: Interval[date]) -> date:
    return days.low if days.low is not None else date.min


def _last(days: Interval[date]) -> date:
    return days.high if days.high is not None else FOREVER
