"""All published documents that come with the program, of every kind, found by id or path."""

import re
from enum import StrEnum
from pathlib import Path

from centre_check.errors import UsageProblem
from centre_check.standard import shelf
from centre_check.words import mark

_KIND = re.compile(rb"^kind:[ \t]*([a-z]+)", re.MULTILINE)
_FOLDERS = ("totals", "targets", "subsidies")


class StandardKind(StrEnum):
    """What a standard's file holds."""

    CRITERIA = "criteria"  # clauses that a centre meets or not
    TARGETS = "targets"  # numbers that a programme promises
    SUBSIDIES = "subsidies"  # calculators


def shipped() -> tuple[Path, ...]:
    """The files of every kind."""
    found = [path for name in _FOLDERS for path in (shelf.folder() / name).glob("*.yaml")]
    return (*shelf.shipped(), *sorted(found))


def locate(name: str) -> Path:
    """The file of this id, or at this path.

    Raises:
        UsageProblem: there is neither.
    """
    for path in (*(one for one in shipped() if one.stem == name), Path(name)):
        if path.is_file():
            return path
    from centre_check.words.nearest import nearest

    known = [path.stem for path in shipped()]
    raise UsageProblem(
        mark("there is no standard {name}"),
        mark("did you mean {close}? `centre-check standards list` shows all"),
        name=name,
        close=nearest(name, known) or known[0],
    )


def kind_of(path: Path) -> StandardKind:
    """What the file says that it holds; without a word of it, criteria."""
    found = _KIND.search(path.read_bytes())
    named = found[1].decode() if found else ""
    return next((kind for kind in StandardKind if kind == named), StandardKind.CRITERIA)
