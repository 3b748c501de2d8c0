"""Break text into lines of a screen, wide characters measured, punctuation kept off line heads."""

import re
from collections.abc import Iterator

from centre_check.words.width import screen_width

_WORD = r"!?[A-Za-z0-9][A-Za-z0-9_.,%!:/\\-]*(?<![.,:/\\])"
# 03 运营管理人员!J4:J6
_ADDRESS = r"(?:[0-9]{2} )?[^\W_]{1,12}![A-Z]+[0-9]+(?::[A-Z]+[0-9]+)?[）、，。；]{0,2}"
_SHORT_PIECE = re.compile(rf"{_WORD}|\s+|.", re.DOTALL)
_PIECE = re.compile(rf"{_ADDRESS}|{_WORD}|\s+|.", re.DOTALL)
_NOT_FIRST = frozenset("，。、；：？！）」』】》〉”’…—·%℃㎡,.;:?!)]}")
_NOT_LAST = frozenset("（「『【《〈“‘([{")


def padded(text: str, width: int) -> str:
    """The text filled up with blanks to `width` columns."""
    return text + " " * max(0, width - screen_width(text))


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns; at least one line, and its own breaks kept."""
    if screen_width(text) <= width and "\n" not in text:
        return [text.strip()]
    return [line for part in text.split("\n") for line in _filled(part, width)]


def longest_piece(text: str) -> int:
    """How many columns the widest part takes that would rather not be broken."""
    return max(map(screen_width, _PIECE.findall(text)), default=0)


def longest_word(text: str) -> int:
    """How many columns its widest word or figure takes."""
    return max(map(screen_width, _SHORT_PIECE.findall(text)), default=0)


def _filled(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line: list[str] = []
    taken = 0  # columns of the line, not measured anew with each piece
    for piece in _pieces(text, width):
        size = screen_width(piece)
        if line and taken + size > width:
            at = _break(line, piece)
            lines.append("".join(line[:at]).rstrip())
            line = line[at:]
            taken = sum(map(screen_width, line))
        if line or not piece.isspace():
            line.append(piece)
            taken += size
    return [*lines, "".join(line).rstrip()]


def _break(line: list[str], piece: str) -> int:
    """Before which piece of a full line the next one begins; `piece` is to follow it."""
    for at in range(len(line), 0, -1):
        first = line[at] if at < len(line) else piece
        clings = first[0] in _NOT_FIRST and len(first) < 3  # 「!B12:B13」 may begin a line
        if first.isspace() or not (clings or line[at - 1][-1] in _NOT_LAST):
            return at
    return len(line)


def _pieces(text: str, width: int) -> Iterator[str]:
    """Addresses, words, blanks and single wide characters; a word longer than a line is cut."""
    for piece in _PIECE.findall(text):
        is_short = screen_width(piece) <= width
        yield from (piece,) if is_short else _cut(piece, width)


def _cut(text: str, width: int) -> Iterator[str]:
    for piece in _SHORT_PIECE.findall(text):
        rest = piece
        while len(rest) > 1 and screen_width(rest) > width > 1:
            cut = max(1, min(len(rest) - 1, width - 1))
            yield rest[:cut]
            rest = rest[cut:]
        yield rest
