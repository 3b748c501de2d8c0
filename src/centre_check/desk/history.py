"""Show the course of each centre over all audits that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from centre_check.desk import exits
from centre_check.desk.gather import gather, inputs, refuse, refuse_idle, tell
from centre_check.desk.outputs import checked, publish
from centre_check.desk.recipe import Recipe
from centre_check.documents.many.history import build
from centre_check.errors import UsageProblem
from centre_check.render.result_json import courses_object
from centre_check.results.course import courses
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
    **asked: Any,
) -> int:
    """Show and write the courses, and give the exit code: 3 where a file could not be read."""
    given = inputs(sources, words, screen)
    refuse_idle(given, typed)
    recipe = Recipe.of(words, **asked)
    targets = checked(outputs, [*given.paths, *recipe.named])
    is_data = form == "json" or any(one.format == ".json" for one in targets)
    results = gather(given, recipe, has_texts=is_data)
    tell(results.failures, words, screen)
    found, clashes = courses(results.centres)
    refuse([clash.results for clash in clashes], words)
    if not found:
        raise UsageProblem(
            mark("no centre was audited: there is no course to show"),
            mark("see above why the files could not be read"),
        )
    publish(
        form,
        targets,
        lambda _: build(found, results.failures, words),
        lambda: courses_object(found, results.failures, words.lang),
        screen,
    )
    return exits.NOT_AUDITED if results.failures else exits.COMPLIANT
