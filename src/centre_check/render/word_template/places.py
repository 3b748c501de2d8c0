"""Find placeholders that stand where they cannot be filled in, before anything is filled in."""

import re
from collections.abc import Iterator

from lxml import etree

from centre_check.render.word_template.mistakes import TemplateMistake
from centre_check.render.word_template.package import PackagePart
from centre_check.words import mark

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OPENER = re.compile(r"\{[{%#]")
_TOKEN = re.compile(r"\{[{%#]|[}%#]\}")
_CLOSER = {"{{": "}}", "{%": "%}", "{#": "#}"}
_WIDE = re.compile(r"｛\s*[｛{%％#]|\{\s*[｛％]|[％%]\s*｝|｝\s*｝")
_ROW = re.compile(r"\{[%#]-?\s*tr\s")
_PARAGRAPH = re.compile(r"\{[%#]-?\s*p\s")
_ONE_TAG = re.compile(r"\s*(?:\{%[^{}]*%\}|\{#[^{}]*#\})\s*")
# docxtpl's own signs that put a value outside of the text or change the table.
_UNUSED = re.compile(r"\{\{-?(?:tr|tc|p|r)\s|\{%-?\s*(?:colspan|cellbg|hm|vm)\b")


def misplaced(part: PackagePart) -> Iterator[TemplateMistake]:
    """Every placeholder of the part that is not closed, not alone, or in no text."""
    for paragraph in part.xml.iter(f"{_W}p"):
        text = _text(paragraph)
        if message := _fault(text):
            yield TemplateMistake(part.kind, text, message, {})
    for row in part.xml.iter(f"{_W}tr"):
        text = _text(row)
        if _ROW.search(text) and not _ONE_TAG.fullmatch(text):
            message = mark("what repeats a row has to stand alone in a row, which is taken out")
            yield TemplateMistake(part.kind, text, message, {})
    for text in _outside_of_text(part.xml):
        message = mark("a placeholder cannot stand inside a field, a link or a picture")
        yield TemplateMistake(part.kind, text, message, {})


def _fault(text: str) -> str:
    """What is wrong in a paragraph; nothing if all is well."""
    if _WIDE.search(text):
        return mark("the brackets are full-width; write them in half width")
    if _UNUSED.search(text):
        return mark("this sign is not used here; write placeholders as in the starter file")
    if _PARAGRAPH.search(text) and not _ONE_TAG.fullmatch(text):
        return mark("what shows or hides a paragraph has to stand alone in one, which is taken out")
    awaited = ""
    for token in _TOKEN.findall(text):
        if token == awaited:
            awaited = ""
        elif awaited and token in _CLOSER:
            break
        elif not awaited:
            awaited = _CLOSER.get(token, "")
    # docxtpl joins brackets over everything between them, ends of paragraphs too.
    is_open = awaited or text.endswith("{") or text.startswith("}")
    return mark("the placeholder is not closed") if is_open else ""


def _text(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{_W}t"))


def _outside_of_text(root: etree._Element) -> Iterator[str]:
    """Texts that Word takes for something else: values there would be instructions."""
    instructions = "".join(
        one.text or "" for one in root.iter(f"{_W}instrText", f"{_W}delInstrText")
    )
    for text in (
        instructions,
        *(str(value) for one in root.iter() for value in one.attrib.values()),
    ):
        if _OPENER.search(text):
            yield text
