"""Read .xls, and WPS .et that is one inside: values through xlrd, the rest from its records.

python-calamine shows errors as blanks here too, and aborts the process on some files; xlrd is
plain Python and tells errors from blanks. What it leaves out without the formatting, hidden rows,
merged cells and formulas that were never computed, stands in the same records.
"""

import io
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from centre_check.model.facts import Trouble
from centre_check.workbook.cells import Raw
from centre_check.workbook.containers.cells import Cells, visible
from centre_check.workbook.containers.kinds import DamagedFile
from centre_check.workbook.containers.serials import moment
from centre_check.workbook.grid import Grid

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

_BOUND_SHEET, _ROW, _COLUMNS, _MERGED, _LINKED_BOOK, _END = 0x85, 0x208, 0x7D, 0xE5, 0x1AE, 0x0A
_FORMULAS = (0x06, 0x206, 0x406)
_WORKSHEET = 0
_OWN_BOOK, _ADD_IN = b"\x01\x04", b"\x01\x3a"  # links that lead nowhere outside
_EMPTY_TEXT = 3  # a formula's stored result
_TO_COMPUTE = 0x03  # always, and when the file is opened: a volatile formula has the first only


class XlsRecord(NamedTuple):
    """One BIFF record: its type and its body."""

    type: int
    body: bytes


def read(content: bytes) -> tuple[Grid, ...]:
    """The worksheets in their order.

    Raises:
        DamagedFile: it cannot be read.
    """
    import xlrd

    try:
        with xlrd.open_workbook(
            file_contents=content, logfile=io.StringIO(), ragged_rows=True, on_demand=True
        ) as book:
            return tuple(_grids(book, content))
    except Exception as error:  # xlrd raises whatever its parsing runs into
        raise DamagedFile(str(error)) from error


def _grids(book: "Book", content: bytes) -> Iterator[Grid]:
    is_computed = _was_computed(content)
    stream = book.mem or b""
    own = list(_records(stream, book.base))
    starts = [
        struct.unpack_from("<I", record.body)[0]
        for record in own
        if record.type == _BOUND_SHEET and record.body[5] == _WORKSHEET
    ]
    links = [record.body[2:4] for record in own if record.type == _LINKED_BOOK]
    for at in range(book.nsheets):
        sheet = book.sheet_by_index(at)
        cells = Cells(visible(sheet.name), is_hidden=bool(sheet.visibility))
        _read_values(sheet, cells, epoch_1904=bool(book.datemode))
        for record in _records(stream, book.base + starts[at]) if starts else own:
            _read_record(record, cells, is_computed=is_computed)
        book.unload_sheet(at)
        yield cells.grid()._replace(
            epoch_1904=bool(book.datemode),
            has_macros="_VBA_PROJECT".encode("utf-16-le") in content,
            has_external_links=any(link not in (_OWN_BOOK, _ADD_IN) for link in links),
        )


def _records(stream: bytes, at: int) -> Iterator[XlsRecord]:
    """The records from `at` to the end of their substream, embedded charts passed over."""
    depth = 0
    while at + 4 <= len(stream):
        type_, size = struct.unpack_from("<HH", stream, at)
        if depth <= 1:
            yield XlsRecord(type_, stream[at + 4 : at + 4 + size])
        depth += _is_beginning(type_) - (type_ == _END)
        if depth <= 0:
            return
        at += 4 + size


def _is_beginning(type_: int) -> bool:
    return type_ & 0xFF == 0x09 and type_ in (0x09, 0x209, 0x409, 0x809)


def _read_values(sheet: "Sheet", cells: Cells, *, epoch_1904: bool) -> None:
    from xlrd import biffh

    for row in range(sheet.nrows):
        types, values = sheet.row_types(row), sheet.row_values(row)
        for column, (type_, value) in enumerate(zip(types, values, strict=True)):
            if type_ == biffh.XL_CELL_ERROR:
                shown = biffh.error_text_from_code.get(int(value))
                cells.trouble(row, column, Trouble.ERROR_VALUE, shown)
            elif type_ not in (biffh.XL_CELL_EMPTY, biffh.XL_CELL_BLANK) and value != "":
                cells.put(row, column, _raw(type_, value, epoch_1904=epoch_1904))


def _raw(type_: int, value: str | float, *, epoch_1904: bool) -> Raw:
    from xlrd import biffh

    if isinstance(value, str):
        return visible(value)
    if type_ == biffh.XL_CELL_BOOLEAN:
        return bool(value)
    return moment(value, epoch_1904=epoch_1904) if type_ == biffh.XL_CELL_DATE else value


def _read_record(record: XlsRecord, cells: Cells, *, is_computed: bool) -> None:
    """What xlrd does not tell of the sheet."""
    body = record.body
    if record.type in _FORMULAS and _is_uncomputed(body, is_computed=is_computed):
        row, column = struct.unpack_from("<HH", body)
        cells.trouble(row, column, Trouble.NO_STORED_RESULT)
    elif record.type == _ROW and struct.unpack_from("<H", body, 12)[0] & 0x20:
        cells.hidden_rows.add(struct.unpack_from("<H", body)[0])
    elif record.type == _COLUMNS and struct.unpack_from("<H", body, 8)[0] & 0x01:
        cells.hide_columns(*struct.unpack_from("<HH", body))
    elif record.type == _MERGED:
        for top, bottom, left, right in struct.iter_unpack("<HHHH", body[2:]):
            cells.merges.append(((top, left), (bottom, right)))


def _is_uncomputed(body: bytes, *, is_computed: bool) -> bool:
    """Whether a formula's result is one that was put in its place only."""
    result, options = body[6:14], struct.unpack_from("<H", body, 14)[0]
    if result[0] == _EMPTY_TEXT and result[6:] == b"\xff\xff":
        return not is_computed or options & _TO_COMPUTE == _TO_COMPUTE
    return not any(result) and options & _TO_COMPUTE == _TO_COMPUTE


def _was_computed(content: bytes) -> bool:
    """Whether a spreadsheet program wrote the file; libraries sign no summary and compute nothing.

    An empty text is what they store as every formula's result, and what Excel stores for `=""`.
    """
    return "\x05SummaryInformation".encode("utf-16-le") in content
