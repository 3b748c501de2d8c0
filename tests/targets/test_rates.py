"""Exact completion arithmetic: rounded once, half up; amounts with units; spans of days."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centre_check.checks.rates import elapsed, percent, quotient, rounded
from centre_check.logic import Interval
from centre_check.workbook.cells import measure, span


def exactly(number: str) -> Interval[Decimal]:
    return Interval.exactly(Decimal(number))


@pytest.mark.parametrize(
    ("part", "whole", "places", "shown"),
    [
        ("21.99", "20", 2, "109.95"),
        ("21.99", "20", 1, "110.0"),
        ("779", "600", 2, "129.83"),
        ("10", "10", 2, "100.00"),
        ("90000", "82000", 2, "109.76"),
        ("1", "3", 0, "33"),
        ("0", "5", 2, "0.00"),
        ("0.00005", "1", 2, "0.01"),
    ],
)
def test_a_rate_is_rounded_once_half_up(part: str, whole: str, places: int, shown: str) -> None:
    share = quotient(exactly(part), exactly(whole))
    assert share is not None
    assert share.low is not None
    assert str(percent(share.low, places)) == shown


@pytest.mark.parametrize("base", [exactly("0"), Interval(None, None), Interval(Decimal(0), None)])
def test_a_base_that_is_zero_or_blank_has_no_rate(base: Interval[Decimal]) -> None:
    assert quotient(exactly("5"), base) is None


def test_a_blank_result_has_no_rate() -> None:
    assert quotient(Interval(Decimal(0), None), exactly("5")) is None


@given(st.integers(0, 10**9), st.integers(1, 10**6), st.integers(0, 4))
def test_rounding_is_within_half_a_place_of_the_exact_value(
    part: int, whole: int, places: int
) -> None:
    exact = Fraction(part, whole)
    assert abs(Fraction(rounded(exact, places)) - exact) <= Fraction(1, 2 * 10**places)


@pytest.mark.parametrize(
    ("day", "part"),
    [
        (date(2022, 12, 31), Fraction(0)),
        (date(2023, 10, 31), Fraction(10, 12)),
        (date(2023, 6, 15), Fraction(11, 24)),
        (date(2023, 12, 31), Fraction(1)),
        (date(2024, 3, 1), Fraction(1)),
    ],
)
def test_time_progress_goes_by_months(day: date, part: Fraction) -> None:
    assert elapsed(date(2023, 1, 1), date(2023, 12, 31), day) == part


@pytest.mark.parametrize(
    ("text", "column", "low", "high", "unit"),
    [
        ("21.99万人", "", "219900", "219900", "人"),
        ("21.99", "万人", "219900", "219900", "人"),
        ("9万余人次", "", "90000", "100000", "人次"),
        ("近7.4万个", "", "73000", "74000", "个"),
        ("约3万个", "", "27000", "33000", "个"),
        ("超14亿元", "", "1400000000", None, "元"),
        ("1700余万元", "", "17000000", "18000000", "元"),
        ("124.6万元", "", "1246000", "1246000", "元"),
        ("95%", "", "95", "95", "%"),
        ("20名", "", "20", "20", "人"),
        ("每人1000元", "", "1000", "1000", "元/人"),
    ],
)
def test_an_amount_brings_its_unit(
    text: str, column: str, low: str, high: str | None, unit: str
) -> None:
    read = measure(text, column)
    assert read.unit == unit
    assert read.parsed.value.low == Decimal(low)
    assert read.parsed.value.high == (None if high is None else Decimal(high))


@pytest.mark.parametrize(("text", "column"), [("5076人次", "人"), ("12万元", "人"), ("许多", "")])
def test_an_amount_in_another_unit_is_not_read(text: str, column: str) -> None:
    assert measure(text, column).parsed.value is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023年1–10月", date(2023, 1, 1), date(2023, 10, 31)),
        ("2019-2021年", date(2019, 1, 1), date(2021, 12, 31)),
        ("2020年上半年", date(2020, 1, 1), date(2020, 6, 30)),
        ("2023年第三季度", date(2023, 7, 1), date(2023, 9, 30)),
        ("2020年4月21日至6月底", date(2020, 4, 21), date(2020, 6, 30)),
        ("2019年1月至2020年12月", date(2019, 1, 1), date(2020, 12, 31)),
        (2023.0, date(2023, 1, 1), date(2023, 12, 31)),
        ("2020-03-05", date(2020, 3, 5), date(2020, 3, 5)),
    ],
)
def test_a_span_of_days(text: str | float, first: date, last: date) -> None:
    assert span(text).value == Interval(first, last)
