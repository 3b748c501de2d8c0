"""Rows of indicators made legible: what each is of, its days, place and item, its figure's unit.

人 and 人次 are never taken for one another.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from centre_check.audit.targets.lines import IndicatorLine, lines_of, table_of_lines
from centre_check.audit.targets.naming import (
    WHOLE,
    IndicatorNames,
    meant,
    place_meant,
    reported_on,
    text_of,
)
from centre_check.audit.targets.uses import Uses
from centre_check.logic import Interval
from centre_check.logic.spans import named
from centre_check.logic.units import base_unit, is_same_unit, scale_of
from centre_check.model.entry import Entry
from centre_check.model.facts import Cell, Note
from centre_check.model.table import Table
from centre_check.standard.targets.types import ACHIEVED, PLANNED, Indicator, Targets
from centre_check.words import Words, mark
from centre_check.words.nearest import nearest

OTHER_UNIT = mark("it is in another unit than the indicator; 人 and 人次 never mix")
NO_UNIT = mark("元 or 万元? write the unit")
NO_SCALE = mark("in 万 or not? write the unit")
NOT_WHOLE = mark("not a whole number; is 万 missing in the unit?")
SHARE = mark("a share or a percentage? write it with %")
BELOW_ZERO = mark("less than zero")
UNLIKE = mark("it is none of the names asked for")
_FRACTIONAL = ("%", "元", "㎡", "分钟", "小时", "天", "工作日", "")
_MYRIAD = 10_000
_FAR = 10  # times the target: a figure is not that much more than was asked for
_PLACES = "places"
_HOUR = 60  # minutes


class Ready(NamedTuple):
    """The tables as they are counted, and what the reader should know of it."""

    tables: Mapping[str, Table]
    notes: tuple[Note, ...]


class Reader:
    """Reads rows of indicators by a standard."""

    def __init__(
        self, tables: Mapping[str, Table], standard: Targets, used: Uses, words: Words
    ) -> None:
        self.tables = tables
        self.names = IndicatorNames(standard.indicators)
        self.known = [name for one in standard.indicators for name in one.names]
        self.used = used
        self.words = words
        self.places = _listed(tables.get(_PLACES))
        self.units = self._planned_units()

    def legible(self) -> Ready:
        """The tables with every row in its indicator's own name and unit."""
        found = dict(self.tables)
        notes: list[Note] = []
        for name in (ACHIEVED, PLANNED):
            if name in found:
                lines = [self._legible(row) for row in lines_of(found[name])]
                found[name] = table_of_lines(found[name], lines)
        notes += self._unknown(found.get(ACHIEVED))
        notes += self._unlike_items(found.get(ACHIEVED))
        notes += self._unlike_places(found.get(ACHIEVED))
        return Ready(found, tuple(notes))

    def _planned_units(self) -> dict[str, str]:
        """The unit that the workbook's own list of targets names for an indicator."""
        table = self.tables.get(PLANNED)
        found: dict[str, str] = {}
        for row in lines_of(table) if table else ():
            indicator, unit = self.names.indicator_of(row), row.entry("unit").value
            if indicator is not None and isinstance(unit, str):
                is_other = found.setdefault(indicator.id, unit) != unit
                found[indicator.id] = "" if is_other else unit  # of two, neither is meant
        return found

    def _legible(self, row: IndicatorLine) -> IndicatorLine:
        indicator = self.names.indicator_of(row)
        if indicator is None:
            return row
        row = row.of_text("indicator", indicator.names[0])
        row = self._with_year(row, indicator)
        row = self._with_item(row, indicator)
        row = self._with_place(row)
        return self._in_unit(row, indicator)

    def _with_year(self, row: IndicatorLine, indicator: Indicator) -> IndicatorLine:
        """A period that leaves its year out is of the year of its last day, or of the programme.

        What is of the year before may be written with that year, or with the one it is held
        against.
        """
        years = self.used.years
        only = min(years) if len(years) == 1 else None
        entry = row.entry("period")
        if entry.value is None and entry.shown:
            reported = reported_on(row)
            year = reported.year if reported is not None else only
            told = named(entry.shown)
            if year is not None and told is not None and told.year is None:
                row = row.saying("period", Entry(entry.shown, told.days(year)))
        if indicator.is_year_before and only is not None:
            return row.saying("period", a_year_on(row.entry("period"), only))
        return row

    def _with_item(self, row: IndicatorLine, indicator: Indicator) -> IndicatorLine:
        asked, text = self.used.items.get(indicator.id), text_of(row, "item")
        if not asked or not text:
            return row
        name = meant(text, asked)
        if name is not None:
            return row.of_text("item", name)
        if nearest(text, (one for spellings in asked for one in spellings)) is None:
            return row
        return row.unread("item", UNLIKE)

    def _with_place(self, row: IndicatorLine) -> IndicatorLine:
        text = text_of(row, "place")
        if text in WHOLE:
            return row.of_text("place", "")
        place = place_meant(text, self.places) if text and self.places else None
        return row if place is None else row.of_text("place", place)

    def _in_unit(self, row: IndicatorLine, indicator: Indicator) -> IndicatorLine:
        """The row; its figure is unreadable where its unit is not the indicator's."""
        entry, unit = row.entry("value"), row.entry("unit").value
        value = entry.value
        if value is None:
            return row
        stated = unit if isinstance(unit, str) else ""
        planned = self.units.get(indicator.id, "")
        if not stated and planned:
            stated, value = planned, _times(value, 10 ** _powers(scale_of(planned)))
        if base_unit(stated) == "小时" and indicator.unit == "分钟":
            stated, value = "分钟", _times(value, _HOUR)
        remark = _misfit(value, stated, indicator, self.used.limits.get(indicator.id))
        if not remark:
            return row.saying("value", entry._replace(value=value))
        return row.unread("value", remark)

    def _unknown(self, table: Table | None) -> Iterator[Note]:
        """A note on rows that no indicator of the standard is called like."""
        for row in lines_of(table) if table is not None else ():
            cell = row.cell("indicator")
            if self.names.indicator_of(row) is not None or cell is None:
                continue
            close = nearest(cell.value or "", self.known)
            text = mark("no target of the standard is called so")
            if close is not None:
                text = mark("no target of the standard is called so; did you mean 「{close}」?")
            yield Note("other_rows", self.words(text, close=close or ""), (cell,))

    def _unlike_items(self, table: Table | None) -> Iterator[Note]:
        for row in lines_of(table) if table is not None else ():
            indicator, cell = self.names.indicator_of(row), row.cell("item")
            asked = self.used.items.get(indicator.id) if indicator is not None else None
            if not asked or cell is None or not cell.value:
                continue
            if row.entry("item").value not in {one[0] for one in asked}:
                listed = self.words.join(one[0] for one in asked)
                text = self.words(mark("it is none of the names asked for: {names}"), names=listed)
                yield Note("other_items", text, (cell,))

    def _unlike_places(self, table: Table | None) -> Iterator[Note]:
        listed = set(self.places)
        for row in lines_of(table) if table is not None and listed else ():
            indicator, cell = self.names.indicator_of(row), row.cell("place")
            if indicator is None or indicator.id not in self.used.by_place:
                continue
            place = row.entry("place").value
            if cell is not None and place and place not in listed:
                text = mark("this place is not on the list of places")
                yield Note("other_places", self.words(text), (cell,))


def _listed(table: Table | None) -> tuple[str, ...]:
    return tuple(name for name in table.texts("name") if name) if table is not None else ()


def a_year_on(entry: Entry, year: int) -> Entry:
    """A period of the year before, moved to the year in which it is held against."""
    days = entry.value
    if not isinstance(days, Interval) or days.low is None or days.high is None:
        return entry
    if {days.low.year, days.high.year} != {year - 1}:
        return entry
    return entry._replace(value=Interval(_next_year(days.low), _next_year(days.high)))


def _next_year(day: date) -> date:
    is_leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28) if is_leap else day.replace(year=day.year + 1)


def _powers(scale: str) -> int:
    return sum({"百": 2, "千": 3, "万": 4, "亿": 8}[char] for char in scale)


def _times(value: Interval[Decimal], factor: int) -> Interval[Decimal]:
    low = None if value.low is None else value.low * factor
    high = None if value.high is None else value.high * factor
    return value._replace(low=low, high=high)


def _misfit(
    value: Interval[Decimal], stated: str, indicator: Indicator, limit: Decimal | None
) -> str:
    own, needed = base_unit(stated), base_unit(indicator.unit)
    allowed = (needed, *map(base_unit, indicator.also))
    if own and not any(is_same_unit(own, one) for one in allowed):
        return OTHER_UNIT
    if value.low is not None and value.low < 0 and not indicator.is_signed:
        return BELOW_ZERO
    has_unit = bool(own) or bool(scale_of(stated))
    if not has_unit and value != Interval.exactly(Decimal(0)):
        if needed == "元":
            return NO_UNIT
        if needed == "%":  # 0.048 may be a cell that shows 4.8%
            return SHARE
        if limit is not None and value.low and value.low * _MYRIAD <= limit * _FAR:
            return NO_SCALE
    is_whole = value.low is None or not value.is_exact or value.low % 1 == 0
    return "" if is_whole or needed in _FRACTIONAL else NOT_WHOLE


def cells_of(rows: Sequence[IndicatorLine], field: str) -> tuple[Cell, ...]:
    """The cells in which rows have a field."""
    return tuple(cell for row in rows if (cell := row.cell(field)) is not None)
