"""Draw what a document holds in rows as CSV: one block after another, each under its title.

Tables, labels with values, figures and lists; running text and room for handwriting stay out. UTF-8
with a byte order mark and CRLF, as Excel and WPS want it.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from centre_check.documents.flat import flat
from centre_check.documents.tree import (
    Block,
    Document,
    Entries,
    Figure,
    Heading,
    KeyValues,
    Section,
    Table,
)
from centre_check.render.visible import visible
from centre_check.words import Words, mark
from centre_check.workbook.own_papers import PROGRAM

_LONGEST = 32_767  # what a cell of Excel holds, in units of UTF-16
# What a spreadsheet takes for a formula, also behind quotation marks or blanks; Chinese Excel takes
# the full-width signs too.
_FORMULA = re.compile(r"""[\s"'“”‘’＂＇`]*[=+\-@＝＋－＠]""")
_Rows = Iterator[Sequence[str]]


def render(document: Document) -> bytes:
    """The blocks of the document that are rows, blank lines between them, our mark at the end."""
    words = Words(document.lang)
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    shown = flat(visible(document))
    for at, (title, rows) in enumerate(_titled(shown.title, shown.blocks)):
        if at:
            target.write("\r\n")
        writer.writerow([cell_text(title, words)])
        writer.writerows([cell_text(text, words) for text in row] for row in rows)
    target.write("\r\n")
    writer.writerow([words(mark("made by {program}"), program=PROGRAM)])
    return target.getvalue().encode("utf-8-sig")


def _titled(title: str, blocks: Sequence[Block | Section]) -> Iterator[tuple[str, _Rows]]:
    """Every block of rows under the nearest heading above it."""
    for block in blocks:
        if isinstance(block, Section):
            yield from _titled(block.title or title, block.blocks)
        elif isinstance(block, Heading):
            title = block.text
        elif isinstance(block, Figure):
            yield block.title, _rows(block)
        elif isinstance(block, Table | KeyValues | Entries):
            yield title, _rows(block)


def _rows(block: Table | KeyValues | Entries | Figure) -> _Rows:
    match block:
        case Table(head, rows):
            yield head
            yield from (row.cells for row in rows)
        case KeyValues(pairs):
            yield from pairs
        case Entries(items):
            yield from ((item.mark, item.title, *item.lines) for item in items)
        case Figure(_, bars):
            yield from ((bar.label, str(bar.value)) for bar in bars)


def cell_text(text: str, words: Words) -> str:
    """The text as a cell that is no formula and that a spreadsheet holds whole."""
    shown = f"'{text}" if _FORMULA.match(text) else text
    if len(shown) * 2 <= _LONGEST or _units(shown) <= _LONGEST:
        return shown
    note = words(mark(" … cut here: the whole text has {n} characters"), n=len(text))
    room = _LONGEST - _units(note)
    kept = shown.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
    return kept + note


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
