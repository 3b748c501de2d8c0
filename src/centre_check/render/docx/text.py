"""Draw running text: headings, paragraphs, lists, and a letter's first and last lines."""

from collections.abc import Iterator

from centre_check.documents.tree import Closing, Document, Entries, Heading
from centre_check.render.docx.looks import HEI, Letters, twips
from centre_check.render.docx.room import Room
from centre_check.render.docx.styles import BODY, CLOSING, HEADINGS, ITEM, ITEM_LINE, TITLE
from centre_check.render.docx.xml import TWIPS, Element, paragraph, run, w
from centre_check.render.title import title_lines
from centre_check.words.width import screen_width

_DATE_IN = 4  # characters that a letter's date stands in from the right, GB/T 9704
_FOR_A_SEAL = 1  # lines of room above: the number and the contact take the others
_NAME_IN = 2  # at least so many for whoever issues it


def title(document: Document, room: Room) -> Element:
    """The title, in lines that end where it may be broken."""
    columns = room.width / TWIPS / room.look.title.size * 2
    return paragraph("\n".join(title_lines(document, columns)), TITLE)


def heading(block: Heading, level: int, room: Room) -> Element:
    """A heading of level 1 or 2, its badge at the end of the line."""
    style = HEADINGS[level - 1]
    if not block.badge:
        return paragraph([run(block.text)], style)
    tab = w("tabs", w("tab", val="right", pos=room.width))
    badge = run(block.badge, color=room.color(block.tone))
    return paragraph([run(block.text), w("r", w("tab")), badge], style, tab)


def body(text: str, style: str = BODY, lead: str = "", size: float = 0) -> Iterator[Element]:
    """A paragraph a line of the text; `lead` stands out before the first."""
    for at, line in enumerate(text.splitlines() or [""]):
        led = [run(lead, font=HEI)] if lead and at == 0 else []
        yield paragraph([*led, run(line, size=size)], style)


def entries(block: Entries, room: Room) -> Iterator[Element]:
    """Each item's mark and title, then its lines; the title stays with the first of them."""
    for mark, name, lines, tone in block.items:
        kept = [] if lines else [w("keepNext", val=0)]
        mark_run = run(mark, color=room.color(tone))
        yield paragraph([mark_run, _behind(room), run(name)], ITEM, *kept)
        for line in lines:
            yield paragraph(line, ITEM_LINE)


def _behind(room: Room) -> Element:
    return run(" ") if room.look.is_letter else w("r", w("tab"))


def closing(block: Closing, room: Room) -> Iterator[Element]:
    """Who issues it, and under that the date, 4 characters in; shorter lines centred on them."""
    letters = room.look.body
    widths = [screen_width(line) / 2 for line in block.lines]
    if not widths:
        return
    middle = max(_DATE_IN + widths[-1] / 2, _NAME_IN + max(widths) / 2)
    for at, (line, width) in enumerate(zip(block.lines, widths, strict=True)):
        kept = [w("keepNext")] if at < len(widths) - 1 else []
        seal = [w("spacing", before=twips(letters.line * _FOR_A_SEAL))] if at == 0 else []
        yield paragraph(line, CLOSING, _right(middle - width / 2, letters), *kept, *seal)


def _right(characters: float, letters: Letters) -> Element:
    inward = max(0, characters)
    return w("ind", rightChars=round(inward * 100), right=twips(inward * letters.size))
