"""Judge a summary table row by row: what rows say alike is judged once, however many they are."""

from __future__ import annotations

from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from centre_check.audit.day import AuditDay
from centre_check.audit.judging import Case, judge
from centre_check.audit.reasons import Narrator
from centre_check.audit.run import judge_all
from centre_check.checks.records import Context
from centre_check.checks.within import parts_within
from centre_check.desk import exits
from centre_check.desk.alike import Patterns, figure_of, measured_field
from centre_check.desk.deadline import deadline
from centre_check.desk.outputs import checked
from centre_check.desk.recipe import Recipe, level_of
from centre_check.desk.totals_sinks import SUFFIXES, sinks_of
from centre_check.documents.declared import Telling
from centre_check.errors import UsageProblem
from centre_check.form.types import Layout
from centre_check.logic.spelling import normalise
from centre_check.model.declared import ANY_ROW, Clause, Counts, Declared
from centre_check.model.facts import Choices
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.render.declared import head_line, object_of
from centre_check.standard import locations, shelf
from centre_check.words import Words, mark
from centre_check.workbook.cells import as_text
from centre_check.workbook.rows import RowKind
from centre_check.workbook.wide import open_wide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from centre_check.desk.screen import Screen
    from centre_check.model.findings import Finding
    from centre_check.standard.types import Edition, Standard
    from centre_check.workbook.cells import Raw
    from centre_check.workbook.wide import RawRow, Wide

_MOST = 2_000  # findings on a criterion that are kept for the next row that says the same
_MARK = str(ANY_ROW)
_NOWHERE = "\0"  # what no text holds
_WHO = ("name", "level", "area_code", "town")


class _Criterion(NamedTuple):
    """A criterion by its position in the standard, the columns it rests on, what was found.

    `figure` is the column of the one figure that it measures, `others` are the further columns.
    """

    at: int
    columns: tuple[int, ...]
    said: Callable[[Sequence[Raw]], Any]  # what a row says in these columns
    found: dict[Any, Clause]
    figure: int | None
    others: tuple[int, ...]
    patterns: Patterns


class _Bench(NamedTuple):
    """What judging by one level needs."""

    standard: Standard
    narrator: Narrator


def run(
    words: Words,
    screen: Screen,
    *,
    file: str,
    form: str,
    outputs: tuple[str, ...],
    quiet: bool,
    **asked: Any,
) -> int:
    """Judge the table and give the exit code.

    Raises:
        CentreCheckError: it cannot be read, or an option or an output is wrong.
    """
    path, recipe = Path(file), Recipe.of(words, **asked)
    targets = checked(outputs, [path], SUFFIXES)
    edition = shelf.take(str(locations.locate_among(locations.totals(), recipe.standard)))
    _refuse_forms_of_one_centre(edition)
    level = level_of(recipe.level, edition, words)
    one = edition.resolve(edition.levels[0].id)
    telling = Telling(
        words,
        {criterion.id: words.phrase(criterion.title) for criterion in one.criteria},
        {each.id: words.phrase(each.title) for each in edition.levels},
    )
    used = {"id": one.id, "edition": one.edition, "sha256": one.sha256}
    with deadline(path, recipe.limits):
        wide = open_wide(path, edition.form, recipe.limits)
        judge = RowJudge(wide, edition, words, level, recipe.today)
        head = head_line(wide.source, used)
        sinks = sinks_of(form, targets, telling, head, judge, screen=screen, is_quiet=quiet)
        for row in judge.rows():
            for sink in sinks:
                sink.take(row)
    for sink in sinks:
        sink.finish()
    counts = judge.counts()
    if counts.repeated or counts.nameless or not sum(counts.verdicts.values()):
        return exits.NOT_AUDITED
    return exits.NOT_COMPLIANT if counts.verdicts[Verdict.NON_COMPLIANT] else exits.UNDECIDED


def _refuse_forms_of_one_centre(edition: Edition) -> None:
    """Refuse a standard whose form is no single table.

    Raises:
        UsageProblem: its workbooks are of one centre each.
    """
    if [sheet.layout for sheet in edition.form.sheets] != [Layout.TABLE]:
        raise UsageProblem(
            mark("{path} is for workbooks of one centre each, not for a summary table"),
            mark("use `centre-check audit`"),
            path=edition.path,
        )


class RowJudge:
    """Judges the rows of one table; a level that is given takes precedence over theirs."""

    def __init__(
        self, wide: Wide, edition: Edition, words: Words, level: str | None, day: date
    ) -> None:
        self._wide = wide
        self._form = edition.form
        self._words = words
        self._day = day
        self._wish = level
        standards = {one.id: edition.resolve(one.id) for one in edition.levels}
        self._benches = {
            name: _Bench(one, Narrator(edition.form, one.populations, words))
            for name, one in standards.items()
        }
        self._levels: dict[Raw, str | None] = {}
        some = next(iter(standards.values()))
        self._criteria = []
        for at, one in enumerate(some.criteria):
            columns = _columns((one.check, some.populations), wide.columns)
            said = itemgetter(*columns) if columns else lambda _: ()
            figure = wide.columns.get(measured_field(one))
            others = tuple(column for column in columns if column != figure)
            self._criteria.append(_Criterion(at, columns, said, {}, figure, others, Patterns()))
        self._deciding = sorted({at for one in self._criteria for at in one.columns})
        self._who = tuple(wide.columns.get(name) for name in _WHO)
        self._width = 1 + max(wide.columns.values())
        self._seen = _Seen()
        self._ends: dict[tuple[Outcome, ...], int] = {}
        self._ids = [one.id for one in some.criteria]
        self._repeated = self._nameless = self._left_out = 0

    def rows(self) -> Iterator[Declared]:
        """Every centre of the table, in its order."""
        for row in self._wide.rows():
            if row.kind is not RowKind.RECORD:
                self._left_out += 1
            elif (judged := self._judged(row)) is not None:
                yield judged

    def counts(self) -> Counts:
        """How the rows so far have ended; of a centre that stands twice no row is counted."""
        clauses = {name: dict.fromkeys(Outcome, 0) for name in self._ids}
        verdicts = dict.fromkeys(Verdict, 0)
        for outcomes, n in self._ends.items():
            verdicts[_verdict(outcomes)] += n
            for name, outcome in zip(clauses, outcomes, strict=True):
                clauses[name][outcome] += n
        return Counts(verdicts, clauses, self._repeated, self._nameless, self._left_out)

    def _judged(self, row: RawRow) -> Declared | None:
        raws = row.raws
        if len(raws) < self._width:
            raws = [*raws, *[""] * (self._width - len(raws))]
        name, said, code, town = ["" if at is None else raws[at] for at in self._who]
        is_troubled = row.number in self._wide.troubled
        level = self._wish or self._level(said, row.number, raws, is_troubled=is_troubled)
        named = as_text(name).strip()
        declared = Declared(
            row.number, named, level or "", as_text(code).strip(), as_text(town).strip(), None, ()
        )
        if not named:
            says = is_troubled or any(raws[at] not in ("", None) for at in self._deciding)
            self._nameless += says
            return declared if says else None
        clauses = []
        for one in self._criteria:
            found = None if is_troubled else one.found.get((level, one.said(raws)))
            clauses.append(found or self._clause(one, level, row.number, raws, is_own=is_troubled))
        return self._ended(declared, tuple(clauses))

    def _ended(self, declared: Declared, clauses: tuple[Clause, ...]) -> Declared:
        """The row with its verdict, unless its centre has come before: then neither counts."""
        outcomes = tuple([one.outcome for one in clauses])
        first = self._seen.enter(declared, outcomes)
        if first is None:
            self._ends[outcomes] = self._ends.get(outcomes, 0) + 1
            return declared._replace(verdict=_verdict(outcomes), clauses=clauses)
        self._repeated += 1
        if first.outcomes is not None:
            self._ends[first.outcomes] -= 1
        return declared._replace(repeats=first.row)

    def _level(
        self, said: Raw, number: int, raws: Sequence[Raw], *, is_troubled: bool
    ) -> str | None:
        """The level that the row names, None where that is open."""
        if not is_troubled and said in self._levels:
            return self._levels[said]
        entry = self._wide.table(number, raws).rows[0].entry("level")
        value = entry.value
        known = value.known & set(self._benches) if isinstance(value, Choices) else set()
        found = next(iter(known)) if len(known) == 1 else None
        if not is_troubled:
            self._levels[said] = found
        return found

    def _clause(
        self,
        one: _Criterion,
        level: str | None,
        number: int,
        raws: Sequence[Raw],
        *,
        is_own: bool,
    ) -> Clause:
        """The finding on one criterion, kept for the next row unless it is this row's own."""
        if is_own or any(_MARK in as_text(raws[at]) for at in one.columns):
            return self._alone(one, level, number, raws, is_own=True)
        of = level, *(raws[at] for at in one.others)
        figure = None
        if level is not None and one.figure is not None:
            figure = figure_of(raws[one.figure], self._benches[level].standard.criteria[one.at])
        made = one.patterns.told(of, figure) if figure is not None else None
        if made is None:
            made = self._alone(one, level, number, raws, is_own=False)
            if figure is not None:
                one.patterns.learn(of, figure, made)
        if len(one.found) >= _MOST:
            one.found.clear()
        one.found[level, one.said(raws)] = made
        return made

    def _alone(
        self,
        one: _Criterion,
        level: str | None,
        number: int,
        raws: Sequence[Raw],
        *,
        is_own: bool,
    ) -> Clause:
        """The finding on what the row says in the criterion's columns, and on nothing else."""
        alone: list[Raw] = [""] * self._width  # no other cell may be seen, least of all the name
        for at in one.columns:
            alone[at] = raws[at]
        finding = self._finding(one, level, number if is_own else ANY_ROW, alone)
        mark = _NOWHERE if is_own else _MARK
        told = self._told(finding).split(mark)
        return Clause(finding.outcome, finding.title, object_of(finding).split(mark), told)

    def _told(self, finding: Finding) -> str:
        """What was found, with the cells that decide."""
        cells = self._words.join(dict.fromkeys(cell.address for cell in finding.deciding))
        found = self._words(mark(" ({cells})"), cells=cells) if cells else ""
        return f"{finding.message}{found}"

    def _finding(
        self, one: _Criterion, level: str | None, number: int, raws: Sequence[Raw]
    ) -> Finding:
        tables = {self._wide.sheet.id: self._wide.table(number, raws)}
        if level:
            bench = self._benches[level]
            context = Context(tables, bench.standard.populations, self._day)
            case = Case(context, bench.narrator, self._words)
            return judge(bench.standard.criteria[one.at], case)
        candidates = [
            bench.standard._replace(criteria=bench.standard.criteria[one.at : one.at + 1])
            for bench in self._benches.values()
        ]
        contexts = [Context(tables, one.populations, self._day) for one in candidates]
        day = AuditDay(self._day, "")
        (finding,) = judge_all(contexts, candidates, self._form, self._words, day)
        return finding


def _verdict(outcomes: tuple[Outcome, ...]) -> Verdict:
    """Never compliant: what cannot be judged from totals stays open."""
    return Verdict.NON_COMPLIANT if Outcome.FAIL in outcomes else Verdict.UNDECIDED


def _columns(value: object, columns: Mapping[str, int]) -> tuple[int, ...]:
    """The columns of all fields that are named anywhere in a check."""
    return tuple(sorted({columns[name] for name in _names(value) if name in columns}))


def _names(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for one in parts_within(value):
        yield from _names(one)


class _First(NamedTuple):
    """The row in which a centre stood first; its outcomes, None once they are not counted."""

    row: int
    outcomes: tuple[Outcome, ...] | None


class _Seen:
    """The centres so far, in a few bytes each: by level and name, told apart by division code."""

    def __init__(self) -> None:
        self._named: dict[int, _First] = {}
        self._coded: dict[int, _First] = {}

    def enter(self, one: Declared, outcomes: tuple[Outcome, ...]) -> _First | None:
        """Enter a row; gives the one in which the same centre stood first, if there is one.

        Two of one name and level are two centres only where both have codes, and these differ.
        """
        code = one.area_code
        code = code if code.isascii() and code.isdigit() else normalise(code)
        name = one.level, normalise(one.name)
        own, of_code, without = hash(name), hash((name, code)), hash((name, ""))
        key = own if not code else of_code if of_code in self._coded else without
        found = (self._named if not code else self._coded).get(key)
        if found is None:
            first = _First(one.row, outcomes)
            self._named.setdefault(own, first)
            self._coded[of_code] = first
            return None
        settled = found._replace(outcomes=None)
        for known in (self._named, self._coded):
            for at in (own, of_code, without):
                if known.get(at) is found:
                    known[at] = settled
        return found
