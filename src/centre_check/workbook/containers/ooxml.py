"""What an OOXML package says of itself: its sheets, its epoch, what else it holds."""

import re
import zipfile
from collections.abc import Mapping
from posixpath import basename, dirname, join, normpath
from typing import NamedTuple

from centre_check.workbook.containers.cells import visible
from centre_check.workbook.containers.xml import elements, local
from centre_check.workbook.grid import Grid


class SheetPart(NamedTuple):
    """One sheet: its name, and the member that holds it, None where the package has none."""

    name: str
    member: str | None
    is_hidden: bool
    is_worksheet: bool


class OoxmlPackage:
    """A zip whose members are found as Excel finds them, by relations and in any case."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self._links: dict[str, Mapping[str, tuple[str, str]]] = {}
        self.members = {
            name.replace("\\", "/").lstrip("/").lower(): name for name in archive.namelist()
        }
        targets = [path for kind, path in self.links("").values() if kind == "officeDocument"]
        self.book = next((path for path in targets if path in self.members), "xl/workbook.xml")

    def read(self, path: str) -> bytes:
        """A member by its path in lower case; nothing when it is not there."""
        return self.archive.read(self.members[path]) if path in self.members else b""

    def links(self, path: str) -> Mapping[str, tuple[str, str]]:
        """What a member is linked to: by id the kind of link and the path in lower case."""
        if path not in self._links:
            self._links[path] = self._read_links(path)
        return self._links[path]

    def _read_links(self, path: str) -> Mapping[str, tuple[str, str]]:
        folder = dirname(path)
        xml = self.read(join(folder, "_rels", f"{basename(path)}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for _, link in elements(xml, "Relationship") if xml else ():
            target = link.get("Target", "").replace("\\", "/")
            whole = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            found[link.get("Id", "")] = (basename(link.get("Type", "")), whole.lower())
        return found

    def part(self, kind: str) -> str:
        """The path of the workbook's part of this kind; empty when it has none."""
        links = self.links(self.book).values()
        return next((path for own, path in links if own == kind), "")


def sheet_parts(package: OoxmlPackage, book: bytes) -> list[SheetPart]:
    """The sheets of an .xlsx as its workbook part lists them."""
    links = package.links(package.book)
    found = []
    for _, sheet in elements(book, "sheet"):
        key = next((value for name, value in sheet.items() if local(name) == "id"), "")
        kind, path = links.get(key, ("worksheet", ""))
        state = sheet.get("state", "visible")
        member = path if path in package.members else None
        name = visible(sheet.get("name", ""))
        found.append(SheetPart(name, member, state != "visible", kind == "worksheet"))
    return found


def flagged(grid: Grid, package: OoxmlPackage, *, epoch_1904: bool) -> Grid:
    """The grid with what is true of the whole workbook."""
    return grid._replace(
        epoch_1904=epoch_1904,
        has_macros=any(name.endswith("vbaproject.bin") for name in package.members),
        has_external_links=any(name.startswith("xl/externallinks/") for name in package.members),
    )


_EPOCH = rb"date1904\s*=\s*[\"'](?:1|true)"


def is_1904(book: bytes) -> bool:
    """Whether the days of an .xlsx count from 1904."""
    return b"date1904" in book and bool(re.search(_EPOCH, book))
