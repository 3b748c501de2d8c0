"""What inspectors decided on site: read from the table 16 现场核定, refused when incomplete."""

import re
from collections.abc import Iterable, Mapping

from centre_check.errors import WorkbookError
from centre_check.logic import Interval
from centre_check.logic.spelling import fold
from centre_check.model.facts import Choices
from centre_check.model.findings import Attestation
from centre_check.model.outcomes import Outcome
from centre_check.model.table import Row, Table
from centre_check.words import mark

TABLE = "attestations"
_ASKED = ("outcome", "inspector", "date", "remarks")


def read_attestations(
    tables: Iterable[Mapping[str, Table]], criteria: Iterable[str]
) -> dict[str, Attestation]:
    """The attestations of all these workbooks, by criterion.

    Raises:
        WorkbookError: an entry lacks outcome, inspector or date, names no criterion, or two
            entries name the same one. An entry that did nothing in silence would be worse.
    """
    known = list(criteria)
    found: dict[str, Attestation] = {}
    for table in tables:
        for row in table[TABLE].rows if TABLE in table else ():
            attestation = _attestation(row, known)
            if attestation is None:
                continue
            if attestation.criterion in found:
                raise WorkbookError(
                    mark("{cell}: {criterion} is attested twice"),
                    mark("keep one entry for each clause"),
                    cell=_cell(row, "criterion"),
                    criterion=attestation.criterion,
                )
            found[attestation.criterion] = attestation
    return found


def _attestation(row: Row, known: list[str]) -> Attestation | None:
    """The entry of a row; None for a row that only names a clause, as blank forms do."""
    if all(row.entry(name).is_blank for name in _ASKED):
        return None
    criterion = re.sub(r"[\s—_-]+", "-", fold(str(_given(row, "criterion")))).upper()
    if criterion not in known:
        raise _unknown_clause(row, criterion, known)
    outcome, day = _given(row, "outcome"), _given(row, "date")
    if not isinstance(outcome, Choices) or len(outcome.known) != 1:
        raise _incomplete(row, "outcome")
    if not isinstance(day, Interval) or not day.is_exact or day.low is None:
        raise _incomplete(row, "date")
    (word,) = outcome.known
    cells = tuple(
        cell
        for name, _ in row.table.said(row.at)
        if (cell := row.cell(name)) is not None and cell.value
    )
    remarks = row.entry("remarks").value
    _given(row, "inspector")
    return Attestation(
        criterion=criterion,
        outcome=Outcome(word),
        remarks=remarks if isinstance(remarks, str) else "",
        inspector=row.entry("inspector").shown or "",
        day=day.low,
        cells=cells,
    )


def _unknown_clause(row: Row, criterion: str, known: list[str]) -> WorkbookError:
    from centre_check.words.nearest import nearest

    close = nearest(criterion, known)
    return WorkbookError(
        mark("{cell}: there is no clause {criterion}"),
        mark("did you mean {close}?") if close else mark("write a clause's number, like {close}"),
        cell=_cell(row, "criterion"),
        criterion=criterion,
        close=close or known[0],
    )


def _given(row: Row, field: str) -> object:
    value: object = row.entry(field).value
    if value is None or value == "":
        raise _incomplete(row, field)
    return value


def _incomplete(row: Row, field: str) -> WorkbookError:
    return WorkbookError(
        mark("{cell}: the entry is incomplete, {header} is missing or cannot be read"),
        mark("an attestation needs clause, outcome, inspector and date"),
        cell=_cell(row, field),
        header=_header(row, field),
    )


def _cell(row: Row, field: str) -> str:
    cell = row.cell(field) or next(
        (cell for name, _ in row.table.said(row.at) if (cell := row.cell(name))), None
    )
    return cell.address if cell is not None else ""


def _header(row: Row, field: str) -> str:
    cell = row.cell(field)
    return cell.header if cell is not None else field
