"""Draw estimates of subsidies as JSON: amounts are exact decimals of 元, as strings."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from centre_check.model.facts import Note
from centre_check.model.subsidies import Estimate
from centre_check.render.json import SCHEMA_VERSION, TOOL
from centre_check.standard.subsidies.types import Subsidies


def render(
    estimates: Sequence[tuple[Subsidies, Estimate]], notes: Sequence[Note], day: date, lang: str
) -> bytes:
    """All estimates of one run as one JSON text; `notes` are of the reading of their workbook."""
    shown = {
        "schema_version": SCHEMA_VERSION,
        "tool": TOOL,
        "run": {"as_of": day.isoformat(), "lang": lang, "mode": "subsidy"},
        "estimates": [_estimate(subsidies, one) for subsidies, one in estimates],
        "notes": [
            {"code": one.code, "message": one.message, "cells": [c.address for c in one.cells]}
            for one in notes
        ],
    }
    text = json.dumps(shown, ensure_ascii=False, indent=1)
    return text.replace('{\n "schema_version"', '{"schema_version"', 1).encode() + b"\n"


def _estimate(subsidies: Subsidies, one: Estimate) -> dict[str, Any]:
    return {
        "calculator": one.calculator,
        "title": one.title,
        "label": one.label,
        "clause": one.clause,
        "quote": one.quote,
        "standard": {
            "id": subsidies.id,
            "edition": subsidies.edition,
            "sha256": subsidies.sha256,
        },
        "standing": one.standing,
        "message": one.message,
        "given": [
            {"name": given.name, "text": given.text, "cells": [c.address for c in given.cells]}
            for given in one.given
        ],
        "parts": [{"text": part.text, "amount": _exact(part.amount)} for part in one.parts],
        "basis": _exact(one.basis),
        "cap": _exact(one.cap),
        "range": [_exact(limit) for limit in one.range] if one.range else None,
        "amount": _exact(one.amount),
        "findings": [
            {
                "criterion": found.criterion,
                "quote": found.quote,
                "outcome": found.outcome,
                "message": found.message,
                "cells": [cell.address for cell in found.cells],
            }
            for found in one.findings
        ],
        "notes": list(one.notes),
    }


def _exact(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")
