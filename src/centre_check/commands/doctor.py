"""`centre-check doctor`: say what of a workbook was recognised, and what was not."""

from __future__ import annotations

import click

from centre_check.commands.shared.call import use_case
from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    debug_option,
    language_option,
    limit_option,
    mapping_option,
    personal_option,
    standard_option,
)
from centre_check.words import Words, mark

_LEVEL = ("centre", "level")  # asked for by the audit itself, not by a clause


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "doctor",
        callback=use_case("doctor", words),
        help=words(
            mark(
                "Show what of a workbook FILE is recognised, and what is not. Ends with 3 when a "
                "sheet, a column or a cell that decides is missing or cannot be read."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check doctor 某中心.xlsx"
        + "\n  centre-check doctor 某中心.xlsx --write-mapping 映射.yaml",
        late_params=lambda: [
            click.Argument(["file"], metavar=words(mark("FILE")), type=click.Path(readable=False)),
            standard_option(words),
            mapping_option(words),
            click.Option(
                ["--write-mapping", "target"],
                type=click.Path(readable=False),
                metavar=words(mark("YAML-FILE")),
                help=words(mark("also write what was recognised as a mapping to correct")),
            ),
            click.Option(
                ["-f", "--format", "form"],
                type=click.Choice(["text", "json"]),
                default="text",
                show_default=True,
                help=words(mark("what is printed")),
            ),
            limit_option(words),
            personal_option(words),
            language_option(words),
            debug_option(words),
        ],
    )
