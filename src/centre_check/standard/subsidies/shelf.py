"""Where calculators stand: shipped ones by id, others by their file's path."""

from pathlib import Path

from centre_check.errors import UsageProblem
from centre_check.standard import locations
from centre_check.standard.subsidies.load import read
from centre_check.standard.subsidies.types import Calculator, Subsidies
from centre_check.words import mark
from centre_check.words.nearest import nearest


def shipped() -> tuple[Path, ...]:
    """The shipped files of calculators, by id."""
    return tuple(sorted((locations.folder() / "subsidies").glob("*.yaml")))


def take(name: str | None) -> tuple[Subsidies, ...]:
    """The calculators of one file, given by id or path; without a name all shipped ones.

    Raises:
        UsageProblem: there is no such file.
        BrokenFile: with every mistake of the file.
    """
    paths = shipped() if name is None else (locations.locate_among(shipped(), name),)
    return tuple(read(path, path.read_bytes()) for path in paths)


def find(name: str, among: tuple[Subsidies, ...]) -> tuple[Subsidies, Calculator]:
    """The calculator with this id or title.

    Raises:
        UsageProblem: there is none; the nearest one is named.
    """
    known = {key: (one, part) for one in among for part in one.calculators for key in _keys(part)}
    if name in known:
        return known[name]
    close = nearest(name, known)
    raise UsageProblem(
        mark("there is no calculator {name}"),
        mark("did you mean {close}? `centre-check subsidy --list` shows all"),
        name=name,
        close=close or next(iter(known)),
    )


def _keys(calculator: Calculator) -> tuple[str, ...]:
    return calculator.id, calculator.title.zh, calculator.title.en
