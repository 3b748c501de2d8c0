"""Parts that several papers have in common."""

from collections.abc import Sequence
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from centre_check import __version__
from centre_check.documents.papers.material import Material
from centre_check.documents.tree import Bar, Figure, Pair
from centre_check.model.findings import Audit, Finding
from centre_check.model.outcomes import Outcome
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES, VERDICTS

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
        Pair(words(mark("Verdict")), words(VERDICTS[audit.verdict])),
        Pair(words(mark("Deadline")), deadline(material, words)),
        basis(audit, words),
    )


def imprint(material: Material, words: Words) -> tuple[str, ...]:
    """What stands at every page's foot: whoever has it and the workbook can audit it again."""
    standard = material.standards[0]
    lines = [
        words(
            mark("Standard {id}, edition {edition}, SHA-256 {sha256}"),
            id=standard.id,
            edition=standard.edition,
            sha256=standard.sha256[:HASH_SHOWN],
        )
    ]
    if material.centre is not None:
        lines.append(
            words(
                mark("Workbook {name}, SHA-256 {sha256}; audit date {day}"),
                name=PurePath(material.centre.input.path).name,
                sha256=material.centre.input.sha256[:HASH_SHOWN],
                day=material.centre.as_of.isoformat(),
            )
        )
    return (*lines, f"centre-check {__version__}")


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


def gap(finding: Finding, words: Words) -> str:
    """How much is missing: 20㎡, 2人; nothing where nothing is counted."""
    if finding.shortfall is None or finding.required is None:
        return ""
    unit = finding.required.unit
    if finding.required.bound == "each":
        return words(mark("{n}{unit} not in order"), n=finding.shortfall, unit=unit)
    return words(mark("short by {gap}"), gap=f"{finding.shortfall:f}{unit}")


def having(findings: Sequence[Finding], *outcomes: Outcome) -> list[Finding]:
    """The findings that the verdict takes with one of these outcomes, in clause order."""
    return [one for one in findings if one.decided in outcomes]
