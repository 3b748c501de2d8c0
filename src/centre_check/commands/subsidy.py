"""`centre-check subsidy`: what a subsidy comes to by its published rule, or why none is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    as_of_option,
    debug_option,
    format_option,
    language_option,
    limit_option,
    mapping_option,
    output_option,
    personal_option,
)
from centre_check.desk import exits
from centre_check.errors import UsageProblem
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from centre_check.desk.subsidy import Entry
    from centre_check.model.subsidies import Estimate
    from centre_check.model.table import Facts
    from centre_check.standard.subsidies.types import Calculator, Subsidies


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "subsidy",
        callback=partial(_run, words),
        help=words(
            mark(
                "Compute a subsidy by its published rule from a workbook or from --set, or check "
                "a list of loans; the term that binds is named."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check subsidy --list"
        + "\n  centre-check subsidy sy-opex --set 支出=124.6万元 --set 符合条件=是"
        + "\n  centre-check subsidy cy-loan-cap 贷款清单.xlsx -o 核验.pdf",
        params=_params(words),
    )


def _params(words: Words) -> list[click.Parameter]:
    return [
        click.Argument(["subject"], metavar=words(mark("[ID] [WORKBOOK]")), nargs=-1),
        click.Option(
            ["--set", "settings"],
            multiple=True,
            metavar=words(mark("NAME=VALUE")),
            help=words(mark("a parameter, may be repeated: 支出=124.6万元")),
        ),
        click.Option(["--list", "is_list"], is_flag=True, help=words(mark("list all calculators"))),
        click.Option(
            ["-s", "--standard"],
            metavar=words(mark("STANDARD")),
            help=words(mark("only the calculators of this file: an id, or a YAML file's path")),
        ),
        format_option(words),
        output_option(words),
        as_of_option(words),
        personal_option(words),
        mapping_option(words),
        limit_option(words),
        language_option(words),
        debug_option(words),
    ]


def _run(
    words: Words,
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
    from pathlib import Path

    from centre_check.commands.shared.screen import screen, show
    from centre_check.desk.outputs import checked, publish
    from centre_check.desk.recipe import Recipe
    from centre_check.documents.subsidy_page import build, listed
    from centre_check.render.subsidy_json import render
    from centre_check.standard.subsidies import shelf

    known = shelf.take(standard)
    if is_list:
        show(listed(known, words))
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
        screen(),
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
) -> list[Entry]:
    """What the workbook and the options give, calculators by their ids."""
    from centre_check.desk.subsidy import from_options, from_workbook
    from centre_check.standard.subsidies import shelf

    return [
        one._replace(calculator=shelf.find(one.calculator, known)[1].id) if one.calculator else one
        for one in (*(from_workbook(facts) if facts else ()), *from_options(settings))
    ]


def _named_in(
    facts: Facts | None, entries: Sequence[Entry], known: tuple[Subsidies, ...]
) -> list[tuple[Subsidies, Calculator]]:
    """The calculators that the workbook itself names, and the check of loans where it has any."""
    from centre_check.standard.subsidies import shelf

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
    entries: Sequence[Entry],
    day: date,
    words: Words,
) -> list[tuple[Subsidies, Estimate]]:
    from centre_check.desk.subsidy import refuse_unknown

    ids = {"", *(part.id for _, part in chosen)}
    refuse_unknown((one for one in entries if one.calculator in ids), [p for _, p in chosen])
    return [(one, _one(one, part, entries, facts, day=day, words=words)) for one, part in chosen]


def _one(
    subsidies: Subsidies,
    calculator: Calculator,
    entries: Sequence[Entry],
    facts: Facts | None,
    *,
    day: date,
    words: Words,
) -> Estimate:
    from centre_check.audit.subsidies.estimate import estimate
    from centre_check.audit.subsidies.listing import checked
    from centre_check.desk.subsidy import refuse_mixed_amounts, values_of

    if calculator.rules:
        if facts is None:
            raise UsageProblem(
                mark("{title} checks a list and needs its workbook"),
                mark("give the workbook's path"),
                title=words.phrase(calculator.title),
            )
        refuse_mixed_amounts(facts, "loans")
        return checked(calculator, subsidies, facts, day, words)
    own = [one for one in entries if one.calculator in ("", calculator.id)]
    return estimate(calculator, values_of(calculator, own, subsidies.form, words), words)


def _code(one: Estimate) -> int:
    """Computed and due: 0; not eligible or over a ceiling in a list: 1; left open: 4."""
    from centre_check.model.outcomes import Outcome
    from centre_check.model.subsidies import Standing

    outcomes = {found.outcome for found in one.findings}
    if one.standing is Standing.INELIGIBLE or Outcome.FAIL in outcomes:
        return exits.NOT_COMPLIANT
    is_open = outcomes & {Outcome.UNKNOWN, Outcome.MANUAL}
    return exits.UNDECIDED if is_open or one.standing is Standing.DISCRETION else exits.COMPLIANT
