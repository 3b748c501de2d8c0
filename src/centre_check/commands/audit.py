"""`centre-check audit`: judge workbooks and say, clause by clause, on which cells that rests."""

from datetime import date
from functools import partial
from pathlib import Path

import click

from centre_check.audit import run_audit
from centre_check.audit.run import Wish
from centre_check.commands.shared import exits
from centre_check.commands.shared.options import (
    day_of,
    debug_option,
    language_option,
    level_of,
    level_option,
    personal_option,
    standard_option,
)
from centre_check.commands.shared.outputs import check_outputs, write_whole
from centre_check.commands.shared.screen import show
from centre_check.documents.report import Detail, build
from centre_check.errors import CentreCheckError, UsageProblem
from centre_check.model.findings import Audit
from centre_check.render.json import Failure, render
from centre_check.render.text import render as render_text
from centre_check.standard import shelf
from centre_check.words import Words, mark
from centre_check.workbook import read_facts

_FILE_WIDTH = 100  # columns of a report that is written as text


def command(words: Words) -> click.Command:
    """The command in the user's language."""
    return click.Command(
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
        params=[
            click.Argument(["files"], nargs=-1, required=True, type=click.Path(path_type=Path)),
            standard_option(words),
            level_option(words),
            click.Option(
                ["--as-of"],
                metavar=words(mark("DAY")),
                help=words(
                    mark("the audit date; else the workbook's 数据截止日期, else today")
                ),
            ),
            click.Option(
                ["-f", "--format", "form"],
                type=click.Choice(["text", "json"]),
                default="text",
                show_default=True,
                help=words(mark("what is printed")),
            ),
            click.Option(
                ["-o", "--output", "outputs"],
                multiple=True,
                type=click.Path(path_type=Path),
                metavar="FILE",
                help=words(mark("also write the result: .json or .txt; may be repeated")),
            ),
            click.Option(
                ["--attestations"],
                type=click.Path(path_type=Path),
                metavar="FILE",
                help=words(mark("a workbook with the table 16 现场核定 of an inspector")),
            ),
            personal_option(words),
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
        ],
    )


def _run(  # noqa: PLR0913 - one parameter an option
    words: Words,
    *,
    files: tuple[Path, ...],
    standard: str,
    level: str | None,
    as_of: str | None,
    form: str,
    outputs: tuple[Path, ...],
    attestations: Path | None,
    personal: str,
    color: str,
    quiet: bool,
    verbose: bool,
) -> int:
    check_outputs(outputs, (*files, *([attestations] if attestations else [])), (".json", ".txt"))
    edition = shelf.take(standard)
    wish = Wish(level_of(level, edition), day_of(as_of))
    is_shown = personal == "show"
    attested = (
        [read_facts(attestations, edition.form, words, show_personal=is_shown).tables]
        if attestations
        else []
    )
    detail = Detail.SUMMARY if quiet else Detail.FULL if verbose else Detail.NORMAL
    audits: list[Audit] = []
    failures: list[Failure] = []
    codes: list[int] = []
    for path in files:
        try:
            facts = read_facts(path, edition.form, words, show_personal=is_shown)
            audit = run_audit(
                facts, edition, words, wish=wish, today=date.today(), attested=attested
            )
        except CentreCheckError as error:
            if len(files) == 1 and isinstance(error, UsageProblem):
                raise
            failures.append(_failure(path, error, words))
            codes.append(error.exit_code)
            continue
        audits.append(audit)
        codes.append(exits.BY_VERDICT[audit.verdict])
        if form == "text":
            if len(audits) > 1:
                click.echo()
            show(build(audit, words, detail), color=color)
    if form == "json":
        click.echo(render(audits, failures, words.lang).encode(), nl=False)
    for path in outputs:
        write_whole(path, _written(path, audits, failures, words, detail))
    return exits.worst(codes)


def _failure(path: Path, error: CentreCheckError, words: Words) -> Failure:
    """The file that could not be audited; said on stderr at once."""
    message, *hint = error.say(words)
    click.echo(words(mark(" ")).join((message, *hint)), err=True)
    return Failure(str(path), message, " ".join(hint))


def _written(
    path: Path, audits: list[Audit], failures: list[Failure], words: Words, detail: Detail
) -> bytes:
    if path.suffix.lower() == ".json":
        return render(audits, failures, words.lang).encode()
    texts = (render_text(build(audit, words, detail), _FILE_WIDTH) for audit in audits)
    return "\n".join(texts).encode()
