"""Check a list by a calculator's rules, with the judge that audits centres."""

from datetime import date

from centre_check.audit.judging import Case, judge
from centre_check.audit.reasons import Narrator
from centre_check.checks.records import Context
from centre_check.model.outcomes import Outcome
from centre_check.model.subsidies import Estimate, Standing
from centre_check.model.table import Facts
from centre_check.standard.subsidies.types import Calculator, Subsidies
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES


def checked(
    calculator: Calculator, subsidies: Subsidies, facts: Facts, as_of: date, words: Words
) -> Estimate:
    """The outcome of every rule over the list in the workbook."""
    context = Context(facts.tables, subsidies.populations, as_of)
    case = Case(context, Narrator(subsidies.form, subsidies.populations, words), words)
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
        notes=tuple(words.phrase(note) for note in calculator.notes),
    )
