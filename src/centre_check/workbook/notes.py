"""What the user should know of how a workbook was read: nothing with text is lost unsaid."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from centre_check.form.labels import label
from centre_check.form.types import Field, Form, Sheet
from centre_check.model.facts import Cell, Note
from centre_check.model.recognition import Means
from centre_check.words import Words, mark
from centre_check.words.nearest import nearest
from centre_check.workbook.grid import ref
from centre_check.workbook.reading import Part, Reading
from centre_check.workbook.rows import RowKind

LEFT_OUT = {
    RowKind.EXAMPLE: mark("example row, not counted"),
    RowKind.TOTAL: mark("total row, not counted"),
    RowKind.VACANCY: mark("a place that is not filled, not counted"),
    RowKind.HEADER: mark("the headers again, not counted"),
    RowKind.NOTES: mark("notes and signatures, not counted"),
}


def notes(reading: Reading, form: Form, words: Words) -> tuple[Note, ...]:
    """All notes on one workbook, sheets first, then columns, then rows and cells."""
    return (
        *_file_notes(reading, words),
        *_mapping_notes(reading, words),
        *_sheet_notes(reading, form, words),
        *_column_notes(reading, form, words),
        *_row_notes(reading, words),
        *_cell_notes(reading, words),
    )


def _file_notes(reading: Reading, words: Words) -> Iterator[Note]:
    """What the file as a whole has that an inspector should know of."""
    grids = [part.grid for part in reading.parts]
    kinds = (
        ("macros", mark("the workbook holds macros, which were not run"), "has_macros"),
        (
            "external_links",
            mark("the workbook refers to others; the values that it keeps of them were read"),
            "has_external_links",
        ),
        (
            "epoch_1904",
            mark("the workbook counts its days from 1904, and they were read so"),
            "epoch_1904",
        ),
    )
    for code, message, name in kinds:
        if any(getattr(grid, name) for grid in grids):
            yield Note(code, words(message))
    hidden = [
        part.grid.name
        for part in reading.parts
        if part.grid.hidden_rows
        and any(number - 1 in part.grid.hidden_rows for number in part.read.numbers)
    ]
    if hidden:
        text = words(
            mark("hidden rows were read too: {sheets}"), sheets=words.join(dict.fromkeys(hidden))
        )
        yield Note("hidden_rows", text)
    columns = [
        cell
        for part in reading.parts
        if part.grid.hidden_columns and part.block is not None
        for cell in _hidden_columns(part)
    ]
    if columns:
        yield Note("hidden_columns", words(mark("hidden columns were read too")), (*columns,))


def _hidden_columns(part: Part) -> Iterator[Cell]:
    assert part.block is not None
    for column in part.read.heads:
        if column.at in part.grid.hidden_columns and column.field is not None:
            place = ref(part.block.header.row, column.at)
            yield Cell(part.grid.name, place, column.header, column.header)


def _mapping_notes(reading: Reading, words: Words) -> Iterator[Note]:
    if reading.mapping is not None:
        text = words(
            mark("read by the mapping {name} (SHA-256 {sha256})"),
            name=reading.mapping.name,
            sha256=reading.mapping.sha256,
        )
        yield Note("mapping", text)


def _sheet_notes(reading: Reading, form: Form, words: Words) -> Iterator[Note]:
    match = reading.match
    for grid in match.by_headers:
        titles = words.join(
            words.phrase(part.sheet.title) for part in reading.parts if part.grid is grid
        )
        text = words(
            mark("sheet {name} was recognised by its headers as {sheets}"),
            name=grid.name,
            sheets=titles,
        )
        yield Note("sheet_by_headers", text)
    for grid in match.by_columns:
        titles = words.join(
            words.phrase(part.sheet.title) for part in reading.parts if part.grid is grid
        )
        text = words(
            mark("sheet {name} was recognised by its columns as {sheets}; look whether it is"),
            name=grid.name,
            sheets=titles,
        )
        yield Note("sheet_by_columns", text)
    for id_, rivals in match.rivals.items():
        text = words(
            mark("several sheets could be {sheet}: {names}; keep one, none was read"),
            sheet=words.phrase(form.sheet(id_).title),
            names=words.join(grid.name for grid in rivals),
        )
        yield Note("rival_sheets", text)
    if match.hidden:
        names = words.join(grid.name for grid in match.hidden)
        yield Note(
            "hidden_sheets", words(mark("hidden sheets were not read: {names}"), names=names)
        )
    if match.unread:
        names = words.join(grid.name for grid in match.unread)
        text = words(mark("sheets that are not of the form were not read: {names}"), names=names)
        yield Note("unread_sheets", text)
    for grid, sheets in match.near:
        text = words(
            mark("the columns of sheet {name} fit {sheets} alike; name it for one, none was read"),
            name=grid.name,
            sheets=words.join(words.phrase(sheet.title) for sheet in sheets),
        )
        yield Note("near_sheets", text)
    yield from _table_notes(reading, words)


def _table_notes(reading: Reading, words: Words) -> Iterator[Note]:
    """Sheets without a header, with further tables, and tables that were not read."""
    read = {(part.sheet.id, part.grid.name) for part in reading.parts}
    for id_, grid in reading.match.grids.items():
        if (id_, grid.name) not in read and grid.height:
            text = words(
                mark("sheet {name}: no header of the form was found, nothing was read"),
                name=grid.name,
            )
            yield Note("no_header", text)
    seen: set[str] = set()
    for part in reading.parts:
        if part.block is not None and part.grid.name in seen:
            yield _block_note(part, words)
        seen.add(part.grid.name)
    for grid, block in reading.unread:
        text = words(
            mark("a table with the headers of {sheet} was not read, that sheet stands elsewhere"),
            sheet=words.phrase(block.sheet.title),
        )
        place = ref(block.header.row, block.header.left)
        yield Note("unread_table", text, (Cell(grid.name, place, "", None),))


def _block_note(part: Part, words: Words) -> Note:
    assert part.block is not None
    text = words(
        mark("a further table of the same sheet was read as {sheet}"),
        sheet=words.phrase(part.sheet.title),
    )
    place = ref(part.block.header.row, part.block.header.left)
    return Note("further_table", text, (Cell(part.grid.name, place, "", None),))


def _column_notes(reading: Reading, form: Form, words: Words) -> Iterator[Note]:
    twice = [cell for part in reading.parts for cell in part.read.twice]
    if twice:
        yield Note(
            "duplicate_header",
            words(mark("this header stands twice, the first was read")),
            (*twice,),
        )
    for code, means, message in _COMPOSED:
        for part in reading.parts:
            yield from _composed_notes(part, code, means, message, words)
    absent = {part.sheet.id: missing_fields(part, reading, form) for part in reading.parts}
    for part in reading.parts:
        for cell, field in near_misses(part, absent[part.sheet.id], form):
            text = words(
                mark("「{header}」 was not read; if it means 「{field}」, correct the header"),
                header=cell.header,
                field=field.header,
            )
            yield Note("near_header", text, (cell,))
    lacking = [
        words(
            mark("{sheet}: {columns}"),
            sheet=part.grid.name,
            columns=words.join(field.header for field in absent[part.sheet.id]),
        )
        for part in reading.parts
        if absent[part.sheet.id] and part.block is not None
    ]
    if lacking:
        text = words(
            mark("required columns are missing, an old template perhaps: {columns}"),
            columns=words(mark("; ")).join(dict.fromkeys(lacking)),
        )
        yield Note("missing_columns", text)
    unknown = [cell for part in reading.parts for cell in part.read.unknown]
    if unknown:
        text = words(
            mark("columns that are not of the form were not read: {headers}"),
            headers=words.join(dict.fromkeys(cell.header for cell in unknown)),
        )
        yield Note("unknown_columns", text, (*unknown,))


_COMPOSED = (
    (
        "altered_headers",
        Means.ALTERED,
        mark("「{header}」 is another fact than 「{field}」 and was not read"),
    ),
    (
        "composed_headers",
        Means.COMPOSED,
        mark("「{header}」 was read as 「{field}」 by its words and its entries"),
    ),
    (
        "suggested_headers",
        Means.SUGGESTED,
        mark("「{header}」 was not read; it may mean 「{field}」, but its entries do not say so"),
    ),
    (
        "contradicted_headers",
        Means.CONTRADICTED,
        mark("「{header}」 was not read as 「{field}」: its entries are something else"),
    ),
)


def _composed_notes(
    part: Part, code: str, means: Means, message: str, words: Words
) -> Iterator[Note]:
    """Headers that were read, or not, by what they are made of."""
    for column in part.read.heads:
        if column.means is means:
            fields = [column.field] if column.field is not None else [*column.suggested]
            names = "/".join(field.header for field in [*fields, *column.others])
            text = words(message, header=" ".join(column.header.split()), field=names)
            yield Note(code, text, (part.header_cell(column),))


def missing_fields(part: Part, reading: Reading, form: Form) -> list[Field]:
    """The required fields that decide and that nothing in the table's header supplies."""
    headers = {id_ for one in reading.of(part.sheet.id) for id_ in one.read.headers}
    return [
        field
        for field in part.sheet.fields
        if field.decides and field.required and not is_supplied(field, part.sheet, headers, form)
    ]


def is_supplied(field: Field, sheet: Sheet, headers: set[str], form: Form) -> bool:
    """Whether a column is the field's, or another one may state it too."""
    if field.id in headers:
        return True
    others = [one for one in sheet.fields if one.id in headers]
    own_words = _choices(field, form)
    return any(
        field.id in one.supplies
        or any(implied.field == field.id for implied in one.implies)
        or (own_words and one.dictionary != field.dictionary and _choices(one, form) == own_words)
        or one.id == field.also_from
        for one in others
    )


def _choices(field: Field, form: Form) -> frozenset[str]:
    return frozenset(choice.id for choice in form.dictionaries.get(field.dictionary, ()))


def near_misses(part: Part, absent: Sequence[Field], form: Form) -> Iterator[tuple[Cell, Field]]:
    """Headers that no field answers to, with the absent field that each is nearly called."""
    unread = [*part.read.unknown, *(part.read.outside if part.block is None else ())]
    if not unread or not absent:
        return
    labels = labels_of(part.sheet, absent)
    told = {column.header for column in part.read.heads if column.suggested}
    for cell in unread:
        close = nearest_field(cell.header, labels, form) if cell.header not in told else None
        if close is not None:
            yield cell, close


def nearest_field(header: str, labels: Mapping[str, Field], form: Form) -> Field | None:
    """The field that a header is nearly called, None if it is nearly none of them.

    A header of words that the grammar knows is no misspelling: 注册时间 is not 入驻时间.
    """
    if not header or not labels or form.grammar.parts(header):
        return None
    close = nearest(label(header), labels)
    return labels[close] if close is not None else None


def labels_of(sheet: Sheet, fields: Iterable[Field]) -> dict[str, Field]:
    """Every label of these fields."""
    wanted = {field.id: field for field in fields}
    return {text: wanted[id_] for text, id_ in sheet.labels.items() if id_ in wanted}


def _row_notes(reading: Reading, words: Words) -> Iterator[Note]:
    for kind, message in LEFT_OUT.items():
        cells = [
            row.cell for part in reading.parts for row in part.read.left_out if row.kind is kind
        ]
        if cells:
            yield Note(f"{kind}_rows", words(message), (*cells,))
    for one in (one for part in reading.parts for one in part.read.totals):
        text = words(
            mark("{header} is stated as {stated}, the rows give {counted}")
            if one.header
            else mark("stated as {stated}, the rows are {counted}"),
            header=one.header,
            stated=one.stated,
            counted=one.counted,
        )
        yield Note("total_differs", text, (one.cell,))


def _cell_notes(reading: Reading, words: Words) -> Iterator[Note]:
    dittos = [cell for part in reading.parts for cell in part.read.dittos]
    if dittos:
        yield Note("ditto", words(mark("read like the cell above")), (*dittos,))
    outside = [cell for part in reading.parts for cell in part.read.outside]
    if outside:
        text = words(mark("entries outside of the form's columns were not read"))
        yield Note("unread_cells", text, (*outside,))
    for part in reading.parts:
        yield from _read_as(part, words)


def _read_as(part: Part, words: Words) -> list[Note]:
    """How entries that decide were understood where that is not plain."""
    found: list[tuple[int, Note]] = []
    for field in part.sheet.fields:
        column = part.read.columns.get(field.id) if field.decides and part.read.numbers else None
        if column is None:
            continue
        is_told = [bool(entry.remark) and entry.trouble is None for entry in column.entries]
        for row in column.where(is_told):
            cell = column.cells[row]
            if cell is not None:
                text = words(
                    mark("{header} 「{value}」: {remark}"),
                    header=cell.header,
                    value=cell.value,
                    remark=words(column.entry(row).remark),
                )
                found.append((row, Note("read_as", text, (cell,))))
    found.sort(key=lambda one: one[0])
    return [note for _, note in found]
