"""Hints across centres: what two workbooks have in common, told of by its cells."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from centre_check.desk.batch.in_common import Common
from centre_check.desk.batch.summary import AuditSummary
from centre_check.model.outcomes import Verdict
from centre_check.model.sightings import Sighting, Trait
from conftest import AGREEMENTS, CENTRE, MENTORS, ROOMS, STAFF, TENANTS, Sheets, base_centre, run

Build = Callable[..., Path]
NUMBER, OTHER = "11010519491231002X", "610125199003072219"
CODE = "91350100M000100Y43"
PHONE = "13900000001"


def person(sheet: str, name: str = "许三多", **changes: object) -> Callable[[Sheets], None]:
    def edit(sheets: Sheets) -> None:
        sheets[sheet][0].update({"姓名": name, **changes})

    return edit


def tenant(
    name: str, code: str = "", area: str = "", **changes: object
) -> Callable[[Sheets], None]:
    def edit(sheets: Sheets) -> None:
        named = {"实体名称": name, "统一社会信用代码": code or None}
        sheets[TENANTS][0].update(named | changes)
        sheets[CENTRE]["区划代码"] = area or None

    return edit


def place(address: str | None, area: object, room: object = None) -> Callable[[Sheets], None]:
    def edit(sheets: Sheets) -> None:
        sheets[CENTRE].update({"详细地址": address, "总面积(㎡)": area})
        sheets[ROOMS][0]["建筑面积(㎡)"] = room

    return edit


def numbered(sheet: str, number: str, name: str = "许三多", **changes: object) -> Any:
    return person(sheet, name, **{"身份证号": number, **changes})


def phoned(sheet: str, number: str | None = None, name: str = "许三多", phone: str = PHONE) -> Any:
    return person(sheet, name, 联系电话=phone, 身份证号=number)


CASES = {
    "one number": (numbered(STAFF, NUMBER), numbered(STAFF, NUMBER), "full_time"),
    "one number, two names": (
        numbered(STAFF, NUMBER),
        numbered(STAFF, NUMBER, "成才"),
        "full_time",
    ),
    "two numbers": (numbered(STAFF, NUMBER), numbered(STAFF, OTHER), ""),
    "a badge and a name": (numbered(STAFF, "GH00123"), numbered(STAFF, "GH00123"), "full_time"),
    "a badge of two": (numbered(STAFF, "GH00123"), numbered(STAFF, "GH00123", "成才"), ""),
    "a name alone": (person(STAFF), person(STAFF), ""),
    "a name and a mobile": (phoned(STAFF), phoned(STAFF), "full_time"),
    "a name and two mobiles": (phoned(STAFF), phoned(STAFF, phone="13900000002"), ""),
    "a mobile of two": (phoned(STAFF), phoned(STAFF, name="成才"), ""),
    "a number on one side": (phoned(STAFF, NUMBER), phoned(STAFF), "full_time"),
    "two numbers, one mobile": (phoned(STAFF, NUMBER), phoned(STAFF, OTHER), ""),
    "a part-timer": (
        numbered(STAFF, NUMBER),
        numbered(STAFF, NUMBER, **{"专职/兼职": "兼职"}),
        "",
    ),
    "one who left the day before": (
        numbered(STAFF, NUMBER),
        numbered(STAFF, NUMBER, 离岗日期="2020-06-29"),
        "",
    ),
    "one who leaves on the day": (
        numbered(STAFF, NUMBER),
        numbered(STAFF, NUMBER, 离岗日期="2020-06-30"),
        "full_time",
    ),
    "a mentor of two": (numbered(MENTORS, NUMBER), numbered(MENTORS, NUMBER), ""),
    "full-time here, mentor there": (numbered(STAFF, NUMBER), numbered(MENTORS, NUMBER), ""),
    "one credit code": (tenant("甲商行", CODE), tenant("乙商行", CODE), "tenant"),
    "a name in one district": (
        tenant("甲商行", area="610118005000"),
        tenant("甲商行", area="610118006"),
        "tenant",
    ),
    "a name in two districts": (
        tenant("甲商行", area="610118005000"),
        tenant("甲商行", area="610116005000"),
        "",
    ),
    "a name in no district": (tenant("甲商行"), tenant("甲商行"), ""),
    "a tenant that moved": (
        tenant("甲商行", CODE, 退出日期="2020-01-31", 状态="退出"),
        tenant("甲商行", CODE),
        "",
    ),
    "one address": (place("甲街1号", 200), place("甲街 1号", 210), "address"),
    "no address": (place(None, 200), place(None, 200), ""),
    "one hall": (place("甲街1号", "200"), place("甲街1号", "200㎡"), "address area"),
    "a hall not known": (place("甲街1号", None), place("甲街1号", None), "address"),
    "about the same area": (place("甲街1号", "约200"), place("甲街1号", "约200"), "address"),
    "one room": (place("甲街1号", 200, 60), place("甲街1号", 210, 60), "address area"),
    "a room of another size": (place("甲街1号", 200, 60), place("甲街1号", 210, 61), "address"),
    "one room in two houses": (place("甲街1号", 200, 60), place("乙街1号", 200, 60), ""),
}


def centre(workbook: Build, name: str, edit: Callable[[Sheets], None]) -> Path:
    """A centre that has nothing in common with another one but what `edit` gives it."""
    sheets = base_centre("镇级")
    sheets[CENTRE].update({"中心名称": name, "详细地址": f"{name}街1号"})
    for row in (*sheets[STAFF], *sheets[MENTORS]):
        row.update({"姓名": f"{row['姓名']}{name}", "身份证号": None, "联系电话": None})
    for row in (*sheets[TENANTS], *sheets[AGREEMENTS]):
        row.update({"实体名称": f"{name}{row['实体名称']}", "统一社会信用代码": None})
    for row in sheets[ROOMS]:
        row["建筑面积(㎡)"] = None
    edit(sheets)
    return workbook(sheets, name=f"{name}.xlsx")


@pytest.fixture
def shared(workbook: Build) -> Callable[..., list[Any]]:
    def found(*edits: Callable[[Sheets], None], options: tuple[object, ...] = ()) -> list[Any]:
        paths = [centre(workbook, f"第{at}中心", edit) for at, edit in enumerate(edits, 1)]
        ended = run("rollup", *paths, "-f", "json", *options)
        in_common: list[Any] = json.loads(ended.stdout)["in_common"]["shared"]
        return in_common

    return found


@pytest.mark.parametrize(("one", "other", "traits"), CASES.values(), ids=CASES)
def test_only_what_is_sure_is_told_of(
    one: Any, other: Any, traits: str, shared: Callable[..., list[Any]]
) -> None:
    found = shared(one, other)
    assert sorted(hint["trait"] for hint in found) == traits.split()
    for hint in found:
        assert hint["centres"] == 2
        assert len(hint["places"]) == 2


@pytest.mark.parametrize(
    ("centres", "options", "hints"),
    [(3, (), 0), (4, (), 1), (2, ("--mentor-centres", 1), 1), (2, ("--mentor-centres", 2), 0)],
)
def test_a_mentor_is_told_of_in_more_centres_than_the_number(
    centres: int, options: tuple[object, ...], hints: int, shared: Callable[..., list[Any]]
) -> None:
    found = shared(*[numbered(MENTORS, NUMBER)] * centres, options=options)
    assert [hint["centres"] for hint in found] == [centres] * hints


def test_both_cells_are_named_and_nothing_personal(workbook: Build, tmp_path: Path) -> None:
    edit = numbered(STAFF, NUMBER, 联系电话=PHONE)
    paths = [centre(workbook, name, edit) for name in ("甲中心", "乙中心")]
    kept = tmp_path / "结果.jsonl"
    ended = run("audit", *paths, "-o", kept)
    (hint,) = [line for line in ended.stdout.splitlines() if line.startswith("疑点提示")]
    assert hint == (
        "疑点提示：同一人在2个中心登记为专职人员："
        f"甲中心（{paths[0]}，03 运营管理人员!A2）；乙中心（{paths[1]}，03 运营管理人员!A2）"
    )
    for text in (ended.stdout, ended.stderr, kept.read_text()):
        assert not any(secret in text for secret in ("许三多", NUMBER, PHONE))


def test_several_of_one_kind_are_told_of_together_in_one_order(workbook: Build) -> None:
    def both(first: int) -> Callable[[Sheets], None]:
        def edit(sheets: Sheets) -> None:
            for row, number in ((first, NUMBER), (1 - first, OTHER)):
                sheets[STAFF][row]["身份证号"] = number

        return edit

    paths = [centre(workbook, name, both(at)) for at, name in enumerate(("甲中心", "乙中心"))]
    (hint,) = [line for line in run("audit", *paths).stdout.splitlines() if "疑点" in line]
    assert "同一人在2个中心登记为专职人员（共2处，各中心单元格依次对应）" in hint
    assert hint.endswith(f"!A2、A3）；乙中心（{paths[1]}，03 运营管理人员!A3、A2）")


def test_a_hint_changes_no_verdict_and_no_exit_code(workbook: Build) -> None:
    apart = [centre(workbook, name, lambda _: None) for name in ("甲中心", "乙中心")]
    before = run("audit", *apart, "-f", "jsonl")
    together = [centre(workbook, name, place("甲街1号", 200)) for name in ("甲中心", "乙中心")]
    after = run("audit", *together, "-f", "jsonl")
    assert (before.code, before.stderr) == (4, "")
    assert (after.code, after.stderr.count("疑点提示")) == (4, 2)
    verdicts = [json.loads(line)["verdict"] for line in after.stdout.splitlines()]
    assert verdicts == ["undecided"] * 2
    quiet = run("audit", *together, "-f", "jsonl", "-q")
    assert (quiet.stdout, quiet.stderr) == (after.stdout, "")


def test_kept_results_are_said_not_to_be_compared(workbook: Build, tmp_path: Path) -> None:
    paths = [centre(workbook, name, numbered(STAFF, NUMBER)) for name in ("甲中心", "乙中心")]
    kept = tmp_path / "结果.jsonl"
    first = run("audit", *paths, "-o", kept)
    again = run("audit", *paths, "-o", kept, "--resume")
    assert "疑点提示" in first.stdout
    assert "疑点提示" not in again.stdout
    assert "沿用以前结果的2份未参加疑点比对" in again.stdout
    rolled = run("rollup", kept)
    assert "未比对（只读取了审核结果，没有读取工作簿）" in "".join(rolled.stdout.split())
    refused = run("rollup", kept, "--mentor-centres", 2)
    assert (refused.code, "--mentor-centres" in refused.stderr) == (2, True)


def test_the_summary_lists_them_apart_for_inside_the_office(workbook: Build) -> None:
    paths = [centre(workbook, name, numbered(STAFF, NUMBER)) for name in ("甲中心", "乙中心")]
    shown = run("rollup", *paths, COLUMNS="200").stdout
    assert "1项（比对工作簿2份）" in shown
    section = shown[shown.index("各中心之间的疑点提示（内部资料）") :]
    assert "03 运营管理人员!A2" in section
    assert "许三多" not in shown


def summary(name: str, code: str = "") -> AuditSummary:
    return AuditSummary(name, code, "town", "2020-06-30", Verdict.COMPLIANT, {})


def test_two_workbooks_of_one_centre_are_one_centre() -> None:
    common = Common()
    seen = [Sighting(Trait.ADDRESS, 0, (7,), "表", "B9")]
    for path, name, code in (("a", "甲", "1"), ("b", "甲", ""), ("c", " 甲", "2")):
        common.enter(path, summary(name, code), seen)
    assert common.in_common().shared == ()
    common.enter("d", summary("乙", "1"), seen)
    (shared,) = common.in_common().shared
    assert (shared.centres, len(shared.places)) == (2, 4)


def test_one_is_the_same_by_number_or_by_name_and_told_of_once() -> None:
    common = Common()
    sightings = [(11, (20,)), (11, ()), (0, (20,)), (12, (20, 30)), (0, (30,))]
    for at, (number, others) in enumerate(sightings):
        seen = [Sighting(Trait.FULL_TIME, number, others, "表", f"A{at + 2}")]
        common.enter(f"{at}", summary(f"第{at}中心"), seen)
    found = [[place.ref for place in one.places] for one in common.in_common().shared]
    assert found == [["A2", "A3"], ["A5", "A6"]]
