"""Make the elements of WordprocessingML: paragraphs, runs, and whatever they are made of."""

from collections.abc import Iterable
from unicodedata import east_asian_width

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from centre_check.render.visible import visible_text

Element = BaseOxmlElement
TWIPS = 20  # in a point
_KEPT = 200  # characters
# The order that the schema of a paragraph's properties asks for, as far as they are used here.
_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "tabs", "snapToGrid"),
    *("spacing", "ind", "jc", "outlineLvl", "sectPr"),
)


def w(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of Word's main namespace, `attributes` in the same."""
    element: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def mm(length: float) -> int:
    """Millimetres as twips."""
    return round(length * 1440 / 25.4)


def paragraph(content: str | Iterable[Element], style: str, *properties: Element) -> Element:
    """A paragraph in a style; a text becomes one run, its line ends become breaks.

    A long one may be split whatever its style says: LibreOffice seeks for ever where to put what
    has to stay together and is higher than a page.
    """
    runs = [run(content)] if isinstance(content, str) else list(content)
    if _length(runs) > _KEPT:
        others = [one for one in properties if one.tag not in (qn("w:keepNext"), qn("w:keepLines"))]
        properties = (*others, w("keepNext", val=0), w("keepLines", val=0))
    return w("p", paragraph_properties(w("pStyle", val=style), *properties), *runs)


def paragraph_properties(*properties: Element) -> Element:
    """The properties of a paragraph or of a style, in the schema's order."""
    return w("pPr", *sorted(properties, key=lambda one: _ORDER.index(one.tag.rpartition("}")[2])))


def kept(elements: Iterable[Element]) -> list[Element]:
    """The elements with every paragraph kept on the page of the next one, unless they are long."""
    together = list(elements)
    if _length(together) <= _KEPT:
        for element in together:
            for one in element.iter(qn("w:p")):
                one.get_or_add_pPr().get_or_add_keepNext()
    return together


def _length(elements: Iterable[Element]) -> int:
    return sum(len(part.text or "") for one in elements for part in one.iter(qn("w:t")))


def is_paragraph(element: Element, *styles: str) -> bool:
    """Whether it is a paragraph, not a table; of one of the styles if some are named."""
    if element.tag != qn("w:p"):
        return False
    return not styles or next(element.iter(qn("w:pStyle"))).get(qn("w:val")) in styles


def run(text: str, *, color: str = "", font: str = "", size: float = 0) -> Element:
    """A run of text, nothing in it taken for more than text.

    In a Chinese text `hint` sets “ ” … — and □ in the Chinese font instead of the Latin one.
    """
    is_chinese = any(east_asian_width(one) in "WF" for one in text)
    fonts = ({"hint": "eastAsia"} if is_chinese else {}) | ({"eastAsia": font} if font else {})
    properties = [w("rFonts", **fonts)] if fonts else []
    if color:
        properties.append(w("color", val=color))
    if size:
        properties += [w("sz", val=round(size * 2)), w("szCs", val=round(size * 2))]
    made = w("r", *([w("rPr", *properties)] if properties else []))
    for at, line in enumerate(visible_text(text).replace("\t", " ").split("\n")):
        if at:
            made.append(w("br"))
        part = w("t")
        part.text = line
        part.set(qn("xml:space"), "preserve")
        made.append(part)
    return made


def field(name: str) -> Element:
    """A number that Word counts itself: PAGE, NUMPAGES."""
    return w("fldSimple", run("1"), instr=f" {name} ")
