"""What was recognised in a workbook, as a page: first what is wrong, then sheet by sheet."""

from collections.abc import Iterable, Mapping

from centre_check.documents.tree import (
    Block,
    Document,
    Entries,
    Heading,
    ListEntry,
    Paragraph,
    Table,
    TableRow,
)
from centre_check.model.facts import Cell, Trouble
from centre_check.model.outcomes import Outcome
from centre_check.model.recognition import (
    ColumnFound,
    Ground,
    Means,
    Recognition,
    SheetFound,
    TableFound,
    Taken,
    Unreadable,
)
from centre_check.words import Words, mark

_MOST = 8  # cells named in a line; how many there are is always said
_OK, _BAD, _PLAIN = "√", "×", "·"

_TAKEN: Mapping[Taken, str] = {
    Taken.BY_NAME: mark("by its name"),
    Taken.BY_HEADERS: mark("by its headers"),
    Taken.BY_COLUMNS: mark("by its columns"),
    Taken.AS_CARD: mark("as a card of one record"),
    Taken.BY_MAPPING: mark("by the mapping"),
    Taken.NEAR: mark("its columns fit several sheets, not read"),
    Taken.RIVAL: mark("one of several, not read"),
    Taken.HIDDEN: mark("hidden, not read"),
    Taken.IGNORED: mark("instructions, not data"),
    Taken.UNREAD: mark("not of the form, not read"),
    Taken.EMPTY: mark("empty"),
}
_MEANS: Mapping[Means, str] = {
    Means.SYNONYM: mark("{header} ({column}) is read as {field}"),
    Means.IMPLIED: mark("{header} ({column}) is read as {field}, and states its basis too"),
    Means.MAPPED: mark("{header} ({column}) is read as {field}, by the mapping"),
    Means.COMPOSED: mark("{header} ({column}) is read as {field}, by its words and its entries"),
    Means.SUGGESTED: mark(
        "{header} ({column}) may mean {suggestion}, but its entries do not say so: not read"
    ),
    Means.CONTRADICTED: mark(
        "{header} ({column}) would be {suggestion}, but its entries are something else: not read"
    ),
    Means.ALTERED: mark("{header} ({column}) is another fact than {suggestion}: not read"),
    Means.EMBEDDED: mark("{header} ({column}) belongs to another sheet of the form, and is read"),
    Means.REPEATED: mark("{header} ({column}) would be {field} a second time: not read"),
    Means.UNKNOWN: mark("{header} ({column}) is not of the form: not read"),
}
_BY_ENTRIES = mark("{header} ({column}) is not read; its entries look like {suggestion}")
_NEARLY = mark("{header} ({column}) is not read; does it mean {suggestion}?")
_GROUNDS: Mapping[Ground, str] = {Ground.SPELLING: _NEARLY, Ground.ENTRIES: _BY_ENTRIES}
_LEFT_OUT: Mapping[str, str] = {
    "example": mark("example"),
    "total": mark("total"),
    "notes": mark("notes and signatures"),
    "header": mark("the headers again"),
    "vacancy": mark("not filled"),
    "none": mark("states that there are none"),
}
_TROUBLES: Mapping[Trouble, str] = {
    Trouble.ERROR_VALUE: mark("an Excel error instead of an entry"),
    Trouble.NO_STORED_RESULT: mark("a formula that was never computed"),
    Trouble.UNREADABLE: mark("cannot be read"),
}
_TOLD_ABOVE = frozenset(
    {
        "sheet_by_headers", "hidden_sheets", "unread_sheets", "near_header", "missing_columns",
        "composed_headers", "suggested_headers", "contradicted_headers", "altered_headers",
        "sheet_by_columns",
        "unknown_columns", "duplicate_header", "unread_cells", "total_differs",
        *(f"{kind}_rows" for kind in _LEFT_OUT),
    }
)  # fmt: skip


def build(recognition: Recognition, words: Words) -> Document:
    """The page on one workbook."""
    page = _Page(words)
    is_complete = recognition.is_complete
    badge = words(mark("all recognised")) if is_complete else words(mark("something is missing"))
    blocks: list[Block] = [
        Heading(recognition.input.path, badge, Outcome.PASS if is_complete else Outcome.FAIL)
    ]
    if recognition.mapping:
        text = mark("Read by the mapping {name}.")
        blocks.append(Paragraph(words(text, name=recognition.mapping)))
    blocks += page.faults(recognition)
    blocks += page.overview(recognition.sheets)
    for sheet in recognition.sheets:
        for table in sheet.tables:
            blocks += page.table(sheet, table)
        if sheet.guess is not None:
            blocks += page.guess(sheet, sheet.guess)
    notes = [note for note in recognition.notes if note.code not in _TOLD_ABOVE]
    items = tuple(ListEntry(_PLAIN, note.message + page.at(note.cells), ()) for note in notes)
    if items:
        blocks += [Heading(words(mark("Notes"))), Entries(items)]
    return Document(recognition.input.path, tuple(blocks))


class _Page:
    """Builds the parts of the page in one language."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def faults(self, recognition: Recognition) -> list[Block]:
        """What keeps clauses from being decided, then what only ought to be looked at."""
        say = self.words
        missing: dict[str, list[str]] = {}
        for sheet, header in recognition.missing:
            missing.setdefault(sheet, []).append(header)
        faults = [
            *(
                say(mark("the sheet {name} was not found"), name=name)
                for name in recognition.absent
            ),
            *(
                say(mark("「{sheet}」 lacks {columns}"), sheet=sheet, columns=say.join(headers))
                for sheet, headers in missing.items()
            ),
            *(self._unreadable(one) for one in recognition.unreadable),
        ]
        doubts = [
            *(
                say(
                    mark("{cell} {header} fails its check digit"),
                    cell=one.address,
                    header=one.header,
                )
                for one in recognition.wrong_numbers
            ),
            *(
                say(
                    mark("{cell} {header} is stated as {stated}, the rows give {counted}")
                    if one.header
                    else mark("{cell} states {stated}, the rows are {counted}"),
                    cell=one.cell.address,
                    header=one.header,
                    stated=one.stated,
                    counted=one.counted,
                )
                for one in recognition.totals
            ),
        ]
        return [
            *self._list(mark("Missing or unreadable"), faults, _BAD, Outcome.FAIL),
            *self._list(mark("To be looked at"), doubts, _PLAIN, Outcome.UNKNOWN),
        ]

    def _list(self, title: str, lines: list[str], sign: str, tone: Outcome) -> list[Block]:
        if not lines:
            return []
        items = tuple(ListEntry(sign, line, (), tone) for line in lines)
        return [Heading(self.words(title)), Entries(items)]

    def _unreadable(self, one: Unreadable) -> str:
        remark = one.remark or _TROUBLES.get(one.trouble, _TROUBLES[Trouble.UNREADABLE])
        return self.words(
            mark("{cell} {header} 「{value}」: {remark}"),
            cell=one.cell.address,
            header=one.cell.header,
            value=one.cell.value or "",
            remark=self.words(remark),
        )

    def overview(self, sheets: Iterable[SheetFound]) -> list[Block]:
        """One line for every sheet of the workbook."""
        say = self.words
        head = tuple(
            say(text)
            for text in (
                mark("Sheet"),
                mark("Recognised"),
                mark("Header"),
                mark("Rows"),
                mark("As"),
            )
        )
        rows = [row for sheet in sheets for row in self._lines(sheet)]
        return [Heading(say(mark("Sheets of the workbook"))), Table(head, tuple(rows))]

    def _lines(self, sheet: SheetFound) -> list[TableRow]:
        how = self.words(_TAKEN[sheet.taken])
        if not sheet.tables:
            return [TableRow((sheet.name, how, "", "", self._guess(sheet.guess)))]
        return [
            TableRow(
                (
                    sheet.name if at == 0 else "",
                    how if at == 0 else "",
                    _span(*table.header_rows),
                    self.words(
                        mark("{span}, {n} read"),
                        span=_span(table.first, table.last),
                        n=table.records,
                    )
                    if table.records
                    else self.words(mark("none")),
                    table.name,
                )
            )
            for at, table in enumerate(sheet.tables)
        ]

    def _guess(self, table: TableFound | None) -> str:
        if table is None:
            return ""
        return self.words(
            mark("perhaps {name}: {n} of {all} headers"),
            name=table.name,
            n=sum(one.is_read for one in table.columns),
            all=len(table.columns),
        )

    def table(self, sheet: SheetFound, table: TableFound) -> list[Block]:
        """Which column holds what, which rows were left out, what stands outside."""
        say = self.words
        plain = [one for one in table.columns if one.means is Means.CANONICAL]
        items = [
            self._column(one, table) for one in table.columns if one.means is not Means.CANONICAL
        ]
        kinds: dict[str, list[Cell]] = {}
        for row in table.left_out:
            kinds.setdefault(row.why, []).append(row.cell)
        for why, cells in kinds.items():
            text = say(mark("rows left out, {why}"), why=say(_LEFT_OUT[why]))
            items.append(ListEntry(_PLAIN, text + self.at(cells), ()))
        if table.outside:
            text = say(mark("entries outside of the columns that are read"))
            items.append(ListEntry(_BAD, text + self.at(table.outside), (), Outcome.UNKNOWN))
        title = table.name if table.name == sheet.name else f"{table.name} ← {sheet.name}"
        blocks: list[Block] = [Heading(title)]
        if plain:
            names = say.join(f"{one.title}({_column(one.cell, table)})" for one in plain)
            blocks.append(Paragraph(say(mark("As in the form: {columns}"), columns=names)))
        return [*blocks, Entries(tuple(items))]

    def guess(self, sheet: SheetFound, table: TableFound) -> list[Block]:
        """What an unread sheet may be: which of its columns would be what."""
        say = self.words
        text = mark("{sheet} was not read. It may be {name}, by these headers:")
        lines = [say(text, sheet=sheet.name, name=table.name)]
        names = say.join(
            f"{' '.join(one.cell.header.split())}→{one.title}" for one in table.columns if one.title
        )
        ask = mark("If it is, confirm it with doctor --write-mapping and --mapping.")
        return [Heading(sheet.name), Paragraph(lines[0] + names), Paragraph(say(ask))]

    def _column(self, one: ColumnFound, table: TableFound) -> ListEntry:
        message = _GROUNDS.get(one.ground, _MEANS[one.means]) if one.ground else _MEANS[one.means]
        text = self.words(
            message,
            header=f"「{' '.join(one.cell.header.split())}」",
            column=_column(one.cell, table),
            field=f"「{one.title}」",
            suggestion=f"「{one.suggestion}」",
        )
        sign, tone = (_OK, None) if one.is_read else (_BAD, Outcome.UNKNOWN)
        return ListEntry(sign, text, (), tone)

    def at(self, cells: Iterable[Cell]) -> str:
        """The cells in brackets, the first few of many."""
        all_ = list(cells)
        if not all_:
            return ""
        places = self.words.join(cell.address for cell in all_[:_MOST])
        if len(all_) > _MOST:
            places += self.words(mark(" and others, {n} cells in all"), n=len(all_))
        return self.words(mark(" ({cells})"), cells=places)


def _span(first: int, last: int) -> str:
    if not last:
        return ""
    return str(first) if first == last else f"{first}-{last}"


def _column(cell: Cell, table: TableFound) -> str:
    """The column of a header; of a label beside its value the whole address."""
    return cell.ref.rstrip("0123456789") if table.header_rows[1] else cell.ref
