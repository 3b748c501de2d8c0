"""Row tests: what one cell answers to each question, at the limit, on both sides, left blank.

The audit date is 29 February 2020.
"""

# A case is one line, however long, so that a table reads down its columns.
# ruff: noqa: E501

from datetime import date

import pytest

from centre_check.checks.answers import Answer, together
from centre_check.checks.grammar import AllOf, AnyOf, FieldTest, Operator, Population, Test
from centre_check.checks.records import Context, Record
from centre_check.checks.tests import ask
from centre_check.logic import Interval, Truth
from centre_check.model.entry import NO_COLUMN as NO_ENTRY
from centre_check.model.facts import FOREVER, Cell, Choices, Trouble
from centre_check.model.table import NOWHERE, Said
from centre_check.words import Phrase
from tables import said, table_of

YES, NO, MAYBE = Truth.YES, Truth.NO, Truth.MAYBE
NO_COLUMN: Said = (NO_ENTRY, NOWHERE)


def day(text: str) -> Interval[date]:
    first, last = (date.fromisoformat(one) for one in (text.split("/") * 2)[:2])
    return Interval(first, last)


def asked(test: Test, *given: Said) -> Answer:
    """What a record of as many rows answers."""
    rows = tuple(table_of("t", [{"f": one} for one in given]).rows)
    population = Population("p", Phrase("", ""), ("t",))
    context = Context({}, {"p": population}, date(2020, 2, 29))
    return ask(test, Record("p", 0, rows), context)


BEFORE = FieldTest("f", Operator.ON_OR_BEFORE, ("audit_date",))
AFTER = FieldTest("f", Operator.ON_OR_AFTER, ("audit_date",))
SOON = FieldTest("f", Operator.WITHIN_DAYS_AFTER, ("90",))
LATELY = FieldTest("f", Operator.WITHIN_MONTHS_BEFORE, ("12",))
LONG_AGO = FieldTest("f", Operator.MONTHS_BEFORE, ("12",))
IS = FieldTest("f", Operator.IS, ("a", "b"), ("c",))
GIVEN, LEFT_BLANK = (FieldTest("f", Operator.GIVEN, (one,)) for one in ("yes", "no"))
SAYS = FieldTest("f", Operator.MENTIONS, ("协议", "合同"))
SILENT = FieldTest("f", Operator.SILENT_ON, ("离职", "调离"))
ABSENT = FieldTest("f", Operator.ABSENT, ("yes",))


def known(*names: str, unlisted: tuple[str, ...] = ()) -> Choices:
    return Choices(frozenset(names), unlisted)


CASES: dict[str, tuple[Test, object, Truth, str]] = {
    "before: the day itself": (BEFORE, day("2020-02-29"), YES, ""),
    "before: the day after": (BEFORE, day("2020-03-01"), NO, "not_on_or_before"),
    "before: this month": (BEFORE, day("2020-02-01/2020-02-29"), YES, ""),
    "before: this year": (BEFORE, day("2020-01-01/2020-12-31"), MAYBE, "imprecise"),
    "before: never": (BEFORE, Interval.exactly(FOREVER), NO, "not_on_or_before"),
    "before: blank": (BEFORE, None, MAYBE, "blank"),
    "after: the day itself": (AFTER, day("2020-02-29"), YES, ""),
    "after: the day before": (AFTER, day("2020-02-28"), NO, "not_on_or_after"),
    "after: this year": (AFTER, day("2020-01-01/2020-12-31"), MAYBE, "imprecise"),
    "after: never ends": (AFTER, Interval.exactly(FOREVER), YES, ""),
    "soon: today": (SOON, day("2020-02-29"), YES, ""),
    "soon: yesterday": (SOON, day("2020-02-28"), NO, "not_within_days_after"),
    "soon: in 90 days": (SOON, day("2020-05-29"), YES, ""),
    "soon: in 91 days": (SOON, day("2020-05-30"), NO, "not_within_days_after"),
    "soon: in May": (SOON, day("2020-05-01/2020-05-31"), MAYBE, "imprecise"),
    "lately: today": (LATELY, day("2020-02-29"), YES, ""),
    "lately: tomorrow": (LATELY, day("2020-03-01"), NO, "not_within_months_before"),
    "lately: a year ago": (LATELY, day("2019-02-28"), NO, "not_within_months_before"),
    "lately: a day less": (LATELY, day("2019-03-01"), YES, ""),
    "long ago: a year ago": (LONG_AGO, day("2019-02-28"), YES, ""),
    "long ago: a day less": (LONG_AGO, day("2019-03-01"), NO, "not_months_before"),
    "long ago: in 2019": (LONG_AGO, day("2019-01-01/2019-12-31"), MAYBE, "imprecise"),
    "lately: in 2019": (LATELY, day("2019-01-01/2019-12-31"), MAYBE, "imprecise"),
    "lately: blank": (LATELY, None, MAYBE, "blank"),
    "is: one of them": (IS, known("b"), YES, ""),
    "is: another": (IS, known("d"), NO, "not_is"),
    "is: perhaps": (IS, known("c"), MAYBE, "perhaps"),
    "is: one of them and another": (IS, known("a", "d"), YES, ""),
    "is: one of them and an unknown one": (IS, known("a", unlisted=("x",)), YES, ""),
    "is: another and an unknown one": (IS, known("d", unlisted=("x",)), MAYBE, "unlisted"),
    "is: a text": (IS, "a", YES, ""),
    "is: another text": (IS, "d", NO, "not_is"),
    "is: blank": (IS, None, MAYBE, "blank"),
    "is: blank, which says yes": (IS._replace(when_blank=YES), None, YES, ""),
    "is: blank, which says no": (IS._replace(when_blank=NO), None, NO, "blank"),
    "is: no column, which says no": (IS._replace(when_blank=NO), NO_COLUMN, NO, "no_column"),
    "is: unreadable, though a blank says no": (IS._replace(when_blank=NO), Trouble.UNREADABLE, MAYBE, "unreadable"),
    "is: an error, though a blank says yes": (IS._replace(when_blank=YES), Trouble.ERROR_VALUE, MAYBE, "error_value"),
    "given: a text": (GIVEN, "x", YES, ""),
    "given: none": (GIVEN, "", NO, "not_given"),
    "given: blank": (GIVEN, None, MAYBE, "blank"),
    "blank: is": (LEFT_BLANK, None, YES, ""),
    "blank: no column": (LEFT_BLANK, NO_COLUMN, YES, ""),
    "blank: a text": (LEFT_BLANK, "x", NO, "not_blank"),
    "blank: unreadable": (LEFT_BLANK, Trouble.UNREADABLE, MAYBE, "unreadable"),
    "mentions: the second": (SAYS, "入驻合同书", YES, ""),
    "mentions: neither": (SAYS, "说明", NO, "not_mentions"),
    "mentions: blank": (SAYS, None, MAYBE, "blank"),
    "silent: is": (SILENT, "党员", YES, ""),
    "silent: one of the words": (SILENT, "2020.6已离职", MAYBE, "doubtful"),
    "silent: none": (SILENT, "", YES, ""),
    "absent: no column": (ABSENT, NO_COLUMN, YES, ""),
    "absent: blank": (ABSENT, None, NO, ""),
    "absent: a text": (ABSENT, "x", NO, ""),
    "any: one yes": (AnyOf((BEFORE, AFTER)), day("2020-03-01"), YES, ""),
    "any: one maybe": (AnyOf((SOON, LATELY)), day("2018-01-01/2019-12-31"), MAYBE, "imprecise"),
    "any: none": (AnyOf((SOON, LATELY)), day("2018-01-01"), NO, "not_within_days_after"),
    "all: both": (AllOf((BEFORE, AFTER)), day("2020-02-29"), YES, ""),
    "all: one no": (AllOf((BEFORE, AFTER)), day("2020-03-01"), NO, "not_on_or_before"),
    "all: one maybe": (AllOf((BEFORE, AFTER)), day("2020-02-01/2020-02-29"), MAYBE, "imprecise"),
}  # fmt: skip


@pytest.mark.parametrize(("test", "value", "truth", "reason"), CASES.values(), ids=CASES)
def test_what_a_cell_answers(test: Test, value: object, truth: Truth, reason: str) -> None:
    answer = asked(test, NO_COLUMN if value is NO_COLUMN else said(value))
    assert answer.truth is truth
    assert [one.code for one in answer.reasons][:1] == ([reason] if reason else [])


ROWS: dict[str, tuple[list[object], Truth]] = {
    "all say yes": ([known("a"), known("b")], YES),
    "all say no": ([known("d"), known("d")], NO),
    "they contradict each other": ([known("a"), known("d")], MAYBE),
    "one is blank": ([known("a"), None], MAYBE),
}


@pytest.mark.parametrize(("values", "truth"), ROWS.values(), ids=ROWS)
def test_what_several_rows_answer(values: list[object], truth: Truth) -> None:
    for order in (values, values[::-1]):
        answer = asked(IS, *map(said, order))
        assert answer.truth is truth
        contradicts = [one.code for one in answer.reasons] == ["contradictory"]
        assert contradicts == (truth is MAYBE)


def test_answers_together() -> None:
    yes, no, maybe = (Answer(one, (Cell("s", f"A{one}", "h", ""),)) for one in (YES, NO, MAYBE))
    assert together([]).truth is YES
    assert together([yes, yes]) == yes
    assert together([yes, maybe]) == maybe
    assert together([maybe, no, yes]) == no
