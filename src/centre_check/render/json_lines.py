"""Draw audits as JSON lines: each line stands alone, one workbook a line.

    {"schema_version":2,"key":"…","tool":{…},"input":{…},…}     the object of an audit
    {"schema_version":2,"key":"…","tool":{…},"error":{"path":…,"message":…,"hint":…}}

The first half of `key` says what the line rests on: the same half, the same line; the second is a
digest of the line itself, so that one which was damaged or changed is not taken for what it was. It
is empty where a second run might end otherwise.
"""

import json
import re
from hashlib import sha256
from typing import Any

from centre_check.model.findings import Failure
from centre_check.render.json import AUDIT_VERSION
from centre_check.results.published import TOOL, plain

_HEAD = f'{{"schema_version":{AUDIT_VERSION},"key":"'
_TOOL = f'","tool":{json.dumps(TOOL, separators=(",", ":"))},'
KEY = 32  # hexadecimal digits, of what a line rests on and of its digest
_KEY = re.compile(re.escape(_HEAD).encode() + b"([0-9a-f]{64})" + re.escape(_TOOL).encode())
_COMMON = ("schema_version", "key", "tool")  # what a line has beside the audit or the error


def audit_line(key: str, text: str) -> bytes:
    """The line of an audit, from its text as in a run's JSON."""
    return _line(key, text[1:].replace("\n", ""))


def failure_line(key: str, failure: Failure) -> bytes:
    """The line of a file that could not be audited."""
    error = json.dumps(plain(failure), ensure_ascii=False, separators=(",", ":"))
    return _line(key, f'"error":{error}}}')


def _line(key: str, rest: str) -> bytes:
    said = f"{rest}\n".encode()
    signed = f"{key}{_digest(key, said)}" if key else ""
    return f"{_HEAD}{signed}{_TOOL}".encode() + said


def _digest(key: str, said: bytes) -> str:
    return sha256(key.encode() + said).hexdigest()[:KEY]


def key_of(line: bytes) -> str:
    """What a line rests on; empty where that is not told, or the line is not as it was written."""
    found = _KEY.match(line)
    if not found or not line.endswith(b"}\n"):
        return ""
    key, digest = found[1].decode()[:KEY], found[1].decode()[KEY:]
    return key if digest == _digest(key, line[found.end() :]) else ""


def content_of(line: bytes) -> dict[str, Any] | Failure:
    """What a line says: the object of an audit, or why there is none."""
    said: dict[str, Any] = json.loads(line)
    if "error" in said:
        return Failure(**said["error"])
    return {name: value for name, value in said.items() if name not in _COMMON}
