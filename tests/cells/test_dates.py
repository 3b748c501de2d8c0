import datetime as dt
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centre_check.logic import Interval
from centre_check.model.facts import FOREVER, Trouble
from centre_check.workbook.cells import EntryRemark, date_interval
from centre_check.workbook.cells.text import listed

ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.text(alphabet="0123456789.-/年月日〇一二十 长期至今起", max_size=14),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)
TWO_DIGITS = EntryRemark.TWO_DIGIT_YEAR


def on(*day):
    return Interval.exactly(date(*day))


def during(first, last):
    return Interval(date(*first), date(*last))


NEW_YEARS_EVE = dt.datetime(1899, 12, 31)
DAY = on(2019, 3, 5)
MARCH = during((2019, 3, 1), (2019, 3, 31))
YEAR = during((2019, 1, 1), (2019, 12, 31))


@pytest.mark.parametrize(
    "raw",
    [
        "2019.3.5",
        "2019.03.05",
        "2019/3/5",
        "2019-3-5",
        "2019-03-05",
        "2019－03－05",
        "2019—3—5",
        "2019。3。5",
        "2019、3、5",
        "２０１９．３．５",
        "2019年3月5日",
        "2019年3月5",
        "2019年3月5号",
        " 2019 年 3 月 5 日 ",
        "2019年\n3月5日",
        "2019年3⽉5⽇",
        "2019 . 3 . 5",
        "20190305",
        20190305.0,
        20190305,
        "二〇一九年三月五日",
        "二○一九年三月五日",
        "二零一九年三月五日",
        "二O一九年3月5日",
        "2019-03-05 00:00:00",
        "2019-03-05T00:00:00",
        "2019/3/5 9:30",
        date(2019, 3, 5),
        dt.datetime(2019, 3, 5),
        dt.datetime(2019, 3, 5, 23, 59),
    ],
)
def test_a_day_is_read(raw):
    parsed = date_interval(raw, never=False)
    assert parsed.value == DAY
    assert parsed.trouble is None
    assert parsed.remark is None


@pytest.mark.parametrize(
    "raw", ["2019年3月", "2019年3月份", "2019.3", "2019-03", "2019/03", "201903", 201903.0, 2019.3]
)
def test_a_month_leaves_all_its_days(raw):
    assert date_interval(raw, never=False).value == MARCH


@pytest.mark.parametrize("raw", ["2019", "2019年", 2019, 2019.0, "二〇一九年"])
def test_a_year_leaves_all_its_days(raw):
    assert date_interval(raw, never=False).value == YEAR


@pytest.mark.parametrize(
    ("raw", "value", "remark"),
    [
        pytest.param(raw, value, remark, id=name)
        for name, raw, value, remark in [
            ("19.3.5 is in 2019", "19.3.5", DAY, TWO_DIGITS),
            ("19-03-05 is in 2019", "19-03-05", DAY, TWO_DIGITS),
            ("19年3月5日 is in 2019", "19年3月5日", DAY, TWO_DIGITS),
            ("19年3月 is in 2019", "19年3月", MARCH, TWO_DIGITS),
            ("09年3月5日 is in 2009", "09年3月5日", on(2009, 3, 5), TWO_DIGITS),
            ("43529 is a day number", 43529.0, DAY, EntryRemark.SERIAL_NUMBER),
            ("43529 in text is a day number", "43529", DAY, EntryRemark.SERIAL_NUMBER),
            ("20000 is the first day number", 20000, on(1954, 10, 3), EntryRemark.SERIAL_NUMBER),
            ("60000 is the last day number", 60000, on(2064, 4, 8), EntryRemark.SERIAL_NUMBER),
            ("December has 31 days", "2019.12", during((2019, 12, 1), (2019, 12, 31)), None),
            ("February 2020 has 29", "2020年2月", during((2020, 2, 1), (2020, 2, 29)), None),
            ("the leap day exists in 2020", "2020-02-29", on(2020, 2, 29), None),
            ("2019.10 in text is October", "2019.10", during((2019, 10, 1), (2019, 10, 31)), None),
            ("2019.1 in text is January", "2019.1", during((2019, 1, 1), (2019, 1, 31)), None),
            ("1900 is the first year", "1900.1.1", on(1900, 1, 1), None),
            ("2200 is the last year", "2200.12.31", on(2200, 12, 31), None),
            ("十二月三十一日", "二〇一九年十二月三十一日", on(2019, 12, 31), None),
            ("底 is the month's last day", "2019年3月底", on(2019, 3, 31), None),
            ("底 is the year's last day", "2019年底", on(2019, 12, 31), None),
            ("中旬 is ten days", "2019年3月中旬", during((2019, 3, 11), (2019, 3, 20)), None),
            ("a start may say 起", "2019年3月5日起", DAY, None),
        ]
    ],
)
def test_a_date_that_needs_thought(raw, value, remark):
    parsed = date_interval(raw, never=False)
    assert parsed.value == value
    assert parsed.trouble is None
    assert parsed.remark is remark


@pytest.mark.parametrize(
    ("raw", "remark"),
    [
        pytest.param(raw, remark, id=name)
        for name, raw, remark in [
            ("there is no 30 February", "2019-02-30", EntryRemark.NO_SUCH_DAY),
            ("there is no leap day in 2019", "2019年2月29日", EntryRemark.NO_SUCH_DAY),
            ("there is no month 13", "2019.13.1", EntryRemark.NO_SUCH_DAY),
            ("there is no month 13 without a day", "2019.13", EntryRemark.NO_SUCH_DAY),
            ("there is no month 0", "2019.0.5", EntryRemark.NO_SUCH_DAY),
            ("there is no 31 April", "2021.4.31", EntryRemark.NO_SUCH_DAY),
            ("there is no day 20190231", "20190231", EntryRemark.NO_SUCH_DAY),
            ("there is no 十三月", "二〇一九年十三月五日", EntryRemark.NO_SUCH_DAY),
            ("1899 is too early", "1899.12.31", EntryRemark.YEAR_OUT_OF_RANGE),
            ("2201 is too late", "2201.1.1", EntryRemark.YEAR_OUT_OF_RANGE),
            ("9999 is no forever", date(9999, 12, 31), EntryRemark.YEAR_OUT_OF_RANGE),
            ("Excel's day 0 is no day", NEW_YEARS_EVE, EntryRemark.YEAR_OUT_OF_RANGE),
            ("3月5日 lacks the year", "3月5日", EntryRemark.YEAR_MISSING),
            ("3.5 lacks the year", "3.5", EntryRemark.YEAR_MISSING),
            ("190305 may be 1903 or 2019", "190305", EntryRemark.YEAR_UNCLEAR),
            ("201203 may be 2012 or 2020", 201203.0, EntryRemark.YEAR_UNCLEAR),
            ("3/5/19 is American", "3/5/19", EntryRemark.YEAR_UNCLEAR),
            ("12/3/19 may be American", "12/3/19", EntryRemark.YEAR_UNCLEAR),
            ("85.3.5 is hardly 2085", "85.3.5", EntryRemark.YEAR_UNCLEAR),
            ("85年3月5日 is hardly 2085", "85年3月5日", EntryRemark.YEAR_UNCLEAR),
            ("the number 2019.1 may be 2019.10", 2019.1, EntryRemark.OCTOBER_UNCLEAR),
            ("2019年3月初 is no day", "2019年3月初", EntryRemark.NOT_A_DATE),
            ("19年 may be a duration", "19年", EntryRemark.NOT_A_DATE),
            ("two separators are no date", "2019.3-5", EntryRemark.NOT_A_DATE),
            ("two dates are no date", "2019.3.5-2022.3.4", EntryRemark.NOT_A_DATE),
            ("seven digits are no date", "2019305", EntryRemark.NOT_A_DATE),
            ("19999 is no day number", 19999, EntryRemark.NOT_A_DATE),
            ("60001 is no day number", "60001", EntryRemark.NOT_A_DATE),
            ("half a day number is no date", 43529.5, EntryRemark.NOT_A_DATE),
            ("nan is no date", float("nan"), EntryRemark.NOT_A_DATE),
            ("infinity is no date", float("inf"), EntryRemark.NOT_A_DATE),
            ("TRUE is no date", True, EntryRemark.NOT_A_DATE),
            ("a time is no date", dt.time(3, 5), EntryRemark.NOT_A_DATE),
            ("a duration is no date", dt.timedelta(1), EntryRemark.NOT_A_DATE),
            ("a clock of 99 hours is no time", "2019-03-05 99:00", EntryRemark.NOT_A_DATE),
            ("长期 is no start", "长期", EntryRemark.NOT_A_DATE),
            ("an Excel error is no date", "#VALUE!", EntryRemark.EXCEL_ERROR),
            ("a long text is no date", "2019年" * 100, EntryRemark.TOO_LONG),
        ]
    ],
)
def test_what_cannot_be_read_is_no_date(raw, remark):
    parsed = date_interval(raw, never=False)
    assert parsed.value is None
    assert parsed.trouble is Trouble.UNREADABLE
    assert parsed.remark is remark


HELD_BACK = ["不详", "待查", "？", "见附件", "详见附表2", "#N/A", "未知", "另附"]


@pytest.mark.parametrize("raw", HELD_BACK)
def test_an_end_that_is_held_back_is_no_blank(raw):
    assert date_interval(raw, never=False).trouble is Trouble.BLANK
    assert date_interval(raw, never=True).trouble is Trouble.UNREADABLE


@pytest.mark.parametrize("raw", [None, "", "\u3000", "—", "/", "待定", "未填", "空"])
@pytest.mark.parametrize("never", [False, True])
def test_a_blank_is_no_date_and_no_forever(raw, never):
    assert date_interval(raw, never=never).trouble is Trouble.BLANK


@pytest.mark.parametrize(
    "raw",
    sorted(
        listed("长期 永久 无固定期限 无固定 至今 在职 在岗 至清退 自动顺延 自动续签") | {"长　期"}
    ),
)
def test_an_end_that_never_comes(raw):
    parsed = date_interval(raw, never=True)
    assert parsed.value == Interval.exactly(FOREVER)
    assert parsed.remark is EntryRemark.NO_END


@pytest.mark.parametrize("never", [False, True])
def test_wu_is_a_blank_and_the_clause_says_what_that_means(never):
    assert date_interval("无", never=never).trouble is Trouble.BLANK


def test_an_end_date_is_read_where_one_may_never_come():
    assert date_interval("2019.3.5", never=True).value == DAY


def test_a_huge_cell_is_refused_at_once():
    assert date_interval("2019 " * 1_000_000, never=True).remark is EntryRemark.TOO_LONG


@given(ANYTHING, st.booleans())
def test_no_input_raises(raw, never):
    parsed = date_interval(raw, never=never)
    assert (parsed.value is None) == (parsed.trouble is not None)


FORMATS = (
    "{0}.{1}.{2}",
    "{0}.{1:02}.{2:02}",
    "{0}/{1}/{2}",
    "{0}-{1}-{2}",
    "{0}-{1:02}-{2:02}",
    "{0}年{1}月{2}日",
    "{0} 年 {1} 月 {2} 日",
    "{0}{1:02}{2:02}",
    "{0}-{1:02}-{2:02} 00:00:00",
)
HAN = "〇一二三四五六七八九"


def in_han(count):
    """A month or a day: 三十一."""
    tens, ones = divmod(count, 10)
    return ("" if tens < 2 else HAN[tens]) + ("十" if tens else "") + (HAN[ones] if ones else "")


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.sampled_from(FORMATS))
def test_every_day_in_every_format_is_read_back(day, form):
    written = form.format(day.year, day.month, day.day)
    assert date_interval(written, never=False).value == Interval.exactly(day)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_every_day_in_chinese_numerals_is_read_back(day):
    year = "".join(HAN[int(digit)] for digit in str(day.year))
    written = f"{year}年{in_han(day.month)}月{in_han(day.day)}日"
    assert date_interval(written, never=False).value == Interval.exactly(day)


@given(st.dates(date(1954, 10, 3), date(2064, 4, 8)))
def test_every_day_number_is_read_back(day):
    serial = float((day - date(1899, 12, 30)).days)
    assert date_interval(serial, never=False).value == Interval.exactly(day)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_every_date_object_is_read_back(day):
    assert date_interval(day, never=False).value == Interval.exactly(day)
