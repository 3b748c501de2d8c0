"""Find the header of a table: one row or two, anywhere in the first rows of a sheet."""

from collections.abc import Mapping
from typing import NamedTuple

from centre_check.form.labels import label
from centre_check.form.types import Field, Sheet
from centre_check.workbook.cell_facts import as_text
from centre_check.workbook.grid import Grid

SEARCHED_ROWS = 15
_ENOUGH = 3


class Column(NamedTuple):
    """A column of a table: which field it holds, and its header as it stands in the sheet."""

    at: int
    header: str
    field: Field | None


class Header(NamedTuple):
    """A table's header: `row` is its last row, `columns` all that have a text, by position."""

    row: int
    columns: tuple[Column, ...]

    @property
    def fields(self) -> Mapping[str, Column]:
        """The column of each field; the first one where a header stands twice."""
        found: dict[str, Column] = {}
        for column in self.columns:
            if column.field is not None:
                found.setdefault(column.field.id, column)
        return found


def find_header(grid: Grid, sheet: Sheet) -> Header | None:
    """The header row of `sheet`'s table in `grid`, None if there is none.

    The row with most known headers wins, the first of equals; two rows are read together when
    parent and child name more fields than either row alone.
    """
    fields = sheet.by_id()
    labels = {text: fields[name] for text, name in sheet.labels.items()}
    best: Header | None = None
    for row in range(min(SEARCHED_ROWS, grid.height)):
        known = len(best.fields) if best else 0
        single = Header(row, _columns(grid, row, None, labels))
        double = Header(row + 1, _columns(grid, row + 1, row, labels))
        better = max(single, double, key=lambda header: len(header.fields))
        if len(better.fields) > known:
            best = better
        elif known >= _ENOUGH:
            break  # what follows a header that is plain to see are its records
    if best is None or not (len(best.fields) > 1 or sheet.key in best.fields):
        return None
    return best


def _columns(
    grid: Grid, row: int, parents: int | None, labels: Mapping[str, Field]
) -> tuple[Column, ...]:
    found: list[Column] = []
    for at in range(len(grid.rows[row]) if row < len(grid.rows) else 0):
        own = _text(grid, row, at)
        parent = (
            _text(grid, parents, grid.across.get((parents, at), (0, at))[1])
            if parents is not None
            else ""
        )
        for header in _spellings(own, parent):
            if label(header) in labels:
                found.append(Column(at, header, labels[label(header)]))
                break
        else:
            if own or parent:
                found.append(Column(at, own or parent, None))
    return tuple(found)


def _spellings(own: str, parent: str) -> list[str]:
    """How a header may be meant: parent and child together, the child, a parent without child."""
    if own and parent:
        return [parent + own, own]
    return [own or parent] if own or parent else []


def _text(grid: Grid, row: int, column: int) -> str:
    return as_text(grid.raw(row, column)).strip()
