"""Write results: checked before any work, written whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from centre_check.errors import OutputError, UsageProblem
from centre_check.render.formats import FORMATS, renderer
from centre_check.words import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from centre_check.desk.screen import Screen
    from centre_check.documents.tree import Document

_DATA = ".json"
_WORKBOOKS = (".xlsx", ".xlsm")
_SHEETS = (".xlsx", ".csv")  # formats in which long tables are wanted
LINES = ".jsonl"
_TEMPORARY = ".centre-check"  # ends the name of a file that is being written
_KEPT_OF_NAME = 40  # characters; the name of a temporary file is within 255 bytes as well
_ABANDONED = 600  # seconds since anybody wrote to it
FOLDER = "/"


class Output(NamedTuple):
    """A file or folder that is written; its format is its suffix, or that of a folder."""

    path: Path
    format: str

    @classmethod
    def of(cls, name: str) -> Output:
        """The output of this name: a folder ends like one, or is there and has no known suffix."""
        from pathlib import Path

        path = Path(name)
        suffix = path.suffix.lower()
        is_called_so = name.endswith((FOLDER, os.sep))
        is_there = path.is_dir() and suffix not in (*FORMATS, LINES)
        return cls(path, FOLDER if is_called_so or is_there else suffix)


def checked(
    names: Iterable[str],
    inputs: Iterable[Path],
    suffixes: Iterable[str] = FORMATS,
    *,
    force: bool = False,
) -> list[Output]:
    """The outputs of these names, none of which would fail once the work is done.

    Raises:
        CentreCheckError: see `check_outputs` and `renderer`.
    """
    from pathlib import Path

    found = [Output(path, path.suffix.lower()) for path in map(Path, names)]
    check_outputs([one.path for one in found], inputs, suffixes, force=force)
    for one in found:
        if one.format in FORMATS:
            renderer(one.format)
    return found


def publish(
    form: str,
    outputs: Sequence[Output],
    document: Callable[[bool], Document],
    data: Callable[[], bytes],
    screen: Screen,
) -> None:
    """Show it and write it, all drawn before any is written.

    `document` is told whether it goes into a spreadsheet, which has room for long tables.
    """
    contents = [
        data() if one.format == _DATA else renderer(one.format)(document(one.format in _SHEETS))
        for one in outputs
    ]
    if form == "json":
        screen.write(data())
    else:
        screen.show(document(False))  # noqa: FBT003 - a callable has no names
    for one, content in zip(outputs, contents, strict=True):
        write_whole(one.path, content)


def check_outputs(
    outputs: Iterable[Path],
    inputs: Iterable[Path],
    suffixes: Iterable[str],
    *,
    force: bool = False,
) -> None:
    """Refuse an output that could not be written, before anything is read.

    A workbook that is there and was not made by us is replaced by `force` only: somebody may have
    filled it in.

    Raises:
        UsageProblem: its suffix is no known format, or it is an input of this run, or a workbook
            of somebody else.
        OutputError: its folder is not there, or it cannot be written to.
    """
    known = list(suffixes)
    sources = {os.path.realpath(path) for path in inputs}  # a loop of links does not raise
    for path in outputs:
        if path.suffix.lower() not in known:
            raise UsageProblem(
                mark("{path}: no format is called {suffix}"),
                mark("name it with one of {known}"),
                path=path,
                suffix=path.suffix or "''",
                known=" ".join(known),
            )
        if os.path.realpath(path) in sources:
            raise UsageProblem(
                mark("{path} is an input and is never overwritten"),
                mark("choose another name"),
                path=path,
            )
        if not path.parent.is_dir():
            raise OutputError(
                mark("{path}: the folder is not there"), mark("create it first"), path=path
            )
        if path.is_dir() or not os.access(path.parent, os.W_OK):
            raise OutputError(
                mark("{path} cannot be written"), mark("choose another place"), path=path
            )
        if not force and _is_somebodys(path):
            raise UsageProblem(
                mark("{path} is a workbook that is there already and is not replaced"),
                mark("choose another name, or delete it first"),
                path=path,
            )


def _is_somebodys(path: Path) -> bool:
    """Whether a workbook stands there that is no paper or copy which we made."""
    if path.suffix.lower() not in _WORKBOOKS or not path.is_file():
        return False
    from centre_check.workbook.own_papers import ANNOTATED, PAPER, mark_of

    with path.open("rb") as file:
        found = mark_of(file)
    return found is None or found.kind not in (PAPER, ANNOTATED)


def write_whole(path: Path, content: bytes) -> None:
    """Write the file in one go: another reader sees the old one or all of the new one.

    Raises:
        OutputError: it cannot be written, for instance because Excel has it open.
    """
    write_pieces(path, (content,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write the file in one go from pieces that need not be in memory together.

    Raises:
        OutputError: it cannot be written, for instance because Excel has it open.
    """
    import tempfile
    from pathlib import Path

    from centre_check.files.causes import unwritable

    before = f".{path.name[:_KEPT_OF_NAME]}."
    try:
        handle, name = tempfile.mkstemp(prefix=before, suffix=_TEMPORARY, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.writelines(pieces)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise unwritable(path, error) from error
    _clear_leftovers(path.parent, before)


def _clear_leftovers(folder: Path, before: str) -> None:
    """Delete what a run that was killed has left of the same file."""
    import time
    from contextlib import suppress

    with suppress(OSError):
        for one in os.scandir(folder):
            is_ours = one.name.startswith(before) and one.name.endswith(_TEMPORARY)
            if is_ours and time.time() - one.stat(follow_symlinks=False).st_mtime > _ABANDONED:
                os.unlink(one.path)  # noqa: PTH108 - scandir gives texts
