"""`centre-check explain`: one clause in words, and its trace through a workbook."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    DEFAULT_STANDARD,
    debug_option,
    first_options,
    language_option,
    limit_option,
    mapping_option,
    personal_option,
)
from centre_check.errors import UsageProblem
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem

    from centre_check.standard.types import Standard


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "explain",
        callback=partial(_run, words),
        help=words(
            mark(
                "Explain a clause: its text, its rule for each level, the columns it uses and how "
                "to meet it. With a workbook FILE: every row counted, every row left out, and why."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check explain HY-RY-03\n  centre-check explain HY-RY-03 某中心.xlsx",
        params=[
            click.Argument(["criterion"], metavar=words(mark("CLAUSE")), shell_complete=_complete),
            click.Argument(
                ["file"], metavar=words(mark("[FILE]")), required=False, type=click.Path()
            ),
            *first_options(words),
            mapping_option(words),
            limit_option(words),
            personal_option(words),
            language_option(words),
            debug_option(words),
        ],
    )


def _run(
    words: Words,
    *,
    criterion: str,
    file: str | None,
    personal: str,
    **asked: Any,
) -> None:
    from pathlib import Path

    from centre_check.commands.shared.screen import show
    from centre_check.desk.recipe import Recipe
    from centre_check.documents.explanation import build

    auditor = Recipe.of(words, personal=personal, **asked).auditor()
    edition, level = auditor.edition, auditor.level
    standards = [edition.resolve(one.id) for one in edition.levels if level in (None, one.id)]
    name = _known(criterion, standards[0])
    audit = auditor.audit(Path(file)) if file is not None else None
    show(build(name, standards, edition.form, words, audit))


def _known(criterion: str, standard: Standard) -> str:
    """The criterion's id, however it was typed."""
    known = [one.id for one in standard.criteria]
    if criterion.upper() in known:
        return criterion.upper()
    from centre_check.words.nearest import nearest

    raise UsageProblem(
        mark("there is no clause {criterion}"),
        mark("did you mean {close}?"),
        criterion=criterion,
        close=nearest(criterion, known) or known[0],
    )


def _complete(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> Sequence[CompletionItem]:
    from click.shell_completion import CompletionItem

    from centre_check.standard import shelf

    edition = shelf.take(ctx.params.get("standard") or DEFAULT_STANDARD)
    criteria = edition.resolve(edition.levels[0].id).criteria
    return [
        CompletionItem(one.id, help=one.title.zh)
        for one in criteria
        if one.id.startswith(incomplete.upper())
    ]
