"""The workbook part: which sheets there are, and a further one put before them."""

from collections.abc import Mapping

from centre_check.render.annotate.parts import Parts
from centre_check.render.annotate.xml import (
    attribute,
    child,
    child_made,
    children,
    linked,
    made,
    new_root,
    number,
)
from centre_check.render.annotate.xml import written as as_bytes

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_STYLES_PATH = "xl/styles.xml"
_AFTER_NAMES = frozenset(
    {
        "calcPr",
        "oleSize",
        "customWorkbookViews",
        "pivotCaches",
        "smartTagPr",
        "smartTagTypes",
        "webPublishing",
        "fileRecoveryPr",
        "webPublishObjects",
        "extLst",
    }
)


class Book:
    """The workbook part of a package."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.root = parts.root(parts.book)
        self._sheets = child_made(self.root, "sheets", _AFTER_NAMES)

    @property
    def names(self) -> list[str]:
        """The names of all sheets."""
        return [attribute(one, "name") for one in children(self._sheets, "sheet")]

    def worksheets(self) -> Mapping[str, str]:
        """The path of each worksheet's part by the sheet's name; of several of one name the first.

        Sheets that hold a chart only are left out.
        """
        links = {one.id: one for one in self._parts.relations(self._parts.book)}
        found: dict[str, str] = {}
        for sheet in children(self._sheets, "sheet"):
            link = links.get(attribute(sheet, "id"))
            if link and link.kind == "worksheet" and self._parts.has(link.path):
                found.setdefault(attribute(sheet, "name"), link.path)
        return found

    def styles(self) -> str:
        """The path of the styles; a part is made for a workbook without one."""
        links = self._parts.relations(self._parts.book)
        found = (one.path for one in links if one.kind == "styles" and self._parts.has(one.path))
        path = next(found, "")
        if not path:
            path = _STYLES_PATH  # where openpyxl looks, whatever the relation says
            self._parts.write(path, as_bytes(new_root(self.root, "styleSheet")))
            self._parts.declare(path, _STYLES)
            self._parts.relate(self._parts.book, "styles", path)
        return path

    def put_first(self, name: str, sheet: bytes, ranges: Mapping[str, str]) -> None:
        """Put a sheet before all others; `ranges` are its built-in names, such as print titles."""
        path = self._parts.free("xl/worksheets/sheet{}.xml")
        self._parts.write(path, sheet)
        self._parts.declare(path, _SHEET)
        link = self._parts.relate(self._parts.book, "worksheet", path)
        numbers = [number(one, "sheetId") for one in children(self._sheets, "sheet")]
        fields = {"name": name, "sheetId": str(max(numbers, default=0) + 1)}
        first = linked(self._sheets, "sheet", fields, base=self._parts.base, link=link)
        self._sheets.insert(0, first)
        self._shift()
        self._name(name, ranges)
        self._parts.write(self._parts.book, as_bytes(self.root))

    def _shift(self) -> None:
        """What counts sheets from the first one counts one more; the same sheet stays open."""
        names = child(self.root, "definedNames")
        for one in () if names is None else children(names, "definedName"):
            if one.get("localSheetId"):
                one.set("localSheetId", str(number(one, "localSheetId") + 1))
        views = child_made(self.root, "bookViews", frozenset({"sheets"}))
        if len(views) == 0:
            views.append(made(views, "workbookView"))
        for view in children(views, "workbookView"):
            view.set("activeTab", str(number(view, "activeTab") + 1))
            view.drop("firstSheet")  # the first tab shown: so that the new one is

    def _name(self, sheet: str, ranges: Mapping[str, str]) -> None:
        names = child_made(self.root, "definedNames", _AFTER_NAMES)
        quoted = quoted_name(sheet)
        for name, cells in ranges.items():
            hidden = {"hidden": "1"} if "Filter" in name else {}
            fields = {"name": name, "localSheetId": "0", **hidden}
            names.append(made(names, "definedName", fields, f"{quoted}!{cells}"))


def quoted_name(sheet: str) -> str:
    """A sheet's name as it stands before the `!` of an address."""
    doubled = sheet.replace("'", "''")
    return f"'{doubled}'"
