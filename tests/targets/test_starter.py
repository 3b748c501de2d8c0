"""The starter of one's own standard: it validates, makes its template, and audits it at once."""

# A case is one line, however long, so that a table reads down its columns.
# ruff: noqa: E501

from pathlib import Path

import pytest

from conftest import ROOT, base_centre, run


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


FAULTS = {
    "{gap} without quotes": ('"增加面积{gap}以上。"', "增加面积{gap}以上。", "48:22 文字里有{gap}的要加引号"),
    "a full-width colon": ("clause: 第五条", "clause：第五条", "40:11 「：」是全角冒号；键后请写半角冒号和空格"),
    "a tab": ("    clause: 第五条", "\tclause: 第五条", "40:1 此处是制表符，请改用空格"),
    "a level in Chinese": ("  district: {zh: 区级}", "  区级: {zh: 区级}", "17:3 「区级」写法不对：只用小写字母、数字和下划线，以字母开头"),
    "an id in capitals": ("id: my-standard", "id: My-Standard", "「My-Standard」写法不对：只用小写字母、数字和连字符"),
    "a clause without a number": ("id: MY-01", "id: MY", "「MY」写法不对：大写字母、连字符和数字"),
    "a header that the form does not have": ("{总面积(㎡): 600}", "{面积大小: 600}", "MY-01：示例「六百整」判定为无法判定，应为符合；填报表里没有表头「面积大小」"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "sentence"), FAULTS.values(), ids=FAULTS)
def test_a_slip_of_the_pen_is_told_with_its_place(
    old: str, new: str, sentence: str, starter: Path
) -> None:
    text = starter.read_text("utf-8")
    assert old in text
    starter.write_text(text.replace(old, new, 1), "utf-8")
    ended = run("standards", "validate", starter)
    assert (ended.code, sentence in ended.stdout) == (3, True), ended.stdout


def test_a_synonym_is_a_header_and_titles_need_one_language(starter: Path) -> None:
    text = starter.read_text("utf-8").replace("{总面积(㎡): 600}", "{建筑面积: 600}", 1)
    starter.write_text(text, "utf-8")
    assert run("standards", "validate", starter).code == 0
    assert " en:" not in "".join(line for line in text.splitlines() if not line.startswith("#"))


def test_readme_is_followed_step_by_step(
    tmp_path: Path, workbook: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    chapter = (ROOT / "README.md").read_text("utf-8").partition("## 修改标准")[2]
    block = chapter.partition("```sh\n")[2].partition("```")[0]
    steps = [line.split()[1:] for line in block.splitlines()]
    assert [step[0] for step in steps] == ["standards", "standards", "template", "audit"]
    sheets = base_centre("区级")
    del sheets["16 现场核定"]
    assert callable(workbook)
    workbook(sheets, name="某中心.xlsx")
    monkeypatch.chdir(tmp_path)
    ended = [run(*step) for step in steps]
    assert [one.code for one in ended] == [0, 0, 0, 1], ended[-1].stderr
    assert "MY-01" in ended[-1].stdout
