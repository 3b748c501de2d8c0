"""How wide the columns of a sheet are, and which of them a block's cells span."""

from collections.abc import Sequence
from itertools import chain
from math import ceil
from typing import NamedTuple

from centre_check.documents.tree import Block, Table

_PAGE_PIXELS = {False: 680, True: 1010}  # across A4 upright and sideways, between 15 mm margins
_DIGIT, _PADDING = 7, 5  # pixels of a digit in Excel's default font, and of a column's padding
_PLAIN = 8  # columns of a sheet without a table
_NARROWEST = 4  # characters of a column that follows its content
_ENOUGH = 0.8  # a span this near to what was wanted needs no further column
_FILLED = 0.94  # of a line, on average: words and punctuation are not broken


class Span(NamedTuple):
    """Columns side by side, `last` included, and how many characters go into them."""

    first: int
    last: int
    width: float


def main_table(blocks: Sequence[Block]) -> Table | None:
    """The table that is filtered, as Excel allows one a sheet: the longest, of equals the last."""
    tables = [block for block in blocks if isinstance(block, Table)]
    return max(reversed(tables), key=lambda table: len(table.rows), default=None)


def grid(blocks: Sequence[Block], *, is_wide: bool) -> list[float]:
    """The widths of a sheet's columns in characters; together they fill a page's width.

    They are the main table's; a table with more columns adds its further ones.
    """
    main = main_table(blocks)
    page = _PAGE_PIXELS[is_wide] / _DIGIT
    widths = widths_of(main, _room(page, len(main.head))) if main else [1.0] * _PLAIN
    for block in blocks:
        if isinstance(block, Table):
            widths += widths_of(block, page)[len(widths) :]
    if len(widths) == 1:
        widths *= 2  # a label and its value need a cell each
    room = _room(page, len(widths))
    return [width * room / sum(widths) for width in widths]


def _room(page: float, columns: int) -> float:
    return max(page / 2, page - columns * _PADDING / _DIGIT)


def widths_of(table: Table, room: float) -> list[float]:
    """The widths of the table's columns, which together take `room`."""
    if table.widths:
        return [width * room / sum(table.widths) for width in table.widths]
    columns = table.columns
    needs = [max(_NARROWEST, *_wide(column)) + 2.0 for column in columns]
    left = room - sum(needs)
    if left >= 0:
        return [*needs[:-1], needs[-1] + left]
    most = _most(needs, room)
    return [min(need, most) for need in needs]


def _most(needs: Sequence[float], room: float) -> float:
    """The width at which the widest columns are cut, so that the others keep theirs."""
    left, many = room, len(needs)
    for need in sorted(needs):
        if need * many > left:
            break
        left, many = left - need, many - 1
    return left / max(1, many)


def spans(widths: Sequence[float], wanted: Sequence[float]) -> list[Span]:
    """Columns side by side for each wanted width; the last one takes all that are left."""
    found: list[Span] = []
    at = 0
    for number, want in enumerate(wanted, start=1):
        last = at
        keep = len(wanted) - number  # one column for each of the others
        is_last = number == len(wanted)
        while last + 1 + keep < len(widths) and (
            is_last or sum(widths[at : last + 1]) < want * _ENOUGH
        ):
            last += 1
        found.append(Span(at, last, sum(widths[at : last + 1])))
        at = last + 1
    return found


def spans_of(table: Table, widths: Sequence[float]) -> list[Span]:
    """The columns that each of a table's own takes."""
    return spans(widths, widths_of(table, sum(widths)))


def lines(text: str, width: float) -> int:
    """How many lines `text` takes in a cell `width` characters wide."""
    room = max(1.0, width - 1)
    return sum(1 if wide <= room else ceil(wide / (room * _FILLED)) for wide in _wide([text]))


def lines_of(column: Sequence[str], width: float) -> list[int]:
    """How many lines each cell of a column takes."""
    if not "".join(column).count("\n"):
        room = max(1.0, width - 1)
        filled = room * _FILLED
        return [1 if wide <= room else ceil(wide / filled) for wide in _wide(column)]
    return [lines(text, width) for text in column]


def _wide(texts: Sequence[str]) -> list[int]:
    """Characters that each line of the texts takes in a Chinese font, where only ASCII is narrow.

    All at once, as a long table has many.
    """
    encoded = "\n".join(texts).encode("gb18030", "replace")
    return list(map(len, encoded.split(b"\n")))


def pieces(text: str, width: float, most: int) -> list[str]:
    """The text in parts that take at most `most` lines each."""
    if lines(text, width) <= most:
        return [text]
    step = max(1, int((width - 1) / 2 * _FILLED)) * most
    whole = (_fitting(part, width, most, step) for part in _groups(text.split("\n"), width, most))
    return list(chain.from_iterable(whole))


def _groups(parts: Sequence[str], width: float, most: int) -> list[str]:
    """Lines put together again as long as they fit."""
    found: list[list[str]] = [[]]
    room = most
    for part in parts:
        need = lines(part, width)
        if need > room and found[-1]:
            found.append([])
            room = most
        found[-1].append(part)
        room -= need
    return ["\n".join(group) for group in found]


def _fitting(text: str, width: float, most: int, step: int) -> list[str]:
    if lines(text, width) <= most:
        return [text]
    return [text[at : at + step] for at in range(0, len(text), step)]
