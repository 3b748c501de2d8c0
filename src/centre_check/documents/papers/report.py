"""审核报告: the whole audit on paper, to be filed and audited again years later."""

from pathlib import PurePath

from centre_check.documents.outcomes import attested, marked, on_site, standing, worst_first
from centre_check.documents.papers.material import Material, Paper
from centre_check.documents.papers.parts import (
    basis,
    centre_pairs,
    counts,
    gap,
    imprint,
    in_words,
    stamp,
    titled,
)
from centre_check.documents.papers.registers import annexes
from centre_check.documents.report import noted
from centre_check.documents.tree import (
    Document,
    Entries,
    Entry,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Section,
    Table,
    TableRow,
)
from centre_check.model.findings import Audit, Finding
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.words import Words, mark
from centre_check.words.terms import VERDICTS


def build(material: Material, words: Words) -> Document:
    """The report: verdict, what is to be done, every clause as it was understood, registers."""
    audit = material.audit
    title = titled(mark("Audit report on {name}"), audit, words)
    return Document(
        title.text,
        (
            Heading(words(mark("Verdict")), words(VERDICTS[audit.verdict]), audit.verdict),
            Paragraph(_why(audit, words)),
            *on_site(audit, words),
            counts(audit, words),
            KeyValues(
                (
                    *centre_pairs(audit, words),
                    Pair(
                        words(mark("Audit date")),
                        words(
                            mark("{day} ({source})"),
                            day=in_words(audit.as_of, words),
                            source=audit.as_of_from,
                        ),
                    ),
                    Pair(words(mark("Workbook")), PurePath(audit.input.path).name),
                    basis(audit, words),
                )
            ),
            *_to_do(audit, words),
            _clauses(audit, words),
            *_standard(audit, words),
            _beside(audit, words),
            *annexes(material.registers, words),
        ),
        imprint=imprint(material, words),
        stamp=stamp(material, words),
        lang=words.lang,
        day=audit.as_of,
        title_parts=title.parts,
    )


def _why(audit: Audit, words: Words) -> str:
    """The verdict's reason in one sentence."""
    total = len(audit.findings)
    if audit.verdict is Verdict.COMPLIANT:
        return words(mark("None of the {n} clauses is unmet or open."), n=total)
    wanted = (
        (Outcome.FAIL,)
        if audit.verdict is Verdict.NON_COMPLIANT
        else (Outcome.UNKNOWN, Outcome.MANUAL)
    )
    listed = words.join(
        words(mark("{id} {title}"), id=one.criterion, title=one.title)
        for one in audit.findings
        if one.decided in wanted
    )
    n = sum(audit.number_of(outcome) for outcome in wanted)
    if audit.verdict is Verdict.NON_COMPLIANT:
        return words(
            mark("{n} of {total} clauses are not met: {listed}."), n=n, total=total, listed=listed
        )
    return words(
        mark("No clause is unmet, but {n} of {total} are not decided yet: {listed}."),
        n=n,
        total=total,
        listed=listed,
    )


def _to_do(audit: Audit, words: Words) -> list[Section]:
    """What is still to be done, with room for who does it and by when."""
    findings = worst_first(audit.findings)
    if not findings:
        return []
    texts = (
        mark("No."),
        mark("Clause"),
        mark("Requirement"),
        mark("Outcome"),
        mark("Found"),
        mark("Gap"),
        mark("What to do"),
        mark("Responsible"),
        mark("Deadline"),
        mark("Remarks"),
    )
    rows = (
        TableRow(
            (
                str(n),
                one.criterion,
                one.quote,
                standing(one, words),
                one.message,
                gap(one, words),
                one.remedy,
                "",
                "",
                "",
            ),
            one.decided,
        )
        for n, one in enumerate(findings, 1)
    )
    head = tuple(words(text) for text in texts)
    table = Table(head, tuple(rows), (4, 9, 18, 9, 34, 9, 24, 9, 9, 9), (0,))
    return [Section(words(mark("To do")), (table,), is_wide=True)]


def _clauses(audit: Audit, words: Words) -> Section:
    texts = (
        mark("No."),
        mark("Clause"),
        mark("Requirement (original text)"),
        mark("Outcome"),
        mark("Found"),
    )
    rows = (
        TableRow(
            (
                str(n),
                one.criterion,
                one.quote,
                marked(one, words),
                _found(one, words),
            ),
            one.decided,
        )
        for n, one in enumerate(audit.findings, 1)
    )
    table = Table(tuple(words(text) for text in texts), tuple(rows), (4, 10, 24, 10, 40), (0,))
    return Section(words(mark("Every clause")), (table,))


def _found(finding: Finding, words: Words) -> str:
    if finding.attestation is None:
        return finding.message
    return words(
        mark("{found}; {attested}"), found=finding.message, attested=attested(finding, words)
    )


def _standard(audit: Audit, words: Words) -> list[Section]:
    """判定口径: what the text leaves open and how it was taken, clause by clause."""
    options = tuple(TableRow((one.title, one.text)) for one in audit.options)
    clauses = tuple(
        TableRow((one.criterion, one.clause, one.quote, one.interpretation))
        for one in audit.findings
    )
    option_head = (words(mark("What the text leaves open")), words(mark("How it was taken")))
    clause_head = tuple(
        words(text)
        for text in (
            mark("Clause"),
            mark("Place"),
            mark("Requirement (original text)"),
            mark("How it was understood"),
        )
    )
    identity = KeyValues(
        (
            Pair(words(mark("Standard")), audit.standard_title),
            Pair(words(mark("Id and edition")), f"{audit.standard} {audit.edition}"),
            Pair(words(mark("Issued by")), audit.issuer),
            Pair(words(mark("SHA-256 of the standard")), audit.standard_sha256),
            Pair(words(mark("SHA-256 of the workbook")), audit.input.sha256),
        )
    )
    return [
        Section(words(mark("Options taken")), (Table(option_head, options, (3, 7)),)),
        Section(words(mark("Standard")), (identity, Table(clause_head, clauses, (11, 13, 26, 40)))),
    ]


def _beside(audit: Audit, words: Words) -> Section:
    head = (words(mark("Item")), words(mark("Content")), words(mark("As reported")))
    rows = tuple(TableRow((one.id, one.title, one.message)) for one in audit.reported)
    notes = tuple(Entry("·", noted(note, words), ()) for note in audit.notes)
    listed = (Heading(words(mark("Notes"))), Entries(notes)) if notes else ()
    return Section(
        words(mark("Shown only, not part of the verdict")),
        (Table(head, rows, (2, 4, 6)), *listed),
    )


PAPER = Paper(mark("audit report"), build)
