"""What python-calamine does not tell apart: error values and formulas that were never computed.

Both arrive as an empty cell. The sheets' XML is searched for them; only a sheet that has any is
parsed a second time, and only for these.
"""

import re
import zipfile
from posixpath import join, normpath
from xml.parsers import expat

from centre_check.model.facts import Trouble
from centre_check.workbook.grid import Place

_SUSPECT = re.compile(rb't\s*=\s*["\']e["\']|<(?:\w+:)?f[\s/>]')
_CELL = re.compile(r"([A-Z]{1,3})(\d+)$")
Troubles = dict[Place, tuple[Trouble, str | None]]


def blind_spots(package: zipfile.ZipFile) -> dict[str, Troubles]:
    """By sheet name, the cells of an .xlsx that hold an error or an uncomputed formula."""
    found: dict[str, Troubles] = {}
    for name, part in _sheet_parts(package).items():
        xml = package.read(part)
        if _SUSPECT.search(xml):
            found[name] = _scan(xml)
    return found


def _sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Sheet names and the package parts that hold them."""
    members = {name.replace("\\", "/").lower(): name for name in package.namelist()}
    book, links = members.get("xl/workbook.xml"), members.get("xl/_rels/workbook.xml.rels")
    if book is None or links is None:
        return {}
    targets = {
        link.get("Id", ""): link.get("Target", "")
        for link in _elements(package.read(links), "Relationship")
    }
    parts: dict[str, str] = {}
    for sheet in _elements(package.read(book), "sheet"):
        key = next((value for name, value in sheet.items() if _local(name) == "id"), "")
        target = targets.get(key, "")
        path = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        if path.lower() in members:
            parts.setdefault(sheet.get("name", ""), members[path.lower()])
    return parts


def _elements(xml: bytes, name: str) -> list[dict[str, str]]:
    """The attributes of every element of this name, whatever its prefix."""
    found: list[dict[str, str]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if _local(tag) == name:
            found.append(attributes)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(xml, True)  # noqa: FBT003 - expat's own signature
    return found


def _local(name: str) -> str:
    return name.rsplit(":", 1)[-1]


class _Scan:
    """Expat's handlers: remembers the cell it is in and notes it when it is troubled."""

    def __init__(self) -> None:
        self.found: Troubles = {}
        self.row, self.column = -1, -1
        self.is_error = self.has_formula = self.has_value = self.in_value = False
        self.text = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match _local(name):
            case "row":
                self.row = int(attributes["r"]) - 1 if "r" in attributes else self.row + 1
                self.column = -1
            case "c":
                self._enter(attributes)
            case "f":
                self.has_formula = True
            case "v" | "is":
                self.has_value = self.in_value = True

    def _enter(self, attributes: dict[str, str]) -> None:
        place = _CELL.match(attributes.get("r", ""))
        self.column = _column(place[1]) if place else self.column + 1
        self.row = int(place[2]) - 1 if place else self.row
        self.is_error = attributes.get("t") == "e"
        self.has_formula = self.has_value = False
        self.text = ""

    def data(self, text: str) -> None:
        if self.in_value:
            self.text += text

    def end(self, name: str) -> None:
        local = _local(name)
        if local in ("v", "is"):
            self.in_value = False
        elif local == "c" and self.is_error:
            self.found[self.row, self.column] = (Trouble.ERROR_VALUE, self.text or None)
        elif local == "c" and self.has_formula and not self.has_value:
            self.found[self.row, self.column] = (Trouble.NO_STORED_RESULT, None)


def _scan(xml: bytes) -> Troubles:
    scan = _Scan()
    parser = expat.ParserCreate()
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.data
    parser.Parse(xml, True)  # noqa: FBT003 - expat's own signature
    return scan.found


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
