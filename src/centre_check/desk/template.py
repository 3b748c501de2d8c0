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
) -> None:
    """Write it."""
    checked([output], [], [".xlsx"])
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
        terms: tuple[tuple[str, str], ...] = ()
    else:
        form, found, title, terms = _of_programme(path, level, words)
    return render(form, found, words, full=is_full, title=title, terms=terms)


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


def _of_programme(
    path: Path, level: str | None, words: Words
) -> tuple[Form, str, str, tuple[tuple[str, str], ...]]:
    """The form of targets or calculators, the level its sheets are marked with, title and terms."""
    from centre_check.documents.programme_page import indicator_terms, parameter_terms
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
