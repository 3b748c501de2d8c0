"""Pack an Office file again so that the same content always gives the same bytes."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_DAY, _LAST_DAY = date(1980, 1, 1), date(2107, 12, 31)  # that a zip can hold
_UNIX = 3  # ZipInfo would name the system that runs


def pinned_zip(
    content: bytes, day: date = FIRST_DAY, changed: Callable[[str, bytes], bytes] | None = None
) -> bytes:
    """The zip with `day` as the date of every member; `changed` may give a member other content."""
    pinned = BytesIO()
    held = min(max(day, FIRST_DAY), _LAST_DAY)
    moment = (held.year, held.month, held.day, 0, 0, 0)
    with ZipFile(BytesIO(content)) as source, ZipFile(pinned, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, moment)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = _UNIX
            member = source.read(name)
            target.writestr(entry, changed(name, member) if changed else member)
    return pinned.getvalue()
