"""Which rows of indicators count: each once, none of a day to come, none held in another."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from centre_check.audit.targets.naming import (
    days_of_row,
    reported_on,
    text_of,
    with_fact,
    with_text,
)
from centre_check.audit.targets.overlaps import TWICE, without_held
from centre_check.audit.targets.rows import Ready, a_year_on, cells_of
from centre_check.audit.targets.uses import Uses
from centre_check.logic import Interval
from centre_check.model.facts import Fact, Note, Row, Table, Trouble
from centre_check.standard.targets.types import ACHIEVED, Indicator, Targets
from centre_check.words import Words, mark

NAMELESS = mark("each is counted once: write the name")


def counted(
    tables: Mapping[str, Table], standard: Targets, used: Uses, as_of: date, words: Words
) -> Ready:
    """The tables with the rows that count on the day, and notes on those that do not."""
    table = tables.get(ACHIEVED)
    if table is None:
        return Ready(tables, ())
    by_name = {one.names[0]: one for one in standard.indicators}
    notes: list[Note] = []
    later = [row for row in table.rows if _is_later(row, as_of)]
    notes += _told_of(later, mark("of a period after the day, not counted"), "later_period", words)
    rows = [row for row in table.rows if not _is_later(row, as_of)]
    rows, again = _each_once(rows)
    text = mark("the same as a row before, counted once")
    notes += _told_of(again, text, "repeated", words)
    pool = _by_indicator(rows, by_name)
    found = [row for row in rows if _indicator(row, by_name) is None]
    for one in standard.indicators:
        own = pool.get(one.id, [])
        if one.like:
            own = [*own, *_like(one, pool, own, used)]
        if one.is_by_item:
            own = _by_item(own)
        elif one.id in used.counted:
            own = _without_rivals(own)
        pool[one.id] = own
        kept, held = without_held(own, one, used)
        text = mark("held in other figures and not added again")
        notes += _told_of(held, text, "cumulative", words)
        found += kept
    rows_found = tuple(sorted(found, key=lambda row: row.number))
    return Ready({**tables, ACHIEVED: table._replace(rows=rows_found)}, tuple(notes))


def _indicator(row: Row, by_name: Mapping[str, Indicator]) -> Indicator | None:
    fact = row.facts.get("indicator")
    return by_name.get(fact.value) if fact is not None and isinstance(fact.value, str) else None


def _by_indicator(rows: Iterable[Row], by_name: Mapping[str, Indicator]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        indicator = _indicator(row, by_name)
        if indicator is not None:
            found.setdefault(indicator.id, []).append(row)
    return found


def _said(row: Row, *fields: str) -> tuple[object, ...]:
    facts = [row.facts.get(field) for field in fields]
    return tuple(fact.value if fact is not None else None for fact in facts)


def _each_once(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Rows that say the same of the same days, place and item are one."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Row] = []
    again: list[Row] = []
    for row in rows:
        about = (*(text_of(row, name) for name in ("indicator", "place", "item")), days_of_row(row))
        key = (*about, *_said(row, "value", "basis", "as_of"))
        is_told = row.facts["value"].value is not None and days_of_row(row) is not None
        (again if is_told and key in seen else kept).append(row)
        seen.add(key)
    return kept, again


def _without_rivals(rows: Sequence[Row]) -> list[Row]:
    """Of one place, item and days the row that was reported last holds; of two, neither."""
    last: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        key = (text_of(row, "place"), text_of(row, "item"), days_of_row(row))
        last.setdefault(key if key[1] and key[2] else (row.number,), []).append(row)
    found = []
    for rivals in last.values():
        days = [reported_on(row) or date.min for row in rivals]
        latest = [row for row, day in zip(rivals, days, strict=True) if day == max(days)]
        found += latest if len(latest) == 1 else [_unread(row, TWICE) for row in latest]
    return found


def _by_item(rows: Sequence[Row]) -> list[Row]:
    """One row for each name: figures of different days are added; of the same, none holds."""
    of_name: dict[str, list[Row]] = {}
    for row in rows:
        of_name.setdefault(text_of(row, "item"), []).append(row)
    nameless = [_unread(row, NAMELESS) for row in of_name.pop("", [])]
    return [*nameless, *(_added(own) for own in of_name.values())]


def _added(rows: Sequence[Row]) -> Row:
    first, *others = rows
    if not others:
        return first
    days = [days_of_row(row) for row in rows]
    known = sorted(one for one in days if one is not None)
    crossing = any(one[1] >= other[0] for one, other in pairwise(known))
    values = [row.facts["value"].value for row in rows]
    if crossing or len(known) < len(rows) or not all(isinstance(one, Interval) for one in values):
        return _unread(first, TWICE)
    highs = [one.high for one in values]
    total = Interval(
        sum((one.low or Decimal(0) for one in values), Decimal(0)),
        None if None in highs else sum(highs, Decimal(0)),
    )
    whole = Interval(known[0][0], known[-1][1])
    row = with_fact(first, "value", first.facts["value"]._replace(value=total))
    return with_fact(row, "period", first.facts["period"]._replace(value=whole))


def _like(
    one: Indicator, pool: Mapping[str, Sequence[Row]], own: Sequence[Row], used: Uses
) -> list[Row]:
    """Rows of another indicator that say this one: of places alone, or of the year before."""
    rows: list[Row] = list(pool.get(one.like, ()))
    if one.is_placed:
        rows = [row for row in rows if text_of(row, "place")]
    if one.is_year_before:
        said = {text_of(row, "place") for row in own}
        rows = [row for row in rows if text_of(row, "place") not in said]
        rows = [moved for row in rows if (moved := _moved(row, used)) is not None]
    return [with_text(row, "indicator", one.names[0]) for row in rows]


def _moved(row: Row, used: Uses) -> Row | None:
    """The row of the year before, as of the year that it is held against; None of another year."""
    fact = row.facts["period"]
    moved = a_year_on(fact, min(used.years)) if len(used.years) == 1 else fact
    return None if moved is fact else with_fact(row, "period", moved)


def _unread(row: Row, why: str) -> Row:
    fact = row.facts["value"]
    return with_fact(row, "value", Fact(fact.cell, None, Trouble.UNREADABLE, why))


def _is_later(row: Row, as_of: date) -> bool:
    days = days_of_row(row)
    return days is not None and days[0] > as_of


def _told_of(rows: Sequence[Row], message: str, code: str, words: Words) -> list[Note]:
    """A note on rows that do not count; none where there are none."""
    return [Note(code, words(message), cells_of(rows, "value"))] if rows else []
