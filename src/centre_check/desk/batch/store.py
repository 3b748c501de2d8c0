"""Keep results as JSON lines so that a run can be cut off anywhere and be taken up again.

While a run goes on, its lines are appended to `结果.jsonl.part`, each with its key; cut off, that
file ends in whole lines and at most one torn one, which is dropped. When all is done it becomes
`结果.jsonl`: by its name alone where it holds just the lines of the run in their order, else put
together from the lines that were kept and those that were made.
"""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from centre_check import __version__
from centre_check.desk.outputs import write_pieces
from centre_check.desk.sink import Sink
from centre_check.files.causes import unwritable
from centre_check.render.json import AUDIT_VERSION
from centre_check.render.json_lines import KEY, audit_line, failure_line, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from centre_check.desk.batch.work import FileAnswer

UNFINISHED = ".part"


class _Place(NamedTuple):
    """Where a line stands: in the unfinished file or in the one of an earlier run."""

    is_old: bool
    start: int
    size: int


class Store(Sink["FileAnswer"]):
    """The lines of one run; `path` is where they will stand when it is done."""

    def __init__(self, path: Path, *, resume: bool) -> None:
        self.path = path
        self._part = path.with_name(path.name + UNFINISHED)
        self._kept: dict[str, _Place] = {}
        self._order: list[_Place] = []
        self._old: BinaryIO | None = None
        if resume:
            self._keep()
        try:
            self._file = self._opened()
        except OSError as error:
            raise unwritable(self._part, error) from error
        self._file.truncate(self._kept_size)
        self._end = self._file.seek(self._kept_size)

    _kept_size = 0  # bytes of the unfinished file that are whole lines

    def _opened(self) -> BinaryIO:
        """The unfinished file; a link that somebody put in its place is not followed."""
        if not self._kept_size:
            self._part.unlink(missing_ok=True)
        flags = os.O_RDWR | (0 if self._kept_size else os.O_CREAT | os.O_EXCL)
        flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        return os.fdopen(os.open(self._part, flags, 0o644), "r+b")

    def _keep(self) -> None:
        """Index what an earlier run has left; of two lines with one key either will do."""
        if self.path.is_file():
            self._old = self.path.open("rb")
            for key, start, size in _lines(self._old):
                self._kept[key] = _Place(is_old=True, start=start, size=size)
        if self._part.is_file() and not self._part.is_symlink():
            with self._part.open("rb") as part:
                for key, start, size in _lines(part):
                    self._kept[key] = _Place(is_old=False, start=start, size=size)
                    self._kept_size = start + size
        self._kept.pop("", None)

    def find(self, key: str) -> bytes | None:
        """The line with this key, where an earlier run has made it."""
        place = self._kept.get(key)
        return None if place is None else self._read(place)

    def take(self, answer: FileAnswer) -> None:
        """Let its line stand next, or the one of an earlier run that was found for it."""
        first, *rest = lines_of(answer)
        if answer.is_kept:
            self._order.append(self._kept[answer.key])
        else:
            self._add(first)
        for line in rest:
            self._add(line)

    def _add(self, line: bytes) -> None:
        """Let a new line stand next; it is with the system when this returns."""
        try:
            self._file.seek(self._end)
            self._file.write(line)
            self._file.flush()
        except OSError as error:
            raise unwritable(self._part, error) from error
        self._order.append(_Place(is_old=False, start=self._end, size=len(line)))
        self._end += len(line)

    def finish(self) -> None:
        """Put the result in its place, whole."""
        try:
            if self._is_in_order():
                self._file.close()
                self._part.replace(self.path)
            else:
                write_pieces(self.path, self._assembled())
                self.close()
                self._part.unlink()
        except OSError as error:
            raise unwritable(self.path, error) from error

    def close(self) -> None:
        """Leave what is there to be taken up again."""
        self._file.close()
        if self._old is not None:
            self._old.close()

    def _is_in_order(self) -> bool:
        end = 0
        for place in self._order:
            if place.is_old or place.start != end:
                return False
            end += place.size
        return end == self._end

    def _assembled(self) -> Iterator[bytes]:
        yield from map(self._read, self._order)
        if self._old is not None:  # Windows replaces no file that is open
            self._old.close()

    def _read(self, place: _Place) -> bytes:
        file = self._old if place.is_old else self._file
        assert file is not None
        file.seek(place.start)
        return file.read(place.size)


def lines_of(answer: FileAnswer) -> Iterator[bytes]:
    """The line of an answer, and one that says so where its centre has come before."""
    if answer.failure is not None:
        yield failure_line(answer.key, answer.failure)
    else:
        yield audit_line(answer.key, answer.text)
    if answer.repeats is not None:
        yield failure_line("", answer.repeats)


def _lines(file: BinaryIO) -> Iterator[tuple[str, int, int]]:
    """The key, start and size of every whole line."""
    start = 0
    for line in file:
        if line.endswith(b"\n"):
            yield key_of(line), start, len(line)
        start += len(line)


def key(path: Path, content: bytes, wish: str) -> str:
    """The key of the audit of a workbook.

    `wish` says all that was asked for: standard, options, level, date, language.
    """
    known = (AUDIT_VERSION, __version__, wish, str(path), hashlib.sha256(content).hexdigest())
    return hashlib.sha256(repr(known).encode("utf-8", "surrogateescape")).hexdigest()[:KEY]
