"""Resolve a standard for one level: every option chosen, every number settled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, assert_never

from centre_check.checks import grammar
from centre_check.form.file import FileModel
from centre_check.logic import Truth
from centre_check.standard import file, types

T = TypeVar("T")
_TRUTHS = {"no": Truth.NO, "maybe": Truth.MAYBE, "yes": Truth.YES}


def resolve(standard: file.StandardFile, level: str, sha256: str) -> types.Standard:
    """The standard for `level`; `sha256` is that of the file it came from."""
    return Resolver(level, {id_: o.default for id_, o in standard.options.items()}).standard(
        standard, sha256
    )


@dataclass(frozen=True, slots=True)
class Resolver:
    """Makes the grammar of what is written, for one level and one choice of options."""

    level: str
    options: Mapping[str, str]

    def standard(self, standard: file.StandardFile, sha256: str) -> types.Standard:
        """The whole standard."""
        return types.Standard(
            id=standard.id,
            title=standard.title.build(),
            document=standard.document.title,
            section=standard.document.section,
            issuer=standard.document.issuer,
            issued=standard.document.issued,
            edition=standard.edition,
            sha256=sha256,
            form=standard.form,
            level=types.Level(self.level, standard.levels[self.level].build()),
            options=tuple(
                types.Option(id_, o.title.build(), o.default, o.choices[o.default].build())
                for id_, o in standard.options.items()
            ),
            groups=tuple(
                types.Group(prefix, group.build(), self._for_level(group.text))
                for prefix, group in standard.groups.items()
            ),
            populations=self.populations(standard.populations),
            criteria=tuple(self.criterion(criterion) for criterion in standard.criteria),
            reports=tuple(self.report(report) for report in standard.reports),
            hints=tuple(
                types.Hint(h.id, h.each, self.tests(h.where), h.text.build())
                for h in standard.hints
            ),
        )

    def populations(
        self, written: Mapping[str, file.PopulationFile]
    ) -> dict[str, grammar.Population]:
        """The populations by their ids."""
        return {
            id_: grammar.Population(id_, p.title.build(), p.rows, self.tests(p.where), p.distinct)
            for id_, p in written.items()
        }

    def criterion(self, criterion: file.CriterionFile) -> types.Criterion:
        """One clause."""
        return types.Criterion(
            id=criterion.id,
            clause=criterion.clause,
            quote=self._for_level(criterion.quote),
            title=criterion.title.build(),
            check=self.check(criterion.check),
            interpretation=criterion.interpretation.build(),
            remedy=criterion.remedy.build(),
            mandatory=criterion.mandatory,
            by_level=isinstance(criterion.quote, dict) or self._differs(criterion.check),
            options=tuple(dict.fromkeys(_options_in(criterion.check))),
            sentence=self._for_level(criterion.sentence),
            says=criterion.says.build(),
            waivable=criterion.waivable,
        )

    def report(self, report: file.ReportFile) -> types.Report:
        """Something that is only shown."""
        return types.Report(
            id=report.id,
            clause=report.clause,
            quote=report.quote,
            title=report.title.build(),
            quantity=self._reported(report),
            unit=report.unit.build() if report.unit else None,
            show=report.show,
        )

    def _reported(self, report: file.ReportFile) -> grammar.Quantity | None:
        if report.quantity is None:
            return None
        quantity = self.quantity(report.quantity)
        return in_unit(quantity, report.unit.zh) if report.unit else quantity

    def check(self, check: file.BoundedFile | file.EachFile | file.InspectFile) -> grammar.Check:
        """What a clause checks."""
        match check:
            case file.BoundedFile():
                return grammar.Bounded(
                    in_unit(self.quantity(self._chosen(check.quantity)), check.unit.zh),
                    self.bound(self._chosen(check.bound)),
                    check.unit.build(),
                    check.otherwise,
                )
            case file.EachFile():
                return grammar.EachMust(
                    check.each,
                    self.tests(check.must),
                    check.unit.build(),
                    check.otherwise,
                    self._chosen(check.if_none),
                )
            case file.InspectFile():
                return grammar.Inspection(check.inspect.build())
            case _ as never:
                assert_never(never)

    def quantity(self, quantity: Any) -> grammar.Quantity:
        """A quantity, whatever it is made of."""
        match quantity:
            case file.CountFile():
                return grammar.Count(
                    quantity.count,
                    self.tests(quantity.where),
                    quantity.distinct,
                    quantity.among,
                    _TRUTHS[self._chosen(quantity.unlisted)],
                )
            case file.SumFile():
                return grammar.Sum(quantity.sum, quantity.field, quantity.at)
            case file.NumberFile():
                return grammar.Number(
                    quantity.number,
                    quantity.field,
                    self.tests(quantity.exact_when),
                    self.tests(quantity.lower_when),
                )
            case file.ShareFile():
                return grammar.Share(quantity.share, self.tests(quantity.where))
            case file.GreatestFile():
                return grammar.Greatest(self.quantities(quantity.greatest))
            case file.FirstKnownFile():
                return grammar.FirstKnown(self.quantities(quantity.first_known))
            case file.NotBelowFile():
                return grammar.NotBelow(
                    self.quantity(quantity.quantity), self.quantities(quantity.not_below)
                )
            case _:
                return self._series(quantity)

    def _series(self, quantity: Any) -> grammar.Quantity:
        """A quantity over several values."""
        match quantity:
            case file.HighestFile():
                return grammar.Extreme(quantity.highest, quantity.field, is_greatest=True)
            case file.LowestFile():
                return grammar.Extreme(
                    quantity.lowest, quantity.field, is_greatest=False, place=quantity.place
                )
            case file.LatestFile():
                return grammar.Latest(quantity.latest, quantity.field, quantity.days)
            case file.MeanFile():
                return grammar.Mean(quantity.mean, quantity.field)
            case file.RatioFile():
                part, whole = self.quantity(quantity.ratio), self.quantity(quantity.of)
                is_full = quantity.when_none == "full"
                return grammar.Ratio(part, whole, quantity.is_part, is_full_without=is_full)
            case file.GrowthFile():
                part, whole = self.quantity(quantity.growth), self.quantity(quantity.of)
                return grammar.Ratio(part, whole, is_growth=True)
            case file.PlaceMeanFile():
                return grammar.PlaceMean(
                    quantity.mean_of_places,
                    quantity.field,
                    quantity.place,
                    quantity.places,
                    quantity.listed_in,
                    quantity.days,
                )
            case file.LeastOfEachFile():
                return grammar.Each(self.quantity(quantity.least), _grouping(quantity.each))
            case file.MostOfEachFile():
                inner = self.quantity(quantity.most)
                return grammar.Each(inner, _grouping(quantity.each), is_least=False)
            case _:
                raise AssertionError(quantity)

    def quantities(self, quantities: tuple[Any, ...]) -> tuple[grammar.Quantity, ...]:
        """Several quantities."""
        return tuple(self.quantity(quantity) for quantity in quantities)

    def tests(self, tests: tuple[Any, ...]) -> tuple[grammar.Test, ...]:
        """Row tests."""
        return tuple(self.test(test) for test in tests)

    def test(self, test: Any) -> grammar.Test:
        """One row test."""
        match test:
            case file.FieldTestFile():
                return self._field_test(test)
            case file.AnyFile():
                return grammar.AnyOf(self.tests(test.any))
            case file.AllFile():
                return grammar.AllOf(self.tests(test.all))
            case file.AgreeFile():
                return grammar.Agree(tuple(map(self._field_test, test.agree)))
            case file.HasFile():
                return grammar.HasRelated(test.has)
            case file.TotalTermFile():
                return grammar.TotalTerm(
                    rows=test.total_term,
                    start=test.start,
                    end=test.end,
                    own_start=test.own_start,
                    own_end=test.own_end,
                    years=test.at_most_years,
                    where=self.tests(test.where),
                    extra_years=self._chosen(test.extra_years),
                    extra_when=self.tests(test.extra_when),
                    continues=self.tests(test.continues),
                )
            case _:
                raise AssertionError(test)

    def _field_test(self, test: file.FieldTestFile) -> grammar.FieldTest:
        ((operator, value),) = test.asked
        return grammar.FieldTest(
            test.field,
            operator,
            _values(value),
            test.perhaps,
            _TRUTHS[test.when_blank],
            _TRUTHS[test.when_unlisted],
        )

    def bound(self, bound: file.BoundFile) -> grammar.Bound:
        """A limit."""
        ((comparison, limit),) = bound.compared
        upper = None
        if isinstance(limit, tuple):
            limit, upper = limit
        return grammar.Bound(comparison, self._for_level(limit), upper, bound.at_limit is not None)

    def _for_level(self, value: T | dict[str, T]) -> T:
        """A limit."""
        return value[self.level] if isinstance(value, dict) else value

    def _chosen(self, part: Any) -> Any:
        if isinstance(part, file.ByOption):
            return part.choices[self.options[part.by_option]]
        return part

    def _differs(self, check: file.BoundedFile | file.EachFile | file.InspectFile) -> bool:
        if not isinstance(check, file.BoundedFile):
            return False
        ((_, limit),) = self._chosen(check.bound).compared
        return isinstance(limit, dict)


def in_unit(quantity: grammar.Quantity, unit: str) -> grammar.Quantity:
    """The quantity in its unit: a ratio is per cent only where that is the unit."""
    match quantity:
        case grammar.Ratio():
            return quantity._replace(per=100 if unit == "%" else 1)
        case grammar.Each():
            return quantity._replace(quantity=in_unit(quantity.quantity, unit))
        case _:
            return quantity


def _grouping(each: file.GroupingFile) -> grammar.Grouping:
    if each.name is not None:
        named = each.names if isinstance(each.names, dict) else dict.fromkeys(each.names, ())
        return grammar.ByName(each.name, tuple((name, *more) for name, more in named.items()))
    if each.place is not None and each.places is not None:
        return grammar.ByPlace(each.place, each.places, each.listed_in, each.named_by)
    since = (each.since.population, each.since.field) if each.since else None
    step = grammar.Step.MONTH if each.month is not None else grammar.Step.YEAR
    return grammar.ByPeriod(
        each.month or each.year or "", step, since=since, is_complete_only=each.complete_only
    )


def _values(value: Any) -> tuple[str, ...]:
    """What a test holds its field against, as texts."""
    match value:
        case tuple():
            return tuple(str(part) for part in value)
        case file.DistanceFile(field=field, n=n):
            return (field, str(n))
        case _:
            return (str(value),)


def _options_in(part: Any) -> Iterator[str]:
    """The options that a part of the standard depends on, at any depth."""
    if isinstance(part, tuple):
        for one in part:
            yield from _options_in(one)
    elif isinstance(part, FileModel):
        if isinstance(part, file.ByOption):
            yield part.by_option
            yield from _options_in(tuple(part.choices.values()))
        for _, one in part:
            yield from _options_in(one)
