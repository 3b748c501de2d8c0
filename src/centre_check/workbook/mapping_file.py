"""Read a mapping's YAML file strictly: every name that the form does not have is a mistake.

confirmed: true          # false: only suggested, not used yet
sheets:
  03 运营管理人员:        # a sheet of the form: its name or its id
    sheet: 花名册         # the sheet of the workbook
    header_row: 3         # where its headers stand, if not found by themselves
    columns:
      姓名: 员工          # a column of the form: the header in the workbook
      专职/兼职: D        # or the column's letter
"""

import hashlib
import re
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from centre_check.errors import UsageProblem
from centre_check.files import Mistake, SourceFile, Term, raise_if
from centre_check.files.strict_yaml import parse_yaml
from centre_check.files.validation import check
from centre_check.form.file import FileModel, Text
from centre_check.form.labels import label, sheet_label
from centre_check.form.types import Form, Layout, Sheet
from centre_check.words import mark
from centre_check.words.nearest import nearest
from centre_check.workbook.mapping import AnyMapping, FormMapping, Mappings, SheetMapping

_LETTERS = re.compile(r"[A-Z]{1,3}")
_LAST_ROW = 1_048_576


class SheetMappingFile(FileModel):
    """Where one sheet of the form stands."""

    sheet: Text | None = None
    """The sheet of the workbook; without it the one that is recognised."""
    header_row: Annotated[int, Field(ge=1, le=_LAST_ROW)] | None = None
    """The row of the headers, as Excel counts; of two rows the lower one."""
    columns: dict[Annotated[str, StringConstraints(min_length=1)], Text] = Field(default={})
    """For columns of the form, by header or id: the header in the workbook, or its letter."""


class MappingFile(FileModel):
    """Where the sheets of the form stand in workbooks of one make."""

    confirmed: bool = True
    """False as long as nobody has looked at what was suggested; such a mapping is not used."""
    sheets: Annotated[
        dict[Annotated[str, StringConstraints(min_length=1)], SheetMappingFile], Field(min_length=1)
    ]


def read_mappings(path: Path, form: Form) -> AnyMapping:
    """The mapping in a file, or all of a folder.

    Raises:
        UsageProblem: it cannot be read, or the folder holds none.
        BrokenFile: one is no mapping or names what the form does not have; all mistakes at once.
    """
    if not path.is_dir():
        return read_mapping(path, form)
    files = sorted(one for one in path.iterdir() if one.suffix in (".yaml", ".yml"))
    if not files:
        raise UsageProblem(mark("{path} holds no mapping (.yaml)"), path=str(path))
    return Mappings(path.name, tuple(read_mapping(one, form) for one in files))


def read_mapping(path: Path, form: Form) -> FormMapping:
    """The mapping in a file.

    Raises:
        UsageProblem: the file cannot be read.
        BrokenFile: it is no mapping or names what the form does not have; all mistakes at once.
    """
    try:
        text = path.read_bytes()
    except OSError as error:
        raise UsageProblem(
            mark("{name} cannot be read: {cause}"), name=str(path), cause=error.strerror or ""
        ) from error
    source = parse_yaml(text, path.name)
    file = check(MappingFile, source)
    reader = _Reader(form, source)
    sheets = reader.sheets(file)
    if not file.confirmed:
        message = mark("not confirmed yet: look at every line, then write confirmed: true")
        reader.mistakes.append(Mistake(*source.key_position(("confirmed",)), message, {}))
    raise_if(path.name, reader.mistakes)
    return FormMapping(path.name, hashlib.sha256(text).hexdigest(), sheets, source)


class _Reader:
    """Turns the file's names into ids; gathers what it cannot turn."""

    def __init__(self, form: Form, source: SourceFile) -> None:
        self.form = form
        self.source = source
        self.mistakes: list[Mistake] = []

    def sheets(self, file: MappingFile) -> dict[str, SheetMapping]:
        found: dict[str, SheetMapping] = {}
        known = dict(self.form.sheet_labels) | {sheet.id: sheet.id for sheet in self.form.sheets}
        for key, one in file.sheets.items():
            loc = ("sheets", key)
            id_ = known.get(key) or known.get(sheet_label(key))
            names = [name for sheet in self.form.sheets for name in (sheet.name, sheet.id)]
            if id_ is None:
                self._unknown(loc, key, names, mark("sheet"))
            elif id_ in found:
                self._mistake(
                    loc,
                    mark("「{key}」 is 「{first}」 again; keep one"),
                    key=key,
                    first=found[id_].key,
                )
            else:
                found[id_] = self._sheet(key, one, self.form.sheet(id_))
        return found

    def _sheet(self, key: str, file: SheetMappingFile, sheet: Sheet) -> SheetMapping:
        columns: dict[str, str] = {}
        letters: dict[str, int] = {}
        keys: dict[str, str] = {}
        ids = {field.id: field.id for field in sheet.fields}
        headers = [field.header for field in sheet.fields]
        for name, where in file.columns.items():
            loc = ("sheets", key, "columns", name)
            id_ = ids.get(name) or sheet.labels.get(label(name))
            if id_ is None:
                self._unknown(loc, name, [*headers, *ids], mark("column"))
                continue
            if id_ in keys:
                first = keys[id_]
                message = mark("「{key}」 is 「{first}」 again; keep one")
                self._mistake(loc, message, key=name, first=first)
                continue
            keys[id_] = name
            if sheet.layout is Layout.TABLE and _LETTERS.fullmatch(where):
                letters[id_] = _column(where)
            else:
                columns[id_] = where
        self._refuse_shared(key, keys, {**columns, **letters})
        return SheetMapping(key, file.sheet or "", file.header_row, columns, letters, keys)

    def _refuse_shared(self, key: str, keys: dict[str, str], where: dict[str, object]) -> None:
        """One column cannot be two."""
        taken: dict[object, str] = {}
        for id_, place in where.items():
            if place in taken:
                self._mistake(
                    ("sheets", key, "columns", keys[id_]),
                    mark("this column is already given to 「{first}」"),
                    first=keys[taken[place]],
                )
            taken.setdefault(place, id_)

    def _unknown(self, loc: tuple[str, ...], name: str, known: list[str], kind: str) -> None:
        close = nearest(name, known)
        message = (
            mark("there is no {kind} {name}; did you mean {close}?")
            if close
            else mark("there is no {kind} {name}")
        )
        self._mistake(loc, message, kind=Term(kind), name=name, close=close)

    def _mistake(self, loc: tuple[str, ...], message: str, **values: object) -> None:
        self.mistakes.append(Mistake(*self.source.key_position(loc), message, values))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
