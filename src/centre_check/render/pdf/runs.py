"""Where the lines of a text may end, where typst alone would not know it."""

import re
from collections.abc import Iterator
from functools import cache

Run = tuple[str, str]  # what it is, and its text
Text = str | list[Run]

_PLAIN, _TICK, _WHOLE, _CUT, _BLANK = "plain", "tick", "whole", "cut", "blank"
# What belongs together; a mark that follows is inside, or a line may begin with it.
_TOGETHER = (
    r"(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日[，。；、）]?",
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[，。；、）]?",
    r"[A-Z]{2,4}(?:-[A-Z0-9.]{1,6}){1,3}",
    r"第[0-9]{1,6}行(?:[^\W0-9_]{1,2}\*{1,2})?",
    r"[差超][0-9]{1,6}(?:\.[0-9]{1,2})?(?:㎡|个月|[^\W0-9_])[，。；]?",
    r"[0-9]{1,9}[㎡㎥℃]|\S![A-Z]{1,3}[0-9]{1,7}",
)
# What a line does not end within: letters, digits and signs other than ideographs and kana.
_UNBROKEN = "[^\\s□\u2e80-\u2fdf\u3040-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
_PIECE = 4  # characters, about what the narrowest column takes


def in_runs(text: str, room: int) -> Text:
    """A text in runs, for lines of `room` letters; one plain run is a string.

    A box to tick stays with its word, a number with its unit, a cell with its sheet; a run of
    letters that is longer than a line is cut: a line may end before each `cut`.
    """
    runs = list(_runs(text, room))
    return text if all(kind == _PLAIN for kind, _ in runs) else runs


def _runs(text: str, room: int) -> Iterator[Run]:
    at = 0
    for found in _special().finditer(text):
        kind = str(found.lastgroup)
        is_long = len(found[0]) > room
        if is_long and kind == _WHOLE and found[0].isascii():
            kind = _CUT
        if is_long != (kind == _CUT):
            continue
        if at < found.start():
            yield _PLAIN, text[at : found.start()]
        at = found.end()
        pieces = _pieces(found[0], room) if kind == _CUT else [found[0]]
        yield from ((kind, piece) for piece in pieces)
    if at < len(text):
        yield _PLAIN, text[at:]


@cache  # compiling it takes longer than finding all there is
def _special() -> re.Pattern[str]:
    return re.compile(
        f"(?P<{_TICK}>□[^\\s□]{{0,6}})"
        f"|(?P<{_BLANK}>＿{{2,}})"
        f"|(?P<{_WHOLE}>{'|'.join(_TOGETHER)})"
        f"|(?P<{_CUT}>{_UNBROKEN}{{{_PIECE + 1},}})"
    )


def _pieces(run: str, room: int) -> Iterator[str]:
    """Cut after hyphens; what is still too long, every few characters."""
    for part in re.split("(?<=-)", run):
        size = max(1, len(part)) if len(part) <= room else _PIECE
        yield from (part[at : at + size] for at in range(0, len(part), size))
