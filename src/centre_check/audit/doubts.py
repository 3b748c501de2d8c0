"""Consistency hints (疑点提示): what does not fit together in a workbook; never scored.

Each function below looks for one kind of thing and tells it with its cells in neutral words: what
stands there may well be right. Every code begins with `doubt_`.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from centre_check.checks.codes import is_credit_code, is_person_number
from centre_check.checks.identity import bucket, number_in
from centre_check.form.types import Form, Kind
from centre_check.logic import Interval
from centre_check.logic.calendar import add_months
from centre_check.model.facts import Cell, Choices, Fact, Note, Row, Table, TableState, Trouble
from centre_check.words import Words, mark

_YOUNGEST, _OLDEST = 16, 80
_ROUND_ROWS = 8  # a column of so many figures, all multiples of 100
_ALIKE = 5  # filled cells that two rows must share, two of them text, before they look copied
_BY_MANY = (Kind.CHOICE, Kind.CHOICES, Kind.DATE)  # entries that many rows have in common
_PEOPLE = ("staff", "mentors")
_MOBILE = re.compile(r"1[0-9]{10}")
_NUMBER = re.compile(r"[0-9]{17}[0-9X]")
_PERIODS = (
    ("centre", "tenure_from", "tenure_until"),
    ("staff", "started_on", "left_on"),
    ("mentors", "appointed_from", "appointed_until"),
    ("tenants", "moved_in_on", "moved_out_on"),
    ("agreements", "starts_on", "ends_on"),
)
_LARGEST: Mapping[tuple[str, str], Decimal] = {  # in the form's unit; messiness 46, 50
    ("centre", "total_area"): Decimal(50_000),
    ("rooms", "area"): Decimal(50_000),
    ("tenants", "area"): Decimal(50_000),
    ("centre", "capacity"): Decimal(2_000),
    ("rooms", "capacity"): Decimal(2_000),
    ("tenants", "jobs"): Decimal(2_000),
    ("policies", "amount"): Decimal(1_000),
}
_OF_A_TOWN = re.compile("镇|街道|街办|乡(?!创业)")
_OF_A_DISTRICT = re.compile("[区县]级?(?:标准化)?创业(?:服务)?中心")


class _Sight(NamedTuple):
    """What the looks see: the tables, the kinds of their fields, the audit date."""

    tables: Mapping[str, Table]
    kinds: Mapping[tuple[str, str], Kind]
    as_of: date
    words: Words

    def table(self, name: str) -> Table:
        return self.tables.get(name) or Table(name, name, TableState.MISSING)

    def column(self, name: str, field: str) -> Iterator[tuple[Row, Fact]]:
        """The entries of a column, blanks left out."""
        table = self.table(name)
        is_absent = field not in table.headers and self.kinds.get((name, field)) is not Kind.DATE
        if is_absent and name != "agreements":  # whose rows may stand in another sheet
            return
        for row in table.rows:
            fact = row.facts.get(field)
            if fact is not None and fact.trouble is not Trouble.BLANK and fact.cell is not None:
                yield row, fact

    def texts(self, name: str, field: str) -> Iterator[tuple[Row, str, Cell]]:
        """The texts of a column."""
        for row, fact in self.column(name, field):
            if fact.cell is not None and isinstance(fact.value, str) and fact.value:
                yield row, fact.value, fact.cell

    def figures(self, name: str, field: str) -> Iterator[tuple[Interval[Decimal], Cell]]:
        """The numbers of a column."""
        for _, fact in self.column(name, field):
            if fact.cell is not None and isinstance(fact.value, Interval):
                yield fact.value, fact.cell

    def note(self, code: str, message: str, cells: Iterable[Cell], **values: object) -> Note:
        return Note(f"doubt_{code}", self.words(message, **values), tuple(cells))


def doubts(tables: Mapping[str, Table], form: Form, as_of: date, words: Words) -> Iterator[Note]:
    """A note for everything in the tables of the centre's form that does not fit together."""
    sight = _sight(tables, form, as_of, words)
    for look in _LOOKS:
        yield from look(sight)


def declared_counts(
    tables: Mapping[str, Table], form: Form, as_of: date, words: Words
) -> Iterator[Note]:
    """Of all doubts those about numbers that the centre states and its lists do not show."""
    yield from _counts(_sight(tables, form, as_of, words))


def _sight(tables: Mapping[str, Table], form: Form, as_of: date, words: Words) -> _Sight:
    kinds = {(sheet.id, field.id): field.kind for sheet in form.sheets for field in sheet.fields}
    return _Sight(tables, kinds, as_of, words)


def _copied_rows(sight: _Sight) -> Iterator[Note]:
    """Two rows of people or tenants that differ in nothing but name and number."""
    for name in (*_PEOPLE, "tenants"):
        table = sight.table(name)
        if table.identity is None or len(table.rows) < 2:
            continue
        own = {"no", table.identity.number, table.identity.name}
        fields = [field for field in table.headers if field not in own]
        # what tells people apart comes first, so that most rows are done with after one column
        fields.sort(key=lambda field: (field != "phone", sight.kinds[name, field] in _BY_MANY))
        for rows in _alike(table.rows, fields):
            filled = [field for field in fields if _said(rows[0], field)]
            own_words = {f for f in filled if sight.kinds[name, f] not in _BY_MANY} - {"phone"}
            if len(filled) >= _ALIKE and len(own_words) > 1:
                cells = [cell for row in rows if (cell := _cell(row, table.identity.name))]
                message = mark("these rows are alike in all but the name; was one copied?")
                yield sight.note("copied_rows", message, cells)


def _alike(rows: Sequence[Row], fields: Sequence[str]) -> list[list[Row]]:
    """The groups of rows that say the same in all `fields`."""
    groups = [list(rows)]
    for field in fields:
        finer: list[list[Row]] = []
        for group in groups:
            by_text: dict[object, list[Row]] = defaultdict(list)
            for row in group:
                by_text[_said(row, field)].append(row)
            finer += [same for same in by_text.values() if len(same) > 1]
        groups = finer
        if not groups:
            break
    return groups


def _said(row: Row, field: str) -> object:
    fact = row.facts.get(field)
    if fact is None or fact.trouble is Trouble.BLANK:
        return None
    return fact.value if fact.value is not None else fact.cell and fact.cell.value


def _cell(row: Row, field: str) -> Cell | None:
    fact = row.facts.get(field)
    return fact.cell if fact is not None else None


def _shared_phones(sight: _Sight) -> Iterator[Note]:
    """One mobile number of people of different names."""
    owners: dict[str, dict[str, Cell]] = defaultdict(dict)
    for name, person in (("staff", "name"), ("mentors", "name"), ("tenants", "legal_person")):
        for row, phone, cell in sight.texts(name, "phone"):
            digits = re.sub(r"[^0-9]", "", phone)[-11:]
            who = row.facts.get(person)
            if _MOBILE.fullmatch(digits) and who is not None and isinstance(who.value, str):
                owners[digits].setdefault(who.value, cell)
    for by_name in owners.values():
        if len(by_name) > 1:
            message = mark("people of different names have the same phone number")
            yield sight.note("shared_phone", message, by_name.values())


def _person_numbers(sight: _Sight) -> Iterator[Note]:
    """Identity numbers that Excel cut, whose check digit is wrong, or of an impossible age."""
    found: dict[str, list[Cell]] = defaultdict(list)
    for name in _PEOPLE:
        for _, fact in sight.column(name, "id_number"):
            if fact.cell is not None:
                found[_about_number(fact, sight.as_of)].append(fact.cell)
    for code, message in (
        ("number_cut", mark("Excel has cut the identity number; enter it as text")),
        ("person_number", mark("the identity number does not check; it still counts as a person")),
        ("age", mark("by the identity number younger than {youngest} or older than {oldest}")),
    ):
        if code in found:
            yield sight.note(code, message, found[code], youngest=_YOUNGEST, oldest=_OLDEST)


def _about_number(fact: Fact, as_of: date) -> str:
    """The code of what is odd about an identity number; "" for nothing, or no such number."""
    if fact.trouble is Trouble.UNREADABLE:
        return "number_cut"
    if not isinstance(fact.value, str) or not _NUMBER.fullmatch(fact.value):
        return ""
    born = _birthday(fact.value)
    if born is None or not is_person_number(fact.value):
        return "person_number"
    return "" if _is_working_age(born, as_of) else "age"


def _birthday(number: str) -> date | None:
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def _is_working_age(born: date, as_of: date) -> bool:
    youngest, oldest = add_months(born, 12 * _YOUNGEST), add_months(born, 12 * (_OLDEST + 1))
    return youngest <= as_of < oldest


def _credit_codes(sight: _Sight) -> Iterator[Note]:
    """Credit codes that are none; old registration numbers of 15 digits are left alone."""
    columns = (("tenants", "credit_code"), ("agreements", "credit_code"))
    wrong = {
        cell: None
        for name, field in (*columns, ("centre", "operator_code"))
        for _, code, cell in sight.texts(name, field)
        if not is_credit_code(code) and not (len(code) == 15 and code.isdigit())
    }
    if wrong:
        message = mark("the credit code does not check; it still counts")
        yield sight.note("credit_code", message, wrong)


def _identities(sight: _Sight) -> Iterator[Note]:
    """One number under two names, one name with two numbers, one company written two ways."""
    for name in (*_PEOPLE, "tenants"):
        table = sight.table(name)
        if table.identity is None:
            continue
        named = {
            row.number: (who, cell) for row, who, cell in sight.texts(name, table.identity.name)
        }
        numbered = {
            row.number: number
            for row, text, _ in sight.texts(name, table.identity.number)
            if (number := number_in(text))
        }
        by_number: dict[str, dict[str, Cell]] = defaultdict(dict)
        by_name: dict[str, dict[str, Cell]] = defaultdict(dict)
        by_bucket: dict[str, dict[str, Cell]] = defaultdict(dict)
        for at, (who, cell) in named.items():
            if at in numbered:
                by_number[numbered[at]].setdefault(who, cell)
                by_name[who].setdefault(numbered[at], cell)
            if name == "tenants":
                by_bucket[bucket(who)].setdefault(who, cell)
        for code, message, groups in (
            ("one_number", mark("one number stands with different names; counted once"), by_number),
            ("one_name", mark("one name stands with different numbers"), by_name),
            ("names_alike", mark("these names may mean the same one"), by_bucket),
        ):
            for cells in groups.values():
                if len(cells) > 1:
                    yield sight.note(code, message, cells.values())


def _round_columns(sight: _Sight) -> Iterator[Note]:
    """A column of areas or rents that are all multiples of 100."""
    for name, field in (("rooms", "area"), ("tenants", "area"), ("tenants", "rent")):
        cells: list[Cell] = []
        for figure, cell in sight.figures(name, field):
            if figure.low is None or not figure.is_exact or not _is_round(figure.low):
                break
            cells.append(cell)
        else:
            if len(cells) >= _ROUND_ROWS:
                message = mark("every figure of this column is a multiple of 100")
                yield sight.note("round_figures", message, cells)


def _is_round(figure: Decimal) -> bool:
    """Whether the last two digits are 0; a remainder cannot be had of every size."""
    exponent = figure.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent > 1


def _totals(sight: _Sight) -> Iterator[Note]:
    """What the centre states against what its rows add up to."""
    area, stated = _total(sight, "area"), _figure(sight, "total_area")
    if area is not None and stated is not None and _exceeds(area.low, stated[0].high):
        message = mark("the rooms' areas come to {sum}, more than the total area stated")
        yield sight.note("rooms_exceed_area", message, (stated[1],), sum=area.low)
    places, capacity = _total(sight, "capacity"), _figure(sight, "capacity")
    if places is not None and capacity is not None and places.is_exact and places != capacity[0]:
        message = mark("the rooms' capacities come to {sum}, not to the capacity stated")
        yield sight.note("capacity_differs", message, (capacity[1],), sum=places.low)
    residents = _residents(sight)
    most = capacity or (places, None)
    if most[0] is not None and _exceeds(Decimal(len(residents)), most[0].high):
        message = mark("{n} tenants in residence, more than the capacity stated")
        yield sight.note("over_capacity", message, filter(None, most[1:]), n=len(residents))


def _total(sight: _Sight, field: str) -> Interval[Decimal] | None:
    """The sum of a column of the rooms, None where it has no figures."""
    figures = [figure for figure, _ in sight.figures("rooms", field)]
    if not figures:
        return None
    low = sum((figure.low or Decimal(0) for figure in figures), Decimal(0))
    is_whole = len(figures) == len(sight.table("rooms").rows)
    is_exact = is_whole and all(figure.is_exact for figure in figures)
    return Interval(low, low if is_exact else None)


def _figure(sight: _Sight, field: str) -> tuple[Interval[Decimal], Cell] | None:
    return next(sight.figures("centre", field), None)


def _exceeds(least: Decimal | None, most: Decimal | None) -> bool:
    return least is not None and most is not None and least > most


def _counts(sight: _Sight) -> Iterator[Note]:
    """Numbers of people and tenants that the centre states, against the rosters."""
    counts: tuple[tuple[str, Callable[[_Sight], set[str]]], ...] = (
        ("full_time_count", _full_timers),
        ("mentor_count", _mentors),
        ("tenant_count", _residents),
    )
    for field, counted in counts:
        stated = _figure(sight, field)
        if stated is None or not stated[0].is_exact:
            continue
        n = len(counted(sight))
        if stated[0].low != n:
            message = mark("{header} is stated as {stated}, the list shows {n}")
            values = {"header": stated[1].header, "stated": stated[1].value, "n": n}
            yield sight.note("count_differs", message, (stated[1],), **values)


def _residents(sight: _Sight) -> set[str]:
    return _present(sight, "tenants", ("moved_in_on", "moved_out_on"), "status", {"resident"})


def _mentors(sight: _Sight) -> set[str]:
    return _present(sight, "mentors", ("appointed_from", "appointed_until"), "", set())


def _full_timers(sight: _Sight) -> set[str]:
    period = ("started_on", "left_on")
    present = _present(sight, "staff", period, "status", {"on_duty", "on_leave"})
    return {
        who
        for row, who, _ in sight.texts("staff", "name")
        if who in present
        and any("full_time" in _known(row, field) for field in ("employment", "is_full_time"))
    }


def _present(
    sight: _Sight, name: str, period: tuple[str, str], status: str, wanted: set[str]
) -> set[str]:
    """The names of those whose row does not say that they have gone or are still to come."""
    found = set()
    for row, who, _ in sight.texts(name, "name"):
        first, last = (_days(row, field) for field in period)
        known = _known(row, status)
        has_come = first is None or first.low is None or first.low <= sight.as_of
        has_gone = last is not None and last.high is not None and last.high < sight.as_of
        if has_come and not has_gone and (not known or known & wanted):
            found.add(who)
    return found


def _known(row: Row, field: str) -> frozenset[str]:
    fact = row.facts.get(field)
    is_read = fact is not None and isinstance(fact.value, Choices)
    return fact.value.known if fact is not None and is_read else frozenset()


def _days(row: Row, field: str) -> Interval[date] | None:
    fact = row.facts.get(field)
    return fact.value if fact is not None and isinstance(fact.value, Interval) else None


def _backward(sight: _Sight) -> Iterator[Note]:
    """A period that ends before it starts, an agreement signed after its first day."""
    for name, first, last in _PERIODS:
        cells = _before(sight, name, last, first)
        if cells:
            message = mark("the end is before the start")
            yield sight.note("ends_before_start", message, cells)
    if cells := _before(sight, "agreements", "starts_on", "signed_on"):
        message = mark("signed after its first day")
        yield sight.note("signed_late", message, cells)


def _before(sight: _Sight, name: str, early: str, late: str) -> list[Cell]:
    """The cells of rows in which `early` lies wholly before `late`."""
    cells: list[Cell] = []
    for row in sight.table(name).rows:
        one, other = _days(row, early), _days(row, late)
        known = row.facts.get(early)
        is_told = known is not None and known.trouble is Trouble.ENDS_BEFORE_START
        if is_told or (one and other and _is_before(one.high, other.low)):
            cells += [cell for field in (late, early) if (cell := _cell(row, field))]
    return cells


def _is_before(last: date | None, first: date | None) -> bool:
    return last is not None and first is not None and last < first


def _renewals(sight: _Sight) -> Iterator[Note]:
    """Agreements of one entity that overlap, or leave a gap between them."""
    by_entity: dict[str, list[tuple[Interval[date], Interval[date], Cell]]] = defaultdict(list)
    for row, entity, cell in sight.texts("agreements", "entity"):
        start, end = _days(row, "starts_on"), _days(row, "ends_on")
        if start is not None and end is not None:
            by_entity[entity].append((start, end, cell))
    overlaps: list[Cell] = []
    gaps: list[Cell] = []
    for several in by_entity.values():
        several.sort(key=lambda one: one[0].low or date.min)
        for (_, end, _), (start, _, cell) in pairwise(several):
            if start.high is not None and end.low is not None and start.high <= end.low:
                overlaps.append(cell)
            elif start.low is not None and end.high is not None and (start.low - end.high).days > 1:
                gaps.append(cell)
    if overlaps:
        message = mark("agreements of one tenant overlap; the days in common count once")
        yield sight.note("agreements_overlap", message, overlaps)
    if gaps:
        message = mark("there is a gap between the agreements of one tenant; it does not count")
        yield sight.note("agreements_gap", message, gaps)


def _roles(sight: _Sight) -> Iterator[Note]:
    """Members of the team who share their name with a mentor or with a tenant's head."""
    team = {who: cell for _, who, cell in sight.texts("staff", "name")}
    for name, field, message in (
        ("mentors", "name", mark("a member of the team and a mentor have the same name")),
        (
            "tenants",
            "legal_person",
            mark("a member of the team and a tenant's head have the same name"),
        ),
    ):
        cells = [(team[who], cell) for _, who, cell in sight.texts(name, field) if who in team]
        if cells:
            yield sight.note("two_roles", message, (one for pair in cells for one in pair))


def _parties(sight: _Sight) -> Iterator[Note]:
    """Agreements whose first party is not the operator (HY-FW-01)."""
    operator = next((text for _, text, _ in sight.texts("centre", "operator")), None)
    if operator is None:
        return
    others = [
        cell
        for _, party, cell in sight.texts("agreements", "party")
        if bucket(party) != bucket(operator)
    ]
    if others:
        message = mark("the first party is not the operator that the centre states")
        yield sight.note("other_party", message, others)


def _sizes(sight: _Sight) -> Iterator[Note]:
    """Figures beyond what such a centre can be; a total area of nothing."""
    cells = [
        cell
        for (name, field), most in _LARGEST.items()
        for figure, cell in sight.figures(name, field)
        if _exceeds(figure.low, most) or (field == "total_area" and figure.high == 0)
    ]
    if cells:
        message = mark("an unlikely figure; are the number and its unit right?")
        yield sight.note("unlikely_figure", message, cells)


def _level(sight: _Sight) -> Iterator[Note]:
    """A level that the name of the centre does not go with."""
    for row, who, cell in sight.texts("centre", "name"):
        level = _known(row, "level")
        is_town = bool(_OF_A_TOWN.search(who))
        is_district = not is_town and bool(_OF_A_DISTRICT.search(who))
        if ("district" in level and is_town) or ("town" in level and is_district):
            stated = _cell(row, "level")
            message = mark("the level stated and the centre's name do not go together")
            yield sight.note("level_and_name", message, (stated, cell) if stated else (cell,))


def _tenants(sight: _Sight) -> Iterator[Note]:
    """Tenants without a registration, and those that left on a day nobody wrote down."""
    unregistered: list[Cell] = []
    undated: list[Cell] = []
    for row, _, cell in sight.texts("tenants", "name"):
        if _known(row, "kind") & {"team", "individual_business"} and not _said(row, "credit_code"):
            unregistered.append(cell)
        status = _known(row, "status")
        if status and "resident" not in status and _days(row, "moved_out_on") is None:
            undated.append(_cell(row, "status") or cell)
    if unregistered:
        message = mark("no credit code; counted as tenants, and they need an agreement too")
        yield sight.note("unregistered", message, unregistered)
    if undated:
        message = mark("no longer in residence, but there is no date of leaving")
        yield sight.note("no_leaving_date", message, undated)


_LOOKS: tuple[Callable[[_Sight], Iterator[Note]], ...] = (
    _copied_rows,
    _shared_phones,
    _person_numbers,
    _credit_codes,
    _identities,
    _round_columns,
    _totals,
    _counts,
    _backward,
    _renewals,
    _roles,
    _parties,
    _sizes,
    _level,
    _tenants,
)
