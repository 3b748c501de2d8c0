"""Mask personal data where it is read, so that no output can show what it never had."""

from centre_check.form.types import Personal

_COMPOUND = (
    "欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙",
    "司徒", "东方", "南宫", "端木", "独孤",
)  # fmt: skip


def masked(text: str, personal: Personal) -> str:
    """The text as terminals and reports may show it: 张**, and no number at all."""
    if personal is not Personal.NAME:
        return "***"
    if "·" in text:
        return text.split("·", 1)[0] + "·**"
    surname = text[:2] if text[:2] in _COMPOUND and len(text) > 2 else text[:1]
    return surname + "*" * min(2, max(1, len(text) - len(surname)))
