"""Which cells of the submitted workbook an audit points at, with what is said of each."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from centre_check.documents.outcomes import standing, verdict_of, worst_first
from centre_check.documents.tree import Document, Paragraph, Section, Table, TableRow
from centre_check.model.evidence import Evidence, Reason
from centre_check.model.facts import Cell
from centre_check.model.findings import Audit, Finding
from centre_check.model.outcomes import Outcome
from centre_check.words import Words, mark

INDEX_WIDTHS = (13, 22, 16, 26, 68)
_MANY = 3  # records of one sheet that hold some other item: more of them are no fault of theirs


class CellRemark(NamedTuple):
    """What one clause says of one cell; without a cell where nothing in the workbook is at fault.

    `see` is then a cell that was looked at, if there is any. `text` is the finding's message.
    """

    clause: str
    title: str
    outcome: Outcome
    standing: str
    text: str
    cell: Cell | None
    see: Cell | None = None

    @property
    def note(self) -> str:
        """What stands in a comment at the cell."""
        return f"{self.clause} {self.title}｜{self.standing}\n{self.text}"


def remarks(audit: Audit, words: Words) -> Iterator[CellRemark]:
    """A remark for each cell of each clause that failed or is open, worst first.

    Then one for each cell near the evidence of a pass that a person should look at.
    """
    for finding in worst_first(audit.findings):
        whole = CellRemark(
            finding.criterion,
            finding.title,
            finding.decided,
            standing(finding, words),
            finding.message,
            None,
        )
        at_fault = _at_fault(finding)
        for cell, own in at_fault.items():
            yield whole._replace(cell=cell, text=_joined(finding.message, own, words))
        if not at_fault:
            yield whole._replace(see=next(iter(finding.cells), None))
    for finding in audit.findings:
        for near in finding.remarks:
            text = words(mark("Please look at: {what}."), what=near.text)
            said = finding.criterion, finding.title, finding.decided, standing(finding, words)
            yield CellRemark(*said, text, near.cells[0])


def _joined(message: str, own: tuple[str, ...], words: Words) -> str:
    """The message, then the cell's own reasons where the message does not name them."""
    further = (text for text in own if text and text not in message)
    return words(mark("; ")).join((message, *further))


def _at_fault(finding: Finding) -> dict[Cell, tuple[str, ...]]:
    """The cells that a finding is about, each with its own reasons.

    They are the cells of its reasons, those by which a record was left out, and those whose
    amount falls short. Records that count are not at fault, nor are many that merely hold another
    item.
    """
    found: dict[Cell, tuple[str, ...]] = {}
    for reason in chain(finding.reasons, _left_out(finding)):
        for cell in reason.cells:
            texts = found.setdefault(cell, ())
            if (text := finding.says(reason)) not in texts:
                found[cell] = (*texts, text)
    for cell in _amounts(finding):
        found.setdefault(cell, ())
    return found


def _left_out(finding: Finding) -> Iterator[Reason]:
    """Why records did not count; an open finding is about those only that may yet decide it."""
    if finding.outcome is Outcome.UNKNOWN and finding.reasons:
        return
    alike = Counter(_key(record) for record in finding.left_out)
    for record in finding.left_out:
        key = _key(record)
        is_other_item = key[0] == "not_is" and alike[key] > _MANY
        if record.reason is not None and not is_other_item:
            yield record.reason


def _key(record: Evidence) -> tuple[str, str]:
    reason = record.reason
    return (reason.code, reason.values.get("field", "")) if reason else ("", "")


def _amounts(finding: Finding) -> Iterator[Cell]:
    """The cells that hold what was measured, where the measure is no number of records."""
    measured = finding.measured
    if finding.outcome is Outcome.FAIL and measured and measured.low != len(finding.counted):
        for record in finding.counted:
            yield from record.cells[:1]


def title_of(audit: Audit, words: Words) -> str:
    """What stands above the index: whose workbook, judged on which day, with what verdict."""
    return words(
        mark("{centre}: cells to attend to · {verdict} · audit date {day}"),
        centre=audit.centre.get("name") or audit.input.path,
        verdict=verdict_of(audit, words),
        day=audit.as_of.isoformat(),
    )


def index(audit: Audit, words: Words, why: str) -> Document:
    """The index as a document of its own; `why` says why the workbook is not annotated itself."""
    head = index_head(words)
    rows = tuple(TableRow(index_row(one), one.outcome) for one in remarks(audit, words))
    table = Table(head, rows, INDEX_WIDTHS)
    return Document(
        title_of(audit, words),
        (Section(words(mark("Annotated cells")), (Paragraph(why), table), is_wide=True),),
        imprint=(audit.input.path, f"SHA-256 {audit.input.sha256[:12]}"),
        lang=words.lang,
        day=audit.as_of,
    )


def index_head(words: Words) -> tuple[str, ...]:
    """The heads of the index."""
    texts = (mark("Clause"), mark("Requirement"), mark("Outcome"), mark("Cell"), mark("Found"))
    return tuple(words(text) for text in texts)


def index_row(remark: CellRemark) -> tuple[str, ...]:
    """A remark as a row of the index."""
    cell = remark.cell or remark.see
    return (
        remark.clause,
        remark.title,
        remark.standing,
        cell.address if cell else "",
        remark.text,
    )
