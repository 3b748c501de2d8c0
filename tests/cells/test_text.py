import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centre_check.logic.spelling import normalise
from centre_check.model.facts import Trouble
from centre_check.workbook.cells import (
    MESSAGES,
    EntryRemark,
    clean_name,
    is_blank_text,
    is_ditto,
    text,
)

ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        pytest.param(raw, value, id=name)
        for name, raw, value in [
            ("plain text", "服务台", "服务台"),
            ("blanks around are dropped", " \u00a0服务台\t\n", "服务台"),
            ("zero-width characters are dropped", "服\u200b务台\ufeff", "服务台"),
            ("a line break is a blank", "人民路\n12号", "人民路 12号"),
            ("full width stays as it was written", "Ａ座（东）", "Ａ座（东）"),
            ("a long text stays", "好" * 1000, "好" * 1000),
            ("无 is known to be none", "无", ""),
            ("没有 is known to be none", " 没有 ", ""),
            ("暂无 is known to be none", "暂无", ""),
            ("无 inside a text is text", "无锡", "无锡"),
            ("a phone number is its digits", 13800001111.0, "13800001111"),
            ("a whole number is its digits", 7, "7"),
            ("a fraction is its digits", 3.5, "3.5"),
            ("a small fraction has no exponent", 1e-7, "0.0000001"),
            ("15 digits are complete", 610125800101001.0, "610125800101001"),
            ("a full identity number in text", "61012519800101001X", "61012519800101001X"),
            ("a room number is not scientific", "1E5", "1E5"),
        ]
    ],
)
def test_a_text_is_read(raw, value):
    parsed = text(raw)
    assert parsed.value == value
    assert parsed.trouble is None
    assert parsed.remark is None


@pytest.mark.parametrize(
    ("raw", "remark"),
    [
        pytest.param(raw, remark, id=name)
        for name, raw, remark in [
            ("an identity number as a float", 6.10118199001011e17, EntryRemark.NUMBER_CUT),
            ("an identity number as an int", 610118199001011000, EntryRemark.NUMBER_CUT),
            ("16 digits", 1e15, EntryRemark.NUMBER_CUT),
            ("scientific notation in text", "6.10118E+17", EntryRemark.NUMBER_CUT),
            ("full-width scientific notation", "６.10118Ｅ＋17", EntryRemark.NUMBER_CUT),
            ("nan", float("nan"), EntryRemark.EXCEL_ERROR),
            ("minus infinity", float("-inf"), EntryRemark.EXCEL_ERROR),
            ("an Excel error in text", "#DIV/0!", EntryRemark.EXCEL_ERROR),
            ("TRUE", True, EntryRemark.TRUE_OR_FALSE),
            ("a date", dt.date(2019, 3, 5), EntryRemark.TURNED_INTO_DATE),
            (
                "a date with time",
                dt.datetime.combine(dt.date(2019, 3, 5), dt.time(9)),
                EntryRemark.TURNED_INTO_DATE,
            ),
            ("a time", dt.time(3, 5), EntryRemark.TURNED_INTO_DATE),
            ("a duration", dt.timedelta(1), EntryRemark.TURNED_INTO_DATE),
        ]
    ],
)
def test_what_excel_spoilt_is_no_text(raw, remark):
    parsed = text(raw)
    assert parsed.value is None
    assert parsed.trouble is Trouble.UNREADABLE
    assert parsed.remark is remark


SPACES = ["", " ", "\u3000", "\u200b", "\n"]
DASHES = ["-", "－", "—", "——", "–", "/", "／", "\\", "?", "？", "…", "……"]
UNKNOWN = ["待定", "待 补", "不详", "暂缺", "见附件", "详见附件3", "见附表二", "N/A", "n/a", "#N/A"]


@pytest.mark.parametrize("raw", SPACES + DASHES + UNKNOWN)
def test_a_cell_that_says_nothing_is_blank(raw):
    assert is_blank_text(raw)
    assert text(raw).trouble is Trouble.BLANK


def test_an_empty_cell_is_blank():
    assert text(None).trouble is Trouble.BLANK


@pytest.mark.parametrize("raw", ["无", "0", "待定区", "一", "是", "有(见附件3)", "-5", "同上"])
def test_a_cell_that_says_something_is_not_blank(raw):
    assert not is_blank_text(raw)


@pytest.mark.parametrize("raw", ["同上", "同 上", "〃", '"', "”", "″", "同前", "＂"])
def test_a_ditto_is_recognised(raw):
    assert is_ditto(raw)


@pytest.mark.parametrize("raw", ["", "同上海", "上", "-", "''张", "同"])
def test_what_is_no_ditto(raw):
    assert not is_ditto(raw)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("张　三", "张三"),
        ("张 三", "张三"),
        (" 张\u00a0三 ", "张三"),
        ("𠮷 三", "𠮷三"),
        ("张三\u200b", "张三"),
        ("张三", "张三"),
        ("张三 李四", "张三 李四"),
        ("张 三丰", "张 三丰"),
        ("张\n三", "张三"),
        ("John  Smith", "John Smith"),
        ("A B", "A B"),
        ("", ""),
    ],
)
def test_a_name_is_freed_of_stray_blanks(raw, name):
    assert clean_name(raw) == name


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        pytest.param("姓  名", "姓名", id="blanks go"),
        pytest.param("联系\n电话", "联系电话", id="line breaks go"),
        pytest.param("ＬＥＤ屏（１）", "led屏(1)", id="width and case are one"),
        pytest.param("Y", "y", id="case is one"),
        pytest.param("2019–2020", "2019—2020", id="long dashes are one"),
        pytest.param("−5‑6", "-5-6", id="short dashes are one"),
        pytest.param("⽉", "月", id="a radical is its character"),
        pytest.param("①10²", "①10²", id="digits in other shapes stay what they are"),
        pytest.param("520㎡", "520㎡", id="㎡ stays one character"),
    ],
)
def test_the_form_in_which_words_are_compared(raw, word):
    assert normalise(raw) == word


@pytest.mark.parametrize("code", EntryRemark)
def test_every_remark_has_a_message(code):
    assert MESSAGES[code]


@given(ANYTHING)
def test_no_input_raises(raw):
    parsed = text(raw)
    assert (parsed.value is None) == (parsed.trouble is not None)


@given(st.text())
def test_comparing_is_stable(raw):
    assert normalise(normalise(raw)) == normalise(raw)
    assert clean_name(clean_name(raw)) == clean_name(raw)


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_every_number_of_15_digits_is_its_digits(number):
    assert text(float(number)).value == str(number)
