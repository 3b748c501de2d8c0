"""The tables of what was planned: how far it is reached, who has not reported."""

from collections.abc import Iterable, Sequence

from centre_check.documents.many.parts import NONE, number
from centre_check.documents.tree import Block, Heading, Paragraph, Table, TableRow
from centre_check.results.plan import PlanStep
from centre_check.results.summary import PlanCoverage
from centre_check.words import Words, mark


def steps(steps: Iterable[PlanStep], words: Words) -> Table:
    """HY-MB-07 to 09: all years until then, which is the headline, and the year alone."""
    texts = (
        mark("Level"),
        mark("Year"),
        mark("Counted"),
        mark("Planned"),
        mark("Opened"),
        mark("Compliant"),
        mark("Reached"),
    )
    rows: list[TableRow] = []
    for one in steps:
        head = (one.level_title or NONE, str(one.year))
        until = (one.planned_until, one.opened_until, one.compliant_until)
        year = (one.planned, one.opened, one.compliant)
        for name, numbers, is_reached in (
            (words(mark("in all")), until, one.is_reached),
            (words(mark("in the year")), year, one.is_reached_in_year),
        ):
            counts = map(str, numbers)
            rows.append(TableRow((*head, name, *counts, _reached(words, is_reached=is_reached))))
    return Table(
        tuple(words(text) for text in texts), tuple(rows), (9, 5, 5, 4, 4, 4, 6), (1, 3, 4, 5)
    )


def _reached(words: Words, *, is_reached: bool) -> str:
    return words(mark("reached")) if is_reached else words(mark("not reached"))


def covered(coverage: Sequence[PlanCoverage], words: Words) -> list[Block]:
    """Planned, built and reported for every line of the list; nothing without a list."""
    if not coverage:
        return []
    texts = (
        mark("District"),
        mark("Town or subdistrict"),
        mark("Level"),
        mark("Planned"),
        mark("Built"),
        mark("Reported"),
        mark("Not reported"),
    )
    rows = [
        TableRow(
            (
                one.place.district or one.place.district_code or NONE,
                one.place.town or NONE,
                one.level_title or NONE,
                number(one.planned) if one.planned is not None else words(mark("not on the list")),
                number(one.built),
                str(one.reported),
                str(one.missing),
            )
        )
        for one in coverage
    ]
    built = [one.built for one in coverage if one.built is not None]
    rows.append(
        TableRow(
            (
                words(mark("Total")),
                NONE,
                NONE,
                str(sum(one.planned or 0 for one in coverage)),
                number(sum(built) if built else None),
                str(sum(one.reported for one in coverage)),
                str(sum(one.missing for one in coverage)),
            )
        )
    )
    head = tuple(words(text) for text in texts)
    return [
        Heading(words(mark("Planned, built and reported"))),
        Table(head, tuple(rows), (6, 9, 7, 5, 4, 4, 5), (3, 4, 5, 6)),
        *_silent(coverage, words),
    ]


def _silent(coverage: Sequence[PlanCoverage], words: Words) -> list[Block]:
    missing = [one for one in coverage if one.missing]
    if not missing:
        return [Paragraph(words(mark("Every centre planned has been reported.")))]
    listed = words.join(
        words(
            mark("{place} {n}"),
            place=one.place.town or one.place.district or one.level_title,
            n=one.missing,
        )
        for one in missing
    )
    return [Paragraph(words(mark("Not reported yet: {listed}."), listed=listed))]
