"""Progress of programmes: the acceptance cases, boundaries, and a standard that is only YAML."""

# A case is one line, however long, so that a table reads down its columns.
# ruff: noqa: E501

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, Result, base_centre, on_site, run

Row = dict[str, object]
DONE, PLANNED, PLACES = "完成情况", "目标任务", "镇街名单"
Build = Callable[..., Path]


def row(indicator: str, period: str, value: object, **more: object) -> Row:
    columns: Row = {"指标": indicator, "所属地区": None, "分项名称": None, "期间": period}
    return columns | {"完成值": value, "单位": None, "口径": None, "截止日期": None} | more


def planned(indicator: str, period: str, value: object) -> Row:
    return {"指标": indicator, "单位": None, "年度/期间": period, "目标值": value, "责任单位": None}


class Shown:
    """The JSON of a run, by target."""

    def __init__(self, ended: Result) -> None:
        assert ended.json is not None, ended.stderr or ended.stdout
        self.code = ended.code
        self.json: Any = ended.json

    def target(self, id_: str) -> Any:
        return next(one for one in self.json["targets"] if one["id"] == id_)

    def measure(self, id_: str, at: int = 0) -> Any:
        return self.target(id_)["measures"][at]

    def status(self, id_: str) -> str:
        return str(self.target(id_)["status"])

    @property
    def notes(self) -> list[str]:
        return [one["code"] for one in self.json["notes"]]


def progress(path: Path, standard: object, *options: object) -> Shown:
    return Shown(run("progress", path, "-s", standard, "-f", "json", *options))


# --- Ningbo ---------------------------------------------------------------------------------------

NINGBO = "ningbo-2023-minsheng"
OCTOBER = "2023年1—10月"


@pytest.fixture
def ningbo(workbook: Build) -> Path:
    """The figures of the report itself."""
    at = {"截止日期": "2023-10-31"}
    return workbook(
        {
            PLANNED: [planned("零工市场覆盖区县", "2023年", "10个")],
            DONE: [
                row("城镇新增就业", OCTOBER, "21.99万人", **at),
                row("新增残疾人稳定就业", OCTOBER, "779人", **at),
                row("零工市场覆盖区县", OCTOBER, "10个", **at),
                row("接收离校未就业高校毕业生", OCTOBER, "1.1万人", **at),
                row("零就业家庭", OCTOBER, "0户", **at),
            ],
        }
    )


def test_the_report_of_ningbo_is_reproduced(ningbo: Path) -> None:
    shown = progress(ningbo, NINGBO)
    assert shown.json["as_of"] == "2023-10-31"
    assert shown.measure("NB-01")["rate_text"] == "109.95%"
    assert shown.measure("NB-02")["rate_text"] == "129.83%"
    assert shown.measure("NB-03")["measured"]["text"] == "10/10，100%"
    assert [shown.status(f"NB-0{n}") for n in (1, 2, 3, 5)] == [
        "exceeded",
        "exceeded",
        "achieved",
        "achieved",
    ]
    assert {shown.measure(f"NB-0{n}")["time_progress"] for n in (1, 2, 3, 5)} == {"83.33"}


def test_at_one_decimal_it_is_110_0_and_never_109_9(ningbo: Path) -> None:
    shown = progress(ningbo, NINGBO, "--places", 1)
    assert shown.measure("NB-01")["rate_text"] == "110.0%"
    assert "109.9%" not in run("progress", ningbo, "-s", NINGBO, "--places", "1").stdout


def test_what_has_no_base_in_the_text_cannot_be_computed(ningbo: Path) -> None:
    shown = progress(ningbo, NINGBO)
    assert (shown.status("NB-04"), shown.measure("NB-04")["rate_text"]) == (
        "uncomputable",
        "无法计算",
    )
    for one in shown.json["reported"]:
        assert one["message"].startswith("无法计算")
    assert shown.code == 4


def test_a_comparison_with_last_year_is_of_the_year_alone(workbook: Build) -> None:
    rows = [
        row("城镇新增就业", "2022年", "50万人"),
        row("城镇新增就业", OCTOBER, "21.99万人"),
        row("上年同期城镇新增就业", OCTOBER, "21.70万人"),
    ]
    (told, *_) = progress(workbook({DONE: rows}), NINGBO).json["reported"]
    assert (told["id"], told["message"]) == ("NB-06", "1.34%")


def test_the_page_filters_by_status(ningbo: Path, tmp_path: Path) -> None:
    target = tmp_path / "进度.html"
    run("progress", ningbo, "-s", NINGBO, "-o", target)
    page = target.read_text("utf-8")
    assert "完成、超额完成" in page
    assert "不符合" not in page


@pytest.mark.parametrize(("graduates", "status"), [(86, "achieved"), (85, "missed")])
def test_every_poor_graduate_is_offered_three_posts(
    graduates: int, status: str, workbook: Build
) -> None:
    rows = [row("岗位对接援助次数", "2020年", "3次", 分项名称=f"甲{n}") for n in range(graduates)]
    rows += [row("岗位对接援助次数", "2020年", "2次", 分项名称="乙")]
    shown = progress(workbook({DONE: rows}), "shenyang-2020", "--as-of", "2020-12-31")
    assert shown.measure("SY-13")["status"] == status


def test_a_limit_to_be_kept_has_no_rate(ningbo: Path) -> None:
    shown = progress(ningbo, NINGBO)
    assert (shown.measure("NB-05")["rate"], shown.measure("NB-05")["rate_text"]) == (None, "达标")


def test_no_cell_is_left_out(workbook: Build) -> None:
    rows = [
        row("城镇新增就业", f"2023-0{n}-{day:02}", "1人") for n in (1, 2) for day in range(1, 11)
    ]
    cells = progress(workbook({DONE: rows}), NINGBO).measure("NB-01")["cells"]
    assert [one["cell"] for one in cells] == [f"E{n}" for n in range(2, 22)]


def test_every_figure_names_its_cells(ningbo: Path) -> None:
    cells = progress(ningbo, NINGBO).measure("NB-01")["cells"]
    assert [(one["sheet"], one["cell"], one["value"]) for one in cells] == [
        (DONE, "E2", "21.99万人")
    ]


# --- statuses -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "as_of", "status", "rate"),
    [
        ("200000人", "2023-12-31", "achieved", "100.00%"),
        ("200001人", "2023-12-31", "exceeded", "100.00%"),
        ("199999人", "2023-12-31", "missed", "100.00%"),
        ("199999人", "2023-11-30", "on_schedule", "100.00%"),
        ("10万人", "2023-06-30", "on_schedule", "50.00%"),
        ("99999人", "2023-06-30", "behind", "50.00%"),
        ("99999人", "2023-12-31", "missed", "50.00%"),
        ("20余万人", "2023-12-31", "achieved", "≥100.00%"),
        ("近20万人", "2023-12-31", "missed", "50.00%至100.00%"),
        ("约20万人", "2023-12-31", "uncomputable", "90.00%至110.00%"),
        ("超20万人", "2023-12-31", "exceeded", ">100.00%"),
        (None, "2023-12-31", "uncomputable", "无法计算"),
        ("0人", "2023-12-31", "missed", "0.00%"),
        ("21万人次", "2023-12-31", "uncomputable", "无法计算"),
        ("21.99", "2023-12-31", "uncomputable", "无法计算"),
    ],
)  # fmt: skip
def test_the_status_of_a_figure(
    value: object, as_of: str, status: str, rate: str, workbook: Build
) -> None:
    path = workbook({DONE: [row("城镇新增就业", "2023年", value)]})
    shown = progress(path, NINGBO, "--as-of", as_of)
    assert (shown.status("NB-01"), shown.measure("NB-01")["rate_text"]) == (status, rate)


def test_a_figure_that_holds_an_earlier_one_is_not_added_to_it(workbook: Build) -> None:
    rows = [
        row("城镇新增就业", "2023年1—9月", "19万人"),
        row("城镇新增就业", OCTOBER, "21.99万人"),
    ]
    shown = progress(workbook({DONE: rows}), NINGBO)
    assert shown.measure("NB-01")["measured"]["low"] == "219900.00"
    assert "cumulative" in shown.notes


def test_figures_whose_days_cross_are_left_open(workbook: Build) -> None:
    rows = [
        row("城镇新增就业", "2023年1—6月", "10万人"),
        row("城镇新增就业", "2023年4—9月", "11万人"),
    ]
    shown = progress(workbook({DONE: rows}), NINGBO)
    assert shown.status("NB-01") == "uncomputable"
    assert "不知以哪一行为准" in shown.measure("NB-01")["reasons"]


PARTS = {
    "the whole city and its counties": ([(None, "100万元"), ("双塔区", "60万元"), ("龙城区", "40万元")], "100万", "missed"),
    "not all counties": ([(None, "100万元"), ("双塔区", "60万元")], "100万", "missed"),
    "counties alone add up": ([("双塔区", "60万元"), ("龙城区", "40万元")], "100万", "missed"),
    "the city by its word": ([("全市", "150万元"), ("双塔区", "60万元")], "150万", "achieved"),
    "counties come to more": ([(None, "100万元"), ("双塔区", "60万元"), ("龙城区", "41万元")], "", "uncomputable"),
}  # fmt: skip


@pytest.mark.parametrize(("parts", "shown", "status"), PARTS.values(), ids=PARTS)
def test_a_whole_and_its_parts_are_never_added(
    parts: list[tuple[str | None, str]], shown: str, status: str, workbook: Build
) -> None:
    rows = [
        row("发放创业担保贷款", "2017年", value, 所属地区=place, 截止日期="2017-12-31")
        for place, value in parts
    ]
    rows.append(row("上年创业担保贷款发放额", "2017年", "150万元"))
    measure = progress(workbook({DONE: rows}), CHAOYANG).measure("CY-16")
    assert measure["measured"]["text"].startswith(shown)
    assert measure["status"] == status


@pytest.mark.parametrize(
    ("indicator", "whole", "part", "status"),
    [
        ("城镇登记失业率", "3.9%", "4.5%", "achieved"),
        ("城镇登记失业率", "4.1%", "3.5%", "missed"),
        ("合作技工院校", "2所", "0所", "achieved"),
    ],
)
def test_a_figure_of_a_town_is_not_that_of_the_district(
    indicator: str, whole: str, part: str, status: str, workbook: Build
) -> None:
    rows = [*years(indicator, whole, whole, whole)]
    rows += [one | {"所属地区": "甘亭街道", "完成值": part} for one in rows]
    shown = progress(workbook({DONE: rows}), HUYI, "--as-of", "2021-12-31")
    target = "HY-MB-19" if indicator == "合作技工院校" else "HY-MB-03"
    assert shown.status(target) == status


def test_a_total_never_hides_a_county_that_fails(workbook: Build) -> None:
    rows = [
        row("培训创业人员", "2017年", value, 所属地区=place, 截止日期="2017-12-31")
        for place, value in (("双塔区", "300人"), ("龙城区", "299人"), (None, "599人"))
    ]
    shown = progress(workbook({DONE: rows, PLACES: counties()}), CHAOYANG)
    assert shown.status("CY-05") == "missed"
    del rows[1]
    shown = progress(workbook({DONE: rows, PLACES: counties()}), CHAOYANG)
    assert shown.status("CY-05") == "uncomputable"
    assert "不在所问的期间或地区内" in shown.measure("CY-05")["reasons"]


@pytest.mark.parametrize(
    ("total", "statuses"),
    [
        ("300人", ["achieved", "achieved"]),
        ("310人", ["uncomputable", "uncomputable"]),
    ],
)
def test_years_count_beside_their_total(total: str, statuses: list[str], workbook: Build) -> None:
    rows = [
        *years("技工院校招收人数", "100人", "100人", "100人"),
        row("技工院校招收人数", "2019—2021年", total),
    ]
    shown = progress(workbook({DONE: rows}), HUYI, "--as-of", "2021-12-31")
    assert [one["status"] for one in shown.target("HY-MB-10")["measures"]] == statuses


def test_a_total_counts_where_a_year_is_missing(workbook: Build) -> None:
    rows = [
        *years("技工院校招收人数", "100人", "100人"),
        row("技工院校招收人数", "2019—2021年", "300人"),
    ]
    shown = progress(workbook({DONE: rows}), HUYI, "--as-of", "2021-12-31")
    assert [one["status"] for one in shown.target("HY-MB-10")["measures"]] == [
        "uncomputable",
        "achieved",
    ]


NAMES = ("就业援助月", "春风行动", "高校毕业生就业服务月", "退役军人服务月")
NUMBERS = [
    ("1", {"achieved", "on_schedule"}),
    ("0", {"missed", "behind"}),
    (None, {"uncomputable"}),
]


@pytest.mark.parametrize(("number", "statuses"), NUMBERS, ids=["one", "none", "blank"])
@pytest.mark.parametrize(
    ("target", "rows"),
    [
        ("HY-MB-24", [row("专项活动", "2019年", "次", 分项名称=name) for name in NAMES]),
        ("CY-02", [row("五险合一信息系统上线", "2017-06-20", "个")]),
        ("CY-24", [row("就业服务平台", "2017年", "个", 分项名称=name) for name in "市县乡村"]),
    ],
    ids=["campaigns", "the system", "platforms"],
)
def test_a_row_that_says_none_is_none(
    target: str, rows: list[Row], number: str | None, statuses: set[str], workbook: Build
) -> None:
    standard, day = (HUYI, "2019-12-31") if target.startswith("HY") else (CHAOYANG, "2017-12-31")
    filled = [one | {"完成值": f"{number}{one['完成值']}" if number else None} for one in rows]
    shown = progress(workbook({DONE: filled}), standard, "--as-of", day)
    assert shown.status(target) in statuses


@pytest.mark.parametrize(
    ("value", "unit", "status"),
    [
        ("3.8%", None, "achieved"),
        ("3.8", "%", "achieved"),
        (0.038, None, "uncomputable"),
        (3.8, None, "uncomputable"),
        (0.038, "%", "uncomputable"),
        (0.038, "％", "uncomputable"),
    ],
)
def test_a_cell_that_shows_a_percentage_holds_a_share(
    value: object, unit: str | None, status: str, workbook: Build
) -> None:
    rows = [row("城镇登记失业率", f"{year}年", value, 单位=unit) for year in (2019, 2020, 2021)]
    shown = progress(workbook({DONE: rows}), HUYI, "--as-of", "2021-12-31")
    assert shown.status("HY-MB-03") == status


@pytest.mark.parametrize(
    ("basis", "status"),
    [
        ("同口径", "achieved"),
        (None, "achieved"),
        ("与上年同口径", "achieved"),
        ("不同口径", "uncomputable"),
        ("口径调整后", "uncomputable"),
        ("新统计制度", "uncomputable"),
    ],
)
def test_a_rate_on_another_basis_is_not_judged(
    basis: str | None, status: str, workbook: Build
) -> None:
    rows = [row("城镇调查失业率", f"{year}年", "4.8%", 口径=basis) for year in (2019, 2020, 2021)]
    shown = progress(workbook({DONE: rows}), HUYI, "--as-of", "2021-12-31")
    assert shown.status("HY-MB-02") == status


@pytest.mark.parametrize(("families", "status"), [("0户", "uncomputable"), ("1户", "uncomputable")])
def test_a_figure_without_its_period_proves_nothing(
    families: str, status: str, workbook: Build
) -> None:
    rows = [row("零就业家庭", "", families)]
    shown = progress(workbook({DONE: rows}), HUYI, "--as-of", "2021-12-31")
    assert shown.status("HY-MB-05") == status


def test_a_day_to_come_is_not_the_day_of_the_figures(workbook: Build) -> None:
    rows = [
        row("城镇新增就业", "2023年1—10月", "16.9万人", 截止日期="2023-10-31"),
        row("新增残疾人稳定就业", "2023年1—10月", "779人", 截止日期="2123-10-31"),
    ]
    shown = progress(workbook({DONE: rows}), NINGBO)
    assert (shown.json["as_of"], shown.status("NB-01")) == ("2023-10-31", "on_schedule")
    assert "day_to_come" in shown.notes


def test_the_year_that_the_text_leaves_open_is_chosen(workbook: Build) -> None:
    path = workbook({DONE: [row("培训农村贫困劳动力", "2018年", "3300人", 截止日期="2018-12-31")]})
    assert progress(path, CHAOYANG).status("CY-23") == "uncomputable"
    shown = progress(path, CHAOYANG, "--choose", "year=y2018")
    assert (shown.status("CY-23"), shown.json["standard"]["options"]) == (
        "achieved",
        {"year": "y2018"},
    )
    assert "year=y2018：2018年。" in run("standards", "show", CHAOYANG).stdout


@pytest.mark.parametrize(
    ("standard", "choice", "said"),
    [
        ("chaoyang-employment", "yaer=y2018", "没有选项「yaer」；是不是「year」"),
        ("chaoyang-employment", "year=2018", "没有取值「2018」；是不是「y2018」"),
        ("chaoyang-employment", "year", "没有写成名称和取值"),
        ("chaoyang-employment", "=y2018", "没有写成名称和取值"),
        ("ningbo-2023-minsheng", "year=y2018", "没有可选的理解"),
    ],
)
def test_a_choice_that_is_none_is_refused(
    standard: str, choice: str, said: str, nothing: Path
) -> None:
    ended = run("progress", nothing, "-s", standard, "--choose", choice)
    assert (ended.code, ended.stdout) == (2, "")
    assert said in ended.stderr


@pytest.mark.parametrize(
    ("command", "standard", "said"),
    [
        ("progress", "huyi-2019-centre", "请用 centre-check audit"),
        ("progress", "wuhan-2020-subsidies", "请用 centre-check subsidy"),
        ("audit", "wuhan-2020", "请用 centre-check progress"),
        ("audit", "wuhan-2020-subsidies", "请用 centre-check subsidy"),
    ],
)
def test_a_standard_of_another_kind_is_told_its_command(
    command: str, standard: str, said: str, nothing: Path
) -> None:
    ended = run(command, nothing, "-s", standard)
    assert ended.code == 2
    assert said in ended.stderr


def test_sheets_and_columns_of_other_names_are_read_by_a_mapping(
    workbook: Build, tmp_path: Path
) -> None:
    path = workbook({"报表": [{"名目": "城镇新增就业", "何时": "2023年", "多少": "21.99万人"}]})
    mapping = tmp_path / "映射.yaml"
    mapping.write_text(
        "sheets: {完成情况: {sheet: 报表, columns: {指标: 名目, 期间: 何时, 完成值: 多少}}}",
        "utf-8",
    )
    assert progress(path, NINGBO).status("NB-01") == "uncomputable"
    shown = progress(path, NINGBO, "--mapping", mapping)
    assert shown.measure("NB-01")["rate_text"] == "109.95%"
    mapping.write_text("sheets: {完成情况: {columns: {指数: 名目}}}", "utf-8")
    ended = run("progress", path, "-s", NINGBO, "--mapping", mapping)
    assert (ended.code, "映射.yaml:1" in ended.stderr) == (3, True)


def test_months_that_do_not_overlap_add_up(workbook: Build) -> None:
    rows = [row("城镇新增就业", f"2023年{n}月", "2万人") for n in range(1, 11)]
    assert progress(workbook({DONE: rows}), NINGBO).measure("NB-01")["rate_text"] == "100.00%"


def test_a_target_in_the_workbook_that_differs_from_the_text_is_noted(workbook: Build) -> None:
    sheets = {
        PLANNED: [planned("城镇新增就业", "2023年", "21万人")],
        DONE: [row("城镇新增就业", "2023年", "20万人")],
    }
    shown = progress(workbook(sheets), NINGBO)
    assert "other_target" in shown.notes
    assert shown.measure("NB-01")["required"]["value"] == "200000"


# --- Huyi: centres from audits --------------------------------------------------------------------

HUYI = "huyi-2019-three-actions"


def centre(build: Build, name: str, level: str, built: str | None, **changes: object) -> Path:
    sheets = base_centre(level)
    sheets["01 基本信息"] |= {
        "中心名称": name,
        "建成日期": built,
        "运营管理机构": f"{name}服务中心",
        **changes,
    }
    return build(sheets, name=f"{name}.xlsx")


@pytest.fixture
def eight(workbook: Build, tmp_path: Path) -> Callable[..., Path]:
    """The audits of one district and seven town centres, four of 2019 and three of 2020."""

    def audits(*more: Path) -> Path:
        paths = [
            centre(workbook, "区级中心", "区级", "2019-11-20"),
            *(centre(workbook, f"第{n}镇中心", "镇级", "2019-12-31") for n in "一二三四"),
            *(centre(workbook, f"第{n}镇中心", "镇级", "2020-05-01") for n in "五六七"),
        ]
        target = tmp_path / "审核结果.json"
        run("audit", *paths, *more, *on_site(paths[0]), "-o", target, "-q")
        assert len(json.loads(target.read_text("utf-8"))["audits"]) == 8 + len(more)
        return target

    return audits


@pytest.fixture
def nothing(workbook: Build) -> Path:
    return workbook({DONE: [row("城镇新增就业", "2019年", "4000人")]}, name="进度.xlsx")


def test_the_build_out_of_huyi_is_counted_from_audits(
    eight: Callable[..., Path], nothing: Path
) -> None:
    shown = progress(nothing, HUYI, "--audits", eight(), "--as-of", "2020-12-31")
    assert shown.status("HY-MB-07") == "achieved"
    assert [one["measured"]["text"] for one in shown.target("HY-MB-07")["measures"]] == [
        "1个",
        "7个",
    ]
    assert shown.status("HY-MB-08") == "achieved"
    assert [one["status"] for one in shown.target("HY-MB-08")["measures"]] == [
        "achieved",
        "exceeded",
    ]
    both, new = shown.target("HY-MB-09")["measures"]
    assert (both["measured"]["text"], both["status"], both["decides"]) == ("7个", "achieved", False)
    assert (new["measured"]["text"], new["status"], new["decides"]) == ("3个", "missed", True)
    assert (shown.status("HY-MB-09"), new["gap"]) == ("missed", "1")
    assert "duplicate_centre" not in shown.notes


def test_at_the_end_of_2019_those_of_2020_are_not_there_yet(
    eight: Callable[..., Path], nothing: Path
) -> None:
    shown = progress(nothing, HUYI, "--audits", eight(), "--as-of", "2019-12-31")
    assert [one["measured"]["text"] for one in shown.target("HY-MB-08")["measures"]] == [
        "1个",
        "4个",
    ]
    assert shown.status("HY-MB-08") == "achieved"


def test_what_comes_after_the_day_does_not_count(
    eight: Callable[..., Path], workbook: Build
) -> None:
    path = workbook({DONE: years("城镇新增就业", "4000人", "4000人", "9000人")}, name="三年.xlsx")
    shown = progress(path, HUYI, "--audits", eight(), "--as-of", "2020-04-30")
    assert shown.measure("HY-MB-01")["measured"]["text"] == "8000人"
    assert shown.measure("HY-MB-07", 1)["measured"]["text"] == "4个"
    assert "later_period" in shown.notes


def test_a_ninth_workbook_of_one_centre_is_a_duplicate(
    eight: Callable[..., Path], nothing: Path, workbook: Build
) -> None:
    again = centre(workbook, "第七镇中心", "镇级", "2020-05-01", 负责人="另填一份")
    again = again.rename(again.with_name("第七镇中心（补报）.xlsx"))
    shown = progress(nothing, HUYI, "--audits", eight(again), "--as-of", "2020-12-31")
    assert shown.measure("HY-MB-09")["measured"]["text"] == "7个"
    (note,) = [one["message"] for one in shown.json["notes"] if one["code"] == "duplicate_centre"]
    assert "第七镇中心" in note
    assert "重复" in note


def test_built_and_passed_are_counted_apart(
    eight: Callable[..., Path], nothing: Path, workbook: Build, tmp_path: Path
) -> None:
    """Built by 31 December 2019, but the audit is still open: none has passed, one is built."""
    sheets = base_centre("镇级")
    sheets["01 基本信息"] |= {"中心名称": "待核定中心", "建成日期": "2019-12-31"}
    target = tmp_path / "一份.json"
    run("audit", workbook(sheets), "-o", target, "-q")
    shown = progress(nothing, HUYI, "--audits", target, "--as-of", "2019-12-31")
    town = shown.measure("HY-MB-08", 1)
    assert town["measured"]["text"] == "0个"
    assert town["beside"] == [{"title": "建成", "found": "1个"}]
    assert shown.status("HY-MB-08") == "missed"


@pytest.mark.parametrize(
    ("built", "by_2019", "new_in_2020"),
    [("2018-06-30", "1个", "0个"), ("2019-12-31", "1个", "0个"), ("2020-01-01", "0个", "1个")],
)
def test_a_centre_that_was_there_before_is_built_by_the_day(
    built: str, by_2019: str, new_in_2020: str, nothing: Path, workbook: Build
) -> None:
    path = centre(workbook, "某镇中心", "镇级", built)
    target = path.with_suffix(".json")
    run("audit", path, *on_site(path), "-o", target, "-q")
    shown = progress(nothing, HUYI, "--audits", target, "--as-of", "2020-12-31")
    assert shown.measure("HY-MB-07", 1)["measured"]["text"] == "1个"
    assert shown.measure("HY-MB-08", 1)["measured"]["text"] == by_2019
    assert shown.measure("HY-MB-09", 1)["measured"]["text"] == new_in_2020


def test_a_centre_without_its_day_leaves_the_count_open(
    nothing: Path, workbook: Build, tmp_path: Path
) -> None:
    target = tmp_path / "一份.json"
    path = centre(workbook, "某中心", "区级", None)
    run("audit", path, *on_site(path), "-o", target, "-q")
    shown = progress(nothing, HUYI, "--audits", target, "--as-of", "2020-12-31")
    assert shown.measure("HY-MB-07")["status"] == "uncomputable"


def test_without_audits_the_build_out_cannot_be_computed(nothing: Path) -> None:
    shown = progress(nothing, HUYI)
    assert [shown.status(f"HY-MB-0{n}") for n in (7, 8, 9)] == ["uncomputable"] * 3


def test_a_folder_of_audits_and_json_lines_are_read(
    eight: Callable[..., Path], nothing: Path, tmp_path: Path
) -> None:
    said = json.loads(eight().read_text("utf-8"))
    folder = tmp_path / "目录"
    folder.mkdir()
    for n, one in enumerate(said["audits"]):
        (folder / f"{n}.json").write_text(json.dumps({**said, "audits": [one]}), "utf-8")
    lines = tmp_path / "全部.jsonl"
    paths = sorted(tmp_path.glob("*中心.xlsx"))
    run("audit", *paths, *on_site(paths[0]), "-o", lines, "-q")
    for place in (folder, lines):
        shown = progress(nothing, HUYI, "--audits", place, "--as-of", "2020-12-31")
        assert shown.measure("HY-MB-09")["measured"]["text"] == "7个"


@pytest.mark.parametrize(
    ("helped", "status", "said"),
    [
        ("1.1万人", "achieved", ""),
        ("10999人", "missed", ""),
        ("11001人", "uncomputable", "大于它所占的总数"),
    ],
)
def test_a_coverage_is_never_more_than_all(
    helped: str, status: str, said: str, workbook: Build
) -> None:
    rows = [
        row("离校未就业高校毕业生", "2023年", "1.1万人"),
        row("帮扶离校未就业高校毕业生", "2023年", helped),
    ]
    shown = progress(workbook({DONE: rows}), NINGBO, "--as-of", "2023-12-31")
    assert shown.status("NB-04") == status
    assert said in shown.measure("NB-04")["reasons"]


@pytest.mark.parametrize(
    ("rate", "found", "gap"),
    [("4.004%", "4.004%", "0.004"), ("4.5%", "4.5%", "0.5"), ("4.0%", "4%", None)],
)
def test_a_percentage_is_never_rounded_onto_its_limit(
    rate: str, found: str, gap: str | None, workbook: Build
) -> None:
    path = workbook({DONE: years("城镇登记失业率", rate, rate, rate)})
    one = progress(path, HUYI, "--as-of", "2021-12-31").measure("HY-MB-03")
    assert (one["measured"]["text"], one["gap"]) == (found, gap)
    told = run("progress", path, "-s", HUYI, "--as-of", "2021-12-31", COLUMNS="400").stdout
    assert (f"超出{gap}个百分点" in told) == (gap is not None)


@pytest.mark.parametrize(
    ("value", "remarks"),
    [
        ("199999人", ["完成率经四舍五入，实际没有达到目标"]),
        ("199989人", []),
        ("200000人", []),
    ],
)
def test_a_rate_that_is_rounded_up_to_100_is_told(
    value: str, remarks: list[str], workbook: Build
) -> None:
    path = workbook({DONE: [row("城镇新增就业", "2023年", value)]})
    one = progress(path, NINGBO, "--as-of", "2023-12-31").measure("NB-01")
    assert one["remarks"] == remarks


def test_why_nothing_can_be_computed_is_always_told(workbook: Build) -> None:
    rows = [row("零就业家庭", "2021年", f"{n}户", 截止日期="2021-12-31") for n in (0, 1)]
    clash = progress(workbook({DONE: rows}), HUYI).measure("HY-MB-05")
    assert (clash["status"], "互相矛盾" in clash["reasons"]) == ("uncomputable", True)
    path = workbook({DONE: [row("城镇新增就业", "2023年", "约20万人")]})
    about = progress(path, NINGBO, "--as-of", "2023-12-31").measure("NB-01")
    assert (about["status"], about["remarks"]) == (
        "uncomputable",
        ["所报的数不够具体，无法据此判定"],
    )


def test_months_that_stand_alike_are_told_together(workbook: Build) -> None:
    rows = [row("监测数据对接", "2019年1月", "1次", 截止日期="2019-02-05")]
    told = run("progress", workbook({DONE: rows}), "-s", HUYI, "--as-of", "2019-12-31").stdout
    assert "2019-01：1次，完成；2019-02至2019-11（共10项）：数目不详，无法计算" in told.replace(
        "\n    ", ""
    )


def test_the_template_names_the_indicators(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    for standard, wanted in ((NINGBO, "零就业家庭"), ("wuhan-2020-subsidies", "人数")):
        target = tmp_path / f"{standard}.xlsx"
        run("template", "-s", standard, "-o", target)
        cells = load_workbook(target)["00 填表说明"].iter_rows(values_only=True)
        assert wanted in {line[0] for line in cells}
    assert "零就业家庭户数" in run("standards", "show", NINGBO).stdout


def test_what_is_no_audit_is_refused(nothing: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "别的.json"
    wrong.write_text('{"audits": [{}]}', "utf-8")
    ended = run("progress", nothing, "-s", HUYI, "--audits", wrong)
    assert (ended.code, "别的.json" in ended.stderr) == (3, True)
    ended = run("progress", nothing, "-s", NINGBO, "--audits", wrong)
    assert (ended.code, "没有按创业中心计数的目标" in ended.stderr) == (2, True)
    ended = run("progress", nothing, "-s", HUYI, "--audits", tmp_path / "没有")
    assert (ended.code, "没有审核结果" in ended.stderr) == (2, True)


# --- Huyi: figures --------------------------------------------------------------------------------


def years(indicator: str, *values: object) -> list[Row]:
    return [row(indicator, f"{2019 + at}年", value) for at, value in enumerate(values)]


@pytest.mark.parametrize(
    ("target", "rows", "as_of", "status"),
    [
        ("HY-MB-01", years("城镇新增就业", "4000人", "4000人", "4000人"), "2021-12-31", "achieved"),
        ("HY-MB-01", years("城镇新增就业", "4000人", "4000人", "3999人"), "2021-12-31", "missed"),
        ("HY-MB-02", years("城镇调查失业率", "5%", "4.9%", "5.0%"), "2021-12-31", "achieved"),
        ("HY-MB-02", years("城镇调查失业率", "5%", "5.01%", "4%"), "2021-12-31", "missed"),
        ("HY-MB-02", years("城镇调查失业率", "4.8%"), "2020-12-31", "uncomputable"),
        ("HY-MB-03", years("城镇登记失业率", "4.0%", "4%", "3.99%"), "2021-12-31", "achieved"),
        ("HY-MB-03", years("城镇登记失业率", "4.0%", "4.04%", "3.99%"), "2021-12-31", "missed"),
        ("HY-MB-05", [row("零就业家庭", "2021年", "0户")], "2021-12-31", "achieved"),
        ("HY-MB-05", [row("零就业家庭", "2021年", "1户")], "2021-12-31", "missed"),
        ("HY-MB-10", years("技工院校招收人数", "100人", "100人", "100人"), "2021-12-31", "achieved"),
        ("HY-MB-10", years("技工院校招收人数", "99人", "120人", "120人"), "2021-12-31", "missed"),
        ("HY-MB-11", years("就业见习人数", "50人", "60人"), "2020-12-31", "on_schedule"),
        ("HY-MB-11", years("就业见习人数", "50人", "49人"), "2020-12-31", "missed"),
        ("HY-MB-11", years("就业见习人数", "50人次", "60人", "60人"), "2021-12-31", "uncomputable"),
        ("HY-MB-14", years("新增创业担保贷款", "500万元", "500万元", "500万元"), "2021-12-31", "achieved"),
        ("HY-MB-14", years("新增创业担保贷款", "500万元", "4999999元", "500万元"), "2021-12-31", "missed"),
        ("HY-MB-14", years("新增创业担保贷款", 500, "500万元", "500万元"), "2021-12-31", "uncomputable"),
        ("HY-MB-19", [row("合作技工院校", "2021年", "2所")], "2021-12-31", "achieved"),
        ("HY-MB-19", [row("合作技工院校", "2021年", "3所")], "2021-12-31", "exceeded"),
        ("HY-MB-19", [row("合作技工院校", "2021年", "0所")], "2021-12-31", "missed"),
    ],
)  # fmt: skip
def test_a_target_of_huyi(
    target: str, rows: Sequence[Row], as_of: str, status: str, workbook: Build
) -> None:
    shown = progress(workbook({DONE: list(rows)}), HUYI, "--as-of", as_of)
    assert shown.status(target) == status


def test_floor_and_stretch_stand_apart(workbook: Build) -> None:
    path = workbook({DONE: years("城镇新增就业", "4000人", "4000人", "5000人")})
    shown = progress(path, HUYI, "--as-of", "2021-12-31")
    one = shown.measure("HY-MB-01")
    assert (one["status"], one["rate_text"]) == ("exceeded", "108.33%")
    assert one["stretch"] == {"required": "不少于1.4万人", "status": "missed", "rate": "92.86%"}


def test_a_stretch_alone_never_decides_the_exit_code(workbook: Build, tmp_path: Path) -> None:
    text = SMALL.replace("floor: {at_least: 100}", "stretch: {at_least: 100}")
    standard = tmp_path / "力争.yaml"
    standard.write_text(text, "utf-8")
    shown = progress(
        workbook({DONE: [row("植树", "2024年", "99棵")]}), standard, "--as-of", "2024-12-31"
    )
    assert (shown.status("XX-01"), shown.code) == ("missed", 0)


def test_every_campaign_is_held_every_year(workbook: Build) -> None:
    names = ("就业援助月", "春风行动", "高校毕业生就业服务月", "退役军人服务月")
    rows = [
        row("专项活动", f"{year}年", "1次", 分项名称=name)
        for year in (2019, 2020, 2021)
        for name in names
    ]
    shown = progress(workbook({DONE: rows}), HUYI, "--as-of", "2021-12-31")
    assert shown.status("HY-MB-24") == "achieved"
    shown = progress(workbook({DONE: rows[:-1]}), HUYI, "--as-of", "2021-12-31")
    assert shown.status("HY-MB-24") == "missed"


@pytest.mark.parametrize(
    ("second", "as_of", "parts"),
    [
        ("2019-03-05", "2019-04-05", ["achieved", "achieved", "achieved"]),
        ("2019-03-05", "2019-04-04", ["achieved", "achieved"]),
        ("2019-03-06", "2019-04-05", ["achieved", "missed", "achieved"]),
    ],
    ids=["all in time", "the third is not due yet", "the second is late"],
)
def test_monitoring_data_is_due_by_the_fifth(
    second: str, as_of: str, parts: list[str], workbook: Build
) -> None:
    days = {1: "2019-02-05", 2: second, 3: "2019-04-01"}
    rows = [row("监测数据对接", f"2019年{n}月", "1次", 截止日期=day) for n, day in days.items()]
    shown = progress(workbook({DONE: rows}), HUYI, "--as-of", as_of)
    assert [one["status"] for one in shown.measure("HY-MB-16")["parts"]] == parts


# --- Chaoyang -------------------------------------------------------------------------------------

CHAOYANG = "chaoyang-employment"
COUNTIES = ("双塔区", "龙城区")


def counties() -> list[Row]:
    return [{"名称": name, "代码": None} for name in COUNTIES]


def events(*attendances: int) -> list[Row]:
    return [
        row("创业活动", "2017年", f"{n}人", 分项名称=f"活动{at}", 截止日期="2017-12-31")
        for at, n in enumerate(attendances)
    ]


@pytest.mark.parametrize(
    ("attendances", "status"),
    [
        ((300, 300, 300, 300), "missed"),
        ((301, 301, 301, 301), "achieved"),
        ((301, 301, 301, 300), "missed"),
        ((301, 301, 301), "missed"),
        ((301,) * 5, "exceeded"),
    ],
)
def test_events_of_more_than_300_people(
    attendances: tuple[int, ...], status: str, workbook: Build
) -> None:
    shown = progress(workbook({DONE: events(*attendances)}), CHAOYANG)
    assert shown.status("CY-04") == status


def team(place: str, name: str, size: str) -> Row:
    return row("专家导师团队", "2017年", size, 所属地区=place, 分项名称=name, 截止日期="2017-12-31")


@pytest.mark.parametrize(
    ("teams", "status"),
    [
        ([("双塔区", "一队", "20人"), ("龙城区", "一队", "20人")], "achieved"),
        (
            [("双塔区", "一队", "12人"), ("双塔区", "二队", "12人"), ("龙城区", "一队", "20人")],
            "missed",
        ),
        (
            [("双塔区", "一队", "20人"), ("双塔区", "二队", "5人"), ("龙城区", "一队", "21人")],
            "achieved",
        ),
        ([("双塔区", "一队", "20人"), ("龙城区", "一队", "19人")], "missed"),
        ([("双塔区", "一队", "20人")], "uncomputable"),
    ],
)
def test_a_team_of_20_in_every_county(
    teams: list[tuple[str, str, str]], status: str, workbook: Build
) -> None:
    rows = [team(*one) for one in teams]
    shown = progress(workbook({DONE: rows, PLACES: counties()}), CHAOYANG)
    assert shown.status("CY-03") == status


def test_the_part_of_every_county_is_told(workbook: Build) -> None:
    rows = [team("双塔区", "一队", "20人"), team("龙城区", "一队", "19人")]
    shown = progress(workbook({DONE: rows, PLACES: counties()}), CHAOYANG)
    told = [(one["label"], one["found"], one["status"]) for one in shown.measure("CY-03")["parts"]]
    assert told == [("双塔区", "20人", "achieved"), ("龙城区", "19人", "missed")]


def test_without_the_list_of_counties_nothing_is_proved(workbook: Build) -> None:
    shown = progress(workbook({DONE: [team("双塔区", "一队", "20人")]}), CHAOYANG)
    assert shown.status("CY-03") == "uncomputable"


@pytest.mark.parametrize(
    ("indicator", "target", "value", "status"),
    [
        ("青年创业先锋", "CY-06", "10名", "achieved"),
        ("青年创业先锋", "CY-06", "9名", "missed"),
        ("青年创业先锋", "CY-06", "11名", "missed"),
        ("创新型园区", "CY-08", "1个", "achieved"),
        ("创新型园区", "CY-08", "3个", "exceeded"),
        ("科技成果转化项目", "CY-09", "50个", "exceeded or achieved"),
        ("培训农村贫困劳动力", "CY-23", "3300人", "achieved"),
    ],
)
def test_a_number_of_chaoyang(
    indicator: str, target: str, value: str, status: str, workbook: Build
) -> None:
    rows = [row(indicator, "2017年", value, 截止日期="2017-12-31")]
    assert progress(workbook({DONE: rows}), CHAOYANG).status(target) in status


@pytest.mark.parametrize(("now", "status"), [("100万元", "achieved"), ("99.99万元", "missed")])
def test_loans_are_held_against_last_year(now: str, status: str, workbook: Build) -> None:
    rows = [
        row("发放创业担保贷款", "2017年", now, 截止日期="2017-12-31"),
        row("上年创业担保贷款发放额", "2017年", "100万元", 截止日期="2017-12-31"),
    ]
    assert progress(workbook({DONE: rows}), CHAOYANG).status("CY-16") == status
    rows[1]["完成值"] = "0元"
    shown = progress(workbook({DONE: rows}), CHAOYANG)
    assert (shown.status("CY-16"), shown.measure("CY-16")["rate_text"]) == (
        "uncomputable",
        "无法计算",
    )


INCUBATOR = "chaoyang-incubator-activity"


def base(opened: str, as_of: str, days: Sequence[str], kind: str | None = "沙龙") -> dict[str, Any]:
    return {
        "01 基本信息": {"中心名称": "某孵化基地", "建成日期": opened, "数据截止日期": as_of},
        "11 活动与培训": [
            {"日期": day, "名称": f"活动{at}", "类型": kind, "参加人数": 30}
            for at, day in enumerate(days)
        ],
    }


def monthly(*months: int) -> list[str]:
    return [f"2017-{month:02}-15" for month in months]


@pytest.mark.parametrize(
    ("opened", "as_of", "days", "status"),
    [
        ("2016-05-01", "2017-12-31", [*(f"2016-{m:02}-15" for m in range(5, 13)), *monthly(*range(1, 13))], "exceeded or achieved"),
        ("2017-01-01", "2017-12-31", monthly(*range(1, 8), *range(9, 13), 12, 12), "missed"),
        ("2017-01-01", "2017-12-31", monthly(*range(1, 13)), "achieved"),
        ("2017-06-20", "2017-12-31", monthly(*range(6, 13)), "achieved"),
        ("2017-06-20", "2017-12-31", monthly(*range(7, 13)), "missed"),
        ("2017-01-01", "2017-08-20", monthly(*range(1, 8)), "achieved"),
        ("2017-01-01", "2017-08-31", monthly(*range(1, 8)), "missed"),
        (None, "2017-08-31", monthly(*range(1, 9)), "uncomputable"),
    ],
    ids=["all months of two years", "13 events, none in August", "12 of 12", "from the month of opening", "none in the month of opening", "the running month is not judged", "the last day makes it complete", "no day of opening"],
)  # fmt: skip
def test_an_event_in_every_calendar_month(
    opened: str, as_of: str, days: list[str], status: str, workbook: Build
) -> None:
    if status == "missed" and as_of == "2017-12-31" and opened == "2017-01-01":
        assert len(days) == 13
    assert progress(workbook(base(opened, as_of, days)), INCUBATOR).status("CY-07") in status


@pytest.mark.parametrize(
    ("kind", "listed", "strict"),
    [
        ("双创活动", "achieved", "achieved"),
        ("沙龙", "achieved", "missed"),
        ("招聘", "missed", "missed"),
        (None, "uncomputable", "uncomputable"),
    ],
)
def test_what_counts_as_an_event_is_an_option(
    kind: str | None, listed: str, strict: str, workbook: Build
) -> None:
    path = workbook(base("2017-01-01", "2017-12-31", monthly(*range(1, 13)), kind))
    assert progress(path, INCUBATOR).status("CY-07") == listed
    assert progress(path, INCUBATOR, "--choose", "events=strict").status("CY-07") == strict


def test_the_month_without_an_event_is_named(workbook: Build) -> None:
    days = monthly(*range(1, 8), *range(9, 13), 12, 12)
    shown = progress(workbook(base("2017-01-01", "2017-12-31", days)), INCUBATOR)
    missed = [one["label"] for one in shown.measure("CY-07")["parts"] if one["status"] == "missed"]
    assert missed == ["2017-08"]


# --- Shenyang and Wuhan ---------------------------------------------------------------------------


def test_nine_wan_and_some_is_at_least_109_76(workbook: Build) -> None:
    path = workbook({DONE: [row("职业技能培训", "2020年", "9万余人次", 截止日期="2020-06-30")]})
    shown = progress(path, "shenyang-2020")
    assert (shown.status("SY-06"), shown.measure("SY-06")["rate_text"]) == ("exceeded", "≥109.76%")


def test_a_mean_and_a_least_are_judged_together(workbook: Build) -> None:
    def rows(least: str) -> list[Row]:
        staff = [("街道乡镇专职人员", "甲街道", "1人"), ("街道乡镇专职人员", "乙街道", "3人")]
        staff += [("社区专职人员", "甲社区", "2人"), ("社区专职人员", "乙社区", least)]
        return [
            row(what, "2020年", n, 所属地区=where, 截止日期="2020-12-31")
            for what, where, n in staff
        ]

    assert progress(workbook({DONE: rows("1人")}), "shenyang-2020").status("SY-17") == "achieved"
    assert progress(workbook({DONE: rows("0人")}), "shenyang-2020").status("SY-17") == "missed"


def test_people_and_attendances_are_apart_in_wuhan(workbook: Build) -> None:
    path = workbook({DONE: [row("补贴性培训", "2020年", "8万人次", 截止日期="2020-12-31")]})
    shown = progress(path, "wuhan-2020")
    assert shown.status("WH-04") == "uncomputable"
    assert "人与人次不能混用" in shown.measure("WH-04")["reasons"]


def test_fairs_and_posts_of_wuhan(workbook: Build) -> None:
    at = {"截止日期": "2020-06-22"}
    rows = [
        row("现场招聘会", "2020-06-22", "37场", **at),
        row("招聘会提供就业岗位", "2020-06-22", "39503个", **at),
    ]
    shown = progress(workbook({DONE: rows}), "wuhan-2020")
    fairs, posts = shown.target("WH-06")["measures"]
    assert (fairs["rate_text"], fairs["status"]) == ("52.86%", "behind")
    assert (posts["rate_text"], posts["status"], posts["decides"]) == (
        "≥119.71%",
        "exceeded",
        False,
    )


# --- the same program for all ---------------------------------------------------------------------

SMALL = """
kind: targets
id: small
title: {zh: 某县植树目标, en: Trees}
document: {title: 某县植树方案, section: 全文, issuer: 某县人民政府, issued: 2024-01-02}
edition: "1"
periods:
  year: {first: 2024-01-01, last: 2024-12-31}
indicators:
  trees: {title: {zh: 植树, en: trees}, unit: 棵}
targets:
  - id: XX-01
    clause: 一
    quote: 全年植树100棵以上
    title: {zh: 植树100棵, en: 100 trees}
    level: {zh: 县, en: county}
    responsible: 林业局
    interpretation: {zh: 含100棵。, en: 100 is enough.}
    measures:
      - quantity: {sum: trees, field: value}
        floor: {at_least: 100}
        unit: {zh: 棵, en: tree|trees}
        period: year
"""


def test_a_target_standard_needs_no_python(workbook: Build, tmp_path: Path) -> None:
    standard = tmp_path / "植树.yaml"
    standard.write_text(SMALL, "utf-8")
    assert run("standards", "validate", standard).stdout.endswith("共1项目标\n")
    assert "植树100棵" in run("standards", "show", standard).stdout
    blank = tmp_path / "空白.xlsx"
    assert run("template", "-s", standard, "-o", blank).code == 0
    assert blank.is_file()
    for n, status, code in ((100, "achieved", 0), (99, "missed", 1)):
        path = workbook({DONE: [row("植树", "2024年", f"{n}", 单位="棵")]})
        shown = progress(path, standard, "--as-of", "2024-12-31")
        assert (shown.status("XX-01"), shown.code) == (status, code)


def test_a_text_needs_no_english(tmp_path: Path) -> None:
    standard = tmp_path / "植树.yaml"
    standard.write_text(re.sub(r", en: [^}]*\}", "}", SMALL), "utf-8")
    assert run("standards", "validate", standard).code == 0
    assert "植树100棵" in run("standards", "show", standard, "--lang", "en").stdout


BROKEN = {
    "an unknown key": ("    clause: 一\n", "    clause: 一\n    clauses: 二\n", "clauses"),
    "an unknown indicator": ("{sum: trees,", "{sum: tree,", "tree"),
    "an unknown period": ("period: year", "period: years", "years"),
    "an unknown field": ("field: value}", "field: values}", "values"),
    "no number at all": ("        floor: {at_least: 100}\n", "", "floor"),
    "two comparisons": ("{at_least: 100}", "{at_least: 100, at_most: 5}", "at_least"),
    "a share of a period": (
        "{sum: trees, field: value}",
        "{share: trees, where: [{field: value, at_least: 1}]}",
        "不能按期间或分组计算",
    ),
    "a share of each year": (
        "{sum: trees, field: value}",
        "{least: {share: trees, where: [{field: value, at_least: 1}]}, each: {year: period}}",
        "不能按期间或分组计算",
    ),
    "a wide colon in brackets": ("floor: {at_least: 100}", "floor: {at_least：100}", "全角冒号"),
    "a wide colon before brackets": (
        "floor: {at_least: 100}",
        "floor：{at_least: 100}",
        "全角冒号",
    ),
    "a placeholder without quotation marks": (
        "interpretation: {zh: 含100棵。,",
        "interpretation: {zh: 差{gap}棵。,",
        "要加引号",
    ),
    "a period that ends first": ("last: 2024-12-31", "last: 2023-12-31", "早于"),
}


@pytest.mark.parametrize(("old", "new", "named"), BROKEN.values(), ids=BROKEN)
def test_a_mistake_in_a_target_standard_is_told_with_its_line(
    old: str, new: str, named: str, tmp_path: Path
) -> None:
    assert old in SMALL
    standard = tmp_path / "植树.yaml"
    standard.write_text(SMALL.replace(old, new, 1), "utf-8")
    checked = run("standards", "validate", standard)
    assert checked.code == 3
    assert named in checked.stdout
    assert re.search(r"\d+", checked.stdout)


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "xlsx", "md", "csv", "json", "txt"])
def test_progress_is_written_in_every_format(suffix: str, ningbo: Path, tmp_path: Path) -> None:
    target = tmp_path / f"进度.{suffix}"
    ended = run("progress", ningbo, "-s", NINGBO, "-o", target)
    assert (ended.code, ended.stderr) == (4, "")
    assert target.stat().st_size > 1000
    if suffix in ("html", "md", "csv"):
        text = target.read_text("utf-8-sig")
        assert "109.95%" in text
        assert "时间进度（本程序计算）" in text


def test_the_chart_stands_in_the_page(ningbo: Path, tmp_path: Path) -> None:
    target = tmp_path / "进度.html"
    run("progress", ningbo, "-s", NINGBO, "-o", target)
    text = target.read_text("utf-8")
    assert "完成率（%" in text
    assert re.search(r"NB-01[^<]*<.*?110", text, re.DOTALL)


def test_figures_stay_whole_on_a_narrow_screen(ningbo: Path) -> None:
    told = run("progress", ningbo, "-s", NINGBO, COLUMNS="80").stdout
    table = told.split("目标总表")[1].split("逐项说明")[0]
    for figure in ("109.95%", "129.83%", "83.33%", "100.00%"):
        assert figure in table


def test_both_languages_say_the_same_figures(ningbo: Path) -> None:
    said = run("progress", ningbo, "-s", NINGBO, "--lang", "en", COLUMNS="240")
    assert "109.95%" in said.stdout
    assert "this program's" in said.stdout


@pytest.mark.parametrize("standard", [NINGBO, HUYI, CHAOYANG, "shenyang-2020", "wuhan-2020"])
def test_a_template_of_the_programme_is_read_back_as_empty(standard: str, tmp_path: Path) -> None:
    blank = tmp_path / "空白.xlsx"
    assert run("template", "-s", standard, "-o", blank).code == 0
    shown = progress(blank, standard, "--as-of", "2019-06-30")
    assert {one["status"] for one in shown.json["targets"]} == {"uncomputable"}


def test_no_line_of_code_knows_a_standard_by_name() -> None:
    names = [
        path.stem for path in (ROOT / "standards").rglob("*.yaml") if path.parent.name != "forms"
    ]
    assert len(names) > 10
    for path in (ROOT / "src").rglob("*.py"):
        text = path.read_text("utf-8")
        for line in text.splitlines():
            if any(name in line for name in names):
                assert "centre-check " in line or "DEFAULT_STANDARD" in line, (path, line)
