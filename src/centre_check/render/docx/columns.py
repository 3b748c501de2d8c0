"""How wide columns are, and how much of a page a row takes."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil

from centre_check.documents.tree import Table
from centre_check.render.docx.grid import PADDING
from centre_check.render.docx.looks import Letters
from centre_check.render.docx.xml import TWIPS
from centre_check.words.width import screen_width

_SLACK = 60  # twips; lines of a table take some of a cell's width
_WORD = re.compile(r"[!-~]+")
_LONGEST_WORD = 14  # letters; a longer one, a checksum say, may break
_LONGEST_HEAD = 8  # columns of a screen
_CAPITAL = 0.4  # columns that a capital takes more than another letter


def text_width(text: str, letters: Letters) -> int:
    """Twips of the longest line of a text and of a cell's two sides."""
    columns = max(screen_width(line) + _CAPITAL * _capitals(line) for line in text.split("\n"))
    return ceil(columns * letters.size / 2 * TWIPS) + 2 * PADDING + _SLACK


def _capitals(text: str) -> int:
    return sum("A" <= character <= "Z" for character in text)


def text_lines(text: str, width: int, letters: Letters) -> int:
    """Into about how many lines a text breaks in a cell of `width` twips."""
    room = max(1, width - 2 * PADDING)
    per_column = letters.size / 2 * TWIPS
    return sum(max(1, ceil(screen_width(line) * per_column / room)) for line in text.split("\n"))


def column_widths(table: Table, width: int, letters: Letters) -> list[int]:
    """Twips of each column; they fill `width`."""
    columns = table.columns
    if table.widths:
        least = [max(text_width(text, letters) for text in _unbroken(column)) for column in columns]
        return _widened(shared_out(table.widths, width), least)
    return _fitted([max(text_width(one, letters) for one in column) for column in columns], width)


def shared_out(parts: Sequence[int], width: int) -> list[int]:
    """`width` in these proportions, to the last twip."""
    whole = sum(parts)
    edges = [round(width * sum(parts[:at]) / whole) for at in range(len(parts) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _unbroken(column: Sequence[str]) -> Iterator[str]:
    """What should stand on one line: a short head, Latin words."""
    head, *cells = column
    yield head if screen_width(head) <= _LONGEST_HEAD else ""
    for text in cells:
        yield from (word for word in _WORD.findall(text) if len(word) <= _LONGEST_WORD)


def _widened(widths: list[int], least: list[int]) -> list[int]:
    """No column narrower than its longest word, as far as the others can spare it."""
    spare = [max(0, width - need) for width, need in zip(widths, least, strict=True)]
    lack = [max(0, need - width) for width, need in zip(widths, least, strict=True)]
    if sum(lack) > sum(spare):
        return widths
    taken = shared_out(spare, sum(lack)) if any(lack) else [0] * len(widths)
    return [width + more - less for width, more, less in zip(widths, lack, taken, strict=True)]


def _fitted(wanted: list[int], width: int) -> list[int]:
    """Narrow columns get what they want, wide ones equal shares; the last one what is left."""
    widths = [0] * len(wanted)
    room = width
    for done, at in enumerate(sorted(range(len(wanted)), key=lambda at: wanted[at])):
        widths[at] = min(wanted[at], room // (len(wanted) - done))
        room -= widths[at]
    widths[-1] += room
    return widths
