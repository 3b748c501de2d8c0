"""The registers in the report's annexes: who is listed, what of him, what each row counts for."""

import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from centre_check.documents.papers.registers import annexes as annexes_of
from centre_check.documents.tree import Paragraph, Table
from centre_check.model.registers import Register, RegisterRow
from centre_check.words import Words
from conftest import MENTORS, STAFF, TENANTS, Sheets, base_centre, mentor, run, staff, tenant
from outside import needs

# openpyxl does not know the extension in which data bars are kept.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
_LEFT_OUT = "为什么不计"
_NUMBER = "11010519491231002X"


@pytest.fixture
def centre() -> Sheets:
    """A centre with a part-timer, one whose term is over, and a tenant that has left."""
    sheets = base_centre("镇级")
    sheets[STAFF] = [
        staff(1, 身份证号=_NUMBER, 联系电话="13800001234"),
        staff(2, **{"专职/兼职": "兼职"}),
        staff(3),
        staff(3),
    ]
    sheets[MENTORS] = [*(mentor(at) for at in range(1, 6)), mentor(6, 聘任结束日期="2020-06-29")]
    sheets[TENANTS] = [*sheets[TENANTS], tenant(4, 退出日期="2020-01-31", 状态="退出")]
    return sheets


@pytest.fixture
def annexes(
    centre: Sheets, workbook: Callable[..., Path], tmp_path: Path
) -> Callable[..., dict[str, Any]]:
    """The report's annexes as rows by title, as its Excel file has them."""

    def made(*options: str) -> dict[str, Any]:
        target = tmp_path / "报告.xlsx"
        result = run("print", "report", workbook(centre), "-o", target, *options)
        assert (result.code, result.stderr) == (0, "")
        book = load_workbook(target)
        return {name: _rows(book[name]) for name in book.sheetnames if name.startswith("附件")}

    return made


def _rows(page: Any) -> list[Mapping[str, str]]:
    table = [[cell or "" for cell in row] for row in page.iter_rows(values_only=True)]
    start = next(at for at, row in enumerate(table) if row[0] == "行")
    head = table[start]
    return [dict(zip(head, row, strict=True)) for row in table[start + 1 :] if row[0]]


def test_there_is_one_for_each_list_that_the_standard_counts_one_by_one(
    annexes: Callable[..., dict[str, Any]],
) -> None:
    titles = ["附件1　运营管理人员", "附件2　创业导师", "附件3　入驻创业实体"]
    found = annexes()
    assert list(found) == titles
    assert [len(rows) for rows in found.values()] == [4, 6, 4]


@pytest.mark.parametrize(
    ("annex", "at", "counted", "reason"),
    [
        ("附件1　运营管理人员", 0, "RY-01 RY-02 RY-03", ""),
        ("附件1　运营管理人员", 1, "RY-01", ""),
        ("附件1　运营管理人员", 3, "", "与第"),
        ("附件2　创业导师", 0, "RY-04 RY-05", ""),
        ("附件2　创业导师", 5, "", "2020-06-29聘任结束"),
        ("附件3　入驻创业实体", 0, "FW-01 FW-02", ""),
        ("附件3　入驻创业实体", 3, "FW-02", "2020-01-31退出"),
    ],
)
def test_each_row_says_what_it_counts_for_and_why_not(
    annexes: Callable[..., dict[str, Any]],
    annex: str,
    at: int,
    counted: str,
    reason: str,
) -> None:
    row = annexes()[annex][at]
    assert [head for head, text in row.items() if text == "√"] == counted.split()
    assert reason in row[_LEFT_OUT]
    assert bool(reason) == bool(row[_LEFT_OUT])


def test_rows_of_one_masked_name_are_told_apart_by_their_number(
    annexes: Callable[..., dict[str, Any]],
) -> None:
    twins = annexes()["附件1　运营管理人员"][2:]
    assert twins[0]["姓名"] == twins[1]["姓名"]
    assert int(twins[0]["行"]) + 1 == int(twins[1]["行"])


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ((), ("钱**", None, None)),
        (("--personal", "mask"), ("钱**", None, None)),
        (("--personal", "acting"), ("钱建国", "11**************2X", "138****1234")),
        (("--personal", "show"), ("钱建国", _NUMBER, "13800001234")),
    ],
)
def test_a_register_shows_as_much_of_a_person_as_was_asked_for(
    annexes: Callable[..., dict[str, Any]],
    options: tuple[str, ...],
    shown: tuple[str | None, ...],
) -> None:
    row = annexes(*options)["附件1　运营管理人员"][0]
    assert tuple(map(row.get, ("姓名", "身份证号", "联系电话"))) == shown


def test_a_list_with_columns_of_its_own_shows_those_that_decided(
    centre: Sheets, annexes: Callable[..., dict[str, Any]]
) -> None:
    for row in centre[STAFF]:
        is_full_time = row.pop("专职/兼职") == "专职"
        row["是否专职"] = "是" if is_full_time else "否"
        row["社保缴纳单位"] = "某公司"
    shown = annexes()["附件1　运营管理人员"][1]
    assert shown["是否专职"] == "否"
    assert "社保缴纳单位" not in shown


def test_a_list_that_the_workbook_has_not_says_so(
    centre: Sheets, workbook: Callable[..., Path]
) -> None:
    assert "没有这张表的数据行" not in run("print", "report", workbook(centre)).stdout
    del centre[MENTORS]
    assert "没有这张表的数据行" in run("print", "report", workbook(centre)).stdout


@pytest.mark.parametrize(
    ("many", "shown", "is_said"), [(1999, 1999, False), (2000, 2000, False), (2001, 2000, True)]
)
def test_a_list_that_nobody_would_print_ends_and_says_so(
    many: int, shown: int, *, is_said: bool
) -> None:
    rows = tuple(RegisterRow(at, ("张**",)) for at in range(many))
    (annex,) = annexes_of((Register("人员", ("姓名",), rows),), Words("zh"))
    *said, table = annex.blocks
    assert isinstance(table, Table)
    assert len(table.rows) == shown
    texts = [Paragraph(f"工作簿中共{many}行，此处只列前{shown}行。")] if is_said else []
    assert said == texts


def test_the_audit_s_report_has_them_too(
    centre: Sheets, workbook: Callable[..., Path], tmp_path: Path
) -> None:
    book, target = workbook(centre), tmp_path / "报告.html"
    run("audit", book, "-o", target)
    assert "附件1　运营管理人员" in target.read_text("utf-8")
    assert "钱建国" not in target.read_text("utf-8")


def test_their_pages_lie(centre: Sheets, workbook: Callable[..., Path], tmp_path: Path) -> None:
    command = needs("pdfinfo", what="poppler-utils", check="how the annexes' pages lie")
    target = tmp_path / "报告.pdf"
    run("print", "report", workbook(centre), "-o", target)
    told = subprocess.check_output([command, "-l", "99", target], text=True)
    sizes = re.findall(r"size: +([0-9.]+) x ([0-9.]+) pts", told)
    assert [float(width) > float(height) for width, height in sizes[-3:]] == [True] * 3
