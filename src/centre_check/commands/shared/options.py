"""Options that several commands share, and how their values are understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from centre_check.commands.shared.whole import Whole
from centre_check.errors import UsageProblem
from centre_check.words import LANGUAGES, Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from click.shell_completion import CompletionItem

    from centre_check.standard.types import Edition
    from centre_check.workbook.mapping import FormMapping

DEFAULT_STANDARD = "huyi-2019-centre"


def standard_option(words: Words) -> click.Option:
    """`-s`: the standard, by id or path."""
    return click.Option(
        ["-s", "--standard"],
        default=DEFAULT_STANDARD,
        show_default=True,
        metavar=words(mark("STANDARD")),
        help=words(mark("the standard: an id, or a YAML file's path")),
        shell_complete=_complete_standard,
    )


def level_option(words: Words, *, required: bool = False) -> click.Option:
    """`--level`: the level, by id or by its Chinese words."""
    return click.Option(
        ["--level"],
        required=required,
        metavar=words(mark("LEVEL")),
        help=words(mark("the centre's level: district (区级) or town (镇街级)")),
    )


def as_of_option(words: Words) -> click.Option:
    """`--as-of`: the audit date, in any of the spellings of a date."""
    return click.Option(
        ["--as-of"],
        metavar=words(mark("DAY")),
        help=words(mark("the audit date; else the workbook's 数据截止日期, else today")),
    )


def attestations_option(words: Words) -> click.Option:
    """`--attestations`: what an inspector decided on site, in a workbook of its own."""
    return click.Option(
        ["--attestations"],
        type=click.Path(),
        metavar=words(mark("FILE")),
        help=words(mark("a workbook with the table 16 现场核定 of an inspector")),
    )


def personal_option(words: Words) -> click.Option:
    """`--personal`: whether personal data is shown; masked unless asked for."""
    return click.Option(
        ["--personal"],
        type=click.Choice(["mask", "show"]),
        default="mask",
        show_default=True,
        help=words(mark("whether names, identity numbers and phones are shown")),
    )


def limit_option(words: Words) -> click.Option:
    """`--limit NAME=VALUE`: how much a workbook may ask for; may be repeated."""
    return click.Option(
        ["--limit", "limits"],
        multiple=True,
        metavar=words(mark("NAME=VALUE")),
        help=words(
            mark(
                "raise or lower what a workbook may ask for, may be repeated: file=50M, "
                "entries=2000, part=200M, inflated=400M, sheets=255, cells=5000000, seconds=15, "
                "memory=1024M, judging=30"
            )
        ),
    )


def mapping_option(words: Words) -> click.Option:
    """`--mapping`: where a workbook with names of its own holds what."""
    return click.Option(
        ["--mapping"],
        type=click.Path(),
        metavar=words(mark("YAML-FILE")),
        help=words(
            mark("which sheet, header row and column hold what; doctor --write-mapping writes one")
        ),
    )


def mentor_centres_option(words: Words) -> click.Option:
    """`--mentor-centres`: in more than so many centres a mentor is worth a hint."""
    from centre_check.model.sightings import MENTOR_CENTRES

    return click.Option(
        ["--mentor-centres"],
        type=Whole(words, 1),
        default=MENTOR_CENTRES,
        show_default=True,
        metavar=words(mark("NUMBER")),
        help=words(mark("of many workbooks: tell of a mentor in more than so many centres")),
    )


def language_option(words: Words) -> click.Option:
    """`--lang`; read before the command is built, here for its help and its check."""
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=words(mark("language of everything that is said (default zh)")),
    )


def debug_option(words: Words) -> click.Option:
    """`--debug`; read where a defect is caught, here for its help."""
    return click.Option(
        ["--debug"],
        is_flag=True,
        expose_value=False,
        help=words(mark("show the traceback of a defect")),
    )


def level_of(name: str | None, edition: Edition, words: Words) -> str | None:
    """The id of the level that `name` means in this standard; None for none.

    Raises:
        UsageProblem: the standard has no such level.
    """
    if name is None:
        return None
    from centre_check.logic.spelling import normalise

    levels = {level.id: level.id for level in edition.levels}
    synonyms = edition.form.words.get("level", {})
    known = levels | {word: level for word, level in synonyms.items() if level in levels}
    if normalise(name) in known:
        return known[normalise(name)]
    from centre_check.words.nearest import nearest

    titles = {words.phrase(level.title): level.id for level in edition.levels}
    close = nearest(name, [*titles, *levels]) or next(iter(titles))
    raise UsageProblem(
        mark("there is no level {name}"),
        mark("did you mean {close}? There are {known}"),
        name=name,
        close=close,
        known=words.join(f"{title} ({level})" for title, level in titles.items()),
    )


def mapping_of(name: str | None, edition: Edition) -> FormMapping | None:
    """The mapping in the file that the user named; None for none.

    Raises:
        UsageProblem: the file cannot be read.
        BrokenFile: it names what the form does not have.
    """
    if name is None:
        return None
    from pathlib import Path

    from centre_check.workbook.mapping_file import read_mapping

    return read_mapping(Path(name), edition.form)


def pairs_of(texts: Sequence[str]) -> dict[str, str]:
    """The names and values of `NAME=VALUE`; of one name the last holds.

    Raises:
        UsageProblem: one has no 「=」.
    """
    for text in texts:
        if not all(text.partition("=")):
            raise UsageProblem(
                mark("{text} is not a name and a choice"),
                mark("write it as NAME=CHOICE; `centre-check standards show` lists both"),
                text=text,
            )
    parted = [text.partition("=") for text in texts]
    return {name.strip(): value.strip() for name, _, value in parted}


def day_of(text: str | None) -> date | None:
    """The day that the user gave; None for none.

    Raises:
        UsageProblem: it is no single day.
    """
    if text is None:
        return None
    from centre_check.workbook.cells import date_interval

    parsed = date_interval(text, never=False)
    if parsed.value is None or not parsed.value.is_exact:
        raise UsageProblem(mark("{text} is not a day"), mark("write it like 2026-06-30"), text=text)
    day: date = parsed.value.low
    return day


def _complete_standard(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> Sequence[CompletionItem]:
    from click.shell_completion import CompletionItem

    from centre_check.standard import locations

    found = [path.stem for path in locations.shipped() if path.stem.startswith(incomplete)]
    return [CompletionItem(name) for name in found] or [CompletionItem(incomplete, type="file")]
