"""Whole numbers on the command line, refused in the user's words."""

from __future__ import annotations

import sys

import click

from centre_check.words import Words, mark


class Whole(click.types.IntParamType):
    """A whole number from `low` to `high`."""

    def __init__(self, words: Words, low: int, high: int = sys.maxsize) -> None:
        self.name = words(mark("NUMBER"))
        self._words = words
        self._low = low
        self._high = high

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """The number, given as it was typed or as a default."""
        written = str(value)
        if written.isdecimal() and self._low <= int(written) <= self._high:
            return int(written)
        message = (
            mark("{value} is no whole number of {low} or more")
            if self._high == sys.maxsize
            else mark("{value} is no whole number from {low} to {high}")
        )
        text = self._words(message, value=written, low=self._low, high=self._high)
        raise click.BadParameter(text, ctx, param)
