"""The annotated copy of a workbook: what is added, and that all else stays as it was."""

import io
import re
import warnings
import zipfile
from datetime import date
from itertools import product
from pathlib import Path

import openpyxl
import pytest
import workbooks
from lxml import etree
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook
from workbooks import audit_of, by_hand, by_openpyxl, by_xlsxwriter, finding

from centre_check.audit import run_audit
from centre_check.audit.run import Wish
from centre_check.documents.marked_cells import remarks
from centre_check.form.types import Disclosure
from centre_check.model.findings import Audit
from centre_check.model.outcomes import Outcome
from centre_check.render.annotate import NotAnnotated, annotate, findings_workbook, xml
from centre_check.render.annotate.cells import SheetCells
from centre_check.standard import shelf
from centre_check.words import Words
from centre_check.workbook import read_facts
from outside import by_libreoffice

WORDS = Words("zh")
INDEX = "标注索引"
SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.xlsx"))
TOUCHED = re.compile(
    r"\[Content_Types\]\.xml|xl/workbook\.xml|xl/styles\.xml|xl/_rels/workbook\.xml\.rels|"
    r"xl/worksheets/(_rels/)?sheet1\.xml(\.rels)?|xl/comments[/\w]*\.xml|xl/drawings/\w+\.vml"
    r"|_rels/\.rels|docProps/\w+\.xml"  # our mark
)
BY_WRITER = {
    "openpyxl": (by_openpyxl, "01 基本信息", ("B2", "B3", "A9", "H3", "XFD2")),
    "xlsxwriter": (by_xlsxwriter, "数据", ("B2", "B5", "D1", "D2", "A21", "Z99")),
}


PREFIXES = ("", "x", "ns0")
Saved = dict[str, tuple[bytes, bytes]]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """What LibreOffice was given and what it saved, under each name: by one start of it."""
    given = {
        path.stem: annotate(path.read_bytes(), audited(path), WORDS).content for path in SAMPLES
    }
    for writer, (make, sheet, refs) in BY_WRITER.items():
        source = make()
        inside = finding(*((sheet, ref) for ref in refs if ref != "XFD2"))
        given |= {writer: source, f"annotated {writer}": marked(source, inside)}
    for prefix, strict in product(PREFIXES, (False, True)):
        rows = '<x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>'
        source = by_hand(rows, prefix=prefix, strict=strict)
        given[f"{prefix} {strict}"] = marked(source, finding(("表", "A1")))
    folder = tmp_path_factory.mktemp("saved")
    paths = [folder / f"{name}.xlsx" for name in given]
    for path, content in zip(paths, given.values(), strict=True):
        path.write_bytes(content)
    again = by_libreoffice(paths, "xlsx", folder / "again")
    return {
        name: (content, path.read_bytes())
        for (name, content), path in zip(given.items(), again, strict=True)
    }


def opened(content: bytes) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of openpyxl, on what it does not know
        return openpyxl.load_workbook(io.BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def values(content: bytes) -> dict[str, list[list[object]]]:
    """Every sheet as python-calamine reads it, but for the index."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    found = {}
    for meta in book.sheets_metadata:
        if meta.name != INDEX and "WorkSheet" in str(meta.typ):
            rows = book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False)
            while rows and not any(value != "" for value in rows[-1]):
                rows.pop()
            found[meta.name] = [list(row) for row in rows]
    return found


def trimmed(sheets: dict[str, list[list[object]]]) -> dict[str, list[list[object]]]:
    """Without the blank cells at the end of each row."""
    return {
        name: [
            row[: max((at + 1 for at, one in enumerate(row) if one != ""), default=0)]
            for row in rows
        ]
        for name, rows in sheets.items()
    }


def marked(source: bytes, *findings: object) -> bytes:
    """The annotated copy, of which nothing was lost."""
    result = annotate(source, audit_of(*findings), WORDS)  # type: ignore[arg-type]
    assert result.lost == ()
    return result.content


def audited(path: Path) -> Audit:
    edition = shelf.take("huyi-2019-centre")
    facts = read_facts(path, edition.form, WORDS, disclosure=Disclosure.MASKED)
    today = date(2026, 6, 30)
    return run_audit(facts, edition, WORDS, wish=Wish(None, None), today=today, attested=[])


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_keeps_its_values_and_gets_its_marks(path: Path) -> None:
    source = path.read_bytes()
    audit = audited(path)
    result = annotate(source, audit, WORDS)
    assert result.lost == ()
    assert annotate(source, audit, WORDS) == result
    assert path.read_bytes() == source
    assert trimmed(values(result.content)) == trimmed(values(source))
    book = opened(result.content)
    index = book[INDEX]
    assert book.sheetnames[0] == INDEX
    assert book.active.title == opened(source).active.title
    links = [cell.hyperlink for row in index.iter_rows() for cell in row if cell.hyperlink]
    assert len(links) == sum((one.cell or one.see) is not None for one in remarks(audit, WORDS))
    for link in links:
        sheet, _, ref = link.location.rpartition("!")
        cell = book[sheet.strip("'").replace("''", "'")][ref]
        assert cell.comment.text
        assert cell.fill.patternType == "solid"


@pytest.mark.parametrize("name", [path.stem for path in SAMPLES])
def test_libreoffice_reads_an_annotated_sample(name: str, saved: Saved) -> None:
    given, again = saved[name]
    assert trimmed(values(again)) == trimmed(values(given))
    assert _comments(opened(again)) == _comments(opened(given))


def _comments(book: Workbook) -> set[tuple[str, str]]:
    return {
        (page.title, cell.coordinate)
        for page in book.worksheets
        for row in page.iter_rows()
        for cell in row
        if cell.comment
    }


@pytest.mark.parametrize("writer", BY_WRITER)
def test_untouched_parts_keep_their_very_bytes(writer: str) -> None:
    make, sheet, refs = BY_WRITER[writer]
    source = make()
    content = marked(source, finding(*((sheet, ref) for ref in refs)))
    before, after = parts(source), parts(content)
    assert list(after)[: len(before)] == list(before)
    for name, part in before.items():
        if not TOUCHED.fullmatch(name):
            assert after[name] == part, name
    added = after.keys() - before.keys()
    assert all(TOUCHED.fullmatch(name) or "worksheets/" in name for name in added), added


def test_an_untouched_part_is_not_even_compressed_anew() -> None:
    source = by_xlsxwriter()
    content = marked(source, finding(("数据", "B2")))
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        info = archive.getinfo("xl/charts/chart1.xml")
    start = info.header_offset + 30 + len(info.filename)
    assert source[start : start + info.compress_size] in content


@pytest.mark.parametrize("writer", BY_WRITER)
def test_values_formulas_and_stored_results_stay(writer: str) -> None:
    make, sheet, refs = BY_WRITER[writer]
    source = make()
    content = marked(source, finding(*((sheet, ref) for ref in refs)))
    assert trimmed(values(content)) == trimmed(values(source))
    old, new = opened(source), opened(content)
    for page in old.worksheets:
        for row in page.iter_rows():
            for cell in row:
                assert new[page.title][cell.coordinate].value == cell.value


@pytest.mark.parametrize("writer", BY_WRITER)
def test_marked_cells_keep_their_look_and_get_a_fill_and_a_comment(writer: str) -> None:
    make, sheet, refs = BY_WRITER[writer]
    source = make()
    new = opened(marked(source, finding(*((sheet, ref) for ref in refs))))[sheet]
    old = opened(source)[sheet]
    for ref in refs:
        cell = new[ref]
        assert cell.fill.fgColor.rgb == "FFFBE3DE"
        assert "HY-YJ-04 总面积达到要求｜不符合\n实测480㎡，差20㎡" in cell.comment.text
        for look in ("font", "border", "alignment", "number_format", "protection"):
            assert repr(getattr(cell, look)) == repr(getattr(old[ref], look))


@pytest.mark.parametrize("writer", BY_WRITER)
def test_libreoffice_reads_it_back(writer: str, saved: Saved) -> None:
    _, sheet, refs = BY_WRITER[writer]
    given, again = saved[f"annotated {writer}"]
    assert {"甲", 480.0, "第3行", 66.0} & _values(given) <= _values(again)
    wanted = {(sheet, ref) for ref in refs if ref != "XFD2"}
    assert wanted <= _comments(opened(again))


def _values(content: bytes) -> set[object]:
    return {one for rows in values(content).values() for row in rows for one in row}


@pytest.mark.parametrize("writer", BY_WRITER)
def test_a_workbook_that_libreoffice_saved_is_annotated(writer: str, saved: Saved) -> None:
    _, sheet, refs = BY_WRITER[writer]
    _, source = saved[writer]
    content = marked(source, finding(*((sheet, ref) for ref in refs)))
    assert trimmed(values(content)) == trimmed(values(source))
    page = opened(content)[sheet]
    assert all("HY-YJ-04" in page[ref].comment.text for ref in refs)


def test_a_comment_that_is_there_keeps_its_words_and_its_author() -> None:
    cell = opened(marked(by_openpyxl(), finding(("01 基本信息", "B3"))))["01 基本信息"]["B3"]
    assert cell.comment.text.startswith("原有批注\n\ncentre-check：\nHY-YJ-04")
    assert cell.comment.author == "张三"


def test_other_comments_stay_beside_new_ones() -> None:
    content = marked(by_xlsxwriter(), finding(("数据", "B5")))
    page = opened(content)["数据"]
    assert page["B2"].comment.text == "原有批注"
    assert page["B5"].comment.author == "centre-check"
    drawings = [part for name, part in parts(content).items() if name.endswith(".vml")]
    (drawing,) = [one for one in drawings if b"Note" in one]
    assert drawing.count(b'ObjectType="Note"') == 2
    assert b'ObjectType="Button"' in drawing
    ids = re.findall(rb'id="(_x0000_s\d+)"', drawing)
    assert len(set(ids)) == len(ids) == 3
    etree.fromstring(drawing)


def test_macros_stay() -> None:
    source = by_xlsxwriter(macros=True)
    after = parts(marked(source, finding(("数据", "B5"))))
    assert after["xl/vbaProject.bin"] == b"\xd0\xcf\x11\xe0 macros"
    assert b"macroEnabled.main" in after["[Content_Types].xml"]


def test_drop_downs_rules_names_and_print_titles_stay() -> None:
    book = opened(marked(by_openpyxl(), finding(("01 基本信息", "B2"))))
    page = book["01 基本信息"]
    assert page.data_validations.dataValidation[0].formula1 == '"是,否"'
    assert len(page.conditional_formatting) == 1
    assert page.print_title_rows == "$1:$1"
    assert page.defined_names["本表"].attr_text == "'01 基本信息'!$A$1"
    assert book.active.title == "Bob's =!表"
    assert book[INDEX].print_title_rows == "$2:$2"


def test_all_clauses_of_a_cell_stand_in_one_comment_the_worst_fills_it() -> None:
    place = ("01 基本信息", "B2")
    content = marked(
        by_openpyxl(),
        finding(place, outcome=Outcome.UNKNOWN, id_="HY-YJ-01"),
        finding(place, id_="HY-YJ-04"),
    )
    cell = opened(content)["01 基本信息"]["B2"]
    assert cell.comment.text.index("HY-YJ-04") < cell.comment.text.index("HY-YJ-01")
    assert cell.fill.fgColor.rgb == "FFFBE3DE"


def test_what_passed_is_not_marked() -> None:
    content = marked(by_openpyxl(), finding(("01 基本信息", "B2"), outcome=Outcome.PASS))
    assert opened(content)["01 基本信息"]["B2"].comment is None


def test_a_merged_cell_is_marked_at_its_first_one() -> None:
    content = marked(by_openpyxl(), finding(("01 基本信息", "E2")))
    assert "HY-YJ-04" in opened(content)["01 基本信息"]["D1"].comment.text


def test_a_blank_cell_is_made_in_its_place_with_the_look_of_its_column() -> None:
    content = marked(by_openpyxl(), finding(("01 基本信息", "H3"), ("01 基本信息", "A9")))
    rows = re.findall(rb'<row r="(\d+)"', parts(content)["xl/worksheets/sheet1.xml"])
    assert rows == sorted(rows, key=int)
    (third,) = re.findall(rb'<row r="3".*?</row>', parts(content)["xl/worksheets/sheet1.xml"])
    assert re.findall(rb'<c r="([A-Z]+3)"', third)[-1] == b"H3"


def test_a_cell_without_address_is_found_by_its_place() -> None:
    rows = "<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row r='5'/>"
    content = marked(by_hand(rows), finding(("表", "B1"), ("表", "C1"), ("表", "A3")))
    page = opened(content)["表"]
    assert (page["B1"].value, page["C1"].value) == (2, None)
    assert all("HY-YJ-04" in page[ref].comment.text for ref in ("B1", "C1", "A3"))


def test_numbers_that_are_none_do_no_harm() -> None:
    rows = '<x:row r="eins"><x:c r="?" s="zwei"><x:v>1</x:v></x:c></x:row>'
    content = marked(
        by_hand(rows, after='<x:mergeCells><x:mergeCell ref="?"/></x:mergeCells>'),
        finding(("表", "A1"), ("表", "?")),
    )
    assert b'r="?" s="1"' in parts(content)["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize("strict", [False, True], ids=["transitional", "strict"])
@pytest.mark.parametrize("prefix", PREFIXES)
def test_other_prefixes_and_strict_namespaces(*, prefix: str, strict: bool, saved: Saved) -> None:
    content, saved_again = saved[f"{prefix} {strict}"]
    for name, part in parts(content).items():
        if name.endswith((".xml", ".rels", ".vml")):
            etree.fromstring(part)
    base = workbooks.STRICT_LINKS if strict else workbooks.LINKS
    assert f"{base}/comments".encode() in parts(content)["xl/worksheets/_rels/sheet1.xml.rels"]
    assert (workbooks.STRICT_MAIN if strict else workbooks.MAIN).encode() in parts(content)[
        "xl/worksheets/sheet2.xml"
    ]
    again = opened(saved_again)
    assert again["表"]["A1"].value == 7
    assert "HY-YJ-04" in again["表"]["A1"].comment.text
    assert again["表"]["A1"].fill.patternType == "solid"


def test_a_conversation_is_left_alone_and_told() -> None:
    rows = '<x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c><x:c r="B1"><x:v>8</x:v></x:c></x:row>'
    threads = "http://schemas.microsoft.com/office/2018/spreadsheetml/2018/threadedcomments"
    talk = f'<T xmlns="{threads}"><threadedComment ref="A1" id="{{1}}"/></T>'
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    source = by_hand(
        rows,
        more={"xl/threadedComments/threadedComment1.xml": talk},
        links={kind: "../threadedComments/threadedComment1.xml"},
    )
    result = annotate(source, audit_of(finding(("表", "A1"), ("表", "B1"))), WORDS)
    (lost,) = result.lost
    assert "表!A1" in lost
    page = opened(result.content)["表"]
    assert page["A1"].comment is None
    assert page["A1"].fill.patternType == "solid"
    assert page["B1"].comment
    assert lost in _texts(opened(result.content)[INDEX])


def test_a_sheet_that_is_not_there_is_told() -> None:
    result = annotate(by_openpyxl(), audit_of(finding(("没有的表", "A1"))), WORDS)
    assert result.lost == ("「没有的表」不是可以标注的工作表",)


def _texts(page: Worksheet) -> list[str]:
    return [str(cell.value) for row in page.iter_rows() for cell in row if cell.value is not None]


def test_the_index_links_to_a_sheet_of_any_name() -> None:
    place = ("Bob's =!表", "A1")
    index = opened(marked(by_openpyxl(), finding(place)))[INDEX]
    (link,) = [cell.hyperlink for row in index.iter_rows() for cell in row if cell.hyperlink]
    assert link.location == "'Bob''s =!表'!A1"
    assert _texts(index)[-5:] == [
        "HY-YJ-04",
        "总面积达到要求",
        "不符合",
        "Bob's =!表!A1",
        "实测480㎡，差20㎡；blank",
    ]


def test_an_index_of_the_same_name_is_not_overwritten() -> None:
    once = marked(by_openpyxl(), finding(("01 基本信息", "B2")))
    twice = marked(once, finding(("01 基本信息", "B2")))
    assert opened(twice).sheetnames[:2] == [f"{INDEX} (2)", INDEX]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "a\x07b\x1b", "<b>&amp;</b>", "_x0041_", "]]>", "左\u202e右", "\ud800", "长" * 40_000],
)
def test_hostile_texts_are_texts(text: str) -> None:
    content = marked(by_openpyxl(), finding(("01 基本信息", "B2"), text=text))
    for name, part in parts(content).items():
        if name.endswith((".xml", ".rels", ".vml")):
            etree.fromstring(part)
    index = opened(content)[INDEX]
    assert all(cell.data_type == "s" for row in index.iter_rows() for cell in row if cell.value)
    assert "\u202e" not in "".join(_texts(index))


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "其他格式"),
        ("姓名,电话\n".encode(), "其他格式"),
        (b"", "其他格式"),
        ("zip", "其他格式"),
        ("signed", "数字签名"),
        ("broken", "xl/worksheets/sheet1.xml 无法读取"),
    ],
    ids=["xls", "csv", "empty", "another zip", "signed", "broken sheet"],
)
def test_what_cannot_be_annotated_is_refused_with_the_cause(source: bytes | str, said: str) -> None:
    made = {
        "zip": lambda: _zip({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        "signed": lambda: by_hand("", more={"_xmlsignatures/origin.sigs": ""}),
        "broken": lambda: by_hand("<x:row>"),
    }
    content = made[source]() if isinstance(source, str) else source
    with pytest.raises(NotAnnotated) as caught:
        annotate(content, audit_of(finding(("表", "A1"))), WORDS)
    assert said in caught.value.say(WORDS)[0]


def _zip(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_the_findings_alone_say_why() -> None:
    book = opened(findings_workbook(audit_of(finding(("表", "A1"))), WORDS, "此文件是其他格式"))
    texts = _texts(book.worksheets[0])
    assert "此文件是其他格式" in texts
    assert "表!A1" in texts
    assert book.worksheets[0].auto_filter.ref


_ODD = (
    '<?xml version="1.0"{encoding}?>\r\n<!-- <sheetData/> --><x:worksheet  xmlns:x="urn:m"\n'
    """  b='>"' a="/>"><?p <x?><x:cols/>\n<x:sheetData><!--<x:row/>-->"""
    """<x:row spans='1:2'  r = "1">"""
    '<x:c r="A1" t="str"><x:v>a/></x:v></x:c> <x:c r="C1"><![CDATA[<x:c>/>]]></x:c></x:row>\n'
    '<x:row r="9"/></x:sheetData>中</x:worksheet>\n<!-- end -->'
)


@pytest.mark.parametrize("encoding", ["", "utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_in_a_part_that_changes_all_else_keeps_its_bytes(encoding: str) -> None:
    declared = f' encoding="{encoding}"' if encoding in ("utf-16", "gb18030") else ""
    text = _ODD.format(encoding=declared)
    root = xml.parsed(text.encode(encoding or "utf-8"), "part")
    read = xml.written(root).decode("utf-8")
    is_kept = not declared
    assert (read.lstrip("\ufeff") == text) is is_kept
    SheetCells(root).restyle((0, 1), lambda _: 7)
    SheetCells(root).restyle((0, 2), lambda _: 8)
    SheetCells(root).restyle((4, 0), lambda _: 9)
    SheetCells(root).restyle((8, 0), lambda _: 9)
    expected = read
    for before, after in (
        ("<x:row spans='1:2'  r", "<x:row  r"),
        (' <x:c r="C1">', '<x:c r="B1" s="7"/> <x:c r="C1" s="8">'),
        ("</x:row>\n", '</x:row><x:row r="5"><x:c r="A5" s="9"/></x:row>\n'),
        ('<x:row r="9"/>', '<x:row r="9"><x:c r="A9" s="9"/></x:row>'),
    ):
        assert before in expected
        expected = expected.replace(before, after)
    assert xml.written(root).decode("utf-8") == expected
    etree.fromstring(xml.written(root))


def test_a_part_that_declares_entities_is_refused() -> None:
    with pytest.raises(NotAnnotated):
        xml.parsed(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "part")
