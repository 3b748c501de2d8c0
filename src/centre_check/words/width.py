"""How many columns of a screen a text takes."""

import unicodedata
from functools import cache


def screen_width(text: str) -> int:
    """Columns of the text: two for a wide character, none for a combining or a control one."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(_width, text))


@cache
def _width(char: str) -> int:
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc") else 1
