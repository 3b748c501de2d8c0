"""Mask personal data where it is read, so that no output can show what it never had."""

from centre_check.form.types import Disclosure, Personal

_COMPOUND = (
    "欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙",
    "司徒", "东方", "南宫", "端木", "独孤",
)  # fmt: skip


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


def _in_part(text: str, personal: Personal) -> str:
    """As papers show it that are handed to the centre."""
    ends = {Personal.NUMBER: (2, 2), Personal.PHONE: (3, 4)}
    if personal is Personal.NAME:
        return text
    first, last = ends[personal]
    hidden = len(text) - first - last
    return f"{text[:first]}{'*' * hidden}{text[-last:]}" if hidden >= 4 else "***"
