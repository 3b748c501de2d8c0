"""Entries of tables that offices fill in (decisions, exemptions, registers): read, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from centre_check.errors import WorkbookError
from centre_check.files.mistakes import each_told
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from centre_check.model.facts import Cell
    from centre_check.model.table import Row

MISSING = mark("{file}: {cell}: {header} is missing or cannot be read")


class EntryMistake(NamedTuple):
    """What is wrong with an entry or a whole file, in a sentence that `values` fill."""

    message: str
    values: Mapping[str, object]


class BrokenEntries(WorkbookError):
    """A table that people filled in and that cannot be used: all its mistakes, one a line."""

    def __init__(self, mistakes: Sequence[EntryMistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.say(Words("en"))))

    def say(self, words: Callable[..., str]) -> list[str]:
        """All of them in one text, one line a mistake."""
        told = each_told(self.mistakes, lambda one: words(one.message, **one.values), words)
        return ["\n".join(told)]


class Mistakes:
    """Gathers the mistakes of the files of one run, each with its file and cell."""

    def __init__(self) -> None:
        self.found: list[EntryMistake] = []

    def of_file(self, message: str, file: str, **values: object) -> None:
        """A mistake of a whole file."""
        self.found.append(EntryMistake(message, {"file": file, **values}))

    def at(self, message: str, file: str, row: Row, field: str, **values: object) -> None:
        """A mistake of one entry; where the row has no such cell, at the cell that names it."""
        cell = row.cell(field) or row.cell(row.table.key)
        where = {
            "file": file,
            "cell": place(cell, row),
            "header": cell.header if cell else field,
        }
        self.found.append(EntryMistake(message, where | values))

    def refuse(self) -> None:
        """Raise all of them, if there are any.

        Raises:
            BrokenEntries: there are.
        """
        if self.found:
            raise BrokenEntries(self.found)


def place(cell: Cell | None, row: Row) -> str:
    """Where an entry stands, for people: 工作表!B9, or the number of the line."""
    if cell is None:
        return str(row.number)
    return cell.address if cell.sheet else cell.ref


def text_of(row: Row, field: str) -> str:
    """What a field says; empty where it is blank."""
    said = row.entry(field).value
    return said if isinstance(said, str) else ""


def day_of(row: Row, field: str) -> date | None:
    """The day that a field says; None where it is blank, no day, or more than one."""
    said: Any = row.entry(field).value
    return said.low if getattr(said, "is_exact", False) else None


def choice_of(row: Row, field: str) -> str | None:
    """The one word of its dictionary that a field says; None where it says another or several."""
    said: Any = row.entry(field).value
    if getattr(said, "unlisted", True):
        return None
    known: frozenset[str] = said.known
    return next(iter(known)) if len(known) == 1 else None


def shown_of(row: Row, field: str) -> str:
    """What a field shows: masked where it names a person."""
    return row.entry(field).shown or "" if text_of(row, field) else ""
