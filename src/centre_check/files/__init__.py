"""Files that people write, read strictly: every mistake at once, with its line and a next step.

`strict_yaml.parse_yaml` gives the plain tree of a file with the place of each node,
`validation.check` makes a pydantic model of it; both raise one `BrokenFile` that holds all mistakes
found. They are no part of this module: an audit needs neither.
"""

from centre_check.files.mistakes import BrokenFile, Mistake, Term, WrongValue, raise_if
from centre_check.files.source import FilePlace, SourceFile

__all__ = [
    "BrokenFile",
    "FilePlace",
    "Mistake",
    "SourceFile",
    "Term",
    "WrongValue",
    "raise_if",
]
