"""Read .xlsx and .xlsm: through python-calamine, which is fast, where it hides nothing."""

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from centre_check.workbook.cells import Raw
from centre_check.workbook.containers.blind_spots import (
    asks_to_compute,
    has_escapes,
    is_misread,
    is_other_encoding,
)
from centre_check.workbook.containers.cells import LAST_COLUMN, LAST_ROW, NOTHING, holds
from centre_check.workbook.containers.kinds import DamagedFile
from centre_check.workbook.containers.ooxml import (
    OoxmlPackage,
    SheetPart,
    flagged,
    is_1904,
    sheet_parts,
)
from centre_check.workbook.containers.serials import hides_from_others
from centre_check.workbook.containers.xlsx_looks import (
    comments,
    looks,
    odd_styles,
    speaks_of_colours,
)
from centre_check.workbook.grid import Grid, merged

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

    from centre_check.workbook.containers.xlsx_cells import XlsxCells

_Take = Callable[["CalamineSheet"], Sequence[Sequence[Raw]]]
_HEAD = 128  # bytes within which an XML part says its encoding
_MANY = 1_000_000  # cells; from here on blank rows are folded while they are read


class Later(Sequence[Sequence[Raw]]):
    """The rows of a sheet, each made when its turn comes, and gone then: only to be iterated."""

    def __init__(self, sheet: "CalamineSheet") -> None:
        self._sheet = sheet

    def __iter__(self) -> Iterator[Sequence[Raw]]:
        return _one_by_one(self._sheet)

    def __len__(self) -> int:
        return (self._sheet.end or (-1, 0))[0] + 1

    def __getitem__(self, _at: Any) -> Any:
        raise TypeError


def read(content: bytes, *, is_streamed: bool = False) -> tuple[Grid, ...]:
    """The worksheets in their order; the rows of a streamed one are to be iterated, once.

    A sheet that python-calamine would misread is read at once all the same.

    Raises:
        DamagedFile: it cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _sheets(content, OoxmlPackage(archive), Later if is_streamed else _rows)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, KeyError) as error:
        raise DamagedFile(str(error)) from error
    except UnicodeDecodeError as error:  # a name that is not in the encoding it claims
        raise DamagedFile(str(error)) from error


def _sheets(content: bytes, package: OoxmlPackage, take: _Take) -> tuple[Grid, ...]:
    book = package.read(package.book)
    if not book:
        raise DamagedFile(package.book)
    parts = sheet_parts(package, book)
    styles, texts = (package.read(package.part(kind)) for kind in ("styles", "sharedStrings"))
    fast = _fast(content, parts, (book, styles, texts))
    with_colours = any(map(speaks_of_colours, _parts_of_text(package, parts, texts)))
    odd = odd_styles(styles, texts, with_colours=with_colours)
    slow: XlsxCells | None = None
    grids = []
    for part in parts:
        if not part.is_worksheet:
            continue
        grid = None
        if fast and part.member and not _is_misread(package, part.member, book):
            grid = _ordinary(fast, part, take)
        if grid is None:
            slow = slow or _slow(package, book)
            grid = slow.read(part)
        if part.member:
            grid = grid._replace(
                looks=looks(odd, package.read(part.member)) if odd else {},
                comments=comments(package, part.member),
            )
        grids.append(flagged(grid, package, epoch_1904=is_1904(book)))
    return tuple(grids)


def _parts_of_text(
    package: OoxmlPackage, parts: Sequence[SheetPart], texts: bytes
) -> Iterator[bytes]:
    """The parts that hold the workbook's texts: the shared ones, and sheets with their own."""
    yield texts
    for part in parts:
        if part.is_worksheet and part.member and b"inlineStr" in (own := package.read(part.member)):
            yield own


def _slow(package: OoxmlPackage, book: bytes) -> "XlsxCells":
    from centre_check.workbook.containers.xlsx_cells import XlsxCells

    return XlsxCells(package, book)


def _is_misread(package: OoxmlPackage, path: str, book: bytes) -> bool:
    return is_misread(package.read(path), is_computed=not asks_to_compute(book))


def _fast(
    content: bytes, parts: Sequence[SheetPart], xml: tuple[bytes, bytes, bytes]
) -> "CalamineWorkbook | None":
    """The workbook in python-calamine, None where that would misread every sheet.

    `xml` are the parts that all sheets share: the workbook, its styles and its texts.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    _, styles, texts = xml
    if any(is_other_encoding(part[:_HEAD]) for part in xml):
        return None
    if b"<!" in texts or has_escapes(texts) or hides_from_others(styles):
        return None
    if max(Counter(part.name for part in parts).values(), default=0) > 1:
        return None  # it knows sheets by their names only
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except CalamineError:
        return None


def _ordinary(book: "CalamineWorkbook", part: SheetPart, take: _Take) -> Grid | None:
    """A sheet as python-calamine reads it, None where it cannot."""
    from python_calamine import CalamineError

    try:
        sheet = book.get_sheet_by_name(part.name)
    except CalamineError:
        return None
    bottom, right = sheet.end or (0, 0)
    if bottom > LAST_ROW or right > LAST_COLUMN:
        return None  # it believes any address, and would ask for all the memory there is
    down, across = merged(sheet.merged_cell_ranges)
    return Grid(part.name, take(sheet), part.is_hidden, {}, down, across)


def _rows(sheet: "CalamineSheet") -> Sequence[Sequence[Raw]]:
    bottom, right = sheet.end or (0, 0)
    if (bottom + 1) * (right + 1) > _MANY:
        rows = _folded(sheet)
    else:
        rows = list[Sequence[Raw]](sheet.to_python(skip_empty_area=False))
    while rows and not holds(rows[-1]):
        rows.pop()
    return rows


def _folded(sheet: "CalamineSheet") -> list[Sequence[Raw]]:
    """The rows one by one, so that a million blank ones cost nothing."""
    return [row if holds(row) else NOTHING for row in _one_by_one(sheet)]


def _one_by_one(sheet: "CalamineSheet") -> Iterator[Sequence[Raw]]:
    """The rows from the first one of the sheet on, each from its first column on."""
    left = (sheet.start or (0, 0))[1]  # python-calamine gives the blank rows above, not the columns
    if not left:
        yield from sheet.iter_rows()
        return
    before: list[Raw] = [""] * left
    for row in sheet.iter_rows():
        yield [*before, *row]
