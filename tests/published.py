"""The published JSON of an audit read record by record: what stands where in its tables."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from centre_check.model.evidence import Reason, Why
from centre_check.model.facts import Cell

Says = Callable[[Reason], str]


def told_in_full(report: Any) -> Any:
    """The JSON with every record of a finding by its cell, its causes with their cells."""
    for audit in report.get("audits", ()) if isinstance(report, dict) else ():
        if "tables" in audit:
            book = Book(audit["tables"])
            for finding in audit["findings"]:
                _told_in_full(finding, book)
    return report


def _told_in_full(finding: dict[str, Any], book: "Book") -> None:
    is_each = finding["required"] and finding["required"]["bound"] == "each"
    left = [*finding["excluded"], *finding["unconcerned"], *finding["undecided"]]
    because = [*(finding["excluded"] if is_each else ()), *finding["undecided"]]
    finding["reasons"] = [
        one | {"cells": [_object(book.at(address)) for address in one["cells"]]}
        for one in finding["reasons"]
    ] + [
        {"code": one.reason.code, "values": one.reason.values}
        | {"cells": [_object(cell) for cell in one.reason.cells]}
        for one in book.records(because)
        if one.reason is not None
    ]
    finding["cells"] += [
        _object(cell)
        for one in book.records([*left, *finding["counted"]])
        for cell in one.cells
        if _object(cell) not in finding["cells"]
    ]
    finding["counted"] = [_shown(one) for one in book.records(finding["counted"])]
    finding["excluded"] = [_shown(one) for one in book.records(left)]


def _shown(one: "Record") -> dict[str, Any]:
    cell = (
        _object(one.cells[0]) if one.cells else dict.fromkeys(("sheet", "cell", "header", "value"))
    )
    reason = {"code": one.reason.code} if one.reason is not None else None
    return {"row": one.row, "label": one.label, **cell, "reason": reason}


def _object(cell: Cell) -> dict[str, Any]:
    return {"sheet": cell.sheet, "cell": cell.ref, "header": cell.header, "value": cell.value}


class Record:
    """One record of a group."""

    def __init__(
        self, row: int, label: str, cells: tuple[Cell, ...], reason: Reason | None
    ) -> None:
        self.row, self.label, self.cells, self.reason = row, label, cells, reason

    def shown(self, says: Says) -> tuple[object, ...]:
        """As version 1 shows it."""
        why = (self.reason.code, says(self.reason)) if self.reason else None
        return self.row, self.label, self.cells[0] if self.cells else None, why


class Book:
    """The published tables: what stands at an address, what a row says in a field."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._tables = tables
        self._at: dict[str, Cell] = {}
        for id_, table in tables.items():
            for one in table["sections"]:
                cell = Cell(one["sheet"], one["cell"], one["header"], one["text"])
                self._at[cell.address] = cell
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
        return Cell(column["sheet"] or own["sheet"], ref, column["header"], value)

    def records(self, groups: Iterable[Mapping[str, Any]]) -> Iterator[Record]:
        """Every record of the groups."""
        for group in groups:
            for row in group["rows"]:
                yield self._record(group, row)

    def _record(self, group: Mapping[str, Any], row: int) -> Record:
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
        return Record(self._tables[table]["rows"][row], label, cells, reason)
