"""What the user asked for of every workbook, in plain values that any process can take."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from centre_check.audit.run import Wish
from centre_check.errors import UsageProblem
from centre_check.standard import shelf
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from centre_check.form.types import Disclosure, Form
    from centre_check.model.facts import Facts
    from centre_check.model.findings import Audit
    from centre_check.model.registers import Register
    from centre_check.standard.types import Edition
    from centre_check.workbook.guard import Limits
    from centre_check.workbook.mapping import FormMapping


class Recipe(NamedTuple):
    """The values of the options; `today` is the day on which the run began."""

    standard: str
    level: str | None
    as_of: date | None
    today: date
    lang: str
    disclosure: Disclosure
    limits: Limits
    attestations: tuple[str, ...]
    mapping: str | None
    files: tuple[str, ...] = ()  # the SHA-256 of what the names above stand for

    @property
    def words(self) -> Words:
        """The language of every sentence."""
        return Words(self.lang)

    @property
    def fingerprint(self) -> str:
        """All of it that can change a result."""
        day = self.as_of or self.today
        return repr(self._replace(as_of=day, today=day))

    def auditor(self) -> Auditor:
        """What audits by it.

        Raises:
            CentreCheckError: what it names is not there or broken.
        """
        edition = shelf.take(self.standard)
        return Auditor(
            edition,
            self.words,
            Wish(self.level, self.as_of),
            self.disclosure,
            self.limits,
            tuple(map(Path, self.attestations)),
            mapping_of(self.mapping, edition),
            self.today,
        )

    def with_files(self, edition: Edition) -> Recipe:
        """The recipe with what its files hold, so that an edited file is another recipe."""
        named = [Path(name) for name in (*self.attestations, self.mapping) if name]
        digests = (_digest(path) for path in (edition.form_path, *named))
        return self._replace(files=(edition.sha256, *digests))


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise UsageProblem(
            mark("{path} cannot be opened: {cause}"), path=path, cause=error.strerror
        ) from error


class Case(NamedTuple):
    """An audit, and the facts that it rests on."""

    audit: Audit
    facts: Facts


class Auditor(NamedTuple):
    """All that the audit of a workbook needs besides the workbook."""

    edition: Edition
    words: Words
    wish: Wish
    disclosure: Disclosure
    limits: Limits
    attestations: tuple[Path, ...] = ()
    mapping: FormMapping | None = None
    today: date | None = None  # what counts as today, where a run must not pass midnight

    def audit(self, path: Path, content: bytes | None = None) -> Audit:
        """The audit of the workbook at `path`, whose `content` somebody may have read already.

        Raises:
            CentreCheckError: it cannot be read or judged.
        """
        return self.case(path, content).audit

    def case(self, path: Path, content: bytes | None = None) -> Case:
        """The audit of the workbook at `path`, with what was read there.

        Raises:
            CentreCheckError: it cannot be read or judged.
        """
        from datetime import date

        from centre_check.audit import run_audit
        from centre_check.audit.attestations import AttestationFile
        from centre_check.desk.deadline import patience

        with patience(path, self.limits):
            facts = self._read(path, self.mapping, content)
            _refuse_no_centre(path, facts)
            attested = [
                AttestationFile(one.name, self._read(one, None).tables) for one in self.attestations
            ]
            audit = run_audit(
                facts,
                self.edition,
                self.words,
                wish=self.wish,
                today=self.today or date.today(),
                attested=attested,
            )
            return Case(audit, facts)

    def registers(self, case: Case) -> tuple[Register, ...]:
        """Who is on the workbook's lists, each with what he counts for."""
        from centre_check.audit.registers import registers

        level = case.audit.level or self.edition.levels[0].id
        standard = self.edition.resolve(level)
        return registers(
            case.facts,
            case.audit,
            standard,
            self.edition.form,
            words=self.words,
            shown=self.disclosure,
        )

    def _read(self, path: Path, mapping: FormMapping | None, content: bytes | None = None) -> Facts:
        from centre_check.workbook import read_facts

        return read_facts(
            path,
            self.edition.form,
            self.words,
            disclosure=self.disclosure,
            limits=self.limits,
            mapping=mapping,
            content=content,
        )


def _refuse_no_centre(path: Path, facts: Facts) -> None:
    """Refuse a file in which no sheet of the form was found: nothing of it could be judged.

    Raises:
        WorkbookError: it is an inspector's file, or no centre's workbook at all.
    """
    from centre_check.errors import WorkbookError
    from centre_check.model.facts import TableState

    found = {id_ for id_, table in facts.tables.items() if table.state is not TableState.MISSING}
    if found == {"attestations"}:
        raise WorkbookError(
            mark("{path} holds on-site decisions only; it is no centre's workbook"),
            mark("give it with --attestations"),
            path=path,
        )
    if not found:
        raise WorkbookError(
            mark("{path} has no sheet of the data collection form; it cannot be audited"),
            mark("give the workbook that the centre filled in; `centre-check doctor` shows why"),
            path=path,
        )


def read_figures(
    path: Path,
    form: Form,
    words: Words,
    *,
    personal: str,
    limits: tuple[str, ...],
    mapping: str | None,
) -> Facts:
    """What the workbook says by the sheets of `form`.

    Raises:
        UsageProblem: there is no such file, or an option cannot be understood.
        WorkbookError: it cannot be read.
        BrokenFile: the mapping does not fit.
    """
    from pathlib import Path

    from centre_check.desk.deadline import patience
    from centre_check.form.types import Disclosure
    from centre_check.workbook import read_facts
    from centre_check.workbook.guard import limits_of
    from centre_check.workbook.mapping_file import read_mapping

    allowed = limits_of(limits)
    mapped = read_mapping(Path(mapping), form) if mapping else None
    with patience(path, allowed):
        return read_facts(
            path, form, words, disclosure=Disclosure(personal), limits=allowed, mapping=mapped
        )


class Judging(NamedTuple):
    """The values of those options."""

    standard: str
    level: str | None
    as_of: str | None
    limits: tuple[str, ...]
    mapping: str | None
    attestations: tuple[str, ...] = ()

    @property
    def inputs(self) -> list[Path]:
        """The files that they name, none of which may be overwritten."""
        from pathlib import Path

        return [Path(name) for name in (*self.attestations, self.mapping) if name]

    def auditor(self, edition: Edition, words: Words, disclosure: Disclosure) -> Auditor:
        """What audits one workbook by them.

        Raises:
            UsageProblem: a value means nothing.
            BrokenFile: the mapping names what the form does not have.
        """
        from pathlib import Path

        from centre_check.audit.run import Wish
        from centre_check.desk.recipe import Auditor
        from centre_check.workbook.guard import limits_of

        return Auditor(
            edition,
            words,
            Wish(level_of(self.level, edition, words), day_of(self.as_of)),
            disclosure,
            limits_of(self.limits),
            tuple(map(Path, self.attestations)),
            mapping_of(self.mapping, edition),
        )

    def recipe(self, edition: Edition, words: Words, disclosure: Disclosure) -> Recipe:
        """What audits many workbooks by them, in any process.

        Raises:
            UsageProblem: a value means nothing.
        """
        from datetime import date

        from centre_check.desk.recipe import Recipe
        from centre_check.workbook.guard import limits_of

        return Recipe(
            self.standard,
            level_of(self.level, edition, words),
            day_of(self.as_of),
            date.today(),
            words.lang,
            disclosure,
            limits_of(self.limits),
            self.attestations,
            self.mapping,
        ).with_files(edition)


def level_of(name: str | None, edition: Edition, words: Words) -> str | None:
    """The id of the level that `name` means in this standard; None for none.

    Raises:
        UsageProblem: the standard has no such level.
    """
    if name is None:
        return None
    from centre_check.logic.spelling import normalise

    levels = {level.id: level.id for level in edition.levels}
    synonyms = edition.form.words.get("level", {})
    known = levels | {word: level for word, level in synonyms.items() if level in levels}
    if normalise(name) in known:
        return known[normalise(name)]
    from centre_check.words.nearest import nearest

    titles = {words.phrase(level.title): level.id for level in edition.levels}
    close = nearest(name, [*titles, *levels]) or next(iter(titles))
    raise UsageProblem(
        mark("there is no level {name}"),
        mark("did you mean {close}? There are {known}"),
        name=name,
        close=close,
        known=words.join(f"{title} ({level})" for title, level in titles.items()),
    )


def mapping_of(name: str | None, edition: Edition) -> FormMapping | None:
    """The mapping in the file that the user named; None for none.

    Raises:
        UsageProblem: the file cannot be read.
        BrokenFile: it names what the form does not have.
    """
    if name is None:
        return None
    from pathlib import Path

    from centre_check.workbook.mapping_file import read_mapping

    return read_mapping(Path(name), edition.form)


def pairs_of(texts: Sequence[str]) -> dict[str, str]:
    """The names and values of `NAME=VALUE`; of one name the last holds.

    Raises:
        UsageProblem: one has no 「=」.
    """
    for text in texts:
        if not all(text.partition("=")):
            raise UsageProblem(
                mark("{text} is not a name and a choice"),
                mark("write it as NAME=CHOICE; `centre-check standards show` lists both"),
                text=text,
            )
    parted = [text.partition("=") for text in texts]
    return {name.strip(): value.strip() for name, _, value in parted}


def day_of(text: str | None) -> date | None:
    """The day that the user gave; None for none.

    Raises:
        UsageProblem: it is no single day.
    """
    if text is None:
        return None
    from centre_check.workbook.cells import date_interval

    parsed = date_interval(text, never=False)
    if parsed.value is None or not parsed.value.is_exact:
        raise UsageProblem(mark("{text} is not a day"), mark("write it like 2026-06-30"), text=text)
    day: date = parsed.value.low
    return day
