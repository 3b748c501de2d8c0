"""Which sheet of the workbook is which sheet of the form: as mapped, by name, by its headers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from centre_check.form.labels import sheet_label
from centre_check.form.types import Form, Layout
from centre_check.logic.spelling import normalise
from centre_check.words import mark
from centre_check.words.nearest import nearest
from centre_check.workbook.blocks import Finder
from centre_check.workbook.grid import Grid
from centre_check.workbook.key_values import is_key_value
from centre_check.workbook.mapping import FormMapping

_CONTINUED = r"(?<=[^0-9])(?:[0-9]{1,2}|续[表0-9一二三]?)$"  # 导师名单2, after 导师名单
_YEAR = r"(?:19|20)\d\d(?:年度?)?"


class Match(NamedTuple):
    """Which grid is which sheet, and what became of the others.

    `rivals` are sheets of the form for which the workbook has several; none of them is taken.
    """

    grids: Mapping[str, Grid]
    by_headers: Sequence[Grid]
    rivals: Mapping[str, Sequence[Grid]]
    hidden: Sequence[Grid]
    unread: Sequence[Grid]
    ignored: Sequence[Grid] = ()
    mapped: frozenset[str] = frozenset()

    def known_by(self, sheet: str) -> str:
        """How a sheet of the form was found: name, columns or mapped; empty where it was not."""
        grid = self.grids.get(sheet)
        if grid is None:
            return ""
        if sheet in self.mapped:
            return "mapped"
        return "columns" if any(grid is one for one in self.by_headers) else "name"


def match_sheets(
    grids: Sequence[Grid], form: Form, finder: Finder, mapping: FormMapping | None = None
) -> Match:
    """Find every sheet of the form among the visible sheets of the workbook.

    Raises:
        BrokenFile: the mapping names sheets that the workbook does not have.
    """
    mapped = _mapped(grids, mapping) if mapping is not None else {}
    taken = {grid.name for grid in mapped.values()}
    visible = [grid for grid in grids if not grid.is_hidden and grid.height]
    free = [grid for grid in visible if grid.name not in taken]
    is_several = len(visible) > 1  # the only sheet is meant to be read, whatever it is called
    ignored = [g for g in free if is_several and sheet_label(g.name) in form.ignored_labels]
    free = [grid for grid in free if grid not in ignored]
    named = _with_continued(_named(free, form), free, form, finder)
    claims = {id_: found for id_, found in named.items() if id_ not in mapped}
    others = [grid for grid in free if not any(grid in found for found in claims.values())]
    wanted = {sheet.id for sheet in form.sheets} - set(named) - set(mapped)
    by_headers: list[Grid] = []
    for grid in others:
        for id_ in _by_headers(grid, form, finder, wanted):
            claims.setdefault(id_, []).append(grid)
            by_headers.append(grid)
    rivals = {id_: found for id_, found in claims.items() if len(found) > 1}
    found = mapped | {id_: only for id_, (only, *more) in claims.items() if not more}
    seen = {grid.name for several in (found.values(), *rivals.values()) for grid in several}
    return Match(
        found,
        _distinct(grid for grid in by_headers if any(grid is one for one in found.values())),
        rivals,
        [grid for grid in grids if grid.is_hidden and grid.height and grid.name not in taken],
        [grid for grid in free if grid.name not in seen],
        ignored,
        frozenset(mapped),
    )


def with_year(match: Match, year: int) -> Match:
    """The match where of several sheets, each of another year, the one of `year` is taken."""
    chosen: dict[str, Grid] = {}
    for id_, several in match.rivals.items():
        years = [set(re.findall(r"(?:19|20)\d\d", grid.name)) for grid in several]
        of_year = [grid for grid, own in zip(several, years, strict=True) if own == {str(year)}]
        if all(len(own) == 1 for own in years) and len(of_year) == 1:
            chosen[id_] = of_year[0]
    left = [grid for id_ in chosen for grid in match.rivals[id_] if grid is not chosen[id_]]
    return match._replace(
        grids=dict(match.grids) | chosen,
        rivals={id_: several for id_, several in match.rivals.items() if id_ not in chosen},
        unread=[*match.unread, *left],
    )


def _mapped(grids: Sequence[Grid], mapping: FormMapping) -> dict[str, Grid]:
    """The sheets that the mapping names."""
    from centre_check.files import raise_if

    by_name = {normalise(grid.name): grid for grid in grids}
    found: dict[str, Grid] = {}
    mistakes = []
    for id_, wish in mapping.sheets.items():
        grid = by_name.get(normalise(wish.sheet)) if wish.sheet else None
        if grid is not None:
            found[id_] = grid
        elif wish.sheet:
            close = nearest(wish.sheet, [grid.name for grid in grids])
            message = (
                mark("the workbook has no sheet 「{name}」; did you mean 「{close}」?")
                if close
                else mark("the workbook has no sheet 「{name}」")
            )
            mistakes.append(
                mapping.mistake(wish, ("sheet",), message, name=wish.sheet, close=close)
            )
    raise_if(mapping.name, mistakes)
    return found


def _named(grids: Sequence[Grid], form: Form) -> dict[str, list[Grid]]:
    """The sheets by name; by a name with a year only where there is none without."""
    exact: dict[str, list[Grid]] = {}
    dated: dict[str, list[Grid]] = {}
    for grid in grids:
        own = sheet_label(grid.name)
        id_ = form.sheet_labels.get(own)
        if id_ is not None:
            exact.setdefault(id_, []).append(grid)
        elif (id_ := form.sheet_labels.get(re.sub(_YEAR, "", own))) is not None:
            dated.setdefault(id_, []).append(grid)
    return dated | exact


def _with_continued(
    named: dict[str, list[Grid]], grids: Sequence[Grid], form: Form, finder: Finder
) -> dict[str, list[Grid]]:
    """The named sheets, and beside each those that go on with its table: 导师名单2."""
    taken = {grid.name for several in named.values() for grid in several}
    for grid in grids:
        id_ = form.sheet_labels.get(re.sub(_CONTINUED, "", sheet_label(grid.name)))
        if id_ in named and grid.name not in taken and _by_headers(grid, form, finder, {id_}):
            named[id_].append(grid)
    return named


def _by_headers(grid: Grid, form: Form, finder: Finder, wanted: set[str]) -> list[str]:
    """The sheets of the form whose headers this grid has, if it clearly has them."""
    found = [block.sheet.id for block in finder.blocks(grid, ()) if block.sheet.id in wanted]
    for sheet in form.sheets:
        is_wanted = sheet.layout is Layout.KEY_VALUE and sheet.id in wanted
        if is_wanted and is_key_value(grid, sheet, finder.key_values_end(grid, sheet)):
            found.append(sheet.id)
    return list(dict.fromkeys(found))


def _distinct(grids: Iterable[Grid]) -> list[Grid]:
    return list({grid.name: grid for grid in grids}.values())
