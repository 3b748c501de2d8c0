"""The shelf: standards with their forms, as compiled where they are shipped, else from YAML."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from centre_check.errors import StandardError
from centre_check.standard import locations
from centre_check.standard.types import Edition, Standard
from centre_check.words import mark

if TYPE_CHECKING:
    from pathlib import Path

    from centre_check.form.types import Form


def take(name: str) -> Edition:
    """The standard given by id or path, with its form.

    Raises:
        UsageProblem: there is no such standard.
        StandardError: it or its form is broken; all mistakes at once.
    """
    path = locations.locate(name)
    text = _text(path)
    compiled = _take_compiled(path, text)
    if compiled is not None:
        return compiled
    from centre_check.standard.load import read

    return read(path, text)


def _take_compiled(path: Path, text: bytes) -> Edition | None:
    """The standard as compiled, when it was compiled from just these bytes."""
    folder_ = path.parent / "compiled"
    contents = folder_ / f"{path.stem}.json"
    if not contents.is_file():
        return None
    from centre_check.standard import compiled

    book = compiled.parse(contents.read_text("utf-8"))
    form_path = locations.locate_form(book["form"], path)
    sha256, form_sha256 = locations.digest(text), locations.digest(_text(form_path))
    if (sha256, form_sha256) != (book["sha256"], book["form_sha256"]):
        return None

    @cache  # for one audit after the other
    def resolve(level: str) -> Standard:
        found: Standard = compiled.parse((folder_ / f"{path.stem}.{level}.json").read_text("utf-8"))
        return found

    form: Form = compiled.parse((folder_ / f"form.{form_path.stem}.json").read_text("utf-8"))
    return Edition(path, sha256, form, form_path, book["levels"], resolve)


def _text(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StandardError(
            mark("{name} cannot be read: {cause}"), name=str(path), cause=error.strerror or ""
        ) from error
