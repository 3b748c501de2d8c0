"""`centre-check template`: the blank workbook that a centre fills in."""

from functools import partial

import click

from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    debug_option,
    language_option,
    level_of,
    level_option,
    standard_option,
)
from centre_check.commands.shared.outputs import check_outputs, write_whole
from centre_check.words import Words, mark


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "template",
        callback=partial(_run, words),
        help=words(
            mark(
                "Write the blank workbook for a centre of this level, with drop-downs and prompts."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check template --level town -o 空白表.xlsx",
        params=[
            standard_option(words),
            level_option(words, required=True),
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
            language_option(words),
            debug_option(words),
        ],
    )


def _run(words: Words, *, standard: str, level: str, output: str, full: bool) -> None:
    from pathlib import Path

    check_outputs([Path(output)], [], [".xlsx"])
    from centre_check.render.template_workbook import render
    from centre_check.standard import shelf
    from centre_check.standard.load import read_form

    edition = shelf.take(standard)
    found = level_of(level, edition, words)
    assert found is not None
    title = words.phrase(edition.resolve(found).title)
    form = read_form(edition.form_path)
    content = render(form, found, words, full=full, title=title)
    write_whole(Path(output), content)
    click.echo(words(mark("{path} is written"), path=output), err=True)
