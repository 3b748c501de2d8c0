"""What a form's YAML may hold: pydantic models, and what they become."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from centre_check.form import types
from centre_check.form.labels import label, sheet_label
from centre_check.logic.spelling import fold, normalise
from centre_check.model.facts import Identity, TableState
from centre_check.words import Phrase

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class FileModel(BaseModel):
    """A part of a file that people write: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class PhraseFile(FileModel):
    """A text in both languages."""

    zh: Text
    en: Text

    def build(self) -> Phrase:
        """The phrase."""
        return Phrase(self.zh, self.en)


class ChoiceFile(FileModel):
    """One entry of a dictionary."""

    id: Id
    title: PhraseFile
    """Its Chinese title is offered in the template's drop-down."""
    words: tuple[Text, ...] = ()
    """Other spellings that mean the same."""
    keywords: tuple[Text, ...] = ()
    """Words that show this choice inside a document's name."""

    def build(self) -> types.Choice:
        """The choice."""
        return types.Choice(self.id, self.title.build(), self.words, self.keywords)


class FieldFile(FileModel):
    """One column, or one line of a key/value sheet."""

    id: Id
    header: Text
    """The canonical header, as the template writes it."""
    title: PhraseFile
    kind: types.Kind
    synonyms: tuple[Text, ...] = ()
    """Other headers that mean this field."""
    unit: str = ""
    dictionary: str = ""
    """For choice and choices: the dictionary's id."""
    implies: dict[Text, dict[Id, Id]] | None = None
    """A header that says the value of another field: header, field, choice."""
    not_before: str = ""
    """End dates: the field with the day on which the same term starts."""
    never: bool = False
    """End dates: 长期, 无 and 至今 mean that there is no end."""
    none_words: tuple[Text, ...] = ()
    """Texts that say, like 无, that there is none."""
    beside: tuple[Text, ...] = ()
    """For number: words that may stand beside the figure without changing it."""
    supplies: tuple[Id, ...] = ()
    """For period: the two date fields that it fills when they are blank."""
    measured_in: str = ""
    """For amount: the text field that names the unit where the cell itself does not."""
    also_from: str = ""
    """For choices: a text field in whose words the dictionary's keywords are looked for."""
    also_open: tuple[Text, ...] = ()
    """With `also_from`: words in that text by which it may cover more than it names (汇编)."""
    personal: types.Personal | None = None
    decides: bool = False
    required: bool = False
    prompt: PhraseFile | None = None
    example: str = ""

    def build(self) -> types.Field:
        """The field."""
        return types.Field(
            **{
                **{key: value for key, value in self if key != "not_before"},
                "title": self.title.build(),
                "prompt": self.prompt.build() if self.prompt else None,
                "none_words": tuple(map(normalise, self.none_words)),
                "beside": tuple(fold(word).casefold() for word in self.beside),
                "implies": tuple(
                    types.Implied(label(header), field, choice)
                    for header, says in (self.implies or {}).items()
                    for field, choice in says.items()
                ),
            }
        )


class IdentityFile(FileModel):
    """How two rows are told to be the same person or entity."""

    number: Id
    name: Id
    apart: tuple[Id, ...] = ()
    head: str = ""
    """The person in whose name others may list the entity."""
    titles: tuple[Text, ...] = ()
    """Titles that may stand behind or before a person's name, the longest first."""

    def build(self) -> Identity:
        """The identity."""
        titles = sorted(map(normalise, self.titles), key=len, reverse=True)
        return Identity(self.number, self.name, self.apart, self.head, tuple(titles))


class EmbeddingFile(FileModel):
    """Columns of another sheet that may stand in this one."""

    sheet: Id
    fields: tuple[Id, ...]
    copies: dict[Id, Id]


class SheetFile(FileModel):
    """One sheet of the form."""

    id: Id
    number: Annotated[str, StringConstraints(pattern=r"^\d\d$")]
    title: PhraseFile
    layout: types.Layout
    synonyms: tuple[Text, ...] = ()
    """Other names of the sheet, without its number."""
    templates: tuple[Id, ...] = ()
    """The levels whose blank template carries this sheet."""
    empty_means: Literal["unfilled", "none"] = "unfilled"
    """What an empty list says in a workbook that is otherwise filled in."""
    empty_unless: tuple[Id, ...] = ()
    """Sheets whose records show that an empty list was only not filled in."""
    is_computed: bool = False
    """Never read from a workbook: the program fills it from results of its own."""
    key: str = ""
    """The field without which a row is no record."""
    identity: IdentityFile | None = None
    number_kind: Literal["person", "organisation"] | None = None
    """Which check digit the identity's number has."""
    embeds: tuple[EmbeddingFile, ...] = ()
    fields: Annotated[tuple[FieldFile, ...], Field(min_length=1)]

    def build(self) -> types.Sheet:
        """The sheet."""
        return types.Sheet(
            id=self.id,
            number=self.number,
            title=self.title.build(),
            layout=self.layout,
            fields=tuple(field.build() for field in self.fields),
            synonyms=self.synonyms,
            templates=self.templates,
            empty_means=TableState(self.empty_means),
            key=self.key,
            identity=self.identity.build() if self.identity else None,
            embeds=tuple(types.Embedding(e.sheet, e.fields, e.copies) for e in self.embeds),
            empty_unless=self.empty_unless,
            is_computed=self.is_computed,
            spans={
                day: (field.not_before, field.id)
                for field in self.fields
                if field.not_before
                for day in (field.not_before, field.id)
            },
            labels=self._labels(),
        )

    def _labels(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for field in self.fields:
            for header in (field.header, *field.synonyms):
                found.setdefault(label(header), field.id)
        return found


class FormFile(FileModel):
    """A form: the sheets of the workbook that centres fill in."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
    title: PhraseFile
    ignored_sheets: tuple[Text, ...] = ()
    dictionaries: dict[Id, tuple[ChoiceFile, ...]]
    sheets: Annotated[tuple[SheetFile, ...], Field(min_length=1)]

    def build(self) -> types.Form:
        """The form."""
        return types.Form(
            id=self.id,
            title=self.title.build(),
            dictionaries={
                name: tuple(choice.build() for choice in choices)
                for name, choices in self.dictionaries.items()
            },
            sheets=tuple(sheet.build() for sheet in self.sheets),
            sheet_labels={
                sheet_label(name): sheet.id
                for sheet in self.sheets
                for name in (*sheet.synonyms, sheet.title.en, sheet.title.zh)
            },
            ignored_labels=tuple(sheet_label(name) for name in self.ignored_sheets),
            words={
                name: {
                    normalise(word): choice.id
                    for choice in choices
                    for word in (*choice.words, choice.title.en, choice.title.zh)
                }
                for name, choices in self.dictionaries.items()
            },
        )
