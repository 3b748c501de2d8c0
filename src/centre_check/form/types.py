"""A form as the program uses it; `form.file` is what people write."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from centre_check.model.facts import Identity, TableState
from centre_check.words import Phrase


class Kind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    PERIOD = "period"  # two dates in one cell; fills the two fields it supplies
    CHOICE = "choice"  # one word of a dictionary
    CHOICES = "choices"  # several


class Layout(StrEnum):
    """How a sheet is laid out."""

    KEY_VALUE = "key_value"
    TABLE = "table"


class Personal(StrEnum):
    """What kind of personal data a field holds: what is masked, and how."""

    NAME = "name"
    NUMBER = "number"
    PHONE = "phone"


class Choice(NamedTuple):
    """One entry of a dictionary: `words` are accepted as it, `keywords` found inside a name."""

    id: str
    title: Phrase
    words: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


class Field(NamedTuple):
    """One column, or one line of a key/value sheet."""

    id: str
    header: str
    title: Phrase
    kind: Kind
    synonyms: tuple[str, ...] = ()
    unit: str = ""
    dictionary: str = ""
    implies: Mapping[str, Mapping[str, str]] | None = None  # header -> field -> choice
    never: bool = False
    supplies: tuple[str, ...] = ()
    also_from: str = ""
    personal: Personal | None = None
    decides: bool = False
    required: bool = False
    prompt: Phrase | None = None
    example: str = ""


class Embedding(NamedTuple):
    """Columns of another sheet that may stand in this one and then make rows of that sheet.

    `copies` maps that sheet's fields to fields of this one.
    """

    sheet: str
    fields: tuple[str, ...]
    copies: Mapping[str, str]


class Sheet(NamedTuple):
    """One sheet of the form."""

    id: str
    number: str
    title: Phrase
    layout: Layout
    fields: tuple[Field, ...]
    synonyms: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    empty_means: TableState = TableState.UNFILLED
    key: str = ""
    identity: Identity | None = None
    embeds: tuple[Embedding, ...] = ()

    def field(self, field: str) -> Field:
        """The field with this id; KeyError if there is none."""
        return next(one for one in self.fields if one.id == field)

    @property
    def name(self) -> str:
        """What the sheet is called in the template: 「01 基本信息」."""
        return f"{self.number} {self.title.zh}"


class Form(NamedTuple):
    """All sheets and dictionaries of one form."""

    id: str
    title: Phrase
    ignored_sheets: tuple[str, ...]
    dictionaries: Mapping[str, tuple[Choice, ...]]
    sheets: tuple[Sheet, ...]

    def sheet(self, sheet: str) -> Sheet:
        """The sheet with this id; KeyError if there is none."""
        return next(one for one in self.sheets if one.id == sheet)
