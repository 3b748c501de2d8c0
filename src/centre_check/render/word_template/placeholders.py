"""What an office's own Word file can be filled with: texts by name, and lists of like things."""

from collections.abc import Iterator
from typing import NamedTuple

from centre_check.documents.fields import Fields, Rows
from centre_check.words import Words, mark

ROW = "行"  # what one thing of a list is called in our own examples; any name will do


class Placeholder(NamedTuple):
    """How a field is written in the template, and what will stand there."""

    written: str
    meaning: str


def placeholders(fields: Fields, words: Words) -> list[Placeholder]:
    """Every placeholder that a template may use, a list's repeated row with its columns."""
    return [one for name, value in fields.items() for one in _of(name, value, words)]


def _of(name: str, value: str | Rows, words: Words) -> Iterator[Placeholder]:
    if isinstance(value, str):
        yield Placeholder(written(name), value)
        return
    yield Placeholder(repeat(name), words(mark("alone in a row of a table: begins the repetition")))
    for column in value.columns:
        example = dict(zip(value.columns, value.rows[0], strict=True)) if value.rows else {}
        yield Placeholder(of_row(column), example.get(column, ""))
    yield Placeholder(END, words(mark("alone in a row of a table: ends the repetition")))


END = "{%tr endfor %}"


def written(name: str) -> str:
    """A field's placeholder."""
    return f"{{{{ {name} }}}}"


def repeat(name: str) -> str:
    """What begins the repetition of a list's rows."""
    return f"{{%tr for {ROW} in {name} %}}"


def of_row(column: str) -> str:
    """A column's placeholder inside a repeated row."""
    return written(f"{ROW}.{column}" if column.isidentifier() else f'{ROW}["{column}"]')
