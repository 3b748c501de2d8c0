"""A plain template to begin with: every field once, every list as a table with a repeated row."""

from collections.abc import Iterator
from math import isqrt

from centre_check.documents.fields import Fields, Rows
from centre_check.documents.tree import (
    Block,
    Document,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Table,
    TableRow,
)
from centre_check.render.word_template.placeholders import END, of_row, repeat, written
from centre_check.words import Words, mark
from centre_check.words.width import screen_width


def starting(title: str, fields: Fields, lang: str) -> Document:
    """The starter as a document; its first paragraph is a remark that filling takes out."""
    words = Words(lang)
    remark = words(
        mark(
            "Arrange this file as you like. Keep what stands in brackets as it is, or delete it. "
            "This paragraph is not printed."
        )
    )
    pairs = tuple(Pair(name, written(name)) for name, one in fields.items() if isinstance(one, str))
    blocks: tuple[Block, ...] = (
        Paragraph(f"{{#p {remark} #}}"),
        *([KeyValues(pairs)] if pairs else []),
        *_lists(fields),
    )
    return Document(title, blocks, lang=lang)


def _lists(fields: Fields) -> Iterator[Block]:
    for name, value in fields.items():
        if isinstance(value, Rows):
            rest = ("",) * (len(value.columns) - 1)
            yield Heading(name)
            yield Table(
                value.columns,
                (
                    TableRow((repeat(name), *rest)),
                    TableRow(tuple(of_row(column) for column in value.columns)),
                    TableRow((END, *rest)),
                ),
                _widths(value),
            )


def _widths(value: Rows) -> tuple[int, ...]:
    """Wider for longer texts, by less than their length: long ones break into lines."""
    columns = zip(value.columns, *value.rows, strict=True)
    return tuple(max(2, isqrt(max(map(screen_width, column)))) for column in columns)
