"""What goes wrong outside the program: one tree, each error one sentence with a next step."""

from collections.abc import Callable


class CentreCheckError(Exception):
    """Something the user gave cannot be used: says what, where, and what to do next.

    Attributes:
        message: the marked message, one sentence: file, place, cause; `values` fill its `{names}`.
        hint: the marked next step; may be empty.
        values: what fills the names of both.
        exit_code: how the program ends, see `centre_check.desk.exits`.
    """

    exit_code = 2

    def __init__(self, message: str, hint: str = "", **values: object) -> None:
        super().__init__(message.format(**values) if values else message)
        self.message = message
        self.hint = hint
        self.values = values

    def say(self, words: Callable[..., str]) -> list[str]:
        """The sentence in the user's language, then the next step if there is one."""
        return [words(part, **self.values) for part in (self.message, self.hint) if part]


class UsageProblem(CentreCheckError):
    """The command line is off: an unknown name, a missing path."""


class StandardError(CentreCheckError):
    """A standard, a form or another file that people write is broken."""

    exit_code = 3


class WorkbookError(CentreCheckError):
    """A workbook cannot be read at all."""

    exit_code = 3


class Defect(CentreCheckError):
    """The program itself broke down over one of many files; the others go on."""

    exit_code = 70


class WorkerProblem(CentreCheckError):
    """Those who do the work are gone."""

    exit_code = 3


class OutputError(CentreCheckError):
    """A result cannot be written."""

    exit_code = 3
