"""Audit many workbooks: who works, where the results go, how the run ends."""

from __future__ import annotations

from contextlib import closing, nullcontext
from typing import TYPE_CHECKING

import click

from centre_check.batch.answers import answers
from centre_check.batch.crew import fitting, local
from centre_check.batch.store import UNFINISHED
from centre_check.commands.shared import exits
from centre_check.commands.shared.course import Course
from centre_check.commands.shared.destinations import destinations
from centre_check.commands.shared.listing import Listing
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from centre_check.batch.crew import Crew
    from centre_check.batch.sources import Found
    from centre_check.batch.store import Store
    from centre_check.commands.shared.recipe import Recipe
    from centre_check.commands.shared.request import Request


def audit_many(found: Found, recipe: Recipe, request: Request, others: Sequence[Path]) -> int:
    """Audit them all and give the exit code of the run; `others` are inputs beside workbooks.

    Raises:
        UsageProblem: an output has no known format, or there is nothing to take up again.
        OutputError: an output cannot be written.
        CentreCheckError: the recipe is broken.
    """
    words = recipe.words
    paths = [source.path for source in found.sources]
    course = Course(found, Listing(words, request.levels), request.mentor_centres)
    places, store = destinations(request, paths, others, course)
    try:
        with (
            _crew(request, recipe, len(paths)) as crew,
            closing(answers(found.sources, recipe, crew, store)) as given,
        ):
            course.follow(given, places, tells=request.form != "text", is_quiet=request.quiet)
    except KeyboardInterrupt:
        course.progress.clear()
        click.echo(_how_to_go_on(store, course.done, len(paths), words), err=True)
        return exits.INTERRUPTED
    finally:
        if store is not None:
            store.close()
    return exits.worst(course.codes)


def _crew(request: Request, recipe: Recipe, n: int) -> AbstractContextManager[Crew]:
    if request.scheduler is None:
        return nullcontext(local(request.jobs or fitting(n), recipe.limits))
    from centre_check.batch.cluster import cluster

    return cluster(request.scheduler)


def _how_to_go_on(store: Store | None, done: int, total: int, words: Words) -> str:
    if store is None:
        return words(
            mark("interrupted after {done} of {total}; with -o, a run can be taken up again"),
            done=done,
            total=total,
        )
    return words(
        mark(
            "interrupted after {done} of {total}, which are kept in {path}; "
            "give the same command with --resume to go on"
        ),
        done=done,
        total=total,
        path=f"{store.path}{UNFINISHED}",
    )
