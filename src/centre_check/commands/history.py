"""`centre-check history`: the course of each centre over all audits that are there."""

from __future__ import annotations

from functools import partial
from typing import Any

from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    debug_option,
    format_option,
    language_option,
    output_option,
    refuse_idle,
    sources_argument,
    workbook_options,
)
from centre_check.desk import exits
from centre_check.errors import UsageProblem
from centre_check.words import Words, mark


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "history",
        callback=partial(_run, words),
        short_help=words(mark("Show the course of each centre by audit date.")),
        help=words(
            mark(
                "Show the course of each centre by audit date: verdict, counts, the clauses that "
                "changed. Takes results, folders of results, or workbooks. The exit code is 3 "
                "where a file could not be read, else 0."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check history 历年结果/"
        + "\n  centre-check history 2024.jsonl 2025.jsonl 2026.jsonl -o 历次审核.docx",
        params=[
            sources_argument(words),
            format_option(words),
            output_option(words),
            *workbook_options(words, has_day=False),
            language_option(words),
            debug_option(words),
        ],
    )


def _run(
    words: Words,
    *,
    sources: tuple[str, ...],
    form: str,
    outputs: tuple[str, ...],
    **asked: Any,
) -> int:

    from centre_check.commands.shared.screen import screen
    from centre_check.desk.gather import gather, inputs, refuse, tell
    from centre_check.desk.outputs import checked, publish
    from centre_check.desk.recipe import Recipe
    from centre_check.documents.many.history import build
    from centre_check.render.history_json import render
    from centre_check.results.course import courses

    out = screen()
    given = inputs(sources, words, out)
    refuse_idle(given)
    recipe = Recipe.of(words, **asked)
    targets = checked(outputs, [*given.paths, *recipe.named])
    is_data = form == "json" or any(one.format == ".json" for one in targets)
    results = gather(given, recipe, has_texts=is_data)
    tell(results.failures, words, out)
    found, clashes = courses(results.centres)
    refuse([clash.results for clash in clashes], words)
    if not found:
        raise UsageProblem(
            mark("no centre was audited: there is no course to show"),
            mark("see above why the files could not be read"),
        )
    publish(
        form,
        targets,
        lambda _: build(found, results.failures, words),
        lambda: render(found, results.failures, words.lang),
        out,
    )
    return exits.NOT_AUDITED if results.failures else exits.COMPLIANT
