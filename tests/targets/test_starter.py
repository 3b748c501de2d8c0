"""The starter of one's own standard: it validates, makes its template, and audits it at once."""

from pathlib import Path

import pytest

from conftest import base_centre, run


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """The starter as a new user gets it."""
    found = tmp_path / "我的标准.yaml"
    ended = run("standards", "new", "-o", found)
    assert (ended.code, ended.stdout) == (0, "")
    return found


def test_the_starter_is_in_order_and_short(starter: Path) -> None:
    assert run("standards", "validate", starter).code == 0
    lines = starter.read_text("utf-8").splitlines()
    assert len(lines) < 120
    assert not any(" en:" in line for line in lines if not line.startswith("#"))


def test_its_template_is_audited_at_once(starter: Path, tmp_path: Path) -> None:
    blank = tmp_path / "空白表.xlsx"
    assert run("template", "-s", starter, "--level", "区级", "-o", blank).code == 0
    ended = run("audit", blank, "-s", starter, "-f", "json")
    assert (ended.code, set(ended.outcomes.values())) == (4, {"unknown", "manual"})


@pytest.mark.parametrize(("area", "outcome"), [(600, "pass"), (599.99, "fail"), (None, "unknown")])
def test_it_judges_a_centre(
    area: float | None, outcome: str, starter: Path, workbook: object
) -> None:
    sheets = base_centre("区级")
    del sheets["16 现场核定"]  # which attests clauses of another standard
    sheets["01 基本信息"] |= {"总面积(㎡)": area}
    assert callable(workbook)
    ended = run("audit", workbook(sheets), "-s", starter, "-f", "json", "--as-of", "2020-06-30")
    assert ended.finding("MY-01")["outcome"] == outcome
    assert ended.finding("MY-04")["outcome"] == "manual"


def test_a_file_that_is_there_is_left_alone(starter: Path) -> None:
    before = starter.read_bytes()
    ended = run("standards", "new", "-o", starter)
    assert (ended.code, "已经存在" in ended.stderr) == (2, True)
    assert starter.read_bytes() == before
