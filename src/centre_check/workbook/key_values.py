"""Read a key/value sheet: labels with their values to the right, or below."""

from centre_check.form.labels import label
from centre_check.form.types import Sheet
from centre_check.model.facts import Cell, Row
from centre_check.workbook.cell_facts import CellReader, as_text
from centre_check.workbook.grid import Grid, Place, ref
from centre_check.workbook.record_facts import Layout, RecordFacts
from centre_check.workbook.tables import TableRead

_SEARCHED = 200  # rows and columns: a form fits on a page or two


def read_key_values(grid: Grid, sheet: Sheet, reader: CellReader) -> TableRead:
    """The sheet's single record; no record when none of its labels is there or has an entry."""
    labels = _labels(grid, sheet)
    headers: dict[str, Cell] = {}
    values: dict[str, Place | None] = {}
    for place, name in labels.items():
        text = as_text(grid.raw(*place)).strip()
        headers[name] = Cell(grid.name, ref(*place), text, text)
        values[name] = _value(grid, place, labels)
    facts = RecordFacts(Layout(grid, sheet.by_id(), headers, reader), values.get)
    filled = any(place is not None and not grid.is_blank(*place) for place in values.values())
    return TableRead((Row(sheet.id, 1, facts),) if filled else (), headers)


def _labels(grid: Grid, sheet: Sheet) -> dict[Place, str]:
    """Where each field's label stands; of several the first with a value beside it."""
    found: dict[str, Place] = {}
    for row in range(min(grid.height, _SEARCHED)):
        for column in range(min(grid.width, _SEARCHED)):
            raw = grid.raw(row, column)
            name = sheet.labels.get(label(raw)) if isinstance(raw, str) and raw else None
            if name is None:
                continue
            known = found.get(name)
            if known is None or (
                grid.is_blank(*_right(grid, known))
                and not grid.is_blank(*_right(grid, (row, column)))
            ):
                found[name] = (row, column)
    return {place: name for name, place in found.items()}


def _right(grid: Grid, place: Place) -> Place:
    """The next cell to the right, past the label's own merged cells."""
    row, column = place
    column += 1
    while grid.across.get((row, column)) == place:
        column += 1
    return row, column


def _value(grid: Grid, place: Place, labels: dict[Place, str]) -> Place | None:
    """Where the value of a label stands: to the right, or below it in a row of labels."""
    below = place[0] + 1, place[1]
    return next((at for at in (_right(grid, place), below) if at not in labels), None)
