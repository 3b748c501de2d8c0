"""What goes wrong outside the program: one tree, each error one sentence with a next step."""


class CentreCheckError(Exception):
    """Something the user gave cannot be used: says what, where, and what to do next.

    Attributes:
        message: one sentence: file, place, cause.
        hint: one sentence: the next step; may be empty.
        exit_code: how the program ends, see `centre_check.commands.exit_codes`.
    """

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageProblem(CentreCheckError):
    """The command line is off: an unknown name, a missing path."""


class StandardError(CentreCheckError):
    """A standard, a form or another file that people write is broken."""

    exit_code = 3


class WorkbookError(CentreCheckError):
    """A workbook cannot be read at all."""

    exit_code = 3


class OutputError(CentreCheckError):
    """A result cannot be written."""

    exit_code = 3
