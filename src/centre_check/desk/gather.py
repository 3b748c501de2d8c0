"""Gather results: read those that are there, audit the workbooks that are given instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from centre_check.errors import UsageProblem, WorkbookError
from centre_check.model.sightings import MENTOR_CENTRES
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from centre_check.desk.batch.sources import Found
    from centre_check.desk.recipe import Recipe
    from centre_check.desk.screen import Screen
    from centre_check.model.findings import Failure
    from centre_check.results.kept import Keeper
    from centre_check.results.types import CentreResult, Results


_FOR_WORKBOOKS = (
    "standard", "level", "as_of", "attestations", "waivers", "no_waivers", "mapping", "limits",
    "mentor_centres",
)  # fmt: skip


class Inputs(NamedTuple):
    """The files behind the arguments: results to be read, workbooks to be audited."""

    results: list[Path]
    workbooks: Found | None

    @property
    def paths(self) -> list[Path]:
        """All of them, none of which may be overwritten."""
        audited = [one.path for one in self.workbooks.sources] if self.workbooks else []
        return [*self.results, *audited]


def inputs(names: Sequence[str], words: Words, screen: Screen) -> Inputs:
    """What is behind the names; in a folder that holds results, the workbooks are left alone.

    Raises:
        UsageProblem: a run of `audit` there was interrupted.
        WorkbookError: there is neither.
    """
    from pathlib import Path

    from centre_check.desk.batch.sources import find
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
            screen.tell(words(text, path=name, n=beside))
    return Inputs(found, find(others) if others else None)


def _workbooks_in(folder: str) -> int:
    """How many workbooks a folder of results holds beside them."""
    from centre_check.desk.batch.sources import find

    try:
        return len(find([folder]).sources)
    except WorkbookError:  # there is none, as in most folders of results
        return 0


def gather(
    given: Inputs,
    recipe: Recipe,
    mentor_centres: int = MENTOR_CENTRES,
    *,
    has_texts: bool = False,
) -> Results:
    """The results in the files, and those of the workbooks audited by the recipe.

    With `has_texts` they say in words and by cells what was found.

    Raises:
        BrokenFile: a file of results holds something else.
        CentreCheckError: the recipe is broken.
    """
    from centre_check.results import read
    from centre_check.results.kept import Keeper
    from centre_check.results.types import together

    parts = [read.read(given.results, has_texts=has_texts)]
    if given.workbooks is not None:
        parts.append(
            _audited(given.workbooks, recipe.settled(), mentor_centres, Keeper(has_texts=has_texts))
        )
    return together(parts)


def _audited(found: Found, recipe: Recipe, mentor_centres: int, keeper: Keeper) -> Results:
    import sys
    from contextlib import closing

    from centre_check.desk.batch import crew
    from centre_check.desk.batch.in_common import Common
    from centre_check.desk.batch.progress import ProgressBar
    from centre_check.desk.batch.run import answers
    from centre_check.results import read
    from centre_check.results.types import Results
    from centre_check.workbook.guard.contents import name_of

    total = len(found.sources)
    progress = ProgressBar(total, recipe.words, sys.stderr)
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
                centres.append(read.of_text(answer.text, str(answer.path), keeper))
                kind = str(centres[-1].verdict)
            numbers[kind] = numbers.get(kind, 0) + 1
            progress.show(done, numbers)
    progress.clear()
    return Results(tuple(centres), tuple(failures), common.in_common())


def singles(results: Sequence[CentreResult], words: Words) -> tuple[CentreResult, ...]:
    """The results, one a centre, in an order that does not depend on that of the files.

    Raises:
        WorkbookError: a centre comes twice; names every one with all of its files.
    """
    from centre_check.results.identity import centres

    found = centres(results)
    refuse([one.results for one in found if len(one.results) > 1], words)
    return tuple(one.results[0] for one in found)


def refuse(doubled: Sequence[Sequence[CentreResult]], words: Words) -> None:
    """Refuse centres of which several results were given, none of which may be preferred.

    Raises:
        WorkbookError: there is one.
    """
    from centre_check.documents.many.parts import name_of, source

    if not doubled:
        return
    lines = (
        words(
            mark("{name} comes {n} times: {files}"),
            name=name_of(results[0], words),
            n=len(results),
            files=words.join(source(one, words) for one in results),
        )
        for results in doubled
    )
    raise WorkbookError(
        mark("{doubled}"), mark("keep one result of each centre"), doubled="\n".join(lines)
    )


def tell(failures: Sequence[Failure], words: Words, screen: Screen) -> None:
    """Say which files could not be audited."""
    for one in failures:
        screen.tell(words(mark("; ")).join(filter(None, (one.message, one.hint))))


def refuse_idle(
    given: Inputs, typed: Mapping[str, str], names: Sequence[str] = _FOR_WORKBOOKS
) -> None:
    """Refuse options that are for workbooks where there are none: they would do nothing.

    Raises:
        UsageProblem: one was `typed`.
    """
    for name in names if given.workbooks is None else ():
        if name in typed:
            raise UsageProblem(
                mark("{option} is for workbooks, and only results are given"),
                mark("leave it out, or give the workbooks"),
                option=typed[name],
            )
