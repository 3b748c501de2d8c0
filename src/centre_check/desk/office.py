"""The office's own tables, read strictly: exemptions and the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from centre_check.files.entered import Mistakes
    from centre_check.model.table import Table
    from centre_check.workbook.entries import EntryReader
    from centre_check.workbook.guard import Limits

_FORM = "office"


def reader_of() -> EntryReader:
    """What reads entries of these tables; personal data is masked."""
    from centre_check.form.types import Disclosure
    from centre_check.standard import locations
    from centre_check.standard.load import read_form
    from centre_check.workbook.entries import EntryReader

    form = read_form(locations.folder() / "forms" / f"{_FORM}.yaml")
    return EntryReader(form, disclosure=Disclosure.MASKED)


def office_table(
    path: Path,
    table: str,
    reader: EntryReader,
    mistakes: Mistakes,
    limits: Limits,
) -> Table | None:
    """The table in the workbook at `path`, None where it has none, which is then a mistake.

    Raises:
        CentreCheckError: the file cannot be read.
    """
    from centre_check.workbook.filled import read_filled
    from centre_check.workbook.source import open_workbook

    _, grids = open_workbook(path, limits)
    return read_filled(grids, reader.form.sheet(table), reader, path.name, mistakes)
