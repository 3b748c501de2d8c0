"""The boxes in which a sheet's comments are shown: VML, which Excel asks for beside the texts."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from centre_check.workbook.grid import Place

_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_DRAWING = (
    '<xml {spaces}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{blocks}"/>'
    "</o:shapelayout>"
)
_NOTE_TYPE = (
    '<v:shapetype id="_x0000_t202"{spaces} coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape id="_x0000_s{id}"{spaces} type="#_x0000_t202" style="position:absolute;'
    'margin-left:60pt;margin-top:2pt;width:300pt;height:{height}pt;z-index:{z};visibility:hidden" '
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {top}, 4, {right}, 15, {bottom}, 4</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
_END = re.compile(rb"</(?:[\w.-]+:)?xml\s*>\s*\Z")
_ID = re.compile(rb"_x0000_s(\d+)")
_BLOCK = 1024  # ids that one drawing owns
_COLUMNS, _CHARACTERS, _LINE = 5, 46, 13  # of a box: columns, characters a line, points a line
_LEAST, _MOST = 4, 24  # lines


class Box(NamedTuple):
    """A box beside a cell, high enough for its text."""

    place: Place
    text: str


def new_drawing(boxes: Iterable[Box]) -> bytes:
    """A VML drawing with these boxes."""
    drawn = list(boxes)
    blocks = ",".join(str(block + 1) for block in range(1 + len(drawn) // _BLOCK))
    parts = [
        _DRAWING.format(spaces=_SPACES, blocks=blocks),
        _NOTE_TYPE.format(spaces=""),
        *(_shape(box, _BLOCK + number, "") for number, box in enumerate(drawn, start=1)),
        "</xml>",
    ]
    return "".join(parts).encode()


def with_boxes(drawing: bytes, boxes: Iterable[Box]) -> bytes | None:
    """The drawing with more boxes, all else in it left as it is; None if it has no end to find."""
    end = _END.search(drawing)
    if end is None:
        return None
    is_usual = all(one.encode() in drawing[:2000] for one in _SPACES.split())
    spaces = "" if is_usual else f" {_SPACES}"
    last = max((int(number) for number in _ID.findall(drawing)), default=_BLOCK)
    added = "" if b'"_x0000_t202"' in drawing else _NOTE_TYPE.format(spaces=spaces)
    added += "".join(_shape(box, last + at, spaces) for at, box in enumerate(boxes, start=1))
    return drawing[: end.start()] + added.encode() + drawing[end.start() :]


def _shape(box: Box, number: int, spaces: str) -> str:
    row, column = box.place
    need = sum(1 + 2 * len(line) // _CHARACTERS for line in box.text.split("\n"))
    lines = min(_MOST, max(_LEAST, need + 1))
    return _SHAPE.format(
        id=number,
        spaces=spaces,
        height=lines * _LINE,
        z=number - _BLOCK,
        left=column + 1,
        right=column + 1 + _COLUMNS,
        top=max(0, row - 1),
        bottom=max(0, row - 1) + lines * _LINE // 15 + 1,
        row=row,
        column=column,
    )
