"""How the program ends: the one table of exit codes, printed by help and held to by tests."""

import os
from collections.abc import Iterable, Mapping

from centre_check.errors import CentreCheckError
from centre_check.model.outcomes import Verdict
from centre_check.words import Words, mark

COMPLIANT, NOT_COMPLIANT, USAGE, NOT_AUDITED, UNDECIDED, DEFECT, INTERRUPTED = (
    0,
    1,
    2,
    3,
    4,
    70,
    130,
)

MEANINGS: Mapping[int, str] = {
    COMPLIANT: mark("compliant"),
    NOT_COMPLIANT: mark("not compliant"),
    USAGE: mark("the command line is wrong"),
    NOT_AUDITED: mark("could not audit: unreadable workbook, broken standard, unwritable output"),
    UNDECIDED: mark("undecided"),
    DEFECT: mark("a defect in the program"),
    INTERRUPTED: mark("interrupted"),
}
BY_VERDICT: Mapping[Verdict, int] = {
    Verdict.COMPLIANT: COMPLIANT,
    Verdict.NON_COMPLIANT: NOT_COMPLIANT,
    Verdict.UNDECIDED: UNDECIDED,
}
WORST_FIRST = (DEFECT, NOT_AUDITED, USAGE, NOT_COMPLIANT, UNDECIDED, COMPLIANT)


def worst(codes: Iterable[int]) -> int:
    """The code of several files together: that of the worst one."""
    found = set(codes)
    return next((code for code in WORST_FIRST if code in found), COMPLIANT)


def sentences(error: CentreCheckError, words: Words) -> list[str]:
    """What went wrong and what to do next; what the user gave may name somebody."""

    def say(message: str, /, **values: object) -> str:
        return words(message, **{name: _spoken(one, words) for name, one in values.items()})

    return [plain(one) for one in error.say(say)]


def plain(text: str) -> str:
    """A text that may go to a terminal: no signs that steer it, no number of a person."""
    from centre_check.logic.private import without_numbers

    lines = text.split("\n")
    return without_numbers("\n".join(lines if text.isprintable() else map(_visible, lines)))


def _spoken(value: object, words: Words) -> object:
    from centre_check.files.mistakes import Term

    if isinstance(value, Term):
        return words(value)
    return _visible(str(value)) if isinstance(value, str | os.PathLike) else value


def _visible(text: str) -> str:
    from centre_check.workbook.guard.shown import shown

    return shown(text)


def failed_at(error: OSError) -> CentreCheckError:
    """That a file or folder cannot be used."""
    from centre_check.files.causes import cause_of
    from centre_check.files.mistakes import Term

    message, hint = cause_of(error)
    name = os.fsdecode(error.filename) if isinstance(error.filename, bytes) else error.filename
    return CentreCheckError(
        mark("{path} cannot be used: {cause}"), hint, path=name, cause=Term(message)
    )
