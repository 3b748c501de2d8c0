"""Every paper in every format from one command: whole, the same twice, and nothing but text."""

import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as WordFile
from openpyxl import load_workbook

from centre_check.documents.papers import kinds
from centre_check.render.formats import FORMATS
from conftest import CENTRE, MENTORS, ROOT, SERVICES, STAFF, TENANTS, base_centre, run
from outside import needs

# openpyxl does not know the extension in which data bars are kept.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
SAMPLES = ("区级达标", "区级未达标", "镇级达标", "镇级待核定")
REFUSED = {  # a notice that asks for nothing is not issued
    *((sample, "rectification-notice") for sample in SAMPLES if sample != "区级未达标"),
    *((sample, "supplement-notice") for sample in ("区级达标", "镇级达标")),
}
HOSTILE = (
    "[red]x[/red]",
    "{{1234*5678}}",
    '#read("/etc/passwd")',
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "\u202e左",
    "长" * 32_767,
)


def made(kind: str, book: Path, folder: Path, *options: str) -> dict[str, Path]:
    """The paper in every format, by suffix."""
    folder.mkdir(exist_ok=True)
    targets = {suffix: folder / f"paper{suffix}" for suffix in FORMATS}
    outputs = [part for path in targets.values() for part in ("-o", path)]
    result = run("print", kind, book, *outputs, *options)
    assert (result.code, result.stderr, result.stdout) == (0, "", "")
    return targets


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("sample", SAMPLES)
def test_each_paper_of_each_sample_opens_in_every_format(
    sample: str, kind: str, tmp_path: Path
) -> None:
    if (sample, kind) in REFUSED:
        return
    files = made(kind, ROOT / "samples" / f"{sample}.xlsx", tmp_path)
    assert files[".pdf"].read_bytes().startswith(b"%PDF-")
    assert WordFile(str(files[".docx"])).paragraphs
    assert load_workbook(files[".xlsx"]).sheetnames
    for suffix in (".html", ".md", ".csv", ".json", ".txt"):
        assert files[suffix].read_text("utf-8-sig").strip()


@pytest.mark.parametrize("kind", kinds())
def test_two_runs_give_the_same_bytes(kind: str, tmp_path: Path) -> None:
    book = ROOT / "samples" / "区级未达标.xlsx"
    first, second = (made(kind, book, tmp_path / name) for name in ("first", "second"))
    differing = [s for s in FORMATS if first[s].read_bytes() != second[s].read_bytes()]
    assert differing == []


@pytest.mark.parametrize("kind", ["report", "inspection-record", "rectification-notice"])
def test_what_a_workbook_says_is_only_text(
    kind: str, workbook: Callable[..., Path], tmp_path: Path
) -> None:
    sheets = base_centre("镇级")
    sheets[CENTRE] |= {"中心名称": HOSTILE[4], "运营管理机构": HOSTILE[1], "负责人": HOSTILE[0]}
    for title, column in ((STAFF, "姓名"), (TENANTS, "实体名称"), (MENTORS, "姓名")):
        for row, text in zip(sheets[title], HOSTILE, strict=False):
            row[column] = text
    sheets[MENTORS] = sheets[MENTORS][:3]
    sheets[SERVICES][0]["服务项目"] = HOSTILE[3]
    files = made(kind, workbook(sheets), tmp_path / "out", "--personal", "show")
    assert b"<script>alert" not in files[".html"].read_bytes()
    assert "<script>alert(1)</script>" in files[".txt"].read_text("utf-8")
    book = load_workbook(files[".xlsx"])
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    with zipfile.ZipFile(files[".docx"]) as package:
        assert b"<script" not in package.read("word/document.xml")
    for suffix in (".md", ".csv", ".txt", ".html"):
        text = files[suffix].read_text("utf-8-sig")
        assert "7006652" not in text
        assert "root:" not in text
        assert "\u202e" not in text


def test_a_pdf_report_holds_every_title_in_embedded_fonts(tmp_path: Path) -> None:
    files = made("report", ROOT / "samples" / "区级未达标.xlsx", tmp_path)
    fonts = subprocess.run(
        [needs("pdffonts", what="poppler", check="the fonts of a report"), str(files[".pdf"])],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)
    text = subprocess.run(
        [needs("pdftotext", what="poppler", check="the text of a report"), str(files[".pdf"]), "-"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    plain = "".join(text.split())
    for quote in ("区级创业中心总面积不低于500平方米", "多功能会议室(培训教室)", "卫生管理"):
        assert quote in plain
    assert all(sign in plain for sign in "，。；（）《》“”")
