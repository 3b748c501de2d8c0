"""补报通知: what a centre has to fill in so that every clause can be decided, where, by when."""

from collections.abc import Iterator

from centre_check.documents.outcomes import decided_by_people, verdict_of
from centre_check.documents.papers.material import Material, Paper
from centre_check.documents.papers.parts import (
    centre_name,
    having,
    imprint,
    in_words,
    lead,
    letter_end,
    numbered,
    numbers,
    receipt,
    said,
    stamp,
    titled,
    until,
)
from centre_check.documents.papers.rectification_notice import on_site
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
from centre_check.logic.addresses import addresses
from centre_check.model.findings import Audit, Finding, Write
from centre_check.model.outcomes import Outcome
from centre_check.words import Words, mark


def build(material: Material, words: Words) -> Document:
    """The letter to the centre's operator on one page, what is to be supplied on the next.

    Raises:
        UsageProblem: every clause could be decided.
    """
    audit = material.audit
    unknown = having(audit.findings, Outcome.UNKNOWN)
    if not unknown:
        raise UsageProblem(
            mark("every clause could be decided, so there is nothing to supply"),
            mark("print the report instead"),
        )
    title = titled(mark("Notice on supplying data of {name}"), audit, words)
    annex = words(mark("What is to be supplied"))
    operator = audit.centre.get("operator") or centre_name(audit)
    return Document(
        title.text,
        (
            Salutation(words(mark("To {operator}:"), operator=operator)),
            Paragraph(_found(audit, words)),
            *decided_by_people(audit, words),
            *numbered(_asked(audit, unknown, material, words), words),
            *letter_end(annex, words),
            Section(
                words(mark("Annex  {title}"), title=annex),
                (_table(unknown, words), *receipt(audit, words)),
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


def _found(audit: Audit, words: Words) -> str:
    unmet = (
        mark("those not met are the subject of another notice")
        if audit.number_of(Outcome.FAIL)
        else mark("none is unmet")
    )
    return words(
        mark(
            "In accordance with {document}, {name} ({level}) was checked with {day} as the audit "
            "date. Of {total} requirements {numbers}; {unmet}. The verdict is: {verdict}."
        ),
        document=audit.document,
        name=centre_name(audit),
        level=audit.level_title,
        day=in_words(audit.as_of, words),
        total=len(audit.findings),
        numbers=numbers(audit, words),
        unmet=words(unmet),
        verdict=verdict_of(audit, words),
    )


def _asked(audit: Audit, unknown: list[Finding], material: Material, words: Words) -> Iterator[str]:
    yield words(
        mark(
            "Please supply the {n} items of the annex {until}, and send the updated workbook with "
            "supporting documents. Enter 「无」 where there truly is none, and say why where it "
            "is not known; leave nothing blank."
        ),
        n=len(unknown),
        until=until(material, words),
    )
    manual = having(audit.findings, Outcome.MANUAL)
    if manual:
        yield on_site(manual, words)
    yield words(
        mark(
            "It will then be checked again. Clauses for which nothing is supplied stay recorded "
            "as undecided."
        )
    )


def _table(unknown: list[Finding], words: Words) -> Table:
    texts = (mark("No."), mark("As filled in"), mark("What to supply"), mark("Where"))
    below = words(mark("Supplied:                       By:             Day:             "))
    rows = (
        TableRow(
            (str(n), said(one, words), one.remedy, _where(one, words)),
            one.decided,
            lead(one, words),
            below,
        )
        for n, one in enumerate(unknown, 1)
    )
    return Table(tuple(words(text) for text in texts), tuple(rows), (9, 53, 46, 48), (0,))


def _where(finding: Finding, words: Words) -> str:
    """Sheet by sheet: the columns and the cells to fill in."""
    cells = [one.cell for one in finding.places if one.cell and one.write is not Write.ONE_MORE]
    sheets: dict[str, dict[str, list[str]]] = {}
    for cell in cells:
        sheets.setdefault(cell.sheet, {}).setdefault(cell.header, [])
    lines = []
    for sheet, headers in sheets.items():
        columns = []
        for header in headers:
            own = [cell for cell in cells if (cell.sheet, cell.header) == (sheet, header)]
            refs = addresses(own, words).rpartition("!")[2]
            columns.append(words(mark("{header} {cells}"), header=header, cells=refs))
        lines.append(words(mark("{sheet}: {columns}"), sheet=sheet, columns=words.join(columns)))
    return "\n".join(lines)


PAPER = Paper(mark("notice to supply missing data"), build, Disclosure.ACTING, ("deadline",))
