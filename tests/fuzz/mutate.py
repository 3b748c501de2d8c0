"""Change text and bytes a little, as damage and malice do."""

import random
from collections.abc import Sequence
from pathlib import Path

_WORDS = Path(__file__).parent / "corpus" / "words"
_BOUNDARIES = (0, 1, 0x7F, 0x80, 0xFF)
_LONG = 300  # characters; above the longest entry that is read
_ODD = "\0\t\n\r\x1b\x7f\x85\x9b\u00a0\u200b\u202e\ufeff\uffff²½①㈠٣３〇𠮷％＋－．，：／（）"


def words(name: str) -> Sequence[str]:
    """The words that mean something to a parser, one a line."""
    return (_WORDS / f"{name}.txt").read_text("utf-8").splitlines()


def text(dice: random.Random, one: str, tokens: Sequence[str], other: str = "") -> str:
    """The text with something put in, taken out, doubled, exchanged or joined on."""
    start, end = _slice(dice, len(one))
    match dice.randrange(9):
        case 0 | 1:
            return one[:start] + dice.choice(tokens) + one[start:]
        case 2:
            return one[:start] + one[end:]
        case 3:
            return one[:start] + one[start:end] * 2 + one[end:]
        case 4:
            return one[:start] + dice.choice(tokens) + one[end:]
        case 5:
            return one[:start] + other[_slice(dice, len(other))[0] :]
        case 6:
            return one[:start] + dice.choice(_ODD) + one[start:]
        case 7:
            return one[:start] + chr(_character(dice)) + one[start + 1 :]
        case _:
            return one[:start] + one[start:end] * (_LONG // (end - start + 1)) + one[end:]


def data(dice: random.Random, one: bytes, other: bytes = b"") -> bytes:
    """The bytes with some changed, put in, taken out, doubled or joined on."""
    start, end = _slice(dice, len(one))
    match dice.randrange(7):
        case 0 | 1 if one:
            at = dice.randrange(len(one))
            return one[:at] + bytes([one[at] ^ 1 << dice.randrange(8)]) + one[at + 1 :]
        case 2:
            return one[:start] + bytes([dice.choice(_BOUNDARIES)]) + one[start + 1 :]
        case 3:
            size = dice.choice((2, 4, 8))
            value = dice.choice(
                (0, 1, (1 << 8 * size) - 1, 1 << 8 * size - 1, dice.getrandbits(15))
            )
            return one[:start] + value.to_bytes(size, "little") + one[start + size :]
        case 4:
            return one[:start] + one[end:]
        case 5:
            return one[:end] + one[start:]
        case _:
            return one[:start] + other[_slice(dice, len(other))[0] :]


def _slice(dice: random.Random, length: int) -> tuple[int, int]:
    start = dice.randrange(length + 1)
    return start, min(length, start + 1 + int(dice.expovariate(0.3)))


def _character(dice: random.Random) -> int:
    """A code point of any plane that may stand in a text."""
    point = dice.choice((dice.randrange(0x100), dice.randrange(0xD800), dice.randrange(0x2FFFF)))
    return point if not 0xD800 <= point < 0xE000 else 0x3F
