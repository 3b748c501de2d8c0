"""Limits, intervals and what is said of them: at the limit, on both sides, with nothing known."""

# A case is one line, however long, so that a table reads down its columns.
# ruff: noqa: E501

from datetime import date
from decimal import Decimal

import pytest

from centre_check.checks.amounts import amount, found, found_share, limit, plain
from centre_check.checks.bounds import meets, missing_members, shortfall
from centre_check.checks.grammar import Bound
from centre_check.checks.quantities.combined import NotBelow
from centre_check.checks.quantities.count import Count
from centre_check.checks.quantities.number import Number
from centre_check.checks.quantities.share import Share
from centre_check.checks.quantities.sum import Sum
from centre_check.checks.quantity import Quantity
from centre_check.logic import Interval, Truth, all_of, any_of
from centre_check.logic.calendar import add_months, month_end
from centre_check.logic.codes import is_credit_code, is_person_number
from centre_check.model.findings import Comparison
from centre_check.words import Words

YES, NO, MAYBE = Truth.YES, Truth.NO, Truth.MAYBE
Value = Interval[Decimal]


def between(
    low: str | None, high: str | None, *, low_open: bool = False, high_open: bool = False
) -> Value:
    ends = (None if one is None else Decimal(one) for one in (low, high))
    return Interval(*ends, low_open=low_open, high_open=high_open)


def exactly(text: str) -> Value:
    return between(text, text)


def bound(
    comparison: Comparison, value: str, upper: str | None = None, *, is_open: bool = False
) -> Bound:
    return Bound(comparison, Decimal(value), Decimal(upper) if upper else None, is_open)


LEAST, MORE, MOST, LESS, JUST, RANGE = (
    bound(one, "5", "8" if one is Comparison.BETWEEN else None)
    for one in (
        Comparison.AT_LEAST, Comparison.MORE_THAN, Comparison.AT_MOST, Comparison.LESS_THAN,
        Comparison.EXACTLY, Comparison.BETWEEN,
    )
)  # fmt: skip
OPEN_LEAST, OPEN_MOST = LEAST._replace(at_limit_open=True), MOST._replace(at_limit_open=True)
MEETS: list[tuple[Bound, Value, Truth, str | None]] = [
    (LEAST, exactly("5"), YES, "0"), (LEAST, exactly("4.99"), NO, "0.01"), (LEAST, between("4", "6"), MAYBE, "0"),
    (LEAST, between("4", "5", high_open=True), NO, "0"), (LEAST, between("5", None), YES, None), (LEAST, between(None, None), MAYBE, None),
    (LEAST, between("4", "6", high_open=True), MAYBE, "0"),
    (MORE, exactly("5"), NO, "0"), (MORE, exactly("5.01"), YES, "0"), (MORE, between("5", "6"), MAYBE, "0"), (MORE, between("5", None, low_open=True), YES, None),
    (MORE, between("4", None, low_open=True), MAYBE, None),
    (MOST, exactly("5"), YES, "0"), (MOST, exactly("5.01"), NO, "0.01"), (MOST, between("5", None, low_open=True), NO, "0"), (MOST, between(None, "5"), YES, None),
    (LESS, exactly("5"), NO, "0"), (LESS, exactly("4.99"), YES, "0"), (LESS, between("4", "5", high_open=True), YES, "0"), (LESS, between(None, None), MAYBE, None),
    (JUST, exactly("5"), YES, "0"), (JUST, exactly("4"), NO, "1"), (JUST, exactly("6"), NO, "0"), (JUST, between("4", "6"), MAYBE, "0"),
    (RANGE, exactly("5"), YES, "0"), (RANGE, exactly("8"), YES, "0"), (RANGE, exactly("8.01"), NO, "0"), (RANGE, exactly("4"), NO, "1"), (RANGE, between("5", "9"), MAYBE, "0"),
    (OPEN_LEAST, exactly("5"), MAYBE, "0"), (OPEN_LEAST, exactly("5.01"), YES, "0"), (OPEN_LEAST, exactly("4.99"), NO, "0.01"), (OPEN_LEAST, between("5", "6"), MAYBE, "0"),
    (OPEN_MOST, exactly("5"), MAYBE, "0"), (OPEN_MOST, exactly("4.99"), YES, "0"), (OPEN_MOST, exactly("5.01"), NO, "0.01"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "value", "truth", "missing"), MEETS)
def test_a_bound(asked: Bound, value: Value, truth: Truth, missing: str | None) -> None:
    assert meets(value, asked) is truth
    assert shortfall(value, asked) == (None if missing is None else Decimal(missing))


@pytest.mark.parametrize(
    ("have", "total", "comparison", "missing"),
    [
        (3, 6, Comparison.MORE_THAN, 1),
        (4, 6, Comparison.MORE_THAN, 0),
        (2, 5, Comparison.MORE_THAN, 1),
        (3, 5, Comparison.MORE_THAN, 0),
        (5, 5, Comparison.MORE_THAN, 0),
        (3, 6, Comparison.AT_LEAST, 0),
        (2, 6, Comparison.AT_LEAST, 1),
        (2, 5, Comparison.AT_LEAST, 1),
        (0, 0, Comparison.AT_LEAST, 0),
    ],
)
def test_how_many_members_are_missing(
    have: int, total: int, comparison: Comparison, missing: int
) -> None:
    assert missing_members(have, total, bound(comparison, "0.5")) == missing


def test_an_interval_is_exact_when_it_holds_one_value() -> None:
    assert Interval.exactly(Decimal(5)).is_exact
    assert not between("5", "6").is_exact
    assert not between("5", None).is_exact
    assert not between(None, None).is_exact


def test_truth() -> None:
    assert [one.negated for one in (YES, NO, MAYBE)] == [NO, YES, MAYBE]
    assert (Truth.of(True), Truth.of(False)) == (YES, NO)  # noqa: FBT003
    assert (all_of([]), any_of([])) == (YES, NO)
    assert (all_of([YES, MAYBE]), all_of([NO, MAYBE])) == (MAYBE, NO)
    assert (any_of([NO, MAYBE]), any_of([YES, MAYBE])) == (MAYBE, YES)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2020, 2, 29), -12, date(2019, 2, 28)),
        (date(2020, 3, 5), 0, date(2020, 3, 5)),
        (date(2020, 12, 15), 1, date(2021, 1, 15)),
        (date(2020, 1, 15), -1, date(2019, 12, 15)),
        (date(9999, 11, 30), 1, date(9999, 12, 30)),
        (date(9999, 12, 1), 1, date.max),
        (date(1, 2, 3), -1, date(1, 1, 3)),
        (date(1, 1, 3), -1, date.min),
    ],
)
def test_months_later(day: date, months: int, then: date) -> None:
    assert add_months(day, months) == then


def test_the_end_of_a_month() -> None:
    ends = [month_end(2020, month).day for month in (1, 2, 4, 12)]
    assert ends == [31, 29, 30, 31]
    assert month_end(9999, 12) == date.max


# --- in words -------------------------------------------------------------------------------------

SAID: dict[str, tuple[Value, str, str]] = {
    "a number": (exactly("480.50"), "480.5㎡", "480.5 ㎡"),
    "none": (exactly("0"), "0㎡", "0 ㎡"),
    "some or more": (between("300", None), "至少300㎡", "300 ㎡ or more"),
    "more than": (between("500", None, low_open=True), "超过500㎡", "over 500 ㎡"),
    "nothing": (between("0", None), "数目不详", "unknown"),
    "nothing at all": (between(None, None), "数目不详", "unknown"),
    "up to": (between("0", "5"), "至多5㎡", "up to 5 ㎡"),
    "under": (between(None, "200", high_open=True), "不足200㎡", "under 200 ㎡"),
    "from to": (between("4", "5"), "4至5㎡", "4 to 5 ㎡"),
    "from to below": (between("4", "5", high_open=True), "4至不足5㎡", "4 to below 5 ㎡"),
}  # fmt: skip


@pytest.mark.parametrize(("value", "zh", "en"), SAID.values(), ids=SAID)
def test_what_was_found_in_words(value: Value, zh: str, en: str) -> None:
    assert (found(value, "㎡", Words("zh")), found(value, "㎡", Words("en"))) == (zh, en)


def test_one_and_many() -> None:
    assert [amount(one, "person|people", Words("en")) for one in (0, 1, 2)] == [
        "0 people", "1 person", "2 people",
    ]  # fmt: skip
    assert [plain(Decimal(one)) for one in ("100", "1E+2", "0.50", "12.00")] == [
        "100",
        "100",
        "0.5",
        "12",
    ]
    assert found_share(exactly("3"), exactly("6"), "人", Words("zh")) == "共6人，符合的3人"


AREA, PEOPLE = Number("centre", "area"), Count("staff")
LIMITS: list[tuple[Bound, Quantity, str]] = [
    (LEAST, PEOPLE, "不少于5人"), (LEAST, AREA, "不低于5人"), (LEAST, NotBelow(AREA, (PEOPLE,)), "不低于5人"),
    (LEAST, NotBelow(PEOPLE, (AREA,)), "不少于5人"), (LEAST, Sum("rooms", "area"), "不少于5人"),
    (bound(Comparison.MORE_THAN, "0.5"), Share("staff", ()), "超过一半"), (bound(Comparison.AT_LEAST, "0.5"), Share("staff", ()), "不少于一半"),
    (RANGE, PEOPLE, "5至8人"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "quantity", "words"), LIMITS)
def test_a_limit_in_words(asked: Bound, quantity: Quantity, words: str) -> None:
    said = limit(asked, quantity, "人", Words("zh"))
    assert said.replace("人至8人", "至8人") == words
    assert quantity.is_reading == words.startswith("不低于")


# --- check digits ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("610125199003072219", True),
        ("61012519900307221X", False),
        ("11010519491231002X", True),
        ("11010519491231002x", False),
        ("610125900307221", False),
        ("6101251990030722190", False),
        ("", False),
        ("６10125199003072219", False),
        ("61012519900307221", False),
        ("A10125199003072219", False),
    ],
)
def test_an_identity_number(text: str, *, is_right: bool) -> None:
    assert is_person_number(text) is is_right


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("91610118MA6X0N5M6Y", True),
        ("91610118MA6X0N5M72", True),
        ("91610118MA6X0N5M6X", False),
        ("91610118MA6X0N5M6", False),
        ("91610118MA6X0N5M6YY", False),
        ("91610118MA6X0N5M6I", False),
        ("91350100M000100Y43", True),
        ("000000000000000000", True),
        ("", False),
    ],
)
def test_a_credit_code(text: str, *, is_right: bool) -> None:
    assert is_credit_code(text) is is_right
