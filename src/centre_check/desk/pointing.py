"""What of a workbook was not read and could be: sheets and columns to be pointed at, and how.

A person says what each is; what he says is a mapping, as `--mapping` takes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from centre_check.documents.mapping_text import where
from centre_check.model.recognition import Means, Taken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from centre_check.form.types import Form
    from centre_check.model.recognition import Recognition, SheetFound, TableFound

_OPEN_SHEETS = (Taken.UNREAD, Taken.NEAR, Taken.RIVAL, Taken.BY_NAME)
_OPEN_COLUMNS = (Means.UNKNOWN, Means.SUGGESTED, Means.CONTRADICTED, Means.ALTERED)


class Unread(NamedTuple):
    """A sheet or a column that nothing was taken from; names of the form say what it may be."""

    sheet: str  # of the workbook
    table: str  # what the sheet was read as; empty: the whole sheet was not read
    header: str = ""
    cell: str = ""  # where the header stands
    where: str = ""  # how a mapping names the column
    header_row: int = 0  # of a sheet that is guessed at
    suggestion: str = ""
    choices: tuple[str, ...] = ()
    decides: bool = False  # a clause lacks what it may be


def unread(recognition: Recognition, form: Form) -> Iterator[Unread]:
    """All sheets, then all columns that were not read and that the form has a place for."""
    found = {table.sheet for sheet in recognition.sheets for table in sheet.tables}
    free = tuple(sheet.name for sheet in form.to_be_read().sheets if sheet.id not in found)
    for sheet in recognition.sheets:
        if not sheet.tables and sheet.taken in _OPEN_SHEETS:
            yield _sheet(sheet, free, recognition)
    for sheet in recognition.sheets:
        for table in sheet.tables:
            yield from _columns(sheet.name, table, form)


def _sheet(sheet: SheetFound, free: tuple[str, ...], recognition: Recognition) -> Unread:
    guess = sheet.guess
    suggestion = guess.name if guess is not None and guess.name in free else ""
    row = guess.header_rows[1] if guess is not None and suggestion else 0
    decides = suggestion in recognition.absent if suggestion else bool(recognition.absent)
    return Unread(
        sheet.name, "", header_row=row, suggestion=suggestion, choices=free, decides=decides
    )


def _columns(sheet: str, table: TableFound, form: Form) -> Iterator[Unread]:
    read = {one.title for one in table.columns if one.is_read}
    headers = [field.header for field in form.sheet(table.sheet).fields]
    free = [one for one in headers if one not in read]
    choices = (*table.missing, *(one for one in free if one not in table.missing))
    texts = [" ".join(one.cell.header.split()) for one in table.columns]
    suggested: set[str] = set()
    for one in table.columns:
        if one.means not in _OPEN_COLUMNS or not one.cell.header.strip():
            continue
        likely = one.suggestion if one.suggestion in choices else ""
        likely = "" if likely in suggested else likely
        suggested.add(likely)
        yield Unread(
            sheet,
            table.name,
            one.cell.header,
            one.cell.ref,
            where(one, texts, by_letter=table.header_rows[1] > 0),
            suggestion=likely,
            choices=choices,
            decides=likely in table.missing if likely else bool(table.missing),
        )
