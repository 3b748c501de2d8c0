"""A mapping: where in a workbook a sheet of the form stands, as somebody says it in a file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from centre_check.files import Mistake, SourceFile


class SheetMapping(NamedTuple):
    """One sheet of the form; what is not said here is left to recognition.

    `columns` leads from field ids to header texts, `letters` to columns counted from 0. `key` is
    what the file calls the sheet, `keys` what it calls each field.
    """

    key: str = ""
    sheet: str = ""
    header_row: int | None = None
    columns: Mapping[str, str] = MappingProxyType({})
    letters: Mapping[str, int] = MappingProxyType({})
    keys: Mapping[str, str] = MappingProxyType({})


NOT_MAPPED = SheetMapping()


class FormMapping(NamedTuple):
    """A whole mapping, by sheet ids, with the file that it was read from."""

    name: str
    sha256: str
    sheets: Mapping[str, SheetMapping]
    source: "SourceFile"

    def mistake(
        self, sheet: SheetMapping, part: tuple[str, ...], message: str, **values: object
    ) -> "Mistake":
        """A mistake at a part of a sheet's entry: `("sheet",)`, `("columns", "name")`."""
        from centre_check.files import Mistake

        if part[:1] == ("columns",):
            part = ("columns", sheet.keys[part[1]])
        line, column = self.source.position(("sheets", sheet.key, *part))
        return Mistake(line, column, message, values)


class Mappings(NamedTuple):
    """The mappings of a folder, of which a workbook is read by the one that fits it."""

    name: str
    mappings: tuple[FormMapping, ...]


AnyMapping = FormMapping | Mappings


def mapped(mapping: FormMapping | None, sheet: str) -> SheetMapping:
    """What is said of a sheet, if anything is said at all."""
    return mapping.sheets.get(sheet, NOT_MAPPED) if mapping is not None else NOT_MAPPED
