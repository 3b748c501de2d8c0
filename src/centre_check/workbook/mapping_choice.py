"""Choose among an office's mappings the one whose heads a workbook has."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from centre_check.errors import UsageProblem
from centre_check.form.labels import label
from centre_check.logic.spelling import normalise
from centre_check.words import mark
from centre_check.workbook.cells import as_text
from centre_check.workbook.grid import Grid
from centre_check.workbook.mapping import FormMapping, Mappings, SheetMapping

_SEARCHED = 60  # rows and columns in which heads stand


def chosen(mapping: FormMapping | Mappings | None, grids: Sequence[Grid]) -> FormMapping | None:
    """The mapping to read these sheets by: the one given, or the one of a folder that fits them.

    Raises:
        UsageProblem: two mappings of the folder fit, and say different things.
    """
    if not isinstance(mapping, Mappings):
        return mapping
    visible = [grid for grid in grids if not grid.is_hidden and grid.height]
    heads = {grid.name: frozenset(_heads(grid)) for grid in visible}
    fitting = [found for one in mapping.mappings if (found := _fitted(one, heads)) is not None]
    for one, other in combinations(fitting, 2):
        if not _agree(one, other):
            raise UsageProblem(
                mark("two mappings of {folder} fit this workbook and differ: {one} and {other}"),
                mark("name the right one with --mapping"),
                folder=mapping.name,
                one=one.name,
                other=other.name,
            )
    return max(fitting, key=_size, default=None)


def _heads(grid: Grid) -> Iterator[str]:
    """What may be a head or a label in the grid; below a group also with the group before it."""
    for row, cells in enumerate(grid.rows[:_SEARCHED]):
        for column, raw in enumerate(cells[:_SEARCHED]):
            if isinstance(raw, str) and raw:
                yield label(raw)
                above = as_text(grid.raw(*grid.across.get((row - 1, column), (row - 1, column))))
                if above:
                    yield label(above + raw)


def _fitted(mapping: FormMapping, heads: dict[str, frozenset[str]]) -> FormMapping | None:
    """The mapping with the names that its sheets have here, None where it does not fit."""
    found: dict[str, SheetMapping] = {}
    for id_, wish in mapping.sheets.items():
        wanted = {label(text) for text in wish.columns.values()}
        having = [name for name, own in heads.items() if wanted and wanted <= own]
        named = [name for name in heads if wish.sheet and normalise(name) == normalise(wish.sheet)]
        if wanted:
            named = [name for name in named if name in having]
        candidates = named or having
        if len(candidates) != 1:
            return None
        row = wish.header_row if named else None
        found[id_] = wish._replace(sheet=candidates[0], header_row=row)
    return mapping._replace(sheets=found) if found else None


def _agree(one: FormMapping, other: FormMapping) -> bool:
    """Whether no sheet and no column is one thing to the one and another thing to the other."""
    for id_, wish in one.sheets.items():
        for other_id, theirs in other.sheets.items():
            if (id_ == other_id) != (wish.sheet == theirs.sheet):
                return False
            if id_ == other_id and not _same_columns(wish, theirs):
                return False
    return True


def _same_columns(one: SheetMapping, other: SheetMapping) -> bool:
    own = {name: label(text) for name, text in one.columns.items()}
    theirs = {name: label(text) for name, text in other.columns.items()}
    by_text = {text: name for name, text in own.items()}
    return all(
        own.get(name, text) == text and by_text.get(text, name) == name
        for name, text in theirs.items()
    )


def _size(mapping: FormMapping) -> int:
    return sum(1 + len(wish.columns) + len(wish.letters) for wish in mapping.sheets.values())
