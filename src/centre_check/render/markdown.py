"""Draw a document as Markdown with GitHub's tables; every text of it is escaped."""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from centre_check.documents.flat import flat
from centre_check.documents.tree import (
    Block,
    Closing,
    Document,
    Entries,
    Figure,
    Heading,
    KeyValues,
    ListEntry,
    Pair,
    Paragraph,
    Salutation,
    Section,
    Signatures,
    Table,
    Writing,
)
from centre_check.render.visible import visible

# What is markup wherever it stands: in CommonMark, in GitHub's dialect, and where that makes links
# of addresses and pictures of :words:.
_MARKUP = re.compile(
    r"[\\`*_\[\]<>&|~$@#{}^]|:(?=//|[\w+-]+:)|(?<=www)\.", re.ASCII | re.IGNORECASE
)
# What is markup at the head of a line: a list, a quotation, a line under a heading.
_AT_HEAD = re.compile(r"^(\d{0,9})([-+=.)])")
_BREAK = "\\\n"
_RULE = r"\_" * 20  # a line to write on


def render(document: Document) -> bytes:
    """The document as Markdown in UTF-8, a blank line between two blocks."""
    return ("\n\n".join(_parts(flat(visible(document)))) + "\n").encode()


def _parts(document: Document) -> Iterator[str]:
    if document.stamp:
        yield f"**{_line(document.stamp)}**"
    yield f"# {_line(document.title)}"
    if document.subtitle:
        yield _text(document.subtitle)
    yield from _blocks(document.blocks, "##")
    if document.imprint:
        yield "---"
        yield _BREAK.join(_line(text) for text in document.imprint)


def _blocks(blocks: Sequence[Block | Section], level: str) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Section):
            yield f"{level} {_line(block.title)}"
            yield from _blocks(block.blocks, f"{level}#")
        else:
            yield _drawn(block, level)


def _drawn(block: Block, level: str) -> str:
    match block:
        case Heading(text, badge):
            return f"{level} {_line(text)}" + (f" — {_line(badge)}" if badge else "")
        case Paragraph(text=text) | Salutation(text):
            return _text(text)
        case Entries(items):
            return "\n".join(_entry(item) for item in items)
        case Table():
            return _table(block)
        case KeyValues(pairs):
            return "\n".join(_pair(pair) for pair in pairs)
        case Figure(title, bars):
            counts = [_pair(Pair(bar.label, str(bar.value))) for bar in bars]
            return "\n".join([_line(title), "", *counts])
        case Writing(label, lines):
            return _BREAK.join([_line(label), *[_RULE * 3] * lines])
        case Signatures(labels=labels):
            return "\n".join(_pair(Pair(label, "")) for label in labels)
        case Closing(lines):
            return _BREAK.join(_line(text) for text in lines)
        case _ as never:
            assert_never(never)


def _entry(item: ListEntry) -> str:
    texts = (f"{item.mark} {item.title}", *item.lines)
    return "- " + f"{_BREAK}  ".join(_text(text, indent="  ") for text in texts)


def _pair(pair: Pair) -> str:
    label = _line(pair.label.strip())  # blanks of any kind at its ends would undo the stress
    value = _text(pair.value, indent="  ") or _RULE
    return f"- **{label}** {value}" if label else f"- {value}"


def _table(table: Table) -> str:
    head, *rows = (
        f"| {' | '.join(_text(cell, end='<br>') for cell in cells)} |"
        for cells in (table.head, *(row.cells for row in table.rows))
    )
    return "\n".join((head, "|" + " --- |" * len(table.head), *rows))


def _text(text: str, *, end: str = _BREAK, indent: str = "") -> str:
    """The text escaped; where it breaks lines there is a break, and `indent` before the next."""
    return f"{end}{indent}".join(filter(None, map(_line, text.split("\n"))))


def _line(text: str) -> str:
    """The text on one line, in which nothing is markup, at its head neither."""
    escaped = _MARKUP.sub(r"\\\g<0>", text.replace("\n", " ").strip(" "))
    return _AT_HEAD.sub(r"\1\\\2", escaped)
