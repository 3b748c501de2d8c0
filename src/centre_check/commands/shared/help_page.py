"""Help pages with wide characters measured; click counts characters."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

from centre_check.words.width import screen_width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_FIRST_COLUMN = 30  # columns at most; a longer option stands on a line of its own


class HelpPage(click.HelpFormatter):
    """Draws definition lists and running text by columns of the screen."""

    def write_text(self, text: str) -> None:
        """Paragraphs, wrapped; one that begins with a backspace stays as it is."""
        width = max(self.width - self.current_indent, 20)
        for at, paragraph in enumerate(text.split("\n\n")):
            if at:
                self.write("\n")
            if paragraph.startswith("\b\n"):
                lines = paragraph[2:].split("\n")
            else:
                lines = _wrapped(" ".join(paragraph.split()), width)
            for line in lines:
                self.write(f"{'':>{self.current_indent}}{line}\n")

    def write_dl(
        self,
        rows: Iterable[tuple[str, str]],
        col_max: int = _FIRST_COLUMN,
        col_spacing: int = 2,
    ) -> None:
        """Two columns; the first as wide as its widest entry, within `col_max`."""
        rows = list(rows)
        first = min(max(screen_width(term) for term, _ in rows), col_max) + col_spacing
        room = max(self.width - first - self.current_indent, 20)
        margin = " " * self.current_indent
        for term, text in rows:
            lines = _wrapped(text, room)
            if screen_width(term) > first - col_spacing:
                self.write(f"{margin}{term}\n")
            else:
                gap = " " * (first - screen_width(term))
                self.write(f"{margin}{term}{gap}{lines.pop(0)}".rstrip() + "\n")
            for line in lines:
                self.write(f"{margin}{' ' * first}{line}\n")


def _wrapped(text: str, width: int) -> list[str]:
    from centre_check.render.wrap import wrapped

    return wrapped(text, width) if screen_width(text) > width else [text]


class HelpContext(click.Context):
    """A context whose help is drawn by `HelpPage`."""

    formatter_class = HelpPage


class Command(click.Command):
    """A command with such help; `late_epilog` says what only its own page has to know.

    `late_params` makes its parameters when they are asked for: the list of commands needs none.
    """

    context_class = HelpContext

    def __init__(
        self,
        name: str,
        *,
        late_params: Callable[[], list[click.Parameter]] | None = None,
        late_epilog: Callable[[], str] | None = None,
        **attributes: Any,
    ) -> None:
        super().__init__(name, **attributes)
        self._late_params = late_params
        self._late_epilog = late_epilog
        if late_params is not None:
            del self.params  # the empty list that click puts in the way

    @cached_property
    def params(self) -> list[click.Parameter]:  # type: ignore[override]
        """Its arguments and options."""
        return self._late_params() if self._late_params else []

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write it below the options."""
        if self._late_epilog is not None:
            self.epilog = self._late_epilog()
        super().format_epilog(ctx, formatter)


class HelpGroup(click.Group):
    """A group of commands with such help."""

    context_class = HelpContext
