"""Tell a finding in parts: what there is, what is asked, the gap, who does not count, where to act.

Every screen, paper and page is drawn from these parts; none takes a sentence to pieces.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from centre_check.audit.judging.case import Case
from centre_check.checks.amounts import amount, found, limit, plain
from centre_check.checks.grammar import Bounded, EachMust, Inspection
from centre_check.checks.quantities.ratio import OfTwo, Ratio
from centre_check.checks.quantities.share import Share
from centre_check.form.types import Kind
from centre_check.logic import Interval
from centre_check.model.evidence import Evidence, Reason
from centre_check.model.facts import Cell
from centre_check.model.findings import Comparison, Finding, Measured, Place, Source, Write
from centre_check.model.outcomes import Outcome
from centre_check.standard.types import Criterion
from centre_check.words import Phrase, mark

_NAMED = 3  # records that a sentence names; how many there are is always said
_FILL = frozenset({"blank", "no_column"})
_WHOLE_SHEET = frozenset({"no_sheet", "several_sheets", "unfilled"})
_SEVERAL = "contradictory"  # any of its cells may be the wrong one
_LOWER = frozenset({"not_is", "only_lower_limit"})  # what was given is a limit, no more
_UPPER = (Comparison.AT_MOST, Comparison.LESS_THAN)
_BY_SOURCE = {
    Source.DECLARED: mark("declared: {now}"),
    Source.ROSTER: mark("roster: {now}"),
    Source.ATTESTED: mark("on site: {now}"),
}


def told(finding: Finding, criterion: Criterion, case: Case) -> Finding:
    """The finding with its parts, and a sentence made of them."""
    return _Telling(finding, criterion, case).told()


class _Telling:
    """One finding on its way to its words."""

    def __init__(self, finding: Finding, criterion: Criterion, case: Case) -> None:
        self.finding, self.criterion, self.case = finding, criterion, case
        self.words, self.narrator = case.words, case.narrator
        check = criterion.check
        self.unit = self.words.phrase(check.unit) if not isinstance(check, Inspection) else ""
        self.missing = finding.shortfall or Decimal(0)

    def told(self) -> Finding:
        finding = self.finding._replace(
            sentence=self.criterion.sentence or self.criterion.quote, source=self._source()
        )
        if isinstance(self.criterion.check, Inspection):
            return finding
        now, wanted, gap, why = self._now(), self._wanted(), self._gap(), self._why()
        brief = self._brief(now, wanted, gap)
        said = [
            self.words(mark("{sentence}."), sentence=one[:1].upper() + one[1:])
            for one in (brief, why)
            if one
        ]
        return finding._replace(
            now=now,
            wanted=wanted,
            gap=gap,
            why=why,
            message=self.words.run_on(said),
            brief=brief or why,
            remedy=self._remedy(),
            deciding=self._deciding(),
            places=tuple(self._places()),
        )

    # --- who vouches for it -----------------------------------------------------------------------

    def _source(self) -> Source:
        """A list of persons or entities, or a log with dates, can be checked row by row."""
        if isinstance(self.criterion.check, Inspection):
            return Source.ATTESTED
        tables = {one.table for one in (*self.finding.counted, *self.finding.left_out)}
        tables = tables or {str(one.values.get("table", "")) for one in self.finding.reasons}
        sheets = [sheet for sheet in self.case.narrator.form.sheets if sheet.id in tables]
        kinds = ({field.id: field.kind for field in sheet.fields} for sheet in sheets)
        is_roster = (
            sheet.identity is not None or kind.get(sheet.key) is Kind.DATE
            for sheet, kind in zip(sheets, kinds, strict=True)
        )
        return Source.ROSTER if sheets and all(is_roster) else Source.DECLARED

    # --- what there is ----------------------------------------------------------------------------

    @property
    def _is_presence(self) -> bool:
        """Whether one record is all that is asked for."""
        check = self.criterion.check
        return (
            isinstance(check, Bounded)
            and check.bound.comparison is Comparison.AT_LEAST
            and check.bound.value == 1
            and not isinstance(check.quantity, Share)
        )

    def _now(self) -> str:
        finding, words, says = self.finding, self.words, self.criterion.says
        check = self.criterion.check
        if isinstance(check, EachMust):
            return self._of_each(check)
        have = _interval(finding.measured)
        if self._is_presence and finding.outcome is not Outcome.PASS:
            return self._absent()
        if isinstance(check, Bounded) and isinstance(check.quantity, Share):
            return self._of_share()
        if have.high is None:
            if not have.low:
                return ""
            least = amount(have.low, self.unit, words)
            return words(mark("{amount}, which is only a lower limit"), amount=least)
        if says.now is not None:
            return self._filled(says.now)
        if self._is_presence and finding.counted:
            return self._labels(finding.counted)
        if isinstance(check, Bounded) and isinstance(check.quantity, OfTwo):
            return self._of_two(check.quantity, have)
        rough = self._rough(have)
        return rough or found(have, self.unit, words)

    def _rough(self, have: Interval[Decimal]) -> str:
        """A figure that was written roughly, and as what it was read."""
        cells = [cell for one in self.finding.counted for cell in one.cells[:1] if cell.value]
        if (
            have.is_exact
            or len(cells) != 1
            or any(one.code == "blank" for one in self.finding.reasons)
        ):
            return ""
        return self.words(
            mark("“{text}”, read as {amount}"),
            text=cells[0].value,
            amount=found(have, self.unit, self.words),
        )

    def _of_two(self, quantity: OfTwo, have: Interval[Decimal]) -> str:
        """2/11，18.18%."""
        sides = (one.measure(self.case.context).interval for one in quantity.parts())
        part, whole = (found(side, "", self.words) for side in sides)
        share = found(have, self.unit, self.words)
        return self.words(mark("{part}/{whole}, {share}"), part=part, whole=whole, share=share)

    def _of_share(self) -> str:
        total, have = self.finding.out_of, len(self.finding.counted)
        if total is None or not (total.low or total.high):
            return ""
        most = have + len(self._undecided())
        values = {
            "found": found(Interval(Decimal(have), Decimal(most)), self.unit, self.words),
            "total": found(_interval(total), self.unit, self.words),
        }
        says = self.criterion.says.now
        if says is not None:
            return self._filled(says, **values)
        return self.words(mark("{found} of {total}"), **values)

    def _of_each(self, check: EachMust) -> str:
        finding, words = self.finding, self.words
        total = len(finding.counted) + len(finding.left_out)
        if not total:
            return ""
        rows = self.case.context.populations[check.population].rows
        if len(rows) == 1 and not self.case.context.table(rows[0]).key:
            return self._values(rows[0]) if finding.outcome is Outcome.PASS else ""
        bad = self._bad()
        if total == len(finding.counted) and finding.outcome is Outcome.UNKNOWN:
            return ""  # there may be more: the reasons say why
        values = {
            "found": amount(len(finding.counted), self.unit, words),
            "total": amount(total, self.unit, words),
            "bad": amount(len(bad), self.unit, words),
            "open": amount(total - len(finding.counted) - len(bad), self.unit, words),
        }
        if finding.outcome is Outcome.FAIL and self.criterion.says.now is not None:
            return self._filled(self.criterion.says.now, **values)
        message = (
            mark("all {total} as required")
            if finding.outcome is Outcome.PASS
            else mark("{bad} of {total} must be looked at by a person")
            if bad and finding.outcome is Outcome.MANUAL
            else mark("{bad} of {total} not as required")
            if bad
            else mark("{open} of {total} cannot be decided yet")
        )
        return words(message, **values)

    def _values(self, table: str) -> str:
        """What stands in the one row that was asked: its dates and words of a list."""
        own = self.case.context.table(table)
        texts = (
            entry.shown
            for row in own.rows
            for name, entry in own.said(row.at)
            if not isinstance(entry.value, str) and row.cell(name) in self.finding.cells
        )
        return self.words.join(dict.fromkeys(filter(None, texts)))

    def _absent(self) -> str:
        """Of one thing asked for: what is filled in instead, or that there is no row of it."""
        near = [one for one in self.finding.left_out if one.is_near]
        if self.finding.outcome is Outcome.UNKNOWN:
            return ""
        values = [one.reason.cells[0].value for one in near if one.reason and one.reason.cells]
        if near and all(values):
            texts = (self.words(mark("“{text}”"), text=text) for text in dict.fromkeys(values))
            return self.words.join(texts)
        return self.words(mark("none on record"))

    def _labels(self, records: Sequence[Evidence]) -> str:
        labels = list(dict.fromkeys(one.label for one in records if one.label))
        if not labels or len(labels) > 2:
            return amount(len(records), self.unit, self.words)
        return self.words.join(labels)

    # --- what is asked, what is missing -----------------------------------------------------------

    def _wanted(self) -> str:
        check, says = self.criterion.check, self.criterion.says
        if self.finding.required is None:
            return ""
        if says.wanted is not None:
            return self._filled(says.wanted)
        if isinstance(check, Bounded):
            return limit(check.bound, check.quantity, self.unit, self.words)
        return ""

    def _gap(self) -> str:
        check, says = self.criterion.check, self.criterion.says
        if self.finding.outcome is not Outcome.FAIL:
            return ""
        if says.gap is not None:
            return self._filled(says.gap)
        if not self.missing:
            return ""
        is_upper = isinstance(check, Bounded) and check.bound.comparison in _UPPER
        message = mark("{gap} too much") if is_upper else mark("{gap} short")
        return self.words(message, gap=self._missing())

    def _missing(self) -> str:
        """What is missing: of a ratio in what it counts, else in percentage points."""
        check = self.criterion.check
        if isinstance(check, Bounded) and isinstance(check.quantity, Ratio):
            counted = check.quantity.missing(check.bound, self.case.context)
            if counted is not None and check.quantity.counted_in:
                return amount(counted, check.quantity.counted_in, self.words)
        if self.unit == "%":
            return self.words(mark("{n} percentage points"), n=plain(self.missing))
        return amount(self.missing, self.unit, self.words)

    def _brief(self, now: str, wanted: str, gap: str) -> str:
        """名册专职3人，要求不少于5人，差2人."""
        if not now:
            return ""
        parts = [self.words(_BY_SOURCE[self._source()], now=now)]
        if wanted and not self._is_presence:
            parts.append(self.words(mark("required: {limit}"), limit=wanted))
        is_told = isinstance(self.criterion.check, EachMust) and not self.criterion.says.now
        return self.words.clauses((*parts, gap) if gap and not is_told else parts)

    # --- who does not count, and why --------------------------------------------------------------

    def _undecided(self) -> list[Evidence]:
        open_ = {id(one) for one in self.finding.reasons}
        return [one for one in self.finding.left_out if one.reason and id(one.reason) in open_]

    def _bad(self) -> list[Evidence]:
        """Records of which each must be as required, and that certainly are not."""
        required, measured = self.finding.required, self.finding.measured
        if required is None or measured is None or required.bound != "each":
            return []
        return list(self.finding.left_out[: int(required.value - (measured.high or 0))])

    def _beyond(self) -> tuple[Evidence, ...]:
        """Records that by themselves are more, or less, than any may be."""
        check = self.criterion.check
        if self.finding.outcome is not Outcome.FAIL or not isinstance(check, Bounded):
            return ()
        return check.quantity.beyond(check.bound, self.case.context)

    def _told_of(self) -> list[Evidence]:
        """The records that a sentence speaks of."""
        finding = self.finding
        if finding.outcome is Outcome.UNKNOWN:
            return self._undecided()
        if isinstance(self.criterion.check, EachMust):
            return self._bad() or list(finding.left_out)
        near = [one for one in finding.left_out if one.is_near and one.reason]
        return [] if self._is_presence and self._absent() and len(near) == 1 else near

    def _why(self) -> str:
        finding, check = self.finding, self.criterion.check
        if isinstance(check, EachMust) and not (
            finding.counted or finding.left_out or finding.reasons
        ):
            population = self.case.context.populations[check.population]
            none = mark("there are no {population}")
            return self.words(none, population=self.words.phrase(population.title))
        if finding.outcome not in (Outcome.FAIL, Outcome.UNKNOWN, Outcome.MANUAL):
            return ""
        records = self._told_of()
        loose = [
            one
            for one in finding.reasons
            if finding.outcome is Outcome.UNKNOWN and all(one != r.reason for r in records)
        ]
        alike: dict[str, list[Evidence]] = {}
        for one in records:
            alike.setdefault(self._short(one.reason), []).append(one)
        said = [self._short(one) for one in _once(loose)]
        for one in self._beyond():
            text = self.words(
                mark("{name} {number}"), name=one.cells[0].header, number=one.cells[0].value
            )
            alike.setdefault(text, []).append(one)
        said += [self._alike(text, those) for text, those in list(alike.items())[:_NAMED]]
        if len(alike) > _NAMED:
            said.append(self.words(mark("{n} in all"), n=len(records)))
        return self.words(mark("; ")).join(said)

    def _alike(self, text: str, records: Sequence[Evidence]) -> str:
        """Records with one reason: 第9行罗*、第11行田*「经历」未填."""
        is_page = not records[0].first.table.key  # of labels, which has no rows
        if (self._is_presence or is_page) and len(records) == 1:
            return text
        who = self.words.join(self._name(one) for one in records[:_NAMED])
        if len(records) > _NAMED:
            who = self.words(mark("{names} and others, {n} in all"), names=who, n=len(records))
        return self.words(mark("{name}: {said}"), name=who, said=text)

    def _short(self, reason: Reason | None) -> str:
        if reason is None:
            return ""
        text = self.narrator.short(reason, self.case.context.as_of.year)
        required = self.finding.required
        is_counted = required is not None and required.bound != "each"
        if is_counted and self.finding.outcome is Outcome.FAIL and reason.code != "repeated":
            return self.words(mark("{said}: not counted"), said=text)
        return text

    def _name(self, one: Evidence) -> str:
        """A person by row and masked name, whoever is named in full by the name alone."""
        if one.label and not one.label.endswith("*"):
            return one.label
        return self.words(mark("row {row} {label}"), row=one.row, label=one.label).strip()

    # --- what to do, and where --------------------------------------------------------------------

    def _remedy(self) -> str:
        outcome = self.finding.outcome
        if outcome is Outcome.FAIL:
            return self._filled(self.criterion.remedy)
        if outcome is Outcome.MANUAL:
            return self.words(mark("An inspector decides on site."))
        if outcome is Outcome.UNKNOWN:
            return self._supply()
        return ""

    def _supply(self) -> str:
        """What to supply so that it can be decided; never which answer would pass."""
        reasons = self.finding.reasons
        codes = {one.code for one in reasons}
        if not reasons or codes <= _WHOLE_SHEET:
            return self.narrator.next_step(reasons)
        if self.criterion.says.fill is not None and codes & _LOWER:
            return self._filled(self.criterion.says.fill)
        blank = [one for one in reasons if one.code in _FILL]
        other = [one for one in reasons if one.code not in _FILL | _WHOLE_SHEET]
        steps = []
        if blank:
            steps.append(self.words(mark("Fill in {fields}."), fields=self._fields(blank)))
        if other:
            proof = self.criterion.says.proof
            after = self.words.phrase(proof) if proof else self.words(mark("the original"))
            step = mark("Check {fields} against {proof} and correct the entry.")
            steps.append(self.words(step, fields=self._fields(other), proof=after))
        return self.words.run_on(steps)

    def _headers(self, reason: Reason) -> list[str]:
        if reason.code == _SEVERAL and reason.cells:
            return [cell.header for cell in reason.cells]
        return [self.narrator.header(reason)]

    def _fields(self, reasons: Sequence[Reason]) -> str:
        names = dict.fromkeys(name for one in reasons for name in self._headers(one))
        quoted = (self.words(mark("“{text}”"), text=name) for name in names if name)
        return self.words.join(quoted) or self.words(mark("what is missing"))

    def _deciding(self) -> tuple[Cell, ...]:
        """The cells that a person would look at, those of who is named before those that count."""
        reasons = [one.reason for one in self._told_of() if one.reason] + list(self.finding.reasons)
        if self._is_presence and self.finding.outcome is Outcome.FAIL:
            reasons = [one.reason for one in self.finding.left_out if one.is_near and one.reason]
        check = self.criterion.check
        of_reasons = [cell for one in reasons for cell in one.cells]
        of_reasons += [cell for one in self._beyond() for cell in one.cells[:1]]
        leading = self._leading()
        is_figure = isinstance(check, Bounded) and not of_reasons
        if self.finding.measured is not None and self._is_reading:
            return tuple(dict.fromkeys(leading + (of_reasons if self._is_open else [])))
        return tuple(dict.fromkeys(of_reasons or (leading if is_figure else [])))

    def _leading(self) -> list[Cell]:
        """The cell that decided each record that counts."""
        return [cell for one in self.finding.counted for cell in one.cells[:1]]

    @property
    def _is_open(self) -> bool:
        return self.finding.outcome is Outcome.UNKNOWN

    @property
    def _is_reading(self) -> bool:
        """Whether the figure is read off one cell of a sheet of labels and values."""
        return bool(self.finding.counted) and all(
            not self.case.context.table(one.table).key for one in self.finding.counted
        )

    def _places(self) -> Iterator[Place]:
        if self.finding.outcome not in (Outcome.FAIL, Outcome.UNKNOWN):
            return
        named = {id(one.reason): one for one in self.finding.left_out}
        if self._is_open:
            if self._is_reading:
                yield from self._at(self._leading(), Write.UPDATE, None)
            for reason in self.finding.reasons:
                if reason.code not in _LOWER:  # what is given is true, only not enough
                    write = Write.FILL if reason.code in _FILL else Write.CORRECT
                    cells = reason.cells if reason.code == _SEVERAL else reason.cells[:1]
                    yield from self._at(cells, write, named.get(id(reason)))
        elif isinstance(self.criterion.check, EachMust) or self._beyond():
            for one in self._bad() or self._beyond():
                yield from self._of_bad(one)
        elif self._is_reading or (self._is_presence and self._deciding()):
            yield from self._at(self._deciding(), Write.UPDATE, None)
        else:
            tables = [one.table for one in (*self.finding.counted, *self.finding.left_out)]
            yield from self._one_more(tables[:1])

    def _of_bad(self, one: Evidence) -> Iterator[Place]:
        reason = one.reason
        if reason is not None and "population" in reason.values:
            population = self.case.context.populations[reason.values["population"]]
            yield from self._one_more(population.rows[:1], one.label)
        else:
            yield from self._at(reason.cells[-1:] if reason else one.cells[:1], Write.UPDATE, one)

    def _one_more(self, tables: Sequence[str], label: str = "") -> Iterator[Place]:
        """The next free row of the list."""
        for table in map(self.case.context.table, tables):
            after = max((row.number for row in table.rows), default=1) + 1
            yield Place(table.id, table.title, after, Write.ONE_MORE, record=label)

    def _at(self, cells: Iterable[Cell], write: Write, record: Evidence | None) -> Iterator[Place]:
        titles = {table.title: table.id for table in self.case.context.tables.values()}
        for cell in cells:
            row = int("".join(filter(str.isdigit, cell.ref)) or 0)
            label = record.label if record else ""
            yield Place(titles.get(cell.sheet, ""), cell.sheet, row, write, cell, label)

    def _filled(self, phrase: Phrase, **values: str) -> str:
        """A phrase of the standard with its amounts, and the sheets as the workbook names them."""
        have = _interval(self.finding.measured)
        amounts = {
            "found": found(have, self.unit, self.words) if have.low is not None else "",
            "total": "",
            "bad": amount(len(self._bad()), self.unit, self.words),
            "gap": self._missing() if self.missing else "",
        }
        amounts["gap"] = amounts["gap"] or self.words(mark("some"))
        return self.words.phrase(phrase).format_map({**self.narrator.sheets, **amounts, **values})


def _interval(measured: Measured | None) -> Interval[Decimal]:
    return Interval(measured.low, measured.high) if measured else Interval(None, None)


def _once(reasons: Iterable[Reason]) -> list[Reason]:
    """Reasons that differ: the same one of several cells once."""
    found: dict[tuple[str, str, str], Reason] = {}
    for one in reasons:
        key = (one.code, str(one.values.get("table", "")), str(one.values.get("field", "")))
        found.setdefault(key, one)
    return list(found.values())
