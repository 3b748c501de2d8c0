"""Columns that no synonym names: read by what their heads are made of, if the entries agree.

Entries that are plainly something else refuse any head.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from centre_check.form.labels import label
from centre_check.form.types import Field, Kind, Sheet
from centre_check.model.recognition import Means
from centre_check.workbook.cells import Raw
from centre_check.workbook.composed import Composer
from centre_check.workbook.grid import Grid
from centre_check.workbook.headers import (
    SEARCHED_ROWS,
    Header,
    HeaderColumn,
    fuller,
    head_text,
    most_known,
    of_two_rows,
)
from centre_check.workbook.witness import (
    Testimony,
    below,
    can_be_refuted,
    knows,
    refutes,
    testimony,
)


def first_rows(grid: Grid) -> range:
    """The rows among which a header is looked for."""
    return range(min(SEARCHED_ROWS, grid.height))


def with_composed(  # noqa: PLR0917
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
        found = most_known(grid, rows, both)
    if found is None or (known is not None and _read(found) <= _read(known)):
        found = known
    if found is None:
        return None
    return _refuted(grid, _witnessed(grid, found, sheet, labels, made, composer))


def _read(header: Header) -> int:
    """How many columns have a field."""
    return sum(column.field is not None for column in header.columns)


def _made(
    grid: Grid, rows: Iterable[int], sheet: Sheet, labels: Mapping[str, Field], composer: Composer
) -> dict[str, tuple[Field, ...]]:
    """What the texts of these rows compose to, by their labels; those below a group with it."""
    found: dict[str, tuple[Field, ...]] = {}
    for row in rows:
        for at in range(len(grid.rows[row]) if row < len(grid.rows) else 0):
            own = head_text(grid, row, at)
            parent = head_text(grid, row - 1, grid.across.get((row - 1, at), (0, at))[1])
            for header in (own, parent + own) if own and parent else (own,):
                text = label(header) if header else ""
                if text and text not in labels and text not in found:
                    fields = composer.fields(sheet, header)
                    if fields:
                        found[text] = fields
    return found


def _same_rows(grid: Grid, known: Header, labels: Mapping[str, Field]) -> Header:
    if known.first == known.row:
        return fuller(grid, known.row, labels)
    return of_two_rows(grid, known.first, labels)


def _witnessed(  # noqa: PLR0917
    grid: Grid,
    header: Header,
    sheet: Sheet,
    labels: Mapping[str, Field],
    made: Mapping[str, tuple[Field, ...]],
    composer: Composer,
) -> Header:
    """Each composed column read only where its entries agree and no other column is the field."""
    taken = {
        column.field.id
        for column in header.columns
        if column.field is not None
        and label(column.header) in labels
        and not (column.field.kind is Kind.DATE and not below(grid, header.row, column.at))
    }
    columns: list[HeaderColumn] = []
    claims: dict[str, list[HeaderColumn]] = {}
    for column in header.columns:
        text = label(column.header)
        if column.field is not None and text not in labels:
            open_ = [one for one in made[text] if one.id not in taken]
            column = _heard(grid, header, column, open_, composer)  # noqa: PLW2901
            if column.field is not None:
                claims.setdefault(column.field.id, []).append(column)
        columns.append(column)
    unread = {
        one.at: one._replace(field=None, means=means, suggested=suggested)
        for several in claims.values()
        if len(several) > 1
        for one, means, suggested in _not_meant(grid, header, sheet, several, composer)
    }
    return header._replace(columns=tuple(unread.get(one.at, one) for one in columns))


def _heard(
    grid: Grid, header: Header, column: HeaderColumn, open_: Sequence[Field], composer: Composer
) -> HeaderColumn:
    """The column with the one of the open fields that its entries speak for, or with none."""
    if not open_:
        return column._replace(field=None)
    heard = below(grid, header.row, column.at)
    said = {one.id: testimony(heard, one, composer.form) for one in open_}
    fitting = [one for one in open_ if said[one.id] in (Testimony.AGREES, Testimony.NONE)]
    only = _only(fitting, heard, composer)
    if only is not None:
        return column._replace(field=only, means=Means.COMPOSED)
    is_refused = all(said[one.id] is Testimony.CONTRADICTS for one in open_)
    means = Means.CONTRADICTED if is_refused else Means.SUGGESTED
    return column._replace(field=None, means=means, suggested=tuple(open_))


def _not_meant(
    grid: Grid, header: Header, sheet: Sheet, several: Sequence[HeaderColumn], composer: Composer
) -> Iterator[tuple[HeaderColumn, Means | None, tuple[Field, ...]]]:
    """Of several columns that compose to one field those that are not it.

    The one is meant that fits the field's earlier recipe. Of a field that decides none is, where
    they say different things: two days are not one.
    """
    field = several[0].field
    assert field is not None
    entries = [below(grid, header.row, one.at) for one in several]
    if field.decides and any(one != entries[0] for one in entries):
        yield from ((one, Means.SUGGESTED, (field,)) for one in several)
        return
    meant = min(several, key=lambda one: composer.rank(sheet, field, one.header))
    yield from ((one, None, ()) for one in several if one is not meant)


def _only(fitting: Sequence[Field], heard: Sequence[Raw], composer: Composer) -> Field | None:
    """The one of several fields that the entries speak for: the one whose dictionary has them."""
    told = [one for one in fitting if one.dictionary and knows(heard, one, composer.form)]
    rest = told or [one for one in fitting if not one.dictionary]
    if len(fitting) == 1 or len(rest) == 1:
        return fitting[0] if len(fitting) == 1 else rest[0]
    return None


def standing_in(grid: Grid, header: Header, sheet: Sheet, composer: Composer) -> Header:
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


def with_others(grid: Grid, header: Header, sheet: Sheet, composer: Composer) -> Header:
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
    grid: Grid, header: Header, column: HeaderColumn, other: Sheet, composer: Composer
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


def without_altered(header: Header, composer: Composer) -> Header:
    """The header without the columns whose brackets make them another fact: 离岗日期（预计）."""
    columns = tuple(
        column._replace(field=None, means=Means.ALTERED, suggested=(column.field,))
        if column.field is not None and column.is_bracketed and composer.alters(column.header)
        else column
        for column in header.columns
    )
    return header if columns == header.columns else header._replace(columns=columns)


def _is_refuted(grid: Grid, header: Header, column: HeaderColumn, field: Field) -> bool:
    if not can_be_refuted(field):
        return False
    raw = grid.raw(header.row + 1, column.at)
    if raw.__class__ is str and raw and not raw[:1].isdigit():
        return False  # most columns: words stand below
    return refutes(below(grid, header.row, column.at), field)
