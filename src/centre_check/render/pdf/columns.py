"""How wide the columns of a table are, in points, and which pairs share a line."""

import re
from collections.abc import Sequence
from unicodedata import east_asian_width

from centre_check.documents.tree import Pair, Table

# In ems.
_ID = re.compile(r"(?:[×√？○－] )?[A-Z]{1,4}(?:-[A-Z0-9.]{1,6}){1,3}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LEAST = 1
_LETTER = 0.62  # a Latin letter or a digit, all in all
_WORD = 4  # what a column head's words have unbroken: four ideographs
_SHORT = 4  # a word like 不符合, or a number
_LABEL = 10  # what a label has at most before it is wrapped


def column_widths(table: Table, width: float, em: float, inset: float) -> list[float]:
    """The columns of a table `width` wide, set in letters of `em` with `inset` on either side."""
    columns = table.columns
    beside = 2 * inset + 1
    if table.widths:
        floors = [max(_floor(column, em), _LEAST * em) + beside for column in columns]
        return _parts(table.widths, floors, width)
    wanted = [max(em, *(set_width(cell, em) for cell in column)) + beside for column in columns]
    return _shared(wanted, width)


def centred_columns(table: Table) -> list[bool]:
    """Which columns hold nothing but words so short that they stand best in the middle.

    Never the last one: it may be much wider than its words.
    """
    *columns, _ = table.columns or [()]
    return [
        *(
            not column[-1].startswith("□") and max(set_width(cell, 1) for cell in column) <= _SHORT
            for column in columns
        ),
        False,
    ]


def _floor(column: Sequence[str], em: float) -> float:
    """What a column cannot do without: its head's first words, an id that is never broken."""
    ids = [text for cell in column[1:] for text in cell.split("\n") if _ID.fullmatch(text)]
    return max([min(set_width(column[0], em), _WORD * em), *(set_width(one, em) for one in ids)])


def set_width(text: str, em: float) -> float:
    """How wide the widest line of a text is, set in letters of `em`: rather too much."""
    if text.isascii() and "\n" not in text:
        return len(text) * _LETTER * em
    return max((sum(map(_width, line)) for line in text.split("\n")), default=0) * em


def _width(char: str) -> float:
    return 1 if east_asian_width(char) in "WFA" else _LETTER


def _parts(parts: Sequence[int], floors: Sequence[float], width: float) -> list[float]:
    """The parts of `width`; one that is below its floor gets that much, the others the rest."""
    low = {at for at, part in enumerate(parts) if width * part / sum(parts) < floors[at]}
    rest = width - sum(floors[at] for at in low)
    shared = sum(part for at, part in enumerate(parts) if at not in low)
    if not shared or rest <= 0:
        return [width * part / sum(parts) for part in parts]
    return [floors[at] if at in low else rest * part / shared for at, part in enumerate(parts)]


def _shared(wanted: Sequence[float], width: float) -> list[float]:
    """What each gets of `width`: what it wants where that is its fair part at most.

    The last column takes what is left when all have enough.
    """
    given = dict.fromkeys(range(len(wanted)), 0.0)
    left, waiting = width, sorted(given, key=wanted.__getitem__)
    for at, one in enumerate(waiting):
        given[one] = min(wanted[one], left / (len(waiting) - at))
        left -= given[one]
    given[len(wanted) - 1] += left
    return list(given.values())


def label_width(pairs: Sequence[Pair], em: float, inset: float) -> float:
    """The width that the labels of the pairs need."""
    widest = max((set_width(pair.label, em) for pair in pairs), default=0)
    return min(_LABEL * em, max(em, widest)) + 2 * inset + 1


def paired(pairs: Sequence[Pair], room: float, em: float) -> list[tuple[Pair, ...]]:
    """The pairs line by line: two where both values fit into `room` on one line each."""
    lines: list[tuple[Pair, ...]] = []
    waiting: tuple[Pair, ...] = ()
    for pair in pairs:
        is_short = set_width(pair.value, em) <= room
        if waiting and not is_short:
            lines.append(waiting)
            waiting = ()
        waiting += (pair,)
        if not is_short or len(waiting) == 2:
            lines.append(waiting)
            waiting = ()
    return [*lines, waiting] if waiting else lines
