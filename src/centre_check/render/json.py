"""Draw audits as JSON: tables once, findings that refer to their rows; later commands read it.

A record is told by its table and its position there, counted from 0. Records that rest on the same
fields for the same cause stand together; no sentence is told of a row.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from centre_check import __version__
from centre_check.checks.standing import standing
from centre_check.model.evidence import Evidence, Reason
from centre_check.model.facts import Cell, Note
from centre_check.model.findings import (
    Attestation,
    Audit,
    Failure,
    Finding,
    Measured,
    Place,
    Remark,
    Reported,
    Required,
)
from centre_check.model.outcomes import Outcome
from centre_check.model.table import NOWHERE, Column, Table

SCHEMA_VERSION = 1  # of every other result than an audit's
AUDIT_VERSION = 2
TOOL: Mapping[str, str] = {"name": "centre-check", "version": __version__}
_LOOKED_AT = (Outcome.FAIL, Outcome.UNKNOWN, Outcome.MANUAL)  # whose cells a person would look at


def render(audits: Sequence[Audit], failures: Sequence[Failure], lang: str) -> str:
    """All audits of one run as one JSON text, every key in a fixed order."""
    days = {audit.as_of.isoformat() for audit in audits}
    return "".join(assemble(map(audit_text, audits), days, failures, lang))


def assemble(
    audits: Iterable[str], days: Collection[str], failures: Iterable[Failure], lang: str
) -> Iterator[str]:
    """The text of one run, piece by piece, from its audits' texts and the days they are as of."""
    run = {"as_of": min(days) if len(days) == 1 else None, "lang": lang, "mode": "audit"}
    head = {"schema_version": AUDIT_VERSION, "tool": TOOL, "run": run}
    yield f'{_dumped(head)[:-1]},\n"audits":['
    joint = ""
    for audit in audits:
        yield joint + audit
        joint = ",\n"
    yield f'],\n"errors":{_dumped([failure._asdict() for failure in failures])}}}\n'


def audit_text(audit: Audit) -> str:
    """One audit as a JSON object, each table and each finding on a line of its own."""
    return object_text(_audit(audit))


def object_text(audit: Mapping[str, Any]) -> str:
    """An audit's object as `audit_text` writes it: quick to write, and easy to compare."""
    parts = []
    for key, value in audit.items():
        if isinstance(value, list):
            shown = "[\n" + ",\n".join(_dumped(one) for one in value) + "\n]"
        elif key == "tables":
            lines = (f"{_dumped(id_)}:{_dumped(table)}" for id_, table in value.items())
            shown = "{\n" + ",\n".join(lines) + "\n}"
        else:
            shown = _dumped(value)
        parts.append(f"{_dumped(key)}:{shown}")
    return "{" + ",\n".join(parts) + "}"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _audit(audit: Audit) -> Mapping[str, Any]:
    cited = _Cited(audit.tables)
    findings = [_finding(finding, cited) for finding in audit.findings]
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
        "tables": cited.tables(),
        "findings": findings,
        "reported": [_reported(one) for one in audit.reported],
        "notes": [_note(note) for note in audit.notes],
    }


class _Cited:
    """The cells of an audit's tables by their places, and the columns that findings refer to."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._tables = tables
        self._fields = {
            table.id: {
                id(cell): (name, at)
                for name, column in table.cited.items()
                for at, cell in enumerate(column.cells)
                if cell is not None
            }
            | {id(head): (name, -1) for name, head in table.headers.items()}
            for table in tables.values()
        }
        self._used: dict[str, dict[str, None]] = {}

    def groups(self, records: Iterable[Evidence]) -> list[dict[str, Any]]:
        """Records one after another that rest on the same fields for the same cause."""
        groups: list[dict[str, Any]] = []
        last: object = None
        for one in records:
            table, at = one.first
            self._used.setdefault(table.id, {})
            fields = [self._field(table, at, cell) for cell in one.cells]
            name = self._field(table, at, one.name)
            reason = one.reason
            is_own = reason is None or reason.cells == one.cells[:1]
            for cell in reason.cells if reason and not is_own else ():
                self.mark(cell)
            key = (table.id, fields, name, reason and reason.why)
            if key == last and None not in fields and is_own:
                groups[-1]["rows"].append(at)
                continue
            last = key
            groups.append(
                {
                    "table": table.id,
                    "rows": [at],
                    "fields": fields if None not in fields else [],
                    "name": name,
                    "code": reason.code if reason else None,
                    "values": dict(reason.values) if reason else {},
                    "cells": _addresses(one.cells) if None in fields else [],
                    "because": _addresses(reason.cells) if reason and not is_own else None,
                }
            )
        return groups

    def _field(self, table: Table, at: int, cell: Cell | None) -> str | None:
        """The field of a cell of this very row; any other cell is told by its address."""
        name, own = self._fields.get(table.id, {}).get(id(cell), (None, -1))
        if name is not None and own == at:
            self._used.setdefault(table.id, {})[name] = None
            return name
        self.mark(cell)
        return None

    def mark(self, cell: Cell | None) -> None:
        """Publish the column of a cell that is told by its address."""
        for id_, fields in self._fields.items():
            if (found := fields.get(id(cell))) is not None:
                self._used.setdefault(id_, {})[found[0]] = None
                return

    def tables(self) -> dict[str, Any]:
        """The tables that were referred to, each with the columns that were."""
        return {
            id_: _table(table, self._used[id_])
            for id_, table in self._tables.items()
            if id_ in self._used
        }


def _table(table: Table, used: Iterable[str]) -> dict[str, Any]:
    named = [table.key] if table.key in table.columns else []
    columns = {name: table.columns.get(name) for name in dict.fromkeys((*named, *used))}
    filled = {name: column for name, column in columns.items() if column is not None}
    return {
        "sheet": table.title,
        "state": table.state,
        "known_by": table.known_by,
        "columns": {name: _column(name, column, table) for name, column in columns.items()},
        "rows": list(table.numbers),
        "entries": {
            name: [column.entries[code].shown for code in column.codes]
            for name, column in filled.items()
        },
        "strays": {
            name: {str(at): _place(place) for at, place in column.strays.items()}
            for name, column in filled.items()
            if column.strays
        },
        "standing": {
            str(at): [doubt.code for doubt in doubts] for at, doubts in standing(table).items()
        },
        "sections": list(_sections(table)),
    }


def _sections(table: Table) -> Iterator[dict[str, Any]]:
    """What stands outside of the table's columns and speaks of its rows, each cell once."""
    spoken = {
        doubt.cell: doubt.code
        for doubts in table.standing.values()
        for doubt in doubts
        if doubt.cell is not None
    }
    for cell, code in spoken.items():
        yield {
            "row": int("".join(filter(str.isdigit, cell.ref))),
            "sheet": cell.sheet,
            "cell": cell.ref,
            "header": cell.header,
            "text": cell.value,
            "says": code,
        }


def _column(name: str, column: Column | None, table: Table) -> dict[str, Any]:
    head = table.headers.get(name)
    letter = (column.letters if column is not None else "") or None
    is_elsewhere = column is not None and letter is not None and column.sheet != table.title
    return {
        "sheet": column.sheet if column is not None and is_elsewhere else None,
        "letter": letter,
        "head": head.ref if head else None,
        "header": head.header if head else column.header if column is not None else "",
        "known_by": table.heads_known_by.get(name, "embedded" if letter else ""),
    }


def _place(place: Any) -> dict[str, str] | None:
    """Where an entry stands that is not in its own row and column; None where it stands nowhere."""
    if place is NOWHERE:
        return None
    return {"sheet": place.sheet, "cell": place.ref, "header": place.header}


def _finding(finding: Finding, cited: _Cited) -> Mapping[str, Any]:
    """One finding in its published shape."""
    is_each = finding.required is not None and finding.required.bound == "each"
    told = {id(one.reason) for one in finding.left_out}
    loose = [reason for reason in finding.reasons if id(reason) not in told]
    for reason in loose:
        for cell in reason.cells:
            cited.mark(cell)
    return {
        "criterion": finding.criterion,
        "clause": finding.clause,
        "title": finding.title,
        "quote": finding.quote,
        "sentence": finding.sentence,
        "mandatory": finding.mandatory,
        "outcome": finding.outcome,
        "decided": finding.decided,
        "source": finding.source,
        "required": required_object(finding.required),
        "measured": measured_object(finding.measured),
        "shortfall": exact(finding.shortfall),
        "now": finding.now,
        "wanted": finding.wanted,
        "gap": finding.gap,
        "why": finding.why,
        "message": finding.message,
        "remedy": finding.remedy,
        "reasons": [_reason(reason) for reason in loose],
        "counted": cited.groups(finding.counted),
        "excluded": cited.groups(one for one in finding.excluded if one.is_near or is_each),
        "undecided": cited.groups(finding.undecided),
        "unconcerned": cited.groups(
            one for one in finding.excluded if not (one.is_near or is_each)
        ),
        "cells": cells_object(finding.deciding if finding.outcome in _LOOKED_AT else ()),
        "places": [_to_act(place) for place in finding.places],
        "remarks": [_remark(one) for one in finding.remarks],
        "waiver": None,
        "attestation": _attestation(finding.attestation),
    }


def required_object(required: Required | None) -> Mapping[str, Any] | None:
    """What a clause asks for."""
    if required is None:
        return None
    return {
        "bound": required.bound,
        "value": exact(required.value),
        "upper": exact(required.upper),
        "unit": required.unit,
    }


def measured_object(measured: Measured | None) -> Mapping[str, Any] | None:
    """What is proved and what cannot be ruled out."""
    if measured is None:
        return None
    return {
        "low": exact(measured.low),
        "high": exact(measured.high),
        "low_open": measured.low_open,
        "high_open": measured.high_open,
        "unit": measured.unit,
    }


def exact(number: Decimal | None) -> str | None:
    """A number that decides."""
    return None if number is None else format(number, "f")


def _remark(one: Remark) -> Mapping[str, Any]:
    cell = one.cells[0]
    return {"code": one.code, "text": one.text, "sheet": cell.sheet, "cell": cell.ref}


def _reason(reason: Reason) -> Mapping[str, Any]:
    return {
        "code": reason.code,
        "values": dict(reason.values),
        "cells": _addresses(reason.cells),
    }


def _addresses(cells: Iterable[Cell]) -> list[str]:
    return [cell.address for cell in cells]


def _to_act(place: Place) -> Mapping[str, Any]:
    return {
        "table": place.table,
        "sheet": place.sheet,
        "row": place.row,
        "cell": place.cell.ref if place.cell else None,
        "write": place.write,
    }


def cells_object(cells: Iterable[Cell]) -> list[Mapping[str, Any]]:
    """Cells as they stand in the workbook."""
    return [
        {"sheet": cell.sheet, "cell": cell.ref, "header": cell.header, "value": cell.value}
        for cell in cells
    ]


def _attestation(attestation: Attestation | None) -> Mapping[str, Any] | None:
    if attestation is None:
        return None
    return {
        "outcome": attestation.outcome,
        "remarks": attestation.remarks,
        "inspector": attestation.inspector,
        "date": attestation.day.isoformat(),
        "source": attestation.source,
        "evidence": attestation.evidence,
        "valid_until": attestation.valid_until.isoformat() if attestation.valid_until else None,
        "approver": attestation.approver,
        "cells": cells_object(attestation.cells),
    }


def _reported(one: Reported) -> Mapping[str, Any]:
    return {
        "id": one.id,
        "clause": one.clause,
        "quote": one.quote,
        "title": one.title,
        "message": one.message,
        "cells": cells_object(one.cells),
    }


def _note(note: Note) -> Mapping[str, Any]:
    return {"code": note.code, "message": note.message, "cells": cells_object(note.cells)}
