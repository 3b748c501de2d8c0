"""Hold that every centre comes once where a command can take only one result of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from centre_check.errors import WorkbookError
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from centre_check.results.types import CentreResult


def singles(results: Sequence[CentreResult], words: Words) -> tuple[CentreResult, ...]:
    """The results, one a centre, in an order that does not depend on that of the files.

    Raises:
        WorkbookError: a centre comes twice; names every one with all of its files.
    """
    from centre_check.results.identity import centres

    found = centres(results)
    refuse([one.results for one in found if len(one.results) > 1], words)
    return tuple(one.results[0] for one in found)


def refuse(doubled: Sequence[Sequence[CentreResult]], words: Words) -> None:
    """Refuse centres of which several results were given, none of which may be preferred.

    Raises:
        WorkbookError: there is one.
    """
    from centre_check.documents.many.parts import name_of, source

    if not doubled:
        return
    lines = (
        words(
            mark("{name} comes {n} times: {files}"),
            name=name_of(results[0], words),
            n=len(results),
            files=words.join(source(one, words) for one in results),
        )
        for results in doubled
    )
    raise WorkbookError(
        mark("{doubled}"), mark("keep one result of each centre"), doubled="\n".join(lines)
    )
