"""Text files: encodings, delimiters, quotes, and what only looks like a value."""

import io
import zipfile
from pathlib import Path

import pytest
from converted import zipped

from centre_check.form.types import Disclosure
from centre_check.model.facts import Trouble
from centre_check.model.table import Facts
from centre_check.standard import shelf
from centre_check.words import Words
from centre_check.workbook import read_facts
from centre_check.workbook.containers import READERS, DamagedFile, FileKind, csv
from centre_check.workbook.grid import Grid
from centre_check.workbook.source import open_workbook

TEXT = "姓名,岗位\n张建国,服务\n"


def only(content: bytes) -> Grid:
    (grid,) = READERS[FileKind.CSV](content)
    return grid


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-be-bom"]
)
def test_the_encoding_is_told_by_decoding(encoding: str) -> None:
    if encoding == "utf-16-be-bom":
        content = b"\xfe\xff" + TEXT.encode("utf-16-be")
    else:
        content = TEXT.encode(encoding)
    assert only(content).rows == [["姓名", "岗位"], ["张建国", "服务"]]


def test_a_character_outside_gbk_is_read_in_gb18030() -> None:
    assert only("姓名\n张𠮷\n".encode("gb18030")).rows == [["姓名"], ["张𠮷"]]


REFUSED = {
    "NUL bytes": (b"a,b\n1,\x002\n", "NUL"),
    "UTF-16 without its mark": (TEXT.encode("utf-16-le"), "NUL"),
    "NUL in UTF-16": (b"\xff\xfe" + "a,\0".encode("utf-16-le"), "NUL"),
    "half UTF-8, half GBK": (
        "姓名,岗位\n".encode() + "张建国,服务\n".encode("gbk"),
        "partly UTF-8 and partly GB18030",
    ),
    "both in one line": ("张建国,".encode() + "服务\n".encode("gbk"), "partly UTF-8"),
    "neither": (b"\xff\xff\xff,\x80\n", "neither"),
    "a UTF-8 mark before GBK": (b"\xef\xbb\xbf" + "张建国".encode("gbk"), "neither"),
    "UTF-16 cut off": (TEXT.encode("utf-16")[:-1], "neither"),
    "an unclosed quote": (b'a,"b\n1,2\n', "never closed"),
    "text behind a quote": (b'a,b\n"x"y,2\n', "line 2 do not pair up"),
    "a cell beyond measure": (b"a," + b"x" * 200_000, "longer than"),
}


@pytest.mark.parametrize(("content", "cause"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_its_cause(content: bytes, cause: str) -> None:
    with pytest.raises(DamagedFile, match=cause):
        only(content)


DELIMITED = {
    "commas": "姓名,岗位\n张,服务\n",
    "tabs": "姓名\t岗位\n张\t服务\n",
    "semicolons": "姓名;岗位\n张;服务\n",
    "a declared delimiter": "sep=|\n姓名|岗位\n张|服务\n",
    "carriage returns": "姓名,岗位\r\n张,服务\r\n",
}


@pytest.mark.parametrize("text", DELIMITED.values(), ids=DELIMITED)
def test_the_delimiter_is_told_by_what_it_divides(text: str) -> None:
    assert only(text.encode()).rows == [["姓名", "岗位"], ["张", "服务"]]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("服务,项目\n基础,融资;法务;产权;税务;社保\n", "融资;法务;产权;税务;社保"),
        ('名称,说明\n甲,"逗号,分号;"\n', "逗号,分号;"),
        ('名称,说明\n甲,"第一行\n第二行"\n', "第一行\n第二行"),
        ('名称,说明\n甲,"说""好"""\n', '说"好"'),
    ],
    ids=["semicolons in a cell", "both in quotes", "a line break in quotes", "quotes in quotes"],
)
def test_what_stands_in_a_cell_divides_nothing(text: str, cell: str) -> None:
    assert only(text.encode()).rows[1][1] == cell


@pytest.mark.parametrize(
    ("shown", "raw"),
    [("007", "007"), ('="007"', "007"), ('"=""007"""', "007"), ("1.50", "1.50"), ("TRUE", "TRUE")],
)
def test_every_cell_is_text(shown: str, raw: str) -> None:
    assert only(f"a,{shown}\n".encode()).rows == [["a", raw]]


@pytest.mark.parametrize(
    ("shown", "trouble"),
    [
        ("#N/A", Trouble.ERROR_VALUE),
        ("#DIV/0!", Trouble.ERROR_VALUE),
        ("#NAME?", Trouble.ERROR_VALUE),
        ("Err:502", Trouble.ERROR_VALUE),
        ("########", Trouble.ERROR_VALUE),
        ("=SUM(A1:A3)", Trouble.NO_STORED_RESULT),
        ("=A1+B1", Trouble.NO_STORED_RESULT),
        ("=汇总!B2", Trouble.NO_STORED_RESULT),
    ],
)
def test_errors_and_formulas_are_no_text(shown: str, trouble: Trouble) -> None:
    assert dict(only(f"a,{shown}\n".encode()).troubles) == {(0, 1): (trouble, shown)}


@pytest.mark.parametrize("shown", ["#1楼", "#", "====", "=", "Error", "E座"])
def test_what_only_looks_like_one_is_text(shown: str) -> None:
    assert only(f"a,{shown}\n".encode()).rows == [["a", shown]]


def test_blank_lines_keep_the_row_numbers_and_leave_no_tail() -> None:
    grid = only(b"a,b\n\n1,2\n,\n\n")
    assert (grid.raw(2, 0), grid.height) == ("1", 3)


def test_control_characters_are_spelled_out() -> None:
    assert only(b"a\x1b[31m,b\n").rows == [["a_x001B_[31m", "b"]]


def test_a_sheet_is_called_by_the_stem_of_its_file() -> None:
    grids = csv.read_files({"表/07 入驻实体.csv": b"a\n", "01 基本信息.CSV": b"b\n"})
    assert [grid.name for grid in grids] == ["01 基本信息", "07 入驻实体"]


def test_a_broken_file_among_others_is_named() -> None:
    with pytest.raises(DamagedFile, match=r"乙\.csv: a quotation mark"):
        csv.read_files({"甲.csv": b"a\n", "乙.csv": b'"a\n'})


def test_a_zip_gives_a_sheet_a_member_and_leaves_out_what_editors_leave() -> None:
    files = {
        "中心/甲.csv": b"a,b\n",
        "乙.CSV": "姓,名\n".encode("gbk"),
        "__MACOSX/._甲.csv": b"\0",
        "中心/.~lock.甲.csv": b"\0",
        "说明.txt": b"x",
    }
    grids = READERS[FileKind.CSV_ZIP](zipped(files))
    assert {grid.name: grid.rows for grid in grids} == {"甲": [["a", "b"]], "乙": [["姓", "名"]]}


def test_names_in_a_zip_from_chinese_windows_are_read() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("XXXXXXXX.csv", b"a\n")
    content = stream.getvalue().replace(b"XXXXXXXX", "人员名单".encode("gbk"))
    (grid,) = READERS[FileKind.CSV_ZIP](content)
    assert grid.name == "人员名单"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", zipped({})[:-1]])
def test_a_broken_zip_is_damaged(content: bytes) -> None:
    with pytest.raises(DamagedFile):
        READERS[FileKind.CSV_ZIP](content)


AGREEMENTS = (
    "名称,起始日期,终止日期\n鄠邑区第1商行,2019-07-01,2021-06-30\n"  # whose, only its name says
)


def _facts(path: Path) -> Facts:
    form = shelf.take("huyi-2019-centre").form
    return read_facts(path, form, Words("en"), disclosure=Disclosure.FULL)


@pytest.mark.parametrize("name", ["06 服务协议.csv", "服务协议.CSV", "06服务协议.txt"])
def test_a_lone_file_is_the_sheet_that_its_name_says(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(AGREEMENTS, "utf-8")
    table = _facts(tmp_path / name).tables["agreements"]
    assert (table.title, len(table.rows)) == (name[:-4], 1)
    assert table.rows[0].cell("ends_on").sheet == name[:-4]


@pytest.mark.parametrize("name", ["某中心.csv", "汇总.csv", "导出(1).csv"])
def test_a_name_that_says_nothing_leaves_it_to_the_headers(name: str, tmp_path: Path) -> None:
    text = "姓名,岗位类别,专职/兼职,到岗日期\n张建国,服务,专职,2019-03-05\n"
    (tmp_path / name).write_text(text, "utf-8")
    assert len(_facts(tmp_path / name).tables["staff"].rows) == 1


def test_a_file_of_controls_is_not_shown_with_them(tmp_path: Path) -> None:
    (tmp_path / "06 服务协议\x1b[31m.csv").write_text("a,b\n", "utf-8")
    _, (grid,) = open_workbook(tmp_path / "06 服务协议\x1b[31m.csv")
    assert grid.name == "06 服务协议_x001B_[31m"
