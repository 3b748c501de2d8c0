"""Numbers that tell who somebody is, taken out of what is written around them."""

import re

from centre_check.logic.codes import is_credit_code
from centre_check.logic.spelling import normalise
from centre_check.workbook.cells.parsed import BLANK, Parsed
from centre_check.workbook.cells.remarks import EntryRemark

_PERSON = "[0-9]{17}[0-9X]|[0-9]{15}"
_CODE = "[0-9A-HJ-NPQRTUWXY]{18}"  # GB 32100-2015 has neither I nor O, S, V, Z
_ALONE = r"(?<![0-9A-Z])(?:{})(?![0-9A-Z])"
_MOBILE = r"(?:(?:\+|00)86|(?<![0-9]))0?(1[3-9][0-9]{9})(?![0-9])"
_CROSS = re.compile(r"(?<=[0-9]{17})[×✕*＊](?![*×])")  # what keyboards offer for X
_ZERO_DECIMALS = r"(?<=[0-9]{15})\.0+(?![0-9])"
_SEEN_AS = str.maketrans("OIL", "011")
_GAPS = re.compile(r"(?<=[0-9A-Z])[-.·•—_](?=[0-9A-Z])")


def id_number(text: str) -> Parsed:
    """The identity number, credit code or mobile number that `text` holds, in upper case.

    An apostrophe, a label, 「.0」, hyphens between groups and O for 0 are no part of it; where they
    were left out, the remark says so. A text that holds no such number, or two, is given whole.
    """
    written = normalise(text).upper()
    if not written:
        return BLANK
    found = _held(re.sub(_ZERO_DECIMALS, "", _CROSS.sub("X", written)))
    if found is None or found == written:
        return Parsed(written)
    return Parsed(found, remark=EntryRemark.NUMBER_TAKEN_OUT)


def _held(text: str) -> str | None:
    closed = _GAPS.sub("", text)
    for code in re.findall(_ALONE.format(_CODE), text):
        if is_credit_code(code):  # 91110000600037341L is no identity number with L for 1
            return str(code)
    spellings = (text, closed, text.translate(_SEEN_AS), closed.translate(_SEEN_AS))
    for pattern in (
        _PERSON,
        _CODE,
    ):  # in this order: hardly a credit code is all digits but O, I, L
        for spelling in spellings:
            held: set[str] = set(re.findall(_ALONE.format(pattern), spelling))
            if len(held) == 1:
                return held.pop()
            if held:
                return None
    mobiles: set[str] = set(re.findall(_MOBILE, closed))
    return mobiles.pop() if len(mobiles) == 1 else None
