"""`centre-check template`: the blank workbook that a centre fills in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    debug_option,
    language_option,
    level_option,
    standard_option,
)
from centre_check.desk.outputs import check_outputs, write_whole
from centre_check.desk.recipe import level_of
from centre_check.errors import UsageProblem
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from pathlib import Path

    from centre_check.form.types import Form


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "template",
        callback=partial(_run, words),
        help=words(mark("Write the blank workbook of a standard, with drop-downs and prompts.")),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check template --level town -o 空白表.xlsx"
        + "\n  centre-check template -s ningbo-2023-minsheng -o 进度表.xlsx",
        params=[
            standard_option(words),
            level_option(words),
            click.Option(
                ["-o", "--output"],
                required=True,
                type=click.Path(),
                metavar=words(mark("XLSX-FILE")),
                help=words(mark("the .xlsx to write")),
            ),
            click.Option(
                ["--full"],
                is_flag=True,
                help=words(mark("all sheets of the form, not only those that decide the verdict")),
            ),
            click.Option(
                ["--inspector"],
                is_flag=True,
                help=words(
                    mark("the inspector's table 16 现场核定, to be given with --attestations")
                ),
            ),
            language_option(words),
            debug_option(words),
        ],
    )


def _run(
    words: Words, *, standard: str, level: str | None, output: str, full: bool, inspector: bool
) -> None:
    from pathlib import Path

    check_outputs([Path(output)], [], [".xlsx"])
    from centre_check.render.template_workbook import render
    from centre_check.standard.library import StandardKind, kind_of, locate

    path = locate(standard)
    if kind_of(path) is StandardKind.CRITERIA:
        form, found, title = _of_centre(path, level, words, is_inspectors=inspector)
        terms: tuple[tuple[str, str], ...] = ()
    else:
        form, found, title, terms = _of_programme(path, level, words)
    content = render(form, found, words, full=full, title=title, terms=terms)
    write_whole(Path(output), content)
    click.echo(words(mark("{path} is written"), path=output), err=True)


def _of_centre(
    path: Path, level: str | None, words: Words, *, is_inspectors: bool
) -> tuple[Form, str, str]:
    """The form for centres of a level, or for the inspector; the level, the workbook's title."""
    from centre_check.standard import shelf
    from centre_check.standard.load import read_form

    edition = shelf.take(str(path))
    form = read_form(edition.form_path)
    marked = next(sheet.templates[0] for sheet in form.sheets if sheet.templates)
    found = level_of(level, edition, words)
    if is_inspectors:
        from centre_check.render.template_workbook.order import INSPECTOR

        return form, INSPECTOR, words.phrase(edition.resolve(edition.levels[0].id).title)
    if marked not in [one.id for one in edition.levels]:  # a form that is the same for all levels
        return form, marked, words.phrase(edition.resolve(edition.levels[0].id).title)
    if found is None:
        raise UsageProblem(
            mark("the template of a centre needs its level"),
            mark("give --level 区级 or --level 镇级"),
        )
    title = words.phrase(edition.resolve(found).title)
    return form, found, title


def _of_programme(
    path: Path, level: str | None, words: Words
) -> tuple[Form, str, str, tuple[tuple[str, str], ...]]:
    """The form of targets or calculators, the level its sheets are marked with, title and terms."""
    from centre_check.documents.programme_page import indicator_terms, parameter_terms
    from centre_check.standard.library import StandardKind, kind_of
    from centre_check.standard.subsidies.load import read as read_subsidies
    from centre_check.standard.targets.load import read as read_targets

    text = path.read_bytes()
    if kind_of(path) is StandardKind.TARGETS:
        targets = read_targets(path, text)
        read, title, terms = targets.form, targets.title, indicator_terms(targets, words)
    else:
        subsidies = read_subsidies(path, text)
        read, title, terms = subsidies.form, subsidies.title, parameter_terms(subsidies, words)
    form = read.to_be_read()
    marked = next(sheet.templates[0] for sheet in form.sheets if sheet.templates)
    return form, level or marked, words.phrase(title), terms
