"""What parse_yaml takes, what it refuses, and where it says a mistake is."""

import json
import subprocess
import sys
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from centre_check.files import BrokenFile
from centre_check.files.strict_yaml import parse_yaml
from centre_check.words import Words


def mistakes(text: str | bytes) -> list[str]:
    with pytest.raises(BrokenFile) as caught:
        parse_yaml(text, "x")
    english, found = Words("en"), caught.value.mistakes  # all of them, not the first twenty
    return [f"x:{one.line}:{one.column} {one.say(english)}" for one in found]


@pytest.mark.parametrize(
    "word",
    ["NO", "yes", "on", "True", "12:30", "1e3", "2019-11-11", "007", "0x1F", ".5", "NULL", "="],
)
def test_plain_words_stay_text(word):
    assert parse_yaml(f"key: {word}", "x").data == {"key": word}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'true'", "true"),
        ('""', ""),
        ("|\n  true", "true"),
        ("[a, [b], {c: d}]", ["a", ["b"], {"c": "d"}]),
        ("实测480㎡", "实测480㎡"),
    ],
)
def test_values(written, value):
    assert parse_yaml(f"key: {written}", "x").data == {"key": value}


@pytest.mark.parametrize(
    "text",
    ["\ufeffa: b\r\nc: d\r\n", "\ufeffa: b\nc: d".encode(), "a: b\rc: d"],
    ids=["Windows text", "UTF-8 bytes with a mark", "old Mac text"],
)
def test_other_editors(text):
    assert parse_yaml(text, "x").data == {"a": "b", "c": "d"}


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_nothing_written(text):
    source = parse_yaml(text, "x")
    assert source.data is None
    assert source.position(("a", 0)) == source.position(())


TEXT = """\
id: a
标准:
  - clause: 三
    quote: "原文"
  - [x, {y: z}]
"""


@pytest.mark.parametrize(
    ("loc", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("id",), (1, 5), (1, 1)),
        (("标准",), (3, 3), (2, 1)),
        (("标准", 0), (3, 5), (3, 5)),
        (("标准", 0, "quote"), (4, 12), (4, 5)),
        (("标准", 1, 1, "y"), (5, 13), (5, 10)),
        (("标准", 0, "missing", 3, "deep"), (3, 5), (3, 5)),
        (("标准", 7), (3, 3), (3, 3)),
        (("nowhere",), (1, 1), (1, 1)),
    ],
)
def test_positions(loc, value, key):
    source = parse_yaml(TEXT, "x")
    assert source.position(loc) == value
    assert source.key_position(loc) == key


TAG = "is a tag; delete it, or put the text in quotation marks"
REFUSED = {
    "a repeated key names its first line": (
        "a: 1\nb: 2\na: 3",
        "3:1 key “a” stands here again; its first place is line 1",
    ),
    "a repeated key inside a list": (
        "- a: 1\n  'a': 2",
        "2:3 key “a” stands here again; its first place is line 1",
    ),
    "an anchor": (
        "a: &b c",
        "1:4 “&b” names this place for later; anchors are refused, delete it",
    ),
    "an alias": (
        "a: *b",
        "1:4 “*b” refers to another place; aliases are refused, write it out here",
    ),
    "an alias as a key": (
        "*b : c",
        "1:1 “*b” refers to another place; aliases are refused, write it out here",
    ),
    "a tag": (
        "a: !!python/object x",
        f"1:4 “tag:yaml.org,2002:python/object” {TAG}",
    ),
    "a tag of one's own": (
        "a: !重要",
        "1:4 text that begins with ! must be put in quotation marks",
    ),
    "a merge key": (
        "a:\n  <<: b",
        "2:3 “<<” merges keys from elsewhere; write the keys out here",
    ),
    "a second document": (
        "a: b\n---\nc: d",
        "2:1 a second document begins here; keep one document a file",
    ),
    "a tab before a key": ("a:\n\tb: c", "2:1 a tab stands here; use spaces"),
    "a tab after text": ("a: b\t# c", "1:5 a tab stands here; use spaces"),
    "a control character": (
        "a: b\x07c",
        "1:5 an invisible character (U+0007) stands here; delete it",
    ),
    "a line end that editors do not show": (
        "a: b\u2028c: d",
        "1:5 an invisible character (U+2028) stands here; delete it",
    ),
    "half a character": (
        "a: \ud800",
        "1:4 an invisible character (U+D800) stands here; delete it",
    ),
    "a constant as a key": (
        "true: a",
        "1:1 a key must be text; put “true” in quotation marks",
    ),
    "no key": ("?\n: a", "1:2 a key is missing before the colon"),
    "a list as a key": (
        "[a, b]: c",
        "1:1 a key must be text; here it is a list or has keys itself",
    ),
    "keys as a key": (
        "? {a: b}\n: c",
        "1:3 a key must be text; here it is a list or has keys itself",
    ),
    "a wide space before the first key": (
        "\u3000b: 2",
        "1:1 the key “b” begins or ends with a wide or invisible space; delete it",
    ),
    "GBK": (
        "a: b\nc: 面积".encode("gbk"),
        "2:1 the file is not saved as UTF-8; save it again with the encoding UTF-8",
    ),
    "UTF-16": (
        "a: b".encode("utf-16"),
        "1:1 the file is not saved as UTF-8; save it again with the encoding UTF-8",
    ),
}


@pytest.mark.parametrize(("text", "said"), REFUSED.values(), ids=REFUSED)
def test_refused(text, said):
    assert mistakes(text) == [f"x:{said}"]


FIT = "this does not fit the lines above; check the indentation and the quotation marks"
COLON = "no colon may stand here; check the indentation, or put the text in quotation marks"
WIDE = "“：” is a wide colon; after the key write an ordinary colon and a space"
SYNTAX = {
    "two colons": ("a: b: c", f"1:5 {COLON}"),
    "indented by one too many": ("a: b\n c: d", f"2:3 {COLON}"),
    "indented too little": ("a:\n   b: 1\n  c: 2", f"3:3 {FIT}"),
    "text after a quotation": ('a: "x" y', f"1:8 {FIT}"),
    "no colon": (
        "a: 1\nquote\nb: 2",
        "2:1 this line is no “key: value”; after the key write a colon and a space",
    ),
    "a wide colon": ("id: a\nquote：abc\ntitle: c", f"2:6 {WIDE}"),
    "a wide colon in the line before": ("- id：a\n  title: b", f"1:5 {WIDE}"),
    "a wide colon in a sentence above": ("a: b\n  说明：c\n  d: e", f"3:4 {COLON}"),
    "an open quotation": (
        "a: 'x\nb: c",
        "1:4 the quotation mark that opens here is never closed",
    ),
    "an open bracket": (
        "a: [1, 2\nb: 3",
        "1:4 the bracket that opens here is not closed, or a comma is missing in it",
    ),
    "an open brace": (
        "a: {x: 1\nb: 3",
        "1:4 the bracket that opens here is not closed, or a comma is missing in it",
    ),
    "brackets at the end": ("a: [[", "1:5 a value is missing here, or a bracket does not fit"),
    "an at sign": (
        "a: @x",
        "1:4 no text may begin with this character; put the text in quotation marks",
    ),
    "asterisks": (
        "a: **b**",
        "1:4 text that begins with * or & must be put in quotation marks",
    ),
    "an unknown tag": ("a: !x!y z", "1:4 text that begins with ! must be put in quotation marks"),
    "a backslash": (
        'a: "C:\\q"',
        "1:7 a backslash has a meaning of its own in \"…\"; use '…' around this text",
    ),
    "a list on the line of its key": (
        "a: - b",
        "1:4 a list entry “- ” must begin on a line of its own",
    ),
    "keys after a list": (
        "- a\nb: c",
        "2:1 this does not fit the list above; each entry begins with “- ”, all equally indented",
    ),
    "text right after a bar": (
        "a: |x\n b",
        "1:4 after “|” or “>” the text must begin on the next line",
    ),
    "anything else": (
        "%foo",
        "1:5 this cannot be read; check the indentation, the colons and the quotation marks",
    ),
}


@pytest.mark.parametrize(("text", "said"), SYNTAX.values(), ids=SYNTAX)
def test_syntax(text, said):
    assert mistakes(text) == [f"x:{said}"]


def test_all_mistakes_at_once():
    text = "a: 1\na: 2\nb: &n {c: !t 3, c: 4}\nd: *n\t# e\n<<: x\n? [q, q]\n: {g: 1, g: 2}\nh: i"
    assert [line.split(" ")[0] for line in mistakes(text)] == [
        "x:2:1",
        "x:3:4",
        "x:3:11",
        "x:3:17",
        "x:4:4",
        "x:4:6",
        "x:5:1",
        "x:6:3",
        "x:7:10",
    ]


HUGE = {
    "brackets": "[" * 5_000,
    "braces": "{a: " * 5_000,
    "dashes": "- " * 5_000,
    "question marks": "? " * 5_000,
    "indented": "".join(f"{' ' * level}a:\n" for level in range(1_900)),
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_deep_nesting_is_refused_quickly(text):
    begun = time.process_time()
    assert mistakes(text)[-1].endswith(" nested deeper than 64 levels")
    assert time.process_time() - begun < 2


def test_64_levels_are_taken():
    assert parse_yaml("[" * 64 + "]" * 64, "x").data == json.loads("[" * 64 + "]" * 64)
    assert mistakes("[" * 65 + "]" * 65) == ["x:1:65 nested deeper than 64 levels"]


@pytest.mark.parametrize("text", ["a" * 3 * 2**20, b"a" * 3 * 2**20, "面" * 2**20])
def test_a_large_file_is_refused(text):
    assert mistakes(text) == ["x:1:1 the file is larger than 2 MiB; is it the right file?"]


YAML_SIGNS = st.text(st.sampled_from("ab：:-?,[]{}&*!|>'\"%@`#~<=\\ \n\t\r\x85\u2028\ufeff面0"))


@settings(deadline=None)  # the first example loads PyYAML
@given(st.one_of(st.text(), YAML_SIGNS, st.binary()))
@example("? ")
@example("- ? a\n  ? b\n: c")
@example("&a")
@example("%YAML 1.3\n---\na")
def test_no_text_raises_anything_else(text):
    try:
        source = parse_yaml(text, "x")
    except BrokenFile as broken:
        places = [(mistake.line, mistake.column) for mistake in broken.mistakes]
    else:
        places = [source.position(())]
    assert min(map(min, places)) >= 1


def test_heavy_libraries_load_only_when_needed():
    code = "import sys, centre_check.files as f; print({'yaml', 'pydantic_core'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
