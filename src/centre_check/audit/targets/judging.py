"""Judge one target: its figures, its rate, its gap and its status, in words."""

from datetime import date
from decimal import Decimal

from centre_check.audit.reasons import Narrator
from centre_check.audit.targets.coverage import Coverage
from centre_check.audit.targets.figures import Figures, rate_of, said_rate
from centre_check.audit.targets.standing import (
    Demand,
    TargetStanding,
    is_inverse,
    is_over,
    stand,
    worst,
)
from centre_check.checks.bounds import shortfall
from centre_check.checks.grammar import Bound
from centre_check.checks.groups import ByPeriod, ByPlace
from centre_check.checks.measurement import Measurement
from centre_check.checks.quantities.each import Each, Group
from centre_check.checks.quantities.ratio import OfTwo
from centre_check.checks.quantity import Quantity
from centre_check.checks.rates import percent
from centre_check.checks.records import Context
from centre_check.logic import Interval
from centre_check.model.evidence import Evidence, Reason
from centre_check.model.facts import Cell
from centre_check.model.findings import Comparison
from centre_check.model.progress import (
    FigureBeside,
    MeasuredText,
    MeasureProgress,
    PartProgress,
    RequiredText,
    Status,
    Stretch,
    TargetProgress,
)
from centre_check.standard.targets.types import Measure, Target
from centre_check.words import Words, mark
from centre_check.words.terms import STATUSES

_WHOLE = 100  # per cent


class TargetJudge:
    """Judges targets on one workbook's figures, in one language."""

    def __init__(
        self,
        context: Context,
        narrator: Narrator,
        coverage: Coverage,
        places: int,
        words: Words,
    ) -> None:
        self.context = context
        self.narrator = narrator
        self.coverage = coverage
        self.places = places
        self.words = words

    def target(self, target: Target) -> TargetProgress:
        """The target with all its measures."""
        words = self.words
        judged = (self.measure(one) for one in target.measures)
        measures = tuple(one for one in judged if one is not None)
        deciding = [one.status for one in measures if one.decides]
        return TargetProgress(
            id=target.id,
            clause=target.clause,
            quote=target.quote,
            title=words.phrase(target.title),
            level=words.phrase(target.level),
            responsible=target.responsible,
            supporting=target.supporting,
            interpretation=words.phrase(target.interpretation),
            status=worst(deciding or [one.status for one in measures]),
            measures=measures,
        )

    def measure(self, one: Measure) -> MeasureProgress | None:
        """One number of a target; None where nobody asks for it, as no place was named."""
        words = self.words
        figures = Figures(words.phrase(one.unit), self.places, words, one.bound)
        found = one.quantity.measure(self.context)
        value = found.interval
        parts = self._parts(one, figures)
        if not parts and _is_asked_where_named(one.quantity):
            return None
        own = stand(value, self._asked(one, one.bound))
        status = self._status(one, own, parts)
        rate = rate_of(own.rate, self.places)
        gap = _gap(value, one.bound, status)
        return MeasureProgress(
            title=words.phrase(one.title) if one.title else "",
            period=(one.period.first, one.period.last) if one.period else None,
            status=status,
            decides=one.decides,
            is_stretch=one.floor is None,
            required=RequiredText(
                one.bound.comparison,
                one.bound.value,
                one.bound.upper,
                figures.name,
                self._asked_for(one, figures),
            ),
            measured=MeasuredText(
                value.low,
                value.high,
                value.low_open,
                value.high_open,
                figures.name,
                self._found(one, found, figures),
            ),
            rate=rate,
            rate_text=self._rate(one.bound, rate and said_rate(rate, words), value, status),
            time_progress=None if own.elapsed is None else percent(own.elapsed),
            gap=gap,
            gap_text=_gap_text(gap, one.bound, figures),
            parts=tuple(part for part, _ in parts),
            stretch=self._stretch(one, value, figures),
            beside=tuple(
                FigureBeside(
                    words.phrase(b.title),
                    figures.found(b.quantity.measure(self.context).interval),
                )
                for b in one.beside
            ),
            reasons=self.narrator.reasons(found.reasons) if found.reasons else "",
            remarks=tuple(self._remarks(one, found, own, status)),
            cells=_cells(found),
        )

    def _asked(self, one: Measure, bound: Bound, days: tuple[date, date] | None = None) -> Demand:
        period = days or ((one.period.first, one.period.last) if one.period else None)
        until = self.coverage.until(one.quantity, period) or self.context.as_of
        return Demand(bound, one.is_about, period, min(until, self.context.as_of))

    def _parts(self, one: Measure, figures: Figures) -> list[tuple[PartProgress, Group]]:
        """Each year, month, place or name by itself."""
        if not isinstance(one.quantity, Each):
            return []
        found = []
        for group in one.quantity.groups(self.context):
            value = group.measured.interval
            status = stand(value, self._asked(one, one.bound, group.days)).status
            found.append((PartProgress(group.label, status, figures.found(value)), group))
        return found

    def _status(
        self, one: Measure, own: TargetStanding, parts: list[tuple[PartProgress, Group]]
    ) -> Status:
        if not parts:
            return own.status
        status = worst([part.status for part, _ in parts])
        by = one.quantity.by if isinstance(one.quantity, Each) else None
        is_running = one.period is not None and self.context.as_of < one.period.last
        is_good = status in (Status.ACHIEVED, Status.EXCEEDED)
        if is_running and is_good and isinstance(by, ByPeriod) and not is_inverse(one.bound):
            return Status.ON_SCHEDULE
        return status

    def _asked_for(self, one: Measure, figures: Figures) -> str:
        text = figures.limit(one.bound, is_about=one.is_about)
        return self.words(mark("stretch {text}"), text=text) if one.floor is None else text

    def _found(self, one: Measure, found: Measurement, figures: Figures) -> str:
        text = figures.found(found.interval)
        is_unknown = not found.interval.low and found.interval.high is None
        if is_unknown or not isinstance(one.quantity, OfTwo):
            return text
        plain = Figures("", self.places, self.words)
        sides = (one.quantity.part, one.quantity.whole)
        part, whole = (plain.found(side.measure(self.context).interval) for side in sides)
        return self.words(mark("{part}/{whole}, {share}"), part=part, whole=whole, share=text)

    def _rate(
        self, bound: Bound, text: str | None, value: Interval[Decimal], status: Status
    ) -> str:
        """The completion rate; of a limit only whether it is kept."""
        words = self.words
        if is_inverse(bound):
            if status is Status.UNCOMPUTABLE:
                return words(STATUSES["uncomputable"])
            return words(mark("kept") if status is not Status.MISSED else mark("overrun"))
        if bound.comparison is Comparison.BETWEEN:
            return words(mark("no rate (a range)"))
        is_unknown = not value.low and value.high is None
        if text is None or is_unknown:
            return words(STATUSES["uncomputable"])
        if value.high is not None and value.high < 0:
            return words(mark("no rate (a fall)"))
        return text

    def _stretch(self, one: Measure, value: Interval[Decimal], figures: Figures) -> Stretch | None:
        if one.stretch is None or one.floor is None:
            return None
        standing = stand(value, self._asked(one, one.stretch))
        rate = rate_of(standing.rate, self.places)
        said = said_rate(rate, self.words) if rate else self.words(STATUSES["uncomputable"])
        return Stretch(figures.limit(one.stretch), standing.status, said)

    def _remarks(
        self, one: Measure, measured: Measurement, own: TargetStanding, status: Status
    ) -> list[str]:
        found = []
        if status is Status.UNCOMPUTABLE and not measured.reasons:
            found.append(self.words(mark("the figures are not precise enough to decide")))
        most = own.rate.high if own.rate is not None else None
        if most is not None and most < 1 and percent(most, self.places) >= _WHOLE:
            found.append(self.words(mark("the rate is rounded up; the target is not reached")))
        named = [part.label for part in measured.counted if not _is_in_cells(part)]
        if named:
            found.append(self.words(mark("counted: {names}"), names=self.words.join(named)))
        if is_over(measured.interval, one.bound):
            text = mark("more than the text names; whether that is allowed it does not say")
            found.append(self.words(text))
        if one.period is None:
            return found
        days = (one.period.first, one.period.last)
        if self.context.as_of < one.period.first:
            found.append(self.words(mark("its period has not begun")))
        elif status is Status.UNCOMPUTABLE and any(map(_is_of_days, measured.reasons)):
            first, last = (day.isoformat() for day in days)
            text = mark("wanted: figures of {first} to {last}")
            found.append(self.words(text, first=first, last=last))
        until = self.coverage.until(one.quantity, days)
        if until is not None and until < min(self.context.as_of, one.period.last):
            text = mark("judged as of {day}, up to which the figures go")
            found.append(self.words(text, day=until.isoformat()))
        return found


def _is_asked_where_named(quantity: Quantity) -> bool:
    by = quantity.by if isinstance(quantity, Each) else None
    return isinstance(by, ByPlace) and bool(by.named_by)


def _is_of_days(reason: Reason) -> bool:
    """Whether it is open for want of rows of the right days."""
    return reason.code == "no_row_then" or reason.values.get("field") == "period"


def _gap(value: Interval[Decimal], bound: Bound, status: Status) -> Decimal | None:
    if status not in (Status.MISSED, Status.BEHIND, Status.ON_SCHEDULE):
        return None
    return shortfall(value, bound) or None


def _gap_text(gap: Decimal | None, bound: Bound, figures: Figures) -> str:
    if not gap:
        return ""
    text = mark("over by {gap}") if is_inverse(bound) else mark("short by {gap}")
    return figures.words(text, gap=figures.short(gap))


def _cells(found: Measurement) -> tuple[Cell, ...]:
    shown = found.counted + found.undecided
    cells = dict.fromkeys(cell for one in shown if _is_in_cells(one) for cell in one.cells)
    return tuple(cells)


def _is_in_cells(one: Evidence) -> bool:
    """Whether the record stands in cells; a centre that was audited stands in its own workbook."""
    return all(cell.ref for cell in one.cells)
