"""Intervals: the values that the evidence leaves possible for a number or a date."""

from typing import Any, Generic, NamedTuple, TypeVar

from centre_check.logic.truth import Truth

T = TypeVar("T", bound=Any)  # Decimal or date: anything totally ordered


class Interval(NamedTuple, Generic[T]):
    """All values from `low` to `high` that are still possible.

    `None` is no limit on that side. An open end leaves the limit itself out:
    「近500」 is everything below 500, so `high` is 500 and `high_open` is true.
    """

    low: T | None
    high: T | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def exactly(cls, value: T) -> "Interval[T]":
        """The interval that holds `value` alone."""
        return cls(value, value)

    @property
    def is_exact(self) -> bool:
        """Whether only one value is possible."""
        return self.low is not None and self.low == self.high

    def at_least(self, limit: T) -> Truth:
        """Whether the value is `limit` or more."""
        if self.low is not None and self.low >= limit:
            return Truth.YES
        if self.high is not None and (self.high < limit or (self.high == limit and self.high_open)):
            return Truth.NO
        return Truth.MAYBE

    def at_most(self, limit: T) -> Truth:
        """Whether the value is `limit` or less."""
        if self.high is not None and self.high <= limit:
            return Truth.YES
        if self.low is not None and (self.low > limit or (self.low == limit and self.low_open)):
            return Truth.NO
        return Truth.MAYBE

    def more_than(self, limit: T) -> Truth:
        """Whether the value exceeds `limit`; `limit` itself does not."""
        return self.at_most(limit).negated

    def less_than(self, limit: T) -> Truth:
        """Whether the value is below `limit`; `limit` itself is not."""
        return self.at_least(limit).negated
