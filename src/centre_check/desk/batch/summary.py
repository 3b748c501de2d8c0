"""What a listing, a count or a comparison needs of an audit, without its findings."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from centre_check.model.findings import Audit
from centre_check.model.outcomes import Outcome, Verdict


class AuditSummary(NamedTuple):
    """An audit in brief; `level` is the level's id, None where the workbook leaves it open."""

    name: str
    area_code: str
    level: str | None
    as_of: str
    verdict: Verdict
    numbers: Mapping[str, int]  # of criteria, by outcome


def of_audit(audit: Audit) -> AuditSummary:
    """The summary of an audit that was just made."""
    return AuditSummary(
        audit.centre["name"],
        audit.centre["area_code"],
        audit.level,
        audit.as_of.isoformat(),
        audit.verdict,
        {str(outcome): audit.number_of(outcome) for outcome in Outcome},
    )


def of_object(audit: Mapping[str, Any]) -> AuditSummary:
    """The summary of an audit as its JSON has it."""
    return AuditSummary(
        audit["centre"]["name"],
        audit["centre"]["area_code"],
        audit["standard"]["level"],
        audit["as_of"],
        Verdict(audit["verdict"]),
        {str(outcome): audit["summary"][outcome] for outcome in Outcome},
    )
