"""Draw what is filled in by hand: labels with values, lines to write on, signatures."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from centre_check.documents.tree import KeyValues, Pair, Signatures, Writing
from centre_check.render.docx.columns import text_lines, text_width
from centre_check.render.docx.grid import NO_LINES, GridLines, cell, row, table
from centre_check.render.docx.looks import twips
from centre_check.render.docx.room import Room
from centre_check.render.docx.xml import Element, mm, w

_WIDEST_LABEL = 0.2  # of the whole width
_SIGNED = 14  # millimetres for a name and a day
_WHOLE = 24  # lines; a longer row may be split, as it might be higher than a page


def key_values(block: KeyValues, room: Room) -> Element:
    """Labels beside their values, two pairs a line where both are short; a slip has one line."""
    if block.is_slip:
        return _slip(block, room)
    widths = _in_four((pair.label for pair in block.pairs), room)
    rows = [_pairs(pairs, widths, room) for pairs in _side_by_side(block.pairs, widths, room)]
    return table(widths, rows, GridLines(outer=room.look.frame))


def _slip(block: KeyValues, room: Room) -> Element:
    many = len(block.pairs)
    label = max(text_width(pair.label, room.look.table) for pair in block.pairs)
    value = room.width // many - label
    widths = [label, value] * many
    cells = [cell(text, width) for text, width in zip(chain(*block.pairs), widths, strict=True)]
    return table(
        widths, [row(*cells, height=mm(room.look.writing))], GridLines(outer=room.look.frame)
    )


def _side_by_side(
    pairs: Sequence[Pair], widths: list[int], room: Room
) -> Iterator[tuple[Pair, ...]]:
    waiting: Pair | None = None
    for pair in pairs:
        is_short = text_width(pair.value, room.look.table) <= widths[1]
        if is_short and waiting is not None:
            yield waiting, pair
            waiting = None
        elif is_short:
            waiting = pair
        else:
            if waiting is not None:
                yield (waiting,)
            waiting = None
            yield (pair,)
    if waiting is not None:
        yield (waiting,)


def _pairs(pairs: tuple[Pair, ...], widths: list[int], room: Room) -> Element:
    look = room.look
    rest = sum(widths[1:])
    cells, is_whole = [], True
    for pair in pairs:
        width, columns = (widths[1], 1) if len(pairs) == 2 else (rest, 3)
        cells += [
            cell(pair.label, widths[0]),
            cell(pair.value, width, columns=columns),
        ]
        lines = (
            text_lines(pair.label, widths[0], look.table),
            text_lines(pair.value, width, look.table),
        )
        is_whole = is_whole and max(lines) <= _WHOLE
    is_written = any(pair.value == "" for pair in pairs)
    height = mm(look.writing) if is_written else twips(look.table.line * 1.5)
    return row(*cells, height=height, is_whole=is_whole)


def writing(block: Writing, room: Room) -> Element:
    """A label over ruled lines."""
    width = room.width
    label = row(
        cell(block.label, width, upright="bottom"),
        height=twips(room.look.table.line * 1.6),
        is_whole=text_lines(block.label, width, room.look.table) <= _WHOLE,
    )
    line = mm(room.look.writing)
    ruled = [
        row(cell("", width, borders=rule), height=line, is_exact=True)
        for rule in _ruled(block.lines, room)
    ]
    sides = ("top", "left", "bottom", "right") if room.look.is_framed else ()
    return table([width], [label, *ruled], GridLines(sides, room.look.frame))


def _ruled(lines: int, room: Room) -> Iterator[list[Element]]:
    """The rule under each line; under the last one of a frame the frame itself is enough."""
    for at in range(1, lines + 1):
        yield [] if room.look.is_framed and at == lines else [_rule("dotted")]


def signatures(block: Signatures, room: Room) -> Element:
    """Labels with room for a name, two a line."""
    widths = _in_four(block.labels, room)
    is_framed = room.look.is_framed
    rows = []
    for at in range(0, len(block.labels), 2):
        cells = []
        for label in block.labels[at : at + 2]:
            cells += [
                cell(
                    label,
                    widths[0],
                    upright="center" if is_framed else "bottom",
                ),
                cell(
                    block.date,
                    widths[1],
                    align="right" if block.date else "",
                    upright="bottom",
                    borders=[] if is_framed or block.date else [_rule("single")],
                ),
            ]
        if len(cells) == 2:
            cells.append(cell("", sum(widths[2:]), columns=2))
        rows.append(row(*cells, height=mm(_SIGNED if block.date else room.look.writing + 2)))
    has_lines = is_framed or bool(block.date)
    return table(widths, rows, GridLines(outer=room.look.frame) if has_lines else NO_LINES)


def _rule(kind: str) -> Element:
    return w("bottom", val=kind, sz=4, space=0, color="auto")


def _in_four(labels: Iterable[str], room: Room) -> list[int]:
    """Label, value, label, value."""
    wanted = max((text_width(label, room.look.table) for label in labels), default=0)
    label = min(wanted, int(room.width * _WIDEST_LABEL))
    value = room.width // 2 - label
    return [label, value, label, room.width - 2 * label - value]
