"""Populations: which records there are, how surely each belongs, and what all of them answer."""

from collections.abc import Sequence
from itertools import chain

from centre_check.checks.answers import Answer, joined, together
from centre_check.checks.grammar import Test
from centre_check.checks.merging import merged
from centre_check.checks.records import Context, Record, Records, gap_in
from centre_check.checks.standing import SEVERAL, standing
from centre_check.checks.tests import Vector, explainer, proof, truths
from centre_check.logic import Truth
from centre_check.model.evidence import Reason
from centre_check.model.table import Table


def records(population: str, context: Context) -> Records:
    """All records of the population, those that do not belong among them."""
    found = context.records.get(population)
    if found is None:
        found = context.records[population] = _find(population, context)
    return found


def _find(name: str, context: Context) -> Records:
    population = context.populations[name]
    tables = [context.table(table) for table in population.rows]
    rows = [row for table in tables for row in table.rows]
    keys = [cell for table in tables for cell in table.cells(table.key)]
    pairs = enumerate(zip(rows, keys, strict=True))
    found = [Record(name, at, (row,), key) for at, (row, key) in pairs]
    loose = Records(f"rows of {name}", found)
    sure = [truth for table in tables for truth in _sure(table)]
    vectors = [truths(test, loose, context) for test in population.where]
    belongs = list(map(min, *vectors, sure)) if vectors else sure
    gap = gap_in(tables if rows else tables[:1], context) or _several(found, belongs, context)
    whole = Records(name, found, belongs, gap)
    return merged(whole) if population.distinct else whole


def _sure(table: Table) -> Vector:
    """How surely each row is a record at all."""
    truths = [Truth.YES] * len(table.numbers)
    for row, why in standing(table).items():
        truths[row] = Truth.NO if any(doubt.is_none for doubt in why) else Truth.MAYBE
    return truths


def _standing(record: Record, context: Context) -> list[Answer]:
    """Why the row is no record, or may be none, or more than one."""
    row = record.rows[0]
    found = []
    for doubt in standing(row.table).get(row.at, ()):
        cell = doubt.cell or row.cell(doubt.field)
        cells = (cell,) if cell is not None else ()
        values = {"table": row.table.id, "field": doubt.field}
        if doubt.code != SEVERAL:
            values |= {"wanted": "yes"} | ({"remark": doubt.remark} if doubt.remark else {})
        truth = Truth.NO if doubt.is_none else Truth.MAYBE
        found.append(Answer(truth, cells, (Reason(context.why(doubt.code, **values), cells),)))
    return found


def _several(found: Sequence[Record], belongs: Vector, context: Context) -> Reason | None:
    """Why there may be more than one record a row: one cell names several."""
    for record, truth in zip(found, belongs, strict=True):
        if truth is Truth.MAYBE:
            for answer in _standing(record, context):
                if answer.reasons[0].code == SEVERAL:
                    return answer.reasons[0]
    return None


def answers(
    tests: Sequence[Test], among: Records, context: Context, *, and_belongs: bool = False
) -> list[Answer]:
    """What each record answers to all of the tests together, told only as far as it decides.

    With `and_belongs` it is asked at last whether it belongs to its population at all.
    """
    vectors = [truths(test, among, context) for test in tests]
    proofs = [proof(test, among, context) for test in tests]
    explain = [explainer(test, among, context) for test in tests]
    if and_belongs:
        belongs = belongings(among, context)
        vectors.append(among.belongs)
        proofs.append([answer.cells for answer in belongs])
        explain.append(lambda record: belongs[record.at])
    if not vectors:
        return [_PLAIN_YES] * len(among)
    found = []
    rows = zip(among, zip(*vectors, strict=True), zip(*proofs, strict=True), strict=True)
    for record, given, cells in rows:
        least = min(given)
        if least is Truth.YES:
            found.append(Answer(least, tuple(dict.fromkeys(chain.from_iterable(cells)))))
        elif least is Truth.NO:
            found.append(explain[given.index(least)](record))
        else:
            told = [tell(record) for tell, one in zip(explain, given, strict=True) if one is least]
            found.append(joined(least, told) if len(given) > 1 else told[0])
    return found


def told_yes(tests: Sequence[Test], among: Records, context: Context) -> list[bool]:
    """Which records say yes to all of the tests."""
    vectors = [truths(test, among, context) for test in tests]
    if not vectors:
        return [True] * len(among)
    return [least is Truth.YES for least in map(min, *vectors, vectors[0])]


_PLAIN_YES = Answer(Truth.YES)


def belongings(among: Records, context: Context) -> list[Answer]:
    """How surely each record belongs to its population, and the cells that say so."""
    if not among.belonging:
        among.belonging.extend(_belongings(among, context))
    return among.belonging


def _belongings(among: Records, context: Context) -> list[Answer]:
    if among.loose is not None:
        loose = belongings(among.loose, context)
        return [loose[at] for at in among.origin]
    where = context.populations[among.population].where
    given = answers(where, among, context)
    found = []
    for record, answer in zip(among, given, strict=True):
        standing = _standing(record, context) if answer.truth is not Truth.NO else ()
        found.append(together([answer, *standing]) if standing else answer)
    return found
