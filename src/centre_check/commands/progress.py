"""`centre-check progress`: how far the targets of a published programme are."""

from __future__ import annotations

from functools import partial

import click

from centre_check.commands.shared.call import use_case
from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    Whole,
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
        "progress",
        callback=use_case("progress", words),
        help=words(
            mark(
                "Hold a workbook of targets and results against a published programme: target, "
                "result, completion rate, gap, status and cells."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check progress 进度表.xlsx -s ningbo-2023-minsheng"
        + "\n  centre-check progress 进度表.xlsx -s huyi-2019-three-actions --audits 审核结果/"
        + "\n  centre-check progress 进度表.xlsx -s chaoyang-employment --choose year=y2018",
        late_params=partial(_params, words),
    )


def _params(words: Words) -> list[click.Parameter]:
    return [
        click.Argument(
            ["workbook"], metavar=words(mark("WORKBOOK")), type=click.Path(readable=False)
        ),
        click.Option(
            ["-s", "--standard"],
            required=True,
            metavar=words(mark("STANDARD")),
            help=words(mark("the target standard: an id, or a YAML file's path")),
        ),
        click.Option(
            ["--audits"],
            type=click.Path(readable=False),
            metavar=words(mark("FOLDER OR FILE")),
            help=words(mark("audits of centres: the JSON of audit, or a folder of it")),
        ),
        click.Option(
            ["--choose", "choices"],
            multiple=True,
            metavar=words(mark("NAME=CHOICE")),
            help=words(
                mark(
                    "how to read what the text leaves open, may be repeated; standards show "
                    "lists it"
                )
            ),
        ),
        click.Option(
            ["--places"],
            type=Whole(words, 0, 6),
            metavar=words(mark("DIGITS")),
            default=2,
            show_default=True,
            help=words(mark("decimal places of percentages, rounded half up")),
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
