"""A document as the page's template takes it: headings numbered, columns measured, bars scaled."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, assert_never

from centre_check.documents.tree import (
    Block,
    Closing,
    Document,
    Entries,
    Figure,
    Genre,
    Heading,
    KeyValues,
    Paragraph,
    Salutation,
    Section,
    Signatures,
    Table,
    Writing,
)
from centre_check.render.html.columns import columns, is_whole_line

_WORTH_A_LIST = 3  # headings from which on a list of them helps a reader

Part = dict[str, object]


class HtmlPage(NamedTuple):
    """The parts of a page in order, links to its headings, and the style of its tables.

    A roomy page is wider on a wide screen, for the sake of its wide tables.
    """

    parts: list[Part]
    contents: list[Part]
    style: str
    is_roomy: bool


class _Place(NamedTuple):
    """Where a block stands: under which heading (its id), and the level of the next heading."""

    under: str
    level: int


def view(document: Document) -> HtmlPage:
    """The page of `document`."""
    return _View(document).page()


class _View:
    """Numbers headings and tables while it goes through the blocks."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._headings = 0
        self._contents: list[Part] = []
        self._styles: list[str] = []

    def page(self) -> HtmlPage:
        blocks, genre = self._document.blocks, self._document.genre
        parts = list(self._parts(blocks, _Place("title", 2)))
        is_roomy = any(isinstance(one, Section) and one.is_wide for one in blocks)
        has_contents = genre is Genre.REPORT and len(self._contents) >= _WORTH_A_LIST
        contents = self._contents if has_contents else []
        return HtmlPage(parts, contents, "".join(self._styles), is_roomy)

    def _parts(self, blocks: Sequence[Block | Section], place: _Place) -> Iterator[Part]:
        for block in blocks:
            if isinstance(block, Section):
                yield self._section(block, place)
                continue
            if isinstance(block, Heading):
                place = place._replace(under=self._next_id(block.text, place.level))
            yield {"kind": type(block).__name__, **self._fields(block, place)}

    def _section(self, section: Section, place: _Place) -> Part:
        inner = place
        if section.title:
            inner = _Place(self._next_id(section.title, place.level), place.level + 1)
        return {
            "kind": "Section",
            "id": inner.under,
            "level": place.level,
            "title": section.title,
            "is_wide": section.is_wide,
            "parts": list(self._parts(section.blocks, inner)),
        }

    def _next_id(self, text: str, level: int) -> str:
        self._headings += 1
        name = f"h{self._headings}"
        if level == 2:
            self._contents.append({"id": name, "text": text})
        return name

    def _fields(self, block: Block, place: _Place) -> Part:
        match block:
            case Heading(text, badge, tone):
                return {
                    "id": place.under,
                    "level": place.level,
                    "text": text,
                    "badge": badge,
                    "tone": tone or "",
                }
            case Table():
                return self._table(block, place)
            case Entries(items):
                return {
                    "items": [
                        {"mark": mark, "title": title, "lines": lines, "tone": tone or ""}
                        for mark, title, lines, tone in items
                    ]
                }
            case KeyValues(pairs):
                return {
                    "pairs": [
                        {"label": label, "value": value, "is_whole": is_whole}
                        for (label, value), is_whole in zip(
                            pairs, is_whole_line(pairs), strict=True
                        )
                    ]
                }
            case Figure(title, bars):
                most = max((bar.value for bar in bars), default=0) or 1
                return {
                    "title": title,
                    "bars": [
                        {
                            "label": label,
                            "value": value,
                            "tone": tone or "",
                            "length": f"{100 * value // most}%",
                        }
                        for label, value, tone in bars
                    ],
                }
            case Paragraph(text, lead, is_small):
                return {"text": text, "lead": lead, "is_small": is_small}
            case Salutation(text):
                return {"text": text}
            case Writing(label, lines):
                return {"label": label, "lines": lines}
            case Signatures(labels, date):
                return {"labels": labels, "date": date}
            case Closing(lines):
                return {"lines": lines}
            case _ as never:
                assert_never(never)

    def _table(self, table: Table, place: _Place) -> Part:
        name = f"t{len(self._styles) + 1}"
        shape = columns(table, name)
        self._styles.append(shape.style)
        return {
            "id": name,
            "under": place.under,
            "head": table.head,
            "rows": [
                {
                    "cells": row.cells,
                    "tone": row.tone or "",
                    "lead": row.lead._asdict() if row.lead else None,
                    "below": row.below,
                }
                for row in table.rows
            ],
            "columns": len(shape.short),
            "heads": shape.heads,
            "short": shape.short,
        }
