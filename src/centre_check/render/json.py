"""Draw audits as JSON: the published form that later commands read."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from centre_check import __version__
from centre_check.model.evidence import Evidence, Reason
from centre_check.model.facts import Cell, Note
from centre_check.model.findings import (
    Attestation,
    Audit,
    Failure,
    Finding,
    Measured,
    Reported,
    Required,
)
from centre_check.model.outcomes import Outcome

SCHEMA_VERSION = 1
TOOL: Mapping[str, str] = {"name": "centre-check", "version": __version__}


def render(audits: Sequence[Audit], failures: Sequence[Failure], lang: str) -> str:
    """All audits of one run as one JSON text, every key in a fixed order."""
    days = {audit.as_of.isoformat() for audit in audits}
    return "".join(assemble(map(audit_text, audits), days, failures, lang))


def assemble(
    audits: Iterable[str], days: Collection[str], failures: Iterable[Failure], lang: str
) -> Iterator[str]:
    """The text of one run, piece by piece, from its audits' texts and the days they are as of."""
    run = {"as_of": min(days) if len(days) == 1 else None, "lang": lang, "mode": "audit"}
    head = {"schema_version": SCHEMA_VERSION, "tool": TOOL, "run": run}
    yield f'{_dumped(head)[:-1]},\n"audits":['
    joint = ""
    for audit in audits:
        yield joint + audit
        joint = ",\n"
    yield f'],\n"errors":{_dumped([failure._asdict() for failure in failures])}}}\n'


def audit_text(audit: Audit) -> str:
    """One audit as a JSON object, each finding on a line of its own."""
    return object_text(_audit(audit))


def object_text(audit: Mapping[str, Any]) -> str:
    """An audit's object as `audit_text` writes it: quick to write, and easy to compare."""
    parts = []
    for key, value in audit.items():
        if isinstance(value, list):
            shown = "[\n" + ",\n".join(_dumped(one) for one in value) + "\n]"
        else:
            shown = _dumped(value)
        parts.append(f"{_dumped(key)}:{shown}")
    return "{" + ",\n".join(parts) + "}"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _audit(audit: Audit) -> Mapping[str, Any]:
    return {
        "input": {
            "path": audit.input.path,
            "sha256": audit.input.sha256,
            "size": audit.input.size,
        },
        "standard": {
            "id": audit.standard,
            "title": audit.standard_title,
            "edition": audit.edition,
            "sha256": audit.standard_sha256,
            "level": audit.level,
            "level_title": audit.level_title,
            "options": {option.id: option.chosen for option in audit.options},
        },
        "centre": {**audit.centre, "level": audit.level},
        "as_of": audit.as_of.isoformat(),
        "as_of_from": audit.as_of_from,
        "verdict": audit.verdict,
        "summary": {
            **{str(outcome): audit.number_of(outcome) for outcome in Outcome},
            "total": len(audit.findings),
        },
        "findings": [finding_object(finding) for finding in audit.findings],
        "reported": [_reported(one) for one in audit.reported],
        "notes": [_note(note) for note in audit.notes],
    }


def finding_object(finding: Finding) -> Mapping[str, Any]:
    """One finding in its published shape."""
    return {
        "criterion": finding.criterion,
        "clause": finding.clause,
        "quote": finding.quote,
        "title": finding.title,
        "mandatory": finding.mandatory,
        "outcome": finding.outcome,
        "decided": finding.decided,
        "required": _required(finding.required),
        "measured": _measured(finding.measured),
        "shortfall": _exact(finding.shortfall),
        "message": finding.message,
        "remedy": finding.remedy,
        "reasons": [_reason(reason, finding) for reason in finding.reasons],
        "counted": [_evidence(one, finding) for one in finding.counted],
        "excluded": [_evidence(one, finding) for one in finding.excluded],
        "cells": _cells(finding.cells),
        "waiver": None,
        "attestation": _attestation(finding.attestation),
    }


def _required(required: Required | None) -> Mapping[str, Any] | None:
    if required is None:
        return None
    return {
        "bound": required.bound,
        "value": _exact(required.value),
        "upper": _exact(required.upper),
        "unit": required.unit,
    }


def _measured(measured: Measured | None) -> Mapping[str, Any] | None:
    if measured is None:
        return None
    return {
        "low": _exact(measured.low),
        "high": _exact(measured.high),
        "low_open": measured.low_open,
        "high_open": measured.high_open,
        "unit": measured.unit,
    }


def _exact(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")


def _reason(reason: Reason, finding: Finding) -> Mapping[str, Any]:
    return {
        "code": reason.code,
        "text": finding.says(reason),
        "values": dict(reason.values),
        "cells": _cells(reason.cells),
    }


def _evidence(one: Evidence, finding: Finding) -> Mapping[str, Any]:
    """A record by its deciding cell; left out for a reason, or open for one."""
    cell = one.cells[0] if one.cells else None
    return {
        "row": one.row,
        "label": one.label,
        **(_cell(cell) if cell else {"sheet": None, "cell": None, "header": None, "value": None}),
        "reason": {"code": one.reason.code, "text": finding.says(one.reason)}
        if one.reason
        else None,
    }


def _cells(cells: Iterable[Cell]) -> list[Mapping[str, Any]]:
    return [_cell(cell) for cell in cells]


def _cell(cell: Cell) -> Mapping[str, Any]:
    return {"sheet": cell.sheet, "cell": cell.ref, "header": cell.header, "value": cell.value}


def _attestation(attestation: Attestation | None) -> Mapping[str, Any] | None:
    if attestation is None:
        return None
    return {
        "outcome": attestation.outcome,
        "remarks": attestation.remarks,
        "inspector": attestation.inspector,
        "date": attestation.day.isoformat(),
        "source": attestation.source,
        "cells": _cells(attestation.cells),
    }


def _reported(one: Reported) -> Mapping[str, Any]:
    return {
        "id": one.id,
        "clause": one.clause,
        "quote": one.quote,
        "title": one.title,
        "message": one.message,
        "cells": _cells(one.cells),
    }


def _note(note: Note) -> Mapping[str, Any]:
    return {"code": note.code, "message": note.message, "cells": _cells(note.cells)}
