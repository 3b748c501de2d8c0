"""The .xlsx of a document: what a spreadsheet program finds in it."""

import io
import re
import warnings
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from specimen import HOSTILE, specimen

from centre_check.documents.tree import (
    Document,
    Figure,
    Genre,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Section,
    Table,
    TableRow,
)
from centre_check.model.outcomes import Outcome
from centre_check.render.xlsx import render
from outside import by_libreoffice

SHORT = Table(("项目", "内容"), (TableRow(("甲", "一")),))
LONG = Table(
    ("序号", "条款", "说明"),
    tuple(TableRow((str(at), f"条款{at}", "说明"), Outcome.FAIL) for at in range(1, 41)),
    (1, 3, 6),
)


def opened(content: bytes) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of openpyxl, that it does not know solid bars
        return load_workbook(io.BytesIO(content))


def sheet(*blocks: object, **fields: object) -> Worksheet:
    """The only sheet of a document of these blocks."""
    (only,) = opened(render(Document("标题", blocks, **fields))).worksheets  # type: ignore[arg-type]
    return only


def texts(page: Worksheet) -> list[str]:
    return [str(cell.value) for row in page.iter_rows() for cell in row if cell.value is not None]


def row_of(page: Worksheet, text: str) -> int:
    return next(cell.row for row in page.iter_rows() for cell in row if cell.value == text)


def test_two_renders_give_the_same_bytes() -> None:
    assert render(specimen()) == render(specimen())


@pytest.mark.parametrize("genre", Genre)
def test_every_block_is_drawn(genre: Genre) -> None:
    book = opened(render(specimen(genre, hostile=())))
    found = [text for page in book.worksheets for text in texts(page)]
    for wanted in ("未达标", "各条结论", "22", "× HY-YJ-04 总面积", "→ 补足20㎡", "存在问题"):
        assert wanted in found
    for wanted in ("记录人", "2026年6月30日", "□符合 □不符合 □不适用", "03 运营管理人员!B65"):
        assert wanted in found


def test_the_table_of_a_sheet_is_a_range_to_filter_with_its_head_in_sight() -> None:
    page = sheet(LONG)
    head = row_of(page, "序号")
    assert page.auto_filter.ref == f"A{head}:C{head + 40}"
    assert page.freeze_panes == f"A{head + 1}"
    assert page.print_title_rows == f"${head}:${head}"


def test_of_several_tables_the_longest_is_filtered_and_others_are_merged_into_its_columns() -> None:
    page = sheet(LONG, Heading("另有"), SHORT)
    head = row_of(page, "序号")
    assert page.auto_filter.ref == f"A{head}:C{head + 40}"
    assert [one.coord for one in page.merged_cells.ranges if one.min_row == row_of(page, "甲")]
    assert not page.print_title_rows  # it would stand above the other table too


def test_a_table_far_down_is_not_frozen() -> None:
    page = sheet(*[Paragraph("一段文字")] * 40, LONG)
    assert page.freeze_panes is None
    assert page.auto_filter.ref


def test_an_empty_table_has_nothing_to_filter() -> None:
    assert sheet(Table(("甲", "乙"), ())).auto_filter.ref is None


def test_stated_widths_are_parts_of_the_page() -> None:
    widths = [sheet(LONG).column_dimensions[letter].width for letter in "ABC"]
    assert widths[1] / widths[0] == pytest.approx(3, rel=0.1)
    assert widths[2] / widths[0] == pytest.approx(6, rel=0.1)


def test_columns_without_stated_widths_keep_short_texts_on_one_line() -> None:
    page = sheet(Table(("条款", "说明"), (TableRow(("HY-YJ-04", "很长的说明" * 40)),)))
    assert page.column_dimensions["A"].width > len("HY-YJ-04")
    assert page.row_dimensions[row_of(page, "HY-YJ-04")].height > 40


@pytest.mark.parametrize(("is_wide", "orientation"), [(True, "landscape"), (False, "portrait")])
def test_paper_is_a4_one_page_wide(*, is_wide: bool, orientation: str) -> None:
    (page,) = opened(render(Document("标题", (Section("节", (LONG,), is_wide),)))).worksheets
    assert page.page_setup.orientation == orientation
    assert page.page_setup.paperSize == 9
    assert page.page_setup.fitToWidth in (None, 1)  # 1 is what is meant where nothing is said
    assert page.page_setup.fitToHeight == 0
    assert page.sheet_properties.pageSetUpPr.fitToPage


def test_the_foot_says_the_page_and_on_what_the_document_rests() -> None:
    page = sheet(LONG, imprint=("标准 A&B", "另一标准", "工作簿", "centre-check 0.1.0"))
    lines = page.oddFooter.left.text.split("\n")
    assert lines == ["标准 A&&B", "另一标准", "工作簿 · centre-check 0.1.0"]
    assert page.oddFooter.right.text.strip() == "第 &P 页 共 &N 页"


def test_a_long_imprint_is_cut_to_what_a_foot_holds() -> None:
    with zipfile.ZipFile(io.BytesIO(render(Document("标题", (), imprint=("&长" * 300,))))) as file:
        xml = file.read("xl/worksheets/sheet1.xml").decode()
    (footer,) = re.findall("<oddFooter>(.*)</oddFooter>", xml)
    assert len(footer.replace("&amp;", "&").replace("&quot;", '"')) <= 255
    assert "…" in footer


def test_a_section_is_a_sheet_of_its_own() -> None:
    book = opened(render(specimen(hostile=())))
    assert book.sheetnames == ["汇总", "问题清单", "证据索引", "续"]
    assert book["证据索引"].auto_filter.ref == "A2:B62"


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (("甲/乙:丙[1]*?\\",), ["甲 乙 丙 1"]),
        (("长" * 40,), ["长" * 31]),
        (("𠮷" * 40,), ["𠮷" * 15]),
        (("节", "节"), ["节", "节 (2)"]),
        (("Ab", "aB"), ["Ab", "aB (2)"]),
        (("长" * 40, "长" * 41), ["长" * 31, "长" * 27 + " (2)"]),
        (("'引'", "History", ""), ["引", "History (2)", "1"]),
    ],
    ids=["refused signs", "too long", "two units each", "twice", "case", "cut twice", "reserved"],
)
def test_sheets_get_names_that_excel_takes(titles: tuple[str, ...], names: list[str]) -> None:
    document = Document("标题", tuple(Section(title, (Paragraph("文"),)) for title in titles))
    assert opened(render(document)).sheetnames == names


def test_a_short_title_names_the_first_sheet() -> None:
    assert opened(render(Document("整改台账", (LONG,)))).sheetnames == ["整改台账"]


def test_hostile_texts_are_texts() -> None:
    content = render(specimen())
    for page in opened(content).worksheets:
        for row in page.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n")
                assert cell.data_type == "s" or cell.value is None or isinstance(cell.value, int)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        sheets = [file.read(name) for name in file.namelist() if "worksheets/sheet" in name]
        names = set(file.namelist())
    assert not any(b"<f>" in xml or b"<hyperlink" in xml for xml in sheets)
    assert not any("external" in name.lower() for name in names)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "=1+1"),
        ("@SUM(A1)", "@SUM(A1)"),
        ("http://example.org", "http://example.org"),
        ("00123", "00123"),
        ("a\x07b\x1b", "a\ufffdb\ufffd"),
        ("左\u202e右\u200b", "左右"),
        ("一\r\n二", "一\n二"),
        ("_x0041_", "_x0041_"),
        (" 前后 ", " 前后 "),
    ],
)
def test_a_text_comes_out_as_it_is(text: str, shown: str) -> None:
    page = sheet(Table(("甲", "乙"), (TableRow((text, "乙1")),)), KeyValues((Pair("丙", text),)))
    strings = [cell.value for row in page.iter_rows() for cell in row if cell.data_type == "s"]
    # openpyxl leaves escapes as they are in the file.
    assert [one.replace("_x005F_", "_") for one in strings].count(shown) == 2


def test_a_text_too_long_for_a_cell_ends_with_a_mark() -> None:
    page = sheet(Table(("甲", "乙"), (TableRow(("甲1", "𠮷" * 20_000)),)))
    (text,) = [one for one in texts(page) if "𠮷" in one]
    assert text.endswith("以下省略）")
    assert len(text.encode("utf-16-le")) // 2 <= 32_767


def test_a_paragraph_too_long_for_a_row_goes_on_in_the_next() -> None:
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 20_000)))
    assert text in "".join(texts(sheet(Paragraph(text))))


@pytest.mark.parametrize(
    ("text", "value", "shown_as"),
    [
        ("7", 7, "0"),
        ("0", 0, "0"),
        ("-3", -3, "0"),
        ("62.30", 62.3, "0.00"),
        ("1,234", 1234, "#,##0"),
        ("1,234,567.8", 1234567.8, "#,##0.0"),
        ("85.00%", 0.85, "0.00%"),
        ("100%", 1, "0%"),
        ("999999999999999", 999999999999999, "0"),
        ("0.123456789012345", 0.123456789012345, "0.000000000000000"),
    ],
)
def test_a_number_in_a_column_of_numbers_is_a_number(
    text: str, value: float, shown_as: str
) -> None:
    cell = numbered(text)
    assert (cell.value, cell.data_type, cell.number_format) == (value, "n", shown_as)


@pytest.mark.parametrize(
    "text",
    [
        "9999999999999999",
        "007",
        "1,23",
        "480㎡",
        "－",
        "1e5",
        "٣",
        " 7",
        "7.",
        ".5",
        "=1+1",
        "1/2",
        "不在名单",
    ],
)
def test_what_excel_would_not_keep_or_show_alike_stays_a_text(text: str) -> None:
    cell = numbered(text)
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("genre", Genre)
def test_only_columns_of_numbers_hold_numbers(genre: Genre) -> None:
    table = Table(
        ("编码", "数"), (TableRow(("610118", "5")), TableRow(("610100", ""))), (1, 1), (1,)
    )
    page = sheet(table, genre=genre)
    first, second = row_of(page, "610118"), row_of(page, "610100")
    assert page.cell(first, 2).value == 5
    assert page.cell(second, 2).value is None


def numbered(text: str) -> Cell:
    """The cell of a text that stands in a column of numbers."""
    page = sheet(Table(("数", "说明"), (TableRow((text, "说明")),), (1, 1), (0,)))
    cell = page.cell(row_of(page, "说明") + 1, 1)
    assert isinstance(cell, Cell)
    return cell


def test_bars_are_numbers_with_a_bar_behind_them() -> None:
    page = sheet(Figure("各条结论", specimen().blocks[4].bars))  # type: ignore[union-attr]
    ranges = [str(rule.sqref) for rule in page.conditional_formatting]
    assert len(ranges) == 3
    assert [page[one.split(":")[0]].value for one in ranges] == [22, 7, 0]


def test_a_tone_shades_the_row_whose_words_say_it() -> None:
    page = sheet(LONG)
    assert page.cell(row_of(page, "条款1"), 1).fill.fgColor.rgb == "FFFBE3DE"


def test_properties_name_the_document_and_its_day() -> None:
    found = opened(render(specimen())).properties
    assert found.title == "鄠邑区某某标准化创业中心审核报告"
    assert found.created == datetime(2026, 6, 30)
    assert opened(render(Document("标题", ()))).properties.created.date() == date(1980, 1, 1)


def test_a_stamp_stands_at_the_head() -> None:
    page = sheet(LONG, stamp="内部资料")
    assert texts(page)[0] == "内部资料"
    assert page.oddHeader.right.text == "内部资料"
    assert sheet(LONG).oddHeader.right.text is None


def test_libreoffice_prints_it(tmp_path: Path) -> None:
    path = tmp_path / "报告.xlsx"
    path.write_bytes(render(specimen(hostile=(*HOSTILE[:9], *HOSTILE[10:]))))
    (printed,) = by_libreoffice([path], "pdf", tmp_path)
    assert printed.read_bytes().startswith(b"%PDF")
