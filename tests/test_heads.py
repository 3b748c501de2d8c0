"""Heads: what changes their meaning, what two facts in a cell say, which entries refuse them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from conftest import AGREEMENTS, CENTRE, MENTORS, STAFF, TENANTS, Result, Sheets, base_centre, lines

Judged = Callable[..., Result]
Change = Callable[[Sheets], None]


def expected_leaving_first(sheets: Sheets) -> None:
    sheets[STAFF] = [
        {"离岗日期（预计）": "2030-01-01", **row, "离岗日期": "2020-01-31"} for row in sheets[STAFF]
    ]


def expected_leaving_alone(sheets: Sheets) -> None:
    for row in sheets[STAFF]:
        row["离岗日期（预计）"] = "2020-01-31"


def both_days_in_a_cell(end: str) -> Change:
    def change(sheets: Sheets) -> None:
        for row in sheets[STAFF]:
            row["到岗/离岗日期"] = f"{row.pop('到岗日期', '2019-03-05')}/{end}"
            row.pop("离岗日期", None)

    return change


def square_feet(head: str) -> Change:
    def change(sheets: Sheets) -> None:
        area = sheets[CENTRE].pop("总面积(㎡)")
        sheets[CENTRE][head] = area + 100

    return change


def left_by(head: str) -> Change:
    def change(sheets: Sheets) -> None:
        for row in sheets[TENANTS]:
            row.pop("退出日期", None)
        sheets[TENANTS].append(
            {
                "实体名称": "鄠邑区已走的商行",
                "入驻日期": "2018-01-01",
                head: "2019-01-31",
                "状态": "",
            }
        )

    return change


def experience_of_days(sheets: Sheets) -> None:
    for row in sheets[STAFF]:
        row["实践经验或创业服务经历"] = "2015-07-01"


def left_by_another_column(sheets: Sheets) -> None:
    for row in sheets[TENANTS]:
        row["退出日期"] = ""
    sheets[TENANTS].append(
        {"实体名称": "鄠邑区已走的商行", "入驻日期": "2018-01-01", "注销日期": "2019-01-31"}
    )


def period_over_three_cells(sheets: Sheets) -> None:
    for row in sheets[AGREEMENTS]:
        start, end = row.pop("起始日期"), row.pop("终止日期")
        row |= {"协议期限": start, "": "至", " ": end}


def period_over_cells_that_is_over(sheets: Sheets) -> None:
    period_over_three_cells(sheets)
    for row in sheets[AGREEMENTS]:
        row[" "] = "2020-01-31"


def name_with_telephone(sheets: Sheets) -> None:
    for at, row in enumerate(sheets[STAFF]):
        row["姓名及联系电话"] = f"{row.pop('姓名')} 1380013800{at}"


def agreements_numbered_like_days(sheets: Sheets) -> None:
    for at, row in enumerate(sheets[AGREEMENTS], 1):
        row["协议名称/编号"] = f"2019030{at}"


CODES = {"在驻": "1", "毕业": "2"}


def coded(head: str, codes: dict[str, str]) -> Change:
    def change(sheets: Sheets) -> None:
        for row in sheets[TENANTS]:
            row.pop("状态", None)
            row[head] = codes["在驻"]
        sheets[TENANTS].append(
            {"实体名称": "鄠邑区已走的商行", "入驻日期": "2018-01-01", head: codes["毕业"]}
        )

    return change


def numbered_options(sheets: Sheets) -> None:
    for row in sheets[STAFF]:
        row["专职/兼职"] = "1.专职"


CASES = (
    ("a true day of leaving behind an expected one", expected_leaving_first, "HY-RY-03", "fail"),
    ("an expected day of leaving is open", expected_leaving_alone, "HY-RY-03", "unknown"),
    ("both days in a cell, gone", both_days_in_a_cell("2020-01-31"), "HY-RY-03", "fail"),
    ("both days in a cell, still here", both_days_in_a_cell("至今"), "HY-RY-03", "pass"),
    ("both days in a cell, the second left out", both_days_in_a_cell(""), "HY-RY-03", "pass"),
    ("an area in square feet", square_feet("总面积（平方英尺）"), "HY-YJ-04", "unknown"),
    ("an area in rooms", square_feet("总面积（间）"), "HY-YJ-04", "unknown"),
    ("an area in square metres", square_feet("总面积（平方米）"), "HY-YJ-04", "pass"),
    ("a planned area", square_feet("总面积（规划）"), "HY-YJ-04", "unknown"),
    ("an area with the unit and a remark", square_feet("总面积（含公摊）"), "HY-YJ-04", "pass"),
    ("a tenant that was struck off", left_by("注销日期"), "HY-FW-01", "pass"),
    ("a tenant whose lease was given back", left_by("退租日"), "HY-FW-01", "pass"),
    ("a tenant that left the incubation", left_by("退孵日期"), "HY-FW-01", "pass"),
    ("a tenant whose leaving was planned", left_by("退出日期（拟）"), "HY-FW-01", "unknown"),
    ("a tenant whose leaving was expected", left_by("预计退出日期"), "HY-FW-01", "unknown"),
    ("a leaving that stands in a second column", left_by_another_column, "HY-FW-01", "pass"),
    ("a period over three cells", period_over_three_cells, "HY-FW-01", "pass"),
    ("a period over three cells, over", period_over_cells_that_is_over, "HY-FW-01", "fail"),
    ("names with their telephones", name_with_telephone, "HY-RY-03", "pass"),
    ("codes with a legend", coded("状态（1在驻，2毕业，3退出）", CODES), "HY-FW-01", "pass"),
    ("codes without a legend", coded("状态", CODES), "HY-FW-01", "unknown"),
    ("options with their numbers", numbered_options, "HY-RY-03", "pass"),
    ("agreements numbered like days", agreements_numbered_like_days, "HY-FW-01", "pass"),
    ("days instead of experience", experience_of_days, "HY-RY-01", "unknown"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "criterion", "outcome"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_head_says_which_fact_it_is(
    judged: Judged, change: Change, criterion: str, outcome: str
) -> None:
    sheets = base_centre("区级")
    change(sheets)
    assert judged(sheets).outcomes[criterion] == outcome


def test_heads_decide_where_the_names_of_two_sheets_are_exchanged(judged: Judged) -> None:
    sheets = base_centre("区级")
    sheets[STAFF], sheets[MENTORS] = sheets[MENTORS], sheets[STAFF]
    plain, exchanged = judged(base_centre("区级")), judged(sheets)
    assert exchanged.outcomes == plain.outcomes
    told = {note["code"] for note in exchanged.audit["notes"]}
    assert told & {"sheet_by_columns", "sheet_by_headers"}


def test_a_log_under_the_name_of_a_list_does_not_drop_the_list(judged: Judged) -> None:
    sheets = base_centre("区级")
    sheets["服务清单"] = [
        {"服务时间": "2020-03-01", "服务内容": "代办社保开户", "提供服务单位": "某代办公司"},
        {"服务时间": "2020-03-05", "服务内容": "辅导创业者", "提供服务单位": "某咨询公司"},
    ]
    assert judged(sheets).outcomes["HY-FW-03.1"] == "pass"


def test_the_people_on_a_tenants_card_are_not_the_centres(
    tmp_path: Path, audit: Callable[..., Result]
) -> None:
    sheets = base_centre("区级")
    del sheets[STAFF], sheets[TENANTS]
    book = Workbook()
    book.remove(book.active)
    for title, content in sheets.items():
        page = book.create_sheet(title)
        for line in lines(title, content, 0):
            page.append(line)
    for at in range(1, 4):
        page = book.create_sheet(f"项目{at}")
        for line in (
            ("项目基本信息",),
            ("企业名称", f"鄠邑区第{at}商行", "入驻时间", "2019-07-01"),
            ("负责人", "王建国", "企业状态", "在驻"),
            ("所属行业", "农产品电商", "工位号", f"A-{at}"),
            ("员工信息",),
            ("姓名", "岗位", "专职/兼职", "到岗日期"),
            *((f"张{name}", "店员", "专职", "2019-08-01") for name in "明华强军伟"),
        ):
            page.append(line)
    path = tmp_path / "中心.xlsx"
    book.save(path)
    result = audit(path)
    assert result.outcomes["HY-RY-03"] == "unknown"
    assert result.outcomes["HY-FW-01"] == "pass"
    assert result.finding("HY-FW-01")["measured"]["low"] == "3"


def test_a_firms_list_of_employees_is_not_the_centres_staff(judged: Judged) -> None:
    sheets = base_centre("区级")
    people = sheets.pop(STAFF)
    sheets["吸纳就业人员"] = [{"企业名称": "鄠邑区第1商行", **row} for row in people]
    assert judged(sheets).outcomes["HY-RY-03"] == "unknown"


def test_two_sheets_that_fit_alike_are_both_named_and_not_read(judged: Judged) -> None:
    sheets = base_centre("区级")
    sheets["台账甲"] = sheets.pop(TENANTS)
    sheets["台账乙"] = [dict(row) for row in sheets["台账甲"]]
    result = judged(sheets)
    assert result.outcomes["HY-FW-01"] == "unknown"
    (note,) = [one for one in result.audit["notes"] if one["code"] == "rival_sheets"]
    assert "台账甲" in note["message"]
    assert "台账乙" in note["message"]


def test_a_clause_that_rests_on_a_composed_column_says_so(judged: Judged) -> None:
    sheets = base_centre("区级")
    for row in sheets[AGREEMENTS]:
        row["孵化协议结束时间"] = row.pop("终止日期")
    result = judged(sheets)
    assert result.outcomes["HY-FW-01"] == "pass"
    assert "孵化协议结束时间" in result.finding("HY-FW-01")["message"]
    assert "孵化协议结束时间" not in result.finding("HY-RY-03")["message"]
