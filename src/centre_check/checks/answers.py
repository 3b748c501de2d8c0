"""Answers of tests, and several as one: the no that decides, every maybe, or all that say yes."""

from collections.abc import Sequence
from typing import NamedTuple

from centre_check.logic import Truth
from centre_check.model.evidence import Reason, Why
from centre_check.model.facts import Cell


class Answer(NamedTuple):
    """What a test says of a record, the cells that say it, and why it is not a plain yes."""

    truth: Truth
    cells: tuple[Cell, ...] = ()
    reasons: tuple[Reason, ...] = ()


_CONTRADICTORY = Why("contradictory", {})


def together(given: Sequence[Answer]) -> Answer:
    """All of the answers as one: the no that decides, or every maybe, or all that say yes."""
    if len(given) == 1:
        return given[0]
    least = min((answer.truth for answer in given), default=Truth.YES)
    decisive = [answer for answer in given if answer.truth is least]
    return decisive[0] if least is Truth.NO else joined(least, decisive)


def one_of(answers: Sequence[Answer]) -> Answer:
    """The first that says yes, or every maybe, or all that say no."""
    truth = max((answer.truth for answer in answers), default=Truth.NO)
    same = _with(truth, answers)
    return same[0] if truth is Truth.YES else joined(truth, same)


def contradictory(answers: Sequence[Answer]) -> Answer:
    """Answers that contradict each other leave it open."""
    cells = tuple(cell for answer in answers for cell in answer.cells)
    return Answer(Truth.MAYBE, cells, (Reason(_CONTRADICTORY, cells),))


def _with(truth: Truth, answers: Sequence[Answer]) -> list[Answer]:
    return [answer for answer in answers if answer.truth is truth]


def joined(truth: Truth, answers: Sequence[Answer]) -> Answer:
    """One answer with the cells and reasons of all of these, each cell once."""
    cells = dict.fromkeys([cell for answer in answers for cell in answer.cells])
    reasons = [reason for answer in answers for reason in answer.reasons]
    return Answer(truth, tuple(cells), tuple(reasons))
