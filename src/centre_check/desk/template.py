"""Make the blank workbook of a standard, a programme or calculators."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from centre_check.desk.outputs import checked, write_whole
from centre_check.desk.recipe import level_of
from centre_check.errors import UsageProblem
from centre_check.standard.library import StandardKind, kind_of, locate
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from centre_check.desk.programme_template import Beforehand
    from centre_check.desk.screen import Screen
    from centre_check.form.types import Form


def run(
    words: Words,
    screen: Screen,
    *,
    standard: str,
    level: str | None,
    output: str,
    full: bool,
    inspector: bool,
    force: bool,
) -> None:
    """Write it; what is there already, a form that somebody filled in perhaps, with `force` only.

    Raises:
        UsageProblem: it is there.
    """
    checked([output], [], [".xlsx"], force=True)
    if not force and Path(output).exists():
        raise UsageProblem(
            mark("{path} is there already"),
            mark("choose another name, or give --force to replace it"),
            path=output,
        )
    made = template(standard, level, words, is_full=full, is_inspectors=inspector)
    write_whole(Path(output), made)
    screen.tell(words(mark("{path} is written"), path=output))


def template(
    standard: str, level: str | None, words: Words, *, is_full: bool, is_inspectors: bool = False
) -> bytes:
    """The workbook to fill in; a full one has the sheets that decide nothing, too.

    That of inspectors has nothing but the table of what is decided on site.

    Raises:
        UsageProblem: the standard has no such level, or needs one.
    """
    from centre_check.render.template_workbook import render

    path = locate(standard)
    if kind_of(path) is StandardKind.CRITERIA:
        form, found, title = _of_centre(path, level, words, is_inspectors=is_inspectors)
        return render(form, found, words, full=is_full, title=title)
    title, own = _of_programme(path, words)
    marked = next(sheet.templates[0] for sheet in own.form.sheets if sheet.templates)
    return render(
        own.form,
        level or marked,
        words,
        full=is_full,
        title=title,
        terms=own.terms,
        rows=own.rows,
        lists=own.lists,
    )


def _of_centre(
    path: Path, level: str | None, words: Words, *, is_inspectors: bool
) -> tuple[Form, str, str]:
    """The form for centres of a level, or for inspectors; the level, the workbook's title."""
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


def _of_programme(path: Path, words: Words) -> tuple[str, Beforehand]:
    """The title of targets or calculators, and what their template holds beforehand."""
    from centre_check.desk.programme_template import Beforehand, beforehand
    from centre_check.documents.programme_page import parameter_terms
    from centre_check.standard.subsidies.load import read as read_subsidies
    from centre_check.standard.targets.load import read as read_targets

    text = path.read_bytes()
    if kind_of(path) is StandardKind.TARGETS:
        targets = read_targets(path, text)
        return words.phrase(targets.title), beforehand(targets, words)
    subsidies = read_subsidies(path, text)
    asks_loans = any(one.rules for one in subsidies.calculators)
    form = subsidies.form.to_be_read()
    wanted = {
        "parameters": any(one.parameters for one in subsidies.calculators),
        "loans": asks_loans,
    }
    form = form._replace(sheets=tuple(one for one in form.sheets if wanted.get(one.id, True)))
    return words.phrase(subsidies.title), Beforehand(
        form, parameter_terms(subsidies, words), {}, {}
    )
