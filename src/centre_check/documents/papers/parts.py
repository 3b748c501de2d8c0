"""Parts that several papers have in common."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from centre_check import __version__
from centre_check.documents.outcomes import verdict_of
from centre_check.documents.papers.material import Material
from centre_check.documents.tree import (
    Bar,
    Block,
    Closing,
    Figure,
    KeyValues,
    Lead,
    Pair,
    Paragraph,
)
from centre_check.logic.addresses import addresses
from centre_check.model.findings import Audit, Finding, Source
from centre_check.model.outcomes import Outcome
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES

BY_SOURCE = {
    Source.DECLARED: mark("declared: {now}"),
    Source.ROSTER: mark("{now} (roster)"),  # on paper a column or the title tells the rest
    Source.ATTESTED: mark("on site: {now}"),
}
SOURCES = {
    Source.DECLARED: mark("declared"),
    Source.ROSTER: mark("roster"),
    Source.ATTESTED: mark("on site"),
}
HASH_SHOWN = 12  # hexadecimal digits that a page's foot has room for


def in_words(day: date, words: Words) -> str:
    """The day as official papers write it: 2019年3月5日, no leading zero."""
    return words(mark("{year}-{month}-{day}"), year=day.year, month=day.month, day=day.day)


def centre_name(audit: Audit) -> str:
    """The centre's name; without one, its file's."""
    return audit.centre.get("name") or PurePath(audit.input.path).name


class Title(NamedTuple):
    """A paper's title, and its parts within which no line should end."""

    text: str
    parts: tuple[str, ...]


def titled(message: str, audit: Audit, words: Words) -> Title:
    """The title that names the centre: a line may end after the name, or after its town."""
    name, town = centre_name(audit), audit.centre.get("town", "")
    text = words(message, name=name)
    before, _, after = text.partition(name) if name else (text, "", "")
    in_town, joint, rest = name.partition(town) if town else (name, "", "")
    parts = (before + in_town + joint, rest, after)
    return Title(text, tuple(part for part in parts if part))


def centre_pairs(audit: Audit, words: Words) -> tuple[Pair, ...]:
    """Who was audited; what the workbook leaves blank is room to write."""
    return (
        Pair(words(mark("Centre")), centre_name(audit)),
        Pair(words(mark("Level")), audit.level_title if audit.level else ""),
        Pair(words(mark("Town or subdistrict")), audit.centre.get("town", "")),
        Pair(words(mark("Operator")), audit.centre.get("operator", "")),
    )


def basis(audit: Audit, words: Words) -> Pair:
    """On which published text the audit rests."""
    return Pair(words(mark("Basis")), audit.document)


def known(material: Material, words: Words) -> tuple[Pair, ...]:
    """What is known of a centre, for papers that an office words itself."""
    audit = material.audit
    return (
        *centre_pairs(audit, words),
        Pair(words(mark("Address")), audit.contact.get("address", "")),
        Pair(words(mark("Manager")), audit.contact.get("manager", "")),
        Pair(words(mark("Telephone")), audit.contact.get("phone", "")),
        Pair(words(mark("Audit date")), in_words(audit.as_of, words)),
        Pair(words(mark("Verdict")), verdict_of(audit, words)),
        Pair(words(mark("Deadline")), deadline(material, words)),
        basis(audit, words),
    )


def imprint(material: Material, words: Words) -> tuple[str, ...]:
    """What stands at every page's foot: whoever has it and the workbook can audit it again."""
    standard, audit = material.standards[0], material.centre
    lines = [
        words(
            mark("Standard {edition} {sha256}"),
            edition=standard.edition,
            sha256=standard.sha256[:HASH_SHOWN],
        )
    ]
    if audit is None:
        return (*lines, f"centre-check {__version__}")
    code = words(mark("Verification code {code}"), code=verification_code(audit))
    workbook = words(mark("Workbook {sha256}"), sha256=audit.input.sha256[:HASH_SHOWN])
    day = words(mark("Audit date {day}"), day=audit.as_of.isoformat())
    return (code, *lines, workbook, day)


def deadline(material: Material, words: Words) -> str:
    """By when things are to be in order: a day in words, any other text as it was given."""
    wanted = material.wanted.deadline
    return in_words(wanted, words) if isinstance(wanted, date) else wanted


def stamp(material: Material, words: Words) -> str:
    """What marks a paper that shows personal data in full."""
    return words(mark("For internal use")) if material.wanted.is_internal else ""


def counts(audit: Audit, words: Words) -> Figure:
    """How many clauses stand at which outcome."""
    bars = (Bar(words(OUTCOMES[one]), audit.number_of(one), one) for one in Outcome)
    return Figure(words(mark("Outcomes of all {n} clauses"), n=len(audit.findings)), tuple(bars))


def having(findings: Sequence[Finding], *outcomes: Outcome) -> list[Finding]:
    """The findings that the verdict takes with one of these outcomes, in clause order."""
    return [one for one in findings if one.decided in outcomes and one.waiver is None]


def lead(finding: Finding, words: Words) -> Lead:
    """What a row is about: its title, its place, and the sentence with the words that decide."""
    sentence = finding.sentence or finding.quote
    before, strong, after = sentence.partition(finding.quote)
    note = words(mark("({clause}) "), clause=finding.clause)
    if not strong:  # a quote of several levels
        return Lead(finding.title, note, sentence)
    return Lead(finding.title, note, before, strong, after)


def said(finding: Finding, words: Words) -> str:
    """What there is and who does not count; the gap stands beside, the requirement above."""
    parts = [words(BY_SOURCE[finding.source], now=finding.now)] if finding.now else []
    head = words.clauses((*parts, finding.gap) if finding.gap else parts) if parts else ""
    texts = (words(mark("{sentence}."), sentence=one) for one in (head, finding.why) if one)
    return words.run_on(texts) or finding.message


def numbered(paragraphs: Iterable[str], words: Words) -> list[Paragraph]:
    """Paragraphs with the numerals of a letter before them."""
    numerals = words(mark("I. |II. |III. |IV. |V. |VI. ")).split("|")
    return [Paragraph(text, numeral) for numeral, text in zip(numerals, paragraphs, strict=False)]


def places(findings: Sequence[Finding], words: Words) -> str:
    """Where each of the numbered findings stands in the workbook."""
    return words.run_on(
        words(mark("{n}: {cells}  "), n=n, cells=addresses(one.deciding, words))
        for n, one in enumerate(findings, 1)
        if one.deciding
    ).strip()


def blank_day(words: Words) -> str:
    """Room for a day."""
    return words(mark("(year)   (month)   (day)"))


def until(material: Material, words: Words) -> str:
    """By when, as it stands in a sentence: a day, room for one, or the words that were given."""
    if isinstance(material.wanted.deadline, str) and material.wanted.deadline:
        return material.wanted.deadline
    return words(mark("by {day}"), day=deadline(material, words) or blank_day(words))


def numbers(audit: Audit, words: Words) -> str:
    """How many requirements stand where: those at which any stand."""
    return words.join(
        words(mark("{n} {outcome}"), n=audit.number_of(one), outcome=words(OUTCOMES[one]))
        for one in Outcome
        if audit.number_of(one)
    )


def letter_end(annex: str, words: Words) -> tuple[Block, ...]:
    """The end of a letter: its annex, who issues it and when, whom to ask."""
    return (
        Paragraph(words(mark("Annex: {title}"), title=annex)),
        Closing((words(mark("(issuing unit, seal)")), blank_day(words))),
        Paragraph(words(mark("(Contact:                    Telephone:                    )"))),
    )


def receipt(audit: Audit, words: Words) -> tuple[Block, ...]:
    """Where the operator signs that the letter has come."""
    return (
        Paragraph(
            words(mark("Receipt. In two copies; one is signed and returned for the file.")),
            is_small=True,
        ),
        KeyValues(
            (
                Pair(words(mark("Received by")), audit.centre.get("operator", "")),
                Pair(words(mark("Signed by")), ""),
                Pair(words(mark("Date signed")), ""),
            ),
            is_slip=True,
        ),
    )


_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # that of credit codes: no I O S V Z


def verification_code(audit: Audit) -> str:
    """Twelve signs in three groups: two papers with the same ones speak of the same audit.

    Made of standard, level, options, workbook, day, attestations and verdict. It proves no more:
    anybody can compute it.
    """
    attested = [
        (one.criterion, one.attestation.outcome, one.attestation.day.isoformat())
        for one in audit.findings
        if one.attestation
    ]
    options = [(one.id, one.chosen) for one in audit.options]
    seen = (audit.standard_sha256, audit.level, options, audit.input.sha256)
    told = json.dumps([*seen, audit.as_of.isoformat(), attested, audit.verdict])
    number = int.from_bytes(hashlib.sha256(told.encode()).digest())
    signs = "".join(_ALPHABET[number // 31**at % 31] for at in range(12))
    return "-".join(signs[at : at + 4] for at in range(0, 12, 4))
