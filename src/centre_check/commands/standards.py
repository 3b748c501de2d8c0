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

_KINDS = ("standard", "form", "report", "targets", "subsidies")


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
            help=words(
                mark("Print the JSON Schema of standards, targets, calculators, forms or reports.")
            ),
            params=[click.Argument(["kind"], type=click.Choice(_KINDS)), *shared],
        )
    )
    return group


def _list(words: Words) -> None:
    from centre_check.commands.shared.catalogue import listed
    from centre_check.commands.shared.screen import show
    from centre_check.documents.standards_list import build
    from centre_check.standard import library

    show(build([listed(path, words) for path in library.shipped()], words))


def _show(words: Words, *, standard: str, level: str | None) -> None:
    from centre_check.commands.shared.catalogue import programme
    from centre_check.commands.shared.screen import show
    from centre_check.documents.standard_page import build
    from centre_check.standard import library, shelf

    page = programme(standard, words)
    if page is not None:
        show(page)
        return
    edition = shelf.take(str(library.locate(standard)))
    asked = level_of(level, edition, words)
    standards = [edition.resolve(one.id) for one in edition.levels if asked in (None, one.id)]
    show(build(standards, edition.form, words))


def _validate(words: Words, *, file: str) -> int:
    from centre_check.commands.shared.catalogue import checked
    from centre_check.files import BrokenFile
    from centre_check.standard import library

    try:
        told = checked(library.locate(file), words)
    except BrokenFile as broken:
        for line in broken.say(words):
            click.echo(line)
        count = len(broken.mistakes)
        click.echo(words.plural("{n} mistake", "{n} mistakes", count), err=True)
        return exits.NOT_AUDITED
    click.echo(told)
    return exits.COMPLIANT


def _schema(_words: Words, *, kind: str) -> None:
    import json

    if kind == "report":
        from centre_check.results.shape import schema

        described = schema()
    elif kind == "targets":
        from centre_check.standard.targets.file import TargetsFile

        described = TargetsFile.model_json_schema(by_alias=True)
    elif kind == "subsidies":
        from centre_check.standard.subsidies.file import SubsidiesFile

        described = SubsidiesFile.model_json_schema(by_alias=True)
    elif kind == "form":
        from centre_check.form.file import FormFile

        described = FormFile.model_json_schema(by_alias=True)
    else:
        from centre_check.standard.file import StandardFile

        described = StandardFile.model_json_schema(by_alias=True)
    text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
    click.echo(text.encode(), nl=False)
