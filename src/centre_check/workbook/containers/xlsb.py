"""Read .xlsb from its records: python-calamine panics on some valid files and hides errors here."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from centre_check.model.facts import Trouble
from centre_check.workbook.cells import Raw
from centre_check.workbook.containers.cells import LAST_COLUMN, LAST_ROW, Cells, visible
from centre_check.workbook.containers.kinds import DamagedFile
from centre_check.workbook.containers.ooxml import OoxmlPackage, flagged
from centre_check.workbook.containers.serials import NumberLook, look, moment
from centre_check.workbook.grid import Grid

# Record types of [MS-XLSB] 2.3.2.
_ROW, _RK, _ERROR, _BOOL, _REAL, _TEXT, _SHARED = 0, 2, 3, 4, 5, 6, 7
_FORMULA_TEXT, _FORMULA_NUMBER, _FORMULA_BOOL, _FORMULA_ERROR, _RICH_TEXT = 8, 9, 10, 11, 62
_SHARED_TEXT, _FORMAT, _CELL_FORMAT, _COLUMN, _BOOK, _SHEET, _MERGED = 19, 44, 47, 60, 153, 156, 176
_CELL_FORMATS_BEGIN, _CELL_FORMATS_END = 617, 618
_CELLS = frozenset((*range(_RK, _FORMULA_ERROR + 1), _RICH_TEXT))
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}  # fmt: skip
_ALWAYS_COMPUTE = 0x02


class XlsbRecord(NamedTuple):
    """One BIFF12 record: its type and its body."""

    type: int
    body: bytes


class _Shared(NamedTuple):
    """What the sheets of a workbook share."""

    strings: tuple[str, ...]
    looks: tuple[NumberLook, ...]
    epoch_1904: bool


def read(content: bytes) -> tuple[Grid, ...]:
    """The worksheets in their order.

    Raises:
        DamagedFile: it cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return tuple(_grids(OoxmlPackage(archive)))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, KeyError) as error:
        raise DamagedFile(str(error)) from error
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise DamagedFile(str(error)) from error


def _grids(package: OoxmlPackage) -> Iterator[Grid]:
    links = package.links(package.book)
    book = list(_records(package.read(package.book)))
    if not book:
        raise DamagedFile(package.book)
    flags = (record.body for record in book if record.type == _BOOK)
    shared = _Shared(
        tuple(_strings(package)),
        tuple(_looks(package)),
        epoch_1904=any(struct.unpack_from("<I", body)[0] & 1 for body in flags),
    )
    for record in book:
        if record.type != _SHEET:
            continue
        state = struct.unpack_from("<I", record.body)[0]
        key, end = _text(record.body, 8)
        name, _ = _text(record.body, end)
        kind, path = links.get(key, ("", ""))
        if kind == "worksheet":
            cells = Cells(visible(name), is_hidden=state != 0)
            _read_sheet(package.read(path), shared, cells)
            yield flagged(cells.grid(), package, epoch_1904=shared.epoch_1904)


def _records(part: bytes) -> Iterator[XlsbRecord]:
    """The records of a part: type and size have seven bits a byte, the lowest first."""
    at = 0
    while at < len(part):
        type_, at = _number(part, at, 2)
        size, at = _number(part, at, 4)
        if at + size > len(part):
            raise DamagedFile(f"record of {size}")  # noqa: EM102 - a parser's words
        yield XlsbRecord(type_, part[at : at + size])
        at += size


def _number(part: bytes, at: int, most: int) -> tuple[int, int]:
    value = 0
    for place in range(most):
        byte = part[at]
        at += 1
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            break
    return value, at


def _text(body: bytes, at: int) -> tuple[str, int]:
    """A text that stands at `at`, and where it ends; none where its length says so."""
    (length,) = struct.unpack_from("<I", body, at)
    if length == 0xFFFFFFFF:
        return "", at + 4
    end = at + 4 + 2 * length
    if end > len(body):
        raise DamagedFile(f"string of {length}")  # noqa: EM102 - a parser's words
    return body[at + 4 : end].decode("utf-16-le", "surrogatepass"), end


def _strings(package: OoxmlPackage) -> Iterator[str]:
    for record in _records(package.read(package.part("sharedStrings"))):
        if record.type == _SHARED_TEXT:
            yield visible(_text(record.body, 1)[0])


def _looks(package: OoxmlPackage) -> Iterator[NumberLook]:
    codes: dict[int, str] = {}
    is_cells = False
    for record in _records(package.read(package.part("styles"))):
        if record.type == _FORMAT:
            codes[struct.unpack_from("<H", record.body)[0]] = _text(record.body, 2)[0]
        elif record.type in (_CELL_FORMATS_BEGIN, _CELL_FORMATS_END):
            is_cells = record.type == _CELL_FORMATS_BEGIN
        elif record.type == _CELL_FORMAT and is_cells:
            number = struct.unpack_from("<H", record.body, 2)[0]
            yield look(number, codes.get(number))


def _read_sheet(part: bytes, shared: _Shared, cells: Cells) -> None:
    row = 0
    for type_, body in _records(part):
        if type_ in _CELLS:
            column = struct.unpack_from("<I", body)[0]
            _within(row, column, cells)
            _read_cell(type_, body, (row, column), shared, cells)
        elif type_ == _ROW:
            row = struct.unpack_from("<I", body)[0]
            if body[11] & 0x10:
                cells.hidden_rows.add(row)
        elif type_ == _COLUMN and struct.unpack_from("<H", body, 16)[0] & 1:
            cells.hide_columns(*struct.unpack_from("<II", body))
        elif type_ == _MERGED:
            top, bottom, left, right = struct.unpack_from("<IIII", body)
            cells.merges.append(((top, left), (bottom, right)))


def _within(row: int, column: int, cells: Cells) -> None:
    if row > LAST_ROW or column > LAST_COLUMN:
        raise DamagedFile(f"{cells.name}: {row}, {column}")  # noqa: EM102 - a parser's words


def _read_cell(
    type_: int, body: bytes, place: tuple[int, int], shared: _Shared, cells: Cells
) -> None:
    if type_ in (_ERROR, _FORMULA_ERROR):
        cells.trouble(*place, Trouble.ERROR_VALUE, _ERRORS.get(body[8]))
        return
    if _is_uncomputed(type_, body):
        cells.trouble(*place, Trouble.NO_STORED_RESULT)
        return
    raw = _raw(type_, body, shared)
    if raw is None:
        cells.trouble(*place, Trouble.UNREADABLE)
    elif raw != "":
        cells.put(*place, raw)


def _is_uncomputed(type_: int, body: bytes) -> bool:
    """Whether an empty text is stored for a formula that is yet to be computed."""
    if type_ != _FORMULA_TEXT or struct.unpack_from("<I", body, 8)[0] != 0:
        return False
    return bool(struct.unpack_from("<H", body, 12)[0] & _ALWAYS_COMPUTE)


def _raw(type_: int, body: bytes, shared: _Shared) -> Raw:
    """The value of a cell, None where it points nowhere or is no finite number."""
    if type_ == _RK:
        return _shown(_rk(struct.unpack_from("<I", body, 8)[0]), body, shared)
    if type_ in (_REAL, _FORMULA_NUMBER):
        return _shown(struct.unpack_from("<d", body, 8)[0], body, shared)
    if type_ in (_BOOL, _FORMULA_BOOL):
        return bool(body[8])
    if type_ == _SHARED:
        at = struct.unpack_from("<I", body, 8)[0]
        return shared.strings[at] if at < len(shared.strings) else None
    return visible(_text(body, 9 if type_ == _RICH_TEXT else 8)[0])  # rich: flags first


def _rk(packed: int) -> float:
    """A number in 30 bits: whole or the upper half of a double, perhaps in hundredths."""
    if packed & 2:
        value = float(struct.unpack("<i", struct.pack("<I", packed))[0] >> 2)
    else:
        value = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    return value / 100 if packed & 1 else value


def _shown(value: float, body: bytes, shared: _Shared) -> Raw:
    if not abs(value) < float("inf"):
        return None
    style = int.from_bytes(body[4:7], "little")
    shown = shared.looks[style] if style < len(shared.looks) else NumberLook.NUMBER
    return (
        value if shown is NumberLook.NUMBER else moment(value, shown, epoch_1904=shared.epoch_1904)
    )
