"""How many columns of a screen a text takes."""

import unicodedata


def screen_width(text: str) -> int:
    """Columns of the text: two for a wide character, none for a combining or a control one."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_WIDTHS.__getitem__, text))


class _Widths(dict[str, int]):
    """The columns of each character, kept once they are known."""

    def __missing__(self, char: str) -> int:
        self[char] = width = _width(char)
        return width


def _width(char: str) -> int:
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc") else 1


_WIDTHS = _Widths()
