"""Our own papers are no centres: refused alone, passed over in a folder, and told."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from conftest import ATTESTATIONS, ROOT, STAFF, attested, base_centre, run, write_book

FORMATS = ("xlsx", "docx", "pdf", "html", "md", "csv", "json", "txt")


@pytest.fixture
def centre(tmp_path: Path) -> Path:
    """One submission, alone in a folder."""
    sheets = base_centre("镇级")
    del sheets[ATTESTATIONS], sheets[STAFF][2]
    path = tmp_path / "送审" / "某中心.xlsx"
    path.parent.mkdir()
    write_book(path, sheets)
    return path


def report(centre: Path, name: str) -> Path:
    path = centre.parent / name
    assert run("audit", centre, "-o", path).code == 1
    return path


def annotated(centre: Path, name: str = "批注.xlsx") -> Path:
    path = centre.parent / name
    assert run("audit", centre, "--annotate", path).code == 1
    return path


@pytest.mark.parametrize("form", FORMATS)
def test_a_paper_of_ours_is_no_workbook(form: str, centre: Path) -> None:
    result = run("audit", report(centre, f"报告.{form}"))
    assert (result.code, result.stdout) == (3, ""), result.stdout
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_folder_with_our_papers_is_one_centre(centre: Path) -> None:
    for form in FORMATS:
        if form not in ("csv", "txt"):  # a folder of .csv files may be a workbook
            report(centre, f"报告.{form}")
    annotated(centre)
    summary = centre.parent / "汇总.xlsx"
    assert run("rollup", centre.parent, "-o", summary).code == 0
    again = "".join(run("rollup", centre.parent).stdout.split())
    assert "报送中心数1未能审核的文件0" in again
    told = run("audit", centre.parent)
    assert "本程序生成的文书2份" in told.stdout + told.stderr
    assert "原件也在其中的批注副本1份" in told.stdout + told.stderr
    assert "共1份" in told.stdout + told.stderr


def test_papers_are_passed_over_behind_a_pattern_and_in_a_zip(centre: Path, tmp_path: Path) -> None:
    report(centre, "报告.xlsx")
    annotated(centre)
    told = run("audit", centre.parent / "*.xlsx")
    assert "本程序生成的文书1份" in told.stdout + told.stderr
    packed = tmp_path / "全部.zip"
    with ZipFile(packed, "w") as archive:
        for path in centre.parent.glob("*.xlsx"):
            archive.write(path, path.name)
    told = run("audit", packed)
    assert "本程序生成的文书1份" in told.stdout + told.stderr


def test_an_annotated_copy_alone_is_audited_like_its_original(centre: Path) -> None:
    copy = annotated(centre)
    was, now = (run("audit", one, "-f", "json") for one in (centre, copy))
    assert was.outcomes == now.outcomes
    original = {one["code"] for one in was.audit["notes"]}
    assert {one["code"] for one in now.audit["notes"]} <= original
    centre.unlink()
    assert run("audit", copy.parent).code == 1


def test_an_annotated_copy_that_was_corrected_is_audited(centre: Path) -> None:
    copy = annotated(centre)
    book = load_workbook(copy)
    page = book[STAFF]
    for column, cell in enumerate(page[3], 1):
        page.cell(4, column, "钱建军" if column == 1 else cell.value)
    book.save(copy)
    result = run("audit", copy, "-f", "json")
    assert result.outcomes["HY-RY-03"] == "pass", result.finding("HY-RY-03")


def test_a_copy_annotated_again_is_known(centre: Path) -> None:
    copy = annotated(centre)
    again = centre.parent / "再批注.xlsx"
    assert run("audit", copy, "--annotate", again).code == 1
    assert run("audit", again, "-f", "json").outcomes == run("audit", centre, "-f", "json").outcomes


@pytest.mark.parametrize("level", ["区级", "镇级"])
def test_a_template_that_was_filled_in_is_a_centre(level: str, tmp_path: Path) -> None:
    path = tmp_path / "空白.xlsx"
    run("template", "--level", level, "-o", path)
    assert run("audit", path).code != 3


def test_an_inspectors_file_is_no_centre(centre: Path) -> None:
    path = centre.parent / "核定.xlsx"
    write_book(path, {ATTESTATIONS: [attested("HY-YJ-02")]})
    result = run("audit", path)
    assert (result.code, "--attestations" in result.stderr) == (3, True)
    path.unlink()
    run("template", "--inspector", "-o", path)
    told = run("audit", centre.parent)
    assert "现场核定文件1份" in told.stdout + told.stderr


@pytest.mark.parametrize("kind", ["README.md", "notes", "a list", "a blank workbook"])
def test_a_file_with_no_sheet_of_the_form_cannot_be_audited(kind: str, tmp_path: Path) -> None:
    path = tmp_path / {"README.md": "README.md", "notes": "说明.txt"}.get(kind, "文件.xlsx")
    if kind == "README.md":
        path.write_bytes((ROOT / "README.md").read_bytes())
    elif kind == "notes":
        path.write_text("会议记录\n参会人员：王芳\n", "utf-8")
    elif kind == "a list":
        write_book(path, {"采购清单": [{"品名": "打印纸", "数量": 3}]})
    else:
        Workbook().save(path)
    result = run("audit", path)
    assert (result.code, result.stdout) == (3, ""), result.stdout
    assert len(result.stderr.strip().splitlines()) == 1, result.stderr
