"""What reading a workbook gives: its tables, and how each was found."""

from collections.abc import Mapping
from typing import NamedTuple

from centre_check.form.types import Sheet
from centre_check.model.facts import Cell
from centre_check.model.table import Table
from centre_check.workbook.blocks import Block
from centre_check.workbook.grid import Grid, ref
from centre_check.workbook.headers import HeaderColumn as Head
from centre_check.workbook.mapping import FormMapping
from centre_check.workbook.sheets import Match
from centre_check.workbook.tables import TableRead


class Part(NamedTuple):
    """One table, or the one record of a key/value sheet, as it stands in a grid."""

    sheet: Sheet
    grid: Grid
    read: TableRead
    block: Block | None  # None for a key/value sheet

    def header_cell(self, head: Head) -> Cell:
        """The cell of a header, or of a label beside its value."""
        row = self.block.header.row if self.block is not None else head.row
        return Cell(self.grid.name, ref(row, head.at), head.header, head.header)


class Reading(NamedTuple):
    """The tables by their ids in the form, and all that recognition knows of the workbook.

    `unread` are tables that nothing was read from because their sheet stands elsewhere.
    """

    tables: Mapping[str, Table]
    match: Match
    parts: tuple[Part, ...]
    unread: tuple[tuple[Grid, Block], ...]
    mapping: FormMapping | None

    def of(self, sheet: str) -> list[Part]:
        """The parts of one sheet of the form."""
        return [part for part in self.parts if part.sheet.id == sheet]
