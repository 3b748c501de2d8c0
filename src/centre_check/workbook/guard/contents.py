"""Take a file's bytes: a regular file of a modest size, or standard input; never hang on others."""

import io
import os
import stat
import sys
import zipfile
from pathlib import Path

from centre_check.errors import UsageProblem, WorkbookError
from centre_check.files.causes import unreadable
from centre_check.logic.private import without_numbers
from centre_check.words import mark
from centre_check.workbook.guard.limits import Limits
from centre_check.workbook.guard.shown import shown

STANDARD_INPUT = "-"
_NOT_FILES = (
    (stat.S_ISFIFO, mark("{path} is a pipe, not a workbook")),
    (stat.S_ISCHR, mark("{path} is a device, not a workbook")),
    (stat.S_ISBLK, mark("{path} is a device, not a workbook")),
    (stat.S_ISSOCK, mark("{path} is a socket, not a workbook")),
)
_GIVE_A_FILE = mark("give the path of a workbook")
_TOO_LARGE = mark("{path} is {found} large; at most {limit} are read")


def contents(path: Path, limits: Limits) -> bytes:
    """The bytes of the workbook at `path`; a folder of .csv files comes as a zip of them.

    Raises:
        UsageProblem: there is no such file.
        WorkbookError: it is no regular file, cannot be opened, or is too large.
    """
    if str(path) == STANDARD_INPUT:
        return _within(sys.stdin.buffer.read(limits.file + 1), path, limits)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            return _folder(path, limits)
        for is_such, message in _NOT_FILES:
            if is_such(found.st_mode):
                raise WorkbookError(message, _GIVE_A_FILE, path=name_of(path))
        return _regular(path, found.st_size, limits)
    except FileNotFoundError as error:
        if path.is_symlink():
            raise WorkbookError(
                mark("{path} is a link to a file that does not exist"),
                mark("check the name and the folder"),
                path=name_of(path),
            ) from error
        close = _close(path)
        raise UsageProblem(
            mark("{path} does not exist"),
            mark("did you mean {close}?") if close else mark("check the name and the folder"),
            path=name_of(path),
            close=close,
        ) from error
    except OSError as error:
        raise unreadable(name_of(path), error) from error


def name_of(path: Path) -> str:
    """The path as it stands in a sentence: without the numbers of persons."""
    return without_numbers(shown(str(path)))


def _regular(path: Path, size: int, limits: Limits) -> bytes:
    limits.check("file", size, _TOO_LARGE, path=name_of(path))
    # Somebody may have put a pipe in its place since: opening it must not wait for a writer.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as file:  # noqa: PTH123 - from a descriptor
        return _within(file.read(limits.file + 1) or b"", path, limits)


def _within(content: bytes, path: Path, limits: Limits) -> bytes:
    limits.check("file", len(content), _TOO_LARGE, path=name_of(path))
    return content


def _folder(path: Path, limits: Limits) -> bytes:
    """A folder's .csv files as one zip, in the order of their names."""
    files = sorted(one for one in path.iterdir() if one.suffix.lower() == ".csv" and one.is_file())
    if not files:
        raise WorkbookError(
            mark("{path} is a folder without .csv files, not a workbook"),
            _GIVE_A_FILE,
            path=name_of(path),
        )
    limits.check(
        "entries",
        len(files),
        mark("{path} holds {found} files; at most {limit} are read"),
        path=name_of(path),
    )
    packed = io.BytesIO()
    total = 0
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for file in files:
            content = _regular(file, file.stat().st_size, limits)
            total += len(content)
            limits.check("file", total, _TOO_LARGE, path=name_of(path))
            archive.writestr(zipfile.ZipInfo(file.name), content)
    return packed.getvalue()


def _close(path: Path) -> str | None:
    from centre_check.words.nearest import nearest

    try:
        known = [one.name for one in path.parent.iterdir() if one.is_file()]
    except OSError:  # the folder is not there either, or may not be looked into
        return None
    return nearest(path.name, known)
