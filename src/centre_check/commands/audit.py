"""`centre-check audit`: judge workbooks and say, clause by clause, on which cells that rests."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from centre_check.commands.shared import exits
from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    as_of_option,
    day_of,
    debug_option,
    language_option,
    level_of,
    level_option,
    limit_option,
    mapping_of,
    mapping_option,
    personal_option,
    standard_option,
)
from centre_check.commands.shared.outputs import check_outputs, write_whole
from centre_check.errors import CentreCheckError, UsageProblem
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from centre_check.model.findings import Audit, Failure

_FILE_WIDTH = 100  # columns of a report that is written as text


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
        params=[
            click.Argument(
                ["files"],
                metavar=words(mark("FILE...")),
                nargs=-1,
                required=True,
                type=click.Path(),
            ),
            standard_option(words),
            level_option(words),
            as_of_option(words),
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
                type=click.Path(),
                metavar=words(mark("FILE")),
                help=words(mark("also write the result: .json or .txt; may be repeated")),
            ),
            click.Option(
                ["--attestations"],
                type=click.Path(),
                metavar=words(mark("FILE")),
                help=words(mark("a workbook with the table 16 现场核定 of an inspector")),
            ),
            personal_option(words),
            mapping_option(words),
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
        ],
    )


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
) -> int:
    from pathlib import Path

    from centre_check.audit.run import Wish
    from centre_check.commands.shared.auditing import Auditor
    from centre_check.form.types import Disclosure
    from centre_check.standard import shelf
    from centre_check.workbook.guard import limits_of

    sources = [Path(name) for name in files]
    targets = [Path(name) for name in outputs]
    attested = Path(attestations) if attestations else None
    others = [Path(name) for name in (attestations, mapping) if name]
    check_outputs(targets, [*sources, *others], (".json", ".txt"))

    edition = shelf.take(standard)
    auditor = Auditor(
        edition,
        words,
        Wish(level_of(level, edition, words), day_of(as_of)),
        Disclosure(personal),
        limits_of(limits),
        attested,
        mapping_of(mapping, edition),
    )
    detail = "summary" if quiet else "full" if verbose else "normal"
    audits: list[Audit] = []
    failures: list[Failure] = []
    codes: list[int] = []
    for path in sources:
        try:
            found = auditor.audit(path)
        except CentreCheckError as error:
            if len(files) == 1 and isinstance(error, UsageProblem):
                raise
            failures.append(_failure(path, error, words))
            codes.append(error.exit_code)
            continue
        if form == "text":
            _show(found, words, detail, color, is_first=not audits)
        audits.append(found)
        codes.append(exits.BY_VERDICT[found.verdict])
    if form == "json":
        click.echo(_as_json(audits, failures, words), nl=False)
    for path in targets:
        is_json = path.suffix.lower() == ".json"
        content = _as_json(audits, failures, words) if is_json else _as_text(audits, words, detail)
        write_whole(path, content)
    return exits.worst(codes)


def _failure(path: Path, error: CentreCheckError, words: Words) -> Failure:
    """The file that could not be audited; said on stderr at once."""
    from centre_check.model.findings import Failure

    message, *hint = error.say(words)
    click.echo(words(mark("; ")).join((message, *hint)), err=True)
    return Failure(str(path), message, " ".join(hint))


def _show(audit: Audit, words: Words, detail: str, color: str, *, is_first: bool) -> None:
    from centre_check.commands.shared.screen import show
    from centre_check.documents.report import Detail, build

    if not is_first:
        click.echo()
    show(build(audit, words, Detail(detail)), color=color)


def _as_json(audits: Sequence[Audit], failures: Sequence[Failure], words: Words) -> bytes:
    from centre_check.render.json import render

    return render(audits, failures, words.lang).encode()


def _as_text(audits: Sequence[Audit], words: Words, detail: str) -> bytes:
    from centre_check.documents.report import Detail, build
    from centre_check.render.text import render

    texts = [render(build(audit, words, Detail(detail)), _FILE_WIDTH) for audit in audits]
    return "\n".join(texts).encode()
