"""`centre-check impact`: whom a changed standard would hit, and by how much."""

from __future__ import annotations

import click

from centre_check.commands.shared.call import use_case
from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    debug_option,
    format_option,
    language_option,
    output_option,
    workbook_options,
)
from centre_check.words import Words, mark


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "impact",
        callback=use_case("impact", words),
        short_help=words(mark("See whom a changed standard would hit.")),
        help=words(
            mark(
                "Judge the same workbooks by a standard and by a changed one: which verdicts turn, "
                "by which clause, by how much. The exit code is 0 where no verdict changes, 1 "
                "where one does."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check impact 报送/ --to 新标准.yaml"
        + "\n  centre-check impact 报送/ --set HY-YJ-04=800 --set HY-RY-03@区级=6"
        + "\n  centre-check impact 报送/ --sweep HY-YJ-04=300:1000:50 -o 测算.html",
        late_params=lambda: [
            click.Argument(
                ["sources"],
                metavar=words(mark("FILE|FOLDER...")),
                nargs=-1,
                required=True,
                type=click.Path(),
            ),
            click.Option(
                ["--to"],
                metavar=words(mark("STANDARD")),
                help=words(mark("the changed standard, an id or a YAML file")),
            ),
            click.Option(
                ["--set", "settings"],
                multiple=True,
                metavar=words(mark("CLAUSE=LIMIT")),
                help=words(mark("another limit, of one level as CLAUSE@LEVEL; may be repeated")),
            ),
            click.Option(
                ["--sweep"],
                metavar=words(mark("CLAUSE=LOW:HIGH:STEP")),
                help=words(mark("every limit of a range, as a table and a figure")),
            ),
            format_option(words),
            output_option(words),
            *workbook_options(words),
            language_option(words),
            debug_option(words),
        ],
    )
