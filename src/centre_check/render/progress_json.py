"""Draw the progress of a programme as JSON; numbers that decide are exact decimals as strings."""

import json
from decimal import Decimal
from typing import Any

from centre_check.model.facts import Cell
from centre_check.model.progress import MeasureProgress, Progress, Rate, Status, TargetProgress
from centre_check.render.json import SCHEMA_VERSION, TOOL


def render(progress: Progress, lang: str) -> bytes:
    """The progress as one JSON text."""
    shown = {
        "schema_version": SCHEMA_VERSION,
        "tool": TOOL,
        "run": {"as_of": progress.as_of.isoformat(), "lang": lang, "mode": "progress"},
        "input": progress.input._asdict(),
        "standard": {
            "id": progress.standard,
            "title": progress.title,
            "edition": progress.edition,
            "sha256": progress.standard_sha256,
            "document": progress.document,
            "issuer": progress.issuer,
            "options": {one.id: one.chosen for one in progress.options},
        },
        "as_of": progress.as_of.isoformat(),
        "as_of_from": progress.as_of_from,
        "summary": {str(status): progress.number_of(status) for status in Status},
        "targets": [_target(one) for one in progress.targets],
        "duties": [one._asdict() for one in progress.duties],
        "reported": [
            {"id": one.id, "title": one.title, "quote": one.quote, "message": one.message}
            for one in progress.reported
        ],
        "recomputed": [one._asdict() for one in progress.recomputed],
        "notes": [
            {"code": one.code, "message": one.message, "cells": [_cell(c) for c in one.cells]}
            for one in progress.notes
        ],
    }
    text = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
    return text.replace('{"id":"', '\n{"id":"').encode() + b"\n"


def _target(target: TargetProgress) -> dict[str, Any]:
    return {
        "id": target.id,
        "clause": target.clause,
        "quote": target.quote,
        "title": target.title,
        "level": target.level,
        "responsible": target.responsible,
        "supporting": target.supporting,
        "interpretation": target.interpretation,
        "status": target.status,
        "measures": [_measure(one) for one in target.measures],
    }


def _measure(one: MeasureProgress) -> dict[str, Any]:
    return {
        "title": one.title,
        "period": [one.first.isoformat(), one.last.isoformat()] if one.first and one.last else None,
        "status": one.status,
        "decides": one.decides,
        "is_stretch": one.is_stretch,
        "required": {
            "bound": one.required.bound,
            "value": _exact(one.required.value),
            "upper": _exact(one.required.upper),
            "unit": one.required.unit,
            "text": one.required_text,
        },
        "measured": {
            "low": _exact(one.measured.low),
            "high": _exact(one.measured.high),
            "low_open": one.measured.low_open,
            "high_open": one.measured.high_open,
            "unit": one.measured.unit,
            "text": one.found,
        },
        "rate": _rate(one.rate),
        "rate_text": one.rate_text,
        "time_progress": _exact(one.elapsed),
        "gap": _exact(one.gap),
        "parts": [part._asdict() for part in one.parts],
        "stretch": one.stretch._asdict() if one.stretch else None,
        "beside": [{"title": title, "found": found} for title, found in one.beside],
        "reasons": one.reasons,
        "remarks": list(one.remarks),
        "cells": [_cell(cell) for cell in one.cells],
    }


def _rate(rate: Rate | None) -> dict[str, Any] | None:
    if rate is None:
        return None
    return {
        "low": _exact(rate.low),
        "high": _exact(rate.high),
        "low_open": rate.low_open,
        "high_open": rate.high_open,
    }


def _exact(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")


def _cell(cell: Cell) -> dict[str, Any]:
    return {"sheet": cell.sheet, "cell": cell.ref, "header": cell.header, "value": cell.value}
