"""`centre-check audit`: judge workbooks and say, clause by clause, on which cells that rests."""

from __future__ import annotations

from functools import partial

import click

from centre_check.commands.shared.call import use_case
from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    Whole,
    debug_option,
    first_options,
    force_option,
    further_options,
    language_option,
    mentor_centres_option,
    output_option,
    personal_option,
)
from centre_check.words import Words, mark

_WRITTEN = mark(
    "also write the result: .json or .txt; of one centre also the report as .pdf .docx .html "
    ".xlsx .md .csv; of many workbooks also .jsonl or a folder/; may be repeated"
)


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "audit",
        callback=use_case("audit", words),
        help=words(
            mark(
                "Judge each workbook FILE against the standard and show, clause by clause, what "
                "was found, what is required, the gap, the cells and the next step."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check audit 某中心.xlsx\n  centre-check audit 某中心.xlsx --as-of 2026-06-30"
        + "\n  centre-check audit *.xlsx -f json -o 结果.json",
        late_params=partial(_params, words),
    )


def _params(words: Words) -> list[click.Parameter]:
    return [
        click.Argument(
            ["files"],
            metavar=words(mark("FILE|FOLDER...")),
            nargs=-1,
            required=True,
            type=click.Path(readable=False),
        ),
        *first_options(words),
        *_result_options(words),
        *_batch_options(words),
        _annotate_option(words),
        force_option(words),
        *further_options(words),
        personal_option(words),
        *_screen_options(words),
        language_option(words),
        debug_option(words),
    ]


def _result_options(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["-f", "--format", "form"],
            type=click.Choice(["text", "json", "jsonl"]),
            default="text",
            show_default=True,
            help=words(mark("what is printed")),
        ),
        output_option(words, _WRITTEN),
    ]


def _batch_options(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["--jobs"],
            type=Whole(words, 1),
            metavar=words(mark("NUMBER")),
            help=words(mark("how many processes audit many workbooks; else as many as help")),
        ),
        click.Option(
            ["--scheduler"],
            metavar=words(mark("ADDRESS")),
            help=words(mark("a Dask cluster that does the work, like tcp://10.0.0.5:8786")),
        ),
        click.Option(
            ["--resume"],
            is_flag=True,
            help=words(mark("go on from the results in -o; do again only what has changed")),
        ),
        mentor_centres_option(words),
    ]


def _annotate_option(words: Words) -> click.Parameter:
    return click.Option(
        ["--annotate"],
        type=click.Path(readable=False),
        metavar=words(mark("FILE")),
        help=words(
            mark(
                "also write a copy of the workbook (.xlsx) with every cell that failed or is "
                "open filled and commented"
            )
        ),
    )


def _screen_options(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["--color"],
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            show_default=True,
            help=words(mark("colours on the screen")),
        ),
        click.Option(["-q", "--quiet"], is_flag=True, help=words(mark("only the verdict"))),
        click.Option(
            ["-v", "--verbose"],
            is_flag=True,
            help=words(mark("also the clauses' own words and how they were understood")),
        ),
    ]
