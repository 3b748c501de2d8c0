"""The pages of a paper: their size, margins and grid, what stands at their head and foot."""

from collections.abc import Iterator
from math import floor
from string import Formatter

from docx.document import Document as WordFile
from docx.section import _Footer, _Header

from centre_check.documents.tree import Document
from centre_check.render.docx.columns import text_width
from centre_check.render.docx.looks import A4, DocxLook
from centre_check.render.docx.styles import FOOTER, HEADER, IMPRINT, SMALL
from centre_check.render.docx.xml import TWIPS, Element, field, mm, paragraph, run, w
from centre_check.words import Words, mark

_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def section(look: DocxLook, *, is_wide: bool) -> Element:
    """The properties of the pages up to here, upright or lying."""
    margins = look.landscape if is_wide else look.portrait
    width, height = reversed(A4) if is_wide else A4
    size = w("pgSz", w=width, h=height)
    if is_wide:
        size = w("pgSz", w=width, h=height, orient="landscape")
    edges = w(
        "pgMar",
        top=mm(margins.top),
        right=mm(margins.right),
        bottom=mm(margins.bottom),
        left=mm(margins.left),
        header=mm(margins.head),
        footer=mm(margins.foot),
        gutter=0,
    )
    return w("sectPr", w("type", val="nextPage"), size, edges, *_grid(look))


def _grid(look: DocxLook) -> list[Element]:
    """GB/T 9704: 22 lines of 28 characters fill the text area, rounded so that all of them fit."""
    if not look.lines:
        return []
    height = A4[1] - mm(look.portrait.top) - mm(look.portrait.bottom)
    space = floor((look.pitch - look.body.size) * 4096)
    grid = {"linePitch": height // look.lines, "charSpace": space}
    return [w("docGrid", type="linesAndChars", **grid)]


def set_margins(word: WordFile, document: Document, look: DocxLook) -> None:
    """Set head and foot of every page; later sections take over those of the first."""
    first = word.sections[0]
    _set(first.header, [paragraph(document.stamp, HEADER)])
    _set(first.footer, [*_numbers(document, look, "right"), *_imprint(document, look)])
    if look.is_letter:
        _set(first.even_page_header, [paragraph(document.stamp, HEADER)])
        _set(first.even_page_footer, [*_numbers(document, look, "left"), *_imprint(document, look)])


def _set(place: _Header | _Footer, paragraphs: list[Element]) -> None:
    place.is_linked_to_previous = False
    element = place.part.element
    for child in list(element):
        element.remove(child)
    element.extend(paragraphs)


def _numbers(document: Document, look: DocxLook, side: str) -> Iterator[Element]:
    """A letter's number stands at the outer edge, one character in, between dashes."""
    if look.is_letter:
        one_in = {f"{side}Chars": 100, side: round(look.page.size * TWIPS)}
        runs = [run("— "), field("PAGE"), run(" —")]
        yield paragraph(runs, FOOTER, w("jc", val=side), w("ind", **one_in))
        return
    message = Words(document.lang)(mark("page {page} of {pages}"))
    parts: list[Element] = []
    for text, name, _, _ in Formatter().parse(message):
        parts += [run(text)] if text else []
        parts += [field(_FIELDS[name])] if name else []
    yield paragraph(parts, FOOTER)


def _imprint(document: Document, look: DocxLook) -> Iterator[Element]:
    """What the document rests on, each part whole on its line where it fits."""
    lines: list[str] = []
    for part in document.imprint:
        longer = f"{lines[-1]} · {part}" if lines else part
        if lines and text_width(longer, SMALL) <= look.width(is_wide=False):
            lines[-1] = longer
        else:
            lines.append(part)
    for line in lines:
        yield paragraph(line, IMPRINT)
