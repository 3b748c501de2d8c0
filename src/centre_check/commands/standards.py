"""`centre-check standards`: list, show, validate and describe the standards themselves."""

from functools import partial
from typing import TYPE_CHECKING

import click

from centre_check.commands.shared.help_page import Command, Group
from centre_check.commands.shared.options import (
    DEFAULT_STANDARD,
    debug_option,
    language_option,
    level_option,
)
from centre_check.desk import exits
from centre_check.desk.recipe import level_of
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from pydantic import BaseModel

_SCHEMAS = {  # what people write, then what the program writes: the module, the model
    "standard": ("standard.file", "StandardFile"),
    "form": ("form.file", "FormFile"),
    "targets": ("standard.targets.file", "TargetsFile"),
    "subsidies": ("standard.subsidies.file", "SubsidiesFile"),
    "report": ("results.shape", "Report"),
    "progress": ("results.progress_shape", "ProgressReport"),
    "subsidy": ("results.subsidy_shape", "SubsidyReport"),
}


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
    for build in (_list_command, _show_command, _validate_command, _schema_command):
        group.add_command(build(words))
    return group


def _list_command(words: Words) -> Command:
    return Command(
        "list",
        callback=partial(_list, words),
        help=words(mark("List the standards that come with the program.")),
        params=_shared_options(words),
    )


def _show_command(words: Words) -> Command:
    return Command(
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
            *_shared_options(words),
        ],
    )


def _validate_command(words: Words) -> Command:
    return Command(
        "validate",
        callback=partial(_validate, words),
        help=words(
            mark(
                "Check a standard's file: every mistake at once with its line, then its "
                "examples are judged."
            )
        ),
        params=[
            click.Argument(["file"], metavar=words(mark("YAML-FILE"))),
            *_shared_options(words),
        ],
    )


def _schema_command(words: Words) -> Command:
    return Command(
        "schema",
        callback=partial(_schema, words),
        help=words(
            mark(
                "Print the JSON Schema of standards, targets, calculators and forms, or of "
                "what audit, progress and subsidy write."
            )
        ),
        params=[
            click.Argument(["kind"], type=click.Choice(list(_SCHEMAS))),
            *_shared_options(words),
        ],
    )


def _shared_options(words: Words) -> list[click.Parameter]:
    return [language_option(words), debug_option(words)]


def _list(words: Words) -> None:
    from centre_check.commands.shared.screen import show
    from centre_check.desk.catalogue import listed
    from centre_check.documents.standards_list import build
    from centre_check.standard import library

    show(build([listed(path, words) for path in library.shipped()], words))


def _show(words: Words, *, standard: str, level: str | None) -> None:
    from centre_check.commands.shared.screen import show
    from centre_check.desk.catalogue import programme
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
    from centre_check.desk.catalogue import checked
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
    from importlib import import_module

    module, name = _SCHEMAS[kind]
    model: type[BaseModel] = getattr(import_module(f"centre_check.{module}"), name)
    described = model.model_json_schema(by_alias=True)
    text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
    click.echo(text.encode(), nl=False)
