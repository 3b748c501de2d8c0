"""Hold a workbook against a target standard: every target with its figures, rate and status."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from centre_check.audit.reasons import Narrator
from centre_check.audit.reporting import reported
from centre_check.audit.run import Wish, audit_date
from centre_check.audit.targets.centres import table_of
from centre_check.audit.targets.counted import counted
from centre_check.audit.targets.coverage import Coverage, last_day
from centre_check.audit.targets.figures import Figures
from centre_check.audit.targets.judging import TargetJudge
from centre_check.audit.targets.lines import lines_of
from centre_check.audit.targets.planned import planned_otherwise
from centre_check.audit.targets.rows import Reader
from centre_check.audit.targets.uses import uses
from centre_check.checks.rates import rounded
from centre_check.checks.records import Context
from centre_check.logic import Interval
from centre_check.model.facts import Cell, Note
from centre_check.model.findings import OptionTaken, Reported
from centre_check.model.progress import DutyText, Programme, Progress, RecomputedText
from centre_check.model.table import Facts
from centre_check.results.types import CentreResult
from centre_check.standard.published import Published
from centre_check.standard.targets.types import ACHIEVED, Recomputed, Targets
from centre_check.words import Words, mark
from centre_check.words.terms import STATUSES

_CENTRES = "centres"


class Asking(NamedTuple):
    """What the user wants: the day, the places of percentages, audits of centres."""

    wish: Wish
    today: date
    places: int
    centres: Sequence[CentreResult] | None = None


def run_progress(facts: Facts, standard: Targets, asking: Asking, words: Words) -> Progress:
    """How far every target of the standard is."""
    used = uses(standard)
    legible = Reader(facts.tables, standard, used, words).legible()
    facts = facts._replace(tables=legible.tables)
    names = {one.id: one.names[0] for one in standard.indicators}
    as_of, as_of_from, told_of_date = _day(
        facts, asking, frozenset(names[i] for i in used.counted if i in names), words
    )
    notes = [*facts.notes, *told_of_date, *legible.notes]
    tables = dict(facts.tables)
    sheet = next((one for one in standard.form.sheets if one.id == _CENTRES), None)
    if sheet is not None and asking.centres is not None:
        audited = table_of(asking.centres, standard.audits, sheet, as_of, words)
        tables[_CENTRES], told = audited
        notes += told
    ready = counted(tables, standard, used, as_of, words)
    notes += ready.notes
    context = Context(ready.tables, standard.populations, as_of)
    judge = TargetJudge(
        context,
        Narrator(standard.form, standard.populations, words),
        Coverage(ready.tables, standard.indicators, standard.populations),
        asking.places,
        words,
    )
    targets = tuple(judge.target(one) for one in standard.targets)
    notes += planned_otherwise(standard, context, words)
    document = standard.document
    return Progress(
        input=facts.input,
        standard=Programme(
            standard.id,
            words.phrase(standard.title),
            standard.edition,
            standard.sha256,
            _cited(document, words),
            document.issuer,
            {one.id: one.chosen for one in standard.options},
        ),
        as_of=as_of,
        as_of_from=as_of_from,
        options=tuple(
            OptionTaken(o.id, words.phrase(o.title), o.chosen, words.phrase(o.choices[o.chosen]))
            for o in standard.options
        ),
        targets=targets,
        duties=tuple(
            DutyText(
                one.id,
                one.clause,
                one.quote,
                words.phrase(one.title),
                one.responsible,
                one.supporting,
                words.phrase(one.why) if one.why else "",
            )
            for one in standard.duties
        ),
        reported=tuple(_reported(standard, context, asking, words)),
        recomputed=tuple(_recomputed(one, asking.places, words) for one in standard.recomputed),
        notes=tuple(notes),
    )


def _cited(document: Published, words: Words) -> str:
    """The document and its part, with what is not known of it."""
    text = f"{document.cited}{document.section}"
    if document.undated is None:
        return text
    return words(mark("{text} ({remark})"), text=text, remark=words.phrase(document.undated))


def _stated(facts: Facts, asking: Asking, words: Words) -> tuple[date, str, list[Note]]:
    day = audit_date(facts, asking.wish, words, asking.today)
    return day.day, day.source, list(day.notes)


def _day(
    facts: Facts, asking: Asking, counted_names: frozenset[str], words: Words
) -> tuple[date, str, list[Note]]:
    """The day given, else the last that a figure is of and that has come, else today."""
    table = facts.tables.get(ACHIEVED)
    stated = zip(table.entries("as_of"), table.cells("as_of"), strict=True) if table else ()
    known: list[tuple[date, Cell | None]] = [
        (entry.value.high, cell)
        for entry, cell in stated
        if isinstance(entry.value, Interval) and entry.value.high is not None
    ]
    if asking.wish.as_of is not None:
        return _stated(facts, asking, words)
    if not known:
        last = last_day(lines_of(table) if table else (), counted_names)
        if last is None or last[0] > asking.today:
            return _stated(facts, asking, words)
        cell = last[1].cell("period")
        return last[0], cell.address if cell else "", []
    past = [one for one in known if one[0] <= asking.today]
    cells = tuple(cell for day, cell in known if day > asking.today and cell is not None)
    text = words(mark("a day to come, not taken for the day of the figures"))
    notes = [Note("day_to_come", text, cells)] if cells else []
    if not past:
        return asking.today, words(mark("today, no date is given")), notes
    day, cell = max(past, key=lambda one: one[0])
    return day, cell.address if cell else "", notes


def _recomputed(one: Recomputed, places: int, words: Words) -> RecomputedText:
    """The document's own figure as it comes out, beside what it says."""
    figures = Figures(one.unit, places, words)
    return RecomputedText(
        one.id,
        one.clause,
        one.quote,
        words.phrase(one.title),
        figures.found(one.value),
        figures.found(one.stated) if one.stated is not None else "",
        None if one.stated is None else _agrees(one.value, one.stated),
        words.phrase(one.note) if one.note else "",
    )


def _agrees(value: Interval[Decimal], stated: Interval[Decimal]) -> bool:
    """Whether the figure rounds to what is stated, to as many places as that has."""
    if value.low is None or value.high is None or stated.low is None or stated.high is None:
        return False
    places = max(0, -int(stated.low.as_tuple().exponent))
    return rounded(value.low, places) <= stated.high and rounded(value.high, places) >= stated.low


def _reported(
    standard: Targets, context: Context, asking: Asking, words: Words
) -> Iterator[Reported]:
    for report in standard.reports:
        told = reported(report, context, words)
        if report.quantity is not None and report.unit is not None:
            measured = report.quantity.measure(context)
            figures = Figures(words.phrase(report.unit), asking.places, words)
            is_known = bool(measured.interval.low) or measured.interval.high is not None
            text = figures.found(measured.interval) if is_known else words(STATUSES["uncomputable"])
            why = Narrator(standard.form, standard.populations, words).reasons(measured.reasons)
            if not is_known and why:
                text = words(mark("{status}: {why}"), status=text, why=why)
            told = told._replace(message=text)
        yield told
