"""历次审核情况: the course of each centre by audit date, and what changed from one to the next."""

from collections.abc import Sequence

from centre_check.documents.many import changes
from centre_check.documents.many.parts import imprint, name_of, unread
from centre_check.documents.outcomes import verdict_said
from centre_check.documents.tree import (
    Block,
    Document,
    Paragraph,
    Section,
    Table,
    TableRow,
)
from centre_check.model.findings import Failure
from centre_check.model.outcomes import Outcome
from centre_check.results.compare import CentreComparison, Change
from centre_check.results.course import Course, Stop
from centre_check.results.types import CentreResult
from centre_check.words import Words, mark
from centre_check.words.terms import CHANGES, OUTCOMES


def build(courses: Sequence[Course], failures: tuple[Failure, ...], words: Words) -> Document:
    """The course of every centre."""
    results = [stop.result for course in courses for stop in course.stops]
    standards = tuple(sorted({one.standard for one in results}))
    blocks: list[Block | Section] = [
        Section(_title(course, words), tuple(_course(course, words))) for course in courses
    ]
    blocks += unread(failures, words)
    return Document(
        words(mark("Course of the audits")),
        tuple(blocks),
        imprint=imprint(standards, words),
        lang=words.lang,
        day=max(one.as_of for one in results),
    )


def _title(course: Course, words: Words) -> str:
    last = course.stops[-1].result
    return words(mark("{name} ({level})"), name=name_of(last, words), level=last.level_title)


def _course(course: Course, words: Words) -> list[Block]:
    texts = (
        mark("Audit date"),
        mark("Edition"),
        mark("Verdict"),
        mark("Met"),
        mark("Not met"),
        mark("Open"),
        mark("What changed"),
    )
    rows = tuple(_row(stop, words) for stop in course.stops)
    blocks: list[Block] = [
        Table(tuple(words(text) for text in texts), rows, (10, 7, 7, 4, 5, 5, 40), (3, 4, 5))
    ]
    if len({stop.result.standard.sha256 for stop in course.stops}) > 1:
        text = mark(
            "The standard changed in between: what changed with it cannot be told from what the "
            "centre changed; `centre-check compare` with the earlier workbook can."
        )
        blocks.append(Paragraph(words(text)))
    return blocks


def _row(stop: Stop, words: Words) -> TableRow:
    result = stop.result
    return TableRow(
        (
            result.as_of.isoformat(),
            result.standard.edition,
            verdict_said(result.verdict, result.exempt, words),
            str(result.number_of(Outcome.PASS)),
            str(result.number_of(Outcome.FAIL)),
            str(result.open_clauses),
            _changed(stop.since, result, words),
        ),
        result.verdict,
    )


def _changed(since: CentreComparison | None, first: CentreResult, words: Words) -> str:
    """What changed since the audit before; of the first one, what it found unmet."""
    if since is None:
        failed = [one.criterion for one in first.clauses if one.decided is Outcome.FAIL]
        if not failed:
            return words(mark("first audit"))
        listed = words.join(failed)
        return words(
            mark("first audit; {outcome}: {listed}"),
            outcome=words(OUTCOMES[Outcome.FAIL]),
            listed=listed,
        )
    parts = []
    for change in changes.LISTED:
        ids = [one.clause.criterion for one in since.clauses if one.change is change]
        if ids and change not in (Change.OPEN, Change.PENDING):
            parts.append(
                words(
                    mark("{change}: {listed}"),
                    change=words(CHANGES[change]),
                    listed=words.join(ids),
                )
            )
    return words(mark("; ")).join(parts) or words(mark("nothing"))
