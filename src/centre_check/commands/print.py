"""`centre-check print`: the papers that an office prints, signs and files, in every format."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    debug_option,
    first_options,
    further_options,
    language_option,
    output_option,
)
from centre_check.desk.outputs import check_outputs, write_whole
from centre_check.desk.recipe import day_of
from centre_check.documents import papers
from centre_check.errors import UsageProblem
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from centre_check.desk.outputs import Output
    from centre_check.desk.papers import OfficeTemplate
    from centre_check.desk.recipe import Auditor
    from centre_check.documents.papers.material import Paper
    from centre_check.documents.tree import Document

_WORD = ".docx"
_WRITTEN = mark(
    "where to write it: .pdf .docx .html .xlsx .md .csv .json .txt; may be repeated; without it, "
    "the paper is shown on the screen"
)


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "print",
        callback=partial(_run, words),
        help=words(
            mark("Make the papers that an office prints, signs and files, in every format.")
        ),
        late_epilog=partial(_epilog, words),
        params=[
            *_arguments(words),
            output_option(words, _WRITTEN),
            *first_options(words),
            *_wording_options(words),
            *_template_options(words),
            _personal_option(words),
            *further_options(words),
            language_option(words),
            debug_option(words),
        ],
    )


def _epilog(words: Words) -> str:
    return (
        "\b\n"
        + words(mark("Kinds of papers:"))
        + "".join(f"\n  {kind:<22}{words(papers.paper(kind).title)}" for kind in papers.kinds())
        + "\n\n\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check print inspection-record 某中心.xlsx -o 检查记录.pdf"
        + "\n  centre-check print rectification-notice 某中心.xlsx -o 整改通知.docx"
        + "\n  centre-check print standard --level town -o 标准.html"
    )


def _arguments(words: Words) -> list[click.Parameter]:
    return [
        click.Argument(["kind"], metavar=words(mark("KIND")), type=click.Choice(papers.kinds())),
        click.Argument(
            ["workbook"], metavar=words(mark("[WORKBOOK]")), required=False, type=click.Path()
        ),
    ]


def _wording_options(words: Words) -> list[click.Parameter]:
    return [
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
    ]


def _template_options(words: Words) -> list[click.Parameter]:
    return [
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
    ]


def _personal_option(words: Words) -> click.Parameter:
    return click.Option(
        ["--personal"],
        type=click.Choice(["mask", "acting", "show"]),
        help=words(
            mark(
                "personal data: mask (张**), acting (names in full, numbers in part), show "
                "(everything; marks the paper as internal); else what suits the paper"
            )
        ),
    )


def _run(
    words: Words,
    *,
    kind: str,
    workbook: str | None,
    outputs: tuple[str, ...],
    deadline: str,
    open_only: bool,
    personal: str | None,
    template: str | None,
    placeholders: bool,
    starter: str | None,
    **asked: Any,
) -> None:
    from pathlib import Path

    from centre_check.commands.shared.screen import show
    from centre_check.desk.outputs import checked
    from centre_check.desk.papers import material
    from centre_check.desk.recipe import Recipe
    from centre_check.desk.sink import Drawn, hand
    from centre_check.documents.papers.material import Wanted
    from centre_check.render.formats import renderer

    paper = papers.paper(kind)
    # A template may name the deadline in any paper.
    _refuse_idle(kind, paper, deadline=bool(deadline) and not template, open_only=open_only)
    recipe = Recipe.of(words, personal=personal or paper.disclosure, **asked)
    inputs = [Path(name) for name in (workbook, template) if name]
    targets = checked(outputs, [*inputs, *recipe.named])
    auditor = recipe.auditor()
    if placeholders or starter:
        _begin_template(paper, auditor, Path(starter) if starter else None)
        return
    own = _read_template(template, targets)
    wanted = Wanted(_day_or_words(deadline), open_only=open_only)
    made_of = material(auditor, auditor.case(Path(workbook)) if workbook else None, wanted)
    document = paper.build(made_of, words)

    def draw(one: Output) -> Callable[[Document], bytes]:
        if own and one.format == _WORD:
            return lambda document: own.fill(document, made_of, words)
        return renderer(one.format)

    hand(document, [Drawn(one.path, draw(one)) for one in targets])
    if not targets:
        show(document)


def _refuse_idle(kind: str, paper: Paper, **given: bool) -> None:
    """Refuse an option that would make no difference to the paper."""
    for name, is_given in given.items():
        if is_given and name not in paper.takes:
            takers = [one for one in papers.kinds() if name in papers.paper(one).takes]
            raise UsageProblem(
                mark("{option} makes no difference to {kind}"),
                mark("leave it out, or print {takers}"),
                option=f"--{name.replace('_', '-')}",
                kind=kind,
                takers=" ".join(takers),
            )


def _begin_template(paper: Paper, auditor: Auditor, starter: Path | None) -> None:
    """List the placeholders of a paper, or write a Word file that has them all."""
    from centre_check.desk.papers import placeholders
    from centre_check.desk.papers import starter as started

    if starter is None:
        for written, meaning in placeholders(paper, auditor):
            click.echo(f"{written}  {meaning}".rstrip())
        return
    check_outputs([starter], [], (_WORD,))
    write_whole(starter, started(paper, auditor))


def _read_template(name: str | None, targets: Sequence[Output]) -> OfficeTemplate | None:
    """The office's own file, which some target must be there for."""
    from pathlib import Path

    from centre_check.desk.papers import OfficeTemplate

    if name is None:
        return None
    if not any(one.format == _WORD for one in targets):
        raise UsageProblem(
            mark("--template fills a Word file, and no output is one"),
            mark("add -o 文书.docx"),
        )
    return OfficeTemplate.at(Path(name))


def _day_or_words(deadline: str) -> date | str:
    """A deadline that is a day as one, any other text as it was given."""
    try:
        return day_of(deadline or None) or ""
    except UsageProblem:
        return deadline
