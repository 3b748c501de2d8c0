"""Compare two audits of the same centres: what became of every clause."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from centre_check.desk import exits
from centre_check.desk.gather import gather, inputs, refuse_idle, singles, tell
from centre_check.desk.outputs import checked, publish
from centre_check.desk.recipe import Recipe, day_of
from centre_check.documents.many.reinspection import build
from centre_check.errors import CentreCheckError, UsageProblem
from centre_check.render.result_json import compared
from centre_check.results.compare import compare
from centre_check.results.identity import pair
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from centre_check.desk.screen import Screen
    from centre_check.results.compare import CentreComparison
    from centre_check.results.types import CentreResult


def run(
    words: Words,
    screen: Screen,
    *,
    typed: Mapping[str, str],
    old: str,
    new: str,
    form: str,
    outputs: tuple[str, ...],
    old_standard: str | None,
    old_as_of: str | None,
    old_attestations: tuple[str, ...],
    **asked: Any,
) -> int:
    """Show and write the comparison, and give the exit code: 1 where something is worse."""
    earlier, later = inputs([old], words, screen), inputs([new], words, screen)
    refuse_idle(earlier, typed, ("old_standard", "old_as_of", "old_attestations"))
    refuse_idle(later, typed, ("as_of", "attestations"))
    refuse_idle(earlier if earlier.workbooks else later, typed, ("level",))
    recipe = Recipe.of(words, **asked)
    of_old = recipe._replace(
        standard=old_standard or recipe.standard,
        as_of=day_of(old_as_of),
        attestations=old_attestations,
    )
    targets = checked(outputs, [*earlier.paths, *later.paths, *recipe.named, *of_old.named])
    before = gather(earlier, of_old, has_texts=True)
    after = gather(later, recipe, has_texts=True)
    failures = (*before.failures, *after.failures)
    tell(failures, words, screen)
    pairing = pair(singles(before.centres, words), singles(after.centres, words))
    if not pairing.pairs:
        raise UsageProblem(
            mark("{old} and {new} have no centre in common that was audited"),
            mark("a centre is known by its name and level, or its division code and level"),
            old=old,
            new=new,
        )
    again = recipe._replace(attestations=old_attestations)
    found = [compare(was, now, rejudged(was, now, again)) for was, now in pairing.pairs]
    _refuse_backwards(found)
    publish(
        form,
        targets,
        lambda _: build(found, pairing.gone, pairing.added, failures, words),
        lambda: compared(found, pairing.gone, pairing.added, failures, words.lang),
        screen,
    )
    if failures or pairing.gone:
        return exits.NOT_AUDITED
    return exits.NOT_COMPLIANT if any(one.is_worse for one in found) else exits.COMPLIANT


def _refuse_backwards(found: Sequence[CentreComparison]) -> None:
    """Refuse audits given in the wrong order: fixed would read as new.

    Raises:
        UsageProblem: OLD is of a later day than NEW.
    """
    for one in found:
        if one.days < 0:
            raise UsageProblem(
                mark("{name}: OLD is of {old}, NEW of {new}, which is earlier"),
                mark("give the earlier audit first"),
                name=one.new.name,
                old=one.old.as_of.isoformat(),
                new=one.new.as_of.isoformat(),
            )


def rejudged(old: CentreResult, new: CentreResult, recipe: Recipe) -> CentreResult | None:
    """The earlier workbook by the standard and level of the later result, on its own day.

    None where both were judged alike, where the workbook is not as it was or not there, and where
    the later standard is not at hand.
    """
    if (old.standard.sha256, old.level) == (new.standard.sha256, new.level):
        return None
    name = _standard(new, recipe)
    content = _content(old)
    if name is None or content is None:
        return None
    from centre_check.render.json import audit_text
    from centre_check.results.kept import Keeper
    from centre_check.results.read import of_text

    path = Path(old.workbook)
    again = recipe._replace(standard=name, level=new.level, as_of=old.as_of, files=())
    try:
        audit = again.auditor().audit(path, content)
        return of_text(audit_text(audit), old.workbook, Keeper())
    except CentreCheckError:
        return None


def _standard(result: CentreResult, recipe: Recipe) -> str | None:
    """The id or path by which the standard of the result is found, in just its edition."""
    from centre_check.standard import shelf

    for name in (recipe.standard, result.standard.id):
        try:
            if shelf.take(name).sha256 == result.standard.sha256:
                return name
        except UsageProblem:
            continue
    return None


def _content(result: CentreResult) -> bytes | None:
    """The workbook as it was when it was audited."""
    import hashlib

    try:
        content = Path(result.workbook).read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == result.workbook_sha256 else None
