"""An office's own Word file: its placeholders listed, a starter made, filled, refused."""

from pathlib import Path

import pytest
from docx import Document as WordFile

from centre_check.documents.papers import kinds
from conftest import ROOT, run

SAMPLE = ROOT / "samples" / "区级未达标.xlsx"


def words_of(path: Path) -> str:
    book = WordFile(str(path))
    cells = [cell.text for table in book.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in book.paragraphs), *cells])


@pytest.mark.parametrize("kind", [kind for kind in kinds() if kind != "standard"])
def test_a_starter_holds_every_placeholder_and_fills(kind: str, tmp_path: Path) -> None:
    starter, filled = tmp_path / "模板.docx", tmp_path / "文书.docx"
    listed = run("print", kind, "--placeholders").stdout
    assert run("print", kind, "--starter", starter).code == 0
    names = [line.split("  ")[0] for line in listed.splitlines()]
    own = words_of(starter)
    assert [name for name in names if name not in own] == []
    result = run("print", kind, SAMPLE, "--template", starter, "-o", filled)
    assert (result.code, result.stderr) == (0, "")
    text = words_of(filled)
    assert "西安市鄠邑区余下创业中心" in text
    assert "{{" not in text
    assert "{%" not in text


def test_rows_are_repeated_for_each_clause(tmp_path: Path) -> None:
    starter, filled = tmp_path / "模板.docx", tmp_path / "通知.docx"
    run("print", "rectification-notice", "--starter", starter)
    run("print", "rectification-notice", SAMPLE, "--template", starter, "-o", filled)
    assert words_of(filled).count("差2人") >= 1
    (listed,) = (t for t in WordFile(str(filled)).tables if t.rows[0].cells[0].text == "序号")
    assert len(listed.rows) == 1 + 7


def test_an_unknown_placeholder_is_named_with_the_nearest(tmp_path: Path) -> None:
    book = WordFile()
    book.add_paragraph("{{ 中心名 }}")
    template, filled = tmp_path / "模板.docx", tmp_path / "文书.docx"
    book.save(str(template))
    result = run("print", "report", SAMPLE, "--template", template, "-o", filled)
    assert result.code == 3
    assert "中心名" in result.stderr
    assert "中心名称" in result.stderr
    assert not filled.exists()


@pytest.mark.parametrize(
    ("template", "output", "code", "said"),
    [
        ("没有.docx", "文书.docx", 2, "读不出"),
        ("没有.docx", "文书.pdf", 2, "--template"),
    ],
)
def test_a_template_that_cannot_be_used_is_told(
    template: str, output: str, code: int, said: str, tmp_path: Path
) -> None:
    arguments = ("--template", tmp_path / template, "-o", tmp_path / output)
    result = run("print", "report", SAMPLE, *arguments)
    assert result.code == code
    assert said in result.stderr


def test_a_text_renamed_to_docx_is_refused(tmp_path: Path) -> None:
    template = tmp_path / "模板.docx"
    template.write_text("不是 Word 文件", "utf-8")
    result = run("print", "report", SAMPLE, "--template", template, "-o", tmp_path / "文书.docx")
    assert result.code == 3
    assert not (tmp_path / "文书.docx").exists()
