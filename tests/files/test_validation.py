"""check: every error of pydantic becomes a place and a plain sentence."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Generic, Literal, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from centre_check.files import BrokenFile, WrongValue
from centre_check.files.strict_yaml import parse_yaml
from centre_check.files.validation import check
from centre_check.words import mark


class Level(StrEnum):
    DISTRICT = "district"
    TOWN = "town"


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Range(Strict):
    low: Decimal
    high: Decimal

    @model_validator(mode="after")
    def in_order(self) -> "Range":
        if self.low > self.high:
            raise WrongValue(mark("low {low} is above high {high}"), low=self.low, high=self.high)
        return self


class Count(Strict):
    count: str
    where: tuple["Test", ...] = ()


class Sum(Strict):
    sum: str
    unit: str = ""
    where: tuple["Test", ...] = ()


def form(value: Any) -> str | None:
    keys = [key for key in ("count", "sum") if isinstance(value, dict) and key in value]
    return keys[0] if len(keys) == 1 else None


Quantity = Annotated[
    Annotated[Count, Tag("count")] | Annotated[Sum, Tag("sum")], Discriminator(form)
]


class Covers(Strict):
    title: str = ""
    covers: list[str] = Field(min_length=2)


class Bounded(Strict):
    title: str = ""
    quantity: Quantity
    at_least: Decimal | dict[Level, Decimal] = Decimal(1)


def kind_of_criterion(value: Any) -> str | None:
    tags = {"quantity": "bounded", "covers": "list"}
    return next((tags[key] for key in tags if isinstance(value, dict) and key in value), None)


Criterion = Annotated[
    Annotated[Bounded, Tag("bounded")] | Annotated[Covers, Tag("list")],
    Discriminator(kind_of_criterion),
]


class Test(Strict):
    __test__ = False

    is_: str | None = Field(None, alias="is")
    any: tuple["Test", ...] = ()
    compared: Quantity | None = None


class Circle(Strict):
    kind: Literal["circle"]
    radius: Decimal


class Square(Strict):
    kind: Literal["square"]
    side: Decimal


def known_fact(name: str, info: ValidationInfo) -> str:
    if info.context and name not in info.context:
        kind, message = "unknown_fact", "no fact “{name}”"
        raise PydanticCustomError(kind, message, {"name": name})
    if name == "bad {word}":
        message = "not {this}"
        raise ValueError(message)
    if name == "asserted":
        raise AssertionError(name)
    return name


T = TypeVar("T")


class ByOption(Strict, Generic[T]):
    by_option: str
    choices: dict[str, T]


def is_choice(value: Any) -> str:
    return "by_option" if isinstance(value, dict) and "by_option" in value else "plain"


class Everything(Strict):
    id: str = Field("x", min_length=1, max_length=5, pattern=r"^\w*$")
    quantities: tuple[Quantity, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    ranges: Mapping[str, Range] = {}
    levels: dict[Level, int] = {}
    tests: Sequence[Test] = ()
    range: Range | None = None
    text: str = ""
    code: Annotated[str, Field(min_length=3)] = "abc"
    number: Decimal = Field(Decimal(1), gt=0, le=100)
    whole: int = 1
    flag: bool = False
    day: date | None = None
    hour: time | None = None
    level: Level = Level.TOWN
    word: Literal["all", "some"] = "all"
    limit: Literal["all"] | Decimal = "all"
    either: str | list[str] | Range = ""
    bound: Decimal | dict[Level, Decimal] = Decimal(1)
    pair: tuple[int, str] = (1, "")
    names: Annotated[list[str], Field(min_length=1, max_length=2)] = ["a"]
    fact: Annotated[str, AfterValidator(known_fact)] = "f"
    years: Annotated[int, Field(ge=0)] | ByOption[int] = 0
    choice: Annotated[
        Annotated[Quantity, Tag("plain")] | Annotated[ByOption[Quantity], Tag("by_option")],
        Discriminator(is_choice),
    ] = Count(count="a")
    ranged: Annotated[
        Annotated[Range, Tag("plain")] | Annotated[ByOption[Range], Tag("by_option")],
        Discriminator(is_choice),
    ] = Range(low=Decimal(0), high=Decimal(1))
    twins: Annotated[tuple[Range, ...], Field(min_length=2)] | None = None
    shape: Annotated[Circle | Square, Field(discriminator="kind")] | None = None


def said(text: str, model: type[BaseModel] = Everything, context: Any = None) -> list[str]:
    source = parse_yaml(text, "x")
    with pytest.raises(BrokenFile) as caught:
        check(model, source, context)
    return str(caught.value).splitlines()


FORMS = "none of the known forms: expected one of the keys"
LIST = "a list (each entry after “- ”)"
KEYS = "indented lines “key: value”"
SPACE = f"expected {KEYS}; after the key write an ordinary colon and a space"
ONE = {
    "an unknown key, misspelt": ("txet: a", "1:1 unknown key “txet”; did you mean “text”?"),
    "an unknown key in a range": (
        "range:\n  low: 1\n  high: 2\n  depth: 3",
        "4:3 unknown key “depth”; known here: low, high",
    ),
    "a misspelt key stands in for the missing one": (
        "range:\n  low: 1\n  hihg: 2",
        "3:3 unknown key “hihg”; did you mean “high”?",
    ),
    "a missing key": ("range:\n  low: 1", "2:3 missing key “high”"),
    "a missing key in a mapping of ranges": (
        "ranges:\n  a: {low: 1, high: 2}\n  b: {high: 2}",
        "3:6 missing key “low”",
    ),
    "a number out of order": (
        "range:\n  low: 5\n  high: 2",
        "2:3 low 5 is above high 2",
    ),
    "a misspelt key inside nested unions": (
        "quantities:\n- count: a\n  where:\n  - compared:\n      sum: b\n      untis: c",
        "6:7 unknown key “untis”; did you mean “unit”?",
    ),
    "a key of a form beside its tag": (
        "quantities:\n- count: a\n  wher: []",
        "3:3 unknown key “wher”; did you mean “where”?",
    ),
    "an alias": (
        "tests:\n- any:\n  - si: a",
        "3:5 unknown key “si”; known here: is, any, compared",
    ),
    "a value under an alias": (
        "tests:\n- any:\n  - is: [a]",
        "3:9 expected text; found a list",
    ),
    "a value named as its tag": (
        "quantities:\n- sum: {a: b}",
        "2:8 expected text; found keys with values",
    ),
    "none of the forms": (
        "quantities:\n- where: []",
        f"2:3 {FORMS} count, sum",
    ),
    "a misspelt form": (
        "quantities:\n- where: []\n  cuont: a",
        f"3:3 {FORMS} count, sum; did you mean “count” instead of “cuont”?",
    ),
    "a misspelt form whose tag is no key": (
        "criteria:\n- title: a\n  coevrs: []",
        f"3:3 {FORMS} quantity, covers; did you mean “covers” instead of “coevrs”?",
    ),
    "a misspelt form around other forms": (
        "choice:\n  by_optoin: a\n  choices: {}",
        f"2:3 {FORMS} count, sum, by_option; did you mean “by_option” instead of “by_optoin”?",
    ),
    "a misspelt form inside a form": (
        "choice:\n  by_option: a\n  choices:\n    b: {cuont: c}",
        f"4:9 {FORMS} count, sum; did you mean “count” instead of “cuont”?",
    ),
    "a misspelt form beside a default one": (
        "ranged:\n  low: 1\n  high: 2\n  by_optoin: a",
        "4:3 unknown key “by_optoin”; did you mean “by_option”?",
    ),
    "a number or a choice: the choice": (
        "years:\n  by_opiton: a\n  choices: {}",
        "2:3 unknown key “by_opiton”; did you mean “by_option”?",
    ),
    "a number or a choice: the number": ("years: -1", "1:8 must be at least 0, is -1"),
    "a wrong entry does not make its list too short": (
        "twins: [{low: 1, high: 2}, {low: 1, hihg: 2}]",
        "1:37 unknown key “hihg”; did you mean “high”?",
    ),
    "two forms at once": (
        "quantities:\n- sum: a\n  count: b",
        "2:3 the keys count, sum exclude one another; keep one of them",
    ),
    "text instead of a form": (
        "quantities:\n- a",
        "2:3 expected indented lines “key: value”; found “a”",
    ),
    "no space after the colon": (
        "quantities:\n- count:a",
        f"2:3 {SPACE}",
    ),
    "a wide colon in the only line": (
        "text：a",
        f"1:1 {SPACE}",
    ),
    "a form named by a key, misspelt": (
        "shape:\n  kind: sqare\n  side: 1",
        "2:9 expected one of “circle”, “square”; found “sqare”; did you mean “square”?",
    ),
    "a form named by a key, unlike any": (
        "shape:\n  kind: 1",
        "2:9 expected one of “circle”, “square”; found “1”",
    ),
    "a form without its name": ("shape:\n  side: 1", "2:3 missing key “kind”"),
    "a mistake inside a named form": (
        "shape:\n  kind: square\n  side: a",
        "3:9 expected a number; found “a”",
    ),
    "true as text": ("text: true", "1:7 expected text; put “true” in quotation marks"),
    "nothing as text": ("text:", "1:6 expected text; found nothing"),
    "empty text": ("id: ''", "1:5 must not be empty"),
    "short text": ("code: ab", "1:7 must have at least 3 characters"),
    "long text": ("id: abcdef", "1:5 must have at most 5 characters"),
    "a pattern": ("id: a-b", r"1:5 “a-b” is not written as it must be (pattern ^\w*$)"),
    "no number": ("number: 500㎡", "1:9 expected a number; found “500㎡”"),
    "an endless number": ("number: NaN", "1:9 expected a number; found “NaN”"),
    "true as a number": ("number: true", "1:9 expected a number; found “true”"),
    "a number too low": ("number: 0", "1:9 must be more than 0, is 0"),
    "a number too high": ("number: 100.5", "1:9 must be at most 100, is 100.5"),
    "a part of a whole": ("whole: 1.5", "1:8 expected a whole number; found “1.5”"),
    "neither true nor false": ("flag: ja", "1:7 expected true or false; found “ja”"),
    "no date": ("day: 二月", "1:6 expected a date such as 2024-12-31; found “二月”"),
    "a date without dashes": (
        "day: 20191111",
        "1:6 expected a date such as 2024-12-31; found “20191111”",
    ),
    "no time": ("hour: 25:00", "1:7 expected a time such as 09:30; found “25:00”"),
    "no list": (
        "tests: a",
        f"1:8 expected {LIST}; found “a”",
    ),
    "an option misspelt": (
        "level: twon",
        "1:8 expected one of “district”, “town”; found “twon”; did you mean “town”?",
    ),
    "no option": (
        "word: xyz",
        "1:7 expected one of “all”, “some”; found “xyz”",
    ),
    "an option as a key, misspelt": (
        "levels:\n  town: 1\n  distrct: 2",
        "3:3 expected one of “district”, “town”; found “distrct”; did you mean “district”?",
    ),
    "a value under an option": (
        "levels:\n  town: a",
        "2:9 expected a whole number; found “a”",
    ),
    "a word or a number": (
        "limit: al",
        "1:8 expected one of “all”, a number; found “al”; did you mean “all”?",
    ),
    "text, list or range: the range is meant": (
        "either: {low: 1}",
        "1:9 missing key “high”",
    ),
    "text, list or range: the list is meant": (
        "either: [a, [b]]",
        "1:13 expected text; found a list",
    ),
    "text, list or range: none is meant": (
        "either:",
        f"1:8 expected one of text, {LIST}, {KEYS}; found nothing",
    ),
    "a number or one for each level: the number": (
        "bound: a",
        "1:8 expected a number; found “a”",
    ),
    "a number or one for each level: the level": (
        "bound:\n  town: 1\n  distric: 2",
        "3:3 expected one of “district”, “town”; found “distric”; did you mean “district”?",
    ),
    "a number or one for each level: its number": (
        "bound:\n  town: a",
        "2:9 expected a number; found “a”",
    ),
    "an empty list": ("names: []", "1:8 must not be empty"),
    "a short list": ("criteria: [{covers: [a]}]", "1:21 must have at least 2 entries"),
    "a long list": ("names: [a, b, c]", "1:8 must have at most 2 entries"),
    "the second of a pair": ("pair: [1, [b]]", "1:11 expected text; found a list"),
    "a validator's own sentence": ("fact: 'bad {word}'", "1:7 not {this}"),
    "a validator's assertion": ("fact: asserted", "1:7 asserted"),
    "an empty file": ("", "1:1 the file is empty"),
    "a list instead of keys": (
        "- a",
        "1:1 expected indented lines “key: value”; found a list",
    ),
    "a key as long as a novel": (
        f"{'长' * 500}: a",
        f"1:1 unknown key “{'长' * 39}…”; known here: " + ", ".join(Everything.model_fields),
    ),
}


@pytest.mark.parametrize(("text", "mistake"), ONE.values(), ids=ONE)
def test_one_mistake(text, mistake):
    assert said(text) == [f"x:{mistake}"]


def test_context_reaches_validators():
    assert check(Everything, parse_yaml("fact: area", "x"), {"area"}).fact == "area"
    assert said("fact: aera", context={"area"}) == ["x:1:7 no fact “aera”"]


def test_a_right_file():
    text = "number: '12.50'\nwhole: 007\nday: 2019-11-11\nhour: 12:30\ntext: NO\nflag: true\n"
    made = check(Everything, parse_yaml(text, "x"))
    assert (made.number, made.whole, made.text, made.flag) == (Decimal("12.50"), 7, "NO", True)
    assert (made.day, made.hour) == (date(2019, 11, 11), time(12, 30))


def test_all_mistakes_at_once_in_the_order_of_lines():
    text = """\
levle: town
range: {low: a}
quantities:
  - cuont: a
  - count: [b]
    where: [{is: c, si: d}]
number: -1
bound: {town: x, village: 3}
either: {low: 1, hihg: 2}
word: som
"""
    assert [line.split(" ")[0] for line in said(text)] == [
        "x:1:1",
        "x:2:8",
        "x:2:14",
        "x:4:5",
        "x:5:12",
        "x:6:21",
        "x:7:9",
        "x:8:15",
        "x:8:18",
        "x:9:18",
        "x:10:7",
    ]


def test_values_of_a_validator_are_kept_for_translation():
    with pytest.raises(BrokenFile) as caught:
        check(Everything, parse_yaml("range: {low: 5, high: 2}", "x"))
    (mistake,) = caught.value.mistakes
    assert mistake.message == "low {low} is above high {high}"
    assert mistake.values == {"low": Decimal(5), "high": Decimal(2)}


WORDS = st.sampled_from(["town", "all", "circle", "1", "-1.5", "a", "", "2019-11-11", "bad {word}"])
KEYS_OF_ALL = [
    *(*Everything.model_fields, *Test.model_fields, *Range.model_fields),
    *("is", "count", "sum", "unit", "where", "title", "covers", "quantity", "kind", "side", "tonw"),
]


def nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(KEYS_OF_ALL), inner, max_size=4
    )


@settings(deadline=None)
@given(st.recursive(st.none() | st.booleans() | WORDS, nested, max_leaves=30))
def test_whatever_a_file_says_it_is_taken_or_explained(data):
    text = json.dumps(data, indent=1)
    try:
        check(Everything, parse_yaml(text, "x"))
    except BrokenFile as broken:
        lines = text.split("\n")
        for mistake in broken.mistakes:
            assert mistake.column <= len(lines[mistake.line - 1])
            assert "nput" not in mistake.message
