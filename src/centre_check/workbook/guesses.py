"""Guess what an unread sheet or column may be, for a person to confirm: nothing is read by it."""

from collections.abc import Iterable, Sequence

from centre_check.form.types import EntriesName, Field, Form, Kind, Layout, Personal, Sheet
from centre_check.workbook.blocks import Block, Finder
from centre_check.workbook.cells import Raw
from centre_check.workbook.entries import EntryReader
from centre_check.workbook.fits import likeliest
from centre_check.workbook.grid import Grid
from centre_check.workbook.key_values import read_key_values, told
from centre_check.workbook.reading import Part
from centre_check.workbook.tables import read_table
from centre_check.workbook.witness import Shape, knows, shape

_A_FEW = 2  # heads or labels that belong to one sheet more than to any


def guess(grid: Grid, form: Form, finder: Finder, reader: EntryReader) -> Part | None:
    """The table that a sheet may hold, as it would be read; None where nothing speaks for any."""
    fit = likeliest(grid, finder)
    rows = range(grid.height)
    labels: list[tuple[int, Sheet]] = []
    for sheet in form.sheets:
        if sheet.identity is not None or sheet.layout is Layout.KEY_VALUE:
            names = set(told(grid, sheet, rows, finder.composer).values())
            fields = sheet.by_id()
            labels.append((sum(not fields[name].is_common for name in names), sheet))
    most, likely = max(labels, key=lambda one: one[0], default=(0, None))
    if likely is not None and most > max(_A_FEW, len(fit.header.fields) if fit else 0):
        read = read_key_values(grid, likely, reader, rows, composer=finder.composer)
        return Part(likely, grid, read, None)
    if fit is None:
        return None
    block = Block(fit.sheet, fit.header, fit.header.first, grid.height)
    return Part(fit.sheet, grid, read_table(block, grid, reader), block)


def spoken_for(heard: Sequence[Raw], fields: Iterable[Field], form: Form) -> Field | None:
    """The only one of these fields that the entries alone speak for: numbers, codes, words."""
    found = [field for field in fields if _speaks_for(heard, field, form)]
    return found[0] if len(found) == 1 else None


def _speaks_for(heard: Sequence[Raw], field: Field, form: Form) -> bool:
    if len(heard) < _A_FEW:
        return False
    if field.kind in (Kind.CHOICE, Kind.CHOICES):
        return field.dictionary != "yes_no" and knows(heard, field, form)
    own = {
        Personal.NUMBER: Shape.PERSON_NUMBER,
        Personal.PHONE: Shape.PHONE,
        EntriesName.CREDIT_CODE: Shape.CREDIT_CODE,
    }
    wanted = own.get(field.personal or field.entries or Personal.NAME)
    return wanted is not None and {shape(raw) for raw in heard} == {wanted}
