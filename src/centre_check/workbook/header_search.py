"""Find the header of a table anywhere in the first rows of a sheet."""

import re
from collections.abc import Collection, Mapping

from centre_check.form.labels import bracketed, label
from centre_check.form.types import Field, Sheet
from centre_check.workbook.composed import Composer
from centre_check.workbook.composed_columns import (
    first_rows,
    standing_in,
    with_composed,
    with_others,
    without_altered,
)
from centre_check.workbook.grid import Grid
from centre_check.workbook.headers import (
    ENOUGH,
    SEARCHED_ROWS,
    Header,
    HeaderColumn,
    fuller,
    head_text,
    header_at,
    most_known,
)
from centre_check.workbook.mapping import NOT_MAPPED, SheetMapping
from centre_check.workbook.uneven_columns import over_cells, split

_DEEPEST = 60  # rows: a header below long instructions, when there is none further up
_UNIT_LINE = r"(?<!填报)(?<!报送)(?<!填表)单位[:：]([^:：]{1,20})"
_AREA = "㎡"
_AREAS = frozenset((_AREA, "平方米", "m2", "m²", "平米"))
_OTHER_UNITS: Mapping[str, tuple[str, ...]] = {  # what a unit line may say for a column's unit
    "㎡": ("万㎡", "万平方米", "亩"),
    "万元": ("元",),
    "元": ("万元",),
    "元/月": ("万元",),
}


def find_header(
    grid: Grid,
    sheet: Sheet,
    mapping: SheetMapping = NOT_MAPPED,
    composer: Composer | None = None,
) -> Header | None:
    """The header row of `sheet`'s table in `grid`, None if there is none.

    The row with most known headers wins, the first of equals; two rows are read together when
    parent and child name more fields than either row alone. What is mapped wins over both. With a
    `composer`, heads that no synonym names are read by what they are made of.
    """
    labels = _labels(sheet, mapping)
    found = _known_header(grid, sheet, mapping, labels)
    if composer is not None:
        is_plain = found is not None and len(found.fields) >= ENOUGH
        rows = range(found.first, found.row + 1) if found and is_plain else first_rows(grid)
        found = with_composed(grid, found, rows, sheet, labels, composer)
        if found is not None:
            found = standing_in(grid, without_altered(found, composer), sheet, composer)
            found = split(grid, over_cells(grid, found, sheet), sheet, composer)
            found = with_others(grid, found, sheet, composer)
    if found is None:
        return None
    strange = composer.form.grammar.measures if composer is not None else ()
    return _with_units(grid, _with_letters(grid, found, sheet, mapping), strange)


def _known_header(
    grid: Grid, sheet: Sheet, mapping: SheetMapping, labels: Mapping[str, Field]
) -> Header | None:
    if mapping.header_row:
        found: Header | None = header_at(grid, mapping.header_row - 1, labels)
        found = found if found is not None and found.columns else None
    else:
        found = most_known(grid, range(min(SEARCHED_ROWS, grid.height)), labels)
        if found is None or not (len(found.fields) > 1 or sheet.key in found.fields):
            found = most_known(grid, range(SEARCHED_ROWS, min(_DEEPEST, grid.height)), labels)
            found = found if found is not None and len(found.fields) >= ENOUGH else None
    return found


def header_from(grid: Grid, row: int, sheet: Sheet, composer: Composer) -> Header:
    """The header of `sheet` that begins in this row, of one row or two."""
    labels = _labels(sheet, NOT_MAPPED)
    found = fuller(grid, row, labels)
    if len(found.fields) > 1:
        rows = range(found.first, found.row + 1)
        found = with_composed(grid, found, rows, sheet, labels, composer) or found
    return _with_units(grid, without_altered(found, composer), composer.form.grammar.measures)


def _labels(sheet: Sheet, mapping: SheetMapping) -> Mapping[str, Field]:
    fields = sheet.by_id()
    labels = {text: fields[name] for text, name in sheet.labels.items()}
    if not mapping.columns:
        return labels
    own = {text: field for text, field in labels.items() if field.id not in mapping.columns}
    return own | {label(text): fields[name] for name, text in mapping.columns.items()}


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
        HeaderColumn(at, texts.get(at) or head_text(grid, header.row, at) or field.header, field)
        for at, field in given.items()
    ]
    return header._replace(columns=tuple(sorted(columns, key=lambda column: column.at)))


def _with_units(grid: Grid, header: Header, strange: Collection[str]) -> Header:
    """The header, its columns of amounts in the unit that a line above states: 「单位：万元」.

    One of the `strange` units, which nobody converts, is that of every area.
    """
    units = _unit_line(grid, header.first)
    if not units:
        return header
    columns = tuple(_in_unit(column, units, strange) for column in header.columns)
    return header._replace(columns=columns)


def _in_unit(column: HeaderColumn, units: frozenset[str], strange: Collection[str]) -> HeaderColumn:
    if column.field is None or bracketed(column.header):
        return column
    stated = [unit for unit in _OTHER_UNITS.get(column.field.unit, ()) if unit in units]
    if column.field.unit == _AREA and not stated and units.isdisjoint(_AREAS):
        stated = [unit for unit in units if unit in strange]
    return column._replace(header=f"{column.header}({stated[0]})") if stated else column


def _unit_line(grid: Grid, before: int) -> frozenset[str]:
    for row in range(min(before, len(grid.rows))):
        for raw in grid.rows[row]:
            if isinstance(raw, str) and "单位" in raw and (found := re.search(_UNIT_LINE, raw)):
                return frozenset(re.split(r"[、,，;；/和及\s]+", found[1].strip()))
    return frozenset()
