"""Judge an earlier workbook by the later standard: what only the standard changed shows then."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from centre_check.errors import CentreCheckError, UsageProblem

if TYPE_CHECKING:
    from centre_check.desk.recipe import Recipe
    from centre_check.results.types import CentreResult


def rejudged(old: CentreResult, new: CentreResult, recipe: Recipe) -> CentreResult | None:
    """The earlier workbook by the standard and level of the later result, on its own day.

    None where both were judged alike, where the workbook is not as it was or not there, and where
    the later standard is not at hand.
    """
    if (old.standard.sha256, old.level) == (new.standard.sha256, new.level):
        return None
    name = _standard(new, recipe)
    content = _content(old)
    if name is None or content is None:
        return None
    from centre_check.render.json import audit_text
    from centre_check.results.kept import Keeper
    from centre_check.results.read import of_text

    path = Path(old.workbook)
    again = recipe._replace(standard=name, level=new.level, as_of=old.as_of, files=())
    try:
        audit = again.auditor().audit(path, content)
        return of_text(audit_text(audit), old.workbook, Keeper())
    except CentreCheckError:
        return None


def _standard(result: CentreResult, recipe: Recipe) -> str | None:
    """The id or path by which the standard of the result is found, in just its edition."""
    from centre_check.standard import shelf

    for name in (recipe.standard, result.standard.id):
        try:
            if shelf.take(name).sha256 == result.standard.sha256:
                return name
        except UsageProblem:
            continue
    return None


def _content(result: CentreResult) -> bytes | None:
    """The workbook as it was when it was audited."""
    import hashlib

    try:
        content = Path(result.workbook).read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == result.workbook_sha256 else None
