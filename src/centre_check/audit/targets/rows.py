"""Rows of indicators made ready: in their indicators' units, none of a day to come, none twice.

人 and 人次 are never taken for one another.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from centre_check.audit.targets.naming import days_of_row, indicator_of
from centre_check.audit.targets.overlaps import without_held
from centre_check.audit.targets.uses import Uses
from centre_check.logic import Interval
from centre_check.logic.spelling import normalise
from centre_check.logic.units import base_unit
from centre_check.model.facts import Cell, Fact, Note, Row, Table, Trouble
from centre_check.standard.targets.types import ACHIEVED, PLANNED, Indicator
from centre_check.words import Words, mark

OTHER_UNIT = mark("it is in another unit than the indicator; 人 and 人次 never mix")
NO_UNIT = mark("元 or 万元? write the unit")
NOT_WHOLE = mark("not a whole number; is 万 missing in the unit?")
SHARE = mark("a share or a percentage? write it with %")
_FRACTIONAL = ("%", "元", "㎡", "")


class Ready(NamedTuple):
    """The tables as they are counted, and what the reader should know of it."""

    tables: Mapping[str, Table]
    notes: tuple[Note, ...]


def made_ready(
    tables: Mapping[str, Table],
    indicators: Sequence[Indicator],
    used: Uses,
    as_of: date,
    words: Words,
) -> Ready:
    """The tables with their figures in the indicators' units.

    `used` says how: of indicators that are added up no day and no place counts twice.
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
            rows, held = without_held(rows, by_name, used)
            text = mark("held in other figures and not added again")
            notes += _told_of(held, text, words, code="cumulative")
        found[name] = found[name]._replace(rows=tuple(rows))
    unknown = _unknown(found.get(ACHIEVED), by_name)
    if unknown:
        notes.append(
            Note("other_rows", words(mark("no target of the standard is called so")), unknown)
        )
    return Ready(found, tuple(notes))


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
    if not own and needed == "%":  # 0.048 may be a cell that shows 4.8%
        return SHARE
    is_whole = value.low is None or not value.is_exact or value.low % 1 == 0
    return "" if is_whole or needed in _FRACTIONAL else NOT_WHOLE


def _is_later(row: Row, as_of: date) -> bool:
    days = days_of_row(row)
    return days is not None and days[0] > as_of


def _told_of(
    rows: Sequence[Row], message: str, words: Words, code: str = "later_period"
) -> list[Note]:
    """A note on rows that do not count; none where there are none."""
    cells = tuple(fact.cell for row in rows if (fact := row.facts["value"]).cell is not None)
    kept = tuple(cell for cell in cells if cell is not None)
    return [Note(code, words(message), kept)] if rows else []
