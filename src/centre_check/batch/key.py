"""The key of a result: what must be the same for an earlier result to be as good as a new one."""

import hashlib
from pathlib import Path

from centre_check import __version__
from centre_check.render.json import SCHEMA_VERSION


def key(path: Path, content: bytes, wish: str) -> str:
    """The key of the audit of a workbook.

    `wish` says all that was asked for: standard, options, level, date, language.
    """
    known = (SCHEMA_VERSION, __version__, wish, str(path), hashlib.sha256(content).hexdigest())
    return hashlib.sha256(repr(known).encode("utf-8", "surrogateescape")).hexdigest()
