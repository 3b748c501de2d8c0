"""Save a workbook so that the same workbook always gives the same bytes, on every system."""

import re
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import Workbook

from centre_check.render.pinned_zip import pinned_zip

MADE_AT = datetime(2026, 1, 1, tzinfo=UTC)
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")  # openpyxl writes the present moment


def pinned_bytes(book: Workbook) -> bytes:
    """The .xlsx, every date in it set to `MADE_AT`."""
    saved = BytesIO()
    book.save(saved)
    return pinned_zip(saved.getvalue(), MADE_AT.date(), _pinned)


def _pinned(name: str, content: bytes) -> bytes:
    if name != _CORE:
        return content
    return _MODIFIED.sub(rb"\g<1>" + f"{MADE_AT:%Y-%m-%dT%H:%M:%SZ}".encode(), content)
