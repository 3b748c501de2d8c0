"""Tests: what the records of a population answer, all at once or one with its cells.

`truths` answers for all records, a column at a time. `ask` answers for one of them and says on
which cells that rests; `proof` gives the cells of every yes. They agree for every record.
"""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from typing import assert_never

from centre_check.checks.answers import Answer, contradictory, one_of, together
from centre_check.checks.field import ABOUT_OTHERS, ask_field, truths_of
from centre_check.checks.grammar import (
    Agree,
    AllOf,
    AnyOf,
    FieldTest,
    HasRelated,
    Test,
    TotalTerm,
)
from centre_check.checks.records import Context, Record, Records
from centre_check.logic import Truth
from centre_check.model.facts import Cell

Vector = Sequence[Truth]  # one truth a record, in their order
Proof = Sequence[tuple[Cell, ...]]  # the cells that say yes, record by record


def truths(test: Test, among: Records, context: Context) -> Vector:
    """What each of the records answers, found out once for all clauses that ask it."""
    known = among.truths.get(id(test))
    if known is None:
        known = among.truths[id(test)] = _truths(test, among, context), test
    return known[0]


def _truths(test: Test, among: Records, context: Context) -> Vector:
    if among.loose is not None and _is_of_rows(test):
        loose = truths(test, among.loose, context)
        return [
            loose[origin] if len(record.rows) == 1 else ask(test, record, context).truth
            for record, origin in zip(among, among.origin, strict=True)
        ]
    match test:
        case FieldTest() if test.operator not in ABOUT_OTHERS and among.runs is not None:
            return [truth for table in among.runs for truth in truths_of(test, table, context)]
        case Agree(tests) if among.runs is not None:
            return _agreeing(tests, among, context)
        case AllOf(tests):
            return _each(min, [truths(part, among, context) for part in tests], Truth.YES, among)
        case AnyOf(tests):
            return _each(max, [truths(part, among, context) for part in tests], Truth.NO, among)
        case _:
            return [answer.truth for answer in _told(test, among, context)]


def _is_of_rows(test: Test) -> bool:
    """Whether each row answers by itself, whatever others say."""
    if isinstance(test, FieldTest):
        return test.operator not in ABOUT_OTHERS
    return isinstance(test, Agree)


def _told(test: Test, among: Records, context: Context) -> Sequence[Answer]:
    """What each record answers to a test that looks at more than a column, asked one by one."""
    known = among.told.get(id(test))
    if known is None:
        known = among.told[id(test)] = [ask(test, record, context) for record in among], test
    return known[0]


def _each(
    choose: Callable[..., Truth], vectors: Sequence[Vector], none: Truth, among: Records
) -> Vector:
    if not vectors:
        return [none] * len(among)
    return list(map(choose, *vectors)) if len(vectors) > 1 else vectors[0]


def _agreeing(tests: Sequence[FieldTest], among: Records, context: Context) -> Vector:
    """All must say yes; where a filled field says yes and another one no, neither is believed."""
    vectors = [truths(test, among, context) for test in tests]
    filled = [_filled(test.field, among) for test in tests]
    found = []
    for given, told in zip(zip(*vectors, strict=True), zip(*filled, strict=True), strict=True):
        spoken = [truth for truth, is_told in zip(given, told, strict=True) if is_told]
        is_torn = Truth.YES in spoken and Truth.NO in spoken
        found.append(Truth.MAYBE if is_torn else min(given))
    return found


def _filled(field: str, among: Records) -> list[bool]:
    """Whether each row has a value in the field."""
    found: list[bool] = []
    for table in among.runs or ():
        column = table.columns.get(field)
        entries = column.entries if column is not None else ()
        told = [entry.value is not None for entry in entries]
        found += (
            [told[code] for code in column.codes]
            if column is not None
            else [False] * len(table.numbers)
        )
    return found


def ask(test: Test, record: Record, context: Context) -> Answer:
    """What the record answers to the test on the audit date, and the cells that say so."""
    match test:
        case FieldTest():
            return ask_field(test, record, context)
        case AllOf(tests):
            return together([ask(part, record, context) for part in tests])
        case AnyOf(tests):
            return one_of([ask(part, record, context) for part in tests])
        case Agree(tests):
            return _agreed(tests, record, context)
        case HasRelated(population):
            from centre_check.checks.related import ask_related

            return ask_related(population, record, context)
        case TotalTerm():
            from centre_check.checks.terms import total_term

            return total_term(test, record, context)
        case _ as never:
            assert_never(never)


def _agreed(tests: Sequence[FieldTest], record: Record, context: Context) -> Answer:
    """The answer of fields that say the same in several ways; blanks leave it to the others."""
    spoken: list[Answer] = []
    answers: list[Answer] = []
    for test in tests:
        answers.append(ask(test, record, context))
        if any(entry.value is not None for entry, _ in record.said(test.field)):
            spoken.append(answers[-1])
    if {Truth.YES, Truth.NO} <= {answer.truth for answer in spoken}:
        return contradictory(spoken)
    return together(answers)


def proof(test: Test, among: Records, context: Context) -> Proof:
    """On which cells each record's yes to the test rests; of the others nothing is said."""
    known = among.proofs.get(id(test))
    if known is None:
        known = among.proofs[id(test)] = _prove(test, among, context), test
    return known[0]


def _prove(test: Test, among: Records, context: Context) -> Proof:
    if among.loose is not None and _is_of_rows(test):
        loose = proof(test, among.loose, context)
        return [
            loose[origin] if len(record.rows) == 1 else ask(test, record, context).cells
            for record, origin in zip(among, among.origin, strict=True)
        ]
    match test:
        case FieldTest() if among.runs is not None:
            cells = [cell for table in among.runs for cell in table.cells(test.field)]
            return [(cell,) if cell is not None else () for cell in cells]
        case AllOf(()) | AnyOf(()) | Agree(()):
            return [()] * len(among)
        case AllOf(tests) | Agree(tests):
            parts = [proof(part, among, context) for part in tests]
            return [tuple(chain.from_iterable(one)) for one in zip(*parts, strict=True)]
        case AnyOf(tests):
            parts = [proof(part, among, context) for part in tests]
            vectors = [truths(part, among, context) for part in tests]
            return [
                cells[given.index(Truth.YES)] if Truth.YES in given else ()
                for given, cells in zip(
                    zip(*vectors, strict=True), zip(*parts, strict=True), strict=True
                )
            ]
        case _:
            return [answer.cells for answer in _told(test, among, context)]


def explainer(test: Test, among: Records, context: Context) -> Callable[[Record], Answer]:
    """Says again, with its cells and reasons, what a record answered with the others."""
    told = among.told.get(id(test))
    if told is not None:
        answers, _ = told
        return lambda record: answers[record.at]
    if isinstance(test, FieldTest):
        return partial(ask_field, test, context=context)
    return partial(ask, test, context=context)
