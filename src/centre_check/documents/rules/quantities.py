"""Quantities in words: what is counted, added up or read off."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from centre_check.checks.grammar import (
    Count,
    Each,
    Extreme,
    FirstKnown,
    Greatest,
    Latest,
    Mean,
    NotBelow,
    Number,
    PlaceMean,
    Quantity,
    Ratio,
    Share,
    Sum,
)
from centre_check.documents.rules.row_tests import TestWords
from centre_check.documents.rules.series import series
from centre_check.words import mark


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """Says the quantities of one standard in one language."""

    said: TestWords

    def quantity(self, quantity: Quantity) -> str:
        """The quantity as a clause names it."""
        words = self.said.words
        match quantity:
            case Count():
                return self._count(quantity)
            case Sum(population, field):
                return words(
                    mark("sum of {field} over {population}"),
                    field=words.phrase(self.said.basis.field(field, population).title),
                    population=self.said.title(population),
                )
            case Number(population, field, exact_when):
                title = words.phrase(self.said.basis.field(field, population).title)
                if not exact_when:
                    return title
                return words(
                    mark("{field} (a lower limit only, unless {tests})"),
                    field=title,
                    tests=self.said.tests(exact_when, population),
                )
            case Share(population, where):
                return words(
                    mark("share of {population} where {tests}"),
                    population=self.said.title(population),
                    tests=self.said.tests(where, population),
                )
            case Greatest(parts):
                return words(mark("the greatest of ({parts})"), parts=self._parts(parts))
            case FirstKnown(parts):
                return words(mark(", or where that is incomplete ")).join(
                    self.quantity(part) for part in parts
                )
            case NotBelow(part, floors):
                return words(
                    mark("{quantity}, at least {floors}"),
                    quantity=self.quantity(part),
                    floors=self._parts(floors),
                )
            case Extreme() | Latest() | Mean() | PlaceMean() | Ratio() | Each():
                return series(quantity, self.quantity, self._named, words)
            case _ as never:
                assert_never(never)

    def _named(self, field: str, population: str) -> tuple[str, str]:
        """What a field and a population are called."""
        title = self.said.words.phrase(self.said.basis.field(field, population).title)
        return title, self.said.title(population)

    def _count(self, count: Count) -> str:
        words, population = self.said.words, self.said.title(count.population)
        if count.where:
            text = words(
                mark("number of {population} where {tests}"),
                population=population,
                tests=self.said.tests(count.where, count.population),
            )
        else:
            text = population
        if not count.distinct:
            return text if count.where else words(mark("number of {population}"), population=text)
        field = self.said.basis.field(count.distinct, count.population)
        return words(
            mark("{count}, each {field} counted once ({choices})")
            if count.among
            else mark("{count}, each {field} counted once"),
            count=text,
            field=words.phrase(field.title),
            choices=words.join(self.said.value(one, field) for one in count.among),
        )

    def _parts(self, parts: Iterable[Quantity]) -> str:
        return self.said.words(mark("; ")).join(self.quantity(part) for part in parts)
