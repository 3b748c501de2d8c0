"""Resolve a standard for one level: every option chosen, every number settled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, assert_never, get_args

from pydantic import BaseModel

from centre_check.checks import grammar, groups
from centre_check.checks.quantity import Quantity
from centre_check.logic import Truth
from centre_check.model.told import ToldField, told
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
                types.Chapter(prefix, group.build(), self._for_level(group.text))
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

    def _reported(self, report: file.ReportFile) -> Quantity | None:
        if report.quantity is None:
            return None
        quantity = self.quantity(report.quantity)
        return quantity.in_unit(report.unit.zh) if report.unit else quantity

    def check(self, check: file.BoundedFile | file.EachFile | file.InspectFile) -> grammar.Check:
        """What a clause checks."""
        match check:
            case file.BoundedFile():
                bound, by, cases = self._cases(self._chosen(check.bound))
                return grammar.Bounded(
                    self.quantity(self._chosen(check.quantity)).in_unit(check.unit.zh),
                    self.bound(bound),
                    check.unit.build(),
                    check.otherwise,
                    by,
                    cases,
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

    def _cases(
        self, bound: file.BoundFile | file.BoundByFile
    ) -> tuple[file.BoundFile, str, tuple[grammar.BoundCase, ...]]:
        """The limit where no case holds, who decides between the cases, and these."""
        if isinstance(bound, file.BoundFile):
            return bound, "", ()
        cases = (grammar.BoundCase(self.tests(one.where), self.bound(one)) for one in bound.cases)
        return bound.otherwise, bound.by, tuple(cases)

    def quantity(self, written: file.KindFile) -> Quantity:
        """A quantity, whatever it is made of."""
        kind = file.KINDS[type(written)]
        return kind(
            **{
                one.name: self._part(getattr(written, one.name), is_truth=_is_truth(one))
                for one in told(kind)
            }
        )

    def _part(self, part: Any, *, is_truth: bool) -> Any:
        """A part of a quantity."""
        part = self._chosen(part)
        match part:
            case file.KindFile():
                return self.quantity(part)
            case file.GroupingFile():
                return _grouping(part)
            case BaseModel():
                return self.test(part)
            case tuple():
                return tuple(self._part(one, is_truth=is_truth) for one in part)
            case _:
                return _TRUTHS[part] if is_truth else part

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
        bound = self._chosen(check.bound)
        several = (
            (bound.otherwise, *bound.cases) if isinstance(bound, file.BoundByFile) else (bound,)
        )
        return any(isinstance(limit, dict) for one in several for _, limit in one.compared)


def _is_truth(field: ToldField) -> bool:
    return Truth in get_args(field.kind)


def _grouping(each: file.GroupingFile) -> groups.Grouping:
    if each.name is not None:
        named = each.names if isinstance(each.names, dict) else dict.fromkeys(each.names, ())
        return groups.ByName(each.name, tuple((name, *more) for name, more in named.items()))
    if each.place is not None and each.places is not None:
        return groups.ByPlace(each.place, each.places, each.listed_in, each.named_by)
    since = (each.since.population, each.since.field) if each.since else None
    step = groups.Step.MONTH if each.month is not None else groups.Step.YEAR
    field = each.month or each.year or ""
    return groups.ByPeriod(
        field, step, since=since, is_complete_only=each.complete_only, due=each.due
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
    elif isinstance(part, BaseModel):
        if isinstance(part, file.ByOption):
            yield part.by_option
            yield from _options_in(tuple(part.choices.values()))
        for _, one in part:
            yield from _options_in(one)
