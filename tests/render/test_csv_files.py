"""The rows of a document as CSV: what a spreadsheet reads, and what it must not run."""

import csv
import io

import pytest
from kept import is_as_kept
from specimen import HOSTILE, specimen

from centre_check.documents.tree import (
    Document,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Section,
    Table,
    TableRow,
)
from centre_check.render.csv import render

MARK = "由 centre-check 生成"
SHORT = tuple(text for text in HOSTILE if len(text) < 1000)


def read(document: Document) -> list[list[str]]:
    """The rows without the last two: a blank one, and the mark that tells who made the file."""
    rows = list(csv.reader(io.StringIO(render(document).decode("utf-8-sig"), newline="")))
    assert rows[-2:] == [[], [MARK]]
    return rows[:-2]


def cell(text: str) -> str:
    document = Document("标题", (Table(("列",), (TableRow((text,)),)),))
    return read(document)[-1][0]


def test_blocks_stand_under_their_titles_with_a_blank_line_between() -> None:
    document = Document(
        "报告",
        (
            KeyValues((Pair("级别", "区级"), Pair("编号", ""))),
            Heading("条款"),
            Paragraph("不是表格。"),
            Table(("序号", "条款"), (TableRow(("1", "总面积，㎡")),)),
            Section("名册", (Table(("姓名",), (TableRow(("张**",)),)),)),
        ),
    )
    assert render(document).decode() == (
        "\ufeff报告\r\n级别,区级\r\n编号,\r\n\r\n条款\r\n序号,条款\r\n1,总面积，㎡\r\n\r\n"
        f"名册\r\n姓名\r\n张**\r\n\r\n{MARK}\r\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        "+1",
        "-1+2",
        "@SUM(A1)",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "\t=1",
        "\r=1",
        " =1",
        "　=1",
        '"=1',
        "'=1",
        "“=1”",
        "\u200b=1",
        "\u202e=1",
    ],
)
def test_nothing_starts_a_formula(text: str) -> None:
    assert cell(text).startswith("'")


@pytest.mark.parametrize("text", ["480", "a=b", "“区级”", "张**", "1-2", "", " "])
def test_what_is_no_formula_stays(text: str) -> None:
    assert cell(text) == text


def test_a_title_and_a_label_start_no_formula_either() -> None:
    document = Document("=1", (KeyValues((Pair("=2", "=3"),)),))
    assert read(document) == [["'=1"], ["'=2", "'=3"]]


def test_a_cell_of_the_longest_length_is_whole() -> None:
    assert cell("长" * 32_767) == "长" * 32_767


@pytest.mark.parametrize("text", ["长" * 32_768, "=" * 32_767, "𠮷" * 16_384, "a" * 100_000])
def test_a_longer_cell_says_that_it_was_cut(text: str) -> None:
    shown = cell(text)
    assert len(shown.encode("utf-16-le")) // 2 in (32_766, 32_767)
    assert shown.endswith(f"……（此处截断，全文共{len(text)}字）")
    assert shown.lstrip("'").startswith(text[:16_000])


def test_line_ends_outside_of_cells_are_crlf() -> None:
    text = render(specimen(hostile=("无",))).decode("utf-8-sig")
    assert text.count("\n") == text.count("\r\n")


def test_the_specimen_is_as_kept(*, update: bool) -> None:
    shown = render(specimen(hostile=SHORT))
    assert shown == render(specimen(hostile=SHORT))
    assert is_as_kept("specimen.csv", shown.decode(), update=update)
