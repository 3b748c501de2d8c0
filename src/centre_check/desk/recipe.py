"""What the user asked for of every workbook, in plain values that any process can take."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from centre_check.errors import UsageProblem, WorkbookError
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from centre_check.audit.attestations import AttestationFile
    from centre_check.form.types import Disclosure, Form
    from centre_check.model.findings import Audit
    from centre_check.model.registers import Register
    from centre_check.model.table import Facts
    from centre_check.model.waivers import WaiverEntry
    from centre_check.standard.types import Edition
    from centre_check.workbook.entries import EntryReader
    from centre_check.workbook.guard import Limits
    from centre_check.workbook.mapping import AnyMapping


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
    waivers: tuple[str, ...] = ()
    no_waivers: bool = False
    files: tuple[str, ...] = ()  # the SHA-256 of what the names above stand for

    @classmethod
    def of(
        cls,
        words: Words,
        *,
        standard: str,
        level: str | None = None,
        as_of: str | None = None,
        limits: Sequence[str] = (),
        mapping: str | None = None,
        attestations: Sequence[str] = (),
        personal: str = "mask",
        waivers: Sequence[str] = (),
        no_waivers: bool = False,
    ) -> Recipe:
        """The recipe that options of these names mean.

        Raises:
            UsageProblem: a day or a limit is none.
        """
        from datetime import date

        from centre_check.form.types import Disclosure
        from centre_check.workbook.guard import limits_of

        return cls(
            standard,
            level,
            day_of(as_of),
            date.today(),
            words.lang,
            Disclosure(personal),
            limits_of(limits),
            tuple(attestations),
            mapping,
            tuple(waivers),
            no_waivers,
        )

    @property
    def words(self) -> Words:
        """The language of every sentence."""
        return Words(self.lang)

    @property
    def named(self) -> list[Path]:
        """The files that it names, none of which may be overwritten."""
        own = self.standard if Path(self.standard).is_file() else None  # else one that we bring
        names = (own, *self.attestations, *self.waivers, self.mapping)
        paths = [Path(name) for name in names if name]
        return [one for path in paths for one in (sorted(path.glob("*.y*ml")) or [path])]

    @property
    def fingerprint(self) -> str:
        """All of it that can change a result."""
        day = self.as_of or self.today
        return repr(self._replace(as_of=day, today=day))

    def settled(self) -> Recipe:
        """The recipe with its level's id and what its files hold: an edited file is another one.

        Raises:
            CentreCheckError: what it names is not there or broken.
        """
        from centre_check.standard import shelf

        edition = shelf.take(self.standard)
        digests = (_digest(path) for path in (edition.form_path, *self.named))
        level = level_of(self.level, edition, self.words)
        return self._replace(level=level, files=(edition.sha256, *digests))

    def auditor(self) -> Auditor:
        """What audits by it.

        Raises:
            CentreCheckError: what it names is not there or broken.
        """
        from centre_check.standard import shelf

        edition, words = shelf.take(self.standard), self.words
        level = level_of(self.level, edition, words)
        from centre_check.workbook.entries import EntryReader

        reader = EntryReader(edition.form, disclosure=self.disclosure)
        mapping, waivers = self._mapped(edition.form), self._waivers(edition)
        auditor = Auditor(self, edition, words, level, mapping, reader, waivers)
        return auditor.with_attested() if self.attestations else auditor

    def _waivers(self, edition: Edition) -> tuple[WaiverEntry, ...]:
        """The office's exemptions, every mistake in them told before anything is audited."""
        if not self.waivers:
            return ()
        from centre_check.desk.waivers import read

        return read(self.waivers, edition, self.today, self.limits)

    def figures(self, path: Path, form: Form) -> Facts:
        """What a workbook of figures says by the sheets of `form`, for programmes and subsidies.

        Raises:
            CentreCheckError: it cannot be read, or the mapping does not fit.
        """
        from centre_check.desk.deadline import deadline

        mapping = self._mapped(form)
        with deadline(path, self.limits):
            return self.read(path, form, mapping)

    def read(
        self,
        path: Path,
        form: Form,
        mapping: AnyMapping | None,
        content: bytes | None = None,
        reader: EntryReader | None = None,
    ) -> Facts:
        """What a workbook says, whose `content` somebody may have read already."""
        from centre_check.workbook import read_facts

        return read_facts(
            path,
            form,
            self.words,
            disclosure=self.disclosure,
            limits=self.limits,
            mapping=mapping,
            content=content,
            reader=reader,
        )

    def _mapped(self, form: Form) -> AnyMapping | None:
        if self.mapping is None:
            return None
        from centre_check.workbook.mapping_file import read_mappings

        return read_mappings(Path(self.mapping), form)


class JudgedCase(NamedTuple):
    """An audit, and the facts that it rests on."""

    audit: Audit
    facts: Facts


class Auditor(NamedTuple):
    """A recipe with what it names: all that the audit of a workbook needs besides the workbook."""

    recipe: Recipe
    edition: Edition
    words: Words
    level: str | None
    mapping: AnyMapping | None
    reader: EntryReader  # remembers the words and dates of the run's workbooks, never a text
    waivers: tuple[WaiverEntry, ...] = ()
    attested: tuple[AttestationFile, ...] = ()

    def audit(self, path: Path, content: bytes | None = None) -> Audit:
        """The audit of the workbook at `path`, whose `content` somebody may have read already.

        Raises:
            CentreCheckError: it cannot be read or judged.
        """
        return self.case(path, content).audit

    def case(self, path: Path, content: bytes | None = None) -> JudgedCase:
        """The audit of the workbook at `path`, with what was read there.

        Raises:
            CentreCheckError: it cannot be read or judged.
        """
        from centre_check.desk.deadline import deadline

        with deadline(path, self.recipe.limits):
            facts = self.recipe.read(path, self.edition.form, self.mapping, content, self.reader)
            _refuse_no_centre(path, facts)
            return self.judged(facts, self.attested)

    def with_attested(self) -> Auditor:
        """The same, with what inspectors filled in read once for all workbooks.

        Raises:
            CentreCheckError: a file of theirs cannot be read.
        """
        from centre_check.desk.deadline import deadline

        found: list[AttestationFile] = []
        for path in map(Path, self.recipe.attestations):
            with deadline(path, self.recipe.limits):
                found.append(self._attested(path))
        return self._replace(attested=tuple(found))

    def _attested(self, path: Path) -> AttestationFile:
        """An inspector's file."""
        from centre_check.audit.attestations import TABLE, AttestationFile
        from centre_check.files.entered import Mistakes
        from centre_check.workbook.filled import read_filled
        from centre_check.workbook.guard.contents import name_of
        from centre_check.workbook.source import open_workbook

        mistakes, name = Mistakes(), name_of(Path(path.name))
        _, grids = open_workbook(path, self.recipe.limits)
        sheet = self.edition.form.sheet(TABLE)
        table = read_filled(grids, sheet, self.reader, name, mistakes)
        return AttestationFile(name, table, mistakes.found)

    def judged(self, facts: Facts, attested: Sequence[AttestationFile] = ()) -> JudgedCase:
        """The audit of what a workbook says."""
        from centre_check.audit import run_audit
        from centre_check.audit.run import Exemptions, Wish

        audit = run_audit(
            facts,
            self.edition,
            self.words,
            wish=Wish(self.level, self.recipe.as_of),
            today=self.recipe.today,
            attested=attested,
            exemptions=Exemptions(self.waivers, do_count=not self.recipe.no_waivers),
        )
        return JudgedCase(audit, facts)

    def registers(self, case: JudgedCase) -> tuple[Register, ...]:
        """Who is on the workbook's lists, each with what he counts for."""
        from centre_check.audit.registers import registers

        level = case.audit.level or self.edition.levels[0].id
        return registers(
            case.facts,
            case.audit,
            self.edition.resolve(level),
            self.edition.form,
            words=self.words,
            shown=self.recipe.disclosure,
        )


class InspectorsFile(WorkbookError):
    """A file that was taken for a centre's holds an inspector's decisions."""


def _refuse_no_centre(path: Path, facts: Facts) -> None:
    """Refuse a file in which no sheet of the form was found: nothing of it could be judged.

    Raises:
        InspectorsFile: it is one.
        WorkbookError: it is no centre's workbook at all.
    """
    from centre_check.model.facts import TableState

    found = {id_ for id_, table in facts.tables.items() if table.state is not TableState.MISSING}
    if found == {"attestations"}:
        raise InspectorsFile(
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


def _digest(path: Path) -> str:
    import hashlib

    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise UsageProblem(
            mark("{path} cannot be opened: {cause}"), path=path, cause=error.strerror
        ) from error
