"""The office's Word file as a package: that it is a .docx, harmless, and which parts hold text."""

import struct
import zipfile
import zlib
from io import BytesIO
from typing import NamedTuple

from lxml import etree

from centre_check.errors import StandardError
from centre_check.render.word_template.mistakes import SAVE_AS_DOCX
from centre_check.words import mark

_MIB = 1 << 20
_LARGEST_FILE = 20 * _MIB  # with an office's emblem as a photograph; text alone is below 1 MiB
_LARGEST_INFLATED = 100 * _MIB
_LARGEST_TEXT = 2 * _MIB  # one part; a paper of 200 pages
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_TYPES = "[Content_Types].xml"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = f"{_WORD}document.main+xml"
_KINDS = {  # of the parts that may hold placeholders
    _MAIN: mark("main text"),
    f"{_WORD}header+xml": mark("page header"),
    f"{_WORD}footer+xml": mark("page footer"),
    f"{_WORD}footnotes+xml": mark("footnotes"),
    f"{_WORD}endnotes+xml": mark("endnotes"),
}
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DAMAGED = mark("{path} is damaged and cannot be read")


class PackagePart(NamedTuple):
    """A part that holds text: its path in the package, what it is (a marked word), its XML."""

    path: str
    kind: str
    xml: etree._Element


def parts(content: bytes, name: str) -> list[PackagePart]:
    """The parts of the .docx that may hold placeholders.

    Raises:
        StandardError: it is no .docx, damaged, too large, or brings macros along.
    """
    if len(content) > _LARGEST_FILE:
        raise _too_large(name, len(content), _LARGEST_FILE)
    if content.startswith(_OLD):
        message = mark("{path} is an old Word file (.doc) or is locked with a password")
        raise StandardError(message, SAVE_AS_DOCX, path=name)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _parts(archive, name)
    except (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError) as error:
        message = _DAMAGED if content.startswith(b"PK") else mark("{path} is not a Word file")
        raise StandardError(message, SAVE_AS_DOCX, path=name) from error
    except (NotImplementedError, RuntimeError, etree.XMLSyntaxError) as error:
        raise StandardError(_DAMAGED, SAVE_AS_DOCX, path=name) from error


def _parts(archive: zipfile.ZipFile, name: str) -> list[PackagePart]:
    members = {one.filename: one for one in archive.infolist()}
    is_odd = any(one.compress_type not in _METHODS for one in members.values())
    if is_odd or len(members) < len(archive.infolist()):
        raise StandardError(_DAMAGED, SAVE_AS_DOCX, path=name)
    inflated = sum(one.file_size for one in members.values())
    if inflated > _LARGEST_INFLATED:
        raise _too_large(name, inflated, _LARGEST_INFLATED)
    if _TYPES not in members:
        raise StandardError(mark("{path} is not a Word file"), SAVE_AS_DOCX, path=name)
    types = _types(_parsed(archive, members[_TYPES], name))
    _check_kind(types, members, name)
    if archive.testzip() is not None:
        raise StandardError(_DAMAGED, SAVE_AS_DOCX, path=name)
    found = [
        PackagePart(path, kind, _parsed(archive, members[path], name))
        for declared, kind in _KINDS.items()
        for path, its_kind in types.items()
        if its_kind == declared and path in members
    ]
    if any(part.xml.nsmap.get("w") != _NAMESPACE for part in found):
        message = mark("{path} is saved in a rare form of .docx (Strict Open XML)")
        raise StandardError(message, SAVE_AS_DOCX, path=name)
    return found


def _types(root: etree._Element) -> dict[str, str]:
    return {
        (one.get("PartName") or "").lstrip("/"): one.get("ContentType") or ""
        for one in root.iter("{*}Override")
    }


def _check_kind(types: dict[str, str], members: dict[str, zipfile.ZipInfo], name: str) -> None:
    declared = " ".join(types.values()).lower()
    if "macroenabled" in declared or any("vbaproject" in one.lower() for one in members):
        raise StandardError(mark("{path} contains macros"), SAVE_AS_DOCX, path=name)
    if _MAIN in types.values():
        return
    message = mark("{path} is not a Word file")
    if "wordprocessingml.template" in declared:
        message = mark("{path} is a Word template (.dotx), not a document")
    raise StandardError(message, SAVE_AS_DOCX, path=name)


def _parsed(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> etree._Element:
    if member.file_size > _LARGEST_TEXT:
        raise _too_large(name, member.file_size, _LARGEST_TEXT)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(archive.read(member), parser)
    if root.getroottree().docinfo.doctype:
        raise StandardError(_DAMAGED, SAVE_AS_DOCX, path=name)
    return root


def _too_large(name: str, found: int, limit: int) -> StandardError:
    return StandardError(
        mark("{path} is too large for a template: {found} MiB, at most {limit}"),
        mark("take out pictures and pages that are not needed"),
        path=name,
        found=-(-found // _MIB),
        limit=limit // _MIB,
    )
