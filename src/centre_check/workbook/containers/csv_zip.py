"""Read a zip of .csv files, one a sheet."""

import io
import zipfile
import zlib

from centre_check.words import mark
from centre_check.workbook.containers import csv
from centre_check.workbook.containers.kinds import DamagedFile
from centre_check.workbook.grid import Grid

_UTF8_NAME = 0x800  # the flag without which a name is in the code page of its maker


def read(content: bytes) -> tuple[Grid, ...]:
    """The sheets in the order of their names.

    Raises:
        DamagedFile: it cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return csv.read_files(_files(archive))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError) as error:
        raise DamagedFile(str(error)) from error
    except UnicodeDecodeError as error:  # a name that is not in the encoding it claims
        raise DamagedFile(str(error)) from error


def _files(archive: zipfile.ZipFile) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for member in archive.infolist():
        name = member_name(member)
        if not is_table(name):
            continue
        if name in files:
            raise DamagedFile(mark("it holds two files called {file}"), file=name)
        files[name] = archive.read(member)
    return files


def is_table(name: str) -> bool:
    """Whether a member is a table; macOS and editors leave files that only look like one."""
    stem = name.rpartition("/")[2]
    return (
        stem.lower().endswith(".csv")
        and not stem.startswith((".", "~$"))
        and not name.startswith("__MACOSX/")
    )


def member_name(member: zipfile.ZipInfo) -> str:
    """The member's name; Chinese Windows writes GBK and says nothing of it."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    raw = member.orig_filename.encode("cp437")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding).replace("\\", "/")
        except UnicodeDecodeError:
            continue
    return member.filename
