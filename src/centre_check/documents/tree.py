"""The document tree: blocks that every format can draw."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from centre_check.model.outcomes import Outcome, Verdict

Tone = Outcome | Verdict | None  # what a colour may stress; the words alone say it already


class Heading(NamedTuple):
    """A heading; `badge` stands at the far end of its line."""

    text: str
    badge: str = ""
    tone: Tone = None


class Paragraph(NamedTuple):
    """A paragraph of running text; `lead`, its numeral, stands out before it.

    A small one is a note below a table, not indented.
    """

    text: str
    lead: str = ""
    is_small: bool = False


class Salutation(NamedTuple):
    """Whom a letter addresses: a line of its own, not indented."""

    text: str


class ListEntry(NamedTuple):
    """One item of a list: a title with a mark, and lines that belong to it."""

    mark: str
    title: str
    lines: tuple[str, ...]
    tone: Tone = None


class Entries(NamedTuple):
    """A list of items."""

    items: tuple[ListEntry, ...]


class Lead(NamedTuple):
    """A line across a table: what its rows are about, and the sentence that asks for it.

    Of the quotation `before` + `strong` + `after`, the strong words decide.
    """

    title: str
    note: str = ""
    before: str = ""
    strong: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The whole line where nothing can stand out."""
        quote = self.before + self.strong + self.after
        quoted = f"“{quote}”" if quote else ""
        return "　".join(part for part in (self.title, self.note + quoted) if part)


class TableRow(NamedTuple):
    """One row of a table; an empty cell is room to write in by hand.

    `lead` stands above it, beside its first cell, and `below` under it; a row without cells is its
    lead only, across the whole table.
    """

    cells: tuple[str, ...]
    tone: Tone = None
    lead: Lead | None = None
    below: str = ""


class Table(NamedTuple):
    """A table.

    `widths` are the columns' parts of the whole width; without them each column is as wide as its
    cells and the last one takes the room that is left. `numbers` are the columns, from 0, that hold
    numbers to be ordered and summed; a code of digits is none. A table may have no head.
    """

    head: tuple[str, ...]
    rows: tuple[TableRow, ...]
    widths: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()

    @property
    def columns(self) -> list[tuple[str, ...]]:
        """What stands in each column, the head first if there is one."""
        heads = [self.head] if self.head else []
        return list(zip(*heads, *(row.cells for row in self.rows if row.cells), strict=True))


class Pair(NamedTuple):
    """A label and what belongs to it; an empty value is room to write in by hand."""

    label: str
    value: str


class KeyValues(NamedTuple):
    """Labels with their values, two pairs a line where there is room; a slip has one line."""

    pairs: tuple[Pair, ...]
    is_slip: bool = False


class Bar(NamedTuple):
    """One bar of a figure: what it counts and how many."""

    label: str
    value: int
    tone: Tone = None


class Figure(NamedTuple):
    """Counts as bars, each with its label and its number beside it."""

    title: str
    bars: tuple[Bar, ...]


class Writing(NamedTuple):
    """Room for handwriting: a label and as many empty lines."""

    label: str
    lines: int


class Signatures(NamedTuple):
    """Who signs: each label with room for a name, two a line where there is room.

    `date` stands in the room of each, for the day to be filled in.
    """

    labels: tuple[str, ...]
    date: str = ""


class Closing(NamedTuple):
    """The end of a letter, at the right: who issues it, and the date."""

    lines: tuple[str, ...]


Block = (
    Heading
    | Paragraph
    | Salutation
    | Entries
    | Table
    | KeyValues
    | Figure
    | Writing
    | Signatures
    | Closing
)


class Section(NamedTuple):
    """A part of a document under a title of its own; a wide one has tables that need more width.

    One that is apart begins a page.
    """

    title: str
    blocks: tuple[Block, ...]
    is_wide: bool = False
    is_apart: bool = False


class Genre(StrEnum):
    """What sort of paper a document is: how it is set follows from that."""

    REPORT = "report"  # read on paper or screen
    FORM = "form"  # filled in by hand: dense, with a frame around everything
    LETTER = "letter"  # goes from office to office: set by GB/T 9704


class ToneName(NamedTuple):
    """What a tone is called in a document whose tones are no outcomes."""

    tone: Tone
    name: str


class Document(NamedTuple):
    """A document: a title and its blocks in order.

    `title_parts` are the title's parts within which no line of it should end, if they are told.
    `imprint` says at every page's foot on what the document rests; `stamp` stands at its head where
    it must not leave the office; `day` is the date that goes into a file's properties; `tones` are
    what its tones are called where they are no outcomes.
    """

    title: str
    blocks: tuple[Block | Section, ...]
    genre: Genre = Genre.REPORT
    subtitle: str = ""
    imprint: tuple[str, ...] = ()
    stamp: str = ""
    lang: str = "zh"
    day: date | None = None
    title_parts: tuple[str, ...] = ()
    tones: tuple[ToneName, ...] = ()


def mapped(node: Any, say: Callable[[str], str]) -> Any:
    """The same part of the tree with every text said anew; what is no text stays as it is."""
    if type(node) is str:
        return say(node)
    if not isinstance(node, tuple):
        return node
    parts = [mapped(part, say) for part in node]
    return type(node)(*parts) if hasattr(node, "_fields") else tuple(parts)
