"""What a file is that is no workbook we read: told by its first bytes, each in its own sentence."""

from collections.abc import Callable
from typing import NamedTuple

from centre_check.words import mark

SAVE_AS_XLSX = mark("open it in Excel or WPS and save it as .xlsx")
SEND_AGAIN = mark("send the workbook again")
_ASK = mark("ask for the workbook itself")
_OWNER_FILE = 165  # bytes: what Excel and WPS write beside an open workbook; WPS may write 162


class Sort(NamedTuple):
    """A kind of file that is refused, and the next step."""

    message: str
    hint: str


def is_lock_file(content: bytes, name: str) -> bool:
    """Whether this is the `~$` file that stands beside a workbook while it is open.

    Its name alone proves nothing, and neither does its size: the owner's name fills it, first as
    bytes behind its length, then as UTF-16.
    """
    if not name.startswith("~$") or content[:4] == b"PK\x03\x04":
        return False
    return len(content) <= _OWNER_FILE and (not content or content[0] <= 54)


def sort_of(content: bytes) -> Sort | None:
    """The kind of a file that is neither a zip nor an OLE container; None for a text."""
    head = content[:4096]
    for is_such, sort in _SORTS:
        if is_such(head):
            return sort
    return None if _is_text(content) else _UNKNOWN


def _starts(*magic: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(magic)


def is_ruined_by_text_mode(content: bytes) -> bool:
    """Whether a zip went through a transfer as text, which changes line ends or replaces bytes."""
    if content.count(b"\xef\xbf\xbd") > 8 and _decodes(content):
        return True
    if len(content) < 512:
        return False
    breaks, returns, pairs = content.count(b"\n"), content.count(b"\r"), content.count(b"\r\n")
    return (breaks > 0 and breaks == pairs) or (returns == 0 and breaks > len(content) // 80)


def _decodes(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_xml_spreadsheet(head: bytes) -> bool:
    return b"urn:schemas-microsoft-com:office:spreadsheet" in head


def _is_page(head: bytes) -> bool:
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return text.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta")) or (
        b"<html" in text[:2048]
    )


def _is_xml(head: bytes) -> bool:
    return head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<?xml")


def _is_rtf(head: bytes) -> bool:
    return head.startswith(b"{\\rtf")


def _is_text(content: bytes) -> bool:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    head = content[:65536]
    control = sum(head.count(bytes([code])) for code in (*range(1, 9), *range(14, 32)))
    return head.count(b"\0") * 20 <= len(head) and control * 50 <= len(head)


_UNKNOWN = Sort(mark("{path} is of an unknown kind, not a workbook"), SAVE_AS_XLSX)
_SORTS: tuple[tuple[Callable[[bytes], bool], Sort], ...] = (
    (lambda head: not head, Sort(mark("{path} is an empty file, not a workbook"), SEND_AGAIN)),
    (
        lambda head: not head.strip(b"\0"),
        Sort(mark("{path} holds nothing but zero bytes, not a workbook"), SEND_AGAIN),
    ),
    (_starts(b"%PDF-"), Sort(mark("{path} is a PDF, not a workbook"), _ASK)),
    (_is_rtf, Sort(mark("{path} is an RTF text document, not a workbook"), _ASK)),
    (
        _starts(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF"),
        Sort(mark("{path} is a picture, not a workbook"), _ASK),
    ),
    (
        _starts(b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ"),
        Sort(
            mark("{path} is a packed archive, not a workbook"), mark("unpack it and give the file")
        ),
    ),
    (
        _starts(b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00"),
        Sort(mark("{path} is a workbook of Excel 4 or older"), SAVE_AS_XLSX),
    ),
    (
        _is_xml_spreadsheet,
        Sort(mark("{path} is an XML spreadsheet of 2003, not an .xlsx workbook"), SAVE_AS_XLSX),
    ),
    (_is_page, Sort(mark("{path} is a web page, not a workbook"), SAVE_AS_XLSX)),
    (_is_xml, Sort(mark("{path} is an XML text, not a workbook"), SAVE_AS_XLSX)),
)
