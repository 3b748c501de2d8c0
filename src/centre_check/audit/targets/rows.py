"""Rows of indicators made ready: units that do not fit, cumulative figures that hold earlier ones.

人 and 人次 are never taken for one another, and a figure for January to October already holds that
for January to September: the shorter one is set aside, and said to be.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from centre_check.logic import Interval
from centre_check.logic.spelling import normalise
from centre_check.logic.units import base_unit
from centre_check.model.facts import Cell, Fact, Note, Row, Table, Trouble
from centre_check.standard.targets.types import ACHIEVED, PLANNED, Indicator
from centre_check.words import Words, mark

OTHER_UNIT = mark("it is in another unit than the indicator; 人 and 人次 never mix")
NO_UNIT = mark("元 or 万元? write the unit")
NOT_WHOLE = mark("not a whole number; is 万 missing in the unit?")
TWICE = mark("two rows are about the same days; which one holds?")
_FRACTIONAL = ("%", "元", "㎡", "")


class Ready(NamedTuple):
    """The tables as they are counted, and what the reader should know of it."""

    tables: Mapping[str, Table]
    notes: tuple[Note, ...]


def made_ready(
    tables: Mapping[str, Table],
    indicators: Sequence[Indicator],
    added_up: frozenset[str],
    as_of: date,
    words: Words,
) -> Ready:
    """The tables with their figures in the indicators' units.

    `added_up` are the indicators whose rows are summed: of these no day counts twice.
    """
    by_name = {normalise(name): one for one in indicators for name in one.names}
    found = dict(tables)
    notes: list[Note] = []
    for name in (ACHIEVED, PLANNED):
        if name not in found:
            continue
        rows = [_in_unit(row, by_name) for row in found[name].rows]
        if name == ACHIEVED:
            later = [row for row in rows if _is_later(row, as_of)]
            notes += _told_of(later, mark("of a period after the day, not counted"), words)
            rows = [row for row in rows if not _is_later(row, as_of)]
            rows, held = _without_earlier(rows, by_name, added_up)
            text = mark("held in a later or longer figure and not added again")
            notes += _told_of(held, text, words, code="cumulative")
        found[name] = found[name]._replace(rows=tuple(rows))
    unknown = _unknown(found.get(ACHIEVED), by_name)
    if unknown:
        notes.append(
            Note("other_rows", words(mark("no target of the standard is called so")), unknown)
        )
    return Ready(found, tuple(notes))


def indicator_of(row: Row, by_name: Mapping[str, Indicator]) -> Indicator | None:
    """The indicator that the row reports."""
    fact = row.facts.get("indicator")
    text = fact.value if fact is not None and isinstance(fact.value, str) else ""
    return by_name.get(normalise(text))


def _unknown(table: Table | None, by_name: Mapping[str, Indicator]) -> tuple[Cell, ...]:
    rows = table.rows if table is not None else ()
    cells = (row.facts["indicator"].cell for row in rows if indicator_of(row, by_name) is None)
    return tuple(cell for cell in cells if cell is not None)


def _in_unit(row: Row, by_name: Mapping[str, Indicator]) -> Row:
    """The row; its figure is unreadable where its unit is not the indicator's."""
    indicator, fact = indicator_of(row, by_name), row.facts.get("value")
    if indicator is None or fact is None or fact.value is None:
        return row
    unit = row.facts.get("unit")
    stated = unit.value if unit is not None and isinstance(unit.value, str) else ""
    remark = _misfit(fact.value, stated, indicator.unit)
    if not remark:
        return row
    wrong = Fact(fact.cell, None, Trouble.UNREADABLE, remark)
    return row._replace(facts={**dict(row.facts.items()), "value": wrong})


def _misfit(value: Interval[Decimal], stated: str, wanted: str) -> str:
    own, needed = base_unit(stated), base_unit(wanted)
    if own and own != needed:
        return OTHER_UNIT
    if not own and needed == "元":
        return NO_UNIT
    is_whole = value.low is None or not value.is_exact or value.low % 1 == 0
    return "" if is_whole or needed in _FRACTIONAL else NOT_WHOLE


class _Figure(NamedTuple):
    row: Row
    first: date
    last: date
    reported: date | None

    @property
    def days(self) -> tuple[date, date]:
        return self.first, self.last

    def holds(self, other: "_Figure") -> bool:
        return self.first <= other.first and other.last <= self.last


def _without_earlier(
    rows: Sequence[Row],
    by_name: Mapping[str, Indicator],
    added_up: frozenset[str],
) -> tuple[list[Row], list[Row]]:
    """The rows that count, and those whose figures are held in others."""
    groups: dict[tuple[str, str, str], list[_Figure]] = {}
    for row in rows:
        indicator, days = indicator_of(row, by_name), _days(row)
        if indicator is not None and indicator.id in added_up and days is not None:
            key = (indicator.id, _text(row, "place"), _text(row, "item"))
            groups.setdefault(key, []).append(_Figure(row, *days, _reported(row)))
    held: set[int] = set()
    doubtful: set[int] = set()
    for figures in groups.values():
        for one in figures:
            for other in figures:
                if one.row is not other.row:
                    _compare(one, other, held, doubtful)
    kept = [_doubted(row) if row.number in doubtful else row for row in rows]
    return (
        [row for row in kept if row.number not in held],
        [row for row in rows if row.number in held],
    )


def _is_later(row: Row, as_of: date) -> bool:
    days = _days(row)
    return days is not None and days[0] > as_of


def _told_of(
    rows: Sequence[Row], message: str, words: Words, code: str = "later_period"
) -> list[Note]:
    """A note on rows that do not count; none where there are none."""
    cells = tuple(fact.cell for row in rows if (fact := row.facts["value"]).cell is not None)
    kept = tuple(cell for cell in cells if cell is not None)
    return [Note(code, words(message), kept)] if rows else []


def _compare(one: _Figure, other: _Figure, held: set[int], doubtful: set[int]) -> None:
    """Whether `one` is held in the other, or whether the two leave open which holds."""
    if one.last < other.first or other.last < one.first:
        return
    if one.days == other.days:
        if one.reported is None or other.reported is None or one.reported == other.reported:
            doubtful.add(one.row.number)
        elif one.reported < other.reported:
            held.add(one.row.number)
    elif other.holds(one):
        held.add(one.row.number)
    elif not one.holds(other):
        doubtful.add(one.row.number)


def _doubted(row: Row) -> Row:
    fact = row.facts["value"]
    wrong = Fact(fact.cell, None, Trouble.UNREADABLE, TWICE)
    return row._replace(facts={**dict(row.facts.items()), "value": wrong})


def _days(row: Row) -> tuple[date, date] | None:
    fact = row.facts.get("period")
    if fact is None or not isinstance(fact.value, Interval):
        return None
    first, last = fact.value.low, fact.value.high
    return None if first is None or last is None else (first, last)


def _reported(row: Row) -> date | None:
    fact = row.facts.get("as_of")
    value = fact.value if fact is not None else None
    day: date | None = value.high if isinstance(value, Interval) else None
    return day


def _text(row: Row, field: str) -> str:
    fact = row.facts.get(field)
    return normalise(fact.value) if fact is not None and isinstance(fact.value, str) else ""
