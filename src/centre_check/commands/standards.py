"""`centre-check standards`: list, show, validate and describe the standards themselves."""

from functools import partial

import click

from centre_check.commands.shared import exits
from centre_check.commands.shared.help_page import Command, Group
from centre_check.commands.shared.options import (
    DEFAULT_STANDARD,
    debug_option,
    language_option,
    level_of,
    level_option,
)
from centre_check.words import Words, mark

_KINDS = ("standard", "form", "report")


def command(words: Words) -> Group:
    """The command in the user's language, with its four parts."""
    group = Group(
        "standards",
        help=words(mark("List, show, validate and describe the standards.")),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check standards show huyi-2019-centre --level town"
        + "\n  centre-check standards validate 我的标准.yaml",
    )
    shared = [language_option(words), debug_option(words)]
    group.add_command(
        Command(
            "list",
            callback=partial(_list, words),
            help=words(mark("List the standards that come with the program.")),
            params=[*shared],
        )
    )
    group.add_command(
        Command(
            "show",
            callback=partial(_show, words),
            help=words(mark("Print a standard as a readable page, for each level or for one.")),
            params=[
                click.Argument(
                    ["standard"],
                    metavar=words(mark("[STANDARD]")),
                    required=False,
                    default=DEFAULT_STANDARD,
                ),
                level_option(words),
                *shared,
            ],
        )
    )
    group.add_command(
        Command(
            "validate",
            callback=partial(_validate, words),
            help=words(
                mark(
                    "Check a standard's file: every mistake at once with its line, then its "
                    "examples are judged."
                )
            ),
            params=[click.Argument(["file"], metavar=words(mark("YAML-FILE"))), *shared],
        )
    )
    group.add_command(
        Command(
            "schema",
            callback=partial(_schema, words),
            help=words(mark("Print the JSON Schema of a standard, a form or a report.")),
            params=[click.Argument(["kind"], type=click.Choice(_KINDS)), *shared],
        )
    )
    return group


def _list(words: Words) -> None:
    from centre_check.commands.shared.screen import show
    from centre_check.documents.tree import Document, Table, TableRow
    from centre_check.standard import shelf

    rows = []
    for path in shelf.shipped():
        edition = shelf.take(path.stem)
        one = edition.resolve(edition.levels[0].id)
        levels = words.join(words.phrase(level.title) for level in edition.levels)
        rows.append(
            TableRow(
                (
                    one.id,
                    one.edition,
                    one.issued.isoformat(),
                    words(
                        mark("{title} ({levels})"),
                        title=words.phrase(one.title),
                        levels=levels,
                    ),
                )
            )
        )
    head = tuple(
        words(text) for text in (mark("Id"), mark("Edition"), mark("Issued"), mark("Title"))
    )
    show(Document(words(mark("Standards")), (Table(head, tuple(rows)),)))


def _show(words: Words, *, standard: str, level: str | None) -> None:
    from centre_check.commands.shared.screen import show
    from centre_check.documents.standard_page import build
    from centre_check.standard import shelf

    edition = shelf.take(standard)
    asked = level_of(level, edition, words)
    standards = [edition.resolve(one.id) for one in edition.levels if asked in (None, one.id)]
    show(build(standards, edition.form, words))


def _validate(words: Words, *, file: str) -> int:
    from pathlib import Path

    from centre_check.commands.shared.examples import run_examples
    from centre_check.files import BrokenFile
    from centre_check.standard import shelf

    path = Path(shelf.locate(file))
    try:
        judged = run_examples(path, words)
    except BrokenFile as broken:
        for line in broken.say(words):
            click.echo(line)
        count = len(broken.mistakes)
        click.echo(words.plural("{n} mistake", "{n} mistakes", count), err=True)
        return exits.NOT_AUDITED
    click.echo(
        words(mark("{path} is in order; {n} examples were judged as stated"), path=path, n=judged)
    )
    return exits.COMPLIANT


def _schema(_words: Words, *, kind: str) -> None:
    import json

    if kind == "report":
        from centre_check.results.shape import schema

        described = schema()
    elif kind == "form":
        from centre_check.form.file import FormFile

        described = FormFile.model_json_schema(by_alias=True)
    else:
        from centre_check.standard.file import StandardFile

        described = StandardFile.model_json_schema(by_alias=True)
    text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
    click.echo(text.encode(), nl=False)
