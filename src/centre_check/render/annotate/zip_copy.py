"""Read a zip, and write it again with some members replaced: all others keep their very bytes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_ENCRYPTED, _DESCRIPTOR, _UTF8 = 0x1, 0x8, 0x800
_VERSION = 20
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


class _Entry(NamedTuple):
    """What a zip says of one member, and the member as it lies in the file."""

    name: bytes
    flags: int
    method: int
    moment: tuple[int, ...]
    checksum: int
    size: int
    data: bytes

    @property
    def fields(self) -> tuple[int, ...]:
        """The fields that the member's own head and the zip's directory share."""
        year, month, day, hour, minute, second = self.moment
        return (
            self.flags,
            self.method,
            hour << 11 | minute << 5 | second // 2,
            (year - 1980) << 9 | month << 5 | day,
            self.checksum,
            len(self.data),
            self.size,
            len(self.name),
        )


class ZipCopy:
    """A zip in memory; `names` are its members in their order."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        self._infos = [one for one in self._archive.infolist() if not one.is_dir()]
        self.names = [info.filename for info in self._infos]

    @property
    def is_encrypted(self) -> bool:
        """Whether a member needs a password."""
        return any(info.flag_bits & _ENCRYPTED for info in self._infos)

    def read(self, name: str) -> bytes:
        """A member, inflated."""
        return self._archive.read(name)

    def with_changes(self, changes: Mapping[str, bytes]) -> bytes:
        """The zip with these members changed, those it does not have added at its end."""
        entries = [
            _changed(info, changes[info.filename]) if info.filename in changes else self._kept(info)
            for info in self._infos
        ]
        known = set(self.names)
        entries += [
            _changed(zipfile.ZipInfo(name, _FIRST_DAY), content)
            for name, content in changes.items()
            if name not in known
        ]
        return _zip(entries)

    def _kept(self, info: zipfile.ZipInfo) -> _Entry:
        *_, name, extra = _LOCAL.unpack_from(self._content, info.header_offset)
        start = info.header_offset + _LOCAL.size + name + extra
        data = self._content[start : start + info.compress_size]
        return _entry(info, info.compress_type, info.CRC, info.file_size, data)


def _changed(info: zipfile.ZipInfo, content: bytes) -> _Entry:
    deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
    data = deflate.compress(content) + deflate.flush()
    return _entry(info, zipfile.ZIP_DEFLATED, zlib.crc32(content), len(content), data)


def _entry(info: zipfile.ZipInfo, method: int, checksum: int, size: int, data: bytes) -> _Entry:
    encoding = "utf-8" if info.flag_bits & _UTF8 else "cp437"
    name = info.orig_filename.encode(encoding)
    flags = info.flag_bits & ~_DESCRIPTOR  # the sizes stand in the member's head
    return _Entry(name, flags, method, info.date_time, checksum, size, data)


def _zip(entries: list[_Entry]) -> bytes:
    out, directory = io.BytesIO(), io.BytesIO()
    for entry in entries:
        directory.write(
            _CENTRAL.pack(
                b"PK\x01\x02", _VERSION, _VERSION, *entry.fields, 0, 0, 0, 0, 0, out.tell()
            )
        )
        directory.write(entry.name)
        out.write(_LOCAL.pack(b"PK\x03\x04", _VERSION, *entry.fields, 0))
        out.write(entry.name)
        out.write(entry.data)
    start = out.tell()
    listed = directory.getvalue()
    end = _END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(listed), start, 0)
    return out.getvalue() + listed + end
