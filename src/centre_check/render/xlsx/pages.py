"""Divide a document into the sheets of a workbook: one a section, one for what stands between."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from centre_check.documents.tree import Block, Document, Heading, Section
from centre_check.render.visible import visible_text
from centre_check.render.xlsx.names import LONGEST, Names
from centre_check.words import Words, mark
from centre_check.words.width import screen_width


class Page(NamedTuple):
    """One sheet: `title` stands at its head and may be empty."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    is_wide: bool = False
    subtitle: str = ""


def pages(document: Document) -> list[Page]:
    """The sheets in order, each under a name of its own; the first one bears the title."""
    first, *others = _unnamed(document, Words(document.lang))
    names = Names()
    titled = [
        first._replace(title=document.title, subtitle=document.subtitle, blocks=_headed(first)),
        *others,
    ]
    return [page._replace(name=names.take(page.name)) for page in titled]


def _headed(first: Page) -> tuple[Block, ...]:
    return (Heading(first.title), *first.blocks) if first.title else first.blocks


def _unnamed(document: Document, words: Words) -> Iterator[Page]:
    if not document.blocks:
        yield Page(_first_name(document, words), "", ())
    parts = groupby(document.blocks, lambda block: isinstance(block, Section))
    for at, (_, group) in enumerate(parts):
        blocks: list[Block] = []
        for block in group:
            if isinstance(block, Section):
                yield Page(block.title, block.title, block.blocks, block.is_wide)
            else:
                blocks.append(block)
        if blocks:
            name = _first_name(document, words) if at == 0 else _name(blocks, words)
            yield Page(name, "", tuple(blocks))


def _first_name(document: Document, words: Words) -> str:
    """The title where it is all there is; what stands before sections sums them up."""
    title = visible_text(document.title)
    is_alone = not any(isinstance(block, Section) for block in document.blocks)
    is_name = is_alone and 0 < screen_width(title) <= LONGEST
    return title if is_name else words(mark("Summary"))


def _name(blocks: list[Block], words: Words) -> str:
    """What stands after a section is called by its first heading."""
    titles = (block.text for block in blocks if isinstance(block, Heading))
    return next(titles, words(mark("Continued")))
