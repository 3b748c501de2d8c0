"""Text as the fonts can show it: no empty boxes."""

from collections.abc import Callable, Iterable
from pathlib import Path

from centre_check.render.pdf.glyphs import undrawable

# Spaces of other widths, none of which the fonts need to have; an unbroken one would hold a line.
_SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F), " ")
# What only chooses among the shapes of the character before it.
_SELECTORS = dict.fromkeys((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)), "")
_PLAIN = _SPACES | _SELECTORS | {10: "\n"}


def legible(texts: Iterable[str], fonts: Iterable[Path]) -> Callable[[str], str]:
    """How to make each of the texts legible in these fonts.

    What they cannot draw comes out as its code point: 〔U+20BB7〕.
    """
    chars = {char for char in set().union(*texts) if ord(char) not in _PLAIN}
    missing = undrawable(chars, fonts)
    shown = _PLAIN | {ord(char): f"〔U+{ord(char):04X}〕" for char in missing}
    return lambda text: text.translate(shown)
