import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centre_check.model.facts import Choices, Trouble
from centre_check.workbook.cells import EntryRemark, choices

YES_NO = {
    word: key
    for key, words in {
        "yes": "是 有 √ ✓ ✔ ☑ 对 已 具备 已提供 y yes true ● 齐全",
        "no": "否 无 × ✗ ✘ x 没有 未 未提供 不具备 n no false ☐",
    }.items()
    for word in words.split()
}
EMPLOYMENT = {"专职": "full", "全职": "full", "专": "full", "兼职": "part", "兼": "part"}
SERVICES = {
    "融资": "finance",
    "资金对接": "finance",
    "法务": "law",
    "法律服务": "law",
    "知识产权": "ip",
    "培训": "training",
    "创业指导": "guidance",
    "培训和指导": "training",
}
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.text(alphabet="是否有无√×☑□()（）见附件0123、，和 \n", max_size=12),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        pytest.param(raw, key, id=f"{raw!r} is {key}")
        for raw, key in [
            ("是", "yes"),
            (" 是\u3000", "yes"),
            ("具 备", "yes"),
            ("Yes", "yes"),
            ("Ｙ", "yes"),
            ("√", "yes"),
            ("✔\ufe0f", "yes"),
            ("●", "yes"),
            ("否", "no"),
            ("无", "no"),
            ("没有", "no"),
            ("X", "no"),
            ("☐", "no"),
            (True, "yes"),
            (1, "yes"),
            (1.0, "yes"),
            ("1", "yes"),
            (False, "no"),
            (0.0, "no"),
            ("0", "no"),
            ("□有 ☑无", "no"),
            ("☑有 □无", "yes"),
            ("☑有/□无", "yes"),
            ("■有□无", "yes"),
            ("有√ 无×", "yes"),
            ("有√ 无□", "yes"),
            ("有□ 无√", "no"),
            ("有(√) 无( )", "yes"),
            ("有（　）无（√）", "no"),
            ("[√]有 [ ]无", "yes"),
            ("有√", "yes"),
            ("√有", "yes"),
        ]
    ],
)
def test_a_word_is_known(raw, key):
    parsed = choices(raw, YES_NO, multiple=False)
    assert parsed.value == Choices(frozenset({key}))
    assert parsed.trouble is None
    assert parsed.remark is None


@pytest.mark.parametrize(
    "raw",
    [
        "有(见附件3)",
        "有（详见附件3）",
        "有【附件三】",
        "有(照片1-3)",
        "有，见附件3",
        "有(佐证材料)",
    ],
)
def test_a_note_on_an_attachment_is_put_aside(raw):
    parsed = choices(raw, YES_NO, multiple=False)
    assert parsed.value == Choices(frozenset({"yes"}))
    assert parsed.remark is EntryRemark.ATTACHMENT


def test_a_word_with_brackets_of_its_own_is_the_word():
    parsed = choices("镇（街道）级", {"镇(街道)级": "town", "镇": "other"}, multiple=False)
    assert parsed.value == Choices(frozenset({"town"}))
    assert parsed.remark is None


@pytest.mark.parametrize(
    "raw",
    [
        *("基本具备", "正在建设", "拟设", "部分", "待完善"),
        *("有(建设中)", "有(未启用)", "有（附件待补）"),
        *("○", "ü", "þ", "R", "P", "☒", "有、无", "是否", "有见人就发", "☑基本具备 □无"),
    ],
)  # fmt: skip
def test_what_no_dictionary_knows_is_never_yes(raw):
    parsed = choices(raw, YES_NO, multiple=False)
    assert parsed.value.known == frozenset()
    assert len(parsed.value.unlisted) == 1
    assert parsed.trouble is None


def test_the_unlisted_text_is_kept_as_it_stands():
    parsed = choices(" 基本 具备（二期）\n", YES_NO, multiple=False)
    assert parsed.value == Choices(frozenset(), ("基本 具备（二期）",))


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        pytest.param("专职", Choices(frozenset({"full"})), id="专职 is full"),
        pytest.param("兼", Choices(frozenset({"part"})), id="兼 is part"),
        pytest.param("专兼职", Choices(frozenset(), ("专兼职",)), id="专兼职 is neither"),
        pytest.param("专职/兼职", Choices(frozenset(), ("专职/兼职",)), id="专职/兼职 is neither"),
    ],
)
def test_two_words_in_a_single_choice_are_never_guessed(raw, value):
    assert choices(raw, EMPLOYMENT, multiple=False).value == value


@pytest.mark.parametrize(
    ("raw", "known", "unlisted"),
    [
        pytest.param(raw, frozenset(known.split()), unlisted, id=name)
        for name, raw, known, unlisted in [
            ("one word", "融资", "finance", ()),
            ("words with 、", "融资、法务、知识产权", "finance law ip", ()),
            ("words with a comma", "融资，法务,知识产权", "finance law ip", ()),
            ("words with a semicolon", "融资；法务;知识产权", "finance law ip", ()),
            ("words with a slash", "融资/法务／知识产权", "finance law ip", ()),
            ("words on lines", "融资\n法务\r\n知识产权", "finance law ip", ()),
            ("words with 和", "融资和法务", "finance law", ()),
            ("words with 及 and 、", "融资、法务及知识产权", "finance law ip", ()),
            ("two words of one key", "融资、资金对接", "finance", ()),
            ("a separator at the end", "融资、", "finance", ()),
            ("a word that holds 和", "培训和指导", "training", ()),
            ("a word that holds 和 in a list", "融资、培训和指导", "finance training", ()),
            ("a word over two lines", "知识\n产权", "ip", ()),
            ("an unlisted word in a list", "融资、电商代运营", "finance", ("电商代运营",)),
            ("half of a pair unlisted", "融资和代账", "", ("融资和代账",)),
            ("no separator", "融资法务", "", ("融资法务",)),
            ("a list with 等", "融资、法务等", "finance law", ("等",)),
            ("a list with 等服务", "融资、法务等服务", "finance law", ("等",)),
            ("等 behind no word", "融资、加盟等", "finance", ("加盟", "等")),
            ("等 in a word", "等级评定", "", ("等级评定",)),
            ("numbered", "1.融资 2、法务", "finance law", ()),
            ("numbered in circles", "①融资②法务", "finance law", ()),
            ("numbered in brackets", "（1）融资；（2）法务", "finance law", ()),
            ("blanks between words", "融资  法务", "finance law", ()),
            ("a blank before what is no word", "融资 加盟", "", ("融资 加盟",)),
            ("ticked words", "☑融资 □法务 ☑培训", "finance training", ()),
            ("a tick behind a list", "融资、法务√", "", ("融资、法务",)),
        ]
    ],
)
def test_a_cell_with_several_words(raw, known, unlisted):
    parsed = choices(raw, SERVICES, multiple=True)
    assert parsed.value == Choices(known, unlisted)
    assert parsed.trouble is None


@pytest.mark.parametrize("multiple", [False, True])
@pytest.mark.parametrize("raw", [None, "", "\u3000", "—", "/", "?", "待定", "见附件", "N/A"])
def test_a_blank_is_neither_yes_nor_no(raw, multiple):
    parsed = choices(raw, YES_NO, multiple=multiple)
    assert parsed.value is None
    assert parsed.trouble is Trouble.BLANK


def test_nothing_but_separators_is_blank():
    assert choices("、、", SERVICES, multiple=True).trouble is Trouble.BLANK


def test_a_dash_is_a_word_where_the_dictionary_says_so():
    assert choices("—", {"—": "no"}, multiple=False).value == Choices(frozenset({"no"}))


@pytest.mark.parametrize(
    ("raw", "words", "remark"),
    [
        pytest.param(raw, words, remark, id=name)
        for name, raw, words, remark in [
            ("both ticked", "☑有 ☑无", YES_NO, EntryRemark.SEVERAL_TICKED),
            ("both ticked behind", "有√ 无√", YES_NO, EntryRemark.SEVERAL_TICKED),
            ("neither ticked", "□有 □无", YES_NO, EntryRemark.NOTHING_TICKED),
            ("neither ticked in brackets", "有( ) 无( )", YES_NO, EntryRemark.NOTHING_TICKED),
            ("a crossed word", "有×", YES_NO, EntryRemark.NOTHING_TICKED),
            ("a number", 3.0, YES_NO, EntryRemark.NOT_A_WORD),
            ("a number in text", "3", YES_NO, EntryRemark.NOT_A_WORD),
            ("a code", "01", YES_NO, EntryRemark.NOT_A_WORD),
            ("a number next to 1", "0.99999999999999999999", YES_NO, EntryRemark.NOT_A_WORD),
            ("nan", float("nan"), YES_NO, EntryRemark.NOT_A_WORD),
            ("1 where 是 is no word", 1.0, EMPLOYMENT, EntryRemark.NOT_A_WORD),
            ("TRUE where 是 is no word", True, EMPLOYMENT, EntryRemark.TRUE_OR_FALSE),
            ("a date", dt.date(2019, 3, 5), YES_NO, EntryRemark.TURNED_INTO_DATE),
            ("a time", dt.time(3), YES_NO, EntryRemark.TURNED_INTO_DATE),
            ("an Excel error", "#NAME?", YES_NO, EntryRemark.EXCEL_ERROR),
            ("a long text", "是" * 201, YES_NO, EntryRemark.TOO_LONG),
            ("a huge text", "√" * 5_000_000, YES_NO, EntryRemark.TOO_LONG),
        ]
    ],
)
def test_what_cannot_be_read_is_no_choice(raw, words, remark):
    parsed = choices(raw, words, multiple=False)
    assert parsed.value is None
    assert parsed.trouble is Trouble.UNREADABLE
    assert parsed.remark is remark


@given(ANYTHING, st.sampled_from([YES_NO, EMPLOYMENT, SERVICES, {}]), st.booleans())
def test_no_input_raises(raw, words, multiple):
    parsed = choices(raw, words, multiple=multiple)
    assert (parsed.value is None) == (parsed.trouble is not None)


@given(ANYTHING, st.booleans())
def test_a_value_always_says_something(raw, multiple):
    value = choices(raw, YES_NO, multiple=multiple).value
    assert value is None or value.known or value.unlisted


@given(
    st.lists(st.sampled_from(sorted(SERVICES)), min_size=1, max_size=20),
    st.sampled_from("、，,;；/\n"),
)
def test_every_list_of_words_is_known(listed, separator):
    parsed = choices(separator.join(listed), SERVICES, multiple=True)
    assert parsed.value == Choices(frozenset(SERVICES[word] for word in listed))
