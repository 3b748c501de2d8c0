"""Spans: every spelling of a period in seeds and offices, those that leave the year open, none."""

# A case is one line, however long, so that a table reads down its columns.
# ruff: noqa: E501

from datetime import date

import pytest

from centre_check.logic import Interval
from centre_check.logic.spans import named
from centre_check.workbook.cells import EntryRemark, span

OCTOBER = ((1, 1), (10, 31))
SPRING = ((4, 21), (6, 30))
SECOND = ((4, 1), (6, 30))
HALF = ((1, 1), (6, 30))


def days(year: int, first: tuple[int, int], last: tuple[int, int]) -> Interval[date]:
    return Interval(date(year, *first), date(year, *last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        *((text, *OCTOBER) for text in ("{}年1—10月", "{}年1-10月", "{}年1至10月份", "{}年1月至10月", "{}.1-10", "{}年1～10月", "{}年1－10月", "{} 年 1 – 10 月", "{}年一至十月", "{}年一月至十月", "{}年度1-10月", "{}年1—10月（累计）", "截至{}年10月底", "截至{}年10月31日", "{}年1月1日至10月31日")),
        *((text, *SPRING) for text in ("{}年4月21日—6月30日", "{}年4月21日至6月30日", "{0}年4月21日-{0}年6月30日", "{0}.4.21-{0}.6.30", "{}.4.21-6.30", "{0}-04-21至{0}-06-30", "{0}/4/21-{0}/6/30", "{0}0421-{0}0630")),
        *((text, *SECOND) for text in ("{}年第二季度", "{}年二季度", "{}年2季度", "{}年第2季度", "{}年Q2", "{}年4—6月", "{}年4月—6月", "{}年第二季度（4—6月）")),
        *((text, *HALF) for text in ("{}年上半年", "{}年1—6月", "{}年一、二季度", "{}年1-2季度")),
        ("{}年前三季度", (1, 1), (9, 30)),
        ("{}年1—3季度", (1, 1), (9, 30)),
        ("{}年下半年", (7, 1), (12, 31)),
        ("{}年", (1, 1), (12, 31)),
        ("{}", (1, 1), (12, 31)),
        ("{}年度", (1, 1), (12, 31)),
        ("{}年全年", (1, 1), (12, 31)),
        ("{}年4月21日至30日", (4, 21), (4, 30)),
        ("{}年6月底", (6, 1), (6, 30)),
        ("{}年8月", (8, 1), (8, 31)),
        ("{}-08-12", (8, 12), (8, 12)),
        ("{}年8月12日", (8, 12), (8, 12)),
    ],
)  # fmt: skip
def test_a_period_with_its_year(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert span(text.format(2023)).value == days(2023, first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019—2021年", 2019, 2021),
        ("2019-2021", 2019, 2021),
        ("2019年至2021年", 2019, 2021),
        ("2019-2021年（三年累计）", 2019, 2021),
        ("2019年1月至2021年12月", 2019, 2021),
        ("2019.1-2021.12", 2019, 2021),
        ("2019-01至2021-12", 2019, 2021),
    ],
)
def test_several_years(text: str, first: int, last: int) -> None:
    assert span(text).value == Interval(date(first, 1, 1), date(last, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1–10月", *OCTOBER),
        ("4—6月", *SECOND),
        ("第二季度", *SECOND),
        ("二季度", *SECOND),
        ("1—6月", *HALF),
        ("上半年", *HALF),
        ("今年1至6月份", *HALF),
        ("截止6月末", *HALF),
        ("今年上半年", *HALF),
        ("4月21日—6月30日", *SPRING),
        ("全年", (1, 1), (12, 31)),
        ("10月份", (10, 1), (10, 31)),
        ("6月30日", (6, 30), (6, 30)),
    ],
)
def test_a_period_without_its_year_is_open_until_the_year_is_known(
    text: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    assert span(text).remark is EntryRemark.YEAR_MISSING
    found = named(text)
    assert found is not None
    assert found.days(2020) == days(2020, first, last)


@pytest.mark.parametrize(
    "text", ["2023年13月", "2020年2月30日—3月1日", "2023年10—1月", "3-5", "随时", "2023年第五季度"]
)
def test_what_is_no_period_is_none(text: str) -> None:
    assert span(text).value is None
