"""`centre-check print`: the papers that an office prints, signs and files, in every format."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from centre_check.commands.shared.call import use_case
from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    debug_option,
    first_options,
    further_options,
    language_option,
    output_option,
)
from centre_check.words import Words, mark

_WRITTEN = mark(
    "where to write it: .pdf .docx .html .xlsx .md .csv .json .txt; may be repeated; without it, "
    "the paper is shown on the screen"
)


class _Kind(click.Choice[str]):
    """A kind of paper, by its name or by what an office calls it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        from centre_check.documents import papers

        return super().convert(papers.ALIASES.get(value, value), param, ctx)


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "print",
        callback=use_case("papers", words),
        help=words(
            mark("Make the papers that an office prints, signs and files, in every format.")
        ),
        late_epilog=partial(_epilog, words),
        late_params=lambda: [
            *_arguments(words),
            output_option(words, _WRITTEN),
            *first_options(words),
            *_wording_options(words),
            *_template_options(words),
            _personal_option(words),
            _seal_option(words),
            *further_options(words),
            language_option(words),
            debug_option(words),
        ],
    )


def _epilog(words: Words) -> str:
    from centre_check.documents import papers

    return (
        "\b\n"
        + words(mark("Kinds of papers:"))
        + "".join(f"\n  {kind:<22}{words(papers.paper(kind).title)}" for kind in papers.kinds())
        + "\n\n\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check print inspection-record 某中心.xlsx -o 检查记录.pdf"
        + "\n  centre-check print rectification-notice 某中心.xlsx -o 整改通知.docx"
        + "\n  centre-check print on-site-form 某中心.xlsx -o 现场核定.xlsx"
        + "\n  centre-check print report 某中心.xlsx -o 报告.pdf --seal"
        + "\n  centre-check print standard --level town -o 标准.html"
    )


def _arguments(words: Words) -> list[click.Parameter]:
    from centre_check.documents import papers

    return [
        click.Argument(["kind"], metavar=words(mark("KIND")), type=_Kind(papers.kinds())),
        click.Argument(
            ["workbook"],
            metavar=words(mark("[WORKBOOK]")),
            required=False,
            type=click.Path(readable=False),
        ),
    ]


def _wording_options(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["--deadline"],
            default="",
            metavar=words(mark("DAY OR TEXT")),
            help=words(
                mark("by when a notice asks to have things in order; else left to be filled in")
            ),
        ),
        click.Option(
            ["--open-only"],
            is_flag=True,
            help=words(mark("in an inspection record, only what the workbook cannot settle")),
        ),
    ]


def _template_options(words: Words) -> list[click.Parameter]:
    return [
        click.Option(
            ["--template"],
            type=click.Path(readable=False),
            metavar=words(mark("DOCX-FILE")),
            help=words(
                mark("the office's own Word file with placeholders, for every .docx output")
            ),
        ),
        click.Option(
            ["--placeholders"],
            is_flag=True,
            help=words(mark("list the placeholders that a template for this paper may use")),
        ),
        click.Option(
            ["--starter"],
            type=click.Path(readable=False),
            metavar=words(mark("DOCX-FILE")),
            help=words(mark("write a Word file with every placeholder, to begin a template")),
        ),
    ]


def _seal_option(words: Words) -> click.Parameter:
    return click.Option(
        ["--seal"],
        is_flag=True,
        help=words(mark("write a seal beside the paper, for `verify`")),
    )


def _personal_option(words: Words) -> click.Parameter:
    return click.Option(
        ["--personal"],
        type=click.Choice(["mask", "acting", "show"]),
        help=words(
            mark(
                "personal data: mask (张**), acting (names in full, numbers in part), show "
                "(everything; marks the paper as internal); else what suits the paper"
            )
        ),
    )
