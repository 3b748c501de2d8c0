"""The named styles of a paper: what an office changes in Word to change the whole paper."""

from collections.abc import Iterator
from math import floor
from typing import NamedTuple

from docx.oxml.ns import qn

from centre_check.render.docx.looks import FANG, HEI, KAI, LATIN, SONG, DocxLook, Letters, twips
from centre_check.render.docx.xml import TWIPS, Element, paragraph_properties, w

# Built-in styles by their ids; Word shows their names in the user's language.
NORMAL, TITLE, SUBTITLE = "Normal", "Title", "Subtitle"
HEADINGS = ("Heading1", "Heading2")
BODY, SALUTATION, CLOSING, NOTE = "BodyText", "Salutation", "Closing", "NoteHeading"
ITEM, ITEM_LINE = "List", "ListContinue"
CAPTION, HEADER, FOOTER = "Caption", "Header", "Footer"
# Our own.
CELL, CELL_HEAD, GAP, IMPRINT = "TableText", "TableHead", "TableGap", "Imprint"

HANGING = 1.5  # characters that an item's mark stands before its lines
SMALL = Letters(7.5, 10)


class _Style(NamedTuple):
    key: str
    name: str
    letters: Letters
    font: str = FANG
    before: float = 0  # points
    after: float = 0
    align: str = "left"
    properties: tuple[Element, ...] = ()
    following: str = ""
    is_own: bool = False


def styles(look: DocxLook) -> Iterator[Element]:
    """Every style that a paper uses, the one that the others rest on first."""
    # One twip less than fits exactly: LibreOffice rounds.
    tighter = floor((look.pitch - look.body.size) * TWIPS) - 1 if look.characters else 0
    for style in (*_titles(look), *_running_text(look), *_others(look)):
        yield _element(style, tighter if style.letters is look.body else 0)


def _titles(look: DocxLook) -> Iterator[_Style]:
    after = look.body.line / 4 if look.is_letter else look.body.line / 2
    yield _Style(NORMAL, "Normal", look.body)
    yield _Style(
        TITLE,
        "Title",
        look.title,
        look.title_font,
        after=after,
        align="center",
        properties=(w("keepNext"),),
        following=BODY,
    )
    yield _Style(SUBTITLE, "Subtitle", look.body, KAI, 0, after, "center", (), BODY)
    is_tight = look.is_letter or look.is_framed
    for level, letters, font in ((1, look.heading, HEI), (2, look.subheading, KAI)):
        space = 0 if is_tight else letters.line / (level + 1)
        indent = (_first_line(letters),) if look.is_letter else ()
        kept = (w("keepNext"), w("keepLines"), w("outlineLvl", val=level - 1), *indent)
        name = f"heading {level}"
        yield _Style(HEADINGS[level - 1], name, letters, font, space, space / 2, "left", kept, BODY)


def _running_text(look: DocxLook) -> Iterator[_Style]:
    first_line = _first_line(look.body)
    yield _Style(BODY, "Body Text", look.body, align="both", properties=(first_line,))
    yield _Style(SALUTATION, "Salutation", look.body, following=BODY)
    yield _Style(CLOSING, "Closing", look.body, align="right", properties=(w("keepLines"),))
    yield _Style(NOTE, "Note Heading", look.body, HEI, properties=(w("keepNext"),))
    kept = (w("keepNext"), w("keepLines"))
    if look.is_letter:
        yield _Style(ITEM, "List", look.body, properties=(*kept, _first_line(look.body)))
        yield _Style(ITEM_LINE, "List Continue", look.body, properties=(_first_line(look.body),))
        return
    indent = twips(look.body.size * HANGING)
    hanging = (w("tabs", w("tab", val="left", pos=indent)), w("ind", left=indent, hanging=indent))
    yield _Style(ITEM, "List", look.body, before=look.body.line / 5, properties=(*kept, *hanging))
    yield _Style(ITEM_LINE, "List Continue", look.body, properties=(w("ind", left=indent),))


def _others(look: DocxLook) -> Iterator[_Style]:
    """What stands in tables, between them, and at a page's head and foot."""
    after = (w("keepNext"),)
    yield _Style(CELL, "Table Text", look.table, is_own=True)
    yield _Style(
        CELL_HEAD, "Table Head", look.table, HEI, align="center", properties=after, is_own=True
    )
    yield _Style(GAP, "Table Gap", Letters(1, look.gap), is_own=True)
    yield _Style(CAPTION, "caption", look.table, HEI, look.table.line / 2, properties=after)
    yield _Style(HEADER, "header", look.subheading, HEI)
    yield _Style(FOOTER, "footer", look.page, SONG, align="center")
    yield _Style(IMPRINT, "Imprint", SMALL, SONG, align="center", is_own=True)


def _element(style: _Style, tighter: int) -> Element:
    """The style's XML.

    Lines and letters get the grid's pitches by their own measures instead of being snapped to it:
    LibreOffice would give a letter of 16 points two cells of 15.8. An exact pitch of lines also
    gives the same number of them a page whatever fonts the machine has.
    """
    made = w("style", type="paragraph", styleId=style.key)
    if style.key == NORMAL:
        made.set(qn("w:default"), "1")
    if style.is_own:
        made.set(qn("w:customStyle"), "1")
    made.append(w("name", val=style.name))
    if style.key != NORMAL:
        made.append(w("basedOn", val=NORMAL))
    if style.following:
        made.append(w("next", val=style.following))
    made.append(w("qFormat"))
    spacing = w(
        "spacing",
        before=twips(style.before),
        after=twips(style.after),
        line=twips(style.letters.line),
        lineRule="exact",
    )
    made.append(
        paragraph_properties(
            w("snapToGrid", val=0), spacing, w("jc", val=style.align), *style.properties
        )
    )
    size = round(style.letters.size * 2)
    fonts = w("rFonts", ascii=LATIN, hAnsi=LATIN, cs=LATIN, eastAsia=style.font)
    tight = [w("spacing", val=tighter)] if tighter else []
    free = w("snapToGrid", val=0)
    made.append(w("rPr", fonts, free, *tight, w("sz", val=size), w("szCs", val=size)))
    return made


def _first_line(letters: Letters) -> Element:
    return w("ind", firstLineChars=200, firstLine=twips(letters.size * 2))
