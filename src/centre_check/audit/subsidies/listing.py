"""Check a list by a calculator's rules, with the judge that audits centres."""

from datetime import date
from typing import TYPE_CHECKING

from centre_check.audit.judging import Case, judge
from centre_check.audit.reasons import Narrator
from centre_check.audit.subsidies.together import taken_together
from centre_check.checks.records import Context
from centre_check.model.outcomes import Outcome
from centre_check.model.subsidies import Estimate, Standing
from centre_check.model.table import Facts
from centre_check.standard.subsidies.types import Calculator, Subsidies
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES

if TYPE_CHECKING:
    from centre_check.model.facts import Note


def checked(
    calculator: Calculator, subsidies: Subsidies, facts: Facts, as_of: date, words: Words
) -> Estimate:
    """The outcome of every rule over the list in the workbook."""
    tables = dict(facts.tables)
    told: tuple[Note, ...] = ()
    by = calculator.together
    if by is not None and by.rows in tables:
        tables[by.rows], told = taken_together(tables[by.rows], by, words)
    context = Context(tables, subsidies.populations, as_of)
    narrator = Narrator(subsidies.form, subsidies.populations, words)
    case = Case(context, narrator, words)
    findings = tuple(judge(rule, case) for rule in calculator.rules)
    counts = words.join(
        words(mark("{outcome} {n}"), outcome=words(OUTCOMES[outcome]), n=n)
        for outcome in Outcome
        if (n := sum(one.outcome is outcome for one in findings))
    )
    return Estimate(
        calculator=calculator.id,
        title=words.phrase(calculator.title),
        label="",
        clause=calculator.clause,
        quote=calculator.quote,
        standing=Standing.CHECKED,
        message=words(mark("{total} clauses: {counts}"), total=len(findings), counts=counts),
        findings=findings,
        notes=(
            *(words.phrase(note) for note in calculator.notes),
            *(note.message + narrator.at(note.cells) for note in told),
        ),
    )
