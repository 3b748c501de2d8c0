"""What was asked for: which form, for which level, in which language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from centre_check.form.types import Form, Sheet
from centre_check.words import Phrase, Words

INSPECTOR = "inspector"  # what a template is for instead of a level: sheets no centre fills in
LEVEL = "level"  # both the field that holds the level and the dictionary it is chosen from


class OrderTerm(NamedTuple):
    """A name that is written into a cell, and what is meant by it."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Order:
    """One template to be made; `full` asks for the sheets of every level.

    `terms` are the names that its rows may have, where a standard fixes them.
    """

    form: Form
    level: str
    words: Words
    full: bool
    title: str
    terms: tuple[OrderTerm, ...] = ()
    rows: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)
    """Rows that stand in a sheet beforehand, by the ids of its fields."""
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The words that a text field offers, by its id."""

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets of the form that belong in this template."""
        return tuple(
            sheet
            for sheet in self.form.sheets
            if self.level in sheet.templates or (self.full and INSPECTOR not in sheet.templates)
        )

    @property
    def is_of_centre(self) -> bool:
        """Whether a centre fills it in, of one level of several."""
        is_level = any(one.id == self.level for one in self.form.dictionaries.get(LEVEL, ()))
        return is_level or not self.sheets  # a level that nothing is marked with is unknown

    @property
    def level_title(self) -> Phrase:
        """What the level is called; KeyError if the form has no such level."""
        return {one.id: one.title for one in self.form.dictionaries[LEVEL]}[self.level]
