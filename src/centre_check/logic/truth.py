"""Three-valued truth: an answer that a blank cell leaves open is `MAYBE`, never `NO`."""

from collections.abc import Iterable
from enum import IntEnum


class Truth(IntEnum):
    """Kleene's three values, ordered, so that `min` is "and" and `max` is "or"."""

    NO = 0
    MAYBE = 1
    YES = 2

    @property
    def negated(self) -> "Truth":
        """YES for NO, NO for YES, MAYBE for MAYBE."""
        return Truth(2 - self)

    @staticmethod
    def of(known: bool) -> "Truth":  # noqa: FBT001 - this is the conversion itself
        """The truth of something that is known for certain."""
        return Truth.YES if known else Truth.NO


def all_of(truths: Iterable[Truth]) -> Truth:
    """YES when all are, NO when one is not; YES for none."""
    return min(truths, default=Truth.YES)


def any_of(truths: Iterable[Truth]) -> Truth:
    """YES when one is, NO when none is; NO for none."""
    return max(truths, default=Truth.NO)
