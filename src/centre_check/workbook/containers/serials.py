"""Excel's day numbers: which number formats show a date, and which day a number is."""

import re
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache

from centre_check.workbook.cells import Raw

# Formats that files name by number only; 27-36 and 50-58 are dates in Chinese Excel.
_BUILT_IN = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_LITERAL = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]|General|通用格式', re.IGNORECASE)
_MOMENT = re.compile(r"[ymdhs年月日]", re.IGNORECASE)
_LENGTH = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_DAY_0 = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}
_LAST_DAY = 2_958_465  # 9999-12-31


class Look(Enum):
    """What a number format shows."""

    NUMBER = 0
    MOMENT = 1
    LENGTH = 2


def look(number: int, code: str | None) -> Look:
    """What a number format shows: one of Excel's own by its number, another by its code."""
    if code is None:
        is_moment, is_length = number in _BUILT_IN, number == 46
    else:
        first = _LITERAL.sub("", code).split(";")[0]
        is_moment, is_length = bool(_MOMENT.search(first)), bool(_LENGTH.search(first))
    return Look.LENGTH if is_length else Look.MOMENT if is_moment else Look.NUMBER


@lru_cache(4096)
def moment(serial: float, shown: Look = Look.MOMENT, *, epoch_1904: bool) -> Raw:
    """The date, date and time, or time that a day number means; itself where it means none."""
    if not 0 <= serial < _LAST_DAY + 1 or shown is Look.NUMBER:
        return serial
    if shown is Look.LENGTH:
        return timedelta(days=serial)
    shift = not epoch_1904 and serial < 60  # Excel believes in 1900-02-29, which is day 60
    day = _DAY_0[epoch_1904] + timedelta(shift, milliseconds=round(serial * 86_400_000))
    return _shortest(day, is_time=serial < 1)


def _shortest(day: datetime, *, is_time: bool) -> date | datetime | time:
    if is_time:
        return day.time()
    return day.date() if day.time() == time() else day
