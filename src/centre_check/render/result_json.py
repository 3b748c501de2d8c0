"""Draw what was made of results as JSON: one envelope for every command that reads results.

{schema_version, tool{name,version}, run{lang,mode}, …the command's own…, errors[{path,…}]}
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from centre_check.documents.many.draw_list import Method
from centre_check.model.findings import Failure
from centre_check.model.outcomes import Outcome
from centre_check.model.sightings import InCommon
from centre_check.render.json import SCHEMA_VERSION
from centre_check.results.compare import CentreComparison, Change, ClauseChange
from centre_check.results.course import Course, Stop
from centre_check.results.draw import Stratum, ticket
from centre_check.results.published import TOOL
from centre_check.results.summary import StandardPart, Summary
from centre_check.results.tally import VerdictTally
from centre_check.results.types import CentreResult, ClauseResult, StandardUsed


def envelope(
    mode: str, lang: str, content: Mapping[str, Any], failures: Sequence[Failure]
) -> bytes:
    """The whole text, indented, every key in a fixed order."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        "tool": TOOL,
        "run": {"lang": lang, "mode": mode},
        **content,
        "errors": [failure._asdict() for failure in failures],
    }
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    return text.replace('{\n "schema_version"', '{"schema_version"', 1).encode() + b"\n"


def standard(used: StandardUsed) -> Mapping[str, Any]:
    """A standard by its id, edition and digest."""
    return used._asdict()


def centre(result: CentreResult) -> Mapping[str, Any]:
    """A centre as it is told from others; nothing personal."""
    return {
        "name": result.name,
        "level": result.level,
        "town": result.town,
        "area_code": result.area_code,
        "built_on": result.built_on,
    }


def standing(result: CentreResult) -> Mapping[str, Any]:
    """How a centre stood on a day."""
    return {
        "as_of": result.as_of.isoformat(),
        "verdict": result.verdict,
        "summary": {
            **{str(outcome): result.number_of(outcome) for outcome in Outcome},
            "total": len(result.clauses),
        },
        "standard": standard(result.standard),
        "input": {"path": result.workbook, "sha256": result.workbook_sha256},
    }


def compared(
    comparisons: Sequence[CentreComparison],
    gone: Sequence[CentreResult],
    added: Sequence[CentreResult],
    failures: Sequence[Failure],
    lang: str,
) -> bytes:
    """All comparisons; `gone` and `added` have no partner."""
    content = {
        "is_worse": any(one.is_worse for one in comparisons),
        "comparisons": [_comparison(one) for one in comparisons],
        "gone": [{**centre(one), **standing(one)} for one in gone],
        "added": [{**centre(one), **standing(one)} for one in added],
    }
    return envelope("compare", lang, content, failures)


def _comparison(one: CentreComparison) -> Mapping[str, Any]:
    return {
        "centre": centre(one.new),
        "old": standing(one.old),
        "new": standing(one.new),
        "days": one.days,
        "is_other_standard": one.is_other_standard,
        "is_rejudged": one.is_rejudged,
        "is_worse": one.is_worse,
        "summary": numbers(one),
        "clauses": [clause(each) for each in one.clauses],
    }


def numbers(one: CentreComparison) -> Mapping[str, int]:
    """How many clauses changed in which way."""
    return {str(change): one.number_of(change) for change in Change}


def clause(one: ClauseChange) -> Mapping[str, Any]:
    """One clause before and after."""
    return {
        "criterion": one.clause.criterion,
        "title": one.clause.title,
        "change": one.change,
        "is_worse": one.is_worse,
        "old": _clause_side(one.before),
        "new": _clause_side(one.after),
    }


def _clause_side(one: ClauseResult | None) -> Mapping[str, Any] | None:
    if one is None:
        return None
    return {
        "outcome": one.outcome,
        "decided": one.decided,
        "shortfall": None if one.shortfall is None else f"{one.shortfall:f}",
        "message": one.message,
        "reasons": one.reasons,
        "cells": one.cells,
    }


_STILL = (Change.UNCHANGED, Change.OPEN, Change.PENDING)


def courses_object(courses: Sequence[Course], failures: Sequence[Failure], lang: str) -> bytes:
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


def drawn_object(
    strata: Sequence[Stratum], method: Method, failures: Sequence[Failure], lang: str
) -> bytes:
    """The draw; `ticket` is the digest that decided when a centre was drawn."""
    content = {
        "rate": f"{method.rate.normalize():f}",
        "seed": method.seed,
        "by": method.by,
        "total": sum(one.size for one in strata),
        "drawn": sum(len(one.drawn) for one in strata),
        "strata": [
            {
                "key": dict(zip(method.by, one.key, strict=True)),
                "size": one.size,
                "drawn": [
                    {**centre(each), **standing(each), "ticket": ticket(each, method.seed)}
                    for each in one.drawn
                ],
            }
            for one in strata
        ],
    }
    return envelope("sample", lang, content, failures)


def summed_up(summary: Summary, lang: str) -> bytes:
    """The summary."""
    content = {
        "year": summary.year,
        "first": summary.first.isoformat(),
        "last": summary.last.isoformat(),
        "centres": summary.centres,
        "standards": [_part(part) for part in summary.parts],
        "coverage": [
            {
                **one.place._asdict(),
                "level": one.level_title,
                "planned": one.planned,
                "built": one.built,
                "reported": one.reported,
                "missing": one.missing,
            }
            for one in summary.coverage
        ],
        "of_one_code": [[centre(one) for one in own] for own in summary.of_one_code],
        "in_common": _in_common(summary.in_common),
    }
    return envelope("rollup", lang, content, summary.failures)


def _in_common(in_common: InCommon | None) -> Mapping[str, Any] | None:
    """What centres have in common, by cells; null where no workbook was read."""
    if in_common is None:
        return None
    return {
        "workbooks": in_common.workbooks,
        "mentor_centres": in_common.mentor_centres,
        "shared": [
            {
                "trait": one.trait,
                "centres": one.centres,
                "places": [place._asdict() for place in one.places],
            }
            for one in in_common.shared
        ],
    }


def _part(part: StandardPart) -> Mapping[str, Any]:
    return {
        "standard": standard(part.roster.standard),
        "total": _tally(part.total),
        "levels": [{"level": title, **_tally(tally)} for title, tally in part.levels],
        "districts": [{**one.place._asdict(), **_tally(one.total)} for one in part.districts],
        "towns": [{**one.place._asdict(), **_tally(one.total)} for one in part.towns],
        "prefixes": [
            {
                "code": one.code,
                "name": one.name,
                "total": _tally(one.total),
                "in_year": _tally(one.in_year),
                "undated": one.undated,
            }
            for one in part.prefixes
        ],
        "clauses": [one._asdict() for one in part.clauses],
        "steps": [
            {
                **one._asdict(),
                "is_reached": one.is_reached,
                "is_reached_in_year": one.is_reached_in_year,
            }
            for one in part.steps
        ],
        "doubled": [
            {**centre(one.results[-1]), "workbooks": [result.workbook for result in one.results]}
            for one in part.roster.doubled
        ],
    }


def _tally(tally: VerdictTally) -> Mapping[str, int]:
    return {"reported": tally.reported, **tally._asdict()}
