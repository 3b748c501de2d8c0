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
_SHEETS = (".xlsx", ".csv")  # formats in which long tables are wanted
LINES = ".jsonl"
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
    names: Iterable[str], inputs: Iterable[Path], suffixes: Iterable[str] = FORMATS
) -> list[Output]:
    """The outputs of these names, none of which would fail once the work is done.

    Raises:
        CentreCheckError: see `check_outputs` and `renderer`.
    """
    from pathlib import Path

    found = [Output(path, path.suffix.lower()) for path in map(Path, names)]
    check_outputs([one.path for one in found], inputs, suffixes)
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


def check_outputs(outputs: Iterable[Path], inputs: Iterable[Path], suffixes: Iterable[str]) -> None:
    """Refuse an output that could not be written, before anything is read.

    Raises:
        UsageProblem: its suffix is no known format, or it is an input of this run.
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

    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.writelines(pieces)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(
            mark("{path} cannot be written: {cause}"),
            mark("close the file in other programs and try again"),
            path=path,
            cause=error.strerror or error,
        ) from error
