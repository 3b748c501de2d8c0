"""Which rows of a sheet hold what, which fields it asks for, and how it writes them."""

from datetime import date
from decimal import Decimal, InvalidOperation
from math import ceil

from centre_check.form.types import Field, Kind, Sheet
from centre_check.words.width import screen_width

TITLE_ROW, NOTE_ROW, HEADER_ROW, EXAMPLE_ROW, FIRST_ROW = 1, 2, 3, 4, 5
LAST_CHECKED_ROW = 1000  # drop-downs and text format go on below the ruled rows
TITLE_HEIGHT, NOTE_HEIGHT, ROW_HEIGHT, LINE_HEIGHT = 30, 22, 20, 15  # points
PADDING = 2  # characters of a column that its text does not get

REQUIRED, EXAMPLE = "＊", "示例"
SERIAL = "no"  # the id of 序号

_WIDER = 1.05  # a Chinese character is a little wider than two of Excel's digits


def fields_of(sheet: Sheet) -> tuple[Field, ...]:
    """The fields that the template asks for; the others only read offices' own tables."""
    return tuple(field for field in sheet.fields if field.prompt or field.decides or field.required)


def label(field: Field) -> str:
    """The field's header, marked if it must be filled; the reader drops the mark."""
    return f"{REQUIRED}{field.header}" if field.required else field.header


def examples(fields: tuple[Field, ...]) -> list[str | Decimal | date]:
    """The example row, as a clerk would enter it; one of its first two values says 示例.

    The reader looks for the mark there, as offices write it beside or into the first words.
    """
    values = [_example(field) for field in fields]
    if not any(str(value).startswith(EXAMPLE) for value in values[:2]):
        at = next(at for at, value in enumerate(values) if isinstance(value, str) and value)
        values[at] = f"{EXAMPLE}：{values[at]}"
    return values


def _example(field: Field) -> str | Decimal | date:
    try:
        match field.kind:
            case Kind.DATE:
                return date.fromisoformat(field.example)
            case Kind.NUMBER:
                return Decimal(field.example)
            case _:
                return field.example
    except (ValueError, InvalidOperation):  # 「无」, 「长期」, or no example
        return field.example


def wide(text: str) -> int:
    """How many characters wide `text` is; a Chinese character counts two."""
    return max(screen_width(text), len(text))


def lines(text: str, width: int) -> int:
    """How many lines `text` takes in a column `width` characters wide."""
    return max(1, ceil(wide(text) * _WIDER / (width - PADDING / 2)))
