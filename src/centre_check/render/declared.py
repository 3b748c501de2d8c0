"""Draw what declared totals say as JSON lines: the table first, then one centre a line.

{"schema_version":1,"tool":{…},"input":{…},"standard":{…},"basis":"declared"}
{"row":5,"centre":{"name":…,"level":…,"area_code":…,"town":…},"verdict":…,"findings":[…]}
{"row":9,"centre":{…},"verdict":null,"findings":[],"repeats":5}
"""

import json
from collections.abc import Mapping
from json.encoder import encode_basestring as _quoted  # dumps takes ten times as long
from typing import Any

from centre_check.model.declared import Declared
from centre_check.model.facts import Input
from centre_check.model.findings import Finding
from centre_check.render.json import SCHEMA_VERSION
from centre_check.results.published import TOOL, exact, plain


def object_of(finding: Finding) -> str:
    """A finding of a row as JSON: without what is the same for every row."""
    return _dumped(
        {
            "criterion": finding.criterion,
            "clause": finding.clause,
            "outcome": finding.outcome,
            "required": plain(finding.required),
            "measured": plain(finding.measured),
            "shortfall": exact(finding.shortfall),
            "message": finding.message,
            "remedy": finding.remedy,
            "cells": list(map(plain, finding.cells)),
        }
    )


def head_line(source: Input, standard: Mapping[str, str]) -> str:
    """What all rows rest on."""
    head = {
        "schema_version": SCHEMA_VERSION,
        "tool": TOOL,
        "input": source._asdict(),
        "standard": standard,
        "basis": "declared",
    }
    return _dumped(head) + "\n"


def row_line(one: Declared) -> str:
    """One centre."""
    row = str(one.row)
    level = f'"{one.level}"' if one.level else "null"
    centre = (
        f'{{"name":{_quoted(one.name)},"level":{level},'
        f'"area_code":{_quoted(one.area_code)},"town":{_quoted(one.town)}}}'
    )
    findings = ",".join([row.join(clause.object) for clause in one.clauses])
    verdict = f'"{one.verdict}"' if one.verdict else "null"
    repeats = f',"repeats":{one.repeats}' if one.repeats else ""
    return (
        f'{{"row":{row},"centre":{centre},"verdict":{verdict},"findings":[{findings}]{repeats}}}\n'
    )


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
