"""What a form's YAML may hold: pydantic models, and what they become."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from centre_check.form import types
from centre_check.form.grammar import Grammar, HeadRecipe
from centre_check.form.labels import label, sheet_label
from centre_check.logic.spelling import fold, normalise
from centre_check.model.facts import Identity, TableState
from centre_check.words import Phrase

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Made = Annotated[str, StringConstraints(pattern=r"^\S+(?: \S+)*$")]
"""Classes of words with blanks between them; one in brackets may be there or not."""


class FileModel(BaseModel):
    """A part of a file that people write: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class PhraseFile(FileModel):
    """A text in Chinese, in English too where a standard is to be read in both."""

    zh: Text
    en: str = ""

    def build(self) -> Phrase:
        """The phrase; what has no English is told in Chinese."""
        return Phrase(self.zh, self.en or self.zh)


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


class DenialFile(FileModel):
    """How an entry speaks against what it is to prove."""

    whole: tuple[Text, ...] = ()
    """Texts that say nothing else."""
    says: tuple[Text, ...] = ()
    """Words of which one is enough."""
    of: tuple[Text, ...] = ()
    """What is denied where a negation of `proof` stands shortly before it."""
    at_head: bool = False
    """Whether the heads of `proof` (拟, 暂无) are looked for at its beginning."""
    in_brackets: bool = False
    """Whether the brackets of `proof` (未建, 已离职) are looked for in its brackets."""

    def build(self) -> types.Denial:
        """The denial."""
        words = {
            name: tuple(map(normalise, getattr(self, name))) for name in ("whole", "says", "of")
        }
        return types.Denial(**words, at_head=self.at_head, in_brackets=self.in_brackets)


class HeadedFile(FileModel):
    """What headings among the rows say of those below."""

    field: str = ""
    """The field that a heading of `out` or `to_come` fills."""
    out: str = ""
    """The choice that it fills it with."""
    by: tuple[Id, ...] = ()
    """Fields whose values a heading may name."""
    binding: tuple[Id, ...] = ()
    """Those of them that a row may not contradict without being open."""
    said_in: tuple[Id, ...] = ()
    """Texts of a row that may say one of these, too: 兼职会计 as a post."""

    def build(self) -> types.Headed:
        """The same, as it is used."""
        return types.Headed(self.field, self.out, self.by, self.binding, self.said_in)


class ProofFile(FileModel):
    """The words that tell what is a record, and what speaks for or against one."""

    closing: tuple[Text, ...] = ()
    """Texts that end a table."""
    nobody: tuple[Text, ...] = ()
    """Texts that are nobody's name."""
    nobody_ends: tuple[Text, ...] = ()
    """What no person's name ends with or, of two characters and more, has in it."""
    no_firm: tuple[Text, ...] = ()
    """Words in a column of firms that are no firm."""
    out: tuple[Text, ...] = ()
    """Words of a heading: those below are no longer."""
    to_come: tuple[Text, ...] = ()
    """Words of a heading: those below are not yet."""
    present: tuple[Text, ...] = ()
    """Words of a heading: those below are there."""
    orders: tuple[Text, ...] = ()
    """Endings of a heading that only puts rows in order."""
    void: tuple[Text, ...] = ()
    """Words of a title: the whole table is no final one."""
    samples: tuple[Text, ...] = ()
    """Words of a title: the whole table is an example."""
    compounds: tuple[Text, ...] = ()
    """Words in which a negating syllable negates nothing."""
    negations: tuple[Text, ...] = ()
    """Words that negate what follows."""
    heads: tuple[Text, ...] = ()
    """Beginnings of a name by which the thing is not there."""
    brackets: tuple[Text, ...] = ()
    """Beginnings of a bracket in a name by which it is not there."""
    harmless_brackets: tuple[Text, ...] = ()
    """Brackets in a name that say nothing against it."""
    titles: tuple[Text, ...] = ()
    """What may follow a person's name."""
    begins: tuple[Text, ...] = ()
    """What a day that comes before it begins: 「2021年1月到岗」 is not yet."""
    no_like: tuple[Text, ...] = ()
    """Entries of an unknown column that deny the row."""
    yes_like: tuple[Text, ...] = ()
    """Entries of an unknown column that confirm it."""
    inverse_heads: tuple[Text, ...] = ()
    """Words in the header of such a column that turn the two round."""
    telling_heads: tuple[Text, ...] = ()
    """Words in the header of such a column by which a bare no denies the row."""
    plain_heads: tuple[Text, ...] = ()
    """Words in the header of such a column by which it proves nothing either way."""
    harmless: tuple[Text, ...] = ()
    """Words of a remark that says nothing against the row."""
    doubtful_signs: str = ""
    """Characters by which a remark is told even where it has such a word."""
    lines: tuple[Text, ...] = ()
    """Words by which a line above or below a table denies its rows."""
    plain_lines: tuple[Text, ...] = ()
    """Words of a line that says nothing of the rows."""

    def build(self) -> types.Proof:
        """The words as they are compared."""
        lists = {name: words for name, words in self if isinstance(words, tuple)}
        return types.Proof(
            doubtful_signs=self.doubtful_signs,
            **{name: tuple(map(normalise, words)) for name, words in lists.items()},
        )


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
    lasts: tuple[Id, ...] = ()
    """For a number of months: the fields with the first and the last day of that term."""
    also_from: str = ""
    """For choices: a text field in whose words the dictionary's keywords are looked for."""
    also_open: tuple[Text, ...] = ()
    """With `also_from`: words in that text by which it may cover more than it names (汇编)."""
    denial: DenialFile | None = None
    """How an entry says that it is not so."""
    personal: types.Personal | None = None
    decides: bool = False
    required: bool = False
    made_of: tuple[Made, ...] = ()
    """What other headers of this field are made of, in classes of `heads`: 入驻 时间."""
    stands_in: tuple[Text, ...] = ()
    """Headers that mean this field in a table where no other column does."""
    since: Id | None = None
    """The field with the day from which a duration counts where no start is stated."""
    weaker: tuple[Text, ...] = ()
    """Those of its synonyms that count only where no other is filled: 填报日期."""
    entries: types.EntriesName | None = None
    """What kind of thing its entries name."""
    is_common: bool = False
    """Stands in tables of every kind: tells nothing of which sheet it is."""
    prompt: PhraseFile | None = None
    example: str = ""

    def build(self) -> types.Field:
        """The field."""
        return types.Field(
            **{
                **{key: value for key, value in self if key != "not_before"},
                "made_of": tuple(map(recipe, self.made_of)),
                "stands_in": tuple(map(label, self.stands_in)),
                "weaker": tuple(map(label, self.weaker)),
                "title": self.title.build(),
                "prompt": self.prompt.build() if self.prompt else None,
                "none_words": tuple(map(normalise, self.none_words)),
                "denial": self.denial.build() if self.denial else None,
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
    named: types.Named = types.Named.THING
    """What that field is the name of."""
    headed: HeadedFile = HeadedFile()
    identity: IdentityFile | None = None
    number_kind: Literal["person", "organisation"] | None = None
    """Which check digit the identity's number has."""
    embeds: tuple[EmbeddingFile, ...] = ()
    whose: tuple[Text, ...] = ()
    """Classes of `heads` that every header of this sheet may have: 企业, 项目, 基地."""
    titles: tuple[Made, ...] = ()
    """What other names of this sheet are made of, in classes of `heads`."""
    not_with: tuple[Made, ...] = ()
    """Headers that tell that a sheet of another name is not this one: 企业名称 beside a person."""
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
            named=self.named,
            headed=self.headed.build(),
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
            whose=self.whose,
            titles=tuple(map(recipe, self.titles)),
            not_with=tuple(map(recipe, self.not_with)),
        )

    def _labels(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for field in self.fields:
            for header in (field.header, *field.synonyms):
                found.setdefault(label(header), field.id)
        return found


class HeadsFile(FileModel):
    """The grammar of heads: words that headers and sheets' names are made of."""

    silent: tuple[Text, ...] = ()
    """Words that say nothing: 所属, 当前, 的."""
    lists: tuple[Text, ...] = ()
    """Words in a sheet's name that only say that it is a list: 登记, 台账, 一览, 表."""
    altering: tuple[Text, ...] = ()
    """Words in a bracket that make it another fact: 预计, 拟, 原."""
    measures: tuple[Text, ...] = ()
    """Units that the program does not convert: 平方英尺."""
    words: dict[Text, tuple[Text, ...]] = Field(default={})
    """Classes of words, each with the other words for it."""

    def build(self) -> Grammar:
        """The grammar."""
        classes: dict[str, dict[str, None]] = {}
        for name, words in self.words.items():
            for word in (name, *words):
                classes.setdefault(normalise(word), {})[name] = None
        return Grammar(
            {word: tuple(names) for word, names in classes.items()},
            tuple(map(normalise, self.silent)),
            tuple(map(normalise, self.lists)),
            tuple(map(normalise, self.altering)),
            tuple(map(normalise, self.measures)),
        )


def recipe(made: str) -> HeadRecipe:
    """The recipe that somebody wrote: 「就业 数 (成立) (累计)」."""
    classes = made.split()
    return HeadRecipe(
        tuple(one for one in classes if not one.startswith("(")),
        tuple(one.strip("()") for one in classes if one.startswith("(")),
    )


class FormFile(FileModel):
    """A form: the sheets of the workbook that centres fill in."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
    title: PhraseFile
    ignored_sheets: tuple[Text, ...] = ()
    dictionaries: dict[Id, tuple[ChoiceFile, ...]]
    proof: ProofFile = ProofFile()
    """What is a record, and what speaks for or against one."""
    heads: HeadsFile = HeadsFile()
    """What headers are made of, for those that no synonym names."""
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
            proof=self.proof.build(),
            grammar=self.heads.build(),
        )
