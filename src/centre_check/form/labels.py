"""Labels: a header or a sheet's name as it is compared, whatever was typed around it."""

import re
from functools import lru_cache

from centre_check.logic.spelling import normalise

_LONGEST = 200  # characters of a text that may be a label
_MARKS = re.compile(r"[*＊★●:：]|\((?:必填|选填|示例|可不填)\)")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_UNIT_BEHIND = re.compile(  # 场地总面积/㎡, 总面积 单位：亩
    r"(?:/|,|、|单位)(?P<unit>㎡|m2|m²|平方米|平米|平方尺|平方英尺|公顷|万㎡|亩|坪|间|万元|元|个|户|人)$"
)
_NUMBERED = re.compile(r"^(?:附?表?[0-9]{1,2}|[一二三四五六七八九十]{1,3})[.、_\-—\s:：]*")


@lru_cache(maxsize=4096)
def label(text: str) -> str:
    """A header without marks, white space and bracketed parts: 「姓 名＊」 is 姓名."""
    plain = _MARKS.sub("", normalise(text[:_LONGEST]))
    return _UNIT_BEHIND.sub("", _BRACKETED.sub("", plain)) or plain


def bracketed(text: str) -> str:
    """What stands in the last bracket of a header: 「总面积(万㎡)」 gives 万㎡."""
    found = brackets(text)
    return found[-1] if found else ""


def brackets(text: str) -> list[str]:
    """What stands in the brackets of a header."""
    plain = _MARKS.sub("", normalise(text[:_LONGEST]))
    behind = _UNIT_BEHIND.search(plain)
    return [*_BRACKETED.findall(plain), *([behind["unit"]] if behind else ())]


def sheet_label(name: str) -> str:
    """A sheet's name without its number: 「05 入驻创业实体」 is 入驻创业实体."""
    plain = normalise(name)
    return label(_NUMBERED.sub("", plain) or plain)
