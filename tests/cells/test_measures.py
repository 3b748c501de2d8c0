"""Measures: a figure with its unit, with a scale alone, a rise or a fall, an amount a head."""

from decimal import Decimal

import pytest

from centre_check.workbook.cells import EntryRemark, measure


@pytest.mark.parametrize(
    ("text", "column", "value", "unit"),
    [
        ("21.99万人", "", "219900", "人"),
        ("21.99万", "", "219900", ""),
        ("21.99万", "人", "219900", "人"),
        ("21.99万", "万人", "219900", "人"),
        ("21.99", "万人", "219900", "人"),
        ("1.1亿", "", "110000000", ""),
        ("500万", "元", "5000000", "元"),
        ("33家", "", "33", "家"),
        ("33家", "个", "33", "家"),
        ("70场次", "场", "70", "场"),
        ("70次", "场", "70", "次"),
        ("86名", "人", "86", "人"),
        ("1000元/人", "", "1000", "元/人"),
        ("2000元每人", "", "2000", "元/人"),
        ("124.6万元/年", "", "1246000", "元/年"),
        ("累计779人", "", "779", "人"),
        ("已完成779人", "", "779", "人"),
        ("半小时", "", "0.5", "小时"),
        ("7个工作日", "", "7", "工作日"),
        ("3.9%", "", "3.9", "%"),
        ("3.9", "%", "3.9", "%"),
        ("-3%", "", "-3", "%"),
        ("-3", "%", "-3", "%"),
        ("－3%", "", "-3", "%"),
        ("−3%", "", "-3", "%"),
        ("下降3%", "", "-3", "%"),
        ("同比下降3.5%", "", "-3.5", "%"),
        ("负增长3%", "", "-3", "%"),
        ("增长10%", "", "10", "%"),
        ("同比增长10.5%", "", "10.5", "%"),
    ],
)
def test_a_figure_in_its_unit(text: str, column: str, value: str, unit: str) -> None:
    found = measure(text, column)
    assert found.parsed.value is not None, found.parsed.remark
    assert (found.parsed.value.low, found.parsed.value.is_exact) == (Decimal(value), True)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "column", "remark"),
    [
        ("8万人次", "人", EntryRemark.OTHER_UNIT),
        ("8万人", "人次", EntryRemark.OTHER_UNIT),
        ("33家次", "家", EntryRemark.OTHER_UNIT),
        ("100元", "人", EntryRemark.OTHER_UNIT),
        ("-3人", "", EntryRemark.NEGATIVE),
        ("-1万元", "", EntryRemark.NEGATIVE),
    ],
)
def test_people_and_attendances_never_mix_and_no_count_is_below_zero(
    text: str, column: str, remark: EntryRemark
) -> None:
    found = measure(text, column).parsed
    assert (found.value, found.remark) == (None, remark)
