"""Weighing: what stands in, above, below and beside the rows of a table, told row by row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from centre_check.form.types import Denial, Disclosure, Field, Form, Kind, Named, Sheet
from centre_check.logic.spelling import normalise
from centre_check.model.entry import Entry
from centre_check.model.facts import Cell, Choices, Trouble
from centre_check.model.table import Column, Doubt, Nearby, Place, Said
from centre_check.workbook.blocks import Block
from centre_check.workbook.cells import as_text
from centre_check.workbook.columns import top
from centre_check.workbook.grid import Grid, ref
from centre_check.workbook.masking import without_numbers
from centre_check.workbook.nearby import (
    Speaks,
    is_placeholder,
    legends,
    speaks_in_column,
    speaks_in_line,
    speaks_in_remark,
)
from centre_check.workbook.negation import denies
from centre_check.workbook.reading import Part
from centre_check.workbook.rows import RowKind
from centre_check.workbook.sections import Heading, Own, Says, heading, is_elsewhere
from centre_check.workbook.standing import Company, Standing, called, standing
from centre_check.workbook.tables import LeftOut, TableRead

_NO = frozenset(("no",))
_OPEN = {
    Says.ELSEWHERE: "headed_elsewhere",
    Says.PAST_YEAR: "headed_past",
    Says.VOID: "headed_void",
    Says.SAMPLE: "headed_sample",
}
_BRACKETED = re.compile(r"\(([^()]*)\)")
_STATED = ("remarks",)  # fields whose entries only speak beside the record
_LINE_STARTS = ("注", "说明", "备注", "以上", "以下", "上述", "上列", "本表", "其中")


@dataclass(slots=True)
class _Found:
    """What is found of the records, by their position."""

    doubts: dict[int, list[Doubt]] = field(default_factory=dict)
    nearby: dict[int, list[Nearby]] = field(default_factory=dict)
    fills: dict[str, dict[int, Said]] = field(default_factory=dict)

    def doubt(self, at: int, doubt: Doubt) -> None:
        self.doubts.setdefault(at, []).append(doubt)

    def tell(self, at: int, code: str, cell: Cell) -> None:
        self.nearby.setdefault(at, []).append(Nearby(code, cell))


class Weigher:
    """Weighs the rows of the tables of one workbook."""

    def __init__(self, form: Form, own: Own, disclosure: Disclosure) -> None:
        self._form = form
        self._proof = form.proof
        self._own = own
        self._disclosure = disclosure

    def weighed(self, part: Part, first: int) -> Part:
        """The part, with the standing of its rows; `first` is the row where its sheet's part begins."""
        block, read = part.block, part.read
        if block is None or not read.numbers or not part.sheet.headed.is_used:
            return part
        found = _Found()
        self._names(part.sheet, read, found)
        self._remarks(part.sheet, read, found)
        self._columns(part, block, found)
        self._headings(part, block, first, found)
        self._lines(part, block, first, found)
        return part._replace(read=_with(read, part.sheet, found))

    def _names(self, sheet: Sheet, read: TableRead, found: _Found) -> None:
        """Whether each name can be one, and goes with something."""
        names = read.columns.get(sheet.key)
        if names is None or sheet.key == "date":
            return
        denial = sheet.by_id()[sheet.key].denial
        texts = [_text(names.entry(at)) for at in range(len(read.numbers))]
        placeholder = sheet.named is Named.PERSON and is_placeholder(texts)
        for at, text in enumerate(texts):
            if not text:
                continue
            stands = self._standing(sheet, read, at, text)
            if stands.code:
                found.doubt(at, Doubt(stands.code, sheet.key))
            elif placeholder and normalise(text) in ("张三", "李四", "王五", "赵六"):
                found.doubt(at, Doubt("placeholder", sheet.key))
            if denial is not None and denies(text, denial, self._proof):
                found.doubt(at, Doubt("denied", sheet.key))
            elif sheet.named is not Named.THING:
                self._brackets(sheet, text, at, names, found)

    def _standing(self, sheet: Sheet, read: TableRead, at: int, text: str) -> Standing:
        if self._is_telling(sheet, text):
            company = Company.WEAK if self._has_company(sheet, read, at) else Company.NOTHING
        else:
            company = self._company(sheet, read, at)
        return standing(text, company, sheet.named, self._proof)

    def _is_telling(self, sheet: Sheet, text: str) -> bool:
        return called(text, sheet.named, self._proof) == "name"

    def _has_company(self, sheet: Sheet, read: TableRead, at: int) -> bool:
        return sheet.named is Named.THING or any(
            not column.entry(at).is_blank and column.entry(at).shown != "0"
            for name, column in read.columns.items()
            if name not in ("no", sheet.key)
        )

    def _company(self, sheet: Sheet, read: TableRead, at: int) -> Company:
        if not self._has_company(sheet, read, at):
            return Company.NOTHING
        strong = [sheet.identity.number, *sheet.identity.apart] if sheet.identity else []
        numbers = (read.columns[name].entry(at).value for name in strong if name in read.columns)
        is_strong = any(
            isinstance(number, str) and re.fullmatch(r"[0-9]{17}[0-9X]|1[3-9][0-9]{9}|[0-9A-Z]{18}", number)
            for number in numbers
        )
        return Company.STRONG if is_strong else Company.WEAK

    def _brackets(self, sheet: Sheet, text: str, at: int, names: Column, found: _Found) -> None:
        """What stands in brackets behind a name and is neither harmless nor understood."""
        if sheet.named is not Named.PERSON:
            return
        for inner in _BRACKETED.findall(normalise(text)):
            is_plain = inner in self._proof.harmless_brackets or inner == ""
            is_name = called(inner, sheet.named, self._proof) == "name"
            if not is_plain and not is_name and (cell := names.cells[at]) is not None:
                found.tell(at, "bracket", cell)

    def _remarks(self, sheet: Sheet, read: TableRead, found: _Found) -> None:
        """Remarks that are not understood, and no denial, which its own field's entry tells."""
        for name in _STATED:
            column = read.columns.get(name)
            if column is None:
                continue
            denial = sheet.by_id()[name].denial
            speaks = [
                speaks_in_remark(_text(entry), denial, self._proof) if _text(entry) else Speaks.NOTHING
                for entry in column.entries
            ]
            for at, code in enumerate(column.codes):
                if speaks[code] is Speaks.UNCLEAR and (cell := column.cells[at]) is not None:
                    found.tell(at, "remark", cell)

    def _columns(self, part: Part, block: Block, found: _Found) -> None:
        """What columns that no field knows say of the rows."""
        grid, read = part.grid, part.read
        denial = next((one.denial for one in part.sheet.fields if one.id in _STATED), None)
        embedded = read.embedded_at
        for head in block.header.columns:
            if head.field is not None or head.at in embedded:
                continue
            spots = [top(grid, number - 1, head.at) for number in read.numbers]
            entries = [as_text(grid.raw(*spot)).strip() for spot in spots]
            if not any(entries):
                continue
            for at, speaks in speaks_in_column(head.header, entries, denial, self._proof).items():
                shown = without_numbers(entries[at], self._disclosure)
                cell = Cell(grid.name, ref(*spots[at]), head.header, shown)
                if speaks is Speaks.AGAINST:
                    found.doubt(at, Doubt("column_against", "", cell=cell))
                else:
                    found.tell(at, "column", cell)

    def _headings(self, part: Part, block: Block, first: int, found: _Found) -> None:
        """What the title of the table and the headings among its rows say of those below."""
        form, sheet, read = self._form, part.sheet, part.read
        for cell, text in _above(part.grid, first, block.header.first):
            said = heading(text, sheet, form, self._own, is_title=True)
            self._said(said, cell, sheet, read, range(len(read.numbers)), found)
        tab = heading(part.grid.name, sheet, form, Own(), is_title=True)
        if tab.says in (Says.VOID, Says.SAMPLE, Says.OUT):
            cell = Cell(part.grid.name, ref(block.header.row, 0), "", part.grid.name)
            self._said(tab, cell, sheet, read, range(len(read.numbers)), found)
        marks = [one for one in read.left_out if one.kind is RowKind.HEADING]
        for one, following in zip(marks, [*marks[1:], None], strict=False):
            end = following.row if following is not None else block.end
            rows = [at for at, n in enumerate(read.numbers) if one.row < n - 1 < end]
            if not rows:
                continue
            said = heading(one.text, sheet, form, self._own)
            self._said(said, _shown(one), sheet, read, rows, found)

    def _said(
        self, said: Heading, cell: Cell, sheet: Sheet, read: TableRead, rows: Sequence[int], found: _Found
    ) -> None:
        """What a heading says, taken to each of its rows."""
        if said.says is Says.UNKNOWN:
            for at in rows:
                found.tell(at, "heading", cell)
        elif said.says in _OPEN:
            doubt = Doubt(_OPEN[said.says], "", cell=cell, is_none=said.says is Says.SAMPLE)
            for at in rows:
                found.doubt(at, doubt)
        elif said.says in (Says.OUT, Says.VALUE):
            self._filled(said, cell, sheet, read, rows, found)

    def _filled(
        self, said: Heading, cell: Cell, sheet: Sheet, read: TableRead, rows: Sequence[int], found: _Found
    ) -> None:
        """A heading's value where the row leaves it blank; a row that says otherwise is open."""
        column = read.columns.get(said.field) if said.field else None
        entry = Entry(cell.value, Choices(frozenset((said.choice,))))
        binds = said.says is Says.OUT or said.field in sheet.headed.binding
        for at in rows:
            own = column.entry(at) if column is not None else None
            if said.field and (own is None or own.is_blank):
                found.fills.setdefault(said.field, {})[at] = entry, Place(*cell[:3])
            elif own is None or (binds and not _agrees(own, said.choice)):
                found.doubt(at, Doubt("headed_otherwise", "", cell=cell))

    def _lines(self, part: Part, block: Block, first: int, found: _Found) -> None:
        """What lines above and below the table say of all its rows, and the legends in them."""
        sheet, read, grid = part.sheet, part.read, part.grid
        above = [(cell, text) for cell, text in _above(grid, first, block.header.first)]
        below = [(_shown(one), one.text) for one in read.left_out if one.kind in _LINES]
        for cell, text in [*above, *below]:
            explained = list(legends(text, self._proof))
            for legend in explained:
                for at in _marked(legend.mark, part):
                    if legend.speaks is Speaks.AGAINST:
                        found.doubt(at, Doubt("legend_against", "", cell=cell))
                    elif legend.speaks is Speaks.UNCLEAR:
                        found.tell(at, "legend", cell)
            if explained:
                continue
            speaks = speaks_in_line(text, self._proof)
            is_title = (cell, text) in above and not _is_line(text)
            rows = self._spoken_of(text, sheet, read)
            if "单位" in text and is_elsewhere(text, self._own):
                for at in rows:
                    found.doubt(at, Doubt("headed_elsewhere", "", cell=cell))
            elif speaks is Speaks.AGAINST and not is_title:
                for at in rows:
                    found.doubt(at, Doubt("line_against", "", cell=cell))
            elif speaks is Speaks.UNCLEAR and not is_title:
                for at in rows:
                    found.tell(at, "line", cell)

    def _spoken_of(self, text: str, sheet: Sheet, read: TableRead) -> Sequence[int]:
        """The rows that a line speaks of: those with a value that it names, else all."""
        plain = normalise(text)
        for name in sheet.headed.by:
            words = self._form.words.get(sheet.by_id()[name].dictionary, {})
            said = {choice for word, choice in words.items() if len(word) > 1 and word in plain}
            column = read.columns.get(name)
            if column is None or name in sheet.headed.binding:
                continue
            rows = [
                at
                for at in range(len(read.numbers))
                if isinstance(value := column.entry(at).value, Choices) and value.known & said
            ]
            if rows:
                return rows
        return range(len(read.numbers))


_LINES = frozenset((RowKind.NOTES, RowKind.LINE))


def _is_line(text: str) -> bool:
    plain = normalise(text)
    return plain.startswith(_LINE_STARTS) or len(plain) > 30


def _text(entry: Entry) -> str:
    return entry.value if isinstance(entry.value, str) else ""


def _agrees(entry: Entry, choice: str) -> bool:
    return isinstance(entry.value, Choices) and entry.value.known == frozenset((choice,))


def _shown(one: LeftOut) -> Cell:
    return one.cell._replace(value=one.text)


def _above(grid: Grid, first: int, end: int) -> Iterator[tuple[Cell, str]]:
    """The lines above a header: rows with one text, and what is said in each."""
    for row in range(first, end):
        filled: dict[str, int] = {}
        for at, raw in enumerate(grid.rows[row] if row < len(grid.rows) else ()):
            if raw is not None and (text := as_text(raw).strip()):
                filled.setdefault(text, at)
        if 1 <= len(filled) <= 3:
            for text, at in filled.items():
                yield Cell(grid.name, ref(row, at), "", text), text


def _marked(mark: str, part: Part) -> Iterator[int]:
    """The records that bear a mark in one of their texts."""
    for at, number in enumerate(part.read.numbers):
        row = part.grid.rows[number - 1] if number - 1 < len(part.grid.rows) else ()
        if any(isinstance(raw, str) and mark in raw.replace("＊", "*") for raw in row):
            yield at


def _with(read: TableRead, sheet: Sheet, found: _Found) -> TableRead:
    """The table with what was found of its rows."""
    columns = dict(read.columns)
    for name, changes in found.fills.items():
        base = columns.get(name) or Column.absent(read.numbers)
        columns[name] = base.rewritten(changes)
    return replace(
        read,
        columns=columns if found.fills else read.columns,
        standing={at: tuple(why) for at, why in found.doubts.items()},
        nearby={at: tuple(dict.fromkeys(said)) for at, said in found.nearby.items()},
    )
