"""Word files: what is in them, read back with python-docx and by LibreOffice."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from paper import as_pdf, pages
from specimen import HOSTILE, specimen

from centre_check.documents.tree import (
    Closing,
    Document,
    Entries,
    Genre,
    Heading,
    KeyValues,
    ListEntry,
    Pair,
    Paragraph,
    Salutation,
    Section,
    Table,
    TableRow,
    Writing,
)
from centre_check.render.docx import render
from centre_check.render.visible import visible_text

GENRES = pytest.mark.parametrize("genre", list(Genre), ids=str)


def opened(document: Document) -> Any:
    return docx.Document(io.BytesIO(render(document)))


def tables(document: Document) -> list[Any]:
    """The tables of the file's body."""
    return list(opened(document).element.body.iterchildren(qn("w:tbl")))


def columns(table: Any) -> list[int]:
    return [int(one.get(qn("w:w"))) for one in table.tblGrid]


def parts(document: Document) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(render(document))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text_of(element: Any) -> str:
    """The text as it stands, a break as the end of a line."""
    pieces = (
        "\n" if one.tag == qn("w:br") else one.text or ""
        for one in element.iter(qn("w:t"), qn("w:br"))
    )
    return "".join(pieces)


def texts_in(value: object) -> Iterator[str]:
    """Every text of a tree of tuples."""
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_in(part)


def inspection_form() -> Document:
    """A form with 33 rows, as the inspection record has."""
    row = ("要求" * 14, "× 不符合：实测480㎡，要求不低于500㎡", "01 基本信息!B12")
    rows = [
        TableRow((str(n), f"HY-YJ-{n:02}", *row, "□符合\n□不符合\n□不适用", ""))
        for n in range(1, 34)
    ]
    head = ("序号", "项目", "标准要求", "系统核验结果", "依据", "现场核定", "备注")
    return Document(
        "现场检查记录表",
        (
            KeyValues((Pair("编号", ""), Pair("级别", "区级"), Pair("地址", "甘亭街道" * 9))),
            Table(head, tuple(rows), (4, 10, 22, 22, 16, 12, 14)),
            Writing("存在问题", 4),
        ),
        Genre.FORM,
    )


# --- structure ------------------------------------------------------------------------------------


def test_headings_have_the_styles_that_word_builds_contents_from() -> None:
    document = opened(
        Document(
            "标题",
            (Heading("一"), Section("二", (Heading("二之一"), Paragraph("文")))),
            subtitle="副题",
        )
    )
    assert [(one.style.name, one.text) for one in document.paragraphs] == [
        ("Title", "标题"),
        ("Subtitle", "副题"),
        ("Heading 1", "一"),
        ("Heading 1", "二"),
        ("Heading 2", "二之一"),
        ("Body Text", "文"),
    ]


@GENRES
def test_every_style_names_a_chinese_and_a_latin_font(genre: Genre) -> None:
    document = opened(specimen(genre))
    used = {one.style.style_id for one in document.paragraphs}
    fonts = {
        style.style_id: style.element.rPr.rFonts
        for style in document.styles
        if style.type is not None
    }
    assert used <= set(fonts)
    for font in fonts.values():
        assert font.get(qn("w:eastAsia"))
        assert font.get(qn("w:ascii")) == font.get(qn("w:hAnsi")) == "Times New Roman"
    chinese = {key: font.get(qn("w:eastAsia")) for key, font in fonts.items()}
    assert chinese["BodyText"] == "仿宋_GB2312"
    assert chinese["Heading1"] == "黑体"
    assert chinese["Heading2"] == "楷体_GB2312"
    assert chinese["Title"] == ("方正小标宋简体" if genre is Genre.LETTER else "黑体")


def test_the_templates_own_styles_pictures_and_names_are_gone() -> None:
    files = parts(specimen())
    assert not [name for name in files if "thumbnail" in name or "customXml" in name]
    assert b"python-docx" not in b"".join(files.values())
    assert b"Macintosh" not in files["docProps/app.xml"]
    assert len(files["word/styles.xml"]) < 20_000


@GENRES
def test_heads_of_tables_are_repeated_and_rows_stay_whole(genre: Genre) -> None:
    table = Table(("序号", "内容"), tuple(TableRow((str(n), "文")) for n in range(40)))
    (drawn,) = tables(Document("t", (table,), genre))
    rows = list(drawn.iter(qn("w:tr")))
    assert [row.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True] + [False] * 40
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_a_row_that_may_be_higher_than_a_page_can_be_split() -> None:
    (drawn,) = tables(Document("t", (Table(("a",), (TableRow(("长" * 9_000,)),)),)))
    assert drawn.tr_lst[1].trPr.find(qn("w:cantSplit")) is None


@GENRES
def test_the_columns_of_every_table_fill_the_width_of_the_text(genre: Genre) -> None:
    document = opened(specimen(genre))
    widths = {
        section.page_width - section.left_margin - section.right_margin
        for section in document.sections
    }
    for table in document.element.body.iterchildren(qn("w:tbl")):
        assert all(column > 0 for column in columns(table))
        assert any(abs(sum(columns(table)) * 635 - width) < 2_000 for width in widths)
        for row in table.tr_lst:
            assert sum(cell.grid_span for cell in row.tc_lst) == len(columns(table))


def test_columns_have_the_parts_that_the_document_gives_them() -> None:
    table = Table(("甲", "乙", "丙"), (TableRow(("一", "二", "三")),), (1, 6, 3))
    (drawn,) = tables(Document("t", (table,)))
    first, second, third = columns(drawn)
    assert (round(second / first), round(third / first)) == (6, 3)


def test_a_column_is_not_narrower_than_its_words() -> None:
    cells = ("HY-FW-03.1", "文" * 60)
    (drawn,) = tables(Document("t", (Table(("条款", "原文"), (TableRow(cells),), (1, 30)),)))
    first, _ = columns(drawn)
    assert first > 10 * 10.5 / 2 * 20


def test_a_wide_section_lies_on_its_side_and_the_next_stands_again() -> None:
    sections = opened(specimen(hostile=())).sections
    assert [one.orientation for one in sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert [round(one.page_width.mm) for one in sections] == [210, 297, 210]
    assert [round(one.page_height.mm) for one in sections] == [297, 210, 297]


def test_a_document_that_is_all_wide_has_no_upright_page() -> None:
    wide = Section("s", (Paragraph("文"),), is_wide=True)
    (only,) = opened(Document("t", (wide, wide))).sections
    assert only.orientation is WD_ORIENT.LANDSCAPE


def test_a_letter_is_set_by_the_national_standard() -> None:
    document = opened(specimen(Genre.LETTER, hostile=()))
    page = document.sections[0]
    margins = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert [round(one.mm) for one in margins] == [37, 35, 28, 26]
    grid = next(document.element.body.iter(qn("w:docGrid")))
    assert grid.get(qn("w:type")) == "linesAndChars"
    pitch, space = int(grid.get(qn("w:linePitch"))), int(grid.get(qn("w:charSpace")))
    assert 22 * pitch <= (297 - 37 - 35) / 25.4 * 1440 < 23 * pitch
    assert 28 * (16 + space / 4096) <= 156.1 / 25.4 * 72 < 28.1 * (16 + space / 4096)
    body, title = document.styles["Body Text"], document.styles["Title"]
    assert (body.font.size.pt, title.font.size.pt) == (16, 22)
    assert body.element.pPr.ind.get(qn("w:firstLineChars")) == "200"
    assert title.paragraph_format.alignment == 1


def test_a_letters_page_number_stands_at_the_outer_edge() -> None:
    document = opened(specimen(Genre.LETTER))
    assert document.settings.odd_and_even_pages_header_footer
    first = document.sections[0]
    odd, even = (part(one)[0] for one in (first.footer, first.even_page_footer))
    assert text_of(odd) == text_of(even) == "— 1 —"
    assert odd.pPr.jc.get(qn("w:val")) == "right"
    assert even.pPr.jc.get(qn("w:val")) == "left"
    assert fields(odd) == ["PAGE"]


def part(footer: Any) -> list[Any]:
    return list(footer.part.element)


@pytest.mark.parametrize(("lang", "foot"), [("zh", "第 1 页 共 1 页"), ("en", "page 1 of 1")])
@pytest.mark.parametrize("genre", [Genre.REPORT, Genre.FORM], ids=str)
def test_other_papers_count_their_pages_and_say_on_what_they_rest(
    genre: Genre, lang: str, foot: str
) -> None:
    document = opened(specimen(genre)._replace(lang=lang))
    first, *others = part(document.sections[0].footer)
    assert text_of(first) == foot
    assert fields(first) == ["PAGE", "NUMPAGES"]
    shown = " · ".join(text_of(one) for one in others)
    assert all(part in shown for part in specimen().imprint)
    assert all(section.footer.is_linked_to_previous for section in list(document.sections)[1:])


def fields(element: Any) -> list[str]:
    return [one.get(qn("w:instr")).strip() for one in element.iter(qn("w:fldSimple"))]


def test_the_stamp_stands_at_the_head_of_every_page() -> None:
    document = opened(specimen(Genre.LETTER)._replace(stamp="内部资料"))
    first = document.sections[0]
    assert first.header.paragraphs[0].text == "内部资料"
    assert first.even_page_header.paragraphs[0].text == "内部资料"
    assert all(section.header.is_linked_to_previous for section in list(document.sections)[1:])


def test_counts_are_bars_as_long_as_their_numbers() -> None:
    table = next(one for one in tables(specimen(hostile=())) if "不适用" in text_of(one))
    rows = [[cell.grid_span for cell in row.tc_lst] for row in table.tr_lst]
    assert rows == [[1, 40, 6], [1, 12, 34], [1, 46]]
    assert [text_of(row) for row in table.tr_lst] == ["符合22", "不符合7", "不适用0"]


def test_writing_has_as_many_ruled_lines_as_asked_for() -> None:
    (drawn,) = tables(Document("t", (Writing("存在问题", 4),)))
    empty = [row for row in drawn.tr_lst if not text_of(row)]
    assert len(empty) == 4
    assert all(row.trHeight_val.mm > 7 for row in empty)


def test_two_tables_never_touch_as_word_would_join_them() -> None:
    for genre in Genre:
        body = opened(specimen(genre)).element.body
        tags = [one.tag for one in body]
        pairs = pairwise(tags)
        assert (qn("w:tbl"), qn("w:tbl")) not in pairs


def test_every_cell_ends_with_a_paragraph_as_word_demands() -> None:
    for genre in Genre:
        for cell in opened(specimen(genre)).element.body.iter(qn("w:tc")):
            assert cell[-1].tag == qn("w:p")


def test_the_end_of_a_letter_stays_with_the_line_before_it() -> None:
    document = opened(Document("t", (Paragraph("文"), Closing(("某局", "2026年6月30日")))))
    before, name, day = document.paragraphs[1:]
    assert before.paragraph_format.keep_with_next
    assert name.paragraph_format.keep_with_next
    assert not day.paragraph_format.keep_with_next


def test_colour_is_never_all_and_letters_have_none() -> None:
    assert b'w:color w:val="A61C1C"' in parts(specimen())["word/document.xml"]
    assert b"A61C1C" not in parts(specimen(Genre.LETTER))["word/document.xml"]


# --- texts ----------------------------------------------------------------------------------------


@GENRES
def test_every_text_is_there_as_text(genre: Genre) -> None:
    document = specimen(genre)
    body = opened(document).element.body
    shown = "\n".join(text_of(one) for one in body.iter(qn("w:p")))
    for text in texts_in((document.title, document.subtitle, document.blocks)):
        for line in visible_text(text).split("\n"):
            assert line in shown, line[:60]


@GENRES
def test_texts_bring_in_no_fields_and_no_links(genre: Genre) -> None:
    files = parts(specimen(genre))
    assert b"instrText" not in files["word/document.xml"]
    assert b"fldSimple" not in files["word/document.xml"]
    assert b"External" not in b"".join(one for name, one in files.items() if name.endswith("rels"))


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_a_hostile_text_fits_every_field(text: str) -> None:
    document = specimen(hostile=())._replace(
        title=text, subtitle=text, stamp=text, imprint=(text, text)
    )
    blocks = (
        Heading(text, text),
        Entries((ListEntry(text, text, (text,)),)),
        Closing((text, text)),
    )
    for genre in Genre:
        again = opened(document._replace(blocks=blocks, genre=genre))
        assert visible_text(text).split("\n")[0] in text_of(again.element.body)
        assert len(again.core_properties.title) <= 255


def test_a_character_that_xml_cannot_hold_is_replaced() -> None:
    document = opened(Document("a\x00b\ud800c", (Paragraph("左\u202e右\u200b\x1b[31m"),)))
    assert [one.text for one in document.paragraphs] == ["a\ufffdb\ufffdc", "左右\ufffd[31m"]


# --- properties and bytes -------------------------------------------------------------------------


def test_properties_come_from_the_document_not_from_the_clock() -> None:
    properties = opened(specimen()).core_properties
    assert properties.title == "鄠邑区某某标准化创业中心审核报告"
    assert properties.author == properties.last_modified_by == "centre-check"
    assert properties.created == properties.modified
    assert properties.created.replace(tzinfo=None) == datetime(2026, 6, 30)
    assert properties.language == "zh-CN"
    assert properties.comments == ""


@pytest.mark.parametrize("day", [None, date(1, 1, 1), date(1979, 12, 31), date(9999, 12, 31)])
def test_any_day_can_be_written(day: date | None) -> None:
    assert opened(specimen(hostile=())._replace(day=day)).core_properties.created is not None


@GENRES
def test_two_renders_give_the_same_bytes(genre: Genre) -> None:
    assert render(specimen(genre)) == render(specimen(genre))


def test_the_order_of_properties_is_the_schemas() -> None:
    order = ["pStyle", "keepNext", "keepLines", "pBdr", "shd", "tabs", "snapToGrid", "spacing"]
    order += ["ind", "jc", "outlineLvl", "rPr", "sectPr"]
    for genre in Genre:
        for name, part in parts(specimen(genre)).items():
            if not re.match(r"word/(document|styles|header|footer)", name):
                continue
            for found in docx.oxml.parse_xml(part).iter(qn("w:pPr")):
                names = [one.tag.partition("}")[2] for one in found]
                assert names == sorted(names, key=order.index)


# --- by LibreOffice -------------------------------------------------------------------------------


def test_libreoffice_shows_every_text(tmp_path: Path) -> None:
    # What a font lacks, as most do U+FFFD, a .pdf may not say back.
    short = tuple(text for text in HOSTILE if len(text) < 100 and "\x07" not in text)
    document = specimen(Genre.LETTER, hostile=short)._replace(stamp="内部资料")
    shown = pages(as_pdf(render(document), ".docx", tmp_path))
    whole = "".join(shown)
    for text in texts_in((document.title, document.subtitle, document.blocks)):
        for line in visible_text(text).split("\n"):
            assert "".join(line.split()) in whole, line
    assert all("内部资料" in page and "huyi-2019-centre" in page for page in shown)
    assert all(f"—{n}—" in page for n, page in enumerate(shown, 1))


def test_a_form_of_33_rows_takes_at_most_four_pages(tmp_path: Path) -> None:
    shown = pages(as_pdf(render(inspection_form()), ".docx", tmp_path))
    assert len(shown) <= 4
    assert all(f"第{n}页共{len(shown)}页" in page for n, page in enumerate(shown, 1))
    assert sum("标准要求" in page for page in shown) >= 2


def test_a_page_of_a_letter_has_22_lines_of_28_characters(tmp_path: Path) -> None:
    document = Document("题", (Salutation("长" * 28 * 60),), Genre.LETTER)
    pdf = as_pdf(render(document), ".docx", tmp_path)
    page = pages(pdf)[1]
    assert page.count("长") == 22 * 28
