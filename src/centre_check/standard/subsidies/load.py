"""Read calculators from YAML: strictly, all mistakes at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from centre_check.checks import grammar
from centre_check.files import Mistake, SourceFile, raise_if
from centre_check.files.strict_yaml import parse_yaml
from centre_check.files.validation import check
from centre_check.form.types import Form
from centre_check.standard import locations
from centre_check.standard.lint import Loc, PartLinter
from centre_check.standard.load import decoded, read_form
from centre_check.standard.resolve import Resolver
from centre_check.standard.subsidies import file, types
from centre_check.standard.types import Criterion
from centre_check.words import mark


def read(path: Path, text: bytes) -> types.Subsidies:
    """The calculators in this file.

    Raises:
        BrokenFile: with every mistake of the file.
    """
    source = parse_yaml(decoded(path, text), path.name)
    written = check(file.SubsidiesFile, source)
    form = read_form(locations.locate_form(written.form, path))
    raise_if(path.name, sorted(_Linter(written, form, source).mistakes(), key=_place))
    return _resolved(written, form, locations.digest(text))


def _place(mistake: Mistake) -> tuple[int, int]:
    return mistake.line, mistake.column


class _Linter(PartLinter):
    """Every name in the calculators that nothing answers to."""

    def __init__(self, written: file.SubsidiesFile, form: Form, source: SourceFile) -> None:
        super().__init__(written.populations, {}, {}, form, source)
        self.written = written

    def mistakes(self) -> Iterator[Mistake]:
        yield from self.parts(self.written)
        seen: set[str] = set()
        for at, one in enumerate(self.written.calculators):
            loc: Loc = ("calculators", at)
            if one.id in seen:
                yield self.at((*loc, "id"), mark("the id {name} is used twice"), name=one.id)
            seen.add(one.id)
            if not (one.terms or one.range or one.rules):
                yield self.at(loc, mark("a calculator has terms, a range or rules"))
            yield from self._parameters(one, loc)

    def _parameters(self, one: file.CalculatorFile, loc: Loc) -> Iterator[Mistake]:
        used = [
            ((*loc, "conditions", n, "parameter"), c.parameter)
            for n, c in enumerate(one.conditions)
        ]
        for at, term in enumerate(one.terms):
            for n, factor in enumerate(term.product):
                if isinstance(factor, file.ParameterFactorFile):
                    used.append(((*loc, "terms", at, "product", n, "parameter"), factor.parameter))
        for at, cap in enumerate(one.caps):
            used += [
                ((*loc, "caps", at, key), name)
                for key in ("of", "by")
                if (name := getattr(cap, key))
            ]
        if one.together is not None:
            yield from self._together(one.together, (*loc, "together"))
        for place, name in used:
            if name not in one.parameters:
                yield self.unknown(place, name, one.parameters, mark("parameter"))
        for name in sorted(set(one.parameters) - {name for _, name in used}):
            place = (*loc, "parameters", name)
            yield self.at(place, mark("nothing depends on the parameter {name}"), name=name)

    def _together(self, one: file.TogetherFile, loc: Loc) -> Iterator[Mistake]:
        yield from self._names((one.rows,), self.fields, (*loc, "rows"), mark("sheet"))
        for key in ("amount", "name", "number", "first", "last"):
            yield from self._field(getattr(one, key), (one.rows,), (*loc, key))
        for at, name in enumerate(one.alike):
            yield from self._field(name, (one.rows,), (*loc, "alike", at))


def _resolved(written: file.SubsidiesFile, form: Form, sha256: str) -> types.Subsidies:
    resolver = Resolver("", {})
    return types.Subsidies(
        id=written.id,
        title=written.title.build(),
        document=written.document.build(),
        edition=written.edition,
        sha256=sha256,
        form=form,
        populations=resolver.populations(written.populations),
        calculators=tuple(_calculator(one, resolver) for one in written.calculators),
    )


def _calculator(one: file.CalculatorFile, resolver: Resolver) -> types.Calculator:
    return types.Calculator(
        id=one.id,
        clause=one.clause,
        quote=one.quote,
        title=one.title.build(),
        label=one.label.build() if one.label else None,
        parameters=tuple(_parameter(id_, part) for id_, part in one.parameters.items()),
        conditions=tuple(
            types.Condition(part.parameter, part.is_, part.during, part.text.build())
            for part in one.conditions
        ),
        terms=tuple(
            types.ProductTerm(
                part.title.build() if part.title else None,
                tuple(_factor(factor) for factor in part.product),
            )
            for part in one.terms
        ),
        caps=tuple(_cap(part) for part in one.caps),
        range=types.Range(one.range.low, one.range.high, one.range.decided.build())
        if one.range
        else None,
        rules=tuple(_rule(part, resolver) for part in one.rules),
        together=types.Together(**dict(one.together)) if one.together else None,
        notes=tuple(note.build() for note in one.notes),
    )


def _parameter(id_: str, one: file.ParameterFile) -> types.Parameter:
    return types.Parameter(
        id_,
        (one.name, *one.synonyms),
        one.title.build(),
        one.kind,
        one.unit,
        tuple(one.choices or ()),
        one.missing.build() if one.missing else None,
    )


def _factor(factor: Any) -> types.Factor:
    match factor:
        case file.ShareFactorFile(share=share):
            return types.ShareFactor(share)
        case file.RateFactorFile(rate=rate, is_implied=is_implied):
            return types.UnitRate(rate, is_implied)
        case _:
            return types.Supplied(factor.parameter)


def _cap(cap: file.CapFile) -> types.Cap:
    title = cap.title.build()
    if cap.amount is not None:
        return types.FixedCap(title, cap.amount)
    if cap.share is not None and cap.of is not None:
        return types.ShareCap(title, cap.share, cap.of)
    assert cap.by is not None
    assert cap.amounts is not None
    return types.ChoiceCap(title, cap.by, cap.amounts)


def _rule(rule: file.RuleFile, resolver: Resolver) -> Criterion:
    judged = resolver.check(rule.check)
    assert isinstance(judged, grammar.EachMust)
    return Criterion(
        id=rule.id,
        clause=rule.clause,
        quote=rule.quote,
        title=rule.title.build(),
        check=judged._replace(is_ceiling=True),
        interpretation=rule.interpretation.build(),
        remedy=rule.remedy.build(),
        mandatory=True,
        by_level=False,
        options=(),
    )
