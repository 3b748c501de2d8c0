"""Draw the progress of a programme as JSON; numbers that decide are exact decimals as strings."""

import json
from datetime import date
from typing import Literal, NamedTuple

from centre_check.model.facts import Input, Note
from centre_check.model.progress import (
    DutyText,
    Programme,
    Progress,
    RecomputedText,
    Status,
    TargetProgress,
)
from centre_check.results.published import Lang, Tool, plain


class ProgressRun(NamedTuple):
    """The run that wrote it."""

    as_of: date
    lang: Lang
    mode: Literal["progress"] = "progress"


class NumberOf(NamedTuple):
    """How many targets stand at which status."""

    achieved: int
    exceeded: int
    on_schedule: int
    behind: int
    missed: int
    uncomputable: int


class FigureShown(NamedTuple):
    """A figure that is only recomputed."""

    id: str
    title: str
    quote: str
    message: str


class ProgressReport(NamedTuple):
    """The output of `centre-check progress -f json`."""

    schema_version: Literal[1]
    tool: Tool
    run: ProgressRun
    input: Input
    standard: Programme
    as_of: date
    as_of_from: str
    summary: NumberOf
    targets: tuple[TargetProgress, ...]
    duties: tuple[DutyText, ...]
    reported: tuple[FigureShown, ...]
    recomputed: tuple[RecomputedText, ...]
    notes: tuple[Note, ...]


def render(progress: Progress, lang: str) -> bytes:
    """The progress as one JSON text."""
    report = ProgressReport(
        schema_version=1,
        tool=Tool(),
        run=ProgressRun(progress.as_of, lang),
        input=progress.input,
        standard=progress.standard,
        as_of=progress.as_of,
        as_of_from=progress.as_of_from,
        summary=NumberOf(**{status: progress.number_of(status) for status in Status}),
        targets=progress.targets,
        duties=progress.duties,
        reported=tuple(
            FigureShown(one.id, one.title, one.quote, one.message) for one in progress.reported
        ),
        recomputed=progress.recomputed,
        notes=progress.notes,
    )
    text = json.dumps(plain(report), ensure_ascii=False, separators=(",", ":"))
    return text.replace('{"id":"', '\n{"id":"').encode() + b"\n"
