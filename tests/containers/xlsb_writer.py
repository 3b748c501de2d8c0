"""Write .xlsb for the tests: LibreOffice cannot. As much of [MS-XLSB] as a reader looks at."""

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DATE_STYLE = 1
_ERRORS = {
    "#NULL!": 0,
    "#DIV/0!": 7,
    "#VALUE!": 15,
    "#REF!": 23,
    "#NAME?": 29,
    "#NUM!": 36,
    "#N/A": 42,
}


class Formula(NamedTuple):
    """A formula with its stored result; None where it was never computed."""

    result: object


class Error(NamedTuple):
    """An error value typed or computed."""

    text: str


class Sheet(NamedTuple):
    """One sheet: its rows, and what is hidden or merged in it, all counted from 0."""

    name: str
    rows: Sequence[Sequence[object]]
    state: int = 0
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merges: Sequence[tuple[int, int, int, int]] = ()


def xlsb(
    sheets: Sequence[Sheet], *, epoch_1904: bool = False, more: Mapping[str, bytes] = {}
) -> bytes:
    """The workbook as a file; `more` are members to add."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**_parts(sheets, epoch_1904=epoch_1904), **more}.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _parts(sheets: Sequence[Sheet], *, epoch_1904: bool) -> dict[str, bytes]:
    strings: dict[str, int] = {}
    pages = {
        f"xl/worksheets/sheet{at}.bin": _page(sheet, strings) for at, sheet in enumerate(sheets, 1)
    }
    links = [
        (f"rId{at}", "worksheet", f"worksheets/sheet{at}.bin") for at in range(1, len(sheets) + 1)
    ]
    links += [("rIdS", "styles", "styles.bin"), ("rIdT", "sharedStrings", "sharedStrings.bin")]
    return {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _rels([("rId1", "officeDocument", "xl/workbook.bin")]),
        "xl/_rels/workbook.bin.rels": _rels(links),
        "xl/workbook.bin": _book(sheets, epoch_1904=epoch_1904),
        "xl/styles.bin": _styles(),
        "xl/sharedStrings.bin": b"".join(
            [
                record(159, struct.pack("<II", len(strings), len(strings))),
                *(record(19, b"\0" + wide(text)) for text in strings),
                record(160),
            ]
        ),
        **pages,
    }


def _content_types(count: int) -> bytes:
    base = "application/vnd.ms-excel"
    parts = {"/xl/workbook.bin": f"{base}.sheet.binary.macroEnabled.main"}
    parts |= {f"/xl/worksheets/sheet{at}.bin": f"{base}.worksheet" for at in range(1, count + 1)}
    parts |= {"/xl/styles.bin": f"{base}.styles", "/xl/sharedStrings.bin": f"{base}.sharedStrings"}
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{rels}"/>{overrides}</Types>'
    ).encode()


def _rels(links: Iterable[tuple[str, str, str]]) -> bytes:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{_LINKS}/{kind}" Target="{target}"/>'
        for key, kind, target in links
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'.encode()


def _book(sheets: Sequence[Sheet], *, epoch_1904: bool) -> bytes:
    listed = [
        record(156, struct.pack("<II", sheet.state, at) + wide(f"rId{at}") + wide(sheet.name))
        for at, sheet in enumerate(sheets, 1)
    ]
    properties = struct.pack("<II", int(epoch_1904), 0) + wide("")
    return b"".join(
        [record(131), record(153, properties), record(143), *listed, record(144), record(132)]
    )


def _styles() -> bytes:
    formats = (
        record(615, struct.pack("<I", 1))
        + record(44, struct.pack("<H", 164) + wide("yyyy-mm-dd"))
        + record(616)
    )
    cell_formats = [
        record(47, struct.pack("<HH", 0xFFFF, number) + b"\0" * 12) for number in (0, 164)
    ]
    return b"".join(
        [
            record(278),
            formats,
            record(617, struct.pack("<I", 2)),
            *cell_formats,
            record(618),
            record(279),
        ]
    )


def _page(sheet: Sheet, strings: dict[str, int]) -> bytes:
    width = max(map(len, sheet.rows), default=1)
    found = [
        record(129),
        record(148, struct.pack("<IIII", 0, max(len(sheet.rows) - 1, 0), 0, width - 1)),
    ]
    if sheet.hidden_columns:
        found.append(record(390))
        found += [
            record(60, struct.pack("<IIIIH", at, at, 2048, 0, 1))
            for at in sorted(sheet.hidden_columns)
        ]
        found.append(record(391))
    found.append(record(145))
    for at, row in enumerate(sheet.rows):
        hidden = 0x10 if at in sheet.hidden_rows else 0
        found.append(record(0, struct.pack("<IIHBBBI", at, 0, 300, 0, hidden, 0, 0)))
        found += [_cell(column, raw, strings) for column, raw in enumerate(row) if raw is not None]
    found.append(record(146))
    if sheet.merges:
        found.append(record(177, struct.pack("<I", len(sheet.merges))))
        found += [record(176, struct.pack("<IIII", *merge)) for merge in sheet.merges]
        found.append(record(178))
    return b"".join([*found, record(130)])


def _cell(column: int, raw: object, strings: dict[str, int]) -> bytes:
    style = _DATE_STYLE if isinstance(raw, date) else 0
    head = struct.pack("<II", column, style)
    match raw:
        case Error():
            return record(3, head + bytes([_ERRORS[raw.text]]))
        case Formula():
            return _formula(head, raw.result)
        case bool():
            return record(4, head + bytes([raw]))
        case int() if abs(raw) < 2**29:
            return record(2, head + struct.pack("<I", (raw << 2 | 2) & 0xFFFFFFFF))
        case int() | float():
            return record(5, head + struct.pack("<d", raw))
        case date():
            moment = raw if isinstance(raw, datetime) else datetime(raw.year, raw.month, raw.day)
            days = (moment - datetime(1899, 12, 30)).total_seconds() / 86400
            return record(5, head + struct.pack("<d", days))
        case _:
            return record(7, head + struct.pack("<I", strings.setdefault(str(raw), len(strings))))


def _formula(head: bytes, result: object) -> bytes:
    tail = struct.pack("<HII", 0 if result is not None else 2, 0, 0)
    match result:
        case Error():
            return record(11, head + bytes([_ERRORS[result.text]]) + tail)
        case bool():
            return record(10, head + bytes([result]) + tail)
        case int() | float():
            return record(9, head + struct.pack("<d", result) + tail)
        case _:
            return record(8, head + wide(str(result or "")) + tail)


def wide(text: str) -> bytes:
    """A text as BIFF12 has it: its length in UTF-16 units before it."""
    raw = text.encode("utf-16-le")
    return struct.pack("<I", len(raw) // 2) + raw


def record(number: int, body: bytes = b"") -> bytes:
    """A record: number and size in seven bits a byte."""
    return _short(number) + _short(len(body)) + body


def _short(value: int) -> bytes:
    found = bytearray()
    while True:
        value, low = value >> 7, value & 0x7F
        found.append(low | (0x80 if value else 0))
        if not value:
            return bytes(found)
