"""What the look of an .xlsx cell says besides its value: struck out, unseen, commented on.

Bytes are searched, and only for what the styles of the workbook have at all: most have nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from centre_check.workbook.containers.cells import visible
from centre_check.workbook.containers.ooxml import OoxmlPackage
from centre_check.workbook.containers.xml import parse
from centre_check.workbook.grid import Appearance, Place
from centre_check.workbook.own_papers import PROGRAM

_SIGNS = (b"strike", b";;;", b"FFFFFF", b"ffffff", b'theme="0"', b'indexed="9"', b'indexed="1"')
_WHITE = ("ffffff", "theme 0", "indexed 9", "indexed 1")


def _written(characters: str) -> str:
    """Any of these characters, as it is or as XML may refer to it."""
    forms = (f"{one}|&#{ord(one)};|&#[xX]0*{ord(one):x};" for one in characters)
    return f"(?:{'|'.join(forms)})"


_COLOURS = _written("红橙黄绿蓝紫灰")
_LEGEND = (
    rf"{_COLOURS}{_written('色底字')}|{_written('标')}{_written('为成注')}?{_COLOURS}".encode()
)
_CELL = rb'<(?:\w+:)?c\s[^<>]*?\bs="(?:%s)"[^<>]*>'
_TEXT = rb'<(?:\w+:)?c\s[^<>]*?\bt="s"[^<>]*>\s*<(?:\w+:)?v>\s*(?:%s)\s*<'
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})([1-9][0-9]{0,6})"')
_UNSEEN_FORMAT = re.compile(r"\s*;\s*;\s*;?\s*")
_AUTHOR = re.compile(r"^[^:：\n]{1,30}[:：]\n")  # Excel puts the author's name above the text
_THREADED = "[Threaded comment]"


class OddStyles(NamedTuple):
    """The styles and the shared texts whose look says something, by their numbers."""

    styles: Mapping[int, frozenset[Appearance]]
    struck_texts: Sequence[int] = ()

    def __bool__(self) -> bool:
        return bool(self.styles or self.struck_texts)


def speaks_of_colours(part: bytes) -> bool:
    """Whether a part's texts speak of a colour, as a legend does: 「红色为已退出」."""
    return re.search(_LEGEND, part) is not None


def odd_styles(styles: bytes, strings: bytes, *, with_colours: bool = False) -> OddStyles:
    """What of a workbook's styles and texts has a look that says something.

    Colours do so only where somebody speaks of one.
    """
    found = _Styles(with_colours=with_colours)
    if with_colours or any(sign in styles for sign in _SIGNS):
        parse(styles, found)
    struck: Sequence[int] = ()
    if b"strike" in strings:
        texts = _StruckTexts()
        parse(strings, texts)
        struck = texts.found
    return OddStyles(found.odd(), struck)


def looks(odd: OddStyles, sheet: bytes) -> dict[Place, frozenset[Appearance]]:
    """Which cells of a sheet have such a look."""
    found: dict[Place, frozenset[Appearance]] = {}
    if odd.styles:
        for tag in re.findall(_CELL % _any(odd.styles), sheet):
            style = re.search(rb'\bs="([0-9]+)"', tag)
            if style and (place := _place(tag)):
                found[place] = odd.styles[int(style[1])]
    if odd.struck_texts:
        for tag in re.findall(_TEXT % _any(odd.struck_texts), sheet):
            if place := _place(tag):
                found[place] = found.get(place, frozenset()) | {Appearance.STRUCK}
    return found


def comments(package: OoxmlPackage, member: str) -> dict[Place, str]:
    """What people wrote to the cells of a sheet, without their names."""
    found: dict[Place, str] = {}
    links = sorted(package.links(member).values())  # comments before threadedComment
    for kind, path in links:
        if kind in ("comments", "threadedComment"):
            reader = _Comments()
            parse(package.read(path), reader)
            for reference, text, author in reader.found:
                if author == PROGRAM:  # an annotated copy of ours
                    continue
                place = _place(f'r="{reference}"'.encode())
                people = text.partition(f"{PROGRAM}：")[0]  # ours may stand below theirs
                said = _AUTHOR.sub("", visible(people.strip()))
                if place and said and not said.startswith(_THREADED):
                    found[place] = said
    return found


def _any(numbers: Iterator[int] | Mapping[int, object] | Sequence[int]) -> bytes:
    return b"|".join(str(number).encode() for number in numbers)


def _place(tag: bytes) -> Place | None:
    from centre_check.workbook.containers.xlsx_cells import column_number

    found = _REFERENCE.search(tag)
    return (int(found[2]) - 1, column_number(found[1].decode())) if found else None


class _Styles:
    """Fonts, fills and formats, and what of them each style of cells has."""

    def __init__(self, *, with_colours: bool = False) -> None:
        self.with_colours = with_colours
        self.fonts: list[dict[str, str]] = []
        self.fills: list[str] = []
        self.codes: dict[str, str] = {}
        self.cells: list[Mapping[str, str]] = []
        self.path: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        inside = self.path[-1] if self.path else ""
        self.path.append(name)
        if name == "font" and inside == "fonts":
            self.fonts.append({})
        elif inside == "font" and "fonts" in self.path and self.fonts:
            said = _colour(attributes) if name == "color" else attributes.get("val", "1")
            self.fonts[-1][name] = said
        elif name == "fill" and inside == "fills":
            self.fills.append("")
        elif name == "fgColor" and inside == "patternFill" and "fills" in self.path and self.fills:
            self.fills[-1] = self.fills[-1] or _colour(attributes)
        elif name == "patternFill" and attributes.get("patternType") == "none" and self.fills:
            self.fills[-1] = ""
        elif name == "numFmt":
            self.codes.setdefault(attributes.get("numFmtId", ""), attributes.get("formatCode", ""))
        elif name == "xf" and "cellXfs" in self.path:
            self.cells.append(attributes)

    def end(self, _name: str) -> None:
        self.path.pop()

    def data(self, text: str) -> None:
        pass

    def odd(self) -> dict[int, frozenset[Appearance]]:
        """The styles whose look says something."""
        said = enumerate(map(self._looks, self.cells))
        return {style: looks for style, looks in said if looks}

    def _looks(self, cell: Mapping[str, str]) -> frozenset[Appearance]:
        font = dict(enumerate(self.fonts)).get(_number(cell.get("fontId")), {})
        fill = dict(enumerate(self.fills)).get(_number(cell.get("fillId")), "")
        found = set()
        if font.get("strike", "0") not in ("0", "false"):
            found.add(Appearance.STRUCK)
        colour = font.get("color", "")
        if colour and ((not fill and colour in _WHITE) or colour == fill):
            found.add(Appearance.COLOURLESS)
        if _UNSEEN_FORMAT.fullmatch(self.codes.get(cell.get("numFmtId", ""), "")):
            found.add(Appearance.UNSEEN)
        if self.with_colours:
            found.update(filter(None, map(hue, (colour, fill))))
        return frozenset(found)


# The colours of Office's own theme and of its old palette, where they are anything but black.
_NAMED_COLOURS = {
    f"{kind} {number}": code
    for code, kind, numbers in (
        ("0000ff", "theme", (4, 8)),
        ("ff8000", "theme", (5,)),
        ("a0a0a0", "theme", (6,)),
        ("ffc000", "theme", (7,)),
        ("00ff00", "theme", (9,)),
        ("ff0000", "indexed", (2, 10, 16, 45)),
        ("ff8000", "indexed", (52, 53)),
        ("ffc000", "indexed", (5, 13, 34, 51)),
        ("00ff00", "indexed", (3, 11, 17, 42, 50)),
        ("0000ff", "indexed", (4, 12, 30, 40)),
        ("8000ff", "indexed", (20, 46, 61)),
        ("a0a0a0", "indexed", (22, 23, 55)),
    )
    for number in numbers
}
_HUES = (  # degrees up to which a colour is called so
    (20, Appearance.RED),
    (42, Appearance.ORANGE),
    (70, Appearance.YELLOW),
    (165, Appearance.GREEN),
    (262, Appearance.BLUE),
    (320, Appearance.PURPLE),
    (360, Appearance.RED),
)
_PALE, _DARK, _BRIGHT = 24, 40, 242  # of 255: hardly coloured, nearly black, nearly white


def hue(colour: str) -> Appearance | None:
    """What a colour is called; None of black, white and what is nearly so."""
    code = _NAMED_COLOURS.get(" ".join(colour.split(" ")[:2]), colour)
    if not re.fullmatch("[0-9a-f]{6}", code):
        return None
    parts = red, green, blue = [int(code[at : at + 2], 16) for at in (0, 2, 4)]
    most, spread = max(parts), max(parts) - min(parts)
    if spread < _PALE:
        return Appearance.GREY if _DARK < most < _BRIGHT else None
    if most == red:
        angle = (60 * (green - blue) // spread) % 360
    elif most == green:
        angle = 120 + 60 * (blue - red) // spread
    else:
        angle = 240 + 60 * (red - green) // spread
    return next(name for end, name in _HUES if angle <= end)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() else -1


def _colour(attributes: Mapping[str, str]) -> str:
    for name in ("theme", "indexed"):
        if name in attributes:
            tint = attributes.get("tint", "")
            return f"{name} {attributes[name]}{tint and ' ' + tint}"
    return attributes.get("rgb", "")[-6:].lower()


class _StruckTexts:
    """Shared texts all of whose runs are struck out."""

    def __init__(self) -> None:
        self.found: list[int] = []
        self.at = -1
        self.runs: list[bool] = []
        self.is_struck = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "si":
            self.at += 1
            self.runs = []
        elif name == "r":
            self.is_struck = False
        elif name == "strike":
            self.is_struck = attributes.get("val", "1") not in ("0", "false")

    def end(self, name: str) -> None:
        if name == "r":
            self.runs.append(self.is_struck)
        elif name == "si" and self.runs and all(self.runs):
            self.found.append(self.at)

    def data(self, text: str) -> None:
        pass


class _Comments:
    def __init__(self) -> None:
        self.found: list[tuple[str, str, str]] = []
        self.authors: list[str] = []
        self.reference = self.author = ""
        self.text: list[str] = []
        self.is_text = self.is_author = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in ("comment", "threadedComment"):
            self.reference, self.text = attributes.get("ref", ""), []
            at = _number(attributes.get("authorId"))
            self.author = self.authors[at] if 0 <= at < len(self.authors) else ""
        elif name == "author":
            self.authors.append("")
        self.is_text, self.is_author = name in ("t", "text"), name == "author"

    def end(self, name: str) -> None:
        self.is_text = self.is_author = False
        if name in ("comment", "threadedComment"):
            self.found.append((self.reference, "".join(self.text), self.author))

    def data(self, text: str) -> None:
        if self.is_text:
            self.text.append(text)
        elif self.is_author:
            self.authors[-1] += text
