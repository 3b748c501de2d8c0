"""Audit many workbooks: who works, where the results go, how the run ends."""

from __future__ import annotations

from contextlib import closing, nullcontext
from typing import TYPE_CHECKING

from centre_check.desk import exits
from centre_check.desk.batch.batch_run import BatchRun
from centre_check.desk.batch.crew import fitting, local
from centre_check.desk.batch.listing import Listing
from centre_check.desk.batch.run import answers
from centre_check.desk.batch.store import UNFINISHED
from centre_check.desk.destinations import destinations
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from centre_check.desk.batch.crew import Crew
    from centre_check.desk.batch.sources import Found
    from centre_check.desk.batch.store import Store
    from centre_check.desk.destinations import Request
    from centre_check.desk.recipe import Recipe
    from centre_check.desk.screen import Screen


def audit_many(
    found: Found, recipe: Recipe, request: Request, others: Sequence[Path], screen: Screen
) -> int:
    """Audit them all and give the exit code of the run; `others` are inputs beside workbooks.

    Raises:
        UsageProblem: an output has no known format, or there is nothing to take up again.
        OutputError: an output cannot be written.
        CentreCheckError: the recipe is broken.
    """
    words = recipe.words
    paths = [source.path for source in found.sources]
    run = BatchRun(found, Listing(words, request.levels), request.mentor_centres, screen)
    places, store = destinations(request, paths, others, run)
    try:
        with (
            _crew(request, recipe, len(paths)) as crew,
            closing(answers(found.sources, recipe, crew, store)) as given,
        ):
            run.follow(given, places, tells=request.form != "text", is_quiet=request.quiet)
    except KeyboardInterrupt:
        run.progress.clear()
        screen.tell(_how_to_go_on(store, run.done, len(paths), words))
        return exits.INTERRUPTED
    finally:
        if store is not None:
            store.close()
    return exits.worst(run.codes)


def _crew(request: Request, recipe: Recipe, n: int) -> AbstractContextManager[Crew]:
    if request.scheduler is None:
        return nullcontext(local(request.jobs or fitting(n), recipe.limits))
    from centre_check.desk.batch.cluster import cluster

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
