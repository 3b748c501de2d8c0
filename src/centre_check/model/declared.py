"""What declared totals say of a centre: outcomes that rest on its own figures, one row a centre."""

from collections.abc import Sequence
from typing import NamedTuple

from centre_check.model.outcomes import Outcome, Verdict

# Rows that say the same have the same findings but for the number of the row. It stands there as
# this one, which no sheet has: the last row of a sheet is 1048576.
ANY_ROW = 9_999_999


class Clause(NamedTuple):
    """The finding on one criterion, parted wherever the number of the row stands in its texts.

    `object` is its JSON.
    """

    outcome: Outcome
    title: str
    object: Sequence[str]
    message: Sequence[str]


class Declared(NamedTuple):
    """One row: whom it is of and what was found.

    `verdict` is never compliant: not every clause can be judged from totals. It is None where
    nothing was judged: of a row that `repeats` the centre of an earlier one, or names none.
    """

    row: int
    name: str
    level: str
    area_code: str
    town: str
    verdict: Verdict | None
    clauses: tuple[Clause, ...]
    repeats: int | None = None

    def open_or_failed(self) -> list[Clause]:
        """The clauses that are not met or cannot be decided."""
        return [one for one in self.clauses if one.outcome is not Outcome.PASS]


class Counts(NamedTuple):
    """How a whole table ended: rows by verdict, clauses by outcome."""

    verdicts: dict[Verdict, int]
    clauses: dict[str, dict[Outcome, int]]
    repeated: int
    nameless: int
    left_out: int
