"""Cards: one entity or person a sheet or a block, its facts as labels with values beside them."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from centre_check.form.types import Embedding, Layout, Sheet
from centre_check.workbook.blocks import Finder
from centre_check.workbook.composed import Composer
from centre_check.workbook.entries import EntryReader
from centre_check.workbook.grid import Grid
from centre_check.workbook.key_values import read_key_values, told
from centre_check.workbook.mapping import NOT_MAPPED, SheetMapping
from centre_check.workbook.tables import TableRead

_CLEAR = 4  # labels with values, the key among them, make a card
_TELLING = 2  # of them are no names, telephones or remarks


def card_of(
    grid: Grid, finder: Finder, wanted: set[str], than: Collection[str] = ()
) -> Sheet | None:
    """The sheet of the form that this grid holds cards of, None if it plainly holds none.

    It must have more labels than another sheet that the grid may be, of which there are `than`.
    """
    found: list[tuple[int, Sheet]] = []
    for sheet in finder.tables:
        if sheet.identity is None or sheet.id not in wanted:
            continue
        labels = told(grid, sheet, range(grid.height), finder.composer)
        names = set(labels.values())
        fields = sheet.by_id()
        telling = {name for name in names - {sheet.key} if not fields[name].is_common}
        rows = {row for row, _ in labels}
        header = finder.header(grid, sheet)
        is_table = header is not None and len(header.fields) >= len(names)
        is_card = sheet.key in names and len(names) >= _CLEAR and len(telling) >= _TELLING
        if is_card and len(rows) > 1 and not is_table and len(names) > len(than):
            found.append((len(names), sheet))
    found.sort(key=lambda one: one[0], reverse=True)
    is_clear = len(found) == 1 or (len(found) > 1 and found[0][0] > found[1][0])
    return found[0][1] if is_clear else None


def is_mapped_card(grid: Grid, sheet: Sheet, wish: SheetMapping, finder: Finder) -> bool:
    """Whether what a mapping names stands beside labels rather than under a header."""
    if sheet.layout is Layout.KEY_VALUE or wish.header_row or wish.letters:
        return False
    labels = told(grid, sheet, range(grid.height), finder.composer, wish)
    header = finder.header(grid, sheet, wish)
    return len(set(labels.values())) > (len(header.fields) if header is not None else 0)


def read_cards(
    grid: Grid,
    sheet: Sheet,
    reader: EntryReader,
    composer: Composer,
    mapping: SheetMapping = NOT_MAPPED,
) -> Iterator[TableRead]:
    """The cards of a grid, each a table of one record."""
    labels = told(grid, sheet, range(grid.height), composer, mapping)
    starts = [row for (row, _), name in labels.items() if name == sheet.key]
    for at, start in enumerate(starts):
        first = 0 if at == 0 else start
        end = starts[at + 1] if at + 1 < len(starts) else grid.height
        rows = range(first, end)
        read = read_key_values(grid, sheet, reader, rows, mapping, composer)
        for embedding in sheet.embeds:
            read = _with_embedded(read, embedding, grid, rows, reader, composer)
        yield read


def _with_embedded(  # noqa: PLR0917
    read: TableRead,
    embedding: Embedding,
    grid: Grid,
    rows: range,
    reader: EntryReader,
    composer: Composer,
) -> TableRead:
    """The card with the record of another sheet that it holds as well: the entity's agreement."""
    other = reader.form.sheet(embedding.sheet)
    own = {cell.ref for cell in read.headers.values()}
    found = read_key_values(grid, other, reader, rows, composer=composer)
    names = [
        name
        for name in embedding.fields
        if name in found.headers and found.headers[name].ref not in own
    ]
    if not names or not found.numbers:
        return read
    columns = dict(found.columns)
    kept = {name: column for name, column in columns.items() if name not in found.headers}
    kept |= {name: columns[name] for name in names if name in columns}
    for name, copied in embedding.copies.items():
        if copied in read.columns:
            kept[name] = read.columns[copied]
        else:
            kept.pop(name, None)
    at = {found.headers[name].ref for name in names}
    heads = tuple(
        head._replace(field=None, others=(head.field,))
        for head in found.heads
        if head.field is not None and head.field.id in names
    )
    outside = tuple(cell for cell in read.outside if cell.ref not in at)
    return replace(
        read,
        embedded={**read.embedded, other.id: kept},
        heads=(*read.heads, *heads),
        outside=outside,
    )
