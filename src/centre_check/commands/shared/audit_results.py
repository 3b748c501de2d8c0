"""Audits that were made before, read back from JSON: a file of one run, JSON lines, or a folder."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from centre_check.errors import StandardError, UsageProblem
from centre_check.model.progress import CentreResult
from centre_check.words import mark

if TYPE_CHECKING:
    from pathlib import Path

_SUFFIXES = (".json", ".jsonl", ".ndjson")


def read_results(path: Path) -> list[CentreResult]:
    """What every audit says of its centre, in the order of the files' names.

    Raises:
        UsageProblem: there is no such file or folder, or no audit in it.
        StandardError: a file is no result of `audit -f json`.
    """
    if path.is_dir():
        files = sorted(one for one in path.rglob("*") if one.suffix.lower() in _SUFFIXES)
    else:
        files = [path]
    if not path.exists() or not files:
        raise UsageProblem(
            mark("{path}: there are no audits"),
            mark("give the JSON of audit -f json, or a folder of such files"),
            path=path,
        )
    return [result for one in files for result in _results(one)]


def _results(path: Path) -> list[CentreResult]:
    try:
        text = path.read_text("utf-8-sig")
        audits = _audits(text, path.suffix.lower())
        return [_result(one) for one in audits]
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StandardError(
            mark("{path} is not the JSON of audits"),
            mark("make it with centre-check audit … -f json -o {name}"),
            path=path,
            name=path.name,
        ) from error


def _audits(text: str, suffix: str) -> list[Any]:
    if suffix == ".json":
        said: Any = json.loads(text)
        listed: list[Any] = said.get("audits", [said])
        return listed
    lines = (json.loads(line) for line in text.splitlines() if line.strip())
    return [line for line in lines if "error" not in line]


def _result(audit: Any) -> CentreResult:
    centre = audit["centre"]
    days = (centre.get("built_from"), centre.get("built_until"))
    built = (
        (date.fromisoformat(days[0]), date.fromisoformat(days[1])) if days[0] and days[1] else None
    )
    return CentreResult(
        path=audit["input"]["path"],
        sha256=audit["input"]["sha256"],
        standard=audit["standard"]["id"],
        name=centre["name"],
        town=centre["town"],
        level=centre["level"],
        verdict=audit["verdict"],
        as_of=audit["as_of"],
        built=built,
    )
