"""BrokenFile: all mistakes, in order, in either language."""

import pytest

from centre_check.errors import StandardError
from centre_check.files import BrokenFile, Mistake, Term, raise_if
from centre_check.words import Words


class Chinese(Words):
    """Says a few messages in Chinese without the catalogue."""

    def __init__(self) -> None:
        super().__init__("zh")

    def __call__(self, message: str, /, **values: object) -> str:
        known = {
            "expected {expected}": "应为{expected}",
            "text": "文字",
            "a list": "列表",
            ", ": "、",
            "「": "「",
            "」": "」",
        }
        return known[message].format(**values)


LATER = Mistake(12, 5, "unknown key 「{key}」", {"key": "{quoet}"})
EARLIER = Mistake(2, 9, "expected {expected}", {"expected": (Term("text"), Term("a list"))})


def test_mistakes_are_said_in_the_order_of_lines():
    broken = BrokenFile("huyi.yaml", [LATER, EARLIER])
    assert broken.mistakes == (EARLIER, LATER)
    assert broken.say(Words("en")) == [
        "huyi.yaml:2:9 expected text, a list",
        "huyi.yaml:12:5 unknown key “{quoet}”",
    ]


def test_the_error_itself_speaks_english():
    broken = BrokenFile("huyi.yaml", [LATER, EARLIER])
    assert isinstance(broken, StandardError)
    assert broken.exit_code == 3
    assert broken.message == str(broken) == "\n".join(broken.say(Words("en")))


def test_terms_and_lists_are_translated():
    assert BrokenFile("x", [EARLIER]).say(Chinese()) == ["x:2:9 应为文字、列表"]


def test_raise_if_raises_all_together():
    with pytest.raises(BrokenFile) as caught:
        raise_if("x", (m for m in (LATER, EARLIER)))
    assert len(caught.value.mistakes) == 2


def test_raise_if_without_mistakes():
    raise_if("x", ())
