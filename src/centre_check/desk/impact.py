"""See whom a changed standard would hit: the same files, day and exemptions judged by both."""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from centre_check.desk import exits
from centre_check.desk.batch.sources import find
from centre_check.desk.gather import singles
from centre_check.desk.outputs import checked, publish
from centre_check.desk.recipe import Auditor, Recipe, level_of
from centre_check.documents.impact_page import StandardChange, build, data
from centre_check.errors import CentreCheckError, UsageProblem
from centre_check.results.impact import CentreImpact, impact_of
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from centre_check.checks.grammar import Check
    from centre_check.desk.screen import Screen
    from centre_check.results.types import CentreResult
    from centre_check.standard.types import Criterion, Edition, Standard

_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?")
_MOST_STEPS = 200


class _Bounded(NamedTuple):
    """A limit that is to be another one, of one level or of all."""

    criterion: str
    level: str | None
    value: Decimal

    @property
    def text(self) -> str:
        level = f"@{self.level}" if self.level else ""
        return f"{self.criterion}{level}={self.value}"


def run(
    words: Words,
    screen: Screen,
    *,
    sources: tuple[str, ...],
    to: str | None,
    settings: tuple[str, ...],
    sweep: str | None,
    form: str,
    outputs: tuple[str, ...],
    **asked: Any,
) -> int:
    """Show and write what the change does, and give the exit code: 1 where a verdict turns."""
    if sum(map(bool, (to, settings, sweep))) != 1:
        raise UsageProblem(
            mark("what is changed? one of --to, --set and --sweep says so"),
            mark("write it like --to 新标准.yaml, or --set HY-YJ-04=800"),
        )
    found, recipe = find(sources), Recipe.of(words, **asked)
    paths = [one.path for one in found.sources]
    targets = checked(outputs, [*paths, *recipe.named, *([Path(to)] if to else [])])
    base = recipe.auditor()
    before, failed = _audited(paths, base, screen)
    changes: list[StandardChange] = []
    for name, auditor in _changed(base, recipe, to, settings, sweep):
        after, _ = _audited(paths, auditor, screen, is_told=False)
        changes.append(StandardChange(name, _paired(before, after, words)))
    publish(
        form,
        targets,
        lambda _: build(changes, failed, base.edition, words),
        lambda: data(changes, failed),
        screen,
    )
    if failed:
        return exits.NOT_AUDITED
    is_hit = any(one.is_changed for change in changes for one in change.impacts)
    return exits.NOT_COMPLIANT if is_hit else exits.COMPLIANT


def _changed(
    base: Auditor, recipe: Recipe, to: str | None, settings: Sequence[str], sweep: str | None
) -> list[tuple[str, Auditor]]:
    """What judges by the changed standard; for a sweep one for each value."""
    if to is not None:
        return [(to, recipe._replace(standard=to).auditor())]
    if sweep is not None:
        return [(one.text, _with(base, [one])) for one in _steps(sweep, base)]
    bounds = [_bound(one, base) for one in settings]
    return [("、".join(one.text for one in bounds), _with(base, bounds))]


def _bound(text: str, base: Auditor) -> _Bounded:
    """The limit of `HY-YJ-04=800`, or of one level: `HY-YJ-04@区级=800`.

    Raises:
        UsageProblem: there is no such clause or level, it has no limit, or that is no number.
    """
    where, _, value = text.partition("=")
    id_, _, level = where.strip().upper().partition("@")
    known = {
        one.id: one
        for level_ in base.edition.levels
        for one in base.edition.resolve(level_.id).criteria
    }
    if not _NUMBER.fullmatch(value.strip()):
        raise UsageProblem(
            mark("{text} is no clause and limit"),
            mark("write it like --set HY-YJ-04=800"),
            text=text,
        )
    criterion = known.get(id_)
    if criterion is None:
        from centre_check.words.nearest import nearest

        raise UsageProblem(
            mark("there is no clause {id}"),
            mark("did you mean {close}?"),
            id=id_,
            close=nearest(id_, list(known)) or next(iter(known)),
        )
    if _limit(criterion.check) is None:
        raise UsageProblem(mark("{id} has no limit that could be another one"), id=id_)
    found = level_of(level or None, base.edition, base.words)
    return _Bounded(id_, found, Decimal(value.strip()))


def _steps(text: str, base: Auditor) -> list[_Bounded]:
    """The limits of `HY-YJ-04=300:1000:50`.

    Raises:
        UsageProblem: it is no such range, or has too many steps.
    """
    where, _, span = text.partition("=")
    parts = [part.strip() for part in span.split(":")]
    if len(parts) != 3 or not all(map(_NUMBER.fullmatch, parts)) or Decimal(parts[2]) <= 0:
        raise UsageProblem(
            mark("{text} is no clause and range"),
            mark("write it like --sweep HY-YJ-04=300:1000:50"),
            text=text,
        )
    low, high, step = map(Decimal, parts)
    count = int((high - low) / step) + 1 if high >= low else 0
    if not 1 <= count <= _MOST_STEPS:
        raise UsageProblem(
            mark("{text} has {n} steps; from 1 to {most} are possible"),
            mark("take wider steps"),
            text=text,
            n=count,
            most=_MOST_STEPS,
        )
    one = _bound(f"{where}={low}", base)
    return [one._replace(value=low + step * at) for at in range(count)]


def _with(base: Auditor, bounds: Sequence[_Bounded]) -> Auditor:
    """What judges by the same standard with other limits."""
    edition = base.edition
    told = "|".join(one.text for one in bounds)
    sha256 = hashlib.sha256(f"{edition.sha256} {told}".encode()).hexdigest()

    def resolve(level: str) -> Standard:
        standard = edition.resolve(level)
        criteria = tuple(_turned(one, level, bounds) for one in standard.criteria)
        return standard._replace(criteria=criteria, sha256=sha256)

    changed: Edition = edition._replace(sha256=sha256, resolve=resolve)
    return base._replace(edition=changed)


def _turned(criterion: Criterion, level: str, bounds: Sequence[_Bounded]) -> Criterion:
    for one in bounds:
        limit = _limit(criterion.check)
        if one.criterion == criterion.id and one.level in (None, level) and limit is not None:
            check: Any = criterion.check
            bound = limit._replace(value=one.value)
            criterion = criterion._replace(check=check._replace(bound=bound))
    return criterion


def _limit(check: Check) -> Any:
    """The bound of a check, where it has one."""
    return getattr(check, "bound", None)


def _audited(
    paths: Sequence[Path], auditor: Auditor, screen: Screen, *, is_told: bool = True
) -> tuple[list[CentreResult], int]:
    """What each workbook gives, and how many could not be audited."""
    from centre_check.render.json import audit_text
    from centre_check.results.kept import Keeper
    from centre_check.results.read import of_text

    found: list[CentreResult] = []
    failed, keeper = 0, Keeper()
    for path in paths:
        try:
            audit = auditor.audit(path)
        except CentreCheckError as error:
            failed += 1
            if is_told:
                screen.tell(auditor.words(mark("; ")).join(error.say(auditor.words)))
            continue
        found.append(of_text(audit_text(audit), str(path), keeper))
    return found, failed


def _paired(
    before: Sequence[CentreResult], after: Sequence[CentreResult], words: Words
) -> list[CentreImpact]:
    singles(before, words)
    by_book = {one.workbook: one for one in after}
    return impact_of([(one, by_book[one.workbook]) for one in before if one.workbook in by_book])
