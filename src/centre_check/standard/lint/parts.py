"""Lint any part of a standard, whatever file it is in."""

from collections.abc import Iterator
from functools import singledispatchmethod
from typing import Any

from pydantic import BaseModel

from centre_check.files import Mistake
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
    def _of_count(self, node: file.CountFile, loc: Loc) -> Iterator[Mistake]:
        rows = self._rows(node.count)
        yield from self._population(node.count, (*loc, "count"))
        yield from self._tests(node.where, rows, (*loc, "where"))
        if node.distinct:
            yield from self._field(node.distinct, rows, (*loc, "distinct"))
            yield from self._choices(node.among, node.distinct, rows, (*loc, "among"))

    @_node.register
    def _of_sum(self, node: file.SumFile, loc: Loc) -> Iterator[Mistake]:
        yield from self._population(node.sum, (*loc, "sum"))
        yield from self._field(node.field, self._rows(node.sum), (*loc, "field"))

    @_node.register
    def _of_number(self, node: file.NumberFile, loc: Loc) -> Iterator[Mistake]:
        rows = self._rows(node.number)
        yield from self._population(node.number, (*loc, "number"))
        yield from self._field(node.field, rows, (*loc, "field"))
        yield from self._tests(node.exact_when, rows, (*loc, "exact_when"))
        yield from self._tests(node.lower_when, rows, (*loc, "lower_when"))

    @_node.register
    def _of_share(self, node: file.ShareFile, loc: Loc) -> Iterator[Mistake]:
        yield from self._population(node.share, (*loc, "share"))
        yield from self._tests(node.where, self._rows(node.share), (*loc, "where"))

    @_node.register
    def _of_highest(self, node: file.HighestFile, loc: Loc) -> Iterator[Mistake]:
        yield from self._field_of(node.highest, node.field, loc)

    @_node.register
    def _of_lowest(self, node: file.LowestFile, loc: Loc) -> Iterator[Mistake]:
        yield from self._field_of(node.lowest, node.field, loc)

    @_node.register
    def _of_latest(self, node: file.LatestFile, loc: Loc) -> Iterator[Mistake]:
        yield from self._field_of(node.latest, node.field, loc)

    @_node.register
    def _of_mean(self, node: file.MeanFile, loc: Loc) -> Iterator[Mistake]:
        yield from self._field_of(node.mean, node.field, loc)

    @_node.register
    def _of_place_mean(self, node: file.PlaceMeanFile, loc: Loc) -> Iterator[Mistake]:
        yield from self._field_of(node.mean_of_places, node.field, loc)
        rows = self._rows(node.mean_of_places)
        yield from self._field(node.place, rows, (*loc, "place"))
        yield from self._population(node.places, (*loc, "places"))
        yield from self._field(node.listed_in, self._rows(node.places), (*loc, "listed_in"))
        for at, day in enumerate(node.days):
            yield from self._field(day, rows, (*loc, "days", at))

    @_node.register
    def _of_groups(
        self, node: file.LeastOfEachFile | file.MostOfEachFile, loc: Loc
    ) -> Iterator[Mistake]:
        yield from self._grouping(node.each, (*loc, "each"))
        inner = node.least if isinstance(node, file.LeastOfEachFile) else node.most
        yield from self.undivided(inner, loc)

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
        match quantity:
            case file.RatioFile(ratio=part, of=whole):
                yield from self.undivided(part, (*loc, "ratio"))
                yield from self.undivided(whole, (*loc, "of"))
            case file.GrowthFile(growth=part, of=whole):
                yield from self.undivided(part, (*loc, "growth"))
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
                | file.PlaceMeanFile()
            ):
                return
            case _:
                yield self.at(loc, mark("this quantity cannot be taken of a period or a group"))

    def _grouping(self, each: file.GroupingFile, loc: Loc) -> Iterator[Mistake]:
        if each.places is not None:
            yield from self._population(each.places, (*loc, "places"))
            yield from self._field(each.listed_in, self._rows(each.places), (*loc, "listed_in"))
        if each.named_by:
            yield from self._population(each.named_by, (*loc, "named_by"))
        if each.since is not None:
            yield from self._field_of(each.since.population, each.since.field, (*loc, "since"))
