"""Results made for tests: a centre with a few clauses, all of them met unless told otherwise."""

from datetime import date
from decimal import Decimal
from typing import Any

from centre_check.model.findings import Comparison, Required
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.results.types import CentreResult, ClauseResult, StandardUsed

OLD = StandardUsed("huyi", "标准", "2019.1", "a" * 64)
NEW = StandardUsed("huyi", "标准", "2020.1", "b" * 64)
TITLES = {"district": "区级", "town": "镇（街道）级", None: "未填级别"}
LETTERS = {
    "+": Outcome.PASS,
    "x": Outcome.FAIL,
    "?": Outcome.UNKNOWN,
    "o": Outcome.MANUAL,
    "-": Outcome.NOT_APPLICABLE,
}


def clause(number: int, letter: str, gap: str | None = None) -> ClauseResult:
    """One clause: `+ x ? o -` for its outcome; a gap is in 人."""
    outcome = LETTERS[letter]
    return ClauseResult(
        criterion=f"T-{number:02}",
        title=f"第{number}条",
        outcome=outcome,
        decided=outcome,
        required=Required(Comparison.AT_LEAST, Decimal(5), None, "人"),
        measured=None,
        shortfall=Decimal(gap) if gap else None,
        message=f"第{number}条的情况",
        reasons=(),
        cells=(),
    )


def result(name: str = "甲中心", outcomes: str = "+++", **changes: Any) -> CentreResult:
    """A result whose clauses have these outcomes, one letter each."""
    clauses = tuple(clause(at, letter) for at, letter in enumerate(outcomes, 1))
    level = changes.get("level", "town")
    made = CentreResult(
        place="",
        workbook=f"{name}.xlsx",
        workbook_sha256="0" * 64,
        standard=OLD,
        name=name,
        town="",
        area_code="",
        level=level,
        level_title=TITLES[level],
        built_on="",
        as_of=date(2020, 6, 30),
        verdict=verdict(outcomes),
        clauses=clauses,
    )
    return made._replace(**changes)


def verdict(outcomes: str) -> Verdict:
    """What follows from the outcomes."""
    if "x" in outcomes:
        return Verdict.NON_COMPLIANT
    return Verdict.UNDECIDED if {"?", "o"} & set(outcomes) else Verdict.COMPLIANT
