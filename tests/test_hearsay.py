"""What an office says in passing: remarks, statuses, names of papers that take an entry back.

Nothing passes on an entry that its own row takes back, and nothing fails on a remark alone.
"""

# ruff: noqa: E501

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import load_workbook

from conftest import (
    AGREEMENTS,
    ATTESTATIONS,
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
    agreement,
    base_centre,
    tenant,
)

BIG, SMALL = "区级", "镇级"
EXPERIENCE, AREA = "实践经验或创业服务经历", "建筑面积(㎡)"
Edit = Callable[[Sheets], object]


class Case(NamedTuple):
    what: str
    criterion: str
    edit: Edit
    outcome: str
    low: str | None = None
    high: str | None = None
    cell: str = ""
    level: str = BIG


def more(sheet: str, **changes: object) -> Edit:
    """A fourth tenant without an agreement, or the last row of another sheet changed."""
    if sheet == TENANTS:
        return lambda sheets: sheets[TENANTS].append(tenant(4, **changes))
    return lambda sheets: sheets[sheet][-1].update(changes)


def first(sheet: str, **changes: object) -> Edit:
    return lambda sheets: sheets[sheet][0].update(changes)


def both(*edits: Edit) -> Edit:
    return lambda sheets: [edit(sheets) for edit in edits]


def three_of_five(experience: object) -> Edit:
    return lambda sheets: [row.update({EXPERIENCE: experience}) for row in sheets[STAFF][:3]]


def duties(text: str) -> Edit:
    """No column says who is named for government services; one duty may."""

    def edit(sheets: Sheets) -> None:
        for at, row in enumerate(sheets[STAFF]):
            del row["是否政务综合服务专人"]
            row["主要职责"] = "招商" if at else text

    return edit


def areas(**values: object) -> Edit:
    """01 基本信息 with these lines about its area."""

    def edit(sheets: Sheets) -> None:
        del sheets[CENTRE]["总面积(㎡)"], sheets[CENTRE]["面积口径"]
        sheets[CENTRE].update(values)

    return edit


def room(**changes: object) -> Edit:
    return lambda sheets: sheets[ROOMS].append(
        {
            "空间名称": "孵化区",
            "功能类别": "孵化工位区",
            "位置(楼层房间)": "201",
            "独立方式": "隔断",
            "是否启用": "是",
        }
        | changes
    )


def rules(name: str, **changes: object) -> Edit:
    """The rules on finance under another name."""
    return lambda sheets: sheets[SYSTEMS][2].update(制度名称=name, 对应类别="财务", **changes)


def volume(name: str) -> Edit:
    """One paper, of whose subjects nothing is said but its name."""
    paper = {"制度名称": name, "印发日期": "2020-01-01", "状态": "已印发"}
    return lambda sheets: sheets.update({SYSTEMS: [paper]})


def value_added(items: str, provided: str = "是") -> Edit:
    """All value-added services in one cell."""
    row = {"服务类别": "增值", "服务项目": items, "是否提供": provided}
    return lambda sheets: sheets[SERVICES].__setitem__(slice(7, None), [row])


def no_status(sheets: Sheets) -> None:
    for row in sheets[SYSTEMS]:
        del row["状态"]


def one_agreement(**changes: object) -> Edit:
    return lambda sheets: sheets[AGREEMENTS][0].update(changes)


FW, RY = "HY-FW-01", "HY-RY-05"
CASES = [
    # a status and a date that contradict each other
    Case("left, dated after the audit", FW, more(TENANTS, 状态="退出", 退出日期="2020-07-10"), "unknown", "3", "4", "05 入驻创业实体!D5"),
    Case("in residence, left before the audit", FW, more(TENANTS, 状态="在驻", 退出日期="2020-05-01"), "unknown", "3", "4", "05 入驻创业实体!C5"),
    Case("left, dated before the audit", FW, more(TENANTS, 状态="退出", 退出日期="2020-05-01"), "pass", "3", "3"),
    Case("leaves after the audit, no status", FW, more(TENANTS, 状态=None, 退出日期="2020-07-10"), "fail", "3", "3"),
    Case("left, no date", FW, more(TENANTS, 状态="退出"), "pass", "3", "3"),
    Case("neither status nor date", FW, more(TENANTS, 状态=None), "fail", "3", "3"),
    Case("staff left, dated after the audit", "HY-RY-03", more(STAFF, 状态="离职", 离岗日期="2020-07-05"), "unknown", "4", "5", "03 运营管理人员!H6"),
    Case("staff on duty, left before the audit", "HY-RY-03", more(STAFF, 状态="在岗", 离岗日期="2020-06-29"), "unknown", "4", "5", "03 运营管理人员!G6"),
    Case("staff on duty, no date", "HY-RY-03", more(STAFF, 状态="在岗"), "pass", "5", "5"),
    Case("staff left, dated before the audit", "HY-RY-03", more(STAFF, 状态="离职", 离岗日期="2020-06-29"), "fail", "4", "4"),
    # the mentor's status
    Case("mentor dismissed within the term", RY, more(MENTORS, 状态="已解聘"), "fail", "9", "9", "04 创业导师!E11"),
    Case("是否在聘 否", RY, more(MENTORS, 是否在聘="否"), "fail", "9", "9", "04 创业导师!E11"),
    Case("是否在聘 是", RY, more(MENTORS, 是否在聘="是"), "pass", "10", "10"),
    Case("在聘, the term over", RY, more(MENTORS, 状态="在聘", 聘任结束日期="2020-06-29"), "unknown", "9", "10", "04 创业导师!D11"),
    Case("status of no known word", RY, more(MENTORS, 状态="待核"), "unknown", "9", "10", "04 创业导师!E11"),
    Case("two kinds of expert in one cell", "HY-RY-04", lambda s: [row.update(导师类别="企业家、创业投资人") for row in s[MENTORS]], "pass", "1", "1"),
    # remarks
    *(Case(f"mentor {text}", RY, more(MENTORS, 备注=text), "unknown", "9", "10", "04 创业导师!E11") for text in ("聘期已满", "到期未续聘", "已退出导师团", "已不在聘", "已去世", "拟聘")),
    Case("mentor 主讲电商", RY, more(MENTORS, 备注="主讲电商"), "pass", "10", "10"),
    *(Case(f"tenant {text}", FW, more(TENANTS, 备注=text), "unknown", "3", "4", "05 入驻创业实体!E5") for text in ("2020年3月已搬走", "已注销", "拟入驻")),
    Case("tenant 大学毕业生创业", FW, more(TENANTS, 备注="大学毕业生创业"), "fail", "3", "3"),
    *(Case(f"agreement {text}", FW, one_agreement(备注=text), "unknown", "2", "3", "06 服务协议!G2") for text in ("2020年3月已解除", "已作废", "甲方未盖章")),
    Case("agreement 一式两份", FW, one_agreement(备注="一式两份"), "pass", "3", "3"),
    Case("agreement named 作废", FW, one_agreement(**{"协议名称/编号": "服务协议(作废)"}), "unknown", "2", "3", "06 服务协议!G2"),
    Case("property services", FW, one_agreement(协议类型="其他", **{"协议名称/编号": "物业服务合同"}), "unknown", "2", "3", "06 服务协议!G2"),
    Case("services named in a lease", FW, one_agreement(协议类型="租赁", **{"协议名称/编号": "场地租赁及创业服务协议"}), "pass", "3", "3"),
    Case("service 拟于10月开展", "HY-FW-03.1", first(SERVICES, 备注="拟于10月开展"), "unknown", "0", "1", "07 服务项目!D2"),
    Case("service 模拟实训", "HY-FW-03.1", first(SERVICES, 备注="模拟实训"), "pass", "1", "1"),
    # a value-added service that the dictionary does not know is no basic one
    Case("basic 否 beside 增值 电商代运营", "HY-FW-03.1", both(first(SERVICES, 是否提供="否"), more(SERVICES, 服务项目="电商代运营")), "fail", "0", "0", "07 服务项目!C2"),
    Case("basic 否 beside 基础 便民服务", "HY-FW-03.1", both(first(SERVICES, 是否提供="否"), more(SERVICES, 服务类别="基础", 服务项目="便民服务")), "unknown", "0", "1", "07 服务项目!B11"),
    Case("basic 否 beside 便民服务", "HY-FW-03.1", both(first(SERVICES, 是否提供="否"), more(SERVICES, 服务类别=None, 服务项目="便民服务")), "unknown", "0", "1", "07 服务项目!B11"),
    Case("a basic one marked 增值", "HY-FW-03.1", first(SERVICES, 服务类别="增值"), "pass", "1", "1", "07 服务项目!C2"),
    # dates of services
    Case("service from the day after", "HY-FW-03.1", first(SERVICES, 开始日期="2020-07-01"), "fail", "0", "0", "07 服务项目!D2"),
    Case("service from the audit date", "HY-FW-03.1", first(SERVICES, 开始日期="2020-06-30"), "pass", "1", "1"),
    Case("service from some day of the year", "HY-FW-03.1", first(SERVICES, 开始日期="2020年"), "unknown", "0", "1", "07 服务项目!D2"),
    # what a paper is called
    *(Case(f"rules {name}", "HY-GL-03", rules(name), "unknown", "0", "1", "09 管理制度!A4") for name in ("财务管理制度(征求意见稿)", "财务管理制度(草案)", "财务管理制度(讨论稿)", "财务管理制度(已废止)")),
    Case("rules without a status", "HY-GL-03", both(rules("财务管理制度(草案)"), no_status), "unknown", "0", "1", "09 管理制度!A4"),
    Case("rules 尚未印发", "HY-GL-03", rules("财务管理制度", 备注="尚未印发"), "unknown", "0", "1", "09 管理制度!E4"),
    Case("rules on trial", "HY-GL-03", rules("财务管理制度(试行)", 备注="2020年修订"), "pass", "1", "1"),
    # experience that is none
    *(Case(f"experience {text}", "HY-RY-01", three_of_five(text), "fail", "0.4", "0.4", "03 运营管理人员!E2") for text in ("0年", "0", 0, "否", "×", "无创业经历", "无经验")),
    *(Case(f"experience {text}", "HY-RY-01", three_of_five(text), "unknown", "0.4", "1", "03 运营管理人员!E2") for text in ("应届毕业生", "刚毕业", "从未从事过此类工作", "经验不足")),
    *(Case(f"experience {text}", "HY-RY-01", three_of_five(text), "pass", "1", "1") for text in ("1年", 3, "个体经营5年")),
    # who is named for government services
    *(Case(f"duties {text}", "HY-RY-02", duties(text), "unknown", "0", "5") for text in ("不负责政务服务", "协助办理政务服务", "待安排政务服务")),
    Case("duties 负责政务服务", "HY-RY-02", duties("负责政务服务，协助培训"), "pass", "1", "5"),
    # a name that says more than who it is
    Case("王芳(已离职)", "HY-RY-03", more(STAFF, 姓名="王芳(已离职)"), "unknown", "4", "5", "03 运营管理人员!A6"),
    Case("王芳(兼职), full-time", "HY-RY-03", more(STAFF, 姓名="王芳(兼职)"), "unknown", "4", "5", "03 运营管理人员!A6"),
    Case("王芳(大)", "HY-RY-03", more(STAFF, 姓名="王芳(大)"), "pass", "5", "5"),
    Case("mentor (已解聘)", RY, more(MENTORS, 姓名="王芳(已解聘)"), "unknown", "9", "10", "04 创业导师!A11"),
    Case("tenant (已退出)", FW, more(TENANTS, 实体名称="甲店(已退出)"), "unknown", "3", "4", "05 入驻创业实体!A5"),
    *(Case(f"tenant {name}", FW, more(TENANTS, 实体名称=name), "pass", "3", "3") for name in ("(空置)", "待入驻", "招商中", "闲置2间")),
    Case("tenant 空山茶室", FW, more(TENANTS, 实体名称="空山茶室"), "fail", "3", "3", "05 入驻创业实体!A5"),
    # an agreement in the owner's name
    Case("signed as its owner", FW, both(first(TENANTS, **{"法定代表人(负责人)": "张三"}), first(AGREEMENTS, 实体名称="张三")), "unknown", "2", "3", "06 服务协议!A2"),
    Case("signed as somebody else", FW, both(first(TENANTS, **{"法定代表人(负责人)": "张三"}), first(AGREEMENTS, 实体名称="李四")), "fail", "2", "2", "05 入驻创业实体!A2"),
    Case("signed in its name", FW, first(TENANTS, **{"法定代表人(负责人)": "张三"}), "pass", "3", "3"),
    # spaces and inspections that are not there yet
    *(Case(f"office {text}", "HY-YJ-07", first(ROOMS, 备注=text), "unknown", "0", "1", "02 场地与功能空间!F2") for text in ("正在装修", "拟建", "尚未启用")),
    Case("office 2019年装修", "HY-YJ-07", first(ROOMS, 备注="2019年装修"), "pass", "1", "1"),
    Case("an account is no space", "HY-YJ-11", more(ROOMS, 空间名称="微信公众号"), "unknown", "0", "1", "02 场地与功能空间!A6"),
    Case("a screen is one", "HY-YJ-11", more(ROOMS, 空间名称="电子屏"), "pass", "1", "1"),
    Case("an inspection that was not made", "HY-GL-07", first(INSPECTIONS, 内容="未开展"), "unknown", "0", "1", "10 监督检查记录!C2"),
    Case("an inspection of safety", "HY-GL-07", first(INSPECTIONS, 内容="安全检查"), "pass", "1", "1"),
    # several in one cell
    Case("numbered services", "HY-FW-04", value_added("1.融资 2.人力资源 3.法律服务"), "pass", "3", "3", "07 服务项目!B9"),
    Case("services with blanks between", "HY-FW-04", value_added("融资 人力资源 法务"), "pass", "3", "3", "07 服务项目!B9"),
    Case("two services 等", "HY-FW-04", value_added("融资、人力资源等"), "unknown", "2", None, "07 服务项目!B9"),
    Case("three services 等服务", "HY-FW-04", value_added("融资、法务、人力资源等服务"), "pass", "3", None, "07 服务项目!B9"),
    Case("two services 等, not provided", "HY-FW-04", value_added("融资、人力资源等", "否"), "fail", "0", "0"),
    Case("rules as one volume", "HY-GL-01", volume("中心管理制度汇编(台账、财务、安全)"), "unknown", "0", "1", "09 管理制度!A2"),
    Case("rules of two subjects", "HY-GL-01", volume("安全卫生管理制度"), "fail", "0", "0", "09 管理制度!A2"),
    # premises
    *(Case(f"address {text}", "HY-YJ-01", lambda s, text=text: s[CENTRE].update(详细地址=text), "unknown", cell="01 基本信息!B3") for text in ("筹建中", "正在选址", "甘亭街道(拟建)")),
    Case("address 建设路", "HY-YJ-01", lambda s: s[CENTRE].update(详细地址="在建设路与新建路口"), "pass"),
    Case("usable area above built area", "HY-YJ-04", areas(使用面积=480, 建筑面积=520), "pass", "520", "520", "01 基本信息!B11"),
    Case("built area above usable area", "HY-YJ-04", areas(建筑面积=520, 使用面积=480), "pass", "520", "520", "01 基本信息!B10"),
    Case("usable area beyond built area", "HY-YJ-04", areas(建筑面积=480, 使用面积=520), "unknown", "480", "520", "01 基本信息!B11"),
    Case("usable area alone", "HY-YJ-04", areas(使用面积=480), "unknown", "480", None, "01 基本信息!B10"),
    Case("usable area alone is enough", "HY-YJ-04", areas(使用面积=500), "pass", "500", None, "01 基本信息!B10"),
    Case("a room that is not in use proves no area", "HY-YJ-04", both(areas(), room(**{AREA: 500, "是否启用": "否"})), "unknown", "0", None, "02 场地与功能空间!E7"),
    Case("a room in use proves area", "HY-YJ-04", both(areas(), room(**{AREA: 500})), "pass", "500", None, "02 场地与功能空间!F7"),
    Case("a part of a room adds no area", "HY-YJ-04", both(areas(), room(**{AREA: 300}), room(**{AREA: 200, "空间名称": "其中：会议室"})), "unknown", "300", None, "02 场地与功能空间!A8"),
    Case("a shared room may be counted twice", "HY-YJ-04", both(areas(), room(**{AREA: 300}), room(**{AREA: 200, "独立方式": "共用"})), "unknown", "300", None, "02 场地与功能空间!D8"),
    Case("a shared room has its capacity", "HY-YJ-05", lambda s: (room(可容纳创业实体数=12, 独立方式="共用")(s), [row.update(可容纳创业实体数=0) for row in s[ROOMS][:5]]), "pass", "12", "12"),
    Case("a room that is not in use proves no capacity", "HY-YJ-05", lambda s: (room(可容纳创业实体数=12, 是否启用="否")(s), [row.update(可容纳创业实体数=0) for row in s[ROOMS][:5]]), "unknown", "3", "12", "02 场地与功能空间!E7"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.criterion} {case.what}")
def test_hearsay(case: Case, judged: Callable[..., Result]) -> None:
    sheets = base_centre(case.level)
    case.edit(sheets)
    finding = judged(sheets, "--personal", "show").finding(case.criterion)
    assert finding["outcome"] == case.outcome, finding["message"]
    if case.low is not None:
        measured = (finding["measured"]["low"], finding["measured"]["high"])
        assert measured == (case.low, case.high), finding["message"]
    cells = [*finding["cells"], *(c for reason in finding["reasons"] for c in reason["cells"])]
    if case.cell:
        assert case.cell in {f"{cell['sheet']}!{cell['cell']}" for cell in cells}


def one_tenant(moved_in: object, *terms: tuple[str, str, object]) -> Edit:
    """One tenant with agreements (start, end, 是否续签)."""

    def edit(sheets: Sheets) -> None:
        sheets[TENANTS] = [tenant(1, 入驻日期=moved_in)]
        sheets[AGREEMENTS] = [
            agreement(1, 起始日期=start, 终止日期=end, 是否续签=renewal)
            for start, end, renewal in terms
        ]

    return edit


LATE = ("2019-07-01", "2021-06-30", "是")
RENEWALS = {
    "the first one is not on the list": (one_tenant("2015-07-01", LATE), "unknown"),
    "nor is it known since when": (one_tenant(None, LATE), "unknown"),
    "in residence no longer than the term": (one_tenant("2019-07-01", LATE), "pass"),
    "three years with what came before": (one_tenant("2018-07-01", LATE), "pass"),
    "a day more": (one_tenant("2018-06-29", LATE), "unknown"),
    "not renewed": (one_tenant("2015-07-01", (*LATE[:2], "否")), "pass"),
    "nothing said of renewal": (one_tenant("2015-07-01", (*LATE[:2], None)), "pass"),
    "the old one is marked as renewed": (
        one_tenant("2015-07-01", ("2018-07-01", "2019-06-30", "是"), (*LATE[:2], "否")), "pass",
    ),
    "both are renewals": (
        one_tenant("2015-07-01", ("2018-07-01", "2019-06-30", "是"), LATE), "unknown",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "outcome"), RENEWALS.values(), ids=RENEWALS)
def test_the_agreement_that_was_renewed_is_asked_for(
    edit: Edit, outcome: str, judged: Callable[..., Result]
) -> None:
    sheets = base_centre(SMALL)
    edit(sheets)
    finding = judged(sheets).finding("HY-FW-02")
    assert finding["outcome"] == outcome, finding["message"]
    asked = [reason["code"] for reason in finding["reasons"]]
    assert asked == (["first_term_missing"] if outcome == "unknown" else [])


def on_two_sheets(first: str, second: str) -> Edit:
    """The mentors, half on each sheet."""

    def edit(sheets: Sheets) -> None:
        rows = sheets.pop(MENTORS)
        sheets[first], sheets[second] = rows[:5], rows[5:]

    return edit


SPLIT = {
    "numbered": (on_two_sheets(MENTORS, "导师名单2"), "unknown"),
    "续": (on_two_sheets(MENTORS, "创业导师续"), "unknown"),
    "in brackets": (on_two_sheets(MENTORS, "创业导师(续)"), "unknown"),
    "of an earlier year": (on_two_sheets(MENTORS, "导师名单2018"), "fail"),
    "numbered, but another table": (
        lambda sheets: sheets.update({"导师名单2": [{"课程": "电商", "课时": 2}]}), "pass",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "outcome"), SPLIT.values(), ids=SPLIT)
def test_a_list_that_goes_on_elsewhere_is_not_taken_for_all(
    edit: Edit, outcome: str, judged: Callable[..., Result]
) -> None:
    sheets = base_centre(BIG)
    edit(sheets)
    finding = judged(sheets).finding("HY-RY-05")
    assert finding["outcome"] == outcome, finding["message"]
    asked = {reason["code"] for reason in finding["reasons"]}
    assert asked == ({"several_sheets"} if outcome == "unknown" else set())
    assert ("合并到一张工作表" in finding["remedy"]) is (outcome == "unknown")


@pytest.mark.parametrize("at", [2, 4], ids=["first", "between"])
@pytest.mark.parametrize("text", ["一、管理人员", "(二)服务人员"])
def test_a_heading_among_people_is_nobody(
    at: int, text: str, workbook: Callable[..., Path], audit: Callable[..., Result]
) -> None:
    sheets = base_centre(BIG)
    sheets[STAFF].pop()
    path = workbook(sheets)
    book = load_workbook(path)
    book[STAFF].insert_rows(at)
    book[STAFF].cell(at, 1, text)
    book.save(path)
    finding = audit(path).finding("HY-RY-03")
    assert finding["outcome"] == "fail", finding["message"]
    assert (finding["measured"]["low"], finding["measured"]["high"]) == ("4", "4")


ENTRIES = {
    "two buildings": ([("总面积(㎡)", 300), ("总面积(㎡)", 250)], "unknown"),
    "two labels of it": ([("场地面积", 480), ("建筑面积", 520)], "unknown"),
    "what a checker found, beside it": ([("总面积(㎡)", 520, 480), ("面积口径", "建筑面积")], "unknown"),
    "the same twice": ([("总面积(㎡)", 520), ("总面积(㎡)", "520㎡"), ("面积口径", "建筑面积")], "pass"),
    "its unit beside it": ([("总面积(㎡)", 520, "㎡"), ("面积口径", "建筑面积")], "pass"),
    "a blank one first": ([("总面积(㎡)", None), ("建筑面积", 520)], "pass"),
    "one": ([("总面积(㎡)", 480), ("面积口径", "建筑面积")], "fail"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "outcome"), ENTRIES.values(), ids=ENTRIES)
def test_two_entries_that_differ_are_neither_believed(
    rows: list[tuple[object, ...]],
    outcome: str,
    workbook: Callable[..., Path],
    audit: Callable[..., Result],
) -> None:
    sheets = base_centre(BIG)
    areas()(sheets)
    path = workbook(sheets)
    book = load_workbook(path)
    for row in rows:
        book[CENTRE].append(row)
    book.save(path)
    finding = audit(path).finding("HY-YJ-04")
    assert finding["outcome"] == outcome, finding["message"]
    assert ("另有一处填的与此不同" in finding["message"]) is (outcome == "unknown")


@pytest.mark.parametrize(
    ("second", "outcome"),
    [("镇级", "unknown"), ("区级", "pass"), ("创业孵化基地", "pass"), (None, "pass")],
)
def test_a_level_that_is_given_in_two_ways_is_none(
    second: str | None,
    outcome: str,
    workbook: Callable[..., Path],
    audit: Callable[..., Result],
) -> None:
    path = workbook(base_centre(BIG))
    book = load_workbook(path)
    book[CENTRE].append(("类别", second))
    book.save(path)
    assert audit(path).finding("HY-RY-03")["outcome"] == outcome


@pytest.mark.parametrize("written", ["hy-yj-02", "ＨＹ-YJ-02", "HY—YJ—02", "HY YJ 02"])
def test_a_clause_is_known_however_it_is_typed(written: str, judged: Callable[..., Result]) -> None:
    sheets = base_centre(BIG)
    sheets[ATTESTATIONS][0]["条款编号"] = written
    assert judged(sheets).finding("HY-YJ-02")["decided"] == "pass"


def test_no_clause_is_guessed_that_is_not_alike(judged: Callable[..., Result]) -> None:
    sheets = base_centre(BIG)
    sheets[ATTESTATIONS][0]["条款编号"] = "交通便利"
    result = judged(sheets)
    assert result.code == 3
    assert "16 现场核定!A2" in result.stderr
    assert "写成HY-YJ-01这样" in result.stderr
    assert "是不是" not in result.stderr
