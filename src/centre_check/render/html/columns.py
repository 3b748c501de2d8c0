"""How wide the columns of a page are: measured by what stands in them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from centre_check.documents.tree import Pair, Table
from centre_check.words.width import screen_width

_SHORT = 14  # half-width characters that are never broken: a clause's number, an outcome
_SHORT_HEAD = 8
_MEASURED = 20  # a column as wide as this is long; how long does not matter
_ROOMY = 12  # a column as wide as this can still be read
_PADDING = 3
_FONT = 0.92  # of a table, in ems of its box
_HALF_LINE = 34  # half-width characters of a value that fits beside another pair


class ColumnWidths(NamedTuple):
    """The columns of one table.

    For each the class of its head ("room": the column is empty, to be written in by hand), and
    whether its cells stay on one line; for all of them the CSS that gives them their room.
    """

    heads: list[str]
    short: list[bool]
    style: str


def columns(table: Table, name: str) -> ColumnWidths:
    """The columns of the table with the id `name`.

    It is no narrower than can be read. Where its box has less room each row is a card, its cells
    one below the other; a browser that cannot ask for the room lets the box scroll.
    """
    widths = _measured(table)
    needs = (width if width <= _SHORT else _ROOMY for width in widths)
    room = sum(need + _PADDING for need in needs) / 2  # in em: full widths
    rules = [f"#{name} {{ min-width: {room}em; }}\n"]
    whole = sum(table.widths)
    for at, part in enumerate(table.widths, start=1):
        rules.append(f"#{name} col:nth-child({at}) {{ width: {100 * part / whole:.2f}%; }}\n")
    rules.append(_cards(name, table.head, widths, room * _FONT))
    return ColumnWidths(_heads(table), [width <= _SHORT for width in widths], "".join(rules))


def _cards(name: str, head: Sequence[str], widths: Sequence[int], room: float) -> str:
    """What makes a card of each row in a box narrower than `room` em; long cells cross it."""
    labels = (
        f"#{name} td:nth-child({at})::before {{ content: {_string(text)}; }}\n"
        + (f"#{name} td:nth-child({at}) {{ grid-column: 1 / -1; }}\n" if wide > _MEASURED else "")
        for at, (text, wide) in enumerate(zip(head, widths, strict=False), start=1)
    )
    return (
        f"@media screen {{ @container (max-width: {room:.1f}em) {{\n"
        f"#{name}, #{name} :is(tbody, tr, td, .group th) {{ display: block; min-width: 0; }}\n"
        f"#{name} thead, #{name} td:empty {{ display: none; }}\n"
        f"#{name} tr:not(.group) {{ display: grid; margin-bottom: .8rem; "
        "border: 1px solid var(--line); "
        "grid-template-columns: repeat(auto-fill, minmax(9em, 1fr)); }\n"
        f"#{name} td {{ border: 0; }}\n"
        f"#{name} td::before {{ display: block; color: var(--soft); font-size: .85em; }}\n"
        f"{''.join(labels)}}} }}\n"
    )


def _string(text: str) -> str:
    """A text as a string of CSS; whatever is neither letter nor digit by its code point."""
    return '"' + "".join(one if one.isalnum() else f"\\{ord(one):x} " for one in text) + '"'


def _heads(table: Table) -> list[str]:
    is_empty = [not any(column[1:]) for column in table.columns] if table.head else []
    return [
        "room" if empty else "short" if _width(text) <= _SHORT_HEAD else ""
        for text, empty in zip(table.head, is_empty, strict=True)
    ]


def _measured(table: Table) -> list[int]:
    """The widest cell of each column, in half-width characters, as far as is measured."""
    return [_widest(column) for column in table.columns]


def _widest(column: Sequence[str]) -> int:
    widest = 0
    for text in column:
        if widest > _MEASURED:
            break
        widest = max(widest, _width(text))
    return widest


def _width(text: str) -> int:
    return max(screen_width(line[: _MEASURED + 1]) for line in text.split("\n"))


def is_whole_line(pairs: Sequence[Pair]) -> Iterator[bool]:
    """For each pair whether it takes a line of its own: it is long, or nothing stands beside it."""
    is_long = [
        screen_width(pair.value[:_HALF_LINE]) >= _HALF_LINE or "\n" in pair.value for pair in pairs
    ]
    is_second = False
    for at, long in enumerate(is_long):
        is_alone = not is_second and (at + 1 == len(pairs) or is_long[at + 1])
        is_second = not (is_second or long or is_alone)
        yield long or is_alone
