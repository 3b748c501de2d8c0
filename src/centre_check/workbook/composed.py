"""Read heads that no synonym names by what they are made of."""

from centre_check.form.grammar import Parts
from centre_check.form.labels import label, sheet_label
from centre_check.form.types import Field, Form, Sheet

_MOST_TITLE = 40  # characters


class Composer:
    """Composes heads and titles by a form's grammar; knows each again within one workbook."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._titles = form.grammar.of_titles()
        self._parts: dict[str, tuple[Parts, ...]] = {}
        self._fields: dict[tuple[str, str], tuple[Field, ...]] = {}

    def parts(self, head: str) -> tuple[Parts, ...]:
        """The ways to read a head as words, none where one is not known."""
        known = self._parts.get(head)
        if known is None:
            known = self._parts[head] = self.form.grammar.parts(head)
        return known

    def fields(self, sheet: Sheet, head: str) -> tuple[Field, ...]:
        """The fields of the sheet that the head composes to: those that ask most of it."""
        known = self._fields.get((sheet.id, head))
        if known is None:
            known = self._fields[sheet.id, head] = self._composed(sheet, head)
        return known

    def rank(self, sheet: Sheet, field: Field, head: str) -> int:
        """Which of the field's recipes the head fits: of two heads the earlier one is meant."""
        fitting = (
            at
            for at, one in enumerate(field.made_of)
            for parts in self.parts(head)
            if one.fits(parts, sheet.whose)
        )
        return min(fitting, default=len(field.made_of))

    def _composed(self, sheet: Sheet, head: str) -> tuple[Field, ...]:
        if self.alters(head):
            return ()
        found: dict[str, tuple[int, Field]] = {}
        owned = self._owned(sheet, head)
        if owned is not None:
            found[owned.id] = (1, owned)
        for parts in self.parts(head):
            for field in sheet.fields:
                most = max(
                    (len(one.needs) for one in field.made_of if one.fits(parts, sheet.whose)),
                    default=0,
                )
                if most > found.get(field.id, (0, field))[0]:
                    found[field.id] = (most, field)
        best = max((most for most, _ in found.values()), default=0)
        return tuple(field for most, field in found.values() if most == best)

    def _owned(self, sheet: Sheet, head: str) -> Field | None:
        """The field of a synonym that stands behind whose it is: 企业 · 所属 · 行业."""
        plain = label(head)
        for at in range(1, len(plain)):
            name = sheet.labels.get(plain[at:])
            if name is not None and any(
                parts.issubset(sheet.whose) for parts in self.parts(plain[:at])
            ):
                return sheet.by_id()[name]
        return None

    def alters(self, head: str) -> bool:
        """Whether a bracket makes the head another fact."""
        return self.form.grammar.alters(head)

    def title(self, text: str) -> tuple[str, ...]:
        """The sheets that a title is made to name; what stands before it may be anything."""
        plain = sheet_label(text[:_MOST_TITLE])
        for at in range(len(plain)):
            for parts in self._titles.parts(plain[at:]):
                named = [
                    sheet.id
                    for sheet in self.form.sheets
                    if any(one.fits(parts, sheet.whose) for one in sheet.titles)
                ]
                if named:
                    return tuple(named)
        return ()
