"""Draw the sheets that are filled in: tables, and the key/value sheet of the centre itself."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from centre_check.form.types import Field, Kind, Sheet
from centre_check.render.template_workbook import fixed_words, layout, looks
from centre_check.render.template_workbook.columns import grid
from centre_check.render.template_workbook.order import LEVEL, Order
from centre_check.render.template_workbook.paper import TemplatePaper, set_up
from centre_check.render.template_workbook.validations import validation
from centre_check.words import Words

_KEY_VALUE_WIDTHS = (24, 31, 43)
_KEY_VALUE_LINES = 2  # an address or a long name takes two


def draw_table(sheet: Worksheet, spec: Sheet, order: Order) -> None:
    """One row a thing: headers, the example, ruled rows; drop-downs go on below these."""
    fields = layout.fields_of(spec)
    drawn, values = grid(fields, order.form), layout.examples(fields)
    _draw_title(sheet, spec, len(fields))
    for column, (field, width) in enumerate(zip(fields, drawn.widths, strict=True), start=1):
        _draw_column(sheet, column, field, drawn.ruled_rows)
        example = looks.put(
            sheet, layout.EXAMPLE_ROW, column, values[column - 1], looks.example(field)
        )
        example.number_format = looks.number_format(field)
        sheet.column_dimensions[get_column_letter(column)].width = width
        cells = _cells(column, layout.FIRST_ROW, layout.LAST_CHECKED_ROW)
        offered = order.lists.get(field.id, ())
        rule = validation(field, order.form.dictionaries, order.words, cells, offered)
        sheet.add_data_validation(rule)
    _draw_rows(sheet, spec, order, drawn.widths)
    sheet.row_dimensions[layout.HEADER_ROW].height = drawn.header_height
    sheet.row_dimensions[layout.EXAMPLE_ROW].height = drawn.example_height
    # A default, not a height of each row: a row still grows when a clerk writes two lines.
    sheet.sheet_format.defaultRowHeight = layout.ROW_HEIGHT
    sheet.sheet_format.customHeight = True
    sheet.freeze_panes = _cell(_columns_kept(spec, fields) + 1, layout.HEADER_ROW + 1)
    paper = TemplatePaper(landscape=drawn.landscape, repeated_row=layout.HEADER_ROW)
    set_up(sheet, paper, order.title)


def _draw_rows(sheet: Worksheet, spec: Sheet, order: Order, widths: Sequence[int]) -> None:
    """The rows that stand there beforehand, each as high as its texts."""
    fields = layout.fields_of(spec)
    for at, said in enumerate(order.rows.get(spec.id, ())):
        for column, field in enumerate(fields, start=1):
            if field.id in said:
                row = layout.FIRST_ROW + at
                looks.put(sheet, row, column, said[field.id], looks.blank(field))
        lines = max(
            layout.lines(said[field.id], width)
            for field, width in zip(fields, widths, strict=True)
            if field.id in said
        )
        if lines > 1:
            sheet.row_dimensions[layout.FIRST_ROW + at].height = layout.LINE_HEIGHT * lines + 4


def draw_key_value(sheet: Worksheet, spec: Sheet, order: Order) -> None:
    """One line a field: label, the cell to fill, what to write. The level is filled in."""
    _draw_title(sheet, spec, len(_KEY_VALUE_WIDTHS))
    for column, width in enumerate(_KEY_VALUE_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        header = fixed_words.KEY_VALUE_HEADERS[column - 1]
        looks.put(sheet, layout.HEADER_ROW, column, header, looks.HEADER)
    sheet.row_dimensions[layout.HEADER_ROW].height = layout.ROW_HEIGHT
    for row, field in enumerate(layout.fields_of(spec), start=layout.HEADER_ROW + 1):
        _draw_line(sheet, row, field, order)
    sheet.freeze_panes = _cell(1, layout.HEADER_ROW + 1)
    set_up(sheet, TemplatePaper(area=sheet.dimensions, pages=1), order.title)


def _draw_title(sheet: Worksheet, spec: Sheet, columns: int) -> None:
    looks.put(sheet, layout.TITLE_ROW, 1, spec.title.zh, looks.TITLE)
    looks.put(sheet, layout.NOTE_ROW, 1, fixed_words.NOTE, looks.PLAIN)
    sheet.row_dimensions[layout.TITLE_ROW].height = layout.TITLE_HEIGHT
    sheet.row_dimensions[layout.NOTE_ROW].height = layout.NOTE_HEIGHT
    for row in (layout.TITLE_ROW, layout.NOTE_ROW):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)


def _draw_column(sheet: Worksheet, column: int, field: Field, ruled_rows: int) -> None:
    number_format, blank = looks.number_format(field), looks.blank(field)
    below = sheet.column_dimensions[get_column_letter(column)]
    below.font, below.alignment, below.number_format = blank.font, blank.align, number_format
    looks.put(sheet, layout.HEADER_ROW, column, layout.label(field), looks.HEADER)
    for row in range(layout.FIRST_ROW, layout.FIRST_ROW + ruled_rows):
        looks.put(sheet, row, column, "", blank).number_format = number_format


def _draw_line(sheet: Worksheet, row: int, field: Field, order: Order) -> None:
    advice = _advice(field, order.words)
    value = order.level_title.zh if field.id == LEVEL else ""
    looks.put(sheet, row, 1, layout.label(field), looks.LABEL)
    looks.put(sheet, row, 2, value, looks.BODY).number_format = looks.number_format(field)
    looks.put(sheet, row, 3, advice, looks.BODY)
    most = max(_KEY_VALUE_LINES, layout.lines(advice, _KEY_VALUE_WIDTHS[-1] - layout.PADDING))
    sheet.row_dimensions[row].height = layout.LINE_HEIGHT * most + 4
    rule = validation(field, order.form.dictionaries, order.words, _cell(2, row))
    sheet.add_data_validation(rule)


def _columns_kept(spec: Sheet, fields: tuple[Field, ...]) -> int:
    """How many columns stay in view: up to the one that names the row."""
    ids = [field.id for field in fields]
    return ids.index(spec.key) + 1 if spec.key in ids else 0


def _advice(field: Field, words: Words) -> str:
    prompt = words.phrase(field.prompt) if field.prompt else ""
    if field.kind is not Kind.TEXT or not field.example:
        return prompt
    return prompt + words.phrase(fixed_words.EXAMPLE).format(example=field.example)


def _cell(column: int, row: int) -> str:
    return f"{get_column_letter(column)}{row}"


def _cells(column: int, first: int, last: int) -> str:
    return f"{_cell(column, first)}:{_cell(column, last)}"
