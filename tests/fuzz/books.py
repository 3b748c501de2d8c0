"""The reader as a target: one workbook's bytes, read as the audit reads them, and judged."""

import random
import re
import tempfile
import time
from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from unittest.mock import patch

from tests.fuzz import packages
from tests.fuzz.cells import flaw
from tests.fuzz.loop import Flaw

from centre_check.audit.run import Wish, run_audit
from centre_check.errors import CentreCheckError
from centre_check.form.types import Disclosure
from centre_check.model.entry import Entry
from centre_check.model.facts import Cell, Trouble
from centre_check.model.table import Facts
from centre_check.standard import shelf
from centre_check.standard.types import Edition
from centre_check.words import Words
from centre_check.workbook import isolation
from centre_check.workbook.containers import READERS, FileKind
from centre_check.workbook.containers.cells import visible
from centre_check.workbook.grid import Grid
from centre_check.workbook.guard import DEFAULT, Limits
from centre_check.workbook.notes import notes
from centre_check.workbook.read import read_book
from centre_check.workbook.source import open_workbook

SEEDS = Path(__file__).parent / "corpus" / "seeds"
LIMITS = DEFAULT._replace(inflated=16 << 20, part=8 << 20, cells=200_000, seconds=8)
TODAY = date(2020, 6, 30)
_SECONDS = 4  # of CPU for one workbook of a few kilobytes
_STEERS = "a control character is shown"
_SLOW = "takes too long"
_LARGEST = 60_000  # bytes; what grows beyond says nothing new
_PLACE = re.compile(r"([A-Z]+)([0-9]+)")
_WORDS = Words("en")


class _NotHere(Exception):
    """More than this process may take; the program's worker turns it into a sentence."""


class Books:
    """The target."""

    suffix = ".book"

    @cached_property
    def seeds(self) -> Sequence[bytes]:
        """Small workbooks of every kind that is read."""
        files = sorted(path for path in SEEDS.iterdir() if path.suffix != ".tsv")
        return [path.read_bytes() for path in files]

    @cached_property
    def edition(self) -> Edition:
        """The shipped standard."""
        return shelf.take("huyi-2019-centre")

    @cached_property
    def keys(self) -> frozenset[str]:
        """All choices there are."""
        choices = self.edition.form.dictionaries.values()
        return frozenset(choice.id for several in choices for choice in several)

    def mutated(self, dice: random.Random, pool: Sequence[bytes]) -> bytes:
        """One of the pool, changed where its parser looks."""
        one, other = dice.choice(pool), dice.choice(pool)
        changed = packages.changed(dice, one, other)
        return changed if len(changed) <= _LARGEST else dice.choice(self.seeds)

    def run(self, content: bytes) -> Hashable:
        """How it is read, doubtful files in this process too."""
        with patch.object(isolation, "run", _read_here):
            return self.run_as_audit(content)

    def run_as_audit(self, content: bytes) -> Hashable:
        """How it is read: the sentence of a refusal, or what was found in it."""
        began = time.process_time()
        try:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / f"book{_extension(content)}"
                path.write_bytes(content)
                outcome = self._outcome(path)
        except CentreCheckError as error:
            return error.message, error.hint
        except _NotHere as error:
            return str(error)
        if time.process_time() - began > _SECONDS:
            raise Flaw(_SLOW)
        return outcome

    def _outcome(self, path: Path) -> Hashable:
        form = self.edition.form
        source, grids = open_workbook(path, LIMITS)
        reading = read_book(grids, form, disclosure=Disclosure.FULL)
        facts = Facts(source, reading.tables, notes(reading, form, _WORDS))
        found = list(_said(facts))
        for entry, cell in found:
            wrong = flaw(entry.value, entry.trouble, self.keys) or _flaw_of_cell(grids, entry, cell)
            if wrong:
                raise Flaw(wrong)
        cells = [cell for note in facts.notes for cell in note.cells]
        shown = [note.message for note in facts.notes] + [cell.value or "" for cell in cells]
        if any(visible(text) != text for text in shown):
            raise Flaw(_STEERS)
        audit = run_audit(facts, self.edition, _WORDS, wish=Wish(), today=TODAY)
        states = frozenset(
            (table.id, table.state, bool(table.rows)) for table in facts.tables.values()
        )
        troubles = frozenset((entry.trouble, entry.remark) for entry, _ in found)
        codes = frozenset(note.code for note in audit.notes)
        return path.suffix, states, troubles, codes


def _read_here(kind: FileKind, content: bytes, _name: str, _limits: Limits) -> tuple[Grid, ...]:
    try:
        return READERS[kind](content)
    except (MemoryError, RecursionError) as error:
        raise _NotHere(type(error).__name__) from error


def _extension(content: bytes) -> str:
    """A name for text is believed, one for anything else is not."""
    return ".xlsx" if content.startswith((b"PK", b"\xd0\xcf")) else ".csv"


def _said(facts: Facts) -> Iterator[tuple[Entry, Cell | None]]:
    """What every row says in every field, and where."""
    for table in facts.tables.values():
        for row in table.rows:
            yield from ((row.entry(name), row.cell(name)) for name in table.columns)


def _flaw_of_cell(grids: Sequence[Grid], entry: Entry, cell: Cell | None) -> str:
    """Whatever has a value stands somewhere, and nothing that is shown can steer a terminal."""
    if cell is None:
        is_absent = entry.trouble in (Trouble.NO_COLUMN, Trouble.NO_SHEET)
        return "" if is_absent else "an entry without a cell"
    if entry.value is not None and not _stands(grids, cell):
        return "a value whose cell does not exist"
    shown = (cell.sheet, cell.header, cell.value or "")
    return _STEERS if any(visible(text) != text for text in shown) else ""


def _stands(grids: Sequence[Grid], cell: Cell) -> bool:
    place = _PLACE.fullmatch(cell.ref)
    if place is None:
        return False
    column = 0
    for letter in place[1]:
        column = column * 26 + ord(letter) - 64
    row = int(place[2]) - 1
    return any(grid.name == cell.sheet and not grid.is_blank(row, column - 1) for grid in grids)
