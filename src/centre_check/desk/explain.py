"""Explain one clause in words, with its trace through a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from centre_check.desk.recipe import Recipe
from centre_check.documents.explanation import build
from centre_check.errors import UsageProblem
from centre_check.words import Words, mark
from centre_check.words.nearest import nearest

if TYPE_CHECKING:
    from centre_check.desk.screen import Screen
    from centre_check.standard.types import Standard


def run(
    words: Words,
    screen: Screen,
    *,
    criterion: str,
    file: str | None,
    personal: str,
    **asked: Any,
) -> None:
    """Show the clause; with a workbook, every row that counts and every other, and why."""
    auditor = Recipe.of(words, personal=personal, **asked).auditor()
    edition, level = auditor.edition, auditor.level
    standards = [edition.resolve(one.id) for one in edition.levels if level in (None, one.id)]
    name = _known(criterion, standards[0])
    audit = auditor.audit(Path(file)) if file is not None else None
    screen.show(build(name, standards, edition.form, words, audit))


def _known(criterion: str, standard: Standard) -> str:
    """The criterion's id, however it was typed."""
    known = [one.id for one in standard.criteria]
    if criterion.upper() in known:
        return criterion.upper()

    raise UsageProblem(
        mark("there is no clause {criterion}"),
        mark("did you mean {close}?"),
        criterion=criterion,
        close=nearest(criterion, known) or known[0],
    )
