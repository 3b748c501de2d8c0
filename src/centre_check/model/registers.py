"""Registers: a sheet of persons or entities, row by row, with what each row counts for."""

from typing import NamedTuple


class LeftOut(NamedTuple):
    """Clauses, by their ids, for which a row does not count or stays open, and the reason why."""

    criteria: tuple[str, ...]
    reason: str


class RegisterRow(NamedTuple):
    """A row of the workbook: its number there, its texts (None: blank), what it counts for."""

    number: int
    texts: tuple[str | None, ...]
    counted: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class Register(NamedTuple):
    """One sheet of persons or entities; `head` names its columns, and no row may be left out."""

    title: str
    head: tuple[str, ...]
    rows: tuple[RegisterRow, ...]
