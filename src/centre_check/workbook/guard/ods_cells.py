"""Where the filled cells of an OpenDocument sheet lie: its repeat counts multiply a few bytes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG = re.compile(rb"<(/?)table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^<>]*)>")
_ROWS = re.compile(rb"number-rows-repeated\s*=\s*[\"']\s*\+?([0-9]{1,30})")
_COLUMNS = re.compile(rb"number-columns-repeated\s*=\s*[\"']\s*\+?([0-9]{1,30})")
_NAME = re.compile(rb"table:name\s*=\s*[\"']([^\"']*)")


class OdsSheet(NamedTuple):
    """A sheet's name and how far its filled cells reach, repeats counted."""

    name: str
    rows: int
    columns: int


def sheets(xml: bytes) -> Iterator[OdsSheet]:
    """The sheets of `content.xml` in their order."""
    name, row, repeat, across = "", 0, 1, 0
    rows = columns = 0
    for found_tag in _TAG.finditer(xml):
        closing, tag, attributes = found_tag.groups()
        if tag == b"table":
            if closing:
                yield OdsSheet(name, rows, columns)
            found = _NAME.search(attributes)
            name = found[1].decode("utf-8", "replace") if found else ""
            row = rows = columns = 0
        elif tag == b"table-row" and not closing:
            row, repeat, across = row + repeat if row else 1, _times(_ROWS, attributes), 0
        elif not closing:
            across += _times(_COLUMNS, attributes)
            if b"value-type" in attributes or b"table:formula" in attributes:
                rows, columns = max(rows, row + repeat - 1), max(columns, across)


def _times(attribute: re.Pattern[bytes], attributes: bytes) -> int:
    found = attribute.search(attributes)
    return int(found[1]) if found else 1
