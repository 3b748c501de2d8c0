"""`centre-check totals`: judge a summary table, one centre a row, by what it declares."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    debug_option,
    language_option,
    level_option,
    limit_option,
)
from centre_check.desk import exits
from centre_check.desk.recipe import level_of
from centre_check.errors import UsageProblem
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from centre_check.standard.types import Edition

DEFAULT_STANDARD = "huyi-2019-totals"


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "totals",
        callback=partial(_run, words),
        short_help=words(mark("Judge a summary table with one centre a row.")),
        help=words(
            mark(
                "Judge a summary table with one centre a row by the clauses that its declared "
                "totals can decide. Nothing but a shortfall can be shown that way: the exit code "
                "is 1 where a centre falls short, 3 where rows name no centre or one twice, else "
                "4."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check totals 全省汇总表.xlsx -o 判定.xlsx"
        + "\n  centre-check totals 镇级中心.xlsx --level town -f jsonl",
        params=[
            click.Argument(["file"], metavar=words(mark("FILE")), type=click.Path()),
            click.Option(
                ["-s", "--standard"],
                default=DEFAULT_STANDARD,
                show_default=True,
                metavar=words(mark("STANDARD")),
                help=words(mark("the standard: an id, or a YAML file's path")),
            ),
            level_option(words),
            click.Option(
                ["-f", "--format", "form"],
                type=click.Choice(["text", "jsonl"]),
                default="text",
                show_default=True,
                help=words(mark("what is printed")),
            ),
            click.Option(
                ["-o", "--output", "outputs"],
                multiple=True,
                type=click.Path(),
                metavar=words(mark("FILE")),
                help=words(mark("also write it: .xlsx .csv .jsonl .txt; may be repeated")),
            ),
            limit_option(words),
            click.Option(["-q", "--quiet"], is_flag=True, help=words(mark("only the tally"))),
            language_option(words),
            debug_option(words),
        ],
    )


def _run(
    words: Words,
    *,
    file: str,
    standard: str,
    level: str | None,
    form: str,
    outputs: tuple[str, ...],
    limits: tuple[str, ...],
    quiet: bool,
) -> int:
    from datetime import date
    from pathlib import Path

    from centre_check.commands.shared.screen import screen
    from centre_check.desk.deadline import patience
    from centre_check.desk.outputs import check_outputs
    from centre_check.desk.totals import RowJudge
    from centre_check.desk.totals_sinks import SUFFIXES, places
    from centre_check.documents.declared import Telling
    from centre_check.model.outcomes import Verdict
    from centre_check.standard import locations, shelf
    from centre_check.workbook.guard import limits_of
    from centre_check.workbook.wide import open_wide

    path, targets = Path(file), [Path(name) for name in outputs]
    check_outputs(targets, [path], SUFFIXES)
    edition = shelf.take(str(locations.locate_among(locations.totals(), standard)))
    _refuse_forms_of_one_centre(edition)
    wish, bounds = level_of(level, edition, words), limits_of(limits)
    one = edition.resolve(edition.levels[0].id)
    telling = Telling(
        words,
        {criterion.id: words.phrase(criterion.title) for criterion in one.criteria},
        {each.id: words.phrase(each.title) for each in edition.levels},
    )
    used = {"id": one.id, "edition": one.edition, "sha256": one.sha256}
    with patience(path, bounds):
        wide = open_wide(path, edition.form, bounds)
        judge = RowJudge(wide, edition, words, wish, date.today())
        drawn = places(form, targets, telling, wide.source, used, screen=screen(), is_quiet=quiet)
        for row in judge.rows():
            for place in drawn:
                place.take(row)
    counts = judge.counts()
    for place in drawn:
        place.finish(counts)
    if counts.repeated or counts.nameless or not sum(counts.verdicts.values()):
        return exits.NOT_AUDITED
    return exits.NOT_COMPLIANT if counts.verdicts[Verdict.NON_COMPLIANT] else exits.UNDECIDED


def _refuse_forms_of_one_centre(edition: Edition) -> None:
    """Refuse a standard whose form is no single table.

    Raises:
        UsageProblem: its workbooks are of one centre each.
    """
    from centre_check.form.types import Layout

    if [sheet.layout for sheet in edition.form.sheets] != [Layout.TABLE]:
        raise UsageProblem(
            mark("{path} is for workbooks of one centre each, not for a summary table"),
            mark("use `centre-check audit`"),
            path=edition.path,
        )
