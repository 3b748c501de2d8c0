"""现场核定表: what is left for an inspector to decide, to be filled in and given back."""

from collections.abc import Sequence
from typing import NamedTuple

from centre_check.documents.outcomes import MARKS, decided_by_people
from centre_check.documents.papers.material import Material, Paper
from centre_check.documents.papers.parts import (
    basis,
    blank_day,
    centre_name,
    having,
    imprint,
    in_words,
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
)
from centre_check.errors import UsageProblem
from centre_check.form.types import Disclosure
from centre_check.model.findings import Finding
from centre_check.model.outcomes import Outcome
from centre_check.words import Words, mark


class Pending(NamedTuple):
    """A clause that waits for an inspector, and what he is to look at."""

    finding: Finding
    prompt: str


def pending(material: Material, words: Words) -> Sequence[Pending]:
    """The clauses that only an inspector decides, then those that the workbook leaves open.

    Raises:
        UsageProblem: there is none.
    """
    audit = material.audit
    prompts = {one.id: one.says.record for one in material.standards[0].criteria}
    open_ = [*having(audit.findings, Outcome.MANUAL), *having(audit.findings, Outcome.UNKNOWN)]
    if not open_:
        raise UsageProblem(
            mark("no clause waits for an inspector: there is nothing to decide on site"),
            mark("print inspection-record, which has all clauses"),
        )
    found = []
    for one in open_:
        prompt = prompts.get(one.criterion) if one.decided is Outcome.MANUAL else None
        found.append(Pending(one, words.phrase(prompt) if prompt else one.message))
    return found


def build(material: Material, words: Words) -> Document:
    """The form on paper: a row a clause, boxes to tick, room for findings, evidence and a day.

    Raises:
        UsageProblem: no clause waits for an inspector.
    """
    audit = material.audit
    title = titled(mark("On-site decisions on {name}"), audit, words)
    boxes = words(mark("□ met\n□ not met\n□ not applicable"))
    head = (
        mark("Clause"),
        mark("What to look at"),
        mark("On-site decision"),
        mark("Found on site (reasons)"),
        mark("Evidence (numbers of photographs)"),
        mark("Valid until"),
    )
    rows = (
        TableRow(
            (
                f"{MARKS[one.finding.decided]} {one.finding.criterion}\n{one.finding.title}",
                one.prompt,
                boxes,
                "",
                "",
                "",
            ),
            one.finding.decided,
        )
        for one in pending(material, words)
    )
    signing = (mark("Decided by 1"), mark("Decided by 2"), mark("Approved by"))
    return Document(
        title.text,
        (
            KeyValues(
                (
                    Pair(words(mark("Centre")), centre_name(audit)),
                    Pair(words(mark("Level")), audit.level_title if audit.level else ""),
                    Pair(words(mark("Audit date")), in_words(audit.as_of, words)),
                    Pair(words(mark("Decided on")), ""),
                    basis(audit, words),
                    Pair(words(mark("Number")), ""),
                )
            ),
            *decided_by_people(audit, words),
            Table(tuple(words(text) for text in head), tuple(rows), (27, 46, 21, 38, 22, 16)),
            Paragraph(words(_HOW), is_small=True),
            Signatures(tuple(words(text) for text in signing), blank_day(words)),
        ),
        Genre.FORM,
        imprint=imprint(material, words),
        stamp=stamp(material, words),
        lang=words.lang,
        day=audit.as_of,
        title_parts=title.parts,
    )


_HOW = mark(
    "One decision a clause, with its reasons and evidence. Without a day under “valid until” a "
    "decision has no end. Corrections are signed; a line is drawn through what stays empty. What "
    "is decided is entered in the workbook of this form and given to the audit with --attestations."
)
PAPER = Paper(mark("on-site decision form"), build, Disclosure.ACTING)
