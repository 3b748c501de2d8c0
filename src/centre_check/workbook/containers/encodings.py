"""Tell the encoding of a text file by decoding it strictly; never guess.

Big5 is never read, but told by its name: what it says in GB18030 are characters that nobody wrote.
"""

import codecs
import re

from centre_check.words import mark
from centre_check.workbook.containers.kinds import DamagedFile

_BREAKS = re.compile(rb'[\r\n,;\t"]')  # never part of a GB18030 character
_OF_BIG5 = ("姓名", "名稱", "日期", "序號", "備註", "地址", "電話", "項目", "中心")
_OF_GB = ("姓名", "名称", "日期", "序号", "备注", "地址", "电话", "项目", "中心")
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
    if _is_big5(content):
        raise DamagedFile(
            mark("{file} is text in Big5; open it in Excel or WPS and save it as CSV UTF-8"),
            file="CSV",
        )
    return _strictly(content, "gb18030")


def _is_big5(content: bytes) -> bool:
    """Whether the words of any form are in it as Big5 and not as GB18030."""
    is_big5 = sum(content.count(one.encode("big5")) for one in _OF_BIG5)
    return is_big5 > sum(content.count(one.encode("gb18030")) for one in _OF_GB)


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
