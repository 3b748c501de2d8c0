"""The total of a record's periods by the calendar: whether they keep within a limit of years."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from centre_check.checks.answers import Answer, together
from centre_check.checks.grammar import Test, TotalTerm
from centre_check.checks.records import Context, Record
from centre_check.checks.related import relatives
from centre_check.checks.tests import ask
from centre_check.logic import Interval, Truth
from centre_check.logic.calendar import add_months
from centre_check.model.entry import NO_COLUMN, Entry
from centre_check.model.evidence import Reason
from centre_check.model.facts import FOREVER, Cell, Trouble
from centre_check.model.table import Row


class TermPeriod(NamedTuple):
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


def total_term(test: TotalTerm, record: Record, context: Context) -> Answer:
    """Whether all periods of the record together keep within the limit of `test`."""
    extended = min(
        (ask(part, record, context).truth for part in test.extra_when), default=Truth.YES
    )
    least = test.years * 12 + (test.extra_years * 12 if extended is Truth.YES else 0)
    most = test.years * 12 + (test.extra_years * 12 if extended is not Truth.NO else 0)
    own = _own(test, record, context)
    counts = [_asked(test.where, row, context) for row in own]
    left_out = tuple(c for answer in counts if answer.truth is Truth.NO for c in answer.cells)
    counted = [
        (row, a.truth) for row, a in zip(own, counts, strict=True) if a.truth is not Truth.NO
    ]
    periods, troubles = _periods(test, record, counted, context)
    if not periods and not troubles:
        answer = _by_residence(test, record, least, context)
        if test.rows not in context.populations[record.population].rows:
            why = Reason(context.why("no_term"), answer.cells)  # residence is no term
            answer = Answer(Truth.MAYBE, answer.cells, (why,))
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
        moved_in = _earliest(_stated(record.rows, test.own_start))
        since = (
            _first(moved_in[0].value) if moved_in and moved_in[0].value is not None else date.min
        )
        before = (since, min(start for start, _ in longest))
        if exceeds([before, *longest], least) is not Truth.NO:
            return Answer(
                Truth.MAYBE, cells, (Reason(context.why("first_term_missing"), renewals),)
            )
    return Answer(Truth.YES, tuple(dict.fromkeys(cells + left_out)))


def _own(test: TotalTerm, record: Record, context: Context) -> list[Row]:
    """The record's own rows with periods; of another sheet those that speak of it for certain."""
    own = [row for row in record.rows if row.table.id == test.rows]
    if own or test.rows in context.populations[record.population].rows:
        return own
    rows = context.table(test.rows).rows
    kin = relatives(record.rows, f"rows of {test.rows}", lambda: [(row,) for row in rows], context)
    return [rows[at] for at, likeness in kin if likeness is Truth.YES]


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
    values = {"from": first.isoformat(), "until": last.isoformat(), "years": str(years)}
    if last == FOREVER:
        return Reason(context.why("no_end", **values), cells)
    months, days = _length(_merged(spans))
    lasted = {"months": str(months), "days": str(days)}
    return Reason(context.why("term_too_long", **values, **lasted), cells)


def _periods(
    test: TotalTerm, record: Record, own: Sequence[tuple[Row, Truth]], context: Context
) -> tuple[list[TermPeriod], tuple[Reason, ...]]:
    """The record's periods; reasons for those that cannot be read."""
    rows = context.table(test.rows).rows
    kin = relatives(record.rows, f"rows of {test.rows}", lambda: [(row,) for row in rows], context)
    perhaps = [rows[at] for at, likeness in kin if likeness is Truth.MAYBE]
    perhaps = [row for row in perhaps if row not in record.rows]
    perhaps = [row for row in perhaps if _asked(test.where, row, context).truth is not Truth.NO]
    fallback = _earliest(_stated(record.rows, test.own_start))
    periods: list[TermPeriod] = []
    troubles: list[Reason] = []
    for row, truth in (*own, *((row, Truth.MAYBE) for row in perhaps)):
        period = _period(row, test, fallback, context, certain=truth is Truth.YES)
        if isinstance(period, TermPeriod):
            periods.append(period)
        else:
            troubles.append(period)
    return periods, tuple(troubles)


Stated = tuple[Entry, Cell | None]  # what a row says of a day, and where


def _stated(rows: Iterable[Row], field: str) -> list[Stated]:
    return [one for row in rows if (one := _one(row, field)) is not None]


def _one(row: Row, field: str) -> Stated | None:
    """What the row says in a field, None where it has no such column."""
    entry = row.entry(field)
    return None if entry.trouble is Trouble.NO_COLUMN else (entry, row.cell(field))


def _earliest(given: Sequence[Stated]) -> Stated | None:
    """The one with the earliest day; any of them where none has a day."""
    known = [one for one in given if one[0].value is not None]
    return min(known, key=lambda one: _first(one[0].value)) if known else next(iter(given), None)


def _period(
    row: Row, test: TotalTerm, fallback: Stated | None, context: Context, *, certain: bool
) -> TermPeriod | Reason:
    start, end = _one(row, test.start), _one(row, test.end)
    if (start is None or start[0].value is None) and fallback and fallback[0].value is not None:
        start = fallback
    cells = tuple(one[1] for one in (start, end) if one is not None and one[1] is not None)
    if end is not None and end[0].value is not None and end[0].value.low == FOREVER:
        start = start if start is not None and start[0].value is not None else _SINCE_EVER
    if start is None or start[0].value is None:
        return _unread(start, row, test.start, cells, context)
    if end is None or end[0].value is None:
        return _unread(end, row, test.end, cells, context)
    return TermPeriod(start[0].value, end[0].value, cells, certain)


# a term without end is too long anyhow
_SINCE_EVER: Stated = (Entry(None, Interval.exactly(date.min)), None)


def _unread(
    stated: Stated | None, row: Row, field: str, cells: tuple[Cell, ...], context: Context
) -> Reason:
    entry, cell = stated if stated is not None else (NO_COLUMN, None)
    values = {"table": row.table.id, "field": field}
    values |= {"remark": entry.remark} if entry.remark else {}
    is_reversed = entry.trouble is Trouble.ENDS_BEFORE_START
    only = (cell,) if cell is not None and not is_reversed else cells
    return Reason(context.why(str(entry.trouble), **values), only)


def _by_residence(test: TotalTerm, record: Record, months: int, context: Context) -> Answer:
    """A record without periods: residence within the limit proves it, longer proves nothing."""
    stays = [
        (start, _one(row, test.own_end))
        for row in record.rows
        if (start := _one(row, test.own_start)) is not None
    ]
    key = (record.key,) if record.key else ()
    cells = tuple(one[1] for stay in stays for one in stay if one is not None and one[1])
    spans = [
        (_first(start[0].value), min(_until(end), context.as_of))
        for start, end in stays
        if start[0].value is not None
    ]
    is_told = context.is_day_known and spans and len(spans) == len(stays)
    if is_told and exceeds(spans, months) is Truth.NO:
        return Answer(Truth.YES, cells or key)
    return Answer(Truth.MAYBE, cells or key, (Reason(context.why("no_term"), cells or key),))


def _until(end: Stated | None) -> date:
    return FOREVER if end is None or end[0].value is None else _last(end[0].value)


def _first(days: Interval[date]) -> date:
    return days.low if days.low is not None else date.min


def _last(days: Interval[date]) -> date:
    return days.high if days.high is not None else FOREVER
