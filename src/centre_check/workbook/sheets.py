"""Which sheet of the workbook is which sheet of the form: as mapped, by name, by its headers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from centre_check.form.labels import sheet_label
from centre_check.form.types import Form, Layout, Sheet
from centre_check.logic.spelling import normalise
from centre_check.words import mark
from centre_check.words.nearest import nearest
from centre_check.workbook.blocks import Block, Finder
from centre_check.workbook.cards import card_of, is_mapped_card
from centre_check.workbook.fits import Fit, chosen, fits, is_poor, is_possible, titles
from centre_check.workbook.grid import Grid
from centre_check.workbook.headers import Header
from centre_check.workbook.key_values import is_key_value, told
from centre_check.workbook.mapping import FormMapping

_CONTINUED = r"(?<=[^0-9])(?:[0-9]{1,2}|续[表0-9一二三]?)$"  # 导师名单2, after 导师名单
_YEAR = r"(?:19|20)\d\d(?:年度?)?"


class Match(NamedTuple):
    """Which grid is which sheet, and what became of the others.

    `rivals` are sheets of the form for which the workbook has several; none of them is taken.
    `by_columns` are grids that only their columns tell, `cards` those that hold one record each,
    `near` those whose columns fit several sheets of the form alike: none is read.
    """

    grids: Mapping[str, Grid]
    by_headers: Sequence[Grid]
    rivals: Mapping[str, Sequence[Grid]]
    hidden: Sequence[Grid]
    unread: Sequence[Grid]
    ignored: Sequence[Grid] = ()
    mapped: frozenset[str] = frozenset()
    by_columns: Sequence[Grid] = ()
    cards: Mapping[str, Sequence[Grid]] = MappingProxyType({})
    near: Sequence[tuple[Grid, tuple[Sheet, ...]]] = ()

    def known_by(self, sheet: str) -> str:
        """How a sheet of the form was found: name, columns or mapped; empty where it was not."""
        grid = self.grids.get(sheet)
        if grid is None:
            return ""
        if sheet in self.mapped:
            return "mapped"
        by_columns = (*self.by_headers, *self.by_columns, *self.cards.get(sheet, ()))
        return "columns" if any(grid is one for one in by_columns) else "name"


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
    named = _well_named(_with_continued(_named(free, form), free, form, finder), form, finder)
    claims = {id_: found for id_, found in named.items() if id_ not in mapped}
    others = [grid for grid in free if not any(grid in found for found in claims.values())]
    wanted = {sheet.id for sheet in form.sheets} - set(named) - set(mapped)
    by_headers: list[Grid] = []
    for grid in others:
        for id_ in _by_headers(grid, form, finder, wanted):
            claims.setdefault(id_, []).append(grid)
            by_headers.append(grid)
    unclaimed = [grid for grid in others if not any(grid is one for one in by_headers)]
    cards = _cards(unclaimed, finder, wanted)
    for id_, several in cards.items():
        claims.setdefault(id_, several[:1])  # a roster is taken rather than cards
    unclaimed = [g for g in unclaimed if not any(g is one for own in cards.values() for one in own)]
    by_columns, near = _by_columns(unclaimed, finder, claims, wanted)
    for id_, grid in mapped.items():
        assert mapping is not None
        if is_mapped_card(grid, form.sheet(id_), mapping.sheets[id_], finder):
            cards[id_] = [grid]
    claims = {id_: _unmarked(found) for id_, found in claims.items()}
    rivals = {id_: found for id_, found in claims.items() if len(found) > 1}
    found = mapped | {id_: only for id_, (only, *more) in claims.items() if not more}
    read = (found.values(), *rivals.values(), *cards.values())
    seen = {grid.name for several in read for grid in several}
    return Match(
        found,
        _distinct(grid for grid in by_headers if any(grid is one for one in found.values())),
        rivals,
        [grid for grid in grids if grid.is_hidden and grid.height and grid.name not in taken],
        [grid for grid in free if grid.name not in seen],
        ignored,
        frozenset(mapped),
        [grid for grid in by_columns if any(grid is one for one in found.values())],
        {id_: own for id_, own in cards.items() if found.get(id_) is own[0]},
        near,
    )


_MARKED = re.compile(
    r"旧|备份|初稿|草稿|作废|废弃|废止|副本|过期|\((?:[2-9])\)|old|bak", re.IGNORECASE
)


def _unmarked(grids: list[Grid]) -> list[Grid]:
    """Of several sheets the one whose name does not say that it is an old one or a draft."""
    good = [grid for grid in grids if not _MARKED.search(normalise(grid.name))]
    return good if len(good) == 1 else grids


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


def _well_named(named: dict[str, list[Grid]], form: Form, finder: Finder) -> dict[str, list[Grid]]:
    """The named sheets without those whose columns plainly are another sheet's: heads decide."""
    kept: dict[str, list[Grid]] = {}
    for id_, several in named.items():
        sheet = form.sheet(id_)
        for grid in several:
            is_table = sheet.layout is Layout.TABLE
            if is_table and is_poor(header := finder.header(grid, sheet), sheet):
                if card_of(grid, finder, {id_}) is not None:
                    continue
                best = chosen(fits(grid, finder))
                if best is not None and best.sheet is not sheet and _is_far(best, header):
                    continue
            kept.setdefault(id_, []).append(grid)
        if sheet.layout is Layout.TABLE and len(kept.get(id_, ())) > 1:
            kept[id_] = _well_headed(kept[id_], sheet, finder)
    return kept


def _well_headed(grids: list[Grid], sheet: Sheet, finder: Finder) -> list[Grid]:
    """Of several sheets of one name those with its heads; all of them where none has them."""
    well = [grid for grid in grids if not is_poor(finder.header(grid, sheet), sheet)]
    return well or grids


def _is_far(best: Fit, named: Header | None) -> bool:
    """Whether the columns speak for another sheet much more than for the one of its name."""
    own = len(named.fields) if named is not None else 0
    return len(best.header.fields) >= 2 * own or own == 0


def _cards(grids: Sequence[Grid], finder: Finder, wanted: set[str]) -> dict[str, list[Grid]]:
    """The grids that hold cards, by the sheet of the form whose records these are."""
    found: dict[str, list[Grid]] = {}
    for grid in grids:
        sheet = card_of(grid, finder, wanted)
        if sheet is not None:
            found.setdefault(sheet.id, []).append(grid)
    return found


def _by_columns(
    grids: Sequence[Grid],
    finder: Finder,
    claims: dict[str, list[Grid]],
    wanted: set[str],
) -> tuple[list[Grid], list[tuple[Grid, tuple[Sheet, ...]]]]:
    """Enter the grids that their columns tell; those that fit several sheets alike are `near`."""
    taken: list[Grid] = []
    near: list[tuple[Grid, tuple[Sheet, ...]]] = []
    for grid in grids:
        found = [fit for fit in fits(grid, finder) if fit.sheet.id in wanted]
        best = chosen(found)
        if best is not None:
            claims.setdefault(best.sheet.id, []).append(grid)
            taken.append(grid)
        elif found:
            near.append((grid, tuple(fit.sheet for fit in found[:2])))
    return taken, near


def _by_headers(grid: Grid, form: Form, finder: Finder, wanted: set[str]) -> list[str]:
    """The sheets of the form whose headers this grid has, if it clearly has them."""
    best = chosen(fits(grid, finder))
    titled = titles(grid, finder)
    # What stands on a card below its labels is the entity's: its people, not the centre's.
    is_card = card_of(grid, finder, {sheet.id for sheet in finder.tables}) is not None
    found = [
        block.sheet.id
        for block in (() if is_card else finder.blocks(grid, ()))
        if block.sheet.id in wanted
        and _tells(block)
        and is_possible(grid, block.header, block.sheet, finder)
        and not _is_part(block, best)
    ]
    for sheet in form.sheets:
        if sheet.layout is not Layout.KEY_VALUE or sheet.id not in wanted:
            continue
        labels = told(grid, sheet, range(finder.key_values_end(grid, sheet)), finder.composer)
        is_sheet = is_key_value(labels, is_titled=sheet.id in titled)
        if is_sheet and card_of(grid, finder, wanted, than=set(labels.values())) is None:
            found.append(sheet.id)
    return list(dict.fromkeys(found))


def _tells(block: Block) -> bool:
    """Whether some head besides its key belongs to this sheet: 姓名, 性别, 电话 do to any."""
    return any(
        column.field is not None and not column.field.is_common
        for name, column in block.header.fields.items()
        if name != block.sheet.key
    )


def _is_part(block: Block, best: Fit | None) -> bool:
    """Whether the block's header is a part of another one: a founder's group in a roster."""
    if best is None or best.header.first == best.header.row:
        return False
    is_within = best.header.first <= block.header.row <= best.header.row
    return is_within and len(best.header.fields) > len(block.header.fields)


def _distinct(grids: Iterable[Grid]) -> list[Grid]:
    return list({grid.name: grid for grid in grids}.values())
