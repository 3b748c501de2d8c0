"""Notes where the workbook's own list of targets says otherwise than the published text."""

from decimal import Decimal

from centre_check.audit.targets.figures import Figures
from centre_check.audit.targets.lines import IndicatorLine, lines_of
from centre_check.audit.targets.naming import text_of
from centre_check.checks.quantity import OfRecords, Takes
from centre_check.checks.rates import PLACES
from centre_check.checks.records import Context
from centre_check.logic import Interval, Truth
from centre_check.logic.spelling import normalise
from centre_check.model.facts import Note
from centre_check.standard.targets.types import PLANNED, Measure, Targets
from centre_check.words import Words, mark


def planned_otherwise(standard: Targets, context: Context, words: Words) -> list[Note]:
    """Rows of 目标任务 that state another target than the published text."""
    table = context.tables.get(PLANNED)
    by_name = {normalise(one.names[0]): one for one in standard.indicators}
    return [
        note
        for row in (lines_of(table) if table else ())
        if (indicator := by_name.get(text_of(row, "indicator"))) is not None
        for target in standard.targets
        for one in target.measures
        if _is_of(one, indicator.id, standard)
        if (note := _note(row, target.id, one, words)) is not None
    ]


def _note(row: IndicatorLine, target: str, one: Measure, words: Words) -> Note | None:
    value, cell = row.entry("value").value, row.cell("value")
    if not isinstance(value, Interval) or not _differs(value, one):
        return None
    figures = Figures(words.phrase(one.unit), PLACES, words)
    text = words(
        mark("{id}: the workbook states {own}, the text {published}, which holds"),
        own=figures.found(value),
        id=target,
        published=figures.limit(one.bound),
    )
    return Note("other_target", text, (cell,) if cell else ())


def _is_of(one: Measure, indicator: str, standard: Targets) -> bool:
    quantity = one.quantity
    if not isinstance(quantity, OfRecords) or quantity.takes not in (Takes.ALL, Takes.ONE):
        return False
    own = standard.populations[quantity.population]
    return (own.part_of or own.id) == indicator


def _differs(value: Interval[Decimal], one: Measure) -> bool:
    limits = [bound.value for bound in (one.floor, one.stretch) if bound is not None]
    return all(
        value.at_least(limit) is Truth.NO or value.at_most(limit) is Truth.NO for limit in limits
    )
