"""`centre-check sample`: draw centres for a spot check, the same ones for everybody."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    debug_option,
    format_option,
    language_option,
    output_option,
    refuse_idle,
    sources_argument,
    workbook_options,
)
from centre_check.desk import exits
from centre_check.errors import UsageProblem
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from decimal import Decimal

_PER_CENT = 100


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "sample",
        callback=partial(_run, words),
        short_help=words(mark("Draw centres at random for a spot check.")),
        help=words(
            mark(
                "Draw centres at random for a spot check: the same centres, rate and seed always "
                "give the same list, and the list says how it was drawn. Takes results, folders "
                "of results, or workbooks. The exit code is 3 where a file could not be read, "
                "else 0."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check sample 结果/ --rate 10% --seed 2026"
        + "\n  centre-check sample 结果/ --rate 10% --seed 2026 --by city,level -o 抽查名单.docx",
        params=[
            sources_argument(words),
            click.Option(
                ["--rate"],
                required=True,
                metavar=words(mark("SHARE")),
                help=words(mark("how many are drawn, such as 10%; at least one of each stratum")),
            ),
            click.Option(
                ["--seed"],
                required=True,
                metavar=words(mark("TEXT")),
                help=words(mark("any text or number; it is printed with the list")),
            ),
            click.Option(
                ["--by"],
                default="",
                metavar=words(mark("NAME,...")),
                help=words(
                    mark("draw from each stratum by itself: city, county, town, level, verdict")
                ),
            ),
            format_option(words),
            output_option(words),
            *workbook_options(words),
            language_option(words),
            debug_option(words),
        ],
    )


def _run(
    words: Words,
    *,
    sources: tuple[str, ...],
    rate: str,
    seed: str,
    by: str,
    form: str,
    outputs: tuple[str, ...],
    **asked: Any,
) -> int:

    from centre_check.commands.shared.screen import screen
    from centre_check.desk.gather import gather, inputs, singles, tell
    from centre_check.desk.outputs import checked, publish
    from centre_check.desk.recipe import Recipe
    from centre_check.documents.many.draw_list import Method, build
    from centre_check.render.draw_json import render
    from centre_check.results.draw import draw

    method = Method(_rate(rate), seed, _strata(by, words))
    out = screen()
    given = inputs(sources, words, out)
    refuse_idle(given)
    recipe = Recipe.of(words, **asked)
    targets = checked(outputs, [*given.paths, *recipe.named])
    results = gather(given, recipe)
    tell(results.failures, words, out)
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
        lambda: render(strata, method, results.failures, words.lang),
        out,
    )
    return exits.NOT_AUDITED if results.failures else exits.COMPLIANT


def _rate(text: str) -> Decimal:
    """The share that is drawn: 10% or 0.1.

    Raises:
        UsageProblem: it is none, or not above 0 and at most all.
    """
    from decimal import Decimal, InvalidOperation

    from centre_check.logic.spelling import normalise

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
    from centre_check.results.draw import BY
    from centre_check.words.nearest import nearest

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
