"""Lint any part of a standard, whatever file it is in."""

from collections.abc import Iterator
from functools import singledispatchmethod
from typing import Any

from pydantic import BaseModel

from centre_check.checks.quantities.each import Each
from centre_check.files import Mistake
from centre_check.model.told import Told, told
from centre_check.standard import file
from centre_check.standard.lint.names import Loc, walk
from centre_check.standard.lint.said import SaidLinter
from centre_check.standard.lint.tests import TestLinter
from centre_check.words import mark


class PartLinter(TestLinter, SaidLinter):
    """Finds the names in parts of a standard that nothing answers to, whatever file they are in."""

    def parts(self, root: BaseModel) -> Iterator[Mistake]:
        """What is wrong with any part below `root`, which is the whole file."""
        for loc, node in walk(root, ()):
            yield from self._node(node, loc)

    def choices_of_options(self, root: BaseModel) -> Iterator[Mistake]:
        """Options whose default is no choice, or on which nothing depends."""
        used = {node.by_option for _, node in walk(root, ()) if isinstance(node, file.ByOption)}
        for name, option in self.options.items():
            loc = ("options", name)
            if option.default not in option.choices:
                yield self.unknown(
                    (*loc, "default"), option.default, option.choices, mark("choice")
                )
            if len(option.choices) > 1 and name not in used:
                yield self.at(loc, mark("nothing depends on the option {name}"), name=name)

    @singledispatchmethod
    def _node(self, _node: object, _loc: Loc) -> Iterator[Mistake]:
        """What can be wrong with one part, by what it is; with most nothing can."""
        yield from ()

    @_node.register
    def _of_population(self, node: file.PopulationFile, loc: Loc) -> Iterator[Mistake]:
        yield from self._names(node.rows, self.fields, (*loc, "rows"), mark("sheet"))
        yield from self._tests(node.where, node.rows, (*loc, "where"))
        yield from self._before_counting(node.where, (*loc, "where"))
        yield from self._cycle(str(loc[-1]), (*loc, "where"))

    @_node.register
    def _of_kind(self, node: file.KindFile, loc: Loc) -> Iterator[Mistake]:
        kind = file.KINDS[type(node)]
        for one in told(kind):
            value = getattr(node, one.name)
            place = (*loc, kind.key if one.name == kind.keyed else one.key)
            if value:
                yield from self._named(node, one.told, value, place)
        if issubclass(kind, Each):
            yield from self.undivided(getattr(node, kind.keyed), loc)

    def _named(self, node: file.KindFile, told: Told, value: Any, loc: Loc) -> Iterator[Mistake]:
        """What a field of a quantity names that is not there."""
        if told.names == "population":
            yield from self._population(value, loc)
        elif told.names == "field":
            rows = self._rows(getattr(node, told.of))
            names = [(value, loc)]
            if isinstance(value, tuple):
                names = [(name, (*loc, at)) for at, name in enumerate(value)]
            for name, place in names:
                yield from self._field(name, rows, place)
        elif told.names == "choice":
            rows = self._rows(getattr(node, Told().of))
            yield from self._choices(value, getattr(node, told.of), rows, loc)
        elif isinstance(value, file.GroupingFile):
            yield from self._grouping(value, loc)
        elif isinstance(value, tuple) and not isinstance(value[0], file.KindFile):
            yield from self._tests(value, self._rows(getattr(node, told.of)), loc)

    @_node.register
    def _of_each(self, node: file.EachFile, loc: Loc) -> Iterator[Mistake]:
        yield from self._population(node.each, (*loc, "each"))
        yield from self._tests(node.must, self._rows(node.each), (*loc, "must"))

    @_node.register
    def _of_hint(self, node: file.HintFile, loc: Loc) -> Iterator[Mistake]:
        yield from self._population(node.each, (*loc, "each"))
        yield from self._tests(node.where, self._rows(node.each), (*loc, "where"))

    @_node.register
    def _of_report(self, node: file.ReportFile, loc: Loc) -> Iterator[Mistake]:
        if node.show:
            population, field = node.show
            yield from self._population(population, (*loc, "show", 0))
            yield from self._field(field, self._rows(population), (*loc, "show", 1))

    @_node.register
    def _of_bound(self, node: file.BoundFile, loc: Loc) -> Iterator[Mistake]:
        for comparison, limit in node.compared:
            yield from self._levels(limit, (*loc, str(comparison)))

    @_node.register
    def _of_bound_by(self, node: file.BoundByFile, loc: Loc) -> Iterator[Mistake]:
        yield from self._population(node.by, (*loc, "by"))
        for at, case in enumerate(node.cases):
            yield from self._tests(case.where, self._rows(node.by), (*loc, "cases", at, "where"))

    @_node.register
    def _of_criterion(self, node: file.CriterionFile, loc: Loc) -> Iterator[Mistake]:
        yield from self._levels(node.quote, (*loc, "quote"))
        yield from self._levels(node.sentence, (*loc, "sentence"))
        yield from self.said(node, loc)
        yield from self._examples(node, loc)

    @_node.register(file.ByOption)
    def _by_option(self, node: file.ByOption[Any], loc: Loc) -> Iterator[Mistake]:
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

    def undivided(self, quantity: Any, loc: Loc) -> Iterator[Mistake]:
        """A quantity of which there is no part by period, name or place."""
        if isinstance(quantity, file.ByOption):
            for one in quantity.choices.values():
                yield from self.undivided(one, loc)
            return
        kind = file.KINDS[type(quantity)]
        if not kind.is_divisible:
            yield self.at(loc, mark("this quantity cannot be taken of a period or a group"))
        for field in told(kind):
            part = getattr(quantity, field.name)
            if isinstance(part, file.KindFile):
                key = kind.key if field.name == kind.keyed else field.key
                yield from self.undivided(part, loc if issubclass(kind, Each) else (*loc, key))

    def _grouping(self, each: file.GroupingFile, loc: Loc) -> Iterator[Mistake]:
        if each.places is not None:
            yield from self._population(each.places, (*loc, "places"))
            yield from self._field(each.listed_in, self._rows(each.places), (*loc, "listed_in"))
        if each.named_by:
            yield from self._population(each.named_by, (*loc, "named_by"))
        if each.since is not None:
            yield from self._field_of(each.since.population, each.since.field, (*loc, "since"))
