"""Read .ods from its XML: python-calamine hides errors, hidden rows, merged cells and truth values.

Excel's and LibreOffice's exports pad every sheet to its last row and column with repeat counts;
repeated blanks cost nothing here.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from centre_check.model.facts import Trouble
from centre_check.words import mark
from centre_check.workbook.cells import Raw
from centre_check.workbook.containers.cells import LAST_COLUMN, LAST_ROW, Cells, is_error, visible
from centre_check.workbook.containers.kinds import DamagedFile
from centre_check.workbook.containers.xml import parse
from centre_check.workbook.grid import Grid

_MOST_CELLS = 5_000_000  # filled, repeats counted
_MOST_BLANKS = 100  # in one run, which means no more than a few; files may ask for 99 million
_NUMBERS = ("float", "percentage", "currency")
_HIDDEN = ("collapse", "filter")
_TRUTH = {("TRUE", 1.0): True, ("FALSE", 0.0): False}
_UNSEEN = ("annotation", "ruby-text", "shapes", "tracked-changes", "frame", "custom-shape")
_LENGTH = re.compile(
    r"(-?)P(?:(\d{1,6})D)?T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6}(?:\.\d+)?)S)?"
)


def read(content: bytes) -> tuple[Grid, ...]:
    """The sheets in their order.

    Raises:
        DamagedFile: it cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            xml = archive.read("content.xml")
            has_macros = any(name.startswith("Basic/") for name in archive.namelist())
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, KeyError) as error:
        raise DamagedFile(str(error)) from error
    except UnicodeDecodeError as error:  # a name that is not in the encoding it claims
        raise DamagedFile(str(error)) from error
    spreadsheet = _Spreadsheet()
    parse(xml, spreadsheet)
    return tuple(
        cells.grid()._replace(
            epoch_1904=spreadsheet.epoch_1904,
            has_macros=has_macros,
            has_external_links=spreadsheet.has_external_links,
        )
        for cells in spreadsheet.sheets
    )


class _Spreadsheet:
    """Expat's handlers: follows rows and cells, putting those that hold something."""

    def __init__(self) -> None:
        self.sheets: list[Cells] = []
        self.epoch_1904 = self.has_external_links = False
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.row = self.column = self.row_repeat = 0
        self.cell: Mapping[str, str] | None = None
        self.repeat = self.count = 0
        self.paragraphs: list[list[str]] = []
        self.unseen = 0
        self.in_paragraph = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self.unseen or name in _UNSEEN:
            self.unseen += 1
        elif self.cell is not None:
            self._text(name, attributes)
        elif name in ("table-cell", "covered-table-cell"):
            self._enter(attributes)
        elif name == "table-row":
            self._enter_row(attributes)
        elif name == "table-column":
            self._enter_column(attributes)
        elif name == "table":
            self._enter_sheet(attributes)
        else:
            self._about(name, attributes)

    def _about(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style":
            self.style = attributes.get("style:name", "")
        elif name == "table-properties" and attributes.get("table:display") == "false":
            self.hidden_styles.add(self.style)
        elif name == "null-date":
            self.epoch_1904 = attributes.get("table:date-value", "").startswith("1904")
        elif name == "table-source":
            self.has_external_links = True

    def _enter_sheet(self, attributes: Mapping[str, str]) -> None:
        is_hidden = attributes.get("table:style-name") in self.hidden_styles
        name = visible(attributes.get("table:name", ""))
        self.sheets.append(Cells(name, is_hidden=is_hidden))
        self.row = self.column = 0

    def _enter_column(self, attributes: Mapping[str, str]) -> None:
        repeat = _repeat(attributes, "table:number-columns-repeated")
        if self.sheets and attributes.get("table:visibility") in _HIDDEN:
            self.sheets[-1].hide_columns(self.column, self.column + repeat - 1)
        self.column += repeat

    def _enter_row(self, attributes: Mapping[str, str]) -> None:
        self.column = 0
        self.row_repeat = _repeat(attributes, "table:number-rows-repeated")
        if self.sheets and attributes.get("table:visibility") in _HIDDEN:
            last = min(self.row + self.row_repeat, LAST_ROW + 1)
            self.sheets[-1].hidden_rows.update(range(self.row, last))

    def _enter(self, attributes: Mapping[str, str]) -> None:
        self.cell = attributes
        self.repeat = _repeat(attributes, "table:number-columns-repeated")
        self.paragraphs = []

    def _text(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "p":
            self.in_paragraph = True
            self.paragraphs.append([])
        elif name == "s":
            self.data(" " * min(_repeat(attributes, "text:c"), _MOST_BLANKS))
        elif name == "tab":
            self.data("\t")
        elif name == "line-break":
            self.data("\n")

    def data(self, text: str) -> None:
        if self.in_paragraph and not self.unseen:
            self.paragraphs[-1].append(text)

    def end(self, name: str) -> None:
        if self.unseen:
            self.unseen -= 1
        elif name == "p":
            self.in_paragraph = False
        elif name in ("table-cell", "covered-table-cell"):
            self._leave()
        elif name == "table-row":
            self.row += self.row_repeat

    def _leave(self) -> None:
        cell, self.cell = self.cell, None
        if cell is None or not self.sheets:
            return
        held = _held(cell, self.paragraphs)
        if held is not None:
            self._put(held)
        across = _repeat(cell, "table:number-columns-spanned")
        down = _repeat(cell, "table:number-rows-spanned")
        if across > 1 or down > 1:
            last = (self.row + down - 1, self.column + across - 1)
            self.sheets[-1].merges.append(((self.row, self.column), last))
        self.column += self.repeat

    def _put(self, held: "Raw | tuple[Trouble, str | None]") -> None:
        sheet = self.sheets[-1]
        self.count += self.repeat * self.row_repeat
        last = (self.row + self.row_repeat - 1, self.column + self.repeat - 1)
        if self.count > _MOST_CELLS or last > (LAST_ROW, LAST_COLUMN) or last[1] > LAST_COLUMN:
            raise DamagedFile(
                mark("the sheet {sheet} repeats a cell beyond all measure"), sheet=sheet.name
            )
        for row in range(self.row, last[0] + 1):
            for column in range(self.column, last[1] + 1):
                if isinstance(held, tuple):
                    sheet.trouble(row, column, *held)
                else:
                    sheet.put(row, column, held)


def _held(
    cell: Mapping[str, str], paragraphs: list[list[str]]
) -> "Raw | tuple[Trouble, str | None]":
    """What the cell holds: a value, a trouble, None where it is blank."""
    shown = "\n".join("".join(paragraph) for paragraph in paragraphs)
    has_formula = "table:formula" in cell
    if cell.get("calcext:value-type") == "error" or (has_formula and is_error(shown)):
        return Trouble.ERROR_VALUE, visible(shown) or None
    kind = cell.get("office:value-type", "")
    if has_formula and not kind and not paragraphs:
        return Trouble.NO_STORED_RESULT, None
    value = _value(cell, kind, shown)
    if value is None and kind not in ("", "string"):
        return Trouble.UNREADABLE, visible(shown) or None
    return None if value == "" else value


def _value(cell: Mapping[str, str], kind: str, shown: str) -> Raw:
    if kind in _NUMBERS:
        number = _number(cell.get("office:value", ""))
        return _TRUTH.get((shown, number), number) if number is not None else None
    match kind:
        case "date":
            return _day(cell.get("office:date-value", ""))
        case "time":
            return _length(cell.get("office:time-value", ""))
        case "boolean":
            return {"true": True, "false": False}.get(cell.get("office:boolean-value", ""))
        case _:
            return visible(cell.get("office:string-value") or shown)


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


def _day(text: str) -> date | datetime | None:
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return None


def _length(text: str) -> Raw:
    found = _LENGTH.fullmatch(text)
    if found is None:
        return None
    days, hours, minutes, seconds = (float(part or 0) for part in found.groups()[1:])
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    if length < timedelta(days=1) and not found[1]:
        return (datetime.min + length).time()
    return -length if found[1] else length


def _repeat(attributes: Mapping[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 9 else 1
