"""Fill an office's own Word file: check all of it, then put the values into its texts."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from docxtpl import DocxTemplate
from lxml import etree

from centre_check.documents.fields import Fields, Rows
from centre_check.render.pinned_zip import pinned_zip
from centre_check.render.word_template.grammar import mistakes
from centre_check.render.word_template.mistakes import BrokenTemplate, TemplateMistake
from centre_check.render.word_template.package import PackagePart, parts
from centre_check.render.word_template.places import misplaced
from centre_check.render.word_template.sandbox import Sandbox
from centre_check.words import mark

_PARAGRAPH = re.compile(r"<w:p([ >])")
_TAGS = re.compile(r"<[^<>]*>")
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_GRID = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tblGrid"
_FIRST_PICTURE = 1000  # pictures are numbered anew, as those in repeated rows have one number


class _Source(NamedTuple):
    """A part as Jinja reads it, a line a paragraph."""

    part: PackagePart
    text: str


def filled(template: bytes, fields: Fields, name: str) -> bytes:
    """The .docx with the values of `fields` in it; what has no placeholders stays as it was.

    Raises:
        StandardError: the template is no .docx, or is broken; all its mistakes at once.
    """
    found = parts(template, name)
    _raise_if(name, (one for part in found for one in misplaced(part)))
    writer = DocxTemplate(None)
    writer.docx_ids_index = _FIRST_PICTURE
    sources = [_source(part, writer) for part in found]
    sandbox = Sandbox()
    _raise_if(
        name,
        (
            mistake
            for part, text in sources
            for mistake in mistakes(text, part.kind, fields, sandbox)
        ),
    )
    values = {key: _value(value) for key, value in fields.items()}
    done: dict[str, bytes] = {}
    for source in sources:
        if "{" in source.text:
            xml = writer.render_xml_part(source.text, None, values, sandbox)
            done[source.part.path] = _checked(xml, source, writer, name)
    return pinned_zip(template, changed=lambda path, content: done.get(path) or content)


def _raise_if(name: str, found: Iterable[TemplateMistake]) -> None:
    mistakes_found = list(found)
    if mistakes_found:
        raise BrokenTemplate(name, mistakes_found)


def _source(part: PackagePart, writer: DocxTemplate) -> _Source:
    patched: str = writer.patch_xml(etree.tostring(part.xml, encoding="unicode"))
    return _Source(part, _PARAGRAPH.sub(r"\n<w:p\1", patched))


def _value(value: str | Rows) -> str | list[dict[str, str]]:
    if isinstance(value, str):
        return value
    return [dict(zip(value.columns, row, strict=True)) for row in value.rows]


def _checked(xml: str, source: _Source, writer: DocxTemplate, name: str) -> bytes:
    """The part's XML; docxtpl itself would mend what is broken by leaving texts out."""
    try:
        tree = etree.fromstring(xml)
    except etree.XMLSyntaxError as error:
        message = mark("what is repeated or asked begins in one row or paragraph, ends in another")
        line = next((one for one in source.text.split("\n") if "{%" in one), "")
        mistake = TemplateMistake(source.part.kind, _TAGS.sub("", line), message, {})
        raise BrokenTemplate(name, [mistake]) from error
    if all(table.find(_GRID) is not None for table in tree.iter("{*}tbl")):
        tree = writer.fix_tables(xml)
    writer.fix_docpr_ids(tree)
    content: bytes = etree.tostring(tree)
    return _HEAD + content
