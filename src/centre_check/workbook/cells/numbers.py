"""Numbers: which values a cell leaves possible, in the unit of its column."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from centre_check.logic import Interval
from centre_check.logic.spelling import fold
from centre_check.workbook.cells.hedges import AFTER, BEFORE, Figures, exactly
from centre_check.workbook.cells.numerals import NUMERALS, decimal, numeral
from centre_check.workbook.cells.parsed import BLANK, Parsed, Raw, unreadable
from centre_check.workbook.cells.remarks import EntryRemark
from centre_check.workbook.cells.text import is_none_text, listed, without_entry


class Suffix(NamedTuple):
    """A unit behind a figure: how many of the column's units it is; None if it cannot be told."""

    factor: Decimal | None = Decimal(1)
    remark: EntryRemark | None = None


def _same(words: str) -> dict[str, Suffix]:
    return dict.fromkeys(listed(words), Suffix())


_OTHER_AREAS = dict.fromkeys(
    listed("平方英尺 平方尺 平尺 方尺 平方市尺 sqft sq.ft ft² ft2 坪 英亩 立方米 m³ m3 米 m"),
    Suffix(None, EntryRemark.OTHER_UNIT),
)
UNITS: Mapping[str, Mapping[str, Suffix]] = {
    "㎡": _same("㎡ m² m2 m^2 米² 米2 平方米 平方公尺 平米 平方 平 方 sqm sq.m sq.m.")
    | {"亩": Suffix(Decimal("666.67"), EntryRemark.FROM_MU)}
    | {"公顷": Suffix(Decimal(10_000), EntryRemark.FROM_HECTARES)}
    | dict.fromkeys(listed("平方公里 平方千米 km²"), Suffix(Decimal(10**6), EntryRemark.FROM_KM2))
    | _OTHER_AREAS
    | {"间": Suffix(None, EntryRemark.ROOMS)},
    "人": _same("人 名 位 个 个人"),
    "户": _same("户 家 个"),
    "个": _same("个 家 户")
    | {"间": Suffix(None, EntryRemark.ROOMS)}
    | dict.fromkeys(
        listed("人 名 位 次 项 处 座 套 台 张 工位 个工位 卡位 个卡位 床位 ㎡ 平方米"),
        Suffix(None, EntryRemark.OTHER_UNIT),
    ),
    "次": _same("次"),
    "元": _same("元 圆"),
    "万元": _same("万元") | {"元": Suffix(Decimal("0.0001"), EntryRemark.FROM_YUAN)},
    "月": _same("月 个月") | {"年": Suffix(Decimal(12), EntryRemark.FROM_YEARS)},
    "%": _same("%"),
    "": _same("人 名 位 户 家 个 间 次 项 处"),
}

_SCALES: Mapping[str, Decimal] = {
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10**4),
    "亿": Decimal(10**8),
}
_SCALE_WORDS = frozenset(_SCALES) | set("佰仟萬")

# A blank groups thousands only behind one or two digits: 「450 550」 are two numbers.
_DIGITS = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]?(?: [0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_TO = r"(?:-{1,2}|—{1,2}|~{1,2}|至|到)"


class _Amount(NamedTuple):
    """One figure of a cell: its value with 百, 千, 万, 亿 in it, as written, and its unit."""

    value: Decimal
    written: str
    suffix: str | None
    remark: EntryRemark | None = None


def number(raw: Raw, unit: str, beside: Sequence[str] = ()) -> Parsed:
    """The possible values of a cell as `Interval[Decimal]`, in `unit`, a key of `UNITS`.

    `beside` are words, as `fold` gives them in lower case, that may stand beside the figure
    without changing it. A figure is exact; 「约」, 「余」, 「以上」 and the like leave an interval
    (messiness 42). No area, count or rent is below zero: a negative figure is a slip, no small one.
    """
    match raw:
        case None:
            return BLANK
        case bool():
            return unreadable(EntryRemark.TRUE_OR_FALSE)
        case str():
            return without_entry(raw) or _from_text(raw, unit, beside)
        case int() | float():
            return _from_number(decimal(raw), unit)
        case _:
            return unreadable(EntryRemark.TURNED_INTO_DATE)


def _from_number(figure: Decimal, unit: str) -> Parsed:
    if not figure.is_finite():
        return unreadable(EntryRemark.EXCEL_ERROR)
    if figure < 0:
        return unreadable(EntryRemark.NEGATIVE)
    if unit == "%":
        return unreadable(EntryRemark.PERCENT_SIGN_MISSING)
    return Parsed(Interval.exactly(figure))


def _from_text(raw: str, unit: str, beside: Sequence[str]) -> Parsed:
    if is_none_text(raw):
        return unreadable(EntryRemark.NONE_OR_ZERO)
    # 「，」 lists as often as it groups: it is held to the stricter rule of the blank.
    # Of a run of blanks two are left, which part as well: patterns would try each of 200 in turn.
    text = re.sub(r"\s{2,}", "  ", fold(raw.replace("，", " "))).casefold()
    if text == "一":
        return unreadable(EntryRemark.ONE_OR_DASH)
    if said := _figure_of(text, unit):
        return said
    from centre_check.workbook.cells.number_words import plainer

    more = (_figure_of(plain, unit) for plain in plainer(text, beside))
    return next(filter(None, more), unreadable(EntryRemark.NOT_A_NUMBER))


def _figure_of(text: str, unit: str) -> Parsed | None:
    """The figure or the range that `text` is, None where it is neither."""
    if single := re.fullmatch(_single(unit), text):
        return _one(single, unit)
    if pair := re.fullmatch(_pair(unit), text):
        return _two(pair, unit)
    return None


@cache
def _single(unit: str) -> str:
    after = _any(AFTER)
    return (
        rf"(?P<before>{_any(BEFORE)})?\s*{_figure('x', sign='-?')}\s*(?P<middle>{after})?"
        rf"\s*(?P<x_suffix>{_any(UNITS[unit])})?\s*(?P<after>{after})?"
    )


@cache
def _pair(unit: str) -> str:
    """A range; a leading 0 is no figure but the area code of a telephone."""
    suffix = _any(UNITS[unit])
    return (
        rf"(?!0[0-9]){_figure('low')}\s*(?P<low_suffix>{suffix})?\s*{_TO}"
        rf"\s*{_figure('high')}\s*(?P<high_suffix>{suffix})?"
    )


def _figure(name: str, sign: str = "") -> str:
    """A pattern for a figure; what may be part of the unit (万元) is left to the unit."""
    return (
        rf"(?:(?P<{name}>{sign}{_DIGITS})\s*(?P<{name}_scale>{_any(_SCALES)})??"
        rf"|(?P<{name}_numeral>[{NUMERALS}]+?))"
    )


def _any(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _amount(found: re.Match[str], name: str) -> _Amount | None:
    suffix = found[f"{name}_suffix"]
    if words := found[f"{name}_numeral"]:
        count = numeral(words)
        return None if count is None else _Amount(Decimal(count), words, suffix)
    digits, scale = found[name], found[f"{name}_scale"] or ""
    value = Decimal(re.sub("[, ]", "", digits))
    if scale:
        return _Amount(
            value * _SCALES[scale], digits + scale, suffix, EntryRemark.FROM_TEN_THOUSANDS
        )
    return _Amount(value, digits, suffix)


def _one(found: re.Match[str], unit: str) -> Parsed:
    amount = _amount(found, "x")
    bounds = {
        table[found[group]]
        for table, group in ((BEFORE, "before"), (AFTER, "middle"), (AFTER, "after"))
        if found[group]
    }
    if amount is None or len(bounds) > 1:
        return unreadable(EntryRemark.NOT_A_NUMBER)
    if amount.value < 0:
        return unreadable(EntryRemark.NEGATIVE)
    bound = bounds.pop() if bounds else exactly
    if bound is exactly:
        return _in_unit(exactly(amount.value), amount, unit, None)
    if amount.value <= 0:
        return unreadable(EntryRemark.NOT_A_NUMBER)
    return _in_unit(bound(amount.value), amount, unit, EntryRemark.APPROXIMATE)


def _two(found: re.Match[str], unit: str) -> Parsed:
    low, high = _amount(found, "low"), _amount(found, "high")
    if low is None or high is None or low.suffix not in (None, high.suffix):
        return unreadable(EntryRemark.NOT_A_NUMBER)
    if high.written[-1] in _SCALE_WORDS and not _SCALE_WORDS & set(low.written):  # 「1-2万」
        return unreadable(EntryRemark.NOT_A_NUMBER)
    if low.value > high.value:
        return unreadable(EntryRemark.REVERSED_RANGE)
    return _in_unit(Interval(low.value, high.value), high, unit, EntryRemark.RANGE)


def _in_unit(figures: Figures, amount: _Amount, unit: str, remark: EntryRemark | None) -> Parsed:
    """`figures`, written like `amount`, in the unit of the column."""
    if unit == "%" and not amount.suffix:
        return unreadable(EntryRemark.PERCENT_SIGN_MISSING)
    if unit == "万元" and not amount.suffix and re.search("[万萬亿]", amount.written):
        return unreadable(EntryRemark.YUAN_MISSING)
    suffix = UNITS[unit][amount.suffix] if amount.suffix else Suffix()
    if suffix.factor is None:
        return unreadable(suffix.remark or EntryRemark.NOT_A_NUMBER)
    remark = suffix.remark or amount.remark or remark
    return Parsed(_times(figures, suffix.factor), remark=remark)


def _times(figures: Figures, factor: Decimal) -> Figures:
    if factor == 1:  # multiplying would round to the precision of the context
        return figures
    low = None if figures.low is None else figures.low * factor
    high = None if figures.high is None else figures.high * factor
    return Interval(low, high, figures.low_open, figures.high_open)
