"""Count: how many records say yes, or how many kinds of a thing they show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from centre_check.checks.answers import Answer, together
from centre_check.checks.grammar import Test
from centre_check.checks.measurement import Asked, Measurement, ask_all, ask_both, evidence, tally
from centre_check.checks.populations import belongings, records
from centre_check.checks.quantity import Id, MaybeFieldId, OfRecords, Saying, Takes
from centre_check.checks.records import Context, Record
from centre_check.logic import Interval, Truth
from centre_check.model.evidence import Evidence, Reason
from centre_check.model.facts import AND_MORE, Choices
from centre_check.model.told import Told
from centre_check.words import mark


@dataclass(frozen=True, slots=True)
class Count(OfRecords):
    """How many records of a population meet the tests."""

    key = "count"
    takes = Takes.NUMBER
    is_divisible = True

    where: tuple[Test, ...] = ()
    distinct: MaybeFieldId = ""
    """Count the different choices of this field instead of the records."""
    among: Annotated[tuple[Id, ...], Told(names="choice", of="distinct")] = ()
    """Only these choices."""
    unlisted: Annotated[Truth, Told(by_option=True)] = Truth.MAYBE
    """Whether a text outside the dictionary is a further choice."""

    def measure(self, context: Context) -> Measurement:
        """How many records say yes; with `distinct`, how many choices of that field they show."""
        if self.distinct:
            return _kinds(self, context)
        both, gap = ask_both(self.population, self.where, context)
        found = tally(both, context)
        low, high = len(found.yes), len(found.yes) + len(found.maybe)
        interval = Interval(Decimal(low), None if gap else Decimal(high))
        return Measurement(interval, found.yes, found.no, found.maybe, gap + found.reasons)

    def says(self, say: Saying) -> str:
        """The number of …, each … counted once."""
        words, text = say.words, say.population(self.population)
        if self.where:
            text = words(
                mark("number of {population} where {tests}"),
                population=text,
                tests=say.tests(self.where, self.population),
            )
        if not self.distinct:
            return text if self.where else words(mark("number of {population}"), population=text)
        return words(
            mark("{count}, each {field} counted once ({choices})")
            if self.among
            else mark("{count}, each {field} counted once"),
            count=text,
            field=say.field(self.distinct, self.population),
            choices=words.join(
                say.choice(one, self.distinct, self.population) for one in self.among
            ),
        )

    def asked(self) -> Iterator[tuple[str, tuple[Test, ...]]]:
        """Its population and its tests."""
        yield self.population, self.where

    def reads(self) -> Iterator[tuple[str, str]]:
        """The field whose choices are counted."""
        if self.distinct:
            yield self.population, self.distinct


def _kinds(count: Count, context: Context) -> Measurement:
    asked, gap = ask_all(count.population, count.where, context)
    belongs = belongings(records(count.population, context), context)
    best: dict[str, tuple[Truth, Evidence]] = {}
    left_out: list[Evidence] = []
    for record, _, answer in asked:  # a choice shown twice is one: rivals do not matter
        both = together((answer, belongs[record.at]))
        shown = _choices_of(record, both, count)
        if both.truth is Truth.NO or not shown:
            left_out.append(evidence(record, both, is_near=answer.truth is Truth.YES))
        for choice, truth in shown.items():
            if truth > best.get(choice, (Truth.NO,))[0]:
                best[choice] = (truth, _as_evidence(record, both, count.distinct, truth, context))
    yes = tuple(shown for truth, shown in best.values() if truth is Truth.YES)
    maybe = tuple(shown for truth, shown in best.values() if truth is Truth.MAYBE)
    gap += tuple(_more_than_named(asked, count.distinct, context))
    high = None if gap else Decimal(len(yes) + len(maybe))
    reasons = gap + tuple(shown.reason for shown in maybe if shown.reason)
    return Measurement(Interval(Decimal(len(yes)), high), yes, tuple(left_out), maybe, reasons)


def _more_than_named(asked: Iterable[Asked], field: str, context: Context) -> Iterator[Reason]:
    """Cells that say that there are more choices than they name."""
    for record, belongs, answer in asked:
        if Truth.NO in (belongs.truth, answer.truth):
            continue
        for entry, cell in record.said(field):
            value = entry.value
            if isinstance(value, Choices) and AND_MORE in value.unlisted and cell is not None:
                yield Reason(context.why("open_list", table=record.table, field=field), (cell,))


def _choices_of(record: Record, answer: Answer, count: Count) -> dict[str, Truth]:
    """The choices that the record may add to the count, each with how sure that is."""
    shown: dict[str, Truth] = {}
    for entry, _ in record.said(count.distinct):
        if isinstance(entry.value, Choices):
            known = [c for c in entry.value.known if not count.among or c in count.among]
            shown |= dict.fromkeys(sorted(known), answer.truth)
            others = [text for text in entry.value.unlisted if text != AND_MORE]
            shown |= {text: min(answer.truth, count.unlisted) for text in others}
        elif answer.truth is not Truth.NO:
            shown[f"row {record.rows[0].number}"] = Truth.MAYBE
    return {choice: truth for choice, truth in shown.items() if truth is not Truth.NO}


def _as_evidence(
    record: Record, answer: Answer, field: str, truth: Truth, context: Context
) -> Evidence:
    """The record, called by its choice."""
    entry, cell = record.said(field)[0]
    cells = ((cell,) if cell is not None else ()) + answer.cells
    reason = answer.reasons[0] if answer.reasons else None
    if reason is None and truth is Truth.MAYBE:
        code = "unlisted" if entry.value is not None else str(entry.trouble)
        reason = Reason(context.why(code, table=record.table, field=field), cells[:1])
    kept = tuple(dict.fromkeys(cells))
    why = reason if truth is Truth.MAYBE else None
    return Evidence(record.rows[0], kept, why, cell)
