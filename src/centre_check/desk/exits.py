"""How the program ends: the one table of exit codes, printed by help and held to by tests."""

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
    from centre_check.logic.private import without_numbers

    return [without_numbers(one) for one in error.say(words)]
