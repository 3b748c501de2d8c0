"""Where standards and forms stand, found by id or path from wheel or checkout."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from centre_check.errors import StandardError, UsageProblem
from centre_check.words import mark

_PACKAGE = Path(__file__).resolve().parent.parent
KINDS = {  # the folders of the shipped standards, one a kind, and what takes it
    ".": mark("use `centre-check audit`"),
    "totals": mark("use `centre-check totals`"),
    "targets": mark("use `centre-check progress`"),
    "subsidies": mark("use `centre-check subsidy`"),
}


def folder() -> Path:
    """The shipped standards: inside the package (wheel) or beside `src` (source checkout)."""
    inside = _PACKAGE / "standards"
    return inside if inside.is_dir() else _PACKAGE.parent.parent / "standards"


def shipped() -> tuple[Path, ...]:
    """The shipped standards' files, by id."""
    return tuple(sorted(folder().glob("*.yaml")))


def totals() -> tuple[Path, ...]:
    """The shipped standards for summary tables, one row a centre."""
    return tuple(sorted((folder() / "totals").glob("*.yaml")))


def locate(name: str) -> Path:
    """The file of a standard given by id or by path.

    Raises:
        UsageProblem: there is no such id and no such file, or it is no standard for centres.
    """
    return locate_among(shipped(), name)


def locate_among(files: Sequence[Path], name: str) -> Path:
    """The one of these files that has the name as its id, else the file at this path.

    Raises:
        UsageProblem: there is neither.
    """
    for path in (*(one for one in files if one.stem == name), Path(name)):
        if path.is_file():
            return path
    from centre_check.words.nearest import nearest

    if Path(name).suffix.lower() in (".yaml", ".yml") or Path(name).name != name:
        raise UsageProblem(
            mark("{path} does not exist"), mark("check the name and the folder"), path=name
        )
    refuse_other_kind(name)
    known = [path.stem for path in files]
    raise UsageProblem(
        mark("there is no standard {name}"),
        mark("did you mean {close}? `centre-check standards list` shows all"),
        name=name,
        close=nearest(name, known) or known[0],
    )


def refuse_other_kind(name: str) -> None:
    """Say which command takes the shipped file of this id, where one has it.

    Raises:
        UsageProblem: one has it.
    """
    for kind, command in KINDS.items():
        if (folder() / kind / f"{name}.yaml").is_file():
            raise UsageProblem(mark("{name} is a standard of another kind"), command, name=name)


def locate_form(name: str, standard: Path) -> Path:
    """The file of a form given by id, shipped or in `forms/` beside the standard, or by path."""
    beside = standard.parent / "forms" / f"{name}.yaml"
    candidates = (standard.parent / name, beside, folder() / "forms" / f"{name}.yaml")
    for path in candidates:
        if path.is_file():
            return path
    raise StandardError(
        mark("{standard}: the form {name} is not there"),
        mark("a form is a shipped one's id or a file beside the standard"),
        standard=standard.name,
        name=name,
    )


def digest(text: bytes) -> str:
    """The SHA-256 of a file's bytes, line ends as on Linux so that a checkout cannot change it."""
    return hashlib.sha256(text.replace(b"\r\n", b"\n")).hexdigest()
