"""Quantities over several values in words: the highest, the latest, the mean, each month."""

from collections.abc import Callable
from typing import assert_never

from centre_check.checks.grammar import (
    ByName,
    ByPeriod,
    ByPlace,
    Each,
    Extreme,
    Grouping,
    Latest,
    Mean,
    PlaceMean,
    Quantity,
    Ratio,
    Step,
)
from centre_check.words import Words, mark


def series(
    quantity: Extreme | Latest | Mean | PlaceMean | Ratio | Each,
    say: Callable[[Quantity], str],
    named: Callable[[str, str], tuple[str, str]],
    words: Words,
) -> str:
    """The quantity in words; `say` tells another one, `named` a field and its population."""
    match quantity:
        case Extreme(population, field, is_greatest):
            title, who = named(field, population)
            text = (
                mark("greatest {field} of {population}")
                if is_greatest
                else mark("least {field} of {population}")
            )
            return words(text, field=title, population=who)
        case Latest(population, field):
            title, who = named(field, population)
            return words(mark("latest {field} of {population}"), field=title, population=who)
        case Mean(population, field):
            title, who = named(field, population)
            return words(mark("mean {field} of {population}"), field=title, population=who)
        case PlaceMean(population, field):
            title, who = named(field, population)
            text = mark("mean {field} of {population}, each place once")
            return words(text, field=title, population=who)
        case Ratio(part, whole):
            text = mark("{part} in per cent of {whole}")
            if quantity.is_growth:
                text = mark("growth of {part} over {whole}")
            elif quantity.per == 1:
                text = mark("{part} for each of {whole}")
            return words(text, part=say(part), whole=say(whole))
        case Each(inner, by):
            return words(mark("{group}, {quantity}"), group=_group(by, words), quantity=say(inner))
        case _ as never:
            assert_never(never)


def _group(by: Grouping, words: Words) -> str:
    match by:
        case ByPeriod():
            return words(mark("each month") if by.step is Step.MONTH else mark("each year"))
        case ByName(_, names):
            return words(mark("each of {names}"), names=words.join(name for name, *_ in names))
        case ByPlace():
            return words(mark("each place"))
        case _ as never:
            assert_never(never)
