"""整改复查意见表: what became of every clause that was open, and of those that turned."""

from collections.abc import Sequence

from centre_check.documents.many import changes
from centre_check.documents.many.parts import imprint, name_of, source, standard_line, unread
from centre_check.documents.outcomes import verdict_said
from centre_check.documents.papers.parts import in_words
from centre_check.documents.tree import (
    Block,
    Document,
    Entries,
    Genre,
    Heading,
    KeyValues,
    ListEntry,
    Pair,
    Paragraph,
    Section,
    Signatures,
    Table,
    TableRow,
    Writing,
)
from centre_check.model.findings import Failure
from centre_check.results.compare import CentreComparison, ClauseChange
from centre_check.results.types import CentreResult
from centre_check.words import Words, mark
from centre_check.words.terms import CHANGES


def build(
    comparisons: Sequence[CentreComparison],
    gone: Sequence[CentreResult],
    added: Sequence[CentreResult],
    failures: tuple[Failure, ...],
    words: Words,
) -> Document:
    """The opinion on one centre, or on each of several; `gone` and `added` cannot be compared."""
    standards = tuple(
        dict.fromkeys(one.standard for pair in comparisons for one in (pair.old, pair.new))
    )
    blocks: list[Block | Section] = []
    for one in comparisons:
        own = _centre(one, words)
        alone = len(comparisons) == 1
        blocks += own if alone else [Section(name_of(one.new, words), tuple(own))]
    blocks += _apart(gone, added, failures, words)
    return Document(
        _title(comparisons, words),
        tuple(blocks),
        Genre.FORM,
        imprint=imprint(standards, words),
        lang=words.lang,
        day=max((one.new.as_of for one in comparisons), default=None),
    )


def _title(comparisons: Sequence[CentreComparison], words: Words) -> str:
    if len(comparisons) == 1:
        name = name_of(comparisons[0].new, words)
        return words(mark("Opinion on the re-inspection of {name}"), name=name)
    return words(mark("Opinions on re-inspections"))


def _centre(comparison: CentreComparison, words: Words) -> list[Block]:
    found = changes.listed(comparison)
    blocks: list[Block] = [
        KeyValues(_head(comparison, words)),
        Paragraph(_summed_up(comparison, words)),
    ]
    if comparison.is_other_standard:
        blocks.append(Paragraph(_about_standards(comparison, words)))
    if found:
        blocks.append(_table(found, words))
    return [
        *blocks,
        Writing(words(mark("Opinion of the re-inspection")), 3),
        Writing(words(mark("Remarks of the inspected unit")), 2),
        Signatures(
            tuple(
                words(text)
                for text in (
                    mark("Inspector 1"),
                    mark("Inspector 2"),
                    mark("Head of the inspected unit"),
                    mark("Date signed"),
                )
            )
        ),
    ]


def _head(comparison: CentreComparison, words: Words) -> tuple[Pair, ...]:
    old, new = comparison.old, comparison.new
    return (
        Pair(words(mark("Centre")), name_of(new, words)),
        Pair(words(mark("Level")), new.level_title if new.level else ""),
        Pair(words(mark("Number of the notice")), ""),
        Pair(words(mark("Between both")), words.plural("{n} day", "{n} days", comparison.days)),
        Pair(words(mark("First audit")), _stood(old, words)),
        Pair(words(mark("Re-inspection")), _stood(new, words)),
    )


def _stood(result: CentreResult, words: Words) -> str:
    return words(
        mark("{day}, {verdict}"),
        day=in_words(result.as_of, words),
        verdict=verdict_said(result.verdict, result.exempt, words),
    )


def _summed_up(comparison: CentreComparison, words: Words) -> str:
    message = (
        mark("Clauses: {counts}. Some stand worse than before.")
        if comparison.is_worse
        else mark("Clauses: {counts}. None stands worse than before.")
    )
    return words(message, counts=changes.counts(comparison, words))


def _about_standards(comparison: CentreComparison, words: Words) -> str:
    message = (
        mark(
            "The standard is another one: {old}; now {new}. The earlier workbook was judged by "
            "the later standard as well, so that what changed by the standard alone is told apart."
        )
        if comparison.is_rejudged
        else mark(
            "The standard or the level is another one: {old}; now {new}. The earlier workbook is "
            "not at hand: whether the centre or the standard changed an outcome cannot be told."
        )
    )
    return words(
        message, old=_judged_by(comparison.old, words), new=_judged_by(comparison.new, words)
    )


def _judged_by(result: CentreResult, words: Words) -> str:
    return words(
        mark("{standard}, {level}"),
        standard=standard_line(result.standard, words),
        level=result.level_title,
    )


def _table(found: Sequence[ClauseChange], words: Words) -> Table:
    texts = (
        mark("No."),
        mark("Clause"),
        mark("First result"),
        mark("Result now"),
        mark("Conclusion"),
        mark("Evidence"),
    )
    rows = tuple(
        TableRow(
            (
                str(n),
                words(mark("{id} {title}"), id=one.clause.criterion, title=one.clause.title),
                changes.outcome(one.before, words),
                changes.outcome(one.after, words),
                words(CHANGES[one.change]),
                _evidence(one),
            ),
            changes.TONES[one.change],
        )
        for n, one in enumerate(found, 1)
    )
    return Table(tuple(words(text) for text in texts), rows, (4, 17, 10, 10, 10, 35), (0,))


def _evidence(change: ClauseChange) -> str:
    """What was found now; for what lapsed, what was found before."""
    return change.clause.message


def _apart(
    gone: Sequence[CentreResult],
    added: Sequence[CentreResult],
    failures: tuple[Failure, ...],
    words: Words,
) -> list[Block]:
    blocks: list[Block] = []
    for title, results in (
        (words(mark("Not inspected again")), gone),
        (words(mark("Not there before")), added),
    ):
        if results:
            items = (ListEntry("·", name_of(one, words), (source(one, words),)) for one in results)
            blocks += [Heading(title), Entries(tuple(items))]
    blocks += unread(failures, words)
    return blocks
