"""Draw a document's blocks one after another, each in its own way, page by page."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, assert_never

from centre_check.documents.tree import (
    Block,
    Closing,
    Document,
    Entries,
    Figure,
    Heading,
    KeyValues,
    Paragraph,
    Salutation,
    Section,
    Signatures,
    Table,
    Writing,
)
from centre_check.render.docx import figure, forms, tables, text
from centre_check.render.docx.grid import GridLines, cell, row, table
from centre_check.render.docx.looks import DocxLook
from centre_check.render.docx.pages import section
from centre_check.render.docx.room import Room
from centre_check.render.docx.styles import BODY, CELL, GAP, ITEM_LINE, SALUTATION, SUBTITLE
from centre_check.render.docx.xml import Element, is_paragraph, kept, paragraph, w

_SMALL = 9  # points of a note below a table
_IN_LINES = (Table, KeyValues, Writing, Signatures)  # have a frame of their own


class _Placed(NamedTuple):
    """A block, the level of a heading there, whether its page lies, whether it begins one."""

    block: Block
    level: int
    is_wide: bool
    is_apart: bool = False


def drawn(document: Document, look: DocxLook) -> Iterator[Element]:
    """What stands in the file's body; the last element says how the last pages lie."""
    placed = list(_placed(document))
    is_wide = bool(placed) and placed[0].is_wide
    room = Room(look.width(is_wide=is_wide), look)
    if document.subtitle and look.is_letter:  # a letter's number stands above, at the left
        yield paragraph(document.subtitle, SALUTATION)
    yield text.title(document, room)
    if document.subtitle and not look.is_letter:
        yield paragraph(document.subtitle, SUBTITLE)
    for lies, group in groupby(placed, key=lambda one: one.is_wide):
        if lies is not is_wide:
            yield paragraph([], GAP, section(look, is_wide=is_wide))
            yield paragraph([], GAP)  # LibreOffice turns no page before a table
            is_wide = lies
        room = Room(look.width(is_wide=is_wide), look)
        draw = _framed if look.is_framed else _open
        yield from draw(group, room)
    yield section(look, is_wide=is_wide)


def _placed(document: Document) -> Iterator[_Placed]:
    for block in document.blocks:
        if isinstance(block, Section):
            yield _Placed(Heading(block.title), 1, block.is_wide, block.is_apart)
            for inner in block.blocks:
                yield _Placed(inner, 2, block.is_wide)
        else:
            yield _Placed(block, 1, is_wide=False)


def _open(blocks: Iterable[_Placed], room: Room) -> Iterator[Element]:
    """The blocks without a frame, a gap between running text and a table."""
    elements: list[Element] = []
    for block, level, _, is_apart in blocks:
        if is_apart:
            elements.append(paragraph([], GAP, w("pageBreakBefore")))
        is_after_text = bool(elements) and is_paragraph(elements[-1], BODY, ITEM_LINE, SALUTATION)
        if isinstance(block, Closing) and is_after_text:
            kept(elements[-1:])
        if isinstance(block, _IN_LINES) and is_after_text:
            elements.append(paragraph([], GAP))
        elements.extend(_block(block, level, room))
    yield from elements


def _framed(blocks: Iterable[_Placed], room: Room) -> Iterator[Element]:
    """A form: tables in their own lines, running text between them in a frame."""
    for kind, group in groupby(blocks, key=lambda one: _kind(one.block)):
        for part in [list(group)] if kind == "text" else ([one] for one in group):
            if kind == "lines":
                yield from _block(part[0].block, part[0].level, room)
                continue
            if part[0].is_apart:
                yield paragraph([], GAP, w("pageBreakBefore"))
            if kind == "heading":
                yield from _block(part[0].block, part[0].level, room)
                continue
            inner = room.inside_frame()
            content = [one for at in part for one in _block(at.block, at.level, inner)]
            yield from _apart([framed(content, room)])


def _kind(block: Block) -> str:
    if isinstance(block, Heading):
        return "heading"
    return "lines" if isinstance(block, _IN_LINES) else "text"


def _block(block: Block, level: int, room: Room) -> Iterator[Element]:
    match block:
        case Heading():
            yield text.heading(block, level, room)
        case Paragraph(words, lead, is_small):
            size = _SMALL if is_small else 0
            yield from text.body(words, CELL if is_small else BODY, lead, size)
        case Salutation(words):
            yield from text.body(words, SALUTATION)
        case Entries():
            yield from text.entries(block, room)
        case Closing():
            yield from text.closing(block, room)
        case Figure():
            yield from _apart(figure.draw(block, room))
        case Table():
            yield from _apart([tables.draw(block, room)])
        case KeyValues():
            yield from kept(_apart([forms.key_values(block, room)]))
        case Writing():
            yield from kept(_apart([forms.writing(block, room)]))
        case Signatures():
            yield from _apart([forms.signatures(block, room)])
        case _ as never:
            assert_never(never)


def _apart(elements: Iterable[Element]) -> Iterator[Element]:
    """With a gap at the end: Word takes two tables without one for one table."""
    yield from elements
    yield paragraph([], GAP)


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
