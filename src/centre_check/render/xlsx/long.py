"""Write the rows of a long table quickly: column by column, nothing looked up that need not be."""

from collections.abc import Sequence

from centre_check.documents.tree import Table, Tone
from centre_check.render.xlsx.canvas import LINE_HEIGHT, PADDING, Canvas
from centre_check.render.xlsx.columns import lines_of
from centre_check.render.xlsx.looks import XlsxLook
from centre_check.render.xlsx.numbers import number_in

_LONG = 10_000  # characters: such a cell may have to be cut


def draw_long(canvas: Canvas, table: Table, looks: Sequence[XlsxLook]) -> None:
    """The rows, each column of the table in one of the sheet's."""
    if not table.rows:
        return
    cells = [row.cells for row in table.rows]
    tones = [row.tone for row in table.rows]
    columns = list(zip(*cells, strict=True))
    for at, (column, look) in enumerate(zip(columns, looks, strict=True)):
        if at in table.numbers:
            _write_numbers(canvas, at, column, tones, look)
        elif _is_plain(column):
            _write_plain(canvas, at, column, tones, look)
        else:
            _write_texts(canvas, at, column, tones, look)
    across = zip(columns, canvas.widths, strict=False)
    for needs in zip(*(lines_of(column, width) for column, width in across), strict=True):
        canvas.advance(max(needs) * LINE_HEIGHT + PADDING)


def _is_plain(column: Sequence[str]) -> bool:
    """Whether every cell can be written as it is."""
    return all(column) and "".join(column).isprintable() and max(map(len, column)) < _LONG


def _write_plain(
    canvas: Canvas, at: int, column: Sequence[str], tones: Sequence[Tone], look: XlsxLook
) -> None:
    formats = {tone: canvas.looks.of(look, tone) for tone in set(tones)}
    write = canvas.sheet.write_string
    for row, (text, tone) in enumerate(zip(column, tones, strict=True), canvas.row):
        write(row, at, text, formats[tone])


def _write_texts(
    canvas: Canvas, at: int, column: Sequence[str], tones: Sequence[Tone], look: XlsxLook
) -> None:
    for row, (text, tone) in enumerate(zip(column, tones, strict=True), canvas.row):
        canvas.write_text(row, at, text, canvas.looks.of(look, tone))


def _write_numbers(
    canvas: Canvas, at: int, column: Sequence[str], tones: Sequence[Tone], look: XlsxLook
) -> None:
    for row, (text, tone) in enumerate(zip(column, tones, strict=True), canvas.row):
        number = number_in(text)
        if number is None:
            canvas.write_text(row, at, text, canvas.looks.of(look, tone))
        else:
            shown = canvas.looks.of(look, tone, number.shown_as)
            canvas.sheet.write_number(row, at, number.value, shown)
