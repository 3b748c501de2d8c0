"""Where the lines of a title end."""

import pytest

from centre_check.documents.tree import Document
from centre_check.render.title import title_lines
from centre_check.words.width import screen_width

NAME, END = "关于西安市鄠邑区余下创业中心", "限期整改的通知"


@pytest.mark.parametrize(
    ("parts", "room", "lines"),
    [
        ((NAME, END), 42, [NAME + END]),
        ((NAME, END), 41, [NAME, END]),
        ((NAME, END), 28, [NAME, END]),
        ((NAME, END), 27, ["关于西安市鄠邑", "区余下创业中心", END]),
        ((), 40, ["关于西安市鄠邑区余下创", "业中心限期整改的通知"]),
        (("甲区", "乙镇", "丙中心", "通知"), 12, ["甲区乙镇", "丙中心通知"]),
        (
            ("Notice on putting X Centre", " in order"),
            30,
            ["Notice on putting X Centre", "in order"],
        ),
        (("Noticeable", " words"), 12, ["Noticeable", "words"]),
        ((NAME,), 6, [NAME]),
    ],
)
def test_a_line_ends_between_parts(parts: tuple[str, ...], room: float, lines: list[str]) -> None:
    title = "".join(parts) or NAME + END
    assert title_lines(Document(title, (), title_parts=parts), room) == lines


def test_a_title_with_line_ends_of_its_own_keeps_them() -> None:
    title = "第一行\n第二行" * 3
    assert title_lines(Document(title, ()), 8) == [title]


@pytest.mark.parametrize("many", range(1, 40))
def test_nothing_is_lost_and_no_line_is_too_wide(many: int) -> None:
    title = "中" * many
    lines = title_lines(Document(title, ()), 26)
    assert "".join(lines) == title
    assert len(lines) == -(-many // 13)
    assert max(map(screen_width, lines)) <= 26
    assert max(map(len, lines)) - min(map(len, lines)) <= 2
