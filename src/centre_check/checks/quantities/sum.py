"""Sum: what the amounts of a column come to; a blank may hide anything from nothing up."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from centre_check.checks.measurement import ZERO, Asked, Measurement, ask_all, evidence
from centre_check.checks.places import same_place
from centre_check.checks.quantity import MaybeFieldId, OfField, Saying, Takes
from centre_check.checks.records import Context, Record
from centre_check.checks.values import amount_of, shown_amount
from centre_check.logic import Interval, Truth
from centre_check.model.evidence import Evidence, Reason
from centre_check.words import mark


@dataclass(frozen=True, slots=True)
class Sum(OfField):
    """The sum of a number field over a population."""

    key = "sum"
    takes = Takes.ALL
    is_divisible = True

    at: MaybeFieldId = ""
    """The field with the place that an amount is of: one place counts once."""

    def measure(self, context: Context) -> Measurement:
        """The sum of the column over the records."""
        asked, gap = ask_all(self.population, (), context)
        amounts = [amount_of(one.record, self.field) for one in asked]
        least = _least(asked, amounts)
        low, high = ZERO, None if gap or not asked else ZERO
        low_open, high_open = False, False
        counted: list[Evidence] = []
        undecided: list[Evidence] = []
        excluded: list[Evidence] = []
        places: dict[str, list[int]] = {}
        for at, (record, belongs, _) in enumerate(asked):
            if belongs.truth is Truth.NO:
                excluded.append(evidence(record, belongs))
                continue
            place = _place(record, self) or f" {at}"
            others = places.setdefault(place, [])
            amount = amounts[at]
            if others and amount.is_exact and amount == amounts[others[0]]:
                excluded.append(_again(record, asked[others[0]].record, self.field, context))
                continue
            others.append(at)
            if belongs.truth is Truth.YES:
                sure = [least[one] for one in others if asked[one].belongs.truth is Truth.YES]
                low += max(sure) - max(
                    sure[:-1], default=ZERO
                )  # parts of one room may lie in each other
                low_open = low_open or (amount.low_open and least[at] == amount.low)
            high = None if high is None or amount.high is None else high + amount.high
            high_open = high_open or amount.high_open
            shown = shown_amount(record, belongs, self.field, context)
            (undecided if shown.reason else counted).append(shown)
        reasons = gap + tuple(shown.reason for shown in undecided if shown.reason)
        interval = Interval(
            low,
            high,
            low_open=low_open and high != low,
            high_open=high_open and high is not None and high != low,
        )
        return Measurement(interval, tuple(counted), tuple(excluded), tuple(undecided), reasons)

    def says(self, say: Saying) -> str:
        """The sum of … over …."""
        return say.words(mark("sum of {field} over {population}"), **self.named(say))


def _place(record: Record, total: Sum) -> str:
    """The one place that the amount is of; "" where that is not said."""
    if not total.at:
        return ""
    entry, _ = record.said(total.at)[0]
    name = record.key.value if record.key and record.key.value else ""
    return same_place(entry.value, name) if isinstance(entry.value, str) else ""


def _again(record: Record, first: Record, field: str, context: Context) -> Evidence:
    """A record that claims once more what another one claims of the same place."""
    cells = tuple(cell for _, cell in record.said(field) if cell is not None)
    why = context.why("same_place", row=str(first.rows[0].number))
    return Evidence(record.rows[0], cells, Reason(why, cells), record.key)


def _least(asked: Sequence[Asked], amounts: Sequence[Interval[Decimal]]) -> list[Decimal]:
    """What each record adds at least: if it may be another one, perhaps what that one says."""
    lows = [amount.low or ZERO for amount in amounts]
    among = {
        rivals: min(lows[at] for at in rivals)
        for rivals in {rivals for one in asked for rivals in one.record.rivals}
    }
    return [
        min([low, *(among[rivals] for rivals in one.record.rivals)])
        for one, low in zip(asked, lows, strict=True)
    ]
