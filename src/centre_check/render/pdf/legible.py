"""Text as paper can show it: nothing invisible, nothing that turns the order, no empty boxes."""

import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from centre_check.render.pdf.glyphs import undrawable

_NEW_LINE = dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
_BLANK = dict.fromkeys(map(ord, "\t\xa0\u202f"), " ")
# Zero-width blanks and joiners, soft hyphen, variation selectors: they show nothing.
_NOTHING = dict.fromkeys(
    (0xAD, 0x180E, *range(0x200B, 0x200E), 0x2060, 0xFEFF, *range(0xFE00, 0xFE10)), ""
) | dict.fromkeys(range(0xE0100, 0xE01F0), "")
_PLAIN = _NEW_LINE | _BLANK | _NOTHING
# Controls, marks of direction, surrogates, private and unassigned characters have no fixed look.
_FACELESS = ("Cc", "Cf", "Cs", "Co", "Cn")


def legible(texts: Iterable[str], fonts: Iterable[Path]) -> Callable[[str], str]:
    """How to make each of the texts legible in these fonts.

    What has no look of its own, and what the fonts cannot draw, comes out as its code point:
    〔U+20BB7〕.
    """
    chars = {char for char in set().union(*texts) if ord(char) not in _PLAIN}
    faceless = {char for char in chars if unicodedata.category(char) in _FACELESS}
    missing = faceless | undrawable(chars - faceless, fonts)
    shown = _PLAIN | {ord(char): f"〔U+{ord(char):04X}〕" for char in missing}
    return lambda text: text.replace("\r\n", "\n").translate(shown)
