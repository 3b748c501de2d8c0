"""The list of exemptions: whose they are, from what, by which document, until when."""

from collections.abc import Sequence
from datetime import date

from centre_check.documents.tree import Document, Paragraph, Table, TableRow
from centre_check.model.waivers import WaiverEntry, WaiverState
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES

STATES = {
    WaiverState.NOT_YET: mark("begins on {day}"),
    WaiverState.IN_FORCE: mark("in force, {n} days left"),
    WaiverState.EXPIRED: mark("ended on {day}"),
}


def build(
    entries: Sequence[WaiverEntry], day: date, expiring: int | None, words: Words
) -> Document:
    """All of them as of a day, or those that end within `expiring` days; soonest end first."""
    title = (
        words(mark("Exemptions as of {day}"), day=day.isoformat())
        if expiring is None
        else words(
            mark("Exemptions that end within {n} days of {day}"), n=expiring, day=day.isoformat()
        )
    )
    if not entries:
        return Document(title, (Paragraph(words(mark("There is none."))),), lang=words.lang)
    head = (
        mark("Number"),
        mark("Centre"),
        mark("Clause"),
        mark("Covers"),
        mark("Basis document"),
        mark("Approved by"),
        mark("Valid"),
        mark("State"),
    )
    rows = tuple(
        TableRow(_row(one, day, words))
        for one in sorted(entries, key=lambda one: (one.waiver.valid_until, one.waiver.id))
    )
    table = Table(tuple(words(text) for text in head), rows, (13, 22, 12, 10, 24, 9, 22, 16))
    return Document(title, (table,), lang=words.lang, day=day)


def _row(one: WaiverEntry, day: date, words: Words) -> tuple[str, ...]:
    waiver, state = one.waiver, one.waiver.state(day)
    is_to_come = state is WaiverState.NOT_YET
    end = waiver.valid_from if is_to_come else waiver.valid_until
    span = words(
        mark("{first} to {last}"),
        first=waiver.valid_from.isoformat(),
        last=waiver.valid_until.isoformat(),
    )
    return (
        waiver.id,
        one.whose,
        waiver.criterion,
        words(OUTCOMES[waiver.covers]),
        waiver.basis,
        waiver.approver,
        span,
        words(STATES[state], day=end.isoformat(), n=(waiver.valid_until - day).days),
    )
