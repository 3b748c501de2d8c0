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

_SHORTEST = 4  # characters that tell one clause from the others: RY-03


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
    name = _known(criterion, standards[0], words)
    audit = auditor.audit(Path(file)) if file is not None else None
    screen.show(build(name, standards, edition.form, words, audit))


def _known(criterion: str, standard: Standard, words: Words) -> str:
    """The criterion's id, however it was typed."""
    titles = {one.id: (one.title.zh, one.title.en) for one in standard.criteria}
    typed = criterion.strip().upper()
    if typed in titles:
        return typed
    ends = [id_ for id_ in titles if len(typed) >= _SHORTEST and id_.endswith(f"-{typed}")]
    named = ends or [
        id_ for id_, names in titles.items() if typed in [one.upper() for one in names]
    ]
    if len(named) == 1:
        return named[0]
    # A number alone resembles them all; what shares no letter with an id is no slip of one.
    is_like_one = len(typed) >= _SHORTEST and typed[0].isascii() and typed[0].isalpha()
    titled = {title: f"{id_} ({title})" for id_, names in titles.items() for title in names}
    close = nearest(typed, titles) if is_like_one else titled.get(nearest(criterion, titled) or "")
    raise UsageProblem(
        mark("there is no clause {criterion}"),
        mark("did you mean {close}?")
        if close
        else mark("write its number, like {id}, or its name, like {title}"),
        criterion=criterion,
        close=close or "",
        id=standard.criteria[0].id,
        title=words.phrase(standard.criteria[0].title),
    )
