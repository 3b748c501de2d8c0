"""Put the results of many centres together: a district's or a province's summary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from centre_check.desk import exits
from centre_check.desk.gather import gather, inputs, refuse_idle, tell
from centre_check.desk.outputs import checked, publish
from centre_check.desk.recipe import Recipe
from centre_check.desk.town_list import read_towns
from centre_check.documents.many.district_summary import build
from centre_check.errors import UsageProblem
from centre_check.render.result_json import summed_up
from centre_check.results.summary import summarise
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from centre_check.desk.screen import Screen


def run(
    words: Words,
    screen: Screen,
    *,
    typed: Mapping[str, str],
    sources: tuple[str, ...],
    form: str,
    outputs: tuple[str, ...],
    towns: str | None,
    year: int | None,
    mentor_centres: int,
    **asked: Any,
) -> int:
    """Show and write the summary, and give the exit code: 3 where it is not whole."""
    given = inputs(sources, words, screen)
    refuse_idle(given, typed)
    recipe = Recipe.of(words, **asked)
    targets = checked(outputs, [*given.paths, *recipe.named, *([Path(towns)] if towns else [])])
    planned = read_towns(Path(towns), words) if towns else ()
    results = gather(given, recipe, mentor_centres)
    tell(results.failures, words, screen)
    if not results.centres:
        raise UsageProblem(
            mark("no centre was audited: there is nothing to put together"),
            mark("see above why the files could not be read"),
        )
    summary = summarise(results, planned, year)
    publish(
        form,
        targets,
        lambda is_long: build(summary, words, is_long=is_long),
        lambda: summed_up(summary, words.lang),
        screen,
    )
    return exits.COMPLIANT if summary.is_whole else exits.NOT_AUDITED
