"""Numerals: figures from Excel's numbers and from Chinese numerals, exactly."""

from decimal import Decimal

_STANDARD = str.maketrans("〇两壹贰叁肆伍陆柒捌玖拾佰仟萬", "零二一二三四五六七八九十百千万")
_DIGITS = "零一二三四五六七八九"
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIAD = 10_000

# ○ and O are what keyboards offer for 〇.
YEAR_DIGITS = str.maketrans("〇零○O一二三四五六七八九壹贰叁肆伍陆柒捌玖", "0000123456789123456789")
NUMERALS = "〇零一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟萬"


def decimal(raw: float) -> Decimal:
    """`raw` to the 15 digits that Excel keeps, so that a SUM of 500 is not 499.99999999999994.

    NaN and infinity stay what they are.
    """
    return Decimal(f"{raw:.15g}") if isinstance(raw, float) else Decimal(raw)


def plain(raw: float) -> str:
    """The digits of `raw` as one would type them: 13800001111.0 is 13800001111."""
    return f"{decimal(raw):f}".removesuffix(".0")


def numeral(text: str) -> int | None:
    """The number below one 亿 that a Chinese numeral says, or None.

    Only a numeral written out in full is read: 「三五」 is three or five, and 「三百五」 may be
    350 or a slip for 305.
    """
    written = text.translate(_STANDARD)
    total = section = digit = 0
    for char in written:
        if char in _DIGITS:
            digit = _DIGITS.index(char)
        elif char in _PLACES:
            section, digit = section + (digit or 1) * _PLACES[char], 0
        elif char == "万":
            total, section, digit = (total + section + digit) * _MYRIAD, 0, 0
        else:
            return None
    value = total + section + digit
    if value >= _MYRIAD**2:
        return None
    spelled = _spell(value)
    return value if written in (spelled, spelled.replace("一十", "十", 1)) else None


def _spell(value: int) -> str:
    """`value` written out in full; 10 is 一十, 105 is 一百零五."""
    if value >= _MYRIAD:
        high, low = divmod(value, _MYRIAD)
        gap = "零" if 0 < low < 1000 else ""
        return _spell(high) + "万" + gap + (_spell(low) if low else "")
    for name, size in (("千", 1000), ("百", 100), ("十", 10)):
        if value >= size:
            high, low = divmod(value, size)
            gap = "零" if 0 < low < size // 10 else ""
            return _DIGITS[high] + name + gap + (_spell(low) if low else "")
    return _DIGITS[value]
