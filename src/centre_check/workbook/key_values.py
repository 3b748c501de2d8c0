"""Read a key/value sheet: labels with their values to the right, or below.

A code between the two, as statistical forms have it, belongs to the label. Where no synonym names a
label, it is read by what it is made of, if the value agrees.
"""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping

from centre_check.form.labels import label
from centre_check.form.types import Field, Kind, Sheet
from centre_check.logic.spelling import normalise
from centre_check.model.facts import Cell
from centre_check.model.recognition import Means
from centre_check.workbook.cells import as_text
from centre_check.workbook.columns import KeyValueColumns
from centre_check.workbook.composed import Composer
from centre_check.workbook.deriving import SheetColumns
from centre_check.workbook.entries import EntryReader
from centre_check.workbook.grid import Grid, Place, ref
from centre_check.workbook.headers import HeaderColumn, head_text
from centre_check.workbook.mapping import NOT_MAPPED, SheetMapping
from centre_check.workbook.tables import TableRead
from centre_check.workbook.witness import Testimony, entries, refutes, testimony

_SEARCHED = 200  # rows and columns: a form fits on a page or two
_CLEAR_ROWS, _CLEAR_LABELS = 3, 5  # of labels with values make a sheet a key/value one
_CLEAR_TITLED = 3  # labels that are enough below a title that says the same
_CODE = re.compile(r"(?P<series>[a-z]{1,6})[0-9][0-9a-z]{0,7}")
_HEADS = frozenset("项目 内容 填报内容 填写内容 指标 填写说明 填报说明 备注 说明 序号".split())  # noqa: SIM905


def read_key_values(  # noqa: PLR0917
    grid: Grid,
    sheet: Sheet,
    reader: EntryReader,
    rows: range,
    mapping: SheetMapping = NOT_MAPPED,
    composer: Composer | None = None,
) -> TableRead:
    """The single record that these rows of the sheet hold.

    No record when none of its labels is there or has an entry.
    """
    grid = _with_codes(grid)
    spots, are_below = _labels(grid, sheet, rows, mapping, composer)
    labels = _chosen(grid, sheet, spots)
    headers: dict[str, Cell] = {}
    values: dict[str, Place | None] = {}
    for place, name in labels.items():
        text = head_text(grid, *place)
        headers[name] = Cell(grid.name, ref(*place), text, text)
        values[name] = _value(grid, place, labels, are_below=are_below)
    rivals = _rivals(grid, sheet, spots, values, are_below=are_below)
    source = KeyValueColumns(grid, headers, values, rivals, reader, rows.start + 1)
    filled = any(place is not None and not grid.is_blank(*place) for place in values.values())
    fields = sheet.by_id()
    heads = tuple(
        HeaderColumn(column, text, fields[name], _means(text, sheet, name, mapping), row=row)
        for (row, column), name in labels.items()
        if (text := head_text(grid, row, column))
    )
    taken = {place for place in values.values() if place is not None}
    return TableRead(
        [rows.start + 1] if filled else [],
        SheetColumns(sheet, source),
        headers,
        heads=heads,
        twice=tuple(
            _cell(grid, place)
            for place, name in spots.items()
            if place not in labels and place not in taken and _has_value_beside(grid, place, spots)
        ),
        outside=tuple(
            _cell(grid, place) for place in _unknown_labels(grid, rows, {*spots, *taken})
        ),
        rows_of_header=(min(p[0] for p in labels), max(p[0] for p in labels)) if labels else None,
    )


def _means(text: str, sheet: Sheet, name: str, mapping: SheetMapping) -> Means | None:
    """How a label is known where no synonym says so."""
    is_known = name in mapping.columns or sheet.labels.get(label(text)) == name
    return None if is_known else Means.COMPOSED


def is_key_value(labels: Mapping[Place, str], *, is_titled: bool = False) -> bool:
    """Whether labels with values plainly are a key/value sheet, whatever it is called."""
    rows = {row for row, _ in labels}
    enough = _CLEAR_TITLED if is_titled else _CLEAR_LABELS
    return len(rows) >= _CLEAR_ROWS - is_titled and len(set(labels.values())) >= enough


def told(
    grid: Grid,
    sheet: Sheet,
    rows: range,
    composer: Composer,
    mapping: SheetMapping = NOT_MAPPED,
) -> dict[Place, str]:
    """The labels of the sheet's fields that have a value beside them."""
    grid = _with_codes(grid)
    spots, _ = _labels(grid, sheet, rows, mapping, composer)
    return {place: name for place, name in spots.items() if _has_value_beside(grid, place, spots)}


def _with_codes(grid: Grid) -> Grid:
    """The grid in which a code right of a label is a part of it: 孵化器名称 | Tdf711 | value."""
    found: dict[Place, str] = {}
    for row, cells in enumerate(grid.rows[:_SEARCHED]):
        for column, raw in enumerate(cells[1:_SEARCHED], 1):
            if isinstance(raw, str) and (code := _CODE.fullmatch(normalise(raw[:20]))):
                found[row, column] = code["series"]
    series = Counter((column, one) for (_, column), one in found.items())
    codes = {
        place: (place[0], place[1] - 1)
        for place, one in found.items()
        if series[place[1], one] >= _CLEAR_ROWS
    }
    return grid._replace(across={**grid.across, **codes}) if codes else grid


def _labels(
    grid: Grid, sheet: Sheet, rows: range, mapping: SheetMapping, composer: Composer | None
) -> tuple[dict[Place, str], bool]:
    """Where labels stand, and whether the sheet has all values below them.

    What stands beside a label is its value even where it reads like a label: 面积口径 is 建筑面积.
    Only of rows of nothing but labels do the values stand below.
    """
    spots = _spots(grid, sheet, rows, mapping)
    if composer is not None:
        spots = _with_composed(grid, sheet, rows, spots, composer)
    are_below = not any(_has_value_beside(grid, place, spots) for place in spots)
    if are_below:
        return spots, True
    rows_of_labels = {row for row, _ in spots if _is_row_of_labels(grid, row, spots)}
    kept: dict[Place, str] = {}
    for place, name in spots.items():
        is_below = place[0] - 1 in rows_of_labels and (place[0] - 1, place[1]) in kept
        if place[0] in rows_of_labels or not (is_below or _left(grid, place) in kept):
            kept[place] = name
    return kept, False


def _with_composed(
    grid: Grid, sheet: Sheet, rows: range, spots: dict[Place, str], composer: Composer
) -> dict[Place, str]:
    """The labels, and those that the grammar names and the value beside agrees with."""
    known = set(spots.values())
    by_id = sheet.by_id()
    found = {
        place: name
        for place, name in spots.items()
        if not refutes([*entries(grid, [_right(grid, place)])] * 2, by_id[name])
        and not composer.alters(as_text(grid.raw(*place)))
    }
    for row in range(rows.start, min(rows.stop, len(grid.rows), _SEARCHED)):
        for column, raw in enumerate(grid.rows[row][:_SEARCHED]):
            place = (row, column)
            is_open = isinstance(raw, str) and raw and place not in spots
            if not is_open or place in grid.across or _left(grid, place) in found:
                continue
            fields = composer.fields(sheet, str(raw))
            heard = entries(grid, [_right(grid, place)]) if fields else []
            said = [one for one in fields if testimony(heard, one, composer.form) in _TAKEN]
            if len(said) == 1 and said[0].id not in known:
                known.add(said[0].id)
                found[place] = said[0].id
    key = by_id.get(sheet.key)
    if key is not None and key.id not in found.values():  # 项目名称 where nothing else is the name
        standing = (at for at in found if label(as_text(grid.raw(*at))) in key.stands_in)
        found |= dict.fromkeys([*standing][:1], key.id)
    return dict(sorted(found.items()))


_TAKEN = (Testimony.AGREES, Testimony.NONE)


def _is_row_of_labels(grid: Grid, row: int, spots: Container[Place]) -> bool:
    filled = [column for column in range(grid.width) if not grid.is_blank(row, column)]
    return len(filled) > 2 and all((row, column) in spots for column in filled)


def _spots(grid: Grid, sheet: Sheet, rows: range, mapping: SheetMapping) -> dict[Place, str]:
    """Where labels of fields stand, in reading order."""
    known: Mapping[str, str] = sheet.labels
    if mapping.columns:
        own = {text: name for text, name in known.items() if name not in mapping.columns}
        known = own | {label(text): name for name, text in mapping.columns.items()}
    found: dict[Place, str] = {}
    for row in range(rows.start, min(rows.stop, grid.height, _SEARCHED)):
        for column in range(min(grid.width, _SEARCHED)):
            raw = grid.raw(row, column)
            name = known.get(label(raw)) if isinstance(raw, str) and raw else None
            if name is not None:
                found[row, column] = name
    return found


def _chosen(grid: Grid, sheet: Sheet, spots: Mapping[Place, str]) -> dict[Place, str]:
    """Of several labels of a field the first with a value beside it, one of its own before others.

    What a field's weaker labels say counts where nothing else does: 填报日期 beside 数据截止日期.
    """
    by_id = sheet.by_id()
    found: dict[str, tuple[tuple[bool, bool], Place]] = {}
    for place, name in spots.items():
        is_blank = grid.is_blank(*_right(grid, place))
        rank = (is_blank, _is_weaker(grid, place, by_id[name]))
        if name not in found or rank < found[name][0]:
            found[name] = rank, place
    return {place: name for name, (_, place) in found.items()}


def _is_weaker(grid: Grid, place: Place, field: Field) -> bool:
    return bool(field.weaker) and label(as_text(grid.raw(*place))) in field.weaker


_COMPARED = (Kind.NUMBER, Kind.CHOICE, Kind.DATE)


def _rivals(
    grid: Grid,
    sheet: Sheet,
    spots: Mapping[Place, str],
    values: Mapping[str, Place | None],
    *,
    are_below: bool,
) -> dict[str, list[Place]]:
    """Where else there is an entry of a number, a choice, a day: two buildings, a checker's find.

    Under another label of the field, or right beside the number.
    """
    fields = sheet.by_id()
    entries = set(values.values())  # 面积口径 is 建筑面积, which is no label there
    found: dict[str, list[Place]] = {}
    for place, name in spots.items():
        value = _value(grid, place, spots, are_below=are_below)
        is_compared = fields[name].kind in _COMPARED and not _is_weaker(grid, place, fields[name])
        if place in entries or value is None or not is_compared:
            continue
        places = [value] if value != values[name] else []
        is_beside = value == _right(grid, place)  # below a row of labels the next is another's
        if fields[name].kind is Kind.NUMBER and is_beside and _right(grid, value) not in spots:
            places.append(_right(grid, value))
        found.setdefault(name, []).extend(places)
    return found


def _left(grid: Grid, place: Place) -> Place:
    """The cell to the left, the first of merged ones."""
    left = place[0], place[1] - 1
    return grid.across.get(left, left)


def _right(grid: Grid, place: Place) -> Place:
    """The next cell to the right, past the label's own merged cells."""
    row, column = place
    column += 1
    while grid.across.get((row, column)) == place:
        column += 1
    return row, column


def _has_value_beside(grid: Grid, place: Place, labels: Container[Place]) -> bool:
    beside = _right(grid, place)
    return beside not in labels and not grid.is_blank(*beside)


def _value(
    grid: Grid, place: Place, labels: Mapping[Place, str], *, are_below: bool
) -> Place | None:
    """Where the value of a label stands: to the right, or below it in a row of labels."""
    beside, below = _right(grid, place), (place[0] + 1, place[1])
    ends_row_of_labels = _left(grid, place) in labels and grid.is_blank(*beside)
    is_below = are_below or beside in labels or ends_row_of_labels
    order = (below, beside) if is_below and not grid.is_blank(*below) else (beside, below)
    return next((at for at in order if at not in labels), None)


def _unknown_labels(grid: Grid, rows: range, read: set[Place]) -> Iterator[Place]:
    """Texts with something beside them that no field of the form answers to."""
    for row in range(rows.start, min(rows.stop, len(grid.rows), _SEARCHED)):
        for column, raw in enumerate(grid.rows[row][:_SEARCHED]):
            place = (row, column)
            if not isinstance(raw, str) or not raw.strip() or place in read:
                continue
            beside = _right(grid, place)
            if beside not in read and not grid.is_blank(*beside) and normalise(raw) not in _HEADS:
                yield place


def _cell(grid: Grid, place: Place) -> Cell:
    text = head_text(grid, *place)
    return Cell(grid.name, ref(*place), text, text)
