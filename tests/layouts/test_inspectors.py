"""An inspector's word is an inspector's: what decides on site, and what is refused."""

# ruff: noqa: E501

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from centre_check.desk.recipe import Recipe
from centre_check.words import Words
from centre_check.workbook import source
from conftest import (
    ATTESTATIONS,
    CENTRE,
    STAFF,
    Result,
    Row,
    Sheets,
    attested,
    base_centre,
    run,
    write_book,
)
from messiness.books import built

ON_SITE = ("HY-YJ-02", "HY-YJ-03")
TOMORROW = (date.today() + timedelta(days=1)).isoformat()


def small(sheets: Sheets) -> None:
    """Computed fails: 90 ㎡ and two full-timers."""
    sheets[CENTRE]["总面积(㎡)"] = 90
    del sheets[STAFF][2]


class Case(NamedTuple):
    """A centre of a town, the rows of its own table and of the inspectors' files, the outcome."""

    what: str
    verdict: str
    own: Sequence[Row] = ()
    files: Sequence[Sequence[Row]] = ()
    edit: Callable[[Sheets], object] | None = None
    says: Sequence[str] = ()


BOTH = [attested(one) for one in ON_SITE]
WHY = "实测建筑面积260平方米，与房产证一致"
CASES = (
    Case("the centre's own table decides nothing", "undecided", own=BOTH, says=["待确认", "--attestations"]),
    Case("the centre's own table turns no fail", "non_compliant", own=[*BOTH, attested("HY-YJ-04", 说明=WHY), attested("HY-RY-03", 说明=WHY)], edit=small, says=["待确认"]),
    Case("a broken table of the centre's own decides nothing", "undecided", own=[attested("HY-YJ-99"), attested("HY-YJ-02", 核定人=None)], says=["待确认"]),
    Case("a fail of the centre's own decides nothing", "undecided", own=[attested("HY-YJ-04", "不符合")]),
    Case("an inspector's file decides", "compliant", files=[BOTH], says=["结论采用现场核定2条"]),
    Case("an inspector's file decides beside the centre's own", "compliant", own=[attested("HY-YJ-02", "不符合")], files=[BOTH]),
    Case("two inspectors' files decide together", "compliant", files=[BOTH[:1], BOTH[1:]]),
    Case("an inspector's fail decides", "non_compliant", files=[[BOTH[0], attested("HY-YJ-03", "不符合", 说明="没有消防栓")]]),
    Case("an inspector leaves a clause open", "undecided", files=[BOTH[:1]]),
    Case("an outcome against the computed one, with its reason", "non_compliant", files=[[*BOTH, attested("HY-YJ-04", 说明=WHY)]], edit=small, says=["符合（现场核定；程序判定为不符合）", WHY]),
    Case("all outcomes against the computed ones", "compliant", files=[[*BOTH, attested("HY-YJ-04", 说明=WHY), attested("HY-RY-03", 说明="另有一名专职人员在岗，已核对劳动合同")]], edit=small, says=["程序判定为不符合", "与程序判定不一致", "HY-YJ-04", "HY-RY-03", "核定1.xlsx"]),
    Case("a pass decided as a fail, with its reason", "non_compliant", files=[[*BOTH, attested("HY-YJ-04", "不符合", 说明="实测150平方米")]], says=["不符合（现场核定；程序判定为符合）"]),
    Case("an outcome that is the computed one needs no reason", "compliant", files=[[*BOTH, attested("HY-YJ-04")]]),
    Case("a day before the data's", "compliant", files=[[attested(one, 核定日期="2020-06-01") for one in ON_SITE]]),
    Case("a day after the data's and before today", "compliant", files=[[attested(one, 核定日期="2020-07-15") for one in ON_SITE]]),
    Case("today", "compliant", files=[[attested(one, 核定日期=date.today().isoformat()) for one in ON_SITE]]),
    Case("a day in words", "compliant", files=[[attested(one, 核定日期="2020年7月15日") for one in ON_SITE]]),
    Case("blank rows of the form", "compliant", files=[[*BOTH, attested("HY-YJ-04", None, 核定人=None, 核定日期=None)]]),
)  # fmt: skip


def book_of(sheets: Sheets, path: Path) -> Path:
    built(sheets).save(path)
    return path


def audited(case: Case, folder: Path, *options: object) -> Result:
    sheets = base_centre("镇级")
    del sheets[ATTESTATIONS]
    if case.own:
        sheets[ATTESTATIONS] = list(case.own)
    if case.edit is not None:
        case.edit(sheets)
    path = book_of(sheets, folder / "中心.xlsx")
    given: list[object] = []
    for at, rows in enumerate(case.files, 1):
        given += ["--attestations", book_of({ATTESTATIONS: list(rows)}, folder / f"核定{at}.xlsx")]
    return run("audit", path, *given, *options, COLUMNS="300")


@pytest.mark.parametrize("case", [pytest.param(case, id=case.what) for case in CASES])
def test_the_verdict(case: Case, tmp_path: Path) -> None:
    result = audited(case, tmp_path, "-f", "json", "--personal", "show")
    assert result.json is not None, result.stderr
    assert result.audit["verdict"] == case.verdict
    if case.own and not case.files:
        assert all(one["attestation"] is None for one in result.audit["findings"])
    text = audited(case, tmp_path, "--personal", "show").stdout
    assert not [words for words in case.says if words not in text], text


OVERRULED = CASES[10]


@pytest.mark.parametrize("kind", ["report", "inspection-record", "self-check", "rectification"])
def test_every_paper_says_both_outcomes_and_the_source(kind: str, tmp_path: Path) -> None:
    """Here one clause stays a fail, so that there is something to put right."""
    case = CASES[9]
    audited(case, tmp_path, "-f", "json")
    paper = tmp_path / "纸.txt"
    kinds = run("print", "--help").stdout
    name = next(
        word
        for word in kinds.replace("|", " ").replace("]", " ").replace("[", " ").split()
        if word.startswith(kind)
    )
    options = ["--attestations", tmp_path / "核定1.xlsx", "-o", paper, "--personal", "show"]
    result = run("print", name, tmp_path / "中心.xlsx", *options)
    assert result.code in (0, 1, 4), result.stderr
    text = "".join(paper.read_text("utf-8").split())
    for words in ("程序判定为不符合", "核定1.xlsx", "与程序判定不一致"):
        assert words in text, text


REFUSED = (
    ("a day to come", [attested("HY-YJ-02", 核定日期=TOMORROW)], ["E2", "核定日期"]),
    ("a far day", [attested("HY-YJ-02", 核定日期="2099-01-01")], ["E2"]),
    ("an inspector called 待定", [attested("HY-YJ-02", 核定人="待定")], ["D2"]),
    ("no inspector", [attested("HY-YJ-02", 核定人=None)], ["D2"]),
    ("an inspector called 无", [attested("HY-YJ-02", 核定人="无")], ["D2"]),
    ("an inspector called ×××", [attested("HY-YJ-02", 核定人="×××")], ["D2"]),
    ("an inspector called 检查人员", [attested("HY-YJ-02", 核定人="检查人员")], ["D2"]),
    ("an inspector called 中心自评", [attested("HY-YJ-02", 核定人="中心自评")], ["D2"]),
    ("an inspector called /", [attested("HY-YJ-02", 核定人="/")], ["D2"]),
    ("no day", [attested("HY-YJ-02", 核定日期=None)], ["E2"]),
    ("a month", [attested("HY-YJ-02", 核定日期="2020年6月")], ["E2"]),
    ("no outcome", [attested("HY-YJ-02", None)], ["B2"]),
    ("an outcome that is none", [attested("HY-YJ-02", "基本符合")], ["B2"]),
    ("no such clause", [attested("HY-YJ-99")], ["A2"]),
    ("a clause twice", [attested("HY-YJ-02"), attested("HY-YJ-02")], ["A3"]),
    ("a pass against the computed fail without a reason", [*BOTH, attested("HY-YJ-04")], ["C4", "HY-YJ-04"]),
    ("a reason that is none", [*BOTH, attested("HY-YJ-04", 说明="无")], ["C4"]),
    ("a reason that is a dash", [*BOTH, attested("HY-YJ-04", 说明="—")], ["C4"]),
    ("a clause that does not apply, against the computed fail", [*BOTH, attested("HY-YJ-04", "不适用")], ["C4"]),
    ("three mistakes at once", [attested("HY-YJ-02", 核定人=None), attested("HY-YJ-99"), attested("HY-YJ-03", 核定日期=TOMORROW)], ["D2", "A3", "E4"]),
    ("two mistakes in a row", [attested("HY-YJ-02", 核定人=None, 核定日期=None)], ["D2", "E2"]),
    ("no entry at all", [attested("HY-YJ-02", None, 核定人=None, 核定日期=None)], ["现场核定"]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "said"), [pytest.param(*rest, id=what) for what, *rest in REFUSED]
)
def test_what_is_no_decision_is_refused(rows: list[Row], said: list[str], tmp_path: Path) -> None:
    result = audited(Case("", "", files=[rows], edit=small), tmp_path)
    assert (result.code, result.stdout) == (3, "")
    assert not [words for words in ("核定1.xlsx", *said) if words not in result.stderr], (
        result.stderr
    )


def test_a_clause_in_two_files_is_refused(tmp_path: Path) -> None:
    result = audited(Case("", "", files=[BOTH, BOTH[:1]]), tmp_path)
    assert (result.code, "核定2.xlsx" in result.stderr) == (3, True)


@pytest.mark.parametrize(
    "kind", ["README.md", "a centre without the table", "a list of names", "a text"]
)
def test_a_file_without_the_table_is_refused(kind: str, tmp_path: Path) -> None:
    given = tmp_path / {"README.md": "README.md", "a text": "说明.txt"}.get(kind, "文件.xlsx")
    if kind == "a centre without the table":
        sheets = base_centre("镇级")
        del sheets[ATTESTATIONS]
        book_of(sheets, given)
    elif kind == "a list of names":
        book_of({"名单": [{"姓名": "张三", "电话": "1"}]}, given)
    else:
        given.write_text("# 说明\n\n一段文字，与核定无关。\n", "utf-8")
    path = book_of(base_centre("镇级"), tmp_path / "中心.xlsx")
    result = run("audit", path, "--attestations", given)
    assert (result.code, result.stdout, given.name in result.stderr) == (3, "", True), result.stderr
    assert len(result.stderr.strip().splitlines()) <= 2


def test_the_template_of_a_centre_has_no_inspectors_sheet(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    for level in ("区级", "镇级"):
        path = tmp_path / f"{level}.xlsx"
        assert run("template", "--level", level, "-o", path).code == 0
        assert not [name for name in load_workbook(path).sheetnames if "核定" in name]


def test_the_template_of_an_inspector(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "核定.xlsx"
    assert run("template", "--inspector", "--level", "镇级", "-o", path).code == 0
    names: Any = load_workbook(path).sheetnames
    assert [name for name in names if not name.startswith("00")] == [ATTESTATIONS]


def test_an_inspectors_file_is_read_once_for_all_workbooks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_book(tmp_path / "现场核定.xlsx", {ATTESTATIONS: [attested("HY-YJ-02")]})
    paths = [tmp_path / f"{at}.xlsx" for at in range(3)]
    for path in paths:
        write_book(path, {CENTRE: base_centre("镇级")[CENTRE]})
    opened: list[str] = []
    open_it = source.open_workbook
    monkeypatch.setattr(
        source,
        "open_workbook",
        lambda path, *rest: opened.append(path.name) or open_it(path, *rest),
    )
    recipe = Recipe.of(
        Words("zh"), standard="huyi-2019-centre", attestations=(str(tmp_path / "现场核定.xlsx"),)
    )
    auditor = recipe.auditor()
    for path in paths:
        auditor.audit(path)
    assert opened.count("现场核定.xlsx") == 1
