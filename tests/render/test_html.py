"""The HTML page without a browser: its structure, its texts, its policy."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from kept import is_as_kept
from specimen import HOSTILE, specimen

from centre_check.documents.tree import (
    Document,
    Genre,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Section,
    Table,
    TableRow,
)
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.render.html import render
from centre_check.render.visible import visible_text

SHORT = tuple(text for text in HOSTILE if len(text) < 1000)
EMPTY = {"meta", "col", "br", "input", "link", "rect"}


class Page(HTMLParser):
    """A page taken apart: its elements in order, its texts, and whether all were closed."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.source = render(document).decode()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.raw: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(self.source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in ("style", "script"):
            self.raw[self._open[-1]] = data
        elif data.strip():
            self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def table(head: tuple[str, ...], *rows: TableRow, widths: tuple[int, ...] = ()) -> Document:
    return Document("报告", (Table(head, rows, widths),))


@pytest.mark.parametrize("genre", Genre)
def test_headings_are_in_order_and_ids_unique(genre: Genre) -> None:
    page = Page(specimen(genre))
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [one["id"] for _, one in page.elements if "id" in one]
    assert len(ids) == len(set(ids))
    wanted = [one["aria-labelledby"] for _, one in page.elements if "aria-labelledby" in one]
    links = [str(one["href"]).removeprefix("#") for one in page.all("a")]
    assert {*wanted, *links} <= set(ids)


@pytest.mark.parametrize("genre", Genre)
def test_everything_is_inside_and_allowed_by_its_hash(genre: Genre) -> None:
    page = Page(specimen(genre))
    attributes = {name for _, one in page.elements for name in one}
    assert attributes & {"src", "style", "srcset", "action"} == set()
    assert [name for name in attributes if name.startswith("on")] == []
    assert "url(" not in page.raw["style"]
    assert "@import" not in page.raw["style"]
    (policy,) = [str(one["content"]) for one in page.all("meta") if "http-equiv" in one]
    assert policy.startswith("default-src 'none'; ")
    for part in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.raw[part].encode()).digest()).decode()
        assert f"{part}-src 'sha256-{digest}'" in policy
    assert len(page.all("style")) == len(page.all("script")) == 1


@pytest.mark.parametrize("genre", Genre)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_a_hostile_text_is_a_text(genre: Genre, text: str) -> None:
    page = Page(specimen(genre, hostile=(text,)))
    harmless = Page(specimen(genre, hostile=("无",)))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in harmless.elements]
    assert page.texts.count(visible_text(text)) >= 5


def test_hostile_words_around_the_blocks_are_texts_too() -> None:
    mean = '</style><script>alert(1)</script>"}\\'
    document = specimen(hostile=())._replace(
        title=mean, subtitle=mean, stamp=mean, imprint=(mean, mean)
    )
    page = Page(document)
    assert page.texts.count(mean) == 6  # <title>, <h1>, subtitle, stamp, two lines of imprint
    assert "alert" not in page.raw["style"]
    assert page.raw["script"] == Page(specimen(hostile=())).raw["script"]


def test_rows_carry_their_outcome_and_heads_their_scope() -> None:
    rows = [TableRow(("a", "b"), tone) for tone in (Outcome.FAIL, Verdict.UNDECIDED, None)]
    page = Page(table(("判定", "条款"), *rows))
    assert [one.get("data-outcome") for one in page.all("tr")] == [None, "fail", "undecided", None]
    assert [one["scope"] for one in page.all("th")] == ["col", "col"]
    labels = [one["data-label"] for one in page.all("button") if "data-label" in one]
    assert labels == ["不符合", "待核定"]


def test_without_outcomes_there_are_no_controls() -> None:
    page = Page(table(("条款",), TableRow(("总面积",))))
    assert page.all("button") == page.all("input") == []


def test_a_letter_has_no_controls() -> None:
    document = table(("条款",), TableRow(("总面积",), Outcome.FAIL))
    assert Page(document).all("button")
    assert not Page(document._replace(genre=Genre.LETTER)).all("button")


def test_columns_are_as_wide_as_wished() -> None:
    page = Page(table(("序号", "条款"), TableRow(("1", "总面积")), widths=(1, 3)))
    assert "#t1 col:nth-child(1) { width: 25.00%; }" in page.raw["style"]
    assert "#t1 col:nth-child(2) { width: 75.00%; }" in page.raw["style"]


def test_short_texts_stay_on_a_line_and_an_empty_column_has_room() -> None:
    page = Page(table(("序号", "内容", "备注"), TableRow(("1", "很长" * 10, ""))))
    assert [one.get("class") for one in page.all("th")] == ["short", "short", "room"]
    assert [one.get("class") for one in page.all("td")] == ["short", None, None]


def test_a_box_stays_with_its_word() -> None:
    page = Page(table(("现场核定",), TableRow(("□符合 □不符合",))))
    assert [one for one in page.all("span") if one.get("class") == "tick"] != []
    assert page.texts[-2:] == ["□符合", "□不符合"]


@pytest.mark.parametrize(
    ("values", "whole"),
    [
        (("a", "b"), [False, False]),
        (("a", "b", "c"), [False, False, True]),
        (("a", "长" * 30, "b", "c"), [True, True, False, False]),
        (("a", "1\n2"), [True, True]),
    ],
)
def test_pairs_stand_two_a_line_where_there_is_room(values: list[str], whole: list[bool]) -> None:
    page = Page(Document("表", (KeyValues(tuple(Pair("项", value) for value in values)),)))
    classes = [one.get("class") for one in page.all("div")]
    assert [one == "whole" for one in classes if one in (None, "whole")] == whole


def test_sections_and_headings_nest() -> None:
    document = Document(
        "报告",
        (
            Heading("一"),
            Section("二", (Heading("三"),)),
            Section("", (Heading("四"),)),
            Heading("五"),
        ),
    )
    page = Page(document)
    shown = [tag for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert shown == ["h1", "h2", "h2", "h3", "h2", "h2"]


@pytest.mark.parametrize(("lang", "shown"), [("zh", "zh-CN"), ("en", "en")])
def test_the_page_says_its_language(lang: str, shown: str) -> None:
    document = table(("a",), TableRow(("b",), Outcome.PASS))._replace(lang=lang)
    page = Page(document)
    assert page.all("html") == [{"lang": shown}]
    assert ("met 1" in page.texts) is (lang == "en")


def test_an_empty_document_is_a_page() -> None:
    assert Page(Document("空", ())).texts == ["空", "空"]
    assert Page(Document("空", (Paragraph(""), Table(("a",), ()), KeyValues(()))))


@pytest.mark.parametrize("genre", Genre)
def test_two_runs_give_the_same_bytes(genre: Genre) -> None:
    assert render(specimen(genre)) == render(specimen(genre))


def test_the_specimen_is_as_kept(*, update: bool) -> None:
    page = Page(specimen(hostile=SHORT)._replace(stamp="内部资料"))
    shown = page.source.replace(page.raw["style"], "…").replace(page.raw["script"], "…")
    shown = re.sub(r'(?<=Security-Policy" content=")[^"]*', "…", shown)
    assert is_as_kept("specimen.html", shown, update=update)
