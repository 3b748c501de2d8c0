"""Draw counts as bars: shaded cells, so that they print on every machine."""

from collections.abc import Iterator, Mapping

from centre_check.documents.tree import Bar, Figure, Tone
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.render.docx.columns import shared_out, text_lines, text_width
from centre_check.render.docx.grid import NO_LINES, cell, row, table
from centre_check.render.docx.looks import twips
from centre_check.render.docx.room import Room
from centre_check.render.docx.styles import CAPTION
from centre_check.render.docx.xml import Element, paragraph, w

_STEPS = 40  # columns of the grid that the longest bar spans
_ROOM_FOR_NUMBER = 6  # columns of the grid
_WIDEST_LABEL = 0.3  # of the whole width
# Bars differ by their filling: no colour and no tint survives a copier.
FILLINGS: Mapping[Tone, str] = {
    Outcome.PASS: "clear",
    Outcome.FAIL: "solid",
    Outcome.UNKNOWN: "diagStripe",
    Outcome.MANUAL: "pct20",
    Outcome.NOT_APPLICABLE: "clear",
    Verdict.COMPLIANT: "clear",
    Verdict.NON_COMPLIANT: "solid",
    Verdict.UNDECIDED: "pct20",
}


def draw(figure: Figure, room: Room) -> Iterator[Element]:
    """The title, then a bar a line with its label before and its number behind it."""
    yield paragraph(figure.title, CAPTION)
    if not figure.bars:
        return
    wanted = max(text_width(bar.label, room.look.table) for bar in figure.bars)
    label = min(wanted, int(room.width * _WIDEST_LABEL))
    steps = shared_out([1] * (_STEPS + _ROOM_FOR_NUMBER), room.width - label)
    most = max(bar.value for bar in figure.bars)
    widths = [label, *steps]
    yield table(widths, [_row(bar, most, widths, room) for bar in figure.bars], NO_LINES)


def _row(bar: Bar, most: int, widths: list[int], room: Room) -> Element:
    """A bar of at least one step, unless it counts nothing."""
    length = max(1, bar.value * _STEPS // most) if bar.value > 0 else 0
    steps = widths[1:]
    cells = [cell(bar.label, widths[0])]
    if length:
        filling = FILLINGS.get(bar.tone, "solid")
        cells.append(
            cell("", sum(steps[:length]), columns=length, shade=filling, borders=_round_bar())
        )
    cells.append(cell(str(bar.value), sum(steps[length:]), columns=len(steps) - length))
    line = twips(room.look.table.line * 1.25)
    return row(*cells, height=line, is_whole=text_lines(bar.label, widths[0], room.look.table) < 24)


def _round_bar() -> list[Element]:
    sides = ("top", "left", "bottom", "right")
    return [w(side, val="single", sz=4, space=0, color="auto") for side in sides]
