"""Where the results of many workbooks go: each place takes one answer after the other."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from centre_check.desk.outputs import write_whole
from centre_check.model.findings import Failure
from centre_check.render.json import assemble
from centre_check.render.json_lines import audit_line, failure_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from centre_check.desk.batch.batch_run import BatchRun
    from centre_check.desk.batch.store import Store
    from centre_check.desk.batch.work import Answer
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

    def __init__(self, write: Callable[[str], None], run: BatchRun, *, is_quiet: bool) -> None:
        self._write = write
        self._run = run
        self._is_quiet = is_quiet

    def take(self, answer: Answer, trouble: Failure | None) -> None:
        """Write its line, and one for the trouble."""
        if self._is_quiet:
            return
        listing = self._run.listing
        self._write(listing.line(answer))
        if trouble is not None:
            self._write(listing.duplicate(trouble))

    def finish(self) -> None:
        """Write the hints and the tally."""
        for line in () if self._is_quiet else self._run.hints:
            self._write(line)
        self._write(self._run.tally())


class ListedInFile:
    """The same in a file, which appears when all is there."""

    def __init__(self, path: Path, run: BatchRun, *, is_quiet: bool) -> None:
        self._path = path
        self._lines: list[str] = []
        self._listed = Listed(self._lines.append, run, is_quiet=is_quiet)

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


_LENGTH = 12  # digits of a text's length, written before it
_IN_MEMORY = 1 << 20


class Spool:
    """The audits and failures of a run that become one JSON text."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - kept open
        self._days: set[str] = set()
        self._failures: list[Failure] = []

    def audit(self, text: str, as_of: str) -> None:
        """One audit more."""
        content = text.encode()
        self._file.write(f"{len(content):{_LENGTH}}".encode() + content)
        self._days.add(as_of)

    def failure(self, failure: Failure) -> None:
        """One workbook more that could not be audited."""
        self._failures.append(failure)

    def pieces(self) -> Iterator[bytes]:
        """The whole text, piece by piece; the spool is empty then."""
        with self._file:
            for piece in assemble(self._texts(), self._days, self._failures, self._lang):
                yield piece.encode()

    def _texts(self) -> Iterator[str]:
        self._file.seek(0)
        while length := self._file.read(_LENGTH):
            yield self._file.read(int(length)).decode()


_UNSAFE = re.compile(r"[^\w().（）·-]|[\s_]+")
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)
_LONGEST = 60  # characters; in UTF-8 and with a suffix below the 255 bytes of a name


class Names:
    """Gives each workbook a name of its own; the same workbooks in the same order, the same."""

    def __init__(self, paths: Iterable[Path]) -> None:
        folders = [str(path.parent) for path in paths]
        self._common = os.path.commonpath(folders) if _are_alike(folders) else ""
        self._taken: set[str] = set()

    def name(self, path: Path) -> str:
        """The name of the file for this workbook's result."""
        stem = path.with_suffix("").as_posix().removeprefix(Path(self._common).as_posix())
        plain = _UNSAFE.sub("_", stem).strip("_. ")[-_LONGEST:] or "_"
        if _DEVICES.match(plain):
            plain = f"_{plain}"
        name, number = plain, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{plain}-{number}"
        self._taken.add(name.casefold())
        return f"{name}.json"


def _are_alike(folders: list[str]) -> bool:
    """Whether they can have a common part: all absolute or all relative, on one drive."""
    kinds = {(os.path.isabs(one), os.path.splitdrive(one)[0]) for one in folders}  # noqa: PTH117
    return len(kinds) == 1
