"""Draw centres for a spot check, the same ones for everybody."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from centre_check.desk import exits
from centre_check.desk.gather import gather, inputs, refuse_idle, singles, tell
from centre_check.desk.outputs import checked, publish
from centre_check.desk.recipe import Recipe
from centre_check.documents.many.draw_list import Method, build
from centre_check.errors import UsageProblem
from centre_check.logic.spelling import normalise
from centre_check.render.result_json import drawn_object
from centre_check.results.draw import BY, draw
from centre_check.words import Words, mark
from centre_check.words.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from centre_check.desk.screen import Screen

_PER_CENT = 100


def run(
    words: Words,
    screen: Screen,
    *,
    typed: Mapping[str, str],
    sources: tuple[str, ...],
    rate: str,
    seed: str,
    by: str,
    form: str,
    outputs: tuple[str, ...],
    **asked: Any,
) -> int:
    """Show and write the list, and give the exit code: 3 where a file could not be read."""
    method = Method(_rate(rate), seed, _strata(by, words))
    given = inputs(sources, words, screen)
    refuse_idle(given, typed)
    recipe = Recipe.of(words, **asked)
    targets = checked(outputs, [*given.paths, *recipe.named])
    results = gather(given, recipe)
    tell(results.failures, words, screen)
    strata = draw(singles(results.centres, words), method.rate, seed, method.by)
    if not strata:
        raise UsageProblem(
            mark("no centre was audited: there is nothing to draw from"),
            mark("see above why the files could not be read"),
        )
    publish(
        form,
        targets,
        lambda _: build(strata, method, results.failures, words),
        lambda: drawn_object(strata, method, results.failures, words.lang),
        screen,
    )
    return exits.NOT_AUDITED if results.failures else exits.COMPLIANT


def _rate(text: str) -> Decimal:
    """The share that is drawn: 10% or 0.1.

    Raises:
        UsageProblem: it is none, or not above 0 and at most all.
    """
    plain = normalise(text)
    try:
        rate = Decimal(plain.removesuffix("%"))
    except InvalidOperation:
        rate = Decimal(0)
    if plain.endswith("%"):
        rate /= _PER_CENT
    if not (rate.is_finite() and 0 < rate <= 1):
        raise UsageProblem(
            mark("{text} is no share to draw"), mark("write it like 10% or 0.1"), text=text
        )
    return rate


def _strata(text: str, words: Words) -> tuple[str, ...]:
    """The names of what centres are divided by.

    Raises:
        UsageProblem: one is not known.
    """
    names = tuple(dict.fromkeys(one.strip() for one in text.split(",") if one.strip()))
    for name in names:
        if name not in BY:
            raise UsageProblem(
                mark("{name} is nothing that centres are divided by"),
                mark("did you mean {close}? There are {known}"),
                name=name,
                close=nearest(name, list(BY)) or next(iter(BY)),
                known=words.join(BY),
            )
    return names
