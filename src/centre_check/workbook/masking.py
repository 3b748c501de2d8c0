"""Mask personal data where it is read, so that no output can show what it never had."""

import re

from centre_check.form.types import Disclosure, Personal

_COMPOUND = (
    "欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙",
    "司徒", "东方", "南宫", "端木", "独孤",
)  # fmt: skip
# Inside a remark: a mobile number; an identity number, its date of birth from the seventh digit.
_MOBILE = r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])"
_IDENTITY = (
    r"(?<![0-9A-Za-z])[1-8][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    r"[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
)
_SHORTEST = 11  # characters of a mobile number
_DIGITS = f"[0-9]{{{_SHORTEST}}}"
_NUMBERS = f"(?P<{Personal.PHONE}>{_MOBILE})|(?P<{Personal.NUMBER}>{_IDENTITY})"


def masked(text: str, personal: Personal, disclosure: Disclosure) -> str:
    """The text as it may be shown: 张**, 138****1234, 61**************11."""
    if disclosure is Disclosure.ACTING:
        return _in_part(text, personal)
    if personal is not Personal.NAME:
        return "***"
    if "·" in text:
        return text.split("·", 1)[0] + "·**"
    surname = text[:2] if text[:2] in _COMPOUND and len(text) > 2 else text[:1]
    return surname + "*" * min(2, max(1, len(text) - len(surname)))


def without_numbers(text: str, disclosure: Disclosure) -> str:
    """Free text with the identity and mobile numbers in it masked."""
    if len(text) < _SHORTEST or not re.search(_DIGITS, text):  # as in most cells
        return text
    return re.sub(  # compiled once a text needs it: few do
        _NUMBERS,
        lambda found: masked(found[0], Personal(str(found.lastgroup)), disclosure),
        text,
    )


def _in_part(text: str, personal: Personal) -> str:
    """As papers show it that are handed to the centre."""
    ends = {Personal.NUMBER: (2, 2), Personal.PHONE: (3, 4)}
    if personal is Personal.NAME:
        return text
    first, last = ends[personal]
    hidden = len(text) - first - last
    return f"{text[:first]}{'*' * hidden}{text[-last:]}" if hidden >= 4 else "***"
