"""Hedges: words that make an interval of a figure (messiness 42)."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from centre_check.logic import Interval
from centre_check.workbook.cells.text import listed

Figures = Interval[Decimal]


def _last_place(x: Decimal) -> Decimal:
    """One unit of the last digit that is not zero: 100 for 500, 10 for 520."""
    return Decimal(1).scaleb(int(x.normalize().as_tuple().exponent))


def exactly(x: Decimal) -> Figures:
    """The figure itself."""
    return Interval.exactly(x)


def _about(x: Decimal) -> Figures:
    return Interval(x * Decimal("0.9"), x * Decimal("1.1"))


def _and_some(x: Decimal) -> Figures:
    return Interval(x, x + _last_place(x), high_open=True)


def _nearly(x: Decimal) -> Figures:
    return Interval(x - _last_place(x), x, high_open=True)


def _at_least(x: Decimal) -> Figures:
    return Interval(x, None)


def _more_than(x: Decimal) -> Figures:
    return Interval(x, None, low_open=True)


def _at_most(x: Decimal) -> Figures:
    return Interval(Decimal(0), x)


def _less_than(x: Decimal) -> Figures:
    return Interval(Decimal(0), x, high_open=True)


Bound = Callable[[Decimal], Figures]

BEFORE: Mapping[str, Bound] = {
    **dict.fromkeys(listed("共 共计 共有 合计 总计"), exactly),
    **dict.fromkeys(listed("约 大约 大概 约为 约有 差不多 近似"), _about),
    **dict.fromkeys(listed("近 将近 接近"), _nearly),
    **dict.fromkeys(listed("至少 最少 不少于 不低于 不小于 ≥ >="), _at_least),
    **dict.fromkeys(listed("超 超过 多于 大于 高于 >"), _more_than),
    **dict.fromkeys(listed("至多 最多 不超过 不多于 不大于 不高于 ≤ <="), _at_most),
    **dict.fromkeys(listed("不足 不到 不满 未满 少于 小于 低于 <"), _less_than),
}
AFTER: Mapping[str, Bound] = {
    **dict.fromkeys(listed("左右 上下 大概"), _about),
    **dict.fromkeys(listed("余 多"), _and_some),
    "以上": _at_least,
    **dict.fromkeys(listed("以下 以内"), _at_most),
    **dict.fromkeys(listed("不足 不到"), _less_than),
}
