"""What declared totals say, in words: a line or the cells of a row, and a tally of the table."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from centre_check.model.declared import Clause, Counts, Declared
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES, VERDICTS

_SHOWN = (Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN)


class Telling(NamedTuple):
    """Tells of rows; `criteria` and `levels` are titles by id."""

    words: Words
    criteria: Mapping[str, str]
    levels: Mapping[str, str]

    def line(self, one: Declared) -> str:
        """One centre in a line: the verdict, and what is not met or open."""
        return self.words(
            mark("{verdict}: {name} ({level}, row {row}): {why}"),
            verdict=self._verdict(one),
            name=one.name or self.words(mark("centre without a name")),
            level=self._level(one),
            row=one.row,
            why=self._why(one),
        )

    def head(self) -> list[str]:
        """The heads of the columns of `cells`."""
        texts = (
            mark("Row"),
            mark("Division code"),
            mark("Town or subdistrict"),
            mark("Centre"),
            mark("Level"),
            mark("Verdict (by declared figures)"),
        )
        return [*map(self.words, texts), *self.criteria.values(), self.words(mark("Explanation"))]

    def cells(self, one: Declared) -> list[str]:
        """One centre as the cells of a table."""
        outcomes = [self.words(OUTCOMES[clause.outcome]) for clause in one.clauses]
        outcomes += [""] * (len(self.criteria) - len(outcomes))
        who = (str(one.row), one.area_code, one.town, one.name, self._level(one))
        return [*who, self._verdict(one), *outcomes, self._why(one)]

    def tally(self, counts: Counts) -> Iterator[str]:
        """How the table ended: one line of verdicts, one for each clause, what was not judged."""
        words = self.words
        verdicts = words.join(
            words(mark("{verdict} {n}"), verdict=words(VERDICTS[one]), n=counts.verdicts[one])
            for one in (Verdict.NON_COMPLIANT, Verdict.UNDECIDED)
        )
        yield words.plural(
            "{n} centre by declared figures: {verdicts}",
            "{n} centres by declared figures: {verdicts}",
            sum(counts.verdicts.values()),
            verdicts=verdicts,
        )
        for name, numbers in counts.clauses.items():
            shown = words.join(
                words(mark("{outcome} {n}"), outcome=words(OUTCOMES[one]), n=numbers[one])
                for one in _SHOWN
            )
            yield words(
                mark("{id} {title}: {numbers}"), id=name, title=self.criteria[name], numbers=shown
            )
        for n, message in (
            (
                counts.repeated,
                mark("{n} rows repeat a centre: neither of them is counted"),
            ),
            (counts.nameless, mark("{n} rows name no centre: not judged")),
            (counts.left_out, mark("{n} rows are totals, notes, examples or the header again")),
        ):
            if n:
                yield words(message, n=n)
        yield words(
            mark("Declared figures can show that a centre falls short, never that it complies.")
        )

    def _verdict(self, one: Declared) -> str:
        return self.words(VERDICTS[one.verdict] if one.verdict else mark("not judged"))

    def _level(self, one: Declared) -> str:
        return self.levels.get(one.level) or self.words(mark("no level given"))

    def _why(self, one: Declared) -> str:
        words = self.words
        if one.repeats is not None:
            return words(mark("the same centre as in row {row}; keep one"), row=one.repeats)
        if not one.name:
            return words(mark("fill in the name"))
        found = one.open_or_failed()
        if not found:
            return words(mark("all {n} declared figures suffice"), n=len(one.clauses))
        return words(mark("; ")).join(self._clause(clause, one.row) for clause in found)

    def _clause(self, clause: Clause, row: int) -> str:
        return self.words(
            mark("{outcome} (declared figure): {title}: {message}"),
            outcome=self.words(OUTCOMES[clause.outcome]),
            title=clause.title,
            message=str(row).join(clause.message),
        )
