"""Units: 万人 and 名 are 人, 33家 may be 33个; 人次 is another one."""

import re

from centre_check.logic.spelling import normalise

_SCALES = "[百千万亿]*"
_SAME = {
    "名": "人",
    "位": "人",
    "圆": "元",
    "场次": "场",
    "家(次)": "家次",
    "人(次)": "人次",
    "个(次)": "个次",
    "个工作日": "工作日",
    "平方米": "㎡",
}
# What one document counts in 家, 个 and 所 alike; never who is counted, nor how often.
_WORDS_FOR_PLACES = frozenset("个家所处间座支项")
_WORDS_FOR_EVENTS = frozenset("场次")


def base_unit(unit: str) -> str:
    """The unit without 百, 千, 万, 亿, and by the one name that it has here; "" of 万 alone."""
    plain = re.sub(rf"^{_SCALES}", "", normalise(unit))
    return _SAME.get(plain, plain)


def scale_of(unit: str) -> str:
    """The 万 of 万人; nothing where there is none."""
    found = re.match(_SCALES, normalise(unit))
    return found[0] if found else ""


def is_same_unit(one: str, other: str) -> bool:
    """Whether two base units count the same: 家 and 个 do, 人 and 人次 never."""
    alike = (_WORDS_FOR_PLACES, _WORDS_FOR_EVENTS)
    return one == other or any(one in words and other in words for words in alike)
