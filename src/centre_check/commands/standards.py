"""`centre-check standards`: list, show, validate and describe the standards themselves."""

from functools import partial

import click

from centre_check.commands.shared.call import use_case
from centre_check.commands.shared.help_page import Command, HelpGroup
from centre_check.commands.shared.options import (
    DEFAULT_STANDARD,
    debug_option,
    language_option,
    level_option,
)
from centre_check.words import Words, mark

_SCHEMAS = ("standard", "form", "targets", "subsidies", "report", "progress", "subsidy")


def command(words: Words) -> HelpGroup:
    """The command in the user's language, with its parts."""
    group = HelpGroup(
        "standards",
        help=words(mark("List, show, validate and describe the standards.")),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check standards show huyi-2019-centre --level town"
        + "\n  centre-check standards diff huyi-2019-centre 我的标准.yaml"
        + "\n  centre-check standards new -o 我的标准.yaml"
        + "\n  centre-check standards validate 我的标准.yaml",
    )
    commands = (
        _list_command,
        _show_command,
        _diff_command,
        _new_command,
        _validate_command,
        _schema_command,
    )
    for build in commands:
        group.add_command(build(words))
    return group


def _list_command(words: Words) -> Command:
    return Command(
        "list",
        callback=use_case("catalogue", words, "list_"),
        help=words(mark("List the standards that come with the program.")),
        late_params=partial(_shared_options, words),
    )


def _show_command(words: Words) -> Command:
    return Command(
        "show",
        callback=use_case("catalogue", words, "show_"),
        help=words(mark("Print a standard as a readable page, for each level or for one.")),
        late_params=lambda: [
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


def _diff_command(words: Words) -> Command:
    return Command(
        "diff",
        callback=use_case("catalogue", words, "diff_"),
        help=words(
            mark("Say in words what changed from one edition to the other; exit 1 if anything did.")
        ),
        late_params=lambda: [
            click.Argument(["old"], metavar=words(mark("OLD"))),
            click.Argument(["new"], metavar=words(mark("NEW"))),
            *_shared_options(words),
        ],
    )


def _new_command(words: Words) -> Command:
    return Command(
        "new",
        callback=use_case("catalogue", words, "new_"),
        help=words(mark("Write a short standard to start one's own from, with comments.")),
        params=[
            click.Option(
                ["-o", "--output"],
                required=True,
                metavar=words(mark("YAML-FILE")),
                help=words(mark("where it is written; a file that is there is left alone")),
            ),
            *_shared_options(words),
        ],
    )


def _validate_command(words: Words) -> Command:
    return Command(
        "validate",
        callback=use_case("catalogue", words, "validate_"),
        help=words(
            mark(
                "Check a standard's file: every mistake at once with its line, then its "
                "examples are judged."
            )
        ),
        late_params=lambda: [
            click.Argument(["file"], metavar=words(mark("YAML-FILE"))),
            *_shared_options(words),
        ],
    )


def _schema_command(words: Words) -> Command:
    return Command(
        "schema",
        callback=use_case("catalogue", words, "schema_"),
        help=words(
            mark(
                "Print the JSON Schema of standards, targets, calculators and forms, or of "
                "what audit, progress and subsidy write."
            )
        ),
        late_params=lambda: [
            click.Argument(["kind"], type=click.Choice(_SCHEMAS)),
            *_shared_options(words),
        ],
    )


def _shared_options(words: Words) -> list[click.Parameter]:
    return [language_option(words), debug_option(words)]
