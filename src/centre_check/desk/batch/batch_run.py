"""A run over many workbooks as it goes on: what was counted, and what is told of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from centre_check.desk import exits
from centre_check.desk.batch.in_common import Census, Common
from centre_check.desk.batch.progress import ProgressBar
from centre_check.workbook.guard.contents import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from centre_check.desk.batch.listing import Listing
    from centre_check.desk.batch.sources import Found
    from centre_check.desk.batch.summary import AuditSummary
    from centre_check.desk.batch.work import FileAnswer
    from centre_check.desk.screen import Screen
    from centre_check.desk.sink import Sink
    from centre_check.model.findings import Failure


class BatchRun:
    """The counts of a run; `codes` are the exit codes of its workbooks."""

    def __init__(self, found: Found, listing: Listing, mentor_centres: int, screen: Screen) -> None:
        self.listing = listing
        self.screen = screen
        self.progress = ProgressBar(len(found.sources), listing.words, sys.stderr)
        self.done = 0
        self.codes: set[int] = set()
        self.hints: tuple[str, ...] = ()  # known when all is done
        self._skipped = found.skipped
        self._census = Census(listing.words)
        self._common = Common(mentor_centres)
        self._kept = 0
        self._numbers: dict[str, int] = {}
        self._twice = 0

    def follow(
        self,
        answers: Iterable[FileAnswer],
        sinks: Sequence[Sink[FileAnswer]],
        *,
        tells: bool,
        is_quiet: bool,
    ) -> None:
        """Take every answer to every sink.

        `tells` of what needs attention; of hints, too, unless it `is_quiet`.
        """
        for answer in answers:
            counted = answer._replace(repeats=self._count(answer))
            self.progress.clear()
            if tells:
                self._tell(counted.failure, counted.repeats)
            for sink in sinks:
                sink.take(counted)
            self.progress.show(self.done, self._numbers)
        self.progress.clear()
        self.hints = tuple(self.listing.hints(self._common.in_common(), self._kept))
        for line in self.hints if tells and not is_quiet else ():
            self.screen.tell(line)
        for sink in sinks:
            sink.finish()

    def tally(self) -> str:
        """How the run ended, in one line."""
        return self.listing.tally(self._numbers, self._twice, self._skipped)

    def _count(self, answer: FileAnswer) -> Failure | None:
        """Count an answer; says so when its centre has come before."""
        self.done += 1
        if answer.summary is None:
            self._add("unread", answer.exit_code)
            return None
        self._add(answer.summary.verdict, exits.BY_VERDICT[answer.summary.verdict])
        self._compare(answer, answer.summary)
        trouble = self._census.enter(answer.path, answer.summary)
        if trouble is not None:
            self._twice += 1
            self.codes.add(exits.NOT_AUDITED)
        return trouble

    def _compare(self, answer: FileAnswer, summary: AuditSummary) -> None:
        if answer.is_kept:
            self._kept += 1
        else:
            self._common.enter(name_of(answer.path), summary, answer.sightings)

    def _add(self, kind: str, code: int) -> None:
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        self.codes.add(code)

    def _tell(self, *troubles: Failure | None) -> None:
        for failure in filter(None, troubles):
            self.screen.tell(self.listing.said(failure))
