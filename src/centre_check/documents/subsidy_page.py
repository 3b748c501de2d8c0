"""Estimates of subsidies as a page: the result, how it came about, on which text it rests."""

from collections.abc import Sequence
from datetime import date

from centre_check.documents.outcomes import MARKS
from centre_check.documents.report import noted
from centre_check.documents.tree import (
    Block,
    Document,
    Entries,
    Entry,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Table,
    TableRow,
)
from centre_check.model.facts import Note
from centre_check.model.subsidies import Estimate, Standing
from centre_check.standard.published import Published
from centre_check.standard.subsidies.types import Subsidies
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES


def build(
    estimates: Sequence[tuple[Subsidies, Estimate]],
    notes: Sequence[Note],
    day: date,
    words: Words,
) -> Document:
    """The page of all that was computed; `notes` are of the reading of the workbook."""
    title = words(mark("Estimate of subsidies"))
    blocks: list[Block] = []
    for subsidies, estimate in estimates:
        blocks += _estimate(subsidies, estimate, words)
    if notes:
        blocks.append(Heading(words(mark("Notes"))))
        blocks.append(Entries(tuple(Entry("·", noted(note, words), ()) for note in notes)))
    last = words(mark("Computed by this program from the figures given; the authority decides."))
    return Document(title, (*blocks, Paragraph(last)), lang=words.lang, day=day)


def listed(all_: Sequence[Subsidies], words: Words) -> Document:
    """Every calculator with its parameters."""
    rows = tuple(
        TableRow(
            (
                one.id,
                words.phrase(one.title),
                words.join(part.name for part in one.parameters) or words(mark("a list of loans")),
                source(subsidies.document, words),
            )
        )
        for subsidies in all_
        for one in subsidies.calculators
    )
    head = (
        words(mark("Id")),
        words(mark("Title")),
        words(mark("Parameters")),
        words(mark("Basis")),
    )
    return Document(words(mark("Calculators")), (Table(head, rows, (12, 18, 22, 40)),))


def source(document: Published, words: Words) -> str:
    """The published document in one line."""
    when = (
        document.issued.isoformat()
        if document.issued
        else words.phrase(document.undated)
        if document.undated
        else ""
    )
    return words(
        mark("{issuer}, {when}, {title} {section}"),
        issuer=document.issuer,
        when=when,
        title=document.cited,
        section=document.section,
    )


def _estimate(subsidies: Subsidies, estimate: Estimate, words: Words) -> list[Block]:
    title = f"{estimate.calculator} {estimate.title}"
    blocks: list[Block] = [Heading(title, estimate.label), Paragraph(estimate.message)]
    if estimate.parts:
        blocks.append(Entries(tuple(Entry("·", part.text, ()) for part in estimate.parts)))
    pairs = [
        Pair(one.name, _with_cells(one.text, [cell.address for cell in one.cells], words))
        for one in estimate.given
    ]
    pairs.append(Pair(words(mark("Text")), f"「{estimate.quote}」"))
    pairs.append(Pair(words(mark("Basis")), source(subsidies.document, words)))
    blocks.append(KeyValues(tuple(pairs)))
    if estimate.standing is Standing.CHECKED:
        blocks.append(_findings(estimate, words))
    blocks += [Paragraph(note) for note in estimate.notes]
    return blocks


def _with_cells(text: str, places: Sequence[str], words: Words) -> str:
    return text + (words(mark(" ({cells})"), cells=words.join(places)) if places else "")


def _findings(estimate: Estimate, words: Words) -> Table:
    head = tuple(
        words(text)
        for text in (mark("Outcome"), mark("Clause"), mark("Requirement"), mark("Found"))
    )
    rows = tuple(
        TableRow(
            (
                f"{MARKS[one.outcome]} {words(OUTCOMES[one.outcome])}",
                one.criterion,
                one.quote,
                one.message,
            ),
            one.outcome,
        )
        for one in estimate.findings
    )
    return Table(head, rows, (12, 10, 30, 44))
