"""Counting and reading of targets: every row once, every figure in its unit, of its day, by name."""

# A case is one line, however long, so that a table reads down its columns.
# ruff: noqa: E501

from pathlib import Path

import pytest
from test_progress import (
    CHAOYANG,
    DONE,
    HUYI,
    NINGBO,
    OCTOBER,
    PLACES,
    PLANNED,
    Build,
    Row,
    planned,
    progress,
    row,
    years,
)

from conftest import run

SHENYANG, WUHAN = "shenyang-2020", "wuhan-2020"


def done(build: Build, *rows: Row, **sheets: list[Row]) -> Path:
    return build({DONE: list(rows), **sheets})


def events(*rows: tuple[str | None, str, int], until: str = "2017-12-31") -> list[Row]:
    return [row("创业活动", day, f"{n}人", 分项名称=name, 截止日期=until) for name, day, n in rows]


# --- each once ------------------------------------------------------------------------------------

EVENTS = {
    "one event on four rows": ([("创业大赛", "2017-05-01", 310)] * 4, "1次", "missed"),
    "one event on four rows, spelt apart": ([("创业大赛", "2017-05-01", 310), ("创业 大赛", "2017年5月1日", 310), ("创业大赛", "2017.5.1", 310), ("创业大赛 ", "2017/5/1", 310)], "1次", "missed"),
    "four days of one series": ([("创业大赛", f"2017-0{n}-01", 310) for n in (3, 5, 7, 9)], "4次", "achieved"),
    "four events on one day": ([(f"沙龙{n}", "2017-05-01", 310) for n in "一二三四"], "4次", "achieved"),
    "three and one of them again": ([("甲", "2017-03-01", 310), ("乙", "2017-04-01", 310), ("丙", "2017-05-01", 310), ("丙", "2017-05-01", 310)], "3次", "missed"),
    "nameless, of four days": ([(None, f"2017-0{n}-01", 310) for n in (3, 5, 7, 9)], "4次", "achieved"),
    "nameless, of one day": ([(None, "2017-05-01", 310)] * 4, "1次", "missed"),
    "five rows, four events": ([*((f"活动{n}", "2017-05-01", 310) for n in range(4)), ("活动0", "2017-05-01", 310)], "4次", "achieved"),
}  # fmt: skip


@pytest.mark.parametrize(("told", "found", "status"), EVENTS.values(), ids=EVENTS)
def test_an_event_counts_once(
    told: list[tuple[str | None, str, int]], found: str, status: str, workbook: Build
) -> None:
    shown = progress(done(workbook, *events(*told)), CHAOYANG)
    assert (shown.measure("CY-04")["measured"]["text"], shown.status("CY-04")) == (found, status)
    is_again = len({str(one[0] or "").strip()[:2] + one[1][:7] for one in told}) < len(told)
    assert not is_again or status == "achieved" or "repeated" in shown.notes


def test_two_numbers_of_one_event_leave_it_open(workbook: Build) -> None:
    rows = events(("甲", "2017-03-01", 310), ("甲", "2017-03-01", 290), *((f"乙{n}", "2017-05-01", 310) for n in range(3)))  # fmt: skip
    shown = progress(done(workbook, *rows), CHAOYANG)
    assert shown.status("CY-04") == "uncomputable"
    assert "不知以哪一行为准" in shown.measure("CY-04")["reasons"]


def matches(*rows: tuple[str | None, str, str], **more: object) -> list[Row]:
    at = {"截止日期": "2020-12-31", **more}
    return [row("岗位对接援助次数", period, n, 分项名称=name, **at) for name, period, n in rows]


GRADUATES = {
    "86 graduates with three each": ([(f"甲{n}", "2020年", "3次") for n in range(86)], "86人", "achieved"),
    "one graduate on 86 rows": ([("甲", "2020年", "3次")] * 86, "1人", "missed"),
    "86 rows without a name": ([(None, "2020年", "3次")] * 86, "至多86人", "uncomputable"),
    "85 graduates, one of them twice": ([*((f"甲{n}", "2020年", "3次") for n in range(85)), ("甲0", "2020年", "3次")], "85人", "missed"),
    "86 graduates, one with two": ([*((f"甲{n}", "2020年", "3次") for n in range(85)), ("乙", "2020年", "2次")], "85人", "missed"),
    "three days of one match each": ([*((f"甲{n}", "2020年", "3次") for n in range(85)), *(("乙", f"2020-07-0{n}", "1次") for n in (1, 2, 3))], "86人", "achieved"),
    "one day of one match, three times": ([*((f"甲{n}", "2020年", "3次") for n in range(85)), *[("乙", "2020-07-01", "1次")] * 3], "85人", "missed"),
}  # fmt: skip


@pytest.mark.parametrize(("told", "found", "status"), GRADUATES.values(), ids=GRADUATES)
def test_a_graduate_counts_once(
    told: list[tuple[str | None, str, str]], found: str, status: str, workbook: Build
) -> None:
    one = progress(done(workbook, *matches(*told)), SHENYANG).measure("SY-13")
    assert (one["measured"]["text"], one["status"]) == (found, status)


@pytest.mark.parametrize(
    ("left", "period", "status"),
    [
        ("2020-06-30", "2020-09-30", "achieved"),
        ("2020-06-30", "2020-10-01", "missed"),
        ("2020-06-30", "2020年7—9月", "achieved"),
        ("2020-06-30", "2020年", "uncomputable"),
        (None, "2020年", "achieved"),
        ("六月", "2020年", "uncomputable"),
    ],
)
def test_matches_lie_within_three_months_of_leaving(
    left: str | None, period: str, status: str, workbook: Build
) -> None:
    told = [(f"甲{n}", period, "3次") for n in range(86)]
    shown = progress(done(workbook, *matches(*told, 离校日期=left)), SHENYANG)
    assert shown.measure("SY-13")["status"] == status


@pytest.mark.parametrize(
    ("values", "found"),
    [(("19万人", "19万人"), "190000"), (("10万人", "10万人", "10万人"), "100000")],
)
def test_a_figure_that_stands_twice_is_one(
    values: tuple[str, ...], found: str, workbook: Build
) -> None:
    shown = progress(
        done(workbook, *(row("城镇新增就业", "2023年", one) for one in values)), NINGBO
    )
    assert shown.measure("NB-01")["measured"]["low"] == found
    assert "repeated" in shown.notes


# --- means over places ----------------------------------------------------------------------------

STREETS = [{"名称": name, "代码": None} for name in ("甲街道", "乙街道", "丙镇")]
STAFF = "街道乡镇专职人员"
MEANS = {
    "a total without a place": ([(None, "416人")], [], "数目不详", "uncomputable"),
    "a total of the whole city": ([("全市", "416人")], [], "数目不详", "uncomputable"),
    "a total of listed places": ([(None, "6人")], STREETS, "2人", "achieved"),
    "a total below the mean": ([(None, "5人")], STREETS, "1.67人", "missed"),
    "each place by itself": ([("甲街道", "1人"), ("乙街道", "3人"), ("丙镇", "2人")], STREETS, "2人", "achieved"),
    "one place on three rows": ([("甲街道", "3人")] * 3 + [("乙街道", "1人"), ("丙镇", "1人")], STREETS, "1.67人", "missed"),
    "a listed place is missing": ([("甲街道", "3人"), ("乙街道", "3人")], STREETS, "数目不详", "uncomputable"),
    "places and no list": ([("甲街道", "2人"), ("乙街道", "2人")], [], "2人", "achieved"),
    "places that differ": ([("甲街道", "2人"), ("甲街道", "4人"), ("乙街道", "2人")], [], "数目不详", "uncomputable"),
    "places by their short names": ([("沈阳市甲街道", "2人"), ("乙街道", "2人"), ("丙镇", "2人")], STREETS, "2人", "achieved"),
}  # fmt: skip


@pytest.mark.parametrize(("told", "listed", "found", "status"), MEANS.values(), ids=MEANS)
def test_a_mean_needs_the_number_of_places(
    told: list[tuple[str | None, str]], listed: list[Row], found: str, status: str, workbook: Build
) -> None:
    rows = [row(STAFF, "2020年", n, 所属地区=place, 截止日期="2020-12-31") for place, n in told]
    sheets = {PLACES: listed} if listed else {}
    one = progress(done(workbook, *rows, **sheets), SHENYANG).measure("SY-17")
    assert (one["measured"]["text"], one["status"]) == (found, status)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([(None, "1760人")], "uncomputable"),
        ([("甲社区", "1人"), ("乙社区", "2人")], "achieved"),
        ([("甲社区", "1人"), ("乙社区", "0人")], "missed"),
        ([(None, "1760人"), ("甲社区", "0人")], "missed"),
    ],
)
def test_the_least_of_communities_is_of_one(
    told: list[tuple[str | None, str]], status: str, workbook: Build
) -> None:
    rows = [row("社区专职人员", "2020年", n, 所属地区=place, 截止日期="2020-12-31") for place, n in told]  # fmt: skip
    assert progress(done(workbook, *rows), SHENYANG).measure("SY-17", 1)["status"] == status


# --- names ----------------------------------------------------------------------------------------

LEVELS = {
    "the document's own words": (("市", "县(市)区", "乡(镇)街道", "村(社区)"), "exceeded or achieved"),
    "in full width": (("市", "县（市）区", "乡（镇）街道", "村（社区）"), "achieved"),
    "plain": (("市", "县", "乡", "村"), "achieved"),
    "with 级": (("市级", "县级", "乡级", "村级"), "achieved"),
    "by other names": (("市级平台", "区县", "乡镇街道", "社区"), "achieved"),
    "one is missing": (("市", "县(市)区", "乡(镇)街道"), "missed"),
}  # fmt: skip


@pytest.mark.parametrize(("names", "status"), LEVELS.values(), ids=LEVELS)
def test_the_four_levels_by_name(names: tuple[str, ...], status: str, workbook: Build) -> None:
    rows = [row("就业服务平台", "2017年", "1个", 分项名称=name, 截止日期="2017-12-31") for name in names]  # fmt: skip
    assert progress(done(workbook, *rows), CHAOYANG).status("CY-24") in status


FOUR = ("就业援助月", "春风行动", "高校毕业生就业服务月", "退役军人服务月")


@pytest.mark.parametrize(
    ("named", "status"),
    [
        ("2019年春风行动活动", "achieved"),
        ("“春风行动”专项活动", "achieved"),
        ("2019春风行动", "achieved"),
        ("春风行动招聘会", "achieved"),
        ("春分行动", "uncomputable"),
        ("民营企业招聘周", "missed"),
    ],
)
def test_a_campaign_by_its_name(named: str, status: str, workbook: Build) -> None:
    names = [named if name == "春风行动" else name for name in FOUR]
    rows = [row("专项活动", f"{year}年", "1次", 分项名称=name if year == 2019 else FOUR[at]) for year in (2019, 2020, 2021) for at, name in enumerate(names)]  # fmt: skip
    shown = progress(done(workbook, *rows), HUYI, "--as-of", "2021-12-31")
    assert shown.status("HY-MB-24") == status
    assert ("other_items" in shown.notes) == (status != "achieved")


@pytest.mark.parametrize(
    "name",
    ["城镇新增就业", "城镇新增就业人数", "全市城镇新增就业", "2023年城镇新增就业人数", "城镇新增就业（万人）", "1.城镇新增就业", "一、城镇新增就业人数", "（一）城镇新增就业", "1、城镇新增就业", "①城镇新增就业", "实现城镇新增就业", "城镇新增就业20万人", "城镇新增就业情况", "“城镇新增就业”"],
)  # fmt: skip
def test_an_indicator_by_its_name(name: str, workbook: Build) -> None:
    shown = progress(done(workbook, row(name, OCTOBER, "21.99万人")), NINGBO)
    assert shown.measure("NB-01")["rate_text"] == "109.95%"
    assert "other_rows" not in shown.notes


def test_what_matches_nothing_is_told_with_what_may_be_meant(workbook: Build) -> None:
    rows = (row("城镇新增就业", "2023年", "20万人"), row("零就业家廷", "2023年", "0户"), row("植树", "2023年", "5棵"))  # fmt: skip
    shown = progress(done(workbook, *rows), NINGBO)
    told = [one for one in shown.json["notes"] if one["code"] == "other_rows"]
    assert [one["cells"][0]["cell"] for one in told] == ["A3", "A4"]
    assert "是不是「零就业家庭」" in told[0]["message"]


def test_a_year_in_a_name_is_that_of_its_days(workbook: Build) -> None:
    shown = progress(done(workbook, row("2022年城镇新增就业", "2023年", "20万人")), NINGBO)
    assert (shown.status("NB-01"), "other_rows" in shown.notes) == ("uncomputable", True)


@pytest.mark.parametrize("place", ["双塔区", "朝阳市双塔区", "双塔", "双塔区 "])
def test_a_county_by_its_name(place: str, workbook: Build) -> None:
    rows = [row("培训创业人员", "2017年", "300人", 所属地区=one, 截止日期="2017-12-31") for one in (place, "龙城区")]  # fmt: skip
    listed = [{"名称": name, "代码": None} for name in ("双塔区", "龙城区")]
    assert (
        progress(done(workbook, *rows, **{PLACES: listed}), CHAOYANG).status("CY-05") == "achieved"
    )


def test_a_county_that_is_not_listed_is_told(workbook: Build) -> None:
    rows = [row("培训创业人员", "2017年", "300人", 所属地区=one, 截止日期="2017-12-31") for one in ("双塔区", "北票市")]  # fmt: skip
    listed = [{"名称": name, "代码": None} for name in ("双塔区", "龙城区")]
    shown = progress(done(workbook, *rows, **{PLACES: listed}), CHAOYANG)
    assert (shown.status("CY-05"), "other_places" in shown.notes) == ("uncomputable", True)


# --- the day of a figure --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "value", "status", "time"),
    [
        (OCTOBER, "18万人", "on_schedule", "83.33"),
        (OCTOBER, "16万人", "behind", "83.33"),
        (OCTOBER, "20万人", "achieved", "83.33"),
        ("2023年上半年", "10万人", "on_schedule", "50.00"),
        ("2023年上半年", "99999人", "behind", "50.00"),
        ("2023年1—3月", "5万人", "on_schedule", "25.00"),
        ("2023年第一季度", "4万人", "behind", "25.00"),
        ("2023年", "18万人", "missed", "100.00"),
        ("2023年1—12月", "18万人", "missed", "100.00"),
        ("1—10月", "18万人", "on_schedule", "83.33"),
        ("上半年", "10万人", "on_schedule", "50.00"),
    ],
)
def test_a_figure_is_judged_on_the_day_it_is_of(
    period: str, value: str, status: str, time: str, workbook: Build
) -> None:
    one = progress(done(workbook, row("城镇新增就业", period, value)), NINGBO).measure("NB-01")
    assert (one["status"], one["time_progress"]) == (status, time)


def test_each_figure_has_its_own_day(workbook: Build) -> None:
    rows = (
        row("城镇新增就业", OCTOBER, "18万人"),
        row("新增残疾人稳定就业", "2023年", "500人", 截止日期="2023-12-31"),
    )
    shown = progress(done(workbook, *rows), NINGBO)
    assert (shown.status("NB-01"), shown.status("NB-02")) == ("on_schedule", "missed")
    assert "数据只到2023-10-31，按当日判定" in shown.measure("NB-01")["remarks"]


def test_a_single_day_says_nothing_of_the_rest(workbook: Build) -> None:
    rows = [row("创业活动", "2017-05-01", f"{300 + n}人", 分项名称=f"活动{n}") for n in range(3)]
    assert progress(done(workbook, *rows), CHAOYANG).status("CY-04") == "missed"


# --- units ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit", "planned_unit", "low"),
    [
        (22, None, None, None),
        (21.99, None, None, None),
        (200, None, None, None),
        (219900, None, None, "219900"),
        (2500, None, None, "2500"),
        (0, None, None, "0"),
        (22, None, "万人", "220000"),
        (21.99, None, "万人", "219900.00"),
        (219900, None, "人", "219900"),
        (22, None, "人", "22"),
        (22, "万人", None, "220000"),
        ("21.99万", None, None, "219900.00"),
        ("22万", None, "万人", "220000"),
        ("21.99万人次", None, "万人", None),
    ],
)
def test_a_figure_without_its_unit(
    value: object, unit: str | None, planned_unit: str | None, low: str | None, workbook: Build
) -> None:
    sheets = {PLANNED: [planned("城镇新增就业", "2023年", 20) | {"单位": planned_unit}]}
    path = done(workbook, row("城镇新增就业", "2023年", value, 单位=unit), **(sheets if planned_unit else {}))  # fmt: skip
    one = progress(path, NINGBO, "--as-of", "2023-12-31").measure("NB-01")
    assert one["measured"]["low"] == (low or "0")
    assert (one["status"] == "uncomputable") == (low is None)


def test_two_units_of_one_target_name_neither(workbook: Build) -> None:
    plans = [planned("城镇新增就业", "2023年", n) | {"单位": unit} for n, unit in ((20, "万人"), (200000, "人"))]  # fmt: skip
    path = done(workbook, row("城镇新增就业", "2023年", 22), **{PLANNED: plans})
    assert progress(path, NINGBO, "--as-of", "2023-12-31").status("NB-01") == "uncomputable"


@pytest.mark.parametrize(
    ("target", "indicator", "value", "status"),
    [
        ("NB-05", "零就业家庭", "0家", "achieved"),
        ("NB-05", "零就业家庭", "0个", "achieved"),
        ("SY-12", "高技能人才培育基地", "3个", "achieved"),
        ("SY-14", "高校毕业生基层招录名额", "2000名", "achieved"),
        ("SY-14", "高校毕业生基层招录名额", "1999名", "missed"),
        ("WH-10", "三支一扶名额", "300名", "achieved"),
        ("WH-10", "三支一扶", "299个", "missed"),
        ("WH-06", "现场招聘会", "70次", "achieved"),
        ("HY-MB-19", "合作技工院校", "2家", "achieved"),
        ("HY-MB-14", "新增创业担保贷款", "500万", "uncomputable"),
        ("HY-MB-11", "就业见习人数", "60人次", "uncomputable"),
        ("WH-04", "补贴性培训", "8万人次", "uncomputable"),
        ("SY-06", "职业技能培训", "9万人", "uncomputable"),
    ],
)
def test_units_are_those_of_the_document(
    target: str, indicator: str, value: str, status: str, workbook: Build
) -> None:
    standard = {"NB": NINGBO, "SY": SHENYANG, "WH": WUHAN, "HY": HUYI}[target[:2]]
    year = {NINGBO: 2023, HUYI: 2021}.get(standard, 2020)
    periods = {"WH-06": f"{year}年1—6月", "SY-12": f"{year}年下半年"}
    period = periods.get(target, f"{year}年")
    day = f"{year}-06-30" if target == "WH-06" else f"{year}-12-31"
    path = done(workbook, row(indicator, period, value, 截止日期=day))
    assert progress(path, standard).measure(target)["status"] == status


@pytest.mark.parametrize(("value", "status"), [("半小时", "achieved"), ("0.5小时", "achieved"), ("31分钟", "missed"), ("1小时", "missed")])  # fmt: skip
def test_hours_are_minutes(value: str, status: str, workbook: Build) -> None:
    shown = progress(done(workbook, row("农村就业服务圈", "2021年", value)), HUYI)
    assert shown.measure("HY-MB-17", 1)["status"] == status


# --- growth, percentages, none --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit", "status"),
    [
        ("10%", None, "achieved"),
        ("9.99%", None, "missed"),
        ("-3%", None, "missed"),
        ("－3%", None, "missed"),
        ("下降3%", None, "missed"),
        ("增长12%", None, "exceeded"),
        ("同比增长10%", None, "achieved"),
        (-3, "%", "missed"),
        (12, "%", "exceeded"),
        (0.12, "%", "uncomputable"),
        ("0%", None, "missed"),
    ],
)
def test_a_growth_may_be_a_fall(
    value: object, unit: str | None, status: str, workbook: Build
) -> None:
    path = done(workbook, row("投资增长", "2020年", value, 单位=unit, 截止日期="2020-12-31"))
    assert progress(path, SHENYANG).measure("SY-11", 1)["status"] == status


def test_a_rate_is_never_below_zero(workbook: Build) -> None:
    shown = progress(done(workbook, *years("城镇登记失业率", "-3%", "3%", "3%")), HUYI, "--as-of", "2021-12-31")  # fmt: skip
    assert shown.status("HY-MB-03") == "uncomputable"


@pytest.mark.parametrize(
    ("families", "employed", "status"),
    [
        ("0户", "0户", "achieved"),
        ("0户", None, "achieved"),
        ("3户", "3户", "achieved"),
        ("3户", "2户", "missed"),
        ("3户", "4户", "uncomputable"),
        (None, "0户", "uncomputable"),
    ],
)
def test_no_family_without_work_is_all_of_them(
    families: str | None, employed: str | None, status: str, workbook: Build
) -> None:
    told = [("零就业家庭", families), ("至少一人就业的零就业家庭", employed)]
    rows = [row(name, "2017年", n, 截止日期="2017-12-31") for name, n in told if n is not None]
    assert progress(done(workbook, *rows), CHAOYANG).status("CY-21") == status


@pytest.mark.parametrize(
    ("day", "number", "status"),
    [
        ("2017-06-20", "1个", "achieved"),
        ("2017-06-30", "1个", "achieved"),
        ("2017-07-01", "1个", "missed"),
        ("2018-03-01", "1个", "missed"),
        ("2017年6月", "1个", "achieved"),
        ("2017年", "1个", "uncomputable"),
        ("2017-06-20", "0个", "missed"),
    ],
)
def test_a_system_that_is_late_is_late(day: str, number: str, status: str, workbook: Build) -> None:
    shown = progress(done(workbook, row("五险合一信息系统上线", day, number)), CHAOYANG)
    assert shown.status("CY-02") == status


# --- periods --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "period",
    ["2020年4月21日—6月30日", "2020年4—6月", "2020年第二季度", "2020年1—6月", "2020年上半年", "2020年6月", "2020-06-22", "4—6月", "第二季度", "1—6月", "4月21日—6月30日"],
)  # fmt: skip
def test_fairs_up_to_june_in_every_spelling(period: str, workbook: Build) -> None:
    rows = (row("现场招聘会", period, "70场", 截止日期="2020-06-30"),)
    assert progress(done(workbook, *rows), WUHAN).measure("WH-06")["status"] == "achieved"


@pytest.mark.parametrize(("period", "said"), [("2020年", "2020-01-01至2020-06-30"), ("2020年1—7月", "2020-01-01至2020-06-30"), ("随时", "2020-01-01至2020-06-30")])  # fmt: skip
def test_the_wanted_period_is_named(period: str, said: str, workbook: Build) -> None:
    one = progress(done(workbook, row("现场招聘会", period, "70场")), WUHAN).measure("WH-06")
    assert one["status"] == "uncomputable"
    assert any(said in remark for remark in one["remarks"])


@pytest.mark.parametrize("period", ["2017年", "2016年", "2016年度", "全年"])
def test_what_is_of_the_year_before_may_be_written_with_either_year(
    period: str, workbook: Build
) -> None:
    at = {"截止日期": "2017-12-31"}
    rows = (row("高新技术企业", "2017年", "12家", **at), row("上年高新技术企业数量", period, "10家", **at))  # fmt: skip
    one = progress(done(workbook, *rows), CHAOYANG).measure("CY-10")
    assert (one["measured"]["text"], one["status"]) == ("12/10，120%", "exceeded")


def test_the_row_of_the_year_before_is_that_year(workbook: Build) -> None:
    rows = (row("发放创业担保贷款", "2017年", "110万元", 截止日期="2017-12-31"), row("发放创业担保贷款", "2016年", "100万元"))  # fmt: skip
    one = progress(done(workbook, *rows), CHAOYANG).measure("CY-16")
    assert (one["measured"]["text"], one["status"]) == ("110万/100万，110%", "exceeded")


COUNTY_LOANS = {
    "the city rises, a county falls": ({"双塔区": (100, 50), "龙城区": (40, 60)}, "missed"),
    "every county rises": ({"双塔区": (60, 50), "龙城区": (60, 60)}, "achieved"),
    "a county without last year": ({"双塔区": (60, 50), "龙城区": (60, None)}, "uncomputable"),
    "the city alone": ({None: (60, 50)}, "exceeded"),
}


@pytest.mark.parametrize(("told", "status"), COUNTY_LOANS.values(), ids=COUNTY_LOANS)
def test_loans_are_asked_of_every_county(
    told: dict[str | None, tuple[int, int | None]], status: str, workbook: Build
) -> None:
    rows = [
        row(name, "2017年", f"{amounts[at]}万元", 所属地区=place, 截止日期="2017-12-31")
        for place, amounts in told.items()
        for at, name in enumerate(("发放创业担保贷款", "上年创业担保贷款发放额"))
        if amounts[at] is not None
    ]
    assert progress(done(workbook, *rows), CHAOYANG).status("CY-16") in (status, "exceeded" if status == "achieved" else status)  # fmt: skip


# --- what was missing -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("standard", "target", "rows", "status"),
    [
        (SHENYANG, "SY-09", [("出口退税平均办理时间", "2020年", "7个工作日")], "achieved"),
        (SHENYANG, "SY-09", [("出口退税平均办理时间", "2020年", "7.5个工作日")], "missed"),
        (WUHAN, "WH-19", [("职业技能培训人次", "2020年", "8万人次"), ("培训补贴", "2020年", "3亿元")], "achieved"),
        (WUHAN, "WH-19", [("职业技能培训人次", "2020年", "8万人次"), ("培训补贴", "2020年", "2.9亿元")], "missed"),
        (WUHAN, "WH-03", [("减免三项社会保险费", "2020年2—5月", "60.66亿元")], "behind"),
        (CHAOYANG, "CY-28", [("专项援助活动", "2017年", "1次")], "missed"),
    ],
)  # fmt: skip
def test_a_target_that_was_missing(
    standard: str, target: str, rows: list[tuple[str, str, str]], status: str, workbook: Build
) -> None:
    day = {SHENYANG: "2020-12-31", CHAOYANG: "2017-12-31"}.get(standard, "2020-12-31")
    day = "2020-05-31" if target == "WH-03" else day
    made = [row(*one, 分项名称="春风行动" if target == "CY-28" else None) for one in rows]
    shown = progress(done(workbook, *made), standard, "--as-of", day)
    assert shown.status(target) == status


@pytest.mark.parametrize(
    ("standard", "id_", "found", "stated"),
    [
        (SHENYANG, "SY-18", "3304人", "3304人"),
        (SHENYANG, "SY-22", "13989.25元", ""),
        (SHENYANG, "SY-08", "1000元", ""),
        (SHENYANG, "SY-07", "500元", ""),
        (NINGBO, "NB-01.1", "109.95%", "109.95%"),
        (NINGBO, "NB-02.1", "129.83%", "129.83%"),
        (NINGBO, "NB-16.1", "2865人次", ""),
        (NINGBO, "NB-11", "5479629.63元", ""),
        (WUHAN, "WH-01", "557人", ""),
        (WUHAN, "WH-03.1", "59.76%", ""),
        (WUHAN, "WH-04.1", "3750元", ""),
    ],
)
def test_the_document_s_own_figures_are_recomputed(
    standard: str, id_: str, found: str, stated: str, workbook: Build
) -> None:
    shown = progress(done(workbook, row("无", "2020年", "1人")), standard)
    (one,) = [one for one in shown.json["recomputed"] if one["id"] == id_]
    assert (one["found"], one["stated"]) == (found, stated)
    assert one["agrees"] is (True if stated else None)


def test_whoever_must_see_to_it_and_whoever_helps_is_told() -> None:
    shown = run("standards", "show", CHAOYANG, COLUMNS="4000").stdout
    assert "配合：市人力资源社会保障局、财政局、妇联、各商业银行等部门" in shown
    assert "政府主要负责同志为本县(市)区就业工作第一负责人" in shown
