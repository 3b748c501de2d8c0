"""`centre-check completion`: the script that lets a shell complete commands and ids."""

from functools import partial

import click

from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import language_option
from centre_check.words import Words, mark

_SHELLS = ("bash", "zsh", "fish")


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "completion",
        callback=partial(_run, words),
        help=words(mark("Print the completion script of a shell.")),
        epilog="\b\n" + words(mark("Examples:")) + '\n  eval "$(centre-check completion bash)"',
        late_params=lambda: [
            click.Argument(["shell"], type=click.Choice(_SHELLS)),
            language_option(words),
        ],
    )


def _run(words: Words, *, shell: str) -> None:
    from click.shell_completion import get_completion_class

    from centre_check.commands.shared.program import Program

    kind = get_completion_class(shell)
    assert kind is not None
    complete = kind(Program(words), {}, "centre-check", "_CENTRE_CHECK_COMPLETE")
    click.echo(complete.source())
