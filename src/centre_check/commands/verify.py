"""`centre-check verify`: whether a sealed paper, and what it was made from, are unchanged."""

from __future__ import annotations

import click

from centre_check.commands.shared.call import use_case
from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    attestations_option,
    debug_option,
    language_option,
    waiver_options,
)
from centre_check.words import Words, mark


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "verify",
        callback=use_case("seal", words),
        short_help=words(mark("Verify a sealed paper against its workbook.")),
        help=words(
            mark(
                "Audit and print again what a SEAL tells of, and compare. The exit code is 0 where "
                "all is the same, 1 where something differs (which cells are named), 3 where it "
                "cannot be told. The code proves that the content is the same, not who issued it."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check print report 某中心.xlsx -o 报告.pdf --seal"
        + "\n  centre-check verify 报告.封存.json"
        + "\n  centre-check verify 报告.封存.json --workbook 某中心.xlsx --paper 报告.pdf",
        late_params=lambda: [
            click.Argument(["seal"], metavar=words(mark("SEAL")), type=click.Path()),
            _file("--workbook", mark("the workbook; else the one beside the seal"), words),
            _file("--paper", mark("the paper; else the one beside the seal"), words),
            attestations_option(words),
            waiver_options(words)[0],
            language_option(words),
            debug_option(words),
        ],
    )


def _file(name: str, text: str, words: Words) -> click.Option:
    return click.Option([name], type=click.Path(), metavar=words(mark("FILE")), help=words(text))
