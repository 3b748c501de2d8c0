"""`centre-check sample`: draw centres for a spot check, the same ones for everybody."""

from __future__ import annotations

import click

from centre_check.commands.shared.call import on_workbooks
from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    debug_option,
    format_option,
    language_option,
    output_option,
    sources_argument,
    workbook_options,
)
from centre_check.words import Words, mark

_PER_CENT = 100


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "sample",
        callback=on_workbooks("sample", words),
        short_help=words(mark("Draw centres at random for a spot check.")),
        help=words(
            mark(
                "Draw centres at random for a spot check: the same centres, rate and seed always "
                "give the same list, and the list says how it was drawn. Takes results, folders "
                "of results, or workbooks. The exit code is 3 where a file could not be read, "
                "else 0."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check sample 结果/ --rate 10% --seed 2026"
        + "\n  centre-check sample 结果/ --rate 10% --seed 2026 --by city,level -o 抽查名单.docx",
        late_params=lambda: [
            sources_argument(words),
            click.Option(
                ["--rate"],
                required=True,
                metavar=words(mark("SHARE")),
                help=words(mark("how many are drawn, such as 10%; at least one of each stratum")),
            ),
            click.Option(
                ["--seed"],
                required=True,
                metavar=words(mark("TEXT")),
                help=words(mark("any text or number; it is printed with the list")),
            ),
            click.Option(
                ["--by"],
                default="",
                metavar=words(mark("NAME,...")),
                help=words(
                    mark("draw from each stratum by itself: city, county, town, level, verdict")
                ),
            ),
            format_option(words),
            output_option(words),
            *workbook_options(words),
            language_option(words),
            debug_option(words),
        ],
    )
