"""How cells look: fonts, lines and shades that print in black and white; and how text is put in."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from centre_check.form.types import Field, Kind
from centre_check.render.template_workbook.layout import SERIAL

_SONG, _HEI = "宋体", "黑体"
_SIZE = 11
_LINE = Side(style="thin", color="7F7F7F")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_BODY = Font(name=_SONG, size=_SIZE)
_CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_INDENTED = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
_FORMATS = {Kind.DATE: "yyyy-mm-dd", Kind.TEXT: "@", Kind.AMOUNT: "@", Kind.SPAN: "@"}


@dataclass(frozen=True, slots=True)
class Look:
    """One way that a cell may look."""

    font: Font = _BODY
    align: Alignment = _LEFT
    shade: PatternFill | None = None
    border: Border | None = _BOX

    @property
    def size(self) -> float:
        """How large the letters are, in points."""
        return self.font.sz or _SIZE


TITLE = Look(Font(name=_HEI, size=16), _CENTRED, border=None)
SECTION = Look(Font(name=_HEI, size=13), border=None)
SUBTITLE = Look(Font(name=_HEI, size=13), _CENTRED, border=None)
PLAIN = Look(border=None)
HEADER = Look(Font(name=_HEI, size=_SIZE), _CENTRED, PatternFill("solid", fgColor="D9D9D9"))
LABEL = Look(Font(name=_HEI, size=_SIZE), _INDENTED)
BODY = Look(align=_INDENTED)
LINK = Look(Font(name=_SONG, size=_SIZE, underline="single"), _INDENTED)


def blank(field: Field) -> Look:
    """A cell of the field to be filled in: text to the left, short things in the middle."""
    is_text = field.kind in {Kind.TEXT, Kind.CHOICES} and field.id != SERIAL
    return Look(align=_LEFT if is_text else _CENTRED)


def example(field: Field) -> Look:
    """A cell of the example row: grey and slanted, so that nobody takes it for data."""
    pale = Font(name=_SONG, size=_SIZE, italic=True, color="595959")
    return Look(pale, blank(field).align, PatternFill("solid", fgColor="F2F2F2"))


def number_format(field: Field) -> str:
    """Text stays as typed (18-digit numbers, 「3-5」); 序号 counts, so it is a number."""
    return "General" if field.id == SERIAL else _FORMATS.get(field.kind, "General")


def put(sheet: Worksheet, row: int, column: int, value: str | Decimal | date, look: Look) -> Cell:
    """Write one cell. Text stays text, whatever it begins with: never a formula."""
    cell = cast("Cell", sheet.cell(row, column))  # no row is merged before it is written
    if value != "":
        cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.font, cell.alignment = look.font, look.align
    if look.shade:
        cell.fill = look.shade
    if look.border:
        cell.border = look.border
    return cell
