"""限期整改通知: which clauses a centre does not meet, what it is asked to do, and by when.

A notice of guidance: the standard grants no power to punish, so the notice names none.
"""

from collections.abc import Iterator

from centre_check.documents.outcomes import decided_by_people, verdict_of
from centre_check.documents.papers.material import Material, Paper
from centre_check.documents.papers.parts import (
    blank_day,
    centre_name,
    having,
    imprint,
    in_words,
    lead,
    letter_end,
    numbered,
    numbers,
    places,
    receipt,
    said,
    stamp,
    titled,
    until,
)
from centre_check.documents.tree import (
    Document,
    Genre,
    Paragraph,
    Salutation,
    Section,
    Table,
    TableRow,
)
from centre_check.errors import UsageProblem
from centre_check.form.types import Disclosure
from centre_check.model.findings import Audit, Finding
from centre_check.model.outcomes import Outcome
from centre_check.words import Words, mark


def build(material: Material, words: Words) -> Document:
    """The letter to the centre's operator on one page, what is to be done on the next.

    Raises:
        UsageProblem: no clause is unmet.
    """
    audit = material.audit
    failing = having(audit.findings, Outcome.FAIL)
    if not failing:
        raise _nothing_unmet(audit)
    title = titled(mark("Notice on putting {name} in order"), audit, words)
    annex = words(mark("What is to be put in order"))
    operator = audit.centre.get("operator") or centre_name(audit)
    return Document(
        title.text,
        (
            Salutation(words(mark("To {operator}:"), operator=operator)),
            Paragraph(_found(audit, words)),
            *decided_by_people(audit, words),
            *numbered(_asked(audit, failing, material, words), words),
            *letter_end(annex, words),
            Section(
                words(mark("Annex  {title}"), title=annex),
                (
                    _table(failing, words),
                    Paragraph(
                        words(mark("Cells  {places}"), places=places(failing, words)),
                        is_small=True,
                    ),
                    *receipt(audit, words),
                ),
                is_apart=True,
            ),
        ),
        Genre.LETTER,
        words(mark("Number:                    ")),
        imprint=imprint(material, words),
        stamp=stamp(material, words),
        lang=words.lang,
        day=audit.as_of,
        title_parts=title.parts,
    )


def _nothing_unmet(audit: Audit) -> UsageProblem:
    n = audit.number_of(Outcome.UNKNOWN)
    return UsageProblem(
        mark("no clause is unmet, so there is nothing to put in order"),
        mark("{n} clauses could not be decided: print supplement-notice instead")
        if n
        else mark("print the report instead"),
        n=n,
    )


def _found(audit: Audit, words: Words) -> str:
    return words(
        mark(
            "In accordance with {document}, {name} ({level}) was checked with {day} as the audit "
            "date. Of {total} requirements {numbers}; the verdict is: {verdict}."
        ),
        document=audit.document,
        name=centre_name(audit),
        level=audit.level_title,
        day=in_words(audit.as_of, words),
        total=len(audit.findings),
        numbers=numbers(audit, words),
        verdict=verdict_of(audit, words),
    )


def _asked(audit: Audit, failing: list[Finding], material: Material, words: Words) -> Iterator[str]:
    yield words(
        mark(
            "Please put the {n} items of the annex in order {until}. What cannot be done in time "
            "should be explained, with the day by which it will be done."
        ),
        n=len(failing),
        until=until(material, words),
    )
    unknown = having(audit.findings, Outcome.UNKNOWN)
    if unknown:
        titles = words.join(one.title for one in unknown)
        yield words(
            mark("Please also supply what is missing about {titles}; it cannot be decided yet."),
            titles=titles,
        )
    manual = having(audit.findings, Outcome.MANUAL)
    if manual:
        yield on_site(manual, words)
    yield words(
        mark(
            "Please send {until} a report with supporting documents and the updated workbook; it "
            "will then be checked again."
        ),
        until=words(mark("by {day}"), day=blank_day(words)),
    )


def on_site(manual: list[Finding], words: Words) -> str:
    """What inspectors will look at."""
    titles = words.join(one.title for one in manual)
    return words(
        mark("{titles} will be looked at on site by inspectors; please assist them."), titles=titles
    )


def _table(failing: list[Finding], words: Words) -> Table:
    texts = (
        mark("No."),
        mark("State and gap"),
        mark("What to do"),
        mark("Deadline"),
        mark("Responsible"),
    )
    rows = (
        TableRow(
            (str(n), said(one, words), one.remedy, words(mark("   (month)   (day)")), ""),
            one.decided,
            lead(one, words),
        )
        for n, one in enumerate(failing, 1)
    )
    return Table(tuple(words(text) for text in texts), tuple(rows), (9, 56, 47, 22, 22), (0,))


PAPER = Paper(mark("rectification notice"), build, Disclosure.ACTING, ("deadline",))
