"""Judge one criterion: from what its check measures to a finding."""

from collections.abc import Iterable
from decimal import Decimal
from typing import assert_never

from centre_check.audit.reasons import Narrator
from centre_check.checks.amounts import amount, found, found_share, is_reading, limit, unit_name
from centre_check.checks.asking import leaving_rivals_open
from centre_check.checks.bounds import meets, missing_members, shortfall
from centre_check.checks.grammar import (
    Bound,
    Bounded,
    Comparison,
    EachMust,
    IfNone,
    Inspection,
    Otherwise,
)
from centre_check.checks.measurement import Measurement, evidence
from centre_check.checks.quantities import measure
from centre_check.checks.records import Answer, Context, Record
from centre_check.checks.tests import ask, records, together
from centre_check.logic import Interval, Truth
from centre_check.model.facts import Cell
from centre_check.model.findings import Evidence, Finding, Measured, Reason, Required
from centre_check.model.outcomes import Outcome
from centre_check.standard.types import Criterion
from centre_check.words import Phrase, Words, mark

_BY_TRUTH = {Truth.YES: Outcome.PASS, Truth.MAYBE: Outcome.UNKNOWN, Truth.NO: Outcome.FAIL}


class Judge:
    """Judges criteria on the facts of one centre, in one language."""

    def __init__(self, context: Context, narrator: Narrator, words: Words) -> None:
        self.context = context
        self.narrator = narrator
        self.words = words

    def finding(self, criterion: Criterion) -> Finding:
        """The outcome of the criterion with all it rests on."""
        match criterion.check:
            case Bounded():
                found_ = self._bounded(criterion, criterion.check)
            case EachMust():
                found_ = self._each(criterion, criterion.check)
            case Inspection(look_at):
                found_ = self._inspection(criterion, look_at)
            case _ as never:
                assert_never(never)
        return found_._replace(
            reasons=tuple(self._told(reason) for reason in found_.reasons),
            excluded=tuple(
                one._replace(reason=self._told(one.reason)) if one.reason else one
                for one in found_.excluded
            ),
        )

    def _told(self, reason: Reason) -> Reason:
        """The reason with its sentence."""
        return reason._replace(text=self.narrator.reason(reason))

    def _bounded(self, criterion: Criterion, check: Bounded) -> Finding:
        measured = measure(check.quantity, self.context)
        outcome = _outcome(meets(measured.interval, check.bound), check.otherwise)
        unit = self.words.phrase(check.unit)
        is_share = measured.total is not None
        missing = _missing(measured, check.bound) if outcome is not Outcome.PASS else None
        gap = amount(missing, unit, self.words) if missing else ""
        brief = self._brief(check, measured, outcome, unit, gap)
        return Finding(
            criterion=criterion.id,
            clause=criterion.clause,
            quote=criterion.quote,
            title=self.words.phrase(criterion.title),
            outcome=outcome,
            message=brief
            + self.narrator.at(_leading(measured.counted))
            + self._left_out(measured, outcome),
            brief=brief,
            remedy=self._remedy(criterion, outcome, gap, measured.reasons),
            interpretation=self.words.phrase(criterion.interpretation),
            required=_required(check.bound, "" if is_share else unit_name(unit)),
            measured=_measured(measured.interval, "" if is_share else unit_name(unit)),
            shortfall=missing if outcome is Outcome.FAIL else None,
            reasons=measured.reasons,
            counted=measured.counted,
            excluded=measured.excluded + measured.undecided,
            cells=_cells(
                measured.counted + measured.undecided + measured.excluded, measured.reasons
            ),
            mandatory=criterion.mandatory,
        )

    def _brief(
        self, check: Bounded, measured: Measurement, outcome: Outcome, unit: str, gap: str
    ) -> str:
        """实测480㎡，要求不低于500㎡，差20㎡."""
        words = self.words
        have = Interval(
            Decimal(len(measured.counted)), Decimal(len(measured.counted + measured.undecided))
        )
        if measured.total is not None and (measured.total.low or measured.total.high):
            message = mark("counted {amount}, required {limit}")
            shown = found_share(have, measured.total, unit, words)
        else:
            is_read = is_reading(check.quantity)
            message = (
                mark("measured {amount}, required {limit}")
                if is_read
                else mark("found {amount}, required {limit}")
            )
            of = measured.total or measured.interval
            shown = found(of, unit, words)
        required = limit(check.bound, check.quantity, unit, words)
        said = words(message, amount=shown, limit=required)
        if not gap or outcome not in (Outcome.FAIL, Outcome.MANUAL):
            return said
        is_upper = check.bound.comparison in (Comparison.AT_MOST, Comparison.LESS_THAN)
        message = mark("{said}, {gap} too much") if is_upper else mark("{said}, short by {gap}")
        return words(message, said=said, gap=gap)

    def _left_out(self, measured: Measurement, outcome: Outcome) -> str:
        words = self.words
        if outcome is Outcome.UNKNOWN and measured.reasons:
            why = self.narrator.reasons(measured.reasons)
            if measured.undecided and len(measured.reasons) == len(measured.undecided):
                why = self.narrator.records(measured.undecided)
            return words(mark("; open: {why}"), why=why)
        if outcome in (Outcome.FAIL, Outcome.MANUAL) and measured.excluded:
            why = self.narrator.left_out(measured.excluded)
            return words(mark("; not counted: {why}"), why=why)
        return ""

    def _each(self, criterion: Criterion, check: EachMust) -> Finding:
        found_records = records(check.population, self.context)
        records_ = found_records.records
        given = [together(ask(test, one, self.context) for test in check.must) for one in records_]
        answers = leaving_rivals_open(list(zip(records_, given, strict=True)))
        asked = [
            (record, answer)
            for record, answer in zip(records_, answers, strict=True)
            if record.belongs.truth is not Truth.NO
        ]
        good, bad, undecided = _sort(asked)
        gap = (found_records.gap,) if found_records.gap else ()
        reasons = gap + tuple(e.reason for e in bad + undecided if e.reason)
        if not asked and not gap:
            outcome = {
                IfNone.UNKNOWN: Outcome.UNKNOWN,
                IfNone.MANUAL: Outcome.MANUAL,
                IfNone.NOT_APPLICABLE: Outcome.NOT_APPLICABLE,
            }[check.if_none]
        else:
            truth = Truth.NO if bad else Truth.MAYBE if undecided or gap else Truth.YES
            outcome = _outcome(truth, check.otherwise)
        unit = self.words.phrase(check.unit)
        total = len(good) + len(bad) + len(undecided)
        missing = amount(len(bad), unit, self.words)
        brief, why = self._each_sentence(check, good, bad, undecided, gap)
        return Finding(
            criterion=criterion.id,
            clause=criterion.clause,
            quote=criterion.quote,
            title=self.words.phrase(criterion.title),
            outcome=outcome,
            message=brief + why,
            brief=brief,
            remedy=self._remedy(criterion, outcome, missing, reasons),
            interpretation=self.words.phrase(criterion.interpretation),
            required=Required("each", Decimal(total), unit_name(unit)),
            measured=Measured(
                Decimal(len(good)), Decimal(len(good) + len(undecided)), unit_name(unit)
            ),
            shortfall=Decimal(len(bad)) if outcome is Outcome.FAIL else None,
            reasons=reasons,
            counted=good,
            excluded=bad + undecided,
            cells=_cells(bad + undecided + good, reasons),
            mandatory=criterion.mandatory,
        )

    def _each_sentence(
        self,
        check: EachMust,
        good: tuple[Evidence, ...],
        bad: tuple[Evidence, ...],
        undecided: tuple[Evidence, ...],
        gap: tuple[Reason, ...],
    ) -> tuple[str, str]:
        """The sentence, and what follows it where it is told in full."""
        words, unit = self.words, self.words.phrase(check.unit)
        population = self.context.populations[check.population]
        total = len(good) + len(bad) + len(undecided)
        if not total:
            if gap:
                return self.narrator.reasons(gap), ""
            none = mark("there are no {population}")
            return words(none, population=words.phrase(population.title)), ""
        if len(population.rows) == 1 and not self.context.table(population.rows[0]).key:
            reasons = gap + tuple(e.reason for e in bad + undecided if e.reason)
            if reasons:
                return self.narrator.reasons(reasons), ""
            return words(mark("as required")), self.narrator.at(_cells(good, ()))
        if bad:
            is_open = check.otherwise is Otherwise.MANUAL
            brief = words(
                mark("{number} of {total} must be looked at by a person")
                if is_open
                else mark("{number} of {total} are not as required"),
                number=len(bad),
                n=amount(len(bad), unit, words),
                total=amount(total, unit, words),
            )
            return brief, words(mark(": {why}"), why=self.narrator.records(bad))
        if undecided:
            brief = words(
                mark("{number} of {total} cannot be decided"),
                number=len(undecided),
                n=amount(len(undecided), unit, words),
                total=amount(total, unit, words),
            )
            return brief, words(mark(": {why}"), why=self.narrator.records(undecided))
        if gap:
            return self.narrator.reasons(gap), ""
        return words(mark("all {total} as required"), total=amount(total, unit, words)), ""

    def _inspection(self, criterion: Criterion, look_at: Phrase) -> Finding:
        words = self.words
        message = words(mark("for an inspector to look at: {what}"), what=words.phrase(look_at))
        return Finding(
            criterion=criterion.id,
            clause=criterion.clause,
            quote=criterion.quote,
            title=words.phrase(criterion.title),
            outcome=Outcome.MANUAL,
            message=message,
            brief=message,
            remedy=self._remedy(criterion, Outcome.MANUAL, "", ()),
            interpretation=words.phrase(criterion.interpretation),
            mandatory=criterion.mandatory,
        )

    def _remedy(
        self, criterion: Criterion, outcome: Outcome, gap: str, reasons: tuple[Reason, ...]
    ) -> str:
        match outcome:
            case Outcome.FAIL:
                missing = gap or self.words(mark("some"))
                return self.words.phrase(criterion.remedy).format(gap=missing)
            case Outcome.MANUAL:
                return self.words(mark("Decide on site and enter it on 「16 现场核定」."))
            case Outcome.UNKNOWN:
                return self.narrator.next_step(reasons)
            case _:
                return ""


def _outcome(truth: Truth, otherwise: Otherwise) -> Outcome:
    outcome = _BY_TRUTH[truth]
    if outcome is Outcome.FAIL and otherwise is Otherwise.MANUAL:
        return Outcome.MANUAL
    return outcome


def _sort(
    asked: Iterable[tuple[Record, Answer]],
) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...], tuple[Evidence, ...]]:
    """Records that are as they must be, that are not, and that cannot be told."""
    good: list[Evidence] = []
    bad: list[Evidence] = []
    undecided: list[Evidence] = []
    for record, answer in asked:
        if answer.truth is Truth.YES:
            good.append(evidence(record, answer))
        elif answer.truth is Truth.NO and record.belongs.truth is Truth.YES:
            bad.append(evidence(record, answer))
        else:
            reasons = record.belongs.reasons + answer.reasons
            open_ = Answer(Truth.MAYBE, answer.cells, reasons)
            undecided.append(evidence(record, open_))
    return tuple(good), tuple(bad), tuple(undecided)


def _missing(measured: Measurement, bound: Bound) -> Decimal | None:
    total = measured.total
    if total is not None:
        if not total.is_exact or total.low is None:
            return None
        have = len(measured.counted) + len(measured.undecided)
        return Decimal(missing_members(have, int(total.low), bound))
    return shortfall(measured.interval, bound)


def _required(bound: Bound, unit: str) -> Required:
    return Required(str(bound.comparison), bound.value, unit, bound.upper)


def _measured(value: Interval[Decimal], unit: str) -> Measured:
    return Measured(value.low, value.high, unit, value.low_open, value.high_open)


def _leading(records_: tuple[Evidence, ...]) -> tuple[Cell, ...]:
    """The cell that decided each record."""
    return tuple(record.cells[0] for record in records_ if record.cells)


def _cells(records_: tuple[Evidence, ...], reasons: tuple[Reason, ...]) -> tuple[Cell, ...]:
    cells = [cell for record in records_ for cell in record.cells]
    cells += [cell for reason in reasons for cell in reason.cells]
    return tuple(dict.fromkeys(cells))
