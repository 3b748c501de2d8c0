"""Options that several commands share, and how their values are understood."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from centre_check.words import LANGUAGES, Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem

    from centre_check.words import Words

DEFAULT_STANDARD = "huyi-2019-centre"
_WRITTEN = mark(
    "also write it: .pdf .docx .html .xlsx .md .csv .txt, or as data .json; may be repeated"
)


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
        type=click.Path(readable=False),
        multiple=True,
        metavar=words(mark("FILE")),
        help=words(mark("an inspector's workbook with the table 16 现场核定; may be repeated")),
    )


def force_option(words: Words) -> click.Option:
    """`--force`: whether a workbook that is there is replaced."""
    return click.Option(
        ["--force"],
        is_flag=True,
        help=words(mark("replace a workbook that is there already")),
    )


def waiver_options(words: Words) -> list[click.Option]:
    """`--waivers` and `--no-waivers`: what the office does not hold against a centre."""
    return [
        click.Option(
            ["--waivers"],
            type=click.Path(),
            multiple=True,
            metavar=words(mark("FILE")),
            help=words(mark("the office's exemptions, a workbook or YAML; may be repeated")),
        ),
        click.Option(
            ["--no-waivers"],
            is_flag=True,
            help=words(mark("do not count the exemptions; both verdicts are shown")),
        ),
    ]


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
        type=click.Path(readable=False),
        metavar=words(mark("YAML-FILE")),
        help=words(
            mark(
                "which sheet, header row and column hold what; doctor --write-mapping writes one; "
                "of a folder the one whose headers the workbook has"
            )
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


def _complete_standard(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> Sequence[CompletionItem]:
    from click.shell_completion import CompletionItem

    from centre_check.standard import locations

    found = [path.stem for path in locations.shipped() if path.stem.startswith(incomplete)]
    return [CompletionItem(name) for name in found] or [CompletionItem(incomplete, type="file")]


class Whole(click.types.IntParamType):
    """A whole number from `low` to `high`."""

    def __init__(self, words: Words, low: int, high: int = sys.maxsize) -> None:
        self.name = words(mark("NUMBER"))
        self._words = words
        self._low = low
        self._high = high

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """The number, given as it was typed or as a default."""
        written = str(value)
        if written.isdecimal() and self._low <= int(written) <= self._high:
            return int(written)
        message = (
            mark("{value} is no whole number of {low} or more")
            if self._high == sys.maxsize
            else mark("{value} is no whole number from {low} to {high}")
        )
        text = self._words(message, value=written, low=self._low, high=self._high)
        raise click.BadParameter(text, ctx, param)


def first_options(words: Words) -> list[click.Parameter]:
    """What is asked most: the standard, the level, the day."""
    return [standard_option(words), level_option(words), as_of_option(words)]


def further_options(words: Words) -> list[click.Parameter]:
    """What is asked now and then."""
    return [
        attestations_option(words),
        *waiver_options(words),
        mapping_option(words),
        limit_option(words),
    ]


def sources_argument(words: Words) -> click.Argument:
    """Results, folders of them, or workbooks."""
    return click.Argument(
        ["sources"],
        metavar=words(mark("RESULT|FOLDER...")),
        nargs=-1,
        required=True,
        type=click.Path(readable=False),
    )


def workbook_options(words: Words, *, has_day: bool = True) -> list[click.Option]:
    """The options by which workbooks are audited where no results are given."""
    return [
        standard_option(words),
        level_option(words),
        *([as_of_option(words)] if has_day else []),
        attestations_option(words),
        *waiver_options(words),
        mapping_option(words),
        limit_option(words),
    ]


def format_option(words: Words) -> click.Option:
    """`-f`: text or data on the screen."""
    return click.Option(
        ["-f", "--format", "form"],
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=words(mark("what is printed")),
    )


def output_option(words: Words, what: str = _WRITTEN) -> click.Option:
    """`-o`: files to write, the format by the suffix; `what` is its help."""
    return click.Option(
        ["-o", "--output", "outputs"],
        multiple=True,
        type=click.Path(readable=False),
        metavar=words(mark("FILE")),
        help=words(what),
    )
