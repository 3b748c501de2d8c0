"""Audit many workbooks: who works, where the results go, how the run ends."""

from __future__ import annotations

from contextlib import closing, nullcontext
from typing import TYPE_CHECKING

from centre_check.desk import exits
from centre_check.desk.batch.batch_run import BatchRun
from centre_check.desk.batch.crew import fitting, local
from centre_check.desk.batch.listing import Listing
from centre_check.desk.batch.run import answers
from centre_check.desk.batch.sinks import sinks_of
from centre_check.desk.batch.store import UNFINISHED
from centre_check.desk.batch.work import auditor
from centre_check.desk.outputs import Output
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from centre_check.desk.batch.crew import Crew
    from centre_check.desk.batch.sources import Found
    from centre_check.desk.batch.store import Store
    from centre_check.desk.recipe import Recipe
    from centre_check.desk.screen import Screen


def audit_many(
    found: Found,
    recipe: Recipe,
    screen: Screen,
    *,
    form: str,
    outputs: Sequence[str],
    quiet: bool,
    jobs: int | None,
    resume: bool,
    scheduler: str | None,
    mentor_centres: int,
) -> int:
    """Audit them all and give the exit code of the run.

    Raises:
        UsageProblem: an output has no known format, or there is nothing to take up again.
        OutputError: an output cannot be written.
        CentreCheckError: the recipe is broken.
    """
    recipe, words = recipe.settled(), recipe.words
    paths = [source.path for source in found.sources]
    levels = auditor(recipe).edition.levels
    listing = Listing(words, {level.id: words.phrase(level.title) for level in levels})
    run = BatchRun(found, listing, mentor_centres, screen)
    targets = [Output.of(name) for name in outputs]
    sinks, store = sinks_of(
        run, targets, paths, recipe.named, form=form, is_quiet=quiet, is_resumed=resume
    )
    try:
        with (
            _crew(scheduler, jobs or fitting(len(paths)), recipe) as crew,
            closing(answers(found.sources, recipe, crew, store)) as given,
        ):
            run.follow(given, sinks, tells=form != "text", is_quiet=quiet)
    except KeyboardInterrupt:
        run.progress.clear()
        screen.tell(_how_to_go_on(store, run.done, len(paths), words))
        return exits.INTERRUPTED
    finally:
        if store is not None:
            store.close()
    return exits.worst(run.codes)


def _crew(scheduler: str | None, size: int, recipe: Recipe) -> AbstractContextManager[Crew]:
    if scheduler is None:
        return nullcontext(local(size, recipe.limits))
    from centre_check.desk.batch.cluster import cluster

    return cluster(scheduler)


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
