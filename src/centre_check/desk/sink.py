"""Where results go: every sink takes them one by one, and then the end."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from centre_check.desk.outputs import write_pieces, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

T = TypeVar("T")
_IN_MEMORY = 1 << 20


class Sink(ABC, Generic[T]):
    """Takes results."""

    @abstractmethod
    def take(self, one: T) -> None:
        """One result more."""

    def finish(self) -> None:
        """That was all."""


def hand(one: T, sinks: Sequence[Sink[T]]) -> None:
    """Give a single result to all; what is drawn is drawn everywhere before any is written."""
    for sink in sinks:
        sink.take(one)
    for sink in sinks:
        sink.finish()


class Shown(Sink[T]):
    """Whatever is done with a result at once."""

    def __init__(self, take: Callable[[T], object]) -> None:
        self._take = take

    def take(self, one: T) -> None:
        """Do it."""
        self._take(one)


class Drawn(Sink[T]):
    """A file that holds one result; what cannot be drawn of it leaves no file."""

    def __init__(self, path: Path, draw: Callable[[T], bytes | None]) -> None:
        self._path = path
        self._draw = draw
        self._content: bytes | None = None

    def take(self, one: T) -> None:
        """Draw it."""
        self._content = self._draw(one)

    def finish(self) -> None:
        """Write it."""
        if self._content is not None:
            write_whole(self._path, self._content)


class Lines(Sink[T]):
    """Lines of text, `together` so many results; `said` gives those of one, `end` the last."""

    def __init__(
        self,
        write: Callable[[str], object],
        said: Callable[[T], Iterable[str]],
        *,
        head: str = "",
        end: Callable[[], Iterable[str]] = tuple,
        together: int = 1,
    ) -> None:
        self._write = write
        self._said = said
        self._end = end
        self._together = together
        self._waiting = [head] if head else []

    def take(self, one: T) -> None:
        """Write it, with the next few."""
        self._waiting += self._said(one)
        if len(self._waiting) >= self._together:
            self._flush()

    def finish(self) -> None:
        """Write the rest."""
        self._waiting += self._end()
        self._flush()

    def _flush(self) -> None:
        if self._waiting:
            self._write("".join(self._waiting))
        self._waiting = []


class InFile(Sink[T]):
    """Any of them in a file, which is held on disk and appears when all is there."""

    def __init__(self, path: Path, made: Callable[[Callable[[str], object]], Sink[T]]) -> None:
        import tempfile

        self._path = path
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - kept open
        self._sink = made(lambda text: self._file.write(text.encode("utf-8", "replace")))

    def take(self, one: T) -> None:
        """Hold it until the end."""
        self._sink.take(one)

    def finish(self) -> None:
        """Write the file."""
        self._sink.finish()
        self._file.seek(0)
        with self._file:
            write_pieces(self._path, iter(partial(self._file.read, _IN_MEMORY), b""))
