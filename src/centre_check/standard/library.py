"""All published documents that come with the program, of every kind, found by id or path."""

import re
from enum import StrEnum
from pathlib import Path

from centre_check.standard import locations

_KIND = re.compile(rb"^kind:[ \t]*([a-z]+)", re.MULTILINE)


class StandardKind(StrEnum):
    """What a standard's file holds."""

    CRITERIA = "criteria"  # clauses that a centre meets or not
    TARGETS = "targets"  # numbers that a programme promises
    SUBSIDIES = "subsidies"  # calculators


def shipped() -> tuple[Path, ...]:
    """The files of every kind."""
    found = (sorted((locations.folder() / kind).glob("*.yaml")) for kind in locations.KINDS)
    return tuple(path for paths in found for path in paths)


def locate(name: str) -> Path:
    """The file of this id, or at this path.

    Raises:
        UsageProblem: there is neither.
    """
    return locations.locate_among(shipped(), name)


def kind_of(path: Path) -> StandardKind:
    """What the file says that it holds; without a word of it, criteria."""
    found = _KIND.search(path.read_bytes())
    named = found[1].decode() if found else ""
    return next((kind for kind in StandardKind if kind == named), StandardKind.CRITERIA)
