"""Characters that nobody sees: replaced where something is lost, dropped where nothing is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from specimen import specimen

from centre_check.render.visible import visible, visible_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("总面积㎡，𠮷野家　x", "总面积㎡，𠮷野家　x", id="what is seen stays"),
        pytest.param("a\x07b\x1b[31m\x9bc\x7f", "a�b�[31m�c�", id="controls are replaced"),
        pytest.param("\ud800x\udfff", "�x�", id="halves of a pair are replaced"),
        pytest.param("\ufffex\U0001ffff", "�x�", id="noncharacters are replaced"),
        pytest.param("左\u202e右\u2066\u200f", "左右", id="marks of direction go"),
        pytest.param("a\u200bb\ufeffc\u00ad", "abc", id="marks of no width go"),
        pytest.param("a\tb", "a b", id="a tab is a blank"),
        pytest.param("1\r\n2\r3\x0b4\u20285\x856\n7", "1\n2\n3\n4\n5\n6\n7", id="line ends are LF"),
        pytest.param("葛\U000e0100", "葛\U000e0100", id="the variant of a character stays"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible_text(text) == shown


@given(st.text(st.characters(codec=None)))
def test_every_text_can_be_written_and_is_in_order(text: str) -> None:
    shown = visible_text(text)
    shown.encode()
    assert {unicodedata.bidirectional(char) for char in shown} & _TURNING == set()
    assert {char for char in shown if unicodedata.category(char) in ("Cc", "Cs")} <= {"\n"}
    assert visible_text(shown) == shown


_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def test_a_document_keeps_all_that_is_no_text() -> None:
    document = specimen(hostile=())
    assert visible(document) == document
    assert type(visible(document).genre) is type(document.genre)
