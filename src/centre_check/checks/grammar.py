"""The grammar of a check, resolved for one level: what standards are made of.

Each type is one form that a standard's YAML may use; how it is answered stands in the module of
its group: `tests`, `terms`, `quantities`, `bounds`.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from centre_check.logic import Truth
from centre_check.words import Phrase


class Operator(StrEnum):
    """What a field is asked."""

    IS = "is"  # a dictionary's choice, or one of several
    GIVEN = "given"  # whether there is anything in it; `no` asks for a blank
    MENTIONS = "mentions"  # a text that holds one of these words
    ON_OR_BEFORE = "on_or_before"  # a date, against the audit date
    ON_OR_AFTER = "on_or_after"
    WITHIN_DAYS_AFTER = "within_days_after"  # of the audit date, that day included
    WITHIN_MONTHS_BEFORE = "within_months_before"
    UNIQUE = "unique"  # a text that no other row of the same population has
    ABSENT = "absent"  # whether the sheet has no such column at all
    SILENT_ON = "silent_on"  # a text without these words; one of them casts a doubt
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
    it might be any choice.
    """

    field: str
    operator: Operator
    value: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    when_blank: Truth = Truth.MAYBE


class AnyOf(NamedTuple):
    """At least one of the tests."""

    tests: tuple["Test", ...]


class AllOf(NamedTuple):
    """Every one of the tests."""

    tests: tuple["Test", ...]


class HasRelated(NamedTuple):
    """The record has at least one record of its own in another population."""

    population: str


class TotalTerm(NamedTuple):
    """All periods of the record in another sheet together are `years` at most.

    `rows` is that sheet, `start` and `end` its fields; periods count that meet `where`. A missing
    start is taken from the record's own `own_start`; a record without periods has the one from
    `own_start` to `own_end` (or the audit date), which can prove that the limit is kept, but not
    that it is broken.
    `extra_years` are added where `extra_when` holds.
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


Test = FieldTest | AnyOf | AllOf | HasRelated | TotalTerm


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


class Count(NamedTuple):
    """How many records of the population meet `where`; with `distinct`, how many choices of it.

    `unlisted` says whether a text outside the dictionary may be a further choice (MAYBE), is one
    (YES) or is none (NO); `among` names the choices that count.
    """

    population: str
    where: tuple[Test, ...] = ()
    distinct: str = ""
    among: tuple[str, ...] = ()
    unlisted: Truth = Truth.MAYBE


class Sum(NamedTuple):
    """The sum of a number field over the population; a blank may hide anything from 0 up."""

    population: str
    field: str


class Number(NamedTuple):
    """One number of a key/value sheet.

    Unless `exact_when` holds, the number is only a lower limit of what is asked, and unless
    `lower_when` holds, not even that.
    """

    population: str
    field: str
    exact_when: tuple[Test, ...] = ()
    lower_when: tuple[Test, ...] = ()


class Share(NamedTuple):
    """Which part of the population's records meets `where`, from 0 to 1."""

    population: str
    where: tuple[Test, ...]


class Greatest(NamedTuple):
    """The greatest of several quantities: any of them proves it."""

    of: tuple["Quantity", ...]


class FirstKnown(NamedTuple):
    """The first of several quantities that is known exactly; else what the first ones prove."""

    of: tuple["Quantity", ...]


class NotBelow(NamedTuple):
    """A quantity that cannot be below others; where it is, both stay possible."""

    quantity: "Quantity"
    floors: tuple["Quantity", ...]


class Extreme(NamedTuple):
    """The greatest or the least value that one record of the population has in a field."""

    population: str
    field: str
    is_greatest: bool


class Latest(NamedTuple):
    """The value of the record with the latest day; of the fields `days`, the first given counts."""

    population: str
    field: str
    days: tuple[str, ...]


class Mean(NamedTuple):
    """The mean of a field over the records of the population."""

    population: str
    field: str


class Ratio(NamedTuple):
    """What one quantity is of another, in per cent; open where the other is blank or zero.

    `is_part`: the one is a part of the other, so that more than all of it is a contradiction.
    """

    part: "Quantity"
    whole: "Quantity"
    is_part: bool = False


class Step(StrEnum):
    """How long the periods are that a quantity is asked of one by one."""

    MONTH = "month"
    YEAR = "year"


class ByPeriod(NamedTuple):
    """Calendar months or years, from a first to a last day, by the days in `field`.

    `since` is a population and a field whose day the first period holds instead of `first`; a
    period that is still running at the audit date is left out where `is_complete_only`.
    """

    field: str
    step: Step
    first: date | None = None
    last: date | None = None
    since: tuple[str, str] | None = None
    is_complete_only: bool = False


class ByName(NamedTuple):
    """Each of these names in a text field."""

    field: str
    names: tuple[str, ...]


class ByPlace(NamedTuple):
    """Each place that a population lists in `name`, as rows have it in `field`."""

    field: str
    population: str
    name: str


Grouping = ByPeriod | ByName | ByPlace


class Each(NamedTuple):
    """A quantity asked of each group by itself: the least of them, or the greatest."""

    quantity: "Quantity"
    by: Grouping
    is_least: bool = True


Quantity = (
    Count
    | Sum
    | Number
    | Share
    | Greatest
    | FirstKnown
    | NotBelow
    | Extreme
    | Latest
    | Mean
    | Ratio
    | Each
)


class Comparison(StrEnum):
    """How a quantity is held against a limit."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    EXACTLY = "exactly"
    BETWEEN = "between"


class Bound(NamedTuple):
    """A limit; `at_limit` MAYBE leaves open what happens exactly at it."""

    comparison: Comparison
    value: Decimal
    upper: Decimal | None = None
    at_limit_open: bool = False


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
    """A quantity with a bound."""

    quantity: Quantity
    bound: Bound
    unit: Phrase
    otherwise: Otherwise = Otherwise.FAIL


class EachMust(NamedTuple):
    """Every record of the population meets `must`."""

    population: str
    must: tuple[Test, ...]
    unit: Phrase
    otherwise: Otherwise = Otherwise.FAIL
    if_none: IfNone = IfNone.UNKNOWN


class Inspection(NamedTuple):
    """A person must look."""

    look_at: Phrase


Check = Bounded | EachMust | Inspection
