"""Outcomes in words and marks, the same in every document."""

from collections.abc import Mapping

from centre_check.documents.tree import Paragraph
from centre_check.model.findings import Audit, Finding
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES, VERDICTS

# Every mark is in GBK, so that an old Windows console can print it.
MARKS: Mapping[Outcome, str] = {
    Outcome.PASS: "√",
    Outcome.FAIL: "×",
    Outcome.UNKNOWN: "？",
    Outcome.MANUAL: "○",
    Outcome.NOT_APPLICABLE: "－",
}
_WORST_FIRST = (
    Outcome.FAIL,
    Outcome.UNKNOWN,
    Outcome.MANUAL,
    Outcome.NOT_APPLICABLE,
    Outcome.PASS,
)


def standing(finding: Finding, words: Words) -> str:
    """The outcome in words; where an inspector decided, both his and the computed one."""
    if finding.attestation is None:
        return words(OUTCOMES[finding.outcome])
    return words(
        mark("{outcome} (on site; computed: {computed})"),
        outcome=words(OUTCOMES[finding.decided]),
        computed=words(OUTCOMES[finding.outcome]),
    )


def marked(finding: Finding, words: Words) -> str:
    """The outcome with its mark, as tables have it; both where an inspector overruled."""
    said = standing(finding, words) if finding.is_overruled else words(OUTCOMES[finding.decided])
    return f"{MARKS[finding.decided]} {said}"


def attested(finding: Finding, words: Words) -> str:
    """Who decided a clause on site, when, in which file, and why; empty where nobody did."""
    attestation = finding.attestation
    if attestation is None:
        return ""
    told = words(
        mark("decided on site by {inspector} on {day} ({source}): {remarks}"),
        inspector=attestation.inspector,
        day=attestation.day.isoformat(),
        source=attestation.source,
        remarks=attestation.remarks or words(mark("no remarks")),
    )
    if attestation.evidence:
        evidence = words(mark("evidence: {what}"), what=attestation.evidence)
        told = words(mark("; ")).join((told, evidence))
    if attestation.valid_until is not None:
        end = words(mark("holds until {day}"), day=attestation.valid_until.isoformat())
        told = words(mark("; ")).join((told, end))
    return told


def verdict_said(verdict: Verdict, exempt: int, words: Words) -> str:
    """The verdict; 达标（含豁免2条） where it rests on exemptions."""
    said = words(VERDICTS[verdict])
    if not exempt:
        return said
    return words.plural(
        "{verdict} (with {n} exemption)",
        "{verdict} (with {n} exemptions)",
        exempt,
        verdict=said,
    )


def verdict_of(audit: Audit, words: Words) -> str:
    """The verdict of an audit."""
    return verdict_said(audit.verdict, len(audit.exempt), words)


def exemptions(audit: Audit, words: Words) -> tuple[Paragraph, ...]:
    """What is not held against the centre, by whose decision; never the standard's permission."""
    told = [
        words(
            mark(
                "{id} {title} ({outcome}): exemption {number}, by {basis}, approved by {approver} "
                "on {day}, until {until}: {reason}"
            ),
            id=one.criterion,
            title=one.title,
            outcome=words(OUTCOMES[one.decided]),
            number=one.waiver.id,
            basis=one.waiver.basis,
            approver=one.waiver.approver,
            day=one.waiver.approved_on.isoformat(),
            until=one.waiver.valid_until.isoformat(),
            reason=one.waiver.reason,
        )
        for one in audit.exempt
        if one.waiver is not None
    ]
    if audit.verdict_otherwise is None:
        return ()
    other = words(VERDICTS[audit.verdict_otherwise])
    if not told:
        return (Paragraph(words(mark("With the exemptions: {verdict}."), verdict=other)),)
    listed = words(mark("; ")).join(told)
    head = words(
        mark("Exempt by decision of the office, not by the standard: {listed}."), listed=listed
    )
    return (
        Paragraph(
            words.run_on((head, words(mark("Without the exemptions: {verdict}."), verdict=other)))
        ),
    )


def decided_by_people(audit: Audit, words: Words) -> tuple[Paragraph, ...]:
    """What of the verdict people decided: inspectors on site, and who exempted from a clause."""
    return (*_decided_on_site(audit, words), *exemptions(audit, words))


def _decided_on_site(audit: Audit, words: Words) -> tuple[Paragraph, ...]:
    """What of the verdict rests on inspectors' decisions, and which overrule the computed ones."""
    decided = [one for one in audit.findings if one.attestation is not None]
    if not decided:
        return ()
    sources = dict.fromkeys(one.attestation.source for one in decided if one.attestation)
    told = words(
        mark("The verdict takes {n} clauses as decided on site ({sources})."),
        n=len(decided),
        sources=words.join(sources),
    )
    overruled = [
        words(
            mark("{id}: {outcome}; {attested}"),
            id=one.criterion,
            outcome=standing(one, words),
            attested=attested(one, words),
        )
        for one in decided
        if one.is_overruled
    ]
    if not overruled:
        return (Paragraph(told),)
    against = words(
        mark("{n} of them differ from what was computed: {listed}"),
        n=len(overruled),
        listed=words(mark("; ")).join(overruled),
    )
    return (Paragraph(told + against),)


def worst_first(findings: tuple[Finding, ...]) -> list[Finding]:
    """What is still to be done: failures, then what is undecided, each in clause order."""
    open_ = [one for one in findings if one.decided in _WORST_FIRST[:3] and one.waiver is None]
    return sorted(open_, key=lambda one: _WORST_FIRST.index(one.decided))
