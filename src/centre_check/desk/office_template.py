"""Papers that an office words itself, in its own Word file: filled, listed, begun."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from centre_check.errors import UsageProblem
from centre_check.words import mark

if TYPE_CHECKING:
    from pathlib import Path

    from centre_check.desk.recipe import Auditor
    from centre_check.documents.fields import Fields
    from centre_check.documents.papers.material import Material, Paper
    from centre_check.documents.tree import Document
    from centre_check.words import Words

_MEANING_SHOWN = 30  # characters of what stands for a placeholder


class OfficeTemplate(NamedTuple):
    """An office's own Word file with placeholders, read but not yet looked into."""

    name: str
    content: bytes

    def fill(self, document: Document, material: Material, words: Words) -> bytes:
        """The file with a paper's texts in it.

        Raises:
            StandardError: it is no Word file, or a placeholder names nothing; all at once.
        """
        from centre_check.render.word_template import fill

        return fill(self.content, fields_of(document, material, words), self.name)


def read_template(path: Path) -> OfficeTemplate:
    """The office's file.

    Raises:
        UsageProblem: it cannot be read.
    """
    try:
        return OfficeTemplate(path.name, path.read_bytes())
    except OSError as error:
        raise UsageProblem(
            mark("{path} cannot be read: {cause}"),
            mark("check the path"),
            path=path,
            cause=error.strerror or error,
        ) from error


def fields_of(document: Document, material: Material, words: Words) -> Fields:
    """Everything that a placeholder may name in a paper of this kind."""
    from centre_check.documents.fields import fields
    from centre_check.documents.papers.parts import known

    return fields(document, known(material, words), words)


def specimen(paper: Paper, auditor: Auditor) -> tuple[Document, Material]:
    """The paper of a centre that nothing is known of and that fails every clause.

    It has every part that the paper can have, so that every placeholder is named.
    """
    from centre_check.audit import run_audit
    from centre_check.desk.recipe import Case
    from centre_check.documents.papers.material import material_of
    from centre_check.model.facts import Facts, Input
    from centre_check.model.outcomes import Outcome

    edition, words = auditor.edition, auditor.words
    wish = auditor.wish._replace(level=auditor.wish.level or edition.levels[0].id)
    nothing = Facts(Input("", "", 0), {}, ())
    today = edition.resolve(str(wish.level)).issued  # a day that does not change
    audit = run_audit(nothing, edition, words, wish=wish, today=today)
    outcomes = (Outcome.FAIL, Outcome.UNKNOWN, Outcome.MANUAL)  # each has parts of its own
    failed = tuple(one._replace(outcome=outcomes[at % 3]) for at, one in enumerate(audit.findings))
    registers = auditor.registers(Case(audit, nothing))
    material = material_of(audit._replace(findings=failed), edition, registers=registers)
    return paper.make(material, words), material


def listed(paper: Paper, auditor: Auditor) -> list[tuple[str, str]]:
    """Every placeholder of the paper with what will stand there, if that is known already."""
    from centre_check.render.word_template import placeholders

    document, material = specimen(paper, auditor)
    found = placeholders(fields_of(document, material, auditor.words), auditor.words)
    return [(one.written, _shortened(one.meaning)) for one in found]


def _shortened(text: str) -> str:
    first = text.split("\n", 1)[0]
    return first if len(text) <= _MEANING_SHOWN else f"{first[:_MEANING_SHOWN]}…"


def begun(paper: Paper, auditor: Auditor) -> bytes:
    """A plain Word file with every placeholder of the paper, for the office to arrange."""
    from centre_check.render.word_template import starter

    document, material = specimen(paper, auditor)
    fields = fields_of(document, material, auditor.words)
    return starter(auditor.words(paper.title), fields, auditor.words.lang)
