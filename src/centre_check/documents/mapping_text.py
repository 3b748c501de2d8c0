"""Write what was recognised as a mapping, for somebody to correct and give back."""

import json
from collections.abc import Iterator

from centre_check.form.types import Form, Layout
from centre_check.model.recognition import (
    ColumnFound,
    Ground,
    Means,
    Recognition,
    TableFound,
    Taken,
)
from centre_check.words import Words, mark

_LOOK = (Means.COMPOSED, Means.SUGGESTED)  # to be looked at before the mapping is used


def mapping_text(recognition: Recognition, form: Form, words: Words) -> str:
    """The mapping's YAML, with a comment for all that is still to be said."""
    return "".join(f"{line}\n" for line in _lines(recognition, form, words))


def _lines(recognition: Recognition, form: Form, words: Words) -> Iterator[str]:
    yield words(mark("# Where the sheets of the form stand in this workbook, as recognised."))
    yield words(mark("# Correct what is wrong, write in what is missing, then give it back with"))
    yield words(mark("# --mapping. Left: the form's names. Right: the workbook's names; a column"))
    yield words(mark("# may also be given by its letter, 「D」. Lines that are right may go."))
    if _is_open(recognition):
        yield words(
            mark("# Lines marked 「?」 are suggestions: take out those that are wrong, then")
        )
        yield words(mark("# write true below. As long as it says false, the mapping is not used."))
        yield "confirmed: false"
    yield "sheets:"
    taken: set[str] = set()
    for sheet in recognition.sheets:
        for table in sheet.tables:
            if table.sheet not in taken:  # a further table of the same kind is found by itself
                yield from _sheet(sheet.name, table, form, words)
            taken.add(table.sheet)
    for sheet in recognition.sheets:
        if sheet.guess is not None and sheet.guess.sheet not in taken:
            taken.add(sheet.guess.sheet)
            yield words(mark("  # ? {sheet} was not read; perhaps it is this:"), sheet=sheet.name)
            yield from _sheet(sheet.name, sheet.guess, form, words)
    for name in recognition.absent:
        if not any(form.sheet(one).name == name for one in taken):
            text = mark("  # {name}: not found; take away the # and name its sheet")
            yield words(text, name=name)
            yield f"  # {_quoted(name)}:"
            yield '  #   sheet: ""'
    unread = [one.name for one in recognition.sheets if one.taken in (Taken.UNREAD, Taken.RIVAL)]
    if unread:
        yield words(mark("# Sheets that were not read: {names}"), names=words.join(unread))


def _is_open(recognition: Recognition) -> bool:
    """Whether somebody has to look at what is suggested."""
    return any(
        sheet.guess is not None
        or sheet.taken is Taken.BY_COLUMNS
        or any(one.means in _LOOK for table in sheet.tables for one in table.columns)
        for sheet in recognition.sheets
    )


def _sheet(name: str, table: TableFound, form: Form, words: Words) -> Iterator[str]:
    is_table = form.sheet(table.sheet).layout is Layout.TABLE and table.header_rows[1] > 0
    yield f"  {_quoted(table.name)}:"
    yield f"    sheet: {_quoted(name)}"
    if is_table:
        yield f"    header_row: {table.header_rows[1]}"
    titles = {field.header: field.id for field in form.sheet(table.sheet).fields}
    read = [one for one in table.columns if one.is_read and one.field in titles.values()]
    taken = {one.title for one in read}
    likely = [
        one
        for one in table.columns
        if one.means is Means.SUGGESTED and one.suggestion in titles and one.suggestion not in taken
    ]
    texts = [" ".join(one.cell.header.split()) for one in table.columns]
    if read or likely:
        yield "    columns:"
    for one in read:
        doubt = _doubt(one, words)
        yield f"      {_quoted(one.title)}: {_quoted(where(one, texts, by_letter=is_table))}{doubt}"
    for one in likely:
        if one.suggestion not in taken:
            taken.add(one.suggestion)
            place = _quoted(where(one, texts, by_letter=is_table))
            yield f"      {_quoted(one.suggestion)}: {place}{_doubt(one, words)}"
    for header in table.missing:
        if header not in taken:
            text = words(mark("not found: write its header or its column's letter"))
            yield f'      # {_quoted(header)}: ""  # {text}'
    for one in table.columns:
        if one.means is Means.UNKNOWN or (one.means is Means.SUGGESTED and one not in likely):
            hint = (
                words(mark("does it mean {suggestion}?"), suggestion=one.suggestion)
                if one.suggestion
                else words(mark("not read"))
            )
            yield f"      # {_quoted(one.cell.header)}: {hint}"


def _doubt(one: ColumnFound, words: Words) -> str:
    """What is to be looked at in this line, as a comment behind it."""
    if one.means is Means.COMPOSED:
        return "  # ? " + words(mark("by its words and its entries"))
    if one.means is not Means.SUGGESTED:
        return ""
    by_entries = one.ground is Ground.ENTRIES
    return "  # ? " + words(
        mark("by its entries alone") if by_entries else mark("by its words alone")
    )


def where(one: ColumnFound, texts: list[str], *, by_letter: bool) -> str:
    """The header's text; the column's letter where the text stands twice."""
    text = " ".join(one.cell.header.split())
    is_plain = text.isprintable() and texts.count(text) == 1
    return one.cell.ref.rstrip("0123456789") if by_letter and not is_plain else text


def _quoted(text: str) -> str:
    """The text as YAML and JSON write it in quotation marks; plain where it is plain words."""
    flat = " ".join(text.split())
    is_plain = flat.replace(" ", "").replace("(", "").replace(")", "").isalnum()
    return flat if is_plain and not flat[0].isdigit() else json.dumps(flat, ensure_ascii=False)
