"""Draw the blocks of one sheet one below the other."""

from typing import NamedTuple, assert_never

from centre_check.documents.tree import (
    Block,
    Closing,
    Entries,
    Figure,
    Heading,
    KeyValues,
    Paragraph,
    Salutation,
    Signatures,
    Table,
    Tone,
    Writing,
)
from centre_check.render.visible import visible_text
from centre_check.render.xlsx.canvas import HIGHEST_ROW, LINE_HEIGHT, Canvas, Piece
from centre_check.render.xlsx.columns import main_table, pieces, spans
from centre_check.render.xlsx.figures import draw_figure
from centre_check.render.xlsx.looks import XlsxLook
from centre_check.render.xlsx.pairs import draw_pairs, draw_signatures
from centre_check.render.xlsx.tables import draw_table, filter_table
from centre_check.words.width import screen_width

_HEADING, _HAND, _GAP = 24.0, 26.0, 10.0  # points
_BADGE = 14  # characters
_MOST_LINES = int(HIGHEST_ROW / LINE_HEIGHT) - 1  # a row cannot be higher


class MainTable(NamedTuple):
    """Where the main table of a sheet stands.

    `head` is its head's row; `above` the height of what stands above the rows, in points.
    """

    head: int
    above: float
    is_last: bool  # no other table follows


def draw(canvas: Canvas, blocks: tuple[Block, ...], *, is_form: bool) -> MainTable | None:
    """Draw the blocks; where the main table stands, if there is one."""
    main = main_table(blocks)
    found: MainTable | None = None
    for block in blocks:
        if isinstance(block, Table):
            is_main = block is main and found is None
            head, above = canvas.row, canvas.height
            draw_table(canvas, block, is_form=is_form, is_main=is_main)
            if is_main:
                filter_table(canvas, block, head)
                found = MainTable(head, above, is_last=True)
            elif found:
                found = found._replace(is_last=False)
            canvas.skip(_GAP)
        else:
            _draw(canvas, block)
    return found


def _draw(canvas: Canvas, block: Block) -> None:
    match block:
        case Heading(text, badge, tone):
            _draw_heading(canvas, text, badge, tone)
        case Paragraph(text=text) | Salutation(text):
            _draw_text(canvas, text, XlsxLook.TEXT)
        case Entries(items):
            for item in items:
                _draw_text(canvas, f"{item.mark} {item.title}", XlsxLook.ENTRY, item.tone)
                for line in item.lines:
                    _draw_text(canvas, line, XlsxLook.ENTRY_LINE)
        case KeyValues(pairs):
            draw_pairs(canvas, pairs)
            canvas.skip(_GAP)
        case Figure():
            draw_figure(canvas, block)
            canvas.skip(_GAP)
        case Writing(label, many):
            _draw_text(canvas, label, XlsxLook.HEADING)
            for _ in range(many):
                canvas.put(Piece(canvas.across, "", XlsxLook.RULE), least=_HAND)
            canvas.skip(_GAP)
        case Signatures(labels=labels):
            draw_signatures(canvas, labels)
        case Closing(texts):
            for text in texts:
                _draw_text(canvas, text, XlsxLook.RIGHT)
        case Table():
            pass  # drawn by `draw`, which knows whether it is the main one
        case _ as never:
            assert_never(never)


def _draw_heading(canvas: Canvas, text: str, badge: str, tone: Tone) -> None:
    title, end = spans(canvas.widths, [sum(canvas.widths) - _BADGE, _BADGE])
    if not badge or end.width < screen_width(badge) or title.width < end.width:
        _draw_text(canvas, f"{text}  {badge}".rstrip(), XlsxLook.HEADING, tone)
        return
    canvas.put(
        Piece(title, text, XlsxLook.HEADING, tone),
        Piece(end, badge, XlsxLook.BADGE, tone),
        least=_HEADING,
    )


def _draw_text(canvas: Canvas, text: str, look: XlsxLook, tone: Tone = None) -> None:
    """A text across all columns; one that no row could hold goes on in the next."""
    least = _HEADING if look is XlsxLook.HEADING else 0
    for piece in pieces(visible_text(text), canvas.across.width - 4, _MOST_LINES):
        canvas.put(Piece(canvas.across, piece, look, tone), least=least)
