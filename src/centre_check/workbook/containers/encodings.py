"""Tell the encoding of a text file by decoding it strictly; never guess."""

import codecs
import re

from centre_check.words import mark
from centre_check.workbook.containers.kinds import DamagedFile

_BREAKS = re.compile(rb'[\r\n,;\t"]')  # never part of a GB18030 character
_THREE_BYTES = re.compile(rb"[\xe3-\xe9]")  # what Chinese in UTF-8 begins with


def decoded(content: bytes) -> str:
    """The text of UTF-8 or UTF-16 with their marks, of UTF-8 without, or else of GB18030.

    Raises:
        DamagedFile: it is none of them, or partly one and partly another.
    """
    if content.startswith(codecs.BOM_UTF8):
        return _strictly(content, "utf-8-sig")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(content, "utf-16")
    if b"\0" in content:
        raise DamagedFile(
            mark("{file} is text with NUL bytes in it; save it again as CSV UTF-8"), file="CSV"
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _gb18030(content)


def _gb18030(content: bytes) -> str:
    if any(_is_utf8(piece) for piece in _BREAKS.split(content)):
        raise DamagedFile(
            mark("{file} is partly UTF-8 and partly GB18030; save it again as CSV UTF-8"),
            file="CSV",
        )
    return _strictly(content, "gb18030")


def _is_utf8(piece: bytes) -> bool:
    """Whether a piece of the text is Chinese in UTF-8: 「GBK」 hardly ever looks like it."""
    if piece.isascii() or not _THREE_BYTES.search(piece):
        return False
    try:
        piece.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _strictly(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DamagedFile(
            mark("{file} is text neither in UTF-8 nor in GB18030; save it again as CSV UTF-8"),
            file="CSV",
        ) from error
    if "\0" in text:
        raise DamagedFile(
            mark("{file} is text with NUL bytes in it; save it again as CSV UTF-8"), file="CSV"
        )
    return text
