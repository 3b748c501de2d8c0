"""Every clause of every centre in a row of its own: what a pivot table is made from."""

from collections.abc import Iterable
from decimal import Decimal

from centre_check.documents.outcomes import verdict_said
from centre_check.documents.tree import Section, Table, TableRow
from centre_check.results.roster import Roster
from centre_check.results.types import CentreResult, ClauseResult
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES

_NUMBERS = (13, 14, 15, 17)  # measured from and to, required, gap


def long_table(rosters: Iterable[Roster], words: Words) -> Section:
    """One row a centre and clause, no cell merged, nothing personal."""
    texts = (
        mark("Standard"),
        mark("Edition"),
        mark("Division code"),
        mark("Town or subdistrict"),
        mark("Level"),
        mark("Centre"),
        mark("Opened on"),
        mark("Audit date"),
        mark("Verdict"),
        mark("Clause"),
        mark("Clause title"),
        mark("Outcome taken"),
        mark("Computed"),
        mark("Measured from"),
        mark("Measured to"),
        mark("Required value"),
        mark("Unit"),
        mark("Gap"),
    )
    rows = tuple(
        TableRow((*centre, *_clause(clause, words)))
        for roster in rosters
        for result in roster.single
        for centre in (_centre(result, words),)
        for clause in result.clauses
    )
    head = tuple(words(text) for text in texts)
    table = Table(head, rows, numbers=_NUMBERS)
    return Section(words(mark("Centre by clause")), (table,), is_wide=True)


def _centre(result: CentreResult, words: Words) -> tuple[str, ...]:
    return (
        result.standard.id,
        result.standard.edition,
        result.area_code,
        result.town,
        result.level_title,
        result.name,
        result.built_on,
        result.as_of.isoformat(),
        verdict_said(result.verdict, result.exempt, words),
    )


def _clause(clause: ClauseResult, words: Words) -> tuple[str, ...]:
    required, measured = clause.required, clause.measured
    return (
        clause.criterion,
        clause.title,
        words(OUTCOMES[clause.decided]),
        words(OUTCOMES[clause.outcome]),
        _number(measured.low) if measured else "",
        _number(measured.high) if measured else "",
        _number(required.value) if required else "",
        required.unit if required else "",
        _number(clause.shortfall),
    )


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
