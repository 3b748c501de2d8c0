"""Where target standards stand: shipped ones by id, others by their file's path."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from centre_check.standard import locations
from centre_check.standard.targets.load import read
from centre_check.standard.targets.types import Targets


def shipped() -> tuple[Path, ...]:
    """The shipped target standards' files, by id."""
    return tuple(sorted((locations.folder() / "targets").glob("*.yaml")))


def take(name: str, choices: Mapping[str, str] = MappingProxyType({})) -> Targets:
    """The target standard given by id or path; `choices` are of its options, by their ids.

    Raises:
        UsageProblem: there is no such standard, or no such option or choice.
        BrokenFile: with every mistake of the file.
    """
    path = locations.locate_among(shipped(), name)
    return read(path, path.read_bytes(), choices)
