"""Two laws: the layout of a workbook decides nothing, and nothing passes but by its evidence."""

# ruff: noqa: E501

import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from conftest import (
    AGREEMENTS,
    CENTRE,
    INSPECTIONS,
    MENTORS,
    ROOMS,
    ROOT,
    SERVICES,
    STAFF,
    SYSTEMS,
    TENANTS,
    Result,
    Row,
    Sheets,
    base_centre,
    run,
    staff,
)

from .books import address, built

RANDOM = settings(
    deadline=None,
    max_examples=50,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TABLES = (ROOMS, STAFF, MENTORS, TENANTS, AGREEMENTS, SERVICES, SYSTEMS, INSPECTIONS)


@cache
def form() -> dict[str, Any]:
    """The sheets of the form by their title in the workbooks of these tests."""
    text = (ROOT / "standards" / "forms" / "centre.yaml").read_text("utf-8")
    return {
        f"{one['number']} {one['title']['zh']}": one
        for one in yaml.load(text, yaml.CSafeLoader)["sheets"]
    }


@cache
def fields(title: str) -> dict[str, Any]:
    return {field["header"]: field for field in form()[title]["fields"]}


def a_centre() -> Sheets:
    """A fixed centre with a pass, a failure and an open clause, and a shortfall."""
    sheets = base_centre("区级")
    sheets[CENTRE]["总面积(㎡)"] = "约600㎡"
    sheets[STAFF][4].update(staff(5, 离岗日期="2020-06-29"))
    sheets[MENTORS][9]["聘任结束日期"] = "2020年6月"
    sheets[AGREEMENTS][0]["终止日期"] = "长期"
    return sheets


def audited(book: Workbook) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "中心.xlsx"
        book.save(path)
        return run("audit", path, "-f", "json")


def essence(result: Result) -> list[object]:
    """What must not change: outcome, interval and shortfall of each clause."""
    assert result.json is not None, result.stderr
    return [
        [one[key] for key in ("criterion", "outcome", "measured", "shortfall")]
        for one in result.audit["findings"]
    ]


@cache
def fixed_essence() -> list[object]:
    return essence(audited(built(a_centre())))


@given(data=st.data())
@RANDOM
def test_a_layout_decides_nothing(data: st.DataObject) -> None:
    book = laid_out(a_centre(), data.draw)
    assert essence(audited(book)) == fixed_essence()


Draw = Callable[[st.SearchStrategy[Any]], Any]


def laid_out(sheets: Sheets, draw: Draw) -> Workbook:
    """The same entries as some office may have typed them."""
    book = Workbook()
    book.remove(book.active)
    titles = draw(st.permutations(list(sheets)))
    for title in titles:
        page = book.create_sheet(sheet_name(title, draw))
        if title == CENTRE:
            for line in centre_lines(sheets[title], draw):
                page.append(line)
        elif title in TABLES:
            fill_table(page, title, sheets[title], draw)
        else:
            page.append(list(sheets[title][0]))
            for row in sheets[title]:
                page.append(list(row.values()))
    if draw(st.booleans()):
        book.create_sheet("草稿").append(["随便写写"])
    return book


def sheet_name(title: str, draw: Draw) -> str:
    number, name = title.split(" ")
    return str(draw(st.sampled_from([title, name, f"{number}{name}", f"{number}.{name}"])))


def header_of(title: str, header: str, draw: Draw) -> str:
    """A header, or a synonym that says nothing more, with marks and blanks around."""
    field = fields(title)[header]
    told = set(field.get("implies", {}))
    names = [header, *(one for one in field.get("synonyms", []) if one not in told)]
    own = {other for other in fields(title) if other != header}
    name = draw(st.sampled_from([one for one in names if one not in own]))
    spelled = st.sampled_from(["{}", "{}*", " {} ", "★{}", "{}：", "{}\n(必填)"])
    return str(draw(spelled)).format(name)


def value_of(field: dict[str, Any], value: object, draw: Draw) -> object:
    """The same entry in another spelling."""
    if not isinstance(value, str | int) or not draw(st.booleans()):
        return value
    if field["kind"] == "date" and isinstance(value, str) and value.count("-") == 2:
        day = date.fromisoformat(value)
        y, m, d = day.year, day.month, day.day
        spellings = [
            f"{y}.{m}.{d}",
            f"{y}/{m:02}/{d:02}",
            f"{y}年{m}月{d}日",
            f"{y}{m:02}{d:02}",
            day,
        ]
        return draw(st.sampled_from(spellings))
    if field["kind"] == "number":
        return draw(st.sampled_from([str(value), wide(str(value)), f" {value} "]))
    return draw(st.sampled_from([f" {value}\n", f"\u200b{value}", f"\u00a0{value}"]))


def wide(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if one.isdigit() else one for one in text)


def centre_lines(record: Row, draw: Draw) -> list[list[object]]:
    lines: list[list[object]] = [["基本信息表"]] if draw(st.booleans()) else []
    pairs = [
        [header_of(CENTRE, name, draw), value_of(fields(CENTRE)[name], value, draw)]
        for name, value in draw(st.permutations(list(record.items())))
    ]
    if draw(st.booleans()):  # two pairs a line
        return lines + [
            [*pairs[at], *(pairs[at + 1] if at + 1 < len(pairs) else [])]
            for at in range(0, len(pairs), 2)
        ]
    return lines + pairs


def fill_table(page: Any, title: str, rows: list[Row], draw: Draw) -> None:
    """The table below some title rows, its columns in some order, with what stands around it."""
    above = draw(st.integers(0, 12))
    if above:
        page.cell(1, 1, f"{title}登记表")
    if above > 1:
        page.cell(2, 1, "填报单位：某中心")
    columns = drawn_columns(list(rows[0]), draw)
    key = columns.index(key_header(title))
    row = 1 + above
    deep = draw(st.booleans())
    for at, name in enumerate(columns, 1):
        text = header_of(title, name, draw) if name else "微信群昵称"
        page.cell(row, at, text)
        if deep:
            page.merge_cells(start_row=row, end_row=row + 1, start_column=at, end_column=at)
    row += 1 + deep
    if draw(st.booleans()):
        page.cell(row, key + 1, "示例：某某")
        row += 1
    for entry in rows:
        for at, name in enumerate(columns, 1):
            value = entry.get(name) if name else draw(st.sampled_from([None, "无", "abc", 7]))
            page.cell(row, at, value_of(fields(title)[name], value, draw) if name else value)
        row += 1
    add_tail(page, row, key + 1, draw(st.sampled_from(["", "blank", "total", "notes"])))


def drawn_columns(names: list[str], draw: Draw) -> list[str | None]:
    """The columns in some order, perhaps with one that the form does not know."""
    columns: list[str | None] = list(draw(st.permutations(names)))
    if draw(st.booleans()):
        columns.insert(draw(st.integers(0, len(columns))), None)
    return columns


def add_tail(page: Any, row: int, key: int, tail: str) -> None:
    """What stands below the records."""
    if tail == "total":
        page.cell(row, key, "合　计")
    if tail == "notes":
        page.cell(row + 1, 1, "填表人：张三")
        page.cell(row + 2, 1, "备注：以上属实")
    if tail == "blank":
        for at in range(1, 4):
            page.cell(row + at, 1, " ")


def key_header(title: str) -> str:
    sheet = form()[title]
    return next(one["header"] for one in sheet["fields"] if one["id"] == sheet["key"])


ENTRIES = (
    None, "", "无", "是", "否", "√", "—", "待定", "专职", "兼职", "在岗", "离职", "约500", "500余平方米",
    "近500", 0, 1, 5, 10, 500, -3, 1e9, "2020-06-30", "2020.6", "2031-01-01", "2018-01-01", "长期",
    "2020-02-30", "同上", "合计", "空岗", "张三、李四", "王五等5人", "租赁", "自有", "建筑面积", "使用面积",
    "企业家", "领导", "服务", "基础", "增值", "法务", "知识产权", "办公区", "共用", "独立房间", "经营、台账",
    "草拟", "已印发", "区级", "镇级", "鄠邑区第1商行", "赵建国", "HY-YJ-04", "符合", "=1+1", "#REF!",
)  # fmt: skip


def weak_centre() -> Sheets:
    """A centre of which most clauses fail or are open, each short by little."""
    sheets = base_centre("区级")
    sheets[CENTRE].update(
        {"总面积(㎡)": 480, "可容纳创业实体数": 9, "场地使用终止日期": None, "详细地址": None}
    )
    sheets[ROOMS] = sheets[ROOMS][:4]
    sheets[ROOMS][0]["是否启用"] = None
    sheets[ROOMS][1]["是否启用"] = "否"
    for row in sheets[STAFF][:3]:
        row["实践经验或创业服务经历"] = None
    sheets[STAFF][0]["是否政务综合服务专人"] = "否"
    sheets[STAFF][4]["专职/兼职"] = "兼职"
    sheets[MENTORS][9]["聘任结束日期"] = "2020-06-29"
    for row in sheets[MENTORS][:5]:
        row["导师类别"] = "领导"
    sheets[AGREEMENTS][0]["终止日期"] = "2023-06-30"
    sheets[AGREEMENTS][1]["双方签字盖章"] = None
    for row in sheets[SERVICES]:
        row["是否提供"] = "否"
    for row in sheets[SYSTEMS]:
        row["状态"] = "草拟"
    sheets[INSPECTIONS][0]["日期"] = "2018-03-01"
    return sheets


@cache
def weak_outcomes() -> dict[str, str]:
    return audited(built(weak_centre())).outcomes


def places(sheets: Sheets) -> list[str]:
    """Every cell with an entry's place, but those of the inspector and of the audit itself."""
    found = [f"01 {name}" for name in sheets[CENTRE] if name not in ("数据截止日期", "级别")]
    for title in TABLES:
        number = title.split(" ")[0]
        rows = sheets[title]
        found += [f"{number} {name} {at}" for at in range(1, len(rows) + 1) for name in rows[0]]
    return found


@given(place=st.sampled_from(places(weak_centre())), entry=st.sampled_from(ENTRIES))
@settings(RANDOM, max_examples=150)
def test_nothing_passes_but_by_its_evidence(place: str, entry: object) -> None:
    sheets = weak_centre()
    where = address(sheets, place)
    title, ref = where.split("!")
    book = built(sheets)
    book[title][ref] = entry
    result = audited(book)
    if result.json is None:
        assert result.code == 3, result.stderr
        return
    before = weak_outcomes()
    for finding in result.audit["findings"]:
        if finding["outcome"] == "pass" and before[finding["criterion"]] != "pass":
            cells = [*finding["cells"], *finding["counted"], *finding["excluded"]]
            named = {f"{cell['sheet']}!{cell['cell']}" for cell in cells}
            assert where in named, (where, entry, finding["criterion"], sorted(named))
