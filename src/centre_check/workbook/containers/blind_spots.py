"""Which sheets of an .xlsx python-calamine would read wrongly without a word.

Error values and formulas that were never computed arrive as blanks, NaN as a number, a broken
string index as string 0, a part in UTF-16 as an empty sheet, a number split by a comment as its
first half, `_x001B_` or a bare escape as a real one; an identity number in a column of dates is
beyond all calendars and makes it panic; hidden rows are not told. The XML is searched for their
signs; a sheet that has any is read by `xlsx_cells` instead. Plain substrings come first: they are
found ten times faster than patterns, and most sheets have none.
"""

import re

# Compiled by `re` when a sheet needs them: all of them at once cost 2 ms of every start.
_NO_INDEX = rb'"s"[^<>]*>\s*<v>\s*[^\d\s<]'
_NO_NUMBER = rb"<v>[-+]?(?:\d{12}|\d[\d.]*[eE]\+?[1-9]\d|[nNiI])"
_FORMULA = rb"<f(?:\s[^<>]*)?(?:/>|>[^<]*</f>)\s*"
_UNCOMPUTED = _FORMULA + rb"(?:</c>|<v(?:\s[^<>]*)?(?:/>|>\s*</)|<[^v/])"
_ZERO = _FORMULA + rb"<v>0</"
_HIDDEN = rb'<(?:row|col)\s[^<>]*\bhidden\s*=\s*"(?:1|true)"'
_FLAT = (b' ht="0"', b' ht="0.', b' ht="1"', b' ht="1.', b' width="0"', b' width="0.')
_SPACED_INDEX = rb'"s"[^<>]*>\s*<v>(?:\s+\d|\d+\s)'
_ESCAPED = rb"_x00(?!0[9adAD])[01789][0-9a-fA-F]_"
_REFERRED = (
    rb"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|12[7-9]|1[345]\d)"
    rb"|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]|7[fF]|[89][0-9a-fA-F]));"
)
_CONTROLS = tuple(bytes([code]) for code in (*range(9), 11, 12, *range(14, 32), 127))
_HIGH_CONTROLS = rb"\xc2[\x80-\x9f]"  # in UTF-8
_ASKS = rb"""fullCalcOnLoad\s*=\s*["'](?:1|true)"""
_HEAD = 2048  # bytes within which the root element stands


def is_misread(xml: bytes, *, is_computed: bool) -> bool:
    """Whether a sheet has signs of what python-calamine hides.

    `is_computed` is False when the workbook asks for its formulas to be computed on opening: the
    program that wrote it stored a 0 that nobody computed.
    """
    return (
        is_other_encoding(xml[:_HEAD])
        or _is_written_otherwise(xml)
        or b'"e"' in xml
        or b"<!" in xml  # a comment, or CDATA
        or (b"hidden" in xml and bool(re.search(_HIDDEN, xml)))
        or _has_uncomputed(xml, is_computed=is_computed)
        or has_escapes(xml)
        or any(flat in xml for flat in _FLAT)
        or bool(re.search(_NO_INDEX, xml))
        or bool(re.search(_SPACED_INDEX, xml))
        or bool(re.search(_NO_NUMBER, xml))
    )


def is_other_encoding(head: bytes) -> bool:
    """Whether an XML part that begins with `head` is in another encoding than UTF-8."""
    declaration = head[: head.find(b">") + 1].lower()
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or b"\0" in head[:4]:
        return bool(head)
    return b"encoding" in declaration and b"utf-8" not in declaration


def has_escapes(xml: bytes) -> bool:
    """Whether the texts hold control characters, spelled out or as they are."""
    return (
        (b"_x00" in xml and bool(re.search(_ESCAPED, xml)))
        or (b"&#" in xml and bool(re.search(_REFERRED, xml)))
        or (b"\xc2" in xml and bool(re.search(_HIGH_CONTROLS, xml)))
        or any(code in xml for code in _CONTROLS)
    )


def asks_to_compute(book: bytes) -> bool:
    """Whether the workbook part says that its formulas are yet to be computed."""
    return b"fullCalcOnLoad" in book and bool(re.search(_ASKS, book))


def _is_written_otherwise(xml: bytes) -> bool:
    """Whether attributes stand in single quotes or elements have prefixes: nobody's habit."""
    start = xml.find(b"?>", 0, _HEAD) + 1  # the declaration may well be in single quotes
    head = xml[start : start + _HEAD]
    return b"='" in head or b":worksheet" in head


def _has_uncomputed(xml: bytes, *, is_computed: bool) -> bool:
    if b"<f" not in xml:
        return False
    return bool(re.search(_UNCOMPUTED, xml)) or (not is_computed and bool(re.search(_ZERO, xml)))
