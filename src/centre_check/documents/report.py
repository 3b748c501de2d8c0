"""The report of one audit: verdict, what is to be done, all clauses, what else was noted."""

from collections.abc import Iterator
from enum import StrEnum

from centre_check.documents.outcomes import (
    attested,
    decided_by_people,
    marked,
    verdict_of,
    worst_first,
)
from centre_check.documents.tree import (
    Block,
    Document,
    Entries,
    Heading,
    ListEntry,
    Paragraph,
    Table,
    TableRow,
)
from centre_check.logic.addresses import addresses
from centre_check.model.facts import Note
from centre_check.model.findings import Audit, Finding
from centre_check.model.outcomes import Outcome
from centre_check.words import Words, mark

_CELLS_SHOWN = 4


class Detail(StrEnum):
    """How much of the report is wanted."""

    SUMMARY = "summary"  # verdict and counts
    NORMAL = "normal"
    FULL = "full"  # with the clauses' own words and how they were understood


def build(audit: Audit, words: Words, detail: Detail = Detail.NORMAL) -> Document:
    """The report of one audit: the answer, what is to be done and by whom, the cells last."""
    name = audit.centre.get("name") or audit.input.path
    blocks = _summary(audit, name, words)
    if detail is not Detail.SUMMARY:
        items = _items(audit)
        blocks += [*_parts(items, words), *_to_read(audit, len(items), words)]
        blocks += [*_notes(audit, words), *_cells(items, words)]
        blocks.append(Paragraph(words(_VOUCHED)))
    if detail is Detail.FULL:
        blocks += [*_all_clauses(audit, words), *_reported(audit, words)]
        blocks += _interpretations(audit, words)
    return Document(blocks[0].text if isinstance(blocks[0], Heading) else name, tuple(blocks))


_VOUCHED = mark(
    "Declared: the centre's own figure. Roster: counted row by row. Clauses that are met: add -v."
)


def _summary(audit: Audit, name: str, words: Words) -> list[Block]:
    looked_at = sum(bool(finding.remarks) for finding in audit.findings)
    answer = words(
        mark("{verdict}  {name} ({level})"),
        verdict=verdict_of(audit, words),
        name=name,
        level=audit.level_title,
    )
    left = [
        words(text, n=audit.number_of(outcome))
        for outcome, text in _LEFT.items()
        if audit.number_of(outcome)
    ]
    return [
        Heading(answer, "", audit.verdict),
        Paragraph(
            words(
                mark("{total} clauses: {counts}"),
                total=len(audit.findings),
                counts=words.clauses(left),
            )
        ),
        Paragraph(
            words(
                mark("By {standard}, as of {day} ({source})"),
                standard=audit.standard_title,
                day=audit.as_of.isoformat(),
                source=audit.as_of_from,
            )
        ),
        *decided_by_people(audit, words),
        *([_to_look_at(looked_at, words)] if looked_at else []),
    ]


_LEFT = {
    Outcome.FAIL: mark("{n} to put right"),
    Outcome.UNKNOWN: mark("{n} to fill in"),
    Outcome.MANUAL: mark("{n} for an inspector"),
    Outcome.PASS: mark("{n} met"),
    Outcome.NOT_APPLICABLE: mark("{n} not applicable"),
}
_PARTS = {
    Outcome.FAIL: mark("To put right (not met)"),
    Outcome.UNKNOWN: mark("To fill in (cannot be decided)"),
    Outcome.MANUAL: mark("For an inspector (for on-site decision)"),
}


def _to_look_at(clauses: int, words: Words) -> Paragraph:
    """How many clauses pass on rows beside which something stands that a person should read."""
    return Paragraph(
        words.plural(
            "{n} of those that pass has something near its rows to be looked at",
            "{n} of those that pass have something near their rows to be looked at",
            clauses,
        )
    )


def _items(audit: Audit) -> list[list[Finding]]:
    """What is to be done, worst first; what one missing sheet keeps open together."""
    groups: dict[object, list[Finding]] = {}
    for one in worst_first(audit.findings):
        groups.setdefault(_missing_sheet(one) or one.criterion, []).append(one)
    return list(groups.values())


def _parts(items: list[list[Finding]], words: Words) -> Iterator[Block]:
    """By who has to act; the numbers run through."""
    for outcome, title in _PARTS.items():
        entries = tuple(
            _entry(n, group, words)
            for n, group in enumerate(items, 1)
            if group[0].decided is outcome
        )
        if entries:
            yield Heading(words(title), "", outcome)
            yield Entries(entries)


def _to_read(audit: Audit, before: int, words: Words) -> Iterator[Block]:
    """What passes, but has something near its rows that a person should read."""
    doubtful = [one for one in audit.findings if one.remarks and one.decided is Outcome.PASS]
    if doubtful:
        yield Heading(words(mark("Also to be looked at (does not change the verdict)")))
        yield Entries(tuple(_entry(n, [one], words) for n, one in enumerate(doubtful, before + 1)))


def _missing_sheet(finding: Finding) -> tuple[Outcome, str, str] | None:
    """The one sheet whose absence is all that keeps a clause undecided: it is told once."""
    causes = {(one.code, one.values.get("table", "")) for one in finding.reasons}
    if len(causes) != 1 or finding.attestation is not None:
        return None
    code, table = causes.pop()
    return (
        (finding.outcome, code, table)
        if code in ("no_sheet", "several_sheets", "unfilled")
        else None
    )


def _entry(n: int, findings: list[Finding], words: Words) -> ListEntry:
    first = findings[0]
    if len(findings) > 1:
        said = first.says(first.reasons[0])
        title = words.join(one.criterion for one in findings)
    else:
        said = first.message
        title = f"{first.criterion} {first.title}"
    lines = []
    if first.attestation is not None:
        lines.append(attested(first, words))
    elif first.remedy:
        lines.append(words(mark("→ {remedy}"), remedy=first.remedy))
    told = words(mark("{title}: {said}"), title=title, said=said)
    return ListEntry(f"{n:>2}", told, tuple(lines), first.decided)


def _cells(items: list[list[Finding]], words: Words) -> Iterator[Block]:
    """Where each item stands in the workbook."""
    places = [
        words(mark("{n}: {cells}"), n=n, cells=addresses(cells, words))
        for n, group in enumerate(items, 1)
        if (cells := [cell for one in group for cell in one.deciding])
    ]
    if places:
        listed = words(mark("; ")).join(places)
        yield Heading(words(mark("Cells")))
        yield Paragraph(listed)


def _all_clauses(audit: Audit, words: Words) -> list[Block]:
    head = tuple(
        words(text)
        for text in (mark("Outcome"), mark("Clause"), mark("Requirement"), mark("Found"))
    )
    rows = tuple(
        TableRow(
            (
                marked(one, words),
                one.criterion,
                one.quote,
                _found(one, words),
            ),
            one.decided,
        )
        for one in audit.findings
    )
    return [Heading(words(mark("All {n} clauses"), n=len(rows))), Table(head, rows)]


def _found(finding: Finding, words: Words) -> str:
    """In the table of all clauses: what is told in full further up is short here."""
    if finding.attestation is not None:
        return attested(finding, words)
    is_open = finding.outcome in (Outcome.FAIL, Outcome.UNKNOWN, Outcome.MANUAL)
    return finding.brief if is_open else finding.message


def _reported(audit: Audit, words: Words) -> list[Block]:
    """Entitlements and background: shown, never judged."""
    rows = tuple(TableRow((one.id, one.title, one.message)) for one in audit.reported)
    head = (words(mark("Item")), words(mark("Content")), words(mark("As reported")))
    title = Heading(words(mark("Shown only, not part of the verdict")))
    return [title, Table(head, rows)] if rows else []


def _notes(audit: Audit, words: Words) -> list[Block]:
    if not audit.notes:
        return []
    entries = tuple(ListEntry("·", noted(note, words), ()) for note in audit.notes)
    return [Heading(words(mark("Notes (not part of the verdict)"))), Entries(entries)]


def _interpretations(audit: Audit, words: Words) -> list[Block]:
    """判定口径: every choice that the text left open, and how each clause was understood."""
    options = tuple(ListEntry("·", option.title, (option.text,)) for option in audit.options)
    clauses = tuple(
        ListEntry("·", f"{one.criterion} {one.title}", (one.interpretation,))
        for one in audit.findings
    )
    return [Heading(words(mark("How the text was understood"))), Entries(options + clauses)]


def noted(note: Note, words: Words) -> str:
    """The note in one line, with the cells it is about."""
    places = words.join(cell.address for cell in note.cells[:_CELLS_SHOWN])
    if len(note.cells) > _CELLS_SHOWN:
        places += words(mark(" and others, {n} cells in all"), n=len(note.cells))
    return note.message + (words(mark(" ({cells})"), cells=places) if places else "")
