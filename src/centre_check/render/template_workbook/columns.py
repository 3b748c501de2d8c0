"""How wide the columns of a table are, and how many ruled rows then fill its pages."""

from dataclasses import dataclass

from centre_check.form.types import Field, Form, Kind, Personal
from centre_check.render.template_workbook import layout

_PORTRAIT_WIDTH, _LANDSCAPE_WIDTH = 98, 144  # characters across A4 at full size
_PORTRAIT_HEIGHT, _LANDSCAPE_HEIGHT = 740, 493  # points down A4 between the margins
_NARROW, _REMNANT = 6, 3
_LONGEST_TEXT, _LONGEST_CHOICE, _NO_EXAMPLE = 16, 22, 10
_SHORTEST_TEXT, _SHORTEST_NAME = 4, 8
_BY_KIND = {Kind.DATE: 12, Kind.NUMBER: 9}
_BY_PERSONAL = {Personal.NUMBER: 21, Personal.PHONE: 13}


@dataclass(frozen=True, slots=True)
class TemplateGrid:
    """A table as it stands on paper: `widths` in characters, heights in points."""

    widths: tuple[int, ...]
    landscape: bool
    header_height: int
    example_height: int
    ruled_rows: int


def grid(fields: tuple[Field, ...], form: Form) -> TemplateGrid:
    """Columns as wide as their content, the text columns stretched until the page is full.

    Ruled rows fill one upright page or two sideways ones, so that no page holds a few rows only.
    """
    least = [_width(field, form) for field in fields]
    landscape = sum(least) > _PORTRAIT_WIDTH
    page_width = _LANDSCAPE_WIDTH if landscape else _PORTRAIT_WIDTH
    pages, height = (2, _LANDSCAPE_HEIGHT) if landscape else (1, _PORTRAIT_HEIGHT)
    labels = [layout.label(field) for field in fields]
    widths = list(map(_fitted, labels, _stretched(fields, least, page_width)))
    header = _row_height(labels, widths)
    example = _row_height([str(value) for value in layout.examples(fields)], widths)
    shrunk = max(1, sum(widths) / page_width)
    above = layout.TITLE_HEIGHT + layout.NOTE_HEIGHT + pages * header + example
    rows = (pages * height * shrunk - above) // layout.ROW_HEIGHT - (pages - 1)
    return TemplateGrid(tuple(widths), landscape, header, example, int(rows))


def _row_height(texts: list[str], widths: list[int]) -> int:
    most = max(layout.lines(text, width) for text, width in zip(texts, widths, strict=True))
    return layout.LINE_HEIGHT * most + 8


def _width(field: Field, form: Form) -> int:
    return _fitted(layout.label(field), _content_width(field, form))


def _content_width(field: Field, form: Form) -> int:
    if field.personal in _BY_PERSONAL:
        return _BY_PERSONAL[field.personal]
    if field.kind in _BY_KIND:
        return _BY_KIND[field.kind]
    texts = [one.title.zh for one in form.dictionaries.get(field.dictionary, ())]
    longest = max(layout.wide(text) for text in (*texts, field.example))
    if texts:
        return min(longest, _LONGEST_CHOICE) + layout.PADDING
    if field.example.isascii():  # a number such as a credit code has no place to break
        return (longest or _NO_EXAMPLE) + 2 * layout.PADDING
    shortest = _SHORTEST_NAME if field.personal is Personal.NAME else _SHORTEST_TEXT
    return max(shortest, min(longest, _LONGEST_TEXT)) + layout.PADDING


def _fitted(header: str, width: int) -> int:
    """The least width from `width` on that breaks the header without leaving a remnant."""
    whole = layout.wide(header) + layout.PADDING
    candidates = (width for width in range(width, whole) if _breaks_well(header, width))
    return next(candidates, max(width, whole))


def _breaks_well(header: str, width: int) -> bool:
    room = width - layout.PADDING
    return _has_good_lines(header, room) and _has_good_lines(header, room + 1)  # as fonts differ


def _has_good_lines(header: str, room: int) -> bool:
    lines = [""]
    for character in header:
        if layout.wide(lines[-1] + character) > room:
            lines.append("")
        lines[-1] += character
    return (
        len(lines) <= (2 if room < _NARROW else 3)
        and layout.wide(lines[-1]) > _REMNANT
        and not any(line.endswith(("(", "/")) for line in lines)
        and not any(line.startswith((")", "/")) for line in lines)
    )


def _stretched(fields: tuple[Field, ...], widths: list[int], page_width: int) -> list[int]:
    """The widths, what is left of the page shared among free text, most to the longest."""
    weights = [_wordiness(field) for field in fields]
    left = max(0, page_width - sum(widths))
    return [
        width + left * weight // max(1, sum(weights))
        for width, weight in zip(widths, weights, strict=True)
    ]


def _wordiness(field: Field) -> int:
    is_free = field.kind in {Kind.TEXT, Kind.CHOICES} and field.id != layout.SERIAL
    if not is_free or field.personal in _BY_PERSONAL:
        return 0
    return layout.wide(field.example) or _NO_EXAMPLE
