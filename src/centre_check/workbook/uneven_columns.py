"""Columns that are not one a fact: two facts that one head joins, a period over several cells."""

from centre_check.form.labels import label
from centre_check.form.types import Field, Personal, Sheet
from centre_check.model.recognition import Means
from centre_check.workbook.composed import Composer
from centre_check.workbook.grid import Grid
from centre_check.workbook.headers import Header, HeaderColumn
from centre_check.workbook.shared_cells import pieces
from centre_check.workbook.witness import are_days, below, has_numbers


def split(grid: Grid, header: Header, sheet: Sheet, composer: Composer) -> Header:
    """The header with a column each for the facts that one head joins: 「负责人及联系电话」."""
    columns: list[HeaderColumn] = []
    taken = set(header.fields)
    for column in header.columns:
        fields = () if column.field is not None else _joined(column, sheet, composer)
        numbers = [one for one in fields if one.personal in (Personal.PHONE, Personal.NUMBER)]
        is_open = len(numbers) == 1 and not taken & {one.id for one in fields}
        if not is_open or not has_numbers(below(grid, header.row, column.at), numbers[0]):
            columns.append(column)
            continue
        taken |= {one.id for one in fields}
        columns += [column._replace(field=one, means=Means.COMPOSED) for one in fields]
    return header._replace(columns=tuple(columns))


def _joined(column: HeaderColumn, sheet: Sheet, composer: Composer) -> tuple[Field, ...]:
    parts = pieces(label(column.header))
    by_id = sheet.by_id()
    found: list[Field] = []
    for part in parts if len(parts) == 2 else ():
        known = sheet.labels.get(part)
        fields = (by_id[known],) if known is not None else composer.fields(sheet, part)
        found += fields if len(fields) == 1 else ()
    return tuple(found) if len({one.id for one in found}) == 2 else ()


def over_cells(grid: Grid, header: Header, sheet: Sheet) -> Header:
    """The header with the two ends of a period that takes several cells: date, 至, date."""
    by_id = sheet.by_id()
    heads = {column.at for column in header.columns}
    taken = set(header.fields)
    columns: list[HeaderColumn] = []
    for column in header.columns:
        columns.append(column)
        ends = column.field.supplies if column.field is not None else ()
        if not ends or taken & set(ends) or column.at + 1 in heads:
            continue
        last = column.at + (1 if are_days(below(grid, header.row, column.at + 1)) else 2)
        if last in heads or (last - 1 in heads and last - 1 != column.at):
            continue
        both = [below(grid, header.row, at) for at in (column.at, last)]
        if all(map(are_days, both)):
            start, end = (by_id[one] for one in ends)
            columns[-1] = column._replace(field=start, means=Means.COMPOSED)
            columns.append(HeaderColumn(last, column.header, end, Means.COMPOSED))
    return header._replace(columns=tuple(columns))
