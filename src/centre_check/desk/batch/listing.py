"""Many results as text: one line a workbook, and a tally at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from centre_check.desk.batch.progress import counted
from centre_check.desk.batch.sources import Skip
from centre_check.documents.many.common import lines
from centre_check.model.outcomes import Outcome
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES, VERDICTS
from centre_check.workbook.guard.contents import name_of
from centre_check.workbook.guard.shown import short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from centre_check.desk.batch.summary import AuditSummary
    from centre_check.desk.batch.work import FileAnswer
    from centre_check.model.findings import Failure
    from centre_check.model.sightings import InCommon

_SKIPPED: Mapping[Skip, str] = {
    Skip.LOCK: mark("lock files {n}"),
    Skip.HIDDEN: mark("hidden files {n}"),
    Skip.OTHER: mark("other files {n}"),
    Skip.OWN: mark("papers made by centre-check {n}"),
    Skip.ANNOTATED: mark("annotated copies beside their originals {n}"),
    Skip.INSPECTOR: mark("inspectors' files {n}"),
}


class Listing(NamedTuple):
    """How results are listed; `levels` are the levels' titles by id."""

    words: Words
    levels: Mapping[str, str]

    def line(self, answer: FileAnswer) -> str:
        """A centre with its verdict and counts, or why there is none."""
        if answer.summary is None:
            assert answer.failure is not None
            return self.words(mark("not audited: {reason}"), reason=self.said(answer.failure))
        words, brief = self.words, answer.summary
        numbers = words.join(
            words(mark("{outcome} {n}"), outcome=words(OUTCOMES[outcome]), n=brief.numbers[outcome])
            for outcome in Outcome
            if brief.numbers[outcome]
        )
        return words(
            mark("{verdict}: {name} ({level}): {numbers} · {path}"),
            verdict=words(VERDICTS[brief.verdict]),
            name=short(brief.name) or words(mark("centre without a name")),
            level=self._level(brief),
            numbers=numbers,
            path=name_of(answer.path),
        )

    def duplicate(self, failure: Failure) -> str:
        """Two workbooks of one centre."""
        return self.words(mark("submitted twice: {reason}"), reason=self.said(failure))

    def hints(self, in_common: InCommon, kept: int) -> Iterator[str]:
        """What centres have in common; `kept` results of an earlier run could not be compared."""
        yield from lines(in_common, self.words)
        if kept:
            yield self.words.plural(
                "{n} result was kept and not compared with the others for hints",
                "{n} results were kept and not compared with the others for hints",
                kept,
            )

    def said(self, failure: Failure) -> str:
        """What is wrong with a workbook, and the next step."""
        return self.words(mark("; ")).join(filter(None, (failure.message, failure.hint)))

    def passed_over(self, skipped: Mapping[Skip, int]) -> str:
        """How many files were passed over, by reason."""
        words = self.words
        listed = (words(_SKIPPED[kind], n=skipped[kind]) for kind in Skip if kind in skipped)
        return words(mark("passed over: {listed}"), listed=words.join(listed))

    def tally(self, numbers: Mapping[str, int], twice: int, skipped: Mapping[Skip, int]) -> str:
        """How many of each verdict, how many centres came twice, what was passed over."""
        words = self.words
        parts = [
            words.plural(
                "{n} workbook: {numbers}",
                "{n} workbooks: {numbers}",
                sum(numbers.values()),
                numbers=counted(numbers, words),
            )
        ]
        if twice:
            parts.append(words(mark("submitted twice {n}"), n=twice))
        if skipped:
            parts.append(self.passed_over(skipped))
        return words(mark("; ")).join(parts)

    def _level(self, brief: AuditSummary) -> str:
        return self.levels.get(brief.level or "", self.words(mark("no level given")))
