"""Find the workbooks that a user means: files, folders, patterns and zips of a folder."""

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from centre_check.batch.packages import Package, is_package
from centre_check.batch.skipped import NOTHING, Skip, Skipped, skip_of
from centre_check.errors import UsageProblem
from centre_check.words import mark
from centre_check.workbook.guard import Limits, contents

_IN_PATTERNS = frozenset("*?[")
_TABLE = ".csv"


class Source(Protocol):
    """One workbook: where it stands, and its bytes when they are wanted."""

    @property
    def path(self) -> Path:
        """The name under which it is reported."""

    def contents(self, limits: Limits) -> bytes:
        """Its bytes.

        Raises:
            CentreCheckError: it is not there, or cannot be taken.
        """


class Found(NamedTuple):
    """All workbooks in a fixed order, and how many files were passed over."""

    sources: tuple[Source, ...]
    skipped: Skipped
    is_single: bool  # one workbook, named by itself


class File(NamedTuple):
    """A workbook that is a file, or a folder of .csv files."""

    path: Path

    def contents(self, limits: Limits) -> bytes:
        """Its bytes."""
        return contents(self.path, limits)


def find(arguments: Iterable[str]) -> Found:
    """The workbooks behind the arguments, in their order; inside a folder, by path.

    A file that is named is always taken; in folders, patterns and zips, lock files, hidden files
    and what has no workbook's suffix are passed over and counted.

    Raises:
        UsageProblem: a pattern that nothing matches.
        WorkbookError: a zip with too many members.
    """
    sources: dict[str, Source] = {}
    skipped = NOTHING
    named = [path for argument in arguments for path in _named(argument)]
    for path, is_picked in named:
        for one in _below(path) if is_picked else _matched(path):
            if isinstance(one, Skip):
                skipped = skipped.plus(one)
            else:
                sources.setdefault(os.path.abspath(one.path), one)  # noqa: PTH100 - keeps links
    is_single = len(named) == 1 and list(sources.values()) == [File(named[0][0])]
    return Found(tuple(sources.values()), skipped, is_single)


def _named(argument: str) -> Iterator[tuple[Path, bool]]:
    """The paths that an argument means, and whether somebody named them one by one."""
    path = Path(argument)
    if os.path.lexists(path) or _IN_PATTERNS.isdisjoint(argument):
        yield path, True
        return
    matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - keeps what was typed
    if not matches:
        raise UsageProblem(
            mark("nothing is called {path}"),
            mark("check the pattern and the folder"),
            path=argument,
        )
    yield from ((Path(match), False) for match in matches)


def _matched(path: Path) -> Iterator[Source | Skip]:
    """What a pattern has found; files as in a folder, so that `**` finds no more than a walk."""
    if path.is_dir() and not is_table_folder(path):
        return
    skip = None if path.is_dir() else skip_of(path.name)
    if skip is None:
        yield from _below(path)
    else:
        yield skip


def _below(path: Path) -> Iterator[Source | Skip]:
    if path.is_dir() and not is_table_folder(path):
        yield from _walk(path)
    elif is_package(path):
        yield from Package(path).workbooks()
    else:
        yield File(path)


def is_table_folder(folder: Path) -> bool:
    """Whether a folder is itself one workbook: .csv files, one a sheet, and no workbook beside."""
    try:
        names = [one.name for one in folder.iterdir()]
    except OSError:
        return False
    has_tables = any(name.lower().endswith(_TABLE) and name[0] not in ".~" for name in names)
    return has_tables and all(skip_of(name) is not None for name in names)


def _walk(folder: Path) -> Iterator[Source | Skip]:
    """Everything below a folder, by name; links to folders are not followed."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if not path.is_dir():
            yield from _below(path)
            continue
        if is_table_folder(path):
            yield File(path)
            continue
        try:
            with os.scandir(path) as listing:
                entries = sorted(listing, key=lambda entry: entry.name, reverse=True)
        except OSError:
            yield File(path)  # whose contents say why it cannot be opened
            continue
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            skip = skip_of(entry.name, is_folder=is_folder)
            if skip is None:
                waiting.append(path / entry.name)
            else:
                yield skip
