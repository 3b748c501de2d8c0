"""Three-valued truth and intervals: what is known of an answer or a number, and what is not."""

from centre_check.logic.interval import Interval
from centre_check.logic.truth import Truth, all_of, any_of

__all__ = ["Interval", "Truth", "all_of", "any_of"]
