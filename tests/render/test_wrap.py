"""Lines of a screen: none too wide, nothing lost, addresses whole where they fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centre_check.render.wrap import wrapped
from centre_check.words.width import screen_width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("实有1处", 10, ["实有1处"]),
        ("一二三四五", 10, ["一二三四五"]),
        ("一二三四五六", 10, ["一二三四五", "六"]),
        ("一二三四五，六", 10, ["一二三四", "五，六"]),  # a comma begins no line
        ("一二三四。）六", 10, ["一二三", "四。）六"]),
        ("，，，，，，", 10, ["，，，，，", "，"]),
        ("一二三四（五", 10, ["一二三四", "（五"]),
        ("实有1处，（空间!C7）", 12, ["实有1处，", "（空间!C7）"]),
        ("共1处（02 场地!C7:C9）", 17, ["共1处", "（02 场地!C7:C9）"]),
        ("处（02 场地!C7、D8）", 17, ["处（02 场地!C7、", "D8）"]),
        ("处（运营管理人员!C7）", 11, ["处（运营管", "理人员!C7）"]),  # wider than a line
    ],
)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@given(st.text("一二，。（）!:：AB12 、\n空间", max_size=60), st.integers(2, 40))
def test_nothing_is_lost_and_nothing_sticks_out(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert max(map(screen_width, lines)) <= width
