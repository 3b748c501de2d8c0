"""Grouping: rows that are nobody by themselves, but a default pulled down, or the end of a name."""

from collections import Counter
from collections.abc import Mapping

from centre_check.form.types import Kind, Named, Sheet
from centre_check.model.table import Column, Said
from centre_check.workbook.cells import as_text
from centre_check.workbook.columns import Heads, RewrittenColumns, TableColumns, top
from centre_check.workbook.grid import Grid
from centre_check.workbook.standing import FIRM_ENDS

_SERIAL = "no"
_REST = 8  # characters at most that a broken name leaves for the row below


def with_somebody(rows: list[int], grid: Grid, heads: Heads, sheet: Sheet) -> list[int]:
    """The rows without those that hold only defaults pulled down beside no name."""
    if not sheet.headed.is_used or sheet.key not in heads.places:
        return rows
    at = heads.places[sheet.key]
    nameless = [row for row in rows if grid.is_blank(*top(grid, row, at))]
    if not nameless:
        return rows
    own = {name: place for name, place in heads.places.items() if name not in (_SERIAL, sheet.key)}
    said = {row: tuple(grid.raw(row, place) or None for place in own.values()) for row in rows}
    many = Counter(said[row] for row in nameless)
    fields = sheet.by_id()
    dated = [place for place, name in enumerate(own) if fields[name].kind is Kind.DATE]
    troubled = {row for row, _ in grid.troubles}
    dropped = set()
    for row in nameless:
        above = said.get(row - 1)
        pairs = zip(said[row], above, strict=True) if above is not None else ()
        is_like = above is not None and all(one is None or one == other for one, other in pairs)
        is_default = is_like and not any(said[row][place] for place in dated)
        if row not in troubled and (many[said[row]] > 1 or is_default):
            dropped.add(row)
    return [row for row in rows if row not in dropped]


def with_whole_names(
    rows: list[int], grid: Grid, heads: Heads, sheet: Sheet
) -> tuple[list[int], dict[int, str]]:
    """The rows without those that only end the name above; the whole names, by position."""
    if sheet.named is Named.THING or sheet.key not in heads.places:
        return rows, {}
    at = heads.places[sheet.key]
    kept: list[int] = []
    broken: dict[int, str] = {}
    for row in rows:
        if kept and kept[-1] == row - 1 and (rest := _lone_name(row, at, grid, heads)):
            head = as_text(grid.raw(row - 1, at)).strip()
            if _is_broken(head, rest, sheet.named):
                broken[len(kept) - 1] = head + rest
                continue
        kept.append(row)
    return kept, broken


def _lone_name(row: int, at: int, grid: Grid, heads: Heads) -> str:
    """The short text in the name column of a row that has nothing else, blank where it has."""
    if not all(grid.is_blank(row, one) for one in heads.places.values() if one != at):
        return ""
    rest = as_text(grid.raw(row, at)).strip()
    return rest if len(rest) <= _REST else ""


def _is_broken(head: str, rest: str, named: Named) -> bool:
    if named is Named.PERSON:
        return head.endswith(("·", "•", ".")) or rest.startswith(("·", "•"))
    return rest.endswith(FIRM_ENDS) and not head.endswith(FIRM_ENDS)


def joined_names(
    columns: Mapping[str, Column], broken: Mapping[int, str], sheet: Sheet, source: TableColumns
) -> Mapping[str, Column]:
    """The columns where names that were broken over two rows are whole."""
    if not broken:
        return columns
    field = sheet.by_id()[sheet.key]
    own = columns[sheet.key]
    whole: dict[int, Said] = {
        at: (source.reader.entry(name, field, own.header, epoch_1904=False), None)
        for at, name in broken.items()
    }
    return RewrittenColumns(columns, {sheet.key: whole}, source.numbers)
