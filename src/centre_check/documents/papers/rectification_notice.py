"""整改通知书: which clauses a centre does not meet, what it is asked to do, and by when.

A notice of guidance: the standard grants no power to punish, so the notice names none.
"""

from centre_check.documents.outcomes import on_site
from centre_check.documents.papers.material import Material, Paper
from centre_check.documents.papers.parts import (
    centre_name,
    deadline,
    gap,
    having,
    imprint,
    in_words,
    stamp,
    titled,
)
from centre_check.documents.tree import (
    Block,
    Closing,
    Document,
    Genre,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Salutation,
    Signatures,
    Table,
    TableRow,
)
from centre_check.form.types import Disclosure
from centre_check.model.findings import Audit, Finding
from centre_check.model.outcomes import Outcome
from centre_check.words import Words, mark


def build(material: Material, words: Words) -> Document:
    """The notice to the centre's operator, with a slip to confirm receipt."""
    audit = material.audit
    title = titled(mark("Notice on putting {name} in order"), audit, words)
    name = centre_name(audit)
    failing = having(audit.findings, Outcome.FAIL)
    body = _asked(failing, material, words) if failing else ()
    return Document(
        title.text,
        (
            Salutation(
                words(mark("To {operator}:"), operator=audit.centre.get("operator") or name)
            ),
            Paragraph(_found(audit, failing, words)),
            *on_site(audit, words),
            *body,
            Closing((words(mark("(issuing unit, seal)")), words(mark("(year)   (month)   (day)")))),
            Heading(words(mark("Receipt"))),
            KeyValues(
                (
                    Pair(
                        words(mark("Document")),
                        title.text,
                    ),
                    Pair(words(mark("Number")), ""),
                    Pair(words(mark("Received by (unit)")), audit.centre.get("operator", "")),
                )
            ),
            Signatures((words(mark("Signed by")), words(mark("Date signed")))),
            Paragraph(words(mark("In two copies: one for the inspected unit, one for the file."))),
        ),
        Genre.LETTER,
        words(mark("Number:                    ")),
        imprint=imprint(material, words),
        stamp=stamp(material, words),
        lang=words.lang,
        day=audit.as_of,
        title_parts=title.parts,
    )


def _found(audit: Audit, failing: list[Finding], words: Words) -> str:
    message = (
        mark(
            "In accordance with {document}, {name} ({level}) was checked with {day} as the audit "
            "date. {n} requirements are not met yet; they are listed below. Please put them in "
            "order."
        )
        if failing
        else mark(
            "In accordance with {document}, {name} ({level}) was checked with {day} as the audit "
            "date. No requirement was found unmet, and nothing has to be put in order."
        )
    )
    return words(
        message,
        document=audit.document,
        name=centre_name(audit),
        level=audit.level_title,
        day=in_words(audit.as_of, words),
        n=len(failing),
    )


def _asked(failing: list[Finding], material: Material, words: Words) -> tuple[Block, ...]:
    return (
        Heading(words(mark("I. Requirements not met"))),
        _table(failing, deadline(material, words), words),
        Heading(words(mark("II. What is asked"))),
        Paragraph(
            words(
                mark(
                    "Please put the above in order item by item {until}. What cannot be done in "
                    "time should be explained, with the day by which it will be done."
                ),
                until=_until(material, words),
            )
        ),
        Heading(words(mark("III. Report"))),
        Paragraph(
            words(
                mark(
                    "After that, please send {until} a report with supporting documents "
                    "(photographs, contracts, letters of appointment, rules issued and the like), "
                    "and the updated data collection workbook; it will then be checked again."
                ),
                until=words(mark("by {day}"), day=words(mark("(year)   (month)   (day)"))),
            )
        ),
        KeyValues(
            (
                Pair(words(mark("Contact")), ""),
                Pair(words(mark("Telephone")), ""),
                Pair(words(mark("Annexes")), ""),
            )
        ),
    )


def _until(material: Material, words: Words) -> str:
    """By when, as it stands in a sentence: a day, room for one, or the words that were given."""
    if isinstance(material.wanted.deadline, str) and material.wanted.deadline:
        return material.wanted.deadline
    day = deadline(material, words) or words(mark("(year)   (month)   (day)"))
    return words(mark("by {day}"), day=day)


def _table(failing: list[Finding], until: str, words: Words) -> Table:
    texts = (
        mark("No."),
        mark("Requirement (original text)"),
        mark("State"),
        mark("Gap"),
        mark("What to do"),
        mark("Deadline"),
        mark("Responsible"),
    )
    rows = (
        TableRow(
            (str(n), one.quote, one.message, gap(one, words), one.remedy, until, ""),
            one.decided,
        )
        for n, one in enumerate(failing, 1)
    )
    return Table(
        tuple(words(text) for text in texts), tuple(rows), (5, 17, 27, 10, 22, 11, 8), (0,)
    )


PAPER = Paper(mark("rectification notice"), build, Disclosure.ACTING, ("deadline",))
