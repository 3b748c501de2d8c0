"""Tests in words: what is asked of a row."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from centre_check.checks.grammar import (
    Agree,
    AllOf,
    AnyOf,
    FieldTest,
    HasRelated,
    Operator,
    Test,
    TotalTerm,
)
from centre_check.checks.quantity import Saying
from centre_check.documents.rules.basis import Basis
from centre_check.form.types import Field
from centre_check.logic import Truth
from centre_check.words import Words, mark

_SENTENCES = {
    Operator.IS: mark("{field} is {value}"),
    Operator.GIVEN: mark("{field} is filled in"),
    Operator.MENTIONS: mark("{field} mentions {value}"),
    Operator.ON_OR_BEFORE: mark("{field} is not after the audit date"),
    Operator.ON_OR_AFTER: mark("{field} is not before the audit date"),
    Operator.WITHIN_DAYS_AFTER: mark("{field} is within {value} days from the audit date"),
    Operator.MONTHS_BEFORE: mark("{field} is {value} months or more before the audit date"),
    Operator.WITHIN_MONTHS_BEFORE: mark("{field} is within {value} months before the audit date"),
    Operator.UNIQUE: mark("{field} is its own"),
    Operator.ABSENT: mark("the sheet has no column {field}"),
    Operator.SILENT_ON: mark("{field} does not mention {value}"),
    Operator.UNDENIED: mark("{field} does not speak against it"),
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
class TestWords:
    """Says the tests of one standard in one language."""

    basis: Basis
    words: Words

    def tests(self, tests: Iterable[Test], population: str) -> str:
        """All of the tests, as asked of the rows of the population."""
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
                return self.tests(tests, population)
            case Agree(tests):
                message = mark("{tests} (where the two agree)")
                return words(message, tests=self.tests(tests, population))
            case HasRelated(other):
                return words(mark("has one of {population}"), population=self.title(other))
            case TotalTerm():
                return words(
                    mark("all its terms together are at most {years} years"),
                    years=test.years + test.extra_years * (not test.extra_when),
                )
            case _ as never:
                assert_never(never)

    def _field_test(self, test: FieldTest, population: str) -> str:
        field = self.basis.field(test.field, population, "".join(test.value[:1]))
        title = self.words.phrase(field.title)
        if test.operator is Operator.GIVEN and test.value == ("no",):
            return self.words(mark("{field} is blank"), field=title)
        value = self.words(mark("」, 「")).join(self.value(one, field) for one in test.value)
        message = _SENTENCES[test.operator]
        if test.operator in _OF_SEVERAL_WORDS:
            value = f"「{value}」"
            message = message if len(test.value) == 1 else _OF_SEVERAL_WORDS[test.operator]
        if test.operator in (Operator.WITHIN_DAYS_OF, Operator.WITHIN_MONTHS_OF):
            other = self.words.phrase(self.basis.field(test.value[0], population).title)
            return self.words(message, field=title, other=other, n=test.value[1])
        text = self.words(message, field=title, value=value)
        blank = _BLANKS[test.when_blank]
        return text + (self.words(blank) if blank else "")

    def value(self, value: str, field: Field) -> str:
        """A choice of the field by its title, anything else as it is."""
        for choice in self.basis.form.dictionaries.get(field.dictionary, ()):
            if choice.id == value:
                return self.words.phrase(choice.title)
        return value

    def saying(self) -> Saying:
        """What a quantity needs to be said."""
        words, basis = self.words, self.basis
        return Saying(
            words,
            lambda field, population: words.phrase(basis.field(field, population).title),
            self.title,
            self.tests,
            lambda choice, field, population: self.value(choice, basis.field(field, population)),
        )

    def title(self, population: str) -> str:
        """The title of the population."""
        return self.words.phrase(self.basis.standard.populations[population].title)
