"""现场检查记录表: what an inspector carries to the centre, ticks, writes on and has signed."""

from centre_check.documents.outcomes import MARKS, on_site
from centre_check.documents.papers.material import Material, Paper
from centre_check.documents.papers.parts import (
    basis,
    centre_pairs,
    having,
    imprint,
    stamp,
    titled,
)
from centre_check.documents.tree import (
    Document,
    Genre,
    KeyValues,
    Pair,
    Paragraph,
    Signatures,
    Table,
    TableRow,
    Writing,
)
from centre_check.form.types import Disclosure
from centre_check.logic.addresses import addresses
from centre_check.model.findings import Audit, Finding
from centre_check.model.outcomes import Outcome
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES

_CELLS_NAMED = 2  # runs of cells that a row has room for


def build(material: Material, words: Words) -> Document:
    """The record: every clause, or those only that the workbook cannot settle."""
    audit = material.audit
    title = titled(mark("On-site inspection record of {name}"), audit, words)
    findings = list(audit.findings)
    if material.wanted.open_only:
        findings = having(findings, Outcome.UNKNOWN, Outcome.MANUAL)
    return Document(
        title.text,
        (
            KeyValues(_head(audit, words)),
            *on_site(audit, words),
            _table(findings, words) if findings else Paragraph(_nothing_open(words)),
            Writing(words(mark("Problems found")), 4),
            Writing(words(mark("Remarks of the inspected unit")), 2),
            Writing(words(mark("If absent or not willing to sign, how it was")), 1),
            Signatures(
                tuple(
                    words(text)
                    for text in (
                        mark("Inspector 1"),
                        mark("Inspector 2"),
                        mark("Recorded by"),
                        mark("Head of the inspected unit"),
                        mark("Date signed"),
                    )
                )
            ),
            Paragraph(words(mark("In two copies: one for the inspected unit, one for the file."))),
        ),
        Genre.FORM,
        imprint=imprint(material, words),
        stamp=stamp(material, words),
        lang=words.lang,
        day=audit.as_of,
        title_parts=title.parts,
    )


def _head(audit: Audit, words: Words) -> tuple[Pair, ...]:
    return (
        Pair(words(mark("Number")), ""),
        *centre_pairs(audit, words),
        Pair(words(mark("Address")), audit.contact.get("address", "")),
        Pair(words(mark("Manager")), audit.contact.get("manager", "")),
        Pair(words(mark("Telephone")), audit.contact.get("phone", "")),
        Pair(
            words(mark("Kind of inspection")), words(mark("□ first □ repeated □ yearly □ random"))
        ),
        Pair(words(mark("Day and time")), ""),
        basis(audit, words),
    )


def _table(findings: list[Finding], words: Words) -> Table:
    texts = (
        mark("No."),
        mark("Item"),
        mark("Requirement (original text)"),
        mark("System's result"),
        mark("Evidence"),
        mark("On-site decision"),
        mark("Remarks"),
    )
    boxes = words(mark("□ met\n□ not met\n□ not applicable"))
    rows = (
        TableRow(
            (
                str(n),
                one.criterion,
                one.quote,
                _result(one, words),
                addresses(one.cells, words, _CELLS_NAMED) if one.cells else "－",
                boxes,
                "",
            ),
            one.decided,
        )
        for n, one in enumerate(findings, 1)
    )
    head = tuple(words(text) for text in texts)
    return Table(head, tuple(rows), (4, 10, 22, 22, 16, 12, 14), (0,))


def _result(finding: Finding, words: Words) -> str:
    result = f"{MARKS[finding.outcome]} {words(OUTCOMES[finding.outcome])}"
    if finding.outcome in (Outcome.PASS, Outcome.MANUAL):
        return result
    return words(mark("{result}: {found}"), result=result, found=finding.brief)


def _nothing_open(words: Words) -> str:
    return words(mark("The workbook settles every clause; none is left for the inspection."))


PAPER = Paper(mark("on-site inspection record"), build, Disclosure.ACTING, ("open_only",))
