"""`centre-check audit`: judge workbooks and say, clause by clause, on which cells that rests."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    Whole,
    debug_option,
    first_options,
    further_options,
    language_option,
    mentor_centres_option,
    output_option,
    personal_option,
)
from centre_check.errors import UsageProblem
from centre_check.words import Words, mark

_WRITTEN = mark(
    "also write the result: .json or .txt; of one centre also the report as .pdf .docx .html "
    ".xlsx .md .csv; of many workbooks also .jsonl or a folder/; may be repeated"
)


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "audit",
        callback=partial(_run, words),
        help=words(
            mark(
                "Judge each workbook FILE against the standard and show, clause by clause, what "
                "was found, what is required, the gap, the cells and the next step."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check audit 某中心.xlsx\n  centre-check audit 某中心.xlsx --as-of 2026-06-30"
        + "\n  centre-check audit *.xlsx -f json -o 结果.json",
        params=_params(words),
    )


def _params(words: Words) -> list[click.Parameter]:
    return [
        click.Argument(
            ["files"],
            metavar=words(mark("FILE|FOLDER...")),
            nargs=-1,
            required=True,
            type=click.Path(),
        ),
        *first_options(words),
        *_result_options(words),
        *_batch_options(words),
        _annotate_option(words),
        *further_options(words),
        personal_option(words),
        *_screen_options(words),
        language_option(words),
        debug_option(words),
    ]


def _result_options(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["-f", "--format", "form"],
            type=click.Choice(["text", "json", "jsonl"]),
            default="text",
            show_default=True,
            help=words(mark("what is printed")),
        ),
        output_option(words, _WRITTEN),
    ]


def _batch_options(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["--jobs"],
            type=Whole(words, 1),
            metavar=words(mark("NUMBER")),
            help=words(mark("how many processes audit many workbooks; else as many as help")),
        ),
        click.Option(
            ["--scheduler"],
            metavar=words(mark("ADDRESS")),
            help=words(mark("a Dask cluster that does the work, like tcp://10.0.0.5:8786")),
        ),
        click.Option(
            ["--resume"],
            is_flag=True,
            help=words(mark("go on from the results in -o; do again only what has changed")),
        ),
        mentor_centres_option(words),
    ]


def _annotate_option(words: Words) -> click.Parameter:
    return click.Option(
        ["--annotate"],
        type=click.Path(),
        metavar=words(mark("FILE")),
        help=words(
            mark(
                "also write a copy of the workbook (.xlsx) with every cell that failed or is "
                "open filled and commented"
            )
        ),
    )


def _screen_options(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["--color"],
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            show_default=True,
            help=words(mark("colours on the screen")),
        ),
        click.Option(["-q", "--quiet"], is_flag=True, help=words(mark("only the verdict"))),
        click.Option(
            ["-v", "--verbose"],
            is_flag=True,
            help=words(mark("also the clauses' own words and how they were understood")),
        ),
    ]


def _run(
    words: Words,
    *,
    files: tuple[str, ...],
    form: str,
    outputs: tuple[str, ...],
    personal: str,
    color: str,
    quiet: bool,
    verbose: bool,
    jobs: int | None,
    resume: bool,
    annotate: str | None,
    scheduler: str | None,
    mentor_centres: int,
    **asked: Any,
) -> int:
    from centre_check.commands.shared.screen import screen
    from centre_check.desk.batch.sources import find
    from centre_check.desk.recipe import Recipe

    found, recipe = find(files), Recipe.of(words, personal=personal, **asked)
    if found.is_single and not (resume or scheduler or _is_for_many(form, outputs)):
        from centre_check.desk.one import audit_one

        path = found.sources[0].path
        detail = "summary" if quiet else "full" if verbose else "normal"
        return audit_one(
            path,
            recipe,
            screen(color),
            form=form,
            outputs=outputs,
            detail=detail,
            annotate=annotate,
        )
    from centre_check.desk.many import audit_many

    if annotate is not None:
        raise UsageProblem(
            mark("--annotate takes one workbook"), mark("audit the workbooks one by one")
        )
    return audit_many(
        found,
        recipe,
        screen(),
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
    from centre_check.desk.outputs import FOLDER, LINES, Output

    formats = {Output.of(name).format for name in outputs}
    return form == "jsonl" or not formats.isdisjoint((FOLDER, LINES))
