"""Draw a table of data: its head repeated on every page, its rows kept whole."""

from collections.abc import Iterator

from centre_check.documents.tree import Table
from centre_check.render.docx.columns import column_widths, text_lines
from centre_check.render.docx.grid import SHADE, Lines, cell, row, table
from centre_check.render.docx.looks import twips
from centre_check.render.docx.room import Room
from centre_check.render.docx.styles import CELL_HEAD
from centre_check.render.docx.xml import Element, mm, w
from centre_check.words.width import screen_width

_SHORT = 10  # columns of a screen; what is not longer stands in the middle of a narrow cell
_NARROW = mm(32)
_WHOLE = 24  # lines; a longer row may be split, as it might be higher than a page
_BAR = 24  # eighths of a point


def draw(block: Table, room: Room) -> Element:
    """The table over the whole width."""
    letters = room.look.table
    widths = column_widths(block, room.width, letters)
    aligns = [
        "center" if is_short and width < _NARROW else "left"
        for is_short, width in zip(_short(block), widths, strict=True)
    ]
    head = row(
        *(
            cell(text, width, style=CELL_HEAD, shade=SHADE)
            for text, width in zip(block.head, widths, strict=True)
        ),
        height=twips(letters.line * 1.5),
        is_head=True,
        is_whole=_highest(block.head, widths, room) <= _WHOLE,
    )
    return table(widths, [head, *_rows(block, widths, aligns, room)], Lines(outer=room.look.frame))


def _rows(block: Table, widths: list[int], aligns: list[str], room: Room) -> Iterator[Element]:
    for texts, tone in block.rows:
        bar = room.color(tone)
        left = [w("left", val="single", sz=_BAR, space=0, color=bar)] if bar else []
        yield row(
            *(
                cell(text, width, align=align, borders=left if at == 0 else ())
                for at, (text, width, align) in enumerate(zip(texts, widths, aligns, strict=True))
            ),
            height=mm(room.look.writing) if "" in texts else twips(room.look.table.line * 1.3),
            is_whole=_highest(texts, widths, room) <= _WHOLE,
        )


def _highest(texts: tuple[str, ...], widths: list[int], room: Room) -> int:
    pairs = zip(texts, widths, strict=True)
    return max((text_lines(text, width, room.look.table) for text, width in pairs), default=0)


def _short(block: Table) -> Iterator[bool]:
    for column in zip(*(one.cells for one in block.rows), strict=True):
        yield max(map(screen_width, column)) <= _SHORT
    if not block.rows:
        yield from (True for _ in block.head)
