"""Check digits of identity numbers (GB 11643-1999) and unified social credit codes (GB 32100-2015).

Only form and check digit are looked at: the area part must not fail a number, because Huyi's people
carry 610125 (until 2016) as well as 610118, and villages' credit codes begin with N.
"""

_PERSON_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PERSON_DIGITS = "10X98765432"
_ORGANISATION_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_ORGANISATION_WEIGHTS = tuple(pow(3, i, 31) for i in range(17))


def is_person_number(text: str) -> bool:
    """Whether `text` is an 18-digit identity number whose check digit is right."""
    if len(text) != 18 or not text[:17].isascii() or not text[:17].isdigit():
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, _PERSON_WEIGHTS, strict=False))
    return text[17] == _PERSON_DIGITS[total % 11]


def is_credit_code(text: str) -> bool:
    """Whether `text` is an 18-character credit code whose check character is right."""
    if len(text) != 18 or any(letter not in _ORGANISATION_ALPHABET for letter in text):
        return False
    values = [_ORGANISATION_ALPHABET.index(letter) for letter in text]
    total = sum(
        value * weight for value, weight in zip(values, _ORGANISATION_WEIGHTS, strict=False)
    )
    return values[17] == (31 - total % 31) % 31
