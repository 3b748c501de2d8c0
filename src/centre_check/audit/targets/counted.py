"""Which rows of indicators count: each once, none of a day to come, none held in another."""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from centre_check.audit.targets.lines import IndicatorLine, lines_of, table_of_lines
from centre_check.audit.targets.naming import (
    days_of_row,
    reported_on,
    text_of,
)
from centre_check.audit.targets.overlaps import TWICE, without_held
from centre_check.audit.targets.rows import Ready, a_year_on, cells_of
from centre_check.audit.targets.uses import Uses
from centre_check.logic import Interval
from centre_check.model.facts import Note
from centre_check.model.table import Table
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
    lines = [row for row in lines_of(table) if not _is_unfilled(row)]
    later = [row for row in lines if _is_later(row, as_of)]
    notes += _told_of(later, mark("of a period after the day, not counted"), "later_period", words)
    rows = [row for row in lines if not _is_later(row, as_of)]
    nameless = {one.names[0] for one in standard.indicators if one.is_by_item}
    rows, again = _each_once(rows, nameless)
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
    found.sort(key=lambda row: row.number)
    return Ready({**tables, ACHIEVED: table_of_lines(table, found)}, tuple(notes))


def _indicator(row: IndicatorLine, by_name: Mapping[str, Indicator]) -> Indicator | None:
    name = row.entry("indicator").value
    return by_name.get(name) if isinstance(name, str) else None


def _by_indicator(
    rows: Iterable[IndicatorLine], by_name: Mapping[str, Indicator]
) -> dict[str, list[IndicatorLine]]:
    found: dict[str, list[IndicatorLine]] = {}
    for row in rows:
        indicator = _indicator(row, by_name)
        if indicator is not None:
            found.setdefault(indicator.id, []).append(row)
    return found


def _said(row: IndicatorLine, *fields: str) -> tuple[object, ...]:
    return tuple(row.entry(field).value for field in fields)


def _each_once(
    rows: Sequence[IndicatorLine], by_name: Container[str]
) -> tuple[list[IndicatorLine], list[IndicatorLine]]:
    """Rows that say the same of the same days, place and item are one.

    Of what is told name by name, rows without a name may be of anybody.
    """
    seen: set[tuple[object, ...]] = set()
    kept: list[IndicatorLine] = []
    again: list[IndicatorLine] = []
    for row in rows:
        about = (*(text_of(row, name) for name in ("indicator", "place", "item")), days_of_row(row))
        key = (*about, *_said(row, "value", "basis", "as_of"))
        is_told = row.entry("value").value is not None and days_of_row(row) is not None
        is_anybody = row.entry("indicator").value in by_name and not text_of(row, "item")
        is_told = is_told and not is_anybody
        (again if is_told and key in seen else kept).append(row)
        seen.add(key)
    return kept, again


def _without_rivals(rows: Sequence[IndicatorLine]) -> list[IndicatorLine]:
    """Of one place, item and days the row that was reported last holds; of two, neither."""
    last: dict[tuple[object, ...], list[IndicatorLine]] = {}
    for row in rows:
        key = (text_of(row, "place"), text_of(row, "item"), days_of_row(row))
        last.setdefault(key if key[1] and key[2] else (row.number,), []).append(row)
    found = []
    for rivals in last.values():
        days = [reported_on(row) or date.min for row in rivals]
        latest = [row for row, day in zip(rivals, days, strict=True) if day == max(days)]
        found += latest if len(latest) == 1 else [row.unread("value", TWICE) for row in latest]
    return found


def _by_item(rows: Sequence[IndicatorLine]) -> list[IndicatorLine]:
    """One row for each name: figures of different days are added; of the same, none holds."""
    of_name: dict[str, list[IndicatorLine]] = {}
    for row in rows:
        of_name.setdefault(text_of(row, "item"), []).append(row)
    nameless = [row.unread("value", NAMELESS) for row in of_name.pop("", [])]
    return [*nameless, *(_added(own) for own in of_name.values())]


def _added(rows: Sequence[IndicatorLine]) -> IndicatorLine:
    first, *others = rows
    if not others:
        return first
    days = [days_of_row(row) for row in rows]
    known = sorted(one for one in days if one is not None)
    crossing = any(one[1] >= other[0] for one, other in pairwise(known))
    values = [row.entry("value").value for row in rows]
    if crossing or len(known) < len(rows) or not all(isinstance(one, Interval) for one in values):
        return first.unread("value", TWICE)
    highs = [one.high for one in values]
    total = Interval(
        sum((one.low or Decimal(0) for one in values), Decimal(0)),
        None if None in highs else sum(highs, Decimal(0)),
    )
    whole = Interval(known[0][0], known[-1][1])
    line = first.saying("value", first.entry("value")._replace(value=total))
    return line.saying("period", first.entry("period")._replace(value=whole))


def _like(
    one: Indicator,
    pool: Mapping[str, Sequence[IndicatorLine]],
    own: Sequence[IndicatorLine],
    used: Uses,
) -> list[IndicatorLine]:
    """Rows of another indicator that say this one: of places alone, or of the year before."""
    rows: list[IndicatorLine] = list(pool.get(one.like, ()))
    if one.is_placed:
        rows = [row for row in rows if text_of(row, "place")]
    if one.is_year_before:
        said = {text_of(row, "place") for row in own}
        rows = [row for row in rows if text_of(row, "place") not in said]
        rows = [moved for row in rows if (moved := _moved(row, used)) is not None]
    return [row.of_text("indicator", one.names[0]) for row in rows]


def _moved(row: IndicatorLine, used: Uses) -> IndicatorLine | None:
    """The row of the year before, as of the year that it is held against; None of another year."""
    entry = row.entry("period")
    moved = a_year_on(entry, min(used.years)) if len(used.years) == 1 else entry
    return None if moved is entry else row.saying("period", moved)


def _is_unfilled(row: IndicatorLine) -> bool:
    """A row of the template that names its indicator alone."""
    return all(row.entry(name).is_blank for name in ("value", "period", "place", "item"))


def _is_later(row: IndicatorLine, as_of: date) -> bool:
    days = days_of_row(row)
    return days is not None and days[0] > as_of


def _told_of(rows: Sequence[IndicatorLine], message: str, code: str, words: Words) -> list[Note]:
    """A note on rows that do not count; none where there are none."""
    return [Note(code, words(message), cells_of(rows, "value"))] if rows else []
