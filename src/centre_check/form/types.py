"""A form as the program uses it; `form.file` is what people write."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from centre_check.form.grammar import Grammar, HeadRecipe
from centre_check.model.facts import Identity, TableState
from centre_check.words import Phrase


class Kind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    PERIOD = "period"  # two dates in one cell; fills the two fields it supplies
    SPAN = "span"  # the days that a figure is about: 2023年1—10月
    AMOUNT = "amount"  # a number in a unit that it brings, or that another field names
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


class Disclosure(StrEnum):
    """How much of personal data is shown."""

    MASKED = "mask"  # 张**, and no number at all
    ACTING = "acting"  # names in full for those who must act; phones and numbers in part
    FULL = "show"  # everything: for inside the office only


class EntriesName(StrEnum):
    """What kind of thing a text field's entries name, where its head alone does not prove it."""

    PERSON = "person"
    ORGANISATION = "organisation"
    CREDIT_CODE = "credit_code"


class Choice(NamedTuple):
    """One entry of a dictionary: `words` are accepted as it, `keywords` found inside a name."""

    id: str
    title: Phrase
    words: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


class Implied(NamedTuple):
    """What a header says of another field: under 「使用面积」 area_basis is usable."""

    label: str
    field: str
    choice: str


class Denial(NamedTuple):
    """How an entry of a field speaks against what it is to prove.

    `whole` are texts that do, `says` words of which one is enough, `of` what a negation beside it
    denies; `at_head` and `in_brackets` where the proof's own words are looked for.
    """

    whole: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    at_head: bool = False
    in_brackets: bool = False


class Named(StrEnum):
    """What the key of a sheet's rows is the name of."""

    PERSON = "person"
    FIRM = "firm"
    THING = "thing"  # a room, a service, a document


class Headed(NamedTuple):
    """What headings among the rows of a sheet say of those below.

    One that says that they are no longer, or not yet, gives `field` the choice `out`; `by` are the
    fields whose values others may name, `binding` those of them that a row may not contradict,
    `said_in` texts of a row that may say one of these, too.
    """

    field: str = ""
    out: str = ""
    by: tuple[str, ...] = ()
    binding: tuple[str, ...] = ()
    said_in: tuple[str, ...] = ()

    @property
    def is_used(self) -> bool:
        """Whether the form says anything of what stands around the rows of the sheet."""
        return bool(self.field or self.by)


class Proof(NamedTuple):
    """The words by which a form tells what is a record and what speaks for or against one."""

    closing: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    nobody_ends: tuple[str, ...] = ()
    no_firm: tuple[str, ...] = ()
    out: tuple[str, ...] = ()
    to_come: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    void: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    brackets: tuple[str, ...] = ()
    harmless_brackets: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    no_like: tuple[str, ...] = ()
    yes_like: tuple[str, ...] = ()
    inverse_heads: tuple[str, ...] = ()
    telling_heads: tuple[str, ...] = ()
    plain_heads: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()
    doubtful_signs: str = ""
    lines: tuple[str, ...] = ()
    plain_lines: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By one of its lists: hashing all their words takes longer than using them."""
        return hash(self.doubtful_signs)


class Field(NamedTuple):
    """One column, or one line of a key/value sheet."""

    id: str
    header: str
    title: Phrase
    kind: Kind
    synonyms: tuple[str, ...] = ()
    unit: str = ""
    dictionary: str = ""
    implies: tuple[Implied, ...] = ()
    never: bool = False
    none_words: tuple[str, ...] = ()  # normalised: texts that say, like 无, that there is none
    beside: tuple[str, ...] = ()  # folded: words that change nothing beside a figure
    supplies: tuple[str, ...] = ()
    measured_in: str = ""
    lasts: tuple[str, ...] = ()  # of a number of months: the first and the last day of that term
    also_from: str = ""
    also_open: tuple[str, ...] = ()  # words in that name which leave open what else it covers
    denial: Denial | None = None
    personal: Personal | None = None
    decides: bool = False
    required: bool = False
    made_of: tuple[HeadRecipe, ...] = ()
    stands_in: tuple[str, ...] = ()  # labels that mean this field where no other column does
    since: str | None = None  # the day a duration counts from where no start is stated
    weaker: tuple[str, ...] = ()  # labels that count only where no other of the field is filled
    entries: EntriesName | None = None
    is_common: bool = False
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
    named: Named = Named.THING
    headed: Headed = Headed()
    identity: Identity | None = None
    embeds: tuple[Embedding, ...] = ()
    empty_unless: tuple[str, ...] = ()
    is_computed: bool = False
    spans: Mapping[str, tuple[str, str]] = MappingProxyType({})  # a day -> its term's two fields
    labels: Mapping[str, str] = MappingProxyType({})  # every label of a header -> its field
    whose: tuple[str, ...] = ()  # classes of words that every head of the sheet may have
    titles: tuple[HeadRecipe, ...] = ()  # what its name may be made of
    not_with: tuple[HeadRecipe, ...] = ()  # heads that a table without its name must not have

    def by_id(self) -> dict[str, Field]:
        """The fields by their ids."""
        return {field.id: field for field in self.fields}

    @property
    def name(self) -> str:
        """What the sheet is called in the template: 「01 基本信息」."""
        return f"{self.number} {self.title.zh}"


class Form(NamedTuple):
    """All sheets and dictionaries of one form.

    `sheet_labels` leads from every label of a sheet's name to the sheet, `words` from every
    normalised word of a dictionary to its choice. A compiled form keeps these instead of the
    synonyms and words they were made from, and no prompts and examples.
    """

    id: str
    title: Phrase
    dictionaries: Mapping[str, tuple[Choice, ...]]
    sheets: tuple[Sheet, ...]
    sheet_labels: Mapping[str, str]
    ignored_labels: tuple[str, ...]
    words: Mapping[str, Mapping[str, str]]
    proof: Proof = Proof()
    grammar: Grammar = Grammar()

    def sheet(self, sheet: str) -> Sheet:
        """The sheet with this id; KeyError if there is none."""
        return next(one for one in self.sheets if one.id == sheet)

    def to_be_read(self) -> "Form":
        """The form without the sheets that are never read, as the program fills them itself."""
        computed = {sheet.id for sheet in self.sheets if sheet.is_computed}
        return self._replace(
            sheets=tuple(sheet for sheet in self.sheets if sheet.id not in computed),
            sheet_labels={k: v for k, v in self.sheet_labels.items() if v not in computed},
        )

    def slim(self) -> "Form":
        """The form as reading needs it: no synonyms, words, prompts and examples."""
        return self._replace(
            dictionaries={
                name: tuple(choice._replace(words=()) for choice in choices)
                for name, choices in self.dictionaries.items()
            },
            sheets=tuple(
                sheet._replace(
                    synonyms=(),
                    fields=tuple(
                        field._replace(synonyms=(), prompt=None, example="")
                        for field in sheet.fields
                    ),
                )
                for sheet in self.sheets
            ),
        )
