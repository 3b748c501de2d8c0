"""A sheet that is filled from the top: writes rows of cells as texts and measures their height."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from centre_check.documents.tree import Tone
from centre_check.render.visible import visible_text
from centre_check.render.xlsx.columns import Span, lines
from centre_check.render.xlsx.looks import Looks, XlsxLook
from centre_check.render.xlsx.numbers import number_in

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LINE_HEIGHT, PADDING = 14.5, 4.5  # points of a line, and of a row besides its lines
_ONE_LINE = LINE_HEIGHT + PADDING
HIGHEST_ROW = 405.0  # Excel's limit is 409.5
LONGEST = 32_767  # UTF-16 units in a cell


class Piece(NamedTuple):
    """One cell to be written, across the columns of its span."""

    span: Span
    text: str
    look: XlsxLook
    tone: Tone = None
    is_number: bool = False  # its text is one, if it can be read as one


class Canvas:
    """One sheet; `row` is the next free row, `height` that of all rows so far, in points."""

    def __init__(
        self, sheet: "Worksheet", looks: Looks, widths: Sequence[float], cut_off: str
    ) -> None:
        self.sheet = sheet
        self.looks = looks
        self.widths = widths
        self.row = 0
        self.height = 0.0
        self._cut_off = cut_off
        sheet.set_default_row(_ONE_LINE)

    @property
    def across(self) -> Span:
        """All columns."""
        return Span(0, len(self.widths) - 1, sum(self.widths))

    def rest(self, span: Span) -> Span:
        """From the beginning of `span` to the last column."""
        return Span(span.first, self.across.last, sum(self.widths[span.first :]))

    def put(self, *row: Piece, least: float = 0) -> None:
        """Write one row, as high as its texts need and at least `least` points."""
        for piece in row:
            self._write(piece)
        need = max(lines(piece.text, piece.span.width) for piece in row)
        self.advance(max(least, need * LINE_HEIGHT + PADDING))

    def skip(self, height: float) -> None:
        """Leave an empty row."""
        self.advance(height)

    def advance(self, height: float) -> None:
        """The row is written, and is to be this high."""
        shown = min(height, HIGHEST_ROW)
        if shown != _ONE_LINE:
            self.sheet.set_row(self.row, shown)
        self.height += shown
        self.row += 1

    def text(self, text: str) -> str:
        """The text as a cell can hold it: without controls, cut with a visible mark."""
        clean = visible_text(text)
        if len(clean) <= LONGEST // 2 or len(clean.encode("utf-16-le")) <= 2 * LONGEST:
            return clean
        room = 2 * (LONGEST - len(self._cut_off))
        kept = clean.encode("utf-16-le")[:room].decode("utf-16-le", "ignore")
        return kept + self._cut_off

    def write_text(self, row: int, column: int, text: str, look: "Format") -> None:
        """Write a text, whatever it begins with, or a cell that is only drawn."""
        if shown := self.text(text):
            self.sheet.write_string(row, column, shown, look)
        else:
            self.sheet.write_blank(row, column, None, look)

    def _write(self, piece: Piece) -> None:
        number = number_in(piece.text) if piece.is_number else None
        look = self.looks.of(piece.look, piece.tone, number.shown_as if number else "")
        first, last, _ = piece.span
        if last > first:
            self.sheet.merge_range(self.row, first, self.row, last, "", look)
        if number:
            self.sheet.write_number(self.row, first, number.value, look)
        elif last == first or piece.text:
            self.write_text(self.row, first, piece.text, look)
