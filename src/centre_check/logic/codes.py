"""Check digits of identity numbers (GB 11643-1999) and unified social credit codes (GB 32100-2015).

Only form and check digit are looked at: the area part must not fail a number, because Huyi's people
carry 610125 (until 2016) as well as 610118, and villages' credit codes begin with N.
"""

from operator import mul

_PERSON_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PERSON_DIGITS = "10X98765432"
_ORGANISATION_VALUES = {
    letter: value for value, letter in enumerate("0123456789ABCDEFGHJKLMNPQRTUWXY")
}
_ORGANISATION_WEIGHTS = tuple(pow(3, i, 31) for i in range(17))


def is_person_number(text: str) -> bool:
    """Whether `text` is an 18-digit identity number whose check digit is right."""
    if len(text) != 18 or not text[:17].isascii() or not text[:17].isdigit():
        return False
    total: int = sum(map(mul, map(int, text[:17]), _PERSON_WEIGHTS))
    return text[17] == _PERSON_DIGITS[total % 11]


def is_credit_code(text: str) -> bool:
    """Whether `text` is an 18-character credit code whose check character is right."""
    if len(text) != 18 or not _ORGANISATION_VALUES.keys() >= set(text):
        return False
    values = [_ORGANISATION_VALUES[letter] for letter in text]
    total: int = sum(map(mul, values, _ORGANISATION_WEIGHTS))
    return values[17] == (31 - total % 31) % 31
