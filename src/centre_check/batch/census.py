"""Notice that two workbooks are of the same centre, which a summary must not count twice."""

from pathlib import Path

from centre_check.batch.summary import Summary
from centre_check.logic.spelling import normalise
from centre_check.model.findings import Failure
from centre_check.words import Words, mark
from centre_check.workbook.guard.contents import name_of
from centre_check.workbook.guard.shown import short


class Census:
    """The centres seen so far: by name and level; one without a name by division code and level.

    A district's centre may stand in a town and give the town's code, hence the level beside it; a
    town may have two centres of different names.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._seen: dict[tuple[str, str, str | None], str] = {}

    def enter(self, path: Path, centre: Summary) -> Failure | None:
        """Enter a centre; says so when it is there already, naming both workbooks."""
        own = name_of(path)
        kind, text = ("name", centre.name) if centre.name.strip() else ("code", centre.area_code)
        keys = [(kind, normalise(text), centre.level)] if text.strip() else []
        others = [self._seen[key] for key in keys if key in self._seen]
        for key in keys:
            self._seen.setdefault(key, own)
        if not others:
            return None
        message = mark("{path} is of the same centre as {other}: {name}")
        said = self._words(message, path=own, other=others[0], name=short(centre.name))
        hint = self._words(mark("keep one of the two; a summary counts neither twice"))
        return Failure(own, said, hint)
