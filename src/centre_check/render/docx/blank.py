"""An empty Word file: our styles, fonts and properties, nothing of the template's own."""

from datetime import date, datetime, time

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.package import OpcPackage

from centre_check.documents.tree import Document
from centre_check.render.docx.looks import FANG, HEI, KAI, LATIN, SONG, TITLE, DocxLook
from centre_check.render.docx.styles import styles
from centre_check.render.docx.xml import Element, w
from centre_check.render.pinned_zip import FIRST_DAY
from centre_check.render.visible import visible_text

PROGRAM = "centre-check"
_LONGEST = 255  # characters of a property
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_USED = (RELATION.STYLES, RELATION.SETTINGS, RELATION.FONT_TABLE, RELATION.THEME)
_USED_OF_PACKAGE = (RELATION.CORE_PROPERTIES, RELATION.EXTENDED_PROPERTIES)

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What a machine without a font takes instead: the fonts that Windows, WPS and macOS bring.
_INSTEAD = {
    FANG: "仿宋,FangSong,STFangsong",
    KAI: "楷体,KaiTi,STKaiti",
    HEI: "SimHei,STHeiti",
    SONG: "SimSun,STSong",
    TITLE: "华文中宋,STZhongsong",
}
_PARTS = {
    "docProps/app.xml": _XML
    + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    f'extended-properties"><Application>{PROGRAM}</Application></Properties>',
    "word/fontTable.xml": _XML
    + f'<w:fonts xmlns:w="{_W}">'
    + "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in _INSTEAD.items()
    )
    + f'<w:font w:name="{LATIN}"/></w:fonts>',
}


def blank(document: Document, look: DocxLook) -> WordFile:
    """A file without content, ready for that of `document`."""
    word = docx.Document()
    _keep_only(word.part.package)
    for relation in [r for r, one in word.part.rels.items() if one.reltype not in _USED]:
        del word.part.rels[relation]
    _set_styles(word, look)
    _set_settings(word, look)
    _set_properties(word, document)
    return word


def own_part(name: str, content: bytes) -> bytes:
    """The content of a part of the saved file: ours where the template's says something untrue."""
    return _PARTS[name].encode() if name in _PARTS else content


def _keep_only(package: OpcPackage | None) -> None:
    """Leave out the template's preview picture, which shows another document."""
    if package is None:
        return
    used = (*_USED_OF_PACKAGE, RELATION.OFFICE_DOCUMENT)
    for relation in [r for r, one in package.rels.items() if one.reltype not in used]:
        del package.rels[relation]


def _set_styles(word: WordFile, look: DocxLook) -> None:
    """Latin words are English in every document: as Chinese they would break anywhere."""
    element = word.styles.element
    for child in list(element):
        element.remove(child)
    size = round(look.body.size * 2)  # LibreOffice measures the grid against this one
    letters = w(
        "rPr", w("sz", val=size), w("szCs", val=size), w("lang", val="en-US", eastAsia="zh-CN")
    )
    element.append(w("docDefaults", w("rPrDefault", letters), w("pPrDefault")))
    element.extend(styles(look))


def _set_settings(word: WordFile, look: DocxLook) -> None:
    element = word.settings.element
    for child in list(element):
        element.remove(child)
    mode = "http://schemas.microsoft.com/office/word"
    children: list[Element] = [
        w("zoom", percent=100),
        w("defaultTabStop", val=420),
        w("characterSpacingControl", val="compressPunctuation"),
        w(
            "compat",
            w("doNotExpandShiftReturn"),
            w("compatSetting", name="compatibilityMode", uri=mode, val=15),
        ),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
    ]
    if look.is_letter:
        children.insert(2, w("evenAndOddHeaders"))
    element.extend(children)


def _set_properties(word: WordFile, document: Document) -> None:
    moment = datetime.combine(max(document.day or FIRST_DAY, date(1900, 1, 1)), time())
    properties = word.core_properties
    properties.title = " ".join(visible_text(document.title).split())[:_LONGEST]
    properties.author = properties.last_modified_by = PROGRAM
    properties.comments = properties.subject = ""
    properties.keywords = PROGRAM
    properties.language = _LANGUAGES.get(document.lang, document.lang)
    properties.created = properties.modified = moment
