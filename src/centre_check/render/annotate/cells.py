"""The cells of one sheet's XML: found, or made in their place, and given another style."""

import re
from bisect import bisect_left
from collections.abc import Callable

from centre_check.render.annotate.element import Element
from centre_check.render.annotate.xml import child, child_made, children, made, number
from centre_check.workbook.grid import Place, ref

_REF = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.IGNORECASE)


class SheetCells:
    """The cells of a worksheet part."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._data = child_made(root, "sheetData", _AFTER_DATA)
        self._rows, self._numbers = _numbered(self._data, "row", _row_number)
        self._cells: dict[int, tuple[list[Element], list[int]]] = {}
        self._merged = _merged(root)

    def anchor(self, address: str) -> Place | None:
        """The place of an address, in a merged range that of its first cell; None if it is none."""
        found = place_of(address)
        if found is None:
            return None
        row, column = found
        inside = (
            (top, left)
            for top, left, bottom, right in self._merged
            if top <= row <= bottom and left <= column <= right
        )
        return next(inside, found)

    def restyle(self, place: Place, style: Callable[[int], int]) -> None:
        """Give a cell the style that `style` makes of its own; a blank one is created."""
        cell = self._cell(place)
        cell.set("s", str(style(number(cell, "s"))))

    def _cell(self, place: Place) -> Element:
        at_row, column = place
        row = self._row(at_row)
        if at_row not in self._cells:
            self._cells[at_row] = _numbered(row, "c", _column)
        cells, columns = self._cells[at_row]
        at = bisect_left(columns, column)
        if at < len(columns) and columns[at] == column:
            return cells[at]
        cell = made(row, "c", {"r": ref(at_row, column)})
        if style := self._inherited(row, column):
            cell.set("s", style)
        _insert(row, cells, at, cell)
        columns.insert(at, column)
        row.drop("spans")  # only a hint, and now a wrong one
        return cell

    def _row(self, wanted: int) -> Element:
        at = bisect_left(self._numbers, wanted)
        if at < len(self._numbers) and self._numbers[at] == wanted:
            return self._rows[at]
        row = made(self._data, "row", {"r": str(wanted + 1)})
        _insert(self._data, self._rows, at, row)
        self._numbers.insert(at, wanted)
        return row

    def _inherited(self, row: Element, column: int) -> str:
        """The style that a blank cell has from its row, else from its column."""
        if row.get("s") and row.get("customFormat") in ("1", "true"):
            return row.get("s")
        columns = child(self._root, "cols")
        for one in () if columns is None else children(columns, "col"):
            if number(one, "min") <= column + 1 <= number(one, "max"):
                return one.get("style")
        return ""


_AFTER_DATA = frozenset({"sheetProtection", "autoFilter", "mergeCells", "pageMargins", "drawing"})


def place_of(address: str) -> Place | None:
    """`B9` as row and column from 0."""
    found = _REF.fullmatch(address.strip())
    return (int(found[2]) - 1, _column_number(found[1])) if found else None


def _column_number(letters: str) -> int:
    found = 0
    for letter in letters.upper():
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1


def _row_number(row: Element) -> int | None:
    stated = number(row, "r")
    return stated - 1 if stated else None


def _column(cell: Element) -> int | None:
    found = place_of(cell.get("r", ""))
    return found[1] if found else None


def _numbered(
    parent: Element, name: str, number_of: Callable[[Element], int | None]
) -> tuple[list[Element], list[int]]:
    """The children of this name with their numbers; one without an address follows the last."""
    elements = list(children(parent, name))
    numbers: list[int] = []
    last = -1
    for element in elements:
        stated = number_of(element)
        last = last + 1 if stated is None else stated
        numbers.append(last)
    if numbers != sorted(numbers):  # out of order: Excel reads it all the same
        order = sorted(range(len(numbers)), key=numbers.__getitem__)
        elements, numbers = [elements[at] for at in order], [numbers[at] for at in order]
    return elements, numbers


def _insert(parent: Element, known: list[Element], at: int, element: Element) -> None:
    others = parent.children
    if at < len(known):
        parent.insert(others.index(known[at]), element)
    else:
        parent.insert(others.index(known[-1]) + 1 if known else 0, element)
    known.insert(at, element)


def _merged(root: Element) -> list[tuple[int, int, int, int]]:
    merges = child(root, "mergeCells")
    found = []
    for one in () if merges is None else children(merges, "mergeCell"):
        first, _, last = one.get("ref", "").partition(":")
        start, end = place_of(first), place_of(last or first)
        if start and end:
            found.append((*start, *end))
    return found
