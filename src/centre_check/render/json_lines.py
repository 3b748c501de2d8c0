"""Draw audits as JSON lines: each line stands alone, one workbook a line.

    {"schema_version":2,"key":"…","tool":{…},"input":{…},…}     the object of an audit
    {"schema_version":2,"key":"…","tool":{…},"error":{"path":…,"message":…,"hint":…}}

`key` says what the line rests on: the same key, the same line. It is empty where a second run
might end otherwise.
"""

import json
import re
from typing import Any

from centre_check.model.findings import Failure
from centre_check.render.json import AUDIT_VERSION
from centre_check.results.published import TOOL, plain

_HEAD = f'{{"schema_version":{AUDIT_VERSION},"key":"'
_TOOL = f'","tool":{json.dumps(TOOL, separators=(",", ":"))},'
_KEY = re.compile(re.escape(_HEAD).encode() + b"([0-9a-f]{64})" + re.escape(_TOOL).encode())
_COMMON = ("schema_version", "key", "tool")  # what a line has beside the audit or the error


def audit_line(key: str, text: str) -> bytes:
    """The line of an audit, from its text as in a run's JSON."""
    return f"{_HEAD}{key}{_TOOL}{text[1:].replace(chr(10), '')}\n".encode()


def failure_line(key: str, failure: Failure) -> bytes:
    """The line of a file that could not be audited."""
    error = json.dumps(plain(failure), ensure_ascii=False, separators=(",", ":"))
    return f'{_HEAD}{key}{_TOOL}"error":{error}}}\n'.encode()


def key_of(line: bytes) -> str:
    """The key of a line; empty where it has none, is cut off, or is of another version."""
    found = _KEY.match(line)
    return found[1].decode() if found and line.endswith(b"}\n") else ""


def content_of(line: bytes) -> dict[str, Any] | Failure:
    """What a line says: the object of an audit, or why there is none."""
    said: dict[str, Any] = json.loads(line)
    if "error" in said:
        return Failure(**said["error"])
    return {name: value for name, value in said.items() if name not in _COMMON}
