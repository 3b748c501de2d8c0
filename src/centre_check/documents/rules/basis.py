"""What a check rests on: its populations, and the fields with their sheets."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from centre_check.checks.grammar import (
    Agree,
    AllOf,
    AnyOf,
    Bounded,
    Check,
    EachMust,
    FieldTest,
    HasRelated,
    Population,
    Test,
    TotalTerm,
)
from centre_check.checks.quantity import Quantity
from centre_check.form.types import Field, Form, Sheet
from centre_check.logic import Truth
from centre_check.standard.types import Standard


@dataclass(frozen=True, slots=True)
class Basis:
    """Finds what the checks of one standard speak of."""

    standard: Standard
    form: Form

    def fields(self, check: Check) -> Iterator[tuple[Sheet, Field]]:
        """The fields on which the check rests, each with its sheet; some more than once."""
        return self._fields(check, lambda _: True)

    def needed_fields(self, check: Check) -> Iterator[tuple[Sheet, Field]]:
        """Those of them that a workbook cannot do without: a blank does not answer yes."""
        return self._fields(check, lambda test: test.when_blank is not Truth.YES)

    def _fields(
        self, check: Check, counts: Callable[[FieldTest], bool]
    ) -> Iterator[tuple[Sheet, Field]]:
        for name, tests in _uses(check):
            yield from self._tested(tests, self.standard.populations[name].rows, counts)
        yield from self._measured_fields(check)
        for population in self.populations(check):
            yield from self._tested(population.where, population.rows, counts)

    def _tested(
        self, tests: Iterable[Test], rows: Iterable[str], counts: Callable[[FieldTest], bool]
    ) -> Iterator[tuple[Sheet, Field]]:
        for test in _all(tests):
            if isinstance(test, FieldTest) and counts(test):
                yield self.find(test.field, rows)
            elif isinstance(test, TotalTerm):
                for field in (test.start, test.end):
                    yield self.find(field, (test.rows,))
                for field in (test.own_start, test.own_end):
                    yield self.find(field, rows)

    def populations(self, check: Check) -> list[Population]:
        """The populations of a check, those that its tests refer to included."""
        found: dict[str, Population] = {}
        waiting = [name for name, _ in _uses(check)]
        while waiting:
            name = waiting.pop(0)
            if name in found:
                continue
            found[name] = self.standard.populations[name]
            waiting += [
                test.population for test in _all(found[name].where) if isinstance(test, HasRelated)
            ]
        for _, tests in _uses(check):
            for test in _all(tests):
                if isinstance(test, HasRelated):
                    found.setdefault(test.population, self.standard.populations[test.population])
        return list(found.values())

    def _measured_fields(self, check: Check) -> Iterator[tuple[Sheet, Field]]:
        for quantity in _quantities(check):
            for population, field in quantity.reads():
                yield self.find(field, self.standard.populations[population].rows)

    def field(self, field: str, population: str, choice: str = "") -> Field:
        """The field of that id in the sheets of the population, with this choice if one has it."""
        sheets = self.standard.populations[population].rows
        all_of_them = (one for name in sheets for one in self.form.sheet(name).fields)
        fields = [one for one in all_of_them if one.id == field]
        return next((one for one in fields if self._has(one, choice)), fields[0])

    def _has(self, field: Field, choice: str) -> bool:
        return any(one.id == choice for one in self.form.dictionaries.get(field.dictionary, ()))

    def find(self, field: str, sheets: Iterable[str]) -> tuple[Sheet, Field]:
        """The field of that id in the first of the sheets that has it."""
        for name in sheets:
            sheet = self.form.sheet(name)
            for one in sheet.fields:
                if one.id == field:
                    return sheet, one
        raise KeyError(field)


def _quantities(check: Check) -> Iterator[Quantity]:
    if isinstance(check, Bounded):
        waiting: list[Quantity] = [check.quantity]
        while waiting:
            one = waiting.pop(0)
            yield one
            waiting += one.parts()


def _uses(check: Check) -> Iterator[tuple[str, tuple[Test, ...]]]:
    """Every population that a check speaks of, with the tests put to it there."""
    if isinstance(check, EachMust):
        yield check.population, check.must
    if isinstance(check, Bounded):
        yield from ((check.by, one.where) for one in check.cases)
    for quantity in _quantities(check):
        yield from quantity.asked()


def _all(tests: Iterable[Test]) -> Iterator[Test]:
    """The tests and those inside them."""
    for test in tests:
        yield test
        if isinstance(test, AnyOf | AllOf | Agree):
            yield from _all(test.tests)
        elif isinstance(test, TotalTerm):
            yield from _all(test.extra_when)
