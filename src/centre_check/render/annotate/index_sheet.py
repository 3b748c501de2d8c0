"""Draw the sheet that lists every marked cell with a link to it, and what could not be kept."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from centre_check.documents.marked_cells import INDEX_WIDTHS, CellRemark, index_head, index_row
from centre_check.model.outcomes import Outcome
from centre_check.render.annotate.book import quoted_name
from centre_check.render.annotate.comments import escaped
from centre_check.render.annotate.styles import IndexLook, Styles
from centre_check.render.visible import visible_text
from centre_check.render.xlsx.columns import lines
from centre_check.words import Words

_LINKED = 3  # the column of the cell, counted from 0
MOST_LINKS = 65_000  # Excel opens no sheet with more
_LONGEST = 32_000  # characters of a cell
_LINE, _PADDING, _HIGHEST = 14.5, 5.0, 405.0  # points


class IndexSheet(NamedTuple):
    """The sheet's XML, and the ranges of it that the workbook has to name."""

    xml: bytes
    ranges: Mapping[str, str]


class _Row(NamedTuple):
    texts: Sequence[str]
    look: IndexLook
    outcome: Outcome | None = None
    goal: str = ""
    is_across: bool = False


def draw_index(
    found: Sequence[CellRemark],
    lost: Sequence[str],
    words: Words,
    styles: Styles,
    *,
    namespace: str,
    title: str,
) -> IndexSheet:
    """The index of all remarks, each with a link to its cell."""
    above = list(_above(lost, title))
    head = len(above) + 1
    rows = [*above, _Row(index_head(words), IndexLook.HEAD), *_listed(found)]
    last = f"$A${head}:$E${len(rows)}"
    xml = "".join(_sheet(rows, head, styles, namespace))
    ranges = {"_xlnm._FilterDatabase": last, "_xlnm.Print_Titles": f"${head}:${head}"}
    return IndexSheet(xml.encode(), ranges)


def _above(lost: Sequence[str], title: str) -> Iterator[_Row]:
    yield _Row((title,), IndexLook.TITLE, is_across=True)
    for text in lost:
        yield _Row((text,), IndexLook.TEXT, is_across=True)


def _listed(found: Sequence[CellRemark]) -> Iterator[_Row]:
    for at, remark in enumerate(found):
        cell = remark.cell or remark.see
        goal = f"{quoted_name(cell.sheet)}!{cell.ref}" if cell and at < MOST_LINKS else ""
        yield _Row(index_row(remark), IndexLook.CELL, remark.outcome, goal)


def _sheet(rows: Sequence[_Row], head: int, styles: Styles, namespace: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    yield f"<worksheet xmlns={quoteattr(namespace)}>"
    yield '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'
    yield '<sheetViews><sheetView showGridLines="0" workbookViewId="0">'
    yield f'<pane ySplit="{head}" topLeftCell="A{head + 1}" activePane="bottomLeft" '
    yield 'state="frozen"/></sheetView></sheetViews><cols>'
    for at, width in enumerate(INDEX_WIDTHS, start=1):
        yield f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    for number, row in enumerate(rows, start=1):
        yield from _row(row, number, styles)
    yield f'</sheetData><autoFilter ref="A{head}:E{len(rows)}"/>'
    across = [number for number, row in enumerate(rows, start=1) if row.is_across]
    yield f'<mergeCells count="{len(across)}">'
    yield from (f'<mergeCell ref="A{number}:E{number}"/>' for number in across)
    yield "</mergeCells>"
    yield from _links(rows)
    yield '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'
    yield '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
    yield "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"


def _row(row: _Row, number: int, styles: Styles) -> Iterator[str]:
    texts = [_shown(text) for text in row.texts]
    widths = (sum(INDEX_WIDTHS),) if row.is_across else INDEX_WIDTHS
    need = max(lines(text, width) for text, width in zip(texts, widths, strict=True))
    yield f'<row r="{number}" ht="{min(_HIGHEST, need * _LINE + _PADDING)}" customHeight="1">'
    for column, text in enumerate(texts):
        look = IndexLook.LINK if row.goal and column == _LINKED else row.look
        style = styles.look(look, row.outcome)
        yield f'<c r="{"ABCDE"[column]}{number}" s="{style}" t="inlineStr"><is>'
        yield f'<t xml:space="preserve">{escape(escaped(text))}</t></is></c>'
    yield "</row>"


def _links(rows: Sequence[_Row]) -> Iterator[str]:
    linked = [(number, row.goal) for number, row in enumerate(rows, start=1) if row.goal]
    if linked:
        yield "<hyperlinks>"
        for number, goal in linked:
            yield f'<hyperlink ref="{"ABCDE"[_LINKED]}{number}" location={quoteattr(goal)}/>'
        yield "</hyperlinks>"


def _shown(text: str) -> str:
    clean = visible_text(text)
    return clean if len(clean) <= _LONGEST else f"{clean[: _LONGEST // 2]}…"
