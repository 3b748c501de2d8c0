"""Find the tables of one sheet: one below another, or side by side, each with its own header.

Offices put several rosters on one page. A row becomes a header when most of its cells are headers
of one sheet of the form; a table ends where the next one begins. What stands side by side is cut
apart where headers begin again or leave a gap, so that no cell is read under another's header.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from centre_check.form.labels import label, sheet_label
from centre_check.form.types import Form, Layout, Sheet
from centre_check.logic.spelling import normalise
from centre_check.workbook.cells import Raw
from centre_check.workbook.composed import Composer
from centre_check.workbook.grid import Grid
from centre_check.workbook.header_search import find_header, header_from
from centre_check.workbook.headers import ENOUGH, Header, HeaderColumn
from centre_check.workbook.mapping import NOT_MAPPED, SheetMapping

_TITLED = 2  # known headers that are enough below a title that names the sheet
_LONGEST_HEADER = 24  # characters
_TITLE_ENDS = ("", "表", "名单", "名册", "台账", "一览表", "情况表", "登记表", "情况")


class Block(NamedTuple):
    """A table in a grid: its header; `top` is its first row, titles included, `end` is below it."""

    sheet: Sheet
    header: Header
    top: int
    end: int


class Finder:
    """Finds tables of a form; knows every header of it."""

    def __init__(self, form: Form) -> None:
        self.tables = [sheet for sheet in form.sheets if sheet.layout is Layout.TABLE]
        self._form = form
        self.composer = Composer(form)
        self._headers: dict[tuple[str, str], Header | None] = {}
        self._known = frozenset().union(*(sheet.labels for sheet in form.sheets))

    def blocks(
        self, grid: Grid, mains: Sequence[tuple[Sheet, SheetMapping]], start: int = 0
    ) -> list[Block]:
        """The tables of the grid from row `start` on, in their order.

        `mains` are those that the sheet is known to hold, by its name or a mapping.
        """
        found: list[Block] = []
        for sheet, mapping in mains:
            header = self.header(grid, sheet, mapping)
            if header is not None and header.first >= start:
                found.append(Block(sheet, header, self._top(grid, header.first), grid.height))
        main = mains[0][0] if mains else None
        for sheet, header in self._others(grid, [block.header for block in found], main, start):
            found.append(Block(sheet, header, self._top(grid, header.first), grid.height))
        found.sort(key=lambda block: block.header.first)
        tops = [block.top for block in found]
        ends = [*tops[1:], grid.height][: len(found)]
        stacked = [block._replace(end=end) for block, end in zip(found, ends, strict=True)]
        return [part for block in stacked for part in self._beside(grid, block)]

    def header(self, grid: Grid, sheet: Sheet, mapping: SheetMapping = NOT_MAPPED) -> Header | None:
        """The header of `sheet`'s table in the grid; looked for once."""
        if mapping is not NOT_MAPPED:
            return find_header(grid, sheet, mapping, self.composer)
        key = (grid.name, sheet.id)
        if key not in self._headers:
            self._headers[key] = find_header(grid, sheet, NOT_MAPPED, self.composer)
        return self._headers[key]

    def named(self, text: str) -> tuple[str, ...]:
        """The sheets that a title or a name is, or is made to name."""
        known = self.title(text)
        return (known,) if known is not None else self.composer.title(text)

    def key_values_end(self, grid: Grid, sheet: Sheet) -> int:
        """The row where a key/value sheet ends because a table begins there."""
        for _, header in self._others(grid, (), None, 0):
            labels = {label(column.header) for column in header.columns}
            if sum(text in sheet.labels for text in labels) < len(header.fields):
                return self._top(grid, header.first)
        return grid.height

    def _others(
        self, grid: Grid, headers: Sequence[Header], main: Sheet | None, start: int
    ) -> Iterator[tuple[Sheet, Header]]:
        """Headers besides those known, each where its columns are first said; repeats are none."""
        rows = {row: header for header in headers for row in (header.first, header.row)}
        said = _said(headers[0]) if headers else None
        for row in range(start, len(grid.rows)):
            if row in rows:
                said = _said(rows[row])
            elif self._may_be_header(grid.rows[row]):
                found = self._header(grid, row, main)
                if found is None or said == _said(found[1]):
                    continue
                if found[1].row in rows:  # its second row is a known header: a title above it
                    continue
                said = _said(found[1])
                rows |= {found[1].first: found[1], found[1].row: found[1]}
                yield found

    def _may_be_header(self, cells: Sequence[Raw]) -> bool:
        """A quick look: one of the first two texts is a header, and most of the others are."""
        looked = 0
        for raw in cells:
            if raw and raw.__class__ is str:
                if self._is_known(raw):
                    break
                looked += 1
                if looked == _TITLED:
                    return False
        texts = [raw for raw in cells if raw.__class__ is str and raw]
        if len(texts) < _TITLED:
            return False
        filled = sum(raw is not None and raw != "" for raw in cells)
        return 2 * sum(map(self._is_known, texts)) > filled

    def _is_known(self, text: Raw) -> bool:
        if not isinstance(text, str) or len(text) > _LONGEST_HEADER:
            return False
        plain = normalise(text)
        return plain in self._known or (not plain.isalnum() and label(text) in self._known)

    def _header(self, grid: Grid, row: int, main: Sheet | None) -> tuple[Sheet, Header] | None:
        """Whose header begins in this row, if it is clear whose; a title above may tell."""
        titled = self._titled(grid, row)
        found: list[tuple[int, bool, Sheet, Header]] = []
        for sheet in self.tables:
            header = header_from(grid, row, sheet, self.composer)
            enough = _TITLED if sheet is titled else ENOUGH
            if sheet.key in header.fields and _has_run(grid, header, enough):
                found.append((len(header.fields), sheet is titled, sheet, header))
        found.sort(key=lambda one: one[:2], reverse=True)
        if not found:
            return None
        for _, is_titled, sheet, header in found:
            if is_titled and len(header.fields) * 2 > found[0][0]:
                return sheet, header
        tied = [one for one in found if one[0] == found[0][0]]
        if len(tied) > 1:
            tied = [one for one in tied if one[2] is main]
        return (tied[0][2], tied[0][3]) if len(tied) == 1 else None

    def _titled(self, grid: Grid, row: int) -> Sheet | None:
        """The sheet that a title above the row names: 「二、创业导师名单」."""
        for above in range(row - 1, max(-1, row - 4), -1):
            texts = _texts(grid, above)
            name = self.title(texts[0]) if len(texts) == 1 else None
            if name is not None:
                return self._form.sheet(name)
        return None

    def title(self, text: str) -> str | None:
        """The id of the sheet that a title names, None when it names none."""
        plain = sheet_label(text) if len(text) <= 2 * _LONGEST_HEADER else ""
        for end in _TITLE_ENDS:
            name = self._form.sheet_labels.get(plain.removesuffix(end)) if plain else None
            if name is not None:
                return name
        return None

    def _top(self, grid: Grid, first: int) -> int:
        """The first of the title rows that belong to the header in row `first`."""
        top = first
        while top > 0 and self._is_title(grid, top - 1):
            top -= 1
        return top

    def _is_title(self, grid: Grid, row: int) -> bool:
        texts = _texts(grid, row)
        if len(texts) != 1:
            return not texts
        plain = normalise(texts[0])
        is_numbered = plain[:1] in "(一二三四五六七八九十" and any(c in plain[:4] for c in "、.)")
        return (
            is_numbered
            or self.title(texts[0]) is not None
            or plain.endswith(_TITLE_ENDS[1:])
            or (plain.startswith("附") and len(plain) <= _LONGEST_HEADER)
        )

    def _beside(self, grid: Grid, block: Block) -> Iterator[Block]:
        """The block, or its parts that are tables side by side."""
        regions: list[tuple[Sheet, list[HeaderColumn]]] = []
        for columns in _segments(grid, block.header):
            sheet = block.sheet if not regions else self._own_table(columns, regions[-1])
            if sheet is None or (regions and block.sheet.key not in _ids(regions[0][1])):
                regions[-1][1].extend(columns)
            else:
                regions.append((sheet, list(columns)))
        if len(regions) <= 1:
            yield block
            return
        lefts = [columns[0].at for _, columns in regions]
        rights: list[int | None] = [*lefts[1:], None]
        for (sheet, columns), left, right in zip(regions, lefts, rights, strict=True):
            own = tuple(columns) if sheet is block.sheet else _resolved(columns, sheet)
            header = block.header._replace(columns=own, left=left, right=right)
            yield block._replace(sheet=sheet, header=header)

    def _own_table(
        self, columns: Sequence[HeaderColumn], before: tuple[Sheet, Sequence[HeaderColumn]]
    ) -> Sheet | None:
        """The sheet that these columns are a table of by themselves, beside another one."""
        main, known = before
        taken = _ids(known)
        new = {c.field.id for c in columns if c.field is not None and c.field.id not in taken}
        own = {c.field.id for c in columns if c.field is not None}
        if main.key in own & taken and len(own & taken) > 1:
            return main
        embedded = {
            id_
            for embedding in main.embeds
            for id_ in _ids(_resolved(columns, self._form.sheet(embedding.sheet)))
            if id_ in embedding.fields
        }
        scores = [
            (len(ids), sheet.number, sheet)
            for sheet in self.tables
            if sheet is not main and sheet.key in (ids := _ids(_resolved(columns, sheet)))
        ]
        best = max(scores, default=None, key=lambda score: score[:2])
        is_own = best is not None and best[0] >= 2 and best[0] > len(new | embedded)
        return best[2] if best is not None and is_own else None


def _segments(grid: Grid, header: Header) -> list[list[HeaderColumn]]:
    """The columns, cut where a gap is left or the first header comes again."""
    segments: list[list[HeaderColumn]] = []
    for column in header.columns:
        current = segments[-1] if segments else None
        if (
            current is None
            or _is_gap(grid, header, current[-1].at, column.at)
            or label(column.header) == label(segments[0][0].header)
        ):
            segments.append([column])
        else:
            current.append(column)
    return segments


def _is_gap(grid: Grid, header: Header, before: int, at: int) -> bool:
    return at - before > 1 and (header.row, at - 1) not in grid.across


def _ids(columns: Sequence[HeaderColumn]) -> set[str]:
    return {column.field.id for column in columns if column.field is not None}


def _resolved(columns: Sequence[HeaderColumn], sheet: Sheet) -> tuple[HeaderColumn, ...]:
    """The same columns under another sheet's headers."""
    fields = sheet.by_id()
    return tuple(
        column._replace(field=fields.get(sheet.labels.get(label(column.header), "")))
        for column in columns
    )


def _said(header: Header) -> tuple[tuple[int, str], ...]:
    return tuple((column.at, label(column.header)) for column in header.columns)


def _has_run(grid: Grid, header: Header, enough: int) -> bool:
    """Whether so many known headers stand next to one another, as labels of a form do not."""
    run, last = 0, -2
    for column in header.columns:
        gap = column.at - last > 1 and _is_gap(grid, header, last, column.at)
        run = 0 if column.field is None or gap else run
        run += column.field is not None
        last = column.at
        if run >= enough:
            return True
    return False


def _texts(grid: Grid, row: int) -> list[str]:
    """The filled cells of a row as they stand; what is no text counts as one."""
    cells = grid.rows[row] if 0 <= row < len(grid.rows) else ()
    return [str(raw) for raw in cells if raw is not None and str(raw).strip()]
