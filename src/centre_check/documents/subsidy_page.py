"""Estimates of subsidies as a page: the result, how it came about, on which text it rests."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from centre_check import __version__
from centre_check.documents.outcomes import MARKS
from centre_check.documents.report import noted
from centre_check.documents.tree import (
    Block,
    Document,
    Entries,
    Heading,
    KeyValues,
    ListEntry,
    Pair,
    Paragraph,
    Table,
    TableRow,
)
from centre_check.model.outcomes import Outcome
from centre_check.model.subsidies import Estimate, Standing
from centre_check.model.table import Facts
from centre_check.standard.published import Published
from centre_check.standard.subsidies.types import Subsidies
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES

_HASH_SHOWN = 12


def build(
    estimates: Sequence[tuple[Subsidies, Estimate]],
    facts: Facts | None,
    day: date,
    words: Words,
) -> Document:
    """The page of all that was computed; `facts` are of the workbook, where there is one."""
    title = words(mark("Estimate of subsidies"))
    blocks: list[Block] = [_head(facts, day, words)]
    for subsidies, estimate in estimates:
        blocks += _estimate(subsidies, estimate, words)
    if facts is not None and facts.notes:
        blocks.append(Heading(words(mark("Notes"))))
        blocks.append(
            Entries(tuple(ListEntry("·", noted(note, words), ()) for note in facts.notes))
        )
    last = words(mark("Computed by this program from the figures given; the authority decides."))
    return Document(
        title,
        (*blocks, Paragraph(last)),
        imprint=_imprint([one for one, _ in estimates], facts, words),
        lang=words.lang,
        day=day,
    )


def _head(facts: Facts | None, day: date, words: Words) -> KeyValues:
    pairs = [Pair(words(mark("Computed on")), day.isoformat())]
    if facts is not None:
        pairs.append(Pair(words(mark("Workbook")), Path(facts.input.path).name))
    return KeyValues(tuple(pairs))


def _imprint(used: Sequence[Subsidies], facts: Facts | None, words: Words) -> tuple[str, ...]:
    standards = dict.fromkeys(
        words(
            mark("Standard {id}, edition {edition}, SHA-256 {sha256}"),
            id=one.id,
            edition=one.edition,
            sha256=one.sha256[:_HASH_SHOWN],
        )
        for one in used
    )
    digests = [facts.input.sha256[:_HASH_SHOWN]] if facts is not None else []
    workbooks = (words(mark("workbook SHA-256 {sha256}"), sha256=one) for one in digests)
    return (*standards, *workbooks, f"centre-check {__version__}")


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
        blocks.append(Entries(tuple(ListEntry("·", part.text, ()) for part in estimate.parts)))
    pairs = [
        Pair(one.name, _with_cells(one.text, [cell.address for cell in one.cells], words))
        for one in estimate.given
    ]
    pairs.append(Pair(words(mark("Text")), f"「{estimate.quote}」"))
    pairs.append(Pair(words(mark("Basis")), source(subsidies.document, words)))
    blocks.append(KeyValues(tuple(pairs)))
    if estimate.standing is Standing.CHECKED:
        blocks += [_findings(estimate, words), *_readings(estimate, words)]
    blocks += [Paragraph(note) for note in estimate.notes]
    return blocks


def _with_cells(text: str, places: Sequence[str], words: Words) -> str:
    return text + (words(mark(" ({cells})"), cells=words.join(places)) if places else "")


def _readings(estimate: Estimate, words: Words) -> list[Block]:
    """How each clause was understood, and what to do where it is not met or not known."""
    open_ = (Outcome.FAIL, Outcome.UNKNOWN)
    items = tuple(
        ListEntry(
            "·",
            one.criterion,
            (one.interpretation, *([one.remedy] if one.outcome in open_ else [])),
        )
        for one in estimate.findings
        if one.outcome is not Outcome.NOT_APPLICABLE
    )
    return [Heading(words(mark("How the text was understood"))), Entries(items)] if items else []


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
