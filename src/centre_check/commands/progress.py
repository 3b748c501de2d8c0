"""`centre-check progress`: how far the targets of a published programme are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    Whole,
    as_of_option,
    debug_option,
    format_option,
    language_option,
    limit_option,
    mapping_option,
    output_option,
    personal_option,
)
from centre_check.desk import exits
from centre_check.errors import UsageProblem
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from pathlib import Path

    from centre_check.model.progress import Progress
    from centre_check.results.types import CentreResult
    from centre_check.standard.targets.types import Targets


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "progress",
        callback=partial(_run, words),
        help=words(
            mark(
                "Hold a workbook of targets and results against a published programme: target, "
                "result, completion rate, gap, status and cells."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check progress 进度表.xlsx -s ningbo-2023-minsheng"
        + "\n  centre-check progress 进度表.xlsx -s huyi-2019-three-actions --audits 审核结果/"
        + "\n  centre-check progress 进度表.xlsx -s chaoyang-employment --choose year=y2018",
        params=_params(words),
    )


def _params(words: Words) -> list[click.Parameter]:
    return [
        click.Argument(["workbook"], metavar=words(mark("WORKBOOK")), type=click.Path()),
        click.Option(
            ["-s", "--standard"],
            required=True,
            metavar=words(mark("STANDARD")),
            help=words(mark("the target standard: an id, or a YAML file's path")),
        ),
        click.Option(
            ["--audits"],
            type=click.Path(),
            metavar=words(mark("FOLDER OR FILE")),
            help=words(mark("audits of centres: the JSON of audit, or a folder of it")),
        ),
        click.Option(
            ["--choose", "choices"],
            multiple=True,
            metavar=words(mark("NAME=CHOICE")),
            help=words(
                mark(
                    "how to read what the text leaves open, may be repeated; standards show "
                    "lists it"
                )
            ),
        ),
        click.Option(
            ["--places"],
            type=Whole(words, 0, 6),
            metavar=words(mark("DIGITS")),
            default=2,
            show_default=True,
            help=words(mark("decimal places of percentages, rounded half up")),
        ),
        format_option(words),
        output_option(words),
        as_of_option(words),
        personal_option(words),
        mapping_option(words),
        limit_option(words),
        language_option(words),
        debug_option(words),
    ]


def _run(
    words: Words,
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
    from pathlib import Path

    from centre_check.audit.run import Wish
    from centre_check.audit.targets.run import Asking, run_progress
    from centre_check.commands.shared.screen import screen
    from centre_check.desk.outputs import checked, publish
    from centre_check.desk.recipe import Recipe, pairs_of
    from centre_check.documents.progress_page import build
    from centre_check.render.progress_json import render
    from centre_check.standard.targets import shelf

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
        screen(),
    )
    return _code(progress)


def _audits(path: Path, asked: Targets) -> tuple[CentreResult, ...]:
    """The results of centres in a file, or in all files of a folder.

    Raises:
        UsageProblem: there is none, or no target counts centres.
        BrokenFile: a file holds something else.
    """
    from centre_check.results import read

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
    from centre_check.model.progress import Status

    statuses = {
        one.status
        for target in progress.targets
        for one in target.measures
        if one.decides and not one.is_stretch
    }
    if statuses & {Status.MISSED, Status.BEHIND}:
        return exits.NOT_COMPLIANT
    return exits.UNDECIDED if Status.UNCOMPUTABLE in statuses else exits.COMPLIANT
