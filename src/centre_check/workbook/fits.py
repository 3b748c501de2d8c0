"""How well a sheet's columns fit each sheet of the form, where neither number nor name tells.

A head that many sheets have tells little, 备注 nothing; the table that most of the telling heads
speak for is taken, unless another one comes near.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from centre_check.form.types import Layout, Sheet
from centre_check.workbook.blocks import Finder
from centre_check.workbook.grid import Grid
from centre_check.workbook.headers import Header, head_text

_ENOUGH = 1.5  # telling heads
_ENOUGH_TITLED = 1.0  # below a title, or under a name, that says the same
_TITLE = 1.0
_AHEAD = 0.75  # of the next one
_TITLE_ROWS = 3
_A_TABLE = 3  # heads
_SHARE = 0.3  # of the heads, at least, must be read


class Fit(NamedTuple):
    """A sheet of the form that a grid may hold, and how much speaks for it."""

    sheet: Sheet
    header: Header
    weight: float


def fits(grid: Grid, finder: Finder) -> list[Fit]:
    """The table sheets that this grid's columns plainly speak for, the likeliest first."""
    titled = titles(grid, finder)
    found: list[Fit] = []
    for fit in _weighed(grid, finder):
        is_titled = fit.sheet.id in titled
        is_keyed = fit.sheet.key in fit.header.fields
        is_enough = fit.weight >= (_ENOUGH if is_keyed and not is_titled else _ENOUGH_TITLED)
        has_share = len(fit.header.fields) >= _SHARE * len(fit.header.columns)
        if is_enough and has_share and (is_keyed or (is_titled and fit.weight > _ENOUGH_TITLED)):
            found.append(fit._replace(weight=fit.weight + is_titled * _TITLE))
    return sorted(found, key=lambda fit: fit.weight, reverse=True)


def likeliest(grid: Grid, finder: Finder) -> Fit | None:
    """The table sheet that most speaks for, however little that is."""
    titled = titles(grid, finder)
    found = [fit for fit in _weighed(grid, finder) if fit.weight >= _TITLE]
    return max(found, key=lambda fit: fit.weight + (fit.sheet.id in titled), default=None)


def _weighed(grid: Grid, finder: Finder) -> list[Fit]:
    headers = {sheet.id: finder.header(grid, sheet) for sheet in finder.tables}
    readers = Counter(
        (column.header, column.at)
        for header in headers.values()
        if header is not None
        for column in header.columns
        if column.field is not None
    )
    found: list[Fit] = []
    for sheet in finder.tables:
        header = headers[sheet.id]
        if header is not None and is_possible(grid, header, sheet, finder):
            read = [one for one in header.fields.values() if one.field and not one.field.is_common]
            weight = sum(1 / readers[one.header, one.at] for one in read)
            found.append(Fit(sheet, header, weight))
    return found


def is_possible(grid: Grid, header: Header, sheet: Sheet, finder: Finder) -> bool:
    """Whether a table of several heads has none that this sheet never has: whose employee he is.

    What stands in a group above counts as well: 「负责人信息 / 姓名」.
    """
    if len(header.columns) < _A_TABLE or not sheet.not_with:
        return len(header.columns) >= _A_TABLE
    heads = [column.header for column in header.columns]
    above = header.first - 1
    for column in header.columns if above >= 0 else ():
        group = head_text(grid, *grid.across.get((above, column.at), (above, column.at)))
        heads += [group + column.header] if group else []
    parts = [one for head in heads for one in finder.composer.parts(head)]
    return not any(recipe.fits(one) for recipe in sheet.not_with for one in parts)


def titles(grid: Grid, finder: Finder) -> set[str]:
    """The sheets that the grid's name, or a title in its first rows, is made to name."""
    above = (
        row[0]
        for row in grid.rows[:_TITLE_ROWS]
        if row and sum(raw is not None and raw != "" for raw in row) == 1
    )
    texts = [grid.name, *(raw for raw in above if isinstance(raw, str) and raw)]
    return {id_ for text in texts for id_ in finder.named(text)}


def chosen(found: Sequence[Fit]) -> Fit | None:
    """The one that is well ahead of the next, None if there is none."""
    first, *others = [*found, None]
    if first is None:
        return None
    next_ = others[0] if others else None
    return first if next_ is None or first.weight - next_.weight >= _AHEAD else None


def is_poor(header: Header | None, sheet: Sheet) -> bool:
    """Whether a sheet that bears a name has hardly the heads that belong to it, so far as seen."""
    if header is None or sheet.layout is Layout.KEY_VALUE:
        return header is None
    telling = [one for one in header.fields.values() if one.field and not one.field.is_common]
    heads = len(header.columns)
    return heads < _A_TABLE or len(telling) * 2 <= heads
