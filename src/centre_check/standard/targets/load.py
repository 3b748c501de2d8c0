"""Read a target standard from YAML: strictly, all mistakes at once."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from centre_check.files import Mistake, SourceFile, raise_if
from centre_check.files.strict_yaml import parse_yaml
from centre_check.files.validation import check
from centre_check.form.types import Form
from centre_check.standard import locations
from centre_check.standard.lint import PartLinter
from centre_check.standard.load import decoded, read_form
from centre_check.standard.targets import file, types
from centre_check.standard.targets.resolve import chosen, generated, resolve
from centre_check.words import mark


def read(
    path: Path, text: bytes, choices: Mapping[str, str] = MappingProxyType({})
) -> types.Targets:
    """The target standard in this file; `choices` are of its options, by their ids.

    Raises:
        UsageProblem: it has no such option or choice.
        BrokenFile: with every mistake of the file.
    """
    source = parse_yaml(decoded(path, text), path.name)
    written = check(file.TargetsFile, source)
    form = read_form(locations.locate_form(written.form, path))
    found = sorted(
        _Linter(written, form, source).mistakes(), key=lambda one: (one.line, one.column)
    )
    raise_if(path.name, found)
    return resolve(written, form, locations.digest(text), chosen(written, choices))


class _Linter(PartLinter):
    """Every name in a target standard that nothing answers to."""

    def __init__(self, written: file.TargetsFile, form: Form, source: SourceFile) -> None:
        populations = {**generated(written), **written.populations}
        super().__init__(populations, written.options, {}, form, source)
        self.written = written

    def mistakes(self) -> Iterator[Mistake]:
        yield from self.choices_of_options(self.written)
        yield from self.parts(self.written)
        yield from self._ids()
        for at, target in enumerate(self.written.targets):
            for n, measure in enumerate(target.measures):
                yield from self._measure(measure, ("targets", at, "measures", n))
        for at, report in enumerate(self.written.reports):
            yield from self._measure(report, ("reports", at))
        for name, one in self.written.indicators.items():
            if one.like is not None and one.like not in self.written.indicators:
                loc = ("indicators", name, "like")
                yield self.unknown(loc, one.like, self.written.indicators, mark("indicator"))

    def _ids(self) -> Iterator[Mistake]:
        seen: set[str] = set()
        for key in ("targets", "duties", "reports", "recompute"):
            listed: tuple[Any, ...] = getattr(self.written, key)
            for at, one in enumerate(listed):
                if one.id in seen:
                    message = mark("the id {name} is used twice")
                    yield self.at((key, at, "id"), message, name=one.id)
                seen.add(one.id)

    def _measure(
        self, measure: file.MeasureFile | file.PeriodReportFile, loc: tuple[str | int, ...]
    ) -> Iterator[Mistake]:
        if measure.period is None:
            return
        if measure.quantity is not None:
            yield from self.undivided(measure.quantity, (*loc, "quantity"))
        if measure.period not in self.written.periods:
            yield self.unknown(
                (*loc, "period"), measure.period, self.written.periods, mark("period")
            )
