"""Lines: rows of indicators while it is settled what they say, and the table that they make."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from centre_check.model.entry import Entry
from centre_check.model.facts import Cell, Trouble
from centre_check.model.table import Row, Table


@dataclass(frozen=True, eq=False, slots=True)
class IndicatorLine:
    """A row, and what it says after all in some fields; the cells stay those of the row."""

    row: Row
    after_all: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """Its number in the sheet."""
        return self.row.number

    def entry(self, name: str) -> Entry:
        """What it says in a field."""
        return self.after_all.get(name) or self.row.entry(name)

    def cell(self, name: str) -> Cell | None:
        """The cell that says it."""
        return self.row.cell(name)

    def saying(self, name: str, entry: Entry) -> "IndicatorLine":
        """The line where a field says something else."""
        return replace(self, after_all={**self.after_all, name: entry})

    def of_text(self, name: str, text: str) -> "IndicatorLine":
        """The line where a field holds another text."""
        return self.saying(name, Entry(self.entry(name).shown, text))

    def unread(self, name: str, why: str) -> "IndicatorLine":
        """The line where a field cannot be read, for a reason."""
        return self.saying(name, Entry(self.entry(name).shown, None, Trouble.UNREADABLE, why))


def lines_of(table: Table) -> list[IndicatorLine]:
    """The rows of a table as they stand."""
    return [IndicatorLine(row) for row in table.rows]


def table_of_lines(table: Table, lines: Sequence[IndicatorLine]) -> Table:
    """The table of these lines alone; a row may come twice, as of two indicators."""
    found = table.only([line.row.at for line in lines])
    changed = {name for line in lines for name in line.after_all} & set(found.columns)
    columns = {
        name: found.columns[name].rewritten(
            {
                at: (line.after_all[name], None)
                for at, line in enumerate(lines)
                if name in line.after_all
            }
        )
        for name in changed
    }
    return found.but(columns)
