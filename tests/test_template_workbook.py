"""The blank workbook: what a clerk finds in it, and what the reader finds again."""

import io
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from centre_check.form.types import Choice, Disclosure, Field, Form, Kind, Layout, Sheet
from centre_check.model.facts import Choices
from centre_check.render.template_workbook import render
from centre_check.standard import shelf
from centre_check.standard.load import read_form
from centre_check.words import Phrase, Words
from centre_check.workbook import read_facts

TITLE = "标准化创业中心数据采集表"
LEVELS = ("district", "town")


@pytest.fixture(scope="module")
def form() -> Form:
    """The form without the sheet that only inspectors fill in."""
    form = read_form(shelf.take("huyi-2019-centre").form_path)
    sheets = tuple(sheet for sheet in form.sheets if "inspector" not in sheet.templates)
    return form._replace(sheets=sheets)


@pytest.fixture(scope="module")
def book(form: Form) -> Workbook:
    """All sheets of the form, in Chinese."""
    return made(form, full=True)


@pytest.fixture(scope="module")
def town(form: Form) -> Workbook:
    """The sheets of a town, in Chinese."""
    return made(form)


def made(form: Form, level: str = "town", *, full: bool = False, lang: str = "zh") -> Workbook:
    content = render(form, level, Words(lang), full=full, title=TITLE)
    return load_workbook(io.BytesIO(content))


def asked(sheet: Sheet) -> list[Field]:
    return [field for field in sheet.fields if field.prompt or field.decides or field.required]


def tables(form: Form) -> list[Sheet]:
    return [sheet for sheet in form.sheets if sheet.layout is Layout.TABLE]


def rule(sheet: Worksheet, cell: str) -> DataValidation:
    (found,) = [one for one in sheet.data_validations.dataValidation if cell in one.sqref]
    return found


def offered(rule: DataValidation) -> list[str]:
    return rule.formula1.strip('"').split(",")


def placed(form: Form, book: Workbook) -> Iterator[tuple[Field, Worksheet, str]]:
    """Every field of the template, with its sheet and its first cell to fill."""
    for spec in form.sheets:
        for at, field in enumerate(asked(spec)):
            sheet = book[spec.name]
            is_table = spec.layout is Layout.TABLE
            place = sheet.cell(5, at + 1) if is_table else sheet.cell(at + 4, 2)
            yield field, sheet, place.coordinate


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_gets_its_sheets_and_no_others(form: Form, level: str) -> None:
    wanted = [sheet.name for sheet in form.sheets if level in sheet.templates]
    assert made(form, level).sheetnames == ["00 填表说明", *wanted]


def test_a_town_gets_the_nine_sheets_that_decide_its_verdict(town: Workbook) -> None:
    numbers = [name[:2] for name in town.sheetnames]
    assert numbers == ["00", "01", "02", "03", "04", "05", "06", "07", "09", "10"]


@pytest.mark.parametrize("level", LEVELS)
def test_full_gives_every_sheet_of_the_form(form: Form, level: str) -> None:
    book = made(form, level, full=True)
    assert book.sheetnames[1:] == [sheet.name for sheet in form.sheets]


def test_an_unknown_level_is_refused(form: Form) -> None:
    with pytest.raises(KeyError):
        made(form, "village")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_headers_are_the_forms_own_in_every_language(form: Form, lang: str) -> None:
    book = made(form, full=True, lang=lang)
    for spec in tables(form):
        headers = [cell.value for cell in book[spec.name][3]]
        assert headers == [f"{'＊' * field.required}{field.header}" for field in asked(spec)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_key_value_sheet_has_a_line_for_every_field(form: Form, lang: str) -> None:
    spec = form.sheet("centre")
    rows = list(made(form, lang=lang)[spec.name].iter_rows(min_row=4, values_only=True))
    labels = [row[0] for row in rows]
    assert labels == [f"{'＊' * field.required}{field.header}" for field in asked(spec)]
    assert all(row[2] for row in rows), "every line says what to write"


def test_fields_that_only_read_offices_own_tables_are_left_out(town: Workbook) -> None:
    headers = [cell.value for cell in town["03 运营管理人员"][3]]
    assert "状态" not in headers


@pytest.mark.parametrize(("level", "word"), [("district", "区级"), ("town", "镇(街道)级")])
def test_the_level_is_filled_in_and_nothing_else_is(form: Form, level: str, word: str) -> None:
    sheet = made(form, level)["01 基本信息"]
    values = {sheet.cell(row, 1).value: sheet.cell(row, 2).value for row in range(4, 26)}
    assert {label: value for label, value in values.items() if value} == {"＊级别": word}


def test_every_drop_down_offers_exactly_its_dictionarys_titles(form: Form, book: Workbook) -> None:
    seen = 0
    for field, sheet, cell in placed(form, book):
        if field.dictionary:
            titles = [choice.title.zh for choice in form.dictionaries[field.dictionary]]
            found = rule(sheet, cell)
            assert (found.type, offered(found)) == ("list", titles), field.header
            assert not found.showDropDown, "Excel's flag of that name hides the arrow"
            seen += 1
    assert seen > 30


def test_one_word_must_be_from_the_list_several_need_not(form: Form, book: Workbook) -> None:
    for field, sheet, cell in placed(form, book):
        found = rule(sheet, cell)
        if field.kind is Kind.CHOICE:
            assert (found.showErrorMessage, found.errorStyle) == (True, "stop")
        if field.kind is Kind.CHOICES:
            assert not found.showErrorMessage


def test_dates_and_numbers_warn_but_do_not_stop(form: Form, book: Workbook) -> None:
    kinds = {Kind.DATE: "date", Kind.NUMBER: "decimal"}
    for field, sheet, cell in placed(form, book):
        found = rule(sheet, cell)
        if field.kind in kinds and not field.never:
            assert (found.type, found.errorStyle) == (kinds[field.kind], "warning"), field.header


def test_nothing_complains_about_a_date_that_may_never_come(form: Form, book: Workbook) -> None:
    never = [place for place in placed(form, book) if place[0].never]
    assert never
    for field, sheet, cell in never:
        assert not rule(sheet, cell).showErrorMessage, field.header


def test_rules_and_formats_go_on_below_the_ruled_rows(form: Form, book: Workbook) -> None:
    for spec in tables(form):
        sheet = book[spec.name]
        assert sheet.max_row >= 34, "thirty rows to fill"
        for found in sheet.data_validations.dataValidation:
            (cells,) = found.sqref.ranges
            assert (cells.min_row, cells.max_row) == (5, 1000)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_prompt_is_shown_and_short_enough_for_excel(form: Form, lang: str) -> None:
    book = made(form, full=True, lang=lang)
    for field, sheet, cell in placed(form, book):
        found = rule(sheet, cell)
        assert field.prompt is not None
        assert found.prompt == Words(lang).phrase(field.prompt)
        assert found.showInputMessage
        assert len(found.promptTitle) <= 32
        assert len(found.prompt) <= 255
        assert len(found.error or "") <= 225


@pytest.mark.parametrize(
    ("sheet", "header", "number_format"),
    [
        ("03 运营管理人员", "身份证号", "@"),
        ("03 运营管理人员", "联系电话", "@"),
        ("05 入驻创业实体", "统一社会信用代码", "@"),
        ("05 入驻创业实体", "＊入驻日期", "yyyy-mm-dd"),
        ("05 入驻创业实体", "使用面积", "General"),
        ("05 入驻创业实体", "序号", "General"),
    ],
)
def test_cells_keep_what_is_typed(
    town: Workbook, sheet: str, header: str, number_format: str
) -> None:
    drawn = town[sheet]
    (cell,) = [cell for cell in drawn[3] if cell.value == header]
    assert drawn.cell(5, cell.column).number_format == number_format
    assert drawn.column_dimensions[cell.column_letter].number_format == number_format


def test_the_example_row_is_marked_and_looks_unlike_data(form: Form, book: Workbook) -> None:
    for spec in tables(form):
        example = book[spec.name][4]
        assert any(str(cell.value).startswith("示例") for cell in example), spec.name
        assert all(cell.font.italic and cell.fill.fill_type == "solid" for cell in example)
        below = book[spec.name].iter_rows(min_row=5, values_only=True)
        assert all(value is None for row in below for value in row)


@pytest.mark.parametrize("level", LEVELS)
def test_the_reader_finds_the_level_and_no_records_in_a_blank_workbook(
    form: Form, level: str, tmp_path: Path
) -> None:
    blank = tmp_path / "blank.xlsx"
    blank.write_bytes(render(form, level, Words("zh"), full=True, title=TITLE))
    tables = read_facts(blank, form, Words("en"), disclosure=Disclosure.FULL).tables
    (centre,) = tables["centre"].rows
    said = centre.table.said(centre.at)
    found = {name: entry.value for name, entry in said if entry.value is not None}
    assert found == {"level": Choices(frozenset({level}))}
    assert [id_ for id_, table in tables.items() if table.rows] == ["centre"]
    assert all(table.headers for table in tables.values()), "every header is recognised"


def test_examples_are_entered_as_a_clerk_would(town: Workbook) -> None:
    sheet = town["05 入驻创业实体"]
    example = {cell.value: sheet.cell(4, cell.column).value for cell in sheet[3]}
    assert example["＊入驻日期"].date() == date(2024, 3, 5)
    assert example["月租金"] == 300
    assert example["退出日期"] == "无"


def test_no_cell_is_a_formula_whatever_it_begins_with(form: Form) -> None:
    content = render(form, "town", Words("zh"), full=True, title="=HYPERLINK(1)")
    cells = [
        cell
        for sheet in load_workbook(io.BytesIO(content))
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert {cell.value for cell in cells if cell.data_type == "f"} == set()
    assert [cell.value for cell in cells if str(cell.value).startswith("=")] == ["=HYPERLINK(1)"]
    names = [name for name in ZipFile(io.BytesIO(content)).namelist() if "/sheet" in name]
    assert not any(b"<f>" in ZipFile(io.BytesIO(content)).read(name) for name in names)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_cell_of_the_template_begins_like_a_formula(form: Form, lang: str) -> None:
    book = made(form, full=True, lang=lang)
    values = [value for sheet in book for row in sheet.iter_rows(values_only=True) for value in row]
    assert not [value for value in values if re.match(r"[=+@-]", str(value or ""))]


@pytest.mark.parametrize("level", LEVELS)
def test_two_runs_give_the_same_bytes(form: Form, level: str) -> None:
    first = render(form, level, Words("zh"), full=False, title=TITLE)
    assert first == render(form, level, Words("zh"), full=False, title=TITLE)
    with ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(2026, 1, 1, 0, 0, 0)}
        assert b"2026-01-01T00:00:00Z</dcterms:modified>" in parts.read("docProps/core.xml")


def test_the_instructions_name_and_link_every_sheet(town: Workbook) -> None:
    sheet = town["00 填表说明"]
    links = {cell.value: cell.hyperlink.location for (cell, *_) in sheet.rows if cell.hyperlink}
    assert links == {name: f"'{name}'!A1" for name in town.sheetnames[1:]}


def test_the_instructions_list_the_words_of_the_drop_downs_in_use(town: Workbook) -> None:
    rows = {row[0]: row[1] for row in town["00 填表说明"].values}
    assert rows["03 岗位类别"] == "管理　技术　服务　其他"
    assert "02 是否启用、03 是否政务综合服务专人" in next(key for key in rows if "是否启用" in key)
    assert not [key for key in rows if key and key.startswith("12 ")]


def test_the_instructions_say_what_an_empty_sheet_means(town: Workbook) -> None:
    rows = {row[0]: row[1] for row in town["00 填表说明"].values}
    said = {name for name, text in rows.items() if text and "一行不填的，视为没有" in text}
    assert said == {"05 入驻创业实体", "10 监督检查记录"}


def test_every_sheet_of_the_form_has_a_purpose_of_its_own(form: Form, book: Workbook) -> None:
    rows = {row[0]: row[1] for row in book["00 填表说明"].values}
    assert all(rows[sheet.name] != sheet.title.zh for sheet in form.sheets)


def test_instructions_are_english_for_an_english_reader(form: Form) -> None:
    rows = {row[0]: row[1] for row in made(form, lang="en")["00 填表说明"].values}
    assert rows["03 专职/兼职"] == "专职 (full-time)　兼职 (part-time)"
    assert rows["04 创业导师"].startswith("One mentor a row.")


def test_the_workbook_opens_on_the_first_sheet_to_fill(town: Workbook) -> None:
    assert town.active.title == "01 基本信息"
    assert [sheet.title for sheet in town if sheet.sheet_view.tabSelected] == ["01 基本信息"]


def test_headers_stay_in_view_and_on_every_page(book: Workbook) -> None:
    assert book["03 运营管理人员"].freeze_panes == "C4"
    assert all(sheet.freeze_panes.endswith("4") for sheet in book.worksheets[1:])
    assert {sheet.print_title_rows for sheet in book.worksheets[2:]} == {"$3:$3"}


def test_every_sheet_prints_one_a4_page_wide_with_page_numbers(book: Workbook) -> None:
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == (9, 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"


def test_rows_added_to_a_table_are_printed_too(book: Workbook) -> None:
    areas = [sheet.title for sheet in book if sheet.print_area]
    assert areas == ["00 填表说明", "01 基本信息"]


def test_only_wide_tables_lie_on_their_side(book: Workbook) -> None:
    sideways = [s.title[:2] for s in book if s.page_setup.orientation == "landscape"]
    assert sideways == ["02", "03", "04", "05", "06", "07"]


def test_rows_grow_with_what_is_written_in_them(town: Workbook) -> None:
    sheet = town["03 运营管理人员"]
    assert sheet.sheet_format.defaultRowHeight == 20
    assert sheet.row_dimensions[5].height is None, "a fixed height would cut two lines"


def with_dictionary(form: Form, titles: list[str]) -> Form:
    choices = tuple(Choice(str(at), Phrase(title, title)) for at, title in enumerate(titles))
    dictionaries = {**form.dictionaries, "post": choices}
    return form._replace(dictionaries=dictionaries)


@pytest.mark.parametrize(
    "titles",
    [
        pytest.param([f"第{at}种很长很长很长的岗位类别" for at in range(30)], id="longer than 255"),
        pytest.param(["管理,技术", "服务"], id="a comma in a word"),
        pytest.param(['"管理"', "服务"], id="quotation marks in a word"),
    ],
)
def test_a_list_that_excel_cannot_hold_in_the_cell_becomes_a_named_range(
    form: Form, titles: list[str]
) -> None:
    book = made(with_dictionary(form, titles))
    assert rule(book["03 运营管理人员"], "F5").formula1 == "list_post"
    ((sheet, cells),) = book.defined_names["list_post"].destinations
    assert [cell.value for (cell,) in book[sheet][cells]] == titles


def test_a_title_is_not_taken_for_excels_page_codes(form: Form) -> None:
    content = render(form, "town", Words("zh"), full=False, title="甲&P乙")
    with ZipFile(io.BytesIO(content)) as parts:
        assert "甲&&P乙" in unescape(parts.read("xl/worksheets/sheet2.xml").decode())
