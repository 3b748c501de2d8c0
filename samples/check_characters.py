"""Numbers of fictional people and entities, with the check characters they must end in."""

from collections.abc import Callable, Mapping

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015: no I, O, S, V, Z
_PERSON_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def person_number(digits: str) -> str:
    """An 18-character identity number from its first 17 digits (GB 11643-1999)."""
    total = sum(int(d) * weight for d, weight in zip(digits, _PERSON_WEIGHTS, strict=True))
    return digits + "10X98765432"[total % 11]


def credit_code(stem: str) -> str:
    """An 18-character credit code from its first 16: department, kind, place and body.

    The 17th character checks the body (GB 11714), the 18th the whole (GB 32100-2015).
    """
    body = sum(int(c, 36) * weight for c, weight in zip(stem[8:], _BODY_WEIGHTS, strict=True))
    code = stem + "0123456789X"[-body % 11]
    total = sum(_ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(code))
    return code + _ALPHABET[-total % 31]


def phone(last: str) -> str:
    """A mobile number that nobody has, from its last four digits."""
    return f"1390000{last}"


COMPLETE: Mapping[str, Callable[[str], str]] = {
    "id_number": person_number,
    "credit_code": credit_code,
    "operator_code": credit_code,
    "phone": phone,
}
