"""Find the header of a table: one row or two, anywhere in the first rows of a sheet.

A head is a field's by a synonym; where none names it, by what it is made of, if the entries below
agree. Entries that are plainly something else refuse any head.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from centre_check.form.labels import bracketed, label
from centre_check.form.types import Field, Sheet
from centre_check.model.recognition import Means
from centre_check.workbook.cells import Raw, as_text
from centre_check.workbook.composed import Composer
from centre_check.workbook.grid import Grid
from centre_check.workbook.mapping import NOT_MAPPED, SheetMapping
from centre_check.workbook.witness import Testimony, below, knows, refutes, testimony

SEARCHED_ROWS = 15
ENOUGH = 3  # known headers that make a row a header wherever it stands
_DEEPEST = 60  # rows: a header below long instructions, when there is none further up
_UNIT_LINE = r"(?<!填报)(?<!报送)(?<!填表)单位[:：]([^:：]{1,20})"
_OTHER_UNITS: Mapping[str, tuple[str, ...]] = {  # what a unit line may say for a column's unit
    "㎡": ("万㎡", "万平方米", "亩"),
    "万元": ("元",),
    "元": ("万元",),
    "元/月": ("万元",),
}


class Column(NamedTuple):
    """A column of a table: which field it holds, and its header as it stands in the sheet.

    `means` says how that is known where no synonym says so, or why the column is not read although
    its header may mean one of the `suggested` fields.
    """

    at: int
    header: str
    field: Field | None
    means: Means | None = None
    suggested: tuple[Field, ...] = ()
    others: tuple[Field, ...] = ()  # the one of a sheet that may stand in this one


class Header(NamedTuple):
    """A table's header: rows `first` to `row`, `columns` all that have a text, by position.

    The table takes the columns from `left` on, up to but without `right` (None: all there are).
    """

    first: int
    row: int
    columns: tuple[Column, ...]
    left: int = 0
    right: int | None = None

    @property
    def fields(self) -> Mapping[str, Column]:
        """The column of each field; the first one where a header stands twice."""
        found: dict[str, Column] = {}
        for column in self.columns:
            if column.field is not None:
                found.setdefault(column.field.id, column)
        return found


def find_header(
    grid: Grid,
    sheet: Sheet,
    mapping: SheetMapping = NOT_MAPPED,
    composer: Composer | None = None,
) -> Header | None:
    """The header row of `sheet`'s table in `grid`, None if there is none.

    The row with most known headers wins, the first of equals; two rows are read together when
    parent and child name more fields than either row alone. What is mapped wins over both. With a
    `composer`, heads that no synonym names are read by what they are made of.
    """
    labels = _labels(sheet, mapping)
    found = _known_header(grid, sheet, mapping, labels)
    if composer is not None:
        is_plain = found is not None and len(found.fields) >= ENOUGH
        rows = range(found.first, found.row + 1) if found and is_plain else _first_rows(grid)
        found = _composed(grid, found, rows, sheet, labels, composer)
        if found is not None:
            found = _with_others(
                grid, _standing_in(grid, found, sheet, composer), sheet, composer
            )
    if found is None:
        return None
    return _with_units(grid, _with_letters(grid, found, sheet, mapping))


def _known_header(
    grid: Grid, sheet: Sheet, mapping: SheetMapping, labels: Mapping[str, Field]
) -> Header | None:
    if mapping.header_row:
        found: Header | None = _header_at(grid, mapping.header_row - 1, labels)
        found = found if found is not None and found.columns else None
    else:
        found = _most_known(grid, range(min(SEARCHED_ROWS, grid.height)), labels)
        if found is None or not (len(found.fields) > 1 or sheet.key in found.fields):
            found = _most_known(grid, range(SEARCHED_ROWS, min(_DEEPEST, grid.height)), labels)
            found = found if found is not None and len(found.fields) >= ENOUGH else None
    return found


def header_from(grid: Grid, row: int, sheet: Sheet, composer: Composer) -> Header:
    """The header of `sheet` that begins in this row, of one row or two."""
    labels = _labels(sheet, NOT_MAPPED)
    found = _better(grid, row, labels)
    if len(found.fields) > 1:
        rows = range(found.first, found.row + 1)
        found = _composed(grid, found, rows, sheet, labels, composer) or found
    return _with_units(grid, found)


def _first_rows(grid: Grid) -> range:
    return range(min(SEARCHED_ROWS, grid.height))


def _composed(
    grid: Grid,
    known: Header | None,
    rows: range,
    sheet: Sheet,
    labels: Mapping[str, Field],
    composer: Composer,
) -> Header | None:
    """The header with the columns that the grammar names and the entries agree with.

    Where hardly a head is known by a synonym, `rows` are all that may be the header.
    """
    if known is not None and all(column.field is not None for column in known.columns):
        return _refuted(grid, known)
    made = _made(grid, rows, sheet, labels, composer)
    if not made:
        return _refuted(grid, known) if known is not None else None
    both = {**{text: fields[0] for text, fields in made.items()}, **labels}
    if known is not None and rows == range(known.first, known.row + 1):
        found: Header | None = _same_rows(grid, known, both)
    else:
        found = _most_known(grid, rows, both)
    if found is None or (known is not None and len(found.fields) <= len(known.fields)):
        found = known
    if found is None:
        return None
    return _refuted(grid, _witnessed(grid, found, labels, made, composer))


def _made(
    grid: Grid, rows: Iterable[int], sheet: Sheet, labels: Mapping[str, Field], composer: Composer
) -> dict[str, tuple[Field, ...]]:
    """What the texts of these rows compose to, by their labels; those below a group with it."""
    found: dict[str, tuple[Field, ...]] = {}
    for row in rows:
        for at in range(len(grid.rows[row]) if row < len(grid.rows) else 0):
            own = _text(grid, row, at)
            parent = _text(grid, row - 1, grid.across.get((row - 1, at), (0, at))[1])
            for header in (own, parent + own) if own and parent else (own,):
                text = label(header) if header else ""
                if text and text not in labels and text not in found:
                    fields = composer.fields(sheet, header)
                    if fields:
                        found[text] = fields
    return found


def _same_rows(grid: Grid, known: Header, labels: Mapping[str, Field]) -> Header:
    if known.first == known.row:
        return _better(grid, known.row, labels)
    return _double(grid, known.first, labels)


def _witnessed(
    grid: Grid,
    header: Header,
    labels: Mapping[str, Field],
    made: Mapping[str, tuple[Field, ...]],
    composer: Composer,
) -> Header:
    """Each composed column read only where its entries agree and no other column is the field."""
    taken = {
        column.field.id
        for column in header.columns
        if column.field is not None and label(column.header) in labels
    }
    columns: list[Column] = []
    for column in header.columns:
        text = label(column.header)
        if column.field is None or text in labels:
            columns.append(column)
            continue
        heard = below(grid, header.row, column.at)
        said = {one.id: testimony(heard, one, composer.form) for one in made[text]}
        open_ = [one for one in made[text] if one.id not in taken]
        fitting = [one for one in open_ if said[one.id] in (Testimony.AGREES, Testimony.NONE)]
        only = _only(fitting, heard, composer)
        if only is not None:
            taken.add(only.id)
            columns.append(column._replace(field=only, means=Means.COMPOSED))
        elif not open_:
            columns.append(column._replace(field=None))
        else:
            is_refused = all(said[one.id] is Testimony.CONTRADICTS for one in open_)
            means = Means.CONTRADICTED if is_refused else Means.SUGGESTED
            columns.append(column._replace(field=None, means=means, suggested=tuple(open_)))
    return header._replace(columns=tuple(columns))


def _only(fitting: Sequence[Field], heard: Sequence[Raw], composer: Composer) -> Field | None:
    """The one of several fields that the entries speak for: the one whose dictionary has them."""
    told = [one for one in fitting if one.dictionary and knows(heard, one, composer.form)]
    rest = told or [one for one in fitting if not one.dictionary]
    if len(fitting) == 1 or len(rest) == 1:
        return fitting[0] if len(fitting) == 1 else rest[0]
    return None


def _standing_in(grid: Grid, header: Header, sheet: Sheet, composer: Composer) -> Header:
    """The header where no column is the key, and another one is taken for it: 项目名称."""
    key = sheet.by_id().get(sheet.key)
    if key is None or not key.stands_in or key.id in header.fields:
        return header
    for at, column in enumerate(header.columns):
        if label(column.header) in key.stands_in:
            heard = below(grid, header.row, column.at)
            if testimony(heard, key, composer.form) is not Testimony.CONTRADICTS:
                taken = column._replace(field=key, means=Means.COMPOSED, suggested=())
                columns = (*header.columns[:at], taken, *header.columns[at + 1 :])
                return header._replace(columns=columns)
    return header


def _with_others(grid: Grid, header: Header, sheet: Sheet, composer: Composer) -> Header:
    """The header with the composed columns of sheets that may stand in this one."""
    columns = list(header.columns)
    for embedding in sheet.embeds:
        other = composer.form.sheet(embedding.sheet)
        known = {other.labels.get(label(one.header)) for one in columns if one.field is None}
        for at, column in enumerate(columns):
            if column.field is not None or column.suggested or label(column.header) in other.labels:
                continue
            field = _other(grid, header, column, other, composer)
            if field is not None and field.id in embedding.fields and field.id not in known:
                known.add(field.id)
                columns[at] = column._replace(means=Means.COMPOSED, others=(field,))
    return header._replace(columns=tuple(columns))


def _other(
    grid: Grid, header: Header, column: Column, other: Sheet, composer: Composer
) -> Field | None:
    """The field of the other sheet that the column's head composes to and its entries agree with.

    A period that is filled with single days tells when it ends.
    """
    fields = composer.fields(other, column.header)
    if not fields:
        return None
    heard = below(grid, header.row, column.at)
    by_id = other.by_id()
    ends = [by_id[one.supplies[1]] for one in fields if one.supplies]
    for candidates in (fields, ends):
        fitting = [
            one for one in candidates if testimony(heard, one, composer.form) is Testimony.AGREES
        ]
        if fitting:
            return _only(fitting, heard, composer)
    return None


def _refuted(grid: Grid, header: Header) -> Header:
    """The header without the columns whose entries are plainly something else."""
    columns = tuple(
        column._replace(field=None, means=Means.CONTRADICTED, suggested=(column.field,))
        if column.field is not None and _is_refuted(grid, header, column, column.field)
        else column
        for column in header.columns
    )
    return header if columns == header.columns else header._replace(columns=columns)


def _is_refuted(grid: Grid, header: Header, column: Column, field: Field) -> bool:
    raw = grid.raw(header.row + 1, column.at)
    if raw.__class__ is str and raw and not raw[:1].isdigit():
        return False  # most columns: words stand below
    return refutes(below(grid, header.row, column.at), field)


def _labels(sheet: Sheet, mapping: SheetMapping) -> Mapping[str, Field]:
    fields = sheet.by_id()
    labels = {text: fields[name] for text, name in sheet.labels.items()}
    if not mapping.columns:
        return labels
    own = {text: field for text, field in labels.items() if field.id not in mapping.columns}
    return own | {label(text): fields[name] for name, text in mapping.columns.items()}


def _most_known(grid: Grid, rows: Iterable[int], labels: Mapping[str, Field]) -> Header | None:
    best: Header | None = None
    for row in rows:
        known = len(best.fields) if best else 0
        better = _better(grid, row, labels)
        if len(better.fields) > known:
            best = better
        elif known >= ENOUGH:
            break  # what follows a header that is plain to see are its records
    return best


def _header_at(grid: Grid, row: int, labels: Mapping[str, Field]) -> Header:
    """The header that somebody says stands in this row: in it, or ending or beginning there."""
    candidates = [_single(grid, row, labels), _double(grid, row, labels)]
    if row > 0:
        candidates.append(_double(grid, row - 1, labels))
    return max(candidates, key=lambda header: len(header.fields))


def _better(grid: Grid, row: int, labels: Mapping[str, Field]) -> Header:
    """The row alone, or with the one below; a title above a header is no part of it."""
    single, double = _single(grid, row, labels), _double(grid, row, labels)
    if len(double.fields) <= len(single.fields):
        return single
    below = _single(grid, row + 1, labels)
    return double if len(double.fields) > len(below.fields) else below


def _single(grid: Grid, row: int, labels: Mapping[str, Field]) -> Header:
    return Header(row, row, _columns(grid, row, None, labels))


def _double(grid: Grid, row: int, labels: Mapping[str, Field]) -> Header:
    return Header(row, row + 1, _columns(grid, row + 1, row, labels))


def _columns(
    grid: Grid, row: int, parents: int | None, labels: Mapping[str, Field]
) -> tuple[Column, ...]:
    found: list[Column] = []
    for at in range(len(grid.rows[row]) if row < len(grid.rows) else 0):
        own = _text(grid, row, at)
        parent = (
            _text(grid, parents, grid.across.get((parents, at), (0, at))[1])
            if parents is not None
            else ""
        )
        for header in _spellings(own, parent):
            field = labels.get(label(header))
            if field is not None:
                found.append(Column(at, header, field))
                break
        else:
            if own or parent:
                found.append(Column(at, own or parent, None))
    return tuple(found)


def _spellings(own: str, parent: str) -> list[str]:
    """How a header may be meant: parent and child together, the child, a parent without child."""
    if own and parent:
        return [parent + own, own]
    return [own or parent] if own or parent else []


def _with_letters(grid: Grid, header: Header, sheet: Sheet, mapping: SheetMapping) -> Header:
    """The header with the columns that a mapping gives by letter."""
    if not mapping.letters:
        return header
    fields = sheet.by_id()
    given = {at: fields[name] for name, at in mapping.letters.items()}
    texts = {column.at: column.header for column in header.columns}
    columns = [
        column._replace(field=None)
        if column.field is not None and column.field.id in mapping.letters
        else column
        for column in header.columns
        if column.at not in given
    ]
    columns += [
        Column(at, texts.get(at) or _text(grid, header.row, at) or field.header, field)
        for at, field in given.items()
    ]
    return header._replace(columns=tuple(sorted(columns, key=lambda column: column.at)))


def _with_units(grid: Grid, header: Header) -> Header:
    """The header, its columns of amounts in the unit that a line above states: 「单位：万元」."""
    units = _unit_line(grid, header.first)
    if not units:
        return header
    columns = tuple(_in_unit(column, units) for column in header.columns)
    return header._replace(columns=columns)


def _in_unit(column: Column, units: frozenset[str]) -> Column:
    if column.field is None or bracketed(column.header):
        return column
    stated = [unit for unit in _OTHER_UNITS.get(column.field.unit, ()) if unit in units]
    return column._replace(header=f"{column.header}({stated[0]})") if stated else column


def _unit_line(grid: Grid, before: int) -> frozenset[str]:
    for row in range(min(before, len(grid.rows))):
        for raw in grid.rows[row]:
            if isinstance(raw, str) and "单位" in raw and (found := re.search(_UNIT_LINE, raw)):
                return frozenset(re.split(r"[、,，;；/和及\s]+", found[1].strip()))
    return frozenset()


def _text(grid: Grid, row: int, column: int) -> str:
    return as_text(grid.raw(row, column)).strip()
