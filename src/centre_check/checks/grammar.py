"""What checks are made of, for one level: what a row can be asked, populations, demands.

Quantities have a module a kind, in `quantities`; how tests are answered stands in `tests`.
"""

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from centre_check.logic import Truth
from centre_check.model.findings import Comparison
from centre_check.words import Phrase

if TYPE_CHECKING:
    from centre_check.checks.quantity import Quantity


class Operator(StrEnum):
    """What a field is asked."""

    IS = "is"  # a dictionary's choice, or one of several
    GIVEN = "given"  # whether there is anything in it; `no` asks for a blank
    MENTIONS = "mentions"  # a text that holds one of these words
    ON_OR_BEFORE = "on_or_before"  # a date, against the audit date
    ON_OR_AFTER = "on_or_after"
    WITHIN_DAYS_AFTER = "within_days_after"  # of the audit date, that day included
    WITHIN_MONTHS_BEFORE = "within_months_before"
    MONTHS_BEFORE = "months_before"  # so many months before the audit date at least
    UNIQUE = "unique"  # a text that no other row of the same population has
    ABSENT = "absent"  # whether the sheet has no such column at all
    SILENT_ON = "silent_on"  # a text without these words; one of them casts a doubt
    UNDENIED = "undenied"  # a text that does not speak against what it is to prove, by the form
    NAMED = "named"  # a text that is one of these names, however it is spelt
    DURING = "during"  # a date, or days, between a first and a last day
    AT_LEAST = "at_least"  # a number against a limit
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    WITHIN_DAYS_OF = "within_days_of"  # a date, so many days at most after another field's last
    WITHIN_MONTHS_OF = "within_months_of"


class FieldTest(NamedTuple):
    """A question to one field of a row. A blank answers `when_blank`.

    A choice among `perhaps` leaves it open, and so does a text that the dictionary does not know:
    it might be any choice, unless `when_unlisted` says that it is none of those asked for.
    """

    field: str
    operator: Operator
    value: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    when_blank: Truth = Truth.MAYBE
    when_unlisted: Truth = Truth.MAYBE


class AnyOf(NamedTuple):
    """At least one of the tests."""

    tests: tuple["Test", ...]


class AllOf(NamedTuple):
    """Every one of the tests."""

    tests: tuple["Test", ...]


class Agree(NamedTuple):
    """Fields that say the same in several ways (a date, a status), each blank or not.

    All must say yes; where one says yes and another no, neither is believed.
    """

    tests: tuple[FieldTest, ...]


class HasRelated(NamedTuple):
    """The record has at least one record of its own in another population."""

    population: str


class TotalTerm(NamedTuple):
    """All periods of the record in another sheet together are `years` at most.

    `rows` is that sheet, `start` and `end` its fields; periods count that meet `where`. A missing
    start is taken from the record's own `own_start`; a record without periods has the one from
    `own_start` to `own_end` (or the audit date), which can prove that the limit is kept, but not
    that it is broken.
    `extra_years` are added where `extra_when` holds. A period of which `continues` holds follows an
    earlier one: where every period does, the first of all is not on the sheet, and may have begun
    with `own_start`.
    """

    rows: str
    start: str
    end: str
    own_start: str
    own_end: str
    years: int
    where: tuple["Test", ...] = ()
    extra_years: int = 0
    extra_when: tuple["Test", ...] = ()
    continues: tuple["Test", ...] = ()


Test = FieldTest | AnyOf | AllOf | Agree | HasRelated | TotalTerm


class Population(NamedTuple):
    """Records that clauses speak of: the rows of sheets that meet `where`.

    `distinct` makes several rows of the same person or entity one record.
    """

    id: str
    title: Phrase
    rows: tuple[str, ...]
    where: tuple[Test, ...] = ()
    distinct: bool = False
    is_open_without: bool = False  # no record at all leaves open how many there are
    part_of: str = ""  # the population of which this one has the records of a group alone


class Bound(NamedTuple):
    """A limit; `at_limit` MAYBE leaves open what happens exactly at it."""

    comparison: Comparison
    value: Decimal
    upper: Decimal | None = None
    at_limit_open: bool = False


class BoundCase(NamedTuple):
    """A limit that holds where the tests do."""

    where: tuple[Test, ...]
    bound: Bound


class Otherwise(StrEnum):
    """What it means when a check is not met: the clause fails, or a person must look."""

    FAIL = "fail"
    MANUAL = "manual"


class IfNone(StrEnum):
    """What it means when a population has no records at all."""

    UNKNOWN = "unknown"
    MANUAL = "manual"
    NOT_APPLICABLE = "not_applicable"


class Bounded(NamedTuple):
    """A quantity with a bound; the first of `cases` that holds of `by` goes before it."""

    quantity: "Quantity"
    bound: Bound
    unit: Phrase
    otherwise: Otherwise = Otherwise.FAIL
    by: str = ""  # the population whose record decides between the cases
    cases: tuple[BoundCase, ...] = ()


class EachMust(NamedTuple):
    """Every record of the population meets `must`."""

    population: str
    must: tuple[Test, ...]
    unit: Phrase
    otherwise: Otherwise = Otherwise.FAIL
    if_none: IfNone = IfNone.UNKNOWN
    is_ceiling: bool = False  # whoever keeps it keeps it, whether it is asked of him or not


class Inspection(NamedTuple):
    """A person must look."""

    look_at: Phrase


Check = Bounded | EachMust | Inspection
