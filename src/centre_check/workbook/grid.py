"""One sheet as a grid of raw cells, with what the reader of its values cannot see."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from centre_check.model.facts import Trouble
from centre_check.workbook.cells import Raw

Place = tuple[int, int]  # row and column, counted from 0
Troubles = Mapping[Place, tuple[Trouble, str | None]]


class Appearance(StrEnum):
    """What the look of a cell says besides its value."""

    STRUCK = "struck"
    COLOURLESS = "colourless"  # white on white
    UNSEEN = "unseen"  # its number format shows nothing: ;;;
    RED = "红"  # of its text or its background, where a legend may speak of it
    ORANGE = "橙"
    YELLOW = "黄"
    GREEN = "绿"
    BLUE = "蓝"
    PURPLE = "紫"
    GREY = "灰"


class _Fields(NamedTuple):
    name: str
    rows: Sequence[Sequence[Raw]]
    is_hidden: bool
    troubles: Troubles
    down: Mapping[Place, Place]
    across: Mapping[Place, Place]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    epoch_1904: bool = False
    has_macros: bool = False
    has_external_links: bool = False
    looks: Mapping[Place, frozenset[Appearance]] = {}
    comments: Mapping[Place, str] = {}


class Grid(_Fields):
    """A sheet: `rows` of raw cells from A1 on, without the blank ones after the last filled row.

    `troubles` are cells whose value is an error, a formula never computed or no value at all, with
    their text; `down` leads from the cells of a merged column to the one at its top; `across`
    likewise in rows. `hidden_rows` and `hidden_columns` count from 0; a row of no height is hidden.
    The epoch, macros and external links are the workbook's, the same in each of its sheets.
    `looks` are cells whose look says something, blank ones among them; `comments` what people
    wrote to cells.
    """

    def raw(self, row: int, column: int) -> Raw:
        """The cell's own value, None outside the filled part."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None

    @cached_property
    def width(self) -> int:
        """How many columns the widest row has, troubled cells included."""
        filled = max(map(len, self.rows), default=0)
        return max(filled, max((column + 1 for _, column in self.troubles), default=0))

    @cached_property
    def height(self) -> int:
        """How many rows hold something, troubled cells included."""
        return max(len(self.rows), max((row + 1 for row, _ in self.troubles), default=0))

    def is_blank(self, row: int, column: int) -> bool:
        """Whether nothing at all stands there; an error or an uncomputed formula is something."""
        if (row, column) in self.troubles:
            return False
        raw = self.raw(row, column)
        return raw is None or (isinstance(raw, str) and not raw.strip())


def merged(
    ranges: Sequence[tuple[Place, Place]] | None,
) -> tuple[dict[Place, Place], dict[Place, Place]]:
    """Where the cells of merged ranges get their value from: down one column, across one row."""
    down: dict[Place, Place] = {}
    across: dict[Place, Place] = {}
    for (top, left), (bottom, right) in ranges or ():
        if (bottom - top + 1) * (right - left + 1) > 100_000:  # a whole column merged is no table
            continue
        if len(down) + len(across) > 1_000_000:  # no sheet has as many; overlapping ones would
            break
        down.update({(row, left): (top, left) for row in range(top + 1, bottom + 1)})
        across.update({(top, column): (top, left) for column in range(left + 1, right + 1)})
    return down, across


def ref(row: int, column: int) -> str:
    """The address of a cell counted from 0: `ref(8, 1)` is `B9`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
