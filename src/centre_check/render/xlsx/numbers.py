"""Numbers as Excel counts with them: the value of a text, and the format that shows it again."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

_NUMBER = re.compile(r"-?(?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d*)(?:\.(\d+))?%?", re.ASCII)
_DIGITS = 15  # that Excel keeps of a number
_HUNDRED = Decimal(100)


class NumberCell(NamedTuple):
    """A value, and the number format under which Excel shows it as it was written."""

    value: float
    shown_as: str


@cache  # few numbers stand in many cells
def number_in(text: str) -> NumberCell | None:
    """The number that the text is; None where it is none, or Excel would not keep all of it."""
    found = _NUMBER.fullmatch(text)
    digits = text.rstrip("%").replace(",", "")
    if found is None or len(digits.strip("-").replace(".", "").lstrip("0")) > _DIGITS:
        return None
    shown_as = "#,##0" if "," in text else "0"
    if places := found[1]:
        shown_as += "." + "0" * len(places)
    value = Decimal(digits)
    if text.endswith("%"):
        return NumberCell(float(value / _HUNDRED), shown_as + "%")
    return NumberCell(float(value), shown_as)
