"""`centre-check doctor`: say what of a workbook was recognised, and what was not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    debug_option,
    language_option,
    limit_option,
    mapping_option,
    personal_option,
    standard_option,
)
from centre_check.desk import exits
from centre_check.desk.outputs import check_outputs, write_whole
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from centre_check.form.types import Field, Sheet
    from centre_check.model.facts import Note
    from centre_check.model.table import Facts
    from centre_check.standard.types import Edition
    from centre_check.workbook.recognition import Deciding

_LEVEL = ("centre", "level")  # asked for by the audit itself, not by a clause


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "doctor",
        callback=partial(_run, words),
        help=words(
            mark(
                "Show what of a workbook FILE is recognised, and what is not. Ends with 3 when a "
                "sheet, a column or a cell that decides is missing or cannot be read."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check doctor 某中心.xlsx"
        + "\n  centre-check doctor 某中心.xlsx --write-mapping 映射.yaml",
        params=[
            click.Argument(["file"], metavar=words(mark("FILE")), type=click.Path()),
            standard_option(words),
            mapping_option(words),
            click.Option(
                ["--write-mapping", "target"],
                type=click.Path(),
                metavar=words(mark("YAML-FILE")),
                help=words(mark("also write what was recognised as a mapping to correct")),
            ),
            click.Option(
                ["-f", "--format", "form"],
                type=click.Choice(["text", "json"]),
                default="text",
                show_default=True,
                help=words(mark("what is printed")),
            ),
            limit_option(words),
            personal_option(words),
            language_option(words),
            debug_option(words),
        ],
    )


def _run(
    words: Words,
    *,
    file: str,
    standard: str,
    mapping: str | None,
    target: str | None,
    form: str,
    limits: tuple[str, ...],
    personal: str,
) -> int:
    from pathlib import Path

    from centre_check.desk.deadline import deadline
    from centre_check.desk.recipe import Recipe
    from centre_check.workbook.recognition import recognise

    if target is not None:
        inputs = [Path(name) for name in (file, mapping, standard) if name]
        check_outputs([Path(target)], inputs, (".yaml", ".yml"))
    recipe = Recipe.of(words, standard=standard, mapping=mapping, limits=limits, personal=personal)
    auditor = recipe.auditor()
    edition = auditor.edition
    with deadline(Path(file), recipe.limits):
        found = recognise(
            Path(file),
            edition.form,
            words,
            _deciding(edition),
            disclosure=recipe.disclosure,
            doubted=partial(_declared, edition=edition, words=words),
            mapping=auditor.mapping,
            limits=recipe.limits,
        )
    if form == "json":
        from centre_check.render.recognition_json import render

        click.echo(render(found), nl=False)
    else:
        from centre_check.commands.shared.screen import show
        from centre_check.documents.recognition_page import build

        show(build(found, words))
    if target is not None:
        from centre_check.documents.mapping_text import mapping_text

        write_whole(Path(target), mapping_text(found, edition.form, words).encode())
        click.echo(words(mark("{path} is written"), path=target), err=True)
    return exits.COMPLIANT if found.is_complete else exits.NOT_AUDITED


def _declared(facts: Facts, edition: Edition, words: Words) -> Iterator[Note]:
    """Numbers that the centre states and its lists do not show."""
    from datetime import date

    from centre_check.audit.doubts import declared_counts
    from centre_check.audit.run import Wish, audit_date

    as_of = audit_date(facts, Wish(), words, date.today()).day
    return declared_counts(facts.tables, edition.form, as_of, words)


def _deciding(edition: Edition) -> Deciding:
    """The fields on which a clause of any level rests, and those of them it cannot do without."""
    from centre_check.documents.rules import Basis
    from centre_check.workbook.recognition import Deciding

    found: dict[str, set[str]] = {_LEVEL[0]: {_LEVEL[1]}}
    needed: dict[str, set[str]] = {_LEVEL[0]: {_LEVEL[1]}}
    for level in edition.levels:
        standard = edition.resolve(level.id)
        basis = Basis(standard, edition.form)
        for criterion in standard.criteria:
            _enter(basis.fields(criterion.check), found)
            _enter(basis.needed_fields(criterion.check), needed)
    return Deciding(found, needed)


def _enter(fields: Iterable[tuple[Sheet, Field]], among: dict[str, set[str]]) -> None:
    for sheet, field in fields:
        if field.decides:
            among.setdefault(sheet.id, set()).add(field.id)
