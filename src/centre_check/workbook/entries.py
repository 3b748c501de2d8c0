"""Entries: what stands in a cell, as its field understands it."""

import re

from centre_check.form.labels import bracketed
from centre_check.form.types import Choice, Disclosure, Field, Form, Kind, Personal
from centre_check.logic.private import may_hold, numbers
from centre_check.logic.spelling import normalise
from centre_check.model.entry import Entry
from centre_check.model.facts import Choices, Trouble
from centre_check.workbook.cells import (
    MESSAGES,
    UNITS,
    EntryRemark,
    Parsed,
    Raw,
    as_text,
    choices,
    clean_name,
    date_interval,
    id_number,
    number,
    span,
    text,
    unreadable,
)
from centre_check.workbook.masking import Masking, cut, masked
from centre_check.workbook.negation import denies

CREDIT_CODES = frozenset({"credit_code", "operator_code"})  # fields of unified credit codes

_BRACKET_LAST = re.compile(r"(?P<word>[^()]+)\((?P<inner>[^()]+)\)")
_MOST_KEPT = 10_000  # entries that a run remembers
_OF_FIGURES = frozenset("0123456789.,-/年月日至~ ㎡万元")  # no name is written with these alone
_SHORTER_THAN_PHONES = 10**9


class EntryReader:
    """What stands in a cell, as its field understands it; masked as `disclosure` says.

    Words of the form, dates and figures are parsed once a run, whatever file they stand in. Any
    other text may name somebody: it is read again in the next file, and nothing of it is kept.
    """

    def __init__(self, form: Form, *, disclosure: Disclosure) -> None:
        self.form = form
        self.masking = Masking(disclosure)
        self._kept: dict[object, Entry] = {}
        self._keys = {
            id(one) for sheet in form.sheets for one in sheet.fields if one.id == sheet.key
        }

    def entry(self, raw: Raw, field: Field, header: str, *, epoch_1904: bool) -> Entry:
        """What `raw` says, neither None nor empty, under this header."""
        unit = bracketed(header) if field.kind is Kind.NUMBER else ""
        key = (id(field), unit, raw.__class__, raw, epoch_1904)  # 1, 1.0 and TRUE are not one
        entry = self._kept.get(key)
        if entry is None:
            parsed = self._parse(raw, field, unit, epoch_1904=epoch_1904)
            remark = MESSAGES[parsed.remark] if parsed.remark else ""
            entry = Entry(self._shown(raw, field), parsed.value, parsed.trouble, remark)
            if len(self._kept) < _MOST_KEPT and self._is_nobody(raw, field, entry):
                self._kept[key] = entry
        return entry

    def troubled(self, trouble: Trouble, shown: str | None) -> Entry:
        """What stands in a cell that has an error or no value."""
        return Entry(self.masking.text(shown) if shown else shown, trouble=trouble)

    def _is_nobody(self, raw: Raw, field: Field, entry: Entry) -> bool:
        """Whether the cell holds a figure, a date or a word of the form, which can name nobody."""
        if field.personal is not None or entry.value is None or isinstance(entry.value, str):
            return False
        if isinstance(entry.value, Choices):
            is_word = isinstance(raw, str) and normalise(raw) in self.form.words[field.dictionary]
            return is_word or isinstance(raw, bool)
        if isinstance(raw, str):
            return _OF_FIGURES.issuperset(raw)
        return not isinstance(raw, int | float) or abs(raw) < _SHORTER_THAN_PHONES

    def _shown(self, raw: Raw, field: Field) -> str | None:
        if raw is None or (isinstance(raw, str) and not raw.strip()):
            return None
        shown = cut(as_text(raw))
        masking = self.masking
        if masking.disclosure is Disclosure.FULL:
            return shown
        if field.personal is not None:
            return masked(clean_name(shown), field.personal, masking.disclosure)
        is_free = field.kind is Kind.TEXT and id(field) not in self._keys
        return masking.text(shown) if is_free else masking.numbers(shown)

    def _parse(self, raw: Raw, field: Field, unit: str, *, epoch_1904: bool) -> Parsed:
        match field.kind:
            case Kind.NUMBER if _is_persons(raw):
                return unreadable(EntryRemark.PERSONS_NUMBER)
            case Kind.NUMBER:
                return number(self._with_unit(raw, unit, field), _unit(field), field.beside)
            case Kind.DATE:
                return date_interval(raw, never=field.never, epoch_1904=epoch_1904)
            case Kind.CHOICE | Kind.CHOICES:
                words, many = self.form.words[field.dictionary], field.kind is Kind.CHOICES
                said = choices(raw, words, multiple=many)
                bare = self._without_plain_bracket(raw, said)
                return choices(bare, words, multiple=many) if bare else said
            case Kind.SPAN:
                return span(raw)
            case Kind.TEXT | Kind.PERIOD | Kind.AMOUNT:
                return self._denied(raw, _text(raw, field), field)

    def _without_plain_bracket(self, raw: Raw, said: Parsed) -> str:
        """A word before a bracket that says nothing against it: 「专职（坐班）」."""
        is_open = isinstance(said.value, Choices) and not said.value.known
        if not is_open or not isinstance(raw, str):
            return ""
        found = _BRACKET_LAST.fullmatch(normalise(raw))
        is_plain = found is not None and found["inner"] in self.form.proof.harmless
        return found["word"] if found is not None and is_plain else ""

    def _denied(self, raw: Raw, parsed: Parsed, field: Field) -> Parsed:
        """A text that speaks against itself has no value; a name keeps it, to be compared by."""
        is_name = id(field) in self._keys
        if field.denial is None or is_name or not isinstance(raw, str) or not raw.strip():
            return parsed
        said = parsed.value or (_NONE if parsed.value == "" else raw)
        is_so = said in field.denial.whole or denies(said, field.denial, self.form.proof)
        return Parsed(None, Trouble.DENIED) if is_so else parsed

    def _with_unit(self, raw: Raw, unit: str, field: Field) -> Raw:
        """A bare number under a header that names another unit than the form's: in that unit.

        A unit that nobody converts makes it unreadable: 600 under 「总面积（平方英尺）」.
        """
        if unit in ("", normalise(field.unit)) or isinstance(raw, bool):
            return raw
        if unit not in _OTHER_UNITS and unit not in self.form.grammar.measures:
            return raw
        shown = as_text(raw)
        return f"{shown}{unit}" if shown[-1:].isdigit() else raw

    def keywords(self, field: Field, name: str) -> frozenset[str]:
        """The choices of the field's dictionary whose keywords a document's name holds."""
        return frozenset(
            choice.id
            for choice in self.form.dictionaries[field.dictionary]
            if _mentioned(choice, name)
        )


def _is_persons(raw: Raw) -> bool:
    """Whether what should be a figure is somebody's number."""
    if isinstance(raw, int | float) and abs(raw) < _SHORTER_THAN_PHONES:
        return False
    said = as_text(raw)
    return may_hold(said) and any(numbers(said))


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


_NONE = "无"
_OTHER_UNITS = frozenset({"万㎡", "万平方米", "亩", "万元", "元", "年"})


def _unit(field: Field) -> str:
    """The field's unit as numbers know it: 元/月 is read as 元."""
    unit = field.unit.split("/")[0]
    return unit if unit in UNITS else ""
