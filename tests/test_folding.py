"""Spelling: what counts as the same text, and what must stay apart."""

import pytest

from centre_check.logic.spelling import fold, normalise, tidy

SAME = {
    "full width": ("ＡＢＣ（１）", "abc(1)"),
    "brackets": ("甲（西安）", "甲(西安)"),
    "blanks of all kinds": ("甲\u3000 乙\u00a0丙\u2009丁", "甲乙丙丁"),
    "a zero-width blank": ("甲\u200b乙", "甲乙"),
    "a byte order mark": ("\ufeff甲乙", "甲乙"),
    "a soft hyphen": ("甲\u00ad乙", "甲乙"),
    "a vowel separator": ("甲\u180e乙", "甲乙"),
    "the end of a direction": ("\u202a甲乙\u202c", "甲乙"),
    "a variation of a character": ("甲\ufe00乙", "甲乙"),
    "hyphens": ("1‐2‑3−4﹣5", "1-2-3-4-5"),
    "dashes": ("甲‒乙–丙―丁─戊", "甲—乙—丙—丁—戊"),
    "tildes": ("1〜2∼3～4", "1~2~3~4"),
    "quotes": ("“甲”〝乙〞", '"甲""乙"'),
    "yuan": ("￥5", "¥5"),
    "radicals": ("⽉⽇", "月日"),
}
APART = {
    "a circled number": ("①500", "1500"),
    "a power": ("10²", "102"),
    "a direction turned round": ("\u202e12", "12"),
    "a hyphen and a dash": ("1-2", "1—2"),
}


@pytest.mark.parametrize(("text", "other"), SAME.values(), ids=SAME)
def test_what_is_the_same_text(text: str, other: str) -> None:
    assert normalise(text) == normalise(other) == other
    assert normalise(text * 20) == other * 20  # longer than what is remembered


@pytest.mark.parametrize(("text", "other"), APART.values(), ids=APART)
def test_what_stays_apart(text: str, other: str) -> None:
    assert normalise(text) != normalise(other)


def test_what_a_user_sees() -> None:
    assert tidy(" 甲\u200b  乙\n丙 ") == "甲 乙 丙"
    assert fold("　ＡＢ　Ｃ　") == "AB C"
