"""A zip that may be a workbook: which kind it is, and that no parser comes to harm in it."""

import re
from posixpath import basename
from typing import NamedTuple

from centre_check.errors import WorkbookError
from centre_check.words import mark
from centre_check.workbook.containers import FileKind
from centre_check.workbook.guard.archive import Archive
from centre_check.workbook.guard.cells import Extent, end_of, extent
from centre_check.workbook.guard.limits import Limits
from centre_check.workbook.guard.shown import short
from centre_check.workbook.guard.sorts import SAVE_AS_XLSX, SEND_AGAIN

_CONTENT_TYPES, _BOOK = "[content_types].xml", "xl/workbook.xml"
_WORKBOOKS = (
    (b"spreadsheetml.sheet.main", FileKind.XLSX),
    (b"spreadsheetml.template.main", FileKind.XLSX),
    (b"ms-excel.sheet.macroenabled.main", FileKind.XLSX),
    (b"ms-excel.template.macroenabled.main", FileKind.XLSX),
    (b"ms-excel.addin.macroenabled.main", FileKind.XLSX),
    (b"ms-excel.sheet.binary.macroenabled.main", FileKind.XLSB),
)
_OTHERS = (
    (b"wordprocessingml", mark("{path} is a Word document, not a workbook")),
    (b"ms-word", mark("{path} is a Word document, not a workbook")),
    (b"presentationml", mark("{path} is a presentation, not a workbook")),
    (b"ms-powerpoint", mark("{path} is a presentation, not a workbook")),
    (b"opendocument.text", mark("{path} is a text document, not a workbook")),
    (b"opendocument.presentation", mark("{path} is a presentation, not a workbook")),
    (b"epub", mark("{path} is a book, not a workbook")),
)
_ASK = mark("ask for the workbook itself")
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii"})
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^<>]*)>")
_LARGE_COUNT = re.compile(rb"ount\s*=\s*[\"']\s*[0-9]{7}")

# Below these, one process reads the file; above, another one does, which costs 20 ms and more.
_MODEST_FILE = 2 << 20
_MODEST_INFLATED = 16 << 20
_MODEST_SPAN = 1_000_000
_MODEST_TEXT = 64 << 20
_MODEST_MERGES = 100_000  # cells; each costs an entry of a table


class Package(NamedTuple):
    """What a zip is, and whether another process should read it, for its size or for its oddity."""

    kind: FileKind
    is_doubtful: bool
    is_odd: bool = True


class _Parts(NamedTuple):
    """What the look at every part has found."""

    sheets: dict[str, Extent]
    longest_text: int
    is_odd: bool


def look_into(content: bytes, name: str, limits: Limits) -> Package:
    """The kind of workbook that the zip is.

    Raises:
        WorkbookError: it is another kind of document, damaged, or asks for more than the limits.
    """
    archive = Archive(content, name, limits)
    kind = _kind(archive)
    if kind is FileKind.CSV_ZIP:
        _count_through(archive)
        return Package(kind, is_doubtful=archive.inflated > _MODEST_FILE)
    if kind is FileKind.ODS:
        _look_into_ods(archive, limits)
        return Package(kind, is_doubtful=True)
    parts = _look_at_parts(archive)
    if kind is FileKind.XLSB:
        return Package(kind, is_doubtful=True)
    book = archive.whole(_BOOK) or _other_book(archive)
    if not book:
        message = mark("{path} is damaged: {part} is missing in it")
        raise WorkbookError(message, SEND_AGAIN, path=name, part=_BOOK)
    book = _as_utf8(book)
    limits.check(
        "sheets",
        len(_SHEET.findall(book)),
        mark("{path} has {found} sheets; at most {limit} are read"),
        path=name,
    )
    _check_extents(archive, parts.sheets, book, limits)
    is_odd = _is_odd(parts)
    return Package(kind, is_odd or _is_large(content, archive, parts), is_odd)


def _kind(archive: Archive) -> FileKind:
    members = archive.members
    types = _as_utf8(archive.whole(_CONTENT_TYPES)).lower()
    declared = types or archive.whole("mimetype")[:200].lower()
    for known, kind in _WORKBOOKS:
        if known in declared:
            return kind
    if declared.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return FileKind.ODS
    for known, message in _OTHERS:
        if known in declared:
            raise WorkbookError(message, _ASK, path=archive.name)
    if _BOOK in members:
        return FileKind.XLSX
    if "xl/workbook.bin" in members:
        return FileKind.XLSB
    if members and all(one.endswith((".csv", ".txt")) for one in members):
        return FileKind.CSV_ZIP
    if types or any(one.startswith("xl/") for one in members):
        message = mark("{path} is damaged: {part} is missing in it")
        raise WorkbookError(message, SEND_AGAIN, path=archive.name, part=_BOOK)
    message = mark("{path} is a zip archive without a workbook in its own right")
    raise WorkbookError(message, mark("unpack it and give the workbook"), path=archive.name)


def _other_book(archive: Archive) -> bytes:
    """The workbook part when it is not where nearly all programs put it."""
    found = [one for one in archive.members if re.search(r"workbook\d*\.xml$", one)]
    return archive.whole(found[0]) if len(found) == 1 else b""


def _count_through(archive: Archive) -> None:
    for plain in archive.members:
        for _ in archive.chunks(plain):
            pass


def _look_into_ods(archive: Archive, limits: Limits) -> None:
    from centre_check.workbook.guard.ods_cells import sheets

    _look_at_parts(archive)
    for number, sheet in enumerate(sheets(archive.whole("content.xml")), start=1):
        limits.check(
            "sheets",
            number,
            mark("{path} has {found} sheets; at most {limit} are read"),
            path=archive.name,
        )
        limits.check(
            "cells",
            sheet.rows * sheet.columns,
            mark(
                "{path} repeats cells until sheet 「{sheet}」 has {found}; at most {limit} are read"
            ),
            path=archive.name,
            sheet=short(sheet.name),
        )


def _look_at_parts(archive: Archive) -> _Parts:
    """Every part inflated once, counted, and searched for what a parser should not see."""
    sheets: dict[str, Extent] = {}
    longest, is_odd = 0, False
    for plain in archive.members:
        is_xml = plain.endswith((".xml", ".rels", ".vml"))
        is_shared = "sharedstrings" in plain
        known, before, gap = Extent(), b"", 0
        is_sheet = False
        encoding = ""
        for number, piece in enumerate(archive.chunks(plain)):
            if number == 0:
                is_xml = is_xml or piece.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").startswith(b"<")
                encoding = _encoding(archive, plain, piece) if is_xml else ""
                is_odd = is_odd or (is_xml and bool(encoding))
            if not is_xml:
                continue
            chunk = piece.decode(encoding, "replace").encode() if encoding else piece
            _refuse_entities(archive, plain, before, chunk)
            if is_shared:
                gap = max(gap, _longest_gap(before + chunk))
                is_odd = is_odd or (number == 0 and bool(_LARGE_COUNT.search(chunk[:1024])))
            elif not plain.startswith(("docprops/", "xl/theme", "xl/drawings", "customxml/")):
                known = extent(known, before, chunk)
                is_sheet = True
            before = end_of(chunk)
        longest = max(longest, gap)
        if is_sheet and (known != Extent()):
            sheets[plain] = known
    return _Parts(sheets, longest, is_odd)


def _encoding(archive: Archive, plain: str, head: bytes) -> str:
    """The wide encoding of an XML part; empty for UTF-8, which needs no turning."""
    if head[:2] == b"\xff\xfe" or head[:4] == b"<\0?\0":
        return "utf-16-le"
    if head[:2] == b"\xfe\xff" or head[:4] == b"\0<\0?":
        return "utf-16-be"
    declared = _DECLARED.search(head[:512])
    if declared and declared[1].strip().lower() not in _ENCODINGS:
        raise WorkbookError(
            mark("{path} is written in the encoding {encoding}, which no workbook uses: {part}"),
            SAVE_AS_XLSX,
            path=archive.name,
            encoding=short(declared[1].decode("ascii", "replace")),
            part=short(plain),
        )
    if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        message = mark("{path} is damaged: {part} is no XML")
        raise WorkbookError(message, SEND_AGAIN, path=archive.name, part=short(plain))
    return ""


def _refuse_entities(archive: Archive, plain: str, before: bytes, chunk: bytes) -> None:
    if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk or b"<!DOCTYPE" in before[-16:] + chunk[:16]:
        raise WorkbookError(
            mark("{path} declares entities, which no workbook does: {part}"),
            SAVE_AS_XLSX,
            path=archive.name,
            part=short(plain),
        )


def _longest_gap(text: bytes) -> int:
    """The longest shared text of a chunk, its tags included."""
    return max(map(len, text.split(b"<si")))


def _check_extents(
    archive: Archive, sheets: dict[str, Extent], book: bytes, limits: Limits
) -> None:
    for plain, found in sheets.items():
        if found.outside:
            raise WorkbookError(
                mark("{path} names a cell that no sheet has: {cell} in 「{sheet}」"),
                SAVE_AS_XLSX,
                path=archive.name,
                cell=found.outside,
                sheet=_title(archive, plain, book),
            )
        limits.check(
            "cells",
            found.merged,
            mark("{path} merges {found} cells on 「{sheet}」; at most {limit} are read"),
            path=archive.name,
            sheet=_title(archive, plain, book) if found.merged > limits.cells else "",
        )
        if found.span > limits.cells:
            refused = limits.refusal(
                "cells",
                found.span,
                mark(
                    "{path} has a stray cell: 「{sheet}」 reaches to {cell}, {found} cells, and at "
                    "most {limit} are read; delete what stands there by mistake"
                ),
                path=archive.name,
                sheet=_title(archive, plain, book),
                cell=found.far,
            )
            raise refused


def _title(archive: Archive, plain: str, book: bytes) -> str:
    """The name of the sheet that a part holds; the part's own where the workbook does not say."""
    from html import unescape

    links = _as_utf8(archive.whole("xl/_rels/workbook.xml.rels"))
    for element in re.findall(rb"<(?:\w+:)?Relationship\s([^<>]*)>", links):
        target, id_ = _attribute(element, b"Target"), _attribute(element, b"Id")
        if id_ and basename(target.replace("\\", "/")).lower() == basename(plain):
            for sheet in _SHEET.findall(book):
                if re.search(rb":id\s*=\s*[\"']" + re.escape(id_.encode()) + rb"[\"']", sheet):
                    return short(unescape(_attribute(sheet, b"name")))
    return short(basename(plain))


def _attribute(element: bytes, name: bytes) -> str:
    found = re.search(rb"(?<![\w:])" + name + rb"\s*=\s*[\"']([^\"']*)", element)
    return found[1].decode("utf-8", "replace") if found else ""


def _as_utf8(xml: bytes) -> bytes:
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return xml.decode("utf-16", "replace").encode()
    if xml[:2] in (b"<\0", b"\0<"):
        return xml.decode("utf-16-le" if xml[0] else "utf-16-be", "replace").encode()
    return xml


def _is_large(content: bytes, archive: Archive, parts: _Parts) -> bool:
    return (
        len(content) > _MODEST_FILE
        or archive.inflated > _MODEST_INFLATED
        or any(one.span > _MODEST_SPAN for one in parts.sheets.values())
    )


def _is_odd(parts: _Parts) -> bool:
    sheets = parts.sheets.values()
    return (
        parts.is_odd
        or any(one.is_odd or one.merged > _MODEST_MERGES for one in sheets)
        or sum(one.shared for one in sheets) * parts.longest_text > _MODEST_TEXT
    )
