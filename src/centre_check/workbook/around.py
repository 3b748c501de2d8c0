"""Around: what titles, headings, legends and lines above and below a table say of its rows."""

from collections.abc import Iterator, Sequence

from centre_check.logic.spelling import normalise
from centre_check.model.facts import Cell, Choices
from centre_check.model.table import Doubt
from centre_check.workbook.blocks import Block
from centre_check.workbook.cells import as_text
from centre_check.workbook.grid import Appearance, Grid
from centre_check.workbook.masking import Masking
from centre_check.workbook.nearby import Legend, Speaks, legends, speaks_in_line
from centre_check.workbook.rows import RowKind, is_line
from centre_check.workbook.sections import HeadingSays, Own, SectionHeading, heading, is_elsewhere
from centre_check.workbook.tables import NoRecord
from centre_check.workbook.weighed import Weighed, cell_at

_COLOURS = (
    *(Appearance.RED, Appearance.ORANGE, Appearance.YELLOW, Appearance.GREEN, Appearance.BLUE),
    *(Appearance.PURPLE, Appearance.GREY),
)
_OPEN = {
    HeadingSays.ELSEWHERE: "headed_elsewhere",
    HeadingSays.PAST_YEAR: "headed_past",
    HeadingSays.VOID: "headed_void",
    HeadingSays.SAMPLE: "headed_sample",
}
_LINES = frozenset((RowKind.NOTES, RowKind.LINE))
_MOST_IN_LINE = 3  # texts that a line above a table has; more are a row of something else

Told = tuple[Cell, str]  # a line, and its text


def weigh_headings(rows: Weighed, grid: Grid, block: Block, first: int, own: Own) -> None:
    """What the sheet's title and the headings among the rows say of those below."""
    sheet, form = rows.sheet, rows.form
    for cell, text in _above(grid, first, block.header.first, rows.masking):
        if any(legends(text, form.proof)):
            continue  # a mark's meaning is no title's
        _take(heading(text, sheet, form, own, is_title=True), cell, rows, rows.all)
    tab = heading(grid.name, sheet, form, Own(), is_title=True)
    if tab.says in (HeadingSays.VOID, HeadingSays.SAMPLE, HeadingSays.OUT):
        cell = cell_at(grid, block.header.row, block.header.left, "", grid.name)
        _take(tab, cell, rows, rows.all)
    marks = [one for one in rows.read.left_out if one.kind is RowKind.HEADING]
    ends = [*(one.row for one in marks[1:]), block.end]
    for one, end in zip(marks, ends, strict=False):
        below = [at for at, number in enumerate(rows.read.numbers) if one.row < number - 1 < end]
        if below:
            _take(heading(one.text, sheet, form, own), _shown(one, rows), rows, below)


def _take(said: SectionHeading, cell: Cell, rows: Weighed, below: Sequence[int]) -> None:
    """What a heading says, taken to each of its rows."""
    if said.says is HeadingSays.UNKNOWN:
        rows.tell(below, "heading", cell)
    elif said.says in _OPEN:
        is_none = said.says is HeadingSays.SAMPLE
        rows.doubt(below, Doubt(_OPEN[said.says], "", cell=cell, is_none=is_none))
    elif said.says in (HeadingSays.OUT, HeadingSays.VALUE):
        for at in below:
            _speak_for(at, said, cell, rows)


def _speak_for(at: int, said: SectionHeading, cell: Cell, rows: Weighed) -> None:
    """A heading's value where the row leaves it blank; a row that says otherwise is open."""
    column = rows.read.columns.get(said.field) if said.field else None
    own = column.entry(at) if column is not None else None
    if said.field and (own is None or own.is_blank):
        rows.fill(said.field, at, said.choice, cell)
    elif own is not None and isinstance(own.value, Choices) and own.value.known == {said.choice}:
        return
    elif said.says is HeadingSays.OUT:
        rows.doubt([at], Doubt("headed_otherwise", "", cell=cell))
    elif said.field in rows.sheet.headed.binding:
        rows.deny(said.field, at, cell)


def weigh_lines(rows: Weighed, grid: Grid, block: Block, first: int, own: Own) -> None:
    """What lines above and below the table say of its rows, and the legends in them."""
    above = list(_above(grid, first, block.header.first, rows.masking))
    for cell, text in above:
        if "单位" in text and is_elsewhere(text, own):
            rows.doubt(rows.all, Doubt("headed_elsewhere", "", cell=cell))
        else:
            _weigh_line(rows, grid, (cell, text), own, is_title=not is_line(text))
    for one in _below(rows):
        _weigh_line(rows, grid, (_shown(one, rows), one.text), own, is_title=False)


def _weigh_line(rows: Weighed, grid: Grid, line: Told, own: Own, *, is_title: bool) -> None:
    cell, text = line
    explained = list(legends(text, rows.form.proof))
    for legend in explained:
        _weigh_legend(rows, grid, cell, legend)
    if explained or is_title:
        return
    spoken_of = _spoken_of(text, rows)
    if rows.contradicts(spoken_of, text, cell):
        return
    speaks = speaks_in_line(text, rows.form.proof, own.day)
    if speaks is Speaks.AGAINST:
        rows.doubt(spoken_of, Doubt("line_against", "", cell=cell))
    elif speaks is Speaks.UNCLEAR:
        rows.tell(spoken_of, "line", cell)


def _weigh_legend(rows: Weighed, grid: Grid, cell: Cell, legend: Legend) -> None:
    marked = list(_marked(legend.mark, rows, grid))
    if rows.contradicts(marked, legend.text, cell):
        return
    if legend.speaks is Speaks.AGAINST:
        rows.doubt(marked, Doubt("legend_against", "", cell=cell))
    elif legend.speaks is Speaks.UNCLEAR:
        rows.tell(marked, "legend", cell)


def _marked(mark: str, rows: Weighed, grid: Grid) -> Iterator[int]:
    """The records that bear a mark in one of their texts, or have its colour."""
    colour = next((one for one in _COLOURS if one.value == mark[0]), None)
    if colour is not None:
        coloured = {row for (row, _), seen in grid.looks.items() if colour in seen}
        yield from (at for at, number in enumerate(rows.read.numbers) if number - 1 in coloured)
        return
    for at, number in enumerate(rows.read.numbers):
        row = grid.rows[number - 1] if number - 1 < len(grid.rows) else ()
        if any(isinstance(raw, str) and mark in raw.replace("＊", "*") for raw in row):
            yield at


def _spoken_of(text: str, rows: Weighed) -> Sequence[int]:
    """The rows that a line speaks of: those with a value that it names, else all."""
    plain, headed = normalise(text), rows.sheet.headed
    for name in headed.by:
        column = rows.read.columns.get(name)
        if column is None or name in headed.binding:
            continue
        words = rows.form.words.get(rows.sheet.by_id()[name].dictionary, {})
        said = {choice for word, choice in words.items() if len(word) > 1 and word in plain}
        values = (column.entry(at).value for at in rows.all)
        found = [
            at
            for at, value in enumerate(values)
            if isinstance(value, Choices) and value.known & said
        ]
        if found:
            return found
    return rows.all


def _below(rows: Weighed) -> Iterator[NoRecord]:
    """Lines among and below the rows; so is a heading with no row below it."""
    last = max(rows.read.numbers)
    for one in rows.read.left_out:
        is_order = normalise(one.text).endswith(rows.form.proof.orders)
        if one.kind in _LINES or (one.kind is RowKind.HEADING and one.row >= last and not is_order):
            yield one


def _shown(one: NoRecord, rows: Weighed) -> Cell:
    return one.cell._replace(value=rows.masking.text(one.text))


def _above(grid: Grid, first: int, end: int, masking: Masking) -> Iterator[Told]:
    """The lines above a header, text by text."""
    for row in range(first, end):
        filled: dict[str, int] = {}
        for at, raw in enumerate(grid.rows[row] if row < len(grid.rows) else ()):
            if raw is not None and (text := as_text(raw).strip()):
                filled.setdefault(text, at)
        if len(filled) <= _MOST_IN_LINE:
            for text, at in filled.items():
                yield cell_at(grid, row, at, "", masking.text(text)), text
