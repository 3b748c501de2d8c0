"""The law of vectors: what all records answer at once is what each of them answers alone."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from centre_check.checks.answers import together
from centre_check.checks.grammar import (
    Agree,
    AllOf,
    AnyOf,
    FieldTest,
    HasRelated,
    Operator,
    Population,
    Test,
)
from centre_check.checks.populations import answers, belongings, records
from centre_check.checks.records import Context
from centre_check.checks.tests import ask, proof, truths
from centre_check.logic import Interval, Truth
from centre_check.model.facts import Choices, Identity, Trouble
from centre_check.model.table import Doubt, Table
from centre_check.words import Phrase
from tables import said, table_of
from test_laws import law

PERSONS = Identity("number", "name", ("phone",))
DAYS = [
    Interval.exactly(date(2020, 6, 30)),
    Interval(date(2020, 1, 1), date(2020, 12, 31)),
    Interval.exactly(date(2019, 1, 1)),
]
WORDS = [Choices(frozenset({word}), more) for word in "ab" for more in ((), ("x",))]
NAMES = ["王芳", "李强", "王芳、李强", "王五等5人"]
NUMBERS = ["610125199003072219", "610125199003072235", "保密"]
OPEN = [None, Trouble.UNREADABLE, Trouble.ERROR_VALUE]

rows = st.fixed_dictionaries(
    {"name": st.sampled_from([*NAMES, None])},
    optional={
        "number": st.sampled_from([*NUMBERS, None]),
        "phone": st.sampled_from(["13800000001", "13800000002", None]),
        "kind": st.sampled_from([*WORDS, *OPEN]),
        "day": st.sampled_from([*DAYS, *OPEN]),
    },
)

IS = FieldTest("kind", Operator.IS, ("a",))
NOT_BLANK = IS._replace(when_blank=Truth.NO)
AFTER = FieldTest("day", Operator.ON_OR_AFTER, ("audit_date",), when_blank=Truth.YES)
ONE = FieldTest("number", Operator.UNIQUE, ("yes",))
BLANK = FieldTest("day", Operator.GIVEN, ("no",))
TESTS: tuple[Test, ...] = (
    IS,
    NOT_BLANK,
    AFTER,
    ONE,
    BLANK,
    FieldTest("none", Operator.ABSENT, ("yes",)),
    AnyOf((IS, AFTER)),
    AllOf((IS, AnyOf((BLANK, ONE)))),
    Agree((IS, AFTER)),
    HasRelated("others"),
    AnyOf(()),
    AllOf(()),
)


def table(name: str, given_: Sequence[dict[str, object]]) -> Table:
    listed = [
        {field: said(value, f"{field}{at}") for field, value in row.items()}
        for at, row in enumerate(given_, 2)
    ]
    return table_of(name, listed, "name", PERSONS)


@law(150)
@given(
    st.lists(rows, max_size=7),
    st.lists(rows, max_size=4),
    st.sampled_from([(), (IS,), (IS, AFTER)]),
    st.booleans(),
    st.lists(st.sampled_from(TESTS), max_size=3),
)
def test_all_at_once_answer_as_each_alone(
    own: list[dict[str, object]],
    more: list[dict[str, object]],
    where: tuple[Test, ...],
    distinct: bool,  # noqa: FBT001 - drawn by hypothesis
    asked: list[Test],
) -> None:
    tables = {"t": table("t", own), "u": table("u", more)}
    populations = {
        "p": Population("p", Phrase("", ""), ("t", "u"), where, distinct=distinct),
        "others": Population("others", Phrase("", ""), ("u",), distinct=True),
    }
    context = Context(tables, populations, date(2020, 6, 30))
    among = records("p", context)
    for test in TESTS:
        alone = [ask(test, record, context) for record in among]
        assert list(truths(test, among, context)) == [one.truth for one in alone]
        for cells, one in zip(proof(test, among, context), alone, strict=True):
            if one.truth is Truth.YES:
                assert tuple(dict.fromkeys(cells)) == tuple(dict.fromkeys(one.cells))
    together_ = answers(tuple(asked), among, context)
    for record, one in zip(among, together_, strict=True):
        alone_ = together([ask(test, record, context) for test in asked])
        assert one.truth is alone_.truth
        assert one.cells == tuple(dict.fromkeys(alone_.cells))
        assert [reason.code for reason in one.reasons] == [r.code for r in alone_.reasons]
    assert [one.truth for one in belongings(among, context)] == list(among.belongs)


def test_a_row_that_stands_below_a_heading_of_those_who_left_is_none() -> None:
    """What stands near a row may say that it is no record, or perhaps none; its cell tells why."""
    rows_: list[dict[str, object]] = [{"name": name} for name in ("王芳", "李强", "赵敏")]
    own = table("t", rows_)
    heading = own.cells("name")[0]
    left = Doubt("unfilled", "name", cell=heading, is_none=True)
    told = {1: (left,), 2: (left._replace(is_none=False),)}
    own = table_of("t", [{"name": said(r["name"])} for r in rows_], "name", PERSONS, standing=told)
    populations = {"p": Population("p", Phrase("", ""), ("t",))}
    among = records("p", context := Context({"t": own}, populations, date(2020, 6, 30)))
    assert list(among.belongs) == [Truth.YES, Truth.NO, Truth.MAYBE]
    for one in belongings(among, context)[1:]:
        assert (one.cells, one.reasons[0].code) == ((heading,), "unfilled")
