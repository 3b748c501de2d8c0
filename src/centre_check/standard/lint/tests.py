"""Tests of a standard: what they name, and whether it can be asked there."""

from collections.abc import Iterable, Iterator
from typing import Any

from centre_check.checks.grammar import Operator
from centre_check.files import Mistake
from centre_check.form.types import Kind
from centre_check.standard import file
from centre_check.standard.lint.names import Loc, NameLinter, walk
from centre_check.words import mark

_DATE_OPERATORS = {
    Operator.ON_OR_BEFORE,
    Operator.ON_OR_AFTER,
    Operator.WITHIN_DAYS_AFTER,
    Operator.WITHIN_MONTHS_BEFORE,
    Operator.MONTHS_BEFORE,
}
_TEXT_OPERATORS = {
    Operator.MENTIONS,
    Operator.SILENT_ON,
    Operator.UNDENIED,
    Operator.UNIQUE,
    Operator.NAMED,
}
_NUMBER_OPERATORS = {
    Operator.AT_LEAST,
    Operator.MORE_THAN,
    Operator.AT_MOST,
    Operator.LESS_THAN,
}
_DAY_OPERATORS = {Operator.DURING, Operator.WITHIN_DAYS_OF, Operator.WITHIN_MONTHS_OF}


class TestLinter(NameLinter):
    """Finds what is wrong with the tests of a population or a criterion."""

    def _tests(self, tests: Iterable[Any], sheets: tuple[str, ...], loc: Loc) -> Iterator[Mistake]:
        for at, test in enumerate(tests):
            here = (*loc, at)
            match test:
                case file.AnyFile():
                    yield from self._tests(test.any, sheets, (*here, "any"))
                case file.AllFile():
                    yield from self._tests(test.all, sheets, (*here, "all"))
                case file.AgreeFile():
                    yield from self._tests(test.agree, sheets, (*here, "agree"))
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
        yield from self._tests(test.continues, (test.total_term,), (*loc, "continues"))
        for key in ("where", "continues"):
            yield from self._before_counting(getattr(test, key), (*loc, key))

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

    def _before_counting(self, tests: tuple[Any, ...], loc: Loc) -> Iterator[Mistake]:
        """Tests that make up a population cannot compare its records: they are not there yet."""
        for place, test in walk(tests, loc):
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
            tests = walk(found.where, ()) if found else ()
            others = {test.has for _, test in tests if isinstance(test, file.HasFile)}
            waiting += others - seen
            seen |= others
        if name in seen:
            yield self.at(loc, mark("the population {name} depends on itself"), name=name)


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
