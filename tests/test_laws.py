"""Laws that hold for every workbook, on generated ones.

1. No workbook makes the program raise, and every criterion gives one finding.
2. Filling in a blank never overturns a decision: with a deciding cell blank, a criterion is unknown
   or it has the outcome that it has with any value filled in; only a value that contradicts
   another cell may make it unknown again. (Cells whose blank the standard gives a meaning, such as
   离岗日期, are not among those blanked; `BLANKED` lists the others.)
3. Raising a minimum never turns a fail into a pass.
4. The order of rows does not matter.
5. Two runs give identical bytes.
"""

import os
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import quick_book
from centre_check.checks.bounds import meets, shortfall
from centre_check.checks.grammar import Bound
from centre_check.checks.terms import exceeds
from centre_check.logic import Interval, Truth
from centre_check.logic.calendar import add_months
from centre_check.model.findings import Comparison
from conftest import (
    AGREEMENTS,
    CENTRE,
    INSPECTIONS,
    MENTORS,
    ROOMS,
    SERVICES,
    STAFF,
    SYSTEMS,
    TENANTS,
    Result,
    Sheets,
    base_centre,
    canonical,
    lines,
    run,
)
from test_acceptance import IDS, with_limit


def law(examples: int) -> Callable[..., Any]:
    """The same examples on every run; CENTRE_CHECK_EXAMPLES=20 looks at twenty times as many."""
    return settings(
        max_examples=examples * int(os.environ.get("CENTRE_CHECK_EXAMPLES", "1")),
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Result]:
    folder = tmp_path_factory.mktemp("laws")

    def audit(sheets: Sheets, *options: object) -> Result:
        path = folder / "中心.xlsx"
        write(sheets, path)
        return run("audit", path, "-f", "json", *options)

    return audit


def write(sheets: Sheets, path: Path) -> None:
    quick_book.save(path, {title: lines(title, own, titles=0) for title, own in sheets.items()})


# --- 1 --------------------------------------------------------------------------------------------

DAYS = st.sampled_from(
    [
        "2020-06-30",
        "2020-06-29",
        "2020-07-01",
        "2019-03-05",
        "2020-02-29",
        "2020-02-30",
        "2019年3月",
        "2019",
        "3月5日",
        "长期",
        "至今",
        "2199-12-31",
        "1900-01-01",
        "43529",
        "20190305",
        "201903",
        "19.3.5",
        "2022-03-05",
        "2019.3.5-2022.3.4",
        "三年",
        "36个月",
    ]
)
WORDS = st.sampled_from(
    [
        "是",
        "否",
        "√",
        "×",
        "○",
        "有",
        "无",
        "专职",
        "兼职",
        "专兼职",
        "在岗",
        "离职",
        "借调",
        "在驻",
        "退出",
        "毕业",
        "租赁",
        "自有",
        "划拨",
        "建筑面积",
        "使用面积",
        "占地面积",
        "办公区",
        "前台",
        "会议室",
        "信息发布区",
        "独立房间",
        "共用",
        "企业家",
        "领导",
        "律师",
        "服务",
        "孵化",
        "租赁",
        "其他",
        "基础",
        "增值",
        "融资",
        "法务",
        "财务",
        "创业培训",
        "电商代运营",
        "融资、法务",
        "经营",
        "安全、卫生",
        "准入、退出",
        "已印发",
        "草拟",
        "区级",
        "镇级",
        "市级",
        "符合",
        "不符合",
        "不适用",
        "HY-YJ-02",
        "HY-RY-03",
        "张三",
        "李四",
        "王芳",
        "同上",
        "〃",
        "合计",
        "示例",
        "待招",
        "无",
        "—",
        "/",
        "?",
        "见附件",
        "脱贫劳动力",
        "☑有□无",
        "☑有☑无",
    ]
)
NUMBERS = st.sampled_from(
    [
        "0",
        "500",
        "499.99",
        "约500",
        "近200",
        "500余",
        "不足10",
        "450-550",
        "1,200",
        "5亩",
        "0.05万㎡",
        "-3",
        "十二",
        "10余",
    ]
)
CELLS = st.one_of(
    st.none(),
    DAYS,
    WORDS,
    NUMBERS,
    st.booleans(),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 3, 1), date(9999, 12, 31)),
    st.datetimes(datetime(1900, 3, 1), datetime(9999, 12, 31)),
    st.sampled_from(["=1+1", "#N/A", "#REF!", "#DIV/0!"]),
    st.text(
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
        max_size=20,
    ),
)
TITLES = (
    CENTRE, ROOMS, STAFF, MENTORS, TENANTS, AGREEMENTS, SERVICES, SYSTEMS, INSPECTIONS,
    "08 服务台账", "11 活动与培训", "12 政策享受",
)  # fmt: skip


@st.composite
def any_sheet(draw: st.DrawFn, title: str) -> Any:
    headers = draw(st.lists(st.sampled_from(canonical(title)), min_size=1, unique=True))
    row = st.fixed_dictionaries(dict.fromkeys(headers, CELLS))
    if title == CENTRE:
        return draw(row)
    rows = draw(st.lists(row, max_size=5))
    return rows or [dict.fromkeys(headers)]


@st.composite
def any_workbook(draw: st.DrawFn) -> Sheets:
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=1, unique=True))
    return {title: draw(any_sheet(title)) for title in titles}


@law(80)
@given(any_workbook())
def test_no_workbook_makes_the_program_raise(judge: Callable[..., Result], sheets: Sheets) -> None:
    result = judge(sheets)
    assert result.code in (0, 1, 4), result.stderr
    assert [one["criterion"] for one in result.audit["findings"]] == IDS
    for finding in result.audit["findings"]:
        assert finding["message"]
        measured = finding["measured"]
        if measured and measured["low"] is not None and measured["high"] is not None:
            assert Decimal(measured["low"]) <= Decimal(measured["high"]), finding


# --- 2 --------------------------------------------------------------------------------------------

BLANKED: dict[tuple[str, str], tuple[object, ...]] = {  # a cell, and what may be filled in
    (CENTRE, "级别"): ("区级", "镇级"),
    (CENTRE, "详细地址"): ("人民路1号",),
    (CENTRE, "场地权属"): ("租赁", "自有", "无偿使用", "不明来源"),
    (CENTRE, "场地使用终止日期"): ("2020-06-29", "2020-06-30", "2020年6月", "长期"),
    (CENTRE, "总面积(㎡)"): (0, 199.99, 500, "约500", "近200", 10000),
    (CENTRE, "面积口径"): ("建筑面积", "使用面积"),
    (CENTRE, "可容纳创业实体数"): (0, 4, 10, "10余", "不足5"),
    (ROOMS, "空间名称"): ("新空间",),
    (ROOMS, "功能类别"): ("办公区", "前台", "其他", "电子屏", "直播基地"),
    (ROOMS, "是否启用"): ("是", "否", "部分"),
    (ROOMS, "建筑面积(㎡)"): (0, 30, 600, "约90"),
    (STAFF, "姓名"): ("新来人", "待招"),
    (STAFF, "专职/兼职"): ("专职", "兼职", "专兼职"),
    (STAFF, "是否政务综合服务专人"): ("是", "否"),
    (STAFF, "实践经验或创业服务经历"): ("三年", "无"),
    (MENTORS, "姓名"): ("新导师",),
    (MENTORS, "导师类别"): ("企业家", "领导", "其他专家"),
    (TENANTS, "实体名称"): ("新来商行", "鄠邑区第1商行"),
    (AGREEMENTS, "实体名称"): ("鄠邑区第1商行", "新来商行"),
    (AGREEMENTS, "终止日期"): ("2020-06-29", "2020-06-30", "2022-06-30", "2022-07-02", "长期"),
    (AGREEMENTS, "协议类型"): ("服务", "租赁", "其他"),
    (SERVICES, "服务项目"): ("创业培训", "融资", "电商代运营", "法务、财务"),
    (SERVICES, "是否提供"): ("是", "否", "筹备中"),
    (SYSTEMS, "对应类别"): ("经营", "安全、卫生", "准入、退出", "其他", "应急"),
    (INSPECTIONS, "日期"): ("2020-06-30", "2019-06-30", "2020-07-01", "2019年6月"),
}


@st.composite
def plausible(draw: st.DrawFn) -> Sheets:
    """A centre near the limits: a compliant one of which some rows are dropped or changed."""
    sheets = base_centre(draw(st.sampled_from(["区级", "镇级"])))
    for (title, header), values in BLANKED.items():
        rows = [sheets[title]] if title == CENTRE else sheets[title]
        for at in draw(st.lists(st.integers(0, len(rows) - 1), max_size=1)):
            if draw(st.integers(0, 3)) == 0:
                rows[at][header] = draw(st.sampled_from([None, *values]))
    for title in (STAFF, MENTORS, TENANTS, AGREEMENTS, SERVICES, SYSTEMS):
        if draw(st.integers(0, 2)) == 0 and len(sheets[title]) > 1:
            sheets[title].pop(draw(st.integers(0, len(sheets[title]) - 1)))
    return sheets


@st.composite
def blanked(draw: st.DrawFn) -> tuple[Sheets, Sheets]:
    """A centre with one deciding cell blank, and the same with it filled in."""
    sheets = draw(plausible())
    title, header = draw(st.sampled_from(list(BLANKED)))
    at = 0 if title == CENTRE else draw(st.integers(0, len(sheets[title]) - 1))
    value = draw(st.sampled_from(BLANKED[title, header]))
    return with_cell(sheets, title, at, header, None), with_cell(sheets, title, at, header, value)


def with_cell(sheets: Sheets, title: str, at: int, header: str, value: object) -> Sheets:
    changed = deepcopy(sheets)
    (changed[title] if title == CENTRE else changed[title][at])[header] = value
    return changed


@law(70)
@given(blanked())
def test_filling_in_a_blank_overturns_nothing(
    judge: Callable[..., Result], pair: tuple[Sheets, Sheets]
) -> None:
    before, after = (judge(sheets) for sheets in pair)
    for blank, filled in zip(before.audit["findings"], after.audit["findings"], strict=True):
        contradicted = any(one["code"] == "contradictory" for one in filled["reasons"])
        if blank["outcome"] != "unknown" and not contradicted:
            assert filled["outcome"] == blank["outcome"], (
                blank["criterion"],
                blank["message"],
                filled["message"],
            )


# --- 3 --------------------------------------------------------------------------------------------

FIGURES = st.decimals(-50, 700, places=2)


@st.composite
def intervals(draw: st.DrawFn) -> Interval[Decimal]:
    low, high = sorted((draw(FIGURES), draw(FIGURES)))
    top = draw(st.booleans())
    is_open = low < high
    return Interval(
        low if draw(st.integers(0, 4)) else None,
        high if top else None,
        low_open=is_open and draw(st.booleans()),
        high_open=is_open and draw(st.booleans()),
    )


@law(400)
@given(
    value=intervals(),
    limit=FIGURES,
    more=st.decimals(0, 100, places=2),
    comparison=st.sampled_from([Comparison.AT_LEAST, Comparison.MORE_THAN]),
    is_open=st.booleans(),
)
def test_raising_a_minimum_helps_nobody(
    value: Interval[Decimal],
    limit: Decimal,
    more: Decimal,
    comparison: Comparison,
    *,
    is_open: bool,
) -> None:
    low = Bound(comparison, limit, at_limit_open=is_open)
    high = Bound(comparison, limit + more, at_limit_open=is_open)
    assert meets(value, high) <= meets(value, low)
    small, large = shortfall(value, low), shortfall(value, high)
    assert (small is None) == (large is None)
    assert small is None or large is None or small <= large


@law(400)
@given(intervals(), FIGURES, FIGURES)
def test_a_bound_answers_for_every_value_that_is_possible(
    value: Interval[Decimal], limit: Decimal, inside: Decimal
) -> None:
    """Whatever figure the interval holds is met as the interval says, unless it leaves it open."""
    holds = (
        value.low is None or inside > value.low or (inside == value.low and not value.low_open)
    ) and (
        value.high is None or inside < value.high or (inside == value.high and not value.high_open)
    )
    if not holds:
        return
    for comparison, true in (
        (Comparison.AT_LEAST, inside >= limit),
        (Comparison.MORE_THAN, inside > limit),
        (Comparison.AT_MOST, inside <= limit),
        (Comparison.LESS_THAN, inside < limit),
        (Comparison.EXACTLY, inside == limit),
    ):
        assert meets(value, Bound(comparison, limit)) in (Truth.MAYBE, Truth.of(true))


@pytest.fixture(scope="module")
def raised(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Copies of the standard, each with one of the five level-specific minimums raised."""
    folder = tmp_path_factory.mktemp("raised")
    limits = {
        "HY-YJ-04": (501, 201),
        "HY-YJ-05": (11, 6),
        "HY-RY-03": (6, 4),
        "HY-RY-05": (11, 6),
        "HY-FW-04": (4, 3),
    }
    for criterion, numbers in limits.items():
        (folder / f"{criterion}.yaml").write_text(with_limit(criterion, *numbers), "utf-8")
    return {criterion: folder / f"{criterion}.yaml" for criterion in limits}


@law(6)
@given(sheets=plausible(), at=st.integers(0, 4))
def test_a_raised_minimum_turns_no_fail_into_a_pass(
    judge: Callable[..., Result], raised: dict[str, Path], sheets: Sheets, at: int
) -> None:
    criterion = list(raised)[at]
    before = judge(sheets).outcomes
    after = judge(sheets, "-s", raised[criterion]).outcomes
    rank = {"fail": 0, "unknown": 1, "pass": 2}
    assert rank[after.pop(criterion)] <= rank[before.pop(criterion)]
    assert after == before


# --- 4, 5 -----------------------------------------------------------------------------------------

PERSON = st.fixed_dictionaries(
    {
        "姓名": st.sampled_from(["王芳", "王芳", "李强", None]),
        "身份证号": st.sampled_from([None, None, "61012519900307221X", "610125198505052232"]),
        "联系电话": st.sampled_from([None, "13800000001", "13800000002"]),
        "专职/兼职": st.sampled_from(["专职", "专职", "兼职", None]),
        "是否政务综合服务专人": st.sampled_from(["是", "否", None]),
        "实践经验或创业服务经历": st.sampled_from(["三年", "无", None]),
        "离岗日期": st.sampled_from([None, None, "2020-06-29", "2020年6月"]),
    }
)
TENANT = st.fixed_dictionaries(
    {
        "实体名称": st.sampled_from(["甲商行", "甲商行有限公司", "鄠邑区甲商行", "乙店", None]),
        "统一社会信用代码": st.sampled_from([None, None, "91610118MA0000001E"]),
        "入驻日期": st.sampled_from(["2019-07-01", "2016-01-01", None]),
        "状态": st.sampled_from(["在驻", "退出", None]),
    }
)
SIGNED = st.fixed_dictionaries(
    {
        "实体名称": st.sampled_from(["甲商行", "甲商行有限公司", "乙店", None]),
        "信用代码": st.sampled_from([None, None, "91610118MA0000001E"]),
        "协议类型": st.sampled_from(["服务", "租赁", None]),
        "签订日期": st.sampled_from(["2019-07-01", None]),
        "起始日期": st.sampled_from(["2019-07-01", "2017-07-01", None]),
        "终止日期": st.sampled_from(["2021-06-30", "2020-06-29", "2020-07-01", None, "长期"]),
        "双方签字盖章": st.sampled_from(["是", "否", None]),
    }
)


def in_another_order(rows: list[Any], order: list[int]) -> list[Any]:
    return [row for _, row in sorted(zip(order, rows, strict=False), key=lambda pair: pair[0])]


def told(result: Result) -> Iterator[Any]:
    for one in result.audit["findings"]:
        yield one["criterion"], one["outcome"], one["measured"], one["shortfall"]


def namesake(phone: str | None, number: str | None = None) -> dict[str, Any]:
    return {
        "姓名": "王芳",
        "身份证号": number,
        "联系电话": phone,
        "专职/兼职": "专职",
        "是否政务综合服务专人": "是",
        "实践经验或创业服务经历": "三年",
        "离岗日期": None,
    }


ONE, TWO = "13800000001", "13800000002"


@law(40)
@given(
    people=st.lists(PERSON, min_size=2, max_size=5),
    tenants=st.lists(TENANT, min_size=1, max_size=4),
    signed=st.lists(SIGNED, min_size=1, max_size=4),
    order=st.permutations(range(5)),
)
@example([namesake(ONE), namesake(TWO), namesake(None)], [], [], [1, 2, 0, 3, 4])
@example(
    [namesake(None, "61012519900307221X"), namesake(TWO, "61012519900307221X"), namesake(TWO)],
    [],
    [],
    [1, 2, 0, 3, 4],
)
def test_the_order_of_rows_does_not_matter(
    judge: Callable[..., Result],
    people: list[Any],
    tenants: list[Any],
    signed: list[Any],
    order: list[int],
) -> None:
    base = base_centre("镇级")
    first = base | {STAFF: people}
    if tenants:
        first |= {TENANTS: tenants, AGREEMENTS: signed}
    second = first | {
        title: in_another_order(first[title], order) for title in (STAFF, TENANTS, AGREEMENTS)
    }
    for title in (ROOMS, MENTORS, SERVICES, SYSTEMS):
        second[title] = first[title][::-1]
    for one, other in zip(told(judge(first)), told(judge(second)), strict=True):
        assert one == other


@law(8)
@given(plausible())
def test_two_runs_give_identical_bytes(judge: Callable[..., Result], sheets: Sheets) -> None:
    first, second = judge(sheets), judge(sheets)
    without = [one.stdout.split('"findings"', 1)[1] for one in (first, second)]
    assert without[0] == without[1]


# --- terms ----------------------------------------------------------------------------------------

DAY = st.dates(date(2000, 1, 1), date(2040, 12, 31))
SPANS = st.lists(
    st.tuples(DAY, DAY).map(lambda pair: (min(pair), max(pair))), min_size=1, max_size=4
)


@law(300)
@given(SPANS, st.integers(1, 60), st.permutations(range(4)))
def test_a_longer_limit_is_exceeded_less_and_order_is_nothing(
    spans: list[tuple[date, date]], months: int, order: list[int]
) -> None:
    assert exceeds(spans, months + 12) <= exceeds(spans, months)
    assert exceeds(spans, months) == exceeds(in_another_order(spans, order), months)
    assert exceeds(spans, months) == exceeds(spans + spans, months)


@law(300)
@given(DAY, st.integers(1, 60))
def test_a_term_ends_on_the_corresponding_day_and_not_after_it(start: date, months: int) -> None:
    last = add_months(start, months)
    assert exceeds([(start, last - timedelta(days=1))], months) is Truth.NO
    assert exceeds([(start, last)], months) is Truth.NO
    assert exceeds([(start, last + timedelta(days=1))], months) is Truth.YES


@law(300)
@given(SPANS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=4), SPANS)
def test_a_term_that_grows_does_not_become_short_enough(
    spans: list[tuple[date, date]], days: list[tuple[int, int]], others: list[tuple[date, date]]
) -> None:
    grown = [
        (start - timedelta(days=before), end + timedelta(days=after))
        for (start, end), (before, after) in zip(spans, days, strict=False)
    ]
    for months in (12, 24, 36, 48):
        if exceeds(spans, months) is Truth.YES:
            assert exceeds(grown + others, months) is Truth.YES


FEBRUARY = [(date(2016, 3, 16), date(2016, 9, 15)), (date(2020, 11, 2), date(2022, 4, 30))]
YEAR = (date(2019, 1, 1), date(2019, 12, 31))
TWO_LEFT = [(date(2019, 2, 1), date(2019, 2, 15)), (date(2020, 1, 1), date(2020, 1, 15))]


@pytest.mark.parametrize(
    ("spans", "months", "truth"),
    [
        ([], 1, Truth.NO),
        ([(date(2020, 1, 2), date(2020, 1, 1))], 1, Truth.NO),
        ([(date(2020, 1, 1), date.max)], 1200, Truth.YES),
        ([(date(2020, 1, 1), date.max), (date(2021, 1, 1), date(2021, 2, 1))], 1200, Truth.YES),
        (FEBRUARY, 24, Truth.MAYBE),
        (FEBRUARY, 25, Truth.NO),
        (TWO_LEFT, 1, Truth.MAYBE),
        ([*TWO_LEFT, (date(2021, 3, 1), date(2021, 3, 1))], 1, Truth.MAYBE),
        ([*TWO_LEFT, (date(2021, 3, 1), date(2021, 3, 2))], 1, Truth.YES),
        ([YEAR, (date(2020, 1, 1), date(2020, 1, 1))], 12, Truth.NO),
        ([YEAR, (date(2020, 1, 2), date(2020, 1, 2))], 12, Truth.YES),
    ],
)  # fmt: skip
def test_spans_with_days_left_over(
    spans: list[tuple[date, date]], months: int, truth: Truth
) -> None:
    assert exceeds(spans, months) is truth
