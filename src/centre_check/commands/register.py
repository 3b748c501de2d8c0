"""`centre-check register`: the rectification register, from its opening to what is closed."""

from __future__ import annotations

from functools import partial

import click

from centre_check.commands.shared.call import use_case
from centre_check.commands.shared.help_page import Command, HelpGroup
from centre_check.commands.shared.options import (
    debug_option,
    language_option,
    output_option,
    sources_argument,
    workbook_options,
)
from centre_check.words import Words, mark


def command(words: Words) -> HelpGroup:
    """The command in the user's language, with its parts."""
    group = HelpGroup(
        "register",
        help=words(mark("Keep the rectification register, a workbook that people edit.")),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check register open 结果/ -o 整改台账.xlsx --due 30d"
        + "\n  centre-check register update 整改台账.xlsx 整改后.xlsx"
        + "\n  centre-check register status 整改台账.xlsx"
        + "\n  centre-check register reminder 整改台账.xlsx --centre 某中心 -o 催办函.docx"
        + "\n  centre-check register closing 整改台账.xlsx -o 销号单.docx",
    )
    group.add_command(_open_command(words))
    group.add_command(_update_command(words))
    for kind, text in (
        ("status", mark("Count what is put in order, overdue, and due within seven days.")),
        ("reminder", mark("Print a reminder to a centre of what is overdue or due.")),
        ("closing", mark("Print the list of what is closed, to be signed.")),
    ):
        group.add_command(_page_command(kind, text, words))
    return group


def _open_command(words: Words) -> Command:
    return Command(
        "open",
        callback=use_case("register", words, "open_"),
        help=words(mark("Enter what results or workbooks leave unmet or open in a new register.")),
        late_params=lambda: [
            sources_argument(words),
            click.Option(
                ["-o", "--output"],
                required=True,
                type=click.Path(),
                metavar=words(mark("XLSX-FILE")),
                help=words(mark("the .xlsx to write")),
            ),
            *_entering(words),
        ],
    )


def _update_command(words: Words) -> Command:
    return Command(
        "update",
        callback=use_case("register", words, "update_"),
        help=words(
            mark(
                "Write into the register what later audits say. What is met on review is closed, "
                "by an inspector's decision only where somebody approved it; what people wrote is "
                "not touched."
            )
        ),
        late_params=lambda: [_register(words), sources_argument(words), *_entering(words)],
    )


def _page_command(kind: str, text: str, words: Words) -> Command:
    centre = click.Option(
        ["--centre"],
        metavar=words(mark("NAME")),
        help=words(mark("only this centre's findings")),
    )
    day = click.Option(
        ["--as-of"],
        metavar=words(mark("DAY")),
        help=words(mark("as of which day; else today")),
    )
    return Command(
        kind,
        callback=partial(use_case("register", words, "status_"), kind=kind),
        help=words(text),
        late_params=lambda: [
            _register(words),
            centre,
            day,
            output_option(words),
            language_option(words),
            debug_option(words),
        ],
    )


def _register(words: Words) -> click.Argument:
    return click.Argument(["register"], metavar=words(mark("REGISTER")), type=click.Path())


def _entering(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["--due"],
            metavar=words(mark("DAYS OR DAY")),
            help=words(mark("the deadline: 30d after the audit, or a day; else left blank")),
        ),
        click.Option(
            ["--force"],
            is_flag=True,
            help=words(mark("replace a register that is there; go on although rows are missing")),
        ),
        *workbook_options(words),
        language_option(words),
        debug_option(words),
    ]
