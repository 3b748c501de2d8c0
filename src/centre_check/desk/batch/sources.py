"""Find the workbooks that a user means: files, folders, patterns and zips of a folder."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import NamedTuple, Protocol

from centre_check.errors import UsageProblem, WorkbookError
from centre_check.words import mark
from centre_check.workbook.guard import Limits, contents
from centre_check.workbook.guard.contents import name_of
from centre_check.workbook.guard.look import WORKBOOK_SUFFIXES
from centre_check.workbook.own_papers import ANNOTATED, INSPECTOR, PAPER, OwnMark, mark_of

_IN_PATTERNS = frozenset("*?[")
_TABLE = ".csv"
MARKED_SUFFIXES = frozenset({".xlsx", ".xlsm"})


PACKAGE = ".zip"
_MAC_FOLDER = "__MACOSX"


class Skip(StrEnum):
    """Why a file was passed over."""

    LOCK = "lock"  # ~$…, beside a workbook that is open
    HIDDEN = "hidden"
    OTHER = "other"  # no workbook by its suffix
    OWN = "own"  # a paper that we made
    ANNOTATED = "annotated"  # our annotated copy, beside its original
    INSPECTOR = "inspector"  # an inspector's decisions


class Passed(NamedTuple):
    """A file or folder that was passed over."""

    path: Path
    reason: Skip


def skip_of(name: str, *, is_folder: bool = False) -> Skip | None:
    """Why a file or folder of this name is passed over; None when it is not."""
    if name.startswith("~$"):
        return Skip.LOCK
    if name.startswith(".") or name == _MAC_FOLDER:
        return Skip.HIDDEN
    if is_folder or name.lower().endswith((*WORKBOOK_SUFFIXES, PACKAGE)):
        return None
    return Skip.OTHER


def skip_within(parts: Sequence[str], *, is_folder: bool = False) -> Skip | None:
    """Why a file is passed over, for its own name or that of a folder above it."""
    above = (skip_of(part, is_folder=True) for part in parts[:-1])
    return next(filter(None, above), None) or skip_of(parts[-1], is_folder=is_folder)


class WorkbookSource(Protocol):
    """One workbook: where it stands, and its bytes when they are wanted."""

    @property
    def path(self) -> Path:
        """The name under which it is reported."""

    def contents(self, limits: Limits) -> bytes:
        """Its bytes.

        Raises:
            CentreCheckError: it is not there, or cannot be taken.
        """

    def own_mark(self) -> OwnMark | None:
        """Our mark in it, if we made it."""

    def sha256(self) -> str:
        """The hash of its bytes, empty where they cannot be taken."""


class Found(NamedTuple):
    """All workbooks in a fixed order, and how many files were passed over."""

    sources: tuple[WorkbookSource, ...]
    skipped: Mapping[Skip, int]
    is_single: bool  # one workbook, named by itself


class File(NamedTuple):
    """A workbook that is a file, or a folder of .csv files."""

    path: Path

    def contents(self, limits: Limits) -> bytes:
        """Its bytes."""
        return contents(self.path, limits)

    def own_mark(self) -> OwnMark | None:
        """Our mark in it, if we made it."""
        if self.path.suffix.lower() not in MARKED_SUFFIXES:
            return None
        with suppress(OSError):
            if self.path.is_file():
                with self.path.open("rb") as file:
                    return mark_of(file)
        return None

    def sha256(self) -> str:
        """The hash of its bytes, empty where they cannot be taken."""
        from hashlib import file_digest

        with suppress(OSError), self.path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
        return ""


def find(arguments: Iterable[str]) -> Found:
    """The workbooks behind the arguments, in their order; inside a folder, by path.

    A file that is named is always taken; in folders, patterns and zips, lock files, hidden files
    and what has no workbook's suffix are passed over and counted.

    Raises:
        UsageProblem: a pattern that nothing matches.
        WorkbookError: there is none, or a zip lists too many members.
    """
    found: dict[str, WorkbookSource | Passed] = {}
    arguments = list(arguments)
    named = [one for argument in arguments for one in _named(argument)]
    for one in chain.from_iterable(map(_below, named)):
        found.setdefault(os.path.abspath(one.path), one)  # noqa: PTH100 - keeps links
    found |= _own(found, {os.path.abspath(argument) for argument in arguments})  # noqa: PTH100
    sources = tuple(one for one in found.values() if not isinstance(one, Passed))
    skipped = Counter(one.reason for one in found.values() if isinstance(one, Passed))
    if not sources:
        raise WorkbookError(
            mark("{path} is a folder without workbooks; passed over: {n}"),
            mark("give the path of a workbook, or of a folder that holds some"),
            path=name_of(named[0].path),
            n=skipped.total(),
        )
    is_single = len(named) == 1 and sources == (File(named[0].path),)
    return Found(sources, skipped, is_single)


_OWN = {PAPER: Skip.OWN, INSPECTOR: Skip.INSPECTOR}


def _own(
    found: Mapping[str, WorkbookSource | Passed], named: AbstractSet[str]
) -> dict[str, Passed]:
    """Those of the files, none of them named by itself, that are no centre's workbook but ours."""
    marks = {
        key: mark
        for key, one in found.items()
        if key not in named and not isinstance(one, Passed) and (mark := one.own_mark())
    }
    copies = {key: mark.sha256 for key, mark in marks.items() if mark.kind == ANNOTATED}
    others = (one for key, one in found.items() if copies and key not in marks)
    hashes = {one.sha256() for one in others if not isinstance(one, Passed)}
    passed = {key: _OWN[mark.kind] for key, mark in marks.items() if mark.kind in _OWN}
    passed |= {key: Skip.ANNOTATED for key, sha256 in copies.items() if sha256 in hashes}
    return {key: Passed(found[key].path, skip) for key, skip in passed.items()}


def _named(argument: str) -> Iterator[File | Passed]:
    """The files and folders that an argument means, and those that a pattern passes over."""
    path = Path(argument)
    if os.path.lexists(path) or _IN_PATTERNS.isdisjoint(argument):
        yield File(path)
        return
    import glob

    matches = map(Path, glob.glob(argument, recursive=True))  # noqa: PTH207 - keeps what was typed
    found = sorted(matches, key=lambda match: match.parts)
    if not found:
        raise UsageProblem(
            mark("nothing is called {path}"),
            mark("check the pattern and the folder"),
            path=argument,
        )
    fixed = next(at for at, part in enumerate(path.parts) if not _IN_PATTERNS.isdisjoint(part))
    for match in found:
        skip = skip_within(match.parts[fixed:] or (".",), is_folder=match.is_dir())
        yield Passed(match, skip) if skip else File(match)


def _below(one: File | Passed) -> Iterator[WorkbookSource | Passed]:
    if isinstance(one, Passed):
        yield one
    elif one.path.suffix.lower() == PACKAGE and _is_package(one.path):
        from centre_check.desk.batch.packages import WorkbookPackage

        yield from WorkbookPackage(one.path).workbooks()
    elif os.path.isdir(one.path) and not is_table_folder(one.path):  # noqa: PTH112 - never raises
        yield from _walk(one.path)
    else:
        yield one


def _is_package(path: Path) -> bool:
    from centre_check.desk.batch.packages import is_package

    return is_package(path)


def is_table_folder(folder: Path) -> bool:
    """Whether a folder is itself one workbook: .csv files, one a sheet, and no workbook beside."""
    try:
        names = [one.name for one in folder.iterdir()]
    except OSError:
        return False
    has_tables = any(name.lower().endswith(_TABLE) and name[0] not in ".~" for name in names)
    return has_tables and all(skip_of(name) is not None for name in names)


def _walk(folder: Path) -> Iterator[WorkbookSource | Passed]:
    """Everything below a folder, by name; links to folders are not followed."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        yield File(folder)  # whose contents say why it cannot be opened
        return
    for entry in entries:
        path = folder / entry.name
        is_link = entry.is_dir() and entry.is_symlink()
        is_folder = entry.is_dir() and not is_link
        skip = skip_of(entry.name, is_folder=is_folder) or (Skip.OTHER if is_link else None)
        yield from _below(Passed(path, skip) if skip else File(path))
