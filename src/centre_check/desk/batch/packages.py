"""A zip of a folder: the workbooks that it holds, each taken out under the limits of a file."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from centre_check.desk.batch.sources import PACKAGE, Passed, Skip, skip_within
from centre_check.errors import WorkbookError
from centre_check.words import mark
from centre_check.workbook.containers.csv_zip import member_name
from centre_check.workbook.guard import Limits
from centre_check.workbook.guard.contents import name_of
from centre_check.workbook.own_papers import OwnMark, mark_of

_END, _END_SIZE = b"PK\x05\x06", 22
_LARGEST_DIRECTORY = 16 << 20  # bytes: some 100,000 members
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others inflate without a bound
_ENCRYPTED = 1
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError, LookupError)
_SEND_AGAIN = mark("pack the folder again, or unpack it and give the folder")


def is_package(path: Path) -> bool:
    """Whether a zip holds workbooks; one that is itself a workbook does not."""
    if path.suffix.lower() != PACKAGE or not path.is_file():
        return False
    try:
        return any(not isinstance(one, Passed) for one in WorkbookPackage(path).workbooks())
    except _BROKEN:
        return False


class WorkbookPackage:
    """A zip of a folder; opened when the first of its members is wanted, and kept open."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def workbooks(self) -> Iterator["Member | Passed"]:
        """Every workbook in it, by path, and every file that is passed over.

        Raises:
            WorkbookError: it lists more than a zip of a folder may.
        """
        named = [(member_name(info), info) for info in self._archive.infolist()]
        for name, info in sorted(named, key=lambda pair: pair[0].split("/")):
            parts = [part for part in name.split("/") if part not in ("", ".", "..")]
            if info.is_dir() or not parts:
                continue
            skip = skip_within(parts)
            if skip is None and parts[-1].lower().endswith(PACKAGE):
                skip = Skip.OTHER  # a zip in a zip
            path = self.path.joinpath(*parts)
            yield Passed(path, skip) if skip else Member(path, self, info)

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        with self.path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - 66_000))
            tail = file.read()
        at = tail.rfind(_END)
        end = tail[at : at + _END_SIZE]
        if len(end) == _END_SIZE and struct.unpack("<I", end[12:16])[0] > _LARGEST_DIRECTORY:
            raise WorkbookError(
                mark("{path} lists too many files"), _SEND_AGAIN, path=name_of(self.path)
            )
        return zipfile.ZipFile(self.path)

    def take(self, member: "Member", limits: Limits) -> bytes:
        """The bytes of a member.

        Raises:
            WorkbookError: it is encrypted, damaged, or larger than a file may be.
        """
        info, path = member.info, name_of(member.path)
        if info.flag_bits & _ENCRYPTED:
            raise WorkbookError(
                mark("{path} is encrypted in its zip"),
                mark("unpack it with its password and give the folder"),
                path=path,
            )
        if info.compress_type not in _METHODS:
            raise WorkbookError(
                mark("{path} is packed in a way that is not read"), _SEND_AGAIN, path=path
            )
        try:
            with self._archive.open(info) as file:
                content = file.read(limits.file + 1)
        except _BROKEN as error:
            raise WorkbookError(
                mark("{path} is damaged in its zip"), _SEND_AGAIN, path=path
            ) from error
        limits.check(
            "file",
            len(content),
            mark("{path} is {found} large; at most {limit} are read"),
            path=path,
        )
        return content

    def own_mark(self, member: "Member") -> OwnMark | None:
        """Our mark in a member, None where it cannot be taken."""
        try:
            with self._archive.open(member.info) as file:
                return mark_of(file)
        except (*_BROKEN, RuntimeError):
            return None

    def sha256(self, member: "Member") -> str:
        """The hash of a member, empty where it cannot be taken."""
        try:
            with self._archive.open(member.info) as file:
                import hashlib

                return hashlib.sha256(file.read()).hexdigest()
        except (*_BROKEN, RuntimeError):
            return ""


class Member(NamedTuple):
    """A workbook in a zip; its path leads through the zip as if that were a folder."""

    path: Path
    package: WorkbookPackage
    info: zipfile.ZipInfo

    def contents(self, limits: Limits) -> bytes:
        """Its bytes."""
        return self.package.take(self, limits)

    def own_mark(self) -> OwnMark | None:
        """Our mark in it, if we made it."""
        return self.package.own_mark(self)

    def sha256(self) -> str:
        """The hash of its bytes."""
        return self.package.sha256(self)
