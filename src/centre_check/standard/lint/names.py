"""Names that nothing in a standard or its form answers to."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from centre_check.files import Mistake, SourceFile, Term
from centre_check.form.types import Field, Form
from centre_check.standard import file
from centre_check.words import mark
from centre_check.words.nearest import nearest

Loc = tuple[str | int, ...]


class NameLinter:
    """Finds names of populations, sheets, fields and choices that do not exist."""

    def __init__(
        self,
        populations: Mapping[str, file.PopulationFile],
        options: Mapping[str, file.OptionFile],
        levels: Mapping[str, Any],
        form: Form,
        source: SourceFile,
    ) -> None:
        self.populations = populations
        self.options = options
        self.levels = levels
        self.source = source
        self.form = form
        self.fields: dict[str, dict[str, Field]] = {
            sheet.id: {field.id: field for field in sheet.fields} for sheet in form.sheets
        }

    def _population(self, name: str, loc: Loc) -> Iterator[Mistake]:
        if name not in self.populations:
            yield self.unknown(loc, name, self.populations, mark("population"))

    def _field_of(self, population: str, field: str, loc: Loc) -> Iterator[Mistake]:
        yield from self._population(population, loc)
        yield from self._field(field, self._rows(population), (*loc, "field"))

    def _rows(self, population: str) -> tuple[str, ...]:
        found = self.populations.get(population)
        return found.rows if found else ()

    def _field(self, name: str, sheets: Iterable[str], loc: Loc) -> Iterator[Mistake]:
        known = self._fields_of(sheets)
        if known and name not in known:
            yield self.unknown(loc, name, known, mark("field"))

    def _fields_of(self, sheets: Iterable[str]) -> dict[str, Field]:
        return {k: v for sheet in sheets for k, v in self.fields.get(sheet, {}).items()}

    def _choices(
        self, names: Iterable[str], field: str, sheets: Iterable[str], loc: Loc
    ) -> Iterator[Mistake]:
        found = self._fields_of(sheets).get(field)
        if found is None:
            return
        known = [choice.id for choice in self.form.dictionaries.get(found.dictionary, ())]
        yield from self._names(names, known, loc, mark("choice"))

    def _names(
        self, names: Iterable[str], known: Iterable[str] | Mapping[str, Any], loc: Loc, kind: str
    ) -> Iterator[Mistake]:
        known = list(known)
        for at, name in enumerate(names):
            if name not in known:
                place = (*loc, name) if (*loc, name) in self.source.value_places else (*loc, at)
                yield self.unknown(place, name, known, kind)

    def unknown(self, loc: Loc, name: str, known: Iterable[str], kind: str) -> Mistake:
        """A name that is none of those known; `kind` is what it would name."""
        close = nearest(name, known)
        if close is None:
            return self.at(loc, mark("there is no {kind} {name}"), kind=Term(kind), name=name)
        return self.at(
            loc,
            mark("there is no {kind} {name}; did you mean {close}?"),
            kind=Term(kind),
            name=name,
            close=close,
        )

    def at(self, loc: Loc, message: str, **values: object) -> Mistake:
        """A mistake at this place."""
        line, column = self.source.position(loc)
        return Mistake(line, column, message, values)


def walk(node: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    """Every part of the standard with its place in the file."""
    if isinstance(node, BaseModel):
        yield loc, node
        for name, info in type(node).model_fields.items():
            yield from walk(getattr(node, name), (*loc, info.alias or name))
    elif isinstance(node, dict):
        for key, part in node.items():
            yield from walk(part, (*loc, key))
    elif isinstance(node, tuple):
        for at, part in enumerate(node):
            yield from walk(part, (*loc, at))
