"""Tables of Word as such: a grid of columns, rows on it, cells that span some of its columns."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from centre_check.render.docx.styles import CELL
from centre_check.render.docx.xml import Element, paragraph, w

PADDING = 80  # twips between a cell's side and its text
_ABOVE = 30  # twips between a cell's upper or lower edge and its text
ALL = ("top", "left", "bottom", "right", "insideH", "insideV")
_MARGINS = (("top", _ABOVE), ("left", PADDING), ("bottom", _ABOVE), ("right", PADDING))
_INNER = 4  # eighths of a point


class GridLines(NamedTuple):
    """Which of a table's lines are drawn, and how strong its outer ones are."""

    drawn: tuple[str, ...] = ALL
    outer: int = 4


NO_LINES = GridLines(())


def table(widths: Sequence[int], rows: Iterable[Element], lines: GridLines) -> Element:
    """A table of fixed columns in twips; LibreOffice squashes columns without a grid."""
    borders = w(
        "tblBorders",
        *(
            w(
                side,
                val="single",
                sz=_INNER if side.startswith("inside") else lines.outer,
                space=0,
                color="auto",
            )
            for side in ALL
            if side in lines.drawn
        ),
    )
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        borders,
        w("tblLayout", type="fixed"),
        w(
            "tblCellMar",
            *(w(side, w=width, type="dxa") for side, width in _MARGINS),
        ),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, *rows)


def row(
    *cells: Element,
    height: int = 0,
    is_exact: bool = False,
    is_head: bool = False,
    is_whole: bool = True,
) -> Element:
    """A row of at least `height` twips, or exactly that; a whole one is not split over pages."""
    properties = []
    if is_whole:
        properties.append(w("cantSplit"))
    if height:
        properties.append(w("trHeight", val=height, hRule="exact" if is_exact else "atLeast"))
    if is_head:
        properties.append(w("tblHeader"))
    return w("tr", w("trPr", *properties), *cells)


def cell(
    content: str | Iterable[Element],
    width: int,
    *,
    columns: int = 1,
    style: str = CELL,
    shade: str = "",
    align: str = "",
    upright: str = "center",
    borders: Sequence[Element] = (),
    merge: str = "",
) -> Element:
    """A cell of `width` twips over `columns` of the grid, with a text or with blocks.

    `merge` "restart" begins a cell of several rows, "continue" goes on with it.
    """
    properties = [w("tcW", w=width, type="dxa")]
    if columns > 1:
        properties.append(w("gridSpan", val=columns))
    if merge:
        properties.append(w("vMerge", val=merge))
    if borders:
        properties.append(w("tcBorders", *borders))
    if shade:
        properties.append(w("shd", val=shade, color="000000", fill="FFFFFF"))
    properties.append(w("vAlign", val=upright))
    if isinstance(content, str):
        content = [paragraph(content, style, *([w("jc", val=align)] if align else []))]
    return w("tc", w("tcPr", *properties), *content)
