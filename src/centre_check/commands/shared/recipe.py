"""What the user asked for of every workbook, in plain values that any process can take."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from centre_check.audit.run import Wish
from centre_check.commands.shared.auditing import Auditor
from centre_check.commands.shared.options import mapping_of
from centre_check.errors import UsageProblem
from centre_check.standard import shelf
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from datetime import date

    from centre_check.form.types import Disclosure
    from centre_check.standard.types import Edition
    from centre_check.workbook.guard import Limits


class Recipe(NamedTuple):
    """The values of the options; `today` is the day on which the run began."""

    standard: str
    level: str | None
    as_of: date | None
    today: date
    lang: str
    disclosure: Disclosure
    limits: Limits
    attestations: str | None
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
            Path(self.attestations) if self.attestations else None,
            mapping_of(self.mapping, edition),
            self.today,
        )

    def with_files(self, edition: Edition) -> Recipe:
        """The recipe with what its files hold, so that an edited file is another recipe."""
        named = [Path(name) for name in (self.attestations, self.mapping) if name]
        digests = (_digest(path) for path in (edition.form_path, *named))
        return self._replace(files=(edition.sha256, *digests))


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise UsageProblem(
            mark("{path} cannot be opened: {cause}"), path=path, cause=error.strerror
        ) from error
