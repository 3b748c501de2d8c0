"""How many sheets and columns of offices' own forms are read, and how many wrongly."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.forms.layouts import OURS, Head, OfficeForm, write

from centre_check.desk.doctor import deciding
from centre_check.form.types import Disclosure
from centre_check.model.recognition import ColumnFound, Recognition, SheetFound
from centre_check.standard import shelf
from centre_check.words import Words
from centre_check.workbook.recognition import recognise

EDITION = shelf.take("huyi-2019-centre")
DECIDING = deciding(EDITION)
NAMINGS = ("as the source", "Sheet1", "as ours")


@dataclass(slots=True)
class Count:
    """What became of the sheets and columns of some forms under one naming of their sheets."""

    sheets: int = 0
    right_sheets: int = 0
    columns: int = 0
    right: int = 0
    needed: int = 0
    needed_right: int = 0
    read: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    by_means: Counter[str] = field(default_factory=Counter)


def measured(forms: Sequence[OfficeForm], naming: str, folder: Path) -> Count:
    """The forms, each alone in a workbook."""
    count = Count()
    for form in forms:
        if naming == "as ours" and not form.sheet:
            continue
        _enter(form, recognised(form, naming, folder), count)
    return count


def recognised(form: OfficeForm, naming: str, folder: Path) -> Recognition:
    name = {"as the source": form.title[:31].replace("/", ""), "Sheet1": "Sheet1"}.get(naming)
    path = folder / f"{form.id}.xlsx"
    write(form, path, name or OURS[form.sheet], title=naming == "Sheet1")
    return recognise(path, EDITION.form, Words("zh"), DECIDING, disclosure=Disclosure.FULL)


def _enter(form: OfficeForm, found: Recognition, count: Count) -> None:
    (sheet,) = found.sheets
    tables = [table for table in sheet.tables if table.records]
    is_found = any(table.sheet == form.sheet for table in tables) if form.sheet else not tables
    count.sheets += 1
    count.right_sheets += is_found
    if not is_found:
        names = "、".join(table.sheet for table in tables)
        count.missed.append(f"{form.id} {form.title}: {names or 'not read'}")
    if not form.sheet:
        count.wrong += [f"{form.id} read as {table.sheet}" for table in tables]
    for head in form.heads:
        _enter_head(form, head, read_as(head, sheet, found), count)


def _enter_head(form: OfficeForm, head: Head, read: ColumnFound | None, count: Count) -> None:
    table, right = form.sheet, head.fields
    got = "" if read is None else read.field
    is_right = bool(got) and got in {one.replace("协议.", "agreements.") for one in right}
    is_needed = any(one in DECIDING.fields.get(table, ()) for one in right) or any(
        one.startswith("协议.") for one in right
    )
    if right and not head.is_optional:
        count.columns += 1
        count.right += is_right
        count.needed += is_needed
        count.needed_right += is_needed and is_right
        if not is_right:
            count.missed.append(f"{form.id} {head.text} is {'|'.join(right)}, {got or 'not read'}")
    if read is not None:
        count.read += 1
        count.by_means[read.means] += 1
        if not is_right:
            count.wrong.append(
                f"{form.id} {head.text} read as {got}, is {'|'.join(right) or 'none'}"
            )


def read_as(head: Head, sheet: SheetFound, found: Recognition) -> ColumnFound | None:
    """The column that this head is read as, None if it is not read."""
    own = head.text.rsplit("/", 1)
    for table in sheet.tables:
        for column in table.columns:
            text = column.cell.header
            is_it = text in (head.text, head.text.replace("/", "", 1), *own[1:])
            if is_it and column.is_read:
                return column
    return None


def main() -> None:
    """Say what is missed and what is wrong, for whoever works on the grammar."""
    import sys
    import tempfile

    from tests.forms.layouts import forms

    for name in sys.argv[1:] or ("described.txt", "offices.txt"):
        for naming in NAMINGS:
            with tempfile.TemporaryDirectory() as folder:
                count = measured(forms(name), naming, Path(folder))
            lines = [
                f"{name} {naming}: sheets {count.right_sheets}/{count.sheets}",
                f"  columns {count.right}/{count.columns}",
                f"  needed {count.needed_right}/{count.needed}",
                f"  read {count.read}, wrong {len(count.wrong)}",
                *(f"  wrong: {one}" for one in count.wrong),
                *(f"  missed: {one}" for one in count.missed),
            ]
            sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
