"""A document as plain data for the typst page: texts made legible, columns measured."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from centre_check.documents.tree import Block, Document, KeyValues, Section, Table, mapped
from centre_check.render.pdf.columns import (
    centred_columns,
    column_widths,
    label_width,
    paired,
    set_width,
)
from centre_check.render.pdf.glyphs import legible
from centre_check.render.pdf.paper import PAPERS, PdfPaper
from centre_check.render.pdf.runs import in_runs
from centre_check.render.title import title_lines
from centre_check.render.visible import visible
from centre_check.words import Words, mark

Plain = dict[str, Any]  # what JSON can say
_LONGEST_NAME = 300  # characters of a file's title; PDF/A takes 32,767 bytes
_NAMELESS = "centre-check"  # PDF/UA wants a title in every file
_SPARE = 1  # half-width characters of a title's line
_LETTER = 0.65  # ems that a Latin letter takes at most, but for W and its like


def content(document: Document, fonts: Iterable[Path]) -> Plain:
    """The document as data that JSON can say.

    Every block is its fields and its `kind`; a text is a string, or a list of runs.
    """
    paper = PAPERS[document.genre]
    page = Words(document.lang)(mark("Page {n} of {total}"))
    seen = visible(document)
    said = mapped(seen, legible([page, *_texts(seen)], fonts))
    width = paper.width(is_wide=False)
    room = width / paper.title * 2 - _SPARE
    return {
        "genre": said.genre,
        "lang": said.lang,
        "name": " ".join(said.title.split())[:_LONGEST_NAME] or _NAMELESS,
        "title": _plain("\n".join(title_lines(said, room)), _room(width, paper.title)),
        "subtitle": _plain(said.subtitle, _room(width, paper.body)),
        "imprint": _plain(said.imprint, _room(width, paper.small)),
        "stamp": said.stamp,
        "page": page,
        "paper": _plain(paper, 0),
        "width": width,
        "blocks": [_block(block, paper, is_wide=False) for block in said.blocks],
    }


def _texts(node: object) -> Iterator[str]:
    """Every text of a part of the tree."""
    if type(node) is str:  # an outcome or a genre is no text
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _texts(part)


def _block(block: Block | Section, paper: PdfPaper, *, is_wide: bool) -> Plain:
    match block:
        case Section(title, blocks, is_wide=lies):
            parts = [_block(one, paper, is_wide=lies) for one in blocks]
            return {
                "kind": "Section",
                "title": title,
                "is_wide": lies,
                "is_apart": block.is_apart,
                "blocks": parts,
            }
        case Table():
            return _table(block, paper, is_wide=is_wide)
        case KeyValues():
            return _key_values(block, paper, is_wide=is_wide)
    plain: Plain = _plain(block, _room(paper.width(is_wide=is_wide) - 2 * paper.body, paper.body))
    return plain


def _table(table: Table, paper: PdfPaper, *, is_wide: bool) -> Plain:
    widths = column_widths(table, paper.width(is_wide=is_wide), paper.dense, paper.inset)
    rooms = [_room(width - 2 * paper.inset, paper.dense) for width in widths]

    def cells(row: tuple[str, ...]) -> list[Any]:
        return [_plain(cell, room) for cell, room in zip(row, rooms, strict=False)]

    heads = zip(table.head, widths, strict=False)
    head = tuple(_broken(text, width - 2 * paper.inset, paper.dense) for text, width in heads)
    across = _room(sum(widths), paper.dense)
    return {
        "kind": "Table",
        "widths": widths,
        "centred": centred_columns(table),
        "head": cells(head),
        "rows": [
            {
                "cells": cells(row.cells) if row.cells else [],
                "tone": row.tone,
                "lead": _plain(row.lead, across),
                "below": _plain(row.below, across),
            }
            for row in table.rows
        ],
    }


def _broken(head: str, width: float, em: float) -> str:
    """A head that needs two lines, the second one beginning with what it has in brackets."""
    before, bracket, after = head.partition("（")
    return f"{before}\n（{after}" if before and bracket and set_width(head, em) > width else head


def _key_values(block: KeyValues, paper: PdfPaper, *, is_wide: bool) -> Plain:
    label = label_width(block.pairs, paper.dense, paper.inset)
    across = len(block.pairs) if block.is_slip else 2
    value = paper.width(is_wide=is_wide) / across - label
    room = value - 2 * paper.inset
    lines = [block.pairs] if block.is_slip else paired(block.pairs, room, paper.dense)
    return {
        "kind": "KeyValues",
        "widths": [label, value] * across,
        "lines": [
            [
                {
                    "label": _plain(pair.label, _room(label - 2 * paper.inset, paper.dense)),
                    "value": _plain(pair.value, _room(value, paper.dense)),
                }
                for pair in line
            ]
            for line in lines
        ],
    }


def _plain(node: Any, room: int) -> Any:
    """A part of the tree as JSON can say it; its texts fit into lines of `room` letters."""
    if type(node) is str:
        return in_runs(node, room)
    if not isinstance(node, tuple):
        return node
    parts = [_plain(part, room) for part in node]
    fields = getattr(node, "_fields", None)
    return (
        {"kind": type(node).__name__, **dict(zip(fields, parts, strict=True))} if fields else parts
    )


def _room(width: float, em: float) -> int:
    """How many Latin letters surely fit into `width` points."""
    return max(1, int(width / (em * _LETTER)))
