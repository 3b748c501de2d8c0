"""`centre-check audit`: judge workbooks and say, clause by clause, on which cells that rests."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from centre_check.commands.shared import exits
from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    as_of_option,
    attestations_option,
    day_of,
    debug_option,
    language_option,
    level_of,
    level_option,
    limit_option,
    mapping_of,
    mapping_option,
    mentor_centres_option,
    personal_option,
    standard_option,
)
from centre_check.commands.shared.outputs import check_outputs
from centre_check.errors import CentreCheckError, UsageProblem
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from pathlib import Path

    from centre_check.model.findings import Audit, Failure
    from centre_check.standard.shelf import Edition


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
        standard_option(words),
        level_option(words),
        as_of_option(words),
        click.Option(
            ["-f", "--format", "form"],
            type=click.Choice(["text", "json", "jsonl"]),
            default="text",
            show_default=True,
            help=words(mark("what is printed")),
        ),
        click.Option(
            ["-o", "--output", "outputs"],
            multiple=True,
            type=click.Path(),
            metavar=words(mark("FILE")),
            help=words(
                mark(
                    "also write the result: .json or .txt; of one centre also the report as .pdf "
                    ".docx .html .xlsx .md .csv; of many workbooks also .jsonl or a folder/; may "
                    "be repeated"
                )
            ),
        ),
        click.Option(
            ["--jobs"],
            type=click.IntRange(1),
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
        click.Option(
            ["--annotate"],
            type=click.Path(),
            metavar=words(mark("FILE")),
            help=words(
                mark(
                    "also write a copy of the workbook (.xlsx) with every cell that failed or is "
                    "open filled and commented"
                )
            ),
        ),
        attestations_option(words),
        personal_option(words),
        mapping_option(words),
        mentor_centres_option(words),
        limit_option(words),
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
        language_option(words),
        debug_option(words),
    ]


def _run(
    words: Words,
    *,
    files: tuple[str, ...],
    standard: str,
    level: str | None,
    as_of: str | None,
    form: str,
    outputs: tuple[str, ...],
    attestations: str | None,
    personal: str,
    mapping: str | None,
    limits: tuple[str, ...],
    color: str,
    quiet: bool,
    verbose: bool,
    jobs: int | None,
    resume: bool,
    annotate: str | None,
    scheduler: str | None,
    mentor_centres: int,
) -> int:
    from datetime import date
    from pathlib import Path

    from centre_check.audit.run import Wish
    from centre_check.batch.sources import find
    from centre_check.commands.shared.annotating import SUFFIXES, write_annotated
    from centre_check.commands.shared.auditing import Auditor
    from centre_check.commands.shared.request import Request
    from centre_check.commands.shared.results import Results, as_json, write, writers
    from centre_check.form.types import Disclosure
    from centre_check.render.formats import FORMATS
    from centre_check.standard import shelf
    from centre_check.workbook.guard import limits_of

    workbooks = find(files)
    targets = [Path(name) for name in outputs]
    attested = Path(attestations) if attestations else None
    others = [Path(name) for name in (attestations, mapping) if name]
    edition = shelf.take(standard)
    levels = _level_titles(edition, words)
    request = Request(form, outputs, levels, jobs, resume, quiet, scheduler, mentor_centres)
    if request.is_for_many or not workbooks.is_single:
        from centre_check.commands.shared.batching import audit_many
        from centre_check.commands.shared.recipe import Recipe

        recipe = Recipe(
            standard,
            level_of(level, edition, words),
            day_of(as_of),
            date.today(),
            words.lang,
            Disclosure(personal),
            limits_of(limits),
            attestations,
            mapping,
        )
        if annotate is not None:
            raise UsageProblem(
                mark("--annotate takes one workbook"), mark("audit the workbooks one by one")
            )
        return audit_many(workbooks, recipe.with_files(edition), request, others)
    path = workbooks.sources[0].path
    check_outputs(targets, [path, *others], FORMATS)
    annotated = Path(annotate) if annotate else None
    if annotated:
        check_outputs([annotated], [path, *others, *targets], SUFFIXES)
    detail = "summary" if quiet else "full" if verbose else "normal"
    auditor = Auditor(
        edition,
        words,
        Wish(level_of(level, edition, words), day_of(as_of)),
        Disclosure(personal),
        limits_of(limits),
        attested,
        mapping_of(mapping, edition),
    )
    drawn = writers(targets, auditor, detail=detail)
    try:
        results = Results([auditor.audit(path)], [])
        code = exits.BY_VERDICT[results.audits[0].verdict]
    except UsageProblem:
        raise
    except CentreCheckError as error:
        results = Results([], [_failure(path, error, words)])
        code = error.exit_code
    if form == "json":
        click.echo(as_json(results, words), nl=False)
    elif results.audits:
        _show(results.audits[0], words, detail, color)
    write(drawn, results)
    if annotated and results.audits:
        write_annotated(path, annotated, results.audits[0], words)
    return code


def _level_titles(edition: Edition, words: Words) -> dict[str, str]:
    return {level.id: words.phrase(level.title) for level in edition.levels}


def _failure(path: Path, error: CentreCheckError, words: Words) -> Failure:
    """The file that could not be audited; said on stderr at once."""
    from centre_check.model.findings import Failure

    message, *hint = error.say(words)
    click.echo(words(mark("; ")).join((message, *hint)), err=True)
    return Failure(str(path), message, " ".join(hint))


def _show(audit: Audit, words: Words, detail: str, color: str) -> None:
    from centre_check.commands.shared.screen import show
    from centre_check.documents.report import Detail, build

    show(build(audit, words, Detail(detail)), color=color)
