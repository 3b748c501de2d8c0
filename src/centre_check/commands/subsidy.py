"""`centre-check subsidy`: what a subsidy comes to by its published rule, or why none is told."""

from __future__ import annotations

from functools import partial

import click

from centre_check.commands.shared.call import use_case
from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    as_of_option,
    debug_option,
    format_option,
    language_option,
    limit_option,
    mapping_option,
    output_option,
    personal_option,
)
from centre_check.words import Words, mark


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "subsidy",
        callback=use_case("subsidy", words),
        help=words(
            mark(
                "Compute a subsidy by its published rule from a workbook or from --set, or check "
                "a list of loans; the term that binds is named."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check subsidy --list"
        + "\n  centre-check subsidy sy-opex --set 支出=124.6万元 --set 符合条件=是"
        + "\n  centre-check subsidy cy-loan-cap 贷款清单.xlsx -o 核验.pdf",
        late_params=partial(_params, words),
    )


def _params(words: Words) -> list[click.Parameter]:
    return [
        click.Argument(["subject"], metavar=words(mark("[ID] [WORKBOOK]")), nargs=-1),
        click.Option(
            ["--set", "settings"],
            multiple=True,
            metavar=words(mark("NAME=VALUE")),
            help=words(mark("a parameter, may be repeated: 支出=124.6万元")),
        ),
        click.Option(["--list", "is_list"], is_flag=True, help=words(mark("list all calculators"))),
        click.Option(
            ["-s", "--standard"],
            metavar=words(mark("STANDARD")),
            help=words(mark("only the calculators of this file: an id, or a YAML file's path")),
        ),
        format_option(words),
        output_option(words),
        as_of_option(words),
        personal_option(words),
        mapping_option(words),
        limit_option(words),
        language_option(words),
        debug_option(words),
    ]
