"""Draw a document as lines of text for a screen or a pipe."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, assert_never

from centre_check.documents.flat import flat
from centre_check.documents.tree import (
    Bar,
    Block,
    Closing,
    Document,
    Entries,
    Figure,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Salutation,
    Section,
    Signatures,
    Table,
    Tone,
    Writing,
)
from centre_check.render.visible import visible
from centre_check.render.wrap import longest_piece, longest_word, padded, wrapped
from centre_check.words.width import screen_width

NARROWEST = 40
_GAP = "  "
_NARROWEST_COLUMN = 6
_SIGNED = 20  # columns of a line to write on


class Line(NamedTuple):
    """One line of the screen; `tone` may colour it, `is_head` may stress it."""

    text: str
    tone: Tone = None
    is_head: bool = False


def lines(document: Document, width: int) -> list[Line]:
    """The document in lines of at most `width` columns (of 40 at least)."""
    drawn: list[Line] = []
    for block in _unfolded(flat(visible(document))):
        if drawn and isinstance(block, Heading):
            drawn.append(Line(""))
        drawn.extend(_drawn(block, max(width, NARROWEST)))
    return drawn


def _unfolded(document: Document) -> Iterator[Block]:
    """The blocks in order under the title, which a first heading may say already."""
    first = next(iter(document.blocks), None)
    if not (isinstance(first, Heading) and first.text == document.title):
        yield Heading(document.title, document.stamp)
    for block in document.blocks:
        if isinstance(block, Section):
            yield Heading(block.title)
            yield from block.blocks
        else:
            yield block


def render(document: Document, width: int) -> str:
    """The document as plain text."""
    return "".join(f"{line.text}\n" for line in lines(document, width))


def _drawn(block: Block, width: int) -> Iterator[Line]:
    match block:
        case Heading(text, badge, tone):
            room = width - screen_width(badge) - len(_GAP)
            head, *rest = wrapped(text, room if badge else width)
            filled = padded(head, width - screen_width(badge)) + badge if badge else head
            yield Line(filled, tone, is_head=True)
            for line in rest:
                yield Line(line, tone, is_head=True)
        case Paragraph(text=text) | Salutation(text):
            for line in wrapped(text, width):
                yield Line(line)
        case Entries(items):
            for item in items:
                yield from _hanging(f"{item.mark} ", item.title, width, item.tone)
                for text in item.lines:
                    yield from _hanging(" " * (screen_width(item.mark) + 3), text, width, None)
        case Table():
            yield from _table(block, width)
        case KeyValues(pairs=pairs):
            yield from _pairs(pairs, width)
        case Figure(title, bars):
            yield Line(title)
            yield from _bars(bars, width)
        case Writing(label, many):
            yield Line(label)
            yield from [Line("_" * width)] * many
        case Signatures(labels=labels):
            yield from _pairs([Pair(label, "_" * _SIGNED) for label in labels], width)
        case Closing(texts):
            for text in texts:
                yield Line(" " * max(0, width - screen_width(text)) + text)
        case _ as never:
            assert_never(never)


def _pairs(pairs: Sequence[Pair], width: int) -> Iterator[Line]:
    widest = max((screen_width(pair.label) for pair in pairs), default=0)
    for label, value in pairs:
        yield from _hanging(padded(label, widest) + _GAP, value or "_" * _SIGNED, width, None)


def _bars(bars: Sequence[Bar], width: int) -> Iterator[Line]:
    """Each bar as long as its part of the longest."""
    widest = max((screen_width(bar.label) for bar in bars), default=0)
    room = width - widest - 10
    most = max((bar.value for bar in bars), default=0)
    for label, value, tone in bars:
        length = max(1, value * min(room, most) // most) if value else 0
        yield Line(
            f"{padded(label, widest)}{_GAP}{'█' * length}{' ' if length else ''}{value}", tone
        )


def _hanging(first: str, text: str, width: int, tone: Tone) -> Iterator[Line]:
    """A text behind `first`, its further lines indented as far."""
    indent = screen_width(first)
    for at, line in enumerate(wrapped(text, width - indent)):
        yield Line((first if at == 0 else " " * indent) + line, tone)


def _table(table: Table, width: int) -> Iterator[Line]:
    widths = _widths(table, width)
    yield from _row(table.head, widths, None, is_head=True)
    yield Line(_GAP.join("─" * one for one in widths))
    for row in table.rows:
        yield from _row(row.cells, widths, row.tone)


def _row(
    cells: tuple[str, ...], widths: list[int], tone: Tone, *, is_head: bool = False
) -> Iterator[Line]:
    columns = [wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for at in range(max(len(column) for column in columns)):
        parts = [
            padded(column[at] if at < len(column) else "", width)
            for column, width in zip(columns, widths, strict=True)
        ]
        yield Line(_GAP.join(parts).rstrip(), tone, is_head)


def _widths(table: Table, width: int) -> list[int]:
    """Wide columns give way to narrow ones, as far as their words allow; the last takes the rest.

    Every column is as wide as its widest cell or one level for all, whichever is less, but not
    narrower than a word of its own, which is two fifths of the screen at most.
    """
    columns = table.columns
    room = width - len(_GAP) * (len(columns) - 1)
    widest = [max(map(screen_width, column)) for column in columns]
    widths = [min(most, _NARROWEST_COLUMN) for most in widest]
    for longest in (longest_piece, longest_word):  # cells' addresses break before figures do
        words = [min(room * 2 // 5, max(map(longest, column))) for column in columns]
        fitting = _fitting(widest, words, room)
        if fitting is not None:
            widths = fitting
            break
    return [*widths[:-1], max(_NARROWEST_COLUMN, room - sum(widths[:-1]))]


def _fitting(widest: Sequence[int], words: Sequence[int], room: int) -> list[int] | None:
    """The widths at the highest level at which all columns have room; None if there is none."""
    for level in range(room, _NARROWEST_COLUMN - 1, -1):
        widths = [min(most, max(level, word)) for most, word in zip(widest, words, strict=True)]
        if sum(widths) <= room:
            return widths
    return None
