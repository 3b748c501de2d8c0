"""Calculators: golden cases, at the cap, one over, a missing parameter, mixed units, loan lists."""

# A case is one line, however long, so that a table reads down its columns.
# ruff: noqa: E501

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from centre_check.standard.subsidies import shelf
from conftest import run

ELIGIBLE = "符合条件=是"
RELIEF = ("市人社局认定=是", "已享受=否")
MONTH = "缴费月份=2017年5月"
ALL = [one for file in shelf.take(None) for one in file.calculators]


def computed(calculator: str, *settings: str) -> Any:
    options = [part for setting in settings for part in ("--set", setting)]
    ended = run("subsidy", calculator, *options, "-f", "json")
    assert ended.stdout, ended.stderr
    (estimate,) = json.loads(ended.stdout)["estimates"]
    return estimate | {"code": ended.code}


@pytest.mark.parametrize(
    ("calculator", "settings", "amount", "said"),
    [
        ("sy-opex", ("支出=124.6万元", ELIGIBLE), "623000.00", "按50%计62.30万元，未达上限"),
        ("sy-opex", ("支出=199.9999万元", ELIGIBLE), "999999.50", "按50%计99.99995万元，未达上限"),
        ("sy-opex", ("支出=200万元", ELIGIBLE), "1000000.00", "恰好达到上限100.00万元"),
        ("sy-opex", ("支出=2000000元", ELIGIBLE), "1000000.00", "恰好达到上限100.00万元"),
        ("sy-opex", ("支出=201万元", ELIGIBLE), "1000000.00", "达到上限100.00万元"),
        ("sy-rent-relief", ("减免租金=40万元", *RELIEF), "200000.00", "恰好达到上限20.00万元"),
        ("sy-rent-relief", ("减免租金=39.99万元", *RELIEF), "199950.00", "按50%计19.995万元，未达上限"),
        ("sy-rent-relief", ("减免租金=40.01万元", *RELIEF), "200000.00", "达到上限20.00万元"),
        ("sy-training-prepay", ("人数=19689人", "补贴标准=1000元"), "9844500.00", "按50%计984.45万元"),
        ("sy-jobseek", ("人数=4498人",), "4498000.00", "按标准计449.80万元"),
        ("wh-hire", ("人数=557人",), "1114000.00", "按标准计111.40万元"),
        ("wh-stabilise-topup", ("基数=4.8亿元",), "240000000.00", "按50%计24000.00万元"),
        ("cy-ui-rate", ("缴费基数=10000元", MONTH), "100.00", "按标准计0.01万元"),
        ("hy-tier", ("人数=100人", "本级补贴标准=800元"), "80000.00", "按标准计8.00万元"),
        ("sx-incubation", ("孵化成功实体=10户", "带动就业=20人", "年度就业补助资金=3000万元"), "160000.00", "未达上限200.00万元"),
        ("sx-incubation", ("孵化成功实体=200户", "带动就业=0人", "年度就业补助资金=3000万元"), "2000000.00", "恰好达到上限200.00万元"),
        ("sx-incubation", ("孵化成功实体=201户", "带动就业=0人", "年度就业补助资金=3000万元"), "2000000.00", "达到上限200.00万元"),
        ("sx-incubation", ("孵化成功实体=100户", "带动就业=0人", "年度就业补助资金=900万元"), "900000.00", "达到上限90.00万元（本级当年就业补助资金的10%）"),
        ("sx-model-base", ("示范级别=省级示范", "申请金额=100万元"), "1000000.00", "恰好达到上限100.00万元"),
        ("sx-model-base", ("示范级别=全国示范", "申请金额=201万元"), "2000000.00", "达到上限200.00万元"),
    ],
)  # fmt: skip
def test_the_amount_and_the_term_that_binds(
    calculator: str, settings: tuple[str, ...], amount: str, said: str
) -> None:
    found = computed(calculator, *settings)
    assert (found["amount"], found["code"]) == (amount, 0)
    assert said in found["message"]


@pytest.mark.parametrize(
    ("calculator", "settings", "said"),
    [
        ("sy-incubator-capex", ("投入=30万元",), "测算基数按50%计15.00万元，低于区间下限；区间20.00万元至100.00万元"),
        ("sy-incubator-capex", ("投入=40万元",), "按50%计20.00万元，在区间内"),
        ("sy-incubator-capex", ("投入=200万元",), "按50%计100.00万元，在区间内"),
        ("sy-incubator-capex", ("投入=201万元",), "按50%计100.50万元，高于区间上限"),
        ("sy-poverty-base", ("市级扶贫基地=是",), "区间15.00万元至35.00万元"),
    ],
)  # fmt: skip
def test_what_is_left_to_a_decision_has_a_range_and_no_figure(
    calculator: str, settings: tuple[str, ...], said: str
) -> None:
    found = computed(calculator, *settings)
    assert (found["amount"], found["code"]) == (None, 4)
    assert said in found["message"]
    assert "不给出单一数额" in found["message"]


@pytest.mark.parametrize(
    ("calculator", "settings", "said"),
    [
        ("sy-opex", ("支出=10万元", "符合条件=否"), "不是符合条件的孵化基地"),
        ("sy-rent-relief", ("减免租金=40万元", "市人社局认定=是", "已享受=是"), "已经享受"),
        ("sy-rent-relief", ("减免租金=40万元", "市人社局认定=否", "已享受=否"), "没有经市人社局认定"),
        ("sy-poverty-base", ("市级扶贫基地=否",), "没有被认定"),
        ("cy-ui-rate", ("缴费基数=10000元", "缴费月份=2018年5月"), "其他月份不测算"),
        ("cy-ui-rate", ("缴费基数=10000元", "缴费月份=2016年12月"), "其他月份不测算"),
    ],
)  # fmt: skip
def test_whoever_is_not_eligible_gets_a_reason_and_no_figure(
    calculator: str, settings: tuple[str, ...], said: str
) -> None:
    found = computed(calculator, *settings)
    assert (found["amount"], found["code"], found["standing"]) == (None, 1, "ineligible")
    assert said in found["message"]


PARAMETERS = [(one.id, part.name) for one in ALL for part in one.parameters]
COMPLETE = {
    "money": "1万元",
    "yes_no": "是",
    "month": "2017年5月",
}


@pytest.mark.parametrize(("calculator", "missing"), PARAMETERS)
def test_a_missing_parameter_is_refused_by_its_name(calculator: str, missing: str) -> None:
    own = next(one for one in ALL if one.id == calculator)
    options: list[str] = []
    for part in own.parameters:
        if part.name != missing:
            given = COMPLETE.get(part.kind) or (
                part.choices[0] if part.choices else f"1{part.unit}"
            )
            options += ["--set", f"{part.name}={given}"]
    ended = run("subsidy", calculator, *options)
    assert (ended.code, ended.stdout) == (2, "")
    assert f"缺少参数「{missing}」" in ended.stderr


MONEY = [(one.id, part.name) for one in ALL for part in one.parameters if part.kind == "money"]


@pytest.mark.parametrize(("calculator", "name"), MONEY)
def test_an_amount_of_mixed_units_is_refused(calculator: str, name: str) -> None:
    ended = run("subsidy", calculator, "--set", f"{name}=12万元", "--set", f"{name}=300元")
    assert ended.code == 2
    assert f"「{name}」" in ended.stderr
    assert "混用了万元、元" in ended.stderr


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("支出=12", "是元还是万元"),
        ("支出=12人", "单位是人，应为元"),
        ("支出=12余万元", "不是确数"),
        ("支出=许多", "读不懂"),
        ("支=12万元", "是不是「支出」"),
        ("支出", "没有写成名称和数值"),
        ("符合条件=也许", "请答「是」或「否」"),
        ("支出=-1万元", "不会小于零"),
    ],
)
def test_what_cannot_be_taken_is_refused(setting: str, said: str) -> None:
    ended = run("subsidy", "sy-opex", "--set", setting)
    assert (ended.code, ended.stdout) == (2, "")
    assert said in ended.stderr


@pytest.mark.parametrize(
    ("calculator", "settings", "said"),
    [
        ("wh-hire", ("人数=55.5人",), "不是整数"),
        ("wh-hire", ("人数=557人次",), "单位是人次，应为人"),
        ("cy-ui-rate", ("缴费基数=1万元", "缴费月份=2017年"), "2017年5月这样"),
        ("cy-ui-rate", ("缴费基数=1万元", "缴费月份=2017年4—5月"), "2017年5月这样"),
    ],
)
def test_a_part_of_a_person_or_more_than_a_month_is_refused(
    calculator: str, settings: tuple[str, ...], said: str
) -> None:
    options = [part for setting in settings for part in ("--set", setting)]
    ended = run("subsidy", calculator, *options)
    assert (ended.code, ended.stdout) == (2, "")
    assert said in ended.stderr


def test_a_cent_that_is_rounded_is_told() -> None:
    rounded = computed("sy-opex", "支出=0.03元", ELIGIBLE)
    assert (rounded["amount"], rounded["basis"]) == ("0.02", "0.015")
    assert rounded["notes"] == ["测算额四舍五入到分。"]
    assert computed("sy-opex", "支出=0.04元", ELIGIBLE)["notes"] == []


PARTS = {
    "a misspelt parameter": (
        [("支处", "60万元")],
        "没有参数「支处」（测算参数!C2）；是不是「支出」",
    ),
    "a blank part of an amount": (
        [("支出", "60万元"), ("支出", None)],
        "（测算参数!C3）：没有填数值",
    ),
    "a dash for a part": ([("支出", "60万元"), ("支出", "/")], "（测算参数!C3）"),
}


@pytest.mark.parametrize(("items", "said"), PARTS.values(), ids=PARTS)
def test_a_row_that_would_do_nothing_is_refused(
    items: list[tuple[str, str | None]], said: str, workbook: Callable[..., Path]
) -> None:
    rows = [{"测算编号": "sy-opex", "项目": name, "数值": value} for name, value in items]
    path = workbook(
        {"测算参数": [*rows, {"测算编号": "sy-opex", "项目": "符合条件", "数值": "是"}]}
    )
    ended = run("subsidy", path)
    assert (ended.code, ended.stdout) == (2, "")
    assert said in ended.stderr


def test_a_calculator_may_be_named_by_its_title(workbook: Callable[..., Path]) -> None:
    row = {"测算编号": "一次性吸纳就业补贴", "项目": "人数", "数值": "557人"}
    ended = run("subsidy", workbook({"测算参数": [row]}), "-f", "json")
    assert [one["amount"] for one in json.loads(ended.stdout)["estimates"]] == ["1114000.00"]


def test_all_calculators_are_listed_and_a_misspelt_one_is_told() -> None:
    shown = run("subsidy", "--list", COLUMNS="300").stdout
    assert len(ALL) == 13
    for one in ALL:
        assert one.id in shown
    assert "是不是「sy-opex」" in run("subsidy", "sy-opexx").stderr


def test_a_workbook_gives_what_it_names(workbook: Callable[..., Path]) -> None:
    path = workbook(
        {
            "测算参数": [
                {"测算编号": "sy-opex", "项目": "支出", "数值": 60, "单位": "万元"},
                {"测算编号": "sy-opex", "项目": "支出", "数值": 64.6, "单位": "万元"},
                {"测算编号": "sy-opex", "项目": "符合条件", "数值": "是", "单位": None},
                {"测算编号": "wh-hire", "项目": "人数", "数值": 557, "单位": "人"},
            ]
        }
    )
    ended = run("subsidy", path, "-f", "json")
    found = {one["calculator"]: one["amount"] for one in json.loads(ended.stdout)["estimates"]}
    assert found == {"sy-opex": "623000.00", "wh-hire": "1114000.00"}
    assert "测算参数!C2" in ended.stdout


def test_a_column_of_mixed_units_is_refused(workbook: Callable[..., Path]) -> None:
    rows = [
        {"项目": "支出", "数值": 60, "单位": "万元"},
        {"项目": "支出", "数值": 5000, "单位": "元"},
        {"项目": "符合条件", "数值": "是", "单位": None},
    ]
    ended = run("subsidy", "sy-opex", workbook({"测算参数": rows}))
    assert (ended.code, ended.stdout) == (2, "")
    assert "测算参数!B3" in ended.stderr
    assert "混用了万元、元" in ended.stderr


# --- loans ----------------------------------------------------------------------------------------


def loan(kind: str = "个人", amount: object = "10万元", **more: object) -> dict[str, object]:
    row: dict[str, object] = {"借款人": "张三", "借款人类型": kind, "贷款金额": amount}
    row |= {"放款日期": "2017-05-12", "到期日期": "2020-05-12", "是否大学生": None}
    row |= {
        "是否高新技术领域": None,
        "新就业人员是否达到规定比例": None,
        "是否签1年以上合同并缴社保": None,
    }
    return row | more


BOTH = {"新就业人员是否达到规定比例": "是", "是否签1年以上合同并缴社保": "是"}
TECH = {"是否大学生": "是", "是否高新技术领域": "是"}


@pytest.mark.parametrize(
    ("rule", "row", "outcome"),
    [
        ("CY-11", loan(amount="10万元"), "pass"),
        ("CY-11", loan(amount="100001元", 是否大学生="否"), "fail"),
        ("CY-11", loan(amount="10.0001万元", 是否高新技术领域="否"), "fail"),
        ("CY-11", loan(amount="10.0001万元"), "unknown"),
        ("CY-11", loan(amount="10.0001万元", 是否大学生="是"), "unknown"),
        ("CY-12", loan(amount="20.01万元"), "unknown"),
        ("CY-12", loan(amount="20万元"), "pass"),
        ("CY-11", loan(amount="20万元", 是否大学生="是", 是否高新技术领域="否"), "fail"),
        ("CY-12", loan(amount="20万元", **TECH), "pass"),
        ("CY-12", loan(amount="20.01万元", **TECH), "fail"),
        ("CY-11", loan(amount="20万元", **TECH), "not_applicable"),
        ("CY-13", loan("合伙", "10万元"), "pass"),
        ("CY-13", loan("合伙", "15万元"), "manual"),
        ("CY-14", loan(到期日期="2020-05-12"), "pass"),
        ("CY-14", loan(到期日期="2020-05-13"), "fail"),
        ("CY-14", loan(到期日期=None), "unknown"),
        ("CY-15", loan("小微企业", "300万元", **BOTH), "pass"),
        ("CY-15", loan("小微企业", "300.01万元", **BOTH), "fail"),
        ("CY-15", loan("小微企业", "300万元"), "unknown"),
    ],
)  # fmt: skip
def test_a_loan_against_its_ceiling(
    rule: str, row: dict[str, object], outcome: str, workbook: Callable[..., Path]
) -> None:
    ended = run("subsidy", "cy-loan-cap", workbook({"贷款清单": [row]}), "-f", "json")
    (estimate,) = json.loads(ended.stdout)["estimates"]
    assert {one["criterion"]: one["outcome"] for one in estimate["findings"]}[rule] == outcome


TWO = {
    "two loans over the ceiling": ([loan(amount="8万元", 是否大学生="否"), loan(amount="7万元", 是否大学生="否")], "fail"),
    "two loans at the ceiling": ([loan(amount="5万元"), loan(amount="5万元")], "pass"),
    "two loans, one of them by a short name": ([loan(amount="8万元", 是否大学生="否"), loan(amount="7万元", 是否大学生="否", 借款人="张 三")], "fail"),
    "two borrowers": ([loan(amount="8万元"), loan(amount="7万元", 借款人="李四")], "pass"),
    "namesakes by their numbers": ([loan(amount="8万元", 证件号码="210101199001011234"), loan(amount="7万元", 证件号码="210101198501015678")], "pass"),
    "one number alone": ([loan(amount="8万元", 是否大学生="否", 证件号码="210101199001011234"), loan(amount="7万元", 是否大学生="否", 证件号码=None)], "unknown"),
    "one after the other": ([loan(amount="8万元", 放款日期="2014-05-12", 到期日期="2017-05-11"), loan(amount="7万元")], "pass"),
    "the second without its days": ([loan(amount="8万元", 是否大学生="否"), loan(amount="7万元", 是否大学生="否", 放款日期=None, 到期日期=None)], "unknown"),
    "three loans over the ceiling": ([loan(amount="4万元", 是否大学生="否")] * 3, "fail"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "outcome"), TWO.values(), ids=TWO)
def test_loans_of_one_person_are_taken_together(
    rows: list[dict[str, object]], outcome: str, workbook: Callable[..., Path]
) -> None:
    ended = run("subsidy", "cy-loan-cap", workbook({"贷款清单": rows}), "-f", "json")
    (estimate,) = json.loads(ended.stdout)["estimates"]
    assert {one["criterion"]: one["outcome"] for one in estimate["findings"]}["CY-11"] == outcome


def test_what_was_added_up_is_told(workbook: Callable[..., Path]) -> None:
    rows = [loan(amount="8万元", 是否大学生="否"), loan(amount="7万元", 是否大学生="否")]
    ended = run("subsidy", "cy-loan-cap", workbook({"贷款清单": rows}), "-f", "json")
    (estimate,) = json.loads(ended.stdout)["estimates"]
    assert "8万元（即150000元），超过100000元" in estimate["findings"][0]["message"]
    assert any("同期的几笔合计核验" in one and "贷款清单!C2" in one for one in estimate["notes"])


def test_loans_of_mixed_units_and_of_none_are_refused(workbook: Callable[..., Path]) -> None:
    mixed = run("subsidy", "cy-loan-cap", workbook({"贷款清单": [loan(), loan(amount="80000元")]}))
    assert (mixed.code, "混用了" in mixed.stderr) == (2, True)
    bare = run("subsidy", "cy-loan-cap", workbook({"贷款清单": [loan(amount=10)]}))
    assert (bare.code, "贷款清单!C2" in bare.stderr) == (2, True)


def test_an_amount_is_told_in_yuan_where_its_column_is_in_wan(
    workbook: Callable[..., Path],
) -> None:
    row = loan(amount=15, 是否大学生="否")
    row["贷款金额(万元)"] = row.pop("贷款金额")
    ended = run("subsidy", "cy-loan-cap", workbook({"贷款清单": [row]}), "-f", "json")
    (estimate,) = json.loads(ended.stdout)["estimates"]
    assert "15（即150000元），超过100000元" in estimate["findings"][0]["message"]


def test_columns_of_other_names_are_read_by_a_mapping(
    workbook: Callable[..., Path], tmp_path: Path
) -> None:
    path = workbook({"参数": [{"名目": "人数", "多少": "557人"}]})
    mapping = tmp_path / "映射.yaml"
    mapping.write_text(
        "sheets: {测算参数: {sheet: 参数, columns: {项目: 名目, 数值: 多少}}}", "utf-8"
    )
    assert run("subsidy", "wh-hire", path).code == 2
    assert run("subsidy", "wh-hire", path, "--mapping", mapping).code == 0
    idle = run("subsidy", "wh-hire", "--set", "人数=5人", "--mapping", mapping)
    assert (idle.code, "没有给出工作簿" in idle.stderr) == (2, True)


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "xlsx", "md", "csv", "json", "txt"])
def test_an_estimate_is_written_in_every_format(suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"测算.{suffix}"
    ended = run("subsidy", "wh-hire", "--set", "人数=557人", "-o", target)
    assert (ended.code, ended.stderr) == (0, "")
    assert target.stat().st_size > 100
