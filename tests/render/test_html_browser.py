"""The HTML page in a real browser: controls, keyboard, paper, no script, no network, no barrier."""

import re
import subprocess
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import chromium
from playwright.sync_api import Browser, Page
from specimen import HOSTILE, specimen

from centre_check.documents.tree import (
    Bar,
    Document,
    Entries,
    Figure,
    Genre,
    Heading,
    KeyValues,
    ListEntry,
    Pair,
    Paragraph,
    Section,
    Table,
    TableRow,
)
from centre_check.model.outcomes import Outcome
from centre_check.render.html import render
from outside import needs

NAME = "<script>alert(1)</script>"
SHORT = tuple(text[:200] for text in HOSTILE)


def report(*, genre: Genre = Genre.REPORT) -> Document:
    """12 clauses, 4 not met, 2 undecided, 6 met; a list of the open ones; a roster of 40 rows."""
    outcomes = [
        Outcome.PASS,
        Outcome.FAIL,
        Outcome.UNKNOWN,
        Outcome.PASS,
        Outcome.FAIL,
        Outcome.PASS,
    ]
    said = {Outcome.PASS: "√ 符合", Outcome.FAIL: "× 不符合", Outcome.UNKNOWN: "？ 无法判定"}
    clauses = [(f"第{n}条", outcomes[n % 6]) for n in range(12)]
    return Document(
        "审核报告",
        (
            Heading("某某创业中心", "未达标", Outcome.FAIL),
            KeyValues((Pair("负责人", NAME), Pair("编号", ""))),
            Figure("各条结论", (Bar("符合", 6, Outcome.PASS), Bar("不符合", 4, Outcome.FAIL))),
            Heading("需要处理"),
            Entries(
                tuple(
                    ListEntry("×", title, ("差20㎡",), outcome)
                    for title, outcome in clauses
                    if outcome is not Outcome.PASS
                )
            ),
            Heading("全部条款"),
            Table(
                ("结论", "条款", "备注"),
                tuple(TableRow((said[outcome], title, ""), outcome) for title, outcome in clauses),
            ),
            Section(
                "名册",
                (Table(("行", "姓名"), tuple(TableRow((f"{n}", f"员工{n}")) for n in range(40))),),
                is_wide=True,
            ),
            Paragraph("以上。"),
        ),
        genre,
        imprint=("标准 2019.1",),
        stamp="内部资料",
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium("the HTML page in a browser") as found:
        yield found


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a document in a page of its own; `options` are the browser context's."""
    contexts = []

    def open_page(document: Document, **options: Any) -> Page:
        path = tmp_path / "page.html"
        path.write_bytes(render(document))
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
        page.on("pageerror", lambda error: pytest.fail(f"the script failed: {error}"))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def rows(page: Page, table: int = 1) -> list[str]:
    """The second cells of the rows that are seen."""
    cells = page.locator(f"#t{table} tbody tr:not(.group)").locator("td:nth-child(2)")
    return [cell.inner_text() for cell in cells.all() if cell.is_visible()]


def status(page: Page) -> str:
    return page.get_by_role("status").inner_text()


def test_buttons_count_rows_and_show_only_theirs(opened: Callable[..., Page]) -> None:
    page = opened(report())
    buttons = page.locator(".choices button").all_inner_texts()
    assert buttons == ["不符合 4", "无法判定 2", "符合 6"]
    assert status(page) == "没有隐藏内容"
    page.get_by_role("button", name="不符合 4").click()
    assert rows(page) == ["第1条", "第4条", "第7条", "第10条"]
    assert page.locator(".entries li:visible").count() == 4
    assert status(page) == "已隐藏表格8行、已隐藏清单2项"
    assert len(rows(page, 2)) == 40, "a table without outcomes is not filtered by them"
    page.get_by_role("button", name="无法判定 2").click()
    assert len(rows(page)) == 6
    page.get_by_role("button", name="全部显示").click()
    assert len(rows(page)) == 12
    assert status(page) == "没有隐藏内容"


def test_the_search_looks_into_every_table_and_list(opened: Callable[..., Page]) -> None:
    page = opened(report())
    page.get_by_role("searchbox", name="查找").fill("第１条")
    assert rows(page) == ["第1条"], "full-width digits are the same digits"
    assert rows(page, 2) == []
    assert page.get_by_text("没有符合条件的内容。").locator("visible=true").count() == 1
    assert status(page) == "已隐藏表格51行、已隐藏清单5项"
    page.get_by_role("searchbox").fill("员工3 行")
    assert rows(page, 2) == []
    page.get_by_role("searchbox").fill("员工3  9")
    assert rows(page, 2) == ["员工39"]


def test_rows_are_grouped_by_outcome_and_put_back(opened: Callable[..., Page]) -> None:
    page = opened(report())
    before = rows(page)
    group = page.get_by_role("button", name="按判定分组")
    group.click()
    assert group.get_attribute("aria-pressed") == "true"
    heads = page.locator("tr.group th[scope=rowgroup]")
    assert heads.all_inner_texts() == ["不符合 4", "无法判定 2", "符合 6"]
    assert rows(page)[:6] == ["第1条", "第4条", "第7条", "第10条", "第2条", "第8条"]
    page.get_by_role("searchbox").fill("第1")
    assert [one.inner_text() for one in heads.all() if one.is_visible()] == [
        "不符合 2/4",
        "符合 1/6",
    ]
    page.get_by_role("searchbox").fill("")
    group.click()
    assert rows(page) == before


def test_everything_works_by_keyboard_alone(opened: Callable[..., Page]) -> None:
    page = opened(report(), viewport={"width": 800, "height": 700})
    page.keyboard.press("Tab")
    page.keyboard.type("第")
    assert len(rows(page, 2)) == 0
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert len(rows(page)) == 4
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("tr.group:visible").count() == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert len(rows(page)) == 12
    assert len(rows(page, 2)) == 40
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "box", "a table can be scrolled"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def printed(page: Page, folder: Path) -> Path:
    path = folder / "page.pdf"
    page.pdf(path=str(path), prefer_css_page_size=True)
    return path


def told(command: str, *arguments: object) -> str:
    """What one of poppler's commands says about a PDF."""
    line = [needs(command, what="poppler", check="the printed page"), *map(str, arguments)]
    return subprocess.run(line, capture_output=True, check=True).stdout.decode()


def test_paper_has_every_row_and_no_controls(opened: Callable[..., Page], tmp_path: Path) -> None:
    page = opened(report())
    page.get_by_role("button", name="按判定分组").click()
    page.get_by_role("searchbox").fill("第1条")
    text = told("pdftotext", "-layout", printed(page, tmp_path), "-")
    assert [f"第{n}条" for n in range(12) if f"第{n}条" not in text] == []
    assert [f"员工{n}" for n in range(40) if f"员工{n}\n" not in text] == []
    for word in ("查找", "全部显示", "打印", "没有符合条件", "目录"):
        assert word not in text
    first, *others = text.strip("\f").split("\f")
    assert "第1页 共" in first
    assert "标准 2019.1" in first
    assert others
    assert all("内部资料" in sheet and "标准 2019.1" in sheet for sheet in others)
    assert text.count("姓名") > 1, "the head of a table is repeated"
    assert rows(page) == ["第1条"], "the screen is as it was"


def test_a_wide_section_is_printed_across(opened: Callable[..., Page], tmp_path: Path) -> None:
    told_of = told("pdfinfo", "-f", "1", "-l", "9", printed(opened(report()), tmp_path))
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", told_of)
    is_across = [float(width) > float(height) for width, height in sizes]
    assert [across for across, _ in groupby(is_across)] == [False, True, False]


@pytest.mark.parametrize("genre", Genre)
def test_without_a_script_everything_is_shown(opened: Callable[..., Page], genre: Genre) -> None:
    page = opened(report(genre=genre), java_script_enabled=False)
    assert page.locator("tbody tr:visible").count() == 52
    assert page.locator(".entries li:visible").count() == 6
    assert page.locator(".controls:visible").count() == 0


def test_a_name_that_is_a_script_is_a_name(opened: Callable[..., Page]) -> None:
    page = opened(report())
    assert page.get_by_text(NAME, exact=True).is_visible()
    assert page.locator("script").count() == 1


@pytest.mark.parametrize("genre", Genre)
def test_hostile_texts_are_seen_as_texts(opened: Callable[..., Page], genre: Genre) -> None:
    page = opened(specimen(genre, hostile=SHORT))
    shown = page.locator("main").inner_text()
    for text in ("{{7*7}}", "{% for x in y %}", "=cmd|' /C calc'!A0", "a�b�[31mc", "左右", NAME):
        assert text in shown
    assert "&lt;" not in shown
    assert page.evaluate("document.querySelectorAll('script').length") == 1


def test_nothing_is_loaded_from_anywhere(opened: Callable[..., Page], browser: Browser) -> None:
    asked: list[str] = []
    page = opened(report())
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.get_by_role("button", name="不符合 4").click()
    page.wait_for_load_state("networkidle")
    assert asked == [page.url]


def test_the_page_forbids_other_scripts_and_styles(opened: Callable[..., Page]) -> None:
    page = opened(report())
    refused = page.evaluate(
        """() => new Promise((done) => {
            const seen = [];
            document.addEventListener("securitypolicyviolation", (event) => {
                seen.push(event.effectiveDirective);
                if (seen.length === 3) done(seen.sort());
            });
            const script = document.createElement("script");
            script.textContent = "window.was_run = 1";
            document.body.append(script);
            document.body.setAttribute("style", "color: red");
            const image = new Image();
            image.src = "https://example.org/a.png";
            document.body.append(image);
        })"""
    )
    assert refused == ["img-src", "script-src-elem", "style-src-attr"]
    assert page.evaluate("window.was_run") is None


def test_axe_would_find_a_barrier(opened: Callable[..., Page]) -> None:
    page = opened(report())
    page.evaluate("document.querySelector('label').replaceWith(document.querySelector('input'))")
    assert Axe().run(page).violations_count > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1400])
@pytest.mark.parametrize("genre", Genre)
def test_axe_finds_no_barrier(
    opened: Callable[..., Page], genre: Genre, scheme: str, width: int
) -> None:
    document = specimen(genre, hostile=SHORT)
    page = opened(document, color_scheme=scheme, viewport={"width": width, "height": 900})
    for selector in (".choices button", ".group"):
        for button in page.locator(selector).all()[:1]:
            button.click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(("width", "is_card"), [(360, True), (800, True), (1600, False)])
def test_a_row_without_room_for_its_columns_is_a_card(
    opened: Callable[..., Page], width: int, *, is_card: bool
) -> None:
    head = tuple(f"第{at}列的名称</style>" for at in range(8))
    cells = ("很长的一段说明文字" * 5, "", *("内容" * 3 for _ in range(6)))
    table = Table(head, (TableRow(cells, Outcome.FAIL),))
    page = opened(Document("标题", (table,)), viewport={"width": width, "height": 800})
    box = page.evaluate(
        "(({scrollWidth: s, clientWidth: c}) => [s, c])(document.querySelector('.box'))"
    )
    assert box[0] == box[1]
    label = page.evaluate("getComputedStyle(document.querySelector('td'), '::before').content")
    assert label == ('"第0列的名称</style>"' if is_card else "none")
    assert page.locator("td").nth(1).is_visible() is not is_card
    assert page.locator("th").first.is_visible() is not is_card


@pytest.mark.parametrize("width", [360, 800, 1600])
@pytest.mark.parametrize("genre", Genre)
def test_only_tables_scroll_sideways(opened: Callable[..., Page], genre: Genre, width: int) -> None:
    texts = ("https://example.org/" + "x" * 300, *SHORT)
    page = opened(specimen(genre, hostile=texts), viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width
