"""Draw tables: the main one of a sheet as a range to filter, any other one in merged cells."""

from centre_check.documents.tree import Table
from centre_check.render.xlsx.canvas import Canvas, Piece
from centre_check.render.xlsx.columns import Span, spans_of
from centre_check.render.xlsx.long import draw_long
from centre_check.render.xlsx.looks import XlsxLook
from centre_check.words.width import screen_width

_SHORT = 10  # characters: a column of nothing longer is centred
_HAND = 28.0  # points of a row that is written in by hand
_MEASURED = 200  # rows that tell whether a column is short


def draw_table(canvas: Canvas, table: Table, *, is_form: bool, is_main: bool) -> None:
    """Draw the table; a main one has a sheet column for each of its own, so that it filters."""
    if is_main:
        across = [Span(at, at, width) for at, width in enumerate(canvas.widths[: len(table.head)])]
    else:
        across = spans_of(table, canvas.widths)
    heads = zip(across, table.head, strict=True)
    canvas.put(*(Piece(span, text, XlsxLook.HEAD) for span, text in heads), least=22)
    looks = _looks(table)
    if is_main and not is_form:
        draw_long(canvas, table, looks)
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


def _looks(table: Table) -> list[XlsxLook]:
    columns = zip(table.head, *(row.cells for row in table.rows[:_MEASURED]), strict=True)
    return [
        XlsxLook.SHORT_CELL if max(map(screen_width, texts)) <= _SHORT else XlsxLook.CELL
        for texts in columns
    ]
