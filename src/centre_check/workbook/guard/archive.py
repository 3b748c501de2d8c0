"""A zip, member by member: its directory checked, its sizes counted while inflating.

Nothing is ever unpacked to a file, so a member's path can do no harm by itself; a name that leads
out of the archive or stands in it twice is still refused, because two readers could then read two
different workbooks out of one file.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator

from centre_check.errors import WorkbookError
from centre_check.words import mark
from centre_check.workbook.guard.limits import Limits
from centre_check.workbook.guard.shown import short
from centre_check.workbook.guard.sorts import SEND_AGAIN, is_ruined_by_text_mode

_CHUNK = 1 << 20  # bytes inflated at a time
_PIECE = 1 << 16  # bytes of deflated data fed at a time
_SAVE_AGAIN = mark("open it in Excel or WPS and save it under a new name")


class Archive:
    """The members of a zip under limits; `name` is the file's, for sentences."""

    def __init__(self, content: bytes, name: str, limits: Limits) -> None:
        self.name = name
        self._content = content
        self._limits = limits
        self._inflated = 0
        self.members = {
            plain_name(info.filename): info
            for info in self._directory()
            if info.filename[-1:] not in "/\\"
        }

    def _directory(self) -> list[zipfile.ZipInfo]:
        # The directory is counted before zipfile makes an object of each of its entries.
        too_many = mark("{path} has {found} parts inside; at most {limit} are read")
        entries = self._content.count(b"PK\x01\x02")
        self._limits.check("entries", entries, too_many, path=self.name)
        try:
            with zipfile.ZipFile(io.BytesIO(self._content)) as archive:
                found = archive.infolist()
        except (
            zipfile.BadZipFile,
            ValueError,
            LookupError,
            struct.error,
            OSError,
            NotImplementedError,
        ) as error:
            raise self.broken() from error
        seen: set[str] = set()
        for info in found:
            self._check(info, seen)
        return found

    def broken(self) -> WorkbookError:
        """The sentence for a zip whose structure is not whole."""
        if is_ruined_by_text_mode(self._content):
            message = mark("{path} was ruined by a transfer as text")
            return WorkbookError(message, mark("send it again as a binary file"), path=self.name)
        if b"PK\x05\x06" not in self._content[-66_000:]:
            return self._damaged(mark("{path} is cut off: the end of the file is missing"))
        return self._damaged(mark("{path} is damaged: its list of parts cannot be read"))

    def _damaged(self, message: str, **values: object) -> WorkbookError:
        return WorkbookError(message, SEND_AGAIN, path=self.name, **values)

    def _check(self, info: zipfile.ZipInfo, seen: set[str]) -> None:
        part = short(info.filename)
        plain = plain_name(info.filename)
        if plain in seen:
            message = mark("{path} holds the part {part} twice")
            raise WorkbookError(message, _SAVE_AGAIN, path=self.name, part=part)
        seen.add(plain)
        if ".." in plain.split("/") or plain[1:2] == ":":
            message = mark("{path} holds a part that leads out of the file: {part}")
            raise WorkbookError(message, _SAVE_AGAIN, path=self.name, part=part)
        if stat.S_ISLNK(info.external_attr >> 16):
            message = mark("{path} holds a link to another file: {part}")
            raise WorkbookError(message, _SAVE_AGAIN, path=self.name, part=part)
        if info.flag_bits & 0x1:
            raise WorkbookError(
                mark("{path} is locked with a zip password"),
                mark("take off the password and save it again"),
                path=self.name,
            )
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            message = mark("{path} is packed by a method that workbooks do not use: {part}")
            raise WorkbookError(message, _SAVE_AGAIN, path=self.name, part=part)

    def chunks(self, plain: str) -> Iterator[bytes]:
        """The member's bytes in chunks of at most 1 MiB, counted and compared with its checksum."""
        info = self.members[plain]
        length, checksum = 0, 0
        for chunk in self._raw(info):
            length += len(chunk)
            self._inflated += len(chunk)
            self._check_size(info, length)
            checksum = zlib.crc32(chunk, checksum)
            yield chunk
        if length != info.file_size or checksum != info.CRC:
            message = mark("{path} is damaged: the checksum of {part} is wrong")
            raise self._damaged(message, part=short(info.filename))

    def _check_size(self, info: zipfile.ZipInfo, length: int) -> None:
        self._limits.check(
            "part",
            length,
            mark("{path} unpacks too large: {part} is over {limit}"),
            path=self.name,
            part=short(info.filename),
        )
        self._limits.check(
            "inflated",
            self._inflated,
            mark("{path} unpacks too large: its parts are over {limit} in all"),
            path=self.name,
        )

    def _raw(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        start = self._start(info)
        packed = memoryview(self._content)[start : start + info.compress_size]
        if len(packed) != info.compress_size:
            raise self._damaged(mark("{path} is cut off: the end of the file is missing"))
        if info.compress_type == zipfile.ZIP_STORED:
            for at in range(0, len(packed), _CHUNK):
                yield bytes(packed[at : at + _CHUNK])
            return
        inflate = zlib.decompressobj(-15)
        try:
            for at in range(0, len(packed), _PIECE):
                rest = bytes(packed[at : at + _PIECE])
                while rest and not inflate.eof:
                    yield inflate.decompress(rest, _CHUNK)
                    rest = inflate.unconsumed_tail
            while more := inflate.decompress(inflate.unconsumed_tail, _CHUNK):
                yield more
        except zlib.error as error:
            message = mark("{path} is damaged: {part} cannot be unpacked")
            raise self._damaged(message, part=short(info.filename)) from error

    def _start(self, info: zipfile.ZipInfo) -> int:
        at = info.header_offset
        head = self._content[at : at + 30] if at >= 0 else b""
        if len(head) < 30 or head[:4] != b"PK\x03\x04":
            raise self._damaged(mark("{path} is damaged: its list of parts cannot be read"))
        return (
            at + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        )

    @property
    def inflated(self) -> int:
        """How many bytes were inflated so far."""
        return self._inflated

    def whole(self, plain: str) -> bytes:
        """A member's bytes at once, not counted; nothing when there is none of that name."""
        counted = self._inflated
        try:
            return b"".join(self.chunks(plain)) if plain in self.members else b""
        finally:
            self._inflated = counted  # the look at every part counts it


def plain_name(name: str) -> str:
    """A member's name as Excel compares it: slashes forward, in lower case."""
    return name.replace("\\", "/").lstrip("/").lower()
