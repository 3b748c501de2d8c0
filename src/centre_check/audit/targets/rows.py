"""Rows of indicators made ready: in their indicators' units, none of a day to come, none twice.

人 and 人次 are never taken for one another.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from centre_check.audit.targets.naming import days_of_row, indicator_of
from centre_check.audit.targets.overlaps import held_in_others
from centre_check.audit.targets.uses import Uses
from centre_check.logic import Interval
from centre_check.logic.spelling import normalise
from centre_check.logic.units import base_unit
from centre_check.model.entry import Entry
from centre_check.model.facts import Cell, Note, Trouble
from centre_check.model.table import Row, Said, Table
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
        table = _in_units(found[name], by_name)
        if name == ACHIEVED:
            later = [row for row in table.rows if _is_later(row, as_of)]
            notes += _told_of(later, mark("of a period after the day, not counted"), words)
            table = table.only([row.at for row in table.rows if row not in later])
            held, doubts = held_in_others(table.rows, by_name, used)
            text = mark("held in other figures and not added again")
            notes += _told_of([table.rows[at] for at in sorted(held)], text, words, "cumulative")
            table = unreadable(table, doubts)
            table = table.only([at for at in range(len(table.numbers)) if at not in held])
        found[name] = table
    unknown = _unknown(found.get(ACHIEVED), by_name)
    if unknown:
        notes.append(
            Note("other_rows", words(mark("no target of the standard is called so")), unknown)
        )
    return Ready(found, tuple(notes))


def _unknown(table: Table | None, by_name: Mapping[str, Indicator]) -> tuple[Cell, ...]:
    rows = table.rows if table is not None else ()
    cells = (row.cell("indicator") for row in rows if indicator_of(row, by_name) is None)
    return tuple(cell for cell in cells if cell is not None)


def _in_units(table: Table, by_name: Mapping[str, Indicator]) -> Table:
    """The table; figures are unreadable where their unit is not the indicator's."""
    wrong: dict[int, str] = {}
    for row, unit in zip(table.rows, table.texts("unit"), strict=True):
        indicator, value = indicator_of(row, by_name), row.entry("value").value
        if indicator is not None and value is not None:
            wrong[row.at] = _misfit(value, unit, indicator.unit)
    return unreadable(table, {at: remark for at, remark in wrong.items() if remark})


def unreadable(table: Table, remarks: Mapping[int, str]) -> Table:
    """The table where the figures of these rows cannot be read, for a reason."""
    column = table.columns.get("value")
    if column is None or not remarks:
        return table
    changes: dict[int, Said] = {
        at: (Entry(column.entry(at).shown, None, Trouble.UNREADABLE, remark), None)
        for at, remark in remarks.items()
    }
    return table.but({"value": column.rewritten(changes)})


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
    cells = tuple(cell for row in rows if (cell := row.cell("value")) is not None)
    return [Note(code, words(message), cells)] if rows else []
