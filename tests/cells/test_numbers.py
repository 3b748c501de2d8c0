import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centre_check.logic import Interval, Truth
from centre_check.model.facts import Trouble
from centre_check.workbook.cells import UNITS, EntryRemark, number

D = Decimal
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.text(
        alphabet="0123456789.,， -—~至到万千百亿三五十两零余多约近以上元㎡亩年%共", max_size=12
    ),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


def exactly(figure: str) -> Interval[Decimal]:
    return Interval.exactly(D(figure))


def case(name, raw, unit, figure, remark=None):
    return pytest.param(raw, unit, exactly(figure), remark, id=name)


@pytest.mark.parametrize(
    ("raw", "unit", "value", "remark"),
    [
        case("a float is read by its shortest text", 499.6, "㎡", "499.6"),
        case("a whole float is whole", 500.0, "㎡", "500"),
        case("an int is read", 500, "㎡", "500"),
        case("zero that was entered is zero", 0.0, "人", "0"),
        case("zero that was typed is zero", "0", "人", "0"),
        case("text digits are read", "520", "㎡", "520"),
        case("full-width digits are read", "５２０．５", "㎡", "520.5"),
        case("blanks around are dropped", " \u00a0520\n", "㎡", "520"),
        case("a zero-width space inside is dropped", "5\u200b20", "㎡", "520"),
        case("a leading zero does no harm", "05", "人", "5"),
        case("commas group thousands", "1,200", "元", "1200"),
        case("full-width commas group thousands", "1，200", "元", "1200"),
        case("a blank groups thousands", "12 500.50", "元", "12500.50"),
        case("commas group millions", "1,234,567", "元", "1234567"),
        case("a unit is taken off", "520平方米", "㎡", "520"),
        case("a unit may follow a blank", "520 ㎡", "㎡", "520"),
        case("a unit may stand on the next line", "520\n㎡", "㎡", "520"),
        case("m² is an area", "520m²", "㎡", "520"),
        case("M2 is an area", "520M2", "㎡", "520"),
        case("方 is an area", "520方", "㎡", "520"),
        case("3名 is three persons", "3 名", "人", "3"),
        case("12家 is twelve tenants", "12家", "户", "12"),
        case("20间 is twenty where anything is counted", "20间", "", "20"),
        case("公顷 are converted", "0.048公顷", "㎡", "480", EntryRemark.FROM_HECTARES),
        case("a full stop behind a figure is none", "480.", "㎡", "480"),
        case("a storey is no figure", "两层共480㎡", "㎡", "480"),
        case("12次 is twelve times", "12次", "次", "12"),
        case("a count needs no unit of its own", "7次", "", "7"),
        case("36个月 is 36 months", "36个月", "月", "36"),
        case("三 is 3", "三", "人", "3"),
        case("〇 is 0", "〇", "人", "0"),
        case("一名 is 1", "一名", "人", "1"),
        case("两名 is 2", "两名", "人", "2"),
        case("五名 is 5", "五名", "人", "5"),
        case("十 is 10", "十", "人", "10"),
        case("十二 is 12", "十二", "人", "12"),
        case("一十二 is 12", "一十二", "人", "12"),
        case("壹佰 is 100", "壹佰", "人", "100"),
        case("一百零五 is 105", "一百零五", "㎡", "105"),
        case("三百五十 is 350", "三百五十㎡", "㎡", "350"),
        case("一千二百 is 1200", "一千二百", "㎡", "1200"),
        case("两万零三十 is 20030", "两万零三十", "元", "20030"),
        case("共5人 is 5", "共5人", "人", "5"),
        case("1.2万 is converted", "1.2万", "元", "12000", EntryRemark.FROM_TEN_THOUSANDS),
        case("5千 is converted", "5千", "元", "5000", EntryRemark.FROM_TEN_THOUSANDS),
        case("0.05万㎡ is converted", "0.05万㎡", "㎡", "500", EntryRemark.FROM_TEN_THOUSANDS),
        case("1万平方米 is converted", "1万平方米", "㎡", "10000", EntryRemark.FROM_TEN_THOUSANDS),
        case("亩 is converted", "2亩", "㎡", "1333.34", EntryRemark.FROM_MU),
        case("years are converted to months", "三年", "月", "36", EntryRemark.FROM_YEARS),
        case("万元 is converted to 元", "62万元", "元", "620000", EntryRemark.FROM_TEN_THOUSANDS),
        case("元 is converted to 万元", "620000元", "万元", "62", EntryRemark.FROM_YUAN),
        case("万元 in 万元 is not converted", "62万元", "万元", "62"),
        case("六十二万元 in 万元 is not converted", "六十二万元", "万元", "62"),
        case("a percentage with its sign is read", "50%", "%", "50"),
        case("a full-width percent sign is read", "１２.５％", "%", "12.5"),
    ],
)
def test_a_figure_is_exact(raw, unit, value, remark):
    parsed = number(raw, unit)
    assert parsed.value == value
    assert parsed.trouble is None
    assert parsed.remark is remark


def between(low, high, *, low_open=False, high_open=False):
    def limit(text):
        return None if text is None else D(text)

    return Interval(limit(low), limit(high), low_open, high_open)


@pytest.mark.parametrize(
    ("raw", "value", "remark"),
    [
        pytest.param(raw, value, remark, id=raw)
        for remark, raw, value in [
            (EntryRemark.APPROXIMATE, "500余", between("500", "600", high_open=True)),
            (EntryRemark.APPROXIMATE, "520余", between("520", "530", high_open=True)),
            (EntryRemark.APPROXIMATE, "500余平方米", between("500", "600", high_open=True)),
            (EntryRemark.APPROXIMATE, "500多㎡", between("500", "600", high_open=True)),
            (EntryRemark.APPROXIMATE, "三十多", between("30", "40", high_open=True)),
            (EntryRemark.APPROXIMATE, "10.5余", between("10.5", "10.6", high_open=True)),
            (
                EntryRemark.FROM_TEN_THOUSANDS,
                "1.2万余㎡",
                between("12000", "13000", high_open=True),
            ),
            (EntryRemark.APPROXIMATE, "500以上", between("500", None)),
            (EntryRemark.APPROXIMATE, "500㎡以上", between("500", None)),
            (EntryRemark.APPROXIMATE, "不少于500㎡", between("500", None)),
            (EntryRemark.APPROXIMATE, "≥500", between("500", None)),
            (EntryRemark.APPROXIMATE, "超500", between("500", None, low_open=True)),
            (EntryRemark.APPROXIMATE, "超过500㎡", between("500", None, low_open=True)),
            (EntryRemark.APPROXIMATE, "近500", between("400", "500", high_open=True)),
            (EntryRemark.APPROXIMATE, "近520㎡", between("510", "520", high_open=True)),
            (EntryRemark.APPROXIMATE, "不足200", between("0", "200", high_open=True)),
            (EntryRemark.APPROXIMATE, "200不到", between("0", "200", high_open=True)),
            (EntryRemark.APPROXIMATE, "<200", between("0", "200", high_open=True)),
            (EntryRemark.APPROXIMATE, "200㎡以下", between("0", "200")),
            (EntryRemark.APPROXIMATE, "不超过200", between("0", "200")),
            (EntryRemark.APPROXIMATE, "约500", between("450", "550")),
            (EntryRemark.APPROXIMATE, "500㎡左右", between("450", "550")),
            (EntryRemark.APPROXIMATE, "大约500平方米左右", between("450", "550")),
            (EntryRemark.APPROXIMATE, "近似500", between("450", "550")),
            (EntryRemark.APPROXIMATE, "500上下", between("450", "550")),
            (EntryRemark.FROM_MU, "约1亩", between("600.003", "733.337")),
            (EntryRemark.RANGE, "450-550", between("450", "550")),
            (EntryRemark.RANGE, "450~550㎡", between("450", "550")),
            (EntryRemark.RANGE, "450㎡～550㎡", between("450", "550")),
            (EntryRemark.RANGE, "450——550", between("450", "550")),
            (EntryRemark.RANGE, "450至550", between("450", "550")),
            (EntryRemark.RANGE, "450到550平方米", between("450", "550")),
            (EntryRemark.RANGE, "四百五十至五百五十", between("450", "550")),
            (EntryRemark.RANGE, "500-500", between("500", "500")),
            (EntryRemark.FROM_TEN_THOUSANDS, "1万-2万㎡", between("10000", "20000")),
        ]
    ],
)
def test_an_approximate_figure_is_an_interval(raw, value, remark):
    parsed = number(raw, "㎡")
    assert parsed.value == value
    assert parsed.trouble is None
    assert parsed.remark is remark


@pytest.mark.parametrize(
    ("raw", "truth"),
    [
        pytest.param("500余平方米", Truth.YES, id="500余 passes"),
        pytest.param("近500", Truth.NO, id="近500 fails"),
        pytest.param("不足500", Truth.NO, id="不足500 fails"),
        pytest.param("约500", Truth.MAYBE, id="约500 is undecided"),
        pytest.param("约600", Truth.YES, id="约600 passes with its whole interval"),
        pytest.param("450-500", Truth.MAYBE, id="450-500 is undecided"),
        pytest.param(499.6, Truth.NO, id="499.6 is not rounded"),
    ],
)
def test_against_a_minimum_of_500(raw, truth):
    assert number(raw, "㎡").value.at_least(D(500)) is truth


@pytest.mark.parametrize(
    "raw", [None, "", " ", "\u3000\n", "—", "——", "/", "／", "待定", "?", "#N/A", "见附件3"]
)
def test_a_blank_is_not_a_zero(raw):
    parsed = number(raw, "人")
    assert parsed.value is None
    assert parsed.trouble is Trouble.BLANK


@pytest.mark.parametrize(
    ("raw", "unit", "remark"),
    [
        pytest.param(raw, unit, remark, id=name)
        for name, raw, unit, remark in [
            ("nan", float("nan"), "㎡", EntryRemark.EXCEL_ERROR),
            ("infinity", float("inf"), "㎡", EntryRemark.EXCEL_ERROR),
            ("TRUE", True, "人", EntryRemark.TRUE_OR_FALSE),
            (
                "a date, which may have been 3-5",
                dt.date(2024, 3, 5),
                "人",
                EntryRemark.TURNED_INTO_DATE,
            ),
            ("a time", dt.time(3, 5), "人", EntryRemark.TURNED_INTO_DATE),
            ("a duration", dt.timedelta(1), "人", EntryRemark.TURNED_INTO_DATE),
            ("an Excel error as text", "#REF!", "人", EntryRemark.EXCEL_ERROR),
            ("more than 200 characters", "1" * 201, "人", EntryRemark.TOO_LONG),
            ("无, which may be zero or unknown", "无", "人", EntryRemark.NONE_OR_ZERO),
            ("a negative figure", -500, "㎡", EntryRemark.NEGATIVE),
            ("a negative figure as text", "-5", "人", EntryRemark.NEGATIVE),
            ("a negative figure with a minus sign", "−5", "人", EntryRemark.NEGATIVE),
            ("一, which may be a dash", "一", "人", EntryRemark.ONE_OR_DASH),
            ("等5人", "等5人", "人", EntryRemark.NOT_A_NUMBER),
            ("a list of names", "张三、李四", "人", EntryRemark.NOT_A_NUMBER),
            ("若干", "若干", "人", EntryRemark.NOT_A_NUMBER),
            ("三五人, three or five", "三五人", "人", EntryRemark.NOT_A_NUMBER),
            ("三百五, 350 or a slip", "三百五", "㎡", EntryRemark.NOT_A_NUMBER),
            ("十几人", "十几人", "人", EntryRemark.NOT_A_NUMBER),
            ("two numbers", "450 550", "㎡", EntryRemark.NOT_A_NUMBER),
            ("two numbers on two lines", "1\n200", "㎡", EntryRemark.NOT_A_NUMBER),
            ("two numbers with a full-width comma", "450，550", "㎡", EntryRemark.NOT_A_NUMBER),
            ("two numbers with 、", "3、5", "人", EntryRemark.NOT_A_NUMBER),
            ("a comma that groups nothing", "1,20", "元", EntryRemark.NOT_A_NUMBER),
            ("a sum", "300+200", "㎡", EntryRemark.NOT_A_NUMBER),
            ("a unit of another kind", "5㎡", "人", EntryRemark.NOT_A_NUMBER),
            ("persons among tenants", "12人", "户", EntryRemark.NOT_A_NUMBER),
            ("a superscript", "10²", "人", EntryRemark.NOT_A_NUMBER),
            ("a circled digit", "①500", "㎡", EntryRemark.NOT_A_NUMBER),
            ("text turned right to left", "\u202e005", "㎡", EntryRemark.NOT_A_NUMBER),
            ("rounded scientific notation", "1.2E+04", "元", EntryRemark.NOT_A_NUMBER),
            ("two hedges", "约500余", "㎡", EntryRemark.NOT_A_NUMBER),
            ("about nothing", "约0", "人", EntryRemark.NOT_A_NUMBER),
            ("1-2万, where 1 may be 10,000", "1-2万", "元", EntryRemark.NOT_A_NUMBER),
            ("三至五万, where 三 may be 30,000", "三至五万", "元", EntryRemark.NOT_A_NUMBER),
            ("a unit on the first figure only", "1亩-800", "㎡", EntryRemark.NOT_A_NUMBER),
            ("a telephone number", "029-84812345", "个", EntryRemark.NOT_A_NUMBER),
            ("a range from high to low", "550-450", "㎡", EntryRemark.REVERSED_RANGE),
            ("rooms as an area", "3间", "㎡", EntryRemark.ROOMS),
            ("rooms as entities", "20间", "个", EntryRemark.ROOMS),
            ("desks as entities", "20个工位", "个", EntryRemark.OTHER_UNIT),
            ("square feet as square metres", "480平方英尺", "㎡", EntryRemark.OTHER_UNIT),
            ("an area that leaves out something", "480(不含二层)", "㎡", EntryRemark.NOT_A_NUMBER),
            ("0.5 as a percentage", 0.5, "%", EntryRemark.PERCENT_SIGN_MISSING),
            ("50 as a percentage", "50", "%", EntryRemark.PERCENT_SIGN_MISSING),
            ("62万 in a column of 万元", "62万", "万元", EntryRemark.YUAN_MISSING),
            ("六十二万 in a column of 万元", "六十二万", "万元", EntryRemark.YUAN_MISSING),
        ]
    ],
)
def test_what_cannot_be_read_is_no_number(raw, unit, remark):
    parsed = number(raw, unit)
    assert parsed.value is None
    assert parsed.trouble is Trouble.UNREADABLE
    assert parsed.remark is remark


def test_a_unit_that_no_form_may_name_is_a_mistake_of_the_program():
    with pytest.raises(KeyError):
        number("5吨", "吨")


@pytest.mark.parametrize("raw", ["1" * 5_000_000, "约" * 5_000_000, "1-" * 100, "三" * 200])
def test_a_huge_cell_is_refused_at_once(raw):
    assert number(raw, "㎡").trouble is Trouble.UNREADABLE


@given(raw=ANYTHING, unit=st.sampled_from(sorted(UNITS)))
def test_no_input_raises(raw, unit):
    parsed = number(raw, unit)
    assert (parsed.value is None) == (parsed.trouble is not None)


@given(raw=ANYTHING, unit=st.sampled_from(sorted(UNITS)))
def test_an_interval_is_never_empty(raw, unit):
    value = number(raw, unit).value
    assert value is None or value.low is None or value.high is None or value.low <= value.high


@given(st.decimals(min_value=0, allow_nan=False, allow_infinity=False, places=3))
def test_a_decimal_in_text_is_read_back_exactly(figure):
    assert number(str(figure), "㎡").value == Interval.exactly(figure)


@given(st.floats(min_value=0, allow_nan=False, allow_infinity=False))
def test_a_float_is_read_by_its_shortest_text(figure):
    assert number(figure, "㎡").value == Interval.exactly(D(f"{figure:.15g}"))
