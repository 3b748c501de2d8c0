"""Outcomes in words and marks, the same in every document."""

from collections.abc import Mapping

from centre_check.documents.tree import Paragraph
from centre_check.model.findings import Audit, Finding
from centre_check.model.outcomes import Outcome
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES

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


def decided_on_site(audit: Audit, words: Words) -> tuple[Paragraph, ...]:
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
    open_ = [one for one in findings if one.decided in _WORST_FIRST[:3]]
    return sorted(open_, key=lambda one: _WORST_FIRST.index(one.decided))
