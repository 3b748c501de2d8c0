"""Exemptions: what an office decided not to hold against a centre, and until when."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from centre_check.model.outcomes import Outcome


class WaiverState(StrEnum):
    """How an exemption stands on a day."""

    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    EXPIRED = "expired"


class Waiver(NamedTuple):
    """An exemption from one clause; the computed outcome stands beside it.

    `covers` is the outcome that it is about, `rows` the records it is limited to, by name or
    number; `valid_until` is its last day.
    """

    id: str
    criterion: str
    covers: Outcome
    rows: tuple[str, ...]
    reason: str
    basis: str
    approver: str
    approved_on: date
    valid_from: date
    valid_until: date
    evidence: str
    source: str

    def state(self, day: date) -> WaiverState:
        """How it stands on this day."""
        if day < self.valid_from:
            return WaiverState.NOT_YET
        return WaiverState.IN_FORCE if day <= self.valid_until else WaiverState.EXPIRED


class WaiverEntry(NamedTuple):
    """An exemption with whom it is for: a credit code, or a name and a level; `place` its cell."""

    waiver: Waiver
    credit_code: str
    centre: str
    level: str
    place: str

    @property
    def whose(self) -> str:
        """Whom it is for, as people read it."""
        return self.centre or self.credit_code
