"""Call the desk: a use case is a module there, imported when its command is given."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from centre_check.words import Words


def use_case(name: str, words: Words, function: str = "run") -> Callable[..., int | None]:
    """What hands a command's options, and the screen, to the use case of this name."""

    def call(*, color: str = "auto", **options: Any) -> int | None:
        from centre_check.commands.shared.screen import screen

        found: Callable[..., int | None] = getattr(
            import_module(f"centre_check.desk.{name}"), function
        )
        return found(words, screen(color), **options)

    return call


def on_workbooks(name: str, words: Words) -> Callable[..., int | None]:
    """The same for a use case that is told which options were `typed`, by their names."""
    call = use_case(name, words)

    def told(**options: Any) -> int | None:
        context = click.get_current_context()
        typed = {
            str(one.name): one.opts[-1]
            for one in context.command.params
            if context.get_parameter_source(str(one.name)) is click.core.ParameterSource.COMMANDLINE
        }
        return call(typed=typed, **options)

    return told
