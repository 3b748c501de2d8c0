"""The register: rows known by what they are about, closed on review only, people's words kept."""

# ruff: noqa: E501

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from after.office import NAME, submit
from conftest import (
    AGREEMENTS,
    ATTESTATIONS,
    CENTRE,
    MENTORS,
    Result,
    Sheets,
    attested,
    base_centre,
    on_site,
    run,
)

DAY, LATER = "2020-06-30", "2020-09-30"
Rows = list[dict[str, Any]]


def poor(sheets: Sheets) -> None:
    """Too small, a mentor short, two agreements ended."""
    sheets[CENTRE]["总面积(㎡)"] = 90
    del sheets[MENTORS][0]
    for at in (0, 1):
        sheets[AGREEMENTS][at]["终止日期"] = "2020-06-01"


def centre(folder: Path, change: Callable[[Sheets], object], day: str = DAY) -> Path:
    sheets = base_centre("镇级")
    change(sheets)
    return submit(folder / f"报送{day}" / "中心.xlsx", sheets)


def judged(path: Path, day: str, folder: Path, *options: object) -> Path:
    """The result of a centre's workbook as of a day."""
    result = folder / f"结果{day}.json"
    given = options or on_site(path)
    assert run("audit", path, "--as-of", day, *given, "-o", result).code in (0, 1, 4)
    return result


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("register")
    return judged(centre(folder, poor), DAY, folder)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    return judged(centre(folder, lambda _: None, LATER), LATER, folder)


@pytest.fixture
def register(first: Path, tmp_path: Path) -> Path:
    path = tmp_path / "整改台账.xlsx"
    assert run("register", "open", first, "-o", path, "--due", "30d").code == 0
    return path


def rows(path: Path) -> Rows:
    head, *rest = load_workbook(path).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rest if any(row)]


def edited(path: Path, change: Callable[[Any, Mapping[str, int]], object]) -> Path:
    """The register after a person's hand: `change` has the sheet and the columns."""
    book = load_workbook(path)
    page = book.worksheets[0]
    change(page, {str(cell.value): cell.column for cell in page[1]})
    book.save(path)
    return path


def put(at: int, **said: object) -> Callable[[Any, Mapping[str, int]], None]:
    def change(page: Any, columns: Mapping[str, int]) -> None:
        for head, value in said.items():
            page.cell(at, columns[head]).value = value

    return change


def test_a_row_a_finding_and_one_for_each_record(register: Path) -> None:
    found = rows(register)
    assert [(row["编号"], row["条款"], row["记录"]) for row in found] == [
        ("2020-001", "HY-YJ-04", None),
        ("2020-002", "HY-RY-05", None),
        ("2020-003", "HY-FW-01", "鄠邑区第1商行"),
        ("2020-004", "HY-FW-01", "鄠邑区第2商行"),
    ]
    assert {row["期限"].date().isoformat() for row in found} == {"2020-07-30"}
    assert {row["进展"] for row in found} == {"未启动"}
    assert {row["中心"] for row in found} == {NAME}
    assert all("差" in str(row["问题"]) or "协议" in str(row["问题"]) for row in found)
    for head in ("措施", "责任单位", "责任人", "完成日期", "佐证", "复查人", "批准人", "备注"):
        assert {row[head] for row in found} == {None}


def test_two_runs_give_the_same_bytes(first: Path, tmp_path: Path) -> None:
    made = [tmp_path / name for name in ("一.xlsx", "二.xlsx")]
    for path in made:
        run("register", "open", first, "-o", path)
    assert made[0].read_bytes() == made[1].read_bytes()


@pytest.mark.parametrize(
    ("due", "day"),
    [("30d", "2020-07-30"), ("2020-08-01", "2020-08-01"), ("15天", "2020-07-15"), (None, None)],
)
def test_the_deadline(due: str | None, day: str | None, first: Path, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    run("register", "open", first, "-o", path, *(("--due", due) if due else ()))
    said = rows(path)[0]["期限"]
    assert (said.date().isoformat() if said else None) == day


def test_a_register_that_is_there_is_not_replaced(register: Path, first: Path) -> None:
    before = register.read_bytes()
    result = run("register", "open", first, "-o", register)
    assert (result.code, register.read_bytes() == before) == (2, True)
    assert run("register", "open", first, "-o", register, "--force").code == 0


MINE = {"措施": "=扩建", "责任单位": "镇政府", "责任人": "王 强", "进展": "进行中", "佐证": "照片1", "备注": "看过", "整改类型": "长期坚持"}  # fmt: skip


def test_what_is_met_is_closed_and_what_people_wrote_stays(register: Path, good: Path) -> None:
    edited(register, put(2, **MINE))
    edited(register, lambda page, columns: page.cell(3, columns["期限"], "2020-12-31"))
    result = run("register", "update", register, good)
    assert result.code == 0, result.stderr
    first, second, *_ = rows(register)
    kept = {head: value for head, value in MINE.items() if head != "进展"}
    assert {head: first[head] for head in kept} == kept
    assert (first["进展"], first["复查结论"], second["期限"]) == ("已销号", "符合", "2020-12-31")
    assert first["销号日期"].date().isoformat() == LATER
    again = register.read_bytes()
    assert run("register", "update", register, good).code == 0
    assert [row["编号"] for row in rows(register)] == [f"2020-00{at}" for at in range(1, 5)]
    assert len(rows(register)) == 4
    assert again


def test_nothing_but_what_differs_is_written(register: Path, first: Path) -> None:
    edited(register, put(2, **MINE))
    before = rows(register)
    assert run("register", "update", register, first).code == 0
    for old, new in zip(before, rows(register), strict=True):
        changed = {head for head in new if new[head] != old[head]}
        assert changed <= {"复查日期"}


def half(sheets: Sheets) -> None:
    """One agreement is renewed, a mentor more is gone, the rest is as it was."""
    poor(sheets)
    sheets[AGREEMENTS][0]["终止日期"] = "2021-06-30"
    sheets[CENTRE]["可容纳创业实体数(个)"] = 2


def test_a_record_is_followed_by_itself(register: Path, tmp_path: Path) -> None:
    result = judged(centre(tmp_path, half, LATER), LATER, tmp_path)
    assert run("register", "update", register, result).code == 0
    by_record = {row["记录"]: row for row in rows(register) if row["记录"]}
    assert by_record["鄠邑区第1商行"]["进展"] == "已销号"
    assert by_record["鄠邑区第2商行"]["进展"] == "未启动"
    assert by_record["鄠邑区第2商行"]["复查结论"] == "不符合"


def test_rows_and_columns_may_change_places(register: Path, good: Path) -> None:
    book = load_workbook(register)
    page = book.worksheets[0]
    table = [list(row) for row in page.iter_rows(values_only=True)]
    page.delete_rows(1, page.max_row)
    for row in [table[0], *reversed(table[1:])]:
        page.append(list(reversed(row)))
    book.save(register)
    assert run("register", "update", register, good).code == 0
    assert {row["进展"] for row in rows(register)} == {"已销号"}
    assert len(rows(register)) == 4


@pytest.mark.parametrize(
    ("approver", "progress", "closed"),
    [("钱七", "已销号", True), (None, "复查合格", False)],
    ids=["with an approver", "without one"],
)
def test_an_inspector_s_word_closes_only_with_an_approver(
    approver: str | None,
    progress: str,
    closed: object,
    register: Path,
    tmp_path: Path,
) -> None:
    path = centre(tmp_path, poor, LATER)
    word = attested("HY-YJ-04", 说明="实测210平方米", 批准人=approver)
    sheets = base_centre("镇级") | {ATTESTATIONS: [word]}
    decided = submit(tmp_path / "核定" / "核定.xlsx", sheets)
    given = ("--attestations", decided.parent.parent / "核定-现场核定" / "核定.xlsx")
    result = judged(path, LATER, tmp_path, *given)
    assert run("register", "update", register, result).code == 0
    row = rows(register)[0]
    assert (row["进展"], row["销号日期"] is not None) == (progress, closed)
    assert row["批准人"] == approver


def test_what_is_unmet_again_is_a_new_row(register: Path, good: Path, tmp_path: Path) -> None:
    run("register", "update", register, good)
    worse = judged(centre(tmp_path, poor, "2020-10-31"), "2020-10-31", tmp_path)
    told = run("register", "update", register, worse)
    found = rows(register)
    assert [row["编号"] for row in found[4:]] == ["2020-005", "2020-006", "2020-007", "2020-008"]
    assert "新增" in told.stdout
    assert {row["进展"] for row in found[:4]} == {"已销号"}


def doubled(page: Any, _: Mapping[str, int]) -> None:
    page.append([cell.value for cell in page[2]])


BROKEN: Sequence[tuple[str, Callable[[Any, Mapping[str, int]], object], int, str]] = [
    ("a row doubled", doubled, 3, "该问题重复（与2020-001）"),
    ("a row gone", lambda page, _: page.delete_rows(3), 2, "缺少编号2020-002的行"),
    ("a centre rubbed out", put(2, 中心=None), 3, "中心"),
    ("a clause rubbed out", put(2, 条款=None), 3, "条款"),
    ("a day that is none", put(2, 完成日期="2020-02-30"), 3, "完成日期"),
    ("a month", put(2, 期限="2020年8月"), 3, "期限"),
    ("a state of one's own", put(2, 进展="差不多"), 3, "进展"),
    ("a result of one's own", put(2, 复查结论="基本符合"), 3, "复查结论"),
    ("closed by hand", put(2, 进展="已销号"), 3, "不能销号"),
    ("a column renamed", lambda page, columns: page.cell(1, columns["销号日期"], "销号"), 3, "没有“销号日期”列"),
    ("a column doubled", lambda page, columns: page.cell(1, columns["备注"], "期限"), 3, "重复"),
    ("the head gone", lambda page, _: page.delete_rows(1), 3, "整改台账"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code", "said"), [pytest.param(*rest, id=what) for what, *rest in BROKEN]
)
def test_what_a_hand_broke_is_told_and_nothing_is_written(
    change: Callable[[Any, Mapping[str, int]], object],
    code: int,
    said: str,
    register: Path,
    good: Path,
) -> None:
    before = edited(register, change).read_bytes()
    result = run("register", "update", register, good)
    assert (result.code, result.stdout, said in result.stderr) == (code, "", True), result.stderr
    assert register.read_bytes() == before


def test_lost_rows_may_be_left_behind(register: Path, good: Path) -> None:
    edited(register, lambda page, _: page.delete_rows(3))
    assert run("register", "update", register, good, "--force").code == 0
    assert len(rows(register)) == 3


@pytest.mark.parametrize(
    ("day", "late", "soon"),
    [("2020-07-22", 0, 0), ("2020-07-23", 0, 4), ("2020-07-30", 0, 4), ("2020-07-31", 4, 0)],
    ids=["eight days before", "seven days before", "on the day", "the day after"],
)
def test_where_the_register_stands(day: str, late: int, soon: int, register: Path) -> None:
    text = run("register", "status", register, "--as-of", day).stdout
    assert f"逾期        {late}\n" in text
    assert f"七天内到期  {soon}\n" in text
    reminder = run("register", "reminder", register, "--as-of", day)
    assert reminder.code == (0 if late or soon else 2)


def test_states_are_counted(register: Path) -> None:
    edited(register, put(2, 进展="整改中"))
    edited(register, put(3, 进展="已报完成"))
    edited(register, put(4, 进展="延期"))
    text = run("register", "status", register, "--as-of", DAY).stdout
    assert [line.split() for line in text.splitlines()[1:5]] == [
        ["问题", "4"], ["已整改", "0"], ["正在整改", "3"], ["未整改", "1"]
    ]  # fmt: skip


def test_what_is_closed_is_printed_to_be_signed(register: Path, good: Path, tmp_path: Path) -> None:
    assert run("register", "closing", register).code == 2
    run("register", "update", register, good)
    paper = tmp_path / "销号单.docx"
    assert run("register", "closing", register, "-o", paper).code == 0
    assert "予以销号" in run("register", "closing", register).stdout


def hostile(path: Path) -> Result:
    return run("register", "status", path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"x" * 100_000, b"<html>"])
def test_what_is_no_workbook_is_refused_in_a_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(content)
    result = hostile(path)
    assert (result.code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
