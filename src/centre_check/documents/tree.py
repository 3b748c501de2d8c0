"""The document tree: blocks that every format can draw."""

from typing import NamedTuple

from centre_check.model.outcomes import Outcome, Verdict

Tone = Outcome | Verdict | None  # what a colour may stress; the words alone say it already


class Heading(NamedTuple):
    """A heading; `badge` stands at the far end of its line."""

    text: str
    badge: str = ""
    tone: Tone = None


class Paragraph(NamedTuple):
    """A paragraph of running text."""

    text: str


class Entry(NamedTuple):
    """One item of a list: a title with a mark, and lines that belong to it."""

    mark: str
    title: str
    lines: tuple[str, ...]
    tone: Tone = None


class Entries(NamedTuple):
    """A list of items."""

    items: tuple[Entry, ...]


class TableRow(NamedTuple):
    """One row of a table."""

    cells: tuple[str, ...]
    tone: Tone = None


class Table(NamedTuple):
    """A table; the last column takes the room that is left."""

    head: tuple[str, ...]
    rows: tuple[TableRow, ...]


Block = Heading | Paragraph | Entries | Table


class Document(NamedTuple):
    """A document: a title and its blocks in order."""

    title: str
    blocks: tuple[Block, ...]
