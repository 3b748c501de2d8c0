"""Draw tables: the main one of a sheet as a range to filter, any other one in merged cells."""

from centre_check.documents.tree import Table
from centre_check.render.xlsx.canvas import LINE_HEIGHT, PADDING, Canvas, Piece
from centre_check.render.xlsx.columns import Span, lines_of, spans_of
from centre_check.render.xlsx.looks import Look
from centre_check.render.xlsx.numbers import number_in
from centre_check.words.width import screen_width

_SHORT = 10  # characters: a column of nothing longer is centred
_HAND = 28.0  # points of a row that is written in by hand
_LONG = 10_000  # characters: such a cell may have to be cut
_MEASURED = 200  # rows that tell whether a column is short


def draw_table(canvas: Canvas, table: Table, *, is_form: bool, is_main: bool) -> None:
    """Draw the table; a main one has a sheet column for each of its own, so that it filters."""
    if is_main:
        across = [Span(at, at, width) for at, width in enumerate(canvas.widths[: len(table.head)])]
    else:
        across = spans_of(table, canvas.widths)
    heads = zip(across, table.head, strict=True)
    canvas.put(*(Piece(span, text, Look.HEAD) for span, text in heads), least=22)
    looks = _looks(table)
    if is_main and not is_form:
        _draw_long(canvas, table, looks)
        return
    for row in table.rows:
        cells = enumerate(zip(across, row.cells, looks, strict=True))
        least = _HAND if is_form and not all(row.cells) else 0
        pieces = (
            Piece(span, text, look, row.tone, at in table.numbers)
            for at, (span, text, look) in cells
        )
        canvas.put(*pieces, least=least)


def filter_table(canvas: Canvas, table: Table, head: int) -> None:
    """Let the rows be filtered that stand under the head in row `head`."""
    if table.rows:
        last, right = head + len(table.rows), len(table.head) - 1
        canvas.sheet.autofilter(head, 0, last, right)


def _looks(table: Table) -> list[Look]:
    columns = zip(table.head, *(row.cells for row in table.rows[:_MEASURED]), strict=True)
    return [
        Look.SHORT_CELL if max(map(screen_width, texts)) <= _SHORT else Look.CELL
        for texts in columns
    ]


def _draw_long(canvas: Canvas, table: Table, looks: list[Look]) -> None:
    """Many rows quickly: nothing here is looked up or measured that need not be."""
    string, blank, number = (
        canvas.sheet.write_string,
        canvas.sheet.write_blank,
        canvas.sheet.write_number,
    )
    columns = zip(*(row.cells for row in table.rows), strict=True)
    across = zip(columns, canvas.widths, strict=False)
    needs = zip(*(lines_of(column, width) for column, width in across), strict=True)
    formats = {
        tone: [canvas.looks.of(look, tone) for look in looks]
        for tone in {row.tone for row in table.rows}
    }
    for (cells, tone), need in zip(table.rows, needs, strict=True):
        row = canvas.row
        for column, (cell, look) in enumerate(zip(cells, formats[tone], strict=True)):
            if not cell:
                blank(row, column, None, look)
            elif column in table.numbers and (read := number_in(cell)):
                shown = canvas.looks.of(looks[column], tone, read.shown_as)
                number(row, column, read.value, shown)
            elif cell.isprintable() and len(cell) < _LONG:
                string(row, column, cell, look)
            else:
                string(row, column, canvas.text(cell), look)
        canvas.advance(max(need) * LINE_HEIGHT + PADDING)
