"""Cells that say more than their field: a name with its telephone, a code with its legend."""

import re
from collections.abc import Callable, Mapping, Sequence

from centre_check.form.labels import brackets
from centre_check.form.types import Field, Form, Kind, Personal
from centre_check.logic.spelling import normalise
from centre_check.workbook.cells import Raw, as_text
from centre_check.workbook.grid import Grid
from centre_check.workbook.headers import Header, HeaderColumn

Take = Callable[[Raw], Raw]

_JOINED = re.compile(r"[/、,;\s:：()（）]*")
_NUMBERS = {
    Personal.PHONE: re.compile(
        r"(?<![0-9])(?:1[3-9][0-9]{9}|(?:0[0-9]{2,3}-?)[2-8][0-9]{6,7})(?![0-9])"
    ),
    Personal.NUMBER: re.compile(r"(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])"),
}
_CODED = re.compile(r"([0-9]{1,2})\s*[-—.:：、=＝]?\s*([一-龥][一-龥（）()]*)")
_FEW_ROWS = 12
_LEGENDS = 2  # pairs of a code and a word make a legend


def takes(grid: Grid, header: Header, form: Form) -> Mapping[str, Take]:
    """What is taken of the entries of those columns that do not say one thing plainly."""
    found: dict[str, Take] = {}
    at: dict[int, list[Field]] = {}
    for column in header.fields.values():
        assert column.field is not None
        at.setdefault(column.at, []).append(column.field)
        if column.field.kind is Kind.CHOICE and (legend := _legend(grid, header, column, form)):
            found[column.field.id] = _worded(legend)
    for fields in at.values():
        numbers = [field for field in fields if field.personal in _NUMBERS]
        if len(fields) > 1 and numbers:
            for field in fields:
                found[field.id] = _number_of(field) if field in numbers else _rest_of(numbers)
    return found


def pieces(head: str) -> list[str]:
    """The heads that one head joins: 「负责人及联系电话」."""
    return [piece for piece in re.split(r"[/、和及与]+", normalise(head)) if piece]


def _number_of(field: Field) -> Take:
    assert field.personal is not None
    pattern = _NUMBERS[field.personal]

    def take(raw: Raw) -> Raw:
        found = pattern.search(as_text(raw))
        return found[0] if found else None

    return take


def _rest_of(numbers: Sequence[Field]) -> Take:
    patterns = [_NUMBERS[field.personal] for field in numbers if field.personal is not None]

    def take(raw: Raw) -> Raw:
        text = as_text(raw)
        for pattern in patterns:
            text = pattern.sub("", text)
        return re.sub(rf"^{_JOINED.pattern}|{_JOINED.pattern}$", "", text)

    return take


def _worded(legend: Mapping[str, str]) -> Take:
    return lambda raw: legend.get(as_text(raw).strip().removesuffix(".0"), raw)


def _legend(grid: Grid, header: Header, column: HeaderColumn, form: Form) -> Mapping[str, str]:
    """The words for the codes of a column, where its entries are codes and a legend is given.

    It stands in the head's bracket, or in a line above or below: 「1-在驻，2-毕业」.
    """
    assert column.field is not None
    words = form.words[column.field.dictionary]
    below = (grid.raw(row, column.at) for row in range(header.row + 1, header.row + _FEW_ROWS))
    heard = {as_text(raw).strip().removesuffix(".0") for raw in below if raw is not None}
    heard.discard("")
    if not heard or not all(text.isdecimal() and text not in words for text in heard):
        return {}
    above = grid.rows[: header.first]
    lines = [raw for row in (*above, *grid.rows[-3:]) for raw in row if isinstance(raw, str)]
    for text in (*brackets(column.header), *lines):
        legend: dict[str, str] = dict(_CODED.findall(text))
        known = sum(normalise(word) in words for word in legend.values())
        if len(legend) >= _LEGENDS and known * 2 > len(legend):
            return legend
    return {}
