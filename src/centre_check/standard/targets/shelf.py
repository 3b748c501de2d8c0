"""Where target standards stand: shipped ones by id, others by their file's path."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from centre_check.errors import UsageProblem
from centre_check.standard import shelf
from centre_check.standard.library import StandardKind, refuse_other_kind
from centre_check.standard.targets.load import read
from centre_check.standard.targets.types import Targets
from centre_check.words import mark
from centre_check.words.nearest import nearest


def shipped() -> tuple[Path, ...]:
    """The shipped target standards' files, by id."""
    return tuple(sorted((shelf.folder() / "targets").glob("*.yaml")))


def locate(name: str) -> Path:
    """The file of a target standard given by id or by path.

    Raises:
        UsageProblem: there is no such id and no such file, or it is no target standard.
    """
    for path in (*(one for one in shipped() if one.stem == name), Path(name)):
        if path.is_file():
            return path
    refuse_other_kind(name, StandardKind.TARGETS)
    known = [path.stem for path in shipped()]
    raise UsageProblem(
        mark("there is no standard {name}"),
        mark("did you mean {close}? `centre-check standards list` shows all"),
        name=name,
        close=nearest(name, known) or known[0],
    )


def take(name: str, choices: Mapping[str, str] = MappingProxyType({})) -> Targets:
    """The target standard given by id or path; `choices` are of its options, by their ids.

    Raises:
        UsageProblem: there is no such standard, or no such option or choice.
        BrokenFile: with every mistake of the file.
    """
    path = locate(name)
    return read(path, path.read_bytes(), choices)
