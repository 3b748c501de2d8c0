"""Attach comments to the cells of one sheet: their texts, their boxes, and the links to both."""

from collections.abc import Mapping

from centre_check.render.annotate.cells import place_of
from centre_check.render.annotate.comments import Comments
from centre_check.render.annotate.element import Element
from centre_check.render.annotate.parts import Parts
from centre_check.render.annotate.shapes import Box, new_drawing, with_boxes
from centre_check.render.annotate.xml import attribute, child, linked, parsed, put_before
from centre_check.render.annotate.xml import namespace as namespace_of
from centre_check.render.annotate.xml import written as as_bytes

_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER_DRAWING = frozenset(
    {
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "AlternateContent",  # wraps controls and embedded objects
        "webPublishItems",
        "tableParts",
        "extLst",
    }
)


def attach(parts: Parts, path: str, sheet: Element, notes: Mapping[str, str]) -> list[str]:
    """Say each note at its cell of the sheet at `path`; the cells where it cannot be shown.

    A cell with a conversation keeps it: Excel shows nothing else there. `sheet` is the sheet's
    XML, to which the link to the boxes is added.
    """
    known = {one.kind: one.path for one in parts.relations(path) if parts.has(one.path)}
    talks = _conversations(parts, known.get("threadedComment", ""))
    wanted = {ref: text for ref, text in notes.items() if ref not in talks}
    unsaid = [ref for ref in notes if ref in talks]
    if not wanted:
        return unsaid
    where = known.get("comments", "")
    comments = Comments(parts.root(where) if where else _no_comments(sheet))
    boxes = [box for ref, text in wanted.items() if (box := _box(ref, text))]
    fresh = [box for box, ref in zip(boxes, wanted, strict=True) if ref not in comments.refs]
    drawing = _drawing_of(parts, path, sheet)
    if drawing:
        drawn = with_boxes(parts.read(drawing), fresh)
        if drawn is None:
            return list(notes)
        parts.write(drawing, drawn)
    else:
        others = [box for ref in comments.refs if ref not in wanted and (box := _box(ref, ""))]
        _add_drawing(parts, path, sheet, new_drawing([*others, *boxes]))
    for ref, text in wanted.items():
        comments.add(ref, text)
    if not where:
        where = parts.free("xl/comments{}.xml")
        parts.declare(where, _COMMENTS)
        parts.relate(path, "comments", where)
    parts.write(where, as_bytes(comments.root))
    return unsaid


def _box(ref: str, text: str) -> Box | None:
    place = place_of(ref)
    return Box(place, text) if place else None


def _no_comments(sheet: Element) -> Element:
    empty = f'<comments xmlns="{namespace_of(sheet)}"><authors/><commentList/></comments>'
    return parsed(empty.encode(), "comments")


def _conversations(parts: Parts, path: str) -> set[str]:
    if not path:
        return set()
    return {attribute(one, "ref") for one in parts.root(path)}


def _drawing_of(parts: Parts, path: str, sheet: Element) -> str:
    """The part with the boxes that the sheet has already."""
    legacy = child(sheet, "legacyDrawing")
    if legacy is None:
        return ""
    link = attribute(legacy, "id")
    found = (one.path for one in parts.relations(path) if one.id == link)
    return next((one for one in found if parts.has(one)), "")


def _add_drawing(parts: Parts, path: str, sheet: Element, drawing: bytes) -> None:
    where = parts.free("xl/drawings/vmlDrawing{}.vml")
    parts.write(where, drawing)
    parts.declare_all("vml", _DRAWING)
    link = parts.relate(path, "vmlDrawing", where)
    old = child(sheet, "legacyDrawing")  # leads nowhere, or it would have been used
    if old is not None:
        sheet.remove(old)
    put_before(
        sheet, linked(sheet, "legacyDrawing", {}, base=parts.base, link=link), _AFTER_DRAWING
    )
