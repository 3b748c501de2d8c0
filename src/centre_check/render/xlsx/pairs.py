"""Draw labels with their values, and labels with a line to sign on."""

from collections.abc import Sequence

from centre_check.documents.tree import Pair
from centre_check.render.xlsx.canvas import Canvas, Piece
from centre_check.render.xlsx.columns import Span, spans
from centre_check.render.xlsx.looks import XlsxLook
from centre_check.words.width import screen_width

_LABEL_LEAST, _LABEL_MOST = 8, 22  # characters
_LEAST, _SIGNED = 20.0, 30.0  # points
_ENOUGH = 0.75  # of the wanted width, or two pairs a line are too many


def draw_pairs(canvas: Canvas, pairs: Sequence[Pair]) -> None:
    """Two pairs a line where both find room, else one."""
    across = _across(canvas, [pair.label for pair in pairs])
    _draw(canvas, pairs, across, (XlsxLook.LABEL, XlsxLook.CELL), _LEAST)


def draw_signatures(canvas: Canvas, labels: Sequence[str]) -> None:
    """Two signers a line where both find room, else one; a line to sign on for each."""
    pairs = [Pair(label, "") for label in labels]
    _draw(canvas, pairs, _across(canvas, labels), (XlsxLook.TEXT, XlsxLook.RULE), _SIGNED)


def _draw(
    canvas: Canvas,
    pairs: Sequence[Pair],
    across: Sequence[tuple[Span, Span]],
    looks: tuple[XlsxLook, XlsxLook],
    least: float,
) -> None:
    for at in range(0, len(pairs), len(across)):
        row: list[Piece] = []
        for pair, (label, value) in zip(pairs[at:], across, strict=False):
            row += [Piece(label, pair.label, looks[0]), Piece(value, pair.value, looks[1])]
        if len(row) < 2 * len(across):
            row[-1] = row[-1]._replace(span=canvas.rest(row[-1].span))
        canvas.put(*row, least=least)


def _across(canvas: Canvas, labels: Sequence[str]) -> list[tuple[Span, Span]]:
    """The columns of each pair of a line."""
    whole = sum(canvas.widths)
    longest = max(map(screen_width, labels), default=0) + 2
    label = float(min(_LABEL_MOST, max(_LABEL_LEAST, longest)))
    two = [label, whole / 2 - label] * 2
    if len(canvas.widths) >= len(two):
        found = spans(canvas.widths, two)
        if all(span.width >= want * _ENOUGH for span, want in zip(found, two, strict=True)):
            return [(found[0], found[1]), (found[2], found[3])]
    first, second = spans(canvas.widths, [label, whole - label])
    return [(first, second)]
