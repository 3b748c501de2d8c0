"""Say on a terminal how far a run is: how many, how fast, how long still, with what outcomes."""

import os
import time
from collections.abc import Mapping
from typing import TextIO

from centre_check.words import Words, mark
from centre_check.words.terms import VERDICTS
from centre_check.words.width import screen_width

_AFTER, _EVERY = 1.0, 0.2  # seconds
_NARROW = 80  # columns of a terminal that does not tell
_CLEAR = "\r\x1b[K"


class ProgressBar:
    """One line that is written over and over; nothing where nobody looks or all is soon done."""

    def __init__(self, total: int, words: Words, stream: TextIO) -> None:
        self._total = total
        self._words = words
        self._stream = stream
        self._is_seen = stream.isatty()
        self._columns = _columns(stream) if self._is_seen else 0
        self._began = time.monotonic()
        self._next = self._began + _AFTER
        self._is_shown = False

    def show(self, done: int, numbers: Mapping[str, int]) -> None:
        """So many are done; `numbers` of them by verdict, `unread` those without one."""
        now = time.monotonic()
        if not self._is_seen or now < self._next:
            return
        self._next = now + _EVERY
        self._is_shown = True
        line = self._line(done, now - self._began, numbers)
        while screen_width(line) >= self._columns:
            line = line[:-1]
        self._stream.write(_CLEAR + line)
        self._stream.flush()

    def clear(self) -> None:
        """Take the line away, before something else is written."""
        if self._is_shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._is_shown = False

    def _line(self, done: int, seconds: float, numbers: Mapping[str, int]) -> str:
        words, rate = self._words, done / seconds
        left = words(
            mark("{done} of {total} · {rate} a second · {left} left"),
            done=done,
            total=self._total,
            rate=f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}",
            left=_span((self._total - done) / rate if rate else 0, words),
        )
        return words(mark("{progress} · {numbers}"), progress=left, numbers=counted(numbers, words))


def counted(numbers: Mapping[str, int], words: Words) -> str:
    """How many of each verdict, and how many without one, in words."""
    named = {**VERDICTS, "unread": mark("not audited")}
    return words.join(
        words(mark("{verdict} {n}"), verdict=words(text), n=numbers.get(name, 0))
        for name, text in named.items()
    )


def _columns(stream: TextIO) -> int:
    """The width of the terminal that is written to, which stdout need not be."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or _NARROW
    except (OSError, ValueError):
        return _NARROW


def _span(seconds: float, words: Words) -> str:
    minutes, rest = divmod(round(seconds), 60)
    if minutes:
        return words(mark("{minutes} min {seconds} s"), minutes=minutes, seconds=rest)
    return words(mark("{seconds} s"), seconds=rest)
