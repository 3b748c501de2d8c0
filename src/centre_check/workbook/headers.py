"""Find the header of a table: one row or two, anywhere in the first rows of a sheet."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from centre_check.form.labels import bracketed, label
from centre_check.form.types import Field, Sheet
from centre_check.workbook.cells import as_text
from centre_check.workbook.grid import Grid
from centre_check.workbook.mapping import NOT_MAPPED, SheetMapping

SEARCHED_ROWS = 15
ENOUGH = 3  # known headers that make a row a header wherever it stands
_DEEPEST = 60  # rows: a header below long instructions, when there is none further up
_UNIT_LINE = r"(?<!填报)(?<!报送)(?<!填表)单位[:：]([^:：]{1,20})"
_OTHER_UNITS: Mapping[str, tuple[str, ...]] = {  # what a unit line may say for a column's unit
    "㎡": ("万㎡", "万平方米", "亩"),
    "万元": ("元",),
    "元": ("万元",),
    "元/月": ("万元",),
}


class Column(NamedTuple):
    """A column of a table: which field it holds, and its header as it stands in the sheet."""

    at: int
    header: str
    field: Field | None


class Header(NamedTuple):
    """A table's header: rows `first` to `row`, `columns` all that have a text, by position.

    The table takes the columns from `left` on, up to but without `right` (None: all there are).
    """

    first: int
    row: int
    columns: tuple[Column, ...]
    left: int = 0
    right: int | None = None

    @property
    def fields(self) -> Mapping[str, Column]:
        """The column of each field; the first one where a header stands twice."""
        found: dict[str, Column] = {}
        for column in self.columns:
            if column.field is not None:
                found.setdefault(column.field.id, column)
        return found


def find_header(grid: Grid, sheet: Sheet, mapping: SheetMapping = NOT_MAPPED) -> Header | None:
    """The header row of `sheet`'s table in `grid`, None if there is none.

    The row with most known headers wins, the first of equals; two rows are read together when
    parent and child name more fields than either row alone. What is mapped wins over both.
    """
    labels = _labels(sheet, mapping)
    if mapping.header_row:
        found: Header | None = _header_at(grid, mapping.header_row - 1, labels)
        found = found if found is not None and found.columns else None
    else:
        found = _most_known(grid, range(min(SEARCHED_ROWS, grid.height)), labels)
        if found is None or not (len(found.fields) > 1 or sheet.key in found.fields):
            found = _most_known(grid, range(SEARCHED_ROWS, min(_DEEPEST, grid.height)), labels)
            found = found if found is not None and len(found.fields) >= ENOUGH else None
    if found is None:
        return None
    return _with_units(grid, _with_letters(grid, found, sheet, mapping))


def header_from(grid: Grid, row: int, sheet: Sheet) -> Header:
    """The header of `sheet` that begins in this row, of one row or two."""
    return _with_units(grid, _better(grid, row, _labels(sheet, NOT_MAPPED)))


def _labels(sheet: Sheet, mapping: SheetMapping) -> Mapping[str, Field]:
    fields = sheet.by_id()
    labels = {text: fields[name] for text, name in sheet.labels.items()}
    if not mapping.columns:
        return labels
    own = {text: field for text, field in labels.items() if field.id not in mapping.columns}
    return own | {label(text): fields[name] for name, text in mapping.columns.items()}


def _most_known(grid: Grid, rows: Iterable[int], labels: Mapping[str, Field]) -> Header | None:
    best: Header | None = None
    for row in rows:
        known = len(best.fields) if best else 0
        better = _better(grid, row, labels)
        if len(better.fields) > known:
            best = better
        elif known >= ENOUGH:
            break  # what follows a header that is plain to see are its records
    return best


def _header_at(grid: Grid, row: int, labels: Mapping[str, Field]) -> Header:
    """The header that somebody says stands in this row: in it, or ending or beginning there."""
    candidates = [_single(grid, row, labels), _double(grid, row, labels)]
    if row > 0:
        candidates.append(_double(grid, row - 1, labels))
    return max(candidates, key=lambda header: len(header.fields))


def _better(grid: Grid, row: int, labels: Mapping[str, Field]) -> Header:
    """The row alone, or with the one below; a title above a header is no part of it."""
    single, double = _single(grid, row, labels), _double(grid, row, labels)
    if len(double.fields) <= len(single.fields):
        return single
    below = _single(grid, row + 1, labels)
    return double if len(double.fields) > len(below.fields) else below


def _single(grid: Grid, row: int, labels: Mapping[str, Field]) -> Header:
    return Header(row, row, _columns(grid, row, None, labels))


def _double(grid: Grid, row: int, labels: Mapping[str, Field]) -> Header:
    return Header(row, row + 1, _columns(grid, row + 1, row, labels))


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
            field = labels.get(label(header))
            if field is not None:
                found.append(Column(at, header, field))
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


def _with_letters(grid: Grid, header: Header, sheet: Sheet, mapping: SheetMapping) -> Header:
    """The header with the columns that a mapping gives by letter."""
    if not mapping.letters:
        return header
    fields = sheet.by_id()
    given = {at: fields[name] for name, at in mapping.letters.items()}
    texts = {column.at: column.header for column in header.columns}
    columns = [
        column._replace(field=None)
        if column.field is not None and column.field.id in mapping.letters
        else column
        for column in header.columns
        if column.at not in given
    ]
    columns += [
        Column(at, texts.get(at) or _text(grid, header.row, at) or field.header, field)
        for at, field in given.items()
    ]
    return header._replace(columns=tuple(sorted(columns, key=lambda column: column.at)))


def _with_units(grid: Grid, header: Header) -> Header:
    """The header, its columns of amounts in the unit that a line above states: 「单位：万元」."""
    units = _unit_line(grid, header.first)
    if not units:
        return header
    columns = tuple(_in_unit(column, units) for column in header.columns)
    return header._replace(columns=columns)


def _in_unit(column: Column, units: frozenset[str]) -> Column:
    if column.field is None or bracketed(column.header):
        return column
    stated = [unit for unit in _OTHER_UNITS.get(column.field.unit, ()) if unit in units]
    return column._replace(header=f"{column.header}({stated[0]})") if stated else column


def _unit_line(grid: Grid, before: int) -> frozenset[str]:
    for row in range(min(before, len(grid.rows))):
        for raw in grid.rows[row]:
            if isinstance(raw, str) and "单位" in raw and (found := re.search(_UNIT_LINE, raw)):
                return frozenset(re.split(r"[、,，;；/和及\s]+", found[1].strip()))
    return frozenset()


def _text(grid: Grid, row: int, column: int) -> str:
    return as_text(grid.raw(row, column)).strip()


def known_by(header: str, field: Field) -> str:
    """How a header is a field's: by the form's own name, a synonym, or one that says more."""
    own = label(header)
    if own == label(field.header):
        return "name"
    return "implied" if any(one.label == own for one in field.implies) else "synonym"
