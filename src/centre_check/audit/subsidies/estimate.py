"""Estimate a subsidy: exact products, ceilings, and the one term that binds, in words."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple, assert_never

from centre_check.checks.amounts import plain
from centre_check.checks.rates import rounded
from centre_check.errors import UsageProblem
from centre_check.logic import Interval, Truth, all_of
from centre_check.model.facts import Cell
from centre_check.model.subsidies import Estimate, Given, Standing, TermAmount
from centre_check.standard.subsidies.types import (
    Calculator,
    Cap,
    ChoiceCap,
    Condition,
    FixedCap,
    Parameter,
    ParameterKind,
    ProductTerm,
    ShareCap,
    ShareFactor,
    Supplied,
    UnitRate,
)
from centre_check.words import Words, mark

_CENTS = 2


class Value(NamedTuple):
    """What was given for a parameter: 元, a number, a word of its choices, or days of a month."""

    value: Decimal | str | Interval[date]
    text: str
    cells: tuple[Cell, ...] = ()


Values = Mapping[str, Value]


def estimate(calculator: Calculator, values: Values, words: Words) -> Estimate:
    """The amount with its binding term; without one where the text leaves it open.

    Raises:
        UsageProblem: parameters are missing; all of them are named.
    """
    _refuse_missing(calculator, values, words)
    drawn = Estimate(
        calculator=calculator.id,
        title=words.phrase(calculator.title),
        label=words.phrase(calculator.label) if calculator.label else "",
        clause=calculator.clause,
        quote=calculator.quote,
        standing=Standing.UNCAPPED,
        message="",
        given=tuple(
            Given(one.name, values[one.id].text, values[one.id].cells)
            for one in calculator.parameters
        ),
        notes=tuple(words.phrase(note) for note in calculator.notes),
    )
    for condition in calculator.conditions:
        if not _holds(condition, values):
            message = words.phrase(condition.text)
            return drawn._replace(standing=Standing.INELIGIBLE, message=message)
    parts = tuple(_part(term, calculator, values, words) for term in calculator.terms)
    basis = sum((part.amount for part in parts), Decimal(0))
    drawn = drawn._replace(parts=parts, basis=basis if parts else None)
    if calculator.range is not None:
        return _ranged(drawn, calculator, words)
    return _capped(drawn, basis, calculator, values, words)


def _refuse_missing(calculator: Calculator, values: Values, words: Words) -> None:
    missing = [one for one in calculator.parameters if one.id not in values]
    if not missing:
        return
    named = words.join(_named(one, words) for one in missing)
    raise UsageProblem(
        mark("{title}: {names} is missing"),
        mark("give it in the sheet 测算参数, or with {options}"),
        title=words.phrase(calculator.title),
        names=named,
        options=" ".join(f"--set {one.name}=…" for one in missing),
    )


def _named(parameter: Parameter, words: Words) -> str:
    if parameter.missing is None:
        return words(mark("「{name}」"), name=parameter.name)
    return words(
        mark("「{name}」 ({why})"), name=parameter.name, why=words.phrase(parameter.missing)
    )


def _holds(condition: Condition, values: Values) -> bool:
    value = values[condition.parameter].value
    if condition.during is None:
        return value == condition.answer
    assert isinstance(value, Interval)
    first, last = condition.during
    return all_of((value.at_least(first), value.at_most(last))) is Truth.YES


def _part(term: ProductTerm, calculator: Calculator, values: Values, words: Words) -> TermAmount:
    """The product, and how it came about: 支出124.60万元×50%＝62.30万元."""
    amount = Decimal(1)
    factors: list[str] = []
    for factor in term.product:
        match factor:
            case ShareFactor(share):
                amount *= share
                factors.append(f"{plain(share * 100)}%")
            case UnitRate(rate):
                amount *= rate
                factors.append(words(mark("{n} yuan"), n=plain(rate)))
            case Supplied(id_):
                value = values[id_].value
                assert isinstance(value, Decimal)
                amount *= value
                factors.append(_shown(calculator.parameter(id_), value, words))
            case _ as never:
                assert_never(never)
    text = words(
        mark("{factors} = {amount}"), factors=" × ".join(factors), amount=said(amount, words)
    )
    if term.title is not None:
        text = words(mark("{title}: {text}"), title=words.phrase(term.title), text=text)
    return TermAmount(text, amount)


def _shown(parameter: Parameter, value: Decimal, words: Words) -> str:
    if parameter.kind is ParameterKind.MONEY:
        return f"{parameter.name}{said(value, words)}"
    return f"{parameter.name}{plain(value)}{parameter.unit}"


def _by(calculator: Calculator, basis: Decimal, words: Words) -> str:
    """What the terms come to: 按50%计62.30万元."""
    shares = [
        one.share
        for term in calculator.terms
        for one in term.product
        if isinstance(one, ShareFactor)
    ]
    if len(calculator.terms) == 1 and len(shares) == 1:
        return words(
            mark("at {share}: {amount}"),
            share=f"{plain(shares[0] * 100)}%",
            amount=said(basis, words),
        )
    return words(mark("by its rates: {amount}"), amount=said(basis, words))


def _ranged(drawn: Estimate, calculator: Calculator, words: Words) -> Estimate:
    """The basis and the limits; never one figure, as the text leaves it to a decision."""
    limits = calculator.range
    assert limits is not None
    between = words(
        mark("between {low} and {high}, {decided}; no single figure is given"),
        low=said(limits.low, words),
        high=said(limits.high, words),
        decided=words.phrase(limits.decided),
    )
    message = between
    if drawn.basis is not None:
        where = (
            mark("{by}, below the least amount; {between}")
            if drawn.basis < limits.low
            else mark("{by}, above the greatest amount; {between}")
            if drawn.basis > limits.high
            else mark("{by}, within the limits; {between}")
        )
        message = words(where, by=_by(calculator, drawn.basis, words), between=between)
    return drawn._replace(
        standing=Standing.DISCRETION, message=message, range=(limits.low, limits.high)
    )


def _capped(
    drawn: Estimate, basis: Decimal, calculator: Calculator, values: Values, words: Words
) -> Estimate:
    by = _by(calculator, basis, words)
    if not calculator.caps:
        amount = rounded(basis, _CENTS)
        drawn = _rounded_note(drawn, basis, amount, words)
        return drawn._replace(message=f"{by}{_exactly(amount, words)}", amount=amount)
    limits = [(_limit(cap, values), cap) for cap in calculator.caps]
    limit, cap = min(limits, key=lambda pair: pair[0])
    standing, message = (
        (Standing.BELOW_CAP, mark("{by}, below the ceiling {limit} ({title}); due: {amount}"))
        if basis < limit
        else (Standing.AT_CAP, mark("{by}, just at the ceiling {limit} ({title}); due: {amount}"))
        if basis == limit
        else (Standing.OVER_CAP, mark("{by}, reaches the ceiling {limit} ({title}); due: {amount}"))
    )
    amount = rounded(min(basis, limit), _CENTS)
    drawn = _rounded_note(drawn, min(basis, limit), amount, words)
    text = words(
        message,
        by=by,
        limit=said(limit, words),
        title=words.phrase(cap.title),
        amount=both(amount, words),
    )
    return drawn._replace(standing=standing, message=text, cap=limit, amount=amount)


def _rounded_note(drawn: Estimate, due: Decimal, amount: Decimal, words: Words) -> Estimate:
    if due == amount:
        return drawn
    return drawn._replace(notes=(*drawn.notes, words(mark("Rounded to the cent, half up."))))


def _exactly(amount: Decimal, words: Words) -> str:
    return words(mark("; due: {amount}"), amount=both(amount, words))


def _limit(cap: Cap, values: Values) -> Decimal:
    match cap:
        case FixedCap(_, amount):
            return amount
        case ShareCap(_, share, parameter):
            value = values[parameter].value
            assert isinstance(value, Decimal)
            return share * value
        case ChoiceCap(_, parameter, amounts):
            return amounts[str(values[parameter].value)]
        case _ as never:
            assert_never(never)


_WAN = Decimal(10000)
_PLACES = 2  # of 万元, at least


def wan(amount: Decimal) -> str:
    """元 as 万元 without rounding, with two decimal places at least: 62.30, 99.99995."""
    text = f"{(amount / _WAN).normalize():f}"
    whole, _, rest = text.partition(".")
    return f"{whole}.{rest.ljust(_PLACES, '0')}"


def said(amount: Decimal, words: Words) -> str:
    """An amount of 元 in 万元: 62.30万元."""
    return words(mark("{n} ten thousand yuan"), n=wan(amount))


def both(amount: Decimal, words: Words) -> str:
    """An amount in 万元, and in 元 to the cent: 62.30万元（623,000.00元）."""
    return words(mark("{wan} ({yuan} yuan)"), wan=said(amount, words), yuan=f"{amount:,.2f}")
