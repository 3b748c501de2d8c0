"""Write what was recognised as a mapping, for somebody to correct and give back."""

import json
from collections.abc import Iterator

from centre_check.form.types import Form, Layout
from centre_check.model.recognition import ColumnFound, Means, Recognition, TableFound, Taken
from centre_check.words import Words, mark

_READ = (Means.CANONICAL, Means.SYNONYM, Means.IMPLIED, Means.MAPPED)


def mapping_text(recognition: Recognition, form: Form, words: Words) -> str:
    """The mapping's YAML, with a comment for all that is still to be said."""
    return "".join(f"{line}\n" for line in _lines(recognition, form, words))


def _lines(recognition: Recognition, form: Form, words: Words) -> Iterator[str]:
    yield words(mark("# Where the sheets of the form stand in this workbook, as recognised."))
    yield words(mark("# Correct what is wrong, write in what is missing, then give it back with"))
    yield words(mark("# --mapping. Left: the form's names. Right: the workbook's names; a column"))
    yield words(mark("# may also be given by its letter, 「D」. Lines that are right may go."))
    yield "sheets:"
    for sheet in recognition.sheets:
        seen: set[str] = set()
        for table in sheet.tables:
            if table.sheet not in seen:  # a further table of the same kind is found by itself
                yield from _sheet(sheet.name, table, form, words)
            seen.add(table.sheet)
    for name in recognition.absent:
        yield words(mark("  # {name}: not found; take away the # and name its sheet"), name=name)
        yield f"  # {_quoted(name)}:"
        yield '  #   sheet: ""'
    unread = [one.name for one in recognition.sheets if one.taken in (Taken.UNREAD, Taken.RIVAL)]
    if unread:
        yield words(mark("# Sheets that were not read: {names}"), names=words.join(unread))


def _sheet(name: str, table: TableFound, form: Form, words: Words) -> Iterator[str]:
    is_table = form.sheet(table.sheet).layout is Layout.TABLE
    yield f"  {_quoted(table.name)}:"
    yield f"    sheet: {_quoted(name)}"
    if is_table:
        yield f"    header_row: {table.header_rows[1]}"
    read = [one for one in table.columns if one.means in _READ]
    if read:
        yield "    columns:"
    texts = [" ".join(one.cell.header.split()) for one in table.columns]
    for one in read:
        yield f"      {_quoted(one.title)}: {_where(one, texts, by_letter=is_table)}"
    for header in table.missing:
        text = words(mark("not found: write its header or its column's letter"))
        yield f'      # {_quoted(header)}: ""  # {text}'
    for one in table.columns:
        if one.means is Means.UNKNOWN:
            hint = (
                words(mark("does it mean {suggestion}?"), suggestion=one.suggestion)
                if one.suggestion
                else words(mark("not read"))
            )
            yield f"      # {_quoted(one.cell.header)}: {hint}"


def _where(one: ColumnFound, texts: list[str], *, by_letter: bool) -> str:
    """The header's text; the column's letter where the text stands twice."""
    text = " ".join(one.cell.header.split())
    is_plain = text.isprintable() and texts.count(text) == 1
    return _quoted(one.cell.ref.rstrip("0123456789") if by_letter and not is_plain else text)


def _quoted(text: str) -> str:
    """The text as YAML and JSON write it in quotation marks; plain where it is plain words."""
    flat = " ".join(text.split())
    is_plain = flat.replace(" ", "").replace("(", "").replace(")", "").isalnum()
    return flat if is_plain and not flat[0].isdigit() else json.dumps(flat, ensure_ascii=False)
