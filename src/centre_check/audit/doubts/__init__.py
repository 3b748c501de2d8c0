"""Consistency hints (疑点提示): what does not fit together in a workbook; never scored.

Each look in these modules looks for one kind of thing and tells it with its cells in neutral words:
what stands there may well be right. Every code begins with `doubt_`.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from centre_check.audit.doubts.copies import copied_rows, round_columns
from centre_check.audit.doubts.counts import counts
from centre_check.audit.doubts.dates import backward, renewals
from centre_check.audit.doubts.elsewhere import sightings
from centre_check.audit.doubts.figures import sizes, totals
from centre_check.audit.doubts.numbers import credit_codes, identities, person_numbers
from centre_check.audit.doubts.parties import level_and_name, parties, registration
from centre_check.audit.doubts.people import roles, shared_phones
from centre_check.audit.doubts.sight import Sight
from centre_check.form.types import Form
from centre_check.model.facts import Note
from centre_check.model.sightings import Sighting
from centre_check.model.table import Table
from centre_check.words import Words

_LOOKS: tuple[Callable[[Sight], Iterator[Note]], ...] = (
    copied_rows,
    shared_phones,
    person_numbers,
    credit_codes,
    identities,
    round_columns,
    totals,
    counts,
    backward,
    renewals,
    roles,
    parties,
    sizes,
    level_and_name,
    registration,
)


def doubts(tables: Mapping[str, Table], form: Form, as_of: date, words: Words) -> Iterator[Note]:
    """A note for everything in the tables of the centre's form that does not fit together."""
    sight = _sight(tables, form, as_of, words)
    for look in _LOOKS:
        yield from look(sight)


def declared_counts(
    tables: Mapping[str, Table], form: Form, as_of: date, words: Words
) -> Iterator[Note]:
    """Of all doubts those about numbers that the centre states and its lists do not show."""
    yield from counts(_sight(tables, form, as_of, words))


def to_compare(
    tables: Mapping[str, Table], form: Form, as_of: date, words: Words
) -> tuple[Sighting, ...]:
    """Whom and what the centre has that no two centres should have in common."""
    return tuple(sightings(_sight(tables, form, as_of, words)))


def _sight(tables: Mapping[str, Table], form: Form, as_of: date, words: Words) -> Sight:
    kinds = {(sheet.id, field.id): field.kind for sheet in form.sheets for field in sheet.fields}
    return Sight(tables, kinds, as_of, words)
