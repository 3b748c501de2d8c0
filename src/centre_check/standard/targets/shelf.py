"""Where target standards stand: shipped ones by id, others by their file's path."""

from pathlib import Path

from centre_check.standard import shelf
from centre_check.standard.targets.load import read
from centre_check.standard.targets.types import Targets


def shipped() -> tuple[Path, ...]:
    """The shipped target standards' files, by id."""
    return tuple(sorted((shelf.folder() / "targets").glob("*.yaml")))


def take(name: str) -> Targets:
    """The target standard given by id or path.

    Raises:
        UsageProblem: there is no such standard.
        BrokenFile: with every mistake of the file.
    """
    path = shelf.locate_among(shipped(), name)
    return read(path, path.read_bytes())
