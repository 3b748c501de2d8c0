"""Hostile and odd files, built when they are needed: each one a small change to one workbook.

`FILES` leads from a file's name, which tells its kind, to how it is made and what must come of it.
"""

import io
import os
import random
import socket
import struct
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CENTRE, AREA = "甲中心", "1260"
READ, SURVIVE = "read", "survive"  # else a phrase of the refusal


class Odd(NamedTuple):
    """How a file is laid into a folder, and what must come of it."""

    lay: Callable[[Path], object]
    then: str


def cell(place: str, value: str) -> str:
    """A cell with text of its own."""
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


ROWS = (
    f'<row r="1">{cell("A1", "标准化创业中心基本信息表")}</row>'
    f'<row r="2">{cell("A2", "项目")}{cell("B2", "填报内容")}</row>'
    f'<row r="3">{cell("A3", "中心名称")}{cell("B3", CENTRE)}</row>'
    f'<row r="4">{cell("A4", "级别")}{cell("B4", "区级")}</row>'
    f'<row r="5">{cell("A5", "总面积(㎡)")}<c r="B5"><v>{AREA}</v></c></row>'
    f'<row r="6">{cell("A6", "数据截止日期")}<c r="B6" s="1"><v>46203</v></c></row>'
)


def sheet(rows: str = ROWS, after: str = "", before: str = "", start: str = HEAD) -> str:
    """The XML of a sheet."""
    return (
        f'{start}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    )


def workbook(names: Mapping[str, str], state: str = "") -> str:
    """The XML that lists sheets by relation and name."""
    each = "".join(
        f'<sheet name="{name}" sheetId="{number}" {state} r:id="{key}"/>'
        for number, (key, name) in enumerate(names.items(), start=1)
    )
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{each}</sheets></workbook>'


def relations(targets: Mapping[str, str]) -> str:
    """The XML that leads from relations to parts."""
    each = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in ((key, value.split(" ", 1)) for key, value in targets.items())
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def types(main: str = "spreadsheetml.sheet.main") -> str:
    """The XML that says what the package is."""
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.{main}+xml"/></Types>'
    )


STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts><font/></fonts><fills><fill/></fills><borders>'
    '<border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
SHEET, BOOK, LINKS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
SHARED = "xl/sharedStrings.xml"
USUAL = {
    "rId1": "worksheet worksheets/sheet1.xml",
    "rId2": "styles styles.xml",
    "rId3": "sharedStrings sharedStrings.xml",
}


def parts(**changed: str | bytes) -> dict[str, str | bytes]:
    """The parts of the workbook; `sheet`, `book`, `links`, `types`, `styles`, `shared` change."""
    return {
        "[Content_Types].xml": changed.get("types", types()),
        "_rels/.rels": relations({"rId1": "officeDocument xl/workbook.xml"}),
        BOOK: changed.get("book", workbook({"rId1": "01 基本信息"})),
        LINKS: changed.get("links", relations(USUAL)),
        "xl/styles.xml": changed.get("styles", STYLES),
        SHARED: changed.get("shared", shared("<si><t>nought</t></si>")),
        SHEET: changed.get("sheet", sheet()),
    }


def shared(items: str, attributes: str = "") -> str:
    """The XML of the shared texts."""
    return f'{HEAD}<sst xmlns="{MAIN}" {attributes}>{items}</sst>'


def packed(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of the members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return stream.getvalue()


def book(**changed: str | bytes) -> bytes:
    """The workbook with some parts changed."""
    return packed(parts(**changed))


def with_row(row: str, **changed: str) -> bytes:
    """The workbook with one more row in its sheet."""
    return book(sheet=sheet(ROWS + row), **changed)


def doctype(inside: str, use: str = "&x;", part: str = SHEET) -> bytes:
    """The workbook with a document type in one part."""
    declared = f"{HEAD}<!DOCTYPE worksheet [{inside}]>"
    members = parts(sheet=sheet(ROWS + f'<row r="9">{cell("A9", use)}</row>', start=declared))
    if part != SHEET:
        members = parts()
        members[part] = str(members[part]).replace(HEAD, declared)
    return packed(members)


def laughs() -> bytes:
    """Ten entities, each ten times the one before."""
    each = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 11))
    return doctype(f'<!ENTITY l0 "lol">{each}', "&l10;")


def with_member(name: str, content: bytes = b"x", attributes: int = 0) -> bytes:
    """The workbook with one more member."""
    stream = io.BytesIO(book())
    with zipfile.ZipFile(stream, "a") as archive:
        info = zipfile.ZipInfo(name)
        info.external_attr = attributes << 16
        archive.writestr(info, content)
    return stream.getvalue()


def twice() -> bytes:
    """The workbook with two members of one name."""
    stream = io.BytesIO(book())
    with zipfile.ZipFile(stream, "a") as archive:
        name = SHEET.replace("sheet1", "SHEET1")
        archive.writestr(name, sheet())
    return stream.getvalue()


def patched(content: bytes, what: bytes, at: int, new: bytes, times: int = 99) -> bytes:
    """The bytes with something changed `at` so many bytes after each `what`."""
    changed = bytearray(content)
    start = content.find(what)
    while start >= 0 and times:
        changed[start + at : start + at + len(new)] = new
        start, times = content.find(what, start + 1), times - 1
    return bytes(changed)


def flipped(seed: int, times: int = 8) -> bytes:
    """The workbook with some bits turned."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    changed = bytearray(book())
    for _ in range(times):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def garbled(seed: int) -> bytes:
    """The workbook with characters of its sheet changed, in a zip that is whole."""
    dice = random.Random(seed)  # noqa: S311
    text = bytearray(sheet().encode())
    for _ in range(6):
        text[dice.randrange(len(HEAD), len(text))] = dice.choice(b"<>/\"'=& 09AZ-")
    return book(sheet=bytes(text))


def bomb(size: int, method: int = zipfile.ZIP_DEFLATED, member: str = SHEET) -> bytes:
    """The workbook with so many MiB of white space in one member."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts().items():
            if name != member:
                archive.writestr(name, content)
        info = zipfile.ZipInfo(member)
        info.compress_type = method
        with archive.open(info, "w") as part:
            part.write(b"<a>")
            for _ in range(size):
                part.write(b" " * (1 << 20))
    return stream.getvalue()


def in_all(count: int, size: int) -> bytes:
    """Many members, each below the limit of a part."""
    stream = io.BytesIO(book())
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        content = b" " * (size << 20)
        for number in range(count):
            archive.writestr(f"xl/media/{number}.bin", content)
    return stream.getvalue()


def many_sheets(count: int) -> bytes:
    """As many sheets as that, all of them one part."""
    names = {f"r{number}": f"S{number}" for number in range(count)}
    return book(
        book=workbook(names),
        links=relations(dict.fromkeys(names, "worksheet worksheets/sheet1.xml")),
    )


def letters(number: int) -> str:
    """A column's letters, counted from 1."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def wide() -> bytes:
    """A row of all columns there are."""
    return with_row(
        '<row r="9">'
        + "".join(f'<c r="{letters(n)}9"><v>1</v></c>' for n in range(1, 16385))
        + "</row>"
    )


def merges(ranges: list[str]) -> bytes:
    """The workbook with merged ranges."""
    each = "".join(f'<mergeCell ref="{one}"/>' for one in ranges)
    return book(sheet=sheet(after=f'<mergeCells count="{len(ranges)}">{each}</mergeCells>'))


def amplified(length: int, count: int) -> bytes:
    """One long shared text in many cells."""
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(9, 9 + count)
    )
    return with_row(cells, shared=shared(f"<si><t>{'x' * length}</t></si>"))


def formats() -> str:
    """Styles with number formats that stall a careless pattern."""
    codes = ("[" * 5000, "y" * 20000, "&quot;" * 5001, "\\" * 9999, ";" * 5000, "[h" * 4000 + "]")
    each = "".join(
        f'<numFmt numFmtId="{170 + n}" formatCode="{code}"/>' for n, code in enumerate(codes)
    )
    used = "".join(f'<xf numFmtId="{170 + n}"/>' for n in range(len(codes)))
    return STYLES.replace("<fonts>", f"<numFmts>{each}</numFmts><fonts>").replace(
        "</cellXfs>", f"{used}</cellXfs>"
    )


def wide_text(encoding: str) -> bytes:
    """The workbook with its parts in UTF-16."""
    return packed(
        {
            name: str(content).replace("UTF-8", "UTF-16").encode(encoding)
            if name in (SHEET, BOOK, SHARED)
            else content
            for name, content in parts().items()
        }
    )


def prefixed() -> bytes:
    """The workbook with prefixed names."""
    members = parts()
    for name in (SHEET, BOOK):
        text = str(members[name]).replace("xmlns=", "xmlns:x=")
        head, text = text.split("\n", 1)
        text = text.replace("<", "<x:").replace("<x:/", "</x:")
        members[name] = head + "\n" + text
    return packed(members)


def strict() -> bytes:
    """The workbook in strict Open XML."""
    return packed(
        {
            name: str(content).replace(MAIN, STRICT).replace(OFFICE, STRICT_OFFICE)
            for name, content in parts().items()
        }
    )


def ods(table: str) -> bytes:
    """An OpenDocument workbook."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    spaces = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'{HEAD}<office:document-content xmlns:office="{spaces}office:1.0" '
        f'xmlns:table="{spaces}table:1.0" xmlns:text="{spaces}text:1.0"><office:body>'
        f"<office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'{HEAD}<manifest:manifest xmlns:manifest="{spaces}manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        "</manifest:manifest>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return stream.getvalue()


def ods_row(*texts: str, rows: str = "", columns: str = "") -> str:
    """A row of an OpenDocument table."""
    cells = "".join(
        f'<table:table-cell {columns} office:value-type="string"><text:p>{text}</text:p>'
        "</table:table-cell>"
        for text in texts
    )
    return f"<table:table-row {rows}>{cells}</table:table-row>"


def ods_table(rows: str) -> str:
    """An OpenDocument table of the sheet of the centre."""
    return f'<table:table table:name="01 基本信息">{rows}</table:table>'


ODS_ROWS = (
    ods_row("基本信息表")
    + ods_row("项目", "填报内容")
    + ods_row("中心名称", CENTRE)
    + ods_row("级别", "区级")
    + ods_row("总面积(㎡)", AREA)
)
ODS_BLANK = (
    '<table:table-row table:number-rows-repeated="1048571"><table:table-cell '
    'table:number-columns-repeated="16384"/></table:table-row>'
)


def ole(*names: str, stream: bytes = b"") -> bytes:
    """An OLE container with streams of these names, the last of them with content."""
    entries = [("Root Entry", 5), *((name, 2) for name in names)]
    directory = b""
    for number, (name, kind) in enumerate(entries):
        text = name.encode("utf-16-le") + b"\0\0"
        right = number + 1 if 0 < number < len(entries) - 1 else 0xFFFFFFFF
        child = 1 if number == 0 and len(entries) > 1 else 0xFFFFFFFF
        directory += text.ljust(64, b"\0") + struct.pack(
            "<HBBIII", len(text), kind, 1, 0xFFFFFFFF, right, child
        )
        size = len(stream) if number == len(entries) - 1 else 0
        directory += b"\0" * 36 + struct.pack("<II", 2 if size else 0xFFFFFFFE, size) + b"\0\0\0\0"
    directory = directory.ljust(-(-len(directory) // 512) * 512, b"\0")[:512]
    sectors = -(-len(stream) // 512)
    table = (
        [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + sectors), 0xFFFFFFFE]
        if sectors
        else [0xFFFFFFFD, 0xFFFFFFFE]
    )
    fat = struct.pack("<128I", *(table + [0xFFFFFFFF] * 128)[:128])
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 0, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return header + fat + directory + stream.ljust(sectors * 512, b"\0")


def text_mode(content: bytes) -> bytes:
    """What a transfer as text leaves of bytes."""
    return content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def as_file(name: str, make: Callable[[], bytes], folder: Path) -> None:
    """Write the file that is made."""
    (folder / name).write_bytes(make())


def lock_file() -> bytes:
    """What Excel writes beside an open workbook."""
    owner = "Zhao"
    plain = bytes([len(owner)]) + owner.encode().ljust(54)
    return plain + struct.pack("<H", len(owner)) + owner.encode("utf-16-le").ljust(108, b" \0"[:1])


def unreadable(path: Path) -> None:
    """A file that nobody may read."""
    path.write_bytes(book())
    path.chmod(0)


def bound_socket(path: Path) -> None:
    """A socket in the file system."""
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket is at most 108 bytes long
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def _without_places() -> str:
    import re

    return re.sub(r'<(row|c) r="\w+"', r"<\1", sheet())


def _ods_entity() -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(ods(ods_table(ODS_ROWS)))) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            content = old.read(info)
            if info.filename == "content.xml":
                content = content.replace(b"?>\n", b'?>\n<!DOCTYPE x [<!ENTITY a "b">]>\n', 1)
            new.writestr(info.filename, content)
    return stream.getvalue()


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(60 << 20)


def _row(inside: str, **changed: str) -> Callable[[], bytes]:
    return partial(with_row, f'<row r="9">{inside}</row>', **changed)


_STRAY = '<row r="1048576"><c r="{}1048576"{}</row>'
_BYTES: dict[str, tuple[Callable[[], bytes], str]] = {
    "ordinary.xlsx": (book, READ),
    # entities
    "billion-laughs.xlsx": (laughs, "entities"),
    "quadratic-entity.xlsx": (
        lambda: doctype(f'<!ENTITY x "{"x" * 100_000}">', "&x;" * 10_000),
        "entities",
    ),
    "xxe-file.xlsx": (lambda: doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'), "entities"),
    "xxe-http.xlsx": (lambda: doctype('<!ENTITY x SYSTEM "http://127.0.0.1:9/x">'), "entities"),
    "parameter-entity.xlsx": (
        lambda: doctype('<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd"> %p;', "x"),
        "entities",
    ),
    "entity-in-workbook.xlsx": (lambda: doctype('<!ENTITY x "x">', part=BOOK), "entities"),
    "entity-in-relations.xlsx": (lambda: doctype('<!ENTITY x "x">', part=LINKS), "entities"),
    "entity-in-shared.xlsx": (lambda: doctype('<!ENTITY x "x">', part=SHARED), "entities"),
    "entity-in-types.xlsx": (
        lambda: doctype('<!ENTITY x "x">', part="[Content_Types].xml"),
        "entities",
    ),
    "entity-in-utf16.xlsx": (
        lambda: packed(
            parts(
                sheet=sheet(start='<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x "y">]>').encode(
                    "utf-16"
                )
            )
        ),
        "entities",
    ),
    "entity-after-comment.xlsx": (
        lambda: book(sheet=sheet(start=f'<!--{"x" * 1_048_570}--><!DOCTYPE w [<!ENTITY x "y">]>')),
        "entities",
    ),
    "xinclude.xlsx": (
        _row('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'),
        SURVIVE,
    ),
    "ebcdic.xlsx": (
        lambda: book(sheet=sheet().replace("UTF-8", "cp037").encode("cp037", "replace")),
        "no XML",
    ),
    "declared-utf7.xlsx": (
        lambda: book(sheet=sheet(start='<?xml version="1.0" encoding="UTF-7"?>')),
        "encoding",
    ),
    # the zip itself
    "traversal.xlsx": (lambda: with_member("../../evil.txt"), "leads out"),
    "traversal-backslash.xlsx": (lambda: with_member("..\\..\\evil.txt"), "leads out"),
    "traversal-drive.xlsx": (lambda: with_member("C:\\evil.txt"), "leads out"),
    "symlink.xlsx": (lambda: with_member("xl/link", b"/etc/passwd", 0o120777), "a link to another"),
    "duplicate.xlsx": (twice, "twice"),
    "bzip2.xlsx": (lambda: bomb(64, zipfile.ZIP_BZIP2), "method"),
    "lzma.xlsx": (lambda: bomb(4, zipfile.ZIP_LZMA), "method"),
    "unknown-method.xlsx": (
        lambda: patched(patched(book(), b"PK\1\2", 10, b"\x63\0"), b"PK\3\4", 8, b"\x63\0"),
        "method",
    ),
    "zip-password.xlsx": (
        lambda: patched(patched(book(), b"PK\1\2", 8, b"\1\0"), b"PK\3\4", 6, b"\1\0"),
        "password",
    ),
    "bomb-sheet.xlsx": (lambda: bomb(220), "unpacks too large"),
    "bomb-media.xlsx": (lambda: bomb(220, member="xl/media/a.png"), "unpacks too large"),
    "bomb-in-all.xlsx": (lambda: in_all(9, 50), "unpacks too large"),
    "many-members.xlsx": (
        lambda: packed(parts() | {f"xl/media/{n}.png": b"" for n in range(2100)}),
        "parts inside",
    ),
    "size-too-small.xlsx": (lambda: patched(book(), b"PK\1\2", 24, b"\x10\0\0\0"), "checksum"),
    "size-too-large.xlsx": (
        lambda: patched(book(), b"PK\1\2", 24, b"\xff\xff\xff\x7f"),
        "checksum",
    ),
    "packed-size-too-large.xlsx": (
        lambda: patched(book(), b"PK\1\2", 20, b"\xff\xff\xff\x7f"),
        "cut off",
    ),
    "wrong-checksum.xlsx": (lambda: patched(book(), b"PK\1\2", 16, b"\1\2\3\4"), "checksum"),
    "offset-beyond.xlsx": (lambda: patched(book(), b"PK\1\2", 42, b"\xff\xff\xff\x7f"), "damaged"),
    "directory-ruined.xlsx": (lambda: patched(book(), b"PK\1\2", 0, b"XXXX"), "damaged"),
    "zip64-sizes.xlsx": (lambda: patched(book(), b"PK\1\2", 20, b"\xff" * 8), "damaged|cut off"),
    "overlapping.xlsx": (lambda: patched(book(), b"PK\1\2", 42, b"\0\0\0\0"), "damaged"),
    "nameless-member.xlsx": (partial(packed, {**parts(), "": "x"}), SURVIVE),
    "empty-zip.xlsx": (lambda: packed({}), "without a workbook"),
    "bytes-before.xlsx": (lambda: b"MZ" + b"\0" * 700 + book(), READ),
    "bytes-after.xlsx": (lambda: book() + b"\0" * 700, READ),
    "comment.xlsx": (lambda: book()[:-2] + b"\x05\0hello", READ),
    "backslash-names.xlsx": (
        lambda: packed({name.replace("/", "\\"): one for name, one in parts().items()}),
        READ,
    ),
    "upper-case-names.xlsx": (
        lambda: packed({name.upper(): one for name, one in parts().items()}),
        READ,
    ),
    "stored.xlsx": (lambda: packed(parts(), zipfile.ZIP_STORED), READ),
    **{
        f"truncated-{share}.xlsx": (
            lambda share=share: book()[: len(book()) * share // 100],
            "cut off",
        )
        for share in (2, 25, 50, 90, 99)
    },
    **{f"bits-flipped-{seed}.xlsx": (partial(flipped, seed), SURVIVE) for seed in range(6)},
    **{f"garbled-sheet-{seed}.xlsx": (partial(garbled, seed), SURVIVE) for seed in range(6)},
    "text-mode.xlsx": (lambda: text_mode(book()), "damaged|ruined"),
    "text-mode-utf8.xlsx": (lambda: book().decode("utf-8", "replace").encode(), "ruined"),
    # parts
    "no-sheets.xlsx": (lambda: book(book=workbook({})), "no worksheet"),
    "all-hidden.xlsx": (
        lambda: book(book=workbook({"rId1": "01 基本信息"}, 'state="hidden"')),
        "hidden worksheets only",
    ),
    "all-very-hidden.xlsx": (
        lambda: book(book=workbook({"rId1": "01 基本信息"}, 'state="veryHidden"')),
        "hidden worksheets only",
    ),
    "no-workbook-part.xlsx": (
        lambda: packed({n: one for n, one in parts().items() if n != BOOK}),
        "missing in it",
    ),
    "no-sheet-part.xlsx": (
        lambda: packed({n: one for n, one in parts().items() if n != SHEET}),
        SURVIVE,
    ),
    "no-relations.xlsx": (
        lambda: packed({n: one for n, one in parts().items() if n != LINKS}),
        SURVIVE,
    ),
    "no-content-types.xlsx": (
        lambda: packed({n: one for n, one in parts().items() if "Types" not in n}),
        SURVIVE,
    ),
    "no-styles.xlsx": (
        lambda: packed({n: one for n, one in parts().items() if "styles" not in n}),
        SURVIVE,
    ),
    "two-sheets-one-name.xlsx": (
        lambda: packed(
            parts(
                book=workbook({"rId1": "01 基本信息", "rId9": "01 基本信息"}),
                links=relations(USUAL | {"rId9": "worksheet worksheets/sheet2.xml"}),
            )
            | {"xl/worksheets/sheet2.xml": sheet().replace(CENTRE, "乙中心")}
        ),
        SURVIVE,
    ),
    "2000-sheets.xlsx": (partial(many_sheets, 2000), "2000 sheets"),
    "200-sheets.xlsx": (partial(many_sheets, 200), SURVIVE),
    "external-relation.xlsx": (
        lambda: book(links=relations(USUAL | {"rId9": "externalLink http://127.0.0.1:9/x.xlsx"})),
        READ,
    ),
    "relation-outside.xlsx": (
        lambda: book(links=relations(USUAL | {"rId1": "worksheet ../../../../etc/passwd"})),
        SURVIVE,
    ),
    "endless-relation.xlsx": (
        lambda: book(links=relations(USUAL | {"rId1": "worksheet _rels/workbook.xml.rels"})),
        SURVIVE,
    ),
    # the sheet
    "white-space-sheet.xlsx": (lambda: book(sheet=" " * 5_000_000), "no XML"),
    "empty-sheet-part.xlsx": (lambda: book(sheet=""), SURVIVE),
    "unclosed-sheet.xlsx": (lambda: book(sheet=sheet()[:600]), SURVIVE),
    "deep-nesting.xlsx": (lambda: book(sheet=sheet(before="<a>" * 200_000)), SURVIVE),
    "long-attribute.xlsx": (
        lambda: book(sheet=sheet(before=f'<a b="{"x" * 5_000_000}"/>')),
        SURVIVE,
    ),
    "many-attributes.xlsx": (
        lambda: book(
            sheet=sheet(before="<a " + " ".join(f'b{n}="1"' for n in range(50_000)) + "/>")
        ),
        SURVIVE,
    ),
    "5m-characters.xlsx": (_row(cell("A9", "字" * 5_000_000)), SURVIVE),
    "one-huge-string.xlsx": (
        lambda: book(shared=shared(f"<si><t>{'x' * 60_000_000}</t></si>")),
        SURVIVE,
    ),
    "16384-columns.xlsx": (wide, SURVIVE),
    "million-blank-rows.xlsx": (lambda: with_row(_STRAY.format("C", ' s="1"/>')), READ),
    "stray-blank-CV.xlsx": (lambda: with_row(_STRAY.format("CV", ' s="1"/>')), READ),
    "stray-blank-XFD.xlsx": (lambda: with_row(_STRAY.format("XFD", ' s="1"/>')), READ),
    "stray-filled-XFD.xlsx": (
        lambda: with_row(_STRAY.format("XFD", "><v>1</v></c>")),
        "reaches to XFD1048576",
    ),
    "stray-formula-XFD.xlsx": (
        lambda: with_row(_STRAY.format("XFD", "><f>1+1</f></c>")),
        "reaches to XFD1048576",
    ),
    "stray-text-CV.xlsx": (
        lambda: with_row(f'<row r="1048576">{cell("CV1048576", "x")}</row>'),
        "reaches to CV1048576",
    ),
    "stray-prefixed.xlsx": (
        lambda: packed(
            parts(
                sheet=(
                    f'{HEAD}<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1">'
                    '<x:v>1</x:v></x:c></x:row><x:row r="1048576"><x:c s="1" r="XFD1048576">'
                    "<x:v>1</x:v></x:c></x:row>"
                    "</x:sheetData></x:worksheet>"
                )
            )
        ),
        "reaches to XFD1048576",
    ),
    "stray-without-places.xlsx": (
        lambda: book(
            sheet=sheet(
                "<row>"
                + "<c><v>1</v></c>" * 16_000
                + "</row>"
                + "<row><c><v>1</v></c></row>" * 2_000
            )
        ),
        "at most 5000000 are read",
    ),
    "column-XFE.xlsx": (_row('<c r="XFE9"><v>1</v></c>'), "no sheet has"),
    "row-1048577.xlsx": (
        lambda: with_row('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'),
        "no sheet has",
    ),
    "row-0.xlsx": (_row('<c r="A0"><v>1</v></c>'), "no sheet has"),
    "row-4294967295.xlsx": (
        lambda: with_row('<row r="4294967295"><c><v>1</v></c></row>'),
        "no sheet has",
    ),
    "place-99999999999.xlsx": (_row('<c r="A99999999999"><v>1</v></c>'), "no sheet has"),
    "place-ZZZZZZZZ1.xlsx": (_row('<c r="ZZZZZZZZ1"><v>1</v></c>'), "no sheet has"),
    "place-empty.xlsx": (_row('<c r=""><v>1</v></c>'), "no sheet has"),
    "place-only-row.xlsx": (_row('<c r="9"><v>1</v></c>'), "no sheet has"),
    "place-dollar.xlsx": (_row('<c r="$A$9"><v>1</v></c>'), "no sheet has"),
    "without-places.xlsx": (lambda: book(sheet=_without_places()), READ),
    "dimension-too-small.xlsx": (lambda: book(sheet=sheet(before='<dimension ref="A1"/>')), READ),
    "dimension-too-large.xlsx": (
        lambda: book(sheet=sheet(before='<dimension ref="A1:XFD1048576"/>')),
        READ,
    ),
    "dimension-impossible.xlsx": (
        lambda: book(sheet=sheet(before='<dimension ref="B9:A1:ZZZZ99999999999"/>')),
        SURVIVE,
    ),
    "dimension-upside-down.xlsx": (
        lambda: book(sheet=sheet(before='<dimension ref="Z99:A1"/>')),
        SURVIVE,
    ),
    "whole-sheet-merge.xlsx": (lambda: merges(["A1:XFD1048576"]), SURVIVE),
    "20000-merges.xlsx": (lambda: merges([f"D{n}:F{n + 1}" for n in range(9, 40_009, 2)]), READ),
    "merges-of-whole-columns.xlsx": (
        lambda: merges([f"{letters(n)}1:{letters(n)}99999" for n in range(5, 16_000)]),
        "merges",
    ),
    "merge-impossible.xlsx": (lambda: merges(["A0:XFE1048577", "B2", ":", "Z9:A1"]), SURVIVE),
    "overlapping-merges.xlsx": (lambda: merges(["D9:F12", "E10:G14"] * 500), SURVIVE),
    # values
    "date-minus-1e300.xlsx": (_row('<c r="A9" s="1"><v>-1e300</v></c>'), SURVIVE),
    "date-minus-digits.xlsx": (_row(f'<c r="A9" s="1"><v>-{"9" * 30}</v></c>'), SURVIVE),
    "date-1e300.xlsx": (_row('<c r="A9" s="1"><v>1e300</v></c>'), SURVIVE),
    "date-3000000.xlsx": (_row('<c r="A9" s="1"><v>3000000.5</v></c>'), SURVIVE),
    "iso-date-odd.xlsx": (_row('<c r="A9" t="d"><v>99999-99-99T99:99</v></c>'), SURVIVE),
    "nan.xlsx": (lambda: book(sheet=sheet(ROWS.replace(f"<v>{AREA}</v>", "<v>NaN</v>"))), SURVIVE),
    "inf.xlsx": (lambda: book(sheet=sheet(ROWS.replace(f"<v>{AREA}</v>", "<v>INF</v>"))), SURVIVE),
    "1e400.xlsx": (
        lambda: book(sheet=sheet(ROWS.replace(f"<v>{AREA}</v>", "<v>1e400</v>"))),
        SURVIVE,
    ),
    "long-number.xlsx": (_row(f'<c r="A9"><v>{"9" * 1_000_000}</v></c>'), SURVIVE),
    "bad-shared-index.xlsx": (
        lambda: book(
            sheet=sheet(ROWS.replace(f'<c r="B5"><v>{AREA}</v>', '<c r="B5" t="s"><v>77</v>'))
        ),
        SURVIVE,
    ),
    "negative-shared-index.xlsx": (_row('<c r="A9" t="s"><v>-1</v></c>'), SURVIVE),
    "huge-shared-index.xlsx": (_row('<c r="A9" t="s"><v>99999999999999999999</v></c>'), SURVIVE),
    "lying-shared-count.xlsx": (
        lambda: book(
            shared=shared("<si><t>x</t></si>", 'count="4294967295" uniqueCount="4294967295"')
        ),
        SURVIVE,
    ),
    "shared-amplified.xlsx": (partial(amplified, 100_000, 30_000), "memory"),
    "unknown-error.xlsx": (_row('<c r="A9" t="e"><v>#WHAT!</v></c>'), SURVIVE),
    "new-error.xlsx": (_row('<c r="A9" t="e"><v>#SPILL!</v></c>'), READ),
    "boolean-2.xlsx": (_row('<c r="A9" t="b"><v>2</v></c>'), SURVIVE),
    "unknown-type.xlsx": (_row('<c r="A9" t="zz"><v>2</v></c>'), SURVIVE),
    "style-beyond.xlsx": (_row('<c r="A9" s="999999999"><v>2</v></c>'), SURVIVE),
    "escape-character.xlsx": (_row(cell("A9", "_x001B_[31m")), READ),
    "control-character.xlsx": (_row(cell("A9", "a\x01b")), SURVIVE),
    "no-utf8.xlsx": (lambda: book(sheet=sheet().encode("gbk", "replace")), SURVIVE),
    "number-formats.xlsx": (
        lambda: book(
            styles=formats(),
            sheet=sheet(
                ROWS
                + "".join(
                    f'<row r="{n}"><c r="A{n}" s="{n - 7}"><v>1</v></c></row>' for n in range(9, 15)
                )
            ),
        ),
        READ,
    ),
    # valid and odd
    "strict.xlsx": (strict, READ),
    "prefixed.xlsx": (prefixed, READ),
    "utf16.xlsx": (partial(wide_text, "utf-16"), READ),
    "utf8-mark.xlsx": (lambda: book(sheet="\ufeff" + sheet()), READ),
    "single-quotes.xlsx": (lambda: book(sheet=sheet().replace('"', "'")), READ),
    "macro.xlsm": (
        lambda: packed(
            parts(
                types=types().replace(
                    "openxmlformats-officedocument.spreadsheetml.sheet.main",
                    "ms-excel.sheet.macroEnabled.main",
                )
            )
            | {"xl/vbaProject.bin": b"Shell"}
        ),
        READ,
    ),
    "xlsx-called.xls": (book, READ),
    "no-suffix": (book, READ),
    # other files
    "encrypted.xlsx": (lambda: ole("EncryptionInfo", "EncryptedPackage"), "encrypted"),
    "word-97.xlsx": (lambda: ole("WordDocument"), "Word"),
    "ole-empty.xlsx": (ole, "no workbook"),
    "ole-1024-bytes.xls": (lambda: ole("Workbook")[:1024], "damaged"),
    "ole-garbage.xls": (lambda: ole("Workbook", stream=bytes(range(256)) * 32), SURVIVE),
    "ole-huge-record.xls": (
        lambda: ole(
            "Workbook",
            stream=struct.pack("<HHHH", 0x809, 16, 0x600, 5)
            + b"\0" * 12
            + struct.pack("<HHII", 0xFC, 8, 0xFFFFFFFF, 0xFFFFFFFF)
            + b"\0" * 5000,
        ),
        SURVIVE,
    ),
    "ole-huge-dimension.xls": (
        lambda: ole(
            "Workbook",
            stream=struct.pack("<HHHH", 0x809, 16, 0x600, 16)
            + b"\0" * 12
            + struct.pack("<HHIIHHH", 0x200, 14, 0, 0xFFFFFFFF, 0, 0xFFFF, 0)
            + b"\0" * 5000,
        ),
        SURVIVE,
    ),
    "word.xlsx": (
        lambda: packed(
            {
                "[Content_Types].xml": types("wordprocessingml.document.main"),
                "word/document.xml": "<w/>",
            }
        ),
        "Word",
    ),
    "slides.xlsx": (
        lambda: packed(
            {
                "[Content_Types].xml": types("presentationml.presentation.main"),
                "ppt/presentation.xml": "<p/>",
            }
        ),
        "presentation",
    ),
    "archive.xlsx": (lambda: packed({"holiday.jpg": b"\xff\xd8"}), "without a workbook"),
    "pdf.xlsx": (lambda: b"%PDF-1.7\n" + b"x" * 900, "PDF"),
    "html.xlsx": (
        "<html><body><table><tr><td>中心</td></tr></table></body></html>".encode,
        "web page",
    ),
    "html-utf16.xlsx": (lambda: "<html><table></table></html>".encode("utf-16"), "web page"),
    "xml-2003.xlsx": (
        lambda: (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
        ),
        "2003",
    ),
    "csv.xlsx": ("中心名称,甲\n级别,区级\n".encode, "text file"),
    "gbk-text.xlsx": (lambda: "中心名称,甲\n级别,区级\n".encode("gb18030"), "text file"),
    "rtf.xlsx": (lambda: b"{\\rtf1 hello}", "RTF"),
    "png.xlsx": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "picture"),
    "gzip.xlsx": (lambda: b"\x1f\x8b\x08" + b"\0" * 99, "packed archive"),
    "empty.xlsx": (bytes, "empty file"),
    "zeros.xlsx": (lambda: bytes(4096), "zero bytes"),
    "random.xlsx": (lambda: random.Random(1).randbytes(9000), "unknown kind"),  # noqa: S311
    "~$locked.xlsx": (lock_file, "lock file"),
    "~$not-locked.xlsx": (book, READ),
    # OpenDocument and CSV
    "ordinary.ods": (lambda: ods(ods_table(ODS_ROWS)), READ),
    "blank-repeats.ods": (lambda: ods(ods_table(ODS_ROWS + ODS_BLANK)), READ),
    "repeat-bomb.ods": (
        lambda: ods(
            ods_table(
                ODS_ROWS
                + ods_row(
                    "x",
                    rows='table:number-rows-repeated="1048576"',
                    columns='table:number-columns-repeated="16384"',
                )
            )
        ),
        "repeats cells",
    ),
    "repeat-overflow.ods": (
        lambda: ods(
            ods_table(
                ODS_ROWS
                + ods_row("x", columns='table:number-columns-repeated="99999999999999999999"')
            )
        ),
        "repeats cells",
    ),
    "repeat-negative.ods": (
        lambda: ods(
            ods_table(ODS_ROWS + ods_row("x", columns='table:number-columns-repeated="-5"'))
        ),
        SURVIVE,
    ),
    "entity.ods": (_ods_entity, "entities"),
    "nul.csv": ("中心名称,甲\0中心\n".encode, SURVIVE),
    "giant-field.csv": (lambda: b'a,"' + b"x" * 3_000_000 + b'"\n', SURVIVE),
    "unclosed-quote.csv": (lambda: b'a,"b\n' * 2000, SURVIVE),
    "mixed-encodings.csv": (lambda: "中心名称,".encode() + "甲中心\n".encode("gbk"), SURVIVE),
    "utf16.csv": (lambda: "中心名称,甲中心\n".encode("utf-16"), SURVIVE),
    "many-columns.csv": (lambda: b"," * 500_000, SURVIVE),
    "rows-of-commas.csv": (lambda: (b"," * 3000 + b"\n") * 3000, "at most 5000000"),
}


_NAMES = (
    "[red]alert[bold].xlsx",
    "--help.xlsx",
    "%s%n{path}{0}.xlsx",
    "quote'\"`$(id).xlsx",
    "line\nbreak\r.xlsx",
    "right\u202eto-left.xlsx",
    "escape\x1b[31m.xlsx",
    "全角（副本） 最终版2.xlsx",
    "é" * 60 + ".xlsx",
)

FILES: dict[str, Odd] = {
    **{name: Odd(partial(as_file, name, make), then) for name, (make, then) in _BYTES.items()},
    **{name: Odd(partial(as_file, name, book), READ) for name in _NAMES},
    "broken\n\x1b[31m%s{0}[red].xlsx": Odd(
        partial(as_file, "broken\n\x1b[31m%s{0}[red].xlsx", lambda: b""), "empty file"
    ),
    os.fsdecode(b"no-\xff-utf8.xlsx"): Odd(
        lambda folder: (folder / os.fsdecode(b"no-\xff-utf8.xlsx")).write_bytes(book()), READ
    ),
    "folder.xlsx": Odd(lambda folder: (folder / "folder.xlsx").mkdir(), "is a folder"),
    "pipe.xlsx": Odd(lambda folder: os.mkfifo(folder / "pipe.xlsx"), "is a pipe"),
    "socket.xlsx": Odd(lambda folder: bound_socket(folder / "socket.xlsx"), "is a socket"),
    "broken-link.xlsx": Odd(
        lambda folder: (folder / "broken-link.xlsx").symlink_to("nowhere"), "does not exist"
    ),
    "endless-link.xlsx": Odd(
        lambda folder: (folder / "endless-link.xlsx").symlink_to("endless-link.xlsx"),
        "cannot be opened",
    ),
    "link-to-device.xlsx": Odd(
        lambda folder: (folder / "link-to-device.xlsx").symlink_to("/dev/zero"), "is a device"
    ),
    "link-to-terminal.xlsx": Odd(
        lambda folder: (folder / "link-to-terminal.xlsx").symlink_to("/proc/self/fd"), "is a folder"
    ),
    "proc.xlsx": Odd(
        lambda folder: (folder / "proc.xlsx").symlink_to("/proc/self/mem"), "cannot be opened|empty"
    ),
    "sparse-60M.xlsx": Odd(
        lambda folder: _sparse(folder / "sparse-60M.xlsx"), "at most 50M are read"
    ),
}
