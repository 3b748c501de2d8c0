"""`centre-check print`: the papers that an office prints, signs and files, in every format."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

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
    standard_option,
)
from centre_check.commands.shared.outputs import check_outputs, write_whole
from centre_check.documents import papers
from centre_check.errors import UsageProblem
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from centre_check.commands.shared.auditing import Auditor
    from centre_check.commands.shared.office_template import OfficeTemplate
    from centre_check.documents.papers.material import Paper


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "print",
        callback=partial(_run, words),
        help=words(
            mark("Make the papers that an office prints, signs and files, in every format.")
        ),
        epilog="\b\n"
        + words(mark("Kinds of papers:"))
        + "".join(f"\n  {kind:<22}{words(papers.paper(kind).title)}" for kind in papers.kinds())
        + "\n\n\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check print inspection-record 某中心.xlsx -o 检查记录.pdf"
        + "\n  centre-check print rectification-notice 某中心.xlsx -o 整改通知.docx"
        + "\n  centre-check print standard --level town -o 标准.html",
        params=[
            click.Argument(
                ["kind"], metavar=words(mark("KIND")), type=click.Choice(papers.kinds())
            ),
            click.Argument(
                ["workbook"], metavar=words(mark("[WORKBOOK]")), required=False, type=click.Path()
            ),
            click.Option(
                ["-o", "--output", "outputs"],
                multiple=True,
                type=click.Path(),
                metavar=words(mark("FILE")),
                help=words(
                    mark(
                        "where to write it: .pdf .docx .html .xlsx .md .csv .json .txt; may be "
                        "repeated; without it, the paper is shown on the screen"
                    )
                ),
            ),
            standard_option(words),
            level_option(words),
            as_of_option(words),
            click.Option(
                ["--deadline"],
                default="",
                metavar=words(mark("DAY OR TEXT")),
                help=words(
                    mark("by when a notice asks to have things in order; else left to be filled in")
                ),
            ),
            click.Option(
                ["--open-only"],
                is_flag=True,
                help=words(mark("in an inspection record, only what the workbook cannot settle")),
            ),
            click.Option(
                ["--template"],
                type=click.Path(),
                metavar=words(mark("DOCX-FILE")),
                help=words(
                    mark("the office's own Word file with placeholders, for every .docx output")
                ),
            ),
            click.Option(
                ["--placeholders"],
                is_flag=True,
                help=words(mark("list the placeholders that a template for this paper may use")),
            ),
            click.Option(
                ["--starter"],
                type=click.Path(),
                metavar=words(mark("DOCX-FILE")),
                help=words(mark("write a Word file with every placeholder, to begin a template")),
            ),
            click.Option(
                ["--personal"],
                type=click.Choice(["mask", "acting", "show"]),
                help=words(
                    mark(
                        "personal data: mask (张**), acting (names in full, numbers in part), show "
                        "(everything; marks the paper as internal); else what suits the paper"
                    )
                ),
            ),
            attestations_option(words),
            mapping_option(words),
            limit_option(words),
            language_option(words),
            debug_option(words),
        ],
    )


def _run(
    words: Words,
    *,
    kind: str,
    workbook: str | None,
    outputs: tuple[str, ...],
    standard: str,
    level: str | None,
    as_of: str | None,
    deadline: str,
    open_only: bool,
    personal: str | None,
    attestations: str | None,
    mapping: str | None,
    limits: tuple[str, ...],
    template: str | None,
    placeholders: bool,
    starter: str | None,
) -> None:
    from pathlib import Path

    from centre_check.audit.run import Wish
    from centre_check.commands.shared.auditing import Auditor
    from centre_check.commands.shared.screen import show
    from centre_check.documents.papers.material import Wanted, material_of
    from centre_check.form.types import Disclosure
    from centre_check.render.formats import FORMATS, renderer
    from centre_check.standard import shelf
    from centre_check.workbook.guard import limits_of

    targets = [Path(name) for name in outputs]
    inputs = [Path(name) for name in (workbook, attestations, mapping, template) if name]
    check_outputs(targets, inputs, FORMATS)
    drawn = [(path, renderer(path.suffix.lower())) for path in targets]
    paper = papers.paper(kind)
    edition = shelf.take(standard)
    disclosure = Disclosure(personal) if personal else paper.disclosure
    auditor = Auditor(
        edition,
        words,
        Wish(level_of(level, edition, words), day_of(as_of)),
        disclosure,
        limits_of(limits),
        Path(attestations) if attestations else None,
        mapping_of(mapping, edition),
    )
    if placeholders or starter:
        _begin_template(paper, auditor, Path(starter) if starter else None)
        return
    own = _read_template(template, targets)
    wanted = Wanted(
        _in_words(deadline, words),
        open_only=open_only,
        is_internal=disclosure is Disclosure.FULL,
    )
    centre = auditor.audit(Path(workbook)) if workbook is not None else None
    material = material_of(centre, edition, auditor.wish.level, wanted)
    document = paper.build(material, words)
    contents = [
        (path, own.fill(document, material, words) if own and _is_word(path) else draw(document))
        for path, draw in drawn
    ]
    for path, content in contents:
        write_whole(path, content)
    if not targets:
        show(document)


def _begin_template(paper: Paper, auditor: Auditor, starter: Path | None) -> None:
    """List the placeholders of a paper, or write a Word file that has them all."""
    from centre_check.commands.shared.office_template import begun, listed

    if starter is None:
        for written, meaning in listed(paper, auditor):
            click.echo(f"{written}  {meaning}".rstrip())
        return
    check_outputs([starter], [], (".docx",))
    write_whole(starter, begun(paper, auditor))


def _read_template(name: str | None, targets: Sequence[Path]) -> OfficeTemplate | None:
    """The office's own file, which some target must be there for."""
    from pathlib import Path

    from centre_check.commands.shared.office_template import read_template

    if name is None:
        return None
    if not any(_is_word(path) for path in targets):
        raise UsageProblem(
            mark("--template fills a Word file, and no output is one"),
            mark("add -o 文书.docx"),
        )
    return read_template(Path(name))


def _is_word(path: Path) -> bool:
    return path.suffix.lower() == ".docx"


def _in_words(deadline: str, words: Words) -> str:
    """The deadline as a paper says it: a day in words, any other text as it was given."""
    from centre_check.documents.papers.parts import in_words

    try:
        day = day_of(deadline or None)
    except UsageProblem:
        return deadline
    return in_words(day, words) if day else ""
