"""Put the sheets of one level together into a workbook that opens on the first sheet to fill."""

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.worksheet.worksheet import Worksheet

from centre_check.form.types import Layout, Sheet
from centre_check.render.template_workbook import fixed_words
from centre_check.render.template_workbook.data_sheets import draw_key_value, draw_table
from centre_check.render.template_workbook.instructions import draw_instructions
from centre_check.render.template_workbook.order import INSPECTOR, Order
from centre_check.render.template_workbook.pinned import MADE_AT
from centre_check.workbook.own_papers import PROGRAM


def make_book(order: Order) -> Workbook:
    """The template as an openpyxl workbook."""
    book = Workbook()
    first = book.worksheets[0]
    first.title = fixed_words.INSTRUCTIONS
    draw_instructions(book, first, order)
    for spec in order.sheets:
        _draw(book.create_sheet(spec.name), spec, order)
    book.active = 1
    book.worksheets[1].sheet_view.tabSelected = True
    book.calculation.fullCalcOnLoad = False  # or Excel asks to save a workbook nobody changed
    book.properties.creator = "centre-check"
    book.properties.title = order.title
    if order.level == INSPECTOR:
        mark = StringProperty(name=PROGRAM, value=INSPECTOR)
        book.custom_doc_props.append(mark)  # type: ignore[attr-defined]
    book.properties.created = MADE_AT.replace(tzinfo=None)
    return book


def _draw(sheet: Worksheet, spec: Sheet, order: Order) -> None:
    match spec.layout:
        case Layout.TABLE:
            draw_table(sheet, spec, order)
        case Layout.KEY_VALUE:
            draw_key_value(sheet, spec, order)
