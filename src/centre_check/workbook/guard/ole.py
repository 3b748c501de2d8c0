"""What an OLE container holds, by the names of its streams: encrypted, .xls, .doc or another."""

import struct
from collections.abc import Iterator

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # from here on sector numbers are marks, not sectors
_MOST_ENTRIES = 4_096


def streams(content: bytes) -> frozenset[str]:
    """The names in the container's directory, as far as it can be followed."""
    return frozenset(_names(content))


def _names(content: bytes) -> Iterator[str]:
    if len(content) < 512:
        return
    (shift,) = struct.unpack_from("<H", content, 30)
    if shift not in (9, 12):
        return
    size = 1 << shift
    (sector,) = struct.unpack_from("<I", content, 48)
    fat = struct.unpack_from("<109I", content, 76)
    seen: set[int] = set()
    while sector < _END and sector not in seen and len(seen) * size // 128 < _MOST_ENTRIES:
        seen.add(sector)
        start = (sector + 1) * size
        for at in range(start, start + size, 128):
            entry = content[at : at + 128]
            if len(entry) < 128:
                return
            length = min(int.from_bytes(entry[64:66], "little"), 64)
            if length > 2 and entry[66] in (1, 2, 5):
                yield entry[: length - 2].decode("utf-16-le", "replace")
        sector = _next(content, fat, sector, size)


def _next(content: bytes, fat: tuple[int, ...], sector: int, size: int) -> int:
    """The sector that follows in the chain, by the table of sectors; the end when it is broken."""
    block, place = divmod(sector, size // 4)
    if block >= len(fat) or fat[block] >= _END:
        return _END
    at = (fat[block] + 1) * size + place * 4
    return int.from_bytes(content[at : at + 4], "little") if at + 4 <= len(content) else _END
