"""Add looks to a workbook's styles: each cell's own with a fill, and those of the index sheet."""

from enum import StrEnum

from centre_check.model.outcomes import Outcome
from centre_check.render.annotate.element import Element
from centre_check.render.annotate.xml import child_made, children, made
from centre_check.render.xlsx.looks import SHADES

_ORDER = (
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
)
# Excel takes the first two fills for its own, whatever they say.
_FIRST_FILLS = ("none", "gray125")


class IndexLook(StrEnum):
    """The looks of the index sheet."""

    TITLE = "title"
    TEXT = "text"
    HEAD = "head"
    CELL = "cell"
    LINK = "link"


class Styles:
    """The styles part of a workbook."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._ensure_first()
        self._formats = self._group("cellXfs")
        self._known = list(children(self._formats, "xf"))
        self._fills: dict[str, int] = {}
        self._marked: dict[tuple[int, Outcome], int] = {}
        self._looks: dict[tuple[IndexLook, Outcome | None], int] = {}
        if not self._known:
            self._add_format(made(root, "xf", _NO_LOOK))

    def marked(self, style: int, outcome: Outcome) -> int:
        """The style that is `style` with the outcome's fill."""
        if (style, outcome) not in self._marked:
            is_known = 0 <= style < len(self._known)
            own = self._known[style if is_known else 0].copy()
            own.set("fillId", str(self._fill(SHADES[outcome])))
            own.set("applyFill", "1")
            self._marked[style, outcome] = self._add_format(own)
        return self._marked[style, outcome]

    def look(self, look: IndexLook, outcome: Outcome | None = None) -> int:
        """The style of a cell of the index sheet."""
        if (look, outcome) not in self._looks:
            self._looks[look, outcome] = self._add_format(self._format(look, outcome))
        return self._looks[look, outcome]

    def _format(self, look: IndexLook, outcome: Outcome | None) -> Element:
        is_boxed = look in (IndexLook.HEAD, IndexLook.CELL, IndexLook.LINK)
        shade = SHADES[outcome] if outcome else "#D9D9D9" if look is IndexLook.HEAD else ""
        own = made(
            self.root,
            "xf",
            {
                "numFmtId": "49",  # text
                "fontId": str(self._font(look)),
                "fillId": str(self._fill(shade)) if shade else "0",
                "borderId": str(self._border()) if is_boxed else "0",
                "xfId": "0",
                "applyNumberFormat": "1",
                "applyFont": "1",
                "applyFill": "1",
                "applyBorder": "1",
                "applyAlignment": "1",
            },
        )
        centre = {"horizontal": "center"} if look is IndexLook.HEAD else {"horizontal": "left"}
        own.append(made(own, "alignment", {**centre, "vertical": "center", "wrapText": "1"}))
        return own

    def _ensure_first(self) -> None:
        """A part that lists none gets the first font, border and style that all others rest on."""
        fonts, borders = self._group("fonts"), self._group("borders")
        if len(fonts) == 0:
            font = made(fonts, "font")
            font.append(made(font, "sz", {"val": "11"}))
            font.append(made(font, "name", {"val": "Calibri"}))
            _added(fonts, font)
        if len(borders) == 0:
            border = made(borders, "border")
            for side in ("left", "right", "top", "bottom", "diagonal"):
                border.append(made(border, side))
            _added(borders, border)
        bases = self._group("cellStyleXfs")
        if len(bases) == 0:
            _added(bases, made(bases, "xf", _BASE))

    def _font(self, look: IndexLook) -> int:
        fonts = self._group("fonts")
        font = made(fonts, "font")
        if look in (IndexLook.TITLE, IndexLook.HEAD):
            font.append(made(font, "b"))
        if look is IndexLook.LINK:
            font.append(made(font, "u"))
        size = "14" if look is IndexLook.TITLE else "10.5"
        font.append(made(font, "sz", {"val": size}))
        if look is IndexLook.LINK:
            font.append(made(font, "color", {"rgb": "FF0563C1"}))
        font.append(made(font, "name", {"val": "宋体"}))
        font.append(made(font, "charset", {"val": "134"}))
        return _added(fonts, font)

    def _border(self) -> int:
        borders = self._group("borders")
        border = made(borders, "border")
        for side in ("left", "right", "top", "bottom"):
            line = made(border, side, {"style": "thin"})
            line.append(made(line, "color", {"rgb": "FF7F7F7F"}))
            border.append(line)
        border.append(made(border, "diagonal"))
        return _added(borders, border)

    def _fill(self, shade: str) -> int:
        if shade not in self._fills:
            fills = self._group("fills")
            for kind in _FIRST_FILLS[len(fills) :]:
                _added(fills, _pattern(fills, kind))
            fill = _pattern(fills, "solid")
            rgb = f"FF{shade.removeprefix('#')}"
            pattern = fill.children[0]
            pattern.append(made(fill, "fgColor", {"rgb": rgb}))
            pattern.append(made(fill, "bgColor", {"indexed": "64"}))
            self._fills[shade] = _added(fills, fill)
        return self._fills[shade]

    def _add_format(self, own: Element) -> int:
        self._known.append(own)
        return _added(self._formats, own)

    def _group(self, name: str) -> Element:
        """One of the lists of the part, made where it belongs when there is none."""
        return child_made(self.root, name, frozenset(_ORDER[_ORDER.index(name) + 1 :]))


_BASE = {"numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"}
_NO_LOOK = {**_BASE, "xfId": "0"}


def _pattern(like: Element, kind: str) -> Element:
    fill = made(like, "fill")
    fill.append(made(fill, "patternFill", {"patternType": kind}))
    return fill


def _added(group: Element, element: Element) -> int:
    """Append to a list of the part; the number by which it is called."""
    group.append(element)
    group.set("count", str(len(group)))
    return len(group) - 1
