"""The golden boundary cases of the domain notes: the boundary, both sides and the blank.

Every case changes one thing of a centre that meets every clause. Cells are named as
`sheet number, header, row of data`: 「03 离岗日期 5」.
"""

# A case is one line, however long, so that a table reads down its columns.
# ruff: noqa: E501

from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import Workbook, load_workbook

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
    agreement,
    base_centre,
    mentor,
    service,
    staff,
    tenant,
)

Edit = Callable[[Sheets], None]
Judge = Callable[..., Result]
ANY = "*"  # no matter


class Case(NamedTuple):
    """One change of a compliant centre and what must come of it; `cells` must be named."""

    what: str
    level: str
    criterion: str
    edit: Edit
    outcome: str
    low: str | None = ANY
    high: str | None = ANY
    shortfall: str | None = None
    cells: tuple[str, ...] = ()


def area(size: object, basis: object = "建筑面积") -> Edit:
    return lambda sheets: sheets[CENTRE].update({"总面积(㎡)": size, "面积口径": basis})


def rooms(**columns: Iterable[object]) -> Edit:
    """Fills columns of the five rooms; the centre's own total and capacity are left blank."""

    def edit(sheets: Sheets) -> None:
        sheets[CENTRE].update({"总面积(㎡)": None, "可容纳创业实体数": None})
        for header, values in columns.items():
            full = {"面积": "建筑面积(㎡)", "容量": "可容纳创业实体数"}.get(header, header)
            for row, value in zip(sheets[ROOMS], values, strict=True):
                row[full] = value

    return edit


def tenants(number: int, capacity: object = None) -> Edit:
    def edit(sheets: Sheets) -> None:
        sheets[CENTRE]["可容纳创业实体数"] = capacity
        sheets[TENANTS] = [tenant(at) for at in range(1, number + 1)]
        sheets[AGREEMENTS] = [agreement(at) for at in range(1, number + 1)]

    return edit


def team(*rows: dict[str, Any]) -> Edit:
    return lambda sheets: sheets.update({STAFF: list(rows)})


def last_staff(**changes: object) -> Edit:
    return lambda sheets: sheets[STAFF][-1].update(changes)


def last_mentor(**changes: object) -> Edit:
    return lambda sheets: sheets[MENTORS][-1].update(changes)


def mentors(*rows: dict[str, Any]) -> Edit:
    return lambda sheets: sheets.update({MENTORS: list(rows)})


def services(*rows: dict[str, Any]) -> Edit:
    return lambda sheets: sheets.update({SERVICES: list(rows)})


def added(*items: str) -> Edit:
    return services(service("基础", "创业培训服务"), *(service("增值", item) for item in items))


def provided(at: int, answer: object) -> Edit:
    return lambda sheets: sheets[SERVICES][at].update({"是否提供": answer})


def term(*spans: tuple[object, object], **tenants_own: object) -> Edit:
    """One tenant with these agreements, each with its own start and end."""

    def edit(sheets: Sheets) -> None:
        own = {"入驻日期": None} | tenants_own
        sheets[TENANTS] = [tenant(1, **own)]
        sheets[AGREEMENTS] = [agreement(1, 起始日期=a, 终止日期=b) for a, b in spans]

    return edit


def one_agreement(**changes: object) -> Edit:
    return lambda sheets: sheets[AGREEMENTS][0].update(changes)


def centre(**changes: object) -> Edit:
    return lambda sheets: sheets[CENTRE].update(changes)


def system(at: int, **changes: object) -> Edit:
    return lambda sheets: sheets[SYSTEMS][at].update(changes)


def inspected(*days: object) -> Edit:
    return lambda sheets: sheets.update(
        {INSPECTIONS: [{"日期": day, "检查对象": "全体入驻实体"} for day in days]}
    )


def room(at: int, **changes: object) -> Edit:
    return lambda sheets: sheets[ROOMS][at].update(changes)


def no_tenants(sheets: Sheets) -> None:
    sheets[TENANTS] = []
    del sheets[AGREEMENTS]


def all_left(sheets: Sheets) -> None:
    for row in sheets[TENANTS]:
        row.update({"状态": "退出", "退出日期": "2020-05-31"})


def combined(*edits: Edit) -> Edit:
    def edit(sheets: Sheets) -> None:
        for one in edits:
            one(sheets)

    return edit


BIG, SMALL = "区级", "镇级"
BASIS, TOTAL = "01 面积口径", "01 总面积(㎡)"

AREA = [
    Case("500.00 built", BIG, "HY-YJ-04", area(500.00), "pass", "500", "500", None, (TOTAL,)),
    Case("200.00 built", SMALL, "HY-YJ-04", area(200.00), "pass", "200", "200", None, (TOTAL,)),
    Case("500 as text", BIG, "HY-YJ-04", area("５００"), "pass", "500", "500"),
    Case("499.99", BIG, "HY-YJ-04", area(499.99), "fail", "499.99", "499.99", "0.01", (TOTAL,)),
    Case("199.99", SMALL, "HY-YJ-04", area(199.99), "fail", "199.99", "199.99", "0.01", (TOTAL,)),
    Case("500.01", BIG, "HY-YJ-04", area(500.01), "pass", "500.01", "500.01"),
    Case("a typed zero", SMALL, "HY-YJ-04", area(0), "fail", "0", "0", "200", (TOTAL,)),
    Case("blank", BIG, "HY-YJ-04", area(None), "unknown", "0", None, None, (TOTAL,)),
    Case("blank", SMALL, "HY-YJ-04", area(None), "unknown", "0", None, None, (TOTAL,)),
    Case("usable 480", BIG, "HY-YJ-04", area(480, "使用面积"), "unknown", "480", None, None, (BASIS,)),
    Case("usable 210", SMALL, "HY-YJ-04", area(210, "使用面积"), "pass", "210", None, None, (TOTAL,)),
    Case("usable 500", BIG, "HY-YJ-04", area(500, "使用面积"), "pass", "500", None),
    Case("480, basis blank", BIG, "HY-YJ-04", area(480, None), "unknown", "480", None, None, (BASIS,)),
    Case(
        "rooms that sum to 520, no total", BIG, "HY-YJ-04",
        rooms(面积=(120, 100, 100, 100, 100)), "pass", "520", None, None,
        tuple(f"02 建筑面积(㎡) {at}" for at in range(1, 6)),
    ),
    Case(
        "rooms that sum to 480, no total", BIG, "HY-YJ-04",
        rooms(面积=(80, 100, 100, 100, 100)), "unknown", "480", None, None, (TOTAL,),
    ),
    Case(
        "rooms of which one is blank still prove 500", BIG, "HY-YJ-04",
        rooms(面积=(200, 100, 100, 100, None)), "pass", "500", None,
    ),
    Case(
        "500余平方米", BIG, "HY-YJ-04", area("500余平方米"), "pass", "500", "600", None, (TOTAL,)
    ),
    Case("近200平方米", SMALL, "HY-YJ-04", area("近200平方米"), "fail", "100", "200", "0", (TOTAL,)),
    Case("约500", BIG, "HY-YJ-04", area("约500"), "unknown", "450", "550", None, (TOTAL,)),
    Case("不足200", SMALL, "HY-YJ-04", area("不足200"), "fail", "0", "200", "0", (TOTAL,)),
    Case("450-550", BIG, "HY-YJ-04", area("450-550"), "unknown", "450", "550", None, (TOTAL,)),
    Case("0.05万㎡", BIG, "HY-YJ-04", area("0.05万㎡"), "pass", "500", "500", None, (TOTAL,)),
]  # fmt: skip

CAPACITY_OF_CENTRE = "01 可容纳创业实体数"
CAPACITY = [
    Case("capacity 10", BIG, "HY-YJ-05", tenants(3, 10), "pass", "10", "10", None, (CAPACITY_OF_CENTRE,)),
    Case("capacity 9", BIG, "HY-YJ-05", tenants(3, 9), "fail", "9", "9", "1", (CAPACITY_OF_CENTRE,)),
    Case("capacity 5", SMALL, "HY-YJ-05", tenants(3, 5), "pass", "5", "5"),
    Case("capacity 4", SMALL, "HY-YJ-05", tenants(3, 4), "fail", "4", "4", "1"),
    Case("capacity 12, 3 tenants", BIG, "HY-YJ-05", tenants(3, 12), "pass", "12", "12"),
    Case("capacity 12, 3 tenants", SMALL, "HY-YJ-05", tenants(3, 12), "pass", "12", "12"),
    Case(
        "capacity blank, 10 tenants", BIG, "HY-YJ-05", tenants(10), "pass", "10", None, None,
        ("05 状态 1", "05 状态 10"),
    ),
    Case("capacity blank, 9 tenants", BIG, "HY-YJ-05", tenants(9), "unknown", "9", None, None, (CAPACITY_OF_CENTRE,)),
    Case("capacity blank, 4 tenants", SMALL, "HY-YJ-05", tenants(4), "unknown", "4", None, None, (CAPACITY_OF_CENTRE,)),
    Case("capacity blank, 5 tenants", SMALL, "HY-YJ-05", tenants(5), "pass", "5", None),
    Case("capacity 9 but 10 tenants", BIG, "HY-YJ-05", tenants(10, 9), "pass", "10", ANY),
    Case("capacity 10余个", BIG, "HY-YJ-05", tenants(1, "10余个"), "pass", "10", ANY),
    Case(
        "capacity of the rooms 4+3+3+0+0", BIG, "HY-YJ-05", rooms(容量=(4, 3, 3, 0, 0)), "pass",
        "10", "10", None, tuple(f"02 可容纳创业实体数 {at}" for at in (1, 2, 3)),
    ),
    Case("capacity of the rooms 4+3+2+0+0", BIG, "HY-YJ-05", rooms(容量=(4, 3, 2, 0, 0)), "fail", "9", "9", "1"),
    Case(
        "capacity of one room blank", BIG, "HY-YJ-05", rooms(容量=(4, 3, 2, 0, None)), "unknown",
        "9", None, None, ("02 可容纳创业实体数 5",),
    ),
]  # fmt: skip

HALF = [staff(at) for at in (1, 2, 3)]
NONE = [staff(at, 实践经验或创业服务经历="无") for at in (4, 5, 6)]
BLANK = [staff(at, 实践经验或创业服务经历=None) for at in (4, 5, 6)]
EXPERIENCE = "03 实践经验或创业服务经历"
TEAM = [
    Case("exactly half of six experienced", BIG, "HY-RY-01", team(*HALF, *NONE), "unknown", "0.5", "0.5"),
    Case("exactly half of six experienced", SMALL, "HY-RY-01", team(*HALF, *NONE), "unknown", "0.5", "0.5"),
    Case(
        "four of six experienced", BIG, "HY-RY-01", team(*HALF, staff(7), *NONE[:2]), "pass",
        ANY, ANY, None, (f"{EXPERIENCE} 1", f"{EXPERIENCE} 4"),
    ),
    Case(
        "two of six experienced", SMALL, "HY-RY-01",
        team(*HALF[:2], staff(7, 实践经验或创业服务经历="无"), *NONE), "fail", ANY, ANY, "2",
        (f"{EXPERIENCE} 3",),
    ),
    Case(
        "three of six blank", BIG, "HY-RY-01", team(*HALF, *BLANK), "unknown", "0.5", "1", None,
        tuple(f"{EXPERIENCE} {at}" for at in (4, 5, 6)),
    ),
    Case("four of six, two blank", BIG, "HY-RY-01", team(*HALF, staff(7), *BLANK[:2]), "pass", ANY, "1"),
    Case(
        "part-timers belong to the team", SMALL, "HY-RY-01",
        team(*HALF, *(row | {"专职/兼职": "兼职"} for row in NONE)), "unknown", "0.5", "0.5",
    ),
    Case(
        "those who left do not belong to the team", SMALL, "HY-RY-01",
        team(*HALF, *NONE[:2], NONE[2] | {"离岗日期": "2020-06-29"}), "pass", "0.6", "0.6",
    ),
    Case("nobody named", BIG, "HY-RY-02", lambda s: s[STAFF][0].update(是否政务综合服务专人="否"), "fail", "0", "0", "1", ("03 是否政务综合服务专人 1",)),
    Case("one named", BIG, "HY-RY-02", combined(), "pass", "1", "1", None, ("03 是否政务综合服务专人 1",)),
    Case("one blank", SMALL, "HY-RY-02", lambda s: s[STAFF][0].update(是否政务综合服务专人=None), "unknown", "0", "1", None, ("03 是否政务综合服务专人 1",)),
    Case("a dash is a blank", SMALL, "HY-RY-02", lambda s: s[STAFF][0].update(是否政务综合服务专人="—"), "unknown", "0", "1", None, ("03 是否政务综合服务专人 1",)),
    Case("the one named left yesterday", SMALL, "HY-RY-02", lambda s: s[STAFF][0].update(离岗日期="2020-06-29"), "fail", "0", "0", "1", ("03 离岗日期 1",)),
]  # fmt: skip

FULL = "03 专职/兼职"
ID = "61012519900307221X"
FULL_TIME = [
    Case("five full-time", BIG, "HY-RY-03", combined(), "pass", "5", "5", None, tuple(f"{FULL} {at}" for at in range(1, 6))),
    Case("three full-time", SMALL, "HY-RY-03", combined(), "pass", "3", "3"),
    Case("one of five left yesterday", BIG, "HY-RY-03", last_staff(离岗日期="2020-06-29"), "fail", "4", "4", "1", ("03 离岗日期 5",)),
    Case("one of three left yesterday", SMALL, "HY-RY-03", last_staff(离岗日期="2020-06-29"), "fail", "2", "2", "1", ("03 离岗日期 3",)),
    Case("one of five leaves today", BIG, "HY-RY-03", last_staff(离岗日期="2020-06-30"), "pass", "5", "5"),
    Case("one of five starts today", BIG, "HY-RY-03", last_staff(到岗日期="2020-06-30"), "pass", "5", "5"),
    Case("one of five starts tomorrow", BIG, "HY-RY-03", last_staff(到岗日期="2020-07-01"), "fail", "4", "4", "1", ("03 到岗日期 5",)),
    Case("one of five left in June", BIG, "HY-RY-03", last_staff(离岗日期="2020年6月"), "unknown", "4", "5", None, ("03 离岗日期 5",)),
    Case("one of five left in May", BIG, "HY-RY-03", last_staff(离岗日期="2020年5月"), "fail", "4", "4", "1", ("03 离岗日期 5",)),
    Case("one of five left on a day that is none", BIG, "HY-RY-03", last_staff(离岗日期="2020-02-30"), "unknown", "4", "5", None, ("03 离岗日期 5",)),
    Case("left 无 is still present", BIG, "HY-RY-03", last_staff(离岗日期="无"), "pass", "5", "5"),
    Case("one of five part-time", BIG, "HY-RY-03", last_staff(**{"专职/兼职": "兼职"}), "fail", "4", "4", "1", (f"{FULL} 5",)),
    Case("one of five 专兼职", BIG, "HY-RY-03", last_staff(**{"专职/兼职": "专兼职"}), "unknown", "4", "5", None, (f"{FULL} 5",)),
    Case("four and a blank", BIG, "HY-RY-03", last_staff(**{"专职/兼职": None}), "unknown", "4", "5", None, (f"{FULL} 5",)),
    Case("four and a blank", SMALL, "HY-RY-03", team(*(staff(at) for at in range(1, 5)), staff(5, **{"专职/兼职": None})), "pass", "4", "5"),
    Case(
        "five rows of which two have one number", BIG, "HY-RY-03",
        lambda s: [row.update(身份证号=ID if at > 2 else None) for at, row in enumerate(s[STAFF])] and None,
        "fail", "4", "4", "1", ("03 姓名 5",),
    ),
    Case(
        "five rows of which two share the name only", BIG, "HY-RY-03", last_staff(姓名=staff(4)["姓名"]),
        "unknown", "4", "5", None, ("03 姓名 5",),
    ),
    Case("one of five 已离职 in the status", BIG, "HY-RY-03", last_staff(状态="已离职"), "fail", "4", "4", "1", ("03 状态 5",)),
    Case("one of five 已离职 in the remarks", BIG, "HY-RY-03", last_staff(备注="2020.6已离职"), "unknown", "4", "5", None, ("03 备注 5",)),
    Case("one of five on maternity leave", BIG, "HY-RY-03", last_staff(状态="休产假"), "pass", "5", "5"),
    Case("one of five seconded away", BIG, "HY-RY-03", last_staff(状态="借调"), "unknown", "4", "5", None, ("03 状态 5",)),
    Case("one of five is a vacancy", BIG, "HY-RY-03", last_staff(姓名="待招"), "fail", "4", "4", "1"),
    Case("one of five without a name", BIG, "HY-RY-03", last_staff(姓名=None), "unknown", "4", "5", None, ("03 姓名 5",)),
]  # fmt: skip

TERM = "04 聘任结束日期"
MENTOR = [
    Case("ten", BIG, "HY-RY-05", combined(), "pass", "10", "10"),
    Case("five", SMALL, "HY-RY-05", combined(), "pass", "5", "5"),
    Case("ten of which one expired yesterday", BIG, "HY-RY-05", last_mentor(聘任结束日期="2020-06-29"), "fail", "9", "9", "1", (f"{TERM} 10",)),
    Case("five of which one expired yesterday", SMALL, "HY-RY-05", last_mentor(聘任结束日期="2020-06-29"), "fail", "4", "4", "1", (f"{TERM} 5",)),
    Case("ten of which one expires today", BIG, "HY-RY-05", last_mentor(聘任结束日期="2020-06-30"), "pass", "10", "10"),
    Case("ten of which one begins tomorrow", BIG, "HY-RY-05", last_mentor(聘任开始日期="2020-07-01"), "fail", "9", "9", "1", ("04 聘任开始日期 10",)),
    Case("ten of which one has no term", BIG, "HY-RY-05", last_mentor(聘任开始日期=None, 聘任结束日期=None), "pass", "10", "10"),
    Case("five of which one term cannot be read", SMALL, "HY-RY-05", last_mentor(聘任结束日期="2020年2月30日"), "unknown", "4", "5", None, (f"{TERM} 5",)),
    Case("ten of which one expired, 长期", BIG, "HY-RY-05", last_mentor(聘任结束日期="长期"), "pass", "10", "10"),
    Case("the fifth is the fourth", SMALL, "HY-RY-05", lambda s: [row.update(身份证号=ID if at > 2 else None) for at, row in enumerate(s[MENTORS])] and None, "fail", "4", "4", "1", ("04 姓名 5",)),
    Case(
        "five of ten in the named categories, five unknown", BIG, "HY-RY-04",
        mentors(*(mentor(at, 导师类别="研究型学者" if at < 6 else None) for at in range(1, 11))), "unknown",
        "0.5", "1", None, tuple(f"04 导师类别 {at}" for at in range(6, 11)),
    ),
    Case(
        "five of ten in the named categories, five unknown", BIG, "HY-RY-05",
        mentors(*(mentor(at, 导师类别=None) for at in range(1, 11))), "pass", "10", "10",
    ),
    Case("six of ten in the named categories", BIG, "HY-RY-04", mentors(*(mentor(at, 导师类别="投资人" if at < 7 else None) for at in range(1, 11))), "pass", "0.6", "1"),
    Case("all 领导", SMALL, "HY-RY-04", mentors(*(mentor(at, 导师类别="领导") for at in range(1, 6))), "unknown", "0", "1"),
]  # fmt: skip

ITEM = "07 服务项目"
VALUE_ADDED = [
    Case("four rows of three kinds", BIG, "HY-FW-04", added("融资", "人力", "财务", "法务"), "pass", "3", "3", None, (f"{ITEM} 2", f"{ITEM} 3")),
    Case("four rows of three kinds", SMALL, "HY-FW-04", added("融资", "人力", "财务", "法务"), "pass", "3", "3"),
    Case("three rows of two kinds", BIG, "HY-FW-04", added("融资", "财务", "法务"), "fail", "2", "2", "1"),
    Case("two rows of one kind", SMALL, "HY-FW-04", added("财务", "法务"), "fail", "1", "1", "1"),
    Case("two kinds", SMALL, "HY-FW-04", added("融资", "法务"), "pass", "2", "2"),
    Case("two kinds and one the text does not name", BIG, "HY-FW-04", added("融资", "知识产权", "电商代运营"), "unknown", "2", "3", None, (f"{ITEM} 4",)),
    Case("two kinds and one the text does not name", SMALL, "HY-FW-04", added("融资", "知识产权", "电商代运营"), "pass", "2", "3"),
    Case("two kinds and the same unnamed one twice", BIG, "HY-FW-04", added("融资", "电商代运营", "电商代运营"), "fail", "1", "2", "1"),
    Case("three kinds in one cell", BIG, "HY-FW-04", added("融资、法务、知识产权"), "pass", "3", "3"),
    Case("three kinds, one not provided", BIG, "HY-FW-04", provided(-1, "否"), "fail", "2", "2", "1", ("07 是否提供 10",)),
    Case("three kinds, one blank", BIG, "HY-FW-04", provided(-1, None), "unknown", "2", "3", None, ("07 是否提供 10",)),
    Case("a basic service marked as value-added", BIG, "HY-FW-04", added("融资", "知识产权", "创业培训"), "fail", "2", "2", "1"),
]  # fmt: skip

BASIC = [
    Case(f"basic service {at + 1} {said}", level, f"HY-FW-03.{at + 1}", provided(at, answer), outcome, low, high, short, (cell.format(at + 1),))
    for level in (BIG, SMALL)
    for at in range(7)
    for said, answer, outcome, low, high, short, cell in (
        ("provided", "√", "pass", "1", "1", None, "07 服务项目 {}"),
        ("blank", None, "unknown", "0", "1", None, "07 是否提供 {}"),
        ("not provided", "否", "fail", "0", "0", "1", "07 是否提供 {}"),
    )
    if level == BIG or at == 0
]  # fmt: skip

YEARS = "06 终止日期 1"
SUPPORT = [
    Case(f"{start} to {end}", level, "HY-FW-02", term((start, end)), outcome, ANY, ANY, short, (YEARS,))
    for level in (BIG, SMALL)
    for start, end, outcome, short in (
        ("2019-03-05", "2022-03-04", "pass", None),
        ("2019-03-05", "2022-03-05", "pass", None),
        ("2019-03-05", "2022-03-06", "fail", "1"),
        ("2020-02-29", "2023-02-28", "pass", None),
        ("2020-02-29", "2023-03-01", "fail", "1"),
        ("2019-08-31", "2022-08-31", "pass", None),
        ("2017-02-28", "2020-02-29", "fail", "1"),
        ("2019年3月", "2022年3月", "unknown", None),
        ("2019年3月", "2022年2月", "pass", None),
        ("2019年3月", "2022年5月", "fail", "1"),
        ("2019-03-05", None, "unknown", None),
        ("2019-03-05", "长期", "fail", "1"),
        ("2019-03-05", "2022-02-30", "unknown", None),
        ("2022-03-05", "2019-03-04", "unknown", None),
    )
    if level == BIG or end in ("2022-03-05", "2022-03-06", "2022年3月", None)
] + [
    Case("2 + 2 years renewal", BIG, "HY-FW-02", term(("2018-06-01", "2020-05-31"), ("2020-06-01", "2022-05-31")), "fail", "0", "0", "1", (YEARS, "06 终止日期 2")),
    Case("2 + 2 years renewal", SMALL, "HY-FW-02", term(("2018-06-01", "2020-05-31"), ("2020-06-01", "2022-05-31")), "fail", "0", "0", "1"),
    Case("2 + 1 years renewal", BIG, "HY-FW-02", term(("2018-06-01", "2020-05-31"), ("2020-06-01", "2021-05-31")), "pass"),
    Case("2 + 1 years and a day", BIG, "HY-FW-02", term(("2018-06-01", "2020-05-31"), ("2020-06-01", "2021-06-02")), "fail", ANY, ANY, "1"),
    Case("2 + 1 years with a gap of a year", BIG, "HY-FW-02", term(("2018-06-01", "2020-05-31"), ("2021-06-01", "2022-05-31")), "pass"),
    Case("2 + 2 years with a gap of a year", BIG, "HY-FW-02", term(("2018-06-01", "2020-05-31"), ("2021-06-01", "2023-05-31")), "fail", ANY, ANY, "1", (YEARS, "06 终止日期 2")),
    Case("2 + 2 years of which one overlaps", BIG, "HY-FW-02", term(("2018-06-01", "2020-05-31"), ("2019-06-01", "2021-05-31")), "pass"),
    Case("the start is taken from the tenant's", BIG, "HY-FW-02", term((None, "2022-03-06"), 入驻日期="2019-03-05"), "fail", ANY, ANY, "1", (YEARS, "05 入驻日期 1")),
    Case("the start is taken from the tenant's", SMALL, "HY-FW-02", term((None, "2022-03-05"), 入驻日期="2019-03-05"), "pass"),
    Case("an entity that left is looked at", BIG, "HY-FW-02", term(("2016-01-01", "2019-12-31"), 状态="退出", 退出日期="2019-12-31"), "fail", ANY, ANY, "1", (YEARS,)),
    Case("the poor household's year is off by default", BIG, "HY-FW-02", term(("2017-01-01", "2020-12-31"), 创始人群体="脱贫劳动力"), "fail", ANY, ANY, "1"),
]  # fmt: skip

AGREED = [
    Case("all three", BIG, "HY-FW-01", combined(), "pass", "3", "3"),
    Case("one ends today", BIG, "HY-FW-01", one_agreement(终止日期="2020-06-30"), "pass", "3", "3"),
    Case("one ended yesterday", BIG, "HY-FW-01", one_agreement(终止日期="2020-06-29"), "fail", "2", "2", "1", ("06 终止日期 1",)),
    Case("one begins today", BIG, "HY-FW-01", one_agreement(签订日期="2020-06-30", 起始日期="2020-06-30"), "pass", "3", "3"),
    Case("one begins tomorrow", SMALL, "HY-FW-01", one_agreement(起始日期="2020-07-01"), "fail", "2", "2", "1", ("06 起始日期 1",)),
    Case("one is signed tomorrow", SMALL, "HY-FW-01", one_agreement(签订日期="2020-07-01"), "fail", "2", "2", "1", ("06 签订日期 1",)),
    Case("one is not sealed", BIG, "HY-FW-01", one_agreement(双方签字盖章="否"), "fail", "2", "2", "1", ("06 双方签字盖章 1",)),
    Case("one has no end", BIG, "HY-FW-01", one_agreement(终止日期=None), "unknown", "2", "3", None, ("06 终止日期 1",)),
    Case("one is a lease", BIG, "HY-FW-01", one_agreement(协议类型="租赁"), "unknown", "2", "3", None, ("06 协议类型 1",)),
    Case("one kind is blank", BIG, "HY-FW-01", one_agreement(协议类型=None), "unknown", "2", "3", None, ("06 协议类型 1",)),
    Case("one has none", SMALL, "HY-FW-01", lambda s: s[AGREEMENTS].pop(0) and None, "fail", "2", "2", "1", ("05 实体名称 1",)),
    Case("one without an agreement left yesterday", SMALL, "HY-FW-01", combined(lambda s: s[AGREEMENTS].pop(0) and None, lambda s: s[TENANTS][0].update(退出日期="2020-06-29", 状态="退出")), "pass", "2", "2"),
    Case("one without an agreement left yesterday, they say, and is in residence", SMALL, "HY-FW-01", combined(lambda s: s[AGREEMENTS].pop(0) and None, lambda s: s[TENANTS][0].update(退出日期="2020-06-29")), "unknown", "2", "3", None, ("05 退出日期 1", "05 状态 1")),
    Case("one without an agreement leaves today", SMALL, "HY-FW-01", combined(lambda s: s[AGREEMENTS].pop(0) and None, lambda s: s[TENANTS][0].update(退出日期="2020-06-30")), "fail", "2", "2", "1"),
    Case("no tenants", BIG, "HY-FW-01", no_tenants, "not_applicable"),
    Case("no tenants", SMALL, "HY-FW-01", no_tenants, "not_applicable"),
    Case("no tenants", BIG, "HY-FW-02", no_tenants, "not_applicable"),
    Case("no tenants", SMALL, "HY-FW-02", no_tenants, "not_applicable"),
    Case("all tenants left", BIG, "HY-FW-01", all_left, "not_applicable"),
    Case("all tenants left", SMALL, "HY-FW-02", all_left, "pass", "3", "3"),
]  # fmt: skip

TENURE = [
    Case("lease ends today", BIG, "HY-YJ-01", centre(场地使用终止日期="2020-06-30"), "pass"),
    Case("lease ended yesterday", SMALL, "HY-YJ-01", centre(场地使用终止日期="2020-06-29"), "fail", ANY, ANY, "1", ("01 场地使用终止日期",)),
    Case("lease begins tomorrow", SMALL, "HY-YJ-01", centre(场地使用起始日期="2020-07-01"), "fail", ANY, ANY, "1", ("01 场地使用起始日期",)),
    Case("lease without an end", BIG, "HY-YJ-01", centre(场地使用终止日期=None), "unknown", ANY, ANY, None, ("01 场地使用终止日期",)),
    Case("own premises without dates", BIG, "HY-YJ-01", centre(场地权属="自有", 场地使用起始日期=None, 场地使用终止日期=None), "pass"),
    Case("no address", BIG, "HY-YJ-01", centre(详细地址=None), "unknown", ANY, ANY, None, ("01 详细地址",)),
    Case("tenure blank, dates blank", SMALL, "HY-YJ-01", centre(场地权属=None, 场地使用终止日期=None), "unknown", ANY, ANY, None, ("01 场地权属",)),
]  # fmt: skip

SPACE = [
    case
    for at, name in enumerate(("办公区", "多功能会议室(培训教室)", "咨询服务台", "政务综合服务区", "信息发布区"))
    for case in (
        Case(f"{name} in use", BIG, f"HY-YJ-{7 + at:02d}", combined(), "pass", "1", "1", None, (f"02 功能类别 {at + 1}",)),
        Case(f"{name} not in use", SMALL, f"HY-YJ-{7 + at:02d}", room(at, 是否启用="否"), "fail", "0", "0", "1", (f"02 是否启用 {at + 1}",)),
        Case(f"{name} in use blank", BIG, f"HY-YJ-{7 + at:02d}", room(at, 是否启用=None), "unknown", "0", "1", None, (f"02 是否启用 {at + 1}",)),
        Case(f"{name} without category", BIG, f"HY-YJ-{7 + at:02d}", room(at, 功能类别=None), "unknown", "0", "1", None, (f"02 功能类别 {at + 1}",)),
    )
] + [
    Case("one 培训教室 will do", SMALL, "HY-YJ-08", room(1, 功能类别="培训教室"), "pass", "1", "1"),
    Case("a LED屏 is a notice area", SMALL, "HY-YJ-11", room(4, 功能类别="LED屏"), "pass", "1", "1"),
    Case("two functions in one undivided place", BIG, "HY-YJ-06", combined(room(0, 独立方式="共用", **{"位置(楼层房间)": "102"})), "manual"),
    Case("a marked zone is separate", SMALL, "HY-YJ-06", room(0, 独立方式="分区标识"), "pass"),
    Case("separation and place blank", BIG, "HY-YJ-06", room(0, 独立方式=None, **{"位置(楼层房间)": None}), "unknown", ANY, ANY, None, ("02 位置(楼层房间) 1",)),
    Case("separation blank, a place of its own", BIG, "HY-YJ-06", room(0, 独立方式=None), "pass"),
    Case("separation blank, a shared place", BIG, "HY-YJ-06", room(0, 独立方式=None, **{"位置(楼层房间)": "102"}), "manual"),
]  # fmt: skip

RULES = [
    Case(f"{name} {said}", level, criterion, system(at, **changes), outcome, ANY, ANY, short, cells)
    for level, at, criterion, name in (
        (BIG, 0, "HY-GL-01", "operation"), (SMALL, 1, "HY-GL-02", "ledgers"), (BIG, 2, "HY-GL-03", "finance"),
        (SMALL, 3, "HY-GL-04", "safety"), (BIG, 4, "HY-GL-05", "hygiene"), (SMALL, 6, "HY-GL-06", "exit"),
    )
    for said, changes, outcome, short, cells in (
        ("issued today", {"印发日期": "2020-06-30"}, "pass", None, ()),
        ("issued tomorrow", {"印发日期": "2020-07-01"}, "fail", "1", (f"09 印发日期 {at + 1}",)),
        ("a draft", {"状态": "草拟"}, "fail", "1", (f"09 状态 {at + 1}",)),
        ("issued without a date", {"印发日期": None}, "pass", None, ()),
        ("neither status nor date", {"印发日期": None, "状态": None}, "unknown", None, (f"09 状态 {at + 1}",)),
        ("on no subject", {"对应类别": None}, "unknown", None, (f"09 对应类别 {at + 1}",)),
        ("on another subject", {"对应类别": "其他"}, "fail", "1", ()),
    )
] + [
    Case("hygiene by a rule on safety and hygiene", level, "HY-GL-05", system(4, 制度名称="安全卫生管理制度", 对应类别=None), "pass", "1", "1", None, ("09 制度名称 5",))
    for level in (BIG, SMALL)
] + [
    Case("one rule on admission and exit", level, "HY-GL-06", combined(lambda s: s[SYSTEMS].pop() and None, system(5, 对应类别="准入、退出")), "pass", "2", "2")
    for level in (BIG, SMALL)
]  # fmt: skip

SUPERVISED = [
    Case("twelve months less a day ago", BIG, "HY-GL-07", inspected("2019-07-01"), "pass", "1", "1", None, ("10 日期 1",)),
    Case("today", SMALL, "HY-GL-07", inspected("2020-06-30"), "pass", "1", "1"),
    Case("twelve months ago", BIG, "HY-GL-07", inspected("2019-06-30"), "manual", "0", "0"),
    Case("tomorrow", SMALL, "HY-GL-07", inspected("2020-07-01"), "manual", "0", "0"),
    Case("never", SMALL, "HY-GL-07", inspected(), "manual", "0", "0"),
    Case("a day that is none", BIG, "HY-GL-07", inspected("2020-02-30"), "unknown", "0", "1", None, ("10 日期 1",)),
    Case("always for a person", BIG, "HY-YJ-02", combined(), "manual"),
    Case("always for a person", SMALL, "HY-YJ-03", combined(), "manual"),
]  # fmt: skip

CASES = [
    *AREA, *CAPACITY, *TEAM, *FULL_TIME, *MENTOR, *VALUE_ADDED, *BASIC, *SUPPORT, *AGREED, *TENURE,
    *SPACE, *RULES, *SUPERVISED,
]  # fmt: skip


def told(case: Case) -> str:
    return f"{case.criterion} {case.level} {case.what} is {case.outcome}"


@pytest.mark.parametrize("level", ["区级", "镇级"])
def test_the_centre_that_cases_change_is_compliant(level: str, judged: Judge) -> None:
    result = judged(base_centre(level))
    undecided = {key for key, outcome in result.outcomes.items() if outcome != "pass"}
    assert (result.code, result.audit["verdict"]) == (0, "compliant")
    assert undecided == {"HY-YJ-02", "HY-YJ-03"}  # computed manual, attested pass


def test_no_case_is_stated_twice() -> None:
    assert len({told(case) for case in CASES}) == len(CASES)


def test_every_criterion_has_golden_cases() -> None:
    from centre_check.standard import shelf

    criteria = {one.id for one in shelf.take("huyi-2019-centre").resolve("town").criteria}
    assert {case.criterion for case in CASES} == criteria


@pytest.mark.parametrize("case", CASES, ids=told)
def test_golden(case: Case, workbook: Callable[..., Path], audit: Judge) -> None:
    sheets = base_centre(case.level)
    case.edit(sheets)
    path = workbook(sheets)
    result = audit(path, "--personal", "show")
    finding = result.finding(case.criterion)
    assert finding["outcome"] == case.outcome, finding["message"]
    for end, wanted in (("low", case.low), ("high", case.high)):
        if wanted != ANY:
            found = finding["measured"][end]
            exact = None if found is None else Decimal(found)
            assert exact == (None if wanted is None else Decimal(wanted)), finding["measured"]
    short = finding["shortfall"]
    assert (short and Decimal(short)) == (case.shortfall and Decimal(case.shortfall))
    book = load_workbook(path)
    assert {place(book, cell) for cell in case.cells} <= deciding(finding)
    assert values_of(book, finding["cells"]) == [
        (cell["sheet"], cell["cell"], cell["value"]) for cell in finding["cells"]
    ]


def deciding(finding: Any) -> set[tuple[str, str]]:
    """The cells that the outcome rests on: what counted for a pass, else what did not and why."""
    named = [cell for reason in finding["reasons"] for cell in reason["cells"]]
    if finding["outcome"] == "pass":
        named = [*finding["counted"], *finding["cells"]]
    elif finding["outcome"] != "unknown":
        named += [*finding["excluded"], *finding["counted"]]
    return {(one["sheet"], one["cell"]) for one in named}


def place(book: Workbook, cell: str) -> tuple[str, str]:
    """Where `03 离岗日期 5` or `01 总面积(㎡)` stands in the workbook."""
    number, header, *row = cell.split(" ")
    page = next(one for one in book.worksheets if one.title.startswith(number))
    if number == "01":
        (label,) = [line[0] for line in page.iter_rows(max_col=1) if line[0].value == header]
        return page.title, f"B{label.row}"
    (head,) = [one for one in page[1] if one.value == header]
    return page.title, f"{head.column_letter}{1 + int(row[0])}"


def values_of(book: Workbook, cells: Iterable[Any]) -> list[tuple[str, str, str | None]]:
    """What openpyxl finds at these places, as the report writes it."""
    found = []
    for cell in cells:
        value = book[cell["sheet"]][cell["cell"]].value
        if isinstance(value, int | float):
            value = format(Decimal(f"{value:.15g}"), "f")
        found.append((cell["sheet"], cell["cell"], value))
    return found
