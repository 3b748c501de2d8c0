"""Compute subsidies by their published rules, or check a list of loans."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from centre_check.audit.subsidies import listing
from centre_check.audit.subsidies.estimate import estimate
from centre_check.desk import exits
from centre_check.desk.outputs import checked, publish
from centre_check.desk.recipe import Recipe
from centre_check.desk.supplied import (
    from_options,
    from_workbook,
    refuse_mixed_amounts,
    refuse_unknown,
    values_of,
)
from centre_check.documents.subsidy_page import build, listed
from centre_check.errors import UsageProblem
from centre_check.model.outcomes import Outcome
from centre_check.model.subsidies import Standing
from centre_check.render.subsidy_json import render
from centre_check.standard.subsidies import shelf
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from centre_check.desk.screen import Screen
    from centre_check.desk.supplied import GivenEntry
    from centre_check.model.subsidies import Estimate
    from centre_check.model.table import Facts
    from centre_check.standard.subsidies.types import Calculator, Subsidies


def run(
    words: Words,
    screen: Screen,
    *,
    subject: tuple[str, ...],
    settings: tuple[str, ...],
    is_list: bool,
    standard: str | None,
    form: str,
    outputs: tuple[str, ...],
    as_of: str | None,
    personal: str,
    mapping: str | None,
    limits: tuple[str, ...],
) -> int:
    """Show and write the estimates, and give the exit code."""
    known = shelf.take(standard)
    if is_list:
        screen.show(listed(known, words))
        return exits.COMPLIANT
    name, workbook = _subject(subject, known)
    if mapping and not workbook:
        raise UsageProblem(
            mark("--mapping is for a workbook, and none is given"),
            mark("give the workbook's path"),
        )
    targets = checked(outputs, [Path(one) for one in (workbook, mapping) if one])
    recipe = Recipe.of(
        words,
        standard=standard or "",
        as_of=as_of,
        limits=limits,
        mapping=mapping,
        personal=personal,
    )
    day = recipe.as_of or recipe.today
    facts = recipe.figures(Path(workbook), known[0].form) if workbook else None
    entries = _entries(facts, settings, known)
    chosen = [shelf.find(name, known)] if name else _named_in(facts, entries, known)
    found = _estimates(chosen, facts, entries, day, words)
    notes = facts.notes if facts else ()
    publish(
        form,
        targets,
        lambda _: build(found, facts, day, words),
        lambda: render(found, notes, day, words.lang),
        screen,
    )
    return exits.worst(_code(one) for _, one in found)


def _subject(
    subject: tuple[str, ...], known: tuple[Subsidies, ...]
) -> tuple[str | None, str | None]:
    """The calculator's name and the workbook's path: either may be left out."""
    ids = {key for one in known for part in one.calculators for key in (part.id, part.title.zh)}
    match subject:
        case (name, workbook):
            return name, workbook
        case (only,) if only in ids or "." not in only:
            return only, None
        case (only,):
            return None, only
        case _:
            raise UsageProblem(
                mark("give a calculator's id, a workbook, or both"),
                mark("`centre-check subsidy --list` shows all calculators"),
            )


def _entries(
    facts: Facts | None, settings: tuple[str, ...], known: tuple[Subsidies, ...]
) -> list[GivenEntry]:
    """What the workbook and the options give, calculators by their ids."""
    return [
        one._replace(calculator=shelf.find(one.calculator, known)[1].id) if one.calculator else one
        for one in (*(from_workbook(facts) if facts else ()), *from_options(settings))
    ]


def _named_in(
    facts: Facts | None, entries: Sequence[GivenEntry], known: tuple[Subsidies, ...]
) -> list[tuple[Subsidies, Calculator]]:
    """The calculators that the workbook itself names, and the check of loans where it has any."""
    assert facts is not None
    names = dict.fromkeys(one.calculator for one in entries if one.calculator)
    chosen = [shelf.find(name, known) for name in names]
    filled = {name for name, table in facts.tables.items() if table.rows}
    chosen += [
        (one, part)
        for one in known
        for part in one.calculators
        if part.rules and any(filled & set(p.rows) for p in one.populations.values())
    ]
    if not chosen:
        raise UsageProblem(
            mark("the workbook names no calculator"),
            mark("fill in 测算编号, or give the calculator's id before the workbook"),
        )
    return chosen


def _estimates(
    chosen: Sequence[tuple[Subsidies, Calculator]],
    facts: Facts | None,
    entries: Sequence[GivenEntry],
    day: date,
    words: Words,
) -> list[tuple[Subsidies, Estimate]]:
    ids = {"", *(part.id for _, part in chosen)}
    refuse_unknown((one for one in entries if one.calculator in ids), [p for _, p in chosen])
    return [(one, _one(one, part, entries, facts, day=day, words=words)) for one, part in chosen]


def _one(
    subsidies: Subsidies,
    calculator: Calculator,
    entries: Sequence[GivenEntry],
    facts: Facts | None,
    *,
    day: date,
    words: Words,
) -> Estimate:
    if calculator.rules:
        if facts is None:
            raise UsageProblem(
                mark("{title} checks a list and needs its workbook"),
                mark("give the workbook's path"),
                title=words.phrase(calculator.title),
            )
        refuse_mixed_amounts(facts, "loans")
        return listing.checked(calculator, subsidies, facts, day, words)
    own = [one for one in entries if one.calculator in ("", calculator.id)]
    return estimate(calculator, values_of(calculator, own, subsidies.form, words), words)


def _code(one: Estimate) -> int:
    """Computed and due: 0; not eligible or over a ceiling in a list: 1; left open: 4."""
    outcomes = {found.outcome for found in one.findings}
    if one.standing is Standing.INELIGIBLE or Outcome.FAIL in outcomes:
        return exits.NOT_COMPLIANT
    is_open = outcomes & {Outcome.UNKNOWN, Outcome.MANUAL}
    return exits.UNDECIDED if is_open or one.standing is Standing.DISCRETION else exits.COMPLIANT
