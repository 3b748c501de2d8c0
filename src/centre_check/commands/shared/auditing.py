"""Audit one workbook: read it, judge it, with whatever the user asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from centre_check.audit.run import Wish
    from centre_check.form.types import Disclosure
    from centre_check.model.findings import Audit
    from centre_check.model.registers import Register
    from centre_check.model.table import Facts
    from centre_check.standard.types import Edition
    from centre_check.words import Words
    from centre_check.workbook.guard import Limits
    from centre_check.workbook.mapping import FormMapping


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
    attestations: Path | None = None
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
        from centre_check.commands.shared.patience import patience

        with patience(path, self.limits):
            facts = self._read(path, self.mapping, content)
            attested = [self._read(self.attestations, None).tables] if self.attestations else []
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
