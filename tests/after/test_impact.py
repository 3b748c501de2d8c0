"""A changed limit: who falls, who rises, who lacks data, on both sides of the boundary."""

import json
from pathlib import Path
from typing import Any

import pytest

from after.office import submit, table, waiver
from conftest import CENTRE, ROOT, base_centre, on_site, run

AREAS = {"甲": 180, "乙": 200, "丙": 260, "丁": None}
DAY = ("--as-of", "2020-06-30")


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four towns: below the limit, at it, above it, and one that says nothing."""
    folder = tmp_path_factory.mktemp("district") / "报送"
    for name, area in AREAS.items():
        sheets = base_centre("镇级")
        sheets[CENTRE] |= {"中心名称": f"{name}镇创业中心", "总面积(㎡)": area}
        submit(folder / f"{name}.xlsx", sheets)
    return folder


def given(folder: Path) -> tuple[object, ...]:
    return (*on_site(folder / "甲.xlsx"), *DAY)


def impact(folder: Path, *options: object) -> Any:
    result = run("impact", folder, *given(folder), *options, "-f", "json")
    assert result.stderr == "", result.stderr
    (change,) = json.loads(result.stdout)["changes"]
    turned = {one["name"][0] for one in change["centres"] if one["before"] != one["after"]}
    return result.code, turned, change


@pytest.mark.parametrize(
    ("limit", "code", "turned"),
    [
        ("200", 0, set()),
        ("180", 1, {"甲"}),
        ("181", 0, set()),
        ("201", 1, {"乙"}),
        ("260", 1, {"乙"}),
        ("261", 1, {"乙", "丙"}),
    ],
    ids=["as it is", "at the one below", "just above it", "just above", "at the larger", "above"],
)
def test_who_turns(limit: str, code: int, turned: set[str], district: Path) -> None:
    assert impact(district, "--set", f"HY-YJ-04={limit}")[:2] == (code, turned)


def test_a_limit_of_one_level_leaves_the_other_alone(district: Path) -> None:
    assert impact(district, "--set", "HY-YJ-04@区级=900")[:2] == (0, set())
    assert impact(district, "--set", "hy-yj-04@镇级=201")[:2] == (1, {"乙"})


def test_the_sentence_the_matrix_and_the_gap(district: Path) -> None:
    options = ("--set", "HY-YJ-04=300")
    text = run("impact", district, *given(district), *options, COLUMNS="200").stdout
    assert "达标2→0（−2 +0），不变2，新标准所需数据缺0" in text
    code, _, change = impact(district, *options)
    assert (code, change["matrix"]["compliant"]["non_compliant"]) == (1, 2)
    (clause,) = change["clauses"]
    assert (clause["criterion"], clause["failing"], clause["shortfall"]) == ("HY-YJ-04", 2, "140")


def test_another_standard(district: Path, tmp_path: Path) -> None:
    text = (ROOT / "standards" / "huyi-2019-centre.yaml").read_text("utf-8")
    new = tmp_path / "新标准.yaml"
    new.write_text(text.replace("district: 500, town: 200", "district: 500, town: 250"), "utf-8")
    assert impact(district, "--to", new)[:2] == (1, {"乙"})
    assert run("impact", district, *given(district), "--to", "huyi-2019-centre").code == 0


def test_an_exemption_holds_on_both_sides(district: Path, tmp_path: Path) -> None:
    path = table(tmp_path / "豁免.xlsx", [waiver(中心名称="乙镇创业中心")])
    options = ("--set", "HY-YJ-04=201", "--waivers", path)
    assert impact(district, *options)[:2] == (0, set())


def test_a_sweep_is_a_table_and_a_figure(district: Path, tmp_path: Path) -> None:
    page = tmp_path / "测算.html"
    options = ("--sweep", "HY-YJ-04=180:280:20", "-f", "json", "-o", page)
    result = run("impact", district, *given(district), *options)
    good = [
        sum(one["matrix"][old]["compliant"] for old in one["matrix"])
        for one in json.loads(result.stdout)["changes"]
    ]
    assert (result.code, good) == (1, [3, 2, 1, 1, 1, 0])
    assert "HY-YJ-04=280" in page.read_text("utf-8")


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--set", "HY-YJ-04=800", "--to", "x.yaml"),
        ("--set", "HY-YJ-99=800"),
        ("--set", "HY-YJ-04"),
        ("--set", "HY-YJ-04=很大"),
        ("--set", "HY-YJ-04=1e9"),
        ("--set", "HY-YJ-02=1"),
        ("--set", "HY-YJ-04@村级=1"),
        ("--sweep", "HY-YJ-04=300:1000"),
        ("--sweep", "HY-YJ-04=300:1000:0"),
        ("--sweep", "HY-YJ-04=0:1000000:1"),
        ("--sweep", "HY-YJ-04=1000:300:50"),
        ("--to", "没有.yaml"),
    ],
)
def test_what_changes_nothing_is_refused(options: tuple[str, ...], district: Path) -> None:
    result = run("impact", district, *DAY, *options)
    assert (result.code, result.stdout, result.stderr.count("\n")) == (2, "", 1), result.stderr
