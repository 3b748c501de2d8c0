"""Draw what was made of results as JSON: one envelope for every command that reads results.

{schema_version, tool{name,version}, run{lang,mode}, …the command's own…, errors[{path,…}]}
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from centre_check.model.findings import Failure
from centre_check.model.outcomes import Outcome
from centre_check.render.json import SCHEMA_VERSION
from centre_check.results.published import TOOL
from centre_check.results.types import CentreResult, StandardUsed


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
