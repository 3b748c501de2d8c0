"""The options by which workbooks are audited mean the same wherever workbooks are given."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ATTESTATIONS, CENTRE, Sheets, attested, base_centre, run

Build = Callable[..., Path]
OWN = "有多大"  # what the centre's own form calls its total area
MAPPING = f"sheets:\n  01 基本信息:\n    columns:\n      总面积(㎡): {OWN}\n"
HUNDRED = ("--rate", "100%", "--seed", "1")


@pytest.fixture
def folder(tmp_path: Path, workbook: Build) -> Path:
    """A centre that leaves its level open, names its area oddly and was not looked at on site."""
    (tmp_path / "全区").mkdir()
    sheets = base_centre("镇级")
    del sheets[CENTRE]["级别"], sheets[ATTESTATIONS]
    sheets[CENTRE][OWN] = sheets[CENTRE].pop("总面积(㎡)")
    return workbook(sheets, name="全区/中心.xlsx").parent


@pytest.fixture
def given(tmp_path: Path, workbook: Build) -> tuple[str, ...]:
    """All that its audit needs."""
    sheets: Sheets = {ATTESTATIONS: [attested("HY-YJ-02"), attested("HY-YJ-03")]}
    attestations = workbook(sheets, name="现场核定.xlsx")
    mapping = tmp_path / "映射.yaml"
    mapping.write_text(MAPPING, encoding="utf-8")
    named = {"--level": "镇级", "--mapping": mapping, "--attestations": attestations}
    return tuple(str(one) for pair in named.items() for one in pair)


@pytest.mark.parametrize("missing", [None, 0, 2, 4])
def test_each_counts_as_in_an_audit(
    folder: Path, given: tuple[str, ...], missing: int | None
) -> None:
    options = given if missing is None else given[:missing] + given[missing + 2 :]
    expected = "compliant" if missing is None else "undecided"
    (line,) = run("audit", folder, "-f", "jsonl", *options).stdout.splitlines()
    assert json.loads(line)["verdict"] == expected
    shown = run("history", folder, "-f", "json", *options)
    assert json.loads(shown.stdout)["courses"][0]["audits"][0]["verdict"] == expected
    shown = run("rollup", folder, "-f", "json", *options)
    assert json.loads(shown.stdout)["standards"][0]["total"][expected] == 1
    shown = run("sample", folder, "-f", "json", *HUNDRED, "--by", "verdict", *options)
    assert f'"{expected}"' in shown.stdout


def test_the_attestations_of_each_side_are_its_own(folder: Path, given: tuple[str, ...]) -> None:
    *common, option, attestations = given
    old = (*common, "--old-attestations", attestations)
    for options, code in (
        (common, 0),
        ((*common, option, attestations), 0),  # looked at since
        (old, 1),  # met before, open now
        ((*old, option, attestations), 0),
    ):
        assert run("compare", folder, folder, *options).code == code


@pytest.mark.parametrize("option", ["--level", "--mapping", "--attestations"])
@pytest.mark.parametrize("command", ["rollup", "history", "sample"])
def test_where_only_results_are_given_none_is_taken(
    command: str, option: str, folder: Path, tmp_path: Path
) -> None:
    run("audit", folder, "-o", tmp_path / "结果.jsonl")
    own = HUNDRED if command == "sample" else ()
    ended = run(command, tmp_path / "结果.jsonl", *own, option, "town")
    assert (ended.code, option in ended.stderr) == (2, True)


@pytest.mark.parametrize("option", ["--mapping", "--attestations", "--level"])
def test_what_is_not_there_is_one_sentence(option: str, folder: Path) -> None:
    ended = run("rollup", folder, option, "没有的.xlsx")
    assert (ended.code, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    assert "没有的.xlsx" in ended.stderr


def test_none_of_the_files_is_written_over(folder: Path, given: tuple[str, ...]) -> None:
    mapping = given[3]
    copied = Path(mapping).rename(Path(mapping).with_suffix(".json"))
    before = copied.read_bytes()
    ended = run("history", folder, "--mapping", copied, "-o", copied)
    assert ended.code in (2, 3)
    assert copied.read_bytes() == before
