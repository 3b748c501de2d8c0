"""Break a title into lines: words kept together, as few lines as can be, about equally long."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import ceil

from centre_check.documents.tree import Document
from centre_check.words.width import screen_width

_MOST = 3  # lines; a title of more is running text
_TOKEN = re.compile(r"[!-~]+\s*|.", re.DOTALL)  # what may end a line: a Latin word, an ideograph


def title_lines(document: Document, room: float) -> list[str]:
    """The title in lines of at most `room` half-width characters.

    A line ends between the title's parts where that is possible (GB/T 9704-2012, 7.3.1). The title
    as it is where it has line ends of its own, or would take more than three lines.
    """
    title = document.title
    if "\n" in title or not room < screen_width(title) <= _MOST * room:
        return [title]
    pieces = [piece for part in document.title_parts or (title,) for piece in _cut(part, room)]
    for many in range(2, _MOST + 1):
        fitting = [lines for lines in _lines(pieces, many) if _widest(lines) <= room]
        if fitting:
            return min(fitting, key=_widest)
    return [title]


def _cut(part: str, room: float) -> Iterator[str]:
    """A part that needs several lines in as many pieces of about the same width."""
    many = ceil(screen_width(part) / room)
    wanted = screen_width(part) / many
    piece = ""
    for token in _TOKEN.findall(part):
        if piece and screen_width(piece + token.rstrip()) > max(1, wanted) + 1:
            yield piece
            piece = ""
        piece += token
    yield piece


def _lines(pieces: Sequence[str], many: int) -> Iterator[list[str]]:
    """Every way to put the pieces into so many lines."""
    for cuts in combinations(range(1, len(pieces)), many - 1):
        edges = pairwise((0, *cuts, len(pieces)))
        yield ["".join(pieces[first:last]).strip() for first, last in edges]


def _widest(lines: Sequence[str]) -> int:
    return max(map(screen_width, lines))
