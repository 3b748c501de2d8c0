"""Which workbooks cannot be annotated without harm, and why."""

from centre_check.errors import CentreCheckError
from centre_check.words import mark

HINT = mark("the findings are written as a workbook of their own")


class NotAnnotated(CentreCheckError):
    """A copy of the workbook cannot be annotated: says why; nothing was changed."""

    exit_code = 3

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message, HINT, **values)


NO_PACKAGE = mark(
    "only .xlsx workbooks, with or without macros, can be annotated; this is another kind"
)
DAMAGED = mark("the workbook cannot be annotated: its part {part} cannot be read")
SIGNED = mark("the workbook is digitally signed; annotating it would make the signature invalid")
ENCRYPTED = mark("the workbook is encrypted and cannot be annotated")
