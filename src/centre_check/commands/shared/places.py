"""Where the results of many workbooks go: each place takes one answer after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from centre_check.batch.folder import Names
from centre_check.batch.spool import Spool
from centre_check.commands.shared.outputs import write_whole
from centre_check.render.json import assemble
from centre_check.render.json_lines import audit_line, failure_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from centre_check.batch.store import Store
    from centre_check.batch.work import Answer
    from centre_check.commands.shared.course import Course
    from centre_check.model.findings import Failure


class Lines:
    """JSON lines, written at once."""

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self._write = write

    def take(self, answer: Answer, trouble: Failure | None) -> None:
        """Write its line, and one for the trouble."""
        for line in _lines(answer, trouble):
            self._write(line)

    def finish(self) -> None:
        """All is written."""


class Kept:
    """JSON lines in a file that a later run can take up."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def take(self, answer: Answer, trouble: Failure | None) -> None:
        """Keep its line, or the one that an earlier run has made."""
        first, *rest = _lines(answer, trouble)
        if answer.is_kept:
            self._store.keep(answer.key)
        else:
            self._store.add(first)
        for line in rest:
            self._store.add(line)

    def finish(self) -> None:
        """Put the file in its place."""
        self._store.finish()


class Whole:
    """One JSON text of the whole run."""

    def __init__(self, write: Callable[[Iterator[bytes]], None], lang: str) -> None:
        self._write = write
        self._spool = Spool(lang)

    def take(self, answer: Answer, trouble: Failure | None) -> None:
        """Hold it until the end."""
        if answer.summary is not None:
            self._spool.audit(answer.text, answer.summary.as_of)
        for failure in filter(None, (answer.failure, trouble)):
            self._spool.failure(failure)

    def finish(self) -> None:
        """Write the text."""
        self._write(self._spool.pieces())


class Folder:
    """One JSON file a workbook."""

    def __init__(self, folder: Path, paths: Iterable[Path], lang: str) -> None:
        self._folder = folder
        self._names = Names(paths)
        self._lang = lang

    def take(self, answer: Answer, trouble: Failure | None) -> None:
        """Write its file, as if it had been audited alone."""
        del trouble  # is not of this workbook alone
        days = {answer.summary.as_of} if answer.summary else set()
        texts = [answer.text] if answer.summary else []
        failures = [answer.failure] if answer.failure else []
        content = "".join(assemble(texts, days, failures, self._lang)).encode()
        write_whole(self._folder / self._names.name(answer.path), content)

    def finish(self) -> None:
        """All is written."""


class Listed:
    """One line of text a workbook, hints across them, a tally; a quiet one has the tally only."""

    def __init__(self, write: Callable[[str], None], course: Course, *, is_quiet: bool) -> None:
        self._write = write
        self._course = course
        self._is_quiet = is_quiet

    def take(self, answer: Answer, trouble: Failure | None) -> None:
        """Write its line, and one for the trouble."""
        if self._is_quiet:
            return
        listing = self._course.listing
        self._write(listing.line(answer))
        if trouble is not None:
            self._write(listing.duplicate(trouble))

    def finish(self) -> None:
        """Write the hints and the tally."""
        for line in () if self._is_quiet else self._course.hints:
            self._write(line)
        self._write(self._course.tally())


class ListedInFile:
    """The same in a file, which appears when all is there."""

    def __init__(self, path: Path, course: Course, *, is_quiet: bool) -> None:
        self._path = path
        self._lines: list[str] = []
        self._listed = Listed(self._lines.append, course, is_quiet=is_quiet)

    def take(self, answer: Answer, trouble: Failure | None) -> None:
        """Hold its line."""
        self._listed.take(answer, trouble)

    def finish(self) -> None:
        """Write the file."""
        self._listed.finish()
        write_whole(self._path, "".join(f"{line}\n" for line in self._lines).encode())


def _lines(answer: Answer, trouble: Failure | None) -> Iterator[bytes]:
    if answer.failure is not None:
        yield failure_line(answer.key, answer.failure)
    else:
        yield audit_line(answer.key, answer.text)
    if trouble is not None:
        yield failure_line("", trouble)
