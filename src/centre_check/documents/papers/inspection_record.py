"""现场检查记录表: what an inspector carries to the centre, ticks, writes on and has signed."""

from collections.abc import Iterator, Sequence

from centre_check.documents.outcomes import MARKS, decided_by_people
from centre_check.documents.papers.material import Material, Paper
from centre_check.documents.papers.parts import (
    basis,
    blank_day,
    centre_name,
    having,
    imprint,
    said,
    stamp,
    titled,
)
from centre_check.documents.tree import (
    Block,
    Document,
    Genre,
    Heading,
    KeyValues,
    Lead,
    Pair,
    Paragraph,
    Section,
    Signatures,
    Table,
    TableRow,
    Writing,
)
from centre_check.form.types import Disclosure
from centre_check.model.findings import Audit, Finding, Source
from centre_check.model.outcomes import Outcome
from centre_check.words import Words, mark

_OPEN = (Outcome.FAIL, Outcome.UNKNOWN)
_ROOM = 10  # characters of a title and what there is beside an id
_MANY = 10  # items that leave the usual room to write


def build(material: Material, words: Words) -> Document:
    """The record: what only a person can see first, what the workbook says already compactly."""
    audit = material.audit
    title = titled(mark("On-site inspection record of {name}"), audit, words)
    manual = having(audit.findings, Outcome.MANUAL)
    open_ = having(audit.findings, *_OPEN)
    others = [one for one in audit.findings if one.decided not in (*_OPEN, Outcome.MANUAL)]
    is_short = material.wanted.open_only
    lines = (7, 4, 2) if len(open_) <= _MANY else (4, 2, 1)
    parts = [
        *_on_site(manual, material, words),
        *_to_check(open_, words),
        *([] if is_short else _others(others, words)),
    ]
    return Document(
        title.text,
        (
            KeyValues(_head(audit, words)),
            *decided_by_people(audit, words),
            *(parts or [Paragraph(_nothing_open(words))]),
            Writing(
                words(mark("Problems found (clause, facts; numbers of photographs)")), lines[0]
            ),
            Writing(words(mark("Remarks of the inspected unit")), lines[1]),
            Writing(words(mark("If absent or not willing to sign, how it was")), lines[2]),
            Signatures(
                tuple(
                    words(text)
                    for text in (
                        mark("Inspector 1"),
                        mark("Inspector 2"),
                        mark("Recorded by"),
                        mark("Head of the inspected unit"),
                    )
                ),
                blank_day(words),
            ),
            Paragraph(
                words(
                    mark(
                        "Corrections are signed; a line is drawn through what stays empty. In two "
                        "copies: one for the inspected unit, one for the file."
                    )
                )
            ),
        ),
        Genre.FORM,
        imprint=imprint(material, words),
        stamp=stamp(material, words),
        lang=words.lang,
        day=audit.as_of,
        title_parts=title.parts,
    )


def _head(audit: Audit, words: Words) -> tuple[Pair, ...]:
    contact = (audit.contact.get("manager", ""), audit.contact.get("phone", ""))
    level = audit.level_title if audit.level else words(mark("level:         "))
    return (
        Pair(
            words(mark("Centre")),
            words(mark("{name} ({level})"), name=centre_name(audit), level=level),
        ),
        Pair(words(mark("Number")), ""),
        Pair(words(mark("Address")), audit.contact.get("address", "")),
        Pair(words(mark("Operator")), audit.centre.get("operator", "")),
        Pair(words(mark("Manager")), "　".join(filter(None, contact))),
        Pair(
            words(mark("Kind of inspection")), words(mark("□ first □ repeated □ yearly □ random"))
        ),
        Pair(words(mark("Day and time")), words(mark("(day)  from      to      "))),
        basis(audit, words),
    )


def _on_site(manual: Sequence[Finding], material: Material, words: Words) -> Iterator[Block]:
    """What only an inspector can see, with prompts to write on."""
    if not manual:
        return
    yield Heading(words(mark("I. On-site decision (prompts, not criteria; note what matters)")))
    prompts = {one.id: one.says.record for one in material.standards[0].criteria}
    boxes = words(mark("□ met\n□ not met\n□ not applicable"))
    remarks = words(mark("Found: ＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿"))
    head = (mark("Clause"), mark("What to look at and note"), mark("On-site decision"))
    rows = []
    for one in manual:
        prompt = prompts.get(one.criterion)
        text = words.phrase(prompt) if prompt else one.message
        rows.append(TableRow((_clause(one), f"{text}\n{remarks}", boxes), one.decided))
    yield Table(tuple(words(text) for text in head), tuple(rows), (26, 123, 21))


def _to_check(open_: Sequence[Finding], words: Words) -> Iterator[Block]:
    """What the workbook shows as unmet or leaves open, with those to ask for."""
    if not open_:
        return
    yield Heading(words(mark("II. Item by item (those named are checked on the spot)")))
    boxes = words(mark("□ met\n□ not met"))
    head = (
        mark("Clause"),
        mark("As filled in (to be checked)"),
        mark("On-site decision"),
        mark("Remarks (seen on site)"),
    )
    rows = (TableRow((_clause(one), said(one, words), boxes, ""), one.decided) for one in open_)
    yield Table(tuple(words(text) for text in head), tuple(rows), (29, 71, 20, 50))


def _clause(finding: Finding) -> str:
    return f"{MARKS[finding.decided]} {finding.criterion}\n{finding.title}"


def _others(others: Sequence[Finding], words: Words) -> Iterator[Section]:
    """What the data shows as met, three abreast, by who vouches for it."""
    if not others:
        return
    title = mark("III. The other items (cross □ where a check finds otherwise)")
    rows: list[TableRow] = []
    for source, text in (
        (Source.DECLARED, mark("Declared (the centre's own figure)")),
        (Source.ROSTER, mark("Roster (counted row by row)")),
        (Source.ATTESTED, mark("Decided on site")),
    ):
        own = [one for one in others if one.source is source]
        cells = [f"□{_id(one)} {one.title} {_short(one)}".strip() for one in own]
        cells += [""] * (-len(cells) % 3)
        if own:
            rows.append(TableRow((), lead=Lead(words(text))))
        rows += [TableRow(tuple(cells[at : at + 3])) for at in range(0, len(cells), 3)]
    table = Table((), tuple(rows), (56, 58, 56))
    yield Section(words(title), (table,), is_apart=True)


def _id(finding: Finding) -> str:
    """The id without the standard's part: YJ-05."""
    return finding.criterion.partition("-")[2]


def _short(finding: Finding) -> str:
    """What there is, where it says more than the title."""
    now = finding.now
    is_short = len(now) + len(finding.title) <= _ROOM
    return now if is_short and now not in finding.title and finding.title not in now else ""


def _nothing_open(words: Words) -> str:
    return words(mark("The workbook settles every clause; none is left for the inspection."))


PAPER = Paper(mark("on-site inspection record"), build, Disclosure.ACTING, ("open_only",))
