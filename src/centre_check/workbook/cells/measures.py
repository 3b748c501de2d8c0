"""Measures: an amount with the unit that is written to it, or that its column names.

Where a column holds 人, 人次, 元 and % alike, each entry brings its unit: 「9万余人次」.
"""

import re
from typing import NamedTuple

from centre_check.logic import Interval
from centre_check.logic.spelling import fold, normalise
from centre_check.logic.units import base_unit, is_same_unit, scale_of
from centre_check.workbook.cells.numbers import number
from centre_check.workbook.cells.parsed import BLANK, Parsed, unreadable
from centre_check.workbook.cells.remarks import EntryRemark
from centre_check.workbook.cells.text import is_none_text, listed, without_entry

_UNITS = listed(
    "人次 家次 个次 户次 车次 场次 人(次) 家(次) 个(次) 人 名 位 元 圆 户 家 个 场 次 间 项 处 "
    "所 份 笔 支 台 条 件 期 班 村 对 座 天 个工作日 工作日 分钟 小时 岁 月 年 ㎡ 平方米 %"
)
_SCALES = "[百千万亿]*"
_AFTER = "余|多|左右|上下|以上|以下|以内"
_WRITTEN = re.compile(
    rf"(?P<figure>.*?[0-9〇零一二两三四五六七八九十百千万亿](?:余|多)?)\s*"
    rf"(?P<unit>{'|'.join(sorted(map(re.escape, _UNITS), key=len, reverse=True))})"
    rf"(?P<after>{_AFTER})?"
    r"(?:/|每)?(?P<per>(?<=[/每])(?:人次|人|户|家|年|月|笔|个))?"
)
_SCALED = re.compile(rf"(?P<figure>.*?[0-9](?:余|多)?[百千万亿]+(?:余|多)?(?:{_AFTER})?)(?P<unit>)")
_EACH = re.compile(r"^每([人户家个])\s*(.+元)$")
_DONE = re.compile(r"^(?:(?:累计|已|共|完成|实现|新增|达到|达)+(?=[^0-9]*[0-9]))")
_RISES = re.compile(
    r"(?:同比|比上年|较上年)?(?P<way>增长|上升|提高|正增长|下降|减少|降低|负增长|负|-|−)了?"
    r"(?P<figure>[0-9.]+)(?P<unit>%)?"
)
_FALLS = frozenset(("下降", "减少", "降低", "负增长", "负", "-", "−"))


_HEDGES = frozenset("余多左右上下以内约近超")
_UNLISTED = re.compile(r"(?P<figure>[0-9][0-9,.]*[百千万亿]*)(?P<unit>[㐀-鿿]{1,4})")


class AmountRead(NamedTuple):
    """An amount in its base unit (人, 元), and the unit as it was written (万人, 万元)."""

    parsed: Parsed
    unit: str
    written: str


def measure(text: str, unit: str = "") -> AmountRead:
    """What `text` says, in the unit written to it or else in `unit`, which may hold 万 or 亿.

    The amount is an `Interval[Decimal]` in the base unit; a unit that differs from the column's is
    unreadable, so that 人 and 人次 are never taken for one another.
    """
    column = base_unit(unit)
    if nothing := without_entry(text):
        return AmountRead(nothing, column, normalise(unit))
    if is_none_text(text):
        return AmountRead(unreadable(EntryRemark.NONE_OR_ZERO), column, normalise(unit))
    plain = re.sub(r"(余|多)([百千万亿]+)", r"\2\1", fold(text))  # 1700余万 is 1700万余
    plain = _DONE.sub("", plain).replace("半小时", "0.5小时")
    plain = _EACH.sub(r"\2/\1", plain)  # 每人1000元 is 1000元/人
    if (rise := _rise(plain, column)) is not None:
        return AmountRead(rise, "%", "%")
    found = _WRITTEN.fullmatch(plain)
    found = found or _SCALED.fullmatch(plain) or _unlisted(plain)
    if found is None:
        return AmountRead(_read(plain, unit, column), column, normalise(unit))
    return _written(found, column)


def _written(found: re.Match[str], column: str) -> AmountRead:
    """A figure with a unit, or with a scale at least, of its own."""
    parts = found.groupdict()
    per = f"/{parts['per']}" if parts.get("per") else ""
    own = base_unit(found["unit"]) + per
    scale = re.search(rf"({_SCALES})(?:余|多|{_AFTER})?$", found["figure"])
    written = (scale[1] if scale else "") + found["unit"] + per
    if column and own and not is_same_unit(own, column):
        return AmountRead(unreadable(EntryRemark.OTHER_UNIT), own, written)
    figure = found["figure"] + (parts.get("after") or "")
    return AmountRead(_number(figure, own), own or column, written if own else written + column)


def _rise(text: str, column: str) -> Parsed | None:
    """A rise or a fall in per cent, which is below zero; None where the text says none."""
    found = _RISES.fullmatch(text)
    if found is None or not (found["unit"] or column == "%"):
        return None
    parsed = number(found["figure"] + "%", "%")
    if parsed.value is None or found["way"] not in _FALLS:
        return parsed
    return Parsed(Interval.exactly(-parsed.value.low), remark=parsed.remark)


def _unlisted(text: str) -> re.Match[str] | None:
    """A bare figure with any other word behind it: 100棵."""
    found = _UNLISTED.fullmatch(text)
    return found if found and not _HEDGES & set(found["unit"]) else None


def _read(figure: str, unit: str, column: str) -> Parsed:
    """A figure without a unit of its own: in the column's, which may be 万人."""
    scale = scale_of(unit)
    is_plain = figure[-1:].isdigit()
    scaled = f"{figure}{scale}" if is_plain and column else figure
    return _number(scaled, column)


def _number(figure: str, unit: str) -> Parsed:
    if not figure.strip():
        return BLANK
    if unit == "%":
        return number(figure + "%", "%") if "%" not in figure else number(figure, "%")
    return number(figure, "")
