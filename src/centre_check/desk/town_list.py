"""Read the list of towns: which centres were planned where, how many, by which year."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from centre_check.files import Mistake, raise_if
from centre_check.form.types import Disclosure, Form
from centre_check.logic import Interval
from centre_check.model.facts import Cell, Choices, Trouble
from centre_check.results.plan import Planned
from centre_check.standard import locations
from centre_check.standard.load import read_form
from centre_check.words import Words, mark
from centre_check.workbook.read import read_book
from centre_check.workbook.source import open_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from centre_check.model.table import Row
    from centre_check.workbook.grid import Grid

_FORM, _SHEET = "towns", "towns"
_KEYS = ("planned", "town", "district")
_YEAR_DIGITS = 4


def read_towns(path: Path, words: Words) -> tuple[Planned, ...]:
    """The lines of the list in this workbook; without a column of numbers, one centre a line.

    Raises:
        CentreCheckError: it cannot be read.
        BrokenFile: it is no such list, or a cell cannot be read; all of them at once.
    """
    form = read_form(locations.folder() / "forms" / f"{_FORM}.yaml")
    source, grids = open_workbook(path)
    rows = {row.number: row for key in _KEYS for row in _rows(grids, form, key)}
    reader = _Reader(form, words)
    if not rows:
        message = mark("there is no list of towns: it needs the columns 镇街 and 计划数, or 区县")
        reader.mistakes.append(Mistake(1, 1, message))
    planned = tuple(reader.planned(row) for _, row in sorted(rows.items()))
    raise_if(source.path, reader.mistakes)
    return planned


def _rows(grids: tuple[Grid, ...], form: Form, key: str) -> Sequence[Row]:
    """The rows of the list that say something in this column.

    Which columns a list has, and which of them a row leaves blank, is up to the office.
    """
    sheets = tuple(sheet._replace(key=key) for sheet in form.sheets)
    book = read_book(grids, form._replace(sheets=sheets), disclosure=Disclosure.MASKED)
    return book.tables[_SHEET].rows


class _Reader:
    """Turns rows into lines of the plan; gathers what it cannot read."""

    def __init__(self, form: Form, words: Words) -> None:
        self.mistakes: list[Mistake] = []
        self._levels = {
            choice.id: words.phrase(choice.title) for choice in form.dictionaries["level"]
        }

    def planned(self, row: Row) -> Planned:
        level = self._level(row)
        number = self._number(row, "planned")
        return Planned(
            _text(row, "district"),
            _text(row, "town"),
            _text(row, "code"),
            level,
            self._levels.get(level, ""),
            1 if number is None else number,
            self._number(row, "built"),
            self._year(row),
        )

    def _level(self, row: Row) -> str:
        entry = row.entry("level")
        if entry.is_blank:
            return ""
        known = entry.value.known if isinstance(entry.value, Choices) else ()
        if len(known) != 1:
            self._mistake(row, "level", mark("{cell}: {found} is no level"))
            return ""
        (only,) = known
        return str(only)

    def _number(self, row: Row, field: str) -> int | None:
        """A whole number; None where there is no such column, or nothing need stand there."""
        entry = row.entry(field)
        if entry.trouble is Trouble.NO_COLUMN or (entry.is_blank and field != "planned"):
            return None
        known = entry.value if isinstance(entry.value, Interval) else None
        value = known.low if known is not None and known.is_exact else None
        if not isinstance(value, Decimal) or value < 0 or value != value.to_integral_value():
            self._mistake(row, field, mark("{cell}: {found} is no number of centres"))
            return None
        return int(value)

    def _year(self, row: Row) -> int | None:
        entry = row.entry("year")
        if entry.is_blank:
            return None
        digits = "".join(filter(str.isdecimal, str(entry.value or "")))
        if len(digits) != _YEAR_DIGITS:
            self._mistake(row, "year", mark("{cell}: {found} is no year"))
            return None
        return int(digits)

    def _mistake(self, row: Row, field: str, message: str) -> None:
        cell = row.cell(field) or Cell("", "", "", None)
        values = {"cell": cell.address, "found": f"「{cell.value or ''}」"}
        self.mistakes.append(Mistake(row.number, 1, message, values))


def _text(row: Row, field: str) -> str:
    value = row.entry(field).value
    return str(value).strip() if value is not None else ""
