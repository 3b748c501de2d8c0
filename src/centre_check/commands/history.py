"""`centre-check history`: the course of each centre over all audits that are there."""

from __future__ import annotations

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


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "history",
        callback=on_workbooks("history", words),
        short_help=words(mark("Show the course of each centre by audit date.")),
        help=words(
            mark(
                "Show the course of each centre by audit date: verdict, counts, the clauses that "
                "changed. Takes results, folders of results, or workbooks. The exit code is 3 "
                "where a file could not be read, else 0."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check history 历年结果/"
        + "\n  centre-check history 2024.jsonl 2025.jsonl 2026.jsonl -o 历次审核.docx",
        late_params=lambda: [
            sources_argument(words),
            format_option(words),
            output_option(words),
            *workbook_options(words, has_day=False),
            language_option(words),
            debug_option(words),
        ],
    )
