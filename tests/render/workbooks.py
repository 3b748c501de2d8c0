"""Workbooks as different programs write them, and an audit that points at cells of them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from datetime import date

import openpyxl
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from centre_check.model.evidence import Reason, Why
from centre_check.model.facts import Cell, Input
from centre_check.model.findings import Audit, Finding
from centre_check.model.outcomes import Outcome, Verdict

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_LINKS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def audit_of(*findings: Finding) -> Audit:
    """An audit with these findings."""
    return Audit(
        input=Input("中心.xlsx", "0" * 64, 1),
        standard="huyi-2019-centre",
        edition="2019.1",
        standard_sha256="0" * 64,
        standard_title="标准",
        level="district",
        level_title="区级",
        options=(),
        document="《某某实施方案》",
        issuer="某某区人民政府办公室",
        centre={"name": "某某创业中心"},
        contact={},
        as_of=date(2026, 6, 30),
        as_of_from="",
        verdict=Verdict.NON_COMPLIANT,
        findings=findings,
        reported=(),
        notes=(),
    )


def finding(
    *places: tuple[str, str], outcome: Outcome = Outcome.FAIL, id_: str = "HY-YJ-04", text: str = ""
) -> Finding:
    """A finding at these cells."""
    cells = tuple(Cell(sheet, ref, "", None) for sheet, ref in places)
    return Finding(
        criterion=id_,
        clause="1",
        quote="原文",
        title="总面积达到要求",
        outcome=outcome,
        message=text or "实测480㎡，差20㎡",
        brief="",
        remedy="",
        interpretation="",
        reasons=(Reason(Why("blank", {}), cells),) if cells else (),
        cells=cells,
    )


def png() -> bytes:
    """A picture of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">2I5B", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, data)
        for kind, data in (
            (b"IHDR", head),
            (b"IDAT", zlib.compress(b"\0\xff\0\0")),
            (b"IEND", b""),
        )
    )


def by_openpyxl() -> bytes:
    """Styles, merged cells, a drop-down, a rule of colours, comments, names, a formula."""
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.title = "01 基本信息"
    for row in (["项目", "内容"], ["面积", 480], ["编号", "00123"], ["日期", date(2026, 6, 30)]):
        first.append(row)
    first["B2"].font = Font(bold=True, color="FF0000")
    first["B2"].number_format = "0.00"
    first["B3"].fill = PatternFill("solid", fgColor="00FF00")
    first["B3"].comment = Comment("原有批注", "张三")
    first["D1"] = "合并"
    first.merge_cells("D1:F3")
    first.add_data_validation(DataValidation(type="list", formula1='"是,否"', sqref="B5:B9"))
    first.conditional_formatting.add("B2:B9", CellIsRule(operator="lessThan", formula=["500"]))
    first.defined_names["本表"] = DefinedName("本表", attr_text="'01 基本信息'!$A$1")
    first.print_title_rows = "1:1"
    first.column_dimensions["H"].fill = PatternFill("solid", fgColor="0000FF")
    second = book.create_sheet("Bob's =!表")
    second["A1"] = "甲"
    second["A2"] = "=1+1"
    book.active = 1
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def by_xlsxwriter(*, macros: bool = False) -> bytes:
    """A chart, a picture, a table, sparklines, comments, a protected sheet, a stored result."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("数据")
    bold = book.add_format({"bold": True, "bg_color": "#FFFF00", "num_format": "#,##0"})
    for row in range(12):
        sheet.write_row(row, 0, [f"第{row}行", row, row * 2], bold if row == 4 else None)
    sheet.write_formula("D1", "=SUM(B1:B12)", bold, 66)
    sheet.write_rich_string("D2", "粗", bold, "细")
    sheet.write_comment("B2", "原有批注", {"author": "李四"})
    sheet.add_sparkline("E1", {"range": "数据!B1:C1"})
    sheet.insert_image("G2", "点.png", {"image_data": io.BytesIO(png())})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=数据!$B$1:$B$12"})
    sheet.insert_chart("G10", chart)
    sheet.add_table("A20:B22", {"data": [["甲", 1], ["乙", 2]]})
    sheet.data_validation("B2:B9", {"validate": "list", "source": ["是", "否"]})
    sheet.insert_button("J1", {"macro": "go", "caption": "按钮"})
    sheet.set_header("&G", {"image_center": "点.png", "image_data_center": io.BytesIO(png())})
    other = book.add_worksheet("其他")
    other.write("A1", "不动")
    other.protect()
    book.add_chartsheet("图").set_chart(_chart(book))
    if macros:
        book.add_vba_project(io.BytesIO(b"\xd0\xcf\x11\xe0 macros"), is_stream=True)
    book.close()
    return stream.getvalue()


def _chart(book: xlsxwriter.Workbook) -> object:
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=数据!$B$1:$B$12"})
    return chart


def by_hand(
    rows: str,
    *,
    prefix: str = "",
    strict: bool = False,
    styles: str = "",
    after: str = "",
    more: Mapping[str, str] = {},
    links: Mapping[str, str] = {},
) -> bytes:
    """The least package: `rows`, where `x:` stands for the prefix; `links` are of the sheet."""
    main, base = (STRICT_MAIN, STRICT_LINKS) if strict else (MAIN, LINKS)
    space = f'xmlns:{prefix}="{main}"' if prefix else f'xmlns="{main}"'
    mark = f"{prefix}:" if prefix else ""

    def own(xml: str) -> str:
        return xml.replace("x:", mark)

    listed = [("rId1", "worksheet", "worksheets/sheet1.xml")]
    if styles:
        listed.append(("rId2", "styles", "styles.xml"))
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
        ),
        "_rels/.rels": _relations(base, [("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": own(
            f'<x:workbook {space} xmlns:r="{base}"><x:sheets><x:sheet name="表" sheetId="7" '
            'r:id="rId1"/></x:sheets></x:workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(base, listed),
        "xl/worksheets/sheet1.xml": own(
            f'<x:worksheet {space} xmlns:r="{base}"><x:sheetData>{rows}</x:sheetData>{after}'
            "</x:worksheet>"
        ),
        **({"xl/styles.xml": own(styles.replace("SPACE", space))} if styles else {}),
        **({"xl/worksheets/_rels/sheet1.xml.rels": _links_of(links)} if links else {}),
        **more,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def _relations(base: str, listed: list[tuple[str, str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{id_}" Type="{base}/{kind}" Target="{target}"/>'
        for id_, kind, target in listed
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _links_of(links: Mapping[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{at}" Type="{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(links.items(), start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
