"""Open a workbook file: know it by its content, read its sheets as grids."""

import hashlib
import io
import zipfile
from pathlib import Path

from centre_check.errors import UsageProblem, WorkbookError
from centre_check.model.facts import Input
from centre_check.words import mark
from centre_check.workbook.containers import READERS, DamagedFile, Kind
from centre_check.workbook.grid import Grid

_SAVE_AS_XLSX = mark("open it in Excel or WPS and save it as .xlsx")


def open_workbook(path: Path) -> tuple[Input, tuple[Grid, ...]]:
    """The file and its worksheets in their order.

    Raises:
        UsageProblem: there is no such file.
        WorkbookError: it is no workbook that can be read; says what it is.
    """
    content = _content(path)
    source = Input(str(path), hashlib.sha256(content).hexdigest(), len(content))
    _look(path, content)
    return source, _grids(path, content)


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise UsageProblem(mark("{path} is a folder, not a workbook"), path=path)
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UsageProblem(
            mark("{path} does not exist"), _suggestion(path), path=path, close=_close(path)
        ) from error
    except OSError as error:
        raise WorkbookError(
            mark("{path} cannot be opened: {cause}"), path=path, cause=error.strerror
        ) from error


def _close(path: Path) -> str | None:
    from centre_check.files import nearest

    folder = path.parent
    known = [one.name for one in folder.iterdir() if one.is_file()] if folder.is_dir() else []
    return nearest(path.name, known)


def _suggestion(path: Path) -> str:
    if _close(path) is None:
        return mark("check the name and the folder")
    return mark("did you mean {close}?")


def _look(path: Path, content: bytes) -> None:
    """Refuse what is no .xlsx, by its first bytes, whatever it is called."""
    if content[:2] == b"PK" and zipfile.is_zipfile(io.BytesIO(content)):
        return
    kinds = (
        (
            not content,
            mark("{path} is an empty file, not an .xlsx workbook"),
            mark("send the workbook again"),
        ),
        (
            content[:2] == b"PK",
            mark("{path} is a damaged .xlsx file"),
            mark("send the workbook again"),
        ),
        (
            content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            and b"E\0n\0c\0r\0y\0p\0t" in content,
            mark("{path} is an encrypted workbook"),
            mark("take off the password and save it again"),
        ),
        (
            content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            mark("{path} is an old .xls or .et workbook, not an .xlsx one"),
            _SAVE_AS_XLSX,
        ),
        (
            content[:5] == b"%PDF-",
            mark("{path} is a PDF, not an .xlsx workbook"),
            mark("ask for the workbook itself"),
        ),
        (
            b"<html" in content[:2048].lower(),
            mark("{path} is a web page, not an .xlsx workbook"),
            _SAVE_AS_XLSX,
        ),
        (
            b"\0" not in content[:2048],
            mark("{path} is a text file, not an .xlsx workbook"),
            _SAVE_AS_XLSX,
        ),
    )
    message, hint = next(
        ((message, hint) for found, message, hint in kinds if found),
        (mark("{path} is of an unknown kind, not an .xlsx workbook"), _SAVE_AS_XLSX),
    )
    raise WorkbookError(message, hint, path=path)


def _grids(path: Path, content: bytes) -> tuple[Grid, ...]:
    try:
        grids = READERS[Kind.XLSX](content)
    except DamagedFile as error:
        raise WorkbookError(
            mark("{path} is damaged or no workbook"), mark("send the workbook again"), path=path
        ) from error
    if not grids:
        raise WorkbookError(
            mark("{path} has no worksheet"), mark("send the workbook again"), path=path
        )
    return grids
