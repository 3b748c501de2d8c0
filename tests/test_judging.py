"""From what is measured to a finding: the outcome, the gap, what is named, the next step."""

# A case is one line, however long, so that a table reads down its columns.
# ruff: noqa: E501

from dataclasses import replace
from decimal import Decimal

import pytest

from centre_check.audit import judging
from centre_check.audit.reasons import Narrator
from centre_check.checks.grammar import Bound, Bounded, Check, EachMust, IfNone, Otherwise
from centre_check.checks.quantities.count import Count
from centre_check.checks.quantities.number import Number
from centre_check.checks.quantities.share import Share
from centre_check.checks.records import Context
from centre_check.model.findings import Comparison, Finding
from centre_check.model.table import Table
from centre_check.standard import shelf
from centre_check.standard.types import Criterion
from centre_check.words import Phrase, Words
from test_quantities import (
    AWAY,
    BELONGS,
    GOOD,
    HERE,
    MISSING,
    NO,
    NONE,
    NOTHING,
    PERHAPS,
    YES,
    context,
    table,
)

PEOPLE = Phrase("人", "person|people")


def judged(check: Check, facts: Context) -> Finding:
    said = Phrase("规定", "rule")
    remedy = Phrase("补{gap}", "add {gap}")
    criterion = Criterion("X-1", "一", "原文", said, check, said, remedy, True, False, ())  # noqa: FBT003
    words = Words("zh")
    narrator = Narrator(shelf.take("huyi-2019-centre").form, facts.populations, words)
    return judging.judge(criterion, judging.Case(facts, narrator, words))


def at(comparison: Comparison, value: str, otherwise: Otherwise = Otherwise.FAIL) -> Bounded:
    return Bounded(Count("all", GOOD), Bound(comparison, Decimal(value)), PEOPLE, otherwise)


TWO, ONE_AT_MOST = at(Comparison.AT_LEAST, "2"), at(Comparison.AT_MOST, "1")
TWO_OR_LOOK = at(Comparison.AT_LEAST, "2", Otherwise.MANUAL)
COUNTED: dict[str, tuple[Bounded, tuple[Table, ...], str, str | None, str, str]] = {
    "enough": (TWO, (table("a", YES, YES),), "pass", None, "填报2人，要求不少于2人", ""),
    "too few": (TWO, (table("a", YES, NO),), "fail", "1", "填报1人，要求不少于2人，差1人", "补1人"),
    "perhaps enough": (TWO, (table("a", YES, NOTHING),), "unknown", None, "填报1至2人，要求不少于2人", "请补填「h」。"),
    "too few, for an inspector": (TWO_OR_LOOK, (table("a", YES, NO),), "manual", None, "填报1人，要求不少于2人", "由检查人员现场核定。"),
    "perhaps enough, for an inspector": (TWO_OR_LOOK, (table("a", YES, NOTHING),), "unknown", None, "填报1至2人，要求不少于2人", "请补填「h」。"),
    "too many": (ONE_AT_MOST, (table("a", YES, YES),), "fail", "1", "填报2人，要求不超过1人，超1人", "补1人"),
    "not too many": (ONE_AT_MOST, (table("a", YES),), "pass", None, "填报1人，要求不超过1人", ""),
    "a sheet is not there": (TWO, (table("a", YES), MISSING), "unknown", None, "填报1人，只能作下限，要求不少于2人", "补报工作表「b」。"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("check", "tables", "outcome", "missing", "brief", "remedy"), COUNTED.values(), ids=COUNTED
)
def test_a_bound_is_judged(
    *, check: Bounded, tables: tuple[Table, ...], outcome: str, missing: str | None, brief: str,
    remedy: str,
) -> None:  # fmt: skip
    finding = judged(check, context(*tables))
    assert finding.outcome == outcome
    assert finding.shortfall == (None if missing is None else Decimal(missing))
    assert finding.brief == brief
    assert finding.message.startswith(brief)
    assert finding.remedy == remedy


def test_what_did_not_count_is_named() -> None:
    rows = (HERE | YES, AWAY | YES, HERE | NOTHING)
    named = [row | {"name": name} for row, name in zip(rows, "甲乙丙", strict=True)]
    facts = context(table("a", *named, key="name"), where=BELONGS)
    for check, said in (
        (at(Comparison.AT_LEAST, "3"), "不计"),
        (at(Comparison.AT_LEAST, "3", Otherwise.MANUAL), "乙h为"),
        (at(Comparison.AT_LEAST, "2"), "未填"),
    ):
        finding = judged(check, facts)
        assert said in finding.message
        assert [one.row for one in finding.counted] == [2]
        beside = [*finding.excluded, *finding.undecided]
        assert sorted(one.row for one in beside) == [3, 4]
        assert [cell.ref for cell in finding.cells][:2] == ["good2", "here2"]
        assert {"good4", "here3"} < {cell.ref for cell in finding.cells}
        assert all(finding.says(reason) for reason in finding.reasons)
        assert all(one.reason is not None and finding.says(one.reason) for one in beside)


MOST = Bound(Comparison.MORE_THAN, Decimal("0.5"))
SHARED: dict[str, tuple[tuple[Table, ...], str, str | None]] = {
    "more than half": ((table("a", YES, YES, NO),), "pass", None),
    "half": ((table("a", YES, NO),), "fail", "1"),
    "one of five": ((table("a", YES, NO, NO, NO, NO),), "fail", "2"),
    "at best half": ((table("a", YES, NOTHING, NO, NO),), "fail", "1"),
    "perhaps": ((table("a", YES, NOTHING, NO),), "unknown", None),
    "not known of how many": ((table("a", YES, NO), MISSING), "unknown", None),
}


@pytest.mark.parametrize(("tables", "outcome", "missing"), SHARED.values(), ids=SHARED)
def test_a_share_is_judged(tables: tuple[Table, ...], outcome: str, missing: str | None) -> None:
    finding = judged(Bounded(Share("all", GOOD), MOST, PEOPLE), context(*tables))
    assert finding.outcome == outcome
    assert finding.shortfall == (None if missing is None else Decimal(missing))


def test_a_share_of_an_unknown_number_tells_no_gap() -> None:
    facts = context(table("a", HERE | YES, HERE | NO, HERE | NO, PERHAPS | NO), where=BELONGS)
    finding = judged(Bounded(Share("a", GOOD), MOST, PEOPLE), facts)
    assert (finding.outcome, finding.shortfall) == ("fail", None)
    assert finding.remedy == "补若干"


EACH: dict[str, tuple[tuple[Table, ...], str, str, int]] = {
    "all": ((table("a", HERE | YES, HERE | YES),), "pass", "填报2人均符合要求", 2),
    "one is not": ((table("a", HERE | YES, HERE | NO),), "fail", "填报2人中有1人不符合", 1),
    "one is open": ((table("a", HERE | YES, HERE | NOTHING),), "unknown", "填报2人中有1人还不能定", 1),
    "one that left is not": ((table("a", HERE | YES, AWAY | NO),), "pass", "填报1人均符合要求", 1),
    "one that may have left is not": ((table("a", HERE | YES, PERHAPS | NO),), "unknown", "填报2人中有1人还不能定", 1),
    "one that may have left is": ((table("a", HERE | YES, PERHAPS | YES),), "pass", "填报2人均符合要求", 2),
    "nobody": ((NONE,), "not_applicable", "没有范围", 0),
    "the sheet is not there": ((MISSING,), "unknown", "工作簿没有「b」一表", 0),
    "all of one sheet, another is not there": ((table("a", HERE | YES), MISSING), "unknown", "工作簿没有「b」一表", 1),
    "one is not, another sheet is not there": ((table("a", HERE | NO), MISSING), "fail", "填报1人中有1人不符合", 0),
}  # fmt: skip


@pytest.mark.parametrize(("tables", "outcome", "brief", "good"), EACH.values(), ids=EACH)
def test_a_demand_on_each_is_judged(
    tables: tuple[Table, ...], outcome: str, brief: str, good: int
) -> None:
    tables = tuple(replace(one, key="") for one in tables)
    facts = context(*tables, where=BELONGS)
    titled = {k: p._replace(title=Phrase("范围", "range")) for k, p in facts.populations.items()}
    # a population of one sheet without a key speaks of the one thing that the sheet describes
    titled["all"] = titled["all"]._replace(rows=(*titled["all"].rows, "none"))
    facts = replace(facts, populations=titled, tables=dict(facts.tables) | {"none": NONE})
    check = EachMust("all", GOOD, PEOPLE, if_none=IfNone.NOT_APPLICABLE)
    finding = judged(check, facts)
    assert (finding.outcome, finding.brief) == (outcome, brief)
    assert len(finding.counted) == good


def test_a_number_is_read_off() -> None:
    check = Bounded(Number("a", "n"), Bound(Comparison.AT_LEAST, Decimal(500)), Phrase("㎡", "㎡"))
    finding = judged(check, context(table("a", {"n": 480})))
    assert finding.message.startswith("填报480㎡，要求不低于500㎡，差20㎡")


def test_a_demand_on_each_stays_open_for_what_may_be_anothers_row() -> None:
    rows = [{"name": "甲商行"} | YES, {"name": "甲商行有限公司"} | NO]
    check = EachMust("a", GOOD, PEOPLE)
    finding = judged(check, context(table("a", *rows, key="name"), distinct=True))
    assert finding.outcome == "unknown"
    assert [reason.code for reason in finding.reasons] == ["maybe_repeated"]
    rows[1] = {"name": "乙商行"} | NO
    assert judged(check, context(table("a", *rows, key="name"), distinct=True)).outcome == "fail"
