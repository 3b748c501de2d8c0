"""What was read from a workbook: every fact with its cell, every absence with its cause."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

from centre_check.model.told import Sha256, Told

# A fact's value is one of: str (text), Interval[Decimal] (a number), Interval[date] (a date),
# Choices (a word of a dictionary). Any here keeps model below logic; readers and tests narrow it.
Value = Any


FOREVER = date.max  # 长期, 至今: a date that never comes


class Trouble(StrEnum):
    """Why a fact has no value. A blank is not a zero and an error is not a blank."""

    BLANK = "blank"
    UNREADABLE = "unreadable"
    ERROR_VALUE = "error_value"
    NO_STORED_RESULT = "no_stored_result"
    ENDS_BEFORE_START = "ends_before_start"
    DENIED = "denied"  # the entry speaks against what it is to prove
    NO_COLUMN = "no_column"
    NO_SHEET = "no_sheet"


class Cell(NamedTuple):
    """A cell as it stands in the workbook; value null when it is blank."""

    # Names, identity numbers and phones are already masked here unless the user asked to see
    # them, so that no output can leak what it never had.

    sheet: str
    ref: Annotated[str, Told(key="cell")]
    header: str
    value: str | None

    @property
    def address(self) -> str:
        """`工作表!B9`."""
        return f"{self.sheet}!{self.ref}"


AND_MORE = "等"  # among the unlisted words: the cell says that there are more


class Choices(NamedTuple):
    """Words of a dictionary found in one cell, and the text that no dictionary knows."""

    known: frozenset[str]
    unlisted: tuple[str, ...] = ()


class TableState(StrEnum):
    """How far a sheet of the form was found in the workbook."""

    READ = "read"  # found, with data rows
    NONE = "none"  # found, empty, and the form says that an empty one means there are none
    UNFILLED = "unfilled"  # found, no data rows: nobody has filled it in
    MISSING = "missing"  # not in the workbook
    SEVERAL = "several"  # several sheets could be it, so none was read


class Identity(NamedTuple):
    """How two rows are told to be the same person or entity, by field ids.

    `number` is the strong key (identity number, credit code), `name` the weak one; `apart` is the
    field whose mobile number tells persons of one name apart, none for organisations. `head` is
    the field with the person who may have signed in his own name, if there is one.
    """

    number: str
    name: str
    apart: tuple[str, ...] = ()
    head: str = ""
    titles: tuple[str, ...] = ()  # that may stand behind or before a person's name


class Note(NamedTuple):
    """What the reader should know of the workbook; never a verdict."""

    code: str
    message: str
    cells: tuple[Cell, ...] = ()


class Input(NamedTuple):
    """The file that was read."""

    path: str
    sha256: Sha256
    size: int
