"""Outcomes in words and marks, the same in every document."""

from collections.abc import Mapping

from centre_check.model.findings import Finding
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


def worst_first(findings: tuple[Finding, ...]) -> list[Finding]:
    """What is still to be done: failures, then what is undecided, each in clause order."""
    open_ = [one for one in findings if one.decided in _WORST_FIRST[:3]]
    return sorted(open_, key=lambda one: _WORST_FIRST.index(one.decided))
