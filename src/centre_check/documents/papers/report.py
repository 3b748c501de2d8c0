"""审核报告: the whole audit on paper, to be filed and audited again years later."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from centre_check import __version__
from centre_check.documents.outcomes import (
    MARKS,
    attested,
    decided_by_people,
    standing,
    verdict_of,
    worst_first,
)
from centre_check.documents.papers.material import Material, Paper
from centre_check.documents.papers.parts import (
    SOURCES,
    basis,
    blank_day,
    centre_name,
    counts,
    imprint,
    in_words,
    stamp,
    titled,
)
from centre_check.documents.papers.registers import annexes
from centre_check.documents.report import noted
from centre_check.documents.tree import (
    Block,
    Document,
    Entries,
    Heading,
    KeyValues,
    Lead,
    ListEntry,
    Pair,
    Paragraph,
    Signatures,
    Table,
    TableRow,
)
from centre_check.logic.addresses import addresses
from centre_check.model.findings import Audit, Finding
from centre_check.model.outcomes import Outcome
from centre_check.words import Words, mark


def build(material: Material, words: Words) -> Document:
    """The report: a page for the head of an office, then every clause, then the registers."""
    audit = material.audit
    title = titled(mark("Audit report on {name}"), audit, words)
    return Document(
        title.text,
        (
            Heading(words(mark("Verdict")), verdict_of(audit, words), audit.verdict),
            *decided_by_people(audit, words),
            counts(audit, words),
            KeyValues(_head(audit, words)),
            Signatures((words(mark("Audited by")), words(mark("Checked by"))), blank_day(words)),
            *_to_do(audit, words),
            *_notes(audit, words),
            *_clauses(material, words),
            *_reported(audit, words),
            *_cells(audit, words),
            *_provenance(audit, words),
            *_readings(audit, words),
            *annexes(material.registers, words),
        ),
        imprint=imprint(material, words),
        stamp=stamp(material, words),
        lang=words.lang,
        day=audit.as_of,
        title_parts=title.parts,
    )


def _head(audit: Audit, words: Words) -> tuple[Pair, ...]:
    level = words(
        mark("{level} ({town})") if audit.centre.get("town") else mark("{level}"),
        level=audit.level_title,
        town=audit.centre.get("town", ""),
    )
    is_seen = any(one.attestation for one in audit.findings)
    return (
        Pair(words(mark("Centre")), centre_name(audit)),
        Pair(words(mark("Level")), level),
        Pair(words(mark("Operator")), audit.centre.get("operator", "")),
        Pair(
            words(mark("Audit date")),
            words(
                mark("{day} ({source})"),
                day=in_words(audit.as_of, words),
                source=audit.as_of_from,
            ),
        ),
        Pair(
            words(mark("Data from")),
            words(
                mark("the centre's workbook and the inspectors' decisions on site")
                if is_seen
                else mark("the centre's workbook, not seen on site")
            ),
        ),
        basis(audit, words),
    )


def _to_do(audit: Audit, words: Words) -> Iterator[Block]:
    """What is still to be done, worst first."""
    findings = worst_first(audit.findings)
    if not findings:
        yield Paragraph(
            words(mark("None of the {n} clauses is unmet or open."), n=len(audit.findings))
        )
        return
    yield Heading(words(mark("I. To do (worst first)")))
    head = (
        mark("Outcome"),
        mark("Clause"),
        mark("Item"),
        mark("State and gap"),
        mark("What to do"),
        mark("Source"),
    )
    rows = (
        TableRow(
            (
                MARKS[one.decided],
                one.criterion,
                one.title,
                _state(one, words),
                one.remedy,
                words(SOURCES[one.source]),
            ),
            one.decided,
        )
        for one in findings
    )
    yield Table(tuple(words(text) for text in head), tuple(rows), (10, 24, 26, 56, 43, 11))
    yield Paragraph(words(_LEGEND), is_small=True)


_LEGEND = mark(
    "√ met  × not met  ？ cannot be decided  ○ for on-site decision. Source: declared, the "
    "centre's own figure, no document seen; roster, counted row by row; on site, decided by an "
    "inspector."
)


def _state(finding: Finding, words: Words) -> str:
    """What there is, what is missing, who does not count: the source stands in a column."""
    if finding.is_overruled:
        return words(mark("; ")).join((standing(finding, words), attested(finding, words)))
    if finding.attestation is not None:
        return attested(finding, words)
    head = [part for part in (finding.now, finding.gap) if part]
    texts = [words.clauses(head)] if head else []
    if finding.why:
        texts.append(finding.why)
    return words(mark("; ")).join(texts) or finding.message


def _notes(audit: Audit, words: Words) -> Iterator[Block]:
    if audit.notes:
        yield Heading(words(mark("II. Notes (not part of the verdict)")))
        yield Entries(
            tuple(ListEntry(f"{n}.", noted(one, words), ()) for n, one in enumerate(audit.notes, 1))
        )


def _clauses(material: Material, words: Words) -> Iterator[Block]:
    """Every clause in a row, each chapter under its own paragraph of the document."""
    audit, standard = material.audit, material.standards[0]
    yield Heading(words(mark("III. Every clause")))
    head = (
        mark("Outcome"),
        mark("Clause"),
        mark("Item"),
        mark("Asked"),
        mark("State"),
        mark("Source"),
    )
    rows: list[TableRow] = []
    for group in standard.groups:
        own = [one for one in audit.findings if one.criterion.startswith(f"{group.prefix}-")]
        if own:
            title = words.phrase(group.title)
            rows.append(
                TableRow(
                    (), lead=Lead(title, before=group.text if len(material.standards) == 1 else "")
                )
            )
        rows += [TableRow(_clause(one, words), one.decided) for one in own]
    yield Table(tuple(words(text) for text in head), tuple(rows), (10, 24, 34, 24, 67, 11))


def _clause(finding: Finding, words: Words) -> tuple[str, ...]:
    wanted = finding.wanted or (
        words(mark("on site")) if finding.required is None else words(mark("each one"))
    )
    state = (
        _state(finding, words)
        if finding.outcome is not Outcome.MANUAL
        else (attested(finding, words) or words(mark("not seen yet")))
    )
    return (
        MARKS[finding.decided],
        finding.criterion,
        finding.title,
        wanted,
        state,
        words(SOURCES[finding.source]),
    )


def _reported(audit: Audit, words: Words) -> Iterator[Block]:
    if audit.reported:
        yield Heading(words(mark("IV. Shown only, not part of the verdict")))
        yield KeyValues(tuple(Pair(one.title, one.message) for one in audit.reported))


def _cells(audit: Audit, words: Words) -> Iterator[Block]:
    """Where what is to be done stands in the workbook."""
    pairs = tuple(
        Pair(one.criterion, addresses(one.deciding, words))
        for one in worst_first(audit.findings)
        if one.deciding
    )
    if pairs:
        yield Heading(words(mark("V. Cells (of the clauses to attend to)")))
        yield KeyValues(pairs)


def _provenance(audit: Audit, words: Words) -> Iterator[Block]:
    yield Heading(words(mark("VI. What this report rests on")))
    yield KeyValues(
        (
            Pair(
                words(mark("Standard")),
                words(
                    mark("{title}, {id} {edition}, {issuer}"),
                    title=audit.standard_title,
                    id=audit.standard,
                    edition=audit.edition,
                    issuer=audit.issuer,
                ),
            ),
            Pair(words(mark("Its SHA-256")), audit.standard_sha256),
            Pair(words(mark("Workbook")), PurePath(audit.input.path).name),
            Pair(words(mark("Its SHA-256")), audit.input.sha256),
            Pair(
                words(mark("Program")),
                words(
                    mark("centre-check {version}; the same files give the same code anywhere"),
                    version=__version__,
                ),
            ),
        )
    )


def _readings(audit: Audit, words: Words) -> Iterator[Block]:
    """判定口径: what the text leaves open and how it was taken, equal readings once."""
    yield Heading(words(mark("VII. How the text was understood")))
    options = [TableRow((one.title, one.text)) for one in audit.options]
    head = (words(mark("What the text leaves open")), words(mark("How it was taken")))
    yield Table(head, tuple(options), (55, 115))
    alike: dict[str, list[str]] = {}
    for one in audit.findings:
        alike.setdefault(one.interpretation, []).append(one.criterion)
    head = (words(mark("Clause")), words(mark("How it was understood")))
    rows = [TableRow((_span(ids, words), text)) for text, ids in alike.items()]
    yield Table(head, tuple(rows), (30, 140))


def _span(ids: Sequence[str], words: Words) -> str:
    """Several ids as short as can be: HY-GL-01至05."""
    if len(ids) < 3:
        return "\n".join(ids)
    last = ids[-1].rpartition("-")[2]
    return words(mark("{first} to {last}"), first=ids[0], last=last)


PAPER = Paper(mark("audit report"), build)
