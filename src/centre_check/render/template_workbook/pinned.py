"""Save a workbook so that the same workbook always gives the same bytes, on every system."""

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

MADE_AT = datetime(2026, 1, 1, tzinfo=UTC)
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")  # openpyxl writes the present moment
_UNIX = 3  # ZipInfo would name the system that runs


def pinned_bytes(book: Workbook) -> bytes:
    """The .xlsx, every date in it set to `MADE_AT`."""
    saved, pinned = BytesIO(), BytesIO()
    book.save(saved)
    with ZipFile(saved) as source, ZipFile(pinned, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, date_time=MADE_AT.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = _UNIX
            target.writestr(entry, _pinned(name, source.read(name)))
    return pinned.getvalue()


def _pinned(name: str, content: bytes) -> bytes:
    if name != _CORE:
        return content
    return _MODIFIED.sub(rb"\g<1>" + f"{MADE_AT:%Y-%m-%dT%H:%M:%SZ}".encode(), content)
