"""Rules in words: what a check asks of which rows, as a policy officer would say it."""

from dataclasses import dataclass
from typing import assert_never

from centre_check.checks.amounts import limit, unit_name
from centre_check.checks.grammar import (
    Bounded,
    Check,
    EachMust,
    Inspection,
    Otherwise,
    Population,
)
from centre_check.documents.rules.basis import Basis
from centre_check.documents.rules.row_tests import TestWords
from centre_check.form.types import Form, Layout
from centre_check.standard.types import Standard
from centre_check.words import Words, mark

__all__ = ["Basis", "RuleWords"]


@dataclass(frozen=True, slots=True)
class RuleWords:
    """Says the checks of one standard in one language."""

    standard: Standard
    form: Form
    words: Words

    @property
    def basis(self) -> Basis:
        """What the checks rest on."""
        return Basis(self.standard, self.form)

    @property
    def _said(self) -> TestWords:
        return TestWords(self.basis, self.words)

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
        return [
            (self.words.phrase(one.title), self._population(one))
            for one in self.basis.populations(check)
        ]

    def columns(self, check: Check) -> list[str]:
        """The columns on which the check rests, by sheet: 「03 运营管理人员」状态、离岗日期."""
        found: dict[str, dict[str, None]] = {}
        for sheet, field in self.basis.fields(check):
            found.setdefault(sheet.name, {})[field.header] = None
        return [f"「{sheet}」{self.words.join(headers)}" for sheet, headers in found.items()]

    def _each(self, check: EachMust) -> str:
        rows = self.standard.populations[check.population].rows
        is_one = all(self.form.sheet(name).layout is Layout.KEY_VALUE for name in rows)
        return self.words(
            mark("{population}: {tests}") if is_one else mark("each of {population}: {tests}"),
            population=self._said.title(check.population),
            unit=unit_name(self.words.phrase(check.unit)),
            tests=self._said.tests(check.must, check.population),
        )

    def _bounded(self, check: Bounded) -> str:
        unit = self.words.phrase(check.unit)
        limits = [
            self.words(
                mark("{limit} where {tests}"),
                limit=limit(one.bound, check.quantity, unit, self.words),
                tests=self._said.tests(one.where, check.by),
            )
            for one in check.cases
        ]
        last = limit(check.bound, check.quantity, unit, self.words)
        limits.append(self.words(mark("else {limit}"), limit=last) if limits else last)
        return self.words(
            mark("{quantity}: {limit}"),
            quantity=check.quantity.says(self._said.saying()),
            limit=self.words(mark("; ")).join(limits),
        )

    def _population(self, population: Population) -> str:
        sheets = self.words.join(f"「{self.form.sheet(name).name}」" for name in population.rows)
        if population.where:
            tests = self._said.tests(population.where, population.id)
            text = self.words(
                mark("the rows of {sheets} where {tests}"), sheets=sheets, tests=tests
            )
        else:
            text = self.words(mark("the rows of {sheets}"), sheets=sheets)
        if population.distinct:
            text += self.words(mark("; the same one counts once"))
        return text
