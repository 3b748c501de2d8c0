"""`centre-check totals`: judge a summary table, one centre a row, by what it declares."""

from __future__ import annotations

import click

from centre_check.commands.shared.call import use_case
from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    debug_option,
    language_option,
    level_option,
    limit_option,
)
from centre_check.words import Words, mark

DEFAULT_STANDARD = "huyi-2019-totals"


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "totals",
        callback=use_case("totals", words),
        short_help=words(mark("Judge a summary table with one centre a row.")),
        help=words(
            mark(
                "Judge a summary table with one centre a row by the clauses that its declared "
                "totals can decide. Nothing but a shortfall can be shown that way: the exit code "
                "is 1 where a centre falls short, 3 where rows name no centre or one twice, else "
                "4."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check totals 全省汇总表.xlsx -o 判定.xlsx"
        + "\n  centre-check totals 镇级中心.xlsx --level town -f jsonl",
        late_params=lambda: [
            click.Argument(["file"], metavar=words(mark("FILE")), type=click.Path(readable=False)),
            click.Option(
                ["-s", "--standard"],
                default=DEFAULT_STANDARD,
                show_default=True,
                metavar=words(mark("STANDARD")),
                help=words(mark("the standard: an id, or a YAML file's path")),
            ),
            level_option(words),
            click.Option(
                ["-f", "--format", "form"],
                type=click.Choice(["text", "jsonl"]),
                default="text",
                show_default=True,
                help=words(mark("what is printed")),
            ),
            click.Option(
                ["-o", "--output", "outputs"],
                multiple=True,
                type=click.Path(readable=False),
                metavar=words(mark("FILE")),
                help=words(mark("also write it: .xlsx .csv .jsonl .txt; may be repeated")),
            ),
            limit_option(words),
            click.Option(["-q", "--quiet"], is_flag=True, help=words(mark("only the tally"))),
            language_option(words),
            debug_option(words),
        ],
    )
