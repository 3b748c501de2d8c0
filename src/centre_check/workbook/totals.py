"""Compare the totals that a sheet states with what its records give."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from centre_check.form.types import Field, Kind
from centre_check.logic import Interval
from centre_check.logic.spelling import normalise
from centre_check.model.facts import Cell
from centre_check.workbook.cells import Raw, as_text, number
from centre_check.workbook.columns import Heads, TableColumns
from centre_check.workbook.entries import EntryReader
from centre_check.workbook.grid import Grid
from centre_check.workbook.headers import Header

# Compiled by `re` when there is a total.
_COUNT = r"^(?:[^0-9]{0,12}?)([0-9]{1,6})(?:人|名|户|家|个|项|条|次|份|间|处|位)?$"
_OF_PART = ("小计", "本页")


class Difference(NamedTuple):
    """A total that is stated otherwise than counted; `header` is empty for a number of records."""

    cell: Cell
    header: str
    stated: str
    counted: str


class Totals:
    """Goes along with the rows of a table and looks at its total rows."""

    def __init__(self, grid: Grid, header: Header, heads: Heads, reader: EntryReader) -> None:
        self._grid = grid
        self._heads = heads
        self._reader = reader
        self._by_column = {column.at: column.field for column in header.columns}
        self._since = 0

    def differences(
        self, raws: Sequence[Raw], rows: Sequence[int], cells: Sequence[Cell]
    ) -> list[Difference]:
        """What the total row with these cells states wrongly of the records above it."""
        own = rows[self._since :]
        self._since = len(rows)
        filled = [at for at, raw in enumerate(raws) if raw is not None and as_text(raw).strip()]
        is_part = bool(filled) and normalise(as_text(raws[filled[0]])).startswith(_OF_PART)
        of = [own] if is_part else [rows, own]
        found = (
            self._difference(raws[at], self._by_column.get(at), of, cells[at]) for at in filled
        )
        return [one for one in found if one is not None]

    def _difference(
        self, raw: Raw, field: Field | None, of: Sequence[Sequence[int]], cell: Cell
    ) -> Difference | None:
        if field is not None and field.kind is Kind.NUMBER:
            stated = number(raw, "").value
            if not isinstance(stated, Interval) or not stated.is_exact:
                return None
            sums = [self._sum(rows, field) for rows in of]
            if None in sums or stated.low in sums:
                return None
            return Difference(cell, field.header, _plain(stated.low), _plain(sums[0]))
        if field is not None and field.kind is Kind.AMOUNT:  # a sum of many units, not a number
            return None
        found = re.match(_COUNT, normalise(as_text(raw)))
        if found is None or (isinstance(raw, float) and not raw.is_integer()):
            return None
        counts = [len(rows) for rows in of]
        if int(found[1]) in counts:
            return None
        return Difference(cell, "", found[1], str(counts[0]))

    def is_bare(self, raws: Sequence[Raw], rows: Sequence[int]) -> bool:
        """Whether a row holds nothing but sums of the columns above it, without any word."""
        if len(rows) < 2:
            return False
        for raw in raws:
            if raw and raw.__class__ is str:
                return False  # most rows, by their first cells
        filled = [(at, raw) for at, raw in enumerate(raws) if raw is not None and raw != ""]
        if not filled:
            return False
        for at, raw in filled:
            field = self._by_column.get(at)
            if field is None or field.kind is not Kind.NUMBER or not isinstance(raw, int | float):
                return False
            if self._sum(rows, field) != Decimal(str(raw)):
                return False
        return True

    def _sum(self, rows: Sequence[int], field: Field) -> Decimal | None:
        """The sum of a column, blank cells left out; None where it cannot be told."""
        column = TableColumns(self._grid, rows, self._heads, self._reader).read(field)
        total = Decimal(0)
        if column is None:
            return total
        for code in column.codes:
            entry = column.entries[code]
            if entry.shown is None:
                continue
            if not isinstance(entry.value, Interval) or not entry.value.is_exact:
                return None
            amount: Decimal | None = entry.value.low
            total += amount or 0
        return total


def _plain(value: object) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
