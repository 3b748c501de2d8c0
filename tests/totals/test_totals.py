"""`totals`: a summary table is judged row by row, by what it declares and nothing else."""

import json
import re
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import quick_book
from conftest import Result, run

HEAD = ("序号", "中心名称", "级别", "区划代码", "总面积(㎡)", "面积口径", "可容纳创业实体数")
FULL = (*HEAD, "专职人员数", "创业导师数", "增值服务类别数")
IDS = ("HY-YJ-04", "HY-YJ-05", "HY-RY-03", "HY-RY-05", "HY-FW-04")
COLUMNS = dict(zip(IDS, (4, 6, 7, 8, 9), strict=True))
LETTERS = dict(zip(IDS, "EGHIJ", strict=True))
LIMITS = {"镇级": dict(zip(IDS, (200, 5, 3, 5, 2), strict=True))}
LIMITS["区级"] = dict(zip(IDS, (500, 10, 5, 10, 3), strict=True))
Rows = Sequence[Sequence[object]]
Judge = Callable[..., Result]


def row(at: int = 1, level: str = "镇级", **changes: object) -> list[object]:
    """A centre that declares just enough; changes are by clause, with _ for -."""
    cells: list[object] = [at, f"第{at}中心", level, f"61011800{at}000", None, "建筑面积"]
    cells += [None] * (len(FULL) - len(cells))
    for clause, limit in LIMITS.get(level, LIMITS["镇级"]).items():
        cells[COLUMNS[clause]] = changes.get(clause.replace("-", "_"), limit)
    return cells


def write(path: Path, rows: Rows, *, head: Sequence[object] = FULL) -> Path:
    quick_book.save(path, {"汇总表": [["创业中心汇总表"], head, *map(list, rows)]})
    return path


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    def judged(rows: Rows, *options: object, head: Sequence[object] = FULL) -> Result:
        return run("totals", write(tmp_path / "表.xlsx", rows, head=head), *options)

    return judged


def lines(result: Result) -> list[Any]:
    """The centres of JSON lines, without the head."""
    return [json.loads(line) for line in result.stdout.splitlines()][1:]


def outcomes(centre: Any) -> dict[str, str]:
    return {one["criterion"]: one["outcome"] for one in centre["findings"]}


@pytest.mark.parametrize("level", ["区级", "镇级"])
@pytest.mark.parametrize("clause", IDS)
@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        (lambda limit: limit, "pass"),
        (lambda limit: limit + 1, "pass"),
        (str, "pass"),
        (lambda limit: limit - 1, "fail"),
        (lambda _: 0, "fail"),
        (lambda _: None, "unknown"),
        (lambda _: " ", "unknown"),
        (lambda _: "已配备", "unknown"),
        (lambda limit: f"约{limit}", "unknown"),
        (lambda _: -7, "unknown"),
        (lambda _: "#N/A", "unknown"),
        (lambda limit: limit + 9_999_999, "pass"),
    ],
)
def test_each_figure_decides_its_clause_alone(
    level: str, clause: str, change: Callable[[int], object], outcome: str, judge: Judge
) -> None:
    value = change(LIMITS[level][clause])
    result = judge(
        [row(1, level), row(2, level, **{clause.replace("-", "_"): value})], "-f", "jsonl"
    )
    first, second = lines(result)
    assert outcomes(first) == dict.fromkeys(IDS, "pass")
    assert outcomes(second) == {**dict.fromkeys(IDS, "pass"), clause: outcome}
    found = next(one for one in second["findings"] if one["criterion"] == clause)
    assert ("汇总表", f"{LETTERS[clause]}4") in [
        (cell["sheet"], cell["cell"]) for cell in found["cells"]
    ]
    expected = "non_compliant" if outcome == "fail" else "undecided"
    assert (first["verdict"], second["verdict"]) == ("undecided", expected)
    assert result.code == (1 if outcome == "fail" else 4)


def test_rows_that_say_the_same_differ_by_their_cells_only(judge: Judge) -> None:
    found = lines(judge([row(at, HY_YJ_04=150) for at in range(1, 30)], "-f", "jsonl"))
    texts = [json.dumps(one["findings"], ensure_ascii=False) for one in found]
    for at, text in enumerate(texts):
        assert re.findall('"cell": "E([0-9]+)"', text) == [f"{at + 3}"]
        assert re.sub(f"(?<=[EFGHIJ]){at + 3}(?![0-9])", "3", text) == texts[0]


def test_a_row_is_judged_as_if_it_stood_alone(judge: Judge) -> None:
    rows = [
        row(at, level, HY_YJ_04=area, HY_RY_03=people)
        for at, (level, area, people) in enumerate(
            [
                ("镇级", 200, 3),
                ("区级", 200, 3),
                ("", 300, 4),
                ("市级", 300, 2),
                ("镇级", "使用面积200", "3人"),
                ("镇级", 9_999_999, 3),
            ],
            1,
        )
    ]
    together = lines(judge(rows, "-f", "jsonl"))
    alone = [
        lines(judge([["", "", "", ""]] * at + [one], "-f", "jsonl")) for at, one in enumerate(rows)
    ]
    assert [[one] for one in together] == alone


FIGURES = (
    0,
    1,
    2,
    2.5,
    3,
    4,
    4.5,
    5,
    6,
    9,
    9.99,
    10,
    11,
    199,
    199.5,
    200,
    201,
    499.999999,
    501,
    -3,
)


@pytest.mark.parametrize("options", [(), ("-f", "jsonl"), ("--lang", "en")], ids=" ".join)
def test_figures_told_from_others_are_told_as_if_judged(
    judge: Judge, monkeypatch: pytest.MonkeyPatch, options: Sequence[str]
) -> None:
    rows = [
        row(at, level, **dict.fromkeys((one.replace("-", "_") for one in IDS), figure))
        for at, (figure, level) in enumerate(product(FIGURES, ("区级", "镇级")), 1)
    ]
    told = judge(rows, *options).stdout
    monkeypatch.setattr("centre_check.desk.totals.figure_of", lambda *_: None)
    assert judge(rows, *options).stdout == told


def test_without_a_level_both_are_told(judge: Judge) -> None:
    (one,) = lines(judge([row(1, "", HY_RY_03=4)], "-f", "jsonl"))
    found = next(each for each in one["findings"] if each["criterion"] == "HY-RY-03")
    assert (found["outcome"], one["verdict"], one["centre"]["level"]) == (
        "unknown",
        "undecided",
        None,
    )
    assert "按区级为不符合" in found["message"]
    assert "按镇（街道）级为符合" in found["message"]
    (given,) = lines(judge([row(1, "", HY_RY_03=4)], "-f", "jsonl", "--level", "镇级"))
    assert outcomes(given)["HY-RY-03"] == "pass"


@pytest.mark.parametrize(
    ("changes", "repeats"),
    [
        ({}, [None, 3]),
        ({1: "第1 中心"}, [None, 3]),
        ({1: "另一中心"}, [None, None]),
        ({2: "区级"}, [None, None]),
        ({3: "610118009000"}, [None, None]),
        ({3: None}, [None, 3]),
    ],
    ids=["the same", "another blank", "another name", "another level", "another place", "no code"],
)
def test_a_centre_that_stands_twice_counts_neither_time(
    changes: dict[int, object], repeats: list[int | None], judge: Judge
) -> None:
    other = row(1, HY_RY_03=1)
    for column, value in changes.items():
        other[column] = value
    result = judge([row(1), other, row(7)], "-f", "jsonl")
    assert [one.get("repeats") for one in lines(result)] == [*repeats, None]
    is_twice = repeats[1] is not None
    assert result.code == (3 if is_twice else 1)
    tally = judge([row(1), other, row(7)], "-q").stdout
    assert ("按填报数核对1个中心：未达标0个、待核定1个" in tally) is is_twice
    assert ("按填报数核对3个中心" in tally) is not is_twice


def test_what_is_no_centre_is_counted_apart(judge: Judge) -> None:
    total: list[object] = ["合计", None, None, None, 400, None, 10, 6, 10, 4]
    nameless = row(3)
    nameless[1] = None
    numbered: list[object] = [4, *[None] * 9]
    result = judge([row(1), list(FULL), row(2), nameless, numbered, total])
    assert result.code == 3
    assert "按填报数核对2个中心" in result.stdout
    assert "未填中心名称的1行" in result.stdout
    assert "重复表头2行" in result.stdout


def test_merged_and_repeated_words_go_down_but_figures_do_not(tmp_path: Path) -> None:
    rows = [row(1), row(2, level="同上"), row(3, HY_RY_03="同上")]
    path = write(tmp_path / "表.xlsx", rows)
    book = load_workbook(path)
    page: Any = book.active
    page.merge_cells("H3:H4")
    page.merge_cells("C3:C3")
    book.save(path)
    found = lines(run("totals", path, "-f", "jsonl"))
    assert [one["centre"]["level"] for one in found] == ["town"] * 3
    assert [outcomes(one)["HY-RY-03"] for one in found] == ["pass", "unknown", "unknown"]


def test_a_header_that_says_the_basis_is_enough(judge: Judge) -> None:
    head = ["使用面积" if text == "总面积(㎡)" else text for text in FULL]
    rows = [[*one[:5], None, *one[6:]] for one in (row(1, HY_YJ_04=200), row(2, HY_YJ_04=199))]
    found = lines(judge(rows, "-f", "jsonl", head=head))
    assert [outcomes(one)["HY-YJ-04"] for one in found] == ["pass", "unknown"]


def test_a_table_may_stand_anywhere(tmp_path: Path) -> None:
    path = write(tmp_path / "表.xlsx", [row(1), row(2, HY_RY_03=1)])
    book = load_workbook(path)
    page: Any = book.active
    page.delete_rows(1)
    page.insert_rows(1, 4)
    page.insert_cols(1, 2)
    book.save(path)
    _, second = lines(run("totals", path, "-f", "jsonl"))
    found = next(one for one in second["findings"] if one["criterion"] == "HY-RY-03")
    assert (second["row"], found["outcome"], found["cells"][0]["cell"]) == (7, "fail", "J7")


def test_a_missing_column_leaves_its_clause_open(judge: Judge) -> None:
    (one,) = lines(judge([row(1)[:7]], "-f", "jsonl", head=HEAD))
    assert outcomes(one) == dict(zip(IDS, ("pass", "pass", *["unknown"] * 3), strict=True))


def test_every_form_holds_the_same(judge: Judge, tmp_path: Path) -> None:
    bad = row(2, HY_YJ_04=150)
    bad[1] = "+cmd|中心"
    targets = [tmp_path / f"判定{suffix}" for suffix in (".csv", ".xlsx", ".jsonl", ".txt")]
    result = judge([row(1), bad], *[part for one in targets for part in ("-o", one)])
    csv, book, kept, text = targets
    rows = [line.split(",") for line in csv.read_bytes().decode("utf-8-sig").split("\r\n")[:-1]]
    assert [cells[3] for cells in rows] == ["中心名称", "第1中心", "'+cmd|中心"]
    assert [cells[5] for cells in rows[1:]] == ["待核定", "未达标"]
    page: Any = load_workbook(book).active
    table = [[cell.value or "" for cell in cells] for cells in page.iter_rows()]
    assert [[cell.removeprefix("'") for cell in cells] for cells in rows] == table
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:L3")
    assert kept.read_text() == judge([row(1), bad], "-f", "jsonl").stdout
    assert text.read_text() == result.stdout
    assert (
        "不符合（填报数）：总面积达到要求：填报150㎡，要求不低于200㎡，差50㎡。（汇总表!E4）"
        in result.stdout
    )


def test_declared_figures_are_no_results(judge: Judge, tmp_path: Path) -> None:
    kept = tmp_path / "判定.jsonl"
    judge([row(1)], "-o", kept)
    refused = run("rollup", kept)
    assert (refused.code, refused.stderr.count("\n")) == (2, 1)
    assert "填报数" in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("samples/镇级达标.xlsx",), 3, "没有一行一个中心的汇总表"),
        (("没有.xlsx",), 2, "不存在"),
        (("samples/镇级达标.xlsx", "-s", "huyi-2019-centre"), 2, "另一类标准"),
        (("samples/镇级达标.xlsx", "-s", "standards/huyi-2019-centre.yaml"), 2, "一个中心一份"),
        (("samples/镇级达标.xlsx", "--level", "村级"), 2, "村级"),
        (("samples/镇级达标.xlsx", "-o", "x.pdf"), 2, ".pdf"),
    ],
)
def test_what_cannot_be_judged_is_one_sentence(
    arguments: tuple[str, ...], code: int, said: str
) -> None:
    result = run("totals", *arguments)
    assert (result.code, result.stdout, result.stderr.count("\n")) == (code, "", 1)
    assert said in result.stderr


def test_two_tables_are_not_chosen_between(tmp_path: Path) -> None:
    path = write(tmp_path / "表.xlsx", [row(1)])
    book = load_workbook(path)
    page: Any = book.active
    page.title = "2019年"
    book.copy_worksheet(page).title = "2020年"
    book.save(path)
    refused = run("totals", path)
    assert (refused.code, "2019年、2020年" in refused.stderr) == (3, True)
    page.title = "汇总表"
    book.save(path)
    assert run("totals", path).code == 4


def test_the_blank_template_is_read(tmp_path: Path) -> None:
    path = tmp_path / "空白.xlsx"
    assert run("template", "-s", "huyi-2019-totals", "-o", path).code == 0
    result = run("totals", path)
    assert (result.code, "按填报数核对0个中心" in result.stdout) == (3, True)


def test_an_error_cell_anywhere_changes_no_other_row(judge: Judge) -> None:
    rows = [row(at, HY_YJ_04=150 + at) for at in range(1, 80)]
    plain = lines(judge(rows, "-f", "jsonl"))
    rows[60][COLUMNS["HY-FW-04"]] = "#DIV/0!"
    troubled = lines(judge(rows, "-f", "jsonl"))
    different = [
        at for at, (one, other) in enumerate(zip(plain, troubled, strict=True)) if one != other
    ]
    assert different == [60]
