"""Lint a standard: everything it names exists, for every level, in the form and in itself."""

from collections import Counter
from collections.abc import Iterator

from centre_check.files import Mistake, SourceFile
from centre_check.form.types import Form
from centre_check.standard import file
from centre_check.standard.lint.names import Loc
from centre_check.standard.lint.parts import PartLinter
from centre_check.words import mark

__all__ = ["Loc", "PartLinter", "lint"]


def lint(standard: file.StandardFile, form: Form, source: SourceFile) -> list[Mistake]:
    """Every name in the standard that nothing answers to, every level without a number."""
    return sorted(
        _Linter(standard, form, source).mistakes(), key=lambda found: (found.line, found.column)
    )


class _Linter(PartLinter):
    def __init__(self, standard: file.StandardFile, form: Form, source: SourceFile) -> None:
        super().__init__(standard.populations, standard.options, standard.levels, form, source)
        self.standard = standard

    def mistakes(self) -> Iterator[Mistake]:
        yield from self._ids()
        yield from self.choices_of_options(self.standard)
        yield from self.parts(self.standard)

    def _ids(self) -> Iterator[Mistake]:
        listed = [(one.id, ("criteria", at)) for at, one in enumerate(self.standard.criteria)]
        listed += [(one.id, ("reports", at)) for at, one in enumerate(self.standard.reports)]
        seen: Counter[str] = Counter()
        for name, loc in listed:
            seen[name] += 1
            if seen[name] > 1:
                yield self.at((*loc, "id"), mark("the id {name} is used twice"), name=name)
            if not any(name.startswith(f"{prefix}-") for prefix in self.standard.groups):
                yield self.unknown((*loc, "id"), name, self.standard.groups, mark("chapter"))
