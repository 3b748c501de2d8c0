"""`centre-check compare`: what became of every clause between two audits of the same centres."""

from __future__ import annotations

import click

from centre_check.commands.shared.call import on_workbooks
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
        "compare",
        callback=on_workbooks("compare", words),
        short_help=words(mark("Compare two audits of the same centres clause by clause.")),
        help=words(
            mark(
                "Compare two audits of the same centres clause by clause: put in order, still "
                "open, new, undecided now, changed only by the standard. OLD and NEW are results, "
                "folders of results, or workbooks. The exit code is 0 where nothing is worse, 1 "
                "where something is, 3 where a centre cannot be compared."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check compare 检查前.xlsx 整改后.xlsx -o 复查意见表.docx"
        + "\n  centre-check compare 2025年结果/ 2026年结果/ -f json",
        late_params=lambda: [
            click.Argument(["old"], metavar=words(mark("OLD")), type=click.Path(readable=False)),
            click.Argument(["new"], metavar=words(mark("NEW")), type=click.Path(readable=False)),
            format_option(words),
            output_option(words),
            *workbook_options(words),
            click.Option(
                ["--old-standard"],
                metavar=words(mark("STANDARD")),
                help=words(mark("the standard by which OLD workbooks were judged, if another")),
            ),
            click.Option(
                ["--old-as-of"],
                metavar=words(mark("DAY")),
                help=words(mark("the audit date of OLD workbooks; else the workbook's")),
            ),
            click.Option(
                ["--old-attestations"],
                type=click.Path(readable=False),
                multiple=True,
                metavar=words(mark("FILE")),
                help=words(mark("the attestations of OLD workbooks; --attestations are of NEW")),
            ),
            language_option(words),
            debug_option(words),
        ],
    )
