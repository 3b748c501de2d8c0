"""Which characters a font can draw, read from its cmap table alone (OpenType, format 12)."""

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, NamedTuple

_UNICODE_FULL = 12  # the format of a subtable that maps groups of whole code points


class GlyphCoverage(NamedTuple):
    """The code points of a font: ordered groups, first and last of each."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    def has(self, char: str) -> bool:
        """Whether the font has a glyph of its own for this character."""
        code = ord(char)
        at = bisect_right(self.firsts, code) - 1
        return at >= 0 and code <= self.lasts[at]


def undrawable(chars: Iterable[str], fonts: Iterable[Path]) -> set[str]:
    """Those of the characters that none of the fonts can draw."""
    left = set(chars)
    for font in fonts:
        if not left:
            break
        coverage = read_coverage(font)
        left = {char for char in left if not coverage.has(char)}
    return left


def read_coverage(font: Path) -> GlyphCoverage:
    """The code points that the font maps to a glyph."""
    with font.open("rb") as stream:
        start, size = _cmap(stream)
        stream.seek(start)
        cmap = stream.read(size)
    groups = list(struct.iter_unpack(">III", _groups(cmap)))
    return GlyphCoverage(tuple(group[0] for group in groups), tuple(group[1] for group in groups))


def _cmap(stream: BinaryIO) -> tuple[int, int]:
    """Where the table begins in the file, and its length."""
    (tables,) = struct.unpack(">4xH6x", stream.read(12))
    directory = struct.iter_unpack(">4s4xII", stream.read(16 * tables))
    return next((start, size) for tag, start, size in directory if tag == b"cmap")


def _groups(cmap: bytes) -> bytes:
    """The groups of the first full Unicode subtable, 12 bytes each."""
    (many,) = struct.unpack_from(">2xH", cmap)
    offsets = (struct.unpack_from(">4xI", cmap, 4 + 8 * at)[0] for at in range(many))
    full = next(at for at in offsets if struct.unpack_from(">H", cmap, at)[0] == _UNICODE_FULL)
    (count,) = struct.unpack_from(">I", cmap, full + 12)
    return cmap[full + 16 : full + 16 + 12 * count]


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
