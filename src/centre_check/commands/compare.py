"""`centre-check compare`: what became of every clause between two audits of the same centres."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    debug_option,
    format_option,
    language_option,
    output_option,
    refuse_idle,
    workbook_options,
)
from centre_check.desk import exits
from centre_check.errors import UsageProblem
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from centre_check.results.compare import Comparison


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "compare",
        callback=partial(_run, words),
        short_help=words(mark("Compare two audits of the same centres clause by clause.")),
        help=words(
            mark(
                "Compare two audits of the same centres clause by clause: put in order, still "
                "open, new, undecided now, changed only by the standard. OLD and NEW are results, "
                "folders of results, or workbooks. The exit code is 0 where nothing is worse, 1 "
                "where something is, 3 where a centre cannot be compared."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check compare 检查前.xlsx 整改后.xlsx -o 复查意见表.docx"
        + "\n  centre-check compare 2025年结果/ 2026年结果/ -f json",
        params=[
            click.Argument(["old"], metavar=words(mark("OLD")), type=click.Path()),
            click.Argument(["new"], metavar=words(mark("NEW")), type=click.Path()),
            format_option(words),
            output_option(words),
            *workbook_options(words),
            click.Option(
                ["--old-standard"],
                metavar=words(mark("STANDARD")),
                help=words(mark("the standard by which OLD workbooks were judged, if another")),
            ),
            click.Option(
                ["--old-as-of"],
                metavar=words(mark("DAY")),
                help=words(mark("the audit date of OLD workbooks; else the workbook's")),
            ),
            click.Option(
                ["--old-attestations"],
                type=click.Path(),
                multiple=True,
                metavar=words(mark("FILE")),
                help=words(mark("the attestations of OLD workbooks; --attestations are of NEW")),
            ),
            language_option(words),
            debug_option(words),
        ],
    )


def _run(
    words: Words,
    *,
    old: str,
    new: str,
    form: str,
    outputs: tuple[str, ...],
    old_standard: str | None,
    old_as_of: str | None,
    old_attestations: tuple[str, ...],
    **asked: Any,
) -> int:

    from centre_check.commands.shared.screen import screen
    from centre_check.desk.gather import gather, inputs, singles, tell
    from centre_check.desk.outputs import checked, publish
    from centre_check.desk.recipe import Recipe, day_of
    from centre_check.desk.rejudging import rejudged
    from centre_check.documents.many.reinspection import build
    from centre_check.render.comparison_json import render
    from centre_check.results.compare import compare
    from centre_check.results.identity import pair

    out = screen()
    earlier, later = inputs([old], words, out), inputs([new], words, out)
    refuse_idle(earlier, ("old_standard", "old_as_of", "old_attestations"))
    refuse_idle(later, ("as_of", "attestations"))
    refuse_idle(earlier if earlier.workbooks else later, ("level",))
    recipe = Recipe.of(words, **asked)
    of_old = recipe._replace(
        standard=old_standard or recipe.standard,
        as_of=day_of(old_as_of),
        attestations=old_attestations,
    )
    targets = checked(outputs, [*earlier.paths, *later.paths, *recipe.named, *of_old.named])
    before = gather(earlier, of_old, has_texts=True)
    after = gather(later, recipe, has_texts=True)
    failures = (*before.failures, *after.failures)
    tell(failures, words, out)
    pairing = pair(singles(before.centres, words), singles(after.centres, words))
    if not pairing.pairs:
        raise UsageProblem(
            mark("{old} and {new} have no centre in common that was audited"),
            mark("a centre is known by its name and level, or its division code and level"),
            old=old,
            new=new,
        )
    again = recipe._replace(attestations=old_attestations)
    found = [compare(was, now, rejudged(was, now, again)) for was, now in pairing.pairs]
    _refuse_backwards(found)
    publish(
        form,
        targets,
        lambda _: build(found, pairing.gone, pairing.added, failures, words),
        lambda: render(found, pairing.gone, pairing.added, failures, words.lang),
        out,
    )
    if failures or pairing.gone:
        return exits.NOT_AUDITED
    return exits.NOT_COMPLIANT if any(one.is_worse for one in found) else exits.COMPLIANT


def _refuse_backwards(found: Sequence[Comparison]) -> None:
    """Refuse audits given in the wrong order: fixed would read as new.

    Raises:
        UsageProblem: OLD is of a later day than NEW.
    """
    for one in found:
        if one.days < 0:
            raise UsageProblem(
                mark("{name}: OLD is of {old}, NEW of {new}, which is earlier"),
                mark("give the earlier audit first"),
                name=one.new.name,
                old=one.old.as_of.isoformat(),
                new=one.new.as_of.isoformat(),
            )
