"""Quantities on a few rows: what is proved at least, what cannot be ruled out, what is told."""

# A case is one line, however long, so that a table reads down its columns.
# ruff: noqa: E501

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from centre_check.checks.grammar import FieldTest, HasRelated, Operator, Population, Test
from centre_check.checks.measurement import Measurement
from centre_check.checks.populations import records
from centre_check.checks.quantities.combined import FirstKnown, Greatest, NotBelow
from centre_check.checks.quantities.count import Count
from centre_check.checks.quantities.number import Number
from centre_check.checks.quantities.share import Share
from centre_check.checks.quantities.sum import Sum
from centre_check.checks.records import Context
from centre_check.checks.tests import ask
from centre_check.logic import Interval, Truth
from centre_check.model.facts import Cell, Choices, Identity, TableState, Trouble
from centre_check.model.table import Said, Table
from centre_check.words import Phrase
from tables import said, table_of

if TYPE_CHECKING:
    from centre_check.checks.quantity import Quantity

Given = Mapping[str, object]
BLANK, UNREAD = None, Trouble.UNREADABLE
ORGANISATION = Identity("code", "name")


def choice(*known: str, unlisted: tuple[str, ...] = ()) -> Choices:
    return Choices(frozenset(known), unlisted)


def up_to(high: int, *, low: int | None = None, is_open: bool = False) -> Interval[Decimal]:
    return Interval(None if low is None else Decimal(low), Decimal(high), high_open=is_open)


def from_(low: int, *, is_open: bool = False) -> Interval[Decimal]:
    return Interval(Decimal(low), None, low_open=is_open)


def entry(value: object, ref: str) -> Said:
    return said(Interval.exactly(Decimal(value)) if isinstance(value, int) else value, ref)


def table(name: str, *rows: Given, state: TableState = TableState.READ, key: str = "") -> Table:
    """A sheet of these rows; the first stands in row 2."""
    listed = [
        {one: entry(value, f"{one}{at}") for one, value in row.items()}
        for at, row in enumerate(rows, 2)
    ]
    headers = {"first": Cell("s", "A1", "first", "first")}
    identity = ORGANISATION if key else None
    return table_of(name, listed, key, identity, state=state, headers=headers)


def context(*tables: Table, where: tuple[Test, ...] = (), distinct: bool = False) -> Context:
    """Each sheet is a population by its own name; `all` are the rows of all of them."""
    names = tuple(one.id for one in tables)
    populations = {
        name: Population(name, Phrase("", ""), rows, where, distinct=distinct)
        for name, rows in [*((name, (name,)) for name in names), ("all", names)]
    }
    return Context({one.id: one for one in tables}, populations, date(2020, 6, 30))


def labels(measured: Measurement) -> list[list[int]]:
    return [
        [one.row for one in part]
        for part in (measured.counted, measured.undecided, measured.excluded)
    ]


GOOD: tuple[Test, ...] = (FieldTest("good", Operator.IS, ("yes",)),)
YES, NO = {"good": choice("yes")}, {"good": choice("no")}
ODD, NOTHING = {"good": choice(unlisted=("?",))}, {"good": BLANK}
MISSING = table("b", state=TableState.MISSING)
UNFILLED = table("b", state=TableState.UNFILLED)
NONE = table("b", state=TableState.NONE)

COUNTS: dict[str, tuple[tuple[Table, ...], tuple[int, int | None], list[list[int]], list[str]]] = {
    "yes, no, blank, a text that no dictionary knows": (
        (table("a", YES, NO, NOTHING, ODD),), (1, 3), [[2], [4, 5], [3]], ["blank", "unlisted"],
    ),
    "a column that is not there": ((table("a", YES, {}),), (1, 2), [[2], [3], []], ["no_column"]),
    "a cell that cannot be read": (
        (table("a", {"good": UNREAD}),), (0, 1), [[], [2], []], ["unreadable"],
    ),
    "a second sheet that is not there": (
        (table("a", YES), MISSING), (1, None), [[2], [], []], ["no_sheet"],
    ),
    "a second sheet that nobody filled in": (
        (table("a", YES), UNFILLED), (1, None), [[2], [], []], ["unfilled"],
    ),
    "a second sheet that says there are none": ((table("a", YES), NONE), (1, 1), [[2], [], []], []),
    "nothing but a sheet that is not there": ((MISSING,), (0, None), [[], [], []], ["no_sheet"]),
    "the first of two sheets is empty": ((NONE, replace(MISSING, id="c")), (0, 0), [[], [], []], []),
}  # fmt: skip


@pytest.mark.parametrize(("tables", "limits", "rows", "reasons"), COUNTS.values(), ids=COUNTS)
def test_a_count(
    tables: tuple[Table, ...],
    limits: tuple[int, int | None],
    rows: list[list[int]],
    reasons: list[str],
) -> None:
    measured = Count("all", GOOD).measure(context(*tables))
    assert measured.interval[:2] == limits
    assert labels(measured) == rows
    assert [reason.code for reason in measured.reasons] == reasons


def kind(what: Choices | Trouble | None, *, good: str | None = "yes") -> Given:
    return {"kind": what, "good": choice(good) if good else None}


LAW, LOANS = choice("law"), choice("loans")
KINDS: dict[str, tuple[list[Given], dict[str, object], tuple[int, int], list[list[int]]]] = {
    "each once": ([kind(LAW), kind(LAW), kind(LOANS)], {}, (2, 2), [[2, 4], [], []]),
    "two in one cell": ([kind(choice("law", "loans"))], {}, (2, 2), [[2, 2], [], []]),
    "the surer row is shown": (
        [kind(LAW, good=None), kind(LAW), kind(LAW)], {}, (1, 1), [[3], [], []],
    ),
    "a row that does not count": ([kind(LAW, good="no")], {}, (0, 0), [[], [], [2]]),
    "only some count": ([kind(LAW), kind(LOANS)], {"among": ("loans",)}, (1, 1), [[3], [], [2]]),
    "a text outside is perhaps one": ([kind(choice(unlisted=("x",)))], {}, (0, 1), [[], [2], []]),
    "a text outside is one": (
        [kind(choice(unlisted=("x",)))], {"unlisted": Truth.YES}, (1, 1), [[2], [], []],
    ),
    "a text outside is none": (
        [kind(choice(unlisted=("x",)))], {"unlisted": Truth.NO}, (0, 0), [[], [], [2]],
    ),
    "a text outside, of a row that may not count": (
        [kind(choice(unlisted=("x",)), good=None)], {"unlisted": Truth.YES}, (0, 1), [[], [2], []],
    ),
    "a blank may be a further one": ([kind(LAW), kind(BLANK)], {}, (1, 2), [[2], [3], []]),
    "each blank may be another": ([kind(BLANK), kind(UNREAD)], {}, (0, 2), [[], [2, 3], []]),
    "a blank of a row that does not count": ([kind(BLANK, good="no")], {}, (0, 0), [[], [], [2]]),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "options", "limits", "told"), KINDS.values(), ids=KINDS)
def test_how_many_kinds(
    rows: list[Given], options: dict[str, object], limits: tuple[int, int], told: list[list[int]]
) -> None:
    count = Count("a", GOOD, "kind", **options)  # type: ignore[arg-type]
    measured = count.measure(context(table("a", *rows)))
    assert measured.interval[:2] == limits
    assert labels(measured) == told
    wider = replace(count, population="all").measure(context(table("a", *rows), MISSING))
    assert wider.interval[:2] == (limits[0], None)


SUMS: dict[str, tuple[tuple[Table, ...], Interval[Decimal]]] = {
    "two figures": ((table("a", {"n": 3}, {"n": 5}),), up_to(8, low=8)),
    "a blank": ((table("a", {"n": 3}, {"n": BLANK}),), from_(3)),
    "almost five": ((table("a", {"n": 3}, {"n": up_to(5, is_open=True)}),), up_to(8, low=3, is_open=True)),
    "less than nothing": ((table("a", {"n": up_to(0, is_open=True)}),), up_to(0, low=0)),
    "over five": ((table("a", {"n": from_(5, is_open=True)}),), from_(5, is_open=True)),
    "a second sheet that is not there": ((table("a", {"n": 3}), MISSING), from_(3)),
    "no rows at all": ((NONE,), from_(0)),
}  # fmt: skip


@pytest.mark.parametrize(("tables", "value"), SUMS.values(), ids=SUMS)
def test_a_sum(tables: tuple[Table, ...], value: Interval[Decimal]) -> None:
    assert Sum("all", "n").measure(context(*tables)).interval == value


IS_BUILT: tuple[Test, ...] = (FieldTest("basis", Operator.IS, ("built",)),)
IS_EITHER: tuple[Test, ...] = (FieldTest("basis", Operator.IS, ("built", "usable")),)
BUILT, USABLE, LAND = choice("built"), choice("usable"), choice("land")
OVER_500 = from_(500, is_open=True)
NUMBERS: dict[str, tuple[Given, Interval[Decimal], list[str]]] = {
    "on the basis": ({"n": 480, "basis": BUILT}, up_to(480, low=480), []),
    "not precise": ({"n": OVER_500, "basis": BUILT}, OVER_500, ["imprecise"]),
    "on the lesser basis": ({"n": 480, "basis": USABLE}, from_(480), ["not_is"]),
    "on the lesser basis, over": ({"n": OVER_500, "basis": USABLE}, OVER_500, ["not_is"]),
    "on the lesser basis, under": ({"n": up_to(500), "basis": USABLE}, Interval(None, None), ["not_is"]),
    "on no basis": ({"n": 480, "basis": LAND}, from_(0), ["not_is"]),
    "on a basis left blank": ({"n": 480, "basis": BLANK}, from_(0), ["blank"]),
    "left blank": ({"n": BLANK, "basis": BUILT}, from_(0), ["blank"]),
}  # fmt: skip


@pytest.mark.parametrize(("row", "value", "reasons"), NUMBERS.values(), ids=NUMBERS)
def test_a_number(row: Given, value: Interval[Decimal], reasons: list[str]) -> None:
    measured = Number("a", "n", IS_BUILT, IS_EITHER).measure(context(table("a", row)))
    assert measured.interval == value
    assert [reason.code for reason in measured.reasons] == reasons


def test_a_number_of_a_sheet_that_is_not_there() -> None:
    measured = Number("b", "n").measure(context(MISSING))
    assert measured.interval == from_(0)
    assert [reason.code for reason in measured.reasons] == ["no_sheet"]


SHARES: dict[str, tuple[list[Given], tuple[str, str], tuple[int, int]]] = {
    "half": ([YES, NO], ("0.5", "0.5"), (2, 2)),
    "one open": ([YES, NO, NO, NOTHING], ("0.25", "0.5"), (4, 4)),
    "all open": ([NOTHING, ODD], ("0", "1"), (2, 2)),
    "nobody": ([], ("0", "1"), (0, 0)),
}


@pytest.mark.parametrize(("rows", "limits", "total"), SHARES.values(), ids=SHARES)
def test_a_share(rows: list[Given], limits: tuple[str, str], total: tuple[int, int]) -> None:
    measured = Share("a", GOOD).measure(context(table("a", *rows)))
    assert measured.interval[:2] == tuple(map(Decimal, limits))
    assert measured.total is not None
    assert measured.total[:2] == total
    wider = Share("all", GOOD).measure(context(table("a", *rows), MISSING))
    assert wider.interval == up_to(1, low=0)
    assert wider.total is not None
    if rows:
        assert wider.total[:2] == (total[0], None)


BELONGS: tuple[Test, ...] = (FieldTest("here", Operator.IS, ("yes",)),)
HERE, AWAY, PERHAPS = {"here": choice("yes")}, {"here": choice("no")}, {"here": BLANK}
MEMBERS: dict[str, tuple[list[Given], tuple[str, str]]] = {
    "whoever is away": ([HERE | YES, AWAY | NO], ("1", "1")),
    "a no that may be away": ([HERE | YES, PERHAPS | NO], ("0.5", "1")),
    "a yes that may be away": ([HERE | NO, PERHAPS | YES], ("0", "0.5")),
    "both": ([HERE | YES, HERE | NO, PERHAPS | YES, PERHAPS | NO], ("0.3333333333333333333333333333", "0.6666666666666666666666666667")),
    "nobody for certain": ([PERHAPS | YES], ("0", "1")),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "limits"), MEMBERS.values(), ids=MEMBERS)
def test_a_share_of_whoever_belongs(rows: list[Given], limits: tuple[str, str]) -> None:
    measured = Share("a", GOOD).measure(context(table("a", *rows), where=BELONGS))
    assert measured.interval[:2] == tuple(map(Decimal, limits))


# --- of several -----------------------------------------------------------------------------------

EXACT_5, ALMOST_5 = up_to(5, low=5), up_to(5, low=0, is_open=True)
SEVERAL: dict[str, tuple[str, list[Interval[Decimal]], Interval[Decimal], list[list[int]]]] = {
    "the greatest": ("greatest", [up_to(3, low=3), EXACT_5], EXACT_5, [[3], [], []]),
    "the greatest is open above": (
        "greatest", [up_to(3, low=3), ALMOST_5], up_to(5, low=3, is_open=True), [[2], [], []],
    ),
    "the greatest is met": ("greatest", [EXACT_5, ALMOST_5], EXACT_5, [[2], [], []]),
    "nothing is known of one": ("greatest", [EXACT_5, from_(0)], from_(5), [[2], [], []]),
    "nothing at all": ("greatest", [up_to(0, low=0), up_to(1, low=0)], up_to(1, low=0), [[2, 3], [], []]),
    "the first is known": ("first", [up_to(3, low=3), EXACT_5], up_to(3, low=3), [[2], [], []]),
    "the second is known": ("first", [from_(3), EXACT_5], EXACT_5, [[3], [], []]),
    "the second is just what the first proves": ("first", [from_(5), EXACT_5], EXACT_5, [[3], [], []]),
    "the second is less than the first proves": ("first", [from_(6), EXACT_5], from_(6), [[2, 3], [], []]),
    "neither is known": ("first", [from_(3), from_(4)], from_(4), [[2, 3], [], []]),
    "above its floor": ("floor", [EXACT_5, up_to(3, low=3)], EXACT_5, [[2], [], []]),
    "on its floor": ("floor", [EXACT_5, EXACT_5], EXACT_5, [[2], [], []]),
    "below its floor": ("floor", [up_to(3, low=3), EXACT_5], up_to(5, low=3), [[2, 3], [], []]),
    "just below its floor": ("floor", [ALMOST_5, EXACT_5], up_to(5, low=0), [[2, 3], [], []]),
    "raised by its floor": ("floor", [from_(3), from_(4)], from_(4), [[3], [], []]),
    "open below, raised": ("floor", [from_(3, is_open=True), from_(4)], from_(4), [[3], [], []]),
    "open below, not raised": ("floor", [from_(4, is_open=True), from_(4)], from_(4, is_open=True), [[2], [], []]),
    "open above, over its floor": ("floor", [ALMOST_5, from_(4)], up_to(5, low=4, is_open=True), [[3], [], []]),
}  # fmt: skip


@pytest.mark.parametrize(("how", "values", "value", "told"), SEVERAL.values(), ids=SEVERAL)
def test_of_several(
    how: str,
    values: list[Interval[Decimal]],
    value: Interval[Decimal],
    told: list[list[int]],
) -> None:
    """Each is a number of its own; the row in which it stands tells which one is shown."""
    one, two = table("a", {"n": values[0]}), table("b", {}, {"n": values[1]})
    first, second = (Number(name, "n") for name in ("a", "b"))
    made: dict[str, Quantity] = {
        "greatest": Greatest((first, second)),
        "first": FirstKnown((first, second)),
        "floor": NotBelow(first, (second,)),
    }
    measured = made[how].measure(context(one, two.only([1])))
    assert measured.interval == value
    assert labels(measured) == told
    contradicts = "contradictory" in [reason.code for reason in measured.reasons]
    assert contradicts == (how == "floor" and value.low != value.high and len(told[0]) > 1)


# --- records --------------------------------------------------------------------------------------

NAMED = {"name": "甲商行"}


def test_what_is_told_stands_in_the_order_of_the_rows() -> None:
    said = [HERE | NO, AWAY | YES, HERE | YES, HERE | NO, AWAY | NO, HERE | YES]
    rows = [{"name": f"{name}商行"} | one for name, one in zip("己戊丁丙乙甲", said, strict=True)]
    asked = context(table("a", *rows, key="name"), where=BELONGS, distinct=True)
    assert labels(Count("a", GOOD).measure(asked)) == [[4, 7], [], [2, 3, 5, 6]]


def test_a_row_of_another_sheet_is_no_repetition() -> None:
    again = table("b", NAMED | YES, key="name")
    measured = Count("all", GOOD).measure(
        context(table("a", NAMED | YES, NAMED | YES, key="name"), again, distinct=True),
    )
    assert measured.interval[:2] == (1, 1)
    assert labels(measured) == [[2], [], [3]]
    assert [one.reason and one.reason.code for one in measured.excluded] == ["repeated"]


RELATED: dict[str, tuple[Given, Given, Truth]] = {
    "its own": (NAMED, NAMED, Truth.YES),
    "another's": (NAMED, {"name": "乙商行"}, Truth.NO),
    "of a like name": (NAMED, {"name": "甲商行有限公司"}, Truth.MAYBE),
    "of no name": (NAMED, {"name": BLANK}, Truth.MAYBE),
    "of one without a name": ({"name": BLANK}, {"name": "乙商行"}, Truth.MAYBE),
    "of nobody for nobody": ({"name": BLANK}, {"name": BLANK}, Truth.MAYBE),
    "of another number and no name": (
        NAMED | {"code": "91610118MA6X0N5M6Y"},
        {"name": BLANK, "code": "91610118MA6X0N5M72"},
        Truth.NO,
    ),
}


@pytest.mark.parametrize(("own", "other", "truth"), RELATED.values(), ids=RELATED)
def test_whether_a_record_has_another(own: Given, other: Given, truth: Truth) -> None:
    asked = context(table("a", own, key="name"), table("b", other, key="name"))
    (record,) = records("a", asked)
    assert ask(HasRelated("b"), record, asked).truth is truth


def test_a_record_may_have_one_on_a_sheet_that_is_not_there() -> None:
    asked = context(table("a", NAMED, key="name"), MISSING)
    (record,) = records("a", asked)
    answer = ask(HasRelated("b"), record, asked)
    assert answer.truth is Truth.MAYBE
    assert [reason.code for reason in answer.reasons] == ["no_sheet"]
