"""全区情况汇总: how many centres stand where, what fails most, who has not reported."""

from collections.abc import Iterable, Sequence

from centre_check.documents.many.long_table import long_table
from centre_check.documents.many.parts import (
    NONE,
    imprint,
    name_of,
    number,
    source,
    standard_line,
    unread,
)
from centre_check.documents.papers.parts import in_words
from centre_check.documents.tree import (
    Bar,
    Block,
    Document,
    Entries,
    Entry,
    Figure,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Section,
    Table,
    TableRow,
)
from centre_check.model.outcomes import Verdict
from centre_check.results.divisions import Division, Prefix
from centre_check.results.plan import Step
from centre_check.results.summary import Coverage, Part, Summary
from centre_check.results.tally import ClauseTally, Tally
from centre_check.words import Words, mark
from centre_check.words.terms import VERDICTS

_CLAUSES_SHOWN = 10


def build(summary: Summary, words: Words, *, is_long: bool = False) -> Document:
    """The summary; a long one has every clause of every centre in rows, for a spreadsheet."""
    standards = tuple(part.roster.standard for part in summary.parts)
    blocks: list[Block | Section] = [KeyValues(_head(summary, words)), *_mixed(summary, words)]
    for part in summary.parts:
        blocks += _part(part, summary, words)
    blocks += _covered(summary.coverage, words)
    blocks += _left_out(summary, words)
    for part in summary.parts:
        if len(part.districts) > 1:  # more towns than a page holds: an annex
            blocks.append(Section(words(mark("By town")), (_towns(part, words),)))
        blocks.append(_prefixes(part.prefixes, summary, words))
    if is_long:
        blocks.append(long_table([part.roster for part in summary.parts], words))
    return Document(
        words(mark("Summary of the standardised entrepreneurship centres")),
        tuple(blocks),
        imprint=imprint(standards, words),
        lang=words.lang,
        day=summary.last,
    )


def _head(summary: Summary, words: Words) -> tuple[Pair, ...]:
    first, last = in_words(summary.first, words), in_words(summary.last, words)
    days = first if first == last else words(mark("{first} to {last}"), first=first, last=last)
    return (
        Pair(words(mark("Audit date")), days),
        Pair(words(mark("Centres reported")), str(summary.centres)),
        Pair(words(mark("Files not audited")), str(len(summary.failures))),
        Pair(words(mark("Standards and editions")), str(len(summary.parts))),
    )


def _mixed(summary: Summary, words: Words) -> list[Block]:
    if len(summary.parts) == 1:
        return []
    text = mark(
        "The results rest on {n} standards or editions. Each is counted in tables of its own; "
        "their numbers are not added up."
    )
    return [Paragraph(words(text, n=len(summary.parts)))]


def _part(part: Part, summary: Summary, words: Words) -> list[Block]:
    total = part.total
    message = (
        mark(
            "{reported} centres were reported: {compliant} compliant, {failing} not compliant, "
            "{undecided} undecided, {doubled} reported twice and not judged."
        )
        if total.doubled
        else mark(
            "{reported} centres were reported: {compliant} compliant, {failing} not compliant, "
            "{undecided} undecided."
        )
    )
    said = words(
        message,
        reported=total.reported,
        compliant=total.compliant,
        failing=total.non_compliant,
        undecided=total.undecided,
        doubled=total.doubled,
    )
    blocks: list[Block] = [
        Heading(standard_line(part.roster.standard, words)),
        Paragraph(said),
        _figure(total, words),
        _levels(part, words),
    ]
    if len(part.districts) > 1:
        blocks += [Heading(words(mark("By district"))), _districts(part, words)]
    else:
        blocks += [Heading(words(mark("By town"))), _towns(part, words)]
    if part.steps and len(summary.parts) == 1:
        blocks += [Heading(words(mark("Progress of the plan"))), _steps(part.steps, words)]
    return [*blocks, *_failing(part.clauses, words)]


def _figure(total: Tally, words: Words) -> Figure:
    bars = [
        Bar(words(VERDICTS[verdict]), count, verdict)
        for verdict, count in zip(_VERDICTS, total, strict=False)
    ]
    if total.doubled:
        bars.append(Bar(words(mark("reported twice")), total.doubled))
    return Figure(words(mark("Verdicts on {n} centres"), n=total.reported), tuple(bars))


_VERDICTS = (Verdict.COMPLIANT, Verdict.NON_COMPLIANT, Verdict.UNDECIDED)


def _counts_head(words: Words) -> tuple[str, ...]:
    return (
        words(mark("Reported")),
        *(words(VERDICTS[verdict]) for verdict in _VERDICTS),
        words(mark("Twice")),
    )


def _counts(tally: Tally) -> tuple[str, ...]:
    return (str(tally.reported), *map(str, tally))


def _levels(part: Part, words: Words) -> Table:
    rows = [TableRow((title, *_counts(tally))) for title, tally in part.levels]
    rows.append(TableRow((words(mark("Total")), *_counts(part.total))))
    return Table((words(mark("Level")), *_counts_head(words)), tuple(rows), (8, 4, 4, 4, 4, 4))


def _districts(part: Part, words: Words) -> Table:
    rows = [
        TableRow((one.place.district_code or NONE, _district(one, words), *_counts(one.total)))
        for one in part.districts
    ]
    rows.append(TableRow((words(mark("Total")), NONE, *_counts(part.total))))
    head = (words(mark("Division code")), words(mark("District")), *_counts_head(words))
    return Table(head, tuple(rows), (7, 8, 4, 4, 4, 4, 4))


def _towns(part: Part, words: Words) -> Table:
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
    return Table(head, tuple(rows), (6, 9, 4, 4, 4, 4, 4))


def _district(division: Division, words: Words) -> str:
    place = division.place
    return place.district or (NONE if place.district_code else words(mark("(district not given)")))


def _steps(steps: Iterable[Step], words: Words) -> Table:
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
    return Table(tuple(words(text) for text in texts), tuple(rows), (9, 5, 5, 4, 4, 4, 6))


def _reached(words: Words, *, is_reached: bool) -> str:
    return words(mark("reached")) if is_reached else words(mark("not reached"))


def _failing(clauses: Sequence[ClauseTally], words: Words) -> list[Block]:
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
        Table(tuple(words(text) for text in texts), rows, (6, 20, 4, 4, 4)),
    ]
    if len(clauses) > _CLAUSES_SHOWN:
        text = mark("{n} clauses are unmet or open somewhere; the {shown} foremost are shown.")
        blocks.append(Paragraph(words(text, n=len(clauses), shown=_CLAUSES_SHOWN)))
    return blocks


def _covered(coverage: Sequence[Coverage], words: Words) -> list[Block]:
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
        Table(head, tuple(rows), (6, 9, 7, 5, 4, 4, 5)),
        *_silent(coverage, words),
    ]


def _silent(coverage: Sequence[Coverage], words: Words) -> list[Block]:
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


def _left_out(summary: Summary, words: Words) -> list[Block]:
    """What is in none of the verdicts: files that were not read, centres with two results."""
    blocks: list[Block] = []
    if summary.failures:
        head = (words(mark("File")), words(mark("Reason")), words(mark("What to do")))
        table = Table(head, unread(summary.failures), (4, 6, 6))
        blocks += [Heading(words(mark("Files that could not be audited"))), table]
    doubled = [one for part in summary.parts for one in part.roster.doubled]
    if doubled:
        items = tuple(
            Entry(
                "·",
                name_of(centre.results[-1], words),
                tuple(source(one, words) for one in centre.results),
            )
            for centre in doubled
        )
        blocks += [Heading(words(mark("Centres reported twice: keep one result"))), Entries(items)]
    return blocks


def _prefixes(prefixes: Iterable[Prefix], summary: Summary, words: Words) -> Section:
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
    table = Table(head, rows, (8, 9, 5, 5, 5, 5, 5))
    return Section(words(mark("By division code")), (table, note), is_wide=True)
