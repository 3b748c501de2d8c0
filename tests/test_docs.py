"""The documentation is true: each command block runs and prints what stands there."""

import re
import shutil
import warnings
from pathlib import Path

import openpyxl
import pytest
from docs import reference

from centre_check.desk import exits
from conftest import ROOT, run

PAGES = sorted((ROOT / "docs").glob("*.md"))
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
WITH_BLOCKS = [one for one in PAGES if BLOCK.search(one.read_text("utf-8"))]
_DIGEST = re.compile(r"(?<=SHA-256 )[0-9a-f]{12}")  # another one with every word of a standard
_LINES = 12  # of an output that a page shows


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the samples, in which a reader would try the commands."""
    for path in (ROOT / "samples").glob("*.xlsx"):
        shutil.copy(path, tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of what it would not keep
        book = openpyxl.load_workbook(tmp_path / "区级未达标.xlsx")
    book["01 基本信息"]["B12"] = 520
    book.save(tmp_path / "整改后.xlsx")
    shutil.copytree(ROOT / "samples" / "现场核定", tmp_path / "现场核定")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _played(block: str) -> str:
    """The block's commands with what they print, the beginning of it where it is long."""
    shown = []
    for command in (line for line in block.splitlines() if line.startswith("$ ")):
        done = run(*command.removeprefix("$ centre-check ").split())
        assert done.code in (0, 1, 4) or (done.code == 3 and "doctor" in command), done.stderr
        told = _DIGEST.sub("……", done.stdout or done.stderr)
        lines = [line.rstrip() for line in told.splitlines()]
        shown += [command, *lines[:_LINES], *(["……"] if len(lines) > _LINES else [])]
    return "\n".join(shown) + "\n"


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("page", WITH_BLOCKS, ids=[one.stem for one in WITH_BLOCKS])
def test_every_block_prints_what_stands_there(page: Path, *, update: bool) -> None:
    text = page.read_text("utf-8")
    played = BLOCK.sub(lambda found: f"```console\n{_played(found[1])}```", text)
    if update:
        page.write_text(played, "utf-8")
    assert played == text


@pytest.mark.parametrize("page", PAGES, ids=[one.stem for one in PAGES])
def test_links_and_pictures_are_there(page: Path) -> None:
    text = page.read_text("utf-8")
    named = re.findall(r"\]\(([^)#:]+)\)|\{image\} (\S+)", text)
    for target in (one for pair in named for one in pair if one):
        assert (page.parent / target).exists(), target


def test_every_page_is_in_the_contents() -> None:
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    made = {f"generated/{name}" for name, _ in reference.pages()}
    for name in {one.stem for one in PAGES if one.stem != "index"} | made:
        assert re.search(rf"^{re.escape(name)}$", index, re.MULTILINE), name


def test_the_reference_names_every_command_code_and_clause() -> None:
    pages = dict(reference.pages())
    for name in reference.commands():
        assert f"## {name}\n" in pages["commands"]
    for code in exits.MEANINGS:
        assert f"| {code} |" in pages["exit-codes"]
    assert pages["clauses"].count("| HY-") == 66
    assert "## 03 运营管理人员" in pages["form"]
