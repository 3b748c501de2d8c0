"""Counting rows that may be one: every way to take them together, against what is measured.

A world is one way to take together rows that may be the same person or entity, never two that are
known to differ, with every open answer settled. Whoever has several rows says yes if one of them
does. Whatever is true in one of the worlds must lie within what is measured.
"""

import itertools
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from centre_check.checks.answers import together
from centre_check.checks.grammar import FieldTest, Operator, Population, Test
from centre_check.checks.identity import Who, people, same
from centre_check.checks.measurement import leaving_rivals_open
from centre_check.checks.populations import records
from centre_check.checks.quantities.count import Count
from centre_check.checks.quantities.share import Share
from centre_check.checks.quantities.sum import Sum
from centre_check.checks.quantity import Quantity
from centre_check.checks.records import Context
from centre_check.checks.standing import standing
from centre_check.checks.tests import ask
from centre_check.logic import Interval, Truth
from centre_check.logic.codes import is_person_number
from centre_check.model.facts import Choices, Identity
from centre_check.model.table import Said as Entry
from centre_check.words import Phrase
from tables import said as said_of
from tables import table_of
from test_laws import law

if TYPE_CHECKING:
    from centre_check.checks.answers import Answer

PERSONS, ORGANISATIONS = Identity("number", "name", ("phone",)), Identity("number", "name")
GOOD, OTHER, WRONG = "610125199003072219", "610125199003072235", "610125199003072210"
CODE, OTHER_CODE = "91610118MA6X0N5M6Y", "91610118MA6X0N5M72"
MASKED, CROSSED = "610125********2219", "610125XXXXXXXX2219"
ONE, TWO = "13800000001", "13800000002"
IS_GOOD: tuple[Test, ...] = (FieldTest("good", Operator.IS, ("yes",)),)
BELONGS: tuple[Test, ...] = (FieldTest("belongs", Operator.IS, ("yes",)),)


class Said(NamedTuple):
    """What a row says; `amount` and the two answers may be blank."""

    name: str | None = "王芳"
    number: str | None = None
    phone: str | None = None
    good: str | None = "yes"
    belongs: str | None = "yes"
    amount: int | None = 1


def made(number: int, said: Said) -> dict[str, Entry]:
    def choice(value: str | None) -> Choices | None:
        return None if value is None else Choices(frozenset((value,)))

    amount = None if said.amount is None else Interval.exactly(Decimal(said.amount))
    values = {one: getattr(said, one) for one in ("name", "number", "phone")}
    values |= {"good": choice(said.good), "belongs": choice(said.belongs), "amount": amount}
    return {field: said_of(value, f"A{number}") for field, value in values.items()}


def who(said: Said, identity: Identity) -> Who:
    (found,) = people(table_of("t", [made(2, said)], "name", identity))
    assert found is not None
    return found


def context(rows: Sequence[Said], identity: Identity = PERSONS) -> Context:
    listed = [made(at, said) for at, said in enumerate(rows, 2)]
    table = table_of("t", listed, "name", identity)
    population = Population("p", Phrase("", ""), ("t",), BELONGS, distinct=True)
    return Context({"t": table}, {"p": population}, date(2020, 6, 30))


def measured(
    quantity: Quantity, rows: Sequence[Said], identity: Identity = PERSONS
) -> Interval[Decimal]:
    return quantity.measure(context(rows, identity)).interval


HOW_MANY, WHICH_PART, HOW_MUCH = Count("p", IS_GOOD), Share("p", IS_GOOD), Sum("p", "amount")

# --- worlds ---------------------------------------------------------------------------------------


class Single(NamedTuple):
    """Rows that are one for certain: what they may say, and their amounts."""

    goods: tuple[bool, ...]
    may_be_left_out: bool
    amounts: tuple[int, int]


def partitions(items: list[int]) -> Iterator[list[list[int]]]:
    if not items:
        yield []
        return
    first, *rest = items
    for part in partitions(rest):
        yield [[first], *part]
        for at in range(len(part)):
            yield [*part[:at], [first, *part[at]], *part[at + 1 :]]


def singles(rows: Sequence[Said], identity: Identity) -> tuple[list[Single], set[tuple[int, int]]]:
    """The certain ones, and which pairs of them may be one."""
    inside = [said for said in rows if said.belongs != "no"]
    whos = [who(said, identity) for said in inside]
    like: dict[tuple[int, int], Truth | None] = {}
    for a, b in itertools.combinations(range(len(inside)), 2):
        names = {whos[a].short, whos[a].number} & {whos[b].short, whos[b].number} - {""}
        like[a, b] = like[b, a] = same(whos[a], whos[b]) if names else None
    joined = hanging([pair for pair, truth in like.items() if truth is Truth.YES], len(inside))
    torn = {joined[a] for (a, b), t in like.items() if t is Truth.NO and joined[a] == joined[b]}
    sure = [
        (a, b)
        for (a, b), truth in like.items()
        if truth is Truth.YES
        and (joined[a] not in torn or whos[a].number == whos[b].number != "" or whos[a] == whos[b])
    ]
    of = hanging(sure, len(inside))
    groups = [[at for at in range(len(inside)) if of[at] == one] for one in sorted(set(of))]
    found = [single([inside[at] for at in group]) for group in groups]
    open_ = {
        (x, y)
        for x, y in itertools.permutations(range(len(groups)), 2)
        if Truth.NO not in (links := [like[a, b] for a in groups[x] for b in groups[y]])
        and any(links)
    }
    return found, open_


def hanging(pairs: Sequence[tuple[int, int]], size: int) -> list[int]:
    of = list(range(size))
    for a, b in pairs:
        of = [of[a] if one == of[b] else one for one in of]
    return of


def single(rows: Sequence[Said]) -> Single:
    goods = {said.good for said in rows}
    settled = {"yes": (True,), "no": (False,)}.get(rows[0].good or "")
    sure = [said for said in rows if said.belongs == "yes" and said.name]
    amounts = [said.amount or 0 for said in rows]
    may = settled if settled and len(goods) == 1 else (True, False)
    return Single(may, not sure, (min(amounts), max(amounts)))


class World(NamedTuple):
    good: int
    all: int
    least: int
    most: int


def worlds(rows: Sequence[Said], identity: Identity) -> Iterator[World]:
    found, open_ = singles(rows, identity)
    outs = [(False, True) if one.may_be_left_out else (False,) for one in found]
    for part in partitions(list(range(len(found)))):
        if any(p not in open_ for block in part for p in itertools.combinations(block, 2)):
            continue
        for goods in itertools.product(*(one.goods for one in found)):
            for out in itertools.product(*outs):
                blocks = [[at for at in block if not out[at]] for block in part]
                blocks = [block for block in blocks if block]
                yield World(
                    sum(any(goods[at] for at in block) for block in blocks),
                    len(blocks),
                    sum(min(found[at].amounts[0] for at in block) for block in blocks),
                    sum(max(found[at].amounts[1] for at in block) for block in blocks),
                )


# --- the law --------------------------------------------------------------------------------------

PERSON = st.builds(
    Said,
    st.sampled_from(["王芳", "王芳", "李强", "王芳(兼)", None]),
    st.sampled_from([None, None, GOOD, OTHER, WRONG, "保密"]),
    st.sampled_from([None, ONE, "138-0000-0002"]),
    st.sampled_from(["yes", "yes", "no", None]),
    st.sampled_from(["yes", "yes", "yes", None, "no"]),
    st.sampled_from([0, 3, 5, None]),
)
ENTITY = st.builds(
    Said,
    st.sampled_from(["甲商行", "西安市甲商行", "甲(西安)店", "甲（西安）店", None]),
    st.sampled_from([None, None, CODE, OTHER_CODE, "办理中"]),
    st.none(),
    st.sampled_from(["yes", "no", None]),
    st.sampled_from(["yes", "yes", None, "no"]),
    st.sampled_from([0, 3, 5, None]),
)


@law(250)
@given(
    rows=st.lists(PERSON, min_size=1, max_size=5) | st.lists(ENTITY, min_size=1, max_size=5),
    order=st.permutations(range(5)),
)
@example([Said(good="yes"), Said(good="no")], [1, 0, 2, 3, 4])
@example([Said(phone=ONE), Said(phone=TWO), Said()], [2, 0, 1, 3, 4])
@example([Said(number=GOOD, phone=ONE), Said(phone=ONE), Said(number=OTHER)], [2, 1, 0, 3, 4])
@example(
    [Said(number=GOOD, phone=ONE), Said(phone=ONE), Said(number=OTHER, phone=ONE)], [*range(5)]
)
@example([Said(amount=3), Said(amount=5), Said(amount=None, good=None)], [2, 1, 0, 3, 4])
def test_what_is_measured_holds_every_world(rows: list[Said], order: list[int]) -> None:
    is_entity = any(said.name and "甲" in said.name for said in rows)
    identity = ORGANISATIONS if is_entity else PERSONS
    found = list(worlds(rows, identity))
    count, share, total = (
        measured(one, rows, identity) for one in (HOW_MANY, WHICH_PART, HOW_MUCH)
    )
    assert count.low is not None
    assert count.low <= min(world.good for world in found)
    assert count.high == max(world.good for world in found)
    parts = [Fraction(world.good, world.all) for world in found if world.all]
    if parts:
        slip = Fraction(1, 10**20)  # a share is rounded to 28 places
        assert share.low is not None
        assert share.high is not None
        assert Fraction(share.low) - slip <= min(parts)
        assert max(parts) <= Fraction(share.high) + slip
    assert total.low is not None
    assert total.low <= min(world.least for world in found)
    assert total.high is None or total.high >= max(world.most for world in found)
    turned = [row for _, row in sorted(zip(order, rows, strict=False), key=lambda pair: pair[0])]
    for quantity, value in ((HOW_MANY, count), (WHICH_PART, share), (HOW_MUCH, total)):
        assert measured(quantity, turned, identity) == value


TIGHT = {
    "nothing tells the two apart": ([Said(), Said()], (1, 2), ("1", "1")),
    "one of the two says no": ([Said(), Said(good="no")], (1, 1), ("0.5", "1")),
    "other phones": ([Said(phone=ONE), Said(phone=TWO)], (2, 2), ("1", "1")),
    "one without a phone": ([Said(phone=ONE), Said(phone=TWO), Said()], (2, 3), ("1", "1")),
    "one phone, one number, another number": (
        [Said(number=GOOD, phone=ONE), Said(phone=ONE), Said(number=OTHER)],
        (2, 2),
        ("1", "1"),
    ),
    "a phone of two numbers that differ": (
        [Said(number=GOOD, phone=ONE), Said(phone=ONE), Said(number=OTHER, phone=ONE)],
        (2, 3),
        ("1", "1"),
    ),
    "a phone of two numbers that differ, beside another chain": (
        [
            Said(number=GOOD, phone=ONE),
            Said(phone=ONE),
            Said(number=OTHER, phone=ONE),
            Said("李强", WRONG, TWO),
            Said("李强", None, TWO),
        ],
        (3, 4),
        ("1", "1"),
    ),
    "two of one number contradict each other": (
        [Said(number=GOOD), Said(number=GOOD, good="no")],
        (0, 1),
        ("0", "1"),
    ),
    "two of one number, one may have left": (
        [Said(number=GOOD), Said(number=GOOD, belongs=None)],
        (1, 1),
        ("1", "1"),
    ),
    "whoever left is nobody's double": ([Said(), Said(belongs="no")], (1, 1), ("1", "1")),
    "a blank name": ([Said(), Said(name=None)], (1, 2), ("1", "1")),
    "three that may be one, two of them not good": (
        [Said(good="no"), Said(good="no"), Said("李强")],
        (1, 1),
        ("0.3333333333333333333333333333", "0.5"),
    ),
}


@pytest.mark.parametrize(("rows", "number", "share"), TIGHT.values(), ids=TIGHT)
def test_a_count_says_no_less_than_it_knows(
    rows: list[Said], number: tuple[int, int], share: tuple[str, str]
) -> None:
    assert measured(HOW_MANY, rows)[:2] == number
    assert measured(WHICH_PART, rows)[:2] == tuple(map(Decimal, share))


def test_a_crowd_of_one_name_differs_by_numbers_that_check_only() -> None:
    right = [number for at in range(800) if is_person_number(number := f"6101251990030{at:05d}")]
    assert len(right) > 50
    wrong = [f"{number[:-1]}{'0' if number[-1] == '1' else '1'}" for number in right]
    assert measured(HOW_MANY, [Said(number=one) for one in right])[:2] == (len(right),) * 2
    assert measured(HOW_MANY, [Said(number=one) for one in wrong])[:2] == (1, len(wrong))
    mixed = [*(Said(number=one) for one in right), Said(), Said("李强")]
    assert measured(HOW_MANY, mixed)[:2] == (len(right) + 1, len(right) + 2)


SUMS = {
    "two": ([Said("王芳", amount=3), Said("李强", amount=5)], 8, 8),
    "two that may be one": ([Said(amount=3), Said(amount=5)], 3, 8),
    "one of two rows": ([Said(number=GOOD, amount=3), Said(number=GOOD, amount=5)], 3, 5),
    "one of two rows, one blank": (
        [Said(number=GOOD, amount=3), Said(number=GOOD, amount=None)],
        0,
        None,
    ),
    "one that may have left": (
        [Said("王芳", amount=3), Said("李强", amount=5, belongs=None)],
        3,
        8,
    ),
    "one that left": ([Said("王芳", amount=3), Said("李强", amount=5, belongs="no")], 3, 3),
}


@pytest.mark.parametrize(("rows", "low", "high"), SUMS.values(), ids=SUMS)
def test_a_sum_over_people(rows: list[Said], low: int, high: int | None) -> None:
    assert measured(HOW_MUCH, rows)[:2] == (low, high)
    assert measured(HOW_MUCH, rows[::-1])[:2] == (low, high)


def test_a_demand_on_each_stays_open_where_a_row_may_be_anothers() -> None:
    asked = context([Said(good="yes"), Said(good="no"), Said("李强", good="no")])
    found = records("p", asked)
    given_ = [together([ask(test, one, asked) for test in IS_GOOD]) for one in found]
    assert [one.truth for one in given_] == [Truth.YES, Truth.NO, Truth.NO]
    settled: list[Answer] = leaving_rivals_open(list(zip(found, given_, strict=True)), asked)
    assert [one.truth for one in settled] == [Truth.YES, Truth.MAYBE, Truth.NO]
    assert [reason.code for reason in settled[1].reasons] == ["maybe_repeated"]


def test_what_another_row_of_ones_own_may_say_is_not_shared_for_certain() -> None:
    unique = FieldTest("phone", Operator.UNIQUE, ("yes",))
    landline = "029-84812345"

    def answers(*rows: Said) -> list[Truth]:
        asked = context(rows)
        return [ask(unique, one, asked).truth for one in records("p", asked)]

    assert answers(Said(phone=ONE), Said("李强", phone=TWO)) == [Truth.YES] * 2
    assert answers(Said(phone=ONE), Said("李强", phone=ONE)) == [Truth.NO] * 2
    assert answers(Said(phone=landline), Said(phone=landline)) == [Truth.MAYBE] * 2
    assert answers(Said(phone=ONE, belongs=None), Said("李强", phone=ONE))[1] is Truth.MAYBE


# --- many -----------------------------------------------------------------------------------------


def sized(number: int) -> dict[str, list[Said]]:
    goods = ["yes" if at % 3 else "no" for at in range(number)]
    return {
        "distinct": [Said(f"王{at}", good=good) for at, good in enumerate(goods)],
        "identical": [Said(good="no")] * number,
        "wrong numbers": [Said(number=f"{at:018d}1", good=good) for at, good in enumerate(goods)],
        "phones": [Said(phone=f"138{at:08d}", good=good) for at, good in enumerate(goods)],
        "a chain": [
            Said(f"王{(at + 1) // 2}", f"{at // 2:017d}1", f"138{(at + 1) // 2:08d}", good)
            for at, good in enumerate(goods)
        ],
        "one number": [Said(f"王{at}", GOOD, good=good) for at, good in enumerate(goods)],
    }


@pytest.mark.parametrize("name", list(sized(1)))
def test_many_rows_take_work_in_proportion(name: str) -> None:
    """Ten times the rows take ten times the calls, and some for sorting; not a hundred times."""

    def calls(number: int) -> int:
        asked = context(sized(number)[name])
        seen = itertools.count()
        sys.setprofile(lambda *_: next(seen))
        try:
            HOW_MANY.measure(asked)
            WHICH_PART.measure(asked)
        finally:
            sys.setprofile(None)
        return next(seen)

    assert calls(1000) < 15 * calls(100)


# --- who ------------------------------------------------------------------------------------------

ALIKE = {
    "one number": (Said("王芳", GOOD), Said("李强", GOOD), Truth.YES),
    "numbers that differ, both right": (Said(number=GOOD), Said(number=OTHER), Truth.NO),
    "a mistyped number": (Said(number=GOOD), Said(number=WRONG), Truth.MAYBE),
    "a mistyped number under another name": (Said("王芳", GOOD), Said("李强", WRONG), Truth.NO),
    "a masked number": (Said("王芳", MASKED), Said("李强", MASKED), Truth.NO),
    "a number masked by X": (Said("王芳", CROSSED), Said("李强", CROSSED), Truth.NO),
    "no number": (Said("王芳", "保密"), Said("李强", "保密"), Truth.NO),
    "a number cut": (Said("王芳", "6.10125E+17"), Said("李强", "6.10125E+17"), Truth.NO),
    "a serial number": (Said("王芳", "1"), Said("李强", "1"), Truth.NO),
    "four digits": (Said("王芳", "AB1234"), Said("李强", "AB1234"), Truth.NO),
    "five digits": (Said("王芳", "A12345"), Said("李强", "A12345"), Truth.YES),
    "zeros": (Said("王芳", "0" * 18), Said("李强", "0" * 18), Truth.NO),
    "a passport": (Said("王芳", "E12345678"), Said("Wang Fang", "e12345678"), Truth.YES),
    "a permit": (Said("王芳", "A123456(7)"), Said("Wang Fang", "A123456（7）"), Truth.YES),
    "no name": (Said(None), Said("王芳"), Truth.MAYBE),
    "one phone": (Said(phone=ONE), Said(phone=ONE), Truth.YES),
    "other phones": (Said(phone=ONE), Said(phone=TWO), Truth.NO),
    "one phone, typed with dashes": (Said(phone=ONE), Said(phone="138-0000-0001"), Truth.YES),
    "one phone, typed with blanks": (Said(phone=ONE), Said(phone="138 0000 0001"), Truth.YES),
    "one phone, with its country": (Said(phone=ONE), Said(phone="+86 13800000001"), Truth.YES),
    "one phone, in full width": (Said(phone=ONE), Said(phone="１３８００００００01"), Truth.YES),
    "one of two phones": (Said(phone=ONE), Said(phone=f"{TWO}/{ONE}"), Truth.YES),
    "a phone too short": (Said(phone=ONE), Said(phone="1380000001"), Truth.MAYBE),
    "a phone too long": (Said(phone=ONE), Said(phone=f"{ONE}1"), Truth.MAYBE),
    "a masked phone": (Said(phone="138****0001"), Said(phone="138****0001"), Truth.MAYBE),
    "a line of the office": (Said(phone="029-84812345"), Said(phone="84812345"), Truth.MAYBE),
    "one phone, other names": (Said("王芳", phone=ONE), Said("李强", phone=ONE), Truth.NO),
    "a remark": (Said("王芳"), Said("王芳（兼）"), Truth.MAYBE),
    "a remark, another phone": (Said("王芳", phone=ONE), Said("王芳（兼）", phone=TWO), Truth.NO),
    "another dot": (Said("阿依·买买提", phone=ONE), Said("阿依•买买提", phone=ONE), Truth.YES),
    "a blank": (Said("Wang Fang", phone=ONE), Said("wang  fang", phone=ONE), Truth.YES),
}


@pytest.mark.parametrize(("one", "other", "truth"), ALIKE.values(), ids=ALIKE)
def test_two_rows_of_people(one: Said, other: Said, truth: Truth) -> None:
    first, second = (who(said, PERSONS) for said in (one, other))
    assert same(first, second) is truth
    assert same(second, first) is truth


ENTITIES = {
    "one name": (Said("甲商行"), Said("甲商行"), Truth.YES),
    "brackets of another width": (Said("甲（西安）商行"), Said("甲(西安)商行"), Truth.YES),
    "a blank": (Said("甲 商行"), Said("甲商行"), Truth.YES),
    "letters": (Said("ABC商行"), Said("ａｂｃ商行"), Truth.YES),
    "the place": (Said("西安市鄠邑区甲商行"), Said("甲商行"), Truth.MAYBE),
    "the legal form": (Said("甲商行有限公司"), Said("甲商行"), Truth.MAYBE),
    "place alone": (Said("西安市"), Said("陕西省"), Truth.NO),
    "other names": (Said("甲商行"), Said("乙商行"), Truth.NO),
    "other phones": (Said("甲商行", phone=ONE), Said("甲商行", phone=TWO), Truth.YES),
    "one code": (Said("甲商行", CODE), Said("乙商行", CODE), Truth.YES),
    "codes that differ, both right": (Said("甲商行", CODE), Said("甲商行", OTHER_CODE), Truth.NO),
    "a mistyped code": (Said("甲商行", CODE), Said("甲商行", CODE[:-1] + "A"), Truth.MAYBE),
    "a code on its way": (Said("甲商行", "办理中"), Said("乙商行", "办理中"), Truth.NO),
}


@pytest.mark.parametrize(("one", "other", "truth"), ENTITIES.values(), ids=ENTITIES)
def test_two_rows_of_entities(one: Said, other: Said, truth: Truth) -> None:
    first, second = (who(said, ORGANISATIONS) for said in (one, other))
    assert same(first, second) is truth
    assert same(second, first) is truth


@pytest.mark.parametrize(
    ("name", "persons", "entities"),
    [
        ("张三", False, False),
        ("张三、李四", True, True),
        ("张三,李四", True, False),
        ("张三 李四", True, False),
        ("王 小明", False, False),
        ("欧阳娜娜 李四", True, False),
        ("阿依古丽汗 买买提", False, False),
        ("Wang Fang", False, False),
        ("王五等5人", True, True),
        ("王五等", False, False),
        ("甲商行等3户", False, True),
        ("甲商行；乙店", True, True),
    ],
)
def test_a_cell_that_names_several(name: str, *, persons: bool, entities: bool) -> None:
    for identity, is_several in ((PERSONS, persons), (ORGANISATIONS, entities)):
        found = standing(table_of("t", [made(2, Said(name))], "name", identity))
        assert [doubt.code for doubt in found.get(0, ())] == ["several_names"] * is_several
