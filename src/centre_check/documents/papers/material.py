"""What papers are made of: an audit, the standard it was made against, what the user wants."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from centre_check.documents.tree import Document, mapped
from centre_check.errors import UsageProblem
from centre_check.form.types import Disclosure, Form
from centre_check.model.findings import Audit
from centre_check.model.registers import Register
from centre_check.standard.types import Edition, Standard
from centre_check.words import Words, mark


class Wanted(NamedTuple):
    """What the user wants of a paper: a deadline (a day or his own words), only what is open."""

    deadline: date | str = ""
    open_only: bool = False
    is_internal: bool = False  # personal data is shown in full: the paper is marked


_NOTHING = Wanted()


class Material(NamedTuple):
    """What a paper is made of; `standards` are those of the levels it is about."""

    standards: tuple[Standard, ...]
    form: Form
    wanted: Wanted = _NOTHING
    centre: Audit | None = None
    registers: tuple[Register, ...] = ()

    @property
    def audit(self) -> Audit:
        """The audit of the centre that the paper is about.

        Raises:
            UsageProblem: none was made.
        """
        if self.centre is None:
            raise UsageProblem(
                mark("this paper is about a centre and needs its workbook"),
                mark("give the workbook's path"),
            )
        return self.centre


def material_of(
    audit: Audit | None,
    edition: Edition,
    level: str | None = None,
    wanted: Wanted = _NOTHING,
    registers: tuple[Register, ...] = (),
) -> Material:
    """The audit with the standard of its level; without one, of `level` or of every level."""
    chosen = audit.level if audit is not None else level
    standards = tuple(edition.resolve(one.id) for one in edition.levels if chosen in (None, one.id))
    return Material(standards, edition.form, wanted, audit, registers)


class Paper(NamedTuple):
    """A kind of paper: what it is, how it is built, how much personal data it shows unless told.

    `takes` are the fields of what the user wants that make a difference to it.
    """

    title: str
    build: Callable[[Material, Words], Document]
    disclosure: Disclosure = Disclosure.MASKED
    takes: tuple[str, ...] = ()

    def make(self, material: Material, words: Words) -> Document:
        """The paper; Chinese ones quote with “ ”, where the screen has 「」."""
        document = self.build(material, words)
        made: Document = mapped(document, lambda text: text.translate(_QUOTES))
        return made


_QUOTES = str.maketrans("「」", "“”")
