"""Mark the cells of a workbook package, sheet by sheet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from centre_check.documents.marked_cells import CellRemark, remarks, title_of
from centre_check.model.findings import Audit
from centre_check.model.outcomes import Outcome
from centre_check.render.annotate.annotated import Annotated
from centre_check.render.annotate.book import Book
from centre_check.render.annotate.cells import SheetCells
from centre_check.render.annotate.index_sheet import MOST_LINKS, draw_index
from centre_check.render.annotate.notes import attach
from centre_check.render.annotate.parts import Parts
from centre_check.render.annotate.styles import Styles
from centre_check.render.annotate.xml import namespace
from centre_check.render.annotate.xml import written as as_bytes
from centre_check.render.visible import visible_text
from centre_check.render.xlsx.names import Names
from centre_check.words import Words, mark
from centre_check.workbook.grid import Place, ref
from centre_check.workbook.masking import shown_names
from centre_check.workbook.own_papers import (
    ANNOTATED,
    PART,
    PART_LINK,
    PART_TYPE,
    OwnMark,
    marked_properties,
)

_LONGEST = 30_000  # characters of a comment


class _Mark(NamedTuple):
    """What is to be done at one cell: the worst outcome's fill, all remarks in one comment."""

    outcome: Outcome
    notes: tuple[str, ...]


def marked(source: bytes, audit: Audit, words: Words) -> Annotated:
    """The annotated copy; see `centre_check.render.annotate.annotate`."""
    parts = Parts(source)
    book = Book(parts)
    styles_path = book.styles()
    styles = Styles(parts.root(styles_path))
    found = list(_where_they_are(remarks(audit, words), book.names))
    lost: list[str] = []
    paths = book.worksheets()
    for name, said in _by_sheet(found).items():
        if name in paths:
            lost += _mark_sheet(parts, paths[name], said, name=name, styles=styles, words=words)
        else:
            lost.append(words(mark("「{sheet}」 is no sheet that can be annotated"), sheet=name))
    if len(found) > MOST_LINKS:
        lost.append(words(mark("only the first {n} entries of the list have links"), n=MOST_LINKS))
    index = draw_index(
        found, lost, words, styles, namespace=namespace(book.root), title=title_of(audit, words)
    )
    name = Names(frozenset(book.names)).take(words(mark("Annotated cells")))
    book.put_first(name, index.xml, index.ranges)
    parts.write(styles_path, as_bytes(styles.root))
    _mark_package(parts, OwnMark(ANNOTATED, audit.input.sha256, name))
    return Annotated(parts.content(), tuple(lost))


def _where_they_are(found: Iterable[CellRemark], names: Sequence[str]) -> Iterator[CellRemark]:
    """The remarks at the sheets as they are called in the workbook, which may name somebody."""
    real = dict(zip(shown_names(names), names, strict=True))
    for one in found:
        cell = one.cell
        yield (
            one
            if cell is None
            else one._replace(cell=cell._replace(sheet=real.get(cell.sheet, cell.sheet)))
        )


def _mark_package(parts: Parts, mark: OwnMark) -> None:
    """Say in a property of the package what it is a copy of."""
    before = parts.read(PART) if parts.has(PART) else b""
    parts.write(PART, marked_properties(mark, before))
    if not before:
        parts.declare(PART, PART_TYPE)
        parts.relate("", PART_LINK, PART)


def _by_sheet(found: Iterable[CellRemark]) -> Mapping[str, list[CellRemark]]:
    sheets: dict[str, list[CellRemark]] = {}
    for remark in found:
        if remark.cell is not None:
            sheets.setdefault(remark.cell.sheet, []).append(remark)
    return sheets


def _mark_sheet(
    parts: Parts, path: str, found: Sequence[CellRemark], *, name: str, styles: Styles, words: Words
) -> Iterator[str]:
    """Fill and comment the cells of one sheet; what could not be done there."""
    root = parts.root(path)
    cells = SheetCells(root)
    marks = _by_place(found, cells)
    notes: dict[str, str] = {}
    for place, one in sorted(marks.items()):
        cells.restyle(place, partial(styles.marked, outcome=one.outcome))
        notes[ref(*place)] = visible_text("\n\n".join(one.notes))[:_LONGEST]
    for address in attach(parts, path, root, notes):
        yield words(
            mark(
                "{cell} has a conversation or a drawing that takes no comment; see the list below"
            ),
            cell=f"{name}!{address}",
        )
    parts.write(path, as_bytes(root))


def _by_place(found: Sequence[CellRemark], cells: SheetCells) -> dict[Place, _Mark]:
    """What is said of each cell, of a merged range at its first one; the worst comes first."""
    marks: dict[Place, _Mark] = {}
    for remark in found:
        place = cells.anchor(remark.cell.ref) if remark.cell else None
        if place is None:
            continue
        known = marks.get(place, _Mark(remark.outcome, ()))
        if remark.note not in known.notes:
            marks[place] = known._replace(notes=(*known.notes, remark.note))
    return marks
