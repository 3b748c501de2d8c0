"""The document tree: blocks that every format can draw."""

from dataclasses import dataclass

from centre_check.model.findings import Outcome, Verdict

Tone = Outcome | Verdict | None  # what a colour may stress; the words alone say it already


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `badge` stands at the far end of its line."""

    text: str
    badge: str = ""
    tone: Tone = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a list: a title with a mark, and lines that belong to it."""

    mark: str
    title: str
    lines: tuple[str, ...]
    tone: Tone = None


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of items."""

    items: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table."""

    cells: tuple[str, ...]
    tone: Tone = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the last column takes the room that is left."""

    head: tuple[str, ...]
    rows: tuple[TableRow, ...]


Block = Heading | Paragraph | Entries | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A document: a title and its blocks in order."""

    title: str
    blocks: tuple[Block, ...]
