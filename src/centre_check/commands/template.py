"""`centre-check template`: the blank workbook that a centre fills in."""

from __future__ import annotations

import click

from centre_check.commands.shared.call import use_case
from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    debug_option,
    force_option,
    language_option,
    level_option,
    standard_option,
)
from centre_check.words import Words, mark


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "template",
        callback=use_case("template", words),
        help=words(mark("Write the blank workbook of a standard, with drop-downs and prompts.")),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check template --level town -o 空白表.xlsx"
        + "\n  centre-check template -s ningbo-2023-minsheng -o 进度表.xlsx",
        late_params=lambda: [
            standard_option(words),
            level_option(words),
            click.Option(
                ["-o", "--output"],
                required=True,
                type=click.Path(readable=False),
                metavar=words(mark("XLSX-FILE")),
                help=words(mark("the .xlsx to write")),
            ),
            click.Option(
                ["--full"],
                is_flag=True,
                help=words(mark("all sheets of the form, not only those that decide the verdict")),
            ),
            click.Option(
                ["--inspector"],
                is_flag=True,
                help=words(
                    mark("the inspector's table 16 现场核定, to be given with --attestations")
                ),
            ),
            force_option(words),
            language_option(words),
            debug_option(words),
        ],
    )
