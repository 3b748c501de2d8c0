"""Read a key/value sheet: labels with their values to the right, or below."""

from centre_check.form.types import Field, Sheet
from centre_check.model.facts import Cell, Choices, Fact, Row, Trouble
from centre_check.workbook.cell_facts import CellReader, as_text
from centre_check.workbook.grid import Grid, Place, ref
from centre_check.workbook.labels import field_labels, label
from centre_check.workbook.tables import TableRead, completed

_SEARCHED = 200  # rows and columns: a form fits on a page or two


def read_key_values(grid: Grid, sheet: Sheet, reader: CellReader) -> TableRead:
    """The sheet's single record; no record when none of its labels is there."""
    places = _labels(grid, sheet)
    facts: dict[str, Fact] = {}
    headers: dict[str, Cell] = {}
    for (row, column), field in places.items():
        text = as_text(grid.raw(row, column)).strip()
        headers[field.id] = Cell(grid.name, ref(row, column), text, text)
        value = _value(grid, (row, column), places)
        facts[field.id] = (
            reader.fact(grid, *value, field, text)
            if value
            else Fact(headers[field.id], trouble=Trouble.BLANK)
        )
    for field in places.values():
        _imply(field, headers[field.id], facts)
    if not facts:
        return TableRead((), {})
    record = Row(sheet.id, 1, completed(sheet, facts, reader))
    filled = any(fact.trouble is not Trouble.BLANK for fact in record.facts.values())
    return TableRead((record,) if filled else (), headers)


def _labels(grid: Grid, sheet: Sheet) -> dict[Place, Field]:
    """Where each field's label stands; of several the first with a value beside it."""
    labels = field_labels(sheet)
    found: dict[str, Place] = {}
    for row in range(min(grid.height, _SEARCHED)):
        for column in range(min(grid.width, _SEARCHED)):
            raw = grid.raw(row, column)
            field = labels.get(label(raw)) if isinstance(raw, str) and raw else None
            if field is None:
                continue
            known = found.get(field.id)
            if known is None or grid.is_blank(*_right(grid, known)):
                if known is None or not grid.is_blank(*_right(grid, (row, column))):
                    found[field.id] = (row, column)
    by_id = {field.id: field for field in sheet.fields}
    return {place: by_id[name] for name, place in found.items()}


def _right(grid: Grid, place: Place) -> Place:
    """The next cell to the right, past the label's own merged cells."""
    row, column = place
    column += 1
    while grid.across.get((row, column)) == place:
        column += 1
    return row, column


def _value(grid: Grid, place: Place, labels: dict[Place, Field]) -> Place | None:
    """Where the value of a label stands: to the right, or below it in a row of labels."""
    below = place[0] + 1, place[1]
    return next((at for at in (_right(grid, place), below) if at not in labels), None)


def _imply(field: Field, cell: Cell, facts: dict[str, Fact]) -> None:
    """Note what the label itself says of another field, where that one has no entry of its own."""
    says = (field.implies or {}).get(cell.header) or next(
        (
            values
            for header, values in (field.implies or {}).items()
            if label(header) == label(cell.header)
        ),
        {},
    )
    for other, choice in says.items():
        if facts[field.id].value is not None and (
            other not in facts or facts[other].trouble is Trouble.BLANK
        ):
            facts[other] = Fact(cell, Choices(frozenset((choice,))))
