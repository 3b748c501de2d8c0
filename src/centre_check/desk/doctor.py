"""Say what of a workbook was recognised, and what was not."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from centre_check.audit.doubts import declared_counts
from centre_check.audit.run import Wish, audit_date
from centre_check.desk import exits
from centre_check.desk.deadline import deadline
from centre_check.desk.outputs import check_outputs, write_whole
from centre_check.desk.recipe import Recipe
from centre_check.documents.mapping_text import mapping_text
from centre_check.documents.recognition_page import build
from centre_check.documents.rules import Basis
from centre_check.render.recognition_json import render
from centre_check.words import Words, mark
from centre_check.workbook.recognition import Deciding, recognise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from centre_check.desk.screen import Screen
    from centre_check.form.types import Field, Sheet
    from centre_check.model.facts import Note
    from centre_check.model.recognition import Recognition
    from centre_check.model.table import Facts
    from centre_check.standard.types import Edition

_LEVEL = ("centre", "level")  # asked for by the audit itself, not by a clause


def run(
    words: Words,
    screen: Screen,
    *,
    file: str,
    standard: str,
    mapping: str | None,
    target: str | None,
    form: str,
    limits: tuple[str, ...],
    personal: str,
) -> int:
    """Show what was recognised, and give the exit code: 3 where what decides is missing."""
    if target is not None:
        inputs = [Path(name) for name in (file, mapping, standard) if name]
        check_outputs([Path(target)], inputs, (".yaml", ".yml"))
    recipe = Recipe.of(words, standard=standard, mapping=mapping, limits=limits, personal=personal)
    found, edition = recognised(Path(file), recipe)
    if form == "json":
        screen.write(render(found))
    else:
        screen.show(build(found, words))
    if target is not None:
        write_whole(Path(target), mapping_text(found, edition.form, words).encode())
        screen.tell(words(mark("{path} is written"), path=target))
    return exits.COMPLIANT if found.is_complete else exits.NOT_AUDITED


def recognised(path: Path, recipe: Recipe) -> tuple[Recognition, Edition]:
    """What is recognised in a workbook, by which edition's form.

    Raises:
        CentreCheckError: it cannot be read, or the mapping does not fit.
    """
    auditor = recipe.auditor()
    edition = auditor.edition
    with deadline(path, recipe.limits):
        found = recognise(
            path,
            edition.form,
            recipe.words,
            deciding(edition),
            disclosure=recipe.disclosure,
            doubted=partial(_declared, edition=edition, words=recipe.words),
            mapping=auditor.mapping,
            limits=recipe.limits,
        )
    return found, edition


def _declared(facts: Facts, edition: Edition, words: Words) -> Iterator[Note]:
    """Numbers that the centre states and its lists do not show."""
    as_of = audit_date(facts, Wish(), words, date.today()).day
    return declared_counts(facts.tables, edition.form, as_of, words)


def deciding(edition: Edition) -> Deciding:
    """The fields on which a clause of any level rests, and those of them it cannot do without."""
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
