"""Hold a workbook of targets and results against a published programme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from centre_check.audit.run import Wish
from centre_check.audit.targets.run import Asking, run_progress
from centre_check.desk import exits
from centre_check.desk.outputs import checked, publish
from centre_check.desk.recipe import Recipe, pairs_of
from centre_check.documents.progress_page import build
from centre_check.errors import UsageProblem
from centre_check.model.progress import Status
from centre_check.render.progress_json import render
from centre_check.results import read
from centre_check.standard.targets import shelf
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from centre_check.desk.screen import Screen
    from centre_check.model.progress import Progress
    from centre_check.results.types import CentreResult
    from centre_check.standard.targets.types import Targets


def run(
    words: Words,
    screen: Screen,
    *,
    workbook: str,
    standard: str,
    audits: str | None,
    choices: tuple[str, ...],
    places: int,
    form: str,
    outputs: tuple[str, ...],
    as_of: str | None,
    personal: str,
    mapping: str | None,
    limits: tuple[str, ...],
) -> int:
    """Show and write how far the targets are, and give the exit code."""
    targets = checked(outputs, [Path(name) for name in (workbook, audits, mapping) if name])
    recipe = Recipe.of(
        words, standard=standard, as_of=as_of, limits=limits, mapping=mapping, personal=personal
    )
    asked = shelf.take(standard, pairs_of(choices))
    centres = _audits(Path(audits), asked) if audits else None
    facts = recipe.figures(Path(workbook), asked.form.to_be_read())
    asking = Asking(Wish(as_of=recipe.as_of), recipe.today, places, centres)
    progress = run_progress(facts, asked, asking, words)
    publish(
        form,
        targets,
        lambda _: build(progress, words),
        lambda: render(progress, words.lang),
        screen,
    )
    return _code(progress)


def _audits(path: Path, asked: Targets) -> tuple[CentreResult, ...]:
    """The results of centres in a file, or in all files of a folder.

    Raises:
        UsageProblem: there is none, or no target counts centres.
        BrokenFile: a file holds something else.
    """
    if not asked.audits:
        raise UsageProblem(
            mark("no target of {standard} counts centres"),
            mark("leave the audits out"),
            standard=asked.id,
        )
    files = read.files(path) if path.is_dir() else [path]
    if not path.exists() or not files:
        raise UsageProblem(
            mark("{path}: there are no audits"),
            mark("give the JSON of audit -f json, or a folder of such files"),
            path=path,
        )
    return read.read(files).centres


def _code(progress: Progress) -> int:
    """1: a target is missed or behind; 4: one cannot be computed; a stretch never decides."""
    statuses = {
        one.status
        for target in progress.targets
        for one in target.measures
        if one.decides and not one.is_stretch
    }
    if statuses & {Status.MISSED, Status.BEHIND}:
        return exits.NOT_COMPLIANT
    return exits.UNDECIDED if Status.UNCOMPUTABLE in statuses else exits.COMPLIANT
