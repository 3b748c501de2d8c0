"""Files that people write, read strictly: every mistake at once, with its line and a next step.

`parse_yaml` gives the plain tree of a file with the place of each node; `check` makes a pydantic
model of it. Both raise one `BrokenFile` that holds all mistakes found.
"""

from centre_check.files.mistakes import BrokenFile, Mistake, Term, WrongValue, raise_if
from centre_check.files.source import FilePlace, SourceFile
from centre_check.files.strict_yaml import parse_yaml
from centre_check.files.validation import check

__all__ = [
    "BrokenFile",
    "FilePlace",
    "Mistake",
    "SourceFile",
    "Term",
    "WrongValue",
    "check",
    "parse_yaml",
    "raise_if",
]
