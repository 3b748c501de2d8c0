"""Gather results: read those that are there, audit the workbooks that are given instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, NotRequired, TypedDict

import click

from centre_check.commands.shared.options import (
    as_of_option,
    attestations_option,
    day_of,
    level_of,
    level_option,
    limit_option,
    mapping_option,
    standard_option,
)
from centre_check.errors import UsageProblem, WorkbookError
from centre_check.model.sightings import MENTOR_CENTRES
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from centre_check.batch.sources import Found
    from centre_check.commands.shared.recipe import Recipe
    from centre_check.results.types import Results

_FOR_WORKBOOKS = (
    "standard", "level", "as_of", "attestations", "mapping", "limits", "mentor_centres"
)  # fmt: skip


class Asked(TypedDict):
    """The options by which workbooks are audited, as `workbook_options` hands them on."""

    standard: str
    level: str | None
    as_of: NotRequired[str | None]
    attestations: str | None
    mapping: str | None
    limits: tuple[str, ...]


def sources_argument(words: Words) -> click.Argument:
    """Results, folders of them, or workbooks."""
    return click.Argument(
        ["sources"],
        metavar=words(mark("RESULT|FOLDER...")),
        nargs=-1,
        required=True,
        type=click.Path(),
    )


def workbook_options(words: Words, *, has_day: bool = True) -> list[click.Option]:
    """The options by which workbooks are audited where no results are given."""
    return [
        standard_option(words),
        level_option(words),
        *([as_of_option(words)] if has_day else []),
        attestations_option(words),
        mapping_option(words),
        limit_option(words),
    ]


class Inputs(NamedTuple):
    """The files behind the arguments: results to be read, workbooks to be audited."""

    results: list[Path]
    workbooks: Found | None

    @property
    def paths(self) -> list[Path]:
        """All of them, none of which may be overwritten."""
        audited = [one.path for one in self.workbooks.sources] if self.workbooks else []
        return [*self.results, *audited]


def inputs(names: Sequence[str], words: Words) -> Inputs:
    """What is behind the names; in a folder that holds results, the workbooks are left alone.

    Raises:
        UsageProblem: a run of `audit` there was interrupted.
        WorkbookError: there is neither.
    """
    from pathlib import Path

    from centre_check.batch.sources import find
    from centre_check.results import read

    found: list[Path] = []
    others: list[str] = []
    for name in names:
        path = Path(name)
        inside = read.files(path) if path.is_dir() else []
        found += inside
        if path.suffix.lower() in read.SUFFIXES and not path.is_dir():
            found.append(path)
        elif not inside:
            others.append(name)
        elif beside := _workbooks_in(name):
            text = mark("{path}: the results there are read; {n} workbooks beside them are not")
            click.echo(words(text, path=name, n=beside), err=True)
    return Inputs(found, find(others) if others else None)


def _workbooks_in(folder: str) -> int:
    """How many workbooks a folder of results holds beside them."""
    from centre_check.batch.sources import find

    try:
        return len(find([folder]).sources)
    except WorkbookError:  # there is none, as in most folders of results
        return 0


def gather(given: Inputs, recipe: Recipe, mentor_centres: int = MENTOR_CENTRES) -> Results:
    """The results in the files, and those of the workbooks audited by the recipe.

    Raises:
        BrokenFile: a file of results holds something else.
        CentreCheckError: the recipe is broken.
    """
    from centre_check.results import read
    from centre_check.results.types import together

    parts = [read.read(given.results)]
    if given.workbooks is not None:
        parts.append(_audited(given.workbooks, recipe, mentor_centres))
    return together(parts)


def _audited(found: Found, recipe: Recipe, mentor_centres: int) -> Results:
    import sys
    from contextlib import closing

    from centre_check.batch import crew
    from centre_check.batch.answers import answers
    from centre_check.batch.common import Common
    from centre_check.batch.progress import Progress
    from centre_check.results import read
    from centre_check.results.types import CentreResult, Results
    from centre_check.workbook.guard.contents import name_of

    total = len(found.sources)
    progress = Progress(total, recipe.words, sys.stderr)
    centres: list[CentreResult] = []
    failures = []
    numbers: dict[str, int] = {}
    common = Common(mentor_centres)
    work = crew.local(crew.fitting(total), recipe.limits)
    with closing(answers(found.sources, recipe, work, None)) as given:
        for done, answer in enumerate(given, 1):
            if answer.summary is not None:
                common.enter(name_of(answer.path), answer.summary, answer.sightings)
            if answer.failure is not None:
                failures.append(answer.failure)
                kind = "unread"
            else:
                centres.append(read.of_text(answer.text, str(answer.path)))
                kind = str(centres[-1].verdict)
            numbers[kind] = numbers.get(kind, 0) + 1
            progress.show(done, numbers)
    progress.clear()
    return Results(tuple(centres), tuple(failures), common.in_common())


def recipe_of(words: Words, asked: Asked) -> Recipe:
    """By what workbooks are audited that no results were given of.

    Raises:
        UsageProblem: a day, level or limit is none, or a file cannot be opened.
    """
    from datetime import date

    from centre_check.commands.shared.recipe import Recipe
    from centre_check.form.types import Disclosure
    from centre_check.standard import shelf
    from centre_check.workbook.guard import limits_of

    name, level = asked["standard"], asked["level"]
    recipe = Recipe(
        name,
        None,
        day_of(asked.get("as_of")),
        date.today(),
        words.lang,
        Disclosure.MASKED,
        limits_of(asked["limits"]),
        asked["attestations"],
        asked["mapping"],
    )
    if not (level or files_of(asked)):
        return recipe
    edition = shelf.take(name)
    return recipe._replace(level=level_of(level, edition, words)).with_files(edition)


def files_of(asked: Asked) -> list[Path]:
    """The files that the options name, none of which may be overwritten."""
    from pathlib import Path

    return [Path(name) for name in (asked["attestations"], asked["mapping"]) if name]


def refuse_idle(given: Inputs, names: Sequence[str] = _FOR_WORKBOOKS) -> None:
    """Refuse options that are for workbooks where there are none: they would do nothing.

    Raises:
        UsageProblem: one was given.
    """
    if given.workbooks is not None:
        return
    context = click.get_current_context()
    for name in names:
        if context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE:
            option = next(one for one in context.command.params if one.name == name)
            raise UsageProblem(
                mark("{option} is for workbooks, and only results are given"),
                mark("leave it out, or give the workbooks"),
                option=option.opts[-1],
            )
