"""Numbers that tell who somebody is, wherever and however a text writes them: found and hidden.

A text is told by what it is: identity numbers of 18 and 15 digits, mobile and landline numbers,
bank cards, passports and permits; spaced, dashed, prefixed, in full width, circled, in Chinese
numerals, with characters that nobody sees. Credit codes, dates, amounts and ids of clauses stay.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from centre_check.logic.codes import is_credit_code, is_person_number


class PrivateKind(StrEnum):
    """What sort of number it is."""

    IDENTITY = "identity"
    PHONE = "phone"
    CARD = "card"
    PASSPORT = "passport"


class PrivateNumber(NamedTuple):
    """A number in a text: where it stands there, and its digits without what parts them."""

    start: int
    end: int
    kind: PrivateKind
    digits: str


_SHORTEST = 7  # digits of a landline number
# Seven digits, however they are parted: of most texts this is all that is asked. Digits and what
# parts them are disjoint, so a search never goes back far.
_PLAIN = r"(?:\d[^\d\w]{0,3}){6}[\dXx]"
_ODD = "[\\d零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖幺①-⑨⓪➀-➈❶-❾⁰¹²³⁴-⁹₀-₉]"
_WIDE = rf"(?:{_ODD}(?:(?!{_ODD})\W){{0,3}}){{6}}(?:{_ODD}|[XxＸｘ])"
_SHORTEST_ALONE = 11  # digits of a mobile number; with fewer something before them tells
_CHINESE = {char: str(at) for at, char in enumerate("零一二三四五六七八九")} | {
    char: str(at) for at, char in enumerate("〇壹贰叁肆伍陆柒捌玖")
}
_CHINESE["幺"] = "1"
_BETWEEN = frozenset(" -.·,()/+\u200b")  # what stands inside of a number, as folded
_MOST_BETWEEN = 3  # of them one after another
_LONGEST = 24  # digits of the longest number with its prefix
_PROVINCES = frozenset((
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41",
    "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71",
    "81", "82", "83", "91",
))  # fmt: skip
_REGISTRIES = frozenset(("11", "12", "51", "52", "53", "91"))  # how credit codes begin
_BIRTHDAY = r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_SHORT_BIRTHDAY = r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_PASSPORT = (
    r"(?<![0-9A-Za-z])(?:[EGDSPKHMCTLW][ -]?(?P<one>\d{8})|(?:E[A-HJ-NP-Z]|[DSP]E)[ -]?\d{7}"
    r"|1[45]\d{7}(?=.{0,2}护照))(?![0-9A-Za-z])"
)
_SAYS_PASSPORT = r"(?:护照|通行证|[Pp]assport)\D{0,6}([0-9A-Za-z]{8,9})(?![0-9A-Za-z])"
_SAYS_PHONE = r"(?:电话|座机|固话|传真|联系方式|手机|致电|拨打|[Tt][Ee][Ll]|[Pp]hone|☎)\D{0,6}$"
# How people part a mobile number where the parts could be figures of their own.
_PARTED = frozenset(
    ((3, 4, 4), (3, 8), (7, 4), (4, 7), (3, 3, 5), (4, 3, 4), (3, 5, 3), (5, 6), (4, 4, 3))
)
_WITH_POINTS = frozenset(((3, 4, 4), (6, 8, 4), (6, 4, 4, 4), (4, 4, 4, 4), (4, 4, 4, 4, 3)))


def without_numbers(text: str, said: Callable[[PrivateNumber], str] = lambda _: "***") -> str:
    """The text with `said` in the place of each number in it."""
    if not may_hold(text):
        return text
    parts, last = [], 0
    for one in numbers(text):
        parts += [text[last : one.start], said(one)]
        last = one.end
    return "".join([*parts, text[last:]]) if parts else text


def may_hold(text: str) -> bool:
    """Whether there are digits enough for a number; most texts have not."""
    length = len(text)
    if length < _SHORTEST or (length < _SHORTEST_ALONE and text[0].isdecimal()):
        return False
    return _seeker(is_plain=text.isascii())(text) is not None


@cache  # compiled when the first text is asked
def _seeker(*, is_plain: bool) -> Callable[[str], re.Match[str] | None]:
    return re.compile(_PLAIN if is_plain else _WIDE).search


def numbers(text: str) -> Iterator[PrivateNumber]:
    """The numbers of persons in a text, one after another."""
    folded = _folded(text)
    found = [*_runs(folded), *_passports(folded)]
    last = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= last:
            yield one
            last = one.end


def _folded(text: str) -> str:
    """The text in half width, character by character, with digits for whatever is one."""
    plain = "".join(char if char.isascii() else _as_ascii(char) for char in text)
    return re.sub(
        "[零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖幺]{7,}",
        lambda run: "".join(_CHINESE[char] for char in run[0]),
        plain,
    )


@cache
def _as_ascii(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Nd", "No") and (digit := unicodedata.digit(char, None)) is not None:
        return str(digit)
    if category == "Pd" or char == "−":
        return "-"
    if category == "Zs":
        return " "
    if category in ("Cf", "Mn", "Me"):
        return "\u200b"
    if char in "×✕✖Χχ":
        return "X"
    if char in "。．・•∙":
        return "·"
    wide = unicodedata.normalize("NFKC", char)
    return wide if len(wide) == 1 and wide.isascii() else char


class _Group(NamedTuple):
    """Digits that nothing parts; `before` is what stands between them and those before."""

    start: int
    digits: str
    before: str

    @property
    def end(self) -> int:
        return self.start + len(self.digits)


def _runs(text: str) -> Iterator[PrivateNumber]:
    run: list[_Group] = []
    for found in re.finditer(r"\d+(?:(?<=\d)[Xx](?![0-9A-Za-z]))?", text):
        between = text[run[-1].end : found.start()] if run else ""
        if run and (len(between) > _MOST_BETWEEN or not _BETWEEN.issuperset(between)):
            yield from _in_run(text, run)
            run, between = [], ""
        run.append(_Group(found.start(), found[0].upper(), between))
    yield from _in_run(text, run)


def _in_run(text: str, run: list[_Group]) -> Iterator[PrivateNumber]:
    """The numbers in groups of digits that stand side by side, the longest first."""
    first = 0
    while first < len(run):
        longest: tuple[int, PrivateNumber] | None = None
        digits = ""
        for last in range(first, len(run)):
            digits += run[last].digits
            if len(digits) > _LONGEST:
                break
            kind = _kind(text, run[first : last + 1], digits)
            if kind is not None:
                longest = last, PrivateNumber(run[first].start, run[last].end, kind, digits)
        if longest is None:
            first += 1
        else:
            yield longest[1]
            first = longest[0] + 1


def _kind(text: str, groups: list[_Group], digits: str) -> PrivateKind | None:
    """What sort of number the groups make together; None where they make none."""
    if len(digits) < _SHORTEST:
        return None
    lengths = tuple(len(one.digits) for one in groups)
    between = "".join(one.before for one in groups[1:])
    if ("." in between or "," in between) and lengths not in _WITH_POINTS:
        return None
    before, after = _letters(text, groups[0].start, groups[-1].end)
    if after or len(before) > 8 or is_credit_code((before + digits).upper()):
        return None
    if _is_identity(digits):
        return PrivateKind.IDENTITY
    if "X" in digits or "/" in between:
        return None
    if _is_mobile(digits, lengths, between) or _is_landline(text, groups):
        return PrivateKind.PHONE
    return PrivateKind.CARD if not before and _is_card(digits, lengths) else None


def _letters(text: str, start: int, end: int) -> tuple[str, bool]:
    """The letters that stand directly before, and whether any stand directly behind."""
    at = start
    while at > 0 and text[at - 1].isascii() and text[at - 1].isalpha():
        at -= 1
    is_joined = at > 0 and text[at - 1].isascii() and text[at - 1].isdigit() and at < start
    after = end < len(text) and text[end].isascii() and text[end].isalnum()
    return text[at:start], after or is_joined


def _is_identity(digits: str) -> bool:
    if digits[:2] not in _PROVINCES:
        return False
    if len(digits) == 15:
        return re.fullmatch(_SHORT_BIRTHDAY, digits[6:12]) is not None
    if len(digits) != 18 or "X" in digits[:17]:
        return False
    is_dated = re.fullmatch(_BIRTHDAY, digits[6:14]) is not None
    # With a slip in the day it is still somebody's, unless it can be an organisation's.
    is_code = digits[:2] in _REGISTRIES and digits[2:4] in _PROVINCES
    return is_dated or is_person_number(digits) or not is_code


def _is_mobile(digits: str, lengths: tuple[int, ...], between: str) -> bool:
    bare = re.sub(r"^(?:00|0)?86(?=1[3-9]\d{9}$)|^0(?=1[3-9]\d{9}$)", "", digits)
    if not re.fullmatch(r"1[3-9]\d{9}", bare):
        return False
    if len(lengths) == 1 or not between.strip("\u200b"):
        return True
    prefix = len(digits) - len(bare)
    parts = lengths[1:] if prefix and lengths[0] == prefix else (lengths[0] - prefix, *lengths[1:])
    return (
        parts == (11,)
        or (parts in _PARTED and not (parts == (5, 6) and "-" in between))
        or max(parts) == 1
    )


def _is_landline(text: str, groups: list[_Group]) -> bool:
    digits = [one.digits for one in groups]
    if digits[0] in ("86", "0086") and len(digits) > 1:
        digits = ["0" + digits[1].lstrip("0"), *digits[2:]]
    whole = "".join(digits)
    if re.fullmatch(r"0(?:10|2\d|[3-9]\d\d)[2-8]\d{6,7}", whole):
        return len(digits) == 1 or len(digits[0]) in (3, 4) or max(map(len, digits)) == 1
    if not (7 <= len(whole) <= 8 and whole[0] in "2345678" and len(digits) <= 2):
        return False
    return re.search(_SAYS_PHONE, text[: groups[0].start][-16:]) is not None


def _is_card(digits: str, lengths: tuple[int, ...]) -> bool:
    if not 16 <= len(digits) <= 19 or digits[0] not in "3456":
        return False
    if len(lengths) > 1 and not all(one == 4 for one in lengths[:-1]) and max(lengths) > 1:
        return False
    return digits.startswith("62") or _fits_luhn(digits)


def _fits_luhn(digits: str) -> bool:
    doubled = (int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _passports(text: str) -> Iterator[PrivateNumber]:
    for found in re.finditer(_PASSPORT, text, re.IGNORECASE):
        if not re.fullmatch(_BIRTHDAY, found["one"] or ""):
            yield PrivateNumber(found.start(), found.end(), PrivateKind.PASSPORT, found[0])
    for found in re.finditer(_SAYS_PASSPORT, text):
        yield PrivateNumber(found.start(1), found.end(1), PrivateKind.PASSPORT, found[1])
