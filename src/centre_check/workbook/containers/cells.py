"""Collect the cells of one sheet in whatever order they come; give its grid."""

import re
from collections.abc import Sequence

from centre_check.model.facts import Trouble
from centre_check.workbook.cells import Raw
from centre_check.workbook.grid import Grid, Place, merged

LAST_ROW, LAST_COLUMN = 1_048_575, 16_383  # XFD1048576, counted from 0
NOTHING: Sequence[Raw] = ()  # one for all blank rows: a stray far cell costs no million lists
_ERROR = (
    r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!"
    r"|BUSY!|PYTHON!|GETTING_DATA)|Err:[0-9]{3}|##+"
)
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]"


class Cells:
    """The cells of a sheet that hold something, and all that a grid says besides."""

    def __init__(self, name: str, *, is_hidden: bool = False) -> None:
        self.name = name
        self.is_hidden = is_hidden
        self.rows: dict[int, list[Raw]] = {}
        self.troubles: dict[Place, tuple[Trouble, str | None]] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merges: list[tuple[Place, Place]] = []

    def put(self, row: int, column: int, raw: Raw) -> None:
        """A cell with a value; blanks need not be put."""
        cells = self.rows.setdefault(row, [])
        if column >= len(cells):
            cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = raw

    def trouble(self, row: int, column: int, trouble: Trouble, shown: str | None = None) -> None:
        """A cell without a value that can be used, and what it shows."""
        self.troubles[row, column] = (trouble, shown)

    def hide_columns(self, first: int, last: int) -> None:
        """Columns from `first` to `last` are hidden."""
        self.hidden_columns.update(range(first, min(last, LAST_COLUMN) + 1))

    def grid(self) -> Grid:
        """The sheet, without the blank rows at its end."""
        filled = max((at for at, row in self.rows.items() if holds(row)), default=-1)
        rows = [NOTHING] * (filled + 1)
        for at, row in self.rows.items():
            if at <= filled:
                rows[at] = row
        down, across = merged(self.merges)
        return Grid(
            self.name,
            rows,
            self.is_hidden,
            self.troubles,
            down,
            across,
            frozenset(self.hidden_rows),
            frozenset(self.hidden_columns),
        )


def holds(row: Sequence[Raw]) -> bool:
    """Whether any cell of the row holds something; 0 and FALSE are something."""
    return any(row) or any(raw not in ("", None) for raw in row)


def visible(text: str) -> str:
    """The text with control characters spelled out as Excel does: `_x001B_`.

    Line breaks and tabs stay. A real escape in a cell would reach the terminal.
    """
    return re.sub(_CONTROL, lambda found: f"_x{ord(found[0]):04X}_", text)


def is_error(shown: str) -> bool:
    """Whether a cell that keeps only what it shows shows an error, or a column too narrow: ###."""
    return bool(re.fullmatch(_ERROR, shown.strip()))
