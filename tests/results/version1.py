"""Results as schema_version 1 had them: as they were written, and as version 2 still holds them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from centre_check.model.evidence import Evidence, Reason, Why
from centre_check.model.findings import Audit, Finding
from centre_check.results.published import exact, plain
from published import Book, Says


def written(audit: Audit) -> list[dict[str, Any]]:
    """The findings as version 1 wrote them; records and cells in any order, each as often."""
    return [_written(finding) for finding in audit.findings]


def _written(finding: Finding) -> dict[str, Any]:
    return {
        "criterion": finding.criterion,
        "clause": finding.clause,
        "quote": finding.quote,
        "title": finding.title,
        "mandatory": finding.mandatory,
        "outcome": finding.outcome,
        "decided": finding.decided,
        "required": plain(finding.required),
        "measured": plain(finding.measured),
        "shortfall": exact(finding.shortfall),
        "message": finding.message,
        "remedy": finding.remedy,
        "reasons": Counter(
            (one.code, finding.says(one), _frozen(one.values), one.cells) for one in finding.reasons
        ),
        "counted": Counter(_shown(one, finding.says) for one in finding.counted),
        "excluded": Counter(_shown(one, finding.says) for one in finding.left_out),
        "cells": set(finding.cells),
    }


def _shown(one: Evidence, says: Says) -> tuple[object, ...]:
    """A record by its deciding cell; left out for a reason, or open for one."""
    why = (one.reason.code, says(one.reason)) if one.reason else None
    return one.row, one.label, one.cells[0] if one.cells else None, why


def _frozen(values: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset(values.items())


def converted(audit: Mapping[str, Any], says: Sequence[Says]) -> list[dict[str, Any]]:
    """The same from the JSON of version 2; `says` tells the reasons of each finding."""
    book = Book(audit["tables"])
    return [
        _converted(finding, book, own) for finding, own in zip(audit["findings"], says, strict=True)
    ]


def _converted(finding: Mapping[str, Any], book: Book, says: Says) -> dict[str, Any]:
    kept = ("criterion", "clause", "quote", "title", "mandatory", "outcome", "decided", "required")
    kept += ("measured", "shortfall", "message", "remedy")
    is_each = finding["required"] and finding["required"]["bound"] == "each"
    told = [*finding["undecided"], *(finding["excluded"] if is_each else ())]
    left = [*finding["excluded"], *finding["unconcerned"], *finding["undecided"]]
    own = [
        Reason(Why(one["code"], one["values"]), tuple(map(book.at, one["cells"])))
        for one in finding["reasons"]
    ]
    reasons = own + [one.reason for one in book.records(told) if one.reason is not None]
    every = [*book.records(finding["counted"]), *book.records(left)]
    return {name: finding[name] for name in kept} | {
        "reasons": Counter(
            (one.code, says(one), _frozen(one.values), one.cells) for one in reasons
        ),
        "counted": Counter(one.shown(says) for one in book.records(finding["counted"])),
        "excluded": Counter(one.shown(says) for one in book.records(left)),
        "cells": {
            cell
            for one in every
            for cell in (*one.cells, *(one.reason.cells if one.reason else ()))
        }
        | {cell for one in own for cell in one.cells},
    }
