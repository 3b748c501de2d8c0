"""A year of a district: every step ends as it should, and the register tells the story."""

import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from conftest import ROOT, run


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sys.path.insert(0, str(ROOT / "samples"))
    try:
        import one_year
    finally:
        sys.path.pop(0)
    folder = tmp_path_factory.mktemp("year") / "鄠邑区"
    steps = one_year.play(folder, lambda *given: int(run(*given).code))
    assert [step for step in steps if step[1] != step[2]] == []
    return folder


def test_the_register_tells_what_became_of_each_finding(year: Path) -> None:
    head, *rows = load_workbook(year / "整改台账.xlsx").worksheets[0].iter_rows(values_only=True)
    found = [dict(zip(map(str, head), row, strict=True)) for row in rows if row[0]]
    short = next(row for row in found if "蒋村" in row["中心"] and row["条款"] == "HY-RY-05")
    assert (short["进展"], short["复查结论"], short["措施"]) == ("已销号", "符合", "已制定整改方案")
    exempt = next(row for row in found if "大王" in row["中心"] and row["条款"] == "HY-RY-05")
    assert (exempt["进展"], exempt["复查结论"]) == ("整改中", "不符合")


def test_the_papers_are_there(year: Path) -> None:
    names = {path.name for path in (year / "文书").iterdir()}
    assert names == {
        "石井报告.pdf", "石井报告.封存.json", "蒋村整改通知.docx", "蒋村催办函.docx", "销号单.docx",
        "年度汇总.xlsx", "修订影响测算.html",
    }  # fmt: skip


def test_a_town_is_compliant_by_exemption_and_says_so(year: Path) -> None:
    given = ("--attestations", year / "现场核定" / "大王现场核定.xlsx", "--as-of", "2026-09-30")
    waivers = ("--waivers", year / "豁免登记.xlsx")
    result = run("audit", year / "报送" / "大王.xlsx", *given, *waivers)
    assert "含豁免1条" in result.stdout
