"""Excel's number formats: which show a date, which write a factor to a number; its day numbers."""

import re
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache

from centre_check.workbook.cells import Raw

# Formats that files name by number only; 27-36 and 50-58 are dates in Chinese Excel.
_BUILT_IN = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_LITERAL = re.compile(
    r'"[^"]*"?|[\\!].|_.|\*.|\[(?![hms]+\])[^\]]*\]|General|通用格式', re.IGNORECASE
)
_MOMENT = re.compile(r"[ymdhs年月日]", re.IGNORECASE)
_LENGTH = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_DAY_0 = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}
_LAST_DAY = 2_958_465  # 9999-12-31


class NumberLook(Enum):
    """What a number format shows."""

    NUMBER = 0
    MOMENT = 1
    LENGTH = 2


def look(number: int, code: str | None) -> NumberLook:
    """What a number format shows: one of Excel's own by its number, another by its code."""
    if code is None:
        is_moment, is_length = number in _BUILT_IN, number == 46
    else:
        first = _LITERAL.sub("", code).split(";")[0]
        is_moment, is_length = bool(_MOMENT.search(first)), bool(_LENGTH.search(first))
    return NumberLook.LENGTH if is_length else NumberLook.MOMENT if is_moment else NumberLook.NUMBER


_WORDS = re.compile(r'"([^"]*)"?|[\\!](.)|\[[^\]]*\]|[_*].|([^0#?.,%;])')
_SAYS = frozenset("万亿千百亩顷尺坪间工位年元%约近超余多不")  # a factor, another unit, a hedge


def written_around(code: str) -> tuple[str, str]:
    """What a format writes before and behind a number where that says another value: 0.048万㎡.

    A format that scales what it shows (`0.0,`) says nothing: the number itself is meant.
    """
    first = code.split(";", maxsplit=1)[0]
    bare = _WORDS.sub("", first)
    places = [at for at, char in enumerate(first) if char in "0#?"]
    if not places or bare.rstrip("%. ").endswith(","):
        return "", ""
    start, end = _digits_of(first)
    before, behind = _literal(first[:start]), _literal(first[end:])
    return (before, behind) if _SAYS.intersection(before + behind) else ("", "")


def _digits_of(code: str) -> tuple[int, int]:
    """Where the places of digits begin and end, those inside quotes left out."""
    masked = re.sub(r'"[^"]*"?|[\\!].|\[[^\]]*\]', lambda found: "x" * len(found[0]), code)
    at = [place for place, char in enumerate(masked) if char in "0#?"]
    return (at[0], at[-1] + 1) if at else (0, 0)


def _literal(code: str) -> str:
    return "".join(a or b or c for a, b, c in _WORDS.findall(code)).strip()


def hides_from_others(styles: bytes) -> bool:
    """Whether a workbook has formats that python-calamine passes by: `0!m²`, `0.000"万㎡"`."""
    from html import unescape

    if b"formatCode" not in styles:
        return False
    codes = (
        unescape(code.decode("utf-8", "replace"))
        for code in re.findall(rb'formatCode="([^"]*)"', styles)
    )
    return any(
        ("!" in code and look(0, code) is not look(0, code.replace("!", "")))
        or (any(written_around(code)) and look(0, code) is NumberLook.NUMBER)
        for code in codes
    )


@lru_cache(4096)
def moment(serial: float, shown: NumberLook = NumberLook.MOMENT, *, epoch_1904: bool) -> Raw:
    """The date, date and time, or time that a day number means; itself where it means none."""
    if not 0 <= serial < _LAST_DAY + 1 or shown is NumberLook.NUMBER:
        return serial
    if shown is NumberLook.LENGTH:
        return timedelta(days=serial)
    shift = not epoch_1904 and serial < 60  # Excel believes in 1900-02-29, which is day 60
    day = _DAY_0[epoch_1904] + timedelta(shift, milliseconds=round(serial * 86_400_000))
    return _shortest(day, is_time=serial < 1)


def _shortest(day: datetime, *, is_time: bool) -> date | datetime | time:
    if is_time:
        return day.time()
    return day.date() if day.time() == time() else day
