"""Read the sheets of an .xlsx cell by cell: slower than python-calamine, and hiding nothing."""

import io
import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, iterparse

from centre_check.model.facts import Trouble
from centre_check.words import mark
from centre_check.workbook.cells import Raw
from centre_check.workbook.cells.numerals import plain
from centre_check.workbook.containers.blind_spots import asks_to_compute
from centre_check.workbook.containers.cells import LAST_COLUMN, LAST_ROW, Cells, visible
from centre_check.workbook.containers.kinds import DamagedFile
from centre_check.workbook.containers.ooxml import OoxmlPackage, SheetPart, is_1904
from centre_check.workbook.containers.serials import NumberLook, look, moment, written_around
from centre_check.workbook.containers.xml import parse
from centre_check.workbook.grid import Grid, Place

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUTH = {"1": True, "true": True, "0": False, "false": False}


class XlsxCells:
    """The texts and formats that the sheets of one workbook share."""

    def __init__(self, package: OoxmlPackage, book: bytes) -> None:
        self.package = package
        self.epoch_1904 = is_1904(book)
        self.is_computed = not asks_to_compute(book)

    @cached_property
    def strings(self) -> Sequence[str]:
        """The shared strings."""
        reader = _Strings()
        xml = self.package.read(self.package.part("sharedStrings"))
        if xml:
            parse(xml, reader)
        return reader.found

    @cached_property
    def _formats(self) -> "_Formats":
        reader = _Formats()
        xml = self.package.read(self.package.part("styles"))
        if xml:
            parse(xml, reader)
        return reader

    @cached_property
    def looks(self) -> Mapping[str | None, NumberLook]:
        """By style, what its numbers show; only those that are no plain numbers."""
        reader = self._formats
        found = enumerate(look(number, reader.codes.get(number)) for number in reader.numbers)
        shown = {str(style): one for style, one in found if one is not NumberLook.NUMBER}
        return shown | {None: shown.get("0", NumberLook.NUMBER)}

    @cached_property
    def around(self) -> Mapping[str | None, tuple[str, str]]:
        """By style, what its format writes before and behind a number that changes it."""
        reader = self._formats
        found = {
            str(style): written_around(reader.codes[number])
            for style, number in enumerate(reader.numbers)
            if number in reader.codes
        }
        return {style: words for style, words in found.items() if any(words)}

    def read(self, sheet: SheetPart) -> Grid:
        """One sheet.

        Raises:
            DamagedFile: its XML is broken, or a cell claims a place outside the sheet.
        """
        cells = Cells(sheet.name, is_hidden=sheet.is_hidden)
        if sheet.member is not None:
            try:
                _Sheet(self, cells).read(self.package.read(sheet.member))
            except (ParseError, ValueError, LookupError) as error:  # the last two: its encoding
                raise DamagedFile(str(error)) from error
        return cells.grid()


class _Text:
    """The text of `t` elements, phonetic hints left out."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.is_text = self.is_hint = False

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        if name == "t":
            self.is_text = not self.is_hint
        elif name == "rPh":
            self.is_hint = True

    def end(self, name: str) -> None:
        if name == "t":
            self.is_text = False
        elif name == "rPh":
            self.is_hint = False

    def data(self, text: str) -> None:
        if self.is_text:
            self.text.append(text)

    def taken(self) -> str:
        """The text so far; the next one starts empty."""
        text = unescaped("".join(self.text))
        self.text = []
        return text


class _Strings(_Text):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def end(self, name: str) -> None:
        super().end(name)
        if name == "si":
            self.found.append(self.taken())


class _Formats:
    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.numbers: list[int] = []
        self.is_cells = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        number = attributes.get("numFmtId", "0")
        if name == "cellXfs":
            self.is_cells = True
        elif name == "xf" and self.is_cells:
            self.numbers.append(int(number) if number.isdigit() else 0)
        elif name == "numFmt" and number.isdigit():
            self.codes.setdefault(int(number), attributes.get("formatCode", ""))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self.is_cells = False

    def data(self, text: str) -> None:
        pass


class _Part(NamedTuple):
    """What a cell element holds; `value` and `inline` are None where there is no such element."""

    type: str
    style: str | None
    is_formula: bool
    value: str | None
    inline: str | None


class _Sheet:
    """Puts the cells of a sheet, row element by row element."""

    def __init__(self, book: XlsxCells, cells: Cells) -> None:
        self.is_computed, self.epoch_1904 = book.is_computed, book.epoch_1904
        self.strings, self.looks, self.around = book.strings, book.looks, book.around
        self.cells = cells
        self.row = -1

    def read(self, xml: bytes) -> None:
        """All of it; a row's elements go when it is read."""
        source = iterparse(io.BytesIO(xml), ("end",))  # noqa: S314 - the guard refuses DOCTYPEs
        for _, element in source:
            name = _local(element.tag)
            if name == "row":
                self._read_row(element, element.tag[: -len("row")])
                element.clear()
            elif name == "col" and (
                _is_set(element.get("hidden")) or _is_flat(element.get("width"))
            ):
                left, right = (_whole(element.get(key, "")) for key in ("min", "max"))
                self.cells.hide_columns(max(left - 1, 0), right - 1)
            elif name == "mergeCell":
                first, _, last = element.get("ref", "").partition(":")
                if last:
                    self.cells.merges.append((self._place(first), self._place(last)))

    def _read_row(self, row: Element, space: str) -> None:
        number = row.get("r")
        self.row = self.row + 1 if number is None else _whole(number) - 1
        if not 0 <= self.row <= LAST_ROW:
            raise self._impossible(number or "")
        if _is_set(row.get("hidden")) or _is_flat(row.get("ht")):
            self.cells.hidden_rows.add(self.row)
        column = -1
        cell_tag, value_tag = f"{space}c", f"{space}v"
        for cell in row:
            if cell.tag != cell_tag:
                continue
            reference = cell.get("r")
            place = (self.row, column + 1) if reference is None else self._place(reference)
            column = place[1]
            if len(cell) == 1 and cell[0].tag == value_tag and cell[0].text:
                self._put(place, cell.get("t", "n"), cell.get("s"), cell[0].text)
            elif len(cell):
                self._read_cell(place, _part(cell, space))

    def _read_cell(self, place: Place, part: _Part) -> None:
        text = part.inline or part.value or ""
        if self._is_uncomputed(part, text):
            self.cells.trouble(*place, Trouble.NO_STORED_RESULT)
        elif text:
            self._put(place, part.type, part.style, text)
        elif part.type == "e":
            self.cells.trouble(*place, Trouble.ERROR_VALUE)

    def _put(self, place: Place, type_: str, style: str | None, text: str) -> None:
        raw = self._raw(type_, style, text)
        if raw is not None:
            self.cells.put(*place, raw)
        elif type_ == "e":
            self.cells.trouble(*place, Trouble.ERROR_VALUE, visible(text))
        else:
            self.cells.trouble(*place, Trouble.UNREADABLE, visible(text))

    def _is_uncomputed(self, part: _Part, text: str) -> bool:
        """A formula without a result; an empty text is one, and a 0 that nobody computed none."""
        if not part.is_formula or part.type == "e":
            return False
        if part.type == "str":
            return part.value is None
        return not text.strip() or (text == "0" and part.type == "n" and not self.is_computed)

    def _raw(self, type_: str, style: str | None, text: str) -> Raw:
        """The value of the cell, None where its text is none of its type."""
        match type_:
            case "s":
                at = _whole(text.strip())
                return self.strings[at] if 0 <= at < len(self.strings) else None
            case "n":
                return self._number(style, text)
            case "b":
                return _TRUTH.get(text.strip().lower())
            case "str" | "d" | "inlineStr":
                return unescaped(text)
            case _:
                return None

    def _number(self, style: str | None, text: str) -> Raw:
        text = text.strip()
        if not (text.isascii() and text.isdigit()) and not _NUMBER.fullmatch(text):
            return None
        value = float(text)
        if not abs(value) < float("inf"):
            return None
        shown = self.looks.get(style)
        if shown is not None:
            return moment(value, shown, epoch_1904=self.epoch_1904)
        before, behind = self.around.get(style, ("", ""))
        return f"{before}{plain(value)}{behind}" if before or behind else value

    def _place(self, reference: str) -> Place:
        letters = reference.rstrip("0123456789")
        row = _whole(reference[len(letters) :]) - 1
        column = column_number(letters)
        if not (0 <= row <= LAST_ROW and 0 <= column <= LAST_COLUMN):
            raise self._impossible(reference)
        return row, column

    def _impossible(self, reference: str) -> DamagedFile:
        return DamagedFile(
            mark("the sheet {sheet} has a cell with the impossible address {ref}"),
            sheet=visible(self.cells.name),
            ref=visible(reference[:20]),
        )


def _part(cell: Element, space: str) -> _Part:
    value = inline = None
    is_formula = False
    for child in cell:
        name = child.tag[len(space) :]
        if name == "v":
            value = child.text or ""
        elif name == "f":
            is_formula = True
        elif name == "is":
            hints = {text for hint in child.iter(f"{space}rPh") for text in hint}
            texts = (text for text in child.iter(f"{space}t") if text not in hints)
            inline = "".join(text.text or "" for text in texts)
    return _Part(cell.get("t", "n"), cell.get("s"), is_formula, value, inline)


def unescaped(text: str) -> str:
    """The text with `_x4E2D_` decoded; what would be a control character stays spelled out."""
    return visible(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text))


@lru_cache
def column_number(letters: str) -> int:
    """Which column, counted from 0, these letters name; -1 when they name none."""
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
        return -1
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


@lru_cache
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _whole(text: str) -> int:
    """The whole number that `text` is, -1 if it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def _is_flat(text: str | None) -> bool:
    """Whether this height or width leaves nothing to be seen."""
    return text is not None and bool(re.fullmatch(r"[01](?:\.[0-9]*)?", text)) and float(text) < 2


def _is_set(text: str | None) -> bool:
    return text in ("1", "true")
