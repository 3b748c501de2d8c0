"""Parameters of calculators as the user supplies them: on the command line or in a workbook."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from centre_check.audit.subsidies.estimate import Value
from centre_check.errors import UsageProblem
from centre_check.logic.spelling import normalise
from centre_check.logic.units import is_same_unit
from centre_check.standard.subsidies.types import Calculator, Parameter, ParameterKind
from centre_check.words import Words, mark
from centre_check.words.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from centre_check.form.types import Form
    from centre_check.model.facts import Cell
    from centre_check.model.table import Facts, Row

_TABLE = "parameters"
_MONEY = "元"


class GivenEntry(NamedTuple):
    """One entry: what it is called, what is said, the unit beside it, its cell."""

    name: str
    text: str
    unit: str = ""
    calculator: str = ""
    cell: Cell | None = None

    @property
    def place(self) -> str:
        """Where it stands: its cell, or the option."""
        return self.cell.address if self.cell else f"--set {self.name}={self.text}"


def from_options(settings: Iterable[str]) -> list[GivenEntry]:
    """The entries of `--set 名称=数值单位`.

    Raises:
        UsageProblem: one has no 「=」.
    """
    found = []
    for setting in settings:
        name, joint, text = setting.partition("=")
        if not joint or not name.strip() or not text.strip():
            raise UsageProblem(
                mark("--set {setting} is not a name and a value"),
                mark("write it like --set 支出=124.6万元"),
                setting=setting,
            )
        found.append(GivenEntry(name.strip(), text.strip()))
    return found


def from_workbook(facts: Facts) -> list[GivenEntry]:
    """The rows of the sheet 测算参数."""
    table = facts.tables.get(_TABLE)
    return [entry for row in (table.rows if table else ()) if (entry := _entry(row)) is not None]


def _entry(row: Row) -> GivenEntry | None:
    texts = {
        name: text
        for name in ("item", "value", "unit", "calculator")
        if isinstance(text := row.entry(name).value, str)
    }
    cell = row.cell("value")
    if not texts.get("item"):
        return None
    # 「无」 reads as an empty text; whoever answers with it says no.
    said = texts.get("value", "") or (cell.value if cell and cell.value else "")
    return GivenEntry(texts["item"], said, texts.get("unit", ""), texts.get("calculator", ""), cell)


def values_of(
    calculator: Calculator, entries: Sequence[GivenEntry], form: Form, words: Words
) -> dict[str, Value]:
    """The values of the calculator's parameters that are given, by their ids.

    Raises:
        UsageProblem: an entry cannot be read, or one amount mixes 元 and 万元.
    """
    found: dict[str, Value] = {}
    for parameter in calculator.parameters:
        names = {normalise(name) for name in parameter.names}
        own = [one for one in entries if normalise(one.name) in names]
        blank = next((one for one in own if not one.text), None)
        if blank is not None and len(own) > 1:
            raise _refused(parameter, blank, mark("「{name}」 ({place}): it is blank"))
        if own and blank is None:
            found[parameter.id] = _value(parameter, own, form, words)
    return found


def refuse_unknown(entries: Iterable[GivenEntry], calculators: Sequence[Calculator]) -> None:
    """Refuse an option or a row that names no parameter: it would silently do nothing.

    Raises:
        UsageProblem: the nearest name is told.
    """
    known = [name for one in calculators for part in one.parameters for name in part.names]
    folded = {normalise(name) for name in known}
    for entry in entries:
        if normalise(entry.name) not in folded:
            raise UsageProblem(
                mark("there is no parameter 「{name}」 ({place})"),
                mark("did you mean 「{close}」? `centre-check subsidy --list` shows all"),
                name=entry.name,
                place=entry.place,
                close=nearest(entry.name, known) or (known[0] if known else ""),
            )


def _value(parameter: Parameter, own: Sequence[GivenEntry], form: Form, words: Words) -> Value:
    text = words.join(f"{one.text}{one.unit}" for one in own)
    cells = tuple(one.cell for one in own if one.cell is not None)
    if parameter.kind in (ParameterKind.MONEY, ParameterKind.COUNT):
        return Value(_sum(parameter, own, words), text, cells)
    if len({normalise(one.text) for one in own}) > 1:
        raise _refused(
            parameter, own[1], mark("「{name}」 ({place}): it is given twice and differs")
        )
    return Value(_answer(parameter, own[0], form), text, cells)


def _sum(parameter: Parameter, own: Sequence[GivenEntry], words: Words) -> Decimal:
    from centre_check.workbook.cells import MESSAGES, measure

    total, written = Decimal(0), set()
    for one in own:
        read = measure(one.text, one.unit)
        value = read.parsed.value
        if value is None:
            if read.parsed.remark is None:
                raise _refused(parameter, one, mark("「{name}」 ({place}): it is blank"))
            why = words(MESSAGES[read.parsed.remark])
            raise _refused(
                parameter, one, mark("「{name}」 ({place}): it cannot be read: {why}"), why=why
            )
        if not value.is_exact:
            raise _refused(parameter, one, mark("「{name}」 ({place}): it is not an exact figure"))
        wanted = _MONEY if parameter.kind is ParameterKind.MONEY else parameter.unit
        if parameter.kind is ParameterKind.MONEY and not read.unit:
            raise _refused(parameter, one, mark("「{name}」 ({place}): 元 or 万元? write the unit"))
        if read.unit and read.unit != parameter.unit and not is_same_unit(read.unit, wanted):
            raise _refused(
                parameter,
                one,
                mark("「{name}」 ({place}): its unit is {unit}, not {wanted}"),
                unit=read.unit,
                wanted=wanted,
            )
        if parameter.kind is ParameterKind.COUNT and value.low % 1:
            raise _refused(parameter, one, mark("「{name}」 ({place}): it is not a whole number"))
        written.add(read.written)
        total += value.low
    if parameter.kind is ParameterKind.MONEY and len(written) > 1:
        units = words.join(sorted(written))
        raise _refused(
            parameter, own[-1], mark("「{name}」 ({place}): one amount mixes {units}"), units=units
        )
    return total


def _answer(parameter: Parameter, one: GivenEntry, form: Form) -> Any:
    from centre_check.workbook.cells import span

    if parameter.kind is ParameterKind.YES_NO:
        answer = form.words["yes_no"].get(normalise(one.text))
        if answer is None:
            raise _refused(parameter, one, mark("「{name}」 ({place}): answer 是 or 否"))
        return answer
    if parameter.kind is ParameterKind.CHOICE:
        known = {normalise(word): word for word in parameter.choices}
        if normalise(one.text) not in known:
            allowed = "、".join(parameter.choices)
            raise _refused(
                parameter,
                one,
                mark("「{name}」 ({place}): it is one of {allowed}"),
                allowed=allowed,
            )
        return known[normalise(one.text)]
    days = span(one.text).value
    if days is None or (days.low.year, days.low.month) != (days.high.year, days.high.month):
        raise _refused(parameter, one, mark("「{name}」 ({place}): write the month like 2017年5月"))
    return days


def _refused(parameter: Parameter, one: GivenEntry, message: str, **values: object) -> UsageProblem:
    hint = mark("correct it and try again")
    return UsageProblem(message, hint, name=parameter.name, place=one.place, **values)


def refuse_mixed_amounts(facts: Facts, table: str) -> None:
    """Refuse a list whose amounts are partly in 元 and partly in 万元, or in no unit at all.

    Raises:
        UsageProblem: the first entries of each unit are named.
    """
    rows = facts.tables[table].rows if table in facts.tables else ()
    first: dict[str, str] = {}
    for row in rows:
        cell, unit = row.cell("amount"), row.entry("unit").value
        if row.entry("amount").value is None or cell is None:
            continue
        first.setdefault(normalise(unit) if isinstance(unit, str) else "", cell.address)
    if "" in first:
        raise UsageProblem(
            mark("{cell}: 元 or 万元? write the unit"),
            mark("correct it and try again"),
            cell=first[""],
        )
    if len(first) > 1:
        raise UsageProblem(
            mark("one column mixes {units}"),
            mark("write all of its amounts in one unit"),
            units="、".join(f"{unit}（{cell}）" for unit, cell in first.items()),
        )
