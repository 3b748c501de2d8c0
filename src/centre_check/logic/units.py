"""Units: 万人 and 名 are 人; 人次 is another one."""

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
}


def base_unit(unit: str) -> str:
    """The unit without 百, 千, 万, 亿, and by the one name that it has here."""
    plain = re.sub(rf"^{_SCALES}(?=.)", "", normalise(unit))
    return _SAME.get(plain, plain)


def scale_of(unit: str) -> str:
    """The 万 of 万人; nothing where there is none."""
    found = re.match(_SCALES, normalise(unit))
    return found[0] if found else ""
