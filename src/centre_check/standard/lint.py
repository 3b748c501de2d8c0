"""Lint a standard: everything it names exists, for every level, in the form and in itself."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from centre_check.checks.grammar import Operator
from centre_check.files import Mistake, Source, Term
from centre_check.form.types import Field, Form, Kind
from centre_check.standard import file
from centre_check.words import mark
from centre_check.words.nearest import nearest

Loc = tuple[str | int, ...]
_DATE_OPERATORS = {
    Operator.ON_OR_BEFORE,
    Operator.ON_OR_AFTER,
    Operator.WITHIN_DAYS_AFTER,
    Operator.WITHIN_MONTHS_BEFORE,
}
_TEXT_OPERATORS = {Operator.MENTIONS, Operator.SILENT_ON, Operator.UNIQUE, Operator.NAMED}
_NUMBER_OPERATORS = {
    Operator.AT_LEAST,
    Operator.MORE_THAN,
    Operator.AT_MOST,
    Operator.LESS_THAN,
}
_DAY_OPERATORS = {Operator.DURING, Operator.WITHIN_DAYS_OF, Operator.WITHIN_MONTHS_OF}


def lint(standard: file.StandardFile, form: Form, source: Source) -> list[Mistake]:
    """Every name in the standard that nothing answers to, every level without a number."""
    return sorted(
        _Linter(standard, form, source).mistakes(), key=lambda found: (found.line, found.column)
    )


class PartLinter:
    """Finds the names in parts of a standard that nothing answers to, whatever file they are in."""

    def __init__(
        self,
        populations: Mapping[str, file.PopulationFile],
        options: Mapping[str, file.OptionFile],
        levels: Mapping[str, Any],
        form: Form,
        source: Source,
    ) -> None:
        self.populations = populations
        self.options = options
        self.levels = levels
        self.source = source
        self.form = form
        self.fields: dict[str, dict[str, Field]] = {
            sheet.id: {field.id: field for field in sheet.fields} for sheet in form.sheets
        }

    def parts(self, root: BaseModel) -> Iterator[Mistake]:
        """What is wrong with any part below `root`, which is the whole file."""
        for loc, node in _walk(root, ()):
            yield from self._node(node, loc)

    def choices_of_options(self, root: BaseModel) -> Iterator[Mistake]:
        """Options whose default is no choice, or on which nothing depends."""
        used = {node.by_option for _, node in _walk(root, ()) if _is(node, file.ByOption)}
        for name, option in self.options.items():
            loc = ("options", name)
            if option.default not in option.choices:
                yield self.unknown(
                    (*loc, "default"), option.default, option.choices, mark("choice")
                )
            if len(option.choices) > 1 and name not in used:
                yield self.at(loc, mark("nothing depends on the option {name}"), name=name)

    def _node(self, node: Any, loc: Loc) -> Iterator[Mistake]:
        """What can be wrong with one part, whatever it is."""
        if _is(node, file.ByOption):
            yield from self._by_option(node, loc)
        match node:
            case file.PopulationFile():
                yield from self._names(node.rows, self.fields, (*loc, "rows"), mark("sheet"))
                yield from self._tests(node.where, node.rows, (*loc, "where"))
                yield from self._before_counting(node.where, (*loc, "where"))
                yield from self._cycle(str(loc[-1]), (*loc, "where"))
            case file.CountFile():
                yield from self._population(node.count, (*loc, "count"))
                yield from self._tests(node.where, self._rows(node.count), (*loc, "where"))
                if node.distinct:
                    yield from self._field(
                        node.distinct, self._rows(node.count), (*loc, "distinct")
                    )
                    yield from self._choices(
                        node.among, node.distinct, self._rows(node.count), (*loc, "among")
                    )
            case file.SumFile():
                yield from self._population(node.sum, (*loc, "sum"))
                yield from self._field(node.field, self._rows(node.sum), (*loc, "field"))
            case file.NumberFile():
                yield from self._population(node.number, (*loc, "number"))
                yield from self._field(node.field, self._rows(node.number), (*loc, "field"))
                for key in ("exact_when", "lower_when"):
                    tests = getattr(node, key)
                    yield from self._tests(tests, self._rows(node.number), (*loc, key))
            case file.ShareFile():
                yield from self._population(node.share, (*loc, "share"))
                yield from self._tests(node.where, self._rows(node.share), (*loc, "where"))
            case file.HighestFile(highest=name) | file.LowestFile(lowest=name):
                yield from self._field_of(name, node.field, loc)
            case file.LatestFile(latest=name) | file.MeanFile(mean=name):
                yield from self._field_of(name, node.field, loc)
            case file.LeastOfEachFile(least=inner) | file.MostOfEachFile(most=inner):
                yield from self._grouping(node.each, (*loc, "each"))
                yield from self.undivided(inner, loc)
            case file.EachFile():
                yield from self._population(node.each, (*loc, "each"))
                yield from self._tests(node.must, self._rows(node.each), (*loc, "must"))
            case file.HintFile():
                yield from self._population(node.each, (*loc, "each"))
                yield from self._tests(node.where, self._rows(node.each), (*loc, "where"))
            case file.ReportFile() if node.show:
                yield from self._population(node.show[0], (*loc, "show", 0))
                yield from self._field(node.show[1], self._rows(node.show[0]), (*loc, "show", 1))
            case file.BoundFile():
                for comparison, limit in node.compared:
                    yield from self._levels(limit, (*loc, str(comparison)))
            case file.CriterionFile():
                yield from self._levels(node.quote, (*loc, "quote"))
                yield from self._examples(node, loc)

    def _by_option(self, node: Any, loc: Loc) -> Iterator[Mistake]:
        if node.by_option not in self.options:
            yield self.unknown((*loc, "by_option"), node.by_option, self.options, mark("option"))
            return
        known = self.options[node.by_option].choices
        yield from self._names(node.choices, known, (*loc, "choices"), mark("choice"))
        for missing in sorted(set(known) - set(node.choices)):
            yield self.at(loc, mark("the choice {name} is missing here"), name=missing)

    def _levels(self, value: object, loc: Loc) -> Iterator[Mistake]:
        if not isinstance(value, dict):
            return
        yield from self._names(value, self.levels, loc, mark("level"))
        for missing in sorted(set(self.levels) - set(value)):
            yield self.at(loc, mark("nothing is given for the level {name}"), name=missing)

    def _examples(self, criterion: file.CriterionFile, loc: Loc) -> Iterator[Mistake]:
        examples = criterion.examples
        if not any(getattr(examples, outcome) for outcome in type(examples).model_fields):
            yield self.at((*loc, "examples"), mark("a criterion needs at least one example"))

    def _population(self, name: str, loc: Loc) -> Iterator[Mistake]:
        if name not in self.populations:
            yield self.unknown(loc, name, self.populations, mark("population"))

    def _field_of(self, population: str, field: str, loc: Loc) -> Iterator[Mistake]:
        yield from self._population(population, loc)
        yield from self._field(field, self._rows(population), (*loc, "field"))

    def undivided(self, quantity: Any, loc: Loc) -> Iterator[Mistake]:
        """A quantity of which there is no part by period, name or place."""
        match quantity:
            case file.RatioFile(ratio=part, of=whole):
                yield from self.undivided(part, (*loc, "ratio"))
                yield from self.undivided(whole, (*loc, "of"))
            case file.LeastOfEachFile(least=inner) | file.MostOfEachFile(most=inner):
                yield from self.undivided(inner, loc)
            case file.ByOption():
                for one in quantity.choices.values():
                    yield from self.undivided(one, loc)
            case (
                file.CountFile()
                | file.SumFile()
                | file.HighestFile()
                | file.LowestFile()
                | file.LatestFile()
                | file.MeanFile()
            ):
                return
            case _:
                yield self.at(loc, mark("this quantity cannot be taken of a period or a group"))

    def _grouping(self, each: file.GroupingFile, loc: Loc) -> Iterator[Mistake]:
        if each.places is not None:
            yield from self._population(each.places, (*loc, "places"))
            yield from self._field(each.listed_in, self._rows(each.places), (*loc, "listed_in"))
        if each.since is not None:
            yield from self._field_of(each.since.population, each.since.field, (*loc, "since"))

    def _before_counting(self, tests: tuple[Any, ...], loc: Loc) -> Iterator[Mistake]:
        """Tests that make up a population cannot compare its records: they are not there yet."""
        for place, test in _walk(tests, loc):
            if isinstance(test, file.FieldTestFile) and test.unique:
                yield self.at(
                    (*place, "unique"), mark("only a criterion can ask {key}"), key="unique"
                )

    def _cycle(self, name: str, loc: Loc) -> Iterator[Mistake]:
        """A population whose records depend on themselves."""
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            found = self.populations.get(waiting.pop())
            tests = _walk(found.where, ()) if found else ()
            others = {test.has for _, test in tests if isinstance(test, file.HasFile)}
            waiting += others - seen
            seen |= others
        if name in seen:
            yield self.at(loc, mark("the population {name} depends on itself"), name=name)

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

    def _tests(self, tests: Iterable[Any], sheets: tuple[str, ...], loc: Loc) -> Iterator[Mistake]:
        for at, test in enumerate(tests):
            here = (*loc, at)
            match test:
                case file.AnyFile():
                    yield from self._tests(test.any, sheets, (*here, "any"))
                case file.AllFile():
                    yield from self._tests(test.all, sheets, (*here, "all"))
                case file.HasFile():
                    yield from self._population(test.has, (*here, "has"))
                case file.TotalTermFile():
                    yield from self._term(test, sheets, here)
                case file.FieldTestFile():
                    yield from self._field_test(test, sheets, here)

    def _term(
        self, test: file.TotalTermFile, sheets: tuple[str, ...], loc: Loc
    ) -> Iterator[Mistake]:
        yield from self._names((test.total_term,), self.fields, (*loc, "total_term"), mark("sheet"))
        for key in ("start", "end"):
            yield from self._field(getattr(test, key), (test.total_term,), (*loc, key))
        for key in ("own_start", "own_end"):
            yield from self._field(getattr(test, key), sheets, (*loc, key))
        yield from self._tests(test.extra_when, sheets, (*loc, "extra_when"))
        yield from self._tests(test.where, (test.total_term,), (*loc, "where"))
        yield from self._before_counting(test.where, (*loc, "where"))

    def _field_test(
        self, test: file.FieldTestFile, sheets: tuple[str, ...], loc: Loc
    ) -> Iterator[Mistake]:
        yield from self._field(test.field, sheets, (*loc, "field"))
        field = self._fields_of(sheets).get(test.field)
        ((operator, value),) = test.asked
        if field is None:
            return
        if operator is Operator.IS:
            names = value if isinstance(value, tuple) else (value,)
            yield from self._choices(names, test.field, sheets, (*loc, "is"))
        if isinstance(value, file.DistanceFile):
            yield from self._field(value.field, sheets, (*loc, str(operator), "field"))
        if not _suits(operator, field.kind):
            yield self.at(
                (*loc, str(operator)),
                mark("{operator} cannot be asked of {field}, which holds a {kind}"),
                operator=str(operator),
                field=test.field,
                kind=str(field.kind),
            )

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


class _Linter(PartLinter):
    def __init__(self, standard: file.StandardFile, form: Form, source: Source) -> None:
        super().__init__(standard.populations, standard.options, standard.levels, form, source)
        self.standard = standard

    def mistakes(self) -> Iterator[Mistake]:
        yield from self._ids()
        yield from self.choices_of_options(self.standard)
        yield from self.parts(self.standard)

    def _ids(self) -> Iterator[Mistake]:
        listed = [(one.id, ("criteria", at)) for at, one in enumerate(self.standard.criteria)]
        listed += [(one.id, ("reports", at)) for at, one in enumerate(self.standard.reports)]
        seen: Counter[str] = Counter()
        for name, loc in listed:
            seen[name] += 1
            if seen[name] > 1:
                yield self.at((*loc, "id"), mark("the id {name} is used twice"), name=name)
            if not any(name.startswith(f"{prefix}-") for prefix in self.standard.groups):
                yield self.unknown((*loc, "id"), name, self.standard.groups, mark("chapter"))


def _suits(operator: Operator, kind: Kind) -> bool:
    if operator in _DATE_OPERATORS:
        return kind is Kind.DATE
    if operator in _TEXT_OPERATORS:
        return kind is Kind.TEXT
    if operator in _NUMBER_OPERATORS:
        return kind in (Kind.NUMBER, Kind.AMOUNT)
    if operator in _DAY_OPERATORS:
        return kind in (Kind.DATE, Kind.SPAN)
    return operator is not Operator.IS or kind in (Kind.CHOICE, Kind.CHOICES)


def _is(node: object, kind: type[BaseModel]) -> bool:
    return isinstance(node, kind)


def _walk(node: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    """Every part of the standard with its place in the file."""
    if isinstance(node, BaseModel):
        yield loc, node
        for name, info in type(node).model_fields.items():
            yield from _walk(getattr(node, name), (*loc, info.alias or name))
    elif isinstance(node, dict):
        for key, part in node.items():
            yield from _walk(part, (*loc, key))
    elif isinstance(node, tuple):
        for at, part in enumerate(node):
            yield from _walk(part, (*loc, at))
