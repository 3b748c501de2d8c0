"""Markdown, read back by a parser: no text of a document becomes markup."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from kept import is_as_kept
from markdown_it import MarkdownIt
from markdown_it.token import Token
from specimen import HOSTILE, specimen

from centre_check.documents.tree import Document, Genre
from centre_check.render.markdown import render
from centre_check.render.visible import visible_text

SHORT = tuple(text for text in HOSTILE if len(text) < 1000)
MORE = (
    "- a",
    "+ a",
    "1. a",
    "12) a",
    "> a",
    "# a",
    "===",
    "---",
    "***",
    "    indented",
    "\tindented",
    "a\n\n\n- b",
    "| --- | --- |",
    "a|b\\|c\\",
    "\\",
    "a\\\n",
    "[a](http://b.c)",
    "![a](b.png)",
    "[a]: http://b.c",
    "<http://b.c>",
    "http://b.c www.b.c x@b.c",
    "&lt;b&gt; &amp; &#60;",
    "```\ncode\n```",
    "~~a~~ ==b== ^c^ ~d~",
    ":smile: $x$ @name #12 [^1]",
    "<!-- a --> <b>c</b> <details>",
    "**（㎡）**",
)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


class _Text(HTMLParser):
    """The text of a page, its line breaks as LF."""

    text = ""

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, _: object) -> None:
        self.text += "\n" if tag == "br" else ""


def shape(document: Document) -> list[str]:
    """Every token of the page but text and the line breaks that stand for those of a text."""
    tokens = PARSER.parse(render(document).decode())
    return [kind for token in tokens for kind in _kinds(token) if kind]


def _kinds(token: Token) -> list[str]:
    inner = [one for one in token.children or [] if one.type not in ("text", "text_special")]
    breaks = ("hardbreak", "softbreak")
    shown = [one.type for one in inner if one.type not in breaks and one.content != "<br>"]
    return [token.type, *shown]


def text_of(document: Document) -> str:
    reader = _Text()
    reader.feed(PARSER.render(render(document).decode()))
    return reader.text


@pytest.mark.parametrize("text", [*HOSTILE, *MORE])
def test_no_text_is_markup(text: str) -> None:
    assert shape(specimen(hostile=(text,))) == shape(specimen(hostile=("无",)))


@settings(max_examples=50, deadline=None)
@given(
    st.text(st.characters(codec="utf-8"), min_size=1).filter(
        lambda text: visible_text(text).strip()
    )
)
@example("0\xa0")
@example("\u3000甲\u2003")
def test_no_text_whatever_is_markup(text: str) -> None:
    assert shape(specimen(hostile=(text,))) == shape(specimen(hostile=("无",)))


@pytest.mark.parametrize("text", [*SHORT, *MORE])
def test_every_text_is_read_as_it_was_written(text: str) -> None:
    read = _folded(text_of(specimen(hostile=(text,))))
    assert read.count(_folded(visible_text(text))) >= 4


def _folded(text: str) -> str:
    return "".join(text.split())


def test_a_shape_that_was_touched_would_be_found_out() -> None:
    assert "strong_open" in _kinds(PARSER.parse("**a**")[1])


def test_room_for_handwriting_is_a_line_of_underscores() -> None:
    read = text_of(specimen(hostile=()))
    assert read.count("_" * 60) == 4
    assert "编号 " + "_" * 20 in read


@pytest.mark.parametrize("genre", Genre)
def test_two_runs_give_the_same_bytes(genre: Genre) -> None:
    assert render(specimen(genre)) == render(specimen(genre))


def test_the_specimen_is_as_kept(*, update: bool) -> None:
    document = specimen(hostile=SHORT)._replace(stamp="内部资料")
    assert is_as_kept("specimen.md", render(document).decode(), update=update)
