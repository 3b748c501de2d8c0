"""`centre-check waivers`: check and list the exemptions that an office keeps."""

from __future__ import annotations

import click

from centre_check.commands.shared.call import use_case
from centre_check.commands.shared.help_page import Command, HelpGroup
from centre_check.commands.shared.options import (
    Whole,
    debug_option,
    language_option,
    output_option,
    standard_option,
)
from centre_check.words import Words, mark


def command(words: Words) -> HelpGroup:
    """The command in the user's language, with its parts."""
    group = HelpGroup(
        "waivers",
        help=words(mark("Check and list the exemptions in an office's workbook or YAML file.")),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check waivers check 豁免登记.xlsx"
        + "\n  centre-check waivers list 豁免登记.xlsx --expiring 30"
        + "\n  centre-check audit 某中心.xlsx --waivers 豁免登记.xlsx",
    )
    group.add_command(_check_command(words))
    group.add_command(_list_command(words))
    return group


def _check_command(words: Words) -> Command:
    return Command(
        "check",
        callback=use_case("waivers", words, "check_"),
        help=words(mark("Tell every mistake of the exemptions at once, each with its cell.")),
        late_params=lambda: [_files(words), standard_option(words), *_shared(words)],
    )


def _list_command(words: Words) -> Command:
    return Command(
        "list",
        callback=use_case("waivers", words, "list_"),
        help=words(mark("List the exemptions as of a day, those that end first at the top.")),
        late_params=lambda: [
            _files(words),
            click.Option(
                ["--expiring"],
                type=Whole(words, 0),
                metavar=words(mark("DAYS")),
                help=words(mark("only those in force that end within so many days")),
            ),
            click.Option(
                ["--as-of"],
                metavar=words(mark("DAY")),
                help=words(mark("as of which day; else today")),
            ),
            standard_option(words),
            output_option(words),
            *_shared(words),
        ],
    )


def _files(words: Words) -> click.Argument:
    return click.Argument(
        ["files"], metavar=words(mark("FILE...")), nargs=-1, required=True, type=click.Path()
    )


def _shared(words: Words) -> list[click.Parameter]:
    return [language_option(words), debug_option(words)]
