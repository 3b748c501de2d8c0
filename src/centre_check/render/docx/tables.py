"""Draw a table of data: its head repeated on every page, its rows kept whole."""

from collections.abc import Iterator

from centre_check.documents.tree import Lead, Table, TableRow
from centre_check.render.docx.columns import column_widths, text_lines
from centre_check.render.docx.grid import GridLines, cell, row, table
from centre_check.render.docx.looks import HEI, twips
from centre_check.render.docx.room import Room
from centre_check.render.docx.styles import CELL, CELL_HEAD
from centre_check.render.docx.xml import Element, mm, paragraph, run, w
from centre_check.words.width import screen_width

_SHORT = 10  # columns of a screen; what is not longer stands in the middle of a narrow cell
_NARROW = mm(32)
_QUOTED = 9  # points of a quotation
_WHOLE = 24  # lines; a longer row may be split, as it might be higher than a page


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
            cell(text, width, style=CELL_HEAD)
            for text, width in zip(block.head, widths, strict=False)
        ),
        height=twips(letters.line * 1.5),
        is_head=True,
        is_whole=_highest(block.head, widths, room) <= _WHOLE,
    )
    rows = [one for row in block.rows for one in _rows(row, widths, aligns, room)]
    return table(widths, [head, *rows] if block.head else rows, GridLines(outer=room.look.frame))


def _rows(block: TableRow, widths: list[int], aligns: list[str], room: Room) -> Iterator[Element]:
    """The row, under the line that says what it is about and above the one to be filled in."""
    if not block.cells:
        if block.lead:
            yield row(cell([_lead(block.lead)], sum(widths), columns=len(widths)))
        return
    texts, rest = block.cells, sum(widths[1:])
    others = len(widths) - 1
    is_several = block.lead is not None or bool(block.below)
    if block.lead is not None:
        yield row(
            cell(texts[0], widths[0], align="center", merge="restart"),
            cell([_lead(block.lead)], rest, columns=others),
        )
    cells = zip(texts, widths, aligns, strict=True)
    merge = ("continue" if block.lead else "restart") if is_several else ""
    yield row(
        *(
            cell(
                "" if at == 0 and merge == "continue" else text,
                width,
                align=align,
                merge=merge if at == 0 else "",
            )
            for at, (text, width, align) in enumerate(cells)
        ),
        height=mm(room.look.writing) if "" in texts else twips(room.look.table.line * 1.3),
        is_whole=_highest(texts, widths, room) <= _WHOLE,
    )
    if block.below:
        below = cell(block.below, rest, columns=others)
        yield row(cell("", widths[0], merge="continue"), below, height=mm(room.look.writing))


def _lead(lead: Lead) -> Element:
    """The title, its place, and the sentence with the words that decide in heavy type."""
    runs = [run(lead.title, font=HEI), run("\u3000" + lead.note, size=_QUOTED)]
    if lead.before or lead.strong:
        runs.append(run("“" + lead.before, size=_QUOTED))
        runs += [run(lead.strong, font=HEI, size=_QUOTED)] if lead.strong else []
        runs.append(run(lead.after + "”", size=_QUOTED))
    return paragraph(runs, CELL, w("keepNext"))


def _highest(texts: tuple[str, ...], widths: list[int], room: Room) -> int:
    pairs = zip(texts, widths, strict=False)
    return max((text_lines(text, width, room.look.table) for text, width in pairs), default=0)


def _short(block: Table) -> Iterator[bool]:
    cells = [one.cells for one in block.rows if one.cells]
    for column in zip(*cells, strict=True):
        yield not column[0].startswith("□") and max(map(screen_width, column)) <= _SHORT
    if not cells:
        yield from (True for _ in block.head)
