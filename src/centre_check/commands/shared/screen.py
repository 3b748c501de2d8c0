"""The screen: results on stdout, in colour on a terminal; all that is told aside on stderr."""

import shutil
import sys
from collections.abc import Mapping
from functools import partial
from typing import TextIO

import click

from centre_check.desk.exits import plain
from centre_check.desk.screen import Screen
from centre_check.documents.tree import Document
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.render.text import Line, lines

_NOT_A_SCREEN = (100, 24)
_TOGETHER = 1_000  # lines that are written at once
_STYLES: Mapping[object, str] = {
    Outcome.FAIL: "red",
    Outcome.UNKNOWN: "yellow",
    Outcome.MANUAL: "cyan",
    Outcome.PASS: "green",
    Outcome.NOT_APPLICABLE: "dim",
    Verdict.COMPLIANT: "green",
    Verdict.NON_COMPLIANT: "red",
    Verdict.UNDECIDED: "yellow",
}


def screen(color: str = "auto") -> Screen:
    """The screen that a use case is given."""
    return Screen(partial(click.echo, nl=False), partial(show, color=color), tell)


def tell(text: str) -> None:
    """Say a line aside."""
    click.echo(plain(text), err=True)


def show(document: Document, *, color: str = "auto") -> None:
    """Print the document on stdout, as wide as the terminal."""
    drawn = lines(document, shutil.get_terminal_size(_NOT_A_SCREEN).columns)
    if color == "never" or (color == "auto" and not sys.stdout.isatty()):
        for at in range(0, len(drawn), _TOGETHER):  # a province's pages stand in memory once only
            some = drawn[at : at + _TOGETHER]
            click.echo("".join([f"{line.text}\n" for line in some]), nl=False)
    else:
        _in_colour(drawn, sys.stdout, force=color == "always")


def _in_colour(drawn: list[Line], stream: TextIO, *, force: bool) -> None:
    """Print through rich, which knows NO_COLOR and Windows' old console."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, force_terminal=force or None, highlight=False, soft_wrap=True)
    for line in drawn:
        style = " ".join(filter(None, (_STYLES.get(line.tone, ""), "bold" if line.is_head else "")))
        console.print(Text(line.text, style=style))
