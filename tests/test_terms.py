"""How long an entity was supported: its periods together, on a few rows of tenants and agreements.

The limit is three years, one more where `poor` says so, on 30 June 2020.
"""

# A case is one line, however long, so that a table reads down its columns.
# ruff: noqa: E501

from collections.abc import Mapping
from datetime import date

import pytest

from centre_check.checks.grammar import FieldTest, Operator, Population, TotalTerm
from centre_check.checks.populations import records
from centre_check.checks.records import Context
from centre_check.checks.tests import ask
from centre_check.logic import Interval, Truth
from centre_check.model.facts import FOREVER, Choices, Identity, Trouble
from centre_check.model.table import Said, Table
from centre_check.words import Phrase
from tables import said, table_of

Given = Mapping[str, object]
TERM = TotalTerm(
    rows="agreements",
    start="starts",
    end="ends",
    own_start="came",
    own_end="left",
    years=3,
    where=(FieldTest("kind", Operator.IS, ("service",), ("lease",)),),
    extra_years=1,
    extra_when=(FieldTest("poor", Operator.IS, ("yes",), when_blank=Truth.NO),),
)


def entry(value: object, ref: str) -> Said:
    if isinstance(value, str) and value[:1].isdigit():
        days = [date.fromisoformat(day) for day in value.split("/")]
        return said(Interval(days[0], days[-1]), ref)
    return said(Interval.exactly(FOREVER) if value is FOREVER else value, ref)


def table(name: str, rows: list[Given]) -> Table:
    listed = [
        {one: entry(value, f"{one}{at}") for one, value in row.items()}
        for at, row in enumerate(rows, 2)
    ]
    return table_of(name, listed, "name", Identity("code", "name"))


def agreed(starts: object, ends: object, **more: object) -> Given:
    given = {"name": "甲商行", "starts": starts, "ends": ends}
    return given | {"kind": Choices(frozenset({"service"}))} | more


def tenant(came: object = None, left: object = None, **more: object) -> Given:
    return {"name": "甲商行", "came": came, "left": left} | more


LEASE = Choices(frozenset({"lease"}))
OTHER = Choices(frozenset({"other"}))
POOR, PERHAPS_POOR = Choices(frozenset({"yes"})), Trouble.UNREADABLE
CASES: dict[str, tuple[list[Given], list[Given], Truth, list[str]]] = {
    "three years to the day before": ([tenant()], [agreed("2017-07-01", "2020-06-30")], Truth.YES, []),
    "three years to the day": ([tenant()], [agreed("2017-07-01", "2020-07-01")], Truth.YES, []),
    "a day more": ([tenant()], [agreed("2017-07-01", "2020-07-02")], Truth.NO, ["term_too_long"]),
    "one day": ([tenant()], [agreed("2020-06-30", "2020-06-30")], Truth.YES, []),
    "two after each other": (
        [tenant()], [agreed("2016-07-01", "2018-06-30"), agreed("2018-07-01", "2020-06-30")], Truth.NO, ["term_too_long"],
    ),
    "without an end": ([tenant()], [agreed("2019-07-01", FOREVER)], Truth.NO, ["no_end"]),
    "without an end and without a start": ([tenant()], [agreed(None, FOREVER)], Truth.NO, ["no_end"]),
    "a month that leaves it open": (
        [tenant()], [agreed("2017-07-01", "2020-07-01/2020-07-31")], Truth.MAYBE, ["term_imprecise"],
    ),
    "a blank end": ([tenant()], [agreed("2019-07-01", None)], Truth.MAYBE, ["blank"]),
    "an end that cannot be read": ([tenant()], [agreed("2019-07-01", Trouble.UNREADABLE)], Truth.MAYBE, ["unreadable"]),
    "too long beside a blank": (
        [tenant()], [agreed("2016-07-01", "2020-06-30"), agreed("2015-07-01", None)], Truth.NO, ["term_too_long"],
    ),
    "from the day it came": ([tenant("2017-07-01")], [agreed(None, "2020-07-02")], Truth.NO, ["term_too_long"]),
    "from the first day it came": (
        [tenant("2019-07-01"), tenant("2017-07-01")], [agreed(None, "2020-07-02")], Truth.NO, ["term_too_long"],
    ),
    "from no day": ([tenant()], [agreed(None, "2020-07-02")], Truth.MAYBE, ["blank"]),
    "came after the end": ([tenant("2020-07-01")], [agreed(None, "2020-06-30")], Truth.MAYBE, ["ends_before_start"]),
    "came on the last day": ([tenant("2020-06-30")], [agreed(None, "2020-06-30")], Truth.YES, []),
    "came after the end of what may be another's": (
        [tenant("2020-07-01")],
        [agreed("2020-07-02", "2020-07-03"), agreed(None, "2020-06-30", name="甲商行有限公司")],
        Truth.YES,
        [],
    ),
    "what may be another's is too long": (
        [tenant()], [agreed("2019-07-01", "2020-06-30"), agreed("2015-07-01", "2019-06-30", name="甲商行有限公司")],
        Truth.MAYBE, ["term_imprecise"],
    ),
    "another's": ([tenant()], [agreed("2019-07-01", "2020-06-30"), agreed("2015-07-01", "2019-06-30", name="乙店")], Truth.YES, []),
    "a lease that may not count": ([tenant()], [agreed("2015-07-01", "2020-06-30", kind=LEASE)], Truth.MAYBE, ["term_imprecise"]),
    "what does not count": ([tenant("2020-01-01")], [agreed("2015-07-01", "2020-06-30", kind=OTHER)], Truth.YES, []),
    "four years of the poor": ([tenant(poor=POOR)], [agreed("2016-07-01", "2020-07-01")], Truth.YES, []),
    "a day more of the poor": ([tenant(poor=POOR)], [agreed("2016-07-01", "2020-07-02")], Truth.NO, ["term_too_long"]),
    "four years of whoever may be poor": (
        [tenant(poor=PERHAPS_POOR)], [agreed("2016-07-01", "2020-07-01")], Truth.MAYBE, ["term_imprecise"],
    ),
    "three years of whoever may be poor": ([tenant(poor=PERHAPS_POOR)], [agreed("2017-07-01", "2020-07-01")], Truth.YES, []),
    "no agreement, three years": ([tenant("2017-07-01")], [], Truth.YES, []),
    "no agreement, longer": ([tenant("2017-06-29")], [], Truth.MAYBE, ["no_term"]),
    "no agreement, left in time": ([tenant("2010-01-01", "2012-12-31")], [], Truth.YES, []),
    "no agreement, to leave much later": ([tenant("2019-07-01", "2030-12-31")], [], Truth.YES, []),
    "no agreement, twice": ([tenant("2017-01-01", "2018-06-30"), tenant("2019-01-01", "2020-06-30")], [], Truth.YES, []),
    "no agreement, twice and longer": ([tenant("2016-01-01", "2018-06-30"), tenant("2019-01-01", "2020-06-30")], [], Truth.MAYBE, ["no_term"]),
    "no agreement, one of two without a day": ([tenant("2019-07-01"), tenant()], [], Truth.MAYBE, ["no_term"]),
    "nothing": ([tenant()], [], Truth.MAYBE, ["no_term"]),
}  # fmt: skip


@pytest.mark.parametrize(("tenants", "agreements", "truth", "reasons"), CASES.values(), ids=CASES)
def test_all_terms_together(
    tenants: list[Given], agreements: list[Given], truth: Truth, reasons: list[str]
) -> None:
    tables = {"tenants": table("tenants", tenants), "agreements": table("agreements", agreements)}
    supported = Population(
        "supported", Phrase("", ""), ("tenants", "agreements"), (), distinct=True
    )
    asked = Context(tables, {"supported": supported}, date(2020, 6, 30))
    first = next(one for one in records("supported", asked) if one.table == "tenants")
    answer = ask(TERM, first, asked)
    assert (answer.truth, [reason.code for reason in answer.reasons]) == (truth, reasons)
