"""Put running text into a frame, as forms have it round everything."""

from collections.abc import Iterator, Sequence

from centre_check.render.docx.grid import GridLines, cell, row, table
from centre_check.render.docx.room import Room
from centre_check.render.docx.xml import Element, is_paragraph

_AROUND = ("top", "left", "bottom", "right")


def framed(content: Sequence[Element], room: Room) -> Element:
    """A table with a row a paragraph and no lines between them."""
    rows = [row(cell(part, room.width), is_whole=False) for part in _each(content)]
    return table([room.width], rows, GridLines(_AROUND, room.look.frame))


def _each(content: Sequence[Element]) -> Iterator[list[Element]]:
    """Paragraph by paragraph; a table goes with the one behind it, as a cell ends with one."""
    before: list[Element] = []
    for element in content:
        before.append(element)
        if is_paragraph(element):
            yield before
            before = []
