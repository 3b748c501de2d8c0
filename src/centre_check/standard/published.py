"""The published document that targets and calculators come from; its date may be unknown."""

from datetime import date
from typing import NamedTuple

from pydantic import model_validator

from centre_check.form.file import FileModel, PhraseFile, Text
from centre_check.words import Phrase, mark


class Published(NamedTuple):
    """Which document, by whom, of which day; `undated` says why no day is known."""

    title: str
    section: str
    issuer: str
    issued: date | None
    undated: Phrase | None = None

    @property
    def cited(self) -> str:
        """The title in 《》; one that names another document in them needs none of its own."""
        return self.title if "《" in self.title else f"《{self.title}》"


class PublishedFile(FileModel):
    """A published document; without `issued` it says in `undated` why."""

    title: Text
    section: Text
    issuer: Text
    issued: date | None = None
    undated: PhraseFile | None = None

    @model_validator(mode="after")
    def _has_a_day_or_a_reason(self) -> "PublishedFile":
        if (self.issued is None) == (self.undated is None):
            message = mark("a document has the day it was issued, or says in undated why not")
            raise ValueError(message)
        return self

    def build(self) -> Published:
        """The document."""
        undated = self.undated.build() if self.undated else None
        return Published(self.title, self.section, self.issuer, self.issued, undated)
