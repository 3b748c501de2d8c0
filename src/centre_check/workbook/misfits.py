"""Refuse a mapping that names what the workbook does not have: all of it at once, with lines."""

from collections.abc import Iterator, Sequence

from centre_check.files import Mistake, raise_if
from centre_check.words import mark
from centre_check.words.nearest import nearest
from centre_check.workbook.mapping import FormMapping, SheetMapping
from centre_check.workbook.reading import Part


def refuse_misfits(mapping: FormMapping, parts: Sequence[Part]) -> None:
    """Every mapped sheet must have been found, every mapped column must stand in its header.

    Raises:
        BrokenFile: something has not.
    """
    mistakes: list[Mistake] = []
    for id_, wish in mapping.sheets.items():
        own = [part for part in parts if part.sheet.id == id_]
        if own:
            mistakes += _columns(mapping, wish, own)
        elif wish.header_row:
            message = mark("no header was found in row {row}")
            mistakes.append(mapping.mistake(wish, ("header_row",), message, row=wish.header_row))
        elif wish.sheet:
            message = mark("no header was found in 「{name}」; say its row with header_row")
            mistakes.append(mapping.mistake(wish, ("sheet",), message, name=wish.sheet))
        else:
            message = mark("this sheet was not found in the workbook; say which one it is")
            mistakes.append(mapping.mistake(wish, (), message))
    raise_if(mapping.name, mistakes)


def _columns(mapping: FormMapping, wish: SheetMapping, parts: Sequence[Part]) -> Iterator[Mistake]:
    columns = [column for part in parts for column in part.read.heads]
    found = {column.field.id for column in columns if column.field is not None}
    for id_, text in wish.columns.items():
        if id_ in found:
            continue
        close = nearest(text, [column.header for column in columns])
        message = (
            mark("no header reads 「{text}」; did you mean 「{close}」?")
            if close
            else mark("no header reads 「{text}」")
        )
        yield mapping.mistake(wish, ("columns", id_), message, text=text, close=close)
    widest = max(part.grid.width for part in parts)
    for id_, at in wish.letters.items():
        if at >= widest:
            message = mark("the sheet has no column so far to the right")
            yield mapping.mistake(wish, ("columns", id_), message)
