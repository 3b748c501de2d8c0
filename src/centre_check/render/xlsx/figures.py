"""Draw a figure: each number in a cell with a bar behind it as long as its part of the largest."""

from centre_check.documents.tree import Figure, Tone
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.render.xlsx.canvas import Canvas, Piece
from centre_check.render.xlsx.columns import spans
from centre_check.render.xlsx.looks import XlsxLook
from centre_check.words.width import screen_width

_GREY = "#BFBFBF"
_BARS: dict[Tone, str] = {
    Outcome.PASS: "#A9CDA1",
    Outcome.FAIL: "#E59B8C",
    Outcome.UNKNOWN: "#F0C75E",
    Outcome.MANUAL: "#9DB9D9",
    Verdict.COMPLIANT: "#A9CDA1",
    Verdict.NON_COMPLIANT: "#E59B8C",
    Verdict.UNDECIDED: "#F0C75E",
}
_LABEL_MOST = 30  # characters
_BAR_HEIGHT = 19.0  # points
_LONGEST = 0.9  # of the cell: the largest bar does not fill it


def draw_figure(canvas: Canvas, figure: Figure) -> None:
    """The title, then label and bar in a row each."""
    canvas.put(Piece(canvas.across, figure.title, XlsxLook.ENTRY))
    label = min(_LABEL_MOST, max((screen_width(bar.label) for bar in figure.bars), default=0) + 2)
    name, field = spans(canvas.widths, [label, sum(canvas.widths) - label])
    most = max((bar.value for bar in figure.bars), default=0)
    for text, value, tone in figure.bars:
        row = canvas.row
        canvas.put(
            Piece(name, text, XlsxLook.BAR_LABEL), Piece(field, "", XlsxLook.BAR), least=_BAR_HEIGHT
        )
        canvas.sheet.write_number(row, field.first, value, canvas.looks.of(XlsxLook.BAR))
        canvas.sheet.conditional_format(
            row,
            field.first,
            row,
            field.last,
            {
                "type": "data_bar",
                "data_bar_2010": True,
                "bar_solid": True,
                "bar_color": _BARS.get(tone, _GREY),
                "min_type": "num",
                "max_type": "num",
                "min_value": 0,
                "max_value": max(1, most) / _LONGEST,
            },
        )
