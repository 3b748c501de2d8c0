"""Audit what was named: one workbook, or many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from centre_check.desk.batch.sources import find
from centre_check.desk.outputs import FOLDER, LINES, Output
from centre_check.desk.recipe import Recipe
from centre_check.errors import UsageProblem
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from centre_check.desk.screen import Screen


def run(
    words: Words,
    screen: Screen,
    *,
    files: tuple[str, ...],
    form: str,
    outputs: tuple[str, ...],
    personal: str,
    quiet: bool,
    verbose: bool,
    jobs: int | None,
    resume: bool,
    annotate: str | None,
    force: bool,
    scheduler: str | None,
    mentor_centres: int,
    **asked: Any,
) -> int:
    """Show and write the audits, and give the exit code."""
    found, recipe = find(files), Recipe.of(words, personal=personal, **asked)
    if found.is_single and not (resume or scheduler or _is_for_many(form, outputs)):
        from centre_check.desk.one import audit_one

        path = found.sources[0].path
        detail = "summary" if quiet else "full" if verbose else "normal"
        return audit_one(
            path,
            recipe,
            screen,
            form=form,
            outputs=outputs,
            detail=detail,
            annotate=annotate,
            force=force,
        )
    from centre_check.desk.many import audit_many

    if annotate is not None:
        raise UsageProblem(
            mark("--annotate takes one workbook"), mark("audit the workbooks one by one")
        )
    return audit_many(
        found,
        recipe,
        screen,
        form=form,
        outputs=outputs,
        quiet=quiet,
        jobs=jobs,
        resume=resume,
        scheduler=scheduler,
        mentor_centres=mentor_centres,
    )


def _is_for_many(form: str, outputs: tuple[str, ...]) -> bool:
    """Whether such results are those of many workbooks, even where there is one."""
    formats = {Output.of(name).format for name in outputs}
    return form == "jsonl" or not formats.isdisjoint((FOLDER, LINES))
