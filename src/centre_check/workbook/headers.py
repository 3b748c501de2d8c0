"""The header of a table: one row or two of a sheet, and the columns that have a text there."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from centre_check.form.labels import label
from centre_check.form.types import Field
from centre_check.logic.private import without_numbers
from centre_check.model.recognition import Means
from centre_check.workbook.cells import Raw, as_text
from centre_check.workbook.grid import Grid
from centre_check.workbook.masking import cut

SEARCHED_ROWS = 15
ENOUGH = 3  # known headers that make a row a header wherever it stands


class HeaderColumn(NamedTuple):
    """A column of a table: which field it holds, and its header as it stands in the sheet.

    `means` says how that is known where no synonym says so, or why the column is not read although
    its header may mean one of the `suggested` fields.
    """

    at: int
    header: str
    field: Field | None
    means: Means | None = None
    suggested: tuple[Field, ...] = ()
    others: tuple[Field, ...] = ()  # the one of a sheet that may stand in this one
    row: int = -1  # of a label that has a value beside it

    def known_by(self) -> str:
        """How its field is known: the form's own name, a synonym, one that says more, composed."""
        if self.means is not None:
            return self.means
        if self.field is None:
            return ""
        own = label(self.header)
        if own == label(self.field.header):
            return "name"
        implied = any(own.endswith(one.label) for one in self.field.implies)
        return "implied" if implied else "synonym"

    @property
    def is_bracketed(self) -> bool:
        """Whether a part of the head stands in brackets."""
        return "(" in self.header or "（" in self.header


class Header(NamedTuple):
    """A table's header: rows `first` to `row`, `columns` all that have a text, by position.

    The table takes the columns from `left` on, up to but without `right` (None: all there are).
    """

    first: int
    row: int
    columns: tuple[HeaderColumn, ...]
    left: int = 0
    right: int | None = None

    @property
    def fields(self) -> Mapping[str, HeaderColumn]:
        """The column of each field; the first one where a header stands twice."""
        found: dict[str, HeaderColumn] = {}
        for column in self.columns:
            if column.field is not None:
                found.setdefault(column.field.id, column)
        return found


def most_known(grid: Grid, rows: Iterable[int], labels: Mapping[str, Field]) -> Header | None:
    """The header with most fields that begins in one of these rows, the first of equals."""
    best: Header | None = None
    for row in rows:
        known = len(best.fields) if best else 0
        better = fuller(grid, row, labels)
        if len(better.fields) > known:
            best = better
        elif known >= ENOUGH:
            break  # what follows a header that is plain to see are its records
    return best


def header_at(grid: Grid, row: int, labels: Mapping[str, Field]) -> Header:
    """The header that somebody says stands in this row: in it, or ending or beginning there."""
    candidates = [_single(grid, row, labels), of_two_rows(grid, row, labels)]
    if row > 0:
        candidates.append(of_two_rows(grid, row - 1, labels))
    return max(candidates, key=lambda header: len(header.fields))


def fuller(grid: Grid, row: int, labels: Mapping[str, Field]) -> Header:
    """The row alone, or with the one below; a title above a header is no part of it."""
    single, double = _single(grid, row, labels), of_two_rows(grid, row, labels)
    if len(double.fields) <= len(single.fields):
        return single
    below = _single(grid, row + 1, labels)
    return double if len(double.fields) > len(below.fields) else below


def _single(grid: Grid, row: int, labels: Mapping[str, Field]) -> Header:
    return Header(row, row, _columns(grid, row, None, labels))


def of_two_rows(grid: Grid, row: int, labels: Mapping[str, Field]) -> Header:
    """The header of this row, which holds groups, and the one below it."""
    return Header(row, row + 1, _columns(grid, row + 1, row, labels))


def _columns(
    grid: Grid, row: int, parents: int | None, labels: Mapping[str, Field]
) -> tuple[HeaderColumn, ...]:
    found: list[HeaderColumn] = []
    for at, raw in enumerate(grid.rows[row] if row < len(grid.rows) else ()):
        own = _as_head(raw)
        parent = (
            head_text(grid, parents, grid.across.get((parents, at), (0, at))[1])
            if parents is not None
            else ""
        )
        if not parent:  # as in most rows
            if own:
                found.append(HeaderColumn(at, own, labels.get(label(own))))
            continue
        for header in _spellings(own, parent):
            field = labels.get(label(header))
            if field is not None:
                found.append(HeaderColumn(at, header, field))
                break
        else:
            if own or parent:
                found.append(HeaderColumn(at, own or parent, None))
    return tuple(found)


def _spellings(own: str, parent: str) -> list[str]:
    """How a header may be meant: parent and child together, the child, a parent without child."""
    if own and parent:
        return [parent + own, own]
    return [own or parent] if own or parent else []


def head_text(grid: Grid, row: int, column: int) -> str:
    """The cell as a head."""
    return _as_head(grid.raw(row, column))


def _as_head(raw: Raw) -> str:
    """What is shown of a head: without the numbers of persons."""
    return without_numbers(cut((raw if isinstance(raw, str) else as_text(raw)).strip()))
