"""The rectification register: a row a finding, with what the office and the centre do about it."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from centre_check.model.outcomes import Outcome


class RectificationState(StrEnum):
    """How far a finding is put in order."""

    NOT_BEGUN = "not_begun"  # 未启动
    GOING_ON = "going_on"  # 整改中
    REPORTED = "reported"  # 已报完成
    PASSED = "passed"  # 复查合格
    CLOSED = "closed"  # 已销号
    EXTENDED = "extended"  # 延期


RowKey = tuple[str, str, str, str]  # centre, level, clause, record: how a row is known


class RectificationRow(NamedTuple):
    """One finding in the register; `at` is its row in the sheet, 0 for one that is to be added."""

    id: str
    centre: str
    level: str
    criterion: str
    record: str
    problem: str
    kind: str
    due: date | None = None
    progress: RectificationState = RectificationState.NOT_BEGUN
    done: date | None = None
    reviewed: date | None = None
    result: Outcome | None = None
    closed: date | None = None
    approver: str = ""
    unit: str = ""
    person: str = ""
    at: int = 0

    @property
    def is_closed(self) -> bool:
        """Whether it is off the list: closed, and met on review."""
        return self.progress is RectificationState.CLOSED and self.result is Outcome.PASS

    def overdue(self, day: date) -> int:
        """Days after the deadline, until it was done or else until this day; 0 for none."""
        if self.due is None or self.is_closed or self.progress is RectificationState.PASSED:
            return 0
        return max(0, ((self.done or day) - self.due).days)
