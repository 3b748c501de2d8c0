"""Look at a file's bytes before any parser does: what it is, and whether it may be read here."""

from typing import NamedTuple

from centre_check.errors import WorkbookError
from centre_check.words import mark
from centre_check.workbook.containers import FileKind
from centre_check.workbook.guard import ole
from centre_check.workbook.guard.limits import Limits
from centre_check.workbook.guard.package import look_into
from centre_check.workbook.guard.sorts import (
    SAVE_AS_XLSX,
    SEND_AGAIN,
    is_lock_file,
    is_ruined_by_text_mode,
    sort_of,
)

_MODEST_TEXT = 2 << 20  # bytes of .csv that are read in this process
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".xlt", ".et", ".ods")


class FileLook(NamedTuple):
    """What a file is by its content, and whether reading it should be left to another process.

    What is doubtful without being odd is so for its size only.
    """

    kind: FileKind
    is_doubtful: bool
    is_odd: bool = True


def look(content: bytes, name: str, limits: Limits) -> FileLook:
    """Know the kind of a workbook by its content.

    Raises:
        WorkbookError: it is no workbook, or one that must not be read; says why and what to do.
    """
    if is_lock_file(content, name.replace("\\", "/").rsplit("/", 1)[-1]):
        raise WorkbookError(
            mark("{path} is the lock file that stands beside an open workbook"),
            mark("close the workbook and give the file without ~$"),
            path=name,
        )
    if content.startswith(ole.MAGIC):
        return _in_ole(content, name)
    if b"PK\x05\x06" in content[-66_000:] or content.startswith(b"PK\x03\x04"):
        return FileLook(*look_into(content, name, limits))
    return _other(content, name, limits)


def _in_ole(content: bytes, name: str) -> FileLook:
    streams = ole.streams(content)
    if streams & {"EncryptedPackage", "EncryptionInfo", "DRMEncryptedDataSpace"}:
        raise WorkbookError(
            mark("{path} is an encrypted workbook"),
            mark("take off the password and save it again"),
            path=name,
        )
    if streams & {"Workbook", "Book", "WORKBOOK", "BOOK"}:
        return FileLook(FileKind.XLS, is_doubtful=True)
    if "WordDocument" in streams:
        message = mark("{path} is a Word document, not a workbook")
    elif "PowerPoint Document" in streams:
        message = mark("{path} is a presentation, not a workbook")
    elif any(one.startswith("__substg1.0_") for one in streams):
        message = mark("{path} is a mail, not a workbook")
    elif not streams:
        raise WorkbookError(mark("{path} is a damaged old workbook"), SEND_AGAIN, path=name)
    else:
        message = mark("{path} is of Office or WPS, but holds no workbook that can be read")
    raise WorkbookError(message, SAVE_AS_XLSX, path=name)


def _other(content: bytes, name: str, limits: Limits) -> FileLook:
    sort = sort_of(content)
    if sort:
        if content[:2] in (b"PK", b"\xd0\xcf") and is_ruined_by_text_mode(content):
            message = mark("{path} was ruined by a transfer as text")
            raise WorkbookError(message, mark("send it again as a binary file"), path=name)
        raise WorkbookError(sort.message, sort.hint, path=name)
    if content[:4] == b"PK\xef\xbf" or content.startswith(b"\xef\xbf\xbd\xef\xbf\xbd\x11"):
        message = mark("{path} was ruined by a transfer as text")
        raise WorkbookError(message, mark("send it again as a binary file"), path=name)
    if name.lower().endswith(WORKBOOK_SUFFIXES):
        message = mark("{path} is a text file, not a workbook")
        raise WorkbookError(
            message, mark("if it is a table, name it .csv; else ask for the workbook"), path=name
        )
    limits.check(
        "cells",
        content.count(b",") + content.count(b"\n"),
        mark("{path} has {found} cells; at most {limit} are read"),
        path=name,
    )
    return FileLook(FileKind.CSV, is_doubtful=len(content) > _MODEST_TEXT)
