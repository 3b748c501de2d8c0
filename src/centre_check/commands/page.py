"""`centre-check page`: a built page with an office's own standard, title and contact line."""

from __future__ import annotations

from functools import partial

import click

from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import debug_option, language_option
from centre_check.words import Words, mark


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "page",
        callback=partial(_run, words),
        short_help=words(mark("Put an office's own standard into the offline page.")),
        help=words(
            mark(
                "Put an office's own standard, title and contact line into the offline page, which "
                "anybody opens with a double click. The standard is checked first."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check page -s 我的标准.yaml --from 自查.html -o 我的自查.html",
        params=[
            click.Option(
                ["-s", "--standard"],
                type=click.Path(readable=False),
                metavar=words(mark("ID|FILE")),
                help=words(mark("the standard that the page is to check by")),
            ),
            click.Option(
                ["--from", "source"],
                required=True,
                type=click.Path(readable=False),
                metavar=words(mark("HTML-FILE")),
                help=words(mark("a page as it was built or given out")),
            ),
            click.Option(
                ["-o", "--output"],
                required=True,
                type=click.Path(readable=False),
                metavar=words(mark("HTML-FILE")),
                help=words(mark("the page to write")),
            ),
            click.Option(
                ["--title"],
                default="",
                metavar=words(mark("TEXT")),
                help=words(mark("the name at the head of the page")),
            ),
            click.Option(
                ["--contact"],
                default="",
                metavar=words(mark("TEXT")),
                help=words(mark("whom to ask: shown at the foot and beside every error")),
            ),
            language_option(words),
            debug_option(words),
        ],
    )


def _run(
    words: Words, *, standard: str | None, source: str, output: str, title: str, contact: str
) -> None:
    from pathlib import Path

    from centre_check.desk.page import put_office

    put_office(Path(source), Path(output), standard=standard, title=title, contact=contact)
    click.echo(words(mark("{path} is written"), path=output), err=True)
