"""What is shown beside the verdict and never decides: entitlements, background, hints."""

from collections.abc import Iterable, Iterator

from centre_check.checks.amounts import found
from centre_check.checks.quantities import measure
from centre_check.checks.records import Context
from centre_check.checks.tests import ask, records, together
from centre_check.logic import Truth
from centre_check.model.facts import Cell, Note
from centre_check.model.findings import Reported
from centre_check.standard.types import Hint, Report
from centre_check.words import Words, mark


def reported(report: Report, context: Context, words: Words) -> Reported:
    """The entitlement or background as the workbook tells it."""
    message = words(mark("not judged by this program"))
    cells: tuple[Cell, ...] = ()
    if report.quantity is not None and report.unit is not None:
        measured = measure(report.quantity, context)
        message = found(measured.interval, words.phrase(report.unit), words)
        cells = tuple(cell for one in measured.counted for cell in one.cells[:1])
    elif report.show is not None:
        population, field = report.show
        facts = [
            fact
            for record in records(population, context).records
            for fact in record.facts(field)
            if fact.cell is not None and fact.cell.value
        ]
        message = words.join(fact.cell.value or "" for fact in facts if fact.cell)
        message = message or words(mark("not given"))
        cells = tuple(fact.cell for fact in facts if fact.cell)
    return Reported(
        report.id, report.clause, report.quote, words.phrase(report.title), message, cells
    )


def hints(wanted: Iterable[Hint], context: Context, words: Words) -> Iterator[Note]:
    """A note for every hint that some records prove, with their cells."""
    for hint in wanted:
        cells = []
        for record in records(hint.population, context).records:
            if record.belongs.truth is Truth.YES:
                answer = together(ask(test, record, context) for test in hint.where)
                if answer.truth is Truth.YES:
                    cells += list(answer.cells[:1] or ((record.key,) if record.key else ()))
        if cells:
            yield Note(hint.id, words.phrase(hint.text), tuple(cells))
