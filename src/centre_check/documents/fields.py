"""What an office's own Word file can be filled with: a document's texts and tables by name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from centre_check.documents.flat import flat
from centre_check.documents.tree import (
    Block,
    Closing,
    Document,
    Figure,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Salutation,
    Section,
    Table,
)
from centre_check.words import Words, mark


class Rows(NamedTuple):
    """A list of like things: a row of a table is repeated for each of them.

    `columns` name what each row holds, so that they are known when there are no rows.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Fields = Mapping[str, str | Rows]


def fields(document: Document, known: Sequence[Pair], words: Words) -> Fields:
    """Every value of the document by its label, every table by the title it stands under.

    `known` is what else is known of what the document is about; the document's own comes first.
    """
    found: dict[str, str | Rows] = {
        words(mark("Title of the paper")): document.title,
        words(mark("For internal use")): document.stamp,
        words(mark("Imprint")): "\n".join(document.imprint),
    }
    texts: list[str] = []
    for title, block in _titled(flat(document).blocks, words(mark("Clauses"))):
        match block:
            case Heading(text, badge) if badge:
                found[_free(text, found)] = badge
            case KeyValues(pairs):
                for label, value in pairs:
                    found[_free(label, found)] = value
            case Figure(_, bars):
                for bar in bars:
                    found[_free(bar.label, found)] = str(bar.value)
            case Table(head, rows):
                columns = tuple(_name(text) for text in head)
                found[_free(title, found)] = Rows(columns, tuple(row.cells for row in rows))
            case Paragraph(text) | Salutation(text):
                texts.append(text)
            case Closing():
                pass
    beside = {_name(label): value for label, value in known}
    return beside | found | {words(mark("Running text")): "\n".join(texts)}


def _titled(blocks: Sequence[Block | Section], title: str) -> Iterator[tuple[str, Block]]:
    """Each block with the title under which it stands."""
    for block in blocks:
        if isinstance(block, Section):
            yield from ((under, one) for under, one in _titled(block.blocks, block.title))
            continue
        if isinstance(block, Heading):
            title = block.text
        yield title, block


_NUMBERING = re.compile(r"^[一二三四五六七八九十]+、|^[IVX]+\. ")


def _name(text: str) -> str:
    """A label as the name of a placeholder: letters, digits and characters only."""
    plain = re.sub(r"\W", "", _NUMBERING.sub("", text))
    return plain if plain.isidentifier() else f"_{plain}"


def _free(text: str, taken: Mapping[str, object]) -> str:
    """The label's name; a second one of the same name is numbered."""
    name = _name(text)
    numbered = (f"{name}{n}" for n in range(2, len(taken) + 3))
    return name if name not in taken else next(one for one in numbered if one not in taken)
