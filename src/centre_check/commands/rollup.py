"""`centre-check rollup`: the summary of a district or a province from results of its centres."""

from __future__ import annotations

import click

from centre_check.commands.shared.call import on_workbooks
from centre_check.commands.shared.help_page import Command
from centre_check.commands.shared.options import (
    Whole,
    debug_option,
    format_option,
    language_option,
    mentor_centres_option,
    output_option,
    sources_argument,
    workbook_options,
)
from centre_check.words import Words, mark


def command(words: Words) -> Command:
    """The command in the user's language."""
    return Command(
        "rollup",
        callback=on_workbooks("rollup", words),
        short_help=words(mark("Put the results of many centres together.")),
        help=words(
            mark(
                "Put the results of many centres together: by level, district, town and division "
                "code, the clauses most often not met, who has not reported. Workbooks are "
                "audited first. The exit code is 3 where a file could not be read or a centre "
                "came twice, else 0."
            )
        ),
        epilog="\b\n"
        + words(mark("Examples:"))
        + "\n  centre-check rollup 结果/ -o 汇总.docx -o 汇总.xlsx"
        + "\n  centre-check rollup 结果.jsonl --towns 镇街名单.xlsx --year 2020",
        late_params=lambda: [
            sources_argument(words),
            format_option(words),
            output_option(words),
            click.Option(
                ["--towns"],
                type=click.Path(readable=False),
                metavar=words(mark("FILE")),
                help=words(
                    mark(
                        "a workbook or .csv with the columns 区县, 镇街, 区划代码, 级别, 计划数, "
                        "建成数, 计划年度 as far as they are known: shows who has not reported"
                    )
                ),
            ),
            click.Option(
                ["--year"],
                type=Whole(words, 1949, 2999),
                metavar=words(mark("YEAR")),
                help=words(mark("the current year; else that of the last audit date")),
            ),
            *workbook_options(words),
            mentor_centres_option(words),
            language_option(words),
            debug_option(words),
        ],
    )
