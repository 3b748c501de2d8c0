"""What is printed from the register: where it stands, 催办函, 销号单, and what an update did."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from centre_check.documents.papers.parts import blank_day, in_words
from centre_check.documents.tree import (
    Block,
    Closing,
    Document,
    Genre,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Salutation,
    Signatures,
    Table,
    TableRow,
)
from centre_check.errors import UsageProblem
from centre_check.model.rectification import RectificationRow, RectificationState
from centre_check.results.register import RowChange, RowStep
from centre_check.words import Words, mark

_SOON = timedelta(days=7)
_DONE = (RectificationState.PASSED, RectificationState.CLOSED)
STATES: Mapping[RectificationState, str] = {
    RectificationState.NOT_BEGUN: mark("not begun"),
    RectificationState.GOING_ON: mark("under way"),
    RectificationState.REPORTED: mark("reported as done"),
    RectificationState.PASSED: mark("passed the review"),
    RectificationState.CLOSED: mark("closed"),
    RectificationState.EXTENDED: mark("extended"),
}
_STEPS: Mapping[RowChange, str] = {
    RowChange.CLOSED: mark("Closed"),
    RowChange.PASSED: mark("Met by a decision on site that nobody approved: not closed"),
    RowChange.WORSE: mark("Worse than before"),
    RowChange.NEW: mark("New"),
    RowChange.UNSEEN: mark("Not audited again"),
    RowChange.SAME: mark("As before"),
}


def told(steps: Sequence[RowStep], words: Words) -> Document:
    """What an update did, row by row but for those that are as before."""
    numbers = Counter(one.step for one in steps)
    title = words(mark("The register after the update"))
    blocks: list[Block] = [
        KeyValues(tuple(Pair(words(text), str(numbers[one])) for one, text in _STEPS.items()))
    ]
    for step, text in _STEPS.items():
        rows = [one.row for one in steps if one.step is step]
        if rows and step is not RowChange.SAME:
            blocks += [Heading(words(text)), _table(rows, None, words)]
    return Document(title, (Heading(title), *blocks), lang=words.lang)


def build(kind: str, rows: Sequence[RectificationRow], day: date, words: Words) -> Document:
    """The page of this kind, as of a day."""
    return _KINDS[kind](rows, day, words)


def _status(rows: Sequence[RectificationRow], day: date, words: Words) -> Document:
    done = [row for row in rows if row.progress in _DONE]
    idle = [row for row in rows if row.progress is RectificationState.NOT_BEGUN]
    late, soon = _late(rows, day), _soon(rows, day)
    title = words(mark("Rectification as of {day}"), day=day.isoformat())
    pairs = (
        (mark("Findings"), len(rows)),
        (mark("Put in order"), len(done)),
        (mark("Being put in order"), len(rows) - len(done) - len(idle)),
        (mark("Not put in order"), len(idle)),
        (mark("Overdue"), len(late)),
        (mark("Due within seven days"), len(soon)),
    )
    blocks: list[Block] = [KeyValues(tuple(Pair(words(text), str(n)) for text, n in pairs))]
    for text, listed in (
        (mark("Overdue"), late),
        (mark("Due within seven days"), soon),
    ):
        if listed:
            blocks += [Heading(words(text)), _table(listed, day, words)]
    blocks += [Heading(words(mark("By centre"))), _by(rows, day, lambda row: row.centre, words)]
    blocks += [Heading(words(mark("By clause"))), _by(rows, day, lambda row: row.criterion, words)]
    return Document(title, (Heading(title), *blocks), lang=words.lang, day=day)


def _reminder(rows: Sequence[RectificationRow], day: date, words: Words) -> Document:
    """催办函: a letter to whoever has findings that are late or due.

    Raises:
        UsageProblem: nothing is late or due, or the letter would go to several centres.
    """
    late, soon = _late(rows, day), _soon(rows, day)
    if not late and not soon:
        raise UsageProblem(mark("nothing is overdue or due within seven days"))
    names = list(dict.fromkeys(row.centre for row in (*late, *soon)))
    if len(names) > 1:
        raise UsageProblem(
            mark("a reminder goes to one centre, and {n} have findings that are late or due"),
            mark("name one with --centre: {names}"),
            n=len(names),
            names=words.join(names),
        )
    text = words(
        mark(
            "As of {day}, {late} findings at your centre are overdue and {soon} are due within "
            "seven days (list below). Please put them in order without delay and report what was "
            "done with the papers that show it."
        ),
        day=in_words(day, words),
        late=len(late),
        soon=len(soon),
    )
    return Document(
        words(mark("Reminder to put {name} in order"), name=names[0]),
        (
            Salutation(words(mark("To {operator}:"), operator=names[0])),
            Paragraph(text),
            _table([*late, *soon], day, words),
            Closing((words(mark("(unit, seal)")), blank_day(words))),
        ),
        Genre.LETTER,
        words(mark("Number:                    ")),
        lang=words.lang,
        day=day,
    )


def _closing(rows: Sequence[RectificationRow], day: date, words: Words) -> Document:
    """销号单: what is closed, to be signed.

    Raises:
        UsageProblem: nothing is.
    """
    closed = [row for row in rows if row.is_closed]
    if not closed:
        raise UsageProblem(mark("no finding is closed yet"))
    head = (
        mark("Number"),
        mark("Centre"),
        mark("Clause"),
        mark("Problem"),
        mark("Reviewed on"),
        mark("Closed on"),
        mark("Approved by"),
    )
    listed = (
        TableRow(
            (
                row.id,
                row.centre,
                _clause(row),
                row.problem,
                _day(row.reviewed),
                _day(row.closed),
                row.approver,
            )
        )
        for row in closed
    )
    table = Table(tuple(words(text) for text in head), tuple(listed), (15, 26, 20, 48, 20, 20, 18))
    signing = (mark("Reviewed by"), mark("Approved by"))
    text = mark("{n} findings were met on review and are taken off the register.")
    return Document(
        words(mark("Findings taken off the register")),
        (
            Paragraph(words(text, n=len(closed))),
            table,
            Signatures(tuple(words(one) for one in signing), blank_day(words)),
        ),
        Genre.FORM,
        lang=words.lang,
        day=day,
    )


_KINDS: Mapping[str, Callable[[Sequence[RectificationRow], date, Words], Document]] = {
    "status": _status,
    "reminder": _reminder,
    "closing": _closing,
}


def _late(rows: Sequence[RectificationRow], day: date) -> list[RectificationRow]:
    return [row for row in rows if row.overdue(day) and row.progress not in _DONE]


def _soon(rows: Sequence[RectificationRow], day: date) -> list[RectificationRow]:
    return [
        row
        for row in rows
        if row.progress not in _DONE and row.due is not None and day <= row.due <= day + _SOON
    ]


def _table(rows: Sequence[RectificationRow], day: date | None, words: Words) -> Table:
    head = [mark("Number"), mark("Centre"), mark("Clause"), mark("Problem"), mark("State")]
    head += [mark("Deadline"), mark("Days overdue")] if day is not None else []
    listed = []
    for row in rows:
        cells = [row.id, row.centre, _clause(row), row.problem, words(STATES[row.progress])]
        if day is not None:
            cells += [_day(row.due), str(row.overdue(day) or "")]
        listed.append(TableRow(tuple(cells)))
    widths = (15, 28, 22, 50, 16, 20, 14)[: len(head)]
    return Table(tuple(words(text) for text in head), tuple(listed), widths)


def _by(
    rows: Sequence[RectificationRow],
    day: date,
    key: Callable[[RectificationRow], str],
    words: Words,
) -> Table:
    groups: dict[str, list[RectificationRow]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    head = (mark("Name"), mark("Findings"), mark("Put in order"), mark("Overdue"))
    listed = (
        TableRow(
            (
                name,
                str(len(own)),
                str(sum(row.progress in _DONE for row in own)),
                str(len(_late(own, day))),
            )
        )
        for name, own in sorted(groups.items())
    )
    return Table(tuple(words(text) for text in head), tuple(listed), numbers=(1, 2, 3))


def _clause(row: RectificationRow) -> str:
    return f"{row.criterion} {row.record}".strip()


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
