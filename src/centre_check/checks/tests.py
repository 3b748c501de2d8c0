"""Row tests: what one record answers to a question, with the cells that say so."""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import assert_never

from centre_check.checks.grammar import (
    Agree,
    AllOf,
    AnyOf,
    FieldTest,
    HasRelated,
    Operator,
    Population,
    Test,
    TotalTerm,
)
from centre_check.checks.identity import names_several
from centre_check.checks.kin import relatives
from centre_check.checks.merging import merge
from centre_check.checks.operators import OPERATORS
from centre_check.checks.records import (
    Answer,
    Context,
    Record,
    Records,
    gap_in,
)
from centre_check.checks.terms import Asking, total_term
from centre_check.logic import Interval, Truth, all_of, any_of
from centre_check.model.facts import Cell, Choices, Fact, Row, Trouble, Value
from centre_check.model.findings import Reason


def records(population: str, context: Context) -> Records:
    """All records of the population, those that do not belong with their reasons."""
    if population not in context.cache:
        context.cache[population] = _find(context.populations[population], context)
    return context.cache[population]


def _find(population: Population, context: Context) -> Records:
    tables = [context.table(name) for name in population.rows]
    found = [_record(row, population, context) for table in tables for row in table.rows]
    gap = (gap_in(tables) or _unnamed(found)) if found else gap_in(tables[:1])
    return Records(merge(found, context) if population.distinct else tuple(found), gap)


def _record(row: Row, population: Population, context: Context) -> Record:
    table = context.table(row.table)
    key = row.facts.get(table.key) or Fact(None, trouble=Trouble.NO_COLUMN)
    record = Record(population.id, (row,), Answer(Truth.YES), key.cell)
    tests = [ask(test, record, context) for test in population.where]
    if table.key and key.value is None:  # a row without a name may be somebody, or nobody
        tests.append(_missing(FieldTest(table.key, Operator.GIVEN, ("yes",)), key, record))
    if table.identity is not None and names_several(row, table.identity):
        cells = (record.key,) if record.key else ()
        values = {"table": table.id, "field": table.identity.name}
        tests.append(Answer(Truth.MAYBE, cells, (Reason(_SEVERAL, cells, values),)))
    return Record(population.id, (row,), together(tests), record.key)


_SEVERAL = "several_names"


def _unnamed(found: list[Record]) -> Reason | None:
    """Why there may be more than one record a row: one cell names several."""
    reasons = (
        reason
        for record in found
        if record.belongs.truth is Truth.MAYBE
        for reason in record.belongs.reasons
    )
    return next((reason for reason in reasons if reason.code == _SEVERAL), None)


def ask(test: Test, record: Record, context: Context) -> Answer:
    """What the record answers to the test on the audit date."""
    match test:
        case FieldTest():
            return _ask_rows(test, record, context)
        case AllOf(tests):
            return together(ask(part, record, context) for part in tests)
        case AnyOf(tests):
            return _one_of([ask(part, record, context) for part in tests])
        case Agree(tests):
            return _agreed(tests, record, context)
        case HasRelated(population):
            return _ask_related(population, record, context)
        case TotalTerm():
            return _ask_term(test, record, context)
        case _ as never:
            assert_never(never)


def together(answers: Iterable[Answer]) -> Answer:
    """All of the answers as one: the no that decides, or every maybe, or all that say yes."""
    given = list(answers)
    if len(given) == 1:
        return given[0]
    for answer in given:
        if answer.truth is Truth.NO:
            return answer
    maybes = _with(Truth.MAYBE, given)
    return _joined(Truth.MAYBE, maybes) if maybes else _joined(Truth.YES, given)


def _one_of(answers: list[Answer]) -> Answer:
    truth = any_of(answer.truth for answer in answers)
    if truth is Truth.YES:
        return next(answer for answer in answers if answer.truth is Truth.YES)
    return _joined(truth, _with(truth, answers))


def _agreed(tests: Iterable[FieldTest], record: Record, context: Context) -> Answer:
    """The answer of fields that say the same in several ways; blanks leave it to the others."""
    spoken: list[Answer] = []
    answers: list[Answer] = []
    for test in tests:
        answers.append(ask(test, record, context))
        if any(fact.value is not None for fact in record.facts(test.field)):
            spoken.append(answers[-1])
    if {Truth.YES, Truth.NO} <= {answer.truth for answer in spoken}:
        cells = tuple(cell for answer in spoken for cell in answer.cells)
        return Answer(Truth.MAYBE, cells, (Reason("contradictory", cells),))
    return together(answers)


def _with(truth: Truth, answers: list[Answer]) -> list[Answer]:
    return [answer for answer in answers if answer.truth is truth]


def _joined(truth: Truth, answers: list[Answer]) -> Answer:
    cells = dict.fromkeys([cell for answer in answers for cell in answer.cells])
    reasons = [reason for answer in answers for reason in answer.reasons]
    return Answer(truth, tuple(cells), tuple(reasons))


def _ask_rows(test: FieldTest, record: Record, context: Context) -> Answer:
    """One field of a record; rows of it that contradict each other leave it open."""
    facts = record.facts(test.field)
    if len(facts) == 1:
        return _ask_fact(test, facts[0], record, context)
    answers = [_ask_fact(test, fact, record, context) for fact in facts]
    if len({answer.truth for answer in answers}) == 1:
        return answers[0]
    cells = tuple(cell for answer in answers for cell in answer.cells)
    return Answer(Truth.MAYBE, cells, (Reason("contradictory", cells),))


def _ask_fact(test: FieldTest, fact: Fact, record: Record, context: Context) -> Answer:
    if test.operator is Operator.ABSENT:
        absent = fact.trouble is Trouble.NO_COLUMN
        return Answer(Truth.of(absent), (fact.cell,) if fact.cell else ())
    if test.operator is Operator.GIVEN and test.value == ("no",):
        return _blank(test, fact, record)
    if fact.value is None:
        return _missing(test, fact, record)
    cells = (fact.cell,) if fact.cell else ()
    truth = _OPERATORS[test.operator](fact.value, test, record, context)
    if truth is Truth.YES:
        return Answer(truth, cells)
    values = _values(test, record) | _read_otherwise(fact)
    return Answer(truth, cells, (Reason(_code(test, fact, truth), cells, values),))


def _read_otherwise(fact: Fact) -> dict[str, str]:
    """The amount in its base unit where the cell holds another figure: 15 of 万元 is 150000."""
    amount = fact.value.low if isinstance(fact.value, Interval) and fact.value.is_exact else None
    said = fact.cell.value if fact.cell is not None and fact.cell.value is not None else None
    if said is None or not isinstance(amount, Decimal):
        return {}
    figures = re.findall(r"[0-9]+(?:\.[0-9]+)?", said.replace(",", ""))
    is_same = [Decimal(figure) for figure in figures] == [amount]
    return {} if is_same else {"read": f"{amount.normalize():f}"}


def _code(test: FieldTest, fact: Fact, truth: Truth) -> str:
    """Why a fact with a value does not say yes."""
    if truth is Truth.NO:
        return f"not_{test.operator}"
    if isinstance(fact.value, Choices):
        return "unlisted" if fact.value.unlisted else "perhaps"
    return "doubtful" if test.operator is Operator.SILENT_ON else "imprecise"


def _blank(test: FieldTest, fact: Fact, record: Record) -> Answer:
    cells = (fact.cell,) if fact.cell else ()
    if fact.value is not None:
        return Answer(Truth.NO, cells, (Reason("not_blank", cells, _values(test, record)),))
    if fact.trouble in (Trouble.BLANK, Trouble.NO_COLUMN):
        return Answer(Truth.YES, cells)
    return _missing(test, fact, record)


def _missing(test: FieldTest, fact: Fact, record: Record) -> Answer:
    """A fact without a value: a blank answers as the test says, anything else is open."""
    plain = fact.trouble in (Trouble.BLANK, Trouble.NO_COLUMN)
    truth = test.when_blank if plain else Truth.MAYBE
    cells = (fact.cell,) if fact.cell else ()
    if truth is Truth.YES:
        return Answer(truth, cells)
    return Answer(truth, cells, (Reason(str(fact.trouble), cells, _values(test, record, fact)),))


def _values(test: FieldTest, record: Record, fact: Fact | None = None) -> dict[str, str]:
    values = {"table": record.rows[0].table, "field": test.field, "wanted": "|".join(test.value)}
    return values | {"remark": fact.remark} if fact is not None and fact.remark else values


def _unique(value: Value, test: FieldTest, record: Record, context: Context) -> Truth:
    index = f"{record.population}.{test.field}"
    if index not in context.holders:
        context.holders[index] = _holders(record.population, test.field, context)
    shared = Truth.NO
    for at, other in context.holders[index].get(value, ()):
        if other.rows != record.rows:
            is_perhaps_own = any(at in rivals for rivals in record.rivals)
            other_one = Truth.MAYBE if is_perhaps_own else Truth.YES
            shared = max(shared, min(other.belongs.truth, other_one))
        if shared is Truth.YES:
            break
    return shared.negated


def _holders(
    population: str, field: str, context: Context
) -> Mapping[Value, list[tuple[int, Record]]]:
    """Which records of the population say what in a text field, each with its position."""
    found: dict[Value, list[tuple[int, Record]]] = {}
    for at, record in enumerate(records(population, context).records):
        for value in {fact.value for fact in record.facts(field) if fact.value is not None}:
            found.setdefault(value, []).append((at, record))
    return found


_OPERATORS = {**OPERATORS, Operator.UNIQUE: _unique}  # which looks at other records


def _ask_related(population: str, record: Record, context: Context) -> Answer:
    """Whether some record of the population is this record's own."""
    found = records(population, context)
    key = (record.key,) if record.key else ()
    answers = [] if found.gap is None else [Answer(Truth.MAYBE, key, (found.gap,))]

    def listed() -> list[tuple[Row, ...]]:
        return [other.rows for other in found.records]

    for at, likeness in relatives(record.rows, population, listed, context):
        other = found.records[at]
        doubt = () if likeness is Truth.YES else (Reason("maybe_same", _key(other)),)
        truth = min(likeness, other.belongs.truth)
        answers.append(Answer(truth, key + other.belongs.cells, doubt + other.belongs.reasons))
        if truth is Truth.YES:  # one sure relative is enough
            break
    if not answers:
        return Answer(Truth.NO, key, (Reason("no_related", key, {"population": population}),))
    return _one_of(answers)


def _key(record: Record) -> tuple[Cell, ...]:
    return (record.key,) if record.key else ()


def _ask_term(test: TotalTerm, record: Record, context: Context) -> Answer:
    extended = all_of(ask(part, record, context).truth for part in test.extra_when)

    def of_period(tests: Iterable[Test]) -> Callable[[Row], Answer]:
        def answer(row: Row) -> Answer:
            period = Record("", (row,), Answer(Truth.YES), None)
            return together(ask(part, period, context) for part in tests)

        return answer

    asking = Asking(extended, of_period(test.where), of_period(test.continues))
    return total_term(test, record, asking, context)
