"""Weighed rows: what was found of the records of one table, gathered row by row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from centre_check.form.types import Form, Sheet
from centre_check.logic.spelling import normalise
from centre_check.model.entry import Entry
from centre_check.model.facts import Cell, Choices, Trouble
from centre_check.model.table import Doubt, Nearby, Position, Said
from centre_check.workbook.columns import RewrittenColumns
from centre_check.workbook.grid import Grid, ref
from centre_check.workbook.masking import Masking
from centre_check.workbook.negation import covered
from centre_check.workbook.tables import TableRead


@dataclass(frozen=True, slots=True)
class Weighed:
    """The records of a table, counted from 0, and what speaks against them or stands near them."""

    sheet: Sheet
    form: Form
    read: TableRead
    masking: Masking
    doubts: dict[int, list[Doubt]] = field(default_factory=dict)
    nearby: dict[int, list[Nearby]] = field(default_factory=dict)
    fills: dict[str, dict[int, Said]] = field(default_factory=dict)

    @property
    def all(self) -> Sequence[int]:
        """Every record."""
        return range(len(self.read.numbers))

    def doubt(self, rows: Iterable[int], doubt: Doubt) -> None:
        """Leave rows open."""
        for at in rows:
            self.doubts.setdefault(at, []).append(doubt)

    def tell(self, rows: Iterable[int], code: str, cell: Cell) -> None:
        """Have a cell told where one of the rows decides."""
        for at in rows:
            self.nearby.setdefault(at, []).append(Nearby(code, cell))

    def fill(self, name: str, at: int, choice: str, cell: Cell) -> None:
        """Let a cell elsewhere speak for a row that leaves a field blank."""
        entry = Entry(cell.value, Choices(frozenset((choice,))))
        self.fills.setdefault(name, {})[at] = entry, Position(*cell[:3])

    def deny(self, name: str, at: int, cell: Cell) -> None:
        """Take the value of a row's field back, for what a cell elsewhere says."""
        entry = Entry(cell.value, trouble=Trouble.DENIED)
        self.fills.setdefault(name, {})[at] = entry, Position(*cell[:3])

    def contradicts(self, rows: Iterable[int], text: str, cell: Cell) -> bool:
        """Whether a text says a value of a binding field; rows with another value are open."""
        plain = covered(normalise(text), self.form.proof)
        is_any = False
        for name in self.sheet.headed.binding:
            words = self.form.words.get(self.sheet.by_id()[name].dictionary, {})
            said = {words[word] for word in _longest(words, plain) if not _is_negated(word, plain)}
            column = self.read.columns.get(name)
            if column is None or len(said) != 1:
                continue
            is_any = True
            for at in rows:
                value = column.entry(at).value
                if isinstance(value, Choices) and value.known and not value.known & said:
                    self.deny(name, at, cell)
        return is_any

    def done(self) -> TableRead:
        """The table with what was found."""
        columns = self.read.columns
        if self.fills:
            columns = RewrittenColumns(columns, self.fills, self.read.numbers)
        return replace(
            self.read,
            columns=columns,
            standing={at: tuple(why) for at, why in self.doubts.items()},
            nearby={at: tuple(dict.fromkeys(said)) for at, said in self.nearby.items()},
        )


def _is_negated(word: str, plain: str) -> bool:
    """Whether a text says that it is not so: 「没有兼职」."""
    return any(
        f"{no}{word}" in plain for no in ("不", "没有", "未", "无", "非", "不再", "没", "不是")
    )


def _longest(words: Iterable[str], plain: str) -> list[str]:
    """The words in a text that are no part of a longer one there: 非全日制, not 全日制."""
    said = [word for word in words if len(word) > 1 and word in plain]
    return [one for one in said if not any(one != other and one in other for other in said)]


def cell_at(grid: Grid, row: int, column: int, header: str, shown: str | None) -> Cell:
    """A cell of the grid as it is told."""
    return Cell(grid.name, ref(row, column), header, shown)
