"""`centre-check template`: the blank workbook that a centre fills in."""

from __future__ import annotations

from functools import partial

import click

from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    debug_option,
    language_option,
    level_option,
    standard_option,
)
from centre_check.desk.outputs import write_whole
from centre_check.words import Words, mark


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "template",
        callback=partial(_run, words),
        help=words(mark("Write the blank workbook of a standard, with drop-downs and prompts.")),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check template --level town -o 空白表.xlsx"
        + "\n  centre-check template -s ningbo-2023-minsheng -o 进度表.xlsx",
        params=[
            standard_option(words),
            level_option(words),
            click.Option(
                ["-o", "--output"],
                required=True,
                type=click.Path(),
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
            language_option(words),
            debug_option(words),
        ],
    )


def _run(
    words: Words, *, standard: str, level: str | None, output: str, full: bool, inspector: bool
) -> None:
    from pathlib import Path

    from centre_check.desk.outputs import checked
    from centre_check.desk.template import template

    checked([output], [], [".xlsx"])
    made = template(standard, level, words, is_full=full, is_inspectors=inspector)
    write_whole(Path(output), made)
    click.echo(words(mark("{path} is written"), path=output), err=True)
