"""Draw the courses of centres as JSON."""

from collections.abc import Mapping, Sequence
from typing import Any

from centre_check.model.findings import Failure
from centre_check.render.comparison_json import clause, numbers
from centre_check.render.result_json import centre, envelope, standing
from centre_check.results.compare import Change
from centre_check.results.course import Course, Stop

_STILL = (Change.UNCHANGED, Change.OPEN, Change.PENDING)


def render(courses: Sequence[Course], failures: Sequence[Failure], lang: str) -> bytes:
    """Every course, oldest audit first."""
    content = {
        "courses": [
            {
                "centre": centre(course.stops[-1].result),
                "audits": [_stop(stop) for stop in course.stops],
            }
            for course in courses
        ]
    }
    return envelope("history", lang, content, failures)


def _stop(stop: Stop) -> Mapping[str, Any]:
    if stop.since is None:
        return {**standing(stop.result), "days": None, "changes": None, "clauses": []}
    changed = (one for one in stop.since.clauses if one.change not in _STILL)
    return {
        **standing(stop.result),
        "days": stop.since.days,
        "changes": numbers(stop.since),
        "clauses": [clause(one) for one in changed],
    }
