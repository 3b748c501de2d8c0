"""The blank workbook of a programme: its indicators listed, what each feeds, only sheets in use."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from test_progress import CHAOYANG, DONE, HUYI, INCUBATOR, NINGBO, progress

from conftest import run


def made(standard: str, folder: Path) -> Workbook:
    target = folder / f"{standard}.xlsx"
    assert run("template", "-s", standard, "-o", target).code == 0
    return load_workbook(target)


@pytest.mark.parametrize(
    ("standard", "sheets"),
    [
        (NINGBO, ["目标任务", "完成情况"]),
        (HUYI, ["目标任务", "完成情况"]),
        (CHAOYANG, ["目标任务", "完成情况", "镇街名单"]),
        ("shenyang-2020", ["目标任务", "完成情况", "镇街名单"]),
        (INCUBATOR, ["基本信息", "活动与培训"]),
        ("chaoyang-2017-finance", ["测算参数", "贷款清单"]),
        ("wuhan-2020-subsidies", ["测算参数"]),
    ],
)
def test_only_sheets_that_are_looked_at(standard: str, sheets: list[str], tmp_path: Path) -> None:
    assert [name[3:] for name in made(standard, tmp_path).sheetnames[1:]] == sheets


def test_indicators_are_listed_beforehand_and_offered(tmp_path: Path) -> None:
    sheet = made(CHAOYANG, tmp_path)[f"02 {DONE}"]
    rows = [row[:3] for row in sheet.iter_rows(min_row=5, values_only=True) if row[0]]
    names = [row[0] for row in rows]
    assert {"培训创业人员", "上年创业担保贷款发放额", "就业服务平台"} <= set(names)
    assert [row[2] for row in rows if row[0] == "就业服务平台"] == ["市", "县", "乡", "村"]
    assert "各县（市）区创业担保贷款发放额" not in names
    offered = {str(one.sqref)[:1]: one.formula1 for one in sheet.data_validations.dataValidation}
    assert "培训创业人员" in offered["A"]
    assert "春风行动" in offered["C"]


def test_the_instructions_tell_target_days_unit_and_place(tmp_path: Path) -> None:
    sheet = made(CHAOYANG, tmp_path)["00 填表说明"]
    told = {row[0]: row[1] for row in sheet.iter_rows(values_only=True) if row[0]}
    assert told["培训创业人员"].startswith(
        "单位人；CY-05 每个县（市）区培训创业人员300人，不少于300人，期间2017-01-01—2017-12-31"
    )
    assert "每个地区一行" in told["培训创业人员"]


@pytest.mark.parametrize(
    ("standard", "year"), [(NINGBO, "2023年"), (HUYI, "2019年"), (CHAOYANG, "2017年")]
)
def test_examples_are_of_this_programme(standard: str, year: str, tmp_path: Path) -> None:
    book = made(standard, tmp_path)
    (row,) = book[f"02 {DONE}"].iter_rows(min_row=4, max_row=4, values_only=True)
    first = [str(value) for value in row if value]
    assert first[0].startswith("示例：")
    assert any(value.startswith(year) for value in first)
    rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
    assert not any("甘亭" in str(value) for row in rows for value in row)


def test_a_row_left_blank_hides_no_other(tmp_path: Path) -> None:
    """Somebody writes a new row and leaves the one of the template as it is."""
    book = made(NINGBO, tmp_path)
    sheet = book[f"02 {DONE}"]
    last = sheet.max_row + 1
    header = [str(cell.value).lstrip("＊") for cell in sheet[3]]
    said = {"指标": "城镇新增就业", "期间": "2023年1—10月", "完成值": "21.99万人"}
    for column, name in enumerate(header, 1):
        sheet.cell(last, column, said.get(name))
    book.save(tmp_path / "填好.xlsx")
    shown = progress(tmp_path / "填好.xlsx", NINGBO)
    assert (shown.measure("NB-01")["rate_text"], shown.json["as_of"]) == ("109.95%", "2023-10-31")
