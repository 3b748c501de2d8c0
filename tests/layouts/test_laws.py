"""Laws of what counts: less evidence never proves more, and what holds nothing changes nothing."""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import AGREEMENTS, MENTORS, ROOMS, SERVICES, STAFF, SYSTEMS, TENANTS, run
from layouts.pages import Book, book_of, column, named, row, save

AT_LEAST = (
    *("YJ-05", "YJ-07", "YJ-08", "YJ-09", "YJ-10", "YJ-11", "RY-02", "RY-03", "RY-05"),
    *("FW-03.1", "FW-03.2", "FW-03.3", "FW-03.4", "FW-03.5", "FW-03.6", "FW-03.7", "FW-04"),
    *("GL-01", "GL-02", "GL-03", "GL-04", "GL-05", "GL-06"),
)
SHEETS = (ROOMS, STAFF, MENTORS, TENANTS, AGREEMENTS, SERVICES, SYSTEMS)
HEADINGS = ("离职人员", "拟聘人员", "第二批", "一、企业家类", "统筹安排", "已退出", "二期", "草稿")
TEXTS = ("已离职", "兼职", "党员", "详见纪要", "未到岗", "属实", "否", "草案", "停用", "2019年", "")
EMPTY = ("以下空白", "此页无正文", "填表人：　　审核人：", "（本页完）", "以下无正文")


@st.composite
def books(draw: st.DrawFn) -> Book:
    """A centre with some entries taken away, put otherwise, or set below headings."""
    book = book_of("镇级")
    for title in draw(st.lists(st.sampled_from(SHEETS), max_size=3, unique=True)):
        page = book[title]
        at = draw(st.integers(1, page.number))
        match draw(st.sampled_from(("drop", "heading", "entry", "name"))):
            case "drop":
                del page.lines[at]
            case "heading":
                page.lines.insert(at, [draw(st.sampled_from(HEADINGS))])
            case "entry":
                page.lines[at][-1] = draw(st.sampled_from(TEXTS))
            case _:
                page.lines[at][1] = draw(st.sampled_from(("", "待定", "王某", "导师3", "张三")))
    return book


def outcomes(book: Book) -> Mapping[str, str]:
    """What the command line makes of it, clause by clause."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "中心.xlsx"
        save(book, path)
        found = run("audit", path, "-f", "json").outcomes
    return {name.removeprefix("HY-"): outcome for name, outcome in found.items()}


def lines_of(book: Book, title: str) -> list[int]:
    """Where the records stand."""
    page = book[title]
    filled = range(1, len(page.lines))
    return [at for at in filled if len([cell for cell in page.lines[at] if cell]) > 2]


@settings(max_examples=12, deadline=None)
@given(books(), st.sampled_from(SHEETS), st.data())
def test_taking_a_row_away_never_proves_a_clause(
    book: Book, title: str, data: st.DataObject
) -> None:
    before = outcomes(book)
    if places := lines_of(book, title):
        del book[title].lines[data.draw(st.sampled_from(places))]
    after = outcomes(book)
    for clause in AT_LEAST:
        assert after[clause] != "pass" or before[clause] == "pass", clause


@settings(max_examples=10, deadline=None)
@given(books(), st.sampled_from((STAFF, MENTORS)), st.sampled_from(("李四海", "赵明", "Tom Li")))
def test_a_name_alone_never_proves_a_clause(book: Book, title: str, name: str) -> None:
    before = outcomes(book)
    named(name)(book[title])
    after = outcomes(book)
    for clause in AT_LEAST:
        assert after[clause] != "pass" or before[clause] == "pass", clause


@settings(max_examples=12, deadline=None)
@given(books(), st.sampled_from(SHEETS), st.sampled_from(("numbers", "blank", *EMPTY)))
def test_rows_that_hold_nothing_change_nothing(book: Book, title: str, what: str) -> None:
    before = outcomes(book)
    page = book[title]
    match what:
        case "numbers":
            page.lines += [[number] for number in range(30, 40)]
        case "blank":
            page.lines += [[], [], []]
        case _:
            row(what)(page)
    assert outcomes(book) == before


NO = {  # what makes a record of each sheet none, whatever else it says
    ROOMS: ("是否启用", "否"),
    STAFF: ("专职/兼职", "兼职"),
    MENTORS: ("聘任结束日期", "2019-12-31"),
    SERVICES: ("是否提供", "否"),
    SYSTEMS: ("状态", "草拟"),
}


@settings(max_examples=15, deadline=None)
@given(books(), st.sampled_from(tuple(NO)), st.sampled_from((None, "待定", "？")), st.data())
def test_a_record_that_is_open_proves_no_more_when_it_is_none(
    book: Book, title: str, doubt: str | None, data: st.DataObject
) -> None:
    page, (header, no) = book[title], NO[title]
    if not (places := lines_of(book, title)):
        return
    line = page.lines[data.draw(st.sampled_from(places))]
    line += [None] * (len(page.headers) - len(line))
    line[page.at(header)] = doubt
    before = outcomes(book)
    line[page.at(header)] = no
    after = outcomes(book)
    for clause in AT_LEAST:
        assert after[clause] != "pass" or before[clause] == "pass", clause


def _remark(book: Book, title: str) -> None:
    line = book[title].lines[1]
    line[-1] = line[-1] or "甲乙丙丁"


def _column(book: Book, title: str) -> None:
    column("戊己庚辛", "壬癸")(book[title])


def _line(book: Book, title: str) -> None:
    row("注：子丑寅卯辰巳午未")(book[title])


@pytest.mark.parametrize("add", [_remark, _column, _line])
@settings(max_examples=6, deadline=None)
@given(books(), st.sampled_from(SHEETS))
def test_words_that_nobody_knows_never_prove_a_clause(
    add: Callable[[Book, str], None], book: Book, title: str
) -> None:
    before = outcomes(book)
    add(book, title)
    after = outcomes(book)
    for clause in AT_LEAST:
        assert after[clause] != "pass" or before[clause] == "pass", clause
