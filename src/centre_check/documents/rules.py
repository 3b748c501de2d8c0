"""Rules in words: what a check asks of which rows, as a policy officer would say it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from centre_check.checks.amounts import limit, unit_name
from centre_check.checks.grammar import (
    AllOf,
    AnyOf,
    Bounded,
    Check,
    Count,
    Each,
    EachMust,
    Extreme,
    FieldTest,
    FirstKnown,
    Greatest,
    HasRelated,
    Inspection,
    Latest,
    Mean,
    NotBelow,
    Number,
    Operator,
    Otherwise,
    Population,
    Quantity,
    Ratio,
    Share,
    Sum,
    Test,
    TotalTerm,
)
from centre_check.documents.series_rules import series
from centre_check.form.types import Field, Form, Layout, Sheet
from centre_check.logic import Truth
from centre_check.standard.types import Standard
from centre_check.words import Words, mark

_SENTENCES = {
    Operator.IS: mark("{field} is {value}"),
    Operator.GIVEN: mark("{field} is filled in"),
    Operator.MENTIONS: mark("{field} mentions {value}"),
    Operator.ON_OR_BEFORE: mark("{field} is not after the audit date"),
    Operator.ON_OR_AFTER: mark("{field} is not before the audit date"),
    Operator.WITHIN_DAYS_AFTER: mark("{field} is within {value} days from the audit date"),
    Operator.WITHIN_MONTHS_BEFORE: mark("{field} is within {value} months before the audit date"),
    Operator.UNIQUE: mark("{field} is its own"),
    Operator.ABSENT: mark("the sheet has no column {field}"),
    Operator.SILENT_ON: mark("{field} does not mention {value}"),
    Operator.NAMED: mark("{field} is {value}"),
    Operator.DURING: mark("{field} is between {value}"),
    Operator.AT_LEAST: mark("{field} is at least {value}"),
    Operator.MORE_THAN: mark("{field} is more than {value}"),
    Operator.AT_MOST: mark("{field} is at most {value}"),
    Operator.LESS_THAN: mark("{field} is less than {value}"),
    Operator.WITHIN_DAYS_OF: mark("{field} is within {n} days after {other}"),
    Operator.WITHIN_MONTHS_OF: mark("{field} is within {n} months after {other}"),
}
_OF_SEVERAL_WORDS = {
    Operator.IS: mark("{field} is one of {value}"),
    Operator.NAMED: mark("{field} is one of {value}"),
    Operator.MENTIONS: mark("{field} mentions one of {value}"),
    Operator.ABSENT: mark("the sheet has no column {field}"),
    Operator.SILENT_ON: mark("{field} mentions none of {value}"),
}
_BLANKS = {
    Truth.YES: mark(" (a blank will do)"),
    Truth.MAYBE: "",
    Truth.NO: mark(" (a blank will not do)"),
}


@dataclass(frozen=True, slots=True)
class RuleWords:
    """Says the checks of one standard in one language."""

    standard: Standard
    form: Form
    words: Words

    def check(self, check: Check) -> str:
        """The whole rule as one sentence."""
        match check:
            case Bounded():
                text = self._bounded(check)
            case EachMust():
                text = self._each(check)
            case Inspection(look_at):
                return self.words(
                    mark("for an inspector to look at: {what}"), what=self.words.phrase(look_at)
                )
            case _ as never:
                assert_never(never)
        if check.otherwise is Otherwise.MANUAL:
            text += self.words(mark("; otherwise an inspector decides"))
        return text

    def populations(self, check: Check) -> list[tuple[str, str]]:
        """Who is meant by each population that the check speaks of: its title, its rule."""
        return [(self.words.phrase(one.title), self._population(one)) for one in self._meant(check)]

    def columns(self, check: Check) -> list[str]:
        """The columns on which the check rests, by sheet: 「03 运营管理人员」状态、离岗日期."""
        found: dict[str, dict[str, None]] = {}
        for sheet, field in self.fields(check):
            found.setdefault(sheet.name, {})[field.header] = None
        return [f"「{sheet}」{self.words.join(headers)}" for sheet, headers in found.items()]

    def _each(self, check: EachMust) -> str:
        rows = self.standard.populations[check.population].rows
        is_one = all(self.form.sheet(name).layout is Layout.KEY_VALUE for name in rows)
        return self.words(
            mark("{population}: {tests}") if is_one else mark("each of {population}: {tests}"),
            population=self._title(check.population),
            unit=unit_name(self.words.phrase(check.unit)),
            tests=self._tests(check.must, check.population),
        )

    def _bounded(self, check: Bounded) -> str:
        return self.words(
            mark("{quantity}: {limit}"),
            quantity=self._quantity(check.quantity),
            limit=limit(check.bound, check.quantity, self.words.phrase(check.unit), self.words),
        )

    def _quantity(self, quantity: Quantity) -> str:
        words = self.words
        match quantity:
            case Count():
                return self._count(quantity)
            case Sum(population, field):
                return words(
                    mark("sum of {field} over {population}"),
                    field=words.phrase(self._field(field, population).title),
                    population=self._title(population),
                )
            case Number(population, field, exact_when):
                title = words.phrase(self._field(field, population).title)
                if not exact_when:
                    return title
                return words(
                    mark("{field} (a lower limit only, unless {tests})"),
                    field=title,
                    tests=self._tests(exact_when, population),
                )
            case Share(population, where):
                return words(
                    mark("share of {population} where {tests}"),
                    population=self._title(population),
                    tests=self._tests(where, population),
                )
            case Greatest(parts):
                return words(mark("the greatest of ({parts})"), parts=self._parts(parts))
            case FirstKnown(parts):
                said = (self._quantity(part) for part in parts)
                return words(mark(", or where that is incomplete ")).join(said)
            case NotBelow(part, floors):
                return words(
                    mark("{quantity}, at least {floors}"),
                    quantity=self._quantity(part),
                    floors=self._parts(floors),
                )
            case Extreme() | Latest() | Mean() | Ratio() | Each():
                return series(quantity, self._quantity, self._named, words)
            case _ as never:
                assert_never(never)

    def _named(self, field: str, population: str) -> tuple[str, str]:
        """What a field and a population are called."""
        title = self.words.phrase(self._field(field, population).title)
        return title, self._title(population)

    def _count(self, count: Count) -> str:
        words, population = self.words, self._title(count.population)
        if count.where:
            text = words(
                mark("number of {population} where {tests}"),
                population=population,
                tests=self._tests(count.where, count.population),
            )
        else:
            text = population
        if not count.distinct:
            return text if count.where else words(mark("number of {population}"), population=text)
        field = self._field(count.distinct, count.population)
        return words(
            mark("{count}, each {field} counted once ({choices})")
            if count.among
            else mark("{count}, each {field} counted once"),
            count=text,
            field=words.phrase(field.title),
            choices=words.join(self._value(one, field) for one in count.among),
        )

    def _parts(self, parts: Iterable[Quantity]) -> str:
        return self.words(mark("; ")).join(self._quantity(part) for part in parts)

    def _tests(self, tests: Iterable[Test], population: str) -> str:
        return self.words(mark(", and ")).join(self._test(test, population) for test in tests)

    def _test(self, test: Test, population: str) -> str:
        words = self.words
        match test:
            case FieldTest():
                return self._field_test(test, population)
            case AnyOf(tests):
                said = words(mark("; or ")).join(self._test(one, population) for one in tests)
                return words(mark("({tests})"), tests=said)
            case AllOf(tests):
                return self._tests(tests, population)
            case HasRelated(other):
                return words(mark("has one of {population}"), population=self._title(other))
            case TotalTerm():
                return words(
                    mark("all its terms together are at most {years} years"),
                    years=test.years + test.extra_years * (not test.extra_when),
                )
            case _ as never:
                assert_never(never)

    def _field_test(self, test: FieldTest, population: str) -> str:
        field = self._field(test.field, population)
        title = self.words.phrase(field.title)
        if test.operator is Operator.GIVEN and test.value == ("no",):
            return self.words(mark("{field} is blank"), field=title)
        value = self.words(mark("」, 「")).join(self._value(one, field) for one in test.value)
        message = _SENTENCES[test.operator]
        if test.operator in _OF_SEVERAL_WORDS:
            value = f"「{value}」"
            message = message if len(test.value) == 1 else _OF_SEVERAL_WORDS[test.operator]
        if test.operator in (Operator.WITHIN_DAYS_OF, Operator.WITHIN_MONTHS_OF):
            other = self.words.phrase(self._field(test.value[0], population).title)
            return self.words(message, field=title, other=other, n=test.value[1])
        text = self.words(message, field=title, value=value)
        blank = _BLANKS[test.when_blank]
        return text + (self.words(blank) if blank else "")

    def _value(self, value: str, field: Field) -> str:
        for choice in self.form.dictionaries.get(field.dictionary, ()):
            if choice.id == value:
                return self.words.phrase(choice.title)
        return value

    def _population(self, population: Population) -> str:
        sheets = self.words.join(f"「{self.form.sheet(name).name}」" for name in population.rows)
        if population.where:
            tests = self._tests(population.where, population.id)
            text = self.words(
                mark("the rows of {sheets} where {tests}"), sheets=sheets, tests=tests
            )
        else:
            text = self.words(mark("the rows of {sheets}"), sheets=sheets)
        if population.distinct:
            text += self.words(mark("; the same one counts once"))
        return text

    def _title(self, population: str) -> str:
        return self.words.phrase(self.standard.populations[population].title)

    def _field(self, field: str, population: str) -> Field:
        return self._find(field, self.standard.populations[population].rows)[1]

    def _find(self, field: str, sheets: Iterable[str]) -> tuple[Sheet, Field]:
        for name in sheets:
            sheet = self.form.sheet(name)
            for one in sheet.fields:
                if one.id == field:
                    return sheet, one
        raise KeyError(field)

    def _meant(self, check: Check) -> list[Population]:
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

    def fields(self, check: Check) -> Iterator[tuple[Sheet, Field]]:
        """The fields on which the check rests, each with its sheet; some more than once."""
        for name, tests in _uses(check):
            rows = self.standard.populations[name].rows
            for test in _all(tests):
                if isinstance(test, FieldTest):
                    yield self._find(test.field, rows)
                elif isinstance(test, TotalTerm):
                    for field in (test.start, test.end):
                        yield self._find(field, (test.rows,))
                    for field in (test.own_start, test.own_end):
                        yield self._find(field, rows)
        yield from self._measured_fields(check)
        for population in self._meant(check):
            for test in _all(population.where):
                if isinstance(test, FieldTest):
                    yield self._find(test.field, population.rows)

    def _measured_fields(self, check: Check) -> Iterator[tuple[Sheet, Field]]:
        for quantity in _quantities(check):
            if isinstance(quantity, Sum | Number | Extreme | Latest | Mean):
                rows = self.standard.populations[quantity.population].rows
                yield self._find(quantity.field, rows)
            elif isinstance(quantity, Count) and quantity.distinct:
                rows = self.standard.populations[quantity.population].rows
                yield self._find(quantity.distinct, rows)


def _quantities(check: Check) -> Iterator[Quantity]:
    if isinstance(check, Bounded):
        waiting: list[Quantity] = [check.quantity]
        while waiting:
            one = waiting.pop(0)
            yield one
            if isinstance(one, Greatest | FirstKnown):
                waiting += one.of
            elif isinstance(one, NotBelow):
                waiting += [one.quantity, *one.floors]
            elif isinstance(one, Ratio):
                waiting += [one.part, one.whole]
            elif isinstance(one, Each):
                waiting.append(one.quantity)


def _uses(check: Check) -> Iterator[tuple[str, tuple[Test, ...]]]:
    """Every population that a check speaks of, with the tests put to it there."""
    if isinstance(check, EachMust):
        yield check.population, check.must
    for quantity in _quantities(check):
        match quantity:
            case Count(population, where) | Share(population, where):
                yield population, where
            case Number(population, _, exact_when):
                yield population, exact_when
            case Sum(population) | Extreme(population) | Latest(population) | Mean(population):
                yield population, ()


def _all(tests: Iterable[Test]) -> Iterator[Test]:
    """The tests and those inside them."""
    for test in tests:
        yield test
        if isinstance(test, AnyOf | AllOf):
            yield from _all(test.tests)
        elif isinstance(test, TotalTerm):
            yield from _all(test.extra_when)
