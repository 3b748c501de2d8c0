"""Up to which day a figure is known: a figure to October is judged to October."""

from collections.abc import Iterable, Mapping
from datetime import date

from centre_check.audit.targets.lines import IndicatorLine, lines_of
from centre_check.audit.targets.naming import days_of_row, reported_on
from centre_check.checks.grammar import Population
from centre_check.checks.quantity import OfRecords, Quantity, Takes
from centre_check.model.table import Table
from centre_check.standard.targets.types import ACHIEVED, Indicator


class Coverage:
    """The days that the rows of a workbook are of, by their indicators."""

    def __init__(
        self,
        tables: Mapping[str, Table],
        indicators: Iterable[Indicator],
        populations: Mapping[str, Population],
    ) -> None:
        self._ids = {one.names[0]: one.id for one in indicators}
        self._populations = populations
        self._rows: dict[str, list[IndicatorLine]] = {}
        table = tables.get(ACHIEVED)
        for row in lines_of(table) if table else ():
            name = row.entry("indicator").value
            if name in self._ids:
                self._rows.setdefault(self._ids[name], []).append(row)

    def until(self, quantity: Quantity, within: tuple[date, date] | None) -> date | None:
        """The last day that the figures of a quantity are of; None where that is not told.

        A single day says when something was, not until when everything was counted.
        """
        rows = self._rows.get(self._indicator(quantity), ())
        if within is not None:
            first, last = within
            rows = [row for row in rows if _is_within(row, first, last)]
        days = [_until(row) for row in rows if row.entry("value").value is not None]
        return None if None in days else max((day for day in days if day), default=None)

    def _indicator(self, quantity: Quantity) -> str:
        takes = (Takes.ALL, Takes.ONE, Takes.EACH_PLACE)
        if isinstance(quantity, OfRecords):
            own = self._populations[quantity.population]
            return (own.part_of or own.id) if quantity.takes in takes else ""
        first = next(quantity.parts()) if quantity.is_divisible else None
        return "" if first is None else self._indicator(first)


def _is_within(row: IndicatorLine, first: date, last: date) -> bool:
    days = days_of_row(row)
    return days is not None and first <= days[0] and days[1] <= last


def _until(row: IndicatorLine) -> date | None:
    days, reported = days_of_row(row), reported_on(row)
    if reported is not None:
        return reported
    return days[1] if days is not None and days[0] < days[1] else None


def last_day(
    rows: Iterable[IndicatorLine], counted: frozenset[str]
) -> tuple[date, IndicatorLine] | None:
    """The last day of all figures, with its row; None where one of them is of a single day.

    `counted` are the names of indicators whose rows are counted: each is of its own day.
    """
    found: list[tuple[date, IndicatorLine]] = []
    for row in rows:
        name, days = row.entry("indicator").value, days_of_row(row)
        if name is None or days is None:
            continue
        if name in counted or days[0] == days[1]:
            return None
        found.append((days[1], row))
    return max(found, key=lambda one: one[0], default=None)
