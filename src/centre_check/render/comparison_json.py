"""Draw comparisons as JSON: what became of every clause of every centre."""

from collections.abc import Mapping, Sequence
from typing import Any

from centre_check.model.findings import Failure
from centre_check.render.result_json import centre, envelope, standing
from centre_check.results.compare import CentreComparison, Change, ClauseChange
from centre_check.results.types import CentreResult, ClauseResult


def render(
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
        "old": _side(one.before),
        "new": _side(one.after),
    }


def _side(one: ClauseResult | None) -> Mapping[str, Any] | None:
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
