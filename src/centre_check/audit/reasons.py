"""Reasons in words: why a row does not count, or why that cannot be told, and what to do."""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from centre_check.checks.grammar import Population
from centre_check.form.types import Form, Kind
from centre_check.logic.addresses import addresses
from centre_check.model.evidence import Evidence, Reason, Why
from centre_check.model.facts import Cell
from centre_check.model.table import Table
from centre_check.words import Words, mark

SENTENCES: Mapping[str, str] = {
    "blank": mark("{header} is blank"),
    "unreadable": mark("{header} 「{value}」 cannot be read: {remark}"),
    "error_value": mark("{header} is an error, {value}"),
    "no_stored_result": mark("{header} is a formula that was never computed"),
    "no_column": mark("「{sheet}」 has no column {header}"),
    "no_sheet": mark("the workbook has no sheet 「{sheet}」"),
    "several_sheets": mark("the workbook has several sheets for 「{sheet}」, none was read"),
    "unfilled": mark("「{sheet}」 is not filled in"),
    "repeated": mark("repeats row {row}, counted once"),
    "same_place": mark("the same place as row {row}, counted once"),
    "maybe_repeated": mark("perhaps the same as row {row}: nothing tells the two apart"),
    "maybe_same": mark("perhaps another one: the names are not written alike"),
    "several_names": mark("{header} 「{value}」 names several; enter one a row"),
    "day_unknown": mark("it rests on the audit date, which is not known"),
    "denied": mark("{header} 「{value}」 speaks against it"),
    "only_a_name": mark("there is only {header} 「{value}」 and nothing else"),
    "odd_name": mark("{header} 「{value}」 does not look like a name"),
    "placeholder": mark("{header} 「{value}」 looks like an example"),
    "headed_otherwise": mark("the heading above says 「{value}」"),
    "headed_elsewhere": mark("「{value}」 is another centre or place"),
    "headed_past": mark("「{value}」 is of another year"),
    "headed_void": mark("「{value}」 is no final table"),
    "headed_sample": mark("「{value}」 is an example"),
    "column_against": mark("{header} is 「{value}」"),
    "line_against": mark("near the table stands 「{value}」"),
    "comment_against": mark("the comment says 「{value}」"),
    "struck": mark("the row is struck through"),
    "legend_against": mark("it is marked, and the legend says 「{value}」"),
    "contradictory": mark("the entries contradict each other"),
    "unlisted": mark("{header} 「{value}」 is none of the form's words"),
    "perhaps": mark("{header} is 「{value}」, which leaves it open"),
    "doubtful": mark("{header} 「{value}」 casts a doubt"),
    "open_list": mark("{header} 「{value}」 does not name them all"),
    "imprecise": mark("{header} 「{value}」 is not precise enough"),
    "only_lower_limit": mark("what is given is only a lower limit"),
    "not_is": mark("{header} is 「{value}」"),
    "not_given": mark("{header}: none"),
    "not_blank": mark("{header} is 「{value}」"),
    "not_mentions": mark("{header} does not mention it"),
    "not_on_or_before": mark("{event} {value}, after the audit date"),
    "not_on_or_after": mark("{event} {value}"),
    "not_within_days_after": mark("{header}: {value}, not within the days required"),
    "not_months_before": mark("{header}: {value}, not long enough ago"),
    "not_within_months_before": mark("{header}: {value}, not within the period required"),
    "not_unique": mark("{header} 「{value}」 is shared with another"),
    "not_named": mark("{header} is 「{value}」"),
    "not_during": mark("{header}: {value}, not within the period"),
    "not_at_least": mark("{header}: {value}, less than {wanted}"),
    "not_more_than": mark("{header}: {value}, not more than {wanted}"),
    "not_at_most": mark("{header}: {value}, more than {wanted}"),
    "not_less_than": mark("{header}: {value}, not less than {wanted}"),
    "not_within_days_of": mark("{header}: {value}, too late"),
    "not_within_months_of": mark("{header}: {value}, too late"),
    "no_row": mark("no row says anything of 「{population}」"),
    "no_row_then": mark("no row of 「{population}」 is of this period or place"),
    "more_than_all": mark("「{population}」 is more than all that it is part of"),
    "no_group": mark("it is not known from when, or for which places, it is asked"),
    "no_place": mark("no row names its place, so it is not known how many there are"),
    "no_row_of_place": mark("there is no figure of {places}"),
    "zero_base": mark("the base of 「{population}」 is blank or zero"),
    "no_related": mark("none found among {population}"),
    "term_too_long": mark("{from} to {until}, {lasted} in all, {over} over"),
    "no_end": mark("the term has no end"),
    "ends_before_start": mark("the term ends before it starts"),
    "term_imprecise": mark("the dates are not precise enough to tell the length"),
    "first_term_missing": mark(
        "{header} is 「{value}」, but the agreement that was renewed is not on the list"
    ),
    "no_term": mark("there is no term, and residence alone does not settle it"),
}
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FILL_IN = {"blank", "no_column", "unfilled", "no_sheet"}
_SHOWN = 3  # records named in a sentence; how many there are is always said


class Narrator:
    """Says reasons and cells in the user's language, sheets as the workbook names them."""

    def __init__(
        self,
        form: Form,
        populations: Mapping[str, Population],
        words: Words,
        tables: Mapping[str, Table] = MappingProxyType({}),
    ) -> None:
        self.form = form
        self.populations = populations
        self.words = words
        self.sheets = {sheet.id: sheet.name for sheet in form.sheets} | {
            id_: table.title for id_, table in tables.items() if table.title
        }
        self._titles = {
            (sheet.id, field.id): words.phrase(field.title)
            for sheet in form.sheets
            for field in sheet.fields
        }
        self._units = {
            (sheet.id, field.id): field.unit
            for sheet in form.sheets
            for field in sheet.fields
            if field.kind is Kind.AMOUNT
        }
        self._said: dict[tuple[Why, int, str | None, str], str] = {}
        self._before, self._after = words(mark(" ({cells})")).split("{cells}")

    def reason(self, reason: Reason) -> str:
        """The reason as half a sentence, with its cells."""
        return self._sentence(reason) + self.at(reason.cells)

    def short(self, reason: Reason, year: int = 0) -> str:
        """The reason without cells; days as they are said in that year, if one is given."""
        return self._sentence(reason, year)

    def _sentence(self, reason: Reason, year: int = 0) -> str:
        """The sentence, made once for all cells that hold the same."""
        cell = reason.cells[0] if reason.cells else None
        key = (reason.why, year, cell and cell.value, cell.header if cell else "")
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = self._made(reason, cell, year)
        return said

    def _made(self, reason: Reason, cell: Cell | None, year: int) -> str:
        values = dict(reason.values)
        unit = self._units.get((values.get("table", ""), values.get("field", "")), "")
        values |= {name: values[name] + unit for name in ("wanted", "read") if name in values}
        header = self.header(reason)
        return self.words(
            SENTENCES[reason.code],
            **values
            | self._term(values)
            | {name: self._day(values[name], year) for name in ("from", "until") if name in values}
            | {
                "header": header,
                "event": header.removesuffix("日期").removesuffix("时间"),
                "value": self._day(self._value(values, cell), year),
                "sheet": self._sheet(values.get("table", "")),
                "population": self._population(values.get("population", "")),
                "remark": self.words(values["remark"]) if values.get("remark") else "",
            },
        )

    def _term(self, values: Mapping[str, str]) -> dict[str, str]:
        """How long terms lasted together, and by how much that is too long."""
        if "months" not in values:
            return {}
        months, days = int(values["months"]), int(values["days"])
        over = months - 12 * int(values["years"])
        return {"lasted": self._length(months, days), "over": self._length(over, days)}

    def _length(self, months: int, days: int) -> str:
        years, months = divmod(max(months, 0), 12)
        parts = (
            (years, self.words.plural("{n} year", "{n} years", years)),
            (months, self.words.plural("{n} month", "{n} months", months)),
            (days, self.words.plural("{n} day", "{n} days", days)),
        )
        return self.words.run_on(text for n, text in parts if n)

    def _day(self, text: str, year: int) -> str:
        """A day as people say it in `year`: 6月29日; anything else as it is."""
        if not year or not _DAY.fullmatch(text):
            return text
        parts = {"year": int(text[:4]), "month": int(text[5:7]), "day": int(text[8:])}
        if self.words.lang == "en":
            return text
        is_same = parts["year"] == year
        return self.words(
            mark("{month}-{day}") if is_same else mark("{year}-{month}-{day}"), **parts
        )

    def _value(self, values: Mapping[str, str], cell: Cell | None) -> str:
        """What stands in the cell, and as what it was read where that is another figure."""
        said = (cell.value or "") if cell else ""
        if "read" not in values:
            return said
        return self.words(mark("{value} (that is {read})"), value=said, read=values["read"])

    def at(self, cells: Iterable[Cell]) -> str:
        """The cells in brackets; nothing where there are none."""
        known = tuple(cells)
        if len(known) == 1:
            return f"{self._before}{known[0].address}{self._after}"
        places = addresses(known, self.words)
        return f"{self._before}{places}{self._after}" if places else ""

    def records(self, records: Sequence[Evidence]) -> str:
        """Some records with their reasons, and how many there are if not all are named."""
        same = {self.reason(one.reason) for one in records if one.reason and not one.reason.cells}
        if len(same) == 1 and all(one.reason and not one.reason.cells for one in records):
            return same.pop()  # a missing column is told once, not for every row
        said = [self.record(one) for one in records[:_SHOWN]]
        text = self.words(mark("; ")).join(said)
        if len(records) > _SHOWN:
            text += self.words(mark("; {n} in all"), n=len(records))
        return text

    def left_out(self, records: Sequence[Evidence]) -> str:
        """Records that did not count: each with its reason, many with the same one together."""
        alike: dict[tuple[str, str], list[Evidence]] = {}
        for one in records:
            if one.reason is not None:
                key = one.reason.code, one.reason.values.get("field", "")
                alike.setdefault(key, []).append(one)
        few = [one for group in alike.values() if len(group) <= _SHOWN - 1 for one in group]
        said = [self.records(few)] if few else []
        said += [self._together(group) for group in alike.values() if len(group) > _SHOWN - 1]
        return self.words(mark("; ")).join(said)

    def _together(self, records: Sequence[Evidence]) -> str:
        reason = records[0].reason
        cells = tuple(one.cells[0] for one in records if one.cells)
        return self.words(
            mark("{n} because of 「{header}」{cells}"),
            n=len(records),
            header=self.header(reason) if reason else "",
            cells=self.at(cells),
        )

    def record(self, record: Evidence) -> str:
        """One record by name and row, with the reason."""
        name = self.words(mark("row {row} {label}"), row=record.row, label=record.label).strip()
        if record.reason is None:
            return name + self.at(record.cells[:1])
        reason = self.reason(record.reason)
        if not record.first.table.key:  # a page of labels has no rows
            return reason
        return self.words(mark("{name}, {reason}"), name=name, reason=reason)

    def reasons(self, reasons: Sequence[Reason]) -> str:
        """Some reasons, the same one of several cells once, and how many there are in all."""
        alike: dict[str, list[Cell]] = {}
        for reason in reasons:
            alike.setdefault(self._sentence(reason), []).extend(reason.cells)
        said = [text + self.at(cells) for text, cells in alike.items()]
        text = self.words(mark("; ")).join(said[:_SHOWN])
        if len(said) > _SHOWN:
            text += self.words(mark("; {n} in all"), n=len(said))
        return text

    def next_step(self, reasons: Sequence[Reason]) -> str:
        """What to supply so that the question can be decided."""
        missing = [reason for reason in reasons if reason.code in _FILL_IN]
        if missing and all(reason.code == "no_sheet" for reason in missing):
            names = dict.fromkeys(self._sheet(reason.values["table"]) for reason in missing)
            return self.words(mark("Send the sheet {names} too."), names=self.words.join(names))
        if reasons and all(reason.code == "several_sheets" for reason in reasons):
            names = dict.fromkeys(self._sheet(reason.values["table"]) for reason in reasons)
            return self.words(
                mark("Put all rows of {names} on one sheet."), names=self.words.join(names)
            )
        if reasons and all(reason.code == "unfilled" for reason in reasons):
            names = dict.fromkeys(self._sheet(reason.values["table"]) for reason in reasons)
            return self.words(mark("Fill in the sheet {names}."), names=self.words.join(names))
        cells = addresses((cell for reason in reasons for cell in reason.cells), self.words)
        if not cells:
            return self.words(mark("Complete the workbook and audit it again."))
        if len(missing) == len(reasons):
            return self.words(mark("Fill in {cells}."), cells=cells)
        return self.words(mark("Check and correct {cells}."), cells=cells)

    def header(self, reason: Reason) -> str:
        """What the form calls the column that the reason is about."""
        cell = reason.cells[0] if reason.cells else None
        field = reason.values.get("field", "")
        title = self._titles.get((reason.values.get("table", ""), field))
        return title or (cell.header if cell else field)

    def _sheet(self, table: str) -> str:
        return self.sheets.get(table, table)

    def _population(self, name: str) -> str:
        found = self.populations.get(name)
        return self.words.phrase(found.title) if found else name
