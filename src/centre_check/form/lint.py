"""Lint a form: every field, sheet and dictionary that it names is there, and means one thing."""

from collections.abc import Iterable, Iterator

from centre_check.files import Mistake, SourceFile, Term
from centre_check.form.file import FieldFile, FormFile, SheetFile, recipe
from centre_check.form.types import Kind
from centre_check.words import mark
from centre_check.words.nearest import nearest

Loc = tuple[str | int, ...]


def lint(form: FormFile, source: SourceFile) -> list[Mistake]:
    """Every name in the form that nothing answers to, every header that means two fields."""
    found = _Linter(form, source).mistakes()
    return sorted(found, key=lambda mistake: (mistake.line, mistake.column))


class _Linter:
    def __init__(self, form: FormFile, source: SourceFile) -> None:
        self.form = form
        self.source = source
        self.fields = {sheet.id: [field.id for field in sheet.fields] for sheet in form.sheets}

    def mistakes(self) -> Iterator[Mistake]:
        for at, sheet in enumerate(self.form.sheets):
            yield from self._sheet(sheet, ("sheets", at))

    def _sheet(self, sheet: SheetFile, loc: Loc) -> Iterator[Mistake]:
        own = self.fields[sheet.id]
        if sheet.key:
            yield from self._known([sheet.key], own, (*loc, "key"), mark("field"))
        if sheet.identity:
            identity = sheet.identity
            names = [identity.number, identity.name, *identity.apart]
            names += [identity.head] if identity.head else []
            yield from self._known(names, own, (*loc, "identity"), mark("field"))
        for at, embedding in enumerate(sheet.embeds):
            here = (*loc, "embeds", at)
            yield from self._known([embedding.sheet], self.fields, here, mark("sheet"))
            theirs = self.fields.get(embedding.sheet, [])
            yield from self._known(embedding.fields, theirs, (*here, "fields"), mark("field"))
            yield from self._known(embedding.copies, theirs, (*here, "copies"), mark("field"))
            yield from self._known(embedding.copies.values(), own, (*here, "copies"), mark("field"))
        classes = self.form.heads.words
        parts = (("whose", sheet.whose), ("titles", sheet.titles), ("not_with", sheet.not_with))
        for name, made in parts:
            yield from self._made(made, classes, (*loc, name))
        taken: dict[str, str] = {}
        for at, field in enumerate(sheet.fields):
            yield from self._made(field.made_of, classes, (*loc, "fields", at, "made_of"))
            yield from self._field(field, own, (*loc, "fields", at))
            yield from self._headers(field, taken, (*loc, "fields", at))

    def _field(self, field: FieldFile, own: list[str], loc: Loc) -> Iterator[Mistake]:
        if field.kind in (Kind.CHOICE, Kind.CHOICES):
            yield from self._known(
                [field.dictionary],
                self.form.dictionaries,
                (*loc, "dictionary"),
                mark("dictionary"),
            )
        yield from self._known(field.supplies, own, (*loc, "supplies"), mark("field"))
        if field.not_before:
            yield from self._known([field.not_before], own, (*loc, "not_before"), mark("field"))
        if field.measured_in:
            yield from self._known([field.measured_in], own, (*loc, "measured_in"), mark("field"))
        if field.also_from:
            yield from self._known([field.also_from], own, (*loc, "also_from"), mark("field"))
        for header, values in (field.implies or {}).items():
            if header not in (field.header, *field.synonyms):
                yield from self._known(
                    [header], field.synonyms, (*loc, "implies", header), mark("header")
                )
            yield from self._known(values, own, (*loc, "implies", header), mark("field"))

    def _headers(self, field: FieldFile, taken: dict[str, str], loc: Loc) -> Iterator[Mistake]:
        for header in dict.fromkeys((field.header, *field.synonyms)):
            if header in taken:
                yield self._at(
                    loc,
                    mark("the header {header} already means {field}"),
                    header=header,
                    field=taken[header],
                )
            taken.setdefault(header, field.id)

    def _made(self, made: Iterable[str], classes: Iterable[str], loc: Loc) -> Iterator[Mistake]:
        """Every class of words that a header is made of must be one."""
        for one in made:
            names = [*recipe(one).needs, *recipe(one).may]
            yield from self._known(names, classes, loc, mark("class of words"))

    def _known(
        self, names: Iterable[str], known: Iterable[str], loc: Loc, kind: str
    ) -> Iterator[Mistake]:
        known = list(known)
        for name in names:
            if name not in known:
                close = nearest(name, known)
                message = (
                    mark("there is no {kind} {name}; did you mean {close}?")
                    if close
                    else mark("there is no {kind} {name}")
                )
                yield self._at(loc, message, kind=Term(kind), name=name, close=close)

    def _at(self, loc: Loc, message: str, **values: object) -> Mistake:
        line, column = self.source.position(loc)
        return Mistake(line, column, message, values)
