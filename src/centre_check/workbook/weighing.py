"""Weigh the rows of every table by what is in them, beside them and around them."""

from collections.abc import Mapping, Sequence
from datetime import date

from centre_check.form.types import Form
from centre_check.logic import Interval
from centre_check.logic.spelling import normalise
from centre_check.model.table import Column
from centre_check.workbook.around import weigh_headings, weigh_lines
from centre_check.workbook.beside import weigh_columns, weigh_looks, weigh_names, weigh_remarks
from centre_check.workbook.masking import Masking
from centre_check.workbook.reading import Part
from centre_check.workbook.sections import Own
from centre_check.workbook.weighed import Weighed

_CENTRE, _AS_OF = "centre", "data_as_of"
_NAME, _PLACES = "name", ("town", "address", "operator")


def weighed(parts: Sequence[Part], form: Form, masking: Masking) -> list[Part]:
    """The parts, with the standing of their rows and what stands near them."""
    own = _own_centre(parts)
    found: list[Part] = []
    ends: dict[str, int] = {}  # where the last part of each sheet ended
    for part in parts:
        name = part.grid.name
        found.append(_weighed(part, ends.get(name, 0), own, form, masking))
        ends[name] = part.block.end if part.block is not None else part.grid.height
    return found


def _weighed(part: Part, first: int, own: Own, form: Form, masking: Masking) -> Part:
    """The part; what stands in its sheet from the row `first` on belongs to it."""
    block, grid = part.block, part.grid
    if block is None or not part.read.numbers or not part.sheet.headed.is_used:
        return part
    rows = Weighed(part.sheet, form, part.read, masking)
    weigh_names(rows, grid, block)
    weigh_remarks(rows, own.day)
    weigh_columns(rows, grid, block, own.day)
    weigh_looks(rows, grid, block, own.day)
    weigh_headings(rows, grid, block, first, own)
    weigh_lines(rows, grid, block, first, own)
    return part._replace(read=rows.done())


def _own_centre(parts: Sequence[Part]) -> Own:
    """What the workbook says of its own centre."""
    read = next((part.read for part in parts if part.sheet.id == _CENTRE), None)
    if read is None or not read.numbers:
        return Own()
    columns = read.columns
    day = _value(columns, _AS_OF)
    last = day.high if isinstance(day, Interval) and isinstance(day.high, date) else None
    return Own(_words(columns, _NAME), "".join(_words(columns, one) for one in _PLACES), last)


def _value(columns: Mapping[str, Column], field: str) -> object:
    column = columns.get(field)
    return column.entry(0).value if column is not None else None


def _words(columns: Mapping[str, Column], field: str) -> str:
    value = _value(columns, field)
    return normalise(value) if isinstance(value, str) else ""
