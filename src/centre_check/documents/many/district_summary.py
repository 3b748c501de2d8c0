"""全区情况汇总: how many centres stand where, what fails most, who has not reported."""

from centre_check.documents.many import common
from centre_check.documents.many.long_table import long_table
from centre_check.documents.many.parts import (
    imprint,
    name_of,
    source,
    standard_line,
    unread,
)
from centre_check.documents.many.plan_tables import covered, steps
from centre_check.documents.many.verdict_tables import (
    districts,
    failing,
    figure,
    levels,
    prefixes,
    towns,
)
from centre_check.documents.papers.parts import in_words
from centre_check.documents.tree import (
    Block,
    Document,
    Entries,
    Heading,
    KeyValues,
    ListEntry,
    Pair,
    Paragraph,
    Section,
)
from centre_check.results.identity import digits
from centre_check.results.summary import StandardPart, Summary
from centre_check.words import Words, mark


def build(summary: Summary, words: Words, *, is_long: bool = False) -> Document:
    """The summary; a long one has every clause of every centre in rows, for a spreadsheet."""
    standards = tuple(part.roster.standard for part in summary.parts)
    blocks: list[Block | Section] = [KeyValues(_head(summary, words)), *_mixed(summary, words)]
    for part in summary.parts:
        blocks += _part(part, summary, words)
    blocks += covered(summary.coverage, words)
    blocks += _left_out(summary, words)
    for part in summary.parts:
        if len(part.districts) > 1:  # more towns than a page holds: an annex
            blocks.append(Section(words(mark("By town")), (towns(part, words),)))
        blocks.append(prefixes(part.prefixes, summary, words))
    blocks += common.section(summary.in_common, words)
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
        Pair(words(mark("Hints across centres")), common.counted(summary.in_common, words)),
    )


def _mixed(summary: Summary, words: Words) -> list[Block]:
    if len(summary.parts) == 1:
        return []
    text = mark(
        "The results rest on {n} standards or editions. Each is counted in tables of its own; "
        "their numbers are not added up."
    )
    return [Paragraph(words(text, n=len(summary.parts)))]


def _part(part: StandardPart, summary: Summary, words: Words) -> list[Block]:
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
        figure(total, words),
        levels(part, words),
    ]
    if len(part.districts) > 1:
        blocks += [Heading(words(mark("By district"))), districts(part, words)]
    else:
        blocks += [Heading(words(mark("By town"))), towns(part, words)]
    if part.steps and len(summary.parts) == 1:
        blocks += [Heading(words(mark("Progress of the plan"))), steps(part.steps, words)]
    return [*blocks, *failing(part.clauses, words)]


def _left_out(summary: Summary, words: Words) -> list[Block]:
    """What is in none of the verdicts: files that were not read, centres with two results."""
    blocks = unread(summary.failures, words)
    doubled = [one for part in summary.parts for one in part.roster.doubled]
    if doubled:
        items = tuple(
            ListEntry(
                "·",
                name_of(centre.results[-1], words),
                tuple(source(one, words) for one in centre.results),
            )
            for centre in doubled
        )
        blocks += [Heading(words(mark("Centres reported twice: keep one result"))), Entries(items)]
    return [*blocks, *_of_one_code(summary, words)]


def _of_one_code(summary: Summary, words: Words) -> list[Block]:
    """Centres that share a code and differ in name: each is counted."""
    if not summary.of_one_code:
        return []
    text = mark(
        "Each is counted as a centre of its own, as a town may have two. If two names mean one "
        "centre, keep one result."
    )
    items = tuple(
        ListEntry(
            "·",
            words(
                mark("{code}, {level}"),
                code=digits(own[0].area_code),
                level=own[0].level_title,
            ),
            tuple(
                words(
                    mark("{name}: {workbook}"),
                    name=name_of(one, words),
                    workbook=source(one, words),
                )
                for one in sorted(own, key=lambda one: (one.name, one.workbook))
            ),
        )
        for own in summary.of_one_code
    )
    title = words(mark("Centres of one level with one division code and different names"))
    return [Heading(title), Paragraph(words(text)), Entries(items)]
