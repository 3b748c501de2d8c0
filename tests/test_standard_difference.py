"""`standards diff`: what changed between two editions, in words."""

from pathlib import Path

import pytest

from centre_check.standard import library
from centre_check.standard.library import StandardKind, kind_of
from conftest import ROOT, run

HUYI = ROOT / "standards" / "huyi-2019-centre.yaml"

CHANGES = {
    "a limit of one level": (
        "at_least: {district: 5, town: 3}", "at_least: {district: 6, town: 3}",
        ["~ HY-RY-03 专职人员", "原为：规则：", "不少于5人", "改为：规则：", "不少于6人"],
        "镇级 · 人员要求",
    ),
    "a quote": (
        "quote: 帮扶期限最长不超过3年", "quote: 帮扶期限不超过3年",
        ["~ HY-FW-02", "原为：「帮扶期限最长不超过3年」", "改为：「帮扶期限不超过3年」"],
        "硬件设施",
    ),
    "an id, which is another clause": (
        "id: HY-YJ-03\n", "id: HY-YJ-13\n",
        ["- HY-YJ-03 基础设施（删去）", "+ HY-YJ-13 基础设施（新增）"], "人员要求",
    ),
    "nothing": ("", "", ["各条均相同。"], "~"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "told", "silent"), CHANGES.values(), ids=CHANGES)
def test_what_changed_is_said(
    old: str, new: str, told: list[str], silent: str, tmp_path: Path
) -> None:
    text = HUYI.read_text("utf-8")
    assert old in text
    copy = tmp_path / "copy.yaml"
    copy.write_text(text.replace(old, new, 1), "utf-8")
    result = run("standards", "diff", "huyi-2019-centre", copy, COLUMNS="200")
    assert result.code == (1 if old else 0), result.stderr
    for part in told:
        assert part in result.stdout, result.stdout
    assert silent not in result.stdout


@pytest.mark.parametrize("name", sorted(path.stem for path in library.shipped()))
def test_a_standard_does_not_differ_from_itself(name: str) -> None:
    result = run("standards", "diff", name, name)
    assert (result.code, "各条均相同。" in result.stdout) == (0, True), result.stderr


def test_two_kinds_are_not_compared() -> None:
    other = next(path for path in library.shipped() if kind_of(path) is StandardKind.TARGETS)
    result = run("standards", "diff", "huyi-2019-centre", other.stem)
    assert (result.code, "不是同一种标准" in result.stderr) == (2, True), result.stderr
