import datetime as dt
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centre_check.logic import Interval
from centre_check.logic.calendar import add_months
from centre_check.model.facts import FOREVER, Trouble
from centre_check.workbook.cells import EntryRemark, period

ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.text(alphabet="0123456789.-/—~至到年月日起自一三半个长期 ", max_size=24),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)
STARTS = st.one_of(
    st.none(),
    st.dates().map(Interval.exactly),
    st.just(Interval.exactly(FOREVER)),
    st.just(Interval(None, None)),
)


def on(*day):
    return Interval.exactly(date(*day))


def during(first, last):
    return Interval(date(*first), date(*last))


START = on(2019, 3, 5)
THREE_YEARS = (on(2019, 3, 5), on(2022, 3, 4))
MARCH_TO_FEBRUARY = (during((2019, 3, 1), (2019, 3, 31)), during((2022, 2, 1), (2022, 2, 28)))


@pytest.mark.parametrize(
    ("raw", "start", "end"),
    [
        pytest.param(raw, *days, id=raw)
        for raw, days in [
            ("2019.3.5-2022.3.4", THREE_YEARS),
            ("2019.3.5 - 2022.3.4", THREE_YEARS),
            ("2019.3.5—2022.3.4", THREE_YEARS),
            ("2019.3.5——2022.3.4", THREE_YEARS),
            ("2019.3.5--2022.3.4", THREE_YEARS),
            ("2019.3.5～2022.3.4", THREE_YEARS),
            ("2019-03-05至2022-03-04", THREE_YEARS),
            ("2019-03-05到2022-03-04", THREE_YEARS),
            ("2019-03-05-2022-03-04", THREE_YEARS),
            ("2019-03-05--2022-03-04", THREE_YEARS),
            ("2019/3/5-2022/3/4", THREE_YEARS),
            ("2019年3月5日—2022年3月4日", THREE_YEARS),
            ("2019年3月5日至\n2022年3月4日", THREE_YEARS),
            ("自2019年3月5日起至2022年3月4日止", THREE_YEARS),
            ("从2019年3月5日至2022年3月4日为止", THREE_YEARS),
            ("20190305-20220304", THREE_YEARS),
            ("19.3.5-22.3.4", THREE_YEARS),
            ("二〇一九年三月五日至二〇二二年三月四日", THREE_YEARS),
            ("2019.3至2022.2", MARCH_TO_FEBRUARY),
            ("2019-03-2022-02", MARCH_TO_FEBRUARY),
            ("2019年3月-2022年2月", MARCH_TO_FEBRUARY),
            ("201903-202202", MARCH_TO_FEBRUARY),
            (
                "2019-2022",
                (during((2019, 1, 1), (2019, 12, 31)), during((2022, 1, 1), (2022, 12, 31))),
            ),
            ("2019.1~长期", (during((2019, 1, 1), (2019, 1, 31)), Interval.exactly(FOREVER))),
            ("2019-03-05-长期", (START, Interval.exactly(FOREVER))),
            ("2019.3.5至今", (START, Interval.exactly(FOREVER))),
            ("自2019年3月5日起长期有效", (START, Interval.exactly(FOREVER))),
            ("自2019年3月5日起三年", THREE_YEARS),
            ("2019.3.5起，为期36个月", THREE_YEARS),
            ("自2019年3月起三年", (MARCH_TO_FEBRUARY[0], during((2022, 2, 28), (2022, 3, 30)))),
            ("2022.3.4-2019.3.5", (on(2022, 3, 4), on(2019, 3, 5))),
        ]
    ],
)
def test_a_cell_with_both_days(raw, start, end):
    parsed = period(raw, None)
    assert parsed.start.value == start
    assert parsed.end.value == end


@pytest.mark.parametrize(
    ("raw", "end"),
    [
        pytest.param(raw, end, id=f"{raw} from 5 March 2019")
        for raw, end in [
            ("三年", on(2022, 3, 4)),
            ("叁年", on(2022, 3, 4)),
            ("3年", on(2022, 3, 4)),
            ("３ 年", on(2022, 3, 4)),
            ("36个月", on(2022, 3, 4)),
            ("三十六个月", on(2022, 3, 4)),
            ("3周年", on(2022, 3, 4)),
            ("为期三年", on(2022, 3, 4)),
            ("两年", on(2021, 3, 4)),
            ("一年半", on(2020, 9, 4)),
            ("1.5年", on(2020, 9, 4)),
            ("1年6个月", on(2020, 9, 4)),
            ("两年零六个月", on(2021, 9, 4)),
            ("半年", on(2019, 9, 4)),
            ("二十年", on(2039, 3, 4)),
            ("长期", Interval.exactly(FOREVER)),
            ("无固定期限", Interval.exactly(FOREVER)),
            ("自动续签", Interval.exactly(FOREVER)),
        ]
    ],
)
def test_a_duration_is_counted_from_the_start(raw, end):
    parsed = period(raw, START)
    assert parsed.start.trouble is Trouble.BLANK
    assert parsed.end.value == end
    assert parsed.end.remark in (EntryRemark.COMPUTED_END, EntryRemark.NO_END)


@pytest.mark.parametrize(
    ("raw", "start", "end"),
    [
        pytest.param("三年", on(2020, 2, 29), on(2023, 2, 27), id="a leap day has no third year"),
        pytest.param("四年", on(2020, 2, 29), on(2024, 2, 28), id="a leap day has a fourth year"),
        pytest.param("1个月", on(2019, 1, 31), on(2019, 2, 27), id="31 January has no next month"),
        pytest.param("一年", on(2019, 3, 1), on(2020, 2, 29), id="the end may be a leap day"),
        pytest.param("一年", on(2019, 1, 1), on(2019, 12, 31), id="a calendar year"),
        pytest.param(
            "三年",
            during((2019, 3, 1), (2019, 3, 31)),
            during((2022, 2, 28), (2022, 3, 30)),
            id="a start in March leaves a month of ends",
        ),
    ],
)
def test_the_end_is_the_day_before_the_corresponding_day(raw, start, end):
    assert period(raw, start).end.value == end


@pytest.mark.parametrize(
    ("raw", "start", "remark"),
    [
        pytest.param(raw, start, remark, id=name)
        for name, raw, start, remark in [
            ("a duration without a start", "三年", None, EntryRemark.START_MISSING),
            ("a duration from nowhere", "三年", Interval(None, None), EntryRemark.START_MISSING),
            ("a duration from the signing", "自签订之日起三年", START, EntryRemark.START_MISSING),
            ("一年一签", "一年一签", START, EntryRemark.EACH_RENEWAL),
            ("每年续签", "每年续签", START, EntryRemark.EACH_RENEWAL),
            ("36 without a unit", "36", START, EntryRemark.DURATION_UNIT_MISSING),
            ("36 as a number", 36.0, START, EntryRemark.DURATION_UNIT_MISSING),
            ("三 without a unit", "三", START, EntryRemark.DURATION_UNIT_MISSING),
            ("20年 may be 2020", "20年", START, EntryRemark.YEAR_OR_DURATION),
            ("2019年 is no duration", "2019年", START, EntryRemark.NOT_A_PERIOD),
            ("3月 is March or three months", "3月", START, EntryRemark.NOT_A_PERIOD),
            ("no years at all", "0年", START, EntryRemark.NOT_A_PERIOD),
            ("三五年, three or five", "三五年", START, EntryRemark.NOT_A_PERIOD),
            ("三年以上", "三年以上", START, EntryRemark.NOT_A_PERIOD),
            ("a date alone", "2019-03-05", START, EntryRemark.NOT_A_PERIOD),
            ("a date object", date(2019, 3, 5), START, EntryRemark.NOT_A_PERIOD),
            ("a time", dt.time(3), START, EntryRemark.NOT_A_PERIOD),
            ("nan", float("nan"), START, EntryRemark.NOT_A_PERIOD),
            ("TRUE", True, START, EntryRemark.TRUE_OR_FALSE),
            ("a month that looks like years", "2019-3", START, EntryRemark.NOT_A_PERIOD),
            ("an end without its year", "2019年3月-5月", START, EntryRemark.NOT_A_PERIOD),
            ("hyphens that do not pair", "2019-22-3-4", START, EntryRemark.NOT_A_PERIOD),
            ("day numbers", "43529-44624", START, EntryRemark.NOT_A_PERIOD),
            ("three dates", "2019.1至2020.1至2021.1", START, EntryRemark.NOT_A_PERIOD),
            ("an Excel error", "#REF!", START, EntryRemark.EXCEL_ERROR),
            ("a long text", "2019.3.5-" * 50, START, EntryRemark.TOO_LONG),
        ]
    ],
)
def test_what_cannot_be_read_has_no_end(raw, start, remark):
    parsed = period(raw, start)
    assert parsed.start.value is None
    assert parsed.end.value is None
    assert parsed.end.trouble is Trouble.UNREADABLE
    assert parsed.end.remark is remark


@pytest.mark.parametrize("raw", [None, "", "—", "待定", "无"])
def test_a_blank_has_neither_start_nor_end(raw):
    parsed = period(raw, START)
    assert parsed.start.trouble is Trouble.BLANK
    assert parsed.end.trouble is Trouble.BLANK


@pytest.mark.parametrize("raw", ["2019.3.5-", "2019.3.5-待定", "2019.3.5至", "自2019年3月5日起"])
def test_an_end_that_was_left_out_is_blank(raw):
    parsed = period(raw, None)
    assert parsed.start.value == START
    assert parsed.end.trouble is Trouble.BLANK


def test_a_start_that_was_left_out_is_blank():
    parsed = period("至2022年3月4日", None)
    assert parsed.start.trouble is Trouble.BLANK
    assert parsed.end.value == on(2022, 3, 4)


def test_an_impossible_start_leaves_the_end_readable():
    parsed = period("2019-02-30至2022-03-04", None)
    assert parsed.start.remark is EntryRemark.NO_SUCH_DAY
    assert parsed.end.value == on(2022, 3, 4)


def test_an_impossible_end_leaves_the_start_readable():
    parsed = period("2019.3.5-2022.2.30", None)
    assert parsed.start.value == START
    assert parsed.end.remark is EntryRemark.NO_SUCH_DAY


def test_a_two_digit_year_is_remarked_on():
    parsed = period("2019.3.5-22.3.4", None)
    assert parsed.start.remark is None
    assert parsed.end.remark is EntryRemark.TWO_DIGIT_YEAR


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        pytest.param(date(2019, 3, 5), 36, date(2022, 3, 5), id="three years later"),
        pytest.param(date(2019, 3, 5), 0, date(2019, 3, 5), id="the same day"),
        pytest.param(date(2019, 12, 31), 2, date(2020, 2, 29), id="the end of a leap February"),
        pytest.param(date(2019, 1, 31), 1, date(2019, 2, 28), id="the end of a February"),
        pytest.param(date(2019, 11, 30), 1, date(2019, 12, 30), id="into December"),
        pytest.param(date(2020, 3, 31), -1, date(2020, 2, 29), id="back to February"),
        pytest.param(date(9999, 12, 1), 1, date.max, id="beyond the last year"),
        pytest.param(date.max, 10**9, date.max, id="far beyond the last year"),
        pytest.param(date.min, -1, date.min, id="before the first year"),
    ],
)
def test_the_corresponding_day(day, months, then):
    assert add_months(day, months) == then


@given(st.dates(), st.integers(-200_000, 200_000))
def test_adding_months_never_raises_and_never_skips_a_month(day, months):
    then = add_months(day, months)
    if then not in (date.min, date.max):
        assert then.year * 12 + then.month == day.year * 12 + day.month + months


@given(ANYTHING, STARTS)
def test_no_input_raises(raw, start):
    parsed = period(raw, start)
    for side in (parsed.start, parsed.end):
        assert (side.value is None) == (side.trouble is not None)


@given(
    st.dates(date(1900, 1, 1), date(2200, 12, 31)),
    st.dates(date(1900, 1, 1), date(2200, 12, 31)),
    st.sampled_from(["{}至{}", "{}—{}", "{}~{}", "{}-{}", "自{}起至{}止"]),
    st.sampled_from(["%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y%m%d"]),
)
def test_every_pair_of_days_is_read_back(first, last, joint, form):
    parsed = period(joint.format(first.strftime(form), last.strftime(form)), None)
    assert parsed.start.value == Interval.exactly(first)
    assert parsed.end.value == Interval.exactly(last)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.integers(1, 83))
def test_years_and_their_months_end_on_the_same_day(day, years):
    start = Interval.exactly(day)
    assert period(f"{years}周年", start).end == period(f"{years * 12}个月", start).end
