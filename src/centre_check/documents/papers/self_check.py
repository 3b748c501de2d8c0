"""自查报告: what a centre's operator hands in: what is missing, and where the proof stands."""

from centre_check.documents.outcomes import decided_by_people, standing, worst_first
from centre_check.documents.papers.material import Material, Paper
from centre_check.documents.papers.parts import (
    basis,
    centre_pairs,
    counts,
    imprint,
    in_words,
    stamp,
    titled,
)
from centre_check.documents.tree import (
    Block,
    Closing,
    Document,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Section,
    Signatures,
    Table,
    TableRow,
)
from centre_check.logic.addresses import addresses
from centre_check.model.findings import Audit, Finding
from centre_check.model.outcomes import Outcome
from centre_check.words import Words, mark


def build(material: Material, words: Words) -> Document:
    """The operator's own report: what is met, what is missing, a promise, where the proof is."""
    audit = material.audit
    title = titled(mark("Self-check report of {name}"), audit, words)
    return Document(
        title.text,
        (
            KeyValues(
                (
                    *centre_pairs(audit, words),
                    Pair(words(mark("Address")), audit.contact.get("address", "")),
                    Pair(words(mark("Data as of")), in_words(audit.as_of, words)),
                    basis(audit, words),
                )
            ),
            Heading(words(mark("I. Result"))),
            Paragraph(_result(audit, words)),
            *decided_by_people(audit, words),
            counts(audit, words),
            Heading(words(mark("II. What is still missing"))),
            *_missing(audit, words),
            Heading(words(mark("III. Declaration"))),
            Paragraph(
                words(
                    mark(
                        "We declare that the data in the workbook and the documents handed in are "
                        "true, complete and in force, that we will put what is missing in order, "
                        "and that we accept being checked on site."
                    )
                )
            ),
            Signatures((words(mark("Manager (signature)")), words(mark("Filled in by")))),
            Closing((words(mark("(operator, seal)")), words(mark("(year)   (month)   (day)")))),
            Section(words(mark("Index of evidence")), (_evidence(audit, words),), is_wide=True),
        ),
        imprint=imprint(material, words),
        stamp=stamp(material, words),
        lang=words.lang,
        day=audit.as_of,
        title_parts=title.parts,
    )


def _result(audit: Audit, words: Words) -> str:
    met = audit.number_of(Outcome.PASS)
    return words(
        mark(
            "We checked ourselves clause by clause as a centre of the {level}. Of {total} clauses "
            "{met} are met, {failed} are not met, {unknown} cannot be decided by what is filled "
            "in, {manual} are for on-site decision, {without} are not applicable."
        ),
        level=audit.level_title,
        total=len(audit.findings),
        met=met,
        failed=audit.number_of(Outcome.FAIL),
        unknown=audit.number_of(Outcome.UNKNOWN),
        manual=audit.number_of(Outcome.MANUAL),
        without=audit.number_of(Outcome.NOT_APPLICABLE),
    )


def _missing(audit: Audit, words: Words) -> tuple[Block, ...]:
    findings = [one for one in worst_first(audit.findings) if one.decided is not Outcome.MANUAL]
    if not findings:
        return (Paragraph(words(mark("Nothing is missing from the workbook."))),)
    texts = (mark("No."), mark("Clause"), mark("Found"), mark("Gap"), mark("What to do"))
    rows = (
        TableRow(
            (
                str(n),
                words(mark("{id} {title}"), id=one.criterion, title=one.title),
                words(mark("{result}: {found}"), result=standing(one, words), found=one.message),
                one.gap,
                one.remedy,
            ),
            one.decided,
        )
        for n, one in enumerate(findings, 1)
    )
    head = tuple(words(text) for text in texts)
    return (Table(head, tuple(rows), (4, 16, 34, 10, 24), (0,)),)


def _evidence(audit: Audit, words: Words) -> Table:
    """Where in the workbook each clause's proof stands, with room for the document's number."""
    texts = (
        mark("No."),
        mark("Clause"),
        mark("Requirement (original text)"),
        mark("Outcome"),
        mark("Cells"),
        mark("Documents attached (name, page)"),
    )
    rows = (
        TableRow(
            (
                str(n),
                one.criterion,
                one.quote,
                standing(one, words),
                _cells(one, words),
                "",
            ),
            one.decided,
        )
        for n, one in enumerate(audit.findings, 1)
    )
    return Table(tuple(words(text) for text in texts), tuple(rows), (4, 9, 30, 10, 30, 22), (0,))


def _cells(finding: Finding, words: Words) -> str:
    return addresses(finding.cells, words) if finding.cells else "－"


PAPER = Paper(mark("self-check report"), build)
