"""Workbooks as an office lays them out: title, notes, headers, bordered rows, drop-down lists."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from check_characters import COMPLETE
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from rows import Row, Sample

FORM = Path(__file__).parents[1] / "standards" / "forms" / "centre.yaml"
TEXTS = Path(__file__).with_name("texts.yaml")

_TITLE = Font(name="黑体", size=16)
_HEADER = Font(name="宋体", size=10.5, bold=True)
_PLAIN = Font(name="宋体", size=10.5)
_FILL = PatternFill("solid", start_color="DDEBF7")
_LINE = Side("thin", color="808080")
_BORDER = Border(_LINE, _LINE, _LINE, _LINE)
_CENTRED = Alignment("center", "center", wrap_text=True)
_LEFT = Alignment("left", "center", wrap_text=True)
_NARROWEST, _WIDEST = 6, 34  # of columns, in half-width characters
_SHORT = 18  # half-width characters: columns with no longer text are centred
_SPARE_ROWS = 3  # empty rows with borders below the last one
_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")

_WRITTEN: Mapping[str, Callable[[int, int, int], object]] = {
    "iso": lambda year, month, day: f"{year}-{month:02d}-{day:02d}",
    "dot": lambda year, month, day: f"{year}.{month}.{day}",
    "han": lambda year, month, day: f"{year}年{month}月{day}日",
    "excel": date,
}
_YES = ("是", "√")
_EVIDENCE = {"rooms": "照片", "agreements": "协议", "services": "服务", "systems": "制度",
             "activities": "活动"}  # fmt: skip


def build(sample: Sample) -> Workbook:
    """The workbook of a sample, on the template of its level."""
    form = yaml.load(FORM.read_text("utf-8"), yaml.CSafeLoader)
    texts = yaml.load(TEXTS.read_text("utf-8"), yaml.CSafeLoader)
    book = Workbook()
    book.remove(book.active)
    _text_sheet(book, texts["instructions"], sample)
    for sheet in form["sheets"]:
        if sample.template not in sheet["templates"]:
            continue
        if sheet["layout"] == "key_value":
            _key_values(book, sheet, sample)
        else:
            _table(book, sheet, sample, form["dictionaries"])
        if sheet["number"] == texts["declaration"]["after"] and sample.template == "district":
            _text_sheet(book, texts["declaration"], sample)
    return book


def build_on_site(sample: Sample, office: str) -> Workbook:
    """The inspector's workbook: what was decided on site, by whom, and nothing of the centre's."""
    form = yaml.load(FORM.read_text("utf-8"), yaml.CSafeLoader)
    book = Workbook()
    book.remove(book.active)
    for sheet in form["sheets"]:
        if "inspector" in sheet["templates"]:
            rows = [{"centre": sample.centre["name"], **row} for row in sample.on_site]
            centre = sample.centre | {"operator": office}
            own = replace(sample, centre=centre, tables={sheet["id"]: rows})
            _table(book, sheet, own, form["dictionaries"])
    return book


def _key_values(book: Workbook, sheet: dict[str, Any], sample: Sample) -> None:
    """Labels beside their values: two columns for a town, four for a district."""
    pairs = 2 if sample.template == "district" else 1
    page = _page(book, sheet, sample, 2 * pairs)
    fields = _columns(sheet)
    deep = -(-len(fields) // pairs)
    for pair in range(pairs):
        label, value = 2 * pair + 1, 2 * pair + 2
        _header(page.cell(3, label, "项目"))
        _header(page.cell(3, value, "填报内容"))
        page.column_dimensions[get_column_letter(label)].width = 24
        page.column_dimensions[get_column_letter(value)].width = 44
        for at, field in enumerate(fields[pair * deep : (pair + 1) * deep]):
            _header(page.cell(4 + at, label, field["header"]))
            _fill(page.cell(4 + at, value), field, _value(sheet, field, sample.centre, sample))
            page.cell(4 + at, value).alignment = _LEFT
            page.row_dimensions[4 + at].height = 21
    page.row_dimensions[3].height = 24
    page.freeze_panes = "A4"


def _table(
    book: Workbook, sheet: dict[str, Any], sample: Sample, dictionaries: dict[str, Any]
) -> None:
    fields = _columns(sheet)
    rows = [_numbered(sheet["id"], at, row) for at, row in enumerate(sample.tables[sheet["id"]], 1)]
    filled = [[_value(sheet, field, row, sample) for field in fields] for row in rows]
    filled += [[None] * len(fields)] * _SPARE_ROWS
    page = _page(book, sheet, sample, len(fields))
    for column, field in enumerate(fields, 1):
        _column(page, column, field, [row[column - 1] for row in filled])
        if "dictionary" in field:
            words = [entry["title"]["zh"] for entry in dictionaries[field["dictionary"]]]
            letter = get_column_letter(column)
            _drop_down(page, f"{letter}4:{letter}{3 + len(filled)}", words)
    page.row_dimensions[3].height = 30
    for at, row in enumerate(filled, 4):
        lines = -(-max(map(_display, row)) // _WIDEST)
        page.row_dimensions[at].height = 8 + 13 * max(lines, 1)
    page.freeze_panes = "C4" if fields[0]["id"] == "no" else "B4"


def _column(page: Worksheet, column: int, field: dict[str, Any], values: list[object]) -> None:
    """Header and cells of a column, wide enough for most: longer texts wrap."""
    _header(page.cell(3, column, field["header"]))
    longest = max(map(_display, values))
    for at, value in enumerate(values, 4):
        _fill(page.cell(at, column), field, value)
        page.cell(at, column).alignment = _CENTRED if longest <= _SHORT else _LEFT
    width = max(longest, _display(field["header"]) // 2, _NARROWEST)
    page.column_dimensions[get_column_letter(column)].width = min(width, _WIDEST) + 2


def _page(book: Workbook, sheet: dict[str, Any], sample: Sample, width: int) -> Worksheet:
    """A sheet with its title and its line of notes, ready to print."""
    title = sheet["title"]["zh"]
    page = book.create_sheet(f"{sheet['number']} {title}")
    page.append([f"{sample.centre['name']}{title}表"])
    page["A1"].font, page["A1"].alignment = _TITLE, _CENTRED
    page.merge_cells(start_row=1, end_row=1, start_column=1, end_column=width)
    page.row_dimensions[1].height = 32
    day = _dated(sample.filled_on, "han")
    page["A2"] = f"填报单位：{sample.centre['operator']}        填报日期：{day}"
    page["A2"].font, page["A2"].alignment = _PLAIN, _LEFT
    page.merge_cells(start_row=2, end_row=2, start_column=1, end_column=width)
    page.row_dimensions[2].height = 20
    page.print_title_rows = "1:3"
    _print_on_a4(page, "portrait" if width == 2 else "landscape")
    return page


def _text_sheet(book: Workbook, text: dict[str, Any], sample: Sample) -> None:
    page = book.create_sheet(text["sheet"])
    _print_on_a4(page, "portrait")
    page.column_dimensions["A"].width = 112
    page.append([text["title"]])
    page["A1"].font, page["A1"].alignment = _TITLE, _CENTRED
    page.row_dimensions[1].height = 36
    for line in text["lines"]:
        page.append([line.format(**sample.centre)])
        cell = page.cell(page.max_row, 1)
        cell.font, cell.alignment = _PLAIN, _LEFT
        page.row_dimensions[cell.row].height = 22 * -(-_display(line) // 110)


def _print_on_a4(page: Worksheet, orientation: str) -> None:
    """As wide as the paper, as long as it takes."""
    page.page_setup.orientation = orientation
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_options.horizontalCentered = True


def _columns(sheet: dict[str, Any]) -> list[dict[str, Any]]:
    """The columns of the blank template: those with a prompt."""
    return [field for field in sheet["fields"] if "prompt" in field]


def _numbered(table: str, at: int, row: Row) -> Row:
    """The row with its number and that of its evidence; what is not provided has none."""
    has_evidence = table in _EVIDENCE and row.get("provided", "是") in _YES
    evidence = {"evidence": f"{_EVIDENCE[table]}{at:02d}"} if has_evidence else {}
    return {"no": at, **evidence, **row}


def _value(sheet: dict[str, Any], field: dict[str, Any], row: Row, sample: Sample) -> object:
    value = row.get(field["id"])
    if isinstance(value, str) and field["kind"] == "date":
        return _dated(value, sample.dates.get(f"{sheet['id']}.{field['id']}", "excel"))
    if isinstance(value, str) and field["id"] in COMPLETE:
        return COMPLETE[field["id"]](value)
    return value


def _dated(text: str, way: str) -> object:
    """A date as the column writes it; what is no date, like 「无」, stays."""
    found = _DATE.fullmatch(text)
    return _WRITTEN[way](*map(int, found.groups())) if found else text


def _header(cell: Cell) -> None:
    cell.font, cell.fill, cell.border, cell.alignment = _HEADER, _FILL, _BORDER, _CENTRED


def _fill(cell: Cell, field: dict[str, Any], value: object) -> None:
    cell.value = value
    cell.font, cell.border = _PLAIN, _BORDER
    if field["kind"] == "date":
        cell.number_format = "yyyy-mm-dd"
    elif field["id"] in COMPLETE:
        cell.number_format = "@"


def _drop_down(page: Worksheet, cells: str, words: list[str]) -> None:
    """A list to choose from; other words remain possible, as people paste them in."""
    choice = DataValidation("list", formula1=f'"{",".join(words)}"', allow_blank=True)
    choice.showErrorMessage = False
    choice.add(cells)
    page.add_data_validation(choice)


def _display(value: object) -> int:
    """How many half-width characters wide a value is."""
    text = "" if value is None else str(value)
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
