"""The report of one audit: verdict, what is to be done, all clauses, what else was noted."""

from enum import StrEnum

from centre_check.documents.outcomes import (
    MARKS,
    attested,
    decided_on_site,
    marked,
    standing,
    worst_first,
)
from centre_check.documents.tree import (
    Block,
    Document,
    Entries,
    Entry,
    Heading,
    Paragraph,
    Table,
    TableRow,
)
from centre_check.model.facts import Note
from centre_check.model.findings import Audit, Finding
from centre_check.model.outcomes import Outcome
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES, VERDICTS

_CELLS_SHOWN = 4


class Detail(StrEnum):
    """How much of the report is wanted."""

    SUMMARY = "summary"  # verdict and counts
    NORMAL = "normal"
    FULL = "full"  # with the clauses' own words and how they were understood


def build(audit: Audit, words: Words, detail: Detail = Detail.NORMAL) -> Document:
    """The report of one audit."""
    name = audit.centre.get("name") or audit.input.path
    blocks = _summary(audit, name, words)
    if detail is not Detail.SUMMARY:
        blocks += [
            *_to_do(audit, words),
            *_all_clauses(audit, words, full=detail is Detail.FULL),
            *_beside(audit, words),
        ]
    if detail is Detail.FULL:
        blocks += _interpretations(audit, words)
    return Document(name, tuple(blocks))


def _summary(audit: Audit, name: str, words: Words) -> list[Block]:
    counts = words.join(
        words(mark("{outcome} {n}"), outcome=words(OUTCOMES[outcome]), n=audit.number_of(outcome))
        for outcome in Outcome
    )
    total = len(audit.findings)
    looked_at = sum(bool(finding.remarks) for finding in audit.findings)
    return [
        Heading(name, words(VERDICTS[audit.verdict]), audit.verdict),
        Paragraph(
            words(
                mark("{level} · {standard} · audit date {day} ({source})"),
                level=audit.level_title,
                standard=audit.standard_title,
                day=audit.as_of.isoformat(),
                source=audit.as_of_from,
            )
        ),
        Paragraph(words(mark("{total} clauses: {counts}"), total=total, counts=counts)),
        *decided_on_site(audit, words),
        *([_to_look_at(looked_at, words)] if looked_at else []),
    ]


def _to_look_at(clauses: int, words: Words) -> Paragraph:
    """How many clauses pass on rows beside which something stands that a person should read."""
    return Paragraph(
        words.plural(
            "{n} of those that pass has something near its rows to be looked at",
            "{n} of those that pass have something near their rows to be looked at",
            clauses,
        )
    )


def _to_do(audit: Audit, words: Words) -> list[Block]:
    findings = worst_first(audit.findings)
    if not findings:
        return []
    title = words.plural(
        "{n} clause to attend to", "{n} clauses to attend to, worst first", len(findings)
    )
    groups: dict[object, list[Finding]] = {}
    for one in findings:
        groups.setdefault(_missing_sheet(one) or one.criterion, []).append(one)
    entries = (
        _entry(group[0], words) if len(group) == 1 else _entry_of_several(group, words)
        for group in groups.values()
    )
    return [Heading(title), Entries(tuple(entries))]


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


def _entry_of_several(findings: list[Finding], words: Words) -> Entry:
    first = findings[0]
    lines = (first.says(first.reasons[0]), words(mark("→ {remedy}"), remedy=first.remedy))
    ids = words.join(one.criterion for one in findings)
    return Entry(MARKS[first.decided], f"{ids}  {standing(first, words)}", lines, first.decided)


def _entry(finding: Finding, words: Words) -> Entry:
    lines = [finding.message]
    if finding.attestation is not None:
        lines.append(attested(finding, words))
    elif finding.remedy:
        lines.append(words(mark("→ {remedy}"), remedy=finding.remedy))
    return Entry(
        MARKS[finding.decided],
        f"{finding.criterion} {finding.title}  {standing(finding, words)}",
        tuple(lines),
        finding.decided,
    )


def _all_clauses(audit: Audit, words: Words, *, full: bool) -> list[Block]:
    head = tuple(
        words(text)
        for text in (mark("Outcome"), mark("Clause"), mark("Requirement"), mark("Found"))
    )
    rows = tuple(
        TableRow(
            (
                marked(one, words),
                one.criterion,
                one.quote if full else one.title,
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


def _beside(audit: Audit, words: Words) -> list[Block]:
    """Entitlements and background, then notes: shown, never judged."""
    rows = tuple(TableRow((one.id, one.title, one.message)) for one in audit.reported)
    head = (words(mark("Item")), words(mark("Content")), words(mark("As reported")))
    blocks: list[Block] = [
        Heading(words(mark("Shown only, not part of the verdict"))),
        Table(head, rows),
    ]
    if audit.notes:
        blocks += [
            Heading(words(mark("Notes"))),
            Entries(tuple(Entry("·", noted(note, words), ()) for note in audit.notes)),
        ]
    return blocks


def _interpretations(audit: Audit, words: Words) -> list[Block]:
    """判定口径: every choice that the text left open, and how each clause was understood."""
    options = tuple(Entry("·", option.title, (option.text,)) for option in audit.options)
    clauses = tuple(
        Entry("·", f"{one.criterion} {one.title}", (one.interpretation,)) for one in audit.findings
    )
    return [Heading(words(mark("How the text was understood"))), Entries(options + clauses)]


def noted(note: Note, words: Words) -> str:
    """The note in one line, with the cells it is about."""
    places = words.join(cell.address for cell in note.cells[:_CELLS_SHOWN])
    if len(note.cells) > _CELLS_SHOWN:
        places += words(mark(" and others, {n} cells in all"), n=len(note.cells))
    return note.message + (words(mark(" ({cells})"), cells=places) if places else "")
