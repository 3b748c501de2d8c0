"""Resolve a target standard: options chosen, indicators made populations, periods put in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NoReturn

from centre_check.checks.grammar import (
    FieldTest,
    Operator,
    Population,
    Test,
)
from centre_check.checks.quantities.count import Count
from centre_check.checks.quantities.each import Each
from centre_check.checks.quantity import OfRecords, Quantity
from centre_check.checks.rates import quotient
from centre_check.errors import UsageProblem
from centre_check.form.file import PhraseFile
from centre_check.form.types import Form
from centre_check.logic import Interval
from centre_check.standard.file import ByOption, FieldTestFile, PopulationFile
from centre_check.standard.resolve import Resolver
from centre_check.standard.targets import file, types
from centre_check.standard.types import Report
from centre_check.words import mark
from centre_check.words.nearest import nearest


def resolve(
    written: file.TargetsFile, form: Form, sha256: str, chosen: Mapping[str, str]
) -> types.Targets:
    """The target standard; `form` with all its sheets, `sha256` that of the file."""
    return _Targets(written, form, sha256, chosen).targets()


def chosen(written: file.TargetsFile, choices: Mapping[str, str]) -> dict[str, str]:
    """What is chosen of every option: the user's choice, else the default.

    Raises:
        UsageProblem: there is no such option or choice; the nearest is told.
    """
    for name, choice in choices.items():
        option = written.options.get(name)
        if option is None:
            _refuse(mark("the standard has no option {name}"), name, written.options)
        elif choice not in option.choices:
            _refuse(mark("the option {option} has no choice {name}"), choice, option.choices, name)
    return {id_: choices.get(id_, one.default) for id_, one in written.options.items()}


def _refuse(message: str, name: str, known: Iterable[str], option: str = "") -> NoReturn:
    hint = mark("choose one of {known}") if known else mark("its text leaves nothing to choose")
    close = nearest(name, known)
    if close is not None:
        hint = mark("did you mean {close}?")
    listed = " ".join(known)
    raise UsageProblem(message, hint, name=name, option=option, close=close or "", known=listed)


def generated(written: file.TargetsFile) -> dict[str, PopulationFile]:
    """The populations of the indicators: rows that report one, rows that plan one."""
    found: dict[str, PopulationFile] = {}
    for id_, one in written.indicators.items():
        where = (FieldTestFile.model_validate({"field": "indicator", "named": _names(one)}),)
        planned = PhraseFile(zh=f"{one.title.zh}目标", en=f"{one.title.en}, planned")
        found[id_] = PopulationFile(title=one.title, rows=(types.ACHIEVED,), where=where)
        found[f"{id_}_planned"] = PopulationFile(title=planned, rows=(types.PLANNED,), where=where)
    return found


def _names(one: file.IndicatorFile) -> tuple[str, ...]:
    return tuple(dict.fromkeys((one.title.zh, *one.names)))


def _counted(one: file.MeasureFile, period: types.Period | None) -> types.Period | None:
    """The days whose rows are looked at: those of the period, all up to its end, or later ones."""
    if period and one.from_before:
        period = period._replace(first=date.min)
    return period._replace(last=date.max) if period and one.or_late else period


def _in_time(quantity: Quantity, one: file.MeasureFile, period: types.Period | None) -> Quantity:
    """Of records that may be late only those within the period count."""
    if period is None or not one.or_late or not isinstance(quantity, Count):
        return quantity
    days = (period.first.isoformat(), period.last.isoformat())
    test = FieldTest(one.dated_by, Operator.DURING, days)
    return replace(quantity, where=(*quantity.where, test))


class _Targets:
    def __init__(
        self, written: file.TargetsFile, form: Form, sha256: str, chosen: Mapping[str, str]
    ) -> None:
        self.written = written
        self.form = form
        self.sha256 = sha256
        self.chosen = dict(chosen)
        self.resolver = Resolver("", self.chosen)
        made = self.resolver.populations({**generated(written), **written.populations})
        self.made: dict[str, Population] = {
            id_: one._replace(is_open_without=one.rows[0] in (types.ACHIEVED, types.PLANNED))
            for id_, one in made.items()
        }
        self.populations: dict[str, Population] = dict(self.made)

    def targets(self) -> types.Targets:
        written = self.written
        targets = tuple(self._target(one) for one in written.targets)
        return types.Targets(
            id=written.id,
            title=written.title.build(),
            document=written.document.build(),
            edition=written.edition,
            sha256=self.sha256,
            form=self.form,
            audits=written.audits,
            options=tuple(
                types.OpenOption(
                    id_,
                    one.title.build(),
                    {name: text.build() for name, text in one.choices.items()},
                    one.default,
                    self.chosen[id_],
                )
                for id_, one in written.options.items()
            ),
            indicators=tuple(
                types.Indicator(
                    id_,
                    one.title.build(),
                    _names(one),
                    one.unit,
                    also=one.also,
                    is_signed=one.signed,
                    like=one.like or "",
                    is_placed=one.placed,
                    is_year_before=one.year_before,
                    is_by_item=one.by_item,
                )
                for id_, one in written.indicators.items()
            ),
            populations=self.populations,
            targets=targets,
            duties=tuple(
                types.Duty(
                    one.id,
                    one.clause,
                    one.quote,
                    one.title.build(),
                    one.responsible,
                    one.supporting,
                    one.why.build() if one.why else None,
                )
                for one in written.duties
            ),
            reports=tuple(self._report(one) for one in written.reports),
            recomputed=tuple(recomputed(one) for one in written.recompute),
            unchecked=tuple(
                types.Unchecked(one.clause, one.quote, one.why.build()) for one in written.unchecked
            ),
        )

    def _report(self, one: file.PeriodReportFile) -> Report:
        report = self.resolver.report(one)
        if report.quantity is None:
            return report
        period = self._period(one.period)
        return report._replace(quantity=self._within(report.quantity, period, "period"))

    def _target(self, one: file.TargetFile) -> types.Target:
        return types.Target(
            id=one.id,
            clause=one.clause,
            quote=one.quote,
            title=one.title.build(),
            level=one.level.build(),
            responsible=one.responsible,
            supporting=one.supporting,
            interpretation=one.interpretation.build(),
            measures=tuple(self._measure(measure) for measure in one.measures),
        )

    def _measure(self, one: file.MeasureFile) -> types.Measure:
        period = self._period(one.period)
        counted = _counted(one, period)
        quantity = self.resolver.quantity(self._choice(one.quantity))
        quantity = _in_time(quantity.in_unit(one.unit.zh), one, period)
        return types.Measure(
            title=one.title.build() if one.title else None,
            quantity=self._within(quantity, counted, one.dated_by),
            floor=self.resolver.bound(one.floor) if one.floor else None,
            stretch=self.resolver.bound(one.stretch) if one.stretch else None,
            is_about=one.is_about,
            unit=one.unit.build(),
            period=period,
            decides=one.decides,
            beside=tuple(
                types.Beside(
                    part.title.build(),
                    self._within(self.resolver.quantity(part.quantity), counted, one.dated_by),
                )
                for part in one.beside
            ),
        )

    def _period(self, name: str | None) -> types.Period | None:
        if name is None:
            return None
        found: Any = self._choice(self.written.periods[name])
        return types.Period(found.first, found.last)

    def _choice(self, part: Any) -> Any:
        return part.choices[self.chosen[part.by_option]] if isinstance(part, ByOption) else part

    def _within(self, quantity: Quantity, period: types.Period | None, field: str) -> Quantity:
        """The quantity over the rows of the period alone."""
        if period is None:
            return quantity
        if isinstance(quantity, Each):
            quantity = quantity.in_period(period.first, period.last)
        if not quantity.is_divisible:
            return quantity
        if isinstance(quantity, OfRecords):
            return quantity.over(lambda name: self._narrow(name, period, field))
        return quantity.with_parts(lambda part: self._within(part, period, field))

    def _narrow(self, population: str, period: types.Period, field: str) -> str:
        own = self.made[population]
        name = f"{population} {period.first.isoformat()} {period.last.isoformat()}"
        days = (period.first.isoformat(), period.last.isoformat())
        test: Test = FieldTest(field, Operator.DURING, days)
        self.populations[name] = own._replace(id=name, where=(*own.where, test), part_of=population)
        return name


def recomputed(one: file.RecomputedFile) -> types.Recomputed:
    """The figure as it comes out, with what the document says of it."""
    return types.Recomputed(
        id=one.id,
        clause=one.clause,
        quote=one.quote,
        title=one.title.build(),
        value=_value(one),
        unit=one.unit,
        stated=None if one.stated is None else _interval(one.stated),
        note=one.note.build() if one.note else None,
    )


def _interval(amount: file.Amount) -> Interval[Decimal]:
    return Interval(*amount) if isinstance(amount, tuple) else Interval.exactly(amount)


def _value(one: file.RecomputedFile) -> Interval[Decimal]:
    if one.sum or one.product:
        return _folded([_interval(part) for part in one.sum or one.product], is_sum=bool(one.sum))
    part, whole = one.quotient or one.percent or one.growth or (Decimal(0), Decimal(1))
    share = quotient(_interval(part), _interval(whole))
    if share is None:
        return Interval(Decimal(0), None)
    less, per = (1 if one.growth else 0), (1 if one.quotient else 100)
    ends = (share.low or Fraction(0), share.high or Fraction(0))
    low, high = (_decimal(Fraction(end - less) * per) for end in ends)
    return Interval(low, high)


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def _folded(parts: Sequence[Interval[Decimal]], *, is_sum: bool) -> Interval[Decimal]:
    low, high = (Decimal(0), Decimal(0)) if is_sum else (Decimal(1), Decimal(1))
    for part in parts:
        own_low, own_high = part.low or Decimal(0), part.high or Decimal(0)
        low = low + own_low if is_sum else low * own_low
        high = high + own_high if is_sum else high * own_high
    return Interval(low, high)
