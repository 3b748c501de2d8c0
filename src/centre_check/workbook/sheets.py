"""Which sheet of the workbook is which sheet of the form: by name, else by its headers."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from centre_check.form.labels import sheet_label
from centre_check.form.types import Form, Layout, Sheet
from centre_check.workbook.grid import Grid
from centre_check.workbook.headers import find_header

_ENOUGH = 3  # known headers that make a sheet of another name the one that is looked for


class Match(NamedTuple):
    """Which grid is which sheet, and what became of the others.

    `rivals` are sheets of the form for which the workbook has several; none of them is taken.
    """

    grids: Mapping[str, Grid]
    by_headers: Sequence[Grid]
    rivals: Mapping[str, Sequence[Grid]]
    hidden: Sequence[Grid]
    unread: Sequence[Grid]


def match_sheets(grids: Sequence[Grid], form: Form) -> Match:
    """Find every sheet of the form among the visible sheets of the workbook."""
    visible = [grid for grid in grids if not grid.is_hidden and grid.height]
    named: dict[str, list[Grid]] = {}
    others: list[Grid] = []
    for grid in visible:
        own = sheet_label(grid.name)
        if own in form.sheet_labels:
            named.setdefault(form.sheet_labels[own], []).append(grid)
        elif own not in form.ignored_labels:
            others.append(grid)
    rivals = {id_: found for id_, found in named.items() if len(found) > 1}
    found = {id_: candidates[0] for id_, candidates in named.items() if id_ not in rivals}
    wanted = [sheet for sheet in form.sheets if sheet.id not in named]
    by_headers: list[Grid] = []
    for grid in others:
        best = _by_headers(grid, wanted)
        if best is not None and best.id in found:
            rivals[best.id] = [*rivals.get(best.id, [found[best.id]]), grid]
        elif best is not None:
            found[best.id] = grid
            by_headers.append(grid)
    for id_ in rivals:
        found.pop(id_, None)
    rival_names = {grid.name for several in rivals.values() for grid in several}
    read = {grid.name for grid in found.values()} | rival_names
    return Match(
        found,
        by_headers,
        rivals,
        [grid for grid in grids if grid.is_hidden and grid.height],
        [grid for grid in others if grid.name not in read],
    )


def _by_headers(grid: Grid, sheets: Sequence[Sheet]) -> Sheet | None:
    """The sheet of the form whose headers this grid has, if it clearly is one."""
    scores = []
    for sheet in sheets:
        header = find_header(grid, sheet) if sheet.layout is Layout.TABLE else None
        if header is not None and sheet.key in header.fields:
            scores.append((len(header.fields), sheet.number, sheet))
    scores.sort(key=lambda scored: scored[:2], reverse=True)
    if not scores or scores[0][0] < _ENOUGH:
        return None
    if len(scores) > 1 and scores[1][0] == scores[0][0]:
        return None  # it could as well be another one
    return scores[0][2]
