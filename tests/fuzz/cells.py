"""The cell parsers as a target: one raw cell, and what is asked of it.

An input is a line of what is asked, the type and the text of a raw cell, parted by tabs. Asked is
a field of the form, read as the audit reads it, or one parser in one of its units.
"""

import json
import random
import struct
import time as clock
from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from tests.fuzz import mutate
from tests.fuzz.loop import Flaw

from centre_check.form.types import Disclosure, Field, Form, Kind
from centre_check.logic import Interval
from centre_check.model.entry import Entry
from centre_check.model.facts import Choices, Trouble
from centre_check.standard import shelf
from centre_check.workbook.cells import MESSAGES, UNITS, Parsed, Raw, date_interval, number, period
from centre_check.workbook.columns import NOTHING_ABOVE, entry_at
from centre_check.workbook.entries import EntryReader
from centre_check.workbook.grid import Grid

SEEDS = Path(__file__).parent / "corpus" / "seeds" / "cells.tsv"
_SECONDS = 0.5  # of CPU for one cell
_HEADERS = ("", "(万㎡)", "(亩)", "（元）", "(万元)", "(年)")
_REMARKS = frozenset((None, "", NOTHING_ABOVE, *MESSAGES, *MESSAGES.values()))
_STARTED = Interval(date(2020, 2, 29), date(2020, 3, 31))
_TYPES: Mapping[str, Callable[[str], Raw]] = {
    "str": json.loads,
    "int": int,
    "float": float,
    "bool": lambda shown: shown == "True",
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
    "timedelta": lambda shown: timedelta(seconds=float(shown)),
}
_TOKENS = mutate.words("cells")


class Cells:
    """The target."""

    suffix = ".tsv"

    @cached_property
    def seeds(self) -> Sequence[bytes]:
        """The lines of the corpus, each asked in its own way and of a few fields."""
        lines = SEEDS.read_text("utf-8").splitlines()
        return [line.encode() for line in lines if line]

    @cached_property
    def asked(self) -> Mapping[str, Callable[[Raw], Sequence[Parsed | Entry]]]:
        """Everything that can be asked of a cell."""
        form = shelf.take("huyi-2019-centre").form
        reader = EntryReader(form, disclosure=Disclosure.FULL)
        fields = {
            f"{sheet.id}.{field.id}{header}": partial(_entry, reader, field, field.header + header)
            for sheet in form.sheets
            for field in sheet.fields
            for header in (_HEADERS if field.kind is Kind.NUMBER else ("",))
        }
        units = {f"number {unit}": partial(_number, unit) for unit in UNITS}
        return {**fields, **units, **_OTHERS}

    @cached_property
    def keys(self) -> frozenset[str]:
        """All choices there are."""
        form: Form = shelf.take("huyi-2019-centre").form
        return frozenset(c.id for choices in form.dictionaries.values() for c in choices)

    def mutated(self, dice: random.Random, pool: Sequence[bytes]) -> bytes:
        """Another raw cell, mostly text; asked of the same field or of another one."""
        asked, kind, shown = _parts(dice.choice(pool))
        if dice.random() < 0.5:
            asked = dice.choice(list(self.asked))
        raw = _TYPES[kind](shown)
        if dice.random() < 0.08:
            return _line(asked, _odd_value(dice))
        changed = raw if isinstance(raw, str) else str(raw)
        other = _parts(dice.choice(pool))[2]
        for _ in range(1 + int(dice.expovariate(0.7))):
            changed = mutate.text(dice, changed, _TOKENS, other)
        return _line(asked, changed)

    def run(self, content: bytes) -> Hashable:
        """What kind of value the cell gives, or why none."""
        asked, kind, shown = _parts(content.rstrip(b"\n"))
        raw = _TYPES[kind](shown)
        began = clock.process_time()
        found = self.asked[asked](raw)
        flaws = [flaw(one.value, one.trouble, self.keys) for one in found]
        flaws += ["a remark without a message" for one in found if one.remark not in _REMARKS]
        if clock.process_time() - began > _SECONDS:
            flaws.append("a cell takes too long")
        if any(flaws):
            raise Flaw("; ".join(filter(None, flaws)))
        return (
            asked,
            kind,
            tuple((_shape(one.value), one.trouble, str(one.remark)) for one in found),
        )

    run_as_audit = run


def flaw(value: Any, trouble: Trouble | None, keys: frozenset[str]) -> str:
    """What is wrong with a value, or a trouble in its place; "" if nothing is."""
    if (value is None) == (trouble is None):
        return "neither a value nor a trouble, or both"
    match value:
        case Interval(low, high):
            return _flaw_of_ends([end for end in (low, high) if end is not None])
        case Choices(known, unlisted):
            is_known = known <= keys and (known or unlisted)
            return "" if is_known else "a choice that no dictionary has, or none at all"
        case None | str():
            return ""
        case _:
            return f"a value of the type {type(value).__name__}"


def _flaw_of_ends(ends: Sequence[Decimal] | Sequence[date]) -> str:
    if not ends:
        return "an interval without limits"
    if any(isinstance(end, Decimal) and (not end.is_finite() or end < 0) for end in ends):
        return "a number that is not finite, or below zero"
    return "" if ends[0] <= ends[-1] else "an interval that ends before it begins"


def _entry(reader: EntryReader, field: Field, header: str, raw: Raw) -> Sequence[Entry]:
    grid = Grid("A", [[raw]], False, {}, {}, {})  # noqa: FBT003 - not hidden
    return [entry_at(grid, (0, 0), field, header, reader)]


def _number(unit: str, raw: Raw) -> Sequence[Parsed]:
    return [number(raw, unit)]


_OTHERS: Mapping[str, Callable[[Raw], Sequence[Parsed]]] = {
    "date": lambda raw: [date_interval(raw, never=False)],
    "last day": lambda raw: [date_interval(raw, never=True)],
    "period": lambda raw: period(raw, None),
    "period with a start": lambda raw: period(raw, _STARTED),
}


def _line(asked: str, raw: Raw) -> bytes:
    match raw:
        case str():
            shown = json.dumps(raw)
        case timedelta():
            shown = str(raw.total_seconds())
        case date() | time():
            shown = raw.isoformat()
        case _:
            shown = str(raw)
    return f"{asked}\t{type(raw).__name__}\t{shown}".encode()


def _parts(content: bytes) -> tuple[str, str, str]:
    asked, kind, shown = content.decode().split("\t")
    return asked, kind, shown


def _odd_value(dice: random.Random) -> Raw:
    """A value that is no text, of any type and size."""
    day = date.fromordinal(dice.choice((1, dice.randint(1, 3_652_059), 3_652_059)))
    bits: float = struct.unpack("<d", dice.randbytes(8))[0]
    return dice.choice(
        (
            bits,
            round(dice.uniform(-10, 100_000), dice.randrange(5)),
            float(dice.choice(("nan", "inf", "-inf", "-0.0", "1e308", "5e-324", "2019.1"))),
            10 ** dice.randrange(40),
            dice.random() < 0.5,
            day,
            datetime(day.year, day.month, day.day, dice.randrange(24), dice.randrange(60)),
            time(dice.randrange(24), dice.randrange(60), dice.randrange(60)),
            timedelta(seconds=dice.uniform(-1e9, 1e12)),
        )
    )


def _shape(value: Any) -> Hashable:
    """What tells values of a kind apart, roughly."""
    match value:
        case Interval(low, high, low_open, high_open):
            places = len(str(low if low is not None else high)) if isinstance(low, Decimal) else 0
            return "interval", low is None, high is None, low == high, low_open, high_open, places
        case Choices(known, unlisted):
            return "choices", len(known), min(len(unlisted), 3)
        case str():
            return "text", min(len(value), 8)
        case _:
            return None
