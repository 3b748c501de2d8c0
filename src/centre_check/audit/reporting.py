"""What is shown beside the verdict and never decides: entitlements, background, hints."""

from collections.abc import Iterable, Iterator

from centre_check.checks.amounts import found
from centre_check.checks.populations import answers, records
from centre_check.checks.records import Context
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
        measured = report.quantity.measure(context)
        message = found(measured.interval, words.phrase(report.unit), words)
        cells = tuple(cell for one in measured.counted for cell in one.cells[:1])
    elif report.show is not None:
        population, field = report.show
        cells = tuple(
            cell
            for record in records(population, context)
            for _, cell in record.said(field)
            if cell is not None and cell.value
        )
        message = words.join(cell.value or "" for cell in cells) or words(mark("not given"))
    return Reported(
        report.id, report.clause, report.quote, words.phrase(report.title), message, cells
    )


def hints(wanted: Iterable[Hint], context: Context, words: Words) -> Iterator[Note]:
    """A note for every hint that some records prove, with their cells."""
    for hint in wanted:
        cells: list[Cell] = []
        among = records(hint.population, context)
        given = answers(hint.where, among, context)
        for record, belongs, answer in zip(among, among.belongs, given, strict=True):
            if belongs is Truth.YES and answer.truth is Truth.YES:
                cells += answer.cells[:1] or ((record.key,) if record.key else ())
        if cells:
            yield Note(hint.id, words.phrase(hint.text), tuple(cells))
