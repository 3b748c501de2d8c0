"""Evidence by reference: which records a finding rests on, their cells, why some do not count."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from centre_check.model.facts import Cell
from centre_check.model.table import Row


@dataclass(frozen=True, eq=False, slots=True)
class Why:
    """Why something is not a plain yes, wherever it is so: made once, told of many rows.

    `code` is stable and published; `values` fill the sentence that the words have for it.
    """

    code: str
    values: Mapping[str, str]


class Reason(NamedTuple):
    """Why a record did not count, or why that is open: a cause and the cells that show it."""

    why: Why
    cells: tuple[Cell, ...] = ()

    @property
    def code(self) -> str:
        """What kind of reason it is."""
        return self.why.code

    @property
    def values(self) -> Mapping[str, str]:
        """What fills its sentence."""
        return self.why.values


class Evidence(NamedTuple):
    """One record that was looked at, the cells that decided, why it was left out or stays open.

    It is told by its first row; `name` is the cell that says what it is called. `is_near` where it
    meets the clause's own test and was left out all the same: somebody might have counted it.
    """

    first: Row
    cells: tuple[Cell, ...]
    reason: Reason | None
    name: Cell | None
    is_near: bool = False

    @property
    def row(self) -> int:
        """The number of its first row in the sheet."""
        return self.first.table.numbers[self.first.at]

    @property
    def table(self) -> str:
        """The id of the form's sheet where that row stands."""
        return self.first.table.id

    @property
    def label(self) -> str:
        """What it is called."""
        return self.name.value or "" if self.name is not None else ""
