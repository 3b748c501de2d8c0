"""`centre-check explain`: one clause in words, and its trace through a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from centre_check.commands.shared.call import use_case
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
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "explain",
        callback=use_case("explain", words),
        help=words(
            mark(
                "Explain a clause: its text, its rule for each level, the columns it uses and how "
                "to meet it. With a workbook FILE: every row counted, every row left out, and why."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check explain HY-RY-03\n  centre-check explain HY-RY-03 某中心.xlsx",
        late_params=lambda: [
            click.Argument(["criterion"], metavar=words(mark("CLAUSE")), shell_complete=_complete),
            click.Argument(
                ["file"],
                metavar=words(mark("[FILE]")),
                required=False,
                type=click.Path(readable=False),
            ),
            *first_options(words),
            mapping_option(words),
            limit_option(words),
            personal_option(words),
            language_option(words),
            debug_option(words),
        ],
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
