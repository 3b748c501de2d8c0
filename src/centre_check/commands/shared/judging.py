"""By what workbooks are judged: the options for it, and what they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from centre_check.commands.shared.options import (
    as_of_option,
    attestations_option,
    day_of,
    level_of,
    level_option,
    limit_option,
    mapping_of,
    mapping_option,
    standard_option,
)

if TYPE_CHECKING:
    from pathlib import Path

    import click

    from centre_check.commands.shared.auditing import Auditor
    from centre_check.commands.shared.recipe import Recipe
    from centre_check.form.types import Disclosure
    from centre_check.standard.types import Edition
    from centre_check.words import Words


def first_options(words: Words) -> list[click.Parameter]:
    """What is asked most: the standard, the level, the day."""
    return [standard_option(words), level_option(words), as_of_option(words)]


def further_options(words: Words) -> list[click.Parameter]:
    """What is asked now and then."""
    return [attestations_option(words), mapping_option(words), limit_option(words)]


class Judging(NamedTuple):
    """The values of those options."""

    standard: str
    level: str | None
    as_of: str | None
    limits: tuple[str, ...]
    mapping: str | None
    attestations: str | None = None

    @property
    def inputs(self) -> list[Path]:
        """The files that they name, none of which may be overwritten."""
        from pathlib import Path

        return [Path(name) for name in (self.attestations, self.mapping) if name]

    def auditor(self, edition: Edition, words: Words, disclosure: Disclosure) -> Auditor:
        """What audits one workbook by them.

        Raises:
            UsageProblem: a value means nothing.
            BrokenFile: the mapping names what the form does not have.
        """
        from pathlib import Path

        from centre_check.audit.run import Wish
        from centre_check.commands.shared.auditing import Auditor
        from centre_check.workbook.guard import limits_of

        return Auditor(
            edition,
            words,
            Wish(level_of(self.level, edition, words), day_of(self.as_of)),
            disclosure,
            limits_of(self.limits),
            Path(self.attestations) if self.attestations else None,
            mapping_of(self.mapping, edition),
        )

    def recipe(self, edition: Edition, words: Words, disclosure: Disclosure) -> Recipe:
        """What audits many workbooks by them, in any process.

        Raises:
            UsageProblem: a value means nothing.
        """
        from datetime import date

        from centre_check.commands.shared.recipe import Recipe
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
