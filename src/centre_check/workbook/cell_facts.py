"""From one raw cell and its field to a fact."""

from datetime import date, datetime

from centre_check.form.labels import bracketed
from centre_check.form.types import Choice, Disclosure, Field, Form, Kind, Personal
from centre_check.logic.spelling import normalise
from centre_check.model.facts import Cell, Choices, Fact, Trouble, Value
from centre_check.workbook.cells import (
    MESSAGES,
    UNITS,
    Parsed,
    Raw,
    choices,
    clean_name,
    date_interval,
    id_number,
    number,
    span,
    text,
)
from centre_check.workbook.cells.numerals import plain
from centre_check.workbook.grid import Grid, ref
from centre_check.workbook.masking import masked, without_numbers

CREDIT_CODES = frozenset({"credit_code", "operator_code"})  # fields of unified credit codes

_Said = tuple[str | None, Value, Trouble | None, str]  # as Cell and Fact have them
_MOST_KNOWN = 10_000  # entries of a workbook that are remembered


class CellReader:
    """Reads cells by a form; personal data is shown as `disclosure` says."""

    def __init__(self, form: Form, *, disclosure: Disclosure) -> None:
        self.form = form
        self.disclosure = disclosure
        self._known: dict[tuple[object, ...], _Said] = {}

    def fact(self, grid: Grid, row: int, column: int, field: Field, header: str) -> Fact:
        """What the cell at `row`, `column` says of `field`; `header` as it stands in the sheet."""
        if (row, column) in grid.troubles:
            trouble, shown = grid.troubles[row, column]
            return Fact(Cell(grid.name, ref(row, column), header, shown), trouble=trouble)
        raw = grid.raw(row, column)
        if raw is None or raw == "":
            return Fact(Cell(grid.name, ref(row, column), header, None), trouble=Trouble.BLANK)
        shown, value, why, remark = self._said(raw, field, header, epoch_1904=grid.epoch_1904)
        return Fact(Cell(grid.name, ref(row, column), header, shown), value, why, remark)

    def _said(self, raw: Raw, field: Field, header: str, *, epoch_1904: bool) -> _Said:
        """How an entry is shown and read; of a workbook's many 是 only the first takes time."""
        key = (id(field), header, type(raw), raw, epoch_1904)  # 1, 1.0 and TRUE are not one
        said = self._known.get(key)
        if said is None:
            parsed = self._parse(raw, field, header, epoch_1904=epoch_1904)
            remark = MESSAGES[parsed.remark] if parsed.remark else ""
            said = (self._shown(raw, field), parsed.value, parsed.trouble, remark)
            if len(self._known) < _MOST_KNOWN:
                self._known[key] = said
        return said

    def _shown(self, raw: Raw, field: Field) -> str | None:
        if raw is None or (isinstance(raw, str) and not raw.strip()):
            return None
        shown = as_text(raw)
        if self.disclosure is Disclosure.FULL:
            return shown
        if field.personal is None:
            is_words = field.kind in (Kind.TEXT, Kind.CHOICE, Kind.CHOICES)
            return without_numbers(shown, self.disclosure) if is_words else shown
        return masked(clean_name(shown), field.personal, self.disclosure)

    def _parse(self, raw: Raw, field: Field, header: str, *, epoch_1904: bool) -> Parsed:
        match field.kind:
            case Kind.NUMBER:
                return number(_with_unit(raw, header, field), _unit(field), field.beside)
            case Kind.DATE:
                return date_interval(raw, never=field.never, epoch_1904=epoch_1904)
            case Kind.CHOICE | Kind.CHOICES:
                many = field.kind is Kind.CHOICES
                return choices(raw, self.form.words[field.dictionary], multiple=many)
            case Kind.SPAN:
                return span(raw)
            case Kind.TEXT | Kind.PERIOD | Kind.AMOUNT:
                return _text(raw, field)

    def keywords(self, field: Field, name: str) -> frozenset[str]:
        """The choices of the field's dictionary whose keywords a document's name holds."""
        return frozenset(
            choice.id
            for choice in self.form.dictionaries[field.dictionary]
            if _mentioned(choice, name)
        )


def _mentioned(choice: Choice, name: str) -> bool:
    return any(keyword in name for keyword in choice.keywords)


def _text(raw: Raw, field: Field) -> Parsed:
    parsed = text(raw)
    if parsed.value is None:
        return parsed
    if field.personal is Personal.NUMBER or field.id in CREDIT_CODES:
        if parsed.value == "":
            return Parsed(None, Trouble.BLANK)
        return id_number(parsed.value)
    if normalise(parsed.value) in field.none_words:
        return Parsed("", parsed.trouble, parsed.remark)
    return Parsed(clean_name(parsed.value), parsed.trouble, parsed.remark)


def _with_unit(raw: Raw, header: str, field: Field) -> Raw:
    """A bare number under a header that names another unit than the form's: in that unit."""
    unit = bracketed(header)
    if unit in ("", normalise(field.unit)) or isinstance(raw, bool) or unit not in _OTHER_UNITS:
        return raw
    shown = as_text(raw)
    return f"{shown}{unit}" if shown[-1:].isdigit() else raw


_OTHER_UNITS = frozenset({"万㎡", "万平方米", "亩", "万元", "元", "年"})


def _unit(field: Field) -> str:
    """The field's unit as numbers know it: 元/月 is read as 元."""
    unit = field.unit.split("/")[0]
    return unit if unit in UNITS else ""


def as_text(raw: Raw) -> str:
    """A raw cell as a person would type it: 500, 499.99, 2019-03-05."""
    match raw:
        case str():  # first: most cells are texts
            return raw
        case None:
            return ""
        case bool():
            return "TRUE" if raw else "FALSE"
        case float():
            return plain(raw)
        case datetime():
            return raw.date().isoformat() if not (raw.hour or raw.minute) else raw.isoformat(" ")
        case date():
            return raw.isoformat()
        case _:
            return str(raw)


def with_more(fact: Fact, more: frozenset[str]) -> Fact:
    """The fact with further choices, found elsewhere in its row."""
    if not more or fact.trouble not in (None, Trouble.BLANK):
        return fact
    known = fact.value if isinstance(fact.value, Choices) else Choices(frozenset())
    return Fact(fact.cell, Choices(known.known | more, known.unlisted), None, fact.remark)
