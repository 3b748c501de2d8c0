"""Spelling: text as it is compared, whatever its width, spaces and invisible characters."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Zero-width and soft characters. Marks that turn the reading direction stay, so that what they
# garble remains unreadable instead of being read in another order than the user sees.
_INVISIBLE = dict.fromkeys(
    (0xAD, 0x180E, *range(0x200B, 0x200F), 0x202A, 0x202C, 0x2060, *range(0xFE00, 0xFE10), 0xFEFF),
    "",
)
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_RADICALS = range(0x2F00, 0x2FD6)  # PDF readers copy 月 and 日 as radicals
_FOLDED = _INVISIBLE | {
    # Not NFKC for all: it would turn ①500 into 1500 and 10² into 102.
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in (*_FULL_WIDTH, *_RADICALS)},
    **dict.fromkeys((0xA0, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B)), " "),
    **dict.fromkeys(map(ord, "‐‑−﹣"), "-"),
    **dict.fromkeys(map(ord, "‒–—―─"), "—"),
    **dict.fromkeys(map(ord, "〜∼"), "~"),
    **dict.fromkeys(map(ord, "“”„″〃〝〞"), '"'),
    ord("￥"): "¥",
}


# Most texts have none of these, and a look for them takes a fifth of `translate`.
_IS_INVISIBLE = re.compile(f"[{''.join(map(chr, _INVISIBLE))}]")
_IS_FOLDED = re.compile(f"[{''.join(map(chr, _FOLDED))}]")


def tidy(text: str) -> str:
    """`text` as a user sees it: no invisible characters, each white space one blank, trimmed."""
    seen = text.translate(_INVISIBLE) if _IS_INVISIBLE.search(text) else text
    return " ".join(seen.split())


def fold(text: str) -> str:
    """`text` in half width, its kinds of dashes, tildes, quotes and blanks made one, trimmed."""
    return (text.translate(_FOLDED) if _IS_FOLDED.search(text) else text).strip()


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands anywhere in the text."""
    for word in words:  # noqa: SIM110 - a generator takes twice as long, and cells are many
        if word in text:
            return True
    return False


def normalise(text: str) -> str:
    """The form in which words are compared: `fold`ed, without white space, in lower case."""
    return _normalised(text) if len(text) <= _SHORT else _afresh(text)


def _afresh(text: str) -> str:
    return "".join(fold(text).split()).casefold()


_SHORT = 64  # characters of the texts that come again and again: headers, choices, names
_normalised = lru_cache(maxsize=8192)(_afresh)
forget = (
    _normalised.cache_clear
)  # texts name people: what one workbook said is not kept for the next
