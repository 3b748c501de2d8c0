"""The whole file: options, populations, criteria in printed order, reports, hints."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from centre_check.form.file import FileModel, Id, PhraseFile, Text
from centre_check.standard.file.criteria import CriterionFile
from centre_check.standard.file.quantities import QuantityFile
from centre_check.standard.file.tests import TestFile


class ReportFile(FileModel):
    """Something read and shown that never decides."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]+(-[A-Z0-9]+)*-[0-9]+(\.[0-9]+)?$")]
    clause: Text
    quote: Text
    title: PhraseFile
    quantity: QuantityFile | None = None
    unit: PhraseFile | None = None
    show: tuple[Id, Id] | None = None
    """A population and a field whose text is shown."""


class PopulationFile(FileModel):
    """Records that clauses speak of."""

    title: PhraseFile
    rows: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The sheets whose rows they are."""
    where: tuple[TestFile, ...] = ()
    distinct: bool = False
    """Several rows of one person or entity are one record."""


class HintFile(FileModel):
    """A remark on every record that proves its tests."""

    id: Id
    each: Id
    where: Annotated[tuple[TestFile, ...], Field(min_length=1)]
    text: PhraseFile


class GroupFile(PhraseFile):
    """A chapter."""

    text: Text | dict[Id, Text] = ""
    """The chapter's paragraph, verbatim; …… for what is left out."""


class OptionFile(FileModel):
    """A choice that the text leaves open."""

    title: PhraseFile
    default: Id
    choices: Annotated[dict[Id, PhraseFile], Field(min_length=1)]


class DocumentFile(FileModel):
    """The published document."""

    title: Text
    section: Text
    issuer: Text
    issued: date


class StandardFile(FileModel):
    """A published document as data, clauses in printed order."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    title: PhraseFile
    document: DocumentFile
    edition: Text
    form: Text
    """The form that its workbooks follow: an id, or a path beside this file."""
    levels: Annotated[dict[Id, PhraseFile], Field(min_length=1)]
    options: dict[Id, OptionFile] = Field(default_factory=dict)
    populations: dict[Id, PopulationFile] = Field(default_factory=dict)
    groups: dict[Text, GroupFile]
    """Chapters: the beginning of the ids and the chapter's title."""
    criteria: Annotated[tuple[CriterionFile, ...], Field(min_length=1)]
    reports: tuple[ReportFile, ...] = ()
    hints: tuple[HintFile, ...] = ()
