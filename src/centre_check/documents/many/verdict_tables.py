"""The tables of one standard's numbers: by level, by place, by clause."""

from collections.abc import Iterable, Sequence

from centre_check.documents.many.parts import NONE
from centre_check.documents.tree import (
    Bar,
    Block,
    Figure,
    Heading,
    Paragraph,
    Section,
    Table,
    TableRow,
)
from centre_check.model.outcomes import Verdict
from centre_check.results.divisions import Division, Prefix
from centre_check.results.summary import StandardPart, Summary
from centre_check.results.tally import ClauseTally, VerdictTally
from centre_check.words import Words, mark
from centre_check.words.terms import VERDICTS

_CLAUSES_SHOWN = 10
_COUNTS = (2, 3, 4, 5, 6)  # columns
_VERDICTS = (Verdict.COMPLIANT, Verdict.NON_COMPLIANT, Verdict.UNDECIDED)


def figure(total: VerdictTally, words: Words) -> Figure:
    """The verdicts as bars."""
    bars = [
        Bar(words(VERDICTS[verdict]), count, verdict)
        for verdict, count in zip(_VERDICTS, total, strict=False)
    ]
    if total.doubled:
        bars.append(Bar(words(mark("reported twice")), total.doubled))
    return Figure(words(mark("Verdicts on {n} centres"), n=total.reported), tuple(bars))


def _counts_head(words: Words) -> tuple[str, ...]:
    return (
        words(mark("Reported")),
        *(words(VERDICTS[verdict]) for verdict in _VERDICTS),
        words(mark("Twice")),
    )


def _counts(tally: VerdictTally) -> tuple[str, ...]:
    return (str(tally.reported), *map(str, tally))


def levels(part: StandardPart, words: Words) -> Table:
    """The numbers of each level."""
    rows = [TableRow((title, *_counts(tally))) for title, tally in part.levels]
    rows.append(TableRow((words(mark("Total")), *_counts(part.total))))
    return Table(
        (words(mark("Level")), *_counts_head(words)),
        tuple(rows),
        (8, 4, 4, 4, 4, 4),
        (1, 2, 3, 4, 5),
    )


def districts(part: StandardPart, words: Words) -> Table:
    """The numbers of each district."""
    rows = [
        TableRow((one.place.district_code or NONE, _district(one, words), *_counts(one.total)))
        for one in part.districts
    ]
    rows.append(TableRow((words(mark("Total")), NONE, *_counts(part.total))))
    head = (words(mark("Division code")), words(mark("District")), *_counts_head(words))
    return Table(head, tuple(rows), (7, 8, 4, 4, 4, 4, 4), _COUNTS)


def towns(part: StandardPart, words: Words) -> Table:
    """The numbers of each town."""
    rows = [
        TableRow(
            (
                one.place.district or one.place.district_code or NONE,
                one.place.town or words(mark("(town not given)")),
                *_counts(one.total),
            )
        )
        for one in part.towns
    ]
    rows.append(TableRow((words(mark("Total")), NONE, *_counts(part.total))))
    head = (words(mark("District")), words(mark("Town or subdistrict")), *_counts_head(words))
    return Table(head, tuple(rows), (6, 9, 4, 4, 4, 4, 4), _COUNTS)


def _district(division: Division, words: Words) -> str:
    place = division.place
    return place.district or (NONE if place.district_code else words(mark("(district not given)")))


def prefixes(prefixes: Iterable[Prefix], summary: Summary, words: Words) -> Section:
    """By the code's prefixes; a row holds the rows below it and the centres of its own."""
    head = (
        words(mark("Division code")),
        words(mark("Name")),
        words(mark("Reported, in all")),
        words(mark("Compliant, in all")),
        words(mark("Opened in {year}"), year=summary.year),
        words(mark("Of these compliant")),
        words(mark("Opening not known")),
    )
    rows = tuple(
        TableRow(
            (
                one.code or words(mark("without code")),
                one.name,
                str(one.total.reported),
                str(one.total.compliant),
                str(one.in_year.reported),
                str(one.in_year.compliant),
                str(one.undated),
            )
        )
        for one in prefixes
    )
    note = Paragraph(
        words(
            mark(
                "A row holds all rows under its code and the centres of that place itself; the "
                "year counts the centres that opened in it."
            )
        )
    )
    table = Table(head, rows, (8, 9, 5, 5, 5, 5, 5), _COUNTS)
    return Section(words(mark("By division code")), (table, note), is_wide=True)


def failing(clauses: Sequence[ClauseTally], words: Words) -> list[Block]:
    """The clauses most often not met."""
    if not clauses:
        return [Paragraph(words(mark("No clause is unmet or open in any centre.")))]
    texts = (
        mark("Clause"),
        mark("Requirement"),
        mark("Not met by"),
        mark("Open for"),
        mark("Judged for"),
    )
    rows = tuple(
        TableRow((one.criterion, one.title, str(one.failed), str(one.open), str(one.judged)))
        for one in clauses[:_CLAUSES_SHOWN]
    )
    blocks: list[Block] = [
        Heading(words(mark("Clauses most often not met"))),
        Table(tuple(words(text) for text in texts), rows, (6, 20, 4, 4, 4), (2, 3, 4)),
    ]
    if len(clauses) > _CLAUSES_SHOWN:
        text = mark("{n} clauses are unmet or open somewhere; the {shown} foremost are shown.")
        blocks.append(Paragraph(words(text, n=len(clauses), shown=_CLAUSES_SHOWN)))
    return blocks
