"""Results as schema_version 1 had them: as they were written, and as version 2 still holds them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from centre_check.model.evidence import Evidence, Reason, Why
from centre_check.model.facts import Cell
from centre_check.model.findings import Audit, Finding
from centre_check.render.json import exact, measured_object, required_object

Says = Callable[[Reason], str]


def written(audit: Audit) -> list[dict[str, Any]]:
    """The findings as version 1 wrote them; records and cells in any order, each as often."""
    return [_written(finding) for finding in audit.findings]


def _written(finding: Finding) -> dict[str, Any]:
    return {
        "criterion": finding.criterion,
        "clause": finding.clause,
        "quote": finding.quote,
        "title": finding.title,
        "mandatory": finding.mandatory,
        "outcome": finding.outcome,
        "decided": finding.decided,
        "required": required_object(finding.required),
        "measured": measured_object(finding.measured),
        "shortfall": exact(finding.shortfall),
        "message": finding.message,
        "remedy": finding.remedy,
        "reasons": Counter(
            (one.code, finding.says(one), _frozen(one.values), one.cells) for one in finding.reasons
        ),
        "counted": Counter(_shown(one, finding.says) for one in finding.counted),
        "excluded": Counter(_shown(one, finding.says) for one in finding.left_out),
        "cells": set(finding.cells),
    }


def _shown(one: Evidence, says: Says) -> tuple[object, ...]:
    """A record by its deciding cell; left out for a reason, or open for one."""
    why = (one.reason.code, says(one.reason)) if one.reason else None
    return one.row, one.label, one.cells[0] if one.cells else None, why


def _frozen(values: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset(values.items())


def converted(audit: Mapping[str, Any], says: Sequence[Says]) -> list[dict[str, Any]]:
    """The same from the JSON of version 2; `says` tells the reasons of each finding."""
    book = _Book(audit["tables"])
    return [
        _converted(finding, book, own)
        for finding, own in zip(audit["findings"], says, strict=True)
    ]


def _converted(finding: Mapping[str, Any], book: "_Book", says: Says) -> dict[str, Any]:
    kept = ("criterion", "clause", "quote", "title", "mandatory", "outcome", "decided", "required")
    kept += ("measured", "shortfall", "message", "remedy")
    is_each = finding["required"] and finding["required"]["bound"] == "each"
    told = [*finding["undecided"], *(finding["excluded"] if is_each else ())]
    left = [*finding["excluded"], *finding["unconcerned"], *finding["undecided"]]
    own = [
        Reason(Why(one["code"], one["values"]), tuple(map(book.at, one["cells"])))
        for one in finding["reasons"]
    ]
    reasons = own + [one.reason for one in book.records(told) if one.reason is not None]
    every = [*book.records(finding["counted"]), *book.records(left)]
    return {name: finding[name] for name in kept} | {
        "reasons": Counter(
            (one.code, says(one), _frozen(one.values), one.cells) for one in reasons
        ),
        "counted": Counter(one.shown(says) for one in book.records(finding["counted"])),
        "excluded": Counter(one.shown(says) for one in book.records(left)),
        "cells": {
            cell for one in every for cell in (*one.cells, *(one.reason.cells if one.reason else ()))
        }
        | {cell for one in own for cell in one.cells},
    }


class _Record:
    """One record of a group."""

    def __init__(
        self, row: int, label: str, cells: tuple[Cell, ...], reason: Reason | None
    ) -> None:
        self.row, self.label, self.cells, self.reason = row, label, cells, reason

    def shown(self, says: Says) -> tuple[object, ...]:
        """As version 1 shows it."""
        why = (self.reason.code, says(self.reason)) if self.reason else None
        return self.row, self.label, self.cells[0] if self.cells else None, why


class _Book:
    """The published tables: what stands at an address, what a row says in a field."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._tables = tables
        self._at: dict[str, Cell] = {}
        for id_, table in tables.items():
            for name, column in table["columns"].items():
                if column["head"]:
                    head = Cell(table["sheet"], column["head"], column["header"], column["header"])
                    self._at[head.address] = head
                for row in range(len(table["entries"].get(name, ()))):
                    if (cell := self.cell(id_, name, row)) is not None:
                        self._at[cell.address] = cell

    def at(self, address: str) -> Cell:
        """The cell there."""
        return self._at[address]

    def cell(self, table: str, field: str, row: int) -> Cell | None:
        """The cell of a row in a field."""
        own = self._tables[table]
        column, value = own["columns"][field], own["entries"][field][row]
        stray = own["strays"].get(field, {}).get(str(row), "")
        if stray is None:
            return None
        if stray:
            return Cell(stray["sheet"], stray["cell"], stray["header"], value)
        ref = f"{column['letter']}{own['rows'][row]}"
        return Cell(own["sheet"], ref, column["header"], value)

    def records(self, groups: Iterable[Mapping[str, Any]]) -> Iterator[_Record]:
        """Every record of the groups."""
        for group in groups:
            for row in group["rows"]:
                yield self._record(group, row)

    def _record(self, group: Mapping[str, Any], row: int) -> _Record:
        table = group["table"]
        own = [self.cell(table, field, row) for field in group["fields"]]
        cells = tuple(cell for cell in own if cell) or tuple(map(self.at, group["cells"]))
        reason = None
        if group["code"] is not None:
            because = group["because"]
            on = cells[:1] if because is None else tuple(map(self.at, because))
            reason = Reason(Why(group["code"], group["values"]), on)
        name = self.cell(table, group["name"], row) if group["name"] else None
        label = name.value or "" if name is not None else ""
        return _Record(self._tables[table]["rows"][row], label, cells, reason)
